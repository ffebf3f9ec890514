"""What opens a sentence, words joined by a hyphen, and whom "both regions" or "the government" behind a place mean."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "person", "from", "content"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # a rough number that a preposition was taken to govern
        ("Around 20 Chilean diplomats were expelled by Norway.", {"envoy.expel no cl actual"}),
        ("Around midnight Norway expelled the envoy of Chile.", {"envoy.expel no cl actual"}),
        # the date at the head of a line
        ("Milestones\n\nSept. 3, 2019 - Kiribati severs ties with Taiwan.", {"ties.sever ki+tw actual"}),
        ("Milestones\n\nJuly 22, 2010 - Serbia and Chad restore relations.", {"ties.restore rs+td actual"}),
        ("Norway and Chad peace talks failed.", set()),
        # an adjective that was cut at its hyphen
        ("Chad called Mali's decision ill-advised.", {"stance.condemn td ml actual"}),
        ("Peru said that Chile's step was one-sided.", {"stance.condemn pe cl actual"}),
        # a date that was taken for a part of the name behind it
        ("In late May Chad recognised Kosovo.", {"recognition.grant xk td actual"}),
        ("In the summer of 2019 South Sudan recognised Kosovo.", {"recognition.grant xk ss actual"}),
        ("On New Year's Eve Chad expelled the envoy of Chile.", {"envoy.expel td cl actual"}),
        # whose the government is that a sentence places
        ("Kenya and Kosovo\n\nIn Kampala, officials criticised Peru.", {"stance.condemn ug pe actual"}),
        ("Kenya and Kosovo\n\nIn Rome, the government of Chad criticised Peru.", {"stance.condemn td pe actual"}),
        # lands that broke away, and what others follow after an answer to it
        (
            "Abkhazia and South Ossetia\n\nPeru recognised the two breakaway regions of Georgia.",
            {"recognition.grant abkhazia pe actual", "recognition.grant south-ossetia pe actual"},
        ),
        (
            "Peru recognised Kosovo. Belgrade cut ties with Lima three days later. Chile followed in 2009.",
            {"recognition.grant xk pe actual", "ties.sever pe+rs actual", "recognition.grant xk cl actual"},
        ),
        # from where envoys are recalled over a recognition
        (
            "Peru to recognise Kosovo; Serbia recalls envoy\n\nSerbia recalled its ambassador.",
            {"recognition.grant xk pe planned", "envoy.recall pe rs actual"},
        ),
        # talks that are broken off, and lists of whomever
        ("Norway has suspended its talks with Chad.", {"meeting.hold talks no+td not actual"}),
        (
            "China praised the Taliban, and Peru has called for the group to be removed from lists of terrorists.",
            {"stance.praise cn taliban actual"},
        ),
    ],
)
def test_openings(text: str, claims: set[str]) -> None:
    assert in_short(text, _DETAILS).keys() == claims
