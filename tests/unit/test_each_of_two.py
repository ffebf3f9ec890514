"""What two each did is done to the other: "Peru and Chad each expelled six diplomats"."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _told(text: str, kind: str, first: str, second: str) -> set[tuple[object, object]]:
    claims = read_document(Document("d", text, None, "2024-05-20", None)).claims
    return {(dict(c.roles)[first], dict(c.roles)[second]) for c in claims if c.kind == kind}


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chad each expelled six diplomats on Monday.",
        "Peru and Chad have each expelled two diplomats.",
    ],
)
def test_each_does_it_to_the_other(text: str) -> None:
    assert _told(text, "envoy.expel", "host", "sender") == {("pe", "td"), ("td", "pe")}, "see Unsaid._other_of_each"


def test_of_three_nobody_is_the_other() -> None:
    assert not _told("Peru, Chad and Mali each expelled six diplomats.", "envoy.expel", "host", "sender")


def test_whose_they_are_counts_before() -> None:
    text = "Peru and Chad each expelled six Kenyan diplomats."
    assert _told(text, "envoy.expel", "host", "sender") == {("pe", "ke"), ("td", "ke")}
