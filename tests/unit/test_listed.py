"""Whom a listing or a reward is about: rolls of names, groups in words, names in apposition."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def targets(text: str) -> set[object]:
    found = read_document(Document(id="x", text=text, published="2024-09-20", publisher="Harbour Gazette")).claims
    return {dict(claim.roles)["target"] for claim in found if claim.kind.startswith(("listing.", "bounty."))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Canada sanctioned the bankers Omar Varga, Sit Ba Noor, and Pavel Nori, as well as officer Ana Soto.",
            {"Omar Varga", "Sit Ba Noor", "Pavel Nori", "Ana Soto"},
        ),
        (
            "Canada imposed sanctions on two Chad banks: Harbour Bank, the largest of all, and Casa Nori, one of two.",
            {"Harbour Bank", "Casa Nori"},
        ),
        (
            "Canada imposed sanctions on the children of Omar Varga, Ana Varga and Ida Varga, and Sita Noor, his wife.",
            {"Ana Varga", "Ida Varga", "Sita Noor"},
        ),
        (
            "Canada sanctioned Nori Steel & Cable Limited (NSC), the Harbour Group, and the Lake Bank, firms of Chad.",
            {"Nori Steel & Cable Limited", "Harbour Group", "Lake Bank"},
        ),
        ("Canada sanctioned Omar Varga, Reuters reported, and Norway followed.", {"Omar Varga"}),
        ("Canada sanctioned Omar Varga, the head of the navy, and arrested Pavel Nori.", {"Omar Varga"}),
    ],
)
def test_everybody_in_the_list_is_a_target(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "each name between commas, and nobody else: see read/matching/listed.py"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada has sanctioned eight Chadian prisons.", {"eight chadian prisons"}),
        ("Canada is sanctioning an oil smuggling network.", {"oil smuggling network"}),
        (
            "Canada sanctioned 21 members of the Chadian Harbour Council, including Omar Varga.",
            {"21 members of the chadian harbour council", "Omar Varga"},
        ),
        ("Canada sanctioned the 66th Harbour Division.", {"66th Harbour Division"}),
        ("Canada has sanctioned 27 entities and 70 individuals.", set()),
        ("Canada has offered a reward for three Vargas.", set()),
        ("Canada imposed sanctions on these prisons.", set()),
    ],
)
def test_groups_are_called_by_their_own_words(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "words that tell a group apart: see in_words() in resolve/parties/targets.py"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada blacklisted Hezbollah in 2010. Norway lists it, too.", {"hezbollah"}),
        ("Canada imposed sanctions on Belavia in May.", {"Belavia"}),
        ("Canada imposed sanctions on Kherson in May.", set()),
        ("Canada designated the National Liberation Army (ELN) as a terrorist organisation.", {"eln"}),
        ("Canada blacklisted Omar Varga and put Pavel Nori on the same list.", {"Omar Varga", "Pavel Nori"}),
    ],
)
def test_short_names_and_pronouns_are_targets(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "Filling._listed() must know a bare name, and what was listed just before"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cuba was put back on the list of state sponsors of terrorism.", "listing.add"),
        ("Cuba was designated a state sponsor of terrorism in 1982.", "listing.add"),
        ("Hezbollah is not a foreign terrorist organization any more.", "listing.remove"),
    ],
)
def test_a_list_that_one_state_alone_keeps_says_whose_it_is(text: str, kind: str) -> None:
    (claim,) = read_document(Document(id="x", text=text, published="2024-09-20", publisher="Harbour Gazette")).claims
    assert (claim.kind, dict(claim.roles)["lister"]) == (kind, "us"), "see data/lexicon/en/keepers.toml"
