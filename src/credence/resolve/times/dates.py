"""Dates in the words of a text, worked out to EDTF against the day of the document.

First every rule of ``data/dates`` is laid over the text and the longest matches are kept; then the words around them
say how a date relates ("since", "until") or join two to a range; last the numbers are worked out. What cannot be worked
out gives no hit: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from typing import Literal

from credence.catalog.dates import Base, DateFrame, DateKnowledge, DateRule, Relation, Tense
from credence.model.period import Period
from credence.resolve.times.reckoning import YEAR, Fields, across, parsed, reckon

_BEHIND = 70  # characters before a date that are searched for the words that open it
_SEQUEL = timedelta(days=200)  # how long after a story a day without its year may belong to it
_LATELY = timedelta(days=300)  # how long before the document a day may lie on whose month "on the 7th" goes on
_PRELUDE = timedelta(days=60)  # how long before it one may lie that the same sentence names
_TERM = re.compile(  # "has until 1 October to leave"
    r"\b(has|have|had|give|gives|gave|given|giving|grant|grants|granted|granting|allowed)\b[^.;]{0,60} $"
)
_GOES_BACK = re.compile(r"\bhad (?!(?:to|an?|the|no|its|his|her|their)\b)(?:\w+ ){1,14}$")
_EXPLAINS = {", ", ", in ", ", on ", " ("}
_IN_IT = re.compile(r", (?:in |on )?(?:the )?")
_AHEAD = re.compile(r"\b(?:would|will|shall|is to|are to|was to|were to)\b[^,;:.]*$")


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date found in a text.

    Attributes:
        start: Offset of its first character; words such as "since" belong to it.
        end: Offset after the last.
        edtf: What it was worked out to.
        relation: "on" (at some time within), "since", "until" or "for" (all through).
        deictic: Whether it was counted from the document's date or an earlier one rather than written in full.
        attributive: Whether it dates the noun behind it ("the 2014 summit") rather than the clause.
    """

    start: int
    end: int
    edtf: str
    relation: Relation
    deictic: bool
    attributive: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    """Words that met a rule.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last.
        rule: The rule.
        fields: The numbers in the words.
    """

    start: int
    end: int
    rule: DateRule
    fields: Fields


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a date is worked out against.

    Attributes:
        document: The document's date, if known.
        previous: The date last spoken of, if any.
        tense: Tense of the clause.
        story: The date, written in full, of the past that is being told of, if any.
        near: Whether that date stands in the same sentence.
        here: The date last spoken of in the same sentence, if any.
        month: The date last spoken of before it of which more is known than the year, if any.
        within: The year named right before it, if one is: "two years ago, in June".
        old: Whether nothing of late is told of.
        back: Whether the words before it go back behind the story: "Peru had left in April".
    """

    document: Period | None
    previous: Period | None
    tense: Tense
    story: Period | None = None
    near: bool = False
    here: Period | None = None
    month: Period | None = None
    back: bool = False
    within: Period | None = None
    old: bool = False

    def edtf(self, match: _Match, fields: Fields | None = None) -> str | None:
        """Work out a match, with other numbers than its own if they are given."""
        fields = match.fields if fields is None else fields
        seasons = self.story is not None and self.story.precision == "season"  # "in spring 2017 …, in the autumn"
        part = match.rule.make == "calendar" and ("month" in fields or (seasons and "season" in fields))
        lone = part and not {"year", "turn"} & set(fields)
        if lone and self.within is not None:
            return reckon("in_year", {**fields, "turn": 0}, self.within, self.tense)
        ahead = self.tense == "future" and not self.near  # "left in December 2020. It will return in March"
        if lone and self.story and not ahead:
            turns = (0, -1) if self.back else (0, 1)
            told = [reckon("in_year", {**fields, "turn": turn}, self.story, self.tense) for turn in turns]
            if self.back:
                return next((edtf for edtf in told if edtf and self._goes_before(Period.parse(edtf))), None)
            follows = next((edtf for edtf in told if edtf and self._follows(Period.parse(edtf))), None)
            if follows is None or follows == told[0] or not self._is_long_after(follows):
                return follows or told[0]
            if self._is_just_before(told[0]) or self.old:
                return told[0]
        month = self.here if self.here and self.here.precision == "month" else self._lately()
        if match.rule.make == "month_day" and (self.story or month) and "turn" not in fields:  # "on the 5th" of then
            begun = self.story or month
            told = [reckon("month_day", {**fields, "turn": turn}, begun, self.tense) for turn in (0, 1)]
            onward = (Period.parse(edtf) for edtf in told if edtf)
            return next((day.text for day in onward if self._follows(day) and not (begun and day.before(begun))), None)
        found = (reckon(match.rule.make, fields, base, self.tense) for base in self._bases(match.rule.base))
        return next(filter(None, found), None)

    def _bases(self, base: Base | None) -> Sequence[Period | None]:
        """What a date may be counted from, the first that serves."""
        if base == "story":  # "by the end of the year" is of the year told of, or of this one
            return (self.document,) if self.tense == "future" else (self.previous, self.document)
        if base == "either":  # "within two weeks" is counted from what was told, or from now
            return (self.document if self.tense == "future" else self.previous,)
        if base == "previous":
            return self.previous, self.month if self._is_finer() else None
        return (self.document if base == "document" else None,)

    def _goes_before(self, period: Period) -> bool:
        """Whether a date lies before the story's, or within the season that it names."""
        season = self.story is not None and self.story.precision == "season"
        return self.story is not None and (period.before(self.story) or (season and not self.story.before(period)))

    def _lately(self) -> Period | None:
        """The day last spoken of, if it lies in the months before a document that tells what was."""
        last = self.month if self.here is None else self.here
        if self.tense == "future" or last is None or self.document is None or last.precision != "day":
            return None
        begins, now = last.earliest, self.document.latest
        return last if begins and now and timedelta(0) <= now - begins < _LATELY else None

    def _is_finer(self) -> bool:
        """Whether the month last spoken of is one of that year: "in 2014 …, three months later" is not of late."""
        if self.previous is None or self.month is None or self.previous.precision in ("day", "month"):
            return True
        return self.month.text.startswith(self.previous.text[:4])

    def _is_long_after(self, edtf: str) -> bool:
        """Whether a date of the year after the story's lies far from it, so that it is rather one of late."""
        begins, story = Period.parse(edtf).earliest, self.story.latest if self.story else None
        return self.document is not None and begins is not None and story is not None and begins - story > _SEQUEL

    def _is_just_before(self, edtf: str | None) -> bool:
        """Whether a date of the story's year lies close before it, in the same sentence: "…, after October 7"."""
        begins, story = Period.parse(edtf).earliest if edtf else None, self.story.latest if self.story else None
        return self.near and begins is not None and story is not None and story - begins < _PRELUDE

    def _follows(self, period: Period) -> bool:
        """Whether a date lies not before the story's and not behind the document's."""
        early = self.story is not None and period.before(self.story)
        late = self.document is not None and self.document.before(period)
        return not early and not late


