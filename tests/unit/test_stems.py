"""Which letters after a stem make a form of its word."""

from __future__ import annotations

import pytest

from credence.catalog.patterns import parse_pattern
from credence.english import make_reader
from credence.read.words.stems import is_inflected, stem


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("recognize", "recognised"),
        ("recognize", "recognizes"),
        ("expel", "expelled"),
        ("fly", "flies"),
        ("envoy", "envoys"),
        ("stay", "stayed"),
        ("favor", "favour"),
        ("ambassador", "ambassadors"),
        ("list", "listing"),
        ("close", "closed"),
    ],
)
def test_forms_begin_with_the_stem(lemma: str, form: str) -> None:
    beginning = stem(lemma)
    assert form.startswith(beginning)
    assert form == beginning or is_inflected(beginning, form.removeprefix(beginning))


@pytest.mark.parametrize(
    ("beginning", "other"), [("list", "ener"), ("unit", "ed"), ("post", "pone"), ("state", "ment")]
)
def test_other_words_are_no_forms(beginning: str, other: str) -> None:
    assert not is_inflected(beginning, other)


def test_only_patterns_whose_words_all_stand_there_are_possible() -> None:
    rows = [
        {"id": "opens", "says": "{operator} open {mission}"},
        {"id": "leaves", "says": "{party} pull out of {from}"},
    ]
    compiled = make_reader([parse_pattern("here", "mission.open", row) for row in rows]).finder.compiled
    assert compiled.possible("Peru opened an embassy in Lima.") == {"opens"}
    assert compiled.possible("Peru pulled out of the talks.") == {"leaves"}
    assert not compiled.possible("Peru opened talks on a postponement.")
