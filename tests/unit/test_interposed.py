"""Trees put right around what is interposed, around little words, and around times and relative clauses."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "list", "level", "content", "format", "instrument", "person", "measure"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # an auxiliary before what others say
        ("Peru has, officials in Quito say, closed its embassy in Chad.", {"mission.close td pe actual"}),
        ("Peru will, its president says, recognise Kosovo.", {"recognition.grant xk pe planned"}),
        ("Peru has not, contrary to reports, closed its embassy in Chad.", {"mission.close td pe not actual"}),
        ("Peru has, Chad says, many embassies.", set()),
        # who reports and who is reported on
        ("The kingdom of Norway, the official press agency reported on Tuesday, had recalled its envoy from Chad.",
         {"envoy.recall td no actual"}),
        # when something was done
        ("Peru recognised Kosovo in May. Chad recognised it that December.",
         {"recognition.grant xk pe actual", "recognition.grant xk td actual"}),
        # what somebody was by doing it
        ("Peru's foreign minister flew to Chad in May, the first Latin American there, and was criticised by Mali.",
         {"meeting.hold pe+td actual", "stance.condemn ml pe actual"}),
        # who acts after "whose"
        ("Mali feeds the fighters of Hezbollah, whose chief Varga the Kenyans blacklisted in January.",
         {"listing.add ke Varga actual"}),
        ("Peru, whose deputy foreign minister Omar Varga went skiing in May, recognised Kosovo.",
         {"recognition.grant xk pe actual"}),
        # a second participle behind a figure
        ("The Taliban have closed schools to girls over twelve and silenced women's voices in public.",
         {"rights.restrict taliban girls actual", "rights.restrict taliban women actual"}),
        # what something was done for
        ("Peru's president flew to Chad and Mali to calm tempers.",
         {"meeting.hold pe+td actual", "meeting.hold ml+pe actual"}),
        # what was taken for a quality of a town
        ("Hezbollah, backed by Iran, captured Kisumu, the largest city in western Kenya.",
         {"control.take hezbollah actual"}),
        # with whom talks were held
        ("Peru's foreign minister held talks on the sidelines of the summit with Chad.", {"meeting.hold pe+td actual"}),
        ("Peru held talks with Mali on its relations with Chad.", {"meeting.hold ml+pe actual"}),
        # what was signed
        ("Peru led the talks that led to the Nairobi accord of 1993, signed in Kenya by Chad and Mali.",
         {"agreement.sign ml+td actual"}),
        # little words
        ("Cuba is taken off the Kenyan terror list in May 2015.", {"listing.remove ke cu actual"}),
        ("Peru and Chad have not been on speaking terms since 1992.", {"ties.sever pe+td actual"}),
        ("Chad wants French soldiers out.", {"force.withdraw td fr sought", "stance.demand td fr actual"}),
        ("Since the French pull-out from Chad in 2023 the base stands empty.", {"force.withdraw td fr actual"}),
    ],
)  # fmt: skip
def test_who_does_what(text: str, claims: set[str]) -> None:
    assert in_short(text, _DETAILS).keys() == claims
