"""How news agencies write: who met, who reported it at the end, and which day. Documents are of 20 September 2024."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

# text, kind, values of its deciding roles, date
TOLD = [
    # who is joined to an office with a name behind it
    ("Peru's foreign minister Ana Vega and her Chilean counterpart Omar Rojas met in Oslo on Friday.",
     "meeting.hold", {"pe", "cl"}, "2024-09-20"),
    ("Peruvian President Ana Vega and U.S. President Joe Biden discussed fishing by phone on Thursday.",
     "meeting.hold", {"pe", "us"}, "2024-09-19"),
    ("Peru's foreign minister met with a number of her counterparts, including Chile's Omar Rojas.",
     "meeting.hold", {"pe", "cl"}, "2024-09"),
    # a day between an auxiliary and its verb
    ("Peru's president will on Monday and Tuesday visit Chile.", "meeting.hold", {"pe", "cl"}, "2024-09-24"),
    ("Peru's president was late on Monday received by Chile's president.",
     "meeting.hold", {"pe", "cl"}, "2024-09-16"),
    # who reported it, at the end
    ("Peru has closed its embassy in Chad, the Andina news agency reported on Monday, citing officials.",
     "mission.close", {"pe", "td"}, "2024-09-16"),
    # whom a chief speaks for, and a person out of office does not
    ("The UN rights chief urged Peru to release the detainees.", "stance.demand", {"un", "pe"}, "2024-09"),
    ("Chad's president hailed former Peruvian minister Ana Vega.", "stance.praise", {"td", "Ana Vega"}, "2024-09"),
    # an office that only one state calls so, unless it is said to be another's
    ("External Affairs Minister S Krishna met Iran's foreign minister on Tuesday.",
     "meeting.hold", {"in", "ir"}, "2024-09-17"),
    ("Sri Lanka's External Affairs Minister met Iran's foreign minister on Tuesday.",
     "meeting.hold", {"lk", "ir"}, "2024-09-17"),
    # what the arrest of a named dissident is laid to
    ("Norway denounced the arrest of Peruvian opposition leader Ana Vega.",
     "stance.condemn", {"no", "pe"}, "2024-09"),
    # a state and those who rule it are no two sides
    ("The UN's top envoy on Thursday discussed trade with the Taliban-led Afghan government's finance minister.",
     "meeting.hold", {"un", "taliban"}, "2024-09-19"),
    # towns
    ("Norway's president visited the southern German city of Munich on Tuesday.",
     "meeting.hold", {"no", "de"}, "2024-09-17"),
    # dates
    ("Earlier on September 14, a delegation of Chad had arrived in Lima.", "meeting.hold", {"td", "pe"}, "2024-09-14"),
    ("Peru has had no ambassador in Chad since the coup in July 2021.", "envoy.appoint", {"pe", "td"}, "2021-07/.."),
    ("Peru said on Thursday it was restoring ties with Chad after it severed relations in 2019.",
     "ties.restore", {"pe", "td"}, "2024-09-19"),
    ("Japan said on Friday it was recalling its ambassador to Peru over the erection last week of a statue.",
     "envoy.recall", {"jp", "pe"}, "2024-09-20"),
    ("In November 2011, Peru imposed sanctions on Chad.\n\nIn response, Chad expelled all Peruvian diplomats.",
     "envoy.expel", {"td", "pe"}, "2011-11"),
    ("Peru to receive president of Chad\n\nLIMA, Sept. 19 (Agencia) -- He will stay from September 29 to October 1.",
     "meeting.hold", {"pe", "td"}, "2024-09-29/2024-10-01"),
    ("UN chief urges Peru to free detainees\n\nHe said on Sunday that he was alarmed.",
     "stance.demand", {"un", "pe"}, "2024-09-15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "values", "when"), TOLD)
def test_who_and_when_is_told(text: str, kind: str, values: set[str], when: str) -> None:
    document = Document(id="d", text=text, title="", published="2024-09-20", publisher="The Paper")
    claims = [claim for claim in read_document(document).claims if claim.kind == kind]
    assert [claim.when for claim in claims] == [when]
    told = {value for _, role in claims[0].roles for value in ([role] if isinstance(role, str) else role)}
    assert values <= told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Former Peruvian president Ana Vega visited Chad.", "meeting.hold"),
        ("Ana Vega has been taken into custody by Peruvian authorities.", "control.take"),
    ],
)
def test_what_is_not_told(text: str, kind: str) -> None:
    document = Document(id="d", text=text, title="", published="2024-09-20", publisher="The Paper")
    assert [claim for claim in read_document(document).claims if claim.kind == kind] == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru met Chad in Oslo. Neither leader spoke after the meeting.",
        "Peru's president flew to Munich for talks with Chad.",
    ],
)
def test_who_met_is_told_once(text: str) -> None:
    """Neither that they "spoke" afterwards, nor the town in which they met, makes another meeting."""
    document = Document(id="d", text=text, title="", published="2024-09-20", publisher="The Paper")
    [met] = [claim for claim in read_document(document).claims if claim.kind == "meeting.hold"]
    assert (met.role("parties"), met.polarity) == (("pe", "td"), "affirmed")
