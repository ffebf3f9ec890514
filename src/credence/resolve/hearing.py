"""Whose words a place in the text is in."""

from __future__ import annotations

from collections.abc import Sequence

from credence.model.claim import Voice
from credence.model.document import Span
from credence.model.sighting import Speech

Heard = tuple[Speech, Voice | None]
"""A speech with the voice it is in; None where nobody is named."""


def voice_at(heard: Sequence[Heard], span: Span) -> Heard | None:
    """Give the innermost speech that covers a place, with its voice; None if nobody speaks there."""
    around = [(said[0].content.end - said[0].content.start, n) for n, said in enumerate(heard) if _covers(said, span)]
    return heard[min(around)[1]] if around else None


def judging_at(heard: Sequence[Heard], span: Span) -> str | None:
    """Give who judges in spoken words: the speaker's party or, of somebody without one, the name."""
    speech, voice = voice_at(heard, span) or (None, None)
    if speech is None or voice is None or speech.stance != "asserts":
        return None
    return voice.party or (voice.name if voice.name[:1].isupper() else None)  # not "two diplomats"


def _covers(said: Heard, span: Span) -> bool:
    return said[0].content.covers(span)
