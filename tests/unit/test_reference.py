"""Roles whose words name nobody: whom a text means by what it said before, or by who speaks."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def told(text: str, kind: str, *roles: str, publisher: str = "Daily Herald") -> set[tuple[object, ...]]:
    """The values of some roles of each claim of a kind."""
    found = read_document(Document(id="x", text=text, published="2024-09-20", publisher=publisher)).claims
    return {tuple(dict(claim.roles).get(role) for role in roles) for claim in found if claim.kind == kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway opened an embassy in Lima. Kenya regretted the move, and Chad condemned it.", {"ke", "td"}),
        ("Norway opened an embassy in Lima. Kenya regretted the move. Chad denounced it as well.", {"ke", "td"}),
        ("In May Norway admitted the delegates of Mali, a step that Chad condemned.", {"td"}),
    ],
)
def test_a_deed_judged_again_or_told_by_its_clause_is_the_doers(text: str, expected: set[object]) -> None:
    holders = {(holder, "no") for holder in expected}
    assert told(text, "stance.condemn", "holder", "target") == holders, "see DeedMemory.judge and _of_clause"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Peru shut its embassy in Hanoi. Vietnam termed the reaction disproportionate.", "pe"),
        ("Norway recognised Somaliland. Kenya rejected any recognition of Somaliland.", "no"),
        ("Kenya broke off relations with Peru on Monday. Bolivia condemned the decision.", "ke"),
    ],
)
def test_an_answer_a_deed_to_somebody_and_a_break_have_one_doer(text: str, target: str) -> None:
    assert {found for (found,) in told(text, "stance.condemn", "target")} == {target}, "see resolve/roles/deeds.py"


def test_a_state_that_two_recognised_has_no_one_recognizer() -> None:
    text = "Norway recognised Somaliland. Peru recognised Somaliland. Kenya rejected any recognition of Somaliland."
    assert not told(text, "stance.condemn", "target"), "_done_to() must not choose between two"


def test_we_of_an_american_briefing_is_the_united_states() -> None:
    text = (
        "Briefing\n\nSENIOR OFFICIAL: It is a Foreign Terrorist Organization.\n\nQUESTION: Will Mali do so?\n\n"
        "SENIOR OFFICIAL: We do not recognise Somaliland."
    )
    assert told(text, "recognition.grant", "recognizer") == {("us",)}, "see american() in resolve/parties/house.py"
    plain = text.replace("a Foreign Terrorist Organization", "large")
    assert not told(plain, "recognition.grant", "recognizer"), "no term of art, no house"


def test_we_of_an_interview_is_whose_office_the_opening_names() -> None:
    text = (
        "A long talk\n\nAna Rojas of Peru's foreign ministry answers our questions.\n\nWhy are you in Oslo?\n"
        "Because it is time.\n\nAnd what about Africa?\nWe do not recognise Somaliland.\n\nIs that all?\nYes.\n"
    )
    assert told(text, "recognition.grant", "recognizer") == {("pe",)}, "see interviewed() in resolve/parties/house.py"


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Norway's foreign ministry confirmed it.", {("no",)}),
        ("Norway's foreign ministry confirmed it, and Chad's defence ministry denied it.", set()),
    ],
)
def test_a_bare_spokesperson_is_of_the_only_organ_near(opening: str, expected: set[tuple[object, ...]]) -> None:
    text = f'{opening} "We do not recognise Somaliland," a spokesperson told reporters.'
    assert told(text, "recognition.grant", "recognizer") == expected, "see organ_of() in resolve/parties/hearing.py"


def test_they_of_a_reported_minister_is_his_side() -> None:
    text = "Peru's foreign minister has said that they are considering closing the embassy in Oslo."
    assert told(text, "mission.close", "operator", "host") == {("pe", "no")}, (
        "see own_side() in resolve/parties/hearing.py"
    )


def test_who_acts_under_a_bare_office_is_of_the_country_spoken_of() -> None:
    text = "Qatar rejects the charges. Foreign Minister Omar Varga thanked Turkey. He condemned Peru."
    assert told(text, "stance.condemn", "holder", "target") == {("qa", "pe")}, "see Standing.office_here"
    owned = text.replace("Foreign Minister Omar", "Former president Omar")
    assert not told(owned, "stance.condemn", "holder"), "a former president speaks for nobody"


def test_who_is_withdrawn_by_name_is_an_envoy_in_a_text_about_envoys() -> None:
    text = "Kenya has no ambassador in Peru since May, when it withdrew Ana Rojas over a quarrel."
    assert told(text, "envoy.recall", "sender", "host") == {("ke", "pe")}, "see EnvoyMemory._is_sent_home"
    assert not told("Kenya withdrew Ana Rojas over a quarrel with Peru.", "envoy.recall", "sender")


def test_somebodys_man_in_a_town_is_the_envoy_there() -> None:
    text = "Peru and Chad keep ambassadors. Peru withdrew Ana Rojas, its woman in Mexico City, for good."
    assert told(text, "envoy.recall", "sender", "host") == {("pe", "mx")}, "see EnvoyMemory._apposed"


def test_an_unsaid_claimant_is_the_only_authority_of_the_text() -> None:
    text = (
        "The Taliban have sent envoys. The Taliban want more. Norway told the Taliban so. Norway withholds recognition."
    )
    assert told(text, "recognition.grant", "recognizer", "recognized") == {("no", "taliban")}, "see Focus.claimant"
    both = text.replace("The Taliban want more", "Somaliland and Somaliland's friends want more")
    assert not told(both, "recognition.grant", "recognized"), "two authorities, no answer"


def test_those_singled_out_of_many_all_act() -> None:
    text = "The foreign ministers of ten countries, among them Britain, France and Japan, condemned Chad."
    assert {holder for (holder,) in told(text, "stance.condemn", "holder")} == {"gb", "fr", "jp"}, "see singled_out()"


def test_it_and_an_authority_described_can_be_treated_as_a_state() -> None:
    text = "Kosovo broke away in 2008. Turkey recognised it. Spain refuses to treat it as a state."
    assert ("es", "xk") in told(text, "recognition.grant", "recognizer", "recognized"), "a leader's slot takes more"


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        ("Kenya and Chad fell out. Each side expelled the other's ambassador.", "envoy.expel", ("host", "sender")),
        (
            "Kenya and Chad made up. Since then each has kept a liaison office in the other's capital.",
            "mission.operate",
            ("operator", "host"),
        ),
    ],
)
def test_each_of_two_does_it_to_the_other(text: str, kind: str, roles: tuple[str, str]) -> None:
    assert told(text, kind, *roles) == {("ke", "td"), ("td", "ke")}, "see Sets._is_each and mutual()"


def test_each_without_the_other_is_nobody() -> None:
    assert not told("Kenya and Chad fell out. Each will accredit an envoy.", "envoy.accept", "host")


def test_the_north_is_the_state_so_called() -> None:
    text = "North Korea shut its embassy in Uganda. The North runs 53 embassies."
    assert told(text, "mission.count", "operator") == {("kp",)}, "see Standing.in_full"


def test_the_kingdom_is_the_one_named_in_full() -> None:
    text = (
        "The Kingdom of Saudi Arabia and the Islamic Republic of Iran met in China. "
        "An agreement has been signed between the Kingdom and the Islamic Republic."
    )
    assert told(text, "agreement.sign", "parties") == {(("ir", "sa"),)}, "see Standing.in_full"


def test_the_administration_of_american_lawmakers_is_their_own() -> None:
    text = "The Taliban got money. Republicans in Congress urged the administration to stop the payments."
    assert told(text, "stance.demand", "target") == {("us",)}, "see Standing.congress_near"


def test_people_can_be_paid() -> None:
    text = "Sudan paid $335 million in compensation to victims of attacks."
    assert told(text, "transfer.pay", "payer", "payee") == {("sd", "victims")}, "a payee needs no id: see Filling"
