"""Counts: what is located, what is missing, and what could explain it, by examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from credence.catalog.counts import load_counts
from credence.judge import Evidence, counts, rulings
from credence.judge.counts import bounds
from credence.model.claim import Claim, Voice
from credence.model.counts import Counted, Stands, UnitCounts
from credence.model.decision import Adjudication, Decided
from told import evidence, told

DAY = date(2024, 9, 25)
MINISTER = Voice("Amir Khan Muttaqi", "taliban", "foreign minister")


def number(value: str, **more: object) -> Claim:
    return told("mission.count", **{"operator": "taliban", "value": value, "doc": "n", **more})  # type: ignore[arg-type]  # parts of a claim


def runs(host: str, **more: object) -> Claim:
    return told("mission.operate", **{"operator": "taliban", "host": host, **more})  # type: ignore[arg-type]  # as above


def units(*claims: Claim, day: date = DAY, published: Mapping[str, str] | None = None) -> dict[str, UnitCounts]:
    dated = dict.fromkeys("nabcdef", "2024-09-20") | {**(published or {})}
    return {each.unit: each for each in counts(evidence(claims, dated), "taliban", day, load_counts())}


def missions(*claims: Claim, day: date = DAY, published: Mapping[str, str] | None = None) -> UnitCounts:
    return units(number("39"), *claims, day=day, published=published)["missions"]


def places(counted: UnitCounts) -> list[tuple[str | None, str | None, Stands]]:
    return [(each.where, each.city, each.stands) for each in (*counted.located, *counted.apart)]


def causes(counted: Counted) -> dict[str, int]:
    return {each.cause: each.number for each in counted.explanations}


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("39", (39, 39)), ("~40", (40, 40)), ("40..", (40, None)), ("..40", (None, 40)), ("11..14", (11, 14)),
        ("a dozen", (None, None)),
    ],
)  # fmt: skip
def test_bounds_of_a_number(value: str, meant: tuple[int | None, int | None]) -> None:
    assert bounds(value) == meant


def test_an_end_that_nobody_recorded_is_not_certain() -> None:
    found = missions(runs("om", when="2024-03/.."), runs("qa", when="2024-01-01/2024-12-31"))
    assert places(found) == [("om", None, "open"), ("qa", None, "certain")]
    assert found.claimed[0].located == 2


def test_what_is_told_of_only_later_is_not_counted() -> None:
    found = missions(runs("om", doc="b"), published={"b": "2025-01-10"})
    assert places(found) == [("om", None, "unsettled")]
    assert (found.claimed[0].located, causes(found.claimed[0])["unsettled"]) == (0, 1)


def test_two_cities_are_two_places_and_the_fewest_are_counted() -> None:
    found = missions(
        runs("pk", city="Islamabad", post="embassy"),
        runs("pk", city="Karachi", post="consulate", doc="b"),
        runs("pk", post="embassy", doc="c"),  # the one in Islamabad, for all that is said
        runs("pk", doc="d"),  # any of them
        runs("in", post="embassy", doc="e"),
        runs("in", post="consulate", doc="f"),  # another one, wherever
    )
    assert [place[:2] for place in places(found)] == [
        ("in", None), ("in", None), ("pk", "Islamabad"), ("pk", "Karachi"),
    ]  # fmt: skip


def test_closing_one_of_two_leaves_the_other() -> None:
    found = missions(
        runs("pk", city="Islamabad", when="2022/.."),
        runs("pk", city="Karachi", when="2022/.."),
        told("mission.close", operator="taliban", host="pk", city="Karachi", when="2024-06-01"),
    )
    assert places(found) == [("pk", "Islamabad", "open"), ("pk", "Karachi", "ended")]


def test_a_handover_ends_by_closing_and_by_passing_on() -> None:
    over = [told("mission.transfer", to="taliban", host=host, when="2022") for host in ("no", "de")]
    closed = told("mission.close", operator="taliban", host="no", when="2024-09-12")
    passed = told("mission.transfer", to="de", host="de", from_="taliban", when="2023")
    assert places(missions(*over)) == [("de", None, "open"), ("no", None, "open")]
    assert places(missions(*over, closed, passed)) == [("de", None, "ended"), ("no", None, "ended")]


def test_what_was_only_ever_said_to_close_stood_until_then_since_nobody_knows_when() -> None:
    closed = told("mission.close", operator="taliban", host="no", city="Oslo", when="2024-09-12")
    assert places(missions(closed)) == [("no", "Oslo", "ended")]
    assert places(missions(closed, day=date(2024, 9, 10), published={"n": "2024-09-01"})) == [
        ("no", "Oslo", "unsettled")
    ]


def test_plans_and_denials_are_set_apart() -> None:
    plan = told("mission.open", operator="taliban", host="de", mood="planned")
    denied = runs("fr", polarity="denied", doc="b")
    doubted = [runs("fr"), denied]
    found = missions(plan, *doubted, published={"b": "2024-09-20"})
    assert places(found) == [("de", None, "planned"), ("fr", None, "denied")]
    assert causes(found.claimed[0]) == {"planned": 1, "denied": 1, "unrecorded": 37, "day": 0}


def test_hosts_that_nobody_names_are_said_to_be_so() -> None:
    found = missions(runs("*"))
    assert found.located[0].where is None
    assert causes(found.claimed[0])["unnamed"] == 1


def test_one_speaker_in_many_papers_is_one_row() -> None:
    papers = [number("39", doc=f"p{n}", by=MINISTER) for n in range(9)]
    found = units(*papers, published={f"p{n}": "2024-09-20" for n in range(9)})["missions"]
    (row,) = found.claimed
    assert (row.names, row.interested, row.documents) == (("Amir Khan Muttaqi",), True, 9)


@pytest.mark.parametrize(
    ("value", "missing"), [("39", (38, 38)), ("40..", (39, None)), ("..40", (None, 39)), ("0", (-1, -1))]
)
def test_difference(value: str, missing: tuple[int | None, int | None]) -> None:
    (row,) = units(number(value), runs("om"))["missions"].claimed
    assert (row.located, row.missing) == (1, missing)


def test_more_located_than_claimed() -> None:
    (row,) = units(number("1"), runs("om"), runs("qa"))["missions"].claimed
    assert causes(row) == {"more": 1, "day": 0}


def test_a_number_of_a_later_day_says_nothing() -> None:
    assert (
        units(number("39"), number("31", doc="b"), published={"b": "2025-08-20"})["missions"].claimed[0].value == "39"
    )
    assert not units(number("31", doc="b"), published={"b": "2025-08-20"})


def test_a_number_of_the_very_day_needs_no_explanation_by_day() -> None:
    (row,) = units(number("39", when="2024-09"))["missions"].claimed
    assert "day" not in causes(row)


def test_a_number_in_one_host_is_compared_with_what_is_there() -> None:
    (row,) = units(number("4", scope="pk"), runs("pk", city="Quetta"), runs("om"))["missions"].claimed
    assert (row.located, row.missing) == (1, (3, 3))


def test_a_number_within_a_region_is_compared_with_nothing() -> None:
    (row,) = units(number("4", scope="the Gulf"), runs("om"))["missions"].claimed
    assert (row.missing, causes(row)) == ((None, None), {"day": 0, "scope": 0})


def test_neither_denials_nor_plans_of_numbers_are_compared() -> None:
    rows = units(number("39", polarity="denied"), number("50", mood="planned"))["missions"].claimed
    assert [row.missing for row in rows] == [(None, None), (None, None)]


def test_embassies_and_missions_are_different_units() -> None:
    found = units(
        number("39", by=MINISTER), number("39", doc="b", post="embassy", by=MINISTER),
        runs("om", post="embassy"), runs("in", post="consulate"), runs("qa", post="mission"),
    )  # fmt: skip
    assert [each.where for each in found["missions"].located] == ["in", "om", "qa"]
    assert [each.where for each in found["embassies"].located] == ["om"]
    row = found["embassies"].claimed[0]
    assert causes(row) == {"unsaid": 1, "unrecorded": 37, "day": 0, "units": 0}


def test_countries_are_counted_once() -> None:
    found = units(
        number("30", pattern="operator-has-missions-in-countries"),
        runs("pk", city="Quetta"),
        runs("pk", city="Karachi"),
    )
    (place,) = found["countries-with-missions"].located
    assert (place.where, place.city, len(place.findings)) == ("pk", None, 2)


def test_envoys_and_recognitions_have_lists_of_their_own() -> None:
    found = units(
        told("envoy.count", sender="taliban", value="14", rank="diplomat", pattern="envoys-are-in-countries"),
        told("envoy.count", sender="taliban", value="8", scope="ru", doc="b"),
        told("recognition.count", recognized="taliban", value="3", doc="b"),
        told("envoy.accept", host="cn", sender="taliban", rank="ambassador", when="2024-01-30"),
        told("envoy.accept", host="om", sender="taliban", rank="charge", when="2022"),
        told("envoy.expel", host="om", sender="taliban", when="2023"),
        told("recognition.grant", recognizer="ru", recognized="taliban", when="2024-07-03"),
        told("recognition.grant", recognizer="us", recognized="taliban", as_="territory"),
    )
    assert {each.unit: [place.where for place in each.located] for each in found.values()} == {
        "countries-with-envoys": ["cn"],
        "envoys": [],
        "recognitions": ["ru"],
    }
    assert [place.where for place in found["countries-with-envoys"].apart] == ["om"]
    assert not found["envoys"].can_be_located


def test_a_later_number_may_be_made_from_an_older_one() -> None:
    claims = [
        number("39", by=MINISTER),
        number("40..", doc="b"),
        told("mission.open", operator="taliban", host="in", city="Mumbai", when="2024-11", doc="b"),
    ]
    rows = {
        row.value: row
        for row in units(*claims, day=date(2025, 2, 10), published={"b": "2025-02-10"})["missions"].claimed
    }
    assert "derived" in causes(rows["40.."])
    assert "derived" not in causes(rows["39"])
    rows = {
        row.value: row
        for row in units(*claims[:2], day=date(2025, 2, 10), published={"b": "2025-02-10"})["missions"].claimed
    }
    assert "derived" not in causes(rows["40.."])  # nothing was begun since


def test_what_is_its_own_and_run_by_others_is_not_counted_but_told() -> None:
    claims = [
        told("mission.count", operator="af", value="60", doc="n"),
        told("mission.operate", operator="taliban", host="om", of="af"),
        told("mission.operate", operator="af", host="de", of="af"),
    ]
    published = dict.fromkeys("an", "2024-09-20")
    (found,) = counts(evidence(claims, published), "af", DAY, load_counts())
    assert [place.where for place in found.located] == ["de"]
    assert causes(found.claimed[0]) == {"others": 1, "unrecorded": 58, "day": 0}


def test_what_people_decided_counts() -> None:
    claims = [number("39"), runs("om"), runs("qa", doc="b")]

    def seen(verdict: Adjudication) -> Evidence:
        decided = Decided(1, 2, "Ana", verdict)
        return evidence(claims, dict.fromkeys("nab", "2024-09-20"), rulings([decided]))

    rejected = Adjudication(claims[1].id, "reject", "misread")
    (found,) = counts(seen(rejected), "taliban", DAY, load_counts())
    assert [place.where for place in found.located] == ["qa"]
