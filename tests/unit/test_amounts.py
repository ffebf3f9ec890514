"""Counts and sums: every example of ``data/amounts`` gives what it says, every near miss nothing."""

from __future__ import annotations

import pytest

from credence.catalog.amounts import AmountExample, AmountNearMiss, load_amounts
from credence.resolve.phrases.amounts import bounded, find_amounts, value_of

KNOWLEDGE = load_amounts("en")


@pytest.mark.parametrize("example", KNOWLEDGE.examples, ids=lambda example: example.text)
def test_an_example_gives_what_it_says(example: AmountExample) -> None:
    (hit,) = find_amounts(example.text, KNOWLEDGE)
    assert (hit.value, hit.unit, hit.currency) == (example.gives, example.unit, example.currency)


@pytest.mark.parametrize("near", KNOWLEDGE.near_misses, ids=lambda near: near.text)
def test_a_near_miss_gives_nothing(near: AmountNearMiss) -> None:
    assert find_amounts(near.text, KNOWLEDGE) == ()
    assert near.why


def test_news_prose_as_a_whole() -> None:
    text = (
        "In 2024 the group ran 39 missions in more than 30 countries. About $2.5 million went to nine of them; on 20 "
        "September 2024 the auditor put the sum at almost 3 million dollars."
    )
    hits = find_amounts(text, KNOWLEDGE)
    assert [hit.value for hit in hits] == ["39", "30..", "~2500000", "9", "..3000000"]
    assert [text[hit.start : hit.end] for hit in hits] == [
        "39",
        "more than 30",
        "About $2.5 million",
        "nine",
        "almost 3 million dollars",
    ]
    assert [hit.currency for hit in hits] == [None, None, "USD", None, "USD"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("39", "39"),
        ("2021", "2021"),
        ("more than 40", "40.."),
        ("some 30", "~30"),
        ("at least 14", "14.."),
        ("Nearly forty", "..40"),
        ("ninety-nine", "99"),
        ("half a million", "500000"),
        ("one hundred twenty", "120"),
        ("two million three hundred thousand", "2300000"),
        ("2.75", "2.75"),
        ("1" * 5000, None),
        ("\u017feven", None),
        ("12\u00a0million", "12000000"),
        ("several", None),
        ("a handful", None),
        ("", None),
    ],
)
def test_value_of_a_count_phrase(words: str, value: str | None) -> None:
    assert value_of(words, KNOWLEDGE) == value


@pytest.mark.parametrize("number", [*range(1, 100), 101, 110, 999])
def test_figures_and_words_agree(number: int) -> None:
    ones = {value: word for word, value in KNOWLEDGE.numbers.items()}
    hundreds, rest = divmod(number, 100)
    words = [f"{ones[hundreds]} hundred"] if hundreds else []
    if rest:
        words.append(ones[rest] if rest in ones else f"{ones[rest // 10 * 10]}-{ones[rest % 10]}")
    assert value_of(" and ".join(words), KNOWLEDGE) == str(number) == value_of(f"{number:,}", KNOWLEDGE)


@pytest.mark.parametrize(
    ("phrase", "number", "whole"),
    [
        ("no fewer than 40 embassies", "fewer than 40", "no fewer than 40"),
        ("40 or more embassies", "40", "40 or more"),
        ("40 embassies", "40", "40"),
    ],
)
def test_a_number_has_its_bounds_back(phrase: str, number: str, whole: str) -> None:
    assert bounded(phrase, number) == whole
