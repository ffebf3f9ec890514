"""Verdicts on claims, each with what looks like it and is not."""

from __future__ import annotations

from datetime import date

import pytest

from credence.catalog.check import load_check
from credence.judge import check
from credence.model.check import CheckedClaim
from credence.model.claim import Claim, Voice
from told import evidence, told

DAY = date(2024, 9, 21)
SPOKESMAN = Voice("Hafiz Zia Ahmad", "taliban", "spokesman")
MINISTRY = Voice("Omani foreign ministry", "om")


def checked(claim: Claim, *held: Claim, day: date = DAY, published: str = "2024-09-21", **dated: str) -> CheckedClaim:
    """Check a claim against others, by default published on 10 September 2024."""
    days = {each.doc: "2024-09-10" for each in held} | dated
    (found,) = check(evidence([claim]).traced, published, evidence(held, days), day, load_check())
    return found


def says(kind: str, **more: object) -> Claim:
    return told(kind, **{"doc": "article", **more})  # type: ignore[arg-type]  # parts of a claim


def accepts(**more: object) -> Claim:
    return told("envoy.accept", **{"host": "om", "sender": "taliban", **more})  # type: ignore[arg-type]  # as above


def bearings(found: CheckedClaim) -> list[str]:
    return [each.bearing for each in found.beside]


ACCEPTS = accepts(doc="article", rank="ambassador")


def test_another_says_so_too() -> None:
    found = checked(ACCEPTS, accepts(doc="a", by=MINISTRY), accepts(doc="b"))
    assert (found.verdict, bearings(found), found.marks) == ("agrees", ["says so"], ())
    assert sorted(origin.name for origin in found.origins) == ["Omani foreign ministry", "b"]


def test_nobody_else_says_so() -> None:
    found = checked(ACCEPTS, accepts(doc="a", host="qa"), accepts(doc="b", mood="planned"))
    assert (found.verdict, found.beside, found.origins) == ("new", (), ())


def test_what_rests_on_one_origin_is_marked() -> None:
    assert checked(ACCEPTS, accepts(doc="a")).marks == ("one origin",)
    assert checked(ACCEPTS, accepts(doc="a"), accepts(doc="b")).marks == ()


def test_the_same_speaker_is_no_other_origin() -> None:
    said = accepts(doc="article", by=SPOKESMAN)
    assert checked(said, accepts(doc="a", by=SPOKESMAN), accepts(doc="b", by=SPOKESMAN)).marks == ("same origin",)
    assert checked(said, accepts(doc="a", by=SPOKESMAN), accepts(doc="b", by=MINISTRY)).marks == ()


@pytest.mark.parametrize(
    ("when", "marks"),
    [("2024-03", ("one origin", "dated otherwise")), ("2024-08", ("one origin",)), (None, ("one origin",))],
)
def test_another_date_is_marked(when: str | None, marks: tuple[str, ...]) -> None:
    found = checked(accepts(doc="article", when=when), accepts(doc="a", when="2024-08-15"))
    assert (found.verdict, found.marks) == ("agrees", marks)


@pytest.mark.parametrize("mood", ["planned", "sought", "possible", "conditional"])
def test_what_is_told_as_ahead_was_done(mood: str) -> None:
    found = checked(says("envoy.accept", host="om", sender="taliban", mood=mood), accepts(doc="a", when="2024-03-01"))
    assert (found.verdict, bearings(found)) == ("older", ["done"])
    assert found.beside[0].at is not None
    assert found.beside[0].at.date == "2024-03-01"


@pytest.mark.parametrize(
    ("planned", "done"),
    [
        ({}, {"when": "2024-10-02"}),  # done only after the day
        ({"when": "2025"}, {"when": "2024-03"}),  # planned for later: another act
        ({}, {"when": "2024-03", "polarity": "denied"}),  # not done
        ({}, {"when": "2024-03", "mood": "planned"}),  # planned by others, too
        ({"rank": "ambassador"}, {"when": "2024-03", "rank": "charge"}),
    ],
)
def test_what_is_told_as_ahead_is_ahead(planned: dict[str, str], done: dict[str, str]) -> None:
    claim = says("envoy.accept", host="om", sender="taliban", mood="planned", **planned)
    assert checked(claim, accepts(doc="a", **done)).verdict in ("new", "agrees")


def test_what_was_undone_may_be_ahead_again() -> None:
    sought = says("listing.remove", lister="kz", target="taliban", mood="sought")
    off = told("listing.remove", doc="a", lister="kz", target="taliban", when="2003")
    on = told("listing.add", doc="b", lister="kz", target="taliban", when="2005")
    assert checked(sought, off).verdict == "older"
    assert checked(sought, off, on).verdict == "new"


def test_what_is_over_when_done_may_be_done_again() -> None:
    planned = says("meeting.hold", parties=("ir", "taliban"), mood="planned")
    met = told("meeting.hold", doc="a", parties=("ir", "taliban"), when="2022-01-05")
    assert checked(planned, met).verdict == "new"
    dated = says("meeting.hold", parties=("ir", "taliban"), mood="planned", when="2024-09-12")
    assert (
        checked(dated, told("meeting.hold", doc="a", parties=("ir", "taliban"), when="2024-09-12")).verdict == "older"
    )


