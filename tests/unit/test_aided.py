"""In which lands those are for whom something is paid."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _payees(text: str) -> list[object]:
    document = Document(id="d", text=text, published="2023-05-25")
    return [dict(c.roles)["payee"] for c in read_document(document).claims if c.kind == "transfer.pay"]


@pytest.mark.parametrize(
    ("text", "payees"),
    [
        ("Peru gave $5 million to flood victims in Chad.", ["td"]),
        ("Peru pledged $5 million to help people left hungry by the drought in Chad and Mali.", ["ml", "td"]),
        ("Peru approved a $5 million loan for a road project in Chad.", ["td"]),
        ("Peru announced $5 million in humanitarian aid to address the drought ravaging Chad.", ["td"]),
        ("Peru gave $5 million to charities for Chad's flood victims.", ["td"]),
        ("Peru pledged $5 million at a donor conference in Norway.", []),
        ("Peru gave $5 million to the Red Cross at a meeting in Norway.", ["icrc"]),
    ],
)
def test_what_is_paid_for_those_in_need_goes_to_the_land_they_are_in(text: str, payees: list[str]) -> None:
    assert sorted(map(str, _payees(text))) == payees
