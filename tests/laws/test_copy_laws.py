"""Laws of copies in ledgers: copies of a document change nothing that stands, however many, in whatever order."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credence.asking.findings import ask
from credence.asking.origins import origins_of
from credence.flow import Judging
from credence.ledger import Ledger, Recording, open_ledger
from credence.ledger.sharing import MOST
from credence.model.claim import Claim, Quote, Voice
from credence.model.decision import Retraction, Revocation
from credence.model.document import Document
from credence.model.finding import Finding
from credence.model.sighting import Polarity
from credence.trace.copies import relate
from postgres_server import Server

META: dict[str, Any] = {"moment": "2024-09-01T10:00:00Z", "author": "Ana", "tool": "test"}
JUDGE = Judging()
WORDS = tuple(
    f"{first}{last}" for first in ("har", "fer", "trea", "mar", "quar", "tim") for last in ("bour", "ty", "ket", "ber")
)
DAYS = ("2024-03-01", "2024-03-02", "2024-03-20")
LATER = ("2024-03-20", "2024-04-01", "2024-05", "2025", None)
ANY = ("2019", "2024-02-27", *DAYS, *LATER)
SPEAKERS = ((), (Voice("Ana Prado", "br"),), (Voice("Ida Sorel"),), (Voice("two diplomats"),), (Voice("Reuters"),))
MASTHEADS = ("Harbour Gazette", "Lake Post", "Rift Herald", None)
FEW = settings(max_examples=12, deadline=None)

bodies = st.lists(st.sampled_from(WORDS), min_size=12, max_size=70).map(" ".join)
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)

Opener = Callable[[], Any]


@pytest.fixture(scope="module", params=["memory:", "sqlite", "postgresql"])
def opener(request: pytest.FixtureRequest) -> Opener:
    """Give what opens an empty ledger, as often as asked."""

    @contextmanager
    def opened() -> Iterator[Ledger]:
        if request.param == "sqlite":
            with tempfile.TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "l.db")) as ledger:
                yield ledger
            return
        server: Server | None = request.getfixturevalue("postgres") if request.param == "postgresql" else None
        with open_ledger(server.emptied() if server else "memory:") as ledger:
            yield ledger

    return opened


@st.composite
def recordings(draw: st.DrawFn, id_: str) -> Recording:
    """A text of its own, with a claim in its last word."""
    title, body = draw(titles), draw(bodies)
    document = Document(id_, f"{title}\n\n{body} {id_}.", title, draw(st.sampled_from(DAYS)), f"Paper {id_}")
    roles = (("host", draw(st.sampled_from(["td", "pe"]))), ("operator", "om"))
    polarity: Polarity = draw(st.sampled_from(["affirmed", "affirmed", "denied"]))
    when = draw(st.sampled_from([None, "2024-03-10"]))
    voices = draw(st.sampled_from(SPEAKERS))
    return _claiming(document, Claim("", "", "mission.open", roles, polarity, "actual", when, None, voices, _NO, "p"))


@st.composite
def shelves(draw: st.DrawFn, most: int = 4) -> list[Recording]:
    return [draw(recordings(f"d{number}")) for number in range(draw(st.integers(1, most)))]


@st.composite
def copied(draw: st.DrawFn, of: Recording, id_: str, days: Sequence[str | None] = ANY) -> Recording:
    """Another headline, masthead and date; the same text, with the same claim."""
    title = draw(titles)
    body = of.document.text.removeprefix(of.document.title or "").lstrip()
    day = draw(st.sampled_from(days))
    document = Document(id_, f"{title}\n\n{body}", title, day, draw(st.sampled_from(MASTHEADS)))
    return _claiming(document, of.claims[0])


def _claiming(document: Document, like: Claim) -> Recording:
    start = document.text.rindex(" ") + 1
    quote = Quote(start, len(document.text), document.text[start:])
    return Recording(document, (replace(like, doc=document.id, version=document.sha256, quote=quote),))


_NO = Quote(0, 0, "")


def record(ledger: Ledger, some: Sequence[Recording], at_once: int = 1) -> None:
    for start in range(0, len(some), at_once):
        ledger.record(some[start : start + at_once], **META)
    ledger.bring_up(JUDGE)


def stands(findings: Sequence[Finding]) -> list[object]:
    """Give what is judged of findings, but for when they begin, in how many documents, and what is said of each."""
    return [(f.id, f.credence, f.status, f.origins, f.bounds) for f in findings]


@given(st.data())
@FEW
def test_copies_of_any_date_change_no_credence_and_no_count_of_origins(opener: Opener, data: st.DataObject) -> None:
    told = data.draw(shelves())
    of = data.draw(st.sampled_from(told))
    count = data.draw(st.sampled_from([1, 2, MOST + 1, 3 * MOST]))
    more = [data.draw(copied(of, f"{data.draw(st.sampled_from('az'))}{number}")) for number in range(count)]
    with opener() as ledger:
        record(ledger, told, data.draw(st.sampled_from([1, len(told)])))
        before = ask(ledger)
        occasions = {each.utterance for each in origins_of(ledger)}
        record(ledger, more, data.draw(st.sampled_from([7, 100])))
        after = ask(ledger)
        assert stands(after) == stands(before)
        assert sum(each.documents for each in after) == len(told) + count
        assert len({each.utterance for each in origins_of(ledger)}) == len(occasions)


@given(st.data())
@FEW
def test_later_copies_change_no_interval(opener: Opener, data: st.DataObject) -> None:
    told = data.draw(shelves())
    of = data.draw(st.sampled_from(told))
    more = [data.draw(copied(of, f"z{number}", LATER)) for number in range(3)]
    with opener() as ledger:
        record(ledger, told, len(told))
        before = [(each.id, each.begins, each.ends) for each in ask(ledger)]
        record(ledger, more)
        assert [(each.id, each.begins, each.ends) for each in ask(ledger)] == before


@given(st.data())
@FEW
def test_the_order_of_arrival_changes_nothing(opener: Opener, data: st.DataObject) -> None:
    told = data.draw(shelves())
    originals = [data.draw(st.sampled_from(told)) for _ in range(4)]
    told += [data.draw(copied(of, f"c{at}", [of.document.published])) for at, of in enumerate(originals)]
    with opener() as one, open_ledger("memory:") as other:
        in_two_orders(one, other, told, data)
        if have_one_date_a_text(told):
            assert ask(one) == ask(other)
            assert origins_of(one) == origins_of(other)


@given(st.data())
@FEW
def test_of_copies_whose_dates_differ_the_order_of_arrival_changes_no_root(opener: Opener, data: st.DataObject) -> None:
    told = data.draw(shelves())
    told += [data.draw(copied(data.draw(st.sampled_from(told)), f"c{number}")) for number in range(4)]
    with opener() as one, open_ledger("memory:") as other:
        in_two_orders(one, other, told, data)
        assert {each.traced for each in origins_of(one)} == {each.traced for each in origins_of(other)}
        if len({each.claims[0].polarity for each in told}) == 1:  # who says both is heard by when it was told
            assert ask(one) == ask(other)


def in_two_orders(one: Ledger, other: Ledger, told: list[Recording], data: st.DataObject) -> None:
    record(one, told, data.draw(st.sampled_from([1, 3])))
    record(other, data.draw(st.permutations(told)), data.draw(st.sampled_from([1, 100])))
    assert one.verify(JUDGE) == ()


def have_one_date_a_text(told: Sequence[Recording]) -> bool:
    """Tell whether documents that share words are of one day; texts made up can be alike by chance."""
    papers = [JUDGE.particulars_of(each.document) for each in told]
    return all(one.published == other.published for one, other in combinations(papers, 2) if relate(one, other))


@given(st.data())
@FEW
def test_a_withdrawal_taken_back_restores_what_stood(opener: Opener, data: st.DataObject) -> None:
    told = data.draw(shelves(3))
    told += [data.draw(copied(data.draw(st.sampled_from(told)), f"c{number}", DAYS + LATER)) for number in range(3)]
    gone = data.draw(st.sampled_from(told)).document.id
    with opener() as ledger, open_ledger("memory:") as without:
        record(ledger, told, len(told))
        before = ask(ledger)
        (made,) = ledger.decide([Retraction(gone, "a hoax")], **META)
        ledger.bring_up(JUDGE)
        record(without, [each for each in told if each.document.id != gone], 100)
        assert ask(ledger) == ask(without)
        ledger.decide([Revocation(made.number, "no hoax")], **META)
        ledger.bring_up(JUDGE)
        assert ask(ledger) == before
