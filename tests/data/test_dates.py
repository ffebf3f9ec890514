"""Every rule of ``data/dates`` meets its examples and keeps off the near misses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from credence.catalog.dates import DateExample, DateNearMiss, DateRule, Tense, compile_dates, load_dates
from credence.errors import BadKnowledge, BadPeriod
from credence.model.period import Period
from credence.resolve.times.calendars import islamic, solar_hijri
from credence.resolve.times.dates import DateHit, find_dates
from credence.resolve.times.nearby import choose_date
from credence.resolve.times.reckoning import MAKERS

KNOWLEDGE = load_dates("en")
EXAMPLES = [(rule, example) for rule in KNOWLEDGE.rules for example in rule.examples]


def found(text: str, published: str | None = None, tense: Tense = "past", previous: str | None = None) -> list[str]:
    """Give the EDTF of every hit, first checking that hits lie in the text, in order, and are EDTF."""
    hits = find_dates(text, published=published, tense=tense, previous=previous, knowledge=KNOWLEDGE)
    ends = [0, *(hit.end for hit in hits)]
    assert all(before <= hit.start < hit.end <= len(text) for before, hit in zip(ends, hits, strict=False))
    return [Period.parse(hit.edtf).text for hit in hits]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.id}: {example.text}" for rule, example in EXAMPLES]
)
def test_an_example_gives_what_it_says(rule: DateRule, example: DateExample) -> None:
    hits = find_dates(
        example.text,
        published=example.published,
        tense=example.tense,
        previous=example.previous,
        knowledge=KNOWLEDGE,
    )
    assert hits
    assert (hits[0].edtf, hits[0].relation) == (example.gives, example.relation)
    assert any(met is rule for _, met, _ in KNOWLEDGE.matches(example.text)), "another rule met it"


@pytest.mark.parametrize("near", KNOWLEDGE.near_misses, ids=lambda near: near.text)
def test_a_near_miss_gives_nothing(near: DateNearMiss) -> None:
    assert found(near.text, near.published) == []
    assert near.why


@pytest.mark.parametrize("rule", KNOWLEDGE.rules, ids=lambda rule: rule.id)
def test_a_rule_names_an_arithmetic_and_each_of_its_templates_compiles_to_more_than_nothing(rule: DateRule) -> None:
    assert rule.make in MAKERS
    assert rule.examples
    assert not any(pattern.search("") for pattern in rule.patterns)


def test_news_prose_as_a_whole() -> None:
    text = (
        "On Thursday the ministry said that the embassy, closed since August 2021, would reopen next month. Talks held "
        "from 2018 to 2020 led to the February 29, 2020, agreement; two weeks later both sides met again."
    )
    assert found(text, "2024-09-20") == [
        "2024-09-19",
        "2021-08/..",
        "2024-10",
        "2018/2020",
        "2020-02-29",
        "2020-03-14~",
    ]


def test_a_document_known_only_by_its_year_dates_years_and_no_days() -> None:
    assert found("last year, on Thursday, in March, two years ago", "2024") == ["2023", "2022"]


def test_what_is_counted_from_the_document_is_deictic() -> None:
    hits = find_dates("last year and in 2014", published="2024", knowledge=KNOWLEDGE)
    assert [(hit.edtf, hit.deictic) for hit in hits] == [("2023", True), ("2014", False)]


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01"])
def test_counting_beyond_the_calendar_gives_nothing(published: str) -> None:
    way = (
        "next week, tomorrow, next Friday, next year"
        if published.startswith("9")
        else "a week ago, yesterday, last year"
    )
    assert found(way, published) == []


def test_any_white_space_is_a_blank_and_other_alphabets_meet_no_table() -> None:
    assert found("15\u00a0August\n2021, in\u202f2014") == ["2021-08-15", "2014"]
    assert found("la\u017ft year, th\u0131s year, \u0665 May 2021", "2024") == ["2021-05"]


def test_a_published_that_is_no_period_is_refused() -> None:
    with pytest.raises(BadPeriod):
        find_dates("last year", published="Friday", knowledge=KNOWLEDGE)


def test_any_day_of_two_years_is_read_back_from_its_weekday() -> None:
    for days in range(731):
        day = date(2023, 1, 1) + timedelta(days=days)
        assert found(f"It opened on {day - timedelta(days=6):%A}.", day.isoformat()) == [f"{day - timedelta(days=6)}"]
        assert found(f"on {day.day} {day:%B %Y}") == [day.isoformat()]


def test_a_rule_with_an_unknown_slot_is_refused() -> None:
    entry: dict[str, Any] = {"id": "x", "make": "calendar", "match": ["{eon}"], "example": []}
    data: dict[str, Any] = {"words": {}, "figures": {}, "phrases": {}, "means": {}, "frame": [], "near_miss": []}
    with pytest.raises(BadKnowledge) as caught:
        compile_dates({**data, "rule": [entry]}, "data/dates/xx.toml")
    assert caught.value.place == "data/dates/xx.toml, rule x"
    with pytest.raises(BadKnowledge, match="regular expression"):
        compile_dates({**data, "rule": [{**entry, "match": ["("]}]}, "data/dates/xx.toml")
    with pytest.raises(BadKnowledge, match="more than one"):
        compile_dates({**data, "rule": [{**entry, "match": ["a"]}] * 2}, "data/dates/xx.toml")


def hit(start: int, end: int, *, attributive: bool = False) -> DateHit:
    """Make a hit somewhere in a text."""
    return DateHit(start, end, "2021", "on", deictic=False, attributive=attributive)


def test_the_nearest_date_of_the_clause_is_chosen_rather_behind_the_predicate() -> None:
    before, behind, outside = hit(0, 10), hit(46, 50), hit(70, 80)
    assert choose_date((before, behind, outside), (20, 30), (0, 60)) == behind  # 16 away; the other 10, counted twice
    assert choose_date((hit(0, 12), behind, outside), (20, 30), (0, 60)) == hit(0, 12)
    assert choose_date((outside,), (20, 30), (0, 60)) is None


def test_a_date_of_a_noun_is_chosen_only_where_the_noun_is_the_predicate() -> None:
    dated = hit(14, 18, attributive=True)
    assert choose_date((dated,), (19, 27), (0, 60)) == dated
    assert choose_date((dated,), (30, 40), (0, 60)) is None


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1300, 1, 1), date(1921, 3, 21)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1400, 5, 24), date(2021, 8, 15)),
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1402, 12, 30), None),
        ((1402, 7, 31), None),
        ((1402, 13, 1), None),
        ((900, 1, 1), None),
    ],
)
def test_solar_hijri_days(solar: tuple[int, int, int], day: date | None) -> None:
    assert solar_hijri(*solar) == day


def test_solar_hijri_years_follow_each_other_without_a_gap() -> None:
    for year in range(1178, 1633):
        last, first = solar_hijri(year, 12, 30) or solar_hijri(year, 12, 29), solar_hijri(year + 1, 1, 1)
        assert last is not None
        assert last + timedelta(days=1) == first


@pytest.mark.parametrize(
    ("lunar", "day"),
    [
        ((1, 1, 1), date(622, 7, 19)),
        ((1446, 1, 1), date(2024, 7, 8)),
        ((1445, 9, 1), date(2024, 3, 11)),
        ((1446, 13, 1), None),
        ((1446, 1, 31), None),
    ],
)
def test_islamic_days(lunar: tuple[int, int, int], day: date | None) -> None:
    assert islamic(*lunar) == day
