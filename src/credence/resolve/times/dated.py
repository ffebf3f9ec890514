"""The dates a document names, sentence by sentence, each worked out against what was told before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import takewhile

from credence.catalog.dates import DateKnowledge
from credence.model.document import Span
from credence.model.period import Period
from credence.model.sighting import Reading, Tense
from credence.resolve.times.dates import DateHit, find_dates, opening_date, tells_past
from credence.resolve.times.reckoning import DAY, MONTH, YEAR
from credence.resolve.times.respective import respective
from credence.resolve.times.undated import goes_back, is_beside, tells_of_noun

_DATELINE = re.compile(  # "LIMA, Aug. 29 (Agencia) -- ", "Lima (Agencia News / Wire - 1st May, 2021) "
    r"\W*[A-Z][A-Z'’.]{2}[^\n:–—]{0,60}?(?: [-–—]{1,2} |: )"
    r"|\W*[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?,? \([^()\n]*(?:News|/)[^()\n]*\) ?:?"
)
_ONWARD = re.compile(
    r"\W*(?:In (?:response|return|retaliation|reply|reaction|turn)|As a result|Afterwards?|Subsequently|Consequently"
    r"|Thereafter|Following (?:this|that|the)|After (?:this|that)|(?:Soon|Shortly|Days|Weeks) (?:after|later))\b"
)
_ENTRY = re.compile(  # "March 2021: …", "1962. …", "13 March. Peru …", "May 8. Peru …"; not "1959–61. …"
    r"[\s,]*(?:[:–—-](?!\d)|$)|(?<=\d{4})\. |(?:(?<=[a-z])|(?<= \d)|(?<= \d\d))\. (?=[A-Z“\"])"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_YEAR = re.compile(  # a line that is a year, or an entry that says its year: those below are of that year
    rf"^\W*(?:\d{{1,2}} )?(?:{_MONTHS} )?(?:\d{{1,2}}, )?((?:1[6-9]|20)\d\d)(?=\W*$|[.:] | [–—-] )", re.MULTILINE
)
_OWN_YEAR = re.compile(r"\d{4}")
_LINE = re.compile(r"^[^\n]*\w[^\n]*$", re.MULTILINE)
_ENDED = re.compile(r"[.!?:;,”\"’)]\s*$")
_WRITTEN = re.compile(rf"\b(?:{_MONTHS} (?:\d{{1,2}}, )?|in )((?:1[6-9]|20)\d\d)\b")
_HEADED = re.compile(r", ((?:1[6-9]|20)\d\d)\.?$")
_LEAD = 4  # sentences
_HEADING = 120  # characters of a heading
_TOLD = 3  # dates with their years that a history has
_LATE = 3  # years
_NEARLY = 0.8  # the share of its dates that lie so far back
_NOW = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|(?:this|last) (?:week|month))\b")
_LONGEST = 120  # characters of a heading that is a date and no more
_STORY = 10  # sentences over which a history holds to a date
_SEVERAL = 2  # headings that are dates, from which on they are taken for a chronicle's
_BULLET = re.compile(r"[\s*•·–—-]*")
_RECENT = timedelta(days=14)
_SAME = re.compile(r"(?:(?:on|by|in|at) )?(?:the|that|this|it|at|within|late|early|later|earlier)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|shall)\b")
_AHEAD = re.compile(  # "said on Wednesday that it would leave": what stands up to there is told, not to come
    r"\b(?:said|says|told|announced|declared|promised|vowed|pledged|warned|confirmed|stated|insisted|revealed|informed)\b"
    r"[^;]*?\b(?=(?:will|would|shall|to) )"
)
_DONE = re.compile(r"\b(?:said|says|told|announces|has|have|had|was|were|did)\b|(?<!\bbe )\b\w+ed\b")
FAR = 40
"""Sentences of one paragraph over which a date told before may still hold."""

EARLY = 3
"""What a document of the first days of a month tells may have happened in the month before."""


class Dated:
    """Finds the dates of one document's sentences."""

    def __init__(self, reading: Reading, knowledge: DateKnowledge) -> None:
        """Keep what is asked of again and again.

        Args:
            reading: The document as read.
            knowledge: How its language writes dates.
        """
        self._reading = reading
        self._text = reading.document.text
        self._knowledge = knowledge
        self._hits: dict[tuple[int, Tense], tuple[DateHit, ...]] = {}
        self._entries: dict[int, str | None] = {}
        self._tenses: dict[int, Tense] = {}
        self._days: list[str | None] = []
        self._read = 0

    def found(self, sentence: int, tense: Tense | None = None) -> tuple[DateHit, ...]:
        """The dates of a sentence, after those of all sentences before it; as its own words say, past or to come."""
        while self._read < sentence:
            self._read += 1
            self.found(self._read - 1)
        tense = tense or self._tense(sentence)
        if (sentence, tense) not in self._hits:
            self._hits[sentence, tense] = self._look(sentence, tense)
        return self._hits[sentence, tense]

    def _tense(self, sentence: int) -> Tense:
        """Whether a sentence is of what is to come or of what is past, as far as its own words say."""
        if sentence not in self._tenses:
            words = self._reading.sentences[sentence].of(self._text)
            self._tenses[sentence] = "future" if _TO_COME.search(words) and not _DONE.search(words) else "past"
        return self._tenses[sentence]

    def lead(self) -> Iterator[DateHit]:
        """The dates of the sentences behind the headline, which say when what it tells was done or will be."""
        numbers = range(1, min(_LEAD, len(self._reading.sentences)))
        return (hit for number in numbers for hit in self.found(number))

    def respective(self, sentence: int, tense: Tense, number: int) -> tuple[str | None, ...]:
        """The dates that a sentence tells in a row for so many, each his own; empty if it does not."""

        def dated(words: str) -> str | None:
            hits = self._dates(words, tense, self._before(sentence), None)
            return hits[0].edtf if len(hits) == 1 else None

        return respective(self._reading.sentences[sentence].of(self._text), number, dated)

    def _look(self, sentence: int, tense: Tense) -> tuple[DateHit, ...]:
        """The dates of a sentence, without that of a dateline."""
        text, story = self._reading.sentences[sentence].of(self._text), self._past(sentence)
        hits = self._dates(text, tense, self._before(sentence), story, self._month_before(sentence))
        day = self.day_before(sentence) if self.entry(sentence) is None else None
        if day and self._is_told_here(sentence) and all(told[:YEAR] < day[:YEAR] for told in self.around(sentence)):
            day = None  # "In 2021 Peru left. The month before …" is of then, not of the news above
        more = self._dates(text, tense, day, story) if day else ()
        same = [hit for hit in more if _SAME.match(text, hit.start)]  # "the same day", not "nine days later"
        here = self._is_told_here(sentence)  # what another paragraph says of a month or year gives way to that day
        firm = [hit for hit in hits if here or len(hit.edtf) not in (YEAR, MONTH)]
        new = [hit for hit in same if _is_apart(hit, firm if len(hit.edtf) == DAY else hits)]
        line = _DATELINE.match(text)
        written = line.end() if line else 0
        headed = [hit for hit in self._headed(sentence) if _is_apart(hit, hits)]
        every = sorted((*(hit for hit in hits if _is_apart(hit, new)), *new, *headed), key=lambda hit: hit.start)
        return tuple(hit for hit in every if hit.end > written or hit.start == 0)

    def _headed(self, sentence: int) -> list[DateHit]:
        """The year at the end of a heading, which says when it was: "Elevation to Embassy Status, 1951."."""
        words = self._reading.sentences[sentence]
        text, alone = words.of(self._text), self.paragraph(sentence) == words.start
        found = _HEADED.search(text) if alone and len(text) < _HEADING else None
        ends = found is not None and self._text[words.end : words.end + 1] in {"", "\n"}
        return [DateHit(found.start(1), found.end(1), found[1], "on", deictic=False)] if found and ends else []

    def _dates(
        self, text: str, tense: Tense, previous: str | None, story: str | None, month: str | None = None
    ) -> tuple[DateHit, ...]:
        turn = _AHEAD.search(text) if tense == "future" else None
        return find_dates(
            text,
            published=self._reading.document.published,
            tense=tense,
            previous=previous,
            month=month,
            story=story,
            told=turn.end() if turn else 0,
            old=self.is_history,
            knowledge=self._knowledge,
        )

    def _is_told_here(self, sentence: int) -> bool:
        """Whether a sentence before it in its paragraph says when something was, not only in a relative thrown in."""
        first = self.paragraph(sentence)
        starts = ((number, self._reading.sentences[number].start) for number in range(max(0, sentence - FAR), sentence))
        return any(
            not is_beside(self._text, start, start + hit.start) and not self.is_aside(number, hit)
            for number, start in starts
            if start >= first
            for hit in self.found(number)
        )

    def _told(self, sentence: int) -> list[str]:
        """The dates of a sentence from which another may count on."""
        start = self._reading.sentences[sentence].start
        told = (hit for hit in self.found(sentence) if not self.is_aside(sentence, hit))
        hits = [hit for hit in told if hit.relation in {"on", "since"}]
        plain = [hit for hit in hits if not is_beside(self._text, start, start + hit.start)]
        return [hit.edtf.removesuffix("/..") for hit in plain or hits]

    def _past(self, sentence: int) -> str | None:
        """The date of an earlier year that the sentence before in the paragraph tells of, or that opens an entry."""
        start, published = self.paragraph(sentence), self._reading.document.published
        for number in _just_before(sentence):  # a sentence between that says no time leaves the story where it is
            words = self._reading.sentences[number]
            if words.start < start:
                break
            for hit in reversed(self.found(number)):
                if self.is_history and hit.attributive:  # "on the night of 3 May"
                    continue
                if any(one.edtf.startswith(f"{hit.edtf}-") for one in self.found(number)):
                    continue  # "left in May 2019, before the year was out"
                told = tells_past(hit, published) or self._opens(number, hit)
                return hit.edtf if told else _bound(hit) if self.is_history else None
            if goes_back(self._text, words.start, words.end):
                break
        entry = self.entry(sentence)
        return entry or ((self._heading_above(start) or self._last_told(sentence)) if self.is_history else None)

    def _last_told(self, sentence: int) -> str | None:
        """The last date told of in the sentences before one, in whatever paragraph: a history goes on from it."""
        published = self._reading.document.published
        near = range(sentence - 1, max(-1, sentence - _STORY), -1)
        hits = (hit for number in near for hit in reversed(self.found(number)) if not self.is_aside(number, hit))
        return next((hit.edtf for hit in hits if tells_past(hit, published)), None)

    @cached_property
    def is_history(self) -> bool:
        """Whether the document tells of years gone by and of nothing of late: not of news."""
        year = self.year
        if year is None:
            return False
        told = [int(found[1]) for found in _WRITTEN.finditer(self._text)]
        old = sum(int(year) - each > _LATE for each in told)
        late = _NOW.search(self._text) is not None or any(int(year) - each <= 1 for each in told)
        return len(told) >= _TOLD and old >= _NEARLY * len(told) and not late

    def _heading_above(self, start: int) -> str | None:
        """The year at the end of the heading over some paragraphs: "Embassy Moved to Vichy, 1940."."""
        lines = (line.strip() for line in reversed(self._text[:start].split("\n")))
        above = next((line for line in lines if line and len(line) < _HEADING), "")
        found = _HEADED.search(above)
        return found[1] if found is not None else None

    def _opens(self, sentence: int, hit: DateHit) -> bool:
        """Whether a sentence opens with a year of the past, of which the next then tells: "In 2019 … On 3 May …"."""
        words = self._reading.sentences[sentence].of(self._text)
        old = self.year is not None and len(hit.edtf) == YEAR and hit.edtf < self.year and hit.relation == "on"
        return old and not hit.attributive and hit.start == 0 and words.startswith("In ")

    def paragraph(self, sentence: int) -> int:
        """Where the paragraph of a sentence begins."""
        return self._text.rfind("\n", 0, self._reading.sentences[sentence].start + 1) + 1

    def told_from(self, sentence: int) -> int:
        """Where what a sentence goes on from begins: its paragraph, or the one before it ("In response, Peru …")."""
        first = self.paragraph(sentence)
        opens = sentence > 0 and self._reading.sentences[sentence].start == first
        onward = opens and _ONWARD.match(self._text, first) is not None
        return self.paragraph(sentence - 1) if onward else first

    def _before(self, sentence: int) -> str | None:
        """The last date of the two sentences before, for "that year", or that of the entry."""
        entry = self.entry(sentence)
        numbers = _just_before(sentence)
        if len(numbers) > 1 and not self._told(sentence - 1) and self.is_flashback(sentence - 2):
            numbers = range(sentence - 3, max(-1, sentence - 5), -1)  # the story has come back: "Hours later …"
        near = takewhile(lambda number: entry is None or self.entry(number) == entry, numbers)
        told = next((_onward(dates) for dates in map(self._told, near) if dates), None) or entry
        return told or (self._last_told(sentence) if self.is_history else None)

    def _month_before(self, sentence: int) -> str | None:
        """The last date of the two sentences before in its paragraph that is no mere year, for "that month"."""
        first = self.paragraph(sentence)
        near = (number for number in _just_before(sentence) if self._reading.sentences[number].start >= first)
        told = (edtf for number in near for edtf in reversed(self._told(number)))
        return next((edtf for edtf in told if len(edtf) in (MONTH, DAY)), None)

    def day_before(self, sentence: int) -> str | None:
        """The last day before a sentence that belongs to the story told as news, for "the same day"."""
        for number in range(len(self._days), sentence + 1):
            start = self._reading.sentences[number - 1].start if number else 0
            hits = reversed(self.found(number - 1)) if number else ()
            told = (hit for hit in hits if not is_beside(self._text, start, start + hit.start))
            last = self._days[-1] if self._days else None
            self._days.append(next((hit.edtf for hit in told if hit.relation == "on" and self._of_now(hit)), last))
        return self._days[sentence]

    def _of_now(self, hit: DateHit) -> bool:
        """Whether a date is a day of the story that the document tells as news."""
        day = self.published
        return day is not None and len(hit.edtf) == DAY and is_recent(hit.edtf, day)

    def entry(self, sentence: int) -> str | None:
        """The date that opens the entry of a chronicle a sentence stands in: "March 2021: …", "1996: … 2001: …"."""
        first = self.paragraph(sentence)
        for number in range(sentence, max(sentence - FAR, -1), -1):
            if self._reading.sentences[number].start < first:
                break
            opened = self._opened(max(first, self._reading.sentences[number].start))
            if opened is not None:
                return opened
        return self._opened(first) or self._heading(first)

    def _heading(self, start: int) -> str | None:
        """The date of the heading over a paragraph, where a text has several headings that are dates."""
        above = [heading for heading in self._headings if heading[0] < start]
        return above[-1][1] if above else None

    @cached_property
    def _headings(self) -> list[tuple[int, str | None]]:
        """Where lines begin that stand as headings, and their dates; None in those without one. Empty if few are dates.

        What stands between headings ends with a full stop or the like.
        """
        found: list[tuple[int, str | None]] = []
        for line in _LINE.finditer(self._text):
            short = len(line[0]) <= _LONGEST
            day = opening_date(line[0], published=None, story=None, knowledge=self._knowledge) if short else None
            whole = day is not None and not line[0][day[1] :].strip(" :.")
            if whole or (line.start() and not _ENDED.search(line[0])):
                found.append((line.start(), day[0] if whole and day else None))
        return [] if sum(day is not None for _, day in found) < _SEVERAL else found

    def _opened(self, start: int) -> str | None:
        """The date that opens an entry at a place."""
        if start not in self._entries:
            line = self._text[start : start + 60].split("\n")[0]
            bullet = _BULLET.match(line)
            begun = bullet.end() if bullet else 0
            year = None if _OWN_YEAR.search(line[:20]) else self._year_above(start)
            found = opening_date(
                line[begun:], published=self._reading.document.published, story=year, knowledge=self._knowledge
            )
            self._entries[start] = found[0] if found and _ENTRY.match(line, begun + found[1]) else None
        return self._entries[start]

    def _year_above(self, start: int) -> str | None:
        """The year that a chronicle has come to at a place: that of the line or entry above which says it."""
        number = bisect_left(self._years, start, key=lambda year: year[0])
        return self._years[number - 1][1] if number else None

    @cached_property
    def _years(self) -> list[tuple[int, str]]:
        return [(hit.start(), hit[1]) for hit in _YEAR.finditer(self._text)]

    def around(self, sentence: int) -> Iterable[str]:
        """The dates of the sentences before one in its paragraph."""
        start = self.paragraph(sentence)
        for number in range(sentence - 1, max(sentence - FAR, -1), -1):
            if self._reading.sentences[number].start < start:
                break
            if not self.is_flashback(number):
                yield from (hit.edtf for hit in self.found(number) if not self.is_aside(number, hit))

    def is_flashback(self, sentence: int) -> bool:
        """Tell whether a sentence goes back behind a story told before: "Peru left on Friday. It had come in 1990"."""
        words, first = self._reading.sentences[sentence], self.paragraph(sentence)
        before = range(sentence - 1, max(sentence - FAR, -1), -1)
        told = (number for number in before if self._reading.sentences[number].start >= first)
        return goes_back(self._text, words.start, words.end) and any(map(self._told, told))

    def is_aside(self, sentence: int, hit: DateHit) -> bool:
        """Tell whether a date only says when somebody was named or something opened that a sentence speaks of."""
        start = self._reading.sentences[sentence].start
        return tells_of_noun(self._text, start, Span(start + hit.start, start + hit.end))

    @cached_property
    def year(self) -> str | None:
        """The year the document is of."""
        published = self._reading.document.published
        return published[:4] if published else None

    @cached_property
    def published(self) -> date | None:
        """The day the document is of; None where only its month or year is known."""
        published = self._reading.document.published
        period = Period.parse(published) if published else None
        return period.earliest if period and period.precision == "day" else None


def _bound(hit: DateHit) -> str | None:
    """The day up to which, or since which, something was."""
    day = hit.edtf.removeprefix("../").removesuffix("/..")
    return day if hit.relation in {"until", "since"} and len(day) == DAY and not hit.attributive else None


def _onward(told: Sequence[str]) -> str:
    """The date from which a story goes on: the last, or the day before it from which that month only goes back."""
    first, last = told[-2:][0], told[-1]
    return first if len(first) == DAY and len(last) == MONTH and last < first[:MONTH] else last


def _is_apart(hit: DateHit, others: Iterable[DateHit]) -> bool:
    """Whether the words of a date are none of others'."""
    return all(hit.end <= other.start or other.end <= hit.start for other in others)


def tells_done(words: str) -> bool:
    """Tell whether a sentence says that something was done."""
    return _DONE.search(words) is not None


def is_recent(edtf: str, day: date) -> bool:
    """Whether a date lies in the days before another."""
    period = Period.parse(edtf)
    return period.latest is not None and day - period.latest <= _RECENT


def _just_before(sentence: int) -> range:
    """The numbers of the two sentences before one, the last first."""
    return range(sentence - 1, max(-1, sentence - 3), -1)
