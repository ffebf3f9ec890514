"""The day of a predicate: the date in its clause, else none."""

from __future__ import annotations

from credence.catalog.dates import DateKnowledge
from credence.model.sighting import Reading, Sighting
from credence.resolve.dates import choose_date, find_dates


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
        quote = (sighting.quote.start - span.start, sighting.quote.end - span.start)
        hit = choose_date(hits, anchor, quote)
        return None if hit is None else hit.edtf

    def _previous(self, sentence: int) -> str | None:
        """The last date of the two sentences before, for "four days later" and "that year"."""
        for number in range(sentence - 1, max(-1, sentence - 3), -1):
            text = self._reading.sentences[number].of(self._reading.document.text)
            hits = find_dates(text, published=self._reading.document.published, knowledge=self._knowledge)
            if hits:
                return hits[-1].edtf
        return None
