"""What an officer is charged with, between the office and the name: "Under Secretary for Arms Control, and Trade Ana Rojas".

A parser takes such a charge for a list of its own and loses the officer in it. The sentence is parsed without it, and
the charge is put back where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from credence.catalog.charges import BIG, CHARGE, FAMILY, GIVEN, OFFICE

_CHARGED = re.compile(
    rf"(?<![\w-])(?:{BIG} ){{0,5}}{OFFICE}(?P<charge>{CHARGE}) (?={GIVEN} {FAMILY}(?= [a-z]|['’]s |,|\.?$|[;:)]))"
)
_UNDER = re.compile(r"\bUnder(?= Secretary\b)")
_OF_FIVE_LETTERS = "Chief"  # no preposition
_INSIDE = {"and": ("CC", "CCONJ"), "&": ("CC", "CCONJ"), ",": (",", "PUNCT"), "of": ("IN", "ADP"), "the": ("DT", "DET")}
_INSIDE |= {"in": ("IN", "ADP"), "(": ("-LRB-", "PUNCT"), ")": ("-RRB-", "PUNCT")}
_TOKEN = re.compile(r"\w[\w'’/-]*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge cut out of a sentence.

    Attributes:
        start: Where it stood.
        end: Where the name after it began.
    """

    start: int
    end: int


def charges_of(sentence: str) -> tuple[Charge, ...]:
    """Give what officers of a sentence are charged with, where it stands before their names."""
    return tuple(Charge(met.start("charge") + 1, met.end("charge") + 1) for met in _CHARGED.finditer(sentence))


def without(sentence: str, cuts: tuple[Charge, ...]) -> str:
    """Give a sentence without charges."""
    for cut in reversed(cuts):
        sentence = sentence[: cut.start] + sentence[cut.end :]
    return sentence


def plainly(sentence: str) -> str:
    """Write "Under Secretary" so that the parser sees no preposition in it; the length stays."""
    return _UNDER.sub(_OF_FIVE_LETTERS, sentence)


def with_charges(doc: Doc, sentence: str, cuts: tuple[Charge, ...]) -> Doc:
    """Give the tree of a whole sentence that was parsed without charges, each hung on its office.

    Args:
        doc: The tree of the sentence without them.
        sentence: The whole sentence.
        cuts: What was cut out.
    """
    if not cuts:
        return doc
    put = {office: _words(sentence, cut) for office, cut in _offices(doc, cuts)}
    shift = [sum(len(words) for office, words in put.items() if office < token.i) for token in doc]
    rows: list[_Row] = []
    for token, by in zip(doc, shift, strict=True):
        head = token.head.i + shift[token.head.i]
        rows.append(_Row(token.text, bool(token.whitespace_), token.tag_, token.pos_, token.lemma_, head, token.dep_))
        rows += _hung(put.get(token.i, ()), token.i + by)
    return Doc(
        doc.vocab,
        words=[row.text for row in rows],
        spaces=[row.blank for row in rows],
        tags=[row.tag for row in rows],
        pos=[row.pos for row in rows],
        lemmas=[row.lemma for row in rows],
        heads=[row.head for row in rows],
        deps=[row.dep for row in rows],
    )


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    blank: bool
    tag: str
    pos: str
    lemma: str
    head: int
    dep: str


def _offices(doc: Doc, cuts: tuple[Charge, ...]) -> Iterator[tuple[int, Charge]]:
    """The last word of the office before each cut."""
    gone = 0
    for cut in cuts:
        yield max(token.i for token in doc if token.idx < cut.start - gone), cut
        gone += cut.end - cut.start


def _words(sentence: str, cut: Charge) -> tuple[tuple[str, bool], ...]:
    """The words of a charge, each with whether a blank follows it."""
    found = _TOKEN.finditer(sentence, cut.start, cut.end)
    return tuple((met[0], sentence[met.end() : met.end() + 1] == " ") for met in found)


def _hung(words: tuple[tuple[str, bool], ...], office: int) -> Iterator[_Row]:
    """A charge as a phrase with "for" that hangs on its office: its last word is what the others belong to."""
    bracket = next((n for n, (text, _) in enumerate(words) if text == "("), len(words))
    tie = next((n for n, (text, _) in enumerate(words) if text == "for"), 0)
    begin = office + 1
    for n, (text, blank) in enumerate(words):
        if n == tie or (n == 0 and text == "of"):
            yield _Row(text, blank, "IN", "ADP", text, office, "prep")
        elif n < tie:
            yield _Row(text, blank, "NNP", "PROPN", text, begin, "pobj")
        elif n == bracket - 1:
            yield _Row(text, blank, "NNP", "PROPN", text, begin + tie, "pobj")
        else:
            yield _Row(text, blank, *_INSIDE.get(text, ("NNP", "PROPN")), text, begin + bracket - 1, _dep(text))


def _dep(text: str) -> str:
    return "punct" if not text[0].isalnum() else "compound" if text[0].isupper() else "dep"
