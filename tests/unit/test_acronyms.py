"""Short forms that a text gives of a name it has in full."""

from __future__ import annotations

from credence.flow import read_document
from credence.model.document import Document


def _claims(text: str) -> list[tuple[str, dict[str, object]]]:
    read = read_document(Document(id="d", text=text, published="2023-05-25"))
    return [(claim.kind, dict(claim.roles)) for claim in read.claims]


def test_a_short_form_in_brackets_means_the_name_before_it() -> None:
    found = _claims("The Saudi Fund for Development (SFD) is old. SFD gave Peru $3 million.")
    assert [(kind, roles["payer"]) for kind, roles in found] == [("transfer.pay", "sa")]


def test_what_is_no_short_form_of_the_name_is_nobody() -> None:
    assert _claims("The Press Trust of India (PTI) is old. PTI gave Peru $3 million.") == []
