"""Whose words a claim is in."""

from __future__ import annotations

from dataclasses import replace

from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.document import Span
from credence.model.kind import Kind, Role
from credence.model.sighting import Mood, Phrase, Speech
from credence.trace import give_voices, is_question

TEXT = (
    "Oman accepts envoy\n\nBakhtar, quoting Qani, said that Oman had accepted an envoy of ours, a move nobody expected."
)
HEADLINE = Span(0, 18)
SAID = Span(TEXT.index("Oman had"), TEXT.index(", a move"))
QANI = Voice("Qani", "taliban", "spokesman")
BAKHTAR = Voice("Bakhtar")
DECIDING = tuple(Role(name, "party", deciding=True) for name in ("host", "sender"))
KINDS = {"envoy.accept": Kind("envoy.accept", "", "", "", "", DECIDING, "event")}


def claim(start: int, end: int, *, doc: str = "d", **roles: RoleValue) -> Claim:
    given = tuple(sorted((roles or {"host": "om", "sender": "taliban"}).items()))
    return Claim(
        doc, "v", "envoy.accept", given, "affirmed", "actual", None, None, (), Quote(start, end, TEXT[start:end]), "p"
    )


def speech(content: Span, *, cue: str = "said", stance: str = "asserts") -> Speech:
    nobody = Phrase(Span(0, 1), Span(0, 1), "X", "x", "name")
    return Speech(nobody, cue, content, "indirect", "asks" if stance == "asks" else "asserts", 1)


def voices_of(one: Claim, *heard: tuple[Speech, Voice | None], headline: Span | None = None) -> tuple[Voice, ...]:
    return give_voices([one], heard, kinds=KINDS, headline=headline)[0].voices


def test_a_claim_outside_all_speech_is_the_documents_own() -> None:
    assert voices_of(claim(0, 18), (speech(SAID), QANI)) == ()


def test_of_two_that_say_the_same_the_later_is_nearer() -> None:
    said = voices_of(claim(SAID.start, SAID.end), (speech(SAID), BAKHTAR), (speech(SAID, cue="quoting"), QANI))
    assert said == (QANI, BAKHTAR)


def test_the_narrower_speech_is_nearer() -> None:
    wide = Span(SAID.start - 6, SAID.end + 5)
    said = voices_of(claim(SAID.start, SAID.end), (speech(SAID), QANI), (speech(wide), BAKHTAR))
    assert said == (QANI, BAKHTAR)


def test_a_voice_that_says_it_twice_counts_once() -> None:
    wide = Span(SAID.start - 6, SAID.end)
    assert voices_of(claim(SAID.start, SAID.end), (speech(SAID), QANI), (speech(wide, cue="told"), QANI)) == (QANI,)


def test_words_that_run_on_beyond_the_speech_are_still_said() -> None:
    assert voices_of(claim(SAID.start, len(TEXT)), (speech(SAID), QANI)) == (QANI,)


def test_a_speech_in_two_pieces_is_one() -> None:
    first, second = Span(SAID.start, SAID.start + 10), Span(SAID.start + 14, SAID.end)
    assert voices_of(claim(SAID.start - 3, SAID.end), (speech(first), QANI), (speech(second), QANI)) == (QANI,)


def test_hearsay_gives_no_voice() -> None:
    assert voices_of(claim(SAID.start, SAID.end), (speech(SAID), None)) == ()


def test_a_headline_takes_the_voice_of_the_body() -> None:
    claims = give_voices(
        [claim(0, 18), claim(SAID.start, SAID.end)], [(speech(SAID), QANI)], kinds=KINDS, headline=HEADLINE
    )
    assert [one.voices for one in claims] == [(QANI,), (QANI,)]


def test_a_headline_that_tells_a_plan_as_done_takes_the_voice_of_who_announced_it() -> None:
    def headed(*moods: Mood) -> tuple[Voice, ...]:
        body = [replace(claim(SAID.start, SAID.end), mood=mood) for mood in moods]
        return give_voices([claim(0, 18), *body], [(speech(SAID), QANI)], kinds=KINDS, headline=HEADLINE)[0].voices

    assert headed("planned") == (QANI,)
    assert headed("sought") == headed("possible") == ()  # who wants it does not say that it was done
    beyond = replace(claim(SAID.end, len(TEXT)), mood="actual")
    told = [claim(0, 18), replace(claim(SAID.start, SAID.end), mood="planned"), beyond]
    given = give_voices(told, [(speech(SAID), QANI)], kinds=KINDS, headline=HEADLINE)
    assert given[0].voices == ()  # the paper itself says in the body that it was done


def test_a_headline_takes_no_voice_of_another_claim() -> None:
    other = claim(SAID.start, SAID.end, host="qa", sender="taliban")
    claims = give_voices([claim(0, 18), other], [(speech(SAID), QANI)], kinds=KINDS, headline=HEADLINE)
    assert claims[0].voices == ()


def test_a_question_is_told_apart() -> None:
    assert is_question(claim(SAID.start, SAID.end), [(speech(SAID, stance="asks"), None)])
    assert not is_question(claim(SAID.start, SAID.end), [(speech(SAID), QANI)])
