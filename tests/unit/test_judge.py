"""Judge: what claims come to, by examples."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from credence.catalog.interests import bearing
from credence.catalog.kinds import load_kinds
from credence.catalog.load import load_text
from credence.catalog.weights import load_weights, parse_weights
from credence.errors import BadKnowledge, BadPeriod
from credence.judge import holds_on, judge
from credence.judge.speakers import class_of
from credence.model.claim import Claim, Quote, Voice
from credence.model.finding import End, Finding
from credence.model.kind import Kind, Role
from credence.model.origin import Origin, TracedClaim
from credence.model.sighting import Mood, Polarity
from round_weights import ROUND

WEIGHTS = load_weights()
TEXT = load_text("weights.toml")


def kind(
    name: str,
    *roles: str,
    nature: str = "event",
    over: str = "",
    initiates: tuple[str, ...] = (),
    terminates: tuple[str, ...] = (),
) -> Kind:
    """Make a kind; a role that ends in ``!`` decides."""
    made = tuple(Role(role.rstrip("!"), "party", role.endswith("!")) for role in roles)
    return Kind(name, "", "", "", "", made, nature, over=over, initiates=initiates, terminates=terminates)


KINDS = {
    each.id: each
    for each in (
        kind("mission.operate", "operator!", "host!", "city", nature="state"),
        kind("mission.open", "operator!", "host!", "city", initiates=("mission.operate",)),
        kind("mission.close", "operator!", "host!", "city", terminates=("mission.operate", "mission.open")),
        kind("meeting.hold", "guest!", "host!", "city", over="Those who met part again."),
        kind("recognition.grant", "recognizer!", "recognized!", "as"),
        kind("recognition.withdraw", "recognizer!", "recognized!", "as", terminates=("recognition.grant",)),
    )
}

RUNS = {"operator": "taliban", "host": "om"}


def said(  # noqa: PLR0913 - every part of a claim that judging looks at
    kind: str,
    roles: Mapping[str, str],
    *,
    doc: str = "a",
    by: str = "",
    party: str | None = None,
    interested: bool = False,
    when: str | None = None,
    polarity: Polarity = "affirmed",
    mood: Mood = "actual",
) -> TracedClaim:
    voices = (Voice(by, party),) if by else ()
    claim = Claim(
        doc, "v", kind, tuple(sorted(roles.items())), polarity, mood, when, None, voices, Quote(0, 1, "x"), "p"
    )
    name = by or f"Gazette {doc}"
    origin = Origin(f"o-{name}-{doc}", name, party, doc, interested, known=bool(by))
    return TracedClaim(claim, origin, "quotes" if by else "states")


def found(*traced: TracedClaim, **published: str) -> dict[str, Finding]:
    """Judge, and give the findings by kind."""
    findings = judge(traced, KINDS, ROUND, published=published)
    return {finding.proposition.kind: finding for finding in findings}


def test_one_document_in_its_own_words_weighs_what_its_class_weighs() -> None:
    finding = found(said("mission.operate", RUNS))["mission.operate"]
    assert (finding.status, finding.credence) == ("supported", 0.8)


def test_the_odds_of_independent_voices_multiply() -> None:
    spoken = [said("mission.operate", RUNS, doc=doc, by=by) for doc, by in (("a", "Ida Sorel"), ("b", "Awa Keita"))]
    finding = found(*spoken)["mission.operate"]
    assert finding.credence == 0.9  # 3 × 3 = 9 to 1
    assert "Odds 1 × 0.75/0.25 × 0.75/0.25 give a credence of 0.90." in finding.reasons


def test_a_speaker_met_in_many_documents_is_one_voice() -> None:
    claims = [said("mission.operate", RUNS, doc=doc, by="Ida Sorel") for doc in "abcde"]
    finding = found(*claims)["mission.operate"]
    assert (finding.credence, finding.documents, len(finding.origins_for)) == (0.75, 5, 5)
    assert "For: 5 documents, 5 origins, 1 independent voice." in finding.reasons


def test_an_origin_that_is_told_in_several_ways_is_counted_once() -> None:
    told = [said("mission.operate", RUNS, doc=doc, by=by) for doc, by in (("a", "Vučić"), ("b", "Vucic"))]
    one = [replace(each, origin=replace(each.origin, id="o")) for each in told]
    finding = found(*one)["mission.operate"]
    assert (finding.credence, finding.documents, [origin.name for origin in finding.origins_for]) == (
        0.75,
        2,
        ["Vucic"],
    )


def test_copies_speak_for_the_text_that_they_copy() -> None:
    first = said("mission.operate", RUNS, doc="a")
    copies = [replace(said("mission.operate", RUNS, doc=doc), origin=first.origin, edge="copy") for doc in ("b", "c")]
    alone, among = found(first)["mission.operate"], found(first, *copies)["mission.operate"]
    assert (among.credence, among.origins_for) == (alone.credence, alone.origins_for)


def test_an_interested_party_speaks_with_one_voice() -> None:
    claims = [said("mission.operate", RUNS, doc=name, by=name, party="taliban", interested=True) for name in ("A", "B")]
    assert found(*claims)["mission.operate"].credence == 0.6


def test_equal_voices_on_both_sides_cancel_and_are_called_contested() -> None:
    claims = [said("mission.operate", RUNS), said("mission.operate", RUNS, doc="b", polarity="denied")]
    finding = found(*claims)["mission.operate"]
    assert (finding.status, finding.credence, finding.documents) == ("contested", 0.5, 2)
    assert "Odds 1 × 0.8/0.2 × 0.2/0.8 give a credence of 0.50." in finding.reasons
    assert [origin.doc for origin in finding.origins_for + finding.origins_against] == ["a", "b"]


def test_what_is_only_denied_is_refuted() -> None:
    none_has = said("recognition.grant", {"recognizer": "*", "recognized": "taliban"}, polarity="denied")
    finding = found(none_has, a="2024-09-20")["recognition.grant"]
    assert (finding.status, finding.origins_for, finding.credence) == ("refuted", (), 0.2)
    assert finding.begins == End("bounded", "../2024-09-20")


def test_a_denial_of_an_earlier_time_is_set_aside() -> None:
    roles = {"recognizer": "ru", "recognized": "taliban"}
    claims = [
        said("recognition.grant", roles, polarity="denied", doc="old"),
        said("recognition.grant", roles, when="2025-07-03", doc="new"),
    ]
    finding = found(*claims, old="2024-09-20", new="2025-07-04")["recognition.grant"]
    assert (finding.status, finding.origins_against, len(finding.claims)) == ("supported", (), 2)
    assert any(reason.startswith("Set aside: Gazette old denies it as of 2024-09-20") for reason in finding.reasons)


@pytest.mark.parametrize(
    ("mood", "status"),
    [("planned", "supported"), ("sought", "supported"), ("possible", "unknown"), ("conditional", "unknown")],
)
def test_moods_stand_apart_and_only_open_ones_stay_unknown(mood: Mood, status: str) -> None:
    findings = judge([said("mission.open", RUNS), said("mission.open", RUNS, mood=mood)], KINDS, WEIGHTS, published={})
    assert {finding.proposition.mood: finding.status for finding in findings} == {"actual": "supported", mood: status}


def test_a_plan_stands_from_its_publication_whatever_it_is_planned_for() -> None:
    plan = said("mission.open", RUNS, mood="planned", when="2026")
    finding = found(plan, a="2024-09-20")["mission.open"]
    assert finding.begins == End("known", "2024-09-20")
    assert "Stated for 2026." in finding.reasons


def test_details_keep_every_value() -> None:
    claims = [said("mission.operate", {**RUNS, "city": city}, doc=city) for city in ("Salalah", "Muscat")]
    assert found(*claims)["mission.operate"].details == (("city", ("Muscat", "Salalah")),)


@pytest.mark.parametrize(
    ("name", "stated", "begins", "ends"),
    [
        ("mission.open", ["2023-12"], End("known", "2023-12"), End("unknown")),
        ("mission.open", [None], End("bounded", "../2024-09-20"), End("unknown")),
        ("mission.open", ["2023", "2023-12", "2023-12-05"], End("known", "2023-12-05"), End("unknown")),
        ("mission.open", ["2021-03", "2023-12"], End("bounded", "2021-03/2023-12"), End("unknown")),
        ("mission.operate", ["2021-08/.."], End("known", "2021-08"), End("unknown")),
        ("mission.operate", ["2021-08/2023"], End("known", "2021-08"), End("known", "2023")),
        ("mission.operate", ["../2001"], End("bounded", "../2001"), End("known", "2001")),
        ("mission.operate", ["2022-03"], End("bounded", "../2022-03"), End("unknown")),
        ("mission.operate", ["2022-03", "2021/.."], End("known", "2021"), End("unknown")),
        ("mission.operate", ["1996/2001", "2021-08/.."], End("bounded", "1996/2021-08"), End("unknown")),
        ("mission.operate", ["1996/2001", "1996/2001-10"], End("known", "1996"), End("known", "2001-10")),
        ("mission.operate", ["2020-03", "2021/.."], End("bounded", "../2021"), End("unknown")),
    ],
)
def test_intervals(name: str, stated: list[str | None], begins: End, ends: End) -> None:
    claims = [said(name, RUNS, doc=f"d{number}", when=when) for number, when in enumerate(stated)]
    finding = found(*claims, d0="2024-09-20")[name]
    assert (finding.begins, finding.ends) == (begins, ends)


MET = {"guest": "cl", "host": "pe"}
UNDATED = End("bounded", "../2024-09-20")


@pytest.mark.parametrize(
    ("stated", "begins", "ends"),
    [
        (["2024-09-12"], End("known", "2024-09-12"), End("known", "2024-09-12")),
        (["2024", "2024-09~"], End("known", "2024-09~"), End("known", "2024-09~")),
        (["2019", "2023-05"], End("bounded", "2019/2023-05"), End("bounded", "2019/2023-05")),
        ([None], UNDATED, UNDATED),
        ([None, "2025-01"], End("bounded", "../2025-01"), End("bounded", "../2025-01")),
        (["2024-09-12/2024-09-19"], End("known", "2024-09-12"), End("known", "2024-09-19")),
        (
            ["2024-09-12/2024-09-19", "2025"],
            End("bounded", "2024-09-12/2025"),
            End("bounded", "2024-09-19/2025"),
        ),
        (["2017/.."], End("known", "2017"), End("unknown")),
        (["2017/..", "2019"], End("bounded", "2017/2019"), End("unknown")),
        (["../2001"], End("bounded", "../2001"), End("known", "2001")),
    ],
)
def test_what_leaves_nothing_standing_is_over_when_done(stated: list[str | None], begins: End, ends: End) -> None:
    claims = [said("meeting.hold", MET, doc=f"d{number}", when=when) for number, when in enumerate(stated)]
    finding = found(*claims, d0="2024-09-20")["meeting.hold"]
    assert (finding.begins, finding.ends) == (begins, ends)


def test_why_it_is_over_stands_among_the_reasons() -> None:
    held = found(said("meeting.hold", MET, when="2024-09-12"))["meeting.hold"]
    denied = found(said("meeting.hold", MET, polarity="denied"), a="2024-09-20")["meeting.hold"]
    assert held.reasons[-1] == "Over when done. Those who met part again."
    assert (denied.status, denied.ends) == ("refuted", UNDATED)
    assert denied.reasons[-1] == "Denied of that time, and of no later one."


def test_a_meeting_planned_stands_as_any_plan_does() -> None:
    plan = said("meeting.hold", MET, mood="planned", when="2024-10-01")
    finding = found(plan, a="2024-09-20")["meeting.hold"]
    assert (finding.begins, finding.ends) == (End("known", "2024-09-20"), End("unknown"))


@pytest.mark.parametrize(
    ("when", "day", "answer"),
    [
        ("2024-09-12", "2024-09-11", "no"),
        ("2024-09-12", "2024-09-12", "yes"),
        ("2024-09-12", "2024-09-13", "no"),
        ("2024-09-12", "2024-09", "possibly"),
        ("2024-09-12", "2024-10", "no"),
        ("2024-09", "2024-09-12", "possibly"),
        ("2024-09-12/2024-09-19", "2024-09-15", "yes"),
        ("2024-09-12/2024-09-19", "2024-09-20", "no"),
        ("2017/..", "2024", "possibly"),
        (None, "2024-09-20", "possibly"),
        (None, "2024-09-21", "no"),
    ],
)
def test_a_meeting_holds_on_its_day(when: str | None, day: str, answer: str) -> None:
    finding = found(said("meeting.hold", MET, when=when), a="2024-09-20")["meeting.hold"]
    assert holds_on(finding, day) == answer


def test_without_any_date_the_begin_is_unknown() -> None:
    assert found(said("mission.open", RUNS))["mission.open"].begins == End("unknown")


def test_a_kind_that_terminates_ends_what_has_the_same_deciding_roles() -> None:
    elsewhere = {"operator": "taliban", "host": "ir"}
    claims = [said("mission.operate", roles, when="2021/..") for roles in (RUNS, elsewhere)]
    closing = said("mission.close", RUNS, when="2023-11")
    findings = judge([*claims, closing], KINDS, WEIGHTS, published={})
    ends = {
        dict(each.proposition.roles)["host"]: each.ends
        for each in findings
        if each.proposition.kind == "mission.operate"
    }
    assert ends == {"om": End("known", "2023-11"), "ir": End("unknown")}


def test_an_undated_end_is_bounded_by_its_publication() -> None:
    claims = [said("mission.operate", RUNS, when="2021/.."), said("mission.close", RUNS, doc="b")]
    assert found(*claims, b="2024-01-02")["mission.operate"].ends == End("bounded", "../2024-01-02")


def test_an_opening_dates_what_it_initiates() -> None:
    claims = [said("mission.operate", RUNS), said("mission.open", RUNS, when="2022-05")]
    assert found(*claims, a="2024-09-20")["mission.operate"].begins == End("known", "2022-05")


@pytest.mark.parametrize(
    ("closing", "why"),
    [
        ({"when": "1989"}, "it was begun again later"),
        ({"when": "2023-11", "mood": "planned"}, "it was only planned"),
        ({"when": "2023-11", "polarity": "denied"}, "it was denied"),
    ],
)
def test_what_does_not_end_a_mission(closing: dict[str, str], why: str) -> None:
    claims = [said("mission.operate", RUNS, when="2021/.."), said("mission.close", RUNS, **closing)]  # type: ignore[arg-type]  # spread by name
    assert found(*claims)["mission.operate"].ends == End("unknown"), why


def test_closing_one_of_two_ends_neither() -> None:
    claims = [
        said("mission.operate", {**RUNS, "city": city}, doc=city, when="2021/..") for city in ("Muscat", "Salalah")
    ]
    closing = said("mission.close", {**RUNS, "city": "Salalah"}, when="2023-11")
    assert found(*claims, closing)["mission.operate"].ends == End("unknown")


def test_a_state_said_to_hold_later_was_not_ended_before() -> None:
    claims = [said("mission.operate", RUNS), said("mission.close", RUNS, when="2019", doc="b")]
    assert found(*claims, a="2024-09-20")["mission.operate"].ends == End("unknown")


@pytest.mark.parametrize(
    ("when", "day", "answer"),
    [
        ("2021-08-15/2023-11", "2021-08-14", "no"),
        ("2021-08-15/2023-11", "2021-08-15", "yes"),
        ("2021-08-15/2023-11", "2023-11-01", "yes"),
        ("2021-08-15/2023-11", "2023-11-02", "possibly"),
        ("2021-08-15/2023-11", "2023-12-01", "no"),
        ("2021-08-15/2023-11", "2022", "yes"),
        ("2021-08-15/2023-11", "2021", "possibly"),
        ("2021-08-15/2023-11", "2020", "no"),
        ("2021-08/2023", "2021-08-03", "possibly"),
        ("2021-08/..", "2024-01-01", "possibly"),
        ("../2001", "1990-01-01", "possibly"),
        (None, "1990-01-01", "possibly"),
        (None, "2030-01-01", "possibly"),
    ],
)
def test_holds_on(when: str | None, day: str, answer: str) -> None:
    finding = found(said("mission.operate", RUNS, when=when), a="2024-09-20")["mission.operate"]
    assert holds_on(finding, day) == answer


def test_a_claim_published_later_counts_for_an_earlier_day() -> None:
    finding = found(said("mission.open", RUNS, when="2020-01-01"), a="2024-09-20")["mission.open"]
    assert holds_on(finding, "2020-06-01") == "possibly"
    assert holds_on(finding, "2019-12-31") == "no"


def test_a_date_that_is_none_is_refused_with_its_place() -> None:
    with pytest.raises(BadPeriod, match="document a, date of publication '20-9-2024'"):
        found(said("mission.open", RUNS), a="20-9-2024")
    with pytest.raises(BadPeriod, match="when 'recently'"):
        found(said("mission.open", RUNS, when="recently"))


def test_a_kind_nobody_defined_is_refused() -> None:
    with pytest.raises(BadKnowledge, match="is not among the kinds"):
        judge([said("mission.move", RUNS)], KINDS, WEIGHTS, published={})


def _class_entries() -> list[tuple[str, dict[str, Any]]]:
    entries = []
    for cls, entry in tomllib.loads(TEXT)["voice"].items():
        entries += [(cls, entry["example"]), (entry["near_miss"]["is"], entry["near_miss"])]
    return entries


@pytest.mark.parametrize(("cls", "entry"), _class_entries())
def test_every_class_of_voice_proves_itself(cls: str, entry: dict[str, Any]) -> None:
    name, party, interested = entry["name"], entry.get("party"), entry.get("interested", False)
    roles = tuple(sorted(entry.get("roles", {}).items()))
    claim = Claim(
        "a", "v", entry.get("kind", "k"), roles, "affirmed", "actual", None, None,
        (Voice(name, party, entry.get("office")),), Quote(0, 1, "x"), "p",
    )  # fmt: skip
    against = bearing(claim, party, WEIGHTS.interests) == "harms"
    origin = Origin("o", name, party, "a", interested, against, entry.get("known", True))
    assert class_of(TracedClaim(claim, origin, entry["edge"]), WEIGHTS.interests) == cls


@pytest.mark.parametrize(
    ("table", "key", "written", "cause"),
    [
        ("voice.official", "right", "right = 1.0", "right is 1.0"),
        ("voice.official", "right", "right = 0.4", "right is 0.4"),
        ("voice.official", "right", "rigth = 0.75", "its keys are others"),
        ("voice.official", "right", "right = 0.75\nmost = 1", "its keys are others"),
        ("voice.official", "reason", 'reason = " "', "it has no reason"),
        ("voice.official", "learnt", "learnt = 1", "learnt is 1"),
        ("mood.possible", "keeps", "keeps = 5", "keeps is 5"),
        ("mood.possible", "keeps", "keeps = true", "keeps is True"),
        ("mood.possible", "keeps", "keeps = [", "Invalid value"),
        ("prior.common", "share", "share = 1.0", "share is 1.0"),
        ("prior.common", "kinds", 'kinds = ["ties.sever"]', "ties.sever stands there twice"),
        ("prior.common", "kinds", "kinds = [0]", "kinds is"),
        ("bounds.least", "credence", "credence = 0", "credence is 0.0"),
        ("told.later", "days", "days = -1", "days is -1"),
        ("told.later", "days", "", "days is None"),
    ],
)
def test_weights_out_of_range_are_refused(table: str, key: str, written: str, cause: str) -> None:
    place = re.compile(rf"(^\[{table}\]\n(?:(?!\[).*\n)*?){key} = .*", re.MULTILINE)
    changed, met = place.subn(rf"\g<1>{written}", TEXT, count=1)
    assert met == 1
    with pytest.raises(BadKnowledge, match=cause):
        parse_weights(changed)


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        (("[voice.named]", "[voice.well-known]"), "names are missing or unknown"),
        (("[voice.named]", "[voice.named"), "Expected"),
        (("[mood.actual]", "[moods.actual]"), "it holds"),
    ],
)
def test_weights_out_of_range_or_without_a_name_are_refused(change: tuple[str, str], cause: str) -> None:
    assert change[0] in TEXT
    with pytest.raises(BadKnowledge, match=cause):
        parse_weights(TEXT.replace(*change))


def test_kinds_called_rare_or_common_exist() -> None:
    assert WEIGHTS.how_common.keys() <= load_kinds().keys()


ACCEPTS = {"host": "cn", "sender": "taliban"}
STEPS = {
    "envoy.accept": Kind(
        "envoy.accept",
        "",
        "",
        "",
        "",
        (Role("host", "party", deciding=True), Role("sender", "party", deciding=True)),
        "event",
        steps=("arrived", "copies", "credentials"),
    ),
    "envoy.recall": Kind(
        "envoy.recall",
        "",
        "",
        "",
        "",
        (Role("sender", "party", deciding=True), Role("host", "party", deciding=True)),
        "event",
        terminates=("envoy.accept",),
    ),
}


def step(name: str | None, when: str) -> TracedClaim:
    made = said("envoy.accept", ACCEPTS, when=when, doc=name or "d")
    return replace(made, claim=replace(made.claim, step=name))


def test_steps_of_accreditation_stay_apart_and_end_together() -> None:
    steps = [step("arrived", "2023-12-01"), step("credentials", "2024-01-30"), step(None, "2023-12"), step("x", "2023")]
    recall = said("envoy.recall", ACCEPTS, when="2025-05", doc="r")
    found = judge([*steps, recall], STEPS, WEIGHTS, published={})
    accepted = {f.proposition.step: f for f in found if f.proposition.kind == "envoy.accept"}
    assert {name: f.begins.date for name, f in accepted.items()} == {
        "arrived": "2023-12-01",
        "credentials": "2024-01-30",
        None: "2023-12",  # a step that is none counts as none said
    }
    assert {f.ends.date for f in accepted.values()} == {"2025-05"}
    assert len({f.id for f in found}) == 4
