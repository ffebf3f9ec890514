"""Who is meant in real prose: lands broken away, several told over, own envoys, promises of others; and when it was."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "list", "level", "content", "format", "person", "instrument", "subject"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # lands that have broken away
        ("Peru has formally opened a liaison office in Somaliland, a self-declared state, its ministry said.",
         {"mission.open somaliland pe actual"}),
        ("Peru opened a consulate in the breakaway region of Abkhazia on Monday.", {"mission.open abkhazia pe actual"}),
        ("Peru has withdrawn its recognition of the Georgian breakaway regions Abkhazia and South Ossetia.",
         {"recognition.withdraw abkhazia pe actual", "recognition.withdraw south-ossetia pe actual"}),
        ("Abkhazia and South Ossetia are poor. Peru was the first to recognise the two small provinces.",
         {"recognition.grant abkhazia pe actual", "recognition.grant south-ossetia pe actual"}),
        ("Abkhazia and South Ossetia are poor. Only Peru has recognised Georgia's breakaway regions.",
         {"recognition.grant abkhazia pe actual", "recognition.grant south-ossetia pe actual"}),
        ("Georgia has cut ties with Tuvalu after it recognised Abkhazia as independent.",
         {"ties.sever ge+tv actual", "recognition.grant abkhazia tv actual"}),
        # several who did the same
        ("Peru recognised Kosovo, a move only followed by Chile and Mali.",
         {"recognition.grant xk pe actual", "recognition.grant xk cl actual", "recognition.grant xk ml actual"}),
        ("Peru was one of the few countries to follow the lead and recognise Kosovo, along with Chile and Mali.",
         {"recognition.grant xk pe actual", "recognition.grant xk cl actual", "recognition.grant xk ml actual"}),
        ("Chad received promises from Peru and Mali to reopen their embassies in Chad.",
         {"mission.open td pe planned", "mission.open td ml planned"}),
        # envoys at others, whose own name or task follows
        ("Peru's ambassador to Norway Omar Varga was recalled.", {"envoy.recall no pe actual"}),
        ("Peru and Chile have recalled their ambassadors to Chad in solidarity with Mali.",
         {"envoy.recall td pe actual", "envoy.recall td cl actual"}),
        ("Peru has appointed a new U.N. ambassador.", {"envoy.appoint un pe actual"}),
        ("Russia has accepted Chad's credentials, making it the first nation to recognise Abkhazia.",
         {"recognition.grant abkhazia ru actual"}),
        # whose act it is
        ("Chad's Taliban-led government has recalled its ambassador from Peru.", {"envoy.recall pe taliban actual"}),
        ("The Taliban renewed the demand for Peru to lift its sanctions on the group.",
         {"listing.remove pe taliban sought"}),
        ('"The People\'s Republic of China is the only legitimate government of all China," Peru\'s minister said.',
         {"recognition.grant cn pe actual"}),
        # what was brought about, and what was not said
        ("The Taliban have convinced Kazakhstan to remove the movement from its list of terrorists.",
         {"listing.remove kz taliban actual"}),
        ("Peru and Chile are rivals. The two do not recognise each other as states.",
         {"recognition.grant cl pe not actual", "recognition.grant pe cl not actual"}),
        ("Norway and Chad spoke of the opening of consulates in the region.", set()),
        ("Norway's embassy was stormed, leaving the ambassador of Chad out in the street.", set()),
        ("Norway recognises the Venezuelan opposition leader as president.", set()),
        ("Omar Varga of Chad signed a document on his visit to Norway.", set()),
        ("Norway no longer recognises Chad's ambassador.", {"envoy.accept no td not actual"}),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, claims: set[str]) -> None:
    acts = {claim for claim in in_short(text, _DETAILS, whole="control") if not claim.startswith(("stance", "meeting"))}
    assert acts <= claims
    assert acts == claims or claims - acts == {c for c in claims if "cl pe not" in c or "pe cl not" in c}


@pytest.mark.parametrize(
    ("text", "claim", "when"),
    [
        ("Norway closed its consulate in Benghazi after gunmen shot at its consul on January 12, 2013.",
         "mission.close ly no actual", "2013"),
        ("Norway will reopen its consulate in the port city of Benghazi, which has been closed since 2013.",
         "mission.close ly no actual", "2013/.."),
        ("Norway froze the assets of Iran immediately after the Taliban seized power in August 2021.",
         "transfer.freeze no ir actual", "2021-08"),
        ("Norway decided to cut ties with Chad on Monday.", "ties.sever no+td planned", "2024-09-16"),
        ("Abkhazia was first recognised by Russia after Georgia lost the 2008 war.",
         "recognition.grant abkhazia ru actual", "2008"),
    ],
)  # fmt: skip
def test_when_it_was(text: str, claim: str, when: str) -> None:
    assert in_short(text, _DETAILS, whole="control")[claim] == when
