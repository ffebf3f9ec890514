"""Words that name those who have no id."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Women's groups criticised Norway on Monday.", "women's groups"),
        ("Some Western governments condemned Chad.", "western governments"),
        ("Republicans condemned Chad.", "republicans"),
        ("In Peru the opposition Concord party condemned Chad.", "concord-party"),
        ("Relatives of the prisoners condemned Chad.", "relatives"),
        ("The Greens condemned Chad.", "greens"),
        ("A group of Peruvian senators condemned Chad.", "peruvian senators"),
        ("Exiles in Lima condemned Chad.", "exiles"),
        ("Exiled Peruvian women marched in Lima. They condemned Chad.", "exiled peruvian women"),
        ("The Andean League marched, and it condemned Chad.", "andean-league"),
        ("Omar Varga of the league marched. He condemned Chad.", "Omar Varga"),
        ("The opposition leader, Omar Varga, condemned Chad.", "Omar Varga"),
        ("A group of stones condemned Chad.", None),
        ("The old house shook. It condemned Chad.", None),
        ("The doctor condemned Chad.", None),
        ("The report condemned Chad.", None),
        ("Three countries condemned Chad.", None),
    ],
)
def test_those_without_an_id_keep_their_words(text: str, holder: str | None) -> None:
    found = read_document(Document(id="x", text=text, published="2024-09-20")).claims
    holders = {dict(claim.roles)["holder"] for claim in found if claim.kind == "stance.condemn"}
    assert holders == ({holder} if holder else set()), "mend resolve/parties/outsiders.py or data/lexicon/en/crowd.toml"
