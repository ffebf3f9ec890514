"""Origins: the independent root each claim rests on.

Each claim is traced from its own words, its voices, and what is known of its document and of those that this goes back
to. No other claim has a say in it, so that any part of a ledger can be traced at a time, in any order.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from credence.catalog.credits import CreditKnowledge
from credence.catalog.interests import Interest, bearing
from credence.catalog.voices import Voices
from credence.model.claim import Claim, Voice, values_of
from credence.model.document import Span
from credence.model.origin import Edge, Origin, TracedClaim
from credence.model.particulars import CreditEdge, Particulars
from credence.trace.dates import last_day
from credence.trace.speakers import is_outlet, is_unnamed, plain, relay, root_voice, speaker_key

_JSON = json.JSONEncoder(ensure_ascii=False)
_LONG_AGO = timedelta(days=90)
_SENTENCE = 100  # characters


@dataclass(frozen=True, slots=True)
class Tracing:
    """What tracing knows.

    Attributes:
        voices: Words of saying: what outlets, organs and unnamed sources are called.
        interests: Kind → whom its claims serve and harm.
        credits: The agencies, and whose organs these are.
    """

    voices: Voices
    interests: Mapping[str, Interest]
    credits: CreditKnowledge


def trace(claims: Sequence[Claim], papers: Mapping[str, Particulars], known: Tracing) -> tuple[TracedClaim, ...]:
    """Give each claim the origin it rests on: its speaker, or the document that is the first of its text.

    Args:
        claims: Claims with their voices.
        papers: What is known of their documents and of those that these go back to, by id; what is missing is unknown.
        known: Words of saying, and whom claims serve.

    Returns:
        One traced claim for each claim, in the same order.
    """
    return tuple(_traced(claim, papers, known) for claim in claims)


def _traced(claim: Claim, papers: Mapping[str, Particulars], known: Tracing) -> TracedClaim:
    paper = papers.get(claim.doc) or Particulars(claim.doc)
    root, copied = _first_of_its_text(claim, paper, papers)
    voice = root_voice(claim.voices, known.voices)
    if voice is not None:
        return _quoted(claim, paper, root, voice, known)
    edge: Edge = copied or ("copy" if root.agency and plain(root.agency) != plain(root.publisher or "") else "states")
    if edge == "states" and _is_long_ago(claim.when, paper.published):
        edge = "background"
    key = _own_key(claim, root)
    name = root.agency or root.publisher or root.doc
    is_root = root.party is not None or _credited_near(claim.quote.span, paper, "saw") is not None
    return TracedClaim(claim, _origin(claim, key, (name, root.party, root.doc), known, is_root), edge)


def _own_key(claim: Claim, root: Particulars) -> tuple[str, ...]:
    """Give what makes a document's own words one origin: its party, if that has a part; its agency; or its text."""
    if root.party and _has_a_part(claim, root.party):
        return ("party", root.party)
    return ("outlet", plain(root.agency)) if root.agency else ("states", root.doc)


def _quoted(claim: Claim, paper: Particulars, root: Particulars, voice: Voice, known: Tracing) -> TracedClaim:
    """Trace the words of a speaker; one that is not named is told apart by document, or by the outlet that knows it.

    An outlet that is a party's organ speaks for it: what a state's agency says and has from nobody, that state says.
    """
    outlet = is_outlet(voice.name, known.voices)
    if outlet and voice.party is None and (party := known.credits.organ_of(voice.name, root.published)):
        voice = replace(voice, party=party)
    part = _has_a_part(claim, voice.party)
    unnamed = is_unnamed(voice.name, known.voices) and not outlet
    through = (
        (relay(claim.voices, known.voices) or _credited_near(claim.quote.span, paper, "cites")) if unnamed else None
    )
    key = (
        ("unnamed", plain(voice.name), plain(through) if through else root.doc)
        if unnamed and not part
        else speaker_key(voice, known.voices, interested=part)
    )
    origin = _origin(claim, key, (voice.name, voice.party, root.doc), known, not unnamed or part)
    return TracedClaim(claim, origin, "cites" if outlet and not part else "quotes")


def _credited_near(words: Span, paper: Particulars, edge: CreditEdge) -> str | None:
    """Give who is cited, or saw it, within a sentence's length of some words: the first, if several are."""
    near = (
        credit.name
        for credit in paper.credits
        if credit.edge == edge and max(credit.span.start - words.end, words.start - credit.span.end) <= _SENTENCE
    )
    return next(near, None)


def _first_of_its_text(
    claim: Claim, paper: Particulars, papers: Mapping[str, Particulars]
) -> tuple[Particulars, Edge | None]:
    """Follow a claim's words to the document that is the first of their text."""
    copied = next((copy for copy in paper.copies if copy.covers(claim.quote.span)), None)
    edge: Edge | None = copied.edge if copied else None
    met = {paper.doc}
    while copied is not None and copied.of not in met:
        met.add(copied.of)
        paper = papers.get(copied.of) or Particulars(copied.of)
        copied = next((copy for copy in paper.copies if copy.whole), None)
    return paper, edge


def _origin(
    claim: Claim,
    key: tuple[str, ...],
    who: tuple[str, str | None, str],
    known: Tracing,
    is_root: bool,  # noqa: FBT001 - a field of what is made
) -> Origin:
    name, party, doc = who
    against = bearing(claim, party, known.interests) == "harms"
    return Origin(_id(key), name, party, doc, _has_a_part(claim, party), against, is_root)


def _has_a_part(claim: Claim, party: str | None) -> bool:
    return party is not None and party in values_of(claim.roles)


def _is_long_ago(when: str | None, published: str | None) -> bool:
    """Tell whether what is claimed was over long before the document was published."""
    done, told = last_day(when), last_day(published)
    return bool(done and told and told - done > _LONG_AGO)


@lru_cache(maxsize=1 << 16)
def _id(key: tuple[str, ...]) -> str:
    return "o" + hashlib.sha256(_JSON.encode(key).encode("utf-8", "surrogatepass")).hexdigest()[:15]
