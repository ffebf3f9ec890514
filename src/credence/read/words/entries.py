"""Lists of names: a sentence or a heading says what happens to the names in the lines after it.

"The following persons have been added to the list:" makes a sighting of each line below it; so does "Listed on:" in an
entry of its own, whatever the list is of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from credence.catalog.entries import EntryKnowledge
from credence.model.document import Span
from credence.model.sighting import Filler, Phrase, Reach, Sighting

_BULLET = re.compile(r"\s*(?:[-–—•*·▪]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)?")
_FIELD = re.compile(r"[A-Z][\w./ ]{1,30}:")
_PARTS = re.compile(r"\d:\s*(.+?)(?=\s+\d:|$)")
_BIG = r"[^\W\d_a-z][\w’'.-]*"
_CAPS = r"[^\W\d_a-z][^\W\d_a-z’'.&-]+"
_GIVEN = r"[A-Z][\w’'.-]*"
_SURNAME = re.compile(  # one space or hyphen between words, never none: else a long line is tried in too many ways
    rf"((?:{_CAPS} ){{0,4}}{_CAPS}), ({_GIVEN}(?:[ -](?:(?:al|bin|de|van|von) )?{_GIVEN}){{0,4}})(?=\s?[,;(]|\s*$)"
)
_CAPITALS = re.compile(rf"((?:{_CAPS} ){{0,7}}{_CAPS})(?=\s?[,;(:]|\s[–-]\s|\s*$)")
_INNER = r"(?:(?:of|and|the|for|al|bin|de|van|von|el) )*"
_NAME = re.compile(rf"((?:[Tt]he )?{_BIG}(?: {_INNER}{_BIG}){{0,7}})(?=[,;(:.]|\s[–-]\s|\s*$)")
_SHORT = 60  # characters of a heading
_LONGEST = 400  # characters of an entry that is quoted


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something in it, without the mark that may stand before it."""

    span: Span
    words: str


