"""The measure measures what it says: small cases worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from credence.catalog.kinds import load_kinds
from credence.model.claim import Claim, Quote, Voice
from credence.model.document import Document
from credence.score import Gold, GoldClaim, score_document
from credence.score.same import same_when
from credence.score.tally import precision_recall_f1

TEXT = "China and Oman accepted Taliban envoys in May 2024, officials said."


def wanted(host: object = "cn", **other: Any) -> GoldClaim:  # noqa: ANN401 - any field of a gold claim
    roles = {"host": host, "sender": "taliban", **other.pop("roles", {})}
    given: dict[str, Any] = {"polarity": "affirmed", "mood": "actual", "when": None, "step": None, "voices": ()}
    return GoldClaim("envoy.accept", roles, quote=TEXT, **{**given, "optional": False, **other})


def made(host: str = "cn", **other: Any) -> Claim:  # noqa: ANN401 - any field of a claim
    roles = {"host": host, "sender": "taliban", **other.pop("roles", {})}
    given: dict[str, Any] = {"polarity": "affirmed", "mood": "actual", "when": None, "step": None, "voices": ()}
    return Claim(
        doc="d",
        version="0" * 64,
        kind="envoy.accept",
        roles=tuple(sorted(roles.items())),
        quote=Quote(0, 9, TEXT[:9]),
        pattern="p",
        **{**given, **other},
    )


def counts(gold: list[GoldClaim], claims: list[Claim]) -> dict[str, int]:
    score = score_document(Gold(Document("d", TEXT), tuple(gold), None), claims, load_kinds())
    return dict(score.total())


def test_right_wrong_and_missed() -> None:
    assert counts([wanted("cn"), wanted("om")], [made("cn"), made("ir")]) == {"right": 1, "wrong": 1, "missed": 1}


def test_another_polarity_is_another_claim() -> None:
    assert counts([wanted()], [made(polarity="denied")]) == {"missed": 1, "wrong": 1}


def test_a_claim_said_twice_counts_once() -> None:
    assert counts([wanted()], [made(), made(step="arrived")]) == {"right": 1}


def test_optional_gold_costs_nothing_either_way() -> None:
    assert counts([wanted(optional=True)], []) == {}
    assert counts([wanted(optional=True)], [made()]) == {}


def test_any_value_of_a_list_is_right() -> None:
    assert counts([wanted(["hk", "cn"])], [made("cn")]) == {"right": 1}


def test_shares_are_of_what_gold_states() -> None:
    gold = wanted(mood="planned", when="2024-05", voices=("officials",), roles={"rank": ["ambassador", "diplomat"]})
    claim = made(when="2024-05-03", voices=(Voice("Chinese officials"),), roles={"rank": "diplomat"})
    score = score_document(Gold(Document("d", TEXT), (gold,), None), [claim], load_kinds())
    shares = {name: (found["right"], found["stated"]) for name, found in score.shares.items()}
    assert shares == {"mood": (0, 1), "when": (1, 1), "voice": (1, 1), "detail": (1, 1), "quote": (1, 1)}


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ("2024-05", "2024-05", True),
        ("2024-05-03", "2024-05", True),
        ("2024-05", "2024-05-03", True),
        ("2024-05-03", "2024", False),
        (["2023", "2024"], "2024", True),
        ("2024-05", None, False),
    ],
)
def test_dates_agree_to_the_month_at_least(gold: str | list[str], found: str | None, *, right: bool) -> None:
    assert same_when(gold, found) is right


def test_precision_recall_and_f1() -> None:
    assert precision_recall_f1({"right": 3, "wrong": 1, "missed": 3}) == pytest.approx((0.75, 0.5, 0.6))
    assert precision_recall_f1({}) == (0, 0, 0)
