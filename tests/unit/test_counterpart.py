"""The other one of two is found only where a text is clearly about two."""

from __future__ import annotations

import pytest

from credence.catalog.parties import load_parties
from credence.resolve.antecedents import Mention
from credence.resolve.counterpart import counterpart

KNOWN = load_parties().get


def mentioned(*parties: str) -> list[Mention]:
    """Name parties one after the other, none of them in the headline."""
    return [Mention(n * 10, n * 10 + 5, party, n + 1, 1) for n, party in enumerate(parties)]


@pytest.mark.parametrize(
    ("named", "party", "other"),
    [
        (["br", "pe", "br", "pe", "br", "pe"], "br", "pe"),
        (["br", "pe", "br", "pe", "br", "pe", "cl"], "pe", "br"),
        (["br", "pe", "br", "pe"], "br", None),  # too few
        (["br", "pe", "cl"] * 3, "br", None),  # three, none of them in passing
        (["br", "pe"] * 3, "cl", None),  # not about this one
        (["taliban", "taliban", "af", "ir", "ir", "ir"], "ir", "taliban"),  # a side is a state with its authorities
        (["br", "un"] * 4, "br", None),  # an organisation is no side
    ],
)
def test_the_other_side(named: list[str], party: str, other: str | None) -> None:
    assert counterpart(party, mentioned(*named), KNOWN) == other


def test_the_headline_counts_twice() -> None:
    first = [Mention(0, 5, "br", 0, 0), Mention(9, 12, "pe", 0, 1)]
    rest = mentioned("br", "pe")
    assert counterpart("br", [*first, *rest], KNOWN) == "pe"