def test_two_meetings_are_not_one() -> None:
    meets = says("meeting.hold", parties=("ir", "taliban"), when="2024-09-20")
    assert (
        checked(meets, told("meeting.hold", doc="a", parties=("ir", "taliban"), when="2024-09-19")).verdict == "agrees"
    )
    assert checked(meets, told("meeting.hold", doc="a", parties=("ir", "taliban"), when="2024-07-02")).verdict == "new"


def test_what_is_told_as_standing_had_ended() -> None:
    runs = says("mission.operate", operator="taliban", host="no", post="embassy")
    held = told("mission.operate", doc="a", operator="taliban", host="no", post="embassy", when="2022/..")
    closed = told("mission.close", doc="b", operator="taliban", host="no", post="embassy", when="2024-09-12")
    found = checked(runs, held, closed)
    assert (found.verdict, bearings(found)) == ("older", ["ended"])
    assert found.beside[0].finding.proposition.kind == "mission.close"
    assert checked(runs, held, closed, day=date(2024, 9, 1)).verdict == "agrees"


def test_what_is_told_with_its_dates_is_history() -> None:
    held = told("mission.open", doc="a", operator="taliban", host="no", when="2022-03")
    closed = told("mission.close", doc="b", operator="taliban", host="no", when="2024-09-12")
    opened = says("mission.open", operator="taliban", host="no", when="2022-03")
    assert checked(opened, held, closed).verdict == "agrees"
    again = says("mission.open", operator="taliban", host="no", when="2024-09-20")
    assert checked(again, held, closed).verdict == "new"


def test_a_closing_that_is_over_is_older_and_one_that_is_news_is_new() -> None:
    shut = says("mission.close", operator="de", host="af", post="embassy")
    closed = told("mission.close", doc="a", operator="de", host="af", post="embassy", when="2021-08-15")
    opened = told("mission.open", doc="b", operator="de", host="af", post="embassy", when="2024-05")
    assert checked(shut, closed, opened).verdict == "older"
    found = checked(shut, opened)
    assert (found.verdict, bearings(found)) == ("new", ["otherwise"])


GRANTS = {"recognized": "taliban", "as": "government"}


def recognises(state: str, **more: object) -> Claim:
    return told("recognition.grant", **{"recognizer": state, "recognized": "taliban", **more})  # type: ignore[arg-type]  # as above


def test_no_state_is_contradicted_by_one() -> None:
    nobody = recognises("*", doc="article", polarity="denied")
    found = checked(nobody, recognises("ru", doc="a", when="2024-07-03"))
    assert (found.verdict, bearings(found)) == ("contradicted", ["done"])
    assert checked(nobody, recognises("ru", doc="a", when="2025-07-03")).verdict == "new"
    assert checked(nobody, recognises("*", doc="a", polarity="denied")).verdict == "agrees"


def test_no_state_but_one_is_not_contradicted_by_that_one() -> None:
    article = evidence([recognises("*", doc="article", polarity="denied"), recognises("ru", doc="article")])
    held = evidence([recognises("ru", doc="a", when="2024-07-03")], {"a": "2024-07-04"})
    found = check(article.traced, "2024-09-21", held, DAY, load_check())
    assert sorted(each.verdict for each in found) == ["agrees", "new"]


def test_one_state_is_contradicted_by_none() -> None:
    found = checked(recognises("cn", doc="article"), recognises("*", doc="a", polarity="denied"))
    assert (found.verdict, bearings(found)) == ("contradicted", ["denied"])
    later = recognises("cn", doc="article", when="2024-09-20")
    assert checked(later, recognises("*", doc="a", polarity="denied")).verdict == "new"


def test_a_spell_that_is_over_contradicts_nothing_of_today() -> None:
    nobody = recognises("*", doc="article", polarity="denied")
    assert checked(nobody, recognises("pk", doc="a", when="1997-05-25")).verdict == "new"


def test_denied_and_held() -> None:
    claim = accepts(doc="article", polarity="denied")
    assert checked(claim, accepts(doc="a", when="2024-03")).verdict == "contradicted"
    assert checked(claim, accepts(doc="a", polarity="denied")).verdict == "agrees"
    assert checked(claim, accepts(doc="a", when="2024-11")).verdict == "new"
    before = accepts(doc="article", polarity="denied", when="2023")
    assert checked(before, accepts(doc="a", when="2024-03")).verdict == "new"


def test_plans_denied_and_made() -> None:
    plans = accepts(doc="article", mood="planned")
    assert checked(plans, accepts(doc="a", mood="planned")).verdict == "agrees"
    assert checked(plans, accepts(doc="a", mood="planned", polarity="denied")).verdict == "contradicted"
    none = accepts(doc="article", mood="planned", polarity="denied")
    assert checked(none, accepts(doc="a", mood="planned")).verdict == "contradicted"
    assert checked(none, accepts(doc="a", mood="planned", polarity="denied")).verdict == "agrees"


def test_a_later_step_includes_an_earlier_one() -> None:
    named = says("envoy.accept", host="om", sender="taliban", step="named")
    handed = says("envoy.accept", host="om", sender="taliban", step="credentials")
    assert checked(named, accepts(doc="a", step="credentials")).verdict == "agrees"
    assert checked(handed, accepts(doc="a", step="named")).verdict == "new"
