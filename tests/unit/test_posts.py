"""Missions and envoys in plain reports: who, where and whose, when several plain things come together."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "rank", "post", "city", "person", "content", "scope", "level", "format", "from"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # where an envoy lives is not where he is accredited
        ("Norway's ambassador in Nairobi is accredited to Uganda as well.", {"envoy.accept ug no actual"}),
        ("Peru is served by its ambassador in Nairobi, who is accredited to Uganda.", {"envoy.accept ug pe actual"}),
        ("Norway's ambassador in Nairobi was accredited to the cathedral.", {"envoy.accept ke no actual"}),
        # whose envoys they are who were only counted
        ("Norway received three ambassadors. They were of Peru and Chad, who live in Lomé, and of Mali.",
         {"envoy.accept no pe actual", "envoy.accept no td actual", "envoy.accept no ml actual"}),
        ("Norway's king received the credentials of two ambassadors: Ana Rojas of Peru and Omar Varga of Chad.",
         {"envoy.accept no pe actual", "envoy.accept no td actual"}),
        ("Norway's king received the credentials of six ambassadors. They represent Peru and Chad.",
         {"envoy.accept no pe actual", "envoy.accept no td actual"}),
        ("Norway expelled two diplomats. They were spies, said the minister of Peru.", set()),
        ("Norway's king received the credentials of two ambassadors. They were told to obey the laws of Peru.", set()),
        # another's envoys do not tell where an embassy is
        ("Peru's ambassador moved its staff to Lomé. Sweden has an office, and Chad has kept its embassy open.", set()),
        # who did the same elsewhere
        ("Peru will close its embassies in Oslo and Lomé. The consulate general in Mumbai will also be shut.",
         {"mission.close no pe planned", "mission.close tg pe planned", "mission.close in pe planned"}),
        ("Peru will close its embassies in Oslo and Lomé. The consulate general in Mumbai will be shut.",
         {"mission.close no pe planned", "mission.close tg pe planned"}),
        # what "one", "another" and "which" stand for
        ("Peru opened an embassy in Oslo. Chad opened one there in 2018 and closed it a year later.",
         {"mission.open no pe actual", "mission.open no td actual", "mission.close no td actual"}),
        ("Peru runs a consulate in Bergen and will open another in Lomé.",
         {"mission.operate no pe actual", "mission.open tg pe planned"}),
        ("Peru will upgrade its mission in Oslo, which it opened in 2023.",
         {"mission.raise no pe planned", "mission.open no pe actual"}),
        ("Peru will open an embassy in Oslo, where it has had an office since 2011.",
         {"mission.open no pe planned", "mission.operate no pe actual"}),
        # an embassy sends nobody
        ("Peru's embassy in Oslo works as before, and in May it sent a new ambassador to Lomé.",
         {"mission.operate no pe actual", "envoy.appoint tg pe actual"}),
        # whom somebody wants to send, he asks for nothing
        ("Ana Rojas, whom Peru wants to send to Lomé, is a lawyer.", set()),
        ("Norway refused the Peruvian envoy, whom Chad had refused, too.",
         {"envoy.refuse no pe actual", "envoy.refuse td pe actual"}),
        # who held a post before
        ("Peru named Ana Rojas as ambassador to Kenya. Rojas, a lawyer, succeeds Omar Varga, who resigned in May.",
         {"envoy.appoint ke pe actual", "envoy.recall ke pe actual"}),
        ("Peru named Ana Rojas as ambassador to Kenya. Omar Varga, a minister, resigned in May.",
         {"envoy.appoint ke pe actual"}),
        # the number of missions that somebody has
        ("The opening brought to 49 the number of missions that Peru runs abroad.", {"mission.count pe 49 actual"}),
        # what is given back to whom it belongs
        ("Niger returned the Peruvian embassy in Niamey to Peru.", {"mission.transfer ne pe actual"}),
        ("Peru has no ambassador in Oslo, and its embassy is run by a chargé d'affaires.",
         {"envoy.appoint no pe not actual", "mission.operate no pe actual"}),
    ],
)  # fmt: skip
def test_who_and_where(text: str, claims: set[str]) -> None:
    assert set(in_short(text, _DETAILS)) == claims


@pytest.mark.parametrize(
    ("text", "claim", "when"),
    [
        ("Peru's envoy to Mali left in December 2022. Chad will close its embassy in Oslo in March.",
         "mission.close no td planned", "2025-03"),
        ("In December 2022 Chad announced that it would close its embassy in Oslo in March.",
         "mission.close no td planned", "2023-03"),
    ],
)  # fmt: skip
def test_a_month_to_come_is_counted_from_today_unless_its_sentence_tells_of_the_past(
    text: str, claim: str, when: str
) -> None:
    assert in_short(text, _DETAILS)[claim] == when
