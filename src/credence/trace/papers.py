"""Particulars: what is kept of a document so that its claims can be traced without its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from credence.catalog.credits import CreditKnowledge
from credence.catalog.parties import Parties, PartyHit
from credence.catalog.voices import Voices
from credence.model.document import Document
from credence.model.particulars import Particulars
from credence.trace.copies import fingerprint
from credence.trace.credits import credits_of, host_of
from credence.trace.speakers import plain


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is known of publishers.

    Attributes:
        credits: Ways to credit and cite, the agencies, and whose organs these are.
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
    agency = next(named, known.credits.agencies.get((document.publisher or "").removeprefix("The ")))
    return Particulars(
        document.id,
        document.publisher,
        document.published,
        agency=agency,
        party=_speaks_for(document, agency, known),
        credits=found,
        fingerprint=fingerprint(document),
    )


def _speaks_for(document: Document, agency: str | None, known: Shelf) -> str | None:
    """Give the party in whose name a document speaks: through the agency whose text it is, its publisher, or its site.

    What agencies belong to goes by the document's day, for they change hands with those who govern.
    """
    owners = (agency, document.publisher, host_of(document.url or ""))
    found = (known.credits.organ_of(each, document.published) for each in owners if each)
    return next(filter(None, found), None) or organ_of(document.publisher, document.published, known)


def organ_of(publisher: str | None, published: str | None, known: Shelf) -> str | None:
    """Give the party that a publisher is an organ of: "Ministry of Foreign Affairs, Taipei".

    None for one whose name holds no word for an organ or the names of several parties, unless it is itself a party, as
    an auditor or the United Nations can be.

    Args:
        publisher: Its name; None if not known.
        published: When it published, as EDTF: what names mean may have changed since.
        known: Who can have organs, and what they are called.
    """
    hits = _named_in(publisher, known.parties, known.voices) if publisher else ()
    meant = [candidate for hit in known.parties.as_of(hits, published) for candidate in hit.candidates] if hits else []
    acting = {id_ for id_, name in meant if name.use == "metonym"}  # "Kabul" as who acts there, not as the city
    met = acting or {id_ for id_, _ in meant}
    return met.pop() if len(met) == 1 else None


@lru_cache(maxsize=1 << 14)  # the same publishers come again and again
def _named_in(publisher: str, parties: Parties, voices: Voices) -> tuple[PartyHit, ...]:
    """Give the parties that a publisher's name names, if it is an organ's, or one's own."""
    is_organ = any(word.strip(",.") in voices.organs for word in plain(publisher).split())
    return parties.find(publisher) if is_organ else parties.lookup(publisher)
