"""Whose words a place in the text is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from credence.model.claim import Voice
from credence.model.document import Span
from credence.model.sighting import ATTRIBUTED, Speech

_SPOKESPERSONS = {"spokesman", "spokeswoman", "spokesperson"}
_NEAR = 3  # sentences

Heard = tuple[Speech, Voice | None]
"""A speech with the voice it is in; None where nobody is named."""


def voice_at(heard: Sequence[Heard], span: Span) -> Heard | None:
    """Give the innermost speech that covers a place, with its voice; None if nobody speaks there."""
    around = [(said[0].content.end - said[0].content.start, n) for n, said in enumerate(heard) if _covers(said, span)]
    return heard[min(around)[1]] if around else None


def parts_said(heard: Sequence[Heard]) -> list[Span]:
    """Give what is said in a document, but for the words of whom all of it is attributed to."""
    return [speech.content for speech, _ in heard if speech.cue != ATTRIBUTED]


def judging_at(heard: Sequence[Heard], span: Span) -> str | None:
    """Give who judges in spoken words: the speaker's party or, of somebody without one, the name."""
    speech, voice = voice_at(heard, span) or (None, None)
    if speech is None or voice is None or speech.stance != "asserts":
        return None
    return voice.party or (voice.name if voice.name[:1].isupper() else None)  # not "two diplomats"


def organ_of(
    speech: Speech, voice: Voice, organs: Iterable[tuple[int, str]], sentence: Callable[[int], int]
) -> str | None:
    """Give whose "a spokesperson" is who is named without a state: of the only one whose organs were just named.

    Args:
        speech: What is said.
        voice: The voice it is in.
        organs: Offset and party of the organs that the text names.
        sentence: Gives the number of the sentence an offset stands in.
    """
    if speech.speaker is None or voice.office is not None or voice.name.lower().split()[-1] not in _SPOKESPERSONS:
        return None
    at = speech.speaker.span.start
    told = {party for start, party in organs if start < at and sentence(at) - sentence(start) <= _NEAR}
    return told.pop() if len(told) == 1 else None


def own_side(heard: Sequence[Heard], span: Span, sentence: int, exclude: frozenset[str]) -> tuple[str, ...]:
    """Give for whom somebody speaks who is reported to say "they": "The minister said that they would close it".

    Args:
        heard: The speeches of the document.
        span: The place of the pronoun.
        sentence: Number of its sentence.
        exclude: Parties that it cannot mean.
    """
    speech, voice = voice_at(heard, span) or (None, None)
    if speech is None or voice is None or voice.party is None or voice.party in exclude:
        return ()
    near = speech.form == "indirect" and speech.speaker is not None and speech.sentence == sentence
    return (voice.party,) if near else ()


def _covers(said: Heard, span: Span) -> bool:
    return said[0].content.covers(span)
