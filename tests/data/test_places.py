"""The places' data: complete, small, and found by the names that news uses."""

from __future__ import annotations

from pathlib import Path

import pytest

import credence
from credence.catalog.load import load_text, load_toml
from credence.catalog.parties import load_parties
from credence.catalog.places import City, Places, load_places

PLACES = Path(credence.__file__).parent / "data" / "places"


@pytest.fixture(scope="module")
def places() -> Places:
    return load_places()


def test_the_source_is_named_and_the_file_is_small() -> None:
    assert "CC BY 4.0" in load_text("places/cities.tsv").partition("\nShanghai")[0]
    assert load_toml("places/source.toml")["cities"]["licence"].startswith("CC BY 4.0")
    assert (PLACES / "cities.tsv").stat().st_size < 2_000_000


def test_every_city_is_in_a_known_state(places: Places) -> None:
    assert {city.country for city in places} - {party.id for party in load_parties()} == set()


def test_every_state_has_its_capital_but_one_too_small_for_the_source(places: Places) -> None:
    states = {party.id for party in load_parties() if len(party.id) == 2 and "country" in party.nouns}
    assert {id_ for id_ in states if places.capital_of(id_) is None} == {"pw"}


def test_every_region_lies_in_known_states(places: Places) -> None:
    rows = load_toml("places/regions.toml")["region"]
    assert {id_ for row in rows for id_ in row["states"]} - {party.id for party in load_parties()} == set()
    assert all(places.region(name) for row in rows for name in (row["name"], *row.get("others", ())))


@pytest.mark.parametrize(
    ("name", "near", "expected"),
    [
        ("Muscat", None, ("Muscat", "om")),
        ("the Hague", None, ("The Hague", "nl")),
        ("Kiev", None, ("Kyiv", "ua")),
        ("Mazar-i-Sharif", None, ("Mazar-e Sharif", "af")),
        ("kandahar", None, ("Kandahar", "af")),
        ("Tripoli", None, ("Tripoli", "ly")),
        ("Tripoli", "lb", ("Tripoli", "lb")),
        ("Tripoli", "om", ("Tripoli", "ly")),
        ("Bogota", None, ("Bogotá", "co")),
        ("Bonn", None, ("Bonn", "de")),
        ("Rangoon", None, ("Yangon", "mm")),
        ("Sana’a", None, ("Sanaa", "ye")),
        ("Khorog", None, ("Khorugh", "tj")),
    ],
)
def test_cities_by_name(places: Places, name: str, near: str | None, expected: tuple[str, str]) -> None:
    city = places.city(name, near)
    assert city is not None
    assert (city.name, city.country) == expected


def test_what_is_no_city(places: Places) -> None:
    assert places.city("Nowhere at all") is None
    assert places.capital_of("taliban") is None
    assert places.region("Muscat") is None


def test_a_city_tells_where_it_lies(places: Places) -> None:
    kabul = places.city("Kabul")
    assert kabul is not None
    assert kabul.position == pytest.approx((34.53, 69.17), abs=0.1)
    assert all(city.position for city in places)
    assert City("Aa", (), "x", 1, capital=False).position is None


def test_a_disputed_region_is_nobodys(places: Places) -> None:
    region = places.region("the Golan Heights")
    assert region is not None
    assert region.states == ()


def test_the_larger_city_comes_first() -> None:
    small, large = City("Aa", (), "x", 1, capital=False), City("Bb", ("Aa",), "y", 2, capital=True)
    places = Places([small, large])
    assert (places.city("Aa"), places.city("Aa", near="x"), places.capital_of("y")) == (large, small, large)
    assert list(places) == [large, small]
