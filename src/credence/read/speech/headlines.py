"""Headlines that name their speaker with a colon or a dash: "Vučić: nine states …", "… – minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credence.catalog.voices import Voices
from credence.model.document import Span
from credence.model.sighting import Phrase, Speech
from credence.read.words.parsed import ParsedSentence

_COLON = re.compile(r"(?P<speaker>[^:.!?\n]{2,60}?):\s+(?P<content>\S.+)", re.DOTALL)
_DASH = re.compile(r"(?P<content>\S.+?)\s+[–—-]{1,2}\s+(?P<speaker>[^–—:.!?\n]{2,60})", re.DOTALL)
_WORD = re.compile(r"[\w'’.-]+")
_MOST_WORDS = 6


def find_headline_speeches(
    first: Sequence[ParsedSentence], text: str, body: Sequence[Speech], knowledge: Voices
) -> Iterator[Speech]:
    """Find the speaker that a headline sets apart with a colon or a dash.

    "Kosovo: nine states withdraw" has the same shape and no speaker. So the words before the colon count only if they
    name an office, an organ or an outlet, or somebody who speaks in the body, too.

    Args:
        first: The first parsed sentence, if any.
        text: The stored text.
        body: Speeches found elsewhere.
        knowledge: Words for offices, organs and outlets, and labels that name no speaker.
    """
    for sentence in first:
        words = sentence.span.of(text)
        if sentence.number or words.endswith(".") or not text[sentence.span.end :].lstrip(" ").startswith(("\n", "\r")):
            continue
        for shape in (_COLON, _DASH):
            match = shape.fullmatch(words)
            if match is not None and _speaks(match["speaker"], body, text, knowledge):
                yield _speech(match, sentence)
                break


def _speaks(speaker: str, body: Sequence[Speech], text: str, knowledge: Voices) -> bool:
    words = [word.lower() for word in _WORD.findall(speaker)]
    if not words or len(words) > _MOST_WORDS or words[-1] in knowledge.labels:
        return False
    if words[-1].rstrip("s") in knowledge.offices | knowledge.organs | knowledge.unnamed or knowledge.is_outlet(
        speaker
    ):
        return True
    names = {speech.speaker.head.of(text).lower().split()[-1] for speech in body if speech.speaker is not None}
    return words[-1] in names


def _speech(match: re.Match[str], sentence: ParsedSentence) -> Speech:
    start = sentence.span.start
    span = Span(start + match.start("speaker"), start + match.end("speaker"))
    content = Span(start + match.start("content"), start + match.end("content"))
    word = match["speaker"].split()[-1]
    speaker = Phrase(span, span, match["speaker"], word.lower(), "name" if word[0].isupper() else "noun")
    return Speech(speaker, ":" if match.re is _COLON else "–", content, "source", "asserts", sentence.number)
