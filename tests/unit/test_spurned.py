"""From where an envoy is recalled by somebody who does as others did just before."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

LEFT = "Norway severed relations with Chad on Monday. "


def _told(text: str, kind: str) -> set[tuple[object, ...]]:
    claims = read_document(Document("d", text, None, "2024-05-20", None)).claims
    parts = ("sender", "host", "parties")
    return {tuple(dict(c.roles)[role] for role in parts if role in dict(c.roles)) for c in claims if c.kind == kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali recalled its ambassador.", {("ml", "td")}),
        ("Mali recalled its ambassador and Peru its chargé d'affaires.", {("ml", "td"), ("pe", "td")}),
        ("Mali withdrew its ambassador.", {("ml", "td")}),
        ("Mali recalled its ambassador from Kenya.", {("ml", "ke")}),
    ],
)
def test_envoys_are_recalled_from_whom_others_left(text: str, expected: set[tuple[object, ...]]) -> None:
    assert _told(LEFT + text, "envoy.recall") == expected


def test_whoever_was_left_recalls_no_envoy_from_itself() -> None:
    assert ("td", "td") not in _told(LEFT + "Chad recalled its ambassador.", "envoy.recall")


def test_what_others_did_in_between_tells_nothing() -> None:
    other = "Norway received Kenya's president. Mali recalled its ambassador."
    assert ("ml", "td") not in _told(LEFT + other, "envoy.recall")


def test_ties_are_lowered_with_whom_others_left() -> None:
    assert _told(LEFT + "Mali downgraded relations.", "ties.lower") == {(("ml", "td"),)}
