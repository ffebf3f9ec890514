"""Trees put right at what opens a sentence, and at words that a hyphen joins.

A number that "around" or "over" was taken to govern ("Around 140 of the members have recognised Peru"), the date of
a line in a chronology that took the subject for its own ("Feb. 1, 2021 - Peru and Chad establish ties"), a date taken
for a part of the name behind it ("In late May Peru left"), and adjectives that were cut at their hyphen ("called the
decision ill-advised").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from credence.read.trees.standins import with_verb
from credence.read.words.forms import FINITE, MONTH, SUBJECT, left_of
from credence.read.words.tree import Doc, Token

_ROUGHLY = {"around", "about", "over", "under", "near"}
_FIRST_HALVES = frozenset(  # of adjectives that judge; "so-called" and "newly-opened" are left as they are
    {"short", "ill", "one", "two", "heavy", "half", "far", "wrong", "double", "high", "low", "hard", "narrow", "tone"}
    | {"counter", "anti", "trumped", "un", "dead", "ham", "light", "cold", "self", "mean", "long"}
)
_MODIFYING = {"acomp", "amod", "oprd", "attr", "conj", "ccomp", "xcomp", "dep", "advcl", "acl", "pobj"}
_MONTHS = rf"(?:{MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DATED = re.compile(rf"(?:(?:\d{{1,2}} )?{_MONTHS}(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{4}}) ?[–:] (?=[A-Z])")
_DATE_WORD = re.compile(
    rf"{MONTH}|(?:1[6-9]|20)\d\d|Eve|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{1,2}}(?:st|nd|rd|th)"
)
_SHORTEST = 4  # words that a clause has


def opened(token: Token) -> None:
    """Put right what a rough number or half an adjective was taken for."""
    if token.dep_ == "prep" and token.lower_ in _ROUGHLY:
        _rough_number(token)
    elif token.dep_ == "compound" and token.pos_ == "PROPN" and _lacks_subject(token.head):
        _as_subject(token, token.head)
    elif token.dep_ in _MODIFYING and token.i > 1 and left_of(token).text == "-":
        _joined(token)
    elif token.dep_ in {"pobj", *SUBJECT} and token.pos_ == "PROPN":
        _behind_date(token)


def _lacks_subject(verb: Token) -> bool:
    """Whether a finite verb has nobody that does it."""
    finite = verb.tag_ in FINITE | {"VB"} or any(c.tag_ in FINITE and c.dep_ in {"aux", "auxpass"} for c in verb.lefts)
    return (
        verb.pos_ in {"VERB", "AUX"} and finite and not any(c.dep_ in SUBJECT or c.dep_ == "expl" for c in verb.lefts)
    )


def _as_subject(noun: Token, verb: Token) -> None:
    noun.head = verb
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _behind_date(name: Token) -> None:
    """Part a name from a date before it: "In late May Peru left", "On the 7th Ana Rojas was appointed"."""
    dated = [c for c in name.lefts if _DATE_WORD.fullmatch(c.text) and c.dep_ in {"compound", "nummod", "nmod", "amod"}]
    behind = name.doc[name.right_edge.i + 1 : name.right_edge.i + 2]
    verb = next((t.head if t.dep_ in {"aux", "auxpass"} else t for t in behind), name)
    if not dated or verb.tag_ not in FINITE | {"VBN"} or verb.i < name.i:
        return
    date, first = dated[-1], dated[-1].left_edge
    before = [c for c in name.lefts if c.i < date.i and c.dep_ != "prep"]
    prep = left_of(min([first, *(c.left_edge for c in before)], key=lambda t: t.i))
    if prep.dep_ != "prep" or (name.dep_ == "pobj" and not _lacks_subject(verb)):
        return
    for child in before:
        child.head = date
    date.head, date.dep_ = prep, "pobj"
    if prep.head == name:
        prep.head = verb
    if name.dep_ == "pobj":
        _as_subject(name, verb)


def _rough_number(word: Token) -> None:
    """Let those whom a rough number counts do what the verb behind them says."""
    verb = word.head
    counted = next((c for c in word.children if c.dep_ == "pobj"), None)
    if counted is None or verb.i < counted.i or word.i + 1 >= len(word.doc):
        return
    number = word.doc[word.i + 1]
    counts = number.pos_ == "NUM" and counted in {number, number.head}
    if counts and _lacks_subject(verb) and counted.lemma_ not in {"year", "month", "week", "day", "hour"}:
        _as_subject(counted, verb)
        word.head, word.dep_, word.tag_, word.pos_ = number, "advmod", "RB", "ADV"


def _is_month(token: Token) -> bool:
    return re.fullmatch(_MONTHS, token.text) is not None


def _joined(word: Token) -> None:
    """Read an adjective that was cut at its hyphen as one word."""
    half = left_of(word, 2)
    if half.lower_ in _FIRST_HALVES and word.pos_ in {"ADJ", "VERB", "NOUN", "ADV"} and half.head in {word, word.head}:
        word.lemma_ = f"{half.lower_}-{word.lower_}"
        word.tag_, word.pos_ = "JJ", "ADJ"


def with_date(doc: Doc, parse: Callable[[Iterable[str]], Iterator[Doc]], predicates: Collection[str]) -> Doc:
    """Parse what a line of a chronology tells without the date before it, which is then said of its verb.

    Args:
        doc: The parsed sentence.
        parse: The parser.
        predicates: Folded lemmas that patterns speak of.
    """
    dated = _DATED.match(doc.text)
    first = next((t.i for t in doc if dated is not None and t.idx == dated.end()), 0)
    if not first or len(doc) - first < _SHORTEST:
        return doc
    told = with_verb(next(iter(parse([doc.text[doc[first].idx :]]))), parse, predicates)
    if [t.text for t in told] != [t.text for t in doc[first:]]:
        return doc
    root = next(t.i for t in told if t.dep_ == "ROOT") + first
    date = next((t for t in doc[:first] if _is_month(t)), doc[0])
    before = list(doc[:first])
    return Doc(
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[t.tag_ for t in (*before, *told)],
        pos=[t.pos_ for t in (*before, *told)],
        lemmas=[t.lemma_ for t in (*before, *told)],
        heads=[root if t == date else date.i for t in before] + [t.head.i + first for t in told],
        deps=["npadvmod" if t == date else "nummod" if t.pos_ == "NUM" else "punct" for t in before]
        + [t.dep_ for t in told],
    )
