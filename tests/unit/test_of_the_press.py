"""Ways of telling that newspapers are full of. Documents are dated 20 September 2024."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _claims(text: str) -> set[tuple[str, str]]:
    """Kind and whoever acts in each claim, or everybody who meets."""
    read = read_document(Document("trial", f"\n{text}", published="2024-09-20"))
    found = set()
    for claim in read.claims:
        roles = dict(claim.roles)
        who = roles.get("holder") or roles.get("sender") or roles.get("parties") or roles.get("party")
        found.add((claim.kind, who if isinstance(who, str) else "+".join(sorted(who or ()))))
    return found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # a surname that stands first, and a spokesman of a ministry
        ("Chinese Premier Qin Tang urged Peru to wait. Qin condemned Chad.", ("stance.condemn", "cn")),
        (
            "Omar Varga, a spokesman for Chile's foreign ministry, spoke. Varga condemned Chad.",
            ("stance.condemn", "cl"),
        ),
        # nobody's office, though it stands in the name
        ("Lima Times Columnist Omar Varga condemned Chad.", ("stance.condemn", "Omar Varga")),
        # whose a visit or a talk is that an opening names
        ("During his visit to Chad, Chile's president opened a school.", ("meeting.hold", "cl+td")),
        ("In its talks with Chad, Chile offered fish.", ("meeting.hold", "cl+td")),
        ("Chile's president, on a two-day visit to Chad, opened a school.", ("meeting.hold", "cl+td")),
        ("The plan was signed by Chile after talks with Chad.", ("meeting.hold", "cl+td")),
        ("President Omar Varga of Chile is in Chad this week.", ("meeting.hold", "cl+td")),
        # what is done despite others
        ("Chile has opened an embassy in Chad over the objections of Peru.", ("stance.condemn", "pe")),
        # whom only who governs can arrest
        ("Chile condemned the detention of its sailors in Chad.", ("stance.condemn", "cl")),
    ],
)
def test_who_acts_is_told_by_the_words_around(text: str, claim: tuple[str, str]) -> None:
    assert claim in _claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # two of one first name: neither
        ("Premier Kim Tang of Chile and Premier Kim Soto of Peru met. Kim condemned Chad.", ("stance.condemn", "cl")),
        # who is accused, too, accuses nobody
        ("Chile accused Chad, along with Peru, of overfishing.", ("stance.condemn", "pe")),
        # going on is not leaving
        ("Chilean troops moved from Chad to the hills of Niger.", ("force.withdraw", "cl")),
        # whoever is appointed
        ("Peru criticised the appointment of Omar Varga, Chile's former president.", ("stance.condemn", "pe")),
    ],
)
def test_who_does_not(text: str, claim: tuple[str, str]) -> None:
    assert claim not in _claims(text)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Chile had ordered Chilean troops to begin leaving Chad on September 14.", "2024-09-14"),
        ("Chile has ordered Chilean troops to begin leaving Chad on March 3.", "2025-03-03"),
    ],
)
def test_what_was_planned_before_lies_behind(text: str, when: str) -> None:
    read = read_document(Document("trial", f"\n{text}", published="2024-09-20"))
    assert [claim.when for claim in read.claims if claim.kind == "force.withdraw"] == [when]
