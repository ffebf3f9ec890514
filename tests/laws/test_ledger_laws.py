"""Laws of ledgers, on generated histories; SQLite and PostgreSQL are held to the plain reference."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credence.ledger import Ledger, Recorded, Recording, open_ledger
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.document import Document
from postgres_server import Server

FEW = settings(max_examples=20, deadline=None)
FEWER = settings(max_examples=10, deadline=None)  # on each database
parties = st.sampled_from(["om", "td", "taliban", "*", "Zoë O'Neill"])
role_values: st.SearchStrategy[RoleValue] = parties | st.sets(parties).map(lambda some: tuple(sorted(some)))
periods = st.sampled_from([None, "2023-12", "2021-08/.."])
words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=3)
voices = st.builds(Voice, words, st.none() | parties, st.sampled_from([None, "", "“acting” minister"]))
documents = st.builds(
    Document,
    id=st.sampled_from(["a", "b", "c"]),
    text=st.sampled_from(["Oman accepted an envoy.", "Oman’s envoy\x01 left 🇹🇩."]),
    title=st.sampled_from([None, "Oman"]),
    published=periods,
)


@st.composite
def claims_of(draw: st.DrawFn, document: Document) -> Claim:
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    roles = draw(st.dictionaries(st.sampled_from(["host", "parties", "sender"]), role_values))
    return Claim(
        doc=document.id,
        version=document.sha256,
        kind=draw(st.sampled_from(["envoy.accept", "meeting.hold"])),
        roles=tuple(sorted(roles.items())),
        polarity=draw(st.sampled_from(["affirmed", "denied"])),
        mood=draw(st.sampled_from(["actual", "sought"])),
        when=draw(periods),
        step=draw(st.sampled_from([None, "credentials"])),
        voices=tuple(draw(st.lists(voices, max_size=2))),
        quote=Quote(start, end, document.text[start:end]),
        pattern=draw(st.sampled_from(["p1", "p2"])),
    )


@st.composite
def readings(draw: st.DrawFn) -> Recording:
    document = draw(documents)
    claims = draw(st.lists(claims_of(document), max_size=3, unique_by=lambda claim: claim.id))
    return Recording(document, tuple(claims))


batches = st.lists(readings(), max_size=3)
histories = st.lists(batches, min_size=1, max_size=5)


Empty = Callable[[], AbstractContextManager[Ledger]]
"""Opens a ledger that holds nothing."""


@contextmanager
def empty_file() -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "l.db")) as ledger:
        yield ledger


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest) -> Iterator[Empty]:
    """A database to be held to the reference."""
    if request.param == "sqlite":
        yield empty_file
        return
    server: Server = request.getfixturevalue("postgres")
    with open_ledger(server.emptied()) as ledger:  # one for all histories: to open it takes longer than most of them

        @contextmanager
        def emptied() -> Iterator[Ledger]:
            server.emptied()
            yield ledger

        yield emptied


def record(ledger: Ledger, batch: list[Recording], day: int = 1) -> Recorded:
    return ledger.record(batch, moment=f"2024-09-{day:02}T12:00:00Z", author="law", tool="test")


def answers(ledger: Ledger, known: int | str | None) -> tuple[object, ...]:
    return (
        ledger.documents(known=known),
        ledger.claims(known=known),
        ledger.claims(known=known, kind="envoy.accept"),
        ledger.claims(known=known, parties=["om", "td"]),
        ledger.claims(known=known, doc="a", parties=["*"]),
    )


@given(history=histories)
@FEW
def test_every_database_answers_as_the_reference_does(empty: Empty, history: list[list[Recording]]) -> None:
    with open_ledger("memory:") as plain, empty() as stored:
        for day, batch in enumerate(history, start=1):
            assert record(plain, batch, day) == record(stored, batch, day)
        assert plain.transactions() == stored.transactions()
        for known in (None, *range(len(history) + 1), "2024-09-02", "2024-09"):
            assert answers(plain, known) == answers(stored, known)
        assert plain.verify() == stored.verify() == ()


@given(history=histories)
@FEWER
def test_nothing_recorded_changes_an_earlier_answer_as_known_earlier(
    empty: Empty, history: list[list[Recording]]
) -> None:
    with empty() as ledger:
        earlier = {}
        for day, batch in enumerate(history, start=1):
            record(ledger, batch, day)
            number = len(ledger.transactions())
            for known in (number, f"2024-09-{day:02}"):
                earlier[known] = answers(ledger, known)
        assert {known: answers(ledger, known) for known in earlier} == earlier


@given(batch=batches)
@FEWER
def test_recording_a_batch_again_records_nothing(empty: Empty, batch: list[Recording]) -> None:
    with open_ledger("memory:") as plain, empty() as stored:
        for ledger in (plain, stored):
            record(ledger, batch)
            before = ledger.transactions()
            assert record(ledger, batch).transaction is None
            assert ledger.transactions() == before


@given(reading=readings())
@FEWER
def test_what_comes_back_is_what_was_recorded(empty: Empty, reading: Recording) -> None:
    with open_ledger("memory:") as plain, empty() as stored:
        for ledger in (plain, stored):
            record(ledger, [reading])
            assert ledger.documents() == (reading.document,)
            assert ledger.claims() == tuple(sorted(reading.claims, key=lambda claim: claim.id))


@given(
    batch=st.lists(readings(), unique_by=lambda reading: reading.document.id),
    chance=st.randoms(use_true_random=False),
)
@FEWER
def test_the_order_in_which_documents_arrive_changes_no_answer(
    empty: Empty, batch: list[Recording], chance: random.Random
) -> None:
    shuffled = list(batch)
    chance.shuffle(shuffled)
    with open_ledger("memory:") as plain, empty() as stored:
        for one, other in zip(batch, shuffled, strict=True):
            record(plain, [one])
            record(stored, [other])
        assert answers(plain, None) == answers(stored, None)
