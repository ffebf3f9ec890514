"""Who fills a role that the words leave open, or that they fill with what names nobody."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "list", "level", "content", "format", "person", "amount", "currency"}
_DETAILS |= {"purpose", "instrument", "measure"}


@pytest.mark.parametrize(
    ("text", "kind", "claims"),
    [
        # where the doer did something just before
        ("Peru has cut relations with Chad and withdrawn its ambassador. Kenya kept silent.", "envoy",
         {"envoy.recall td pe actual"}),
        ("Chad expelled the Peruvian ambassador and recalled its own. Mali kept silent.", "envoy",
         {"envoy.expel td pe actual", "envoy.recall pe td actual"}),
        ("Chad expelled the Peruvian ambassador. Mali only recalled its own, Kenya said.", "envoy",
         {"envoy.expel td pe actual", "envoy.recall pe ml actual"}),
        # whoever announces it, but not somebody who may be another
        ("Peru and Chad are at odds. An embassy will be opened in Lima, the Kenyan foreign minister said.",
         "mission", {"mission.open pe ke planned"}),
        ("Peru and Chad are at odds. He said that an embassy will be opened in Lima.", "mission", set()),
        # whose envoy somebody is of whom that is known
        ("Kenya took the credentials of Amir Khan Muttaqi on Monday.", "envoy",
         {"envoy.accept ke taliban actual"}),
        # the official who is given the papers
        ("Norway confirmed it, when Amir Khan Muttaqi presented his credentials to Deputy Minister Omar Varga, in May.",
         "envoy", {"envoy.accept no taliban actual"}),
        # what is only said aside
        ("The embassy of Peru in Oslo resumed its work in May under a chargé d'affaires.", "mission",
         {"mission.open no pe actual"}),
        # the body with seats, where one is spoken of
        ("The United Nations will decide in May. Meanwhile the Taliban did not get Afghanistan's seat.", "seat",
         {"seat.refuse un taliban actual"}),
        # the friends of whoever loses them
        ("Honduras severed relations with Taiwan on Monday. Twelve allies remain.", "recognition",
         {"recognition.count tw 12 actual"}),
        ("Honduras met Taiwan on Monday. Twelve allies remain.", "recognition", set()),
        # those who claim to govern
        ("Abkhazia and South Ossetia broke away from Georgia. Chad does not recognise the occupied regions.",
         "recognition", {"recognition.grant abkhazia td not actual", "recognition.grant south-ossetia td not actual"}),
        ("The Taliban rule in Kabul. Peru does not recognise the administration, and Chad has not said anything.",
         "recognition", {"recognition.grant taliban pe not actual"}),
        ("The Taliban rule in Kabul. Peru does not recognise a government imposed by force.", "recognition", set()),
        # missions that two keep with each other
        ("Peru and Chad restored relations on Monday. The two liaison offices become embassies in May.", "mission",
         {"mission.raise td pe actual", "mission.raise pe td actual"}),
        ("Peru and Chad restored relations on Monday. The two offices of Kenya become embassies in May.", "mission",
         set()),
        # officials of whom nobody says whose they are
        ("Chad and Peru are at odds. A Peruvian delegation held talks with the finance minister in N'Djamena.",
         "meeting", {"meeting.hold pe+td actual"}),
        ("Peru and Chad are at odds. A Peruvian delegation held talks with the opposition leader on Monday.",
         "meeting", set()),
        # whose the subject before was
        ("Norway's own mission to Lima is small. Its chargé has met Kenyan officials in Lima.", "meeting",
         {"meeting.hold ke+no actual"}),
        # an office set off behind a name
        ("Peru reopened its border. Omar Varga, the security chief, met the Kenyan president in Oslo.", "meeting",
         {"meeting.hold ke+pe actual"}),
        ("Peru reopened its border. Omar Varga, the security chief of Mali, met the Kenyan president.", "meeting",
         {"meeting.hold ke+ml actual"}),
        # two who are named behind one title
        ("A meeting of presidents Félix Tshisekedi and Paul Kagame was held in Luanda.", "meeting",
         {"meeting.hold cd+rw actual"}),
        ("The ministers of foreign affairs of Peru and Chad signed a treaty.", "agreement",
         {"agreement.sign pe+td actual"}),
        ("Malaysia's foreign minister met his counterpart in the Taliban government on Monday.", "meeting",
         {"meeting.hold my+taliban actual"}),
        ("Peru's foreign minister met his counterpart in Lima.", "meeting", set()),
        # a person by a pronoun, and one whose name begins with an article
        ("The UN Security Council listed Omar Varga in May. The United States keeps him under a travel ban.", "listing",
         {"listing.add un-security-council Omar Varga actual", "listing.add us Omar Varga actual"}),
        ("The United States had also levied sanctions against al-Nori.", "listing", {"listing.add us al-Nori actual"}),
        # troops are not withdrawn from their own land
        ("Niger's rulers are pleased: the 1,500 French troops in the country will be gone by May.", "force",
         {"force.withdraw ne fr planned"}),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, kind: str, claims: set[str]) -> None:
    assert {claim for claim in in_short(text, _DETAILS) if claim.startswith(kind)} == claims
