"""Rolls of names put right: "designated Omar Varga, Sita Ba Noor, and the Harbour Bank, as well as General Pavel Nori".

A parser trained on news takes many names that it has never seen for verbs or appositions. Where names stand between
commas and the last of them after "and", each is one of the roll, whatever the tree says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from credence.read.words.forms import FINITE, MONTHS, SUBJECT
from credence.read.words.tree import Doc, Token

_INSIDE = {"al", "el", "bin", "ibn", "bint", "ben", "van", "von", "de", "der", "da", "di", "del", "ul", "-", "&"}
_JOINING = {"and", "&"}
_ALL = {"all", "both", "each", "have", "has", "also"}
_BESIDE = {"DET", "ADJ", "NOUN", "NUM"}
_NO_NAME = {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PUNCT", "NUM", "SPACE"}
_LEAST = 3  # of two names the tree is believed
_LONGEST = 8  # words before a name
_NO_BEARER = frozenset(
    {"president", "minister", "ambassador", "secretary", "chairman", "chief", "director", "general", "governor"}
    | {"commander", "officer", "leader", "premier", "chancellor", "representative", "spokesman", "head", "member"}
    | {"act", "acts", "order", "law", "section", "regulations", "resolution", "code"}
)
_DAYS = MONTHS | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_PLACED = {"conj", "dobj", "pobj", "appos", "nsubj"}
_WELL = ("as", "well", "as")


@dataclass(frozen=True, slots=True)
class Item:
    """One name of a list.

    Attributes:
        first: Where what stands before the name begins.
        start: Where the name begins.
        last: Its last word.
        after: The word behind it and behind what stands in brackets.
    """

    first: int
    start: int
    last: int
    after: int


def rolled(doc: Doc) -> Doc:
    """Hang the names of each roll in a sentence on the first of them, in place, and give the tree."""
    at = 0
    while at < len(doc):
        item = item_at(doc, at) if _opens(doc, at) else None
        roll = list(_roll(doc, item)) if item is not None else []
        long = sum(one.last > one.start for one in roll) >= _LEAST - 1
        if len(roll) >= _LEAST and (long or _do(doc, roll)) and _is_placed(doc, roll[0]):
            _join(doc, roll)
            at = roll[-1].after
        else:
            at = item.after if item is not None else at + 1
    return doc


def _do(doc: Doc, roll: Sequence[Item]) -> bool:
    """Whether those of a roll at the head of a sentence do something: "Peru, Chile and Mali all left"."""
    behind = doc[roll[-1].after] if roll[-1].after < len(doc) else None
    begins = roll[0].first == 0 and doc[roll[0].last].dep_ in SUBJECT
    return begins and behind is not None and (behind.lower_ in _ALL or behind.tag_ in FINITE)


def _opens(doc: Doc, at: int) -> bool:
    return _is_big(doc[at]) and (at == 0 or not _is_big(doc[at - 1]))


def _is_big(token: Token) -> bool:
    """Whether a word can be a part of a name; a demonym stands before one."""
    if not token.text[:1].isupper() or token.pos_ in _NO_NAME or (token.i == 0 and token.pos_ != "PROPN"):
        return False
    return token.pos_ != "ADJ" and token.tag_ not in {"RB", "MD", "UH"}


def item_at(doc: Doc, at: int) -> Item | None:
    """Give the name that begins at a place, with what may stand before and behind it; None if there is none."""
    start = end = at
    while end == start or _goes_on(doc, end):
        start = end
        while start < len(doc) and start - at <= _LONGEST and _is_before(doc, start):
            start += 1
        end = start
        while end < len(doc) and (_is_big(doc[end]) or (end > start and _is_within(doc, end))):
            end += 1
        if end == start or end - at > 2 * _LONGEST:
            return None
    return None if doc[end - 1].lower_ in _NO_BEARER | _DAYS else Item(at, start, end - 1, _behind(doc, end))


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether capitals stand before a noun: "the ISIS banker", "five Assad officials"."""
    return end < len(doc) and doc[end].pos_ in {"NOUN", "ADJ"} and doc[end - 1].head.i >= end


def _is_before(doc: Doc, at: int) -> bool:
    """Whether a word can stand before a name: "the Peruvian banker", "his brother-in-law"."""
    token = doc[at]
    hyphened = token.text == "-" or (at > 0 and doc[at - 1].text == "-")
    return not _is_big(token) and (token.pos_ in _BESIDE or token.tag_ == "PRP$" or hyphened)


def _is_within(doc: Doc, at: int) -> bool:
    return doc[at].lower_ in _INSIDE and at + 1 < len(doc) and doc[at + 1].text[:1].isupper()


