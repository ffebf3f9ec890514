"""Trees of judgements put right: what somebody is called, who did what is judged, who calls it so."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


@pytest.mark.parametrize(
    "text",
    [
        "Peru closed its embassy in Oslo. Chad branded the closure a coup against the people.",
        "The Chadians, whose envoy sits in Oslo, called Peru's decision a farce.",
        "Chad expressed strong condemnation of the accusation by Peru that it must go.",
        "Chad had nothing but contempt for Peru.",
        "Chad confined itself to criticism of Peru's decision.",
        "Chad's president called the memorandum signed by Peru null and void.",
        "Chad has objected more than once to the Peruvian office.",
    ],
)
def test_who_is_judged_is_found(text: str) -> None:
    claims = read_document(Document("trial", text, published="2024-09-20")).claims
    roles = [dict(claim.roles) for claim in claims if claim.kind == "stance.condemn"]
    assert [(each["holder"], each["target"]) for each in roles] == [("td", "pe")]


def test_what_is_neither_wise_nor_humane_is_not_praised() -> None:
    text = "Peru's decision is neither wise nor humane, Norway's foreign minister said."
    claims = read_document(Document("trial", text, published="2024-09-20")).claims
    assert all(claim.kind != "stance.praise" or claim.polarity == "denied" for claim in claims)
