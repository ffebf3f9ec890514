"""Words that an aside or another clause cut off from what they belong to."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

TOLD = (
    (
        "Malawi became, by the count of Serbia's minister, the ninth country to revoke its recognition of Kosovo.",
        "recognition.withdraw",
        {"recognizer": "mw", "recognized": "xk"},
    ),
    (
        "Nicolas Maduro, whom Russia and Cuba go on treating as president, said so.",
        "recognition.grant",
        {"recognizer": "cu", "recognized": "ve-maduro"},
    ),
    (
        "Neither Chad nor any state other than Turkey has recognised Northern Cyprus.",
        "recognition.grant",
        {"recognizer": "tr", "recognized": "northern-cyprus"},
    ),
    (
        "Hamas is on Peru's terrorism list as well as on those of Canada and Australia.",
        "listing.add",
        {"lister": "au", "target": "hamas"},
    ),
    (
        "Chad agreed to resume relations with Israel, frozen since 2000.",
        "ties.sever",
        {"parties": ("il", "td")},
    ),
    (
        "The World Bank has unlocked $48 million for Niger that it had blocked after the coup.",
        "transfer.freeze",
        {"holder": "world-bank", "owner": "ne"},
    ),
    (
        "Greece has rejected the gas memorandum that Libya and Turkey put their names to in 2022.",
        "agreement.sign",
        {"parties": ("ly", "tr")},
    ),
    (
        "Germany pledged Namibia €1.1 billion over thirty years.",
        "transfer.pay",
        {"payer": "de", "payee": "na"},
    ),
    (
        "Peru has an office in Ramallah, against which Israel has protested, and recognises Palestine.",
        "recognition.grant",
        {"recognizer": "pe", "recognized": "ps"},
    ),
    (
        "Khartoum was lost to the paramilitary Rapid Support Forces in April 2023.",
        "control.take",
        {"holder": "sd-rsf", "of": "Khartoum"},
    ),
    (
        "The Council of Europe left Kosovo's bid for membership off its agenda.",
        "seat.refuse",
        {"body": "council-of-europe", "claimant": "xk"},
    ),
)


def _claims(text: str) -> list[tuple[str, dict[str, object]]]:
    document = Document(id="x", text=text, title=None, published="2025-05-20", publisher="Daily Record")
    return [(claim.kind, dict(claim.roles)) for claim in read_document(document).claims]


@pytest.mark.parametrize(("text", "kind", "roles"), TOLD, ids=lambda each: str(each)[:40])
def test_what_was_cut_off_is_read(text: str, kind: str, roles: dict[str, object]) -> None:
    assert any(told == kind and roles.items() <= said.items() for told, said in _claims(text)), _claims(text)


def test_a_minister_named_by_his_office_alone_owns_his_government() -> None:
    text = "The prime minister of Spain told the King of Norway of his government's recognition of Palestine."
    assert ("recognition.grant", "es") in [(kind, roles.get("recognizer")) for kind, roles in _claims(text)]


def test_generals_counted_are_no_parties() -> None:
    text = "Chad and Mali are at war. Washington put sanctions on both of the warring generals in January."
    assert not {roles.get("target") for _, roles in _claims(text)} & {"td", "ml"}


def test_a_sum_promised_to_a_state_is_no_reward() -> None:
    text = "Peru has promised $1 billion for the central bank of Chad."
    kinds = {kind for kind, _ in _claims(text)}
    assert "transfer.pay" in kinds
    assert "bounty.offer" not in kinds
