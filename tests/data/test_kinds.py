"""Every kind says whether something stands from it on, and kinds fit each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from credence.catalog.kinds import check, load_kinds
from credence.catalog.weights import load_weights
from credence.errors import BadKnowledge
from credence.judge import holds_on, judge
from credence.model.claim import Claim, Quote
from credence.model.finding import End, Finding
from credence.model.kind import Kind
from credence.model.origin import Origin, TracedClaim

KINDS = load_kinds()
OUTLASTING = {"listing.add", "listing.remove", "bounty.offer", "bounty.lift", "transfer.freeze", "transfer.release"}
OVER = {"meeting.hold", "stance.condemn", "stance.demand", "stance.praise", "transfer.pay"}


def told(kind: Kind, when: str | None) -> Finding:
    """Judge one claim of a kind, of a document of 20 September 2024."""
    claim = Claim("a", "v", kind.id, (), "affirmed", "actual", when, None, (), Quote(0, 1, "x"), "p")
    traced = TracedClaim(claim, Origin("o", "Gazette", None, "a", interested=False), "states")
    (finding,) = judge([traced], KINDS, load_weights(), published={"a": "2024-09-20"})
    return finding


def test_what_is_over_when_done() -> None:
    assert {kind.id for kind in KINDS.values() if kind.over} == OVER


def test_what_is_of_no_one_spell_in_power() -> None:
    assert {kind.id for kind in KINDS.values() if kind.outlasts} == OUTLASTING
    assert all(kind.outlasts[0].isupper() and kind.outlasts[-1] == "." for kind in KINDS.values() if kind.outlasts)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_a_kind_says_in_a_sentence_what_stands_from_it_on_or_why_it_is_over(kind: Kind) -> None:
    said = kind.stands or kind.over
    assert said.endswith(".")
    assert said[0].isupper()
    assert kind.nature in {"event", "state", "stance"}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_later_than_its_day_only_what_lasts_may_hold(kind: Kind) -> None:
    for when, last in (("2023-12-05", "2023-12-05"), (None, "2024-09-20")):
        finding = told(kind, when)
        assert holds_on(finding, last) != "no"
        assert holds_on(finding, "2025-01-01") == ("no" if kind.over else "possibly")


def acts(earlier: str, later: str) -> dict[str, Finding]:
    """Judge two acts of the same parties, a year apart."""
    traced = []
    for name, when in ((earlier, "2023-05-04"), (later, "2024-05-04")):
        roles = tuple((role.name, f"p{number}") for number, role in enumerate(KINDS[name].roles) if role.deciding)
        quote = Quote(0, 1, "x")
        claim = Claim(name, "v", name, tuple(sorted(roles)), "affirmed", "actual", when, None, (), quote, "p")
        traced.append(TracedClaim(claim, Origin(name, name, None, name, interested=False), "states"))
    found = judge(traced, KINDS, load_weights(), published={})
    return {each.proposition.kind: each for each in found}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("envoy.refuse", "envoy.accept"),
        ("envoy.expel", "envoy.accept"),
        ("control.lose", "control.take"),
        ("listing.remove", "listing.add"),
    ],
)
def test_what_undoes_an_act_ends_it_if_it_comes_later(earlier: str, later: str) -> None:
    assert acts(earlier, later)[earlier].ends == End("known", "2024-05-04")
    assert acts(later, earlier)[earlier].ends == End("unknown")


def changed(name: str, **members: object) -> Mapping[str, Kind]:
    return {**KINDS, name: replace(KINDS[name], **members)}  # type: ignore[arg-type]  # names of fields, checked by replace


@pytest.mark.parametrize(
    ("kinds", "place", "cause"),
    [
        (changed("meeting.hold", over=""), "meeting.hold", "neither “stands” nor “over”"),
        (changed("meeting.hold", stands="It stands."), "meeting.hold", "both “stands” and “over”"),
        (changed("mission.count", stands="", over="It is."), "mission.count", "a state is “over” when done"),
        (
            changed("transfer.pay", terminates=("transfer.freeze",)),
            "transfer.pay",
            "transfer.pay begins or ends",
        ),
        (changed("ties.sever", terminates=("meeting.hold",)), "meeting.hold", "ties.sever begins or ends"),
        (changed("mission.open", initiates=("meeting.hold",)), "meeting.hold", "mission.open begins or ends"),
        (changed("mission.open", initiates=("mission.run",)), "mission.open", "no kind “mission.run”"),
        (changed("listing.add", outlasts=""), "listing.", "only one of the two “outlasts”"),
    ],
)
def test_kinds_that_do_not_fit_are_refused_at_their_place(kinds: Mapping[str, Kind], place: str, cause: str) -> None:
    with pytest.raises(BadKnowledge, match=cause) as caught:
        check(kinds)
    assert place in str(caught.value)
