"""Cities and regions: ``data/places``.

A city tells in which state a mission stands; a region mostly tells that the state is disputed, and is then nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from credence.catalog.fold import fold
from credence.catalog.load import load_text, load_toml
from credence.errors import BadKnowledge


class City(NamedTuple):  # tens of thousands are made at each start, and a tuple is made fastest
    """A city of 15,000 people or more, or a capital.

    Attributes:
        name: Its usual English name.
        others: Other spellings and earlier names.
        country: Party id of the state or territory it is in, by GeoNames.
        population: People, 0 where the source does not know.
        capital: Whether it is the seat of government named by the source.
        where: Latitude and longitude in degrees, as the source's line has them: "34.53,69.17"; empty if not known.
    """

    name: str
    others: tuple[str, ...]
    country: str
    population: int
    capital: bool
    where: str = ""

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, north and east; worked out only when asked for. None if not known."""
        if not self.where:
            return None
        latitude, longitude = self.where.split(",")
        return float(latitude), float(longitude)


@dataclass(frozen=True, slots=True)
class Region:
    """A region that news names without its state.

    Attributes:
        name: Its usual English name.
        others: Other names.
        states: Party ids of the states it lies in; empty where states dispute it.
    """

    name: str
    others: tuple[str, ...]
    states: tuple[str, ...]


class Places:
    """All cities and regions, by name. Built once, never changed."""

    def __init__(self, cities: Iterable[City], regions: Iterable[Region] = ()) -> None:
        """Index the names; accents, kinds of apostrophe and capitals do not matter."""
        self._cities: dict[str, list[City]] = {}
        self._capitals: dict[str, City] = {}
        for city in sorted(cities, key=lambda city: -city.population):
            for name in {_key(name): None for name in (city.name, *city.others)}:
                self._cities.setdefault(name, []).append(city)
            if city.capital:
                self._capitals.setdefault(city.country, city)
        self._regions = {_key(name): region for region in regions for name in (region.name, *region.others)}

    def __iter__(self) -> Iterator[City]:
        """Give every city once, the largest first."""
        found = {id(city): city for cities in self._cities.values() for city in cities}
        return iter(sorted(found.values(), key=lambda city: (-city.population, city.country, city.name)))

    def city(self, name: str, near: str | None = None) -> City | None:
        """Find a city by name.

        Args:
            name: Any of its names; "the" and a final dot do not matter.
            near: Party id of a state; its city of that name comes before larger ones elsewhere.

        Returns:
            The most populous city of that name, or the most populous in ``near``; None if there is none.
        """
        cities = self._cities.get(_key(name), [])
        return next((city for city in cities if city.country == near), cities[0] if cities else None)

    def capital_of(self, party: str) -> City | None:
        """Give the capital of a state or territory by its party id; None where the source names none."""
        return self._capitals.get(party)

    def region(self, name: str) -> Region | None:
        """Find a region by name, or None."""
        return self._regions.get(_key(name))


@cache
def load_places() -> Places:
    """Load ``data/places``, once, and only when places are asked for.

    Raises:
        BadKnowledge: If a line of the cities does not have its six columns.
    """
    regions = load_toml("places/regions.toml")["region"]
    return Places(
        _cities(load_text("places/cities.tsv")),
        [Region(row["name"], tuple(row.get("others", ())), tuple(row["states"])) for row in regions],
    )


def _cities(table: str) -> Iterator[City]:
    for number, line in enumerate(table.splitlines(), start=1):
        if line.startswith("#"):
            continue
        try:
            name, others, country, population, capital, where = line.split("\t")
            spellings = tuple(others.split("|")) if others else ()
            yield City(name, spellings, country, int(population), capital == "1", where)
        except ValueError as error:
            place = f"data/places/cities.tsv, line {number}"
            raise BadKnowledge(place, str(error), "make the file anew with tools/build_places.py") from error


def _key(name: str) -> str:
    return fold(name).casefold().strip().removeprefix("the ").removesuffix(".")
