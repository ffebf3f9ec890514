"""Two objects of a verb that the parser took for one: see read/trees/twofold.py and mended.py."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

READ = [
    ("The United Nations denied the Taliban Afghanistan's seat.", "seat.refuse", ("un", "taliban")),
    ("Norway made Ana Vega its ambassador to Chad.", "envoy.appoint", ("no", "Ana Vega", "td", "ambassador")),
    ("Norway branded Hezbollah a terrorist group.", "listing.add", ("no", "hezbollah")),
    ("Norway ordered its ambassador home from Chad.", "envoy.recall", ("no", "td")),
    ("Norway called Chad's attack barbaric.", "stance.condemn", ("no", "td")),
    ("Norway installed Ana Vega as ambassador to Chad.", "envoy.appoint", ("no", "Ana Vega", "td", "ambassador")),
]


@pytest.mark.parametrize(("text", "kind", "values"), READ)
def test_each_object_is_read(text: str, kind: str, values: tuple[str, ...]) -> None:
    document = Document("a", f"On the record\n\n{text}\n", "On the record", "2025-06-15", None)
    [claim] = [each for each in read_document(document).claims if each.kind == kind]
    assert set(values) <= {value for _, value in claim.roles}


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations denied the Afghan Taliban's request for a visa.",
        "Norway made Ana Vega, its ambassador to Chad, wait.",
    ],
)
def test_one_object_stays_one(text: str) -> None:
    document = Document("a", f"On the record\n\n{text}\n", "On the record", "2025-06-15", None)
    assert [c.kind for c in read_document(document).claims if c.kind in {"seat.refuse", "envoy.appoint"}] == []
