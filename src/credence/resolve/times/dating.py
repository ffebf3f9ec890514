"""The day of a predicate: the date in its clause or in one that shares its time, else what the text says around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from credence.catalog.dates import DateKnowledge
from credence.model.document import Span
from credence.model.sighting import Reach, Reading, Sighting
from credence.resolve.times.context import Context
from credence.resolve.times.dated import EARLY, Dated, is_recent
from credence.resolve.times.dates import DateHit, apart
from credence.resolve.times.nearby import (
    as_said,
    at_end,
    choose_date,
    coming,
    counted_back,
    counted_from,
    finer_of,
    is_cut_off,
    is_in,
    is_of_noun,
    is_past_of_present,
    is_whole,
    last_of_row,
    month_of,
    of_late,
    of_the_day,
    right_before,
)
from credence.resolve.times.ordered import after, before, counting, is_done_again, near, some_way
from credence.resolve.times.reckoning import MONTH
from credence.resolve.times.respective import says_respectively
from credence.resolve.times.undated import (
    has_since,
    is_agreed,
    is_beside,
    is_counted_on,
    is_decided,
    is_kept,
    is_ordered,
    is_perfect,
    is_standing,
    is_under_way,
    lasting,
    passed,
)

_SOON = re.compile(r"\b(?:immediately|shortly|right|soon|hours|just|directly) (?:after|before)\b")
_TOOK = re.compile(r"\b(?:took|waited)\b[^.;,]{0,60}$")
_NEAR = 80  # characters before a date in which such a word stands
_TERM = ("until", "till", "up to")
_FIRST = re.compile(r"\b(?:first|only|last|biggest|largest|worst)\b[^,;]*$")  # "for the first time since 2008"
_NOT = re.compile(r"\bnot\b|n['’]t\b")
_EACH = 2
_WHEN = re.compile(r",? when [^,;]*")  # "since 2018, when Chad closed it, …"
_BESIDE = 12  # characters between a name and the date that is its own
_NEXT = re.compile(r"(?:['’]s)?[\s,(]*(?:did so )?")


class Dating:
    """Finds the dates of one document's sightings."""

    def __init__(self, reading: Reading, knowledge: DateKnowledge) -> None:
        """Keep what is asked of again and again.

        Args:
            reading: The document as read.
            knowledge: How its language writes dates.
        """
        self._reading = reading
        self._text = reading.document.text
        self._knowledge = knowledge
        self._dates = Dated(reading, knowledge)
        self._context = Context(reading, self._dates)
        self._known: dict[tuple[object, ...], str] = {}

    def day_of(self, sighting: Sighting, nature: str = "event", *, own: bool = False) -> str | None:
        """Give the date that belongs to a sighting's predicate as EDTF, or None if the text does not say.

        Args:
            sighting: The sighting.
            nature: What its kind is: "event", "state" or "stance".
            own: Whether the paper's own house did it: what it declares or has done is of the paper's time.
        """
        found = self._day_of(sighting, nature)
        if found is None and own and sighting.told and sighting.mood == "actual" and sighting.polarity == "affirmed":
            found = self._of_paper(sighting, nature)
        if found is None and own and nature == "event" and sighting.polarity == "affirmed" and self._dates.published:
            start = self._reading.sentences[sighting.sentence].start
            found = self._dates.published.isoformat() if is_decided(self._text, sighting, start) else None
        if found is None and sighting.sentence == 0 and nature != "state" and sighting.mood in {"actual", "planned"}:
            found = self._of_lead(sighting)
        start, at = self._reading.sentences[sighting.sentence].start, sighting.anchor.start
        done = nature == "event" and sighting.mood == "actual" and not is_beside(self._text, start, at)
        if found is not None and done:
            self._context.give(sighting.sentence, at, found)
        return found

    def remember(self, sighting: Sighting, act: tuple[object, ...], when: str | None) -> None:
        """Keep the date of an act; where it is told again without one, what follows goes on from that.

        Args:
            sighting: The act as met.
            act: What tells it from others: its kind and who did it to whom.
            when: Its date, if it has one here.
        """
        if sighting.mood != "actual" or sighting.polarity == "denied":
            return
        if when is not None:
            self._known[act] = when
        elif act in self._known and not is_perfect(self._text, sighting):
            self._context.give(sighting.sentence, sighting.anchor.start, self._known[act])

    def _of_lead(self, sighting: Sighting) -> str | None:
        """The date of what a headline names without one, but "Chad-controlled": the first of the lead, if of late."""
        day = self._dates.published
        if day is None or self._text[: sighting.anchor.start].endswith("-") or sighting.polarity == "denied":
            return None
        hits = self._dates.lead()
        return coming(hits, day) if sighting.mood == "planned" else of_late(hits, day)

    def is_dated_twice(self, sighting: Sighting) -> bool:
        """Whether the sentence of a sighting has several dates."""
        several = len(self._dates.found(sighting.sentence, sighting.tense)) > 1
        return several or says_respectively(self._reading.sentences[sighting.sentence].of(self._text))

    def day_beside(self, sighting: Sighting, said: Sequence[Span], listed: Sequence[Span]) -> str | None:
        """Give the date that stands beside one of several who did it: "Mali in 2022 and Burkina Faso last February".

        Args:
            sighting: What they did.
            said: Where the one in question is named.
            listed: Where each of them is named.

        Returns:
            The date; None where the words do not give each of two or more its own.
        """
        if len(said) != 1:
            return None
        row = self._dates.respective(sighting.sentence, sighting.tense, len(listed))
        if row:
            return row[sorted(listed, key=lambda span: span.start).index(said[0])]
        dated = {span: self._beside(sighting, span) for span in listed}
        return dated[said[0]] if sum(found is not None for found in dated.values()) >= _EACH else None

    def _beside(self, sighting: Sighting, span: Span) -> str | None:
        start = self._reading.sentences[sighting.sentence].start
        hits = (hit for hit in self._dates.found(sighting.sentence, sighting.tense) if hit.relation == "on")
        hit = next((hit for hit in hits if start + hit.start >= span.end), None)
        between = self._text[span.end : start + hit.start] if hit else ""
        return hit.edtf if hit and len(between) <= _BESIDE and _NEXT.fullmatch(between) else None

    def _day_of(self, sighting: Sighting, nature: str) -> str | None:
        same = self._of_the_day(sighting)
        if same is not None:
            return same
        reaches = counting(self._text, sighting)
        for reach in reaches:
            found = self._in_reach(sighting, reach, nature)
            if found is not None:
                return found
        counted = self._counted(sighting, reaches, nature) or self._of_entry(sighting)
        if counted is not None or sighting.polarity == "denied":
            return counted
        told = self._told(sighting) if nature == "event" else None
        if told is not None:
            return told
        if not sighting.main:
            start, hits = self._reading.sentences[sighting.sentence].start, self._dates.found(sighting.sentence)
            back = counted_back(self._text, start, sighting.anchor, hits, self._knowledge)
            return back or (self._next_to(sighting) if nature != "state" else None)
        return self._dates.entry(sighting.sentence) or self._untold(sighting, nature)

    def _of_entry(self, sighting: Sighting) -> str | None:
        """The date of the entry of a chronicle, which tells of its day in the present: "8 May. Peru holds back"."""
        now = sighting.tense == "present" and sighting.mood == "actual"
        told = sighting.main or sighting.polarity == "denied"
        return self._dates.entry(sighting.sentence) if now and told else None

    def _told(self, sighting: Sighting) -> str | None:
        """The date of the words that announce an act, or that the next sentence gives to it."""
        return self._as_said(sighting) or (self._context.said_after(sighting) if sighting.told else None)

    def _as_said(self, sighting: Sighting) -> str | None:
        """The date of announcing what is announced, where the words that say so stand apart from it."""
        if not (sighting.main or sighting.mood == "planned") or sighting.mood not in {"actual", "planned"}:
            return None
        start, hits = self._reading.sentences[sighting.sentence].start, self._dates.found(sighting.sentence)
        return as_said(self._text, start, sighting, self._reading.speeches, hits)

    def _of_the_day(self, sighting: Sighting) -> str | None:
        """The date of which it is said what happened then: "on 3 May, the day Peru left"."""
        start, hits = self._reading.sentences[sighting.sentence].start, self._dates.found(sighting.sentence)
        return of_the_day(self._text, start, sighting.anchor, hits)

    def _counted(self, sighting: Sighting, reaches: Iterable[Reach], nature: str) -> str | None:
        """What is counted from the document's day or from what was told before: "for six years", "has since"."""
        years = next((reach.gap for reach in reaches if reach.link == "before" and reach.gap), None)
        if years:  # "four years after it took the capital, it has been recognised"
            return self._before_now(years.of(self._text), sighting.sentence)
        sentence, day = self._reading.sentences[sighting.sentence], self._dates.published
        if is_standing(self._text, sighting, nature):
            told = self._context.told_before(sighting)
            return f"{told}/.." if told else None
        if nature == "state" or sighting.polarity == "denied":
            return lasting(self._text, sighting, sentence.end, day, self._knowledge)
        kept = is_kept(self._text, sighting)
        since = lasting(self._text, sighting, sentence.end, day, self._knowledge) if kept else self._since(sighting)
        return since or passed(self._text, sighting, sentence.start, day, self._knowledge)

    def _before_now(self, gap: str, sentence: int) -> str | None:
        """The year, or month, so long before the text's own time, where nothing of long ago is told before."""
        day = self._dates.published
        year = apart(gap, self._dates.year, "before", self._knowledge)
        if year is not None or day is None or any(not is_recent(edtf, day) for edtf in self._dates.around(sentence)):
            return year
        return (apart(gap, day.isoformat(), "before", self._knowledge) or "")[:MONTH] or None

    def _next_to(self, sighting: Sighting) -> str | None:
        """The month of what was within days of an act of the past: "In March Peru left Chad, which left Peru"."""
        close = sighting.mood == "actual" and any(reach.link == "near" for reach in sighting.scope)
        told = self._context.then(sighting) if close else None
        return month_of(told) if told else None

    def _untold(self, sighting: Sighting, nature: str) -> str | None:
        """When what is told as done was done, where no word says when."""
        bound = sighting.mood == "planned" and is_ordered(self._text, sighting)
        if is_agreed(self._text, sighting) and sighting.news and nature == "event":
            told = self._context.then(sighting) or self._context.in_answer(sighting)
            return month_of(told) if told else None
        news = sighting.news or (nature == "event" and self._context.is_of_late(sighting))
        if not news or not (bound or (sighting.mood == "actual" and sighting.tense != "future")):
            return None
        if nature == "state" and self._is_outcome(sighting):
            return self._context.of_story(sighting)
        if nature != "event":
            return self._context.said(sighting) if nature == "stance" and sighting.tense == "past" else None
        start, hits = self._reading.sentences[sighting.sentence].start, self._dates.found(sighting.sentence)
        end = at_end(self._text, start, sighting.anchor, hits, self._dates.published)
        return end or self._context.of_story(sighting)

    def _is_outcome(self, sighting: Sighting) -> bool:
        """Whether a number is what is left after an act: "The move leaves it with twelve allies"."""
        anchor = sighting.anchor.of(self._text)
        return sighting.kind.endswith(".count") and anchor in {"leave", "leaves", "leaving", "left"}

    def _since(self, sighting: Sighting) -> str | None:
        """The year of what has "since" been done, where what it followed is of the document's own."""
        if sighting.mood != "actual" or sighting.polarity == "denied" or not has_since(self._text, sighting):
            return None
        for number in range(sighting.sentence, max(-1, sighting.sentence - 3), -1):
            start = self._reading.sentences[number].start
            for hit in reversed(self._dates.found(number)):
                if hit.relation == "on" and start + hit.end <= sighting.anchor.start:
                    return self._dates.year if hit.edtf[:4] == self._dates.year else None
        return None

    def _of_paper(self, sighting: Sighting, nature: str) -> str | None:
        """When an official paper's house did what it tells: it declares today, and tells of what it did this month."""
        day = None if self._dates.is_history else self._dates.published
        if day is None or nature == "state":
            return None
        if sighting.tense == "present":
            return day.isoformat() if nature == "stance" or is_under_way(self._text, sighting) else None
        if sighting.tense != "past":
            return None
        if nature != "stance" and not is_perfect(self._text, sighting):
            old = any(not is_recent(edtf, day) for edtf in self._dates.around(sighting.sentence))
            if old or self._context.then(sighting) is not None:
                return None
        return day.isoformat() if day.day <= EARLY else day.isoformat()[:MONTH]

    def _in_reach(self, sighting: Sighting, reach: Reach, nature: str) -> str | None:
        """The nearest date among the words of a clause, moved by the stretch of time that lies between."""
        start = self._reading.sentences[sighting.sentence].start
        hits = tuple(
            hit
            for hit in self._dates.found(sighting.sentence, reach.tense)
            if any(is_in(Span(start + hit.start, start + hit.end), span) for span in reach.spans)
            and not is_past_of_present(hit, reach, nature)
            and not is_cut_off(self._text, start, hit, sighting.anchor)
            and not is_of_noun(self._text, Span(start + hit.start, start + hit.end), sighting.anchor)
        )
        anchor = (sighting.anchor.start - start, sighting.anchor.end - start)
        chosen = finer_of(self._text[start:], choose_date(hits, anchor, (0, len(self._text))), hits)
        hit = last_of_row(self._text[start:], chosen, hits)
        if hit is not None and (reach.link == "same" or is_whole(start, hit, reach)):
            moved = counted_from(self._text, start, hit, sighting.anchor, self._knowledge)
            return moved or self._stated(start, hit, sighting, nature)
        return None if reach.link == "same" else self._linked(sighting, reach, hit, nature)

    def _linked(self, sighting: Sighting, reach: Reach, hit: DateHit | None, nature: str) -> str | None:
        """The date of what lies so, or so far, from what the words of a clause date."""
        start = self._reading.sentences[sighting.sentence].start
        if reach.link == "when":
            return hit.edtf.removeprefix("../").removesuffix("/..") if hit else None
        if reach.link == "near":
            return near(hit)
        if reach.link == "since":
            return f"{hit.edtf.partition('/')[0]}/.." if hit else None
        if reach.gap is None:
            sentence, again = self._reading.sentences[sighting.sentence], is_done_again(self._text, sighting)
            soon = _SOON.search(self._text, sighting.anchor.end, sentence.end) is not None
            if reach.link == "before":
                return before(hit, self._dates.published, soon=soon)
            return after(hit, nature, self._dates.year, soon=soon, again=again)
        right = right_before(self._text, start, self._dates.found(sighting.sentence, reach.tense), reach.gap.start)
        if right is not None and sighting.anchor.end <= reach.gap.start:  # "left in 1994, ten years after Chad had"
            return right.edtf
        hit = right or hit
        base = hit.edtf.removesuffix("/..") if hit else None
        if hit is None and sighting.sentence and is_counted_on(self._text, start):
            base = self._context.told(sighting.sentence - 1, start)
        gap, base = reach.gap.of(self._text), base or (None if sighting.main else self._dates.entry(sighting.sentence))
        return apart(gap, base, reach.link, self._knowledge) or some_way(gap, base, reach.link)

    def _stated(self, start: int, hit: DateHit, sighting: Sighting, nature: str) -> str | None:
        """The date of what happens "on", "since" or "by" it; a term that is set is no date of what was done."""
        at, date = sighting.anchor, Span(start + hit.start, start + hit.end)
        if hit.relation == "since" and (is_in(at, date) or _WHEN.fullmatch(self._text, date.end, at.start)):
            return hit.edtf.removesuffix("/..")  # "since the reopening in 2018"
        if hit.relation == "since" and nature == "event" and _FIRST.search(self._text, start, start + hit.start):
            return None
        done = nature == "event" and sighting.news and sighting.tense == "past" and sighting.polarity == "affirmed"
        if hit.relation == "since" and done and not is_perfect(self._text, sighting):
            return None  # "the mission, in place since 2000, became an embassy"
        words = date.of(self._text).lower()
        if hit.relation == "until" and nature == "state" and words.startswith("by "):
            return hit.edtf.removeprefix("../")  # "by 2019 ninety states had recognised it"
        if hit.relation != "until" or nature != "event":
            return hit.edtf
        if sighting.polarity == "affirmed" and _NOT.search(self._text, sighting.quote.start, sighting.anchor.start):
            return hit.edtf.removeprefix("../")  # "did not leave until 2019"
        took = sighting.mood == "actual" and _TOOK.search(self._text, max(0, date.start - _NEAR), date.start)
        if took or sighting.mood == "planned" or words.startswith("by "):  # "it took Peru until 2019", "will by May"
            return hit.edtf.removeprefix("../")
        return None if hit.deictic and words.startswith(_TERM) and sighting.mood == "actual" else hit.edtf
