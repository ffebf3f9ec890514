"""Subjects that a participle or adjective beside them has taken from the verb they belong to.

"The embassy, closed in 2012, resumed work" is often parsed as if it had closed; "the diplomats accredited there were
asked to leave" as if they had accredited.
"""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.words.forms import FINITE, SUBJECT, is_number, left_of, right_of
from credence.read.words.tree import Doc, Token

_NAMED = {"appoint", "name", "nominate", "designate", "elect"}
_PLACING = {"prep", "agent"}
_SHUT = {"shut", "close", "shutter", "suspend", "recall", "expel", "sign", "impose", "seize", "open", "freeze", "sever"}
_NOUNS = {"NOUN", "PROPN"}
_HELPING = {"aux", "auxpass"}
_IMPOSING = {"impose", "launch", "commit", "carry", "stage", "wage", "mount", "perpetrate", "inflict", "enact", "issue"}
_IMPOSING |= {"announce", "adopt", "order", "decree", "introduce", "levy", "conduct", "ban", "take", "make", "unleash"}
_PEOPLE = {"women", "girls", "men", "people", "civilians", "journalists", "refugees", "migrants", "media", "children"}
_OWN = {"aux", "auxpass", "mark", "dobj", "cc", "neg", "prt"}


def resubjected(doc: Doc) -> Doc:
    """Give such subjects back in place, and give the tree."""
    for noun in doc:
        if noun.pos_ not in _NOUNS:
            continue
        word = _beside(noun)
        verb = _bereft(noun, word) if word is not None else None
        if word is not None and verb is not None:
            _give_back(noun, word, verb)
    return doc


def _beside(noun: Token) -> Token | None:
    """The participle or adjective after a noun that may merely describe it."""
    below = [c for c in noun.children if c.dep_ == "acl"] if noun.dep_ == "ROOT" else []
    word = noun.head if noun.dep_ in SUBJECT else next(iter(below), noun)
    if word.i <= noun.i or word.tag_ not in {"VBN", "VBD", "JJ"} or any(c.dep_ in _OWN for c in word.children):
        return None
    return word


def _bereft(noun: Token, word: Token) -> Token | None:
    """The finite verb behind it that has no subject."""
    apart = any(t.text == "," for t in noun.doc[noun.i + 1 : word.i])
    for verb in _candidates(noun, word):
        own = [c for c in verb.children if c.dep_ in {*SUBJECT, "csubj", "mark"}]
        helped = any(c.dep_ in _HELPING and c.tag_ in FINITE for c in verb.children)
        finite = helped or verb.tag_ in FINITE or noun.dep_ == "ROOT"
        first = min((c.i for c in verb.children if c.dep_ in {*_HELPING, "neg"} and c.i < verb.i), default=verb.i)
        comma = any(t.text == "," for t in noun.doc[word.i + 1 : first])
        if finite and not own and comma == apart and (apart or helped or _is_done(word)):
            return verb
    return None


def _is_done(word: Token) -> bool:
    """Whether a participle says by whom: "The money promised to Chad by Peru never came"."""
    return any(c.lower_ == "by" and any(g.pos_ == "PROPN" for g in c.children) for c in word.children)


def _candidates(noun: Token, word: Token) -> Iterator[Token]:
    if word.dep_ == "advcl" and word.head.i > word.i:
        yield word.head
    yield from (c for c in word.children if c.dep_ in {"ccomp", "conj"} and c.i > word.i and c.pos_ in {"VERB", "AUX"})
    if noun.dep_ == "ROOT":
        yield from (c for c in noun.children if c.dep_ == "acl" and c.i > word.i and c.lower_.endswith("ed"))


def _give_back(noun: Token, word: Token, verb: Token) -> None:
    role = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    top = noun if noun.dep_ == "ROOT" else word
    if verb.head in {word, noun}:
        at_root, above, dep = top.dep_ == "ROOT", top.head, top.dep_
        verb.head = verb if at_root else above
        verb.dep_ = dep
    if verb.tag_ == "VBN" and role == "nsubj" and not any(c.dep_ in _HELPING for c in verb.children):
        verb.tag_ = "VBD"
    noun.head, noun.dep_ = verb, role
    word.head, word.dep_ = noun, "acl"
    if word.tag_ == "VBD":
        word.tag_ = "VBN"


def reduce_again(word: Token) -> None:
    """Hang a participle after a comma on the noun before it, in place, where it was taken for a second verb or a title.

    "Reopened its embassy in Lima, closed since 2014", "Omar Varga, appointed ambassador to Peru in May".
    """
    if left_of(word).text != "," or any(c.dep_ in _OWN | SUBJECT and c.i < word.i for c in word.children):
        return
    if word.dep_ == "amod":
        _named_so(word)
        return
    after = right_of(word)
    things = [c for c in word.head.children if c.dep_ == "dobj" and word.head.i < c.i < word.i]
    placed = word.lemma_ in _SHUT and any(c.dep_ in _PLACING for c in word.children)  # "closed abruptly in 2014"
    timed = after.lower_ == "since" or (word.tag_ == "VBN" and (after.dep_ in _PLACING or placed))
    if not timed or len(things) != 1 or any(c.dep_ in {"dobj", "prt"} for c in word.children):
        return
    for child in [c for c in word.children if c.dep_ == "cc" or (c.dep_ == "conj" and c.pos_ in _NOUNS)]:
        child.head = things[0]
    word.head, word.dep_, word.tag_ = things[0], "acl", "VBN"


def _named_so(word: Token) -> None:
    """Make what somebody was appointed the complement of the participle."""
    title, name = word.head, word.head.head
    if title.dep_ != "appos" or name.pos_ != "PROPN" or name.i > word.i or word.lemma_ not in _NAMED:
        return
    for child in [c for c in title.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "on", "in"}]:
        if child.lower_ == "by" or any(map(is_number, child.subtree)):
            child.head = word
    word.head, word.dep_ = name, "acl"
    title.head, title.dep_ = word, "oprd"


def imposed(verb: Token) -> None:
    """Hang what was done by somebody on the deed, not on whom it hit: "the curbs on women imposed by Chad"."""
    upon, prep = verb.head, verb.head.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return
    deed = upon.dep_ == "pobj" and prep.dep_ == "prep" and prep.head.pos_ == "NOUN" and verb.lemma_ in _IMPOSING
    if deed and (upon.pos_ == "PROPN" or upon.lower_ in _PEOPLE) and any(c.lower_ == "by" for c in verb.children):
        verb.head = prep.head
