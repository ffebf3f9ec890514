"""What the text around a predicate says of its day: the story it goes on with, what it answers, what came before."""

from __future__ import annotations

import re
from collections import defaultdict

from credence.model.document import Span
from credence.model.sighting import Reading, Sighting
from credence.resolve.times.dated import EARLY, FAR, Dated, is_recent, tells_done
from credence.resolve.times.dates import DateHit
from credence.resolve.times.nearby import begun, follows, is_in, month_of
from credence.resolve.times.ordered import is_done_again
from credence.resolve.times.reckoning import DAY, MONTH
from credence.resolve.times.undated import event_beside, goes_back, is_beside, is_perfect, is_under_way, spoke

_LONG_AFTER = re.compile(r"\b(?:months|years|decades) (?:later|afterwards|after that)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:(?!\b(?:has|have)\b).)*\b(?:and|but|while|yet) [^,;]*$", re.DOTALL)
_GOING_ON = 3  # sentences over which what had been before is told of


_NOW = re.compile(r"\b[Nn]ow\b[^,;.]*$")
_TIMES = re.compile(r"\b(?:twice|thrice|times|again and again)\b")
_LATER = re.compile(
    r"(?<!hours )(?<!minutes )(?<!moments )\b(?:later|eventually|ultimately|in the end|at last) (?:\w+ )?$"
)
_TOO = re.compile(r"\b(?:too|also|as well|likewise|in turn|in response|in return|meanwhile)\b", re.IGNORECASE)
_STANDING = ("recognition.", "ties.", "listing.")
_THAT_WAS = re.compile(
    r"(?:That|This|It) (?:was|happened|came|took place|occurred)(?: only| just| back| as early as)? ?"
)


