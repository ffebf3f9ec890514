"""Credit lines and citations prove themselves: every example gives its credits, no near miss gives one."""

from __future__ import annotations

from typing import Any

import pytest

from credence.catalog.credits import load_credits
from credence.catalog.load import load_toml
from credence.catalog.parties import load_parties
from credence.catalog.voices import load_voices
from credence.model.document import Document
from credence.trace.credits import credits_of

TABLE = load_toml("credits/en.toml")
KNOWN = load_credits()


def shown(text: str, publisher: str | None = None, url: str | None = None) -> list[dict[str, str]]:
    document = Document("d", text, publisher=publisher, url=url)
    return [{"name": credit.name, "edge": credit.edge} for credit in credits_of(document, KNOWN)]


@pytest.mark.parametrize("row", TABLE["example"], ids=lambda row: row["text"][:60])
def test_example_gives_its_credits(row: dict[str, Any]) -> None:
    assert shown(row["text"]) == row["gives"]


@pytest.mark.parametrize("row", TABLE["near_miss"], ids=lambda row: row["text"][:60])
def test_near_miss_gives_no_credit(row: dict[str, Any]) -> None:
    assert row["why"]
    assert shown(row["text"]) == []


def test_a_credit_tells_where_it_stands() -> None:
    text = "The consulate closed on Friday. (AFP)"
    (credit,) = credits_of(Document("d", text), KNOWN)
    assert credit.span.of(text) == "(AFP)"


def test_an_agency_does_not_credit_itself() -> None:
    assert shown("PALIKIR, May 2 (Lagoon Wire) - The envoy has left.", publisher="The Lagoon Wire") == []
    assert shown("The list is at https://www.gazette.example/a.", url="https://gazette.example/b") == []


def test_every_agency_is_met_by_all_its_names() -> None:
    for row in TABLE["agency"]:
        for name in (row["name"], *row.get("others", ())):
            assert shown(f"The consulate closed on Friday. ({name})") == [{"name": row["name"], "edge": "copy"}]


@pytest.mark.parametrize("says", [says for row in TABLE["form"] for says in row["says"]])
def test_every_form_is_met(says: str) -> None:
    line = says.strip("^$").replace("{agency}", "Reuters").replace("{outlet}", "Harbour Gazette")
    text = f"The consulate closed.\n{line}" if says[0] == "^" or says[-1] == "$" else f"There, {line} it closed."
    assert any(row["name"] in {"Reuters", "Harbour Gazette", ""} for row in shown(text))


@pytest.mark.parametrize("row", TABLE["organ_example"], ids=lambda row: row["called"])
def test_an_organ_is_its_partys_as_of_a_day(row: dict[str, Any]) -> None:
    for given in row["gives"]:
        assert KNOWN.organ_of(row["called"], given.get("day")) == given["party"]


@pytest.mark.parametrize("row", TABLE["organ_near_miss"], ids=lambda row: f"{row['called']} {row.get('day')}")
def test_a_near_miss_is_nobodys_organ(row: dict[str, Any]) -> None:
    assert row["why"]
    assert KNOWN.organ_of(row["called"], row.get("day")) is None


def test_whoever_has_an_organ_is_a_party_and_the_ground_is_given() -> None:
    parties = load_parties()
    rows = [row for row in (*TABLE["agency"], *TABLE["site"]) if "organ_of" in row]
    assert len(rows) > 40
    for row in rows:
        assert row["why"].endswith(".")
        assert all(each["party"] in parties for each in row["organ_of"])


def test_tenures_of_one_organ_do_not_meet() -> None:
    for tenures in KNOWN.organs.values():
        times = [tenure.during for tenure in tenures if tenure.during]
        assert len(tenures) == 1 or len(times) == len(tenures)
        assert all(not one.overlaps(other) for at, one in enumerate(times) for other in times[at + 1 :])


def test_every_agency_is_known_for_an_outlet() -> None:
    voices = load_voices()
    assert [name for name in KNOWN.agencies if not voices.is_outlet(name)] == []