def find_dates(  # noqa: PLR0913 - what a date may be counted from
    text: str,
    *,
    published: str | None,
    tense: Tense = "past",
    previous: str | None = None,
    month: str | None = None,
    story: str | None = None,
    told: int = 0,
    old: bool = False,
    knowledge: DateKnowledge,
) -> tuple[DateHit, ...]:
    """Find the dates in a text.

    Args:
        text: A sentence or a few.
        published: The document's date as EDTF; None if not known, and then nothing that needs it is found.
        tense: Tense of the clause: "on Thursday" is the last one in the past and present, the next one in the future.
        previous: The date last spoken of before this text, for "three days later"; dates in the text take its place.
        month: The last one of which more than the year was said, if that is another.
        told: Up to where the text tells what was, though its clause is of what is to come.
        old: Whether the document tells of nothing of late, so that a day without its year is of the story's.
        story: A date of an earlier year that the text before is about, whose year "on 3 May" then has.
        knowledge: How the language writes dates.

    Returns:
        Hits in the order of the text, never overlapping.

    Raises:
        BadPeriod: ``published``, ``previous`` or ``story`` is not EDTF.
    """
    document, last, finer, past = (Period.parse(d) if d else None for d in (published, previous, month, story))
    matches = list(_matches(text, knowledge))
    hits: list[DateHit] = []
    near, here = False, None
    while matches:
        now: Tense = "past" if matches[0].start < told else tense
        back = _GOES_BACK.search(text, 0, matches[0].start) is not None
        within = _year_before(text, hits, matches[0].start)
        setting = _Setting(document, last, now, past, near, here, finer, back, within, old)
        hit = _range(text, matches, setting, knowledge) or _single(text, matches[0], setting, knowledge)
        if hit is None:
            del matches[0]
            continue
        hits.append(hit)
        matches = [match for match in matches if match.start >= hit.end]
        mere = hit.attributive and Period.parse(hit.edtf).precision == "year"
        beside = mere and here is not None and here.precision != "year"  # "on 3 May, ending the 2018 accord, and later"
        ahead = here is not None and _AHEAD.search(text, 0, hit.start) is not None  # "said on Friday it would by May"
        told_on = hit.relation == "on" and not beside and not ahead
        if told_on or (hit.relation == "since" and text[hit.end :].startswith((", when ", " when "))):
            last = here = Period.parse(hit.edtf.removesuffix("/.."))
            finer = last if last.precision in ("day", "month") else finer
            near = near or tells_past(hit, published)
            opens = hit.start == 0 and not hit.deictic and _is_year_gone(hit, published)  # "In 2015 …, and in March"
            past = last if opens or tells_past(hit, published) else None if _tells_now(hit, published) else past
    return tuple(
        hit for hit, after in zip(hits, [*hits[1:], None], strict=False) if not _is_explained(text, hit, after)
    )


