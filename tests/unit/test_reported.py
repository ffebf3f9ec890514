"""What reported speech says of somebody hangs on the verb of saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from credence.catalog.cues import load_cues
from credence.read.clauses.clauses import clauses
from credence.read.words.tree import Doc

# sentence, "that" or "must", of whom, and what is said of them
JUDGED = [
    ("Norway said that the decision was a mistake.", "that", "decision", {"mistake", "was"}),
    ("The decision was a mistake, Norway said.", "that", "decision", {"mistake", "was"}),
    ("Norway said the plan amounted to an insult.", "that", "plan", {"insult", "amounted"}),
    ("Norway said Chile had made a mistake.", "that", "Chile", {"mistake", "made"}),
    ("Norway says Chile must open the border.", "must", "Chile", {"open"}),
    ("Norway says Chile must not be told.", "must", "", set()),
    ("Norway said the decision was no mistake.", "must", "", set()),
    ("Norway said Chile might close the border.", "must", "", set()),
]


@pytest.mark.parametrize(("sentence", "word", "whom", "being"), JUDGED)
def test_reported_judgements_hang_on_the_verb_of_saying(
    english: Callable[[str], Doc], sentence: str, word: str, whom: str, being: set[str]
) -> None:
    said = next(c for c in clauses(english(sentence), load_cues()) if c.predicate == "say")
    told = [t.text for prep, tokens in said.obliques if prep == word for t in tokens]
    assert (told[0] if told else "") == whom
    assert {t.text for prep, tokens in said.obliques if prep == "being" for t in tokens} == being


def test_what_it_called_stands_for_the_thing(english: Callable[[str], Doc]) -> None:
    found = clauses(english("Norway denounced what it called interference."), load_cues())
    assert [t.text for c in found if c.predicate == "denounce" for t in c.patients] == ["interference"]
