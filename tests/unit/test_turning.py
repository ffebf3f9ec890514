"""Changes of sides and of mind: "Chad went over", "thought better of it"."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

TURNED = [
    ("Peru recognised Kosovo in 2008. Lima thought better of it in 2013.", "recognition.withdraw", "pe xk"),
    ("Peru broke with Chad in 1985, only to think better of it five years on.", "ties.restore", "pe td"),
    ("Honduras dropped Taiwan for Beijing in 2023. Panama had gone over in 2017.", "recognition.grant", "hn cn|pa cn"),
    ("Taiwan lost Nauru, a diplomatic ally, in 2024.", "recognition.withdraw", "nr tw"),
]
NOT_TURNED = [
    ("Peru bought ships from Chad but thought better of it.", "recognition.withdraw"),
    ("Panama had gone over in 2017.", "recognition.grant"),
    ("Taiwan lost Nauru in the final of 2024.", "control.lose"),
]


def _told(text: str, kind: str) -> str:
    claims = [
        dict(c.roles) for c in read_document(Document("a", text, None, "2025-06-15", None)).claims if c.kind == kind
    ]
    pairs = (c["parties"] if "parties" in c else (c["recognizer"], c["recognized"]) for c in claims)
    return "|".join(" ".join(map(str, pair)) for pair in pairs)


@pytest.mark.parametrize(("text", "kind", "expected"), TURNED, ids=lambda v: v[-30:])
def test_a_turn_is_told(text: str, kind: str, expected: str) -> None:
    assert _told(text, kind) == expected


@pytest.mark.parametrize(("text", "kind"), NOT_TURNED, ids=lambda v: v[-30:])
def test_no_turn_is_told(text: str, kind: str) -> None:
    assert _told(text, kind) == ""
