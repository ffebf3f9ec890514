"""What real texts do: the traps that sources of this field have set before, each with a text of our own.

A test marked xfail is an open case; its reason says what is missing. It fails as soon as the case is solved.
"""

from __future__ import annotations

from credence.flow import ReadDocument, findings_of, read_document
from credence.model.claim import Claim
from credence.model.document import Document
from credence.model.particulars import Particulars


def reading(text: str, published: str = "2024-09-20", publisher: str | None = None) -> ReadDocument:
    return read_document(Document("text", text, published=published, publisher=publisher))


def of_kind(text: str, kind: str, published: str = "2024-09-20", publisher: str | None = None) -> list[Claim]:
    return [claim for claim in reading(text, published, publisher).claims if claim.kind == kind]


def one(text: str, kind: str, published: str = "2024-09-20") -> Claim:
    found = of_kind(text, kind, published)
    assert len(found) == 1, [
        (claim.kind, dict(claim.roles), claim.polarity) for claim in reading(text, published).claims
    ]
    return found[0]


# --- who says so


def test_a_count_keeps_the_number_each_report_gives_and_its_speaker() -> None:
    text = "Foreign Minister Amir Khan Muttaqi said that the Taliban have sent envoys to 11 countries."
    eleven = one(text, "envoy.count")
    fourteen = one("The Taliban have envoys in 14 countries, Muttaqi said.", "envoy.count")
    assert (eleven.role("value"), fourteen.role("value")) == ("11", "14")
    assert eleven.voices[0].name == "Amir Khan Muttaqi"
    assert eleven.voices[0].party == "taliban"


def test_a_reporters_figure_has_no_voice_but_the_documents() -> None:
    claim = one("The Taliban now run more than 40 embassies and consulates.", "mission.count", "2025-02-10")
    assert claim.role("value") == "40.."
    assert claim.voices == ()


def test_two_accounts_of_one_cause_leave_one_closing() -> None:
    text = (
        "The Afghan embassy in London closed on 27 September 2024. The embassy said that it closed at the request of "
        "the host. The Foreign Office said that the Afghan embassy closed because its staff had been dismissed."
    )
    claim = one(text, "mission.close", "2024-10-02")
    assert (claim.role("host"), claim.when) == ("gb", "2024-09-27")


# --- what is claimed


def test_units_are_never_one_series() -> None:
    text = "The Taliban have envoys in 14 countries. They run 39 missions. They run 12 embassies."
    kinds = [(claim.kind, claim.role("value")) for claim in reading(text).claims]
    assert ("envoy.count", "14") in kinds
    assert ("mission.count", "39") in kinds
    assert ("envoy.count", "39") not in kinds


def test_a_headline_that_goes_further_than_its_body_stands_beside_it_with_its_own_words() -> None:
    text = (
        "China recognises the Taliban\n\nChina has accepted an ambassador of the Taliban. It has not recognised them."
    )
    found = {(claim.kind, claim.polarity): claim for claim in reading(text).claims}
    assert found["recognition.grant", "affirmed"].quote.text == "China recognises the Taliban"
    assert ("envoy.accept", "affirmed") in found
    assert ("recognition.grant", "denied") in found


def test_an_order_is_planned_and_a_ruling_actual() -> None:
    ordered = (
        "In December 2023 Kazakhstan's president ordered the government to remove the Taliban from the terror list."
    )
    ruled = "On 3 June 2024 Kazakhstan removed the Taliban from its terror list."
    assert one(ordered, "listing.remove").mood == "planned"
    decided = one(ruled, "listing.remove")
    assert (decided.mood, decided.when) == ("actual", "2024-06-03")


def test_steps_of_accreditation_stay_apart() -> None:
    named = one("Peru has named Ana Rojas as ambassador to Qatar.", "envoy.appoint")
    credentials = one("The Peruvian ambassador presented her credentials to the emir of Qatar.", "envoy.accept")
    assert credentials.step == "credentials"
    assert named.step in {"named", None}


def test_whose_embassy_and_where_it_is_are_never_exchanged() -> None:
    afghan = one("The Afghan embassy in Norway reopened.", "mission.open")
    norwegian = one("The Norwegian embassy in Afghanistan reopened.", "mission.open")
    assert (afghan.role("operator"), afghan.role("host")) == ("af", "no")
    assert (norwegian.role("operator"), norwegian.role("host")) == ("no", "af")


def test_who_runs_a_mission_is_not_whose_it_is() -> None:
    claim = one("The Afghan embassy in Muscat is run by the Taliban.", "mission.operate")
    assert (claim.role("operator"), claim.role("of"), claim.role("host")) == ("taliban", "af", "om")


def test_a_host_may_take_custody_between_two_authorities() -> None:
    text = "Diplomats of the former government surrendered the Afghan embassy in Rome to the Italian foreign ministry."
    claim = one(text, "mission.transfer")
    assert (claim.role("to"), claim.role("host"), claim.role("of")) == ("it", "it", "af")


def test_a_reward_is_lifted_and_the_listing_stays() -> None:
    text = "The United States withdrew the reward for Sirajuddin Haqqani. It has not removed him from its terror list."
    claims = {(claim.kind, claim.polarity) for claim in reading(text).claims}
    assert ("bounty.lift", "affirmed") in claims
    assert ("listing.remove", "affirmed") not in claims


