"""With whom a pact is that is to bring relations, whose an incident was, and whose condemnation is expressed."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "list", "level", "content", "format", "person", "instrument", "subject"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Peru signed an agreement to establish diplomatic relations with Chad.",
         {"agreement.sign pe+td actual", "ties.establish pe+td planned"}),
        ("Norway brokered an accord between Peru and Chad to restore diplomatic relations.",
         {"agreement.sign pe+td actual", "ties.restore pe+td planned"}),
        ("Norway announced that Peru had reached a deal with Chad to restore relations.",
         {"agreement.sign pe+td actual", "ties.restore pe+td planned"}),
        ("Peru signed an agreement to build a road.", set()),
        ("Peru has decided to re-establish diplomatic relations with Chad.", {"ties.restore pe+td planned"}),
        ("Peru and Chad announced the re-establishment of diplomatic relations.", {"ties.restore pe+td planned"}),
        ("The re-opening of Peru's embassy in Chad was announced.", {"mission.open td pe planned"}),
        ("Diplomatic relations between Peru and Chad broke in 2019.", {"ties.sever pe+td actual"}),
        ("Ministers from Arab League member states voted to readmit Syria.", {"seat.grant arab-league sy actual"}),
        ("Peru announced the departure of its diplomats from Chad.", {"envoy.recall td pe planned"}),
        ("Peru severed ties with Chad after police stormed its embassy. Mali and Togo denounced the incident.",
         {"ties.sever pe+td actual", "stance.condemn ml td actual", "stance.condemn tg td actual"}),
        ("Peru cut its ties with Chad. The ministry expressed its condemnation of the act by the Chadian army.",
         {"ties.sever pe+td actual", "stance.condemn pe td actual"}),
        ("The statement reminded readers that Peru recalled its ambassador from Chad in 2020.",
         {"envoy.recall td pe actual"}),
        ("The statement reminded Peru to recall its ambassador from Chad.", {"envoy.recall td pe sought"}),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, claims: set[str]) -> None:
    told = {one for one in in_short(text, _DETAILS) if not one.startswith("stance.demand")}
    assert told == claims
