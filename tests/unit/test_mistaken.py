"""Words that the parser took for another part of the sentence: see read/trees/mistaken.py."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

READ = [
    ("In Oslo parliament has condemned Chad.", ("stance.condemn", "no")),
    ("Norway's ambassador to Chad, Kari Holm, was fetched home in May.", ("envoy.recall", "no")),
    (
        "Norway regards the government elected in 2015 as the only lawful authority of Chad.",
        ("recognition.grant", "no"),
    ),
    ("Norway kept its embassy in Lima open.", ("mission.operate", "no")),
    ("Norway closed its embassy in Lima in May. Chile's was wound up in June.", ("mission.close", "cl")),
    ("Norway closed its embassy in Lima. Chile's is open. Brazil's never closed.", ("mission.operate", "cl")),
]

UNREAD = [
    ("In Oslo the Chadian parliament has condemned Norway.", ("stance.condemn", "no")),
    ("Norway closed its school in Lima in May. Chile's was wound up in June.", ("mission.close", "cl")),
]


def _told(text: str) -> set[tuple[str, object]]:
    document = Document("a", f"On the record\n\n{text}\n", "On the record", "2025-06-15", None)
    roles = [(c.kind, dict(c.roles)) for c in read_document(document).claims]
    acting = ("holder", "sender", "recognizer", "operator")
    return {(kind, each[role]) for kind, each in roles for role in acting if role in each}


@pytest.mark.parametrize(("text", "expected"), READ, ids=lambda v: str(v)[:50])
def test_is_put_right(text: str, expected: tuple[str, str]) -> None:
    assert expected in _told(text)


@pytest.mark.parametrize(("text", "other"), UNREAD, ids=lambda v: str(v)[:50])
def test_stays_as_it_was(text: str, other: tuple[str, str]) -> None:
    assert other not in _told(text)
