"""Who lists, freezes, pays, meets and withdraws in plain reports, where a sentence before or beside it decides it."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

# the text; the kind; its claims, each as its deciding roles, "-" where it is denied
READ = [
    # styles of address, names of bodies, places next door, and a surname that is a word
    (
        "Her Excellency Ms. Ana Rojas, President of Chile, received the foreign minister of Ghana.",
        "meeting.hold",
        "cl+gh",
    ),
    ("The West African bloc ECOWAS froze Mali's assets in May.", "transfer.freeze", "ecowas:ml"),
    ("The military alliance NATO condemned Chad.", "stance.condemn", "nato:td"),
    ("In neighbouring Afghanistan the Taliban this month banned women from parks.", "rights.restrict", "taliban:women"),
    ("Even so, Trump envoy Omar Varga met Peru's foreign minister in Lima.", "meeting.hold", "pe+us"),
    # what is imposed, and lifted again
    ("Peru imposed an asset freeze and a travel ban on Ana Rojas.", "listing.add", "pe:Ana Rojas"),
    ("The EU imposed an arms embargo on Chad in 2009 and lifted it in 2018.", "listing.remove", "eu:td"),
    ("The EU imposed sanctions on Chad in 2009 and lifted them in 2018.", "listing.remove", "eu:td"),
    # whose assets are frozen, by whom
    (
        "Peru sanctioned Ana Rojas and Omar Varga and froze their assets.",
        "transfer.freeze",
        "pe:Ana Rojas pe:Omar Varga",
    ),
    (
        "Peru sanctioned Ana Rojas and Omar Varga. The assets of the two would be frozen, a minister said.",
        "transfer.freeze",
        "pe:Ana Rojas pe:Omar Varga",
    ),
    # who is paid
    ("Peru gave Chad $3 million in May and pledged $1 million for the police in June.", "transfer.pay", "pe:td"),
    ("Chad is in need. Peru has sold the country grain, and Norway has lent it $3 million.", "transfer.pay", "no:td"),
    # whose soldiers they are, and from where
    ("In neighbouring Mali, Chadian peacekeepers completed their withdrawal from Kidal.", "force.withdraw", "td:Kidal"),
    ("Peruvian soldiers withdrew from Omarabad airport in May.", "force.withdraw", "pe:Omarabad"),
    # those who were asked to do it
    ("Peru demanded that Chad withdraw its soldiers from Mali. Chad did so.", "force.withdraw", "td:ml"),
    (
        "Peru declared Hezbollah a terrorist group. Chad has refused to do so.",
        "listing.add",
        "pe:hezbollah -td:hezbollah",
    ),
    # a meeting summed up
    (
        "Chile's president met his Peruvian counterpart in Lima, the first talks between the neighbours in a decade.",
        "meeting.hold",
        "cl+pe",
    ),
]

UNREAD = [
    ("Peru built a wall in 2009 and lifted it in 2018.", "listing.remove"),
    ("Peru raised tariffs on Chad in 2009 and lifted them in 2018.", "listing.remove"),
    ("Peru sanctioned Ana Rojas and Omar Varga. Chad froze the assets of the three men.", "transfer.freeze"),
    ("Chad lifted its ban on Chirper in May.", "listing.remove"),
    ("Chad has banned Chirper.", "listing.add"),
    ("Deal on fish is signed. It was signed in the presence of envoys of Chad, Mali and Peru.", "agreement.sign"),
]


def _told(text: str, kind: str) -> set[str]:
    document = Document("a", f"On the record\n\n{text}\n", "On the record", "2025-06-15", None)
    told: set[str] = set()
    for claim in read_document(document).claims:
        roles = dict(claim.roles)
        names = ("lister", "holder", "payer", "party", "authority"), ("target", "owner", "payee", "from", "group")
        sides = [str(roles[name]) for group in names for name in group if name in roles]
        whole = "+".join(roles["parties"]) if "parties" in roles else ":".join(sides)
        if claim.kind == kind:
            told.add(("-" if claim.polarity == "denied" else "") + whole)
    return told


@pytest.mark.parametrize(("text", "kind", "claims"), READ, ids=lambda v: str(v)[:50])
def test_is_read(text: str, kind: str, claims: str) -> None:
    expected = claims.replace(" pe:", "|pe:").replace(" -", "|-").split("|")
    assert _told(text, kind) == set(expected)


@pytest.mark.parametrize(("text", "kind"), UNREAD, ids=lambda v: str(v)[:50])
def test_is_passed_over(text: str, kind: str) -> None:
    assert _told(text, kind) == set()


def test_what_was_asked_for_and_done_is_done() -> None:
    document = Document(
        "a", "On it\n\nPeru urged Chile to close its embassy in Chad. Chile did so.\n", "On it", None, None
    )
    moods = {claim.mood for claim in read_document(document).claims if claim.kind == "mission.close"}
    assert moods == {"sought", "actual"}
