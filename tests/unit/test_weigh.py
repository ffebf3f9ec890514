"""Weighing: voices, agreement and the arithmetic, recomputed by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest

from credence.catalog.interests import bearing
from credence.catalog.weights import Weight
from credence.judge import judge
from credence.judge.agreement import counts, weight
from credence.judge.voices import Voice
from credence.model.claim import Claim, Quote
from credence.model.claim import Voice as Speaker
from credence.model.finding import Finding
from credence.model.kind import Kind, Role
from credence.model.origin import Origin, TracedClaim
from credence.model.sighting import Polarity
from round_weights import ROUND

DECIDING = (Role("host", "party", deciding=True), Role("operator", "party", deciding=True))
KINDS = {name: Kind(name, "", "", "", "", DECIDING, "event") for name in ("mission.open", "ties.sever")}


def says(  # noqa: PLR0913 - every part of a claim that weighing looks at
    doc: str,
    by: str = "",
    party: str | None = None,
    *,
    polarity: Polarity = "affirmed",
    kind: str = "mission.open",
    when: str | None = None,
    known: bool | None = None,
    origin: str = "",
    of: str = "",
) -> TracedClaim:
    voices = (Speaker(by, party),) if by else ()
    roles = (("host", "ml"), ("operator", "br"))
    claim = Claim(doc, "v", kind, roles, polarity, "actual", when, None, voices, Quote(0, 1, "x"), "p")
    name = by or f"Gazette {doc}"
    against = bearing(claim, party, ROUND.interests) == "harms"
    is_root = bool(by) if known is None else known
    made = Origin(origin or f"o-{name}-{doc}", name, party, of or doc, party in {"br", "ml"}, against, is_root)
    return TracedClaim(claim, made, "quotes" if by else "states")


def found(*traced: TracedClaim, **published: str) -> Finding:
    (finding,) = judge(traced, KINDS, ROUND, published=published)
    return finding


# --- voices ---


def test_one_speaker_under_two_spellings_of_one_origin_is_one_voice() -> None:
    finding = found(says("a", "Vučićev", origin="o"), says("b", "Vucicew", origin="o"))
    assert finding.credence == 0.75
    assert "For: 2 documents, 1 origin, 1 independent voice." in finding.reasons


def test_a_paper_in_two_documents_is_one_voice() -> None:
    two = [replace(each, origin=replace(each.origin, name="Gazette")) for each in (says("a"), says("b"))]
    assert found(*two).credence == 0.8


def test_descriptions_of_nobody_are_told_apart_as_origins_are() -> None:
    finding = found(says("a", "two diplomats", known=False), says("b", "two diplomats", known=False))
    assert "For: 2 documents, 2 origins, 2 independent voices." in finding.reasons
    assert "Odds 1 × 0.6/0.4 × (0.6/0.4)^0.5 give a credence of 0.65." in finding.reasons  # 1.5 × 1.22 = 1.84 to 1


def test_spokesmen_of_a_party_with_a_part_in_it_are_one_voice_whatever_they_are_called() -> None:
    finding = found(says("a", "Ana Prado", "ml"), says("b", "Awa Keita", "ml"))
    assert finding.credence == 0.9  # the host says what it did: class party


def test_who_gains_by_being_believed_is_interested_and_who_loses_speaks_against_it() -> None:
    gains, loses = says("a", "Ana Prado", "br"), says("a", "Ana Prado", "br", polarity="denied")
    assert found(gains).credence == 0.6
    assert found(loses).credence == 0.1


@pytest.mark.parametrize(
    ("affirmed", "denied", "outcome", "line"),
    [
        ("2024-03-01", "2024-03-05", (0.25, "refuted"), "Last word: Ida Sorel affirmed it and denied it later"),
        ("2024-03-05", "2024-03-01", (0.75, "supported"), "Last word: Ida Sorel denied it and affirmed it later"),
        ("2024-03-01", "2024-03-01", (0.5, "contested"), "No last word: Ida Sorel both affirms and denies it"),
        ("2024-03-01", "2024-03", (0.5, "contested"), "No last word: Ida Sorel both affirms and denies it"),
    ],
)
def test_of_one_who_says_both_the_last_word_counts(
    affirmed: str, denied: str, outcome: tuple[float, str], line: str
) -> None:
    both = says("a", "Ida Sorel"), says("b", "Ida Sorel", polarity="denied")
    finding = found(*both, a=affirmed, b=denied)
    assert (finding.credence, finding.status) == outcome
    assert any(reason.startswith(line) for reason in finding.reasons)


def test_what_its_only_source_takes_back_is_refuted_and_what_another_still_says_is_contested() -> None:
    said, taken_back = says("a", "Ida Sorel"), says("b", "Ida Sorel", polarity="denied")
    dates = {"a": "2024-03-01", "b": "2024-03-05", "c": "2024-03-02"}
    alone, beside = found(said, taken_back, **dates), found(said, taken_back, says("c", "Rui Sá"), **dates)
    assert (alone.status, alone.begins.date, len(alone.origins_for)) == ("refuted", "../2024-03-05", 0)
    assert any(
        reason.startswith("Refuted: it is denied, and nothing that counts affirms it") for reason in alone.reasons
    )
    assert alone.documents == 2
    assert len(alone.claims) == 2
    assert (beside.status, [origin.name for origin in beside.origins_for]) == ("contested", ["Rui Sá"])


def test_a_copy_does_not_redate_what_was_recorded_before_it() -> None:
    said, taken_back = says("a", "Ida Sorel"), says("b", "Ida Sorel", polarity="denied")
    early = replace(taken_back, claim=replace(taken_back.claim, doc="z"))  # a copy of b that carries a wrong date
    led = [replace(each, origin=replace(each.origin, doc="z")) for each in (taken_back, early)]
    dates = {"a": "2024-03-01", "b": "2024-03-05", "z": "2019-01-01"}
    recorded = {"a": (1, 1), "b": (2, 2), "z": (3, 0)}
    (before,) = judge((said, taken_back), KINDS, ROUND, published=dates, recorded=recorded)
    (after,) = judge((said, *led), KINDS, ROUND, published=dates, recorded=recorded)
    assert (after.credence, after.status) == (before.credence, before.status) == (0.25, "refuted")
    (together,) = judge((said, *led), KINDS, ROUND, published=dates, recorded=recorded | {"z": (2, 0)})
    assert together.status == "supported"  # of what was recorded together, the first of the text dates it


# --- age ---


def test_what_is_told_long_after_counts_for_less() -> None:
    told = says("a", "Ida Sorel", when="2020-05-01")
    assert found(told, a="2020-06-01").credence == 0.75
    assert found(told).credence == 0.75
    late = found(told, a="2024-06-01")
    assert late.credence == 0.625  # half of 0.25 is left
    assert "For, Ida Sorel: named, right 0.75, here 0.625. So." in late.reasons
    assert any(reason.startswith("Telling it long after (Ida Sorel) leaves 0.50") for reason in late.reasons)


def test_the_date_of_a_copy_makes_nothing_news_nor_old() -> None:
    told = says("a", origin="o", when="2020-05-01")
    copies = [says(doc, origin="o", of="a", when="2020-05-01") for doc in "bc"]
    copies = [replace(each, origin=told.origin, edge="copy") for each in copies]
    for first in ("2020-06-01", "2024-06-01"):
        dates = {"a": first, "b": "2020-05-02", "c": "2025"}
        assert found(told, *copies, **dates).credence == found(told, a=first).credence


# --- polarity ---


def test_what_a_denial_keeps_is_told() -> None:
    lightly = replace(ROUND, polarities={**ROUND.polarities, "denied": Weight(0.8, "So.")})
    (finding,) = judge([says("a", "Ida Sorel", polarity="denied")], KINDS, lightly, published={})
    assert finding.credence == 0.3  # 0.5 + 0.25 × 0.8 = 0.7 is how often the like are right
    assert "Denying leaves 0.80 of a voice's distance from 0.50. So." in finding.reasons


# --- prior ---


def test_what_is_rare_begins_lower() -> None:
    finding = found(says("a", "Ida Sorel", kind="ties.sever"))
    assert finding.credence == 0.5  # 1 to 3, times 3
    assert "Before anybody is weighed: 0.25, for ties.sever is rare. So." in finding.reasons
    assert "Odds 0.25/0.75 × 0.75/0.25 give a credence of 0.50." in finding.reasons


# --- agreement ---


def voice(right: float, *, known: bool = True, party: str | None = None) -> Voice:
    return Voice("named", "then", right, known, party, (f"{right}",))


def far(*voices: Voice) -> Sequence[float]:
    return counts(voices, {"party": 0.75, "unknown": 0.5})


def test_known_voices_of_no_one_party_count_whole() -> None:
    assert far(voice(0.8), voice(0.7), voice(0.6, party="br"), voice(0.6, party="cl")) == (1, 1, 1, 1)


def test_further_voices_of_one_party_count_for_less_and_less() -> None:
    assert far(voice(0.8, party="br"), voice(0.7, party="br"), voice(0.6, party="br")) == (1, 0.25, 0.0625)


def test_however_many_name_no_source_they_weigh_less_than_two() -> None:
    many = [voice(0.8, known=False)] * 40
    shares = far(*many)
    assert shares[:3] == (1, 0.5, 0.25)
    assert weight(many, shares) < 2 * math.log(4) + 1e-9


def test_of_the_strongest_known_voice_and_all_unknown_ones_the_lesser_counts_for_less() -> None:
    assert far(voice(0.9), voice(0.8, known=False)) == (1, 0.5)
    assert far(voice(0.8, known=False), voice(0.8, known=False), voice(0.6)) == (1, 0.5, 0.5)


def test_papers_that_name_no_source_add_little_to_the_minister_they_may_have_it_from() -> None:
    minister = says("m", "Ana Prado", "br")
    nine = [says(f"d{number}") for number in range(9)]
    alone, together = found(*nine), found(minister, *nine)
    assert alone.credence <= together.credence
    # All nine: 4 to the power 1 + 1/2 + … + 1/256 = 1.996; he, the lesser, 1.5 to the power 0.5.
    odds = 4 ** (2 - 1 / 256) * 1.5**0.5
    assert together.credence == round(odds / (1 + odds), 4)
    assert any(line.startswith("Two voices that are not known to be roots") for line in together.reasons)
