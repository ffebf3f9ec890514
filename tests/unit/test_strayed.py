"""Trees put right around lists and nouns, and who several are that are only referred to."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "list", "level", "content", "format"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # who acts behind a list that "and" has closed
        ("After recognition of Kosovo by Peru, Chile, and Mali, Chad recalled its envoys from these countries.",
         {"recognition.grant xk pe actual", "recognition.grant xk cl actual", "recognition.grant xk ml actual",
          "envoy.recall cl td actual", "envoy.recall ml td actual", "envoy.recall pe td actual"}),
        # a name that says which one is meant
        ("Peru announced it was cutting ties with another African nation, Chad, after learning of the vote.",
         {"ties.sever pe+td actual"}),
        # what an announcement leads up to
        ("Mali praised the announcements from Norway and Chile to recognise Kosovo.",
         {"stance.praise ml no actual", "stance.praise ml cl actual", "recognition.grant xk no planned",
          "recognition.grant xk cl planned"}),
        # whose recognition it is
        ("Peru and Chad, meanwhile, both welcomed the recognition of Kosovo as a state by Chile and Mali.",
         {"stance.praise pe cl actual", "stance.praise pe ml actual", "stance.praise td cl actual",
          "stance.praise td ml actual", "recognition.grant xk cl actual", "recognition.grant xk ml actual"}),
        # who all are
        ("Peru, Chile and Mali have accredited Chad's ambassadors, though all had refused to recognise Kosovo.",
         {"envoy.accept pe td actual", "envoy.accept cl td actual", "envoy.accept ml td actual",
          "recognition.grant xk pe not actual", "recognition.grant xk cl not actual",
          "recognition.grant xk ml not actual"}),
        # a participle under a noun before the verb
        ("In addition to recalling its ambassador from Chad, Peru has told its citizens to leave Mali.",
         {"envoy.recall td pe actual"}),
        # several who are told over
        ("The list of states that have withdrawn their recognition of Kosovo includes Peru, Chad and Mali.",
         {"recognition.withdraw xk pe actual", "recognition.withdraw xk td actual",
          "recognition.withdraw xk ml actual"}),
        ("Peruvian and Norwegian forces withdrew from Chad.",
         {"force.withdraw td no actual", "force.withdraw td pe actual"}),
        ("Norway is going to recognise Kosovo.", {"recognition.grant xk no planned"}),
        ("It means that only Norway recognises Kosovo.", {"recognition.grant xk no actual"}),
        ("These are Peruvian diplomats in Chad.", set()),
    ],
)  # fmt: skip
def test_who_does_what(text: str, claims: set[str]) -> None:
    assert in_short(text, _DETAILS).keys() == claims


def test_what_several_did_with_whom_the_text_is_about() -> None:
    text = (
        "Taiwan mourns its allies\nTaiwan has few friends left. Taiwan says it will not plead. "
        "Last year three countries, Panama, Burkina Faso and El Salvador, cut their ties. Taiwan was not surprised."
    )
    said = {claim for claim in in_short(text, _DETAILS) if claim.startswith("ties")}
    assert said <= {"ties.sever pa+tw actual", "ties.sever bf+tw actual", "ties.sever sv+tw actual"}
