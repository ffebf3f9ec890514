"""Laws of judging, whatever is claimed by whomever in whatever order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from credence.catalog.interests import bearing
from credence.catalog.weights import load_weights
from credence.judge import NOTHING_DECIDED, Dates, Rulings, gists, holds_on, judge, place, testimonies
from credence.judge.compare import finding_id
from credence.model.claim import Claim, Quote, Voice
from credence.model.finding import End, Finding, Gist, Proposition
from credence.model.kind import Kind, Role
from credence.model.origin import Origin, TracedClaim
from credence.model.period import Period
from credence.model.sighting import Polarity
from credence.model.testimony import Testimony

LAW = settings(deadline=None, max_examples=60)  # examples are many, and machines may be slow
WEIGHTS = load_weights()
ROLES = (
    Role("operator", "party", deciding=True),
    Role("host", "party", deciding=True),
    Role("city", "place", deciding=False),
)
KINDS = {
    "mission.operate": Kind("mission.operate", "", "", "", "", ROLES, "state"),
    "mission.open": Kind("mission.open", "", "", "", "", ROLES, "event", initiates=("mission.operate",)),
    "mission.close": Kind("mission.close", "", "", "", "", ROLES, "event", terminates=("mission.operate",)),
    "mission.visit": Kind("mission.visit", "", "", "", "", ROLES, "event", over="Visitors leave."),
}
SPELLS = {"taliban": (Period.parse("1996-09-27/2001-11-13"), Period.parse("2021-08-15/.."))}
PUBLISHED = {"a": "2024-09-20", "b": "2023", "c": None, "d": "2021-08"}

LATE = (None, "2021", "2021-08", "2022-03-01", "2021-08/..", "2020/2023", "../2022", "2024~")
EARLY = ("1997", "1997-05-25", "1996/2001", "../2001", "2001-11-22", "1995/..")  # all but two in a spell
whens = st.sampled_from([*LATE, *EARLY])


@st.composite
def traced_claims(draw: st.DrawFn, docs: str = "abcd") -> TracedClaim:
    doc = draw(st.sampled_from(docs))
    speaker = draw(st.sampled_from(["", "Ida Sorel", "unnamed source", "Ana Prado"]))
    party = draw(st.sampled_from([None, "br", "om"])) if speaker else None
    city = draw(st.sampled_from([None, "Muscat", "Salalah"]))
    roles = {"host": draw(st.sampled_from(["om", "ir"])), "operator": draw(st.sampled_from(["br", "taliban"]))} | (
        {"city": city} if city else {}
    )
    claim = Claim(
        doc=doc,
        version="v",
        kind=draw(st.sampled_from(sorted(KINDS))),
        roles=tuple(sorted(roles.items())),
        polarity=draw(st.sampled_from(["affirmed", "denied"])),
        mood=draw(st.sampled_from(["actual", "actual", "planned", "possible"])),
        when=draw(whens),
        step=None,
        voices=(Voice(speaker, party),) if speaker else (),
        quote=Quote(0, 1, "x"),
        pattern="p",
    )
    name = speaker or f"Gazette {doc}"
    known = speaker != "unnamed source" and (bool(speaker) or draw(st.booleans()))
    against = bearing(claim, party, WEIGHTS.interests) == "harms"
    origin = Origin(f"{name}/{party}/{doc}/{known}", name, party, doc, party in roles.values(), against, known)
    return TracedClaim(claim, origin, "quotes" if speaker else "states")


many_claims = st.lists(traced_claims(), min_size=1, max_size=8)


def judged(traced: list[TracedClaim], decided: Rulings = NOTHING_DECIDED) -> tuple[Finding, ...]:
    return judge(traced, KINDS, WEIGHTS, published=PUBLISHED, decided=decided, spells=SPELLS)


@LAW
@given(many_claims, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(traced: list[TracedClaim], chance: Random) -> None:
    shuffled = list(traced)
    chance.shuffle(shuffled)
    assert judged(shuffled) == judged(traced)


@LAW
@given(many_claims, st.data())
def test_handing_in_a_claim_twice_changes_nothing(traced: list[TracedClaim], data: st.DataObject) -> None:
    assert judged([*traced, data.draw(st.sampled_from(traced))]) == judged(traced)


@LAW
@given(many_claims, st.data())
def test_a_copy_elsewhere_of_the_same_origin_changes_no_credence(
    traced: list[TracedClaim], data: st.DataObject
) -> None:
    copied = data.draw(st.sampled_from(traced))
    claim = copied.claim
    again = Claim(
        doc=claim.doc,
        version="v",
        kind=claim.kind,
        roles=claim.roles,
        polarity=claim.polarity,
        mood=claim.mood,
        when=claim.when,
        step=claim.step,
        voices=claim.voices,
        quote=Quote(5, 6, "y"),
        pattern="p",
    )
    before, after = judged(traced), judged([*traced, TracedClaim(again, copied.origin, copied.edge)])
    assert [(f.id, f.credence, f.status, f.begins, f.ends, f.documents) for f in before] == [
        (f.id, f.credence, f.status, f.begins, f.ends, f.documents) for f in after
    ]


def independent(claim: Claim, chance: Random) -> TracedClaim:
    """Let somebody say it who has said nothing yet: of a party of their own or none, named or not."""
    party, known = chance.choice([None, "new-land"]), chance.random() < 0.5
    name = "New Voice" if known or chance.random() < 0.5 else "new voices"
    edge = chance.choice(["states", "quotes", "cites", "background"])
    return TracedClaim(claim, Origin("new", name, party, "n", interested=False, known=known), edge)


@LAW
@given(many_claims, traced_claims(docs="n"), st.randoms(use_true_random=False))
def test_one_more_independent_voice_moves_credence_its_own_way_only(
    traced: list[TracedClaim], more: TracedClaim, chance: Random
) -> None:
    added = independent(more.claim, chance)
    before = {finding.id: finding.credence for finding in judged(traced)}
    for finding in judged([*traced, added]):
        had = before.get(finding.id, WEIGHTS.prior(finding.proposition.kind).value)
        if finding.status == "contested" and finding.id not in before:
            continue
        if added in finding.claims and more.claim.polarity == "affirmed":
            assert finding.credence >= had
        elif added in finding.claims:
            assert finding.credence <= had
        else:
            assert finding.credence == had


@LAW
@given(many_claims, st.integers(2, 5), st.sampled_from(["br", "taliban"]))
def test_any_number_of_officials_of_one_interested_party_are_one_voice(
    traced: list[TracedClaim], number: int, party: str
) -> None:
    def official(place: int) -> TracedClaim:
        claim = one_claim("mission.open", None, doc=f"o{place}").claim
        roles = (("host", "om"), ("operator", party))
        claim = replace(claim, roles=roles, voices=(Voice(f"Official {place}", party),))
        return TracedClaim(
            claim, Origin(f"p-{party}", f"Official {place}", party, claim.doc, interested=True), "quotes"
        )

    one = {each.id: each.credence for each in judged([*traced, official(0)])}
    many = {each.id: each.credence for each in judged([*traced, *map(official, range(number))])}
    assert one == many


@LAW
@given(many_claims, st.lists(st.sampled_from([None, "2019", "2021-08-20", "2026-01-01"]), min_size=1, max_size=4))
def test_copies_under_later_and_other_dates_change_no_credence(
    traced: list[TracedClaim], dates: list[str | None]
) -> None:
    copies = [
        replace(each, claim=replace(each.claim, doc=f"copy{number}"), edge="copy" if each.own else each.edge)
        for number in range(len(dates))
        for each in traced
    ]
    dated = {**PUBLISHED, **{f"copy{number}": date for number, date in enumerate(dates)}}
    with_copies = judge([*traced, *copies], KINDS, WEIGHTS, published=dated, spells=SPELLS)
    one_sided = [each for each in judged(traced) if len({told.claim.polarity for told in each.claims}) == 1]
    after = {each.id: each.credence for each in with_copies}
    assert all(after[each.id] == each.credence for each in one_sided)


@LAW
@given(many_claims)
def test_credence_is_within_its_range_and_agrees_with_the_status(traced: list[TracedClaim]) -> None:
    for finding in judged(traced):
        assert 0 <= finding.credence <= 1
        assert (finding.status == "contested") == bool(finding.origins_for and finding.origins_against)
        prior = WEIGHTS.prior(finding.proposition.kind).value
        assert finding.status != "refuted" or finding.credence <= prior
        assert finding.status != "supported" or finding.credence >= prior


@LAW
@given(many_claims)
def test_ids_come_from_the_proposition_alone_and_sort_the_findings(traced: list[TracedClaim]) -> None:
    findings = judged(traced)
    assert [each.id for each in findings] == sorted({finding_id(each.proposition) for each in findings})


@LAW
@given(many_claims)
def test_no_claim_is_lost(traced: list[TracedClaim]) -> None:
    kept = {each for finding in judged(traced) for each in finding.claims}
    assert kept == set(traced)


# --- parts ---

decisions = st.sampled_from(
    [NOTHING_DECIDED, Rulings({"br": "br", "taliban": "br"}), Rulings({"ir": "ir", "om": "ir"})]
)


@LAW
@given(many_claims, decisions)
def test_a_claim_is_placed_where_it_is_judged(traced: list[TracedClaim], decided: Rulings) -> None:
    for finding in judged(traced, decided):
        assert {place(each.claim, KINDS, decided, SPELLS).own for each in finding.claims} == {finding.id}


@LAW
@given(many_claims, decisions)
def test_judging_a_part_equals_judging_the_whole(traced: list[TracedClaim], decided: Rulings) -> None:
    placed = [(place(each.claim, KINDS, decided, SPELLS), each) for each in traced]
    for finding in judged(traced, decided):
        part = [each for at, each in placed if finding.id in (at.own, *at.reaches)]
        assert finding in judged(part, decided)


def gists_of(traced: list[TracedClaim], decided: Rulings) -> dict[str, Gist]:
    """Judge claims from their testimony, as ledgers do."""
    dates = Dates(PUBLISHED, {})
    heard: defaultdict[Proposition, list[Testimony]] = defaultdict(list)
    said = testimonies(traced, KINDS, dates, decided, WEIGHTS.interests)
    for each, testimony in zip(traced, said, strict=True):
        heard[place(each.claim, KINDS, decided, SPELLS).about].append(testimony)
    return {each.id: each for each in gists(heard, KINDS, WEIGHTS, dates=dates, decided=decided)}


@LAW
@given(st.lists(traced_claims(), min_size=1, max_size=8, unique=True), decisions)
def test_testimony_comes_to_what_the_claims_it_is_of_come_to(traced: list[TracedClaim], decided: Rulings) -> None:
    found, kept = judged(traced, decided), gists_of(traced, decided)
    assert kept.keys() == {each.id for each in found}
    for each in found:
        same = ("proposition", "details", "begins", "ends", "credence", "status", "documents", "origins", "names")
        assert [getattr(kept[each.id], name) for name in same] == [getattr(each, name) for name in same]


@LAW
@given(st.lists(traced_claims(), min_size=2, max_size=6, unique=True), decisions, st.randoms(use_true_random=False))
def test_another_digest_is_that_of_another_finding(traced: list[TracedClaim], decided: Rulings, chance: Random) -> None:
    whole, shuffled = gists_of(traced, decided), list(traced)
    chance.shuffle(shuffled)
    assert gists_of(shuffled, decided) == whole
    without, fewer = gists_of(traced[1:], decided), {each.id: each for each in judged(traced[1:], decided)}
    for each in judged(traced, decided):
        same = each.id in without and without[each.id].digest == whole[each.id].digest
        assert same == (fewer.get(each.id) == each)


@LAW
@given(many_claims)
def test_what_is_dated_in_a_spell_that_is_over_changes_no_other_finding(traced: list[TracedClaim]) -> None:
    whole = judged(traced)
    later = [each for finding in whole if finding.proposition.spell is None for each in finding.claims]
    assert judged(later) == tuple(finding for finding in whole if finding.proposition.spell is None)


@LAW
@given(many_claims)
def test_all_of_a_spell_is_dated_in_it(traced: list[TracedClaim]) -> None:
    (over, _) = SPELLS["taliban"]
    for finding in judged(traced):
        if finding.proposition.spell:
            assert dict(finding.proposition.roles)["operator"] == "taliban"
            assert finding.proposition.spell == over.text
            assert all(Period.parse(each.claim.when or "..").overlaps(over) for each in finding.claims)


# --- dates ---

days = st.dates(date(2019, 1, 1), date(2025, 12, 31))


def written(day: date, form: int) -> str:
    """Write a day as a day, month, year, decade or hundred years."""
    text = day.isoformat()
    return [text, text[:7], text[:4], text[:3] + "X", text[:2] + "XX"][form]


dates = st.builds(written, days, st.integers(0, 4))
ends = st.one_of(
    st.just(End("unknown")),
    st.builds(End, st.just("known"), dates),
    st.builds(lambda last: End("bounded", f"../{last}"), dates),
    st.builds(lambda one, other: End("bounded", "/".join(sorted((str(one), str(other))))), days, days),
)


def one_claim(kind: str, when: str | None, polarity: Polarity = "affirmed", doc: str = "a") -> TracedClaim:
    roles = (("host", "om"), ("operator", "br"))
    claim = Claim(doc, "v", kind, roles, polarity, "actual", when, None, (), Quote(0, 1, "x"), "p")
    return TracedClaim(claim, Origin(f"o{doc}", f"Gazette {doc}", None, doc, interested=False), "states")


def parts(texts: Iterable[str | None]) -> set[str]:
    """Take dates apart at their slashes."""
    return {part for text in texts if text for part in text.split("/")} - {".."}


@LAW
@given(dates, st.sampled_from(["", "~", "?", "%"]))
def test_a_stated_date_survives_judging_as_it_was_written(day: str, mark: str) -> None:
    stated = End("known", day + mark)
    (opened,) = judged([one_claim("mission.open", day + mark)])
    (visited,) = judged([one_claim("mission.visit", day + mark)])
    assert (opened.begins, opened.ends) == (stated, End("unknown"))
    assert (visited.begins, visited.ends) == (stated, stated)


@LAW
@given(many_claims)
def test_no_date_is_made_up(traced: list[TracedClaim]) -> None:
    stated = parts(each.claim.when for each in traced) | parts(PUBLISHED.values())
    for finding in judged(traced):
        assert parts([finding.begins.date, finding.ends.date]) <= stated


@LAW
@given(dates, dates)
def test_a_denial_is_set_aside_only_if_wholly_before(affirmed: str, denied: str) -> None:
    said = [one_claim("mission.open", affirmed), one_claim("mission.open", denied, "denied", doc="b")]
    (finding,) = judged(said)
    assert (finding.status == "supported") == Period.parse(denied).before(Period.parse(affirmed))


@LAW
@given(dates, dates)
@example("2023-12-01", "2023-12-01")
@example("2023-12", "2023-12-01")
def test_what_is_over_when_done_holds_at_no_time_that_does_not_overlap_its_own(when: str, asked: str) -> None:
    (visited,) = judged([one_claim("mission.visit", when)])
    overlaps = Period.parse(when).overlaps(Period.parse(asked))
    whole = when == asked and Period.parse(when).precision == "day"
    assert holds_on(visited, asked) == ("yes" if whole else "possibly" if overlaps else "no")


@LAW
@given(many_claims)
def test_what_is_over_when_done_ends_where_it_begins_unless_a_stretch_is_stated(traced: list[TracedClaim]) -> None:
    for finding in judged(traced):
        whens = [each.claim.when or "" for each in finding.claims]
        about = finding.proposition
        if (about.kind, about.mood) == ("mission.visit", "actual") and "/" not in "".join(whens):
            assert finding.begins == finding.ends


def dated(begins: End, end: End) -> Finding:
    """Give a finding with these ends."""
    (finding,) = judged([one_claim("mission.operate", None)])
    return replace(finding, begins=begins, ends=end)


@LAW
@given(ends, ends, days, st.integers(0, 4), st.integers(0, 4))
def test_what_is_answered_for_a_period_is_answered_for_every_one_inside(
    begins: End, end: End, day: date, one: int, other: int
) -> None:
    fine, coarse = (written(day, form) for form in sorted((one, other)))
    finding = dated(begins, end)
    whole = holds_on(finding, coarse)
    assert whole in {"possibly", holds_on(finding, fine)}


@LAW
@given(ends, dates)
def test_nothing_is_certain_to_hold_where_either_end_is_unknown(known: End, asked: str) -> None:
    assert holds_on(dated(known, End("unknown")), asked) != "yes"
    assert holds_on(dated(End("unknown"), known), asked) != "yes"


@LAW
@given(ends, ends, st.lists(days, min_size=3, max_size=3))
def test_what_holds_on_two_days_holds_on_every_day_between(begins: End, end: End, three: list[date]) -> None:
    first, between, last = (holds_on(dated(begins, end), day.isoformat()) for day in sorted(three))
    assert between == "yes" or (first, last) != ("yes", "yes")
    assert between != "no" or "no" in (first, last)
