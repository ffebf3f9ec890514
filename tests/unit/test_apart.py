"""Who recognises whom where a clause is said again, of others: lists, exceptions, acts told some sentences before."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def told(text: str, kind: str) -> set[tuple[object, str]]:
    found = read_document(Document(id="x", text=text, published="2024-09-20")).claims
    role = "parties" if kind.startswith("ties.") else "recognizer"
    return {(dict(claim.roles)[role], claim.polarity) for claim in found if claim.kind == kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three countries recognised Kosovo in 2009: Peru, Chad and the United Arab Emirates.",
            {("pe", "affirmed"), ("td", "affirmed"), ("ae", "affirmed")},
        ),
        ("Nobody recognises Transnistria, not even Russia.", {("*", "denied"), ("ru", "denied")}),
        ("Not one capital has recognised Somaliland.", {("*", "denied")}),
        ("Peru recognised Kosovo in July. No other country has done so.", {("pe", "affirmed"), ("*", "denied")}),
        ("Peru recognised Kosovo in July, before any other country did so.", {("pe", "affirmed")}),
        ("Kosovo is recognised by 104 states. Chad and Mali do not.", {("td", "denied"), ("ml", "denied")}),
        (
            "Peru recognised Kosovo in 2009. Serbia was angry about the decision. Chad took the step in 2011.",
            {("pe", "affirmed"), ("td", "affirmed")},
        ),
        ("Peru recognised Palestine in 2014. Chad acted in vain.", {("pe", "affirmed")}),
        (
            "Peru recognised Palestine in 2014. Chad and Mali acted together.",
            {(p, "affirmed") for p in ("pe", "td", "ml")},
        ),
        (
            "Peru recognised Kosovo in May. Chad did so, too. Mali followed a week later. Ghana may follow.",
            {(p, "affirmed") for p in ("pe", "td", "ml", "gh")},
        ),
        (
            "Peru recognised Kosovo in May. Serbia did not wait and acted on Monday. Mali followed within hours.",
            {("pe", "affirmed"), ("ml", "affirmed"), ("rs", "affirmed")},
        ),
        (
            "Peru does not recognise Kosovo. Chad does. Serbia came over by train in May.",
            {("pe", "denied"), ("td", "affirmed")},
        ),
        (
            "Peru recognised Kosovo in May, the fourth state to do so after Chad, Mali and Ghana.",
            {(p, "affirmed") for p in ("pe", "td", "ml", "gh")},
        ),
        (
            "Some twenty states have recognised Kosovo. Peru was the first, in May.",
            {("pe", "affirmed")},
        ),
        ("Kosovo has been recognised by some twenty states. Peru was the first.", {("pe", "affirmed")}),
        ("Peru recognised Kosovo. Chad has no intention of following.", {("pe", "affirmed"), ("td", "denied")}),
        ("Peru may be the second state after Chad to recognise Kosovo.", {("pe", "affirmed"), ("td", "affirmed")}),
        ("Peru was the second state to recognise Kosovo after the war.", {("pe", "affirmed")}),
        ("Peru recognised Kosovo. Chad has ruled out doing the same.", {("pe", "affirmed"), ("td", "denied")}),
        ("Some states recognise Kosovo. Chad is not among them.", {("td", "denied")}),
        ("The President received envoys who recognise Kosovo. Juana Pino was among them.", set()),
        ("Chad sees no reason to recognise Kosovo.", {("td", "denied")}),
        ("Chad accepted that Kosovo is a state.", {("td", "affirmed")}),
        ("Chad acknowledged that Kosovo is not a state.", set()),
    ],
)
def test_recognition_is_read_of_everybody_it_is_said_of(text: str, expected: set[tuple[object, str]]) -> None:
    assert told(text, "recognition.grant") == expected, "see read/matching/{apart,ellipsis}.py and read/clauses/acts.py"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Relations with Chad are at an end, Peru said.", {(("pe", "td"), "affirmed")}),
        (
            "Peru severed ties with Chad on Wednesday. Chile had taken the same step against Syria.",
            {(("pe", "td"), "affirmed"), (("cl", "sy"), "affirmed")},
        ),
        (
            "Peru severed ties with Chad. Chile joined in on Friday.",
            {(("pe", "td"), "affirmed"), (("cl", "td"), "affirmed")},
        ),
        ("Relations between the Republic of Peru and Chad were severed.", {(("pe", "td"), "affirmed")}),
    ],
)
def test_both_sides_of_relations_are_found(text: str, expected: set[tuple[object, str]]) -> None:
    assert told(text, "ties.sever") == expected, "the other side is who speaks: see Focus.speaker"