def _behind(doc: Doc, at: int) -> int:
    """Give the place behind "of Companies" and "(MCM)"."""
    while at + 1 < len(doc) and doc[at].lower_ == "of" and _is_big(doc[at + 1]):
        at += 1
        while at < len(doc) and _is_big(doc[at]):
            at += 1
    if at < len(doc) and doc[at].text == "(":
        closing = next((t.i for t in doc[at : at + 12] if t.text == ")"), None)
        return at if closing is None else closing + 1
    return at


def _roll(doc: Doc, first: Item) -> Iterator[Item]:
    """Give a name and those after it, if the last stands after "and"."""
    found, at, joined = [first], first.after, 0
    while (step := separator_at(doc, at)) is not None:
        at, is_joining = step
        item = item_at(doc, at)
        if item is None or acts(doc[item.last]):
            break
        found.append(item)
        joined = len(found) if is_joining else joined
        at = item.after
    yield from found[:joined]


def acts(name: Token) -> bool:
    """Whether a name is the subject of a clause of its own behind it."""
    return name.dep_ in SUBJECT and name.head.i > name.i and name.head.pos_ in {"VERB", "AUX"}


def separator_at(doc: Doc, at: int) -> tuple[int, bool] | None:
    """Give the place behind a comma, "and" or "as well as", and whether it is more than a comma; None for neither."""
    behind = at + 1 if at < len(doc) and doc[at].text == "," else at
    for words in (_WELL, ("along", "with"), ("together", "with"), ("and",), ("&",)):
        if tuple(t.lower_ for t in doc[behind : behind + len(words)]) == words:
            return behind + len(words), True
    return (behind, False) if behind > at else None


def _is_placed(doc: Doc, first: Item) -> bool:
    """Whether the first name is one of a roll, rather than a place or time before the names: "In Lima, Omar Varga"."""
    if any(t.pos_ == "VERB" or t.dep_ == "ROOT" for t in doc[: first.start]):
        return True
    start = first.start
    while start > 0 and doc[start - 1].pos_ in _BESIDE:
        start -= 1
    return start == 0


def _join(doc: Doc, roll: Sequence[Item]) -> None:
    """Make each name a conjunct of the first, and its words one name."""
    for one in roll:
        if not _name(doc, one):
            return
    first = doc[roll[0].last]
    for one in roll[1:]:
        last = doc[one.last]
        if last.dep_ == "conj" and any(last.head.i == other.last for other in roll):
            continue
        if last.is_ancestor(first) and not _give_place(first, last):
            return
        last.head, last.dep_ = first, "conj"


def _give_place(first: Token, last: Token) -> bool:
    """Put the first name where a later one stands in the tree; not where that is the root."""
    if last.dep_ == "ROOT" or first.dep_ == "ROOT":
        return False
    first.head, first.dep_ = last.head, last.dep_
    return True


def _name(doc: Doc, item: Item) -> bool:
    """Make the words of a name hang on its last, with what stands before it; False where that cannot be."""
    last = doc[item.last]
    words = list(doc[item.start : item.last])
    if any(t.dep_ == "ROOT" for t in words):
        return False
    above = next((t for t in reversed(words) if t.is_ancestor(last)), None)
    if above is not None:
        top = min((t for t in words if t.is_ancestor(last)), key=lambda t: len(list(t.ancestors)))
        last.head, last.dep_ = top.head, top.dep_
    inside = {t.i for t in words} | {item.last}
    whole = above is None and last.pos_ == "PROPN" and all(t.head.i in inside and t.pos_ == "PROPN" for t in words)
    for word in () if whole else words:
        for child in [c for c in word.children if c.i not in inside]:
            child.head = last
        word.head, word.dep_ = last, "compound"
        word.tag_, word.pos_ = "NNP", "PROPN"
    last.tag_, last.pos_ = ("NNP", "PROPN") if last.pos_ != "PROPN" else (last.tag_, last.pos_)
    if item.start > item.first:
        _put_before(doc[item.start - 1], last)
    return True


def _put_before(noun: Token, name: Token) -> None:
    """Hang a noun on the name behind it: "officials" in "and military officials Omar Varga"."""
    if noun.pos_ != "NOUN":
        return
    beside = noun.is_ancestor(name)
    if not beside and noun.dep_ in _PLACED:
        noun.head, noun.dep_ = name, "compound"
    elif name.head == noun and name.dep_ == "appos":
        name.head, name.dep_ = noun.head, noun.dep_
        noun.head, noun.dep_ = name, "compound"
