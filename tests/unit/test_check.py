"""Verdicts on claims, each with what looks like it and is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from credence.catalog.check import load_check
from credence.catalog.counts import load_counts
from credence.catalog.weights import Weight
from credence.judge import check
from credence.model.check import Article, CheckedClaim
from credence.model.claim import Claim, Voice
from told import evidence, told

DAY = date(2024, 9, 21)
SPOKESMAN = Voice("Hafiz Zia Ahmad", "taliban", "spokesman")
MINISTRY = Voice("Omani foreign ministry", "om")


def checked(claim: Claim, *held: Claim, day: date = DAY, published: str = "2024-09-21", **dated: str) -> CheckedClaim:
    """Check a claim against others, by default published on 10 September 2024."""
    days = {each.doc: "2024-09-10" for each in held} | dated
    article = Article(evidence([claim]).traced, published)
    (found,) = check(article, evidence(held, days), day, load_check(), load_counts())
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


def test_what_is_hardly_believed_is_said_all_the_same() -> None:
    held = evidence([accepts(doc="a")], {"a": "2024-09-10"})
    rare = dict.fromkeys(held.weights.priors, Weight(0.1, "All is rare."))
    doubted = replace(held, weights=replace(held.weights, priors=rare))
    for polarity, verdict in (("affirmed", "agrees"), ("denied", "new")):
        article = Article(evidence([accepts(doc="article", polarity=polarity)]).traced, "2024-09-21")
        (found,) = check(article, doubted, DAY, load_check(), load_counts())
        assert found.verdict == verdict
        assert all(each.finding.credence < 0.5 for each in found.beside)


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
    off = told("listing.remove", doc="a", lister="kz", target="taliban", when="2021-03")
    on = told("listing.add", doc="b", lister="kz", target="taliban", when="2022-05")
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
    said = evidence([recognises("*", doc="article", polarity="denied"), recognises("ru", doc="article")])
    held = evidence([recognises("ru", doc="a", when="2024-07-03")], {"a": "2024-07-04"})
    found = check(Article(said.traced, "2024-09-21"), held, DAY, load_check(), load_counts())
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


MINISTER = Voice("Amir Khan Muttaqi", "taliban", "foreign minister")


def runs(value: str, doc: str = "article", **more: object) -> Claim:
    return told("mission.count", **{"doc": doc, "operator": "taliban", "value": value, **more})  # type: ignore[arg-type]  # as above


def operates(*hosts: str) -> list[Claim]:
    return [told("mission.operate", doc=f"at-{host}", operator="taliban", host=host, when="2023/..") for host in hosts]


def test_another_number_differs() -> None:
    found = checked(runs("39", by=MINISTER), runs("27", "a"))
    assert (found.verdict, bearings(found), found.marks) == ("count differs", ["counted"], ("one origin",))
    assert [each.value for each in found.numbers] == ["27"]


def test_the_same_number_by_the_same_speaker_is_the_same_origin() -> None:
    found = checked(runs("39", by=MINISTER), runs("39", "a", by=MINISTER), runs("39", "b", by=MINISTER))
    assert (found.verdict, found.marks) == ("agrees", ("same origin",))
    assert checked(runs("39", by=MINISTER), runs("39", "a")).marks == ("one origin",)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("39", "39", "agrees"),
        ("39", "30..", "agrees"),
        ("~40", "39", "agrees"),
        ("39", "40..", "count differs"),
        ("39", "~50", "count differs"),
        ("..40", "39", "agrees"),
        ("39", "some", "new"),
    ],
)
def test_numbers_that_can_be_one(one: str, other: str, verdict: str) -> None:
    assert checked(runs(one), runs(other, "a")).verdict == verdict


@pytest.mark.parametrize(
    "other",
    [
        runs("27", "a", scope="eu"),  # within another scope
        runs("27", "a", post="embassy"),  # another unit
        runs("27", "a", mood="planned"),
        runs("27", "a", polarity="denied"),
        told("mission.count", doc="a", operator="af-republic", value="27"),
        told("envoy.count", doc="a", sender="taliban", value="27"),
    ],
)
def test_what_is_no_number_of_the_same(other: Claim) -> None:
    assert checked(runs("39"), other).verdict == "new"


def test_numbers_grow_and_only_the_last_of_a_speaker_counts() -> None:
    assert checked(runs("39"), runs("14", "a"), a="2022-03-01").verdict == "new"
    assert checked(runs("39"), runs("27", "a"), a="2025-03-01").verdict == "new"
    told_twice = runs("38", "a", by=MINISTER), runs("39", "b", by=MINISTER)
    assert checked(runs("39"), *told_twice, a="2024-06-01").verdict == "agrees"


def test_a_number_beside_what_can_be_located() -> None:
    found = checked(runs("39"), *operates("om", "qa", "tr"))
    assert found.verdict == "new"
    assert found.counted is not None
    assert (found.counted.located, found.counted.missing) == (3, (36, 36))
    fewer = checked(runs("2"), *operates("om", "qa", "tr"))
    assert (fewer.verdict, fewer.counted and fewer.counted.missing) == ("count differs", (-1, -1))


def test_a_number_that_is_planned_is_a_plan() -> None:
    assert checked(runs("39", mood="planned"), runs("39", "a", mood="planned")).verdict == "agrees"


def test_an_article_that_tells_of_both_is_not_behind() -> None:
    plan = says("envoy.accept", host="om", sender="taliban", mood="planned", when=None)
    done = says("envoy.accept", host="om", sender="taliban", when="2024-03")
    assert verdicts([plan, done], accepts(doc="a", when="2024-03")) == {"planned": "new", "actual": "agrees"}
    runs_it = says("mission.operate", operator="taliban", host="no", mood="actual")
    shut = says("mission.close", operator="taliban", host="no", when="2024-09-12")
    held = told("mission.operate", doc="a", operator="taliban", host="no", when="2022/..")
    closed = told("mission.close", doc="b", operator="taliban", host="no", when="2024-09-12")
    assert set(verdicts([runs_it, shut], held, closed).values()) == {"agrees"}
    assert verdicts([runs_it], held, closed) == {"actual": "older"}


def verdicts(claims: list[Claim], *held: Claim) -> dict[str, str]:
    """Give the verdict on each mood of an article's claims."""
    article = Article(evidence(claims).traced, "2024-09-21")
    days = {each.doc: "2024-09-10" for each in held}
    found = check(article, evidence(held, days), DAY, load_check(), load_counts())
    return {each.traced.claim.mood: each.verdict for each in found}


def test_what_is_long_over_may_have_begun_anew() -> None:
    sends = says("envoy.appoint", sender="eg", host="qa", rank="ambassador")
    recalled = {"sender": "eg", "host": "qa", "rank": "ambassador"}
    assert checked(sends, told("envoy.recall", doc="a", when="2022-06-05", **recalled)).verdict == "older"  # type: ignore[arg-type]  # as above
    assert checked(sends, told("envoy.recall", doc="a", when="2017-06-05", **recalled)).verdict == "new"  # type: ignore[arg-type]  # as above


def test_a_denial_of_today_does_not_reach_back_for_decades() -> None:
    opens = says("mission.open", operator="us", host="af", when="2002-01-17")
    assert checked(opens, told("mission.open", doc="a", operator="us", host="af", polarity="denied")).verdict == "new"
    opens = says("mission.open", operator="us", host="af", when="2023-01-17")
    found = checked(opens, told("mission.open", doc="a", operator="us", host="af", polarity="denied"))
    assert found.verdict == "contradicted"
