"""Whose deed a stance is about: named in its phrase, or told before."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def targets(text: str) -> set[object]:
    found = read_document(Document(id="x", text=text, published="2024-09-20")).claims
    return {dict(claim.roles)["target"] for claim in found if claim.kind.startswith("stance.")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway condemned Russia's invasion of Ukraine.", {"ru"}),
        ("Norway criticised the decision of the Serbian government.", {"rs"}),
        ("Norway condemned the strikes carried out by Israel.", {"il"}),
        ("Norway condemned the bombing of Peru.", set()),
        ("Norway condemned the Lima attack.", set()),
    ],
)
def test_the_doer_of_a_deed_is_the_target(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "doers() must give who did it, never who suffered it: mend resolve/roles/deeds.py"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile recognised Kosovo in May. Serbia condemned the move.", {"cl"}),
        ("Chile has not recognised Kosovo. Serbia welcomed the move.", set()),
        ("Serbia condemned the move.", set()),
        ("Chile met Peru in Lima. Serbia condemned the move.", set()),
        ("Peru has accepted an envoy appointed by Chad. It rained. Kenya criticised the decision.", {"pe"}),
    ],
)
def test_the_move_is_what_was_told_before(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "DeedMemory must give the doer of the act told, and only of an act"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad attacked a village in Mali on Monday. Kenya condemned the raid.", {"td"}),
        ("The Russian strike on Odesa killed three. Kenya condemned the attack.", {"ru"}),
        ("The Lima attack shocked everybody. Kenya condemned the attack.", set()),
    ],
)
def test_the_raid_is_of_whoever_used_force(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "striker() must give who did it, not where it was: mend resolve/roles/told.py"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway accused Chad of theft. Chad called the allegations baseless.", {"td", "no"}),
        ("Peru and Chile signed a treaty in Lima. Bolivia condemned the treaty.", {"the treaty"}),
        ("Israel recognised Somaliland on Friday. Somalia denounced an “unlawful act”.", {"il"}),
        ("Chile recognised Kosovo on Friday, a step that Serbia condemned.", {"cl"}),
        ("Peru and Chile restored relations. Chad closed its embassy in Mali. Kenya welcomed the step.", set()),
    ],
)
def test_words_pacts_and_steps_are_those_told_before(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "DeedMemory must tell words, pacts and moves apart: mend resolve/roles/deeds.py"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru expelled two Chilean envoys in May. Bolivia deplored what it called a provocation.", {"pe"}),
        ("Peru expelled two Chilean envoys in May. Bolivia condemned what Chile termed short-sightedness.", {"pe"}),
        ("Norway condemned what it called Chadian aggression.", {"td"}),
        ("Peru expelled two Chilean envoys in May. Bolivia condemned what it called a coup.", set()),
        ("Bolivia deplored what it called a provocation.", set()),
        ("Peru expelled two Chileans envoys in May. Bolivia spoke of a vile precedent.", {"pe"}),
        ("Peru expelled two Chilean envoys in May. Bolivia spoke of a great day.", set()),
        ("Peru expelled two Chilean envoys in May. Bolivia condemned each of these steps.", {"pe"}),
        ("Peru expelled two Chilean envoys in May. Bolivia called the affair an embarrassment.", {"pe"}),
        ("Bolivia called the affair an embarrassment.", set()),
    ],
)
def test_a_deed_named_by_what_is_wrong_with_it_is_the_last_told(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "see resolve/roles/deeds.py, and is_so_called in read/clauses/reported.py"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has walked out of the talks. Bolivia called that a surrender.", {"pe"}),
        ("Peru has not walked out of the talks. Bolivia called that a surrender.", set()),
        ("Peru and Chile walked out of the talks. Bolivia called that a surrender.", set()),
        ("Peru said that it would walk out of the talks. Bolivia called that a surrender.", set()),
    ],
)
def test_that_is_what_somebody_did_alone_right_before(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "mend Antecedents.acted_alone"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile shut its embassy in Lima, which Kenya called a provocation.", {"cl"}),
        ("Chile expelled two diplomats from Kenya, which Peru condemned.", {"cl"}),
        ("Chile opened a consulate in Dakhla, which angered Algeria.", {"cl"}),
        ("Kenya, which Peru condemned, left.", {"ke"}),
        ("Chile backed Kenya, which Peru condemned.", {"ke"}),
        ("Norway recalled its ambassador over the raid, which it condemned.", set()),
    ],
)
def test_which_behind_a_comma_is_all_that_was_told_before(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, (
        "about_clause() must tell a clause from the noun it ends with: mend read/clauses/overall.py"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru banned a party. Chile condemned the ban.", {"pe"}),
        ("Kenya invited the general to Nairobi. Sudan condemned the invitation.", {"ke"}),
        ("A court that Kenya has banned a judge from sat in Nairobi. Sudan condemned the verdict.", set()),
        ("Peru and Chad are at odds. Nobody has voted. Chile condemned the vote.", set()),
        ("ECOWAS met Niger's ruler in May. It deplored any foreign interference.", set()),
        ("Chile condemned the killing of protesters in Nicaragua.", {"ni"}),
    ],
)
def test_a_deed_is_of_whoever_did_what_its_verb_tells(text: str, expected: set[object]) -> None:
    assert targets(text) == expected, "enacted() must give the verb's subject, and nobody if it has none that is known"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru have been at odds. Each accused the other of aggression.", {"cl", "pe"}),
        ("Chile and Peru have been at odds. Mali has urged both to calm down.", {"cl", "pe"}),
        ("Chile and Peru have been at odds. Mali has urged the other to calm down.", set()),
    ],
)
def test_each_and_the_other_are_two(text: str, expected: set[object]) -> None:
    assert targets(text) == expected
