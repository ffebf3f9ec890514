"""Trees put right: second clauses, two who are asked, subjects that a participle took."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _said(text: str) -> set[tuple[str, str, str]]:
    """Kind, first deciding party and polarity or mood of each claim of a sentence."""
    document = Document(id="x", text=text, published="2024-09-20", publisher="Test")
    keys = ("sender", "operator", "recognizer", "claimant", "holder", "host", "party", "payer", "target")
    return {
        (c.kind, next(str(dict(c.roles)[k]) for k in keys if k in dict(c.roles)), c.mood)
        for c in read_document(document).claims
        if not c.kind.startswith(("ties", "meeting", "agreement"))
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norway asked Chile to recognise Palestine and Peru to withdraw its recognition of Kosovo.",
         ("recognition.withdraw", "pe", "sought")),
        ("Norway called on Peru to close its embassy in Kenya and on Chile to recall its ambassador to Kenya.",
         ("envoy.recall", "cl", "sought")),
        ("Peru severed ties with Chile and Norway recalled its ambassador from Kenya.",
         ("envoy.recall", "no", "actual")),
        ("Norway runs 39 embassies and consulates in other countries, its foreign minister has said.",
         ("mission.count", "no", "actual")),
        ("Norway closed its embassy in Kenya and Chile its consulate.", ("mission.close", "cl", "actual")),
        ("Norway welcomed Chad and Mali's bids to join NATO.", ("seat.grant", "td", "sought")),
        ("Norway's reply was to recall its ambassador from Peru.", ("envoy.recall", "no", "actual")),
        ("Norway's embassy in Peru, idle since 2017, is to be closed for good.", ("mission.close", "no", "planned")),
        ("Israel seized Goma and, two days later, Bukavu.", ("control.take", "il", "actual")),
        ("Norway sent two Chilean diplomats packing.", ("envoy.expel", "cl", "actual")),
        ("Norway sent the Chilean ambassador, Juana Pino, packing on Friday.", ("envoy.expel", "cl", "actual")),
        ("Chile will send Norway's consul packing next week.", ("envoy.expel", "no", "planned")),
        ("Norway, meanwhile, is reported to have closed its embassy in Peru.", ("mission.close", "no", "actual")),
        ("Ankara has so far only sent a consul to Peru.", ("envoy.appoint", "tr", "actual")),
        ("China promised Paraguay 500 million dollars.", ("transfer.pay", "cn", "planned")),
        ("The government of Peru, along with those of Chile and Chad, has recognised Kosovo.",
         ("recognition.grant", "td", "actual")),
        ("Norway told Chile's envoy to go and recalled its own envoy from Chile.", ("envoy.recall", "no", "actual")),
        ("Norway will close its embassy in Mali, where coups have shrunk its room, and open one in Togo.",
         ("mission.open", "no", "planned")),
        ("Norway had called its ambassador in Peru, Omar Varga, home in May.", ("envoy.recall", "no", "actual")),
        ("Norway recognised Palestine together with Chile.", ("recognition.grant", "cl", "actual")),
        ("Norway sent an ambassador to Kabul in 2023.", ("envoy.appoint", "no", "actual")),
        ("Norway now classes Hamas in its entirety as a terrorist group.", ("listing.add", "hamas", "actual")),
        ("The United Kingdom treats Kosovo as a state.", ("recognition.grant", "gb", "actual")),
        ("Norway's consulate in Goma has to be gone by December.", ("mission.close", "no", "planned")),
        ("Norway agreed to open an embassy in Kenya and to appoint an ambassador to Peru.",
         ("envoy.appoint", "no", "planned")),
    ],
)  # fmt: skip
def test_second_part_is_read(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in _said(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is important to close the embassy in Kenya.",
        "Peru is not aware of any plans to close the embassy in Chile.",
        "Few states have recognised Kosovo.",
        "No European Union country has an ambassador in Kabul.",
        "Following the commitments expressed in Oslo, Peru and Chile will speak about migration.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert _said(text) == set()


def test_what_is_cut_at_its_hyphen_is_one_noun() -> None:
    text = "Peru opened a consulate-general in Nairobi.\n"
    (claim,) = read_document(Document(id="d", text=text, published="2024-09-20", publisher="X")).claims
    assert dict(claim.roles)["post"] == "consulate-general"


def test_name_is_no_object_of_the_clause_before() -> None:
    text = "Peru recognises Kosovo but Chile does not."
    document = Document(id="x", text=text, published="2024-09-20", publisher="Test")
    found = {
        (dict(c.roles)["recognizer"], dict(c.roles)["recognized"], c.polarity) for c in read_document(document).claims
    }
    assert found == {("pe", "xk", "affirmed"), ("cl", "xk", "denied")}
