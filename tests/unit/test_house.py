"""Whose "we" an official paper is in."""

from __future__ import annotations

from credence.flow import read_document
from credence.model.document import Document

_TEXT = (
    "Statement on Chad\n\nNorway has followed the talks with Chad. Norway closed its embassy in Lima in 2010. "
    "We do not recognise Kosovo."
)


def _recognizers(publisher: str) -> list[object]:
    document = Document(id="x", text=_TEXT, published="2024-09-20", publisher=publisher)
    claims = read_document(document).claims
    return [dict(claim.roles)["recognizer"] for claim in claims if claim.kind == "recognition.grant"]


def test_organ_speaks_for_who_acts_in_its_paper() -> None:
    assert _recognizers("Office of the Spokesperson") == ["no"]


def test_newspaper_does_not_say_we() -> None:
    assert _recognizers("Daily Herald") == []
