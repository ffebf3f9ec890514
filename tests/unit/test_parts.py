"""Judging in parts: what was judged before is taken over, as far as nothing it rests on has changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from threading import Event, Thread
from typing import Any

import pytest

from credence.judge import NOTHING_DECIDED, Evidence, Rulings, parts
from credence.judge.settle import WeighedCase, weighed
from credence.model.claim import Claim
from credence.model.finding import Finding, Proposition
from told import evidence, told

OPENED = told("mission.open", doc="a", when="2023", operator="om", host="td")
CLOSED = told("mission.close", doc="b", when="2024", operator="om", host="td")


def judged(of: Evidence) -> tuple[tuple[Finding, ...], ...]:
    """Judge each claim by itself."""
    return tuple(of.judged([each]) for each in of.heard())


@pytest.fixture
def quick_turns() -> Iterator[None]:
    """Let threads take turns far more often than they do by themselves."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def test_what_was_judged_before_is_not_judged_again() -> None:
    earlier = evidence([OPENED], {"a": "2023-05-01"})
    [before] = judged(earlier)
    now = evidence([OPENED, CLOSED], {"a": "2023-05-01", "b": "2024-02-01"}).after(earlier)
    assert sum(each is before for each in judged(now)) == 1
    assert judged(now) == judged(evidence([OPENED, CLOSED], {"a": "2023-05-01", "b": "2024-02-01"}))


def test_what_ends_several_is_weighed_once_and_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    weighings: list[str] = []

    def count(about: Proposition, *rest: Any) -> WeighedCase:  # noqa: ANN401 - handed on
        weighings.append(about.kind)
        return weighed(about, *rest)

    monkeypatch.setattr(parts, "weighed", count)
    opened = [told("mission.open", doc=f"a{n}", when="2023", operator="om", host="td", city=f"C{n}") for n in (1, 2)]
    earlier = evidence([*opened, CLOSED])
    one, other, closed = sorted(earlier.heard(), key=lambda each: each.claim.doc)
    assert [len(earlier.judged([each, closed])) for each in (one, other)] == [2, 2]
    assert sorted(weighings) == ["mission.close", "mission.open", "mission.open"]
    evidence([*opened, CLOSED]).after(earlier).judged([one, other, closed])
    assert sorted(weighings) == ["mission.close", "mission.open", "mission.open", "mission.open"]
    evidence([*opened, replace(CLOSED, when="2025")]).after(earlier).judged([closed])
    assert weighings.count("mission.close") == 2


@pytest.mark.parametrize(
    ("claims", "published", "decided"),
    [
        ([replace(OPENED, when="2022")], {"a": "2023-05-01"}, NOTHING_DECIDED),
        ([OPENED], {"a": "2023-04-01"}, NOTHING_DECIDED),
        ([OPENED], {"a": "2023-05-01"}, Rulings(same={"om": "oman"})),
    ],
)
def test_what_rests_on_anything_else_is_judged_anew(
    claims: list[Claim], published: dict[str, str], decided: Rulings
) -> None:
    earlier = evidence([OPENED], {"a": "2023-05-01"})
    [before] = judged(earlier)
    [after] = judged(evidence(claims, published, decided).after(earlier))
    assert after is not before
    assert [after] == list(judged(evidence(claims, published, decided)))


def test_what_nobody_asked_for_again_is_let_go() -> None:
    first = evidence([OPENED, CLOSED])
    judged(first)
    second = evidence([OPENED, CLOSED]).after(first)
    third = evidence([OPENED, CLOSED]).after(second)
    assert not any(each is other for each in judged(third) for other in judged(first))


@pytest.mark.usefixtures("quick_turns")
def test_it_is_taken_over_while_others_judge() -> None:
    claims = [told("mission.open", doc=f"d{number}", operator="om", host="td") for number in range(300)]
    earlier, over = evidence(claims), Event()

    def judge() -> None:
        while not over.is_set():
            earlier._parts.clear()  # noqa: SLF001 - so that there is always something left to judge
            judged(earlier)

    thread = Thread(target=judge)
    thread.start()
    try:
        now = evidence(claims)
        for _ in range(100):
            now.after(earlier)
    finally:
        over.set()
        thread.join()
