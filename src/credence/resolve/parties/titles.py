"""Names and offices in the words that name a speaker: "Taliban “foreign minister” Amir Khan Muttaqi"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from credence.catalog.voices import Voices
from credence.model.document import Span
from credence.model.sighting import Phrase

_WORD = re.compile(r"[^\s,()]+")
_SEGMENT = re.compile(r"[^,()]+")
_MARKS = '"“”'
_EDGES = "\"'“”‘’„.:;"
_PARTICLES = frozenset(
    ["al", "bin", "bint", "ibn", "ul", "ur", "von", "van", "de", "der", "da", "di", "del", "el", "la", "zu"]
)
_ARTICLES = frozenset({"the", "a", "an"})
_OWNING = frozenset({"of", "for"})
_AFTER_OFFICE = frozenset({"state", "elect", "designate"})  # what is left of "Secretary of State", "President-elect"
_CHARGES = frozenset(
    {"affairs", "operations", "security", "resources", "control", "relations", "cooperation", "trade", "diplomacy"}
    | {"engagement", "policy", "planning", "management", "isis", "coalition", "force", "issues", "stabilization"}
)
_TIES = frozenset({"of", "for", "to", "at", "in", "on"})


@dataclass(frozen=True, slots=True)
class Title:
    """A speaker's name and office, and the words around them that may tell the party.

    Attributes:
        name: The person's name; None if the words hold none.
        office: The office as written; None if there is none.
        whose: Words that stand before the office or the name, or after it: where the party is looked for.
    """

    name: str | None
    office: str | None
    whose: tuple[Phrase, ...]


def read_title(text: str, span: Span, begin: int, knowledge: Voices) -> Title:
    """Take apart the words of a speaker.

    Args:
        text: The stored text.
        span: Where the speaker's phrase stands.
        begin: Where its sentence begins: a title left of the phrase is looked for up to there.
        knowledge: Words for offices.
    """
    whole = Span(_widened(text, span.start, begin, knowledge), span.end)
    parts = [
        _segment(text, [_Word(w[0], whole.start + s.start() + w.start()) for w in _WORD.finditer(s[0])], knowledge)
        for s in _SEGMENT.finditer(whole.of(text))
    ]
    names = [part.name for part in parts if part.name and (len(parts) == 1 or not part.name.isupper())]  # no acronyms
    offices = [part.office for part in parts if part.office]
    known = next((name for name in names if " " in name), None) or next(iter(names), None)
    return Title(known, next(iter(offices), None), tuple(p for part in parts for p in part.whose))


@dataclass(frozen=True, slots=True)
class _Word:
    raw: str
    start: int

    @property
    def bare(self) -> str:
        """The word without marks around it and without a possessive."""
        word = re.sub(r"['’]s$", "", self.raw).strip(_EDGES)
        return f"{word}." if len(word) == 1 and self.raw.endswith(".") else word  # an initial

    @property
    def core(self) -> Span:
        """Where the bare word stands."""
        start = self.start + self.raw.find(self.bare)
        return Span(start, start + len(self.bare))

    @property
    def end(self) -> int:
        return self.start + len(self.raw)


def _widened(text: str, start: int, begin: int, knowledge: Voices) -> int:
    """Move the start left over a title that the parser cut off, with the party's name before it."""
    words = [_Word(w[0], begin + w.start()) for w in re.finditer(r"\S+", text[begin:start])]
    if not words or words[-1].raw[-1] in ",;:" or not _is_office(words[-1], knowledge):
        return start
    while words and (_is_office(words[-1], knowledge) or _modifies(words[-1], knowledge)):
        start = words.pop().start
    while words and words[-1].bare[:1].isupper() and words[-1].raw[-1] not in ",;:.":
        start = words.pop().start
    return start


def _segment(text: str, words: Sequence[_Word], knowledge: Voices) -> Title:
    """Take apart what stands between two commas."""
    words = [word for word in words if word.bare]
    places = [n for n, word in enumerate(words) if _is_office(word, knowledge)]
    if not places:
        owner, rest = _split_owner(words)
        return Title(_name(rest, knowledge), None, tuple(_phrases(text, owner)))
    first = last = places[0]
    while first and _modifies(words[first - 1], knowledge):
        first -= 1
    while last + 1 < len(words) and last + 1 in places:
        last += 1
    after = words[last + 1 :]
    if after and after[0].bare.lower() in _TIES:  # "minister of foreign affairs"
        person = _person_at_end(after, knowledge)
        if person:  # "Secretary of State Antony Blinken"
            office = text[words[first].start : person[0].start].strip()
            return Title(_name(person, knowledge), office, tuple(_phrases(text, words[:first])))
        office = text[words[first].start : after[-1].end].strip(" .:;")
        named = after if after[0].bare.lower() in _OWNING else []  # an ambassador speaks for who sends him
        return Title(_name(words[:first], knowledge), office, tuple(_phrases(text, [*words[:first], *named])))
    office = _balanced(text[words[first].start : words[last].end])
    return Title(_name(after, knowledge), office, tuple(_phrases(text, words[:first])))


def _person_at_end(after: Sequence[_Word], knowledge: Voices) -> Sequence[_Word]:
    """Give the name that follows an office with "of": "of State Antony Blinken"; none where "of" is about a party."""
    cut = next((n for n, word in enumerate(after) if n and not _modifies(word, knowledge)), len(after))
    return after[cut:] if cut > 1 and _name(after[cut:], knowledge) else ()


def _balanced(office: str) -> str:
    """Drop a quotation mark that has lost its partner."""
    return office if sum(office.count(mark) for mark in _MARKS) % 2 == 0 else office.strip(_MARKS)


def _split_owner(words: Sequence[_Word]) -> tuple[Sequence[_Word], Sequence[_Word]]:
    """Part "Norway's Espen Barth Eide" after the possessive."""
    cut = next((n + 1 for n, word in enumerate(words[:-1]) if word.raw.endswith(("'s", "’s", "s'", "s’"))), 0)
    return words[:cut], words[cut:]


def _name(words: Sequence[_Word], knowledge: Voices) -> str | None:
    """Give the words as a person's name if they are written like one."""
    kept = list(words)
    while kept and kept[0].raw.lower() in knowledge.honorifics | _ARTICLES | _AFTER_OFFICE:
        kept.pop(0)
    charge = max((n for n, word in enumerate(kept[:-1]) if word.bare.lower() in _CHARGES), default=-1)
    kept = kept[charge + 1 :]  # "Assistant Secretary for African Affairs Omar Varga"
    if not kept or not kept[0].bare[:1].isupper():
        return None
    if not all(word.bare[:1].isupper() or word.bare.lower().split("-")[0] in _PARTICLES for word in kept):
        return None
    return " ".join(word.bare for word in kept)


def _phrases(text: str, words: Sequence[_Word]) -> Iterator[Phrase]:
    """Give the run of capitalised words that may name a party, as one phrase, then one by one."""
    capital = [word for word in words if word.bare[:1].isupper()]
    if len(capital) > 1:
        yield Phrase.named(text, Span(capital[0].core.start, capital[-1].core.end))
    for word in capital:
        yield Phrase.named(text, Span(word.core.start, word.core.end))


def _is_office(word: _Word, knowledge: Voices) -> bool:
    lower = word.bare.lower()
    return lower in knowledge.offices or lower.removesuffix("s") in knowledge.offices


def _modifies(word: _Word, knowledge: Voices) -> bool:
    return word.bare.lower() in knowledge.office_modifiers
