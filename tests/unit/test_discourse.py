"""Who is meant by words that point back: "she said", "there", "that country"."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.claim import Claim
from credence.model.document import Document


def _read(text: str, kind: str) -> list[Claim]:
    document = Document(id="d", text=f"News\n\n{text}", title="News", published="2024-09-20", publisher="The Paper")
    return [claim for claim in read_document(document).claims if claim.kind == kind]


@pytest.mark.parametrize(
    "before",
    [
        "Ana Vega, the foreign minister of Peru, was angry.",
        "Peru's foreign minister Ana Vega was angry.",
        "Foreign minister Ana Vega of Peru met reporters in Oslo.",
        "The Prime Minister Ana Vega of Peru flew home.",
        "Peru and Chad are friends. President Ana Vega of Peru was angry.",
    ],
)
def test_who_was_only_spoken_of_speaks(before: str) -> None:
    [claim] = _read(f"{before} “We have recognised Kosovo,” she said.", "recognition.grant")
    assert (claim.role("recognizer"), claim.role("recognized")) == ("pe", "xk")
    assert [(voice.name, voice.party) for voice in claim.voices] == [("Ana Vega", "pe")]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Peru's president flew home.", "Peru's president"),
        ("The president of Peru flew home.", "president"),
        ("The Peruvian foreign minister flew home.", "Peruvian foreign minister"),
    ],
)
def test_an_office_alone_speaks(before: str, name: str) -> None:
    [claim] = _read(f"{before} “We have recognised Kosovo,” he said.", "recognition.grant")
    assert claim.role("recognizer") == "pe"
    assert [(voice.name, voice.party) for voice in claim.voices] == [(name, "pe")]


def test_nobody_in_particular_speaks() -> None:
    assert _read("The president flew home to Peru. “We have recognised Kosovo,” he said.", "recognition.grant") == []


def test_a_name_does_not_begin_in_the_sentence_before() -> None:
    [claim] = _read(
        "Peru met Chad. Omar Vega, a farmer, was angry. He said Peru had recognised Kosovo.", "recognition.grant"
    )
    assert [voice.name for voice in claim.voices] == ["Omar Vega"]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Peru has quarrelled with Chad over a mine. In May it closed its embassy there.", "td"),
        ("Peru's president, Ana Vega, spoke about Chad. Her government has closed its embassy there.", "td"),
        ("Peru has long been angry with Chad. The government closed its embassy in that country.", "td"),
    ],
)
def test_where_it_is_was_named_before(text: str, host: str) -> None:
    [claim] = _read(text, "mission.close")
    assert (claim.role("operator"), claim.role("host")) == ("pe", host)


def test_of_two_lands_there_is_neither() -> None:
    assert _read("Peru has quarrelled with Chad and Kenya. In May it closed its embassy there.", "mission.close") == []


def test_that_country_is_not_who_acts() -> None:
    [claim] = _read("Peru closed its embassy in Chad. Kenya still has an embassy in that country.", "mission.operate")
    assert (claim.role("operator"), claim.role("host")) == ("ke", "td")


def test_that_country_is_not_where_the_ministry_sits() -> None:
    before = "Peru has long been angry with Chad."
    [claim] = _read(
        f"{before} The foreign ministry in Lima said it had closed its embassy in that country.", "mission.close"
    )
    assert (claim.role("operator"), claim.role("host")) == ("pe", "td")


@pytest.mark.parametrize(
    ("text", "sender", "host"),
    [
        ("The envoy presented his credentials to the president.", "td", "pe"),
        ("The envoy presented his credentials.", "td", "pe"),
        ("Kenya's ambassador presented his credentials to the president of Chad.", "ke", "td"),
    ],
)
def test_who_was_just_named_is_not_received_at_home(text: str, sender: str, host: str) -> None:
    [claim] = _read(f"Chad has named Omar Soto as its ambassador to Peru. {text}", "envoy.accept")
    assert (claim.role("sender"), claim.role("host")) == (sender, host)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Peru and Chad fell out over a mine. Diplomatic relations were severed in May.", 1),
        ("Relations between Peru and Chad are bad. Their diplomatic ties were severed in May.", 1),
        ("Peru, Kenya and Chad fell out over a mine. Diplomatic relations were severed in May.", 0),
        ("Peru and Chad fell out over a mine. Ties with the bloc were severed in May.", 0),
        ("Peru and Chad fell out over a mine. Many countries' diplomatic relations were severed.", 0),
    ],
)
def test_bare_ties_are_of_the_two_just_named(text: str, times: int) -> None:
    assert [claim.role("parties") for claim in _read(text, "ties.sever")] == [("pe", "td")] * times


def test_who_condemn_together_do_not_condemn_each_other() -> None:
    assert _read("Peru and Chad condemned the coup.", "stance.condemn") == []


@pytest.mark.parametrize(("word", "holder"), [("former", "pe"), ("latter", "td")])
def test_the_former_acts(word: str, holder: str) -> None:
    [claim] = _read(f"Relations of Peru and Chad are bad. The {word} annexed Crimea in May.", "control.take")
    assert (claim.role("holder"), claim.when) == (holder, "2024-05")


@pytest.mark.parametrize(
    "text",
    [
        "“It is true,” said Ana Vega. “Peru has recognised Kosovo.”",
        "“It is true,” said Ana Vega. “It is late. Peru has recognised Kosovo.”",
        "“Peru has recognised Kosovo,” Ana Vega posted on X.",
        "In the words of Ana Vega, Peru had recognised Kosovo.",
    ],
)
def test_short_words_are_said_too(text: str) -> None:
    [claim] = _read(text, "recognition.grant")
    assert [voice.name for voice in claim.voices] == ["Ana Vega"]


def test_words_picked_out_are_not_said() -> None:
    [claim] = _read("Ana Vega's “friends” said so. Peru has recognised Kosovo.", "recognition.grant")
    assert claim.voices == ()


@pytest.mark.parametrize("when", ["In early May", "In May", "In May 2019"])
def test_a_month_is_no_part_of_a_name(when: str) -> None:
    [claim] = _read(f"{when} Ana Vega was named Peru's ambassador to Chad.", "envoy.appoint")
    assert claim.role("person") == "Ana Vega"


@pytest.mark.parametrize(
    ("before", "voices"),
    [
        ("Ana Vega was tired.", ["Ana Vega"]),
        ("Ana Vega, a farmer, was tired.", ["Ana Vega"]),
        ("The Harbour Bank was tired.", []),
        ("It rained in Lima.", []),
    ],
)
def test_who_opens_a_sentence_without_an_act_speaks(before: str, voices: list[str]) -> None:
    [claim] = _read(f"{before} Peru had recognised Kosovo, she said.", "recognition.grant")
    assert [voice.name for voice in claim.voices] == voices
