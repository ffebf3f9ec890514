"""Clauses that only an act told before fills: "Peru refuses", "Chile led the way", "Germany closed on Friday"."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

# the sentences; whoever is said to have done it besides the first, with "-" where somebody did not, "?" where one may
TAKEN_UP = [
    ("Who recognises Palestine? Chad and Mali went first, in May.", "td ml"),
    ("Sweden recognised Palestine in 2014. Chad came round in June 2015, Mali a year later.", "td ml"),
    ("Sweden recognised Palestine. Its minister spoke of peace. Chad followed that June.", "td"),
    ("Sweden recognised Palestine. Its minister spoke of peace. Portugal may be next.", "pt?"),
    ("Sweden recognised Palestine. Chad and Mali do not intend to follow Stockholm for now.", "-td -ml"),
    ("Sweden recognised Palestine. Malta may act when the time is right.", "mt?"),
    ("Sweden recognised Palestine. Chad refuses.", "-td"),
    ("Sweden recognised Palestine. Chad has said no. Mali has ruled it out.", "-td -ml"),
    ("Sweden recognised Palestine. Chad and Mali have yet to move.", "-td -ml"),
    ("Sweden recognised Palestine on Monday. Chad and Mali had led the way a week before.", "td ml"),
    ("Sweden recognised Palestine on Monday. Chad refuses. Mali came in 2012.", "-td ml"),
    ("Sweden, which recognised Palestine in 2014, spoke of peace. Chad does not plan to follow.", "-td"),
    ("Sweden recognised Palestine. Mali took the step in March 2011 and Chad in the same month.", "ml td"),
    ("Sweden recognised Palestine. Chad, which closed its embassy in Lima in 2019, may follow.", "td?"),
    ("Sweden recognised Palestine. Chad, which shut its embassy in Lima, followed. Mali did so in May.", "td ml"),
]

NOT_TAKEN_UP = [
    "Sweden recognised Palestine. Chad refuses to say.",
    "Sweden recognised Palestine. Chad leads the way in farming.",
    "Sweden recognised Palestine. Chad acted on climate.",
    "Sweden recognised Palestine. The shop in Lima closed on Friday.",
    "Sweden recognised Palestine. Chad followed the talks.",
    "Sweden recognised Palestine. Chad was told to leave. Mali could neither confirm nor rule that out.",
    "Sweden closed its embassy in Oslo. Chad refuses.",
]


def _told(text: str, kind: str) -> str:
    document = Document("a", f"On the record\n\n{text}\n", "On the record", "2025-06-15", None)
    made = [(dict(c.roles), c.polarity, c.mood) for c in read_document(document).claims if c.kind == kind]
    role = "recognizer" if kind == "recognition.grant" else "operator"
    signs = {"denied": "-", "affirmed": ""}
    marked = [f"{signs[p]}{roles[role]}{'?' if mood == 'possible' else ''}" for roles, p, mood in made]
    return " ".join(one for one in marked if one not in {"se", "tr"})


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP, ids=lambda v: v[-40:])
def test_an_act_is_taken_up(text: str, expected: str) -> None:
    assert _told(text, "recognition.grant") == expected


@pytest.mark.parametrize("text", NOT_TAKEN_UP, ids=lambda v: v[-40:])
def test_nothing_is_taken_up(text: str) -> None:
    assert _told(text, "recognition.grant") == ""


def test_a_verb_leaves_out_its_object() -> None:
    text = "Turkey closed its embassy in Sanaa on Monday. Germany and Italy closed on Friday. Japan has shut its doors."
    assert _told(text, "mission.close") == "de it jp"
    assert _told("Turkey closed its embassy in Sanaa on Monday. Chile closed the port of Lima.", "mission.close") == ""


MORE = [
    ("Sweden recognised Palestine. Chad and Mali still hold back.", "-td -ml"),
    ("Sweden recognised Palestine. Neither Chad nor Mali has gone so far.", "-td -ml"),
    ("Sweden recognised Palestine. Chad intends to. Mali does not intend to.", "td -ml"),
    ("Sweden recognised Palestine. Chad's turn came in the evening.", "td"),
    ("Sweden recognised Palestine. Chad did likewise from the rostrum. Mali still sits on the fence.", "td -ml"),
    ("Sweden recognised Palestine, followed within weeks by Chad and Mali.", "td ml"),
    ("Sweden recognised Palestine, with Chad and Mali close behind.", "td ml"),
    ("Sweden recognised Palestine. Of its neighbours, only Chad has.", "td"),
    ("Sweden recognised Palestine. Chad is thinking it over.", "td?"),
]


@pytest.mark.parametrize(("text", "expected"), MORE, ids=lambda v: v[-40:])
def test_other_words_take_an_act_up(text: str, expected: str) -> None:
    assert _told(text, "recognition.grant") == expected


def test_a_place_follows_another() -> None:
    document = Document(
        "a", "The M23 took Goma in January. Bukavu went the same way in February.", None, "2025-06-15", None
    )
    held = [dict(c.roles)["of"] for c in read_document(document).claims if c.kind == "control.take"]
    assert held == ["Goma", "Bukavu"]


def test_who_is_taken_off_a_list_is_no_place_that_was_taken() -> None:
    document = Document(
        "a", "Peru took the Taliban off its list of banned groups. Chile made the same move.", None, "2025-06-15", None
    )
    told = [dict(c.roles) for c in read_document(document).claims if c.kind == "listing.remove"]
    assert [(roles["lister"], roles["target"]) for roles in told] == [("pe", "taliban"), ("cl", "taliban")]
