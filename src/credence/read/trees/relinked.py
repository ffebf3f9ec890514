"""Relative clauses and objects that were hung on the wrong word.

Objects that were taken for subjects with who does it beside them ("the ambassador Chad expelled last week was",
"Rwanda, whose ambassador Chad has expelled"), and objects behind a date. Participles are ``reduced``'s.
"""

from __future__ import annotations

from collections.abc import Mapping

from credence.catalog.spelling import fold
from credence.read.clauses.passives import DONE_TO
from credence.read.words.forms import MONTHS, SUBJECT, TIMES, infinitive, left_of, ordinal
from credence.read.words.tree import Token

_VERBAL = {"VBD", "VBN", "VBZ", "VBP", "VB", "VBG"}
_JUDGED = frozenset(
    {
        "visit",
        "meeting",
        "move",
        "step",
        "decision",
        "sign",
        "gesture",
        "trip",
        "contact",
        "encounter",
        "time",
        "rebuke",
    }
    | {"blow", "victory", "measure", "development", "signal", "departure", "break", "act", "shift", "reversal", "snub"}
    | {"setback", "breakthrough", "milestone", "turn", "response", "reply", "round", "agreement", "deal"}
)
_SPEAKING = frozenset({"speak", "talk", "meet", "confer", "consult", "converse", "negotiate"})
_LETTING = frozenset(
    {"allow", "permit", "authorize", "enable", "order", "ask", "tell", "urge", "force", "invite", "help", "instruct"}
    | {"require", "compel", "get", "want", "expect", "forbid", "press", "call", "cause", "warn", "direct"}
)


def relinked(token: Token, governors: Mapping[str, str]) -> None:
    """Put right what hangs on the wrong word around one token."""
    if token.pos_ in {"NOUN", "PROPN"}:
        _relink_noun(token)
    elif token.dep_ == "acl" and token.tag_ in {"VBD", "VBN"}:
        _bare_relative(token, governors)
    elif token.dep_ in {"ccomp", "xcomp"}:
        _embedded(token)
    elif token.dep_ == "advcl" and infinitive(token):
        _spoken_with(token)
    elif token.dep_ == "prt" and token.lower_ == "on":
        _put_on(token)
    elif token.dep_ == "dobj" and token.head.lemma_ in {"accuse", "suspect", "acquit", "remind", "assure"}:
        _of_what(token)


def _spoken_with(verb: Token) -> None:
    """Take whom somebody speaks with for no doer of what follows: "spoke with Ana Rojas to congratulate her"."""
    mark = next((c for c in verb.children if c.lower_ == "with" and c.dep_ == "mark"), None)
    if mark is None or verb.head.lemma_ not in _SPEAKING or mark.i < verb.head.i:
        return
    for name in [c for c in verb.children if c.dep_ == "nsubj" and mark.i < c.i < verb.i]:
        mark.head, mark.dep_ = verb.head, "prep"
        name.head, name.dep_ = mark, "pobj"


def _of_what(whom: Token) -> None:
    """Give back to the verb of what somebody is accused: "each accused the other of aggression"."""
    for prep in [c for c in whom.children if c.lower_ == "of" and c.i == whom.i + 1]:
        if whom.pos_ in {"PRON", "ADJ", "PROPN"} or whom.lower_ in {"other", "others", "side"}:
            prep.head = whom.head


def _relink_noun(noun: Token) -> None:
    if noun.dep_ == "conj" and noun.tag_ == "NNS":
        _two_adjectives(noun)
    if noun.dep_ == "appos" and noun.head.dep_ == "pobj":
        _object_behind(noun, noun.head.head.head)
    elif noun.dep_ == "appos":
        _doer_beside(noun)
    elif noun.dep_ == "npadvmod" and noun.tag_ in {"NN", "NNS"}:
        _object_behind(noun, noun.head)
    elif noun.dep_ == "dobj" and left_of(noun.left_edge).text == ",":
        _judged_as(noun)


def _judged_as(noun: Token) -> None:
    """Take what a clause is judged to be for no object: "received Chad's minister, the first such visit in years"."""
    other = any(c.dep_ == "dobj" and c.i < noun.left_edge.i for c in noun.head.children)
    row = ordinal(noun) and any(c.dep_ in {"acl", "relcl"} and infinitive(c) for c in noun.children)
    if other and (row or (noun.left_edge.tag_ == "DT" and noun.lemma_ in _JUDGED)):
        noun.dep_ = "npadvmod"


def _two_adjectives(noun: Token) -> None:
    """Hang on a noun the first of two adjectives that was taken for a noun: "the Chadian and Malian ministers met"."""
    first, own = noun.head, noun.left_edge
    alone = first.text[:1].isupper() and all(c.dep_ in {"det", "cc", "conj", "punct"} for c in first.children)
    joined = own.i - 2 == first.i and left_of(own).lower_ == "and" and own.dep_ == "amod" and own.text[:1].isupper()
    if not (alone and joined and any(c.dep_ == "det" for c in first.children)) or first.pos_ == "PRON":
        return
    noun.head, noun.dep_ = first.head, first.dep_
    for child in list(first.children):
        if child.dep_ == "det":
            child.head = noun
    first.head, first.dep_ = noun, "amod"