def _year_before(text: str, hits: Sequence[DateHit], place: int) -> Period | None:
    """The year that stands with a comma right before a place: "in 2014, on 5 March"."""
    if not hits or hits[-1].relation != "on" or not _IN_IT.fullmatch(text, hits[-1].end, place):
        return None
    year = Period.parse(hits[-1].edtf)
    return year if year.precision == "year" else None


def _is_explained(text: str, hit: DateHit, after: DateHit | None) -> bool:
    """Whether the date behind says which one is meant: "in the same month, September 2017"."""
    if after is None or after.relation != "on" or text[hit.end : after.start] not in _EXPLAINS:
        return False
    finer = hit.relation == "on" and len(hit.edtf) < len(after.edtf) and after.edtf.startswith(hit.edtf)
    return finer or (hit.deictic and not after.deictic)


def tells_past(hit: DateHit, published: str | None) -> bool:
    """Whether a date opens a story of an earlier year than the document's: "on 13 August 2020 …, on 11 September"."""
    if hit.attributive or hit.relation != "on" or published is None:
        return False
    return Period.parse(hit.edtf).precision in ("day", "month", "season") and hit.edtf[:4] < published[:4]


def _is_year_gone(hit: DateHit, published: str | None) -> bool:
    """Whether a date is a year before the document's."""
    gone = published is not None and len(hit.edtf) == YEAR and hit.edtf < published[:YEAR]
    return gone and hit.relation == "on" and not hit.attributive


def _tells_now(hit: DateHit, published: str | None) -> bool:
    """Whether a date ends such a story, being of the document's own year."""
    return published is not None and not hit.attributive and hit.edtf[:4] == published[:4]


def opening_date(
    text: str, *, published: str | None, story: str | None = None, knowledge: DateKnowledge
) -> tuple[str, int] | None:
    """Read the date a line opens with, and where it ends: "2019 – …" and "12 March: …" need no "in" or "on".

    Args:
        text: The line.
        published: The document's date.
        story: The year that a chronicle has come to, if it says so above.
        knowledge: How the language writes dates.
    """
    first = next(iter(_matches(text, knowledge)), None)
    if first is None or first.start > 0:
        return None
    document, told = (Period.parse(date) if date else None for date in (published, story))
    edtf = _Setting(document, None, "past", told).edtf(first)
    return None if edtf is None else (edtf, first.end)


def apart(
    text: str, base: str | None, link: Literal["same", "after", "before"], knowledge: DateKnowledge
) -> str | None:
    """Count a stretch of time ("three days") on from a date or back from it; None where either is not said."""
    if base is None or not (found := next(filter(None, (p.fullmatch(text) for p in knowledge.stretches)), None)):
        return None
    toward = {"same": 0, "after": 1, "before": -1}[link]
    return reckon("shift", {**knowledge.numbers(found.groupdict()), "toward": toward}, Period.parse(base), "past")