class Context:
    """Finds when something was from the sentences around it and from what was dated before it."""

    def __init__(self, reading: Reading, dates: Dated) -> None:
        """Keep what is asked of again and again.

        Args:
            reading: The document as read.
            dates: The dates it names.
        """
        self._reading = reading
        self._text = reading.document.text
        self._dates = dates
        self._given: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)

    def give(self, sentence: int, at: int, edtf: str) -> None:
        """Keep the date that was given to an act of a sentence, so that what follows may go on from it."""
        self._given[sentence].append((at, edtf))

    def of_story(self, sighting: Sighting) -> str | None:
        """The month of what is told as the next thing that happened, without a date of its own.

        That of the past the sentences around it tell of, if they do; else that of the news a dated text tells.
        """
        now = is_under_way(self._text, sighting) or is_perfect(self._text, sighting)
        sentence = self._reading.sentences[sighting.sentence]
        if _LONG_AFTER.search(self._text, sentence.start, sentence.end):
            return None
        year, beside = event_beside(self._text, sentence, sighting)
        told = None if now or year else self.then(sighting) or self.followed(sighting)
        if told is not None:
            return None if _LATER.search(self._text, sentence.start, sighting.anchor.start) else month_of(told)
        if not now and (beside or self._is_of_before(sighting)):
            return year if year != self._dates.year else None
        day = None if self._dates.is_history else self._dates.published
        fresh = now and self._is_now(sighting)
        if day is None or not (fresh or all(is_recent(edtf, day) for edtf in self._dates.around(sighting.sentence))):
            return None
        told = self._dates.day_before(sighting.sentence + 1)
        late = day.day > EARLY
        if told is not None and not (now and late):  # "have left, after a raid on the 31st": in this month
            return month_of(told)
        return day.isoformat()[:MONTH] if late else None

    def _is_of_before(self, sighting: Sighting) -> bool:
        """Whether it goes on from what had been before, of no date: "Peru had left over a raid. Chad left, too"."""
        first, at = self._dates.paragraph(sighting.sentence), sighting.anchor.start
        for number in range(sighting.sentence, max(sighting.sentence - _GOING_ON, -1), -1):
            sentence = self._reading.sentences[number]
            if sentence.start < first:
                return False
            if goes_back(self._text, sentence.start, min(sentence.end, at)):
                return not self._dates.found(number)
            if number < sighting.sentence and self._dates.found(number):
                return False
        return False

    def followed(self, sighting: Sighting) -> str | None:
        """The year of what it came after, where that is told behind it and is past: "shut it after a raid in 2013"."""
        sentence, day = self._reading.sentences[sighting.sentence], self._dates.published
        behind = (h for h in self._dates.found(sighting.sentence) if follows(self._text, sentence.start, sighting, h))
        old = (h.edtf[:4] for h in behind if day is not None and not is_recent(h.edtf, day))
        year = "" if is_done_again(self._text, sighting) else next(old, "")
        return year if year.isdigit() and year != self._dates.year else None

    def in_answer(self, sighting: Sighting) -> str | None:
        """The month of what is said of news directly after it was dated: "… on Monday. Peru condemned the move"."""
        start, day = self._dates.paragraph(sighting.sentence), self._dates.published
        for number in (sighting.sentence, sighting.sentence - 1):
            if number >= 0 and self._reading.sentences[number].start >= start and day is not None:
                told = self.told(number, sighting.anchor.start)
                if told is not None:
                    first = self._reading.sentences[number].start
                    joined = number == sighting.sentence and _JOINED.match(self._text, first, sighting.anchor.start)
                    beside = (joined or is_recent(told, day)) and not told.startswith("..")
                    return month_of(told) if beside else None
        return None

    def said(self, sighting: Sighting) -> str | None:
        """When what is said was said: in answer to news, or in the time of the paper where nothing of old is told."""
        told = self._spoken(sighting) or self.in_answer(sighting)
        if told is not None:
            return told
        if self.then(sighting) or self.followed(sighting):
            return self._right_after(sighting)
        return self.of_story(sighting)

    def _right_after(self, sighting: Sighting) -> str | None:
        """The month of what is said of a past day that the sentence before told of."""
        number = sighting.sentence - 1
        start = self._reading.sentences[sighting.sentence].start
        if number < 0 or self._dates.paragraph(number) != self._dates.paragraph(sighting.sentence):
            return None
        here, told = self.told(sighting.sentence, sighting.anchor.start), self.told(number, start)
        return told[:MONTH] if here is None and told is not None and len(told) == DAY else None

    def _spoken(self, sighting: Sighting) -> str | None:
        """The date on which, as a relative says, somebody spoke: "Vega, who read it out on Monday, accused Peru"."""
        start = self._reading.sentences[sighting.sentence].start
        words = spoke(self._text, start, sighting.anchor.start)
        hits = (hit for hit in self._dates.found(sighting.sentence) if hit.relation == "on" and not hit.attributive)
        return next((h.edtf for h in hits if words and is_in(Span(start + h.start, start + h.end), words)), None)

    def then(self, sighting: Sighting) -> str | None:
        """The date last told of, before a predicate in its sentence, or else in the sentence before it, if it is past.

        What follows in the simple past happened then or next (Partee, Linguistics and Philosophy 7:3, 1984).
        """
        start, day, back = self._dates.told_from(sighting.sentence), self._dates.published, None
        for number in range(sighting.sentence, max(sighting.sentence - FAR, -1), -1):
            if self._reading.sentences[number].start < start:
                break
            told = self.told(number, sighting.anchor.start)
            if told is not None and number < sighting.sentence and self._dates.is_flashback(number):
                back = back or told
            elif told is not None:
                back = told
                break
        return None if back is None or (day is not None and is_recent(back, day)) else back

    def is_of_late(self, sighting: Sighting) -> bool:
        """Whether what "has" been done is told beside news of these days: "It left on Monday. Peru has left, too"."""
        day, number = self._dates.published, sighting.sentence
        if day is None or not sighting.told or not is_perfect(self._text, sighting):
            return False
        if self._is_now(sighting):
            return True
        if self._dates.paragraph(number) != self._dates.paragraph(number - 1) or number == 0:
            return False
        sentence = self._reading.sentences[number]
        if sighting.kind.startswith(_STANDING) and not _TOO.search(sentence.of(self._text)):
            return False  # "It recognised Kosovo on Monday. Peru has recognised it": long ago, perhaps
        told = self.told(number - 1, sentence.start)
        return told is not None and len(told) == DAY and is_recent(told, day)

    def _is_now(self, sighting: Sighting) -> bool:
        """Whether what "has" been done has been "now", not so many times: "Now Peru has left"."""
        sentence = self._reading.sentences[sighting.sentence]
        now = _NOW.search(self._text, sentence.start, sighting.anchor.start)
        return now is not None and _TIMES.search(self._text, sighting.anchor.end, sentence.end) is None

    def said_after(self, sighting: Sighting) -> str | None:
        """The date that the next sentence gives: "Peru left. That was in May"; not "It was in May that Chad left"."""
        number = sighting.sentence + 1
        if number >= len(self._reading.sentences):
            return None
        sentence = self._reading.sentences[number]
        said = _THAT_WAS.match(self._text, sentence.start)
        if said is None or sentence.start == self._dates.paragraph(number):
            return None
        for hit in self._dates.found(number):
            if sentence.start + hit.start == said.end() and hit.relation == "on":
                rest = self._text[sentence.start + hit.end : sentence.end].strip()
                return None if rest.startswith(("that", "when", "which")) else hit.edtf
        return None

    def _is_of_today(self, sentence: int, hit: DateHit) -> bool:
        """Whether a sentence says how things stand today, which is no news: "Today few remember why"."""
        words = self._reading.sentences[sentence].of(self._text)
        return words[hit.start : hit.end].lower() in {"today", "these days", "nowadays"} and not tells_done(words)

    def told_before(self, sighting: Sighting) -> str | None:
        """The date last told of before a predicate, in its sentence or the two before it in the paragraph."""
        first = self._dates.paragraph(sighting.sentence)
        for number in range(sighting.sentence, max(sighting.sentence - _GOING_ON, -1), -1):
            told = self.told(number, sighting.anchor.start)
            if told is not None or self._reading.sentences[number].start <= first:
                return begun(told) if told else None
        return None

    def told(self, sentence: int, before: int) -> str | None:
        """The last date of a sentence before a place: written in it, or else given to an act that it tells."""
        start = self._reading.sentences[sentence].start
        named = (hit for hit in self._dates.found(sentence) if hit.relation == "on" and hit.edtf[:4].isdigit())
        ended = (hit for hit in named if start + hit.end <= before)
        own = (hit for hit in ended if not self._dates.is_aside(sentence, hit))
        hits = [hit for hit in own if not is_beside(self._text, start, start + hit.start)]
        if hits and before > self._reading.sentences[sentence].end and self._is_of_today(sentence, hits[-1]):
            return None
        if hits:
            return None if hits[-1].attributive else hits[-1].edtf
        given = [edtf for at, edtf in self._given.get(sentence, ()) if at < before]
        return begun(given[-1]) if given else None
