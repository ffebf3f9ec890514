"""Labels in the plural behind several names: "named Hamas, Hezbollah and the Houthis terrorist organisations".

Without "as" the parser takes such a label for one more of those it is given to.
"""

from __future__ import annotations

from credence.catalog.spelling import fold
from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_CALLING = frozenset(
    {
        "brand",
        "call",
        "classify",
        "consider",
        "declare",
        "deem",
        "designate",
        "dub",
        "label",
        "list",
        "name",
        "proclaim",
    }
    | {"pronounce", "redesignate", "term"}
)
_LABELS = {"terrorist", "organization", "organisation", "group", "entity", "movement", "network", "outfit"}
_TELLING = frozenset(
    {"terrorist", "terror", "extremist", "foreign", "global", "designated", "specially", "banned", "outlawed"}
    | {"proscribed", "criminal", "illegal"}
)
_NAMES = {"NNP", "NNPS", "NNS", "JJ", "NN"}


def labelled(token: Token) -> None:
    """Make a label in the plural the complement of its verb, and whom it was taken for a part of the object."""
    verb = _called_by(token)
    if verb is None:
        return
    first = token
    while first.i and left_of(first).lower_ in _TELLING:
        first = left_of(first)
    last = left_of(first)
    last = left_of(last) if last.text == "," else last
    if last.i <= verb.i or last.tag_ not in _NAMES or (first == token and token.lemma_ != "terrorist"):
        return
    objects = [c for c in verb.children if c.dep_ in {"dobj", "oprd"} and c != token and verb.i < c.i < first.i]
    if last.head == token:
        _apart(last, token, objects[0] if objects else verb)
    token.head, token.dep_ = verb, "oprd"
    for thing in objects:
        thing.dep_ = "dobj"
    if verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.tag_ in {"VBD", "VBN"}:
        _finite(verb)


def _finite(verb: Token) -> None:
    """Make a verb that was hung on its subject the root: "The council named …"."""
    subject = verb.head
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    for child in [c for c in subject.children if c.i > verb.i]:
        child.head = verb
    subject.head, subject.dep_ = verb, "nsubj"


def _called_by(token: Token) -> Token | None:
    """The verb that calls somebody by a label; None if no label stands there, or it stands behind "as"."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in _LABELS or token.dep_ not in {"conj", "appos", "dobj"}:
        return None
    over = token.head
    while over.dep_ in {"conj", "appos"} and over.pos_ != "VERB":
        over = over.head
    verb = over if over.pos_ == "VERB" else over.head
    fits = verb.i < token.i and fold(verb.lemma_) in _CALLING and not any(c.lower_ == "as" for c in verb.children)
    return verb if fits else None


def _apart(name: Token, label: Token, over: Token) -> None:
    """Take a name, with what belongs to it, out of the label behind it."""
    for child in [c for c in label.children if c != name and c.i < name.i]:
        child.head = name
    name.head = label.head if label.dep_ == "conj" else over
    name.dep_ = "conj" if label.dep_ == "conj" else "dobj"
    name.pos_ = "PROPN" if name.text[:1].isupper() else "NOUN"
