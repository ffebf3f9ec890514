"""Missions and envoys as news tells of them: lists, papers that act, headlines, and what is done again."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "rank", "post", "city", "person", "content", "scope", "level", "format", "from", "instrument"}


_ROWS = """Norway's king received letters of credence from two new envoys. Rain fell.
The new envoys are:
– Ana Rojas, Ambassador of the Republic of Peru.
– Omar Varga, High Commissioner of Kenya.
All are lawyers."""


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # lists of envoys: a line for each, in brackets, a sentence later, with the rank behind whose they are
        (_ROWS,
         {"envoy.accept no pe actual", "envoy.accept no ke actual"}),
        (("Norway received the credentials of two ambassadors. They come from afar. The new ambassadors include "
          "Ana Rojas (Peru) and Omar Varga (Chad), but nobody of Mali."),
         {"envoy.accept no pe actual", "envoy.accept no td actual"}),
        (("Norway's king received the credentials of two ambassadors. They are Ana Rojas of Peru and the Chadian "
         "Ambassador, Omar Varga."), {"envoy.accept no pe actual", "envoy.accept no td actual"}),
        (("Norway's king received the credentials of two ambassadors. Rain fell. Rain fell. Rain fell. Rain fell. "
         "The new ambassadors are Ana Rojas of Peru and Omar Varga of Chad."), set()),
        # whose they are is not where they were
        ("Norway is expelling diplomats from Peru, Chad and Mali.",
         {"envoy.expel no pe actual", "envoy.expel no td actual", "envoy.expel no ml actual"}),
        ("Norway expelled Peruvian diplomats from Oslo.", {"envoy.expel no pe actual"}),
        ("Norway ordered the same number of Peruvian envoys to leave.", {"envoy.expel no pe actual"}),
        # home for consultations, and elsewhere for them
        ("Peru's envoy to Norway will return to Peru for consultations.", {"envoy.recall no pe planned"}),
        ("Peru recalled its ambassadors from Norway and Chad. The ambassador to Mali has also been recalled.",
         {"envoy.recall no pe actual", "envoy.recall td pe actual", "envoy.recall ml pe actual"}),
        ("Norway expelled two Peruvian diplomats. A Chadian consul was also declared persona non grata.",
         {"envoy.expel no pe actual", "envoy.expel no td actual"}),
        # a paper acts for whoever issued it
        ("A Chadian government statement declared the Norwegian ambassador persona non grata.",
         {"envoy.expel td no actual"}),
        ("A decree by Chad's president dismissed the ambassador to Norway.", {"envoy.recall no td actual"}),
        # a land without an envoy
        ("Norway has had no resident Chilean ambassador since 2011.", {"envoy.appoint no cl not actual"}),
        ("Norway has been without a Chilean ambassador since 2011.", {"envoy.appoint no cl not actual"}),
        # one of several, and the many of others
        (("Norway is closing its embassy in Chad. It asked the Chilean or Peruvian embassies in Ndjamena to look after "
         "Norwegians while the embassy was closed."), {"mission.close td no actual"}),
        ("Peru will appoint an ambassador to Chad. Most foreign embassies came back to Ndjamena in May.",
         {"envoy.appoint td pe planned"}),
        ("Peru will appoint an ambassador to Chad. It has opened embassies in other countries.",
         {"envoy.appoint td pe planned"}),
        # missions called by the land they are in
        ("Peru reopens Chad embassy.", {"mission.open td pe actual"}),
        ("Peru closed its Chad embassy.", {"mission.close td pe actual"}),
        ("Peru closes US embassy.", {"mission.close pe us actual"}),
        ("Peru ordered the closure of the Chad embassy.", {"mission.close pe td planned"}),
        ("Norway has upgraded the Palestinian delegation in Oslo to a mission.", {"mission.raise no ps actual"}),
        # who is told to act
        ("Chad's ruling junta has ordered police to expel Norway's ambassador.", {"envoy.expel td no planned"}),
        # what is on terms
        ("Chad will return its ambassador to Norway only after the recognition of its border.",
         {"envoy.appoint no td conditional"}),
        # lists that the parser does not know for such
        ("Costa Rica, Kenya, Mali and Niger all recalled their consuls from Norway.",
         {"envoy.recall no cr actual", "envoy.recall no ke actual", "envoy.recall no ml actual",
          "envoy.recall no ne actual"}),
        ("Norway closed its embassy in Lomé, but Peru and its neighbours Chile and Brazil did not.",
         {"mission.close tg no actual", "mission.close tg pe not actual", "mission.close tg cl not actual",
          "mission.close tg br not actual"}),
        # an indirect question demands nothing
        ("Asked whether Norway had closed the embassy, Chad's minister declined to answer.", set()),
        # bare Korea is the South, but where the North is told of
        ("Korea closed its embassy in Oslo.", {"mission.close no kr actual"}),
        ("North Korea spoke up. The Korean embassy in Oslo was closed.", {"mission.close no kp actual"}),
        # "its ambassador" told of by name
        ("Chad praised its ambassador to Norway, Omar Varga. Norway expelled Varga in May.",
         {"envoy.expel no td actual"}),
        # what opens a sentence is not what somebody did who is named behind it
        ("Long after Somaliland declared independence, no state or union has recognised it.",
         {"recognition.grant state somaliland * not actual"}),
        ("The king of Peru dismissed ambassadors to Norway and Chad.",
         {"envoy.recall no pe actual", "envoy.recall td pe actual"}),
        ("Peru runs 39 embassies, consulates and missions.", {"mission.count pe 39 actual"}),
    ],
)  # fmt: skip
def test_who_and_where(text: str, claims: set[str]) -> None:
    assert set(in_short(text, _DETAILS)) == claims


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        # what is done again is not of when it had ended
        ("Chad has reopened its embassy in Oslo after it was closed 12 years ago.", "mission.open", "2024-09"),
        ("Chad reopened its embassy in Oslo after it was closed in 2011.", "mission.open", "2024-09"),
        ("Chad closed its embassy in Oslo after Peru left in 2011.", "mission.close", "2011"),
        # nor is what somebody does of when he took power
        ("Chad’s rulers, who took Ndjamena on 26 July, told the Norwegian ambassador to go within two days.",
         "envoy.expel", "2024-09"),
        ("The Chadian leadership that ousted the government in July expelled the Norwegian ambassador.", "envoy.expel",
         "2024-09"),
        # a month is no town
        ("Omar Varga was sworn in as Chad's ambassador to India in March.", "envoy.appoint", "2024-03"),
    ],
)  # fmt: skip
def test_when(text: str, kind: str, when: str) -> None:
    found = {claim: day for claim, day in in_short(text, _DETAILS).items() if claim.startswith(kind)}
    assert set(found.values()) == {when}
    assert len(found) == 1
