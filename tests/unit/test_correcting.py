"""What people write as a correction, and what is meant by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from credence.asking.correcting import changes_meant
from credence.errors import WrongUse
from credence.ledger import Ledger, Recording, open_ledger
from credence.model.claim import Claim, RoleValue
from credence.model.document import Document
from served import record, said

DOCUMENT = Document("d", "Oman met the Taliban. Peru paid Chad 3,000 dollars.", published="2024-02-01")
MET = said(DOCUMENT, "meeting.hold", "Oman met the Taliban", parties=("om", "taliban"))
PAID = said(DOCUMENT, "transfer.pay", "Peru paid Chad 3,000 dollars", payer="pe", payee="td", amount="USD 3000")


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger("memory:") as opened:
        record(opened, Recording(DOCUMENT, (MET, PAID)))
        yield opened


@pytest.mark.parametrize(
    ("claim", "name", "written", "meant"),
    [
        (MET, "roles.parties", "Oman, Norway,the Taliban", ("no", "om", "taliban")),
        (MET, "roles.parties", "no", ("no",)),
        (PAID, "roles.payer", "Norway", "no"),
        (PAID, "roles.payer", "a bank in Lima", "a bank in Lima"),
        (PAID, "roles.amount", "3,000 dollars", "3,000 dollars"),
        (PAID, "roles.amount", None, None),
        (PAID, "when", "2024-01", "2024-01"),
    ],
)
def test_parties_may_be_named_and_sets_parted_by_commas(
    ledger: Ledger, claim: Claim, name: str, written: str | None, meant: RoleValue | None
) -> None:
    assert changes_meant(ledger, claim.id, {name: written}) == ((name, meant),)


def test_a_role_that_the_kind_has_not_is_refused_and_the_roles_are_named(ledger: Ledger) -> None:
    with pytest.raises(WrongUse, match="no such role") as met:
        changes_meant(ledger, MET.id, {"roles.host": "om"})
    assert "roles.parties" in met.value.remedy


def test_of_a_claim_that_is_not_there_words_are_left_as_they_are(ledger: Ledger) -> None:
    assert changes_meant(ledger, "c" + "0" * 15, {"roles.host": "Oman"}) == (("roles.host", "Oman"),)
