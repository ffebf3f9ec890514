"""Particulars: what is kept of a document so that its claims can be traced without its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from credence.catalog.credits import CreditKnowledge
from credence.catalog.parties import Parties
from credence.catalog.voices import Voices
from credence.model.document import Document
from credence.model.particulars import Particulars
from credence.trace.copies import fingerprint
from credence.trace.credits import credits_of
from credence.trace.speakers import plain


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is known of publishers.

    Attributes:
        credits: Ways to credit and cite, and the agencies.
        parties: Who can have organs that publish.
        voices: What organs are called.
    """

    credits: CreditKnowledge
    parties: Parties
    voices: Voices


def particulars_of(document: Document, known: Shelf) -> Particulars:
    """Take down what is known of a document; which others it goes back to is for ``copies_of`` to say."""
    found = credits_of(document, known.credits)
    named = (credit.name for credit in found if credit.edge == "copy" and credit.name)
    return Particulars(
        document.id,
        document.publisher,
        document.published,
        agency=next(named, known.credits.agencies.get((document.publisher or "").removeprefix("The "))),
        party=organ_of(document.publisher, document.published, known),
        credits=found,
        fingerprint=fingerprint(document),
    )


def organ_of(publisher: str | None, published: str | None, known: Shelf) -> str | None:
    """Give the party that a publisher is an organ of: "Ministry of Foreign Affairs, Taipei".

    None for one whose name holds no word for an organ or the names of several parties, unless it is itself a party, as
    an auditor or the United Nations can be.

    Args:
        publisher: Its name; None if not known.
        published: When it published, as EDTF: what names mean may have changed since.
        known: Who can have organs, and what they are called.
    """
    return _organ_of(publisher, published, known.parties, known.voices) if publisher else None


@lru_cache(maxsize=1 << 14)  # the same publishers come again and again
def _organ_of(publisher: str, published: str | None, parties: Parties, voices: Voices) -> str | None:
    is_organ = any(word.strip(",.") in voices.organs for word in plain(publisher).split())
    hits = parties.find(publisher) if is_organ else parties.lookup(publisher)
    meant = [candidate for hit in parties.as_of(hits, published) for candidate in hit.candidates]
    acting = {id_ for id_, name in meant if name.use == "metonym"}  # "Kabul" as who acts there, not as the city
    met = acting or {id_ for id_, _ in meant}
    return met.pop() if len(met) == 1 else None
