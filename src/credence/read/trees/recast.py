"""Words given another place in a sentence than the parser gave them.

A verb of a row taken for an adjective ("recognised it in 1984, froze relations in 1996"), a participle taken for a verb
("recognised it, followed within weeks by Chad"), what something is made ("made it the 193rd Member"), the "States" of
official papers, and "with immediate effect" hung on an object.
"""

from __future__ import annotations

from credence.read.trees.mistaken import plain_form
from credence.read.words.forms import ANY_SUBJECT, left_of
from credence.read.words.tree import Token

_IRREGULAR_TOO = {"frozen": "freeze", "broken": "break", "withdrawn": "withdraw", "suspended": "suspend"}
_IRREGULAR_TOO |= {"severed": "sever", "closed": "close", "reopened": "reopen", "restored": "restore"}
_FOURTH = 3  # "Closed embassies" at the beginning are closed ones
_ROLES = {"member", "observer", "partner", "associate"}
_MAKING = {"make", "name", "elect", "appoint", "proclaim"}
_IRREGULAR = {"froze": "freeze", "broke": "break", "cut": "cut", "took": "take", "left": "leave", "shut": "shut"}
_IRREGULAR |= {"won": "win", "lost": "lose", "withdrew": "withdraw", "sent": "send", "gave": "give", "held": "hold"}
_FOLLOWING = {"follow", "join", "precede"}


def recast(token: Token) -> None:
    """Give a token its place, where the parser gave it another."""
    if token.dep_ == "prep" and token.lower_ == "with" and token.head.dep_ in {"dobj", "nsubjpass"}:
        _from_when(token)
    elif token.text == "States" and token.tag_ in {"NNPS", "NNP"}:
        _capital(token)
    elif token.dep_ == "nsubj" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.head.lemma_ in _MAKING:
        _made(token)
    elif token.dep_ == "amod":
        _told_in_row(token)
    elif token.tag_ == "VBD" and token.dep_ == "conj" and token.lemma_ in _FOLLOWING:
        _followed_by(token)


def _from_when(prep: Token) -> None:
    """Give a verb the "with immediate effect" that was hung on its object."""
    if any(c.lemma_ == "effect" for c in prep.children) and prep.head.head.pos_ == "VERB":
        prep.head = prep.head.head


def _capital(noun: Token) -> None:
    """Make a noun of what official papers write like a name: "forty-one States", "all other States"."""
    counted = any(c.dep_ == "nummod" for c in noun.children)
    if counted or left_of(noun).lower_ in {"member", "all", "other", "these", "those", "both", "many", "several", "no"}:
        noun.tag_, noun.pos_, noun.lemma_ = "NNS", "NOUN", "state"


def _made(thing: Token) -> None:
    """Give a verb what it makes something: "made Chad its fiftieth member", "made it the 193rd Member"."""
    role = thing.head
    verb = role.head
    if role.dep_ not in {"ccomp", "dobj"} or thing.i < verb.i or role.lemma_.lower() not in _ROLES:
        return
    thing.head, thing.dep_ = verb, "dobj"
    role.dep_ = "oprd"


def _told_in_row(verb: Token) -> None:
    """Make a verb of a row of one taken for an adjective: "recognised it in 1984, froze relations in 1996, thawed"."""
    if verb.tag_ not in {"VBD", "VBN", "JJ"} or (verb.tag_ != "VBD" and verb.i <= _FOURTH):
        return
    noun, comma = verb.head, left_of(verb)
    first = noun.head
    joined = comma.text == "," if verb.tag_ == "VBD" else comma.lower_ == "and" and verb.lower_ in _IRREGULAR_TOO
    if verb.i == 0 or not joined or noun.i < verb.i or noun.dep_ not in {"dobj", "conj", "npadvmod", "appos"}:
        return
    while first.dep_ == "conj" and first.pos_ not in {"VERB", "AUX"}:
        first = first.head
    if first.dep_ in {"dobj", "pobj"} and first.head.pos_ == "VERB":
        first = first.head
    done = first.tag_ == verb.tag_ or (first.tag_ == "VBN" and any(c.lemma_ == "have" for c in first.lefts))
    if first.pos_ != "VERB" or not done or first.i > verb.i:
        return
    verb.head, verb.dep_, verb.pos_ = first, "conj", "VERB"
    verb.lemma_ = _IRREGULAR.get(verb.lower_) or _IRREGULAR_TOO.get(verb.lower_) or plain_form(verb.lower_)
    verb.tag_ = first.tag_
    noun.head, noun.dep_ = verb, "dobj"
    for child in [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"in", "on"}]:
        child.head = verb


def _followed_by(verb: Token) -> None:
    """Make a participle of a verb with a doer behind "by": "recognised it, followed within weeks by Chad"."""
    doers = [c for c in verb.children if c.lower_ == "by" and any(g.dep_ == "pobj" for g in c.children)]
    own = any(c.dep_ in {*ANY_SUBJECT, "dobj", "aux"} for c in verb.children)
    if doers and not own and left_of(verb).text == "," and doers[0].i > verb.i:
        verb.tag_, verb.dep_ = "VBN", "advcl"
        doers[0].dep_ = "agent"
