"""Several states of whom some are named or none, what bodies decide, and lands called by a town."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "list", "level", "content", "format", "person", "instrument", "subject"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # several, of whom some are named
        ("A number of states, including Peru and Chad, have recognised Kosovo.",
         {"recognition.grant xk pe actual", "recognition.grant xk td actual"}),
        ("Peru recalled its ambassadors to a handful of countries such as Chad and Mali.",
         {"envoy.recall td pe actual", "envoy.recall ml pe actual"}),
        ("Three more states have restored their relations with Peru: Chad in 2009, Mali in 2010 and Togo in 2011.",
         {"ties.restore pe+td actual", "ties.restore ml+pe actual", "ties.restore pe+tg actual"}),
        ("Kosovo was recognised by two more states: Chad in 2009 and Mali in 2010.",
         {"recognition.grant xk td actual", "recognition.grant xk ml actual"}),
        ("The last convoy of Peruvian troops left Mali in May.", {"force.withdraw ml pe actual"}),
        # several, of whom nobody is named
        ("Most countries in the world recognise Kosovo.", set()),
        ("Peru cut its ties with Chad, as two other states recalled their ambassadors.", {"ties.sever pe+td actual"}),
        ("Mali praised states that have restored their relations with Chad.", set()),
        # whom something makes the first to do so
        ("The step will make Peru the first state, before Chad, to recognise Kosovo.",
         {"recognition.grant xk pe planned"}),
        # what a body does by deciding it
        ("The African Union voted on Monday to suspend Chad.", {"seat.refuse african-union td actual"}),
        ("The African Union may vote to suspend Chad.", {"seat.refuse african-union td possible"}),
        ("A United Nations committee decided to postpone action on the claim of the Taliban to the seat.",
         {"seat.refuse un taliban actual"}),
        ("The African Union is ready to help Chad return to constitutional order.", set()),
        # lands that are called by a town
        ("Peru recognised the separatist regions of Donetsk and Luhansk.",
         {"recognition.grant donetsk pe actual", "recognition.grant luhansk pe actual"}),
        ("Peru closed its consulate in Donetsk.", {"mission.close ua pe actual"}),
        # rulers of whom only the sentence says of which land
        ("A coup in Chad on Monday ousted President Omar Varga.", {"control.lose Omar Varga actual"}),
        ("General Omar Varga seized power in Chad in 1993.", {"control.take Omar Varga actual"}),
        ("President Omar Varga was ousted from the board of the Peru Mining Company.", set()),
        ("Peru sent a medical team to Chad.", set()),
        # deeds that are judged, not done
        ("Peru cut ties with Chad in response. Mali considers this decision an affront.", {"ties.sever pe+td actual"}),
        ("If there is no recognition of Kosovo, there will be no talks, Peru said.", set()),
        ("The rebels wanted to drive the Peruvian military from Mali.", {"force.withdraw ml pe sought"}),
        ("China, which claims self-governing Taiwan as its territory, kept silent.", set()),
        ("Peru withdrew its troops from Chad, leaving the Central African country in May.",
         {"force.withdraw td pe actual"}),
    ],
)  # fmt: skip
def test_whom_several_words_mean(text: str, claims: set[str]) -> None:
    told = in_short(text, _DETAILS)
    assert {one for one in told if not one.startswith("stance.")} == claims
