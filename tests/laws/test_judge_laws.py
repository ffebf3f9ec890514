"""Laws of judging, whatever is claimed by whomever in whatever order."""

from __future__ import annotations

from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from credence.catalog.weights import load_weights
from credence.judge import judge
from credence.judge.compare import finding_id
from credence.model.claim import Claim, Quote, Voice
from credence.model.finding import Finding
from credence.model.kind import Kind, Role
from credence.model.origin import Origin, TracedClaim

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
}
PUBLISHED = {"a": "2024-09-20", "b": "2023", "c": None, "d": "2021-08"}

whens = st.sampled_from([None, "2021", "2021-08", "2022-03-01", "2021-08/..", "2020/2023", "../2022", "2024~"])


@st.composite
def traced_claims(draw: st.DrawFn, docs: str = "abcd") -> TracedClaim:
    doc = draw(st.sampled_from(docs))
    speaker = draw(st.sampled_from(["", "Ida Sorel", "unnamed source", "Ana Prado"]))
    party = draw(st.sampled_from([None, "br", "om"])) if speaker else None
    city = draw(st.sampled_from([None, "Muscat", "Salalah"]))
    roles = {"host": draw(st.sampled_from(["om", "ir"])), "operator": "br"} | ({"city": city} if city else {})
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
    origin = Origin(f"{name}/{party}/{doc}", name, party, doc, interested=party == "br")
    return TracedClaim(claim, origin, "quotes" if speaker else "states")


many_claims = st.lists(traced_claims(), min_size=1, max_size=8)


def judged(traced: list[TracedClaim]) -> tuple[Finding, ...]:
    return judge(traced, KINDS, WEIGHTS, published=PUBLISHED)


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


@LAW
@given(many_claims, traced_claims(docs="n"))
def test_an_independent_origin_that_affirms_never_lowers_credence(traced: list[TracedClaim], more: TracedClaim) -> None:
    assume(more.claim.polarity == "affirmed")
    independent = TracedClaim(more.claim, Origin("new", "New Voice", None, "n", interested=False), more.edge)
    before = {finding.id: finding.credence for finding in judged(traced)}
    for finding in judged([*traced, independent]):
        assert finding.credence >= before.get(finding.id, 0)


@LAW
@given(many_claims)
def test_credence_is_within_its_range_and_agrees_with_the_status(traced: list[TracedClaim]) -> None:
    for finding in judged(traced):
        assert 0 <= finding.credence <= 1
        assert (finding.status == "contested") == bool(finding.origins_for and finding.origins_against)
        assert finding.status != "refuted" or finding.credence <= 0.5
        assert finding.status != "supported" or finding.credence >= 0.5


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
