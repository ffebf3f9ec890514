"""Which figures are made of another's."""

from __future__ import annotations

import pytest

from credence.catalog.credits import load_credits
from credence.catalog.interests import load_interests
from credence.catalog.kinds import load_kinds
from credence.catalog.voices import load_voices
from credence.model.claim import Claim, Quote, Voice
from credence.model.origin import TracedClaim
from credence.model.particulars import Particulars
from credence.trace import Tracing, trace
from credence.trace.derived import derive

MINISTER = Voice("Amir Khan Muttaqi", "taliban", "foreign minister")
DAYS = {"a": "2024-09-19", "later": "2025-02-10", "years": "2027-01-05", "before": "2024-01-01", "undated": None}
PAPERS = {doc: Particulars(doc, f"Paper {doc}", day) for doc, day in DAYS.items()}


def count(doc: str, value: str, *voices: Voice, operator: str = "taliban") -> Claim:
    roles = (("operator", operator), ("value", value))
    quote = Quote(0, 10, "ten words.")
    return Claim(doc, "v", "mission.count", roles, "affirmed", "actual", None, None, voices, quote, "p")


def derived(*claims: Claim) -> tuple[TracedClaim, ...]:
    traced = trace(claims, PAPERS, Tracing(load_voices(), load_interests(), load_credits()))
    return derive(traced, PAPERS, load_kinds())


def test_more_than_forty_is_thirty_nine_and_some() -> None:
    base, vague = derived(count("a", "39", MINISTER), count("later", "40.."))
    assert (vague.edge, vague.origin) == ("derived", base.origin)
    assert base.edge == "quotes"


@pytest.mark.parametrize(
    "vague",
    [
        count("later", "60.."),  # far from it
        count("later", "40"),  # exact
        count("later", "40..", Voice("Ida Sorel")),  # somebody gives it
        count("years", "40.."),  # years later
        count("before", "40.."),  # before it
        count("undated", "40.."),
        count("later", "40..", operator="om"),  # of another
    ],
)
def test_other_figures_are_not_made_of_it(vague: Claim) -> None:
    base, other = derived(count("a", "39", MINISTER), vague)
    assert other.edge != "derived"
    assert other.origin != base.origin


def test_the_nearest_figure_is_taken_and_of_equals_the_latest() -> None:
    _, near, vague = derived(count("a", "38", MINISTER), count("a", "40", Voice("Ida Sorel")), count("later", "~40"))
    assert vague.origin == near.origin