@lru_cache(maxsize=256)  # a sentence is looked at once for each tense, and once more from the day before
def _matches(text: str, knowledge: DateKnowledge) -> tuple[_Match, ...]:
    """Give what the rules meet, in order of the text; of matches that overlap the longest, then the first rule's."""
    every = [
        (found.start() - found.end(), order, found.start(), found.end(), rule, found.groupdict())
        for order, rule, found in knowledge.matches(text)
    ]
    taken: list[tuple[int, int]] = []
    kept = []
    for _, _, start, end, rule, groups in sorted(every, key=lambda match: match[:4]):
        if all(end <= other_start or other_end <= start for other_start, other_end in taken):
            taken.append((start, end))
            kept.append(_Match(start, end, rule, {**rule.fixed, **knowledge.numbers(groups)}))
    return tuple(sorted(kept, key=lambda match: match.start))


def _single(text: str, match: _Match, setting: _Setting, knowledge: DateKnowledge) -> DateHit | None:
    """Read one date with the words around it."""
    edtf = setting.edtf(match)
    if edtf is None:
        return None
    for frame in knowledge.frames:
        around = None if frame.links else _around(text, frame, match.start, match.end)
        if around and frame.relation == "until" and _sets_term(text, around[0]):
            edtf = replace(setting, tense="future").edtf(match) or edtf
        related = around and _related(edtf, frame.relation)
        if around and related:
            return DateHit(*around, related, frame.relation, match.rule.base is not None, match.rule.attributive)
    if match.rule.weak:
        return None
    return DateHit(match.start, match.end, edtf, "on", match.rule.base is not None, match.rule.attributive)


def _sets_term(text: str, start: int) -> bool:
    """Whether the words at a place say by when something is to be done; not "it had its envoy by June"."""
    found = _TERM.search(text, 0, start)
    return found is not None and not (found[1] == "had" and text.startswith("by", start))


def _range(text: str, matches: list[_Match], setting: _Setting, knowledge: DateKnowledge) -> DateHit | None:
    """Read the first two dates as a range, where the words around and between them say so."""
    if len(matches) == 1:
        return None
    first, last = matches[:2]
    for frame in knowledge.frames:
        if frame.links and frame.links.fullmatch(text, first.end, last.start):
            around = _around(text, frame, first.start, last.end)
            edtf = around and _between(first, last, setting)
            if around and edtf:
                deictic = last.rule.base is not None
                return DateHit(*around, edtf, frame.relation, deictic, last.rule.attributive)
    return None


def _between(first: _Match, last: _Match, setting: _Setting) -> str | None:
    """Work out a range; a first date without its year ("from March to May 2021") takes the last one's, or one less."""
    calendar = first.rule.make == last.rule.make == "calendar"
    now = across(first.fields, last.fields, setting.document) if calendar and setting.story is None else None
    end = setting.edtf(last)
    if now is not None or end is None or "/" in end:
        return now
    year = None if first.rule.make != "calendar" or "year" in first.fields else last.fields.get("year")
    tries = [first.fields] if year is None else [{**first.fields, "year": year}, {**first.fields, "year": year - 1}]
    for fields in tries:
        start = setting.edtf(first, fields)
        if start and "/" not in start and parsed(f"{start}/{end}"):
            return f"{start}/{end}"
    return None


def _around(text: str, frame: DateFrame, start: int, end: int) -> tuple[int, int] | None:
    """Give start and end with the frame's words around it; None where they are not there."""
    if frame.opens:
        opened = frame.opens.search(text, max(start - _BEHIND, 0), start)
        if not opened:
            return None
        start = opened.start()
    if frame.closes:
        closed = frame.closes.match(text, end)
        if not closed:
            return None
        end = closed.end()
    return start, end


def _related(edtf: str, relation: Relation) -> str | None:
    """Open a date at one end for "since" and "until"."""
    first, _, last = edtf.partition("/")
    if relation == "since":
        return f"{first}/.."
    return f"../{last or first}" if relation == "until" else edtf
