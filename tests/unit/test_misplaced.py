"""Envoys: what the parser hangs on the person, but is said of the verb, and missions told in other words."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "person", "from"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # the time that somebody is given
        ("Norway gave Luis Soto, the Chilean envoy, two weeks.", {"envoy.expel no cl actual"}),
        ("Having given the Chilean ambassador 24 hours, Norway shut its border.", {"envoy.expel no cl actual"}),
        ("Norway gave Luis Soto, the Chilean envoy, a dinner.", set()),
        # where he is ordered to, or let into
        ("Kenya ordered the head of Peru's mission in Nairobi, the chargé d'affaires Ana Rojas, out of the country.",
         {"envoy.expel ke pe actual"}),
        ("Kenya let two journalists named by Peru into the court in Mombasa.", set()),
        # how long after it
        ("Peru shut its embassy in Nairobi, months after its ambassador, Ana Rojas, was asked to leave.",
         {"mission.close ke pe actual", "envoy.expel ke pe actual"}),
        # who he is, and whose papers they are
        ("Peru pulled its ambassador out of Nairobi. In July it named a new one, Ana Rojas.",
         {"envoy.recall ke pe actual", "envoy.appoint ke pe actual"}),
        ("Ana Rojas, whom Peru made chargé d'affaires in Nairobi, hopes for more.", {"envoy.appoint ke pe actual"}),
        # those told apart behind a clause
        ("Nineteen states have opened embassies in Kenya over the past year, Peru and Chile among the earliest.",
         {"mission.open ke pe actual", "mission.open ke cl actual"}),
        # several places at once
        ("Peru and Chile signed the letter, and Kenya called its envoys in both home.",
         {"envoy.recall pe ke actual", "envoy.recall cl ke actual"}),
        # a keeper, and who is no guest
        ("Kenya broke with Chile in 1961. The Swiss took charge of Chile's embassy building in Nairobi.",
         {"ties.sever cl+ke actual", "mission.transfer ke ch actual"}),
        ("The ambassadors of Peru and Chile were flown in from Nairobi for the ceremony.", set()),
        # one of the same sort
        ("The Peruvian embassy in Nairobi has closed, as has the Chilean one.",
         {"mission.close ke pe actual", "mission.close ke cl actual"}),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_envoys_and_missions(text: str, claims: set[str]) -> None:
    assert in_short(text, _DETAILS).keys() == claims
