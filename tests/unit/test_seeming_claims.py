"""What is no claim, or another one than the words seem to make: chances taken, partners of nouns, names of things."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document
from credence.resolve.parties.house import signed
from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "list", "level", "content", "format", "person", "amount", "currency"}
_DETAILS |= {"purpose", "instrument", "measure", "subject"}


@pytest.mark.parametrize(
    ("text", "kind", "claims"),
    [
        # a chance that was had is taken; one to come is not
        ("Norway's minister had an opportunity to speak with Chile's president.", "meeting",
         {"meeting.hold cl+no actual"}),
        ("Norway's minister will have an opportunity to speak with Chile's president.", "meeting",
         {"meeting.hold cl+no possible"}),
        ("Norway's minister had no chance to meet Chile's president.", "meeting", {"meeting.hold cl+no not actual"}),
        ("Norway's minister was able to meet Chile's president.", "meeting", {"meeting.hold cl+no actual"}),
        ("Norway took the opportunity to condemn Chile.", "stance", {"stance.condemn no cl actual"}),
        # thanks are given by saying that one wants to
        ("Norway wishes to thank Chile.", "stance", {"stance.praise no cl actual"}),
        ("Norway wanted to thank Chile.", "stance", {"stance.praise no cl sought"}),
        # the present with a time to come
        ("Chile's president travels to Norway later this month.", "meeting", {"meeting.hold cl+no planned"}),
        ("Chile's president is meeting Norway's king in the coming days.", "meeting", {"meeting.hold cl+no planned"}),
        ("Chile's president met Norway's king later that day.", "meeting", {"meeting.hold cl+no actual"}),
        # what failed, and what was only tried
        ("Norway condemned Russia's attempted annexation of four Ukrainian regions.", "control",
         {"control.take ru sought"}),
        # whose partner somebody is
        ("Chile's president discussed the agreement with Norway in parliament.", "meeting", set()),
        ("Chile's president discussed his talks with Norway in parliament.", "meeting", set()),
        ("Chile's president discussed relations with the Norwegian foreign minister.", "meeting",
         {"meeting.hold cl+no actual"}),
        ("Norway's minister spoke today with Chile Trade Secretary Ana Rojas to congratulate her.", "meeting",
         {"meeting.hold cl+no actual"}),
        # who acts again
        ("After Norwegian Foreign Minister Kari Dahl met Chilean President Omar Varga, she rang the Peruvian minister.",
         "meeting", {"meeting.hold cl+no actual", "meeting.hold no+pe actual"}),
        ("Chad, which once recognised Kosovo, withdrew its recognition in 2016. Mali did the same.", "recognition",
         {"recognition.grant xk td actual", "recognition.withdraw xk td actual", "recognition.withdraw xk ml actual"}),
        # whom words mean
        ("Spain, Ireland and Norway recognised Palestine. Chad recalled its ambassadors from all three capitals.",
         "envoy", {"envoy.recall es td actual", "envoy.recall ie td actual", "envoy.recall no td actual"}),
        ("Myanmar's National Unity Government is at war. Chile condemned the regime's crackdown in Myanmar.",
         "stance", {"stance.condemn cl mm-sac actual"}),
        ("Norway met UN Secretary-General Omar Varga on Ukraine. Norway thanked the Secretary-General.", "stance",
         {"stance.praise no un actual"}),
        ("Norway said that the international community must act.", "stance", set()),
        ("Norway called on the international community to act.", "stance", {"stance.demand no * actual"}),
        ("Soldiers overthrew President Omar Varga of Niger in May. Mali demanded his release.", "stance", set()),
        ("Peru and Chile signed several agreements in 2008. Those were discontinued in 2011.", "ties", set()),
        ("Chile cut ties with Peru in 2011. Those were restored in 2015.", "ties",
         {"ties.sever cl+pe actual", "ties.restore cl+pe actual"}),
        # whom several envoys are told apart of
        ("Norway's king received the credentials of 42 ambassadors, among them Chad's envoy.", "envoy",
         {"envoy.accept no td actual"}),
        # what is nobody, and what is left of titles
        ("Norway reiterated its support for the Good Friday Agreement.", "stance", set()),
        ("Norway congratulated President-elect Omar Varga on his victory.", "stance",
         {"stance.praise no Omar Varga actual"}),
        # called so by an adjective that looks like a noun, or by what stands after "of"
        ("Chad recognised Kosovo in May. Serbia called the decision hostile.", "stance",
         {"stance.condemn rs td actual"}),
        ("Chad recognised Kosovo in May. Serbia called the move an act of aggression.", "stance",
         {"stance.condemn rs td actual"}),
        # who suffers a violation
        ("Norway condemned violations of Mali's airspace.", "stance", set()),
        # where money lies
        ("Some $7 billion of the Afghan central bank's reserves remain frozen in New York.", "transfer",
         {"transfer.freeze us af actual"}),
    ],
)  # fmt: skip
def test_what_is_claimed(text: str, kind: str, claims: set[str]) -> None:
    told = in_short(text, _DETAILS)
    assert {claim for claim in told if claim.startswith(kind)} == claims


def test_weekday_tells_the_year() -> None:
    text = "As of Sunday, February 13, Norway is closing its embassy in Lima."
    assert list(in_short(text, _DETAILS, published="2022-02-12").values()) == ["2022-02-13"]


def test_official_paper_is_its_signers() -> None:
    assert signed("Omar B. Varga, Secretary of State\nLima, 3 May") == frozenset({"varga"})
    assert signed("Omar Varga, Secretary of State, met Chile's king. He left.") == frozenset()


def test_judgement_is_quoted_with_its_deed() -> None:
    text = "Statement\n\nPeru's unprovoked war on Chad goes on."
    document = Document("x", text, "Statement", "2024-09-20", "Norwegian Ministry of Foreign Affairs")
    quotes = [claim.quote.text for claim in read_document(document).claims if claim.kind == "stance.condemn"]
    assert quotes == ["Peru's unprovoked war on Chad"]


def test_briefing_of_a_secretary_is_american() -> None:
    text = (
        "Briefing\n\nMR PRICE: Good afternoon.\nQUESTION: Will the Secretary go to Iran?\n"
        "MR PRICE: The Secretary will stay here. We condemn Chile for the attack.\nQUESTION: Why is that?\n"
        "MR PRICE: The Secretary said why. Iran closed its embassy. Iran left. Iran closed its border.\n"
    )
    claims = read_document(Document("x", text, "Briefing", "2024-09-20", "Daily Herald")).claims
    assert {dict(c.roles)["holder"] for c in claims if c.kind == "stance.condemn"} == {"us"}
