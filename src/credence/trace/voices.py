"""Whose words a claim is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from credence.model.claim import Claim, RoleValue, Voice
from credence.model.document import Span
from credence.model.kind import Kind
from credence.model.sighting import Speech

Heard = tuple[Speech, Voice | None]


def give_voices(
    claims: Sequence[Claim], heard: Sequence[Heard], *, kinds: Mapping[str, Kind], headline: Span | None = None
) -> tuple[Claim, ...]:
    """Fill in the voices of the claims of one document.

    A claim has the voices of all speeches that hold its words, the narrowest speech first. Hearsay
    that names nobody gives no voice. A claim in the headline that names no speaker has the voices of a claim of the
    same kind and deciding roles in the body. Headlines tell as done what the body says was decided: if nobody there
    says that it was done, the voices are those of who says that it will be.

    Args:
        claims: Claims of one document.
        heard: Its speeches with their voices, in order; where two hold the same words, the farther voice comes first.
        kinds: All kinds by id, for their deciding roles.
        headline: Where the headline stands; None if the text has none.
    """
    voiced = [replace(claim, voices=_voices(claim, heard)) for claim in claims]
    if headline is None:
        return tuple(voiced)
    in_body: dict[tuple[object, ...], tuple[Voice, ...]] = {}
    for claim in sorted(voiced, key=lambda claim: not claim.voices):  # of those that say the same, who is named counts
        if not headline.covers(claim.quote.span):
            in_body.setdefault(_key(claim, kinds), claim.voices)
    return tuple(
        replace(claim, voices=_of_body(claim, in_body, kinds))
        if headline.covers(claim.quote.span) and not claim.voices
        else claim
        for claim in voiced
    )


def _of_body(
    claim: Claim, in_body: Mapping[tuple[object, ...], tuple[Voice, ...]], kinds: Mapping[str, Kind]
) -> tuple[Voice, ...]:
    """Give the voices of what the body says of the same thing."""
    found = in_body.get(_key(claim, kinds))
    if found is None and claim.mood == "actual":
        found = in_body.get(_key(replace(claim, mood="planned"), kinds))
    return found or ()


def is_question(claim: Claim, heard: Sequence[Heard]) -> bool:
    """Tell whether the claim's words only ask: then they are nobody's claim."""
    asked = [speech for speech, _ in heard if speech.stance == "asks"]
    return any(2 * _shared(speech.content, claim.quote.span) > _length(claim.quote.span) for speech in asked)


def _voices(claim: Claim, heard: Sequence[Heard]) -> tuple[Voice, ...]:
    quote = claim.quote.span
    pieces: dict[tuple[int, str, Voice], list[tuple[int, Span]]] = {}  # what one cue gives one voice
    for order, (speech, voice) in enumerate(heard):
        if voice is not None and speech.stance != "asks":
            pieces.setdefault((speech.sentence, speech.cue, voice), []).append((order, speech.content))
    near = [
        (sum(_length(span) for _, span in spans), -spans[-1][0], voice)
        for (_, _, voice), spans in pieces.items()
        if _holds([span for _, span in spans], quote, whole=claim.kind.startswith("stance."))
    ]
    ordered = sorted(near, key=lambda one: one[:2])
    return tuple(dict.fromkeys(voice for _, _, voice in ordered))


def _holds(said: Sequence[Span], quote: Span, *, whole: bool) -> bool:
    """Tell whether a quote is said: half of it is at least, or it begins in what is said and runs on into an aside.

    The words of a stance open with its holder: "Chad urged Peru to …" is not what Chad says, "to …" is.
    """
    begins = any(span.start <= quote.start < span.end for span in said)
    if whole and any(quote.start < span.start < quote.end for span in said) and not begins:
        return False
    return begins or 2 * sum(_shared(span, quote) for span in said) >= _length(quote)


def _key(claim: Claim, kinds: Mapping[str, Kind]) -> tuple[object, ...]:
    kind = kinds.get(claim.kind)
    deciding: tuple[tuple[str, RoleValue], ...] = (
        tuple((name, value) for name, value in claim.roles if name in kind.deciding) if kind else claim.roles
    )
    return claim.kind, claim.polarity, claim.mood, deciding


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(span: Span) -> int:
    return span.end - span.start
