"""What credences are measured by: made-up worlds, measures, the fit, and choosing between contradicting sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rivals
from calibrate import LEARNT, REPORTED_ON, judged, known_cases, written
from credence.catalog.load import load_text
from credence.catalog.weights import load_weights
from reliability import Bin, accuracy, bins, brier, expected_error, log_loss
from slots import Sets, best
from truth import Fitted, longer, ours
from worlds import Habits, world

PAGE = Path(__file__).parents[2] / "docs" / "concepts" / "credence.md"


# --- worlds ---


def test_the_same_seed_gives_the_same_world_and_another_another() -> None:
    assert list(world(30, 7)) == list(world(30, 7))
    assert list(world(30, 7)) != list(world(30, 8))


def test_a_world_has_all_that_judging_meets() -> None:
    matters = list(world(400, 7))
    claims = [claim for matter in matters for claim in matter.claims]
    papers = [paper for matter in matters for paper in matter.papers.values()]
    assert {claim.polarity for claim in claims} == {"affirmed", "denied"}
    assert {bool(claim.voices) for claim in claims} == {True, False}
    assert any(paper.copies for paper in papers)
    assert any(credit.edge == "saw" for paper in papers for credit in paper.credits)
    assert {matter.so for matter in matters} == {True, False}
    assert all(claim.doc in matter.papers for matter in matters for claim in matter.claims)


def test_who_knows_and_is_honest_is_right_but_for_slips() -> None:
    sure = Habits(knows=dict.fromkeys(Habits().knows, 0.999), spread=1e6, lies=0, owns_up=1, slips=0, again=0, turns=0)
    matters = list(world(300, 3, sure))
    right = [(claim.polarity == "affirmed") == matter.so for matter in matters for claim in matter.claims]
    assert sum(right) / len(right) > 0.98


def test_credence_is_calibrated_on_worlds_that_no_fit_has_seen() -> None:
    found = judged(known_cases(1200, REPORTED_ON), load_weights())
    assert expected_error(found) <= 0.05
    assert accuracy(found) > 0.8


def test_the_fit_writes_each_number_into_its_table_and_marks_it() -> None:
    text, weights = load_text("weights.toml"), load_weights()
    assert written(text, weights) == written(written(text, weights), weights)
    assert written(text, weights).count("learnt = true\n") == len(LEARNT)
    with pytest.raises(SystemExit, match=r"0 places for voice\.witness"):
        written(text.replace("[voice.witness]", "[voice.nobody]"), weights)


def test_the_page_tells_the_weights_of_the_package() -> None:
    told = re.findall(r"^\| `(\w+)` \|.*\| (0\.\d\d) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {cls: float(right) for cls, right in told} == {cls: w.value for cls, w in load_weights().voices.items()}


# --- measures ---


def test_measures_by_hand() -> None:
    told = [(0.9, True), (0.9, False), (0.2, False), (1.0, True)]
    assert bins(told) == (Bin(1, 0.2, 0.0), Bin(3, 2.8 / 3, 2 / 3))
    assert expected_error(told) == pytest.approx((1 * 0.2 + 3 * (2.8 / 3 - 2 / 3)) / 4)
    assert brier(told) == pytest.approx((0.01 + 0.81 + 0.04) / 4)
    assert log_loss([(0.5, True), (0.5, False)]) == pytest.approx(0.6931, abs=1e-4)
    assert accuracy([*told, (0.5, True)]) == 3.5 / 5


# --- contradicting sources ---


SLOTS = [{"a": n, "b": n, "c": n, "x": -n, "y": -n, "z": -n, "w": -n} for n in range(1, 9)] + [
    {"a": 0, "b": 0, "c": 0, "p": 0, "q": 0, "x": 1, "y": 1, "z": 1, "w": 1},
] * 12


def test_vote_believes_the_many() -> None:
    assert rivals.vote([{"a": 1, "b": 1, "c": 2}]) == [{1: 2 / 3, 2: 1 / 3}]


@pytest.mark.parametrize("way", [rivals.crh, rivals.accu], ids=["CRH", "ACCU"])
def test_who_was_right_elsewhere_is_believed(way: rivals.Way) -> None:
    slots = [{"a": n, "b": n, "c": n, "x": -n} for n in range(1, 9)] + [{"a": 5, "x": 6}]
    assert best(way(slots)[-1]) == 5


def test_those_who_share_their_errors_count_as_nearly_one() -> None:
    given = Sets(SLOTS, {})
    told = ours(SLOTS, longer(given), Fitted(chance=0.9, temper=1.0, part=0.0))
    assert (best(rivals.vote(SLOTS)[0]), best(told[0])) == (-1, 1)
    assert all(0 <= belief <= 1 for slot in told for belief in slot.values())


def test_who_leaves_people_out_speaks_for_the_longer_list() -> None:
    short, whole = frozenset({("dahl", "o")}), frozenset({("dahl", "o"), ("hoare", "c")})
    slots = [{"a": short, "b": short, "c": whole, "d": whole}, {"a": short, "b": short, "e": short, "c": whole}]
    given = Sets(slots, {}, lambda one, other: one == short and other == whole)
    assert best(ours(slots, longer(given), Fitted(0.5, 0.5, 0.0))[1]) == short
    assert best(ours(slots, longer(given), Fitted(0.5, 0.5, 0.9))[1]) == whole
