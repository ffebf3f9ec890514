"""Who "we" are where it is said at once: "We, the Foreign Ministers of Chad and Mali, condemn"."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _holders(text: str) -> set[object]:
    claims = read_document(Document("d", text, None, "2024-05-20", None)).claims
    return {dict(claim.roles)["holder"] for claim in claims if claim.kind.startswith("stance.")}


@pytest.mark.parametrize(
    "opening",
    ["We, the Foreign Ministers of Chad and Mali,", "We, the leaders of Chad and Mali,", "We, Chad and Mali,"],
)
def test_those_named_at_once_hold_it(opening: str) -> None:
    assert _holders(f"{opening} condemn the Taliban.") == {"td", "ml"}, "see Mentions._pronoun"


def test_they_hold_what_we_hold_after_it() -> None:
    text = "We, the Foreign Ministers of Chad and Mali, met in Lima. We urge the Taliban to reopen the schools."
    assert _holders(text) == {"td", "ml"}, "see signatories()"


def test_we_alone_is_nobody() -> None:
    assert not _holders("We urge the Taliban to reopen the schools.")
