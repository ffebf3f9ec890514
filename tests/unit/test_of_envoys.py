"""Envoys and missions told by numbers, by likeness and by each other: who is meant where the words name only one."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "rank", "post", "city", "person"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # so many more
        ("Norway expelled two Chilean diplomats on Monday. Sweden threw out three.", "envoy.expel se cl actual"),
        ("Norway expelled two Chilean diplomats. Sweden got rid of three.", "envoy.expel se cl actual"),
        ("Norway expelled two Chilean diplomats. The Chileans threw out three.", "envoy.expel cl no actual"),
        ("Norway expelled five Chilean diplomats. Rome ordered out 30.", "envoy.expel it cl actual"),
        # the same to others
        ("Norway threw out the Chilean ambassador. Chile did the same to the Norwegian one.",
         "envoy.expel cl no actual"),
        ("Norway expelled the Chilean ambassador. Chile returned the compliment.", "envoy.expel cl no actual"),
        ("Norway threw out Chile's consul after Santiago had expelled her Norwegian counterpart.",
         "envoy.expel cl no actual"),
        # whose own
        ("Norway told Chile's ambassador, Ana Rojas, to leave and summoned its own, Omar Varga, home.",
         "envoy.recall cl no actual"),
        ("Norway told Chile's ambassador to leave and has recalled its own.", "envoy.recall cl no actual"),
        ("Norway and Chile fell out. Omar Varga, the ambassador, was called back to Santiago.",
         "envoy.recall no cl actual"),
        # with each other
        ("Norway and Chile closed their embassies.", "mission.close no cl actual"),
        ("Norway and Chile are at odds. Neither has closed its embassy.", "mission.close cl no not actual"),
        ("The interests sections of Norway and Chile were promoted to embassies.", "mission.raise no cl actual"),
        # where it was moved, and what else was told of it in a row
        ("Norway's embassy in Chile is small. It was moved to Lima in 2010.", "mission.open pe no actual"),
        ("Norway's embassy in Chile is small. It reopened in 2004, was moved to Lima in 2010 and is busy.",
         "mission.open cl no actual"),
        # whose they are that somebody hosts
        ("Malta has a Libyan embassy.", "mission.operate mt ly actual"),
        # in mind, and done before
        ("Norway is thinking of closing its embassy in Chile.", "mission.close cl no possible"),
        ("Norway has no ambassador in Chile, having recalled its consul in 2024.", "envoy.recall cl no actual"),
        # where he settled
        ("Omar Varga settled into a hotel in Oslo as Chile's ambassador.", "envoy.appoint no cl actual"),
    ],
)  # fmt: skip
def test_is_said(text: str, claim: str) -> None:
    assert claim in in_short(text, _DETAILS)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norway expelled two Chilean diplomats. Sweden received three.", "envoy.expel se cl actual"),
        ("Norway and Sudan are at odds. Kenya and Uganda closed their embassies.", "mission.close ke ug actual"),
        ("Norway expelled Chile's envoy. The minister met his Danish counterpart.", "envoy.expel no dk actual"),
        ("Malta has two Libyan embassies.", "mission.count mt 2 actual"),
    ],
)  # fmt: skip
def test_is_not_said(text: str, claim: str) -> None:
    assert claim not in in_short(text, _DETAILS)
