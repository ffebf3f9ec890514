"""The ladder: which step is reached, what may be, and when it changed, by examples beyond those of the data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from credence import judge
from credence.catalog.ladder import load_ladder
from credence.model.claim import Claim
from credence.model.finding import Finding
from credence.model.ladder import Standing
from told import evidence, told

BOOK = load_ladder()


def visit(when: str | None = None, doc: str = "a") -> Claim:
    return told("meeting.hold", parties=("no", "taliban"), format="visit", when=when, doc=doc)


def accepted(rank: str, when: str, host: str = "cn") -> Claim:
    return told("envoy.accept", host=host, sender="taliban", rank=rank, when=when, doc=f"{rank}-{when}")


def standing(
    *claims: Claim, on: str, state: str = "cn", published: Mapping[str, str] | None = None
) -> Standing[Finding]:
    (found,) = judge.dealings(evidence(claims, published), "taliban", BOOK, [state])
    return judge.standing(found, date.fromisoformat(on), BOOK)


def changes(*claims: Claim, on: str, state: str = "cn") -> list[tuple[str, str]]:
    (found,) = judge.dealings(evidence(claims), "taliban", BOOK, [state])
    return [(each.day.isoformat(), each.step) for each in judge.turns(found, date.fromisoformat(on), BOOK)]


def test_ranks_of_one_host_are_told_apart_by_their_own_days() -> None:
    claims = [accepted("charge", "2022-04"), accepted("ambassador", "2024-01-30")]
    assert standing(*claims, on="2023-01-01").step == "envoy-charge"
    assert standing(*claims, on="2024-01-30").step == "envoy-ambassador"
    assert changes(*claims, on="2025-01-01") == [("2022-04-30", "envoy-charge"), ("2024-01-30", "envoy-ambassador")]


def test_expelling_a_charge_leaves_the_ambassador() -> None:
    claims = [accepted("ambassador", "2022"), accepted("charge", "2022")]
    expelled = told("envoy.expel", host="cn", sender="taliban", rank="charge", when="2023-05-01", doc="e")
    assert standing(*claims, expelled, on="2024-01-01").step == "envoy-ambassador"
    all_out = told("envoy.expel", host="cn", sender="taliban", when="2023-05-01", doc="e")
    assert standing(*claims, all_out, on="2024-01-01").step == "none"


def test_what_may_have_begun_only_later_raises_no_step() -> None:
    russia = told("recognition.grant", recognizer="cn", recognized="taliban", doc="later")
    before = standing(russia, accepted("charge", "2022"), on="2024-01-01", published={"later": "2025-07-04"})
    assert (before.step, before.may_be) == ("envoy-charge", "recognised")
    after = standing(russia, on="2025-07-04", published={"later": "2025-07-04"})
    assert (after.step, after.may_be) == ("recognised", None)


def test_a_visit_lapses_two_years_after_its_last_possible_day() -> None:
    assert changes(visit("2022-01"), on="2026-01-01", state="no") == [("2022-01-31", "visit"), ("2024-02-01", "none")]
    (ground,) = standing(visit("2022-01"), on="2024-02-01", state="no").grounds
    assert (ground.bearing, ground.finding.begins.date) == ("lapsed", "2022-01")


def test_each_meeting_counts_by_itself() -> None:
    claims = [visit("2020-01"), visit("2024-01", doc="b")]
    assert changes(*claims, on="2026-06-01", state="no") == [
        ("2020-01-31", "visit"),
        ("2022-02-01", "none"),
        ("2024-01-31", "visit"),
        ("2026-02-01", "none"),
    ]


def test_an_undated_meeting_was_over_when_it_was_told() -> None:
    assert standing(visit(), on="2024-10-01", state="no", published={"a": "2024-09-20"}).step == "visit"
    assert standing(visit(), on="2024-09-01", state="no", published={"a": "2024-09-20"}).may_be == "visit"
    assert standing(visit(), on="2024-09-01", state="no").step == "none"


def test_a_leap_day_has_its_year() -> None:
    assert changes(visit("2024-02-29"), on="2027-01-01", state="no")[-1] == ("2026-03-01", "none")


def test_recognition_outlasts_a_break_and_is_shown_beside_it() -> None:
    claims = [
        told("recognition.grant", recognizer="cn", recognized="taliban", when="2020"),
        told("ties.sever", parties=("cn", "taliban"), when="2022"),
    ]
    found = standing(*claims, on="2024-01-01")
    assert found.step == "severed"
    assert {ground.step for ground in found.grounds if ground.bearing == "reached"} == {"severed", "recognised"}


def test_a_meeting_after_a_break_does_not_mend_it() -> None:
    broken = told("ties.sever", parties=("no", "taliban"), when="2022")
    assert standing(broken, visit("2024-01"), on="2024-06-01", state="no").step == "severed"


def test_what_is_contested_evenly_leads_nowhere() -> None:
    claims = [
        told("recognition.grant", recognizer="cn", recognized="taliban", when="2024"),
        told("recognition.grant", recognizer="cn", recognized="taliban", doc="b", polarity="denied"),
    ]
    found = standing(*claims, on="2025-06-01", published={"b": "2025-01-01"})
    assert (found.step, found.grounds[0].stands) == ("none", "denied")


def test_each_state_stands_for_itself_and_nobody_is_no_state() -> None:
    claims = [
        accepted("charge", "2022"),
        accepted("ambassador", "2022", host="ir"),
        told("recognition.grant", recognizer="*", recognized="taliban", polarity="denied"),
        told("meeting.hold", parties=("cn", "pk", "taliban"), when="2023"),
    ]
    found = judge.dealings(evidence(claims), "taliban", BOOK)
    assert {each.state: judge.standing(each, date(2024, 1, 1), BOOK).step for each in found} == {
        "cn": "envoy-charge", "ir": "envoy-ambassador", "pk": "contact",
    }  # fmt: skip


def test_the_other_way_round_is_another_question() -> None:
    assert standing(told("recognition.grant", recognizer="taliban", recognized="cn"), on="2024-01-01").step == "none"


@pytest.mark.parametrize("state", ["cn", "no"])
def test_of_nothing_recorded_none_is_said(state: str) -> None:
    assert standing(on="2024-01-01", state=state) == Standing("taliban", state, date(2024, 1, 1), "none", None, ())
    assert changes(on="2024-01-01", state=state) == []
