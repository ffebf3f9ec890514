"""Who did so, too, where the parser takes the name for the whole sentence."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _told(text: str) -> set[tuple[object, str | None]]:
    claims = read_document(Document("d", text, None, "2024-05-20", None)).claims
    return {(dict(c.roles)["recognizer"], c.when) for c in claims if c.kind == "recognition.grant"}


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("So did Chad.", {("ke", "2009"), ("td", "2009")}),
        ("So did Chad in 2012.", {("ke", "2009"), ("td", "2012")}),
        ("So said Chad.", {("ke", "2009")}),
    ],
)
def test_who_did_so_too(again: str, expected: set[tuple[object, str | None]]) -> None:
    assert _told("Kenya recognised Kosovo in 2009. " + again) == expected
