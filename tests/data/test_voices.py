"""Words of saying prove themselves: every example gives its speeches, no near miss gives one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credence.catalog.load import load_toml
from credence.catalog.voices import load_voices
from credence.model.document import Span
from credence.model.sighting import Speech
from credence.read.speech.speech import find_speeches
from credence.read.words.parsed import ParsedSentence
from credence.read.words.sentences import sentences
from credence.read.words.tree import Doc

TABLE = load_toml("voices/en.toml")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\n": " "})


def speeches(text: str, english: Callable[[str], Doc]) -> tuple[Speech, ...]:
    parsed = []
    for number, span in enumerate(sentences(text)):
        parsed.append(ParsedSentence(number, span, english(span.of(text).translate(STRAIGHT))))
    return find_speeches(parsed, text, load_voices())


def shown(speech: Speech, text: str) -> dict[str, Any]:
    return {
        "speaker": speech.speaker.text if speech.speaker else "",
        "content": speech.content.of(text),
        "form": speech.form,
        "stance": speech.stance,
    }


@pytest.mark.parametrize("row", TABLE["example"], ids=lambda row: row["text"][:60])
def test_example_gives_its_speeches(row: dict[str, Any], english: Callable[[str], Doc]) -> None:
    assert [shown(speech, row["text"]) for speech in speeches(row["text"], english)] == row["gives"]


@pytest.mark.parametrize("row", TABLE["near_miss"], ids=lambda row: row["text"][:60])
def test_near_miss_gives_no_speech(row: dict[str, Any], english: Callable[[str], Doc]) -> None:
    assert row["why"]
    assert [shown(speech, row["text"]) for speech in speeches(row["text"], english)] == []


def test_the_speaker_is_never_part_of_what_is_said(english: Callable[[str], Doc]) -> None:
    for row in TABLE["example"]:
        for speech in speeches(row["text"], english):
            held: Span | None = speech.speaker.span if speech.speaker else None
            assert held is None or held.end <= speech.content.start or held.start >= speech.content.end


def test_every_kind_of_cue_has_an_example() -> None:
    texts = " ".join(row["text"].lower() for row in TABLE["example"])
    for name in ("sources", "hearsay", "relays"):
        assert any(words.removesuffix("e") in texts for words in TABLE[name]), name
    for row in (*TABLE["verb"], *TABLE["noun"]):
        assert any(word[:3] in texts for word in row["words"]), row["words"]


def test_lists_are_lower_case_and_hold_nothing_twice() -> None:
    for name, words in TABLE.items():
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            assert len(set(words)) == len(words), name
            assert [word.lower() for word in words] == words, name
