"""Those after whom something was done have their own years: "recognised it, after Chad in 2009 and Mali in 2012"."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _granted(text: str) -> dict[object, str | None]:
    claims = read_document(Document("d", text, None, "2020-08-14", None)).claims
    return {dict(claim.roles)["recognizer"]: claim.when for claim in claims if claim.kind == "recognition.grant"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru recognised Kosovo after Chad in 2009 and Mali in 2012.", {"pe": "2020-08", "td": "2009", "ml": "2012"}),
        (
            "Peru recognised Kosovo on Friday, after Chad in 2009, Kenya in May 2010 and Mali in 2012.",
            {"pe": "2020-08-14", "td": "2009", "ke": "2010-05", "ml": "2012"},
        ),
        (
            "Peru is the third state to recognise Kosovo, after Chad in 2009 and Mali in 2012.",
            {"pe": None, "td": "2009", "ml": "2012"},
        ),
        ("Peru recognised Kosovo after the coup in 2019.", {"pe": "2019"}),
    ],
)
def test_each_has_its_own_year(text: str, expected: dict[object, str | None]) -> None:
    assert _granted(text) == expected, "see foregone() and Clause alongside()"