@dataclass(slots=True)
class _Lists:
    """Goes through the lines of one document."""

    text: str
    spans: Sequence[Span]
    known: EntryKnowledge
    is_party: Callable[[str], bool]

    def sightings(self, found: Sequence[Sighting]) -> Iterator[Sighting]:
        """Give what was found, with what announces a list replaced by what its entries say."""
        lines = list(_lines(self.text))
        unfolded: set[int] = set()
        made: list[Sighting] = []
        for n, line in enumerate(lines):
            names = list(self._names(lines[n + 1 :], strict=not line.words.endswith(":")))
            made += self._listed(line)
            if not names:
                continue
            announcing = [s for s in found if line.span.covers(s.anchor) and self._announces(s) is not None]
            templates = announcing or list(self._told(line))
            unfolded |= {id(s) for s in announcing}
            made += [one for template in templates for entry in names for one in self._entry(template, entry)]
        yield from (s for s in found if id(s) not in unfolded)
        yield from made

    def _announces(self, sighting: Sighting) -> Filler | None:
        """The phrase of a sighting that stands for the names below it: "the following persons"."""
        fillers = (f for f in sighting.fillers if not f.role.startswith("@"))
        return next((f for f in fillers if self.known.announcing.search(f.phrase.text)), None)

    def _told(self, line: _Line) -> Iterator[Sighting]:
        """What a heading says, or an announcement that no pattern meets."""
        said = self._announcement(line)
        for act in self.known.acts:
            heading = len(line.words) <= _SHORT and act.heading.fullmatch(line.words) is not None
            span = line.span if heading else said
            if span is not None and (heading or act.verbs.search(span.of(self.text))):
                blank = Phrase(span, span, span.of(self.text), "", "noun")
                yield self._sighting(act.kind, Filler("target", "party", blank), span, span)
                return

    def _announcement(self, line: _Line) -> Span | None:
        """The last sentence of a line that says that names follow."""
        inside = [span for span in self.spans if line.span.covers(span)]
        for span in reversed(inside):
            words = span.of(self.text)
            if self.known.announcing.search(words) and self.known.nouns.search(words):
                return span
        return None

    def _entry(self, template: Sighting, entry: tuple[_Line, Phrase]) -> Iterator[Sighting]:
        """What an announcement says of one entry."""
        line, name = entry
        place = self._announces(template) or next((f for f in template.fillers if f.role == "target"), None)
        if place is None:
            return
        own = self._named(place, name)
        fillers = tuple(own if filler is place else filler for filler in template.fillers)
        quote = Span(line.span.start, min(line.span.end, line.span.start + _LONGEST))
        fixed = (
            template.fixed if template.kind not in {act.kind for act in self.known.acts} else (self._list(template),)
        )
        yield replace(template, fillers=fillers, fixed=fixed, quote=quote)

    def _named(self, place: Filler, name: Phrase) -> Filler:
        """Put a name where the announcement stood; one that is no party's stands for itself."""
        kind = "party" if place.role == "target" else place.type
        own = name.head.end - name.head.start != len(name.text) or not self.is_party(name.text)  # "VARGA, Omar"
        return replace(place, type=kind, phrase=name, value=name.text if own else "")

    def _list(self, template: Sighting) -> tuple[str, str]:
        """Which sort of list is announced: one of terrorists only where the word is said."""
        said = self.spans[template.sentence].of(self.text)
        return ("list", "terrorism" if "terror" in said.lower() else "sanctions")

    def _listed(self, line: _Line) -> Iterator[Sighting]:
        """What "Name: Omar Varga. Listed on: 12 April 2010." says by itself."""
        day, name = self.known.listed.search(line.words), self._field(line)
        if day is None or name is None:
            return
        start = line.span.start + day.start(1)
        dated = Span(start, start + len(day[1].rstrip()))
        target = self._named(Filler("target", "party", name), name)
        yield self._sighting("listing.add", target, Span(line.span.start, dated.end), dated)

    def _sighting(self, kind: str, target: Filler, quote: Span, dated: Span) -> Sighting:
        named = self.known.lister.search(self.text)
        lister = () if named is None else (Filler("lister", "party", _named(Span(*named.span()), self.text), slot=1),)
        return Sighting(
            kind=kind,
            pattern="list-of-names",
            fillers=(*lister, target),
            fixed=(("list", "sanctions"),),
            polarity="affirmed",
            mood="actual",
            step=None,
            quote=quote,
            sentence=self._number(dated.start),
            anchor=dated,
            scope=(Reach((dated,), "past"),),
            main=True,
            news=quote == dated,
        )

    def _names(self, lines: Sequence[_Line], *, strict: bool) -> Iterator[tuple[_Line, Phrase]]:
        """Names in the lines right below one, up to the first line that is no entry.

        Args:
            lines: The lines below.
            strict: Whether a name must be marked as one, as what stands above does not end in a colon.
        """
        for line in lines:
            name = self._field(line) or self._first(line, strict=strict)
            if name is not None:
                yield line, name
            elif not (_FIELD.match(line.words) or self._heads_part(line)):
                return

    def _heads_part(self, line: _Line) -> bool:
        """Whether a line heads a part of a list: "B. Entities"."""
        if len(line.words) > _SHORT or line.words.endswith(".") or self._announcement(line) is not None:
            return False
        other = any(act.heading.fullmatch(line.words) for act in self.known.acts)
        return self.known.groups.search(line.words) is not None and not other

    def _first(self, line: _Line, *, strict: bool) -> Phrase | None:
        """The name a line begins with: "VARGA, Omar, minister", "VARGA HOLDINGS, Lima", below a colon "Omar Varga"."""
        surname = _SURNAME.match(line.words)
        if surname is not None and not self.known.firm.search(surname[1]):
            return _phrase(line, 0, surname.end(2), f"{surname[2].strip()} {_spelt(surname[1])}")
        match = _CAPITALS.match(line.words)
        if match is None and not strict and len(line.words) < 2 * _SHORT:
            match = _NAME.match(line.words)
        return _phrase(line, 0, match.end(1), match[1].strip()) if match is not None else None

    def _field(self, line: _Line) -> Phrase | None:
        """The name in an entry's own field: "Name: 1: OMAR 2: VARGA 3: na"."""
        match = self.known.name.search(line.words)
        if match is None:
            return None
        parts = [part for part in _PARTS.findall(match[1]) if part.lower() not in self.known.blank]
        return _phrase(line, match.start(1), match.end(1), " ".join(parts) or match[1])

    def _number(self, offset: int) -> int:
        return max(bisect_right([span.start for span in self.spans], offset) - 1, 0)


def unfold(
    found: Sequence[Sighting],
    text: str,
    spans: Sequence[Span],
    known: EntryKnowledge,
    is_party: Callable[[str], bool],
) -> list[Sighting]:
    """Put the names of a list where a sighting says "the following persons".

    Args:
        found: The sightings of a document.
        text: Its text.
        spans: Its sentences.
        known: How lists are announced and what their entries look like.
        is_party: Tells whether a name may be that of a party with an id.

    Returns:
        The sightings, with one for each name of a list.
    """
    return list(_Lists(text, spans, known, is_party).sightings(found))


def _named(span: Span, text: str) -> Phrase:
    return Phrase(span, span, span.of(text), span.of(text).lower(), "name")


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer(r"[^\n]+", text):
        bullet = _BULLET.match(match[0])
        start = match.start() + (bullet.end() if bullet is not None else 0)
        words = text[start : match.end()].rstrip()
        if words:
            yield _Line(Span(start, start + len(words)), words)


def _phrase(line: _Line, start: int, end: int, name: str) -> Phrase:
    """Make the phrase of a name; one written in capitals is given as it is spelt elsewhere."""
    span = Span(line.span.start + start, line.span.start + end)
    spelt = _spelt(name)
    return Phrase(span, span, spelt, spelt.lower(), "name")


def _spelt(name: str) -> str:
    """Write "VARGA HOLDINGS" as "Varga Holdings"; short words stay, as they may be letters: "VTB"."""
    words = name.strip().split(" ")
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)
