"""The day of a predicate: the date in its clause, else none."""

from __future__ import annotations

import re

from credence.catalog.dates import DateKnowledge
from credence.model.sighting import Reading, Sighting
from credence.resolve.dates import DateHit, choose_date, find_dates

_FRONT = re.compile(r"\W*(?:(?:on|in|by|since|early|late|mid|then|and|but|also|later)\W+)*", re.IGNORECASE)


def _opens(text: str, hit: DateHit) -> bool:
    """Whether a date opens a sentence and so dates all of it: "In May 2021, …"."""
    return _FRONT.fullmatch(text, 0, hit.start) is not None


class Dating:
    """Finds the dates of one document's sightings."""

    def __init__(self, reading: Reading, knowledge: DateKnowledge) -> None:
        """Keep what is asked of again and again.

        Args:
            reading: The document as read.
            knowledge: How its language writes dates.
        """
        self._reading = reading
        self._knowledge = knowledge

    def day_of(self, sighting: Sighting) -> str | None:
        """Give the date that belongs to a sighting's predicate as EDTF, or None if the text does not say."""
        span = self._reading.sentences[sighting.sentence]
        text = span.of(self._reading.document.text)
        hits = find_dates(
            text,
            published=self._reading.document.published,
            tense=sighting.tense,
            previous=self._previous(sighting.sentence),
            knowledge=self._knowledge,
        )
        anchor = (sighting.anchor.start - span.start, sighting.anchor.end - span.start)
        for reach in (sighting.quote, sighting.scope):
            hit = choose_date(hits, anchor, (reach.start - span.start, reach.end - span.start))
            if hit is not None:
                return hit.edtf
        return next((hit.edtf for hit in hits if _opens(text, hit)), None)

    def _previous(self, sentence: int) -> str | None:
        """The last date of the two sentences before, for "four days later" and "that year"."""
        for number in range(sentence - 1, max(-1, sentence - 3), -1):
            text = self._reading.sentences[number].of(self._reading.document.text)
            hits = find_dates(text, published=self._reading.document.published, knowledge=self._knowledge)
            if hits:
                return hits[-1].edtf
        return None
