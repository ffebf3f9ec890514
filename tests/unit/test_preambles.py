"""Papers whose subject stands once, above their paragraphs; and chronicles whose year does."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

_RESOLUTION = """Resolution on Chile
The Security Council,

Gravely condemning the attacks by Chile,

1. Demands that Chile withdraw its forces from Peru;

2. Urges Norway to recognise Peru.
"""
_COMMUNIQUE = """Communiqué of the ministers
The Foreign Ministers of the African Union, meeting in Lusaka on 8 June:

1. Condemn the bombing of Peru by Chile;

2. Call on Norway to recognise Peru.
"""
_CHRONICLE = """A calendar
30 June 1960: Norway recognises Chad.
11 July: Peru closes its embassy in Chad.
February 1961: Chile recalls its ambassador from Chad.
"""
_BROADCAST = """Evening news
ANCHOR: Peru has closed its embassy in Chad.
REPORTER: Chile accuses Peru of cowardice.
"""


def _claims(text: str) -> set[tuple[str, str | None, str]]:
    """Kind, date and mood of each claim of a text."""
    document = Document(id="x", text=text, published="2024-09-20", publisher="United Nations")
    return {(claim.kind, claim.when, claim.mood) for claim in read_document(document).claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (_RESOLUTION, ("stance.condemn", "2024-09-20", "actual")),
        (_RESOLUTION, ("stance.demand", "2024-09-20", "actual")),
        (_COMMUNIQUE, ("stance.condemn", "2024-09-20", "actual")),
        (_COMMUNIQUE, ("recognition.grant", None, "sought")),
        (_CHRONICLE, ("recognition.grant", "1960-06-30", "actual")),
        (_CHRONICLE, ("mission.close", "1960-07-11", "actual")),
        (_CHRONICLE, ("envoy.recall", "1961-02", "actual")),
    ],
)
def test_what_stands_above_the_paragraphs_holds_for_them(text: str, claim: tuple[str, str | None, str]) -> None:
    assert claim in _claims(text)


def test_labels_of_turns_may_hold_letters_of_other_tongues() -> None:
    text = "Interview\nQUESTION: Well?\nMINISTER ÇELİK: Turkey has closed its embassy in Chad.\n"
    assert "mission.close" in {kind for kind, _, _ in _claims(text)}


def test_who_reports_in_a_broadcast_asks_nobody() -> None:
    assert "stance.condemn" in {kind for kind, _, _ in _claims(_BROADCAST)}


def test_paragraphs_that_have_a_subject_keep_it() -> None:
    text = "Paper\nThe Council,\nNorway recognises Chad.\n"
    document = Document(id="x", text=text, published="2024-09-20", publisher="United Nations")
    assert [dict(claim.roles)["recognizer"] for claim in read_document(document).claims] == ["no"]
