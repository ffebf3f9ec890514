"""Laws of what can be located and of the ladder, whatever is claimed by whomever in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from credence.catalog.counts import load_counts
from credence.catalog.ladder import load_ladder
from credence.judge import counts, dealings, holds_on, standing, turns
from credence.model.claim import Claim, RoleValue, Voice
from credence.model.counts import UnitCounts
from credence.model.finding import Finding
from credence.model.ladder import Standing
from told import evidence, told

LAW = settings(deadline=None, max_examples=60)  # examples are many, and machines may be slow
BOOK, LADDER = load_counts(), load_ladder()
PUBLISHED = {"a": "2021-09-20", "b": "2023", "d": "2024-08"}
ASKED = date(2023, 6, 1)

days = st.sampled_from([date(2020, 1, 1), date(2022, 5, 5), ASKED, date(2024, 12, 31), date(2030, 1, 1)])
whens = st.sampled_from([None, "2021", "2021-08", "2022-03-01", "2021-08/..", "2020/2023", "../2022", "2024~"])
SHAPES: dict[str, dict[str, Sequence[RoleValue | None]]] = {
    "mission.count": {"operator": ["taliban"], "value": ["39", "40..", "~14"], "post": [None, "embassy", "mission"]},
    "envoy.count": {"sender": ["taliban"], "value": ["39", "14"], "rank": ["diplomat", "ambassador"]},
    "recognition.count": {"recognized": ["taliban"], "value": ["39", "3"]},
    "mission.operate": {
        "operator": ["taliban"], "host": ["om", "cn"], "city": [None, "Muscat", "Sur"], "post": [None, "embassy"],
    },
    "mission.transfer": {"to": ["taliban", "om"], "host": ["om"], "from": [None, "taliban"]},
    "mission.close": {"operator": ["taliban"], "host": ["om", "cn"], "city": [None, "Muscat"]},
    "envoy.accept": {"host": ["om", "cn"], "sender": ["taliban"], "rank": [None, "charge", "ambassador"]},
    "envoy.expel": {"host": ["om", "cn"], "sender": ["taliban"], "rank": [None, "charge"]},
    "recognition.grant": {"recognizer": ["om", "*"], "recognized": ["taliban"], "as": [None, "territory"]},
    "meeting.hold": {"parties": [("om", "taliban"), ("cn", "om", "taliban")], "format": [None, "visit"]},
    "ties.sever": {"parties": [("om", "taliban")]},
    "ties.restore": {"parties": [("om", "taliban")]},
}  # fmt: skip


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(sorted(SHAPES)))
    roles = {role: draw(st.sampled_from(values)) for role, values in SHAPES[kind].items()}
    speaker = draw(st.sampled_from([None, Voice("Amir Khan Muttaqi", "taliban"), Voice("Ida Sorel")]))
    return told(
        kind,
        doc=draw(st.sampled_from("abcd")),
        when=draw(whens),
        by=speaker,
        polarity=draw(st.sampled_from(["affirmed", "affirmed", "denied"])),
        mood=draw(st.sampled_from(["actual", "actual", "planned"])),
        pattern=draw(st.sampled_from(["p", "envoys-are-in-countries", "operator-has-missions-in-countries"])),
        **{role: value for role, value in roles.items() if value is not None},  # type: ignore[arg-type]  # roles alone
    )


many_claims = st.lists(claims(), max_size=10)


def counted(said: Sequence[Claim], day: date) -> tuple[UnitCounts, ...]:
    return counts(evidence(said, PUBLISHED), "taliban", day, BOOK)


def standings(said: Sequence[Claim], day: date) -> tuple[Standing[Finding], ...]:
    return tuple(standing(each, day, LADDER) for each in dealings(evidence(said, PUBLISHED), "taliban", LADDER))


@LAW
@given(many_claims, days)
def test_units_are_never_mixed(said: list[Claim], day: date) -> None:
    units = {unit.id: unit for unit in BOOK.units}
    for found in counted(said, day):
        unit = units[found.unit]
        kinds = {act.kind for act in (*unit.listing.stands, *unit.listing.ends)} if unit.listing else set()
        for number in found.claimed:
            claims_of = [traced.claim for traced in number.finding.claims]
            assert any(BOOK.unit_of(claim) is unit for claim in claims_of)
        for place in (*found.located, *found.apart):
            assert {finding.proposition.kind for finding in place.findings} <= kinds
            if unit.only and place.stands in ("certain", "open"):
                assert unit.only.intersection(place.said)


@LAW
@given(many_claims, days)
def test_every_number_is_in_one_unit(said: list[Claim], day: date) -> None:
    documents = sum(number.documents for found in counted(said, day) for number in found.claimed)
    assert documents <= sum(claim.kind.endswith(".count") for claim in said)


@LAW
@given(many_claims, days)
def test_what_is_located_may_hold_on_the_day(said: list[Claim], day: date) -> None:
    for found in counted(said, day):
        for place in found.located:
            if place.stands in ("certain", "open"):
                assert any(holds_on(finding, day.isoformat()) != "no" for finding in place.findings)


@LAW
@given(many_claims, days)
def test_a_step_rests_on_what_holds_or_may_hold_then_or_is_not_long_over(said: list[Claim], day: date) -> None:
    for each in standings(said, day):
        assert (each.step == "none") == (not each.reasons)
        for ground in each.reasons:
            assert ground.finding.credence > 0.5
            assert ground.finding.proposition.mood == "actual"
            brief = LADDER.rule(ground.rule).years is not None
            assert brief or holds_on(ground.finding, day.isoformat()) != "no"


@LAW
@given(many_claims, claims(), days)
def test_a_claim_about_others_changes_nothing(said: list[Claim], more: Claim, day: date) -> None:
    other = told(more.kind, doc="z", **{role: "pe" for role, _ in more.roles})  # type: ignore[arg-type]  # roles alone
    assert standings([*said, other], day) == standings(said, day)
    assert counted([*said, other], day) == counted(said, day)


@LAW
@given(many_claims, days, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(said: list[Claim], day: date, chance: Random) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)
    assert standings(shuffled, day) == standings(said, day)
    assert counted(shuffled, day) == counted(said, day)


@LAW
@given(many_claims, days, days)
def test_between_the_days_of_its_history_a_step_stays(said: list[Claim], day: date, last: date) -> None:
    """The history misses no change: its last entry up to a day is the step on that day."""
    (found,) = dealings(evidence(said, PUBLISHED), "taliban", LADDER, ["om"])
    step = next((turn.step for turn in reversed(turns(found, max(day, last), LADDER)) if turn.day <= day), "none")
    assert standing(found, day, LADDER).step == step
