"""A checked article as people see it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credence.asking.names import label
from credence.catalog.check import load_check
from credence.catalog.counts import load_counts
from credence.catalog.kinds import load_kinds
from credence.exchange.check import checked_to_plain
from credence.judge import check
from credence.model.check import Article, Checked
from credence.model.claim import Claim
from credence.model.document import Document
from credence.show import checked_text
from told import evidence, told

DOCUMENT = Document("article", "x", "Envoys\x1b[31m", "2024-09-21", "Harbour Gazette")


def checked(claim: Claim, *held: Claim) -> Checked:
    article = Article(evidence([claim]).traced, "2024-09-21")
    held_of = evidence(held, {each.doc: "2024-09-10" for each in held})
    day = date(2024, 9, 21)
    return Checked(DOCUMENT, day, check(article, held_of, day, load_check(), load_counts()), ("e",), ("c", "d"))


def accepts(**more: object) -> Claim:
    return told("envoy.accept", **{"host": "om", "sender": "taliban", **more})  # type: ignore[arg-type]  # parts of a claim


def runs(value: str, doc: str = "article") -> Claim:
    return told("mission.count", doc=doc, operator="taliban", value=value)


def row(found: Checked) -> str:
    """Give the last column in one line, as a terminal that is wide enough shows it."""
    lines = checked_text(found, load_kinds(), label, width=600).splitlines()
    (head,) = (line for line in lines if line.startswith("verdict"))
    return " ".join(line[head.index("the ledger holds") :] for line in lines[lines.index(head) + 2 :])


OPERATES = told("mission.operate", doc="article", operator="taliban", host="no")
CLOSES = told("mission.close", doc="a", operator="taliban", host="no", when="2024-09-12")
RECOGNISES = told("recognition.grant", doc="article", recognizer="cn", recognized="taliban")
NOBODY = told("recognition.grant", doc="a", recognizer="*", recognized="taliban", polarity="denied")
SEATS = told("seat.grant", doc="article", body="un", claimant="taliban")
RIVAL = told("seat.grant", doc="a", body="un", claimant="af-republic", when="2023")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (checked(accepts(doc="article")), "Nothing that bears on it."),
        (checked(accepts(doc="article"), accepts(doc="a")), "Says so, too: Oman accepts an envoy of Taliban. [f"),
        (checked(accepts(doc="article"), accepts(doc="a")), "One origin only."),
        (checked(accepts(doc="article", when="2024-05"), accepts(doc="a", when="2024-03")), "Says so, but in March"),
        (checked(accepts(doc="article", mood="sought"), accepts(doc="a", when="2024-03-01")), "sought; done on 1"),
        (checked(accepts(doc="article", mood="possible"), accepts(doc="a")), "Calls it possible; done by 10 September"),
        (checked(accepts(doc="article", polarity="denied"), accepts(doc="a")), "Held to be so by 10 September 2024:"),
        (checked(accepts(doc="article"), accepts(doc="a", when="2024-11")), "Only later in November 2024:"),
        (checked(OPERATES, CLOSES), "Ended on 12 September 2024: Taliban closes its mission in Norway."),
        (checked(RECOGNISES, NOBODY), "Not so, by what is held: No state recognises Taliban. [f"),
        (checked(RECOGNISES, NOBODY), "denial 0."),
        (checked(SEATS, RIVAL), "Cannot stand beside in 2023:"),
        (checked(runs("39"), runs("27", "a")), "Another number on 10 September 2024: Taliban runs 27 missions."),
        (checked(runs("39"), *[told("mission.operate", doc="a", operator="taliban", host="no", when="2023/..")]),
         "1 can be located; difference: 38."),
    ],
)  # fmt: skip
def test_what_the_ledger_holds_is_said(found: Checked, said: str) -> None:
    assert said in row(found)


def test_the_summary_names_article_day_and_verdicts() -> None:
    lines = checked_text(checked(accepts(doc="article", mood="sought"), accepts(doc="a")), load_kinds(), label).split(
        "\n"
    )
    assert lines[:5] == [
        "“Envoys�[31m”, Harbour Gazette, 2024-09-21",
        "1 claim beside what held on 21 September 2024",
        "1 older than what is known",
        "Recorded already, and left out: e",
        "Share its text: c, d",
    ]


def test_what_is_wrong_comes_first() -> None:
    article = Article(evidence([accepts(doc="article", host="qa"), accepts(doc="article", mood="planned")]).traced)
    held, day = evidence([accepts(doc="a", when="2024-03")]), date(2024, 9, 21)
    found = Checked(DOCUMENT, day, check(article, held, day, load_check(), load_counts()))
    text = checked_text(found, load_kinds(), label)
    assert found.wrong
    assert text.index("older  ") < text.index("new  ")


def test_as_json_it_is_whole() -> None:
    plain: dict[str, Any] = checked_to_plain(checked(runs("39"), runs("27", "a")))
    (claim,) = plain["claims"]
    assert plain["verdicts"] == {"count differs": 1}
    assert (plain["own"], plain["copies"], plain["on"]) == (["e"], ["c", "d"], "2024-09-21")
    assert list(claim) == ["verdict", "marks", "claim", "origins", "beside", "counted", "numbers"]
    assert [each["value"] for each in claim["numbers"]] == ["27"]
    assert claim["counted"]["value"] == "39"
    assert claim["beside"][0]["at"] == {"state": "known", "date": "2024-09-10"}