# --- how it is said


def test_ways_of_not_recognising() -> None:
    for text in (
        "Norway has refused to recognise the Taliban.",
        "Norway stopped short of recognising the Taliban.",
        "Norway received a delegation without formally recognising the Taliban.",
        "Norway has yet to recognise the Taliban.",
        "Norway does not recognise the Taliban.",
        "Norway has never recognised the Taliban.",
    ):
        claim = one(text, "recognition.grant")
        assert (claim.role("recognizer"), claim.role("recognized"), claim.polarity) == ("no", "taliban", "denied"), text


def test_no_government_is_every_state() -> None:
    claim = one("No government has recognised the Taliban.", "recognition.grant")
    assert (claim.role("recognizer"), claim.polarity) == ("*", "denied")


def test_a_denied_report_is_denied_in_the_deniers_voice() -> None:
    found = of_kind("Somalia denied that it had withdrawn recognition of Kosovo.", "recognition.withdraw")
    denied = [claim for claim in found if claim.polarity == "denied"]
    assert [claim.voices[0].party for claim in denied] == ["so"]


def test_who_speaks_never_becomes_who_pays() -> None:
    claim = one("Norwegian officials said that Qatar paid Hamas $30 million.", "transfer.pay")
    assert (claim.role("payer"), claim.role("payee")) == ("qa", "hamas")
    assert claim.voices[0].party == "no"


def test_a_said_that_b_expelled_c() -> None:
    claim = one("China said that Russia expelled three British diplomats.", "envoy.expel")
    assert (claim.role("host"), claim.role("sender")) == ("ru", "gb")
    assert claim.voices[0].party == "cn"


def test_one_authority_under_many_names() -> None:
    for name in ("The Taliban", "The Islamic Emirate", "The Islamic Emirate of Afghanistan", "The Taleban"):
        claim = one(f"{name} closed the consulate in Mumbai.", "mission.close")
        assert claim.role("operator") == "taliban", name
    text = "The Taliban returned in 2021. The group closed its consulate in Mumbai."
    assert one(text, "mission.close").role("operator") == "taliban"


def test_kabul_is_a_city_in_a_dateline_and_a_power_when_it_acts() -> None:
    acting = one("Kabul recalled its ambassador from Islamabad.", "envoy.recall")
    assert (acting.role("sender"), acting.role("host")) == ("taliban", "pk")
    dateline = one("KABUL (Hill Wire) - Norway closed its embassy in Dhaka.", "mission.close")
    assert (dateline.role("operator"), dateline.role("host")) == ("no", "bd")


def test_seats_of_government_stand_for_it() -> None:
    for name, party in (
        ("Washington", "us"),
        ("The Kremlin", "ru"),
        ("Foggy Bottom", "us"),
        ("The Foreign Office", "gb"),
        ("The Holy See", "va"),
        ("Paris", "fr"),
    ):
        claim = one(f"{name} condemned Belarus.", "stance.condemn")
        assert claim.role("holder") == party, name


def test_spellings_of_one_name_are_one_party() -> None:
    for name in ("Muttaqi", "Mottaqi", "Motaqi"):
        claim = one(f"The group runs 39 missions, Amir Khan {name} said of the Taliban.", "mission.count")
        assert claim.voices[0].party == "taliban", name


def test_missions_are_told_apart_by_structure_not_by_names() -> None:
    mali = one("The Embassy of France in Mali closed.", "mission.close")
    france = one("The Embassy of Mali in France closed.", "mission.close")
    assert (mali.role("operator"), mali.role("host")) == ("fr", "ml")
    assert (france.role("operator"), france.role("host")) == ("ml", "fr")


def test_scare_quotes_and_acting_stay_with_the_office() -> None:
    text = "Taliban “foreign minister” Amir Khan Muttaqi said that the group operates 39 missions."
    voice = one(text, "mission.count").voices[0]
    assert voice.name == "Amir Khan Muttaqi"
    assert voice.office is not None
    assert "“foreign minister”" in voice.office


def test_asserted_denied_possible_and_conditional_are_told_apart() -> None:
    texts = {
        ("affirmed", "actual"): "Chad severed ties with Sudan.",
        ("denied", "actual"): "Chad did not sever ties with Sudan.",
        ("affirmed", "possible"): "Chad may sever ties with Sudan.",
        ("affirmed", "conditional"): "If the raids go on, Chad will sever ties with Sudan.",
        ("affirmed", "planned"): "Chad will sever ties with Sudan.",
        ("affirmed", "sought"): "Libya urged Chad to sever ties with Sudan.",
    }
    for (polarity, mood), text in texts.items():
        claim = one(text, "ties.sever")
        assert (claim.polarity, claim.mood) == (polarity, mood), text
        assert claim.role("parties") == ("sd", "td"), text


def test_a_denial_and_an_affirmation_of_one_proposition_are_one_finding() -> None:
    document = Document("text", "China recognised the Taliban. Iran said that China did not recognise the Taliban.")
    findings = findings_of(read_document(document).claims, {"text": Particulars("text")})
    assert [(f.status, len(f.origins_for), len(f.origins_against)) for f in findings] == [("contested", 1, 1)]
