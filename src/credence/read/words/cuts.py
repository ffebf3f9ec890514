"""What is cut out of a sentence before it is parsed, and put back: "Under Secretary for Arms, and Trade Ana Rojas".

A parser takes what an officer is charged with for a list of its own and loses the officer in it; after initials in
brackets, as in "the Republic of Chad (RC) and Peru", it often loses what goes on behind them; and between an auxiliary
and its verb, as in "will on Monday visit Peru", it takes a day for a part of a name. The sentence is parsed without
them, and they are put back where they stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from credence.catalog.charges import BIG, CHARGE, FAMILY, GIVEN, OFFICE
from credence.read.words.tree import Doc

_CHARGED = re.compile(
    rf"(?<![\w-])(?:{BIG} ){{0,5}}{OFFICE}(?P<charge>{CHARGE}) (?={GIVEN} {FAMILY}(?= [a-z]|['’]s |,|\.?$|[;:)]))"
)
_INITIALS = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*[a-z](?P<initials> \([A-Z]{2,6}s?\))")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
_DAY = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|to|has|have|had|is|are|was|were)"
    rf"(?P<day> (?:(?:early|late|later) )?on {_WEEKDAY}(?: and {_WEEKDAY})?)"
    r" (?!(?:and|in|at|with|to|for)\b)(?=[a-z])"
)
_UNDER = re.compile(r"\bUnder(?= Secretary\b)")
_OF_FIVE_LETTERS = "Chief"  # no preposition
_INSIDE = {"and": ("CC", "CCONJ"), "&": ("CC", "CCONJ"), ",": (",", "PUNCT"), "of": ("IN", "ADP"), "the": ("DT", "DET")}
_INSIDE |= {"in": ("IN", "ADP"), "(": ("-LRB-", "PUNCT"), ")": ("-RRB-", "PUNCT")}
_TOKEN = re.compile(r"\w[\w'’/-]*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Cut:
    """Words cut out of a sentence.

    Attributes:
        start: Where they stood, with the blank before them.
        end: Where they ended.
    """

    start: int
    end: int


def cuts_in(sentence: str) -> tuple[Cut, ...]:
    """Give what officers are charged with, initials in brackets behind names, and days between the words of a verb."""
    charges = [Cut(met.start("charge"), met.end("charge")) for met in _CHARGED.finditer(sentence)]
    initials = (Cut(*met.span("initials")) for met in _INITIALS.finditer(sentence))
    days = (Cut(*met.span("day")) for met in _DAY.finditer(sentence))
    apart = (cut for cut in (*initials, *days) if not any(one.start <= cut.start < one.end for one in charges))
    return tuple(sorted([*charges, *apart], key=lambda cut: cut.start))


def without(sentence: str, cuts: tuple[Cut, ...]) -> str:
    """Give a sentence without what was cut out."""
    for cut in reversed(cuts):
        sentence = sentence[: cut.start] + sentence[cut.end :]
    return sentence


def plainly(sentence: str) -> str:
    """Write "Under Secretary" so that the parser sees no preposition in it; the length stays."""
    return _UNDER.sub(_OF_FIVE_LETTERS, sentence)


def whole_again(doc: Doc, sentence: str, cuts: tuple[Cut, ...]) -> Doc:
    """Give the tree of a whole sentence that was parsed with cuts, each hung on the word before it.

    Args:
        doc: The tree of the sentence without them.
        sentence: The whole sentence.
        cuts: What was cut out.
    """
    if not cuts:
        return doc
    put = {before: _words(sentence, cut) for before, cut in _places(doc, cuts)}
    shift = [sum(len(words) for before, words in put.items() if before < token.i) for token in doc]
    rows: list[_Row] = []
    for token, by in zip(doc, shift, strict=True):
        head, blank = token.head.i + shift[token.head.i], bool(token.whitespace_) or token.i in put
        rows.append(_Row(token.text, blank, token.tag_, token.pos_, token.lemma_, head, token.dep_))
        words = put.get(token.i, ())
        dated = any(text == "on" for text, _ in words)
        rows += _dated(words, head, token.i + by) if dated else _hung(words, token.i + by)
    return Doc(
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


def _places(doc: Doc, cuts: tuple[Cut, ...]) -> Iterator[tuple[int, Cut]]:
    """The word before each cut."""
    gone = 0
    for cut in cuts:
        yield max(token.i for token in doc if token.idx < cut.start - gone), cut
        gone += cut.end - cut.start


def _words(sentence: str, cut: Cut) -> tuple[tuple[str, bool], ...]:
    """The words of a cut, each with whether a blank follows it."""
    found = _TOKEN.finditer(sentence, cut.start + 1, cut.end)
    return tuple((met[0], sentence[met.end() : met.end() + 1] == " ") for met in found)


def _dated(words: tuple[tuple[str, bool], ...], verb: int, before: int) -> Iterator[_Row]:
    """A day between an auxiliary and its verb as what hangs on the verb: "on Monday morning", "late on Friday"."""
    on = before + 1 + next(n for n, (text, _) in enumerate(words) if text == "on")
    for n, (text, blank) in enumerate(words, before + 1):
        if n == on:
            yield _Row(text, blank, "IN", "ADP", text, verb, "prep")
        elif n < on:
            yield _Row(text, blank, "RB", "ADV", text, on, "advmod")
        elif n == on + 1:
            yield _Row(text, blank, "NNP", "PROPN", text, on, "pobj")
        else:
            yield _Row(text, blank, *_INSIDE.get(text, ("NN", "NOUN")), text, on + 1, "cc" if text == "and" else "conj")


def _hung(words: tuple[tuple[str, bool], ...], before: int) -> Iterator[_Row]:
    """A cut as what hangs on the word before it: a charge, or initials between brackets."""
    if words[:1] and words[0][0] == "(":
        for text, blank in words:
            told = _INSIDE.get(text, ("NNP", "PROPN"))
            yield _Row(text, blank, *told, text, before, "punct" if text in {"(", ")"} else "appos")
        return
    bracket = next((n for n, (text, _) in enumerate(words) if text == "("), len(words))
    tie = next((n for n, (text, _) in enumerate(words) if text == "for"), 0)
    begin = before + 1
    for n, (text, blank) in enumerate(words):
        if n == tie or (n == 0 and text == "of"):
            yield _Row(text, blank, "IN", "ADP", text, before, "prep")
        elif n < tie:
            yield _Row(text, blank, "NNP", "PROPN", text, begin, "pobj")
        elif n == bracket - 1:
            yield _Row(text, blank, "NNP", "PROPN", text, begin + tie, "pobj")
        else:
            yield _Row(text, blank, *_INSIDE.get(text, ("NNP", "PROPN")), text, begin + bracket - 1, _dep(text))


def _dep(text: str) -> str:
    return "punct" if not text[0].isalnum() else "compound" if text[0].isupper() else "dep"
