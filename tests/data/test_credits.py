"""Credit lines and citations prove themselves: every example gives its credits, no near miss gives one."""

from __future__ import annotations

from typing import Any

import pytest

from credence.catalog.credits import load_credits
from credence.catalog.load import load_toml
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