def _embedded(verb: Token) -> None:
    if verb.dep_ == "xcomp" and verb.head.pos_ == "NOUN" and infinitive(verb) and verb.i > verb.head.i:
        verb.dep_ = "acl"  # "Plans to close the embassy were dropped"
    elif verb.tag_ in {"VBN", "VBD", "JJ"}:
        _let_somebody(verb)


def _doer_beside(doer: Token) -> None:
    """Make a name beside a noun the subject of the relative clause: "The ambassador Chad expelled was Peruvian"."""
    noun, verb = doer.head, doer.head.head
    between = doer.doc[noun.i + 1 : doer.i]
    apart = any(t.is_punct or t.tag_ not in {"DT", "NNP", "NNPS", "JJ"} for t in between)
    if noun.dep_ != "nsubj" or noun.tag_ not in {"NN", "NNS"} or doer.tag_ not in {"NNP", "NNPS"} or apart:
        return
    bare = verb.tag_ in _VERBAL and verb.i > doer.i and not any(c.dep_ in {"dobj", "auxpass"} for c in verb.children)
    if not bare or any(t.is_punct for t in doer.doc[doer.i : verb.i]):
        return
    known = doer.left_edge.lower_ == "the" or fold(verb.lemma_) in DONE_TO
    whose = verb.dep_ == "relcl" and any(c.tag_ == "WP$" for c in noun.children)
    if whose and known:
        noun.dep_ = "dobj"
    elif verb.dep_ in {"csubj", "csubjpass"} and verb.head.i > verb.i:
        noun.head, noun.dep_ = verb.head, "nsubj" if verb.dep_ == "csubj" else "nsubjpass"
        verb.head, verb.dep_ = noun, "relcl"
    else:
        return
    doer.head, doer.dep_ = verb, "nsubj"


def _bare_relative(verb: Token, governors: Mapping[str, str]) -> None:
    """Make a relative clause of what has a subject of its own: "The agreement Chad signed has expired"."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    marked = any(c.dep_ in {"mark", "dobj", "auxpass"} for c in verb.children)
    reports = governors.get(fold(verb.lemma_)) == "reports"  # "Peru, its minister said, has left"
    if not own or marked or reports or own[0].i > verb.i or verb.i < verb.head.i:
        return
    if left_of(own[0].left_edge).i == verb.head.right_edge.i or left_of(own[0].left_edge) == verb.head:
        verb.dep_ = "relcl"


def _let_somebody(word: Token) -> None:
    """Give back whom a verb lets act: "allowed envoys appointed by Chad to take over", "urged men loyal to it to"."""
    verb = word.head
    nouns = [c for c in word.children if c.dep_ in SUBJECT]
    acts = [c for c in word.children if c.dep_ in {"xcomp", "advcl"} and infinitive(c) and c.i > word.i]
    if fold(verb.lemma_) not in _LETTING or len(nouns) != 1 or not acts or nouns[0].i + 1 != word.i:
        return
    if any(c.dep_ in {"aux", "auxpass", "mark", "dobj"} for c in word.children) or verb.i > nouns[0].i:
        return
    nouns[0].head, nouns[0].dep_ = verb, "dobj"
    word.head, word.dep_ = nouns[0], "acl"
    acts[0].head, acts[0].dep_ = verb, "xcomp"


def _object_behind(noun: Token, verb: Token) -> None:
    """Make an object of a noun behind a date: "withdrew in 2019 the recognition", "recalled on Monday its envoy"."""
    before = left_of(noun.left_edge)
    told = {c.dep_ for c in verb.children}
    if verb.pos_ != "VERB" or noun.i < verb.i or told & {"dobj", "auxpass", "nsubjpass", "ccomp", "oprd"}:
        return
    own = any(c.dep_ in {"det", "poss"} for c in noun.lefts) and noun.lemma_.lower() not in TIMES
    if own and before.dep_ == "pobj" and before.head.head == verb and before.head.i == verb.i + 1 and _is_day(before):
        noun.head, noun.dep_ = verb, "dobj"


def _is_day(noun: Token) -> bool:
    """Whether a noun is a year, a month or a day of the week."""
    return noun.text.isdigit() or noun.lower_ in MONTHS or noun.lower_.endswith("day")


def _put_on(particle: Token) -> None:
    """Make a preposition of a particle before a second object: "whom Chad put on its list"."""
    verb = particle.head
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    fronted = len(objects) == 2 and objects[0].tag_ in {"WP", "WDT"} and objects[0].i < verb.i
    if fronted and left_of(objects[1].left_edge) == particle:
        particle.dep_, particle.tag_, particle.pos_ = "prep", "IN", "ADP"
        objects[1].head, objects[1].dep_ = particle, "pobj"
