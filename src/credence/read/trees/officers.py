"""Trees put right in the names of officers: "Chadian First Vice Minister Omar Varga and Malian Minister Ana Rojas".

The parser runs two officers together, hangs whose somebody is on his office, where nobody looks for it, and takes what
stands behind a hyphen in a given name for a noun.
"""

from __future__ import annotations

from credence.read.words.tree import Token

_OFFICES = frozenset(
    {"minister", "secretary", "president", "ambassador", "chancellor", "premier", "envoy", "representative", "director"}
    | {"general", "adviser", "advisor", "commissioner", "undersecretary", "coordinator", "governor", "counselor"}
)
_BESIDE = {"compound", "nmod"}


def officered(token: Token) -> None:
    """Put right the name of an officer that ends, or whose nationality stands, at a word."""
    if token.dep_ == "amod" and token.pos_ == "ADJ" and token.text[0].isupper():
        _whose(token)
    elif token.i > 1 and token.pos_ == "NOUN" and token.text.islower():
        _given(token)
    elif token.pos_ == "PROPN" and token.dep_ not in _BESIDE:
        _two(token)


def _whose(adjective: Token) -> None:
    """Hang whose somebody is on the name: "spoke with Chadian State Secretary Omar Varga and …"."""
    office = adjective.head
    if office.dep_ not in _BESIDE or office.pos_ != "PROPN" or office.lower_ not in _OFFICES:
        return
    name = office.head
    while name.dep_ in _BESIDE and name.pos_ == "PROPN":
        name = name.head
    if name.pos_ == "PROPN":
        adjective.head = name


def _given(end: Token) -> None:
    """Make a name of what is written small behind its hyphen: "Minister Park Jae-woo"."""
    doc, hyphen = end.doc, end.i - 1
    before = doc[hyphen - 1]
    tight = doc[hyphen].text == "-" and not doc[hyphen].whitespace_ and not before.whitespace_
    officer = any(c.dep_ in _BESIDE and c.pos_ == "PROPN" for c in end.children)
    if tight and officer and before.pos_ == "PROPN" and before.dep_ in _BESIDE and before.head == end:
        end.tag_, end.pos_, end.lemma_ = "NNP", "PROPN", end.text


def _two(last: Token) -> None:
    """Part two officers that were taken for one: the first is hung on the name of the second, with "and" on it."""
    first = next((c for c in last.lefts if c.dep_ in _BESIDE and c.pos_ == "PROPN" and _joined(c)), None)
    whose = next((c for c in first.children if c.dep_ == "conj"), None) if first is not None else None
    if first is None or whose is None or not (_is_officer(first) and (_is_officer(last) or whose.lower_ in _OFFICES)):
        return
    first.head, first.dep_ = last.head, last.dep_
    last.head, last.dep_ = first, "conj"
    whose.head, whose.dep_ = last, "amod" if whose.pos_ == "ADJ" else "compound"


def _joined(name: Token) -> bool:
    """Whether "and" and what tells whose the next one is hang on a name, right behind it."""
    joining = next((c for c in name.rights if c.dep_ == "cc"), None)
    whose = next((c for c in name.rights if c.dep_ == "conj"), None)
    return joining is not None and whose is not None and whose.i == joining.i + 1 and whose.text[0].isupper()


def _is_officer(name: Token) -> bool:
    return any(c.dep_ in _BESIDE and c.lower_ in _OFFICES for c in name.children)
