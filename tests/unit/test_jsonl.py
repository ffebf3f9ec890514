"""Claims as lines of JSON, and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from credence.errors import BadInput
from credence.exchange.jsonl import claims_in, lines_of
from credence.model.claim import Claim, Quote, Voice

CLAIM = Claim(
    doc="article",
    version="0" * 64,
    kind="meeting.hold",
    roles=(("city", "Muscat"), ("parties", ("om", "td"))),
    polarity="affirmed",
    mood="actual",
    when="2024-09",
    step=None,
    voices=(Voice("Zoë Speaker", None, "minister"), Voice("Example News")),
    quote=Quote(3, 7, "Oman"),
    pattern="p1",
)


def test_a_line_has_the_fields_of_the_codebook() -> None:
    (line,) = lines_of([CLAIM])
    assert "Zoë" in line
    assert json.loads(line) == {
        "doc": "article",
        "version": "0" * 64,
        "id": CLAIM.id,
        "pattern": "p1",
        "kind": "meeting.hold",
        "roles": {"city": "Muscat", "parties": ["om", "td"]},
        "polarity": "affirmed",
        "mood": "actual",
        "when": "2024-09",
        "step": None,
        "voices": [{"name": "Zoë Speaker", "office": "minister"}, {"name": "Example News"}],
        "quote": {"start": 3, "end": 7, "text": "Oman"},
    }


def test_lines_give_back_the_claims() -> None:
    assert list(claims_in([*lines_of([CLAIM]), "\n"], "claims.jsonl")) == [CLAIM]


def test_half_a_surrogate_pair_stays_printable() -> None:
    torn = replace(CLAIM, pattern="p\ud800")
    (line,) = lines_of([torn])
    assert line.encode("utf-8").count(b"\\ud800") == 1
    assert list(claims_in([line], "claims.jsonl")) == [torn]


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"mood": "wished"}, '"mood" must be one of actual'),
        ({"quote": None}, '"quote" must be an object'),
        ({"quote": {"start": -1, "end": 7, "text": "Oman"}}, '"start" must be a whole number'),
        ({"roles": {"host": 3}}, 'the role "host" must be a string'),
        ({"voices": ["Zoë"]}, '"voices" must be a list of objects'),
        ({"when": 2024}, '"when" must be a string'),
        ({"id": "c0"}, "the id c0 is not that of the claim's content"),
    ],
)
def test_a_broken_claim_is_told_with_its_line(change: dict[str, object], cause: str) -> None:
    (line,) = lines_of([CLAIM])
    broken = json.dumps({**json.loads(line), **change})
    with pytest.raises(BadInput) as raised:
        list(claims_in([line, "", broken], "claims.jsonl"))
    assert raised.value.place == "claims.jsonl, line 3"
    assert cause in raised.value.cause


@pytest.mark.parametrize("line", ["{", "[1]", "[" * 100_000])
def test_a_line_that_is_no_object_is_told(line: str) -> None:
    with pytest.raises(BadInput, match=r"claims\.jsonl, line 1: "):
        list(claims_in([line], "claims.jsonl"))
