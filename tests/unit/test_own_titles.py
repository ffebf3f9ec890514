"""Offices that an official paper calls by their title alone: its own, unless a guest of that title was named before."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

NORWEGIAN = "Ministry of Foreign Affairs of Norway"


@pytest.mark.parametrize(
    ("publisher", "text", "holder"),
    [
        (NORWEGIAN, "The Foreign Minister condemned Peru.", "no"),
        (NORWEGIAN, "The Prime Minister condemned Peru.", "no"),
        ("HM Treasury", "The Foreign Secretary condemned Peru.", "gb"),
        ("U.S. Department of the Treasury", "Treasury condemned Peru.", "us"),
        ("Council of the European Union", "The Union condemned Peru.", "eu"),
        (NORWEGIAN, "The Foreign Minister of Chad visited Oslo. The Foreign Minister condemned Peru.", "td"),
    ],
)
def test_whose_an_office_is(publisher: str, text: str, holder: str) -> None:
    document = Document("notice", f"Notice\n\n{text}", published="2023-03-05", publisher=publisher)
    found = [dict(c.roles)["holder"] for c in read_document(document).claims if c.kind == "stance.condemn"]
    assert found == [holder]
