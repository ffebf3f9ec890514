"""What became known between two moments, and why; the same as a feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response

from credence.asking.changes import differing
from credence.asking.names import label, party_id
from credence.catalog.kinds import load_kinds
from credence.exchange.findings import difference_to_plain
from credence.model.difference import Difference
from credence.model.transaction import Transaction
from credence.serve.answers import written
from credence.serve.moments import LONGEST, pinned
from credence.serve.page import files
from credence.serve.page.files import Form
from credence.serve.page.frame import Frame, address
from credence.serve.page.parts import Line, downloads, line_of
from credence.serve.page.question import Asked, PageQuestion
from credence.show import finding_sentence
from credence.show.difference import change_lines
from credence.show.difference import changes as changed
from credence.show.feed import Entry, Head, atom
from credence.show.table import believed

router = APIRouter()

MOST = 200
"""Changes that are shown, and entries of a feed."""
TURNS = 20
"""Transactions that a feed goes back."""

Words = Annotated[str, Query(max_length=200)]
Since = Annotated[str, Query(max_length=LONGEST)]

_SIGNS = {"appeared": "+", "ended": "|", "changed": "~", "vanished": "−"}
_NEVER = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a finding.

    Attributes:
        sign: That in one character.
        what: The same in a word.
        line: The finding as it stands, or as it stood last.
        changed: Name of what differs, what it was, what it is.
        why: What brought it about.
        stands: Whether it stands now.
    """

    sign: str
    what: str
    line: Line
    changed: tuple[tuple[str, str, str], ...]
    why: tuple[str, ...]
    stands: bool


@dataclass(frozen=True, slots=True)
class View:
    """The page.

    Attributes:
        since: The first moment, as written, or the transaction taken for it.
        party: The party asked about, as written; empty for any.
        first: The first moment as a transaction.
        last: The last.
        groups: What became of findings, and how many of them that is of.
        changes: The changes.
        more: How many are left out.
        feed: Address of the feed.
        turns: The last transactions: number, day, author, and what they changed.
        downloads: Name and address of each form it can be had in.
    """

    since: str
    party: str
    first: int
    last: int
    groups: tuple[tuple[str, int], ...]
    changes: tuple[Change, ...]
    more: int
    feed: str
    turns: tuple[tuple[int, str, str, str], ...]
    downloads: tuple[tuple[str, str], ...]


@router.get("/changes")
def changes(asked: Asked, since: Since = "", party: Words = "", form: Form = None) -> Response:
    """Show what became known since a moment; by default, what the last transaction changed."""
    parties = (party_id(party),) if party else ()
    last = asked.moment.known
    first = pinned(asked.desk, None, since).known if since else max(last - 1, 0)

    def found() -> tuple[Difference, ...]:
        return differing(asked.ledger, first, last, parties, asked.moment.day)

    if form is None:
        return asked.show("changes.html", lambda: _view(asked, found(), since or str(first), party, first))
    return asked.keep(f"changes-{first}-{last}", form, lambda: _file(found(), form, first, last))


@router.get("/changes.atom")
def feed(asked: Asked, party: Words = "") -> Response:
    """Give what the last transactions changed as a feed, of a party or of all.

    Addresses in it are relative to its own: what a request calls this server is not to be believed.
    """
    id_ = party_id(party) if party else ""
    return asked.feed(lambda: _feed(asked, id_).encode("utf-8", "replace"))


def _view(asked: PageQuestion, found: tuple[Difference, ...], since: str, party: str, first: int) -> View:
    frame = asked.frame
    whats = [each.what for each in found]
    return View(
        since=since,
        party=party,
        first=first,
        last=asked.moment.known,
        groups=tuple((what, whats.count(what)) for what in _SIGNS if what in whats),
        changes=tuple(_change(each, frame) for each in found[:MOST]),
        more=max(len(found) - MOST, 0),
        feed=address("/changes.atom", {"party": party or None}),
        turns=tuple(_turns(asked, party)),
        downloads=downloads(frame, "csv", "json"),
    )


def _change(difference: Difference, frame: Frame) -> Change:
    return Change(
        sign=_SIGNS[difference.what],
        what=difference.what,
        line=line_of(difference.finding, frame),
        changed=tuple(changed(difference)),
        why=difference.why,
        stands=difference.after is not None,
    )


def _turns(asked: PageQuestion, party: str) -> Iterator[tuple[int, str, str, str]]:
    for made in _last(asked):
        href = address("/changes", {
            "on": asked.frame.on, "known": made.number, "since": made.number - 1, "party": party or None,
        })  # fmt: skip
        yield made.number, made.moment[:10], made.author, href


def _last(asked: PageQuestion) -> list[Transaction]:
    """Give the last transactions, the latest first."""
    return list(reversed(list(asked.ledger.transactions(known=asked.moment.known))[-TURNS:]))


def _feed(asked: PageQuestion, party: str) -> str:
    made = _last(asked)
    entries = [entry for each in made for entry in _entries(asked, each, party)][:MOST]
    named = label(party) if party else "all parties"
    first = next(iter(asked.ledger.transactions(known=asked.moment.known)), None)
    head = Head(
        id=f"urn:credence:changes:{first.hash if first else 'empty'}:{party or 'all'}",
        title=f"Credence: what became known of {named}",
        updated=_moment(made[0].moment) if made else _NEVER,
        href=address("/changes", {"party": party or None}),
        itself=address("/changes.atom", {"party": party or None}),
    )
    return atom(head, entries)


def _entries(asked: PageQuestion, made: Transaction, party: str) -> Iterator[Entry]:
    found = differing(asked.ledger, made.number - 1, made.number, [party] if party else (), asked.moment.day)
    for each in found:
        finding = each.finding
        yield Entry(
            id=f"urn:credence:change:{made.hash}:{finding.id}",
            title=f"{each.what.capitalize()}: {finding_sentence(finding, load_kinds(), label)}",
            updated=_moment(made.moment),
            author=made.author,
            href=address(f"/finding/{finding.id}", {"known": made.number}),
            lines=(
                " ".join(believed(finding).split()),
                *change_lines(each),
                *each.why,
            ),
        )


def _moment(text: str) -> str:
    return datetime.fromisoformat(text).isoformat()


def _file(found: tuple[Difference, ...], form: str, first: int, last: int) -> bytes:
    if form == "json":
        return written({"since": first, "known": last, "items": list(map(difference_to_plain, found))})
    head = ("what", "finding", "says", "status", "credence", "changed", "why")
    return files.table(head, map(_cells, found))


def _cells(difference: Difference) -> tuple[object, ...]:
    finding = difference.finding
    differs = "; ".join(change_lines(difference))
    says = finding_sentence(finding, load_kinds(), label)
    return (difference.what, finding.id, says, finding.status, f"{finding.credence:.2f}", differs,
            "; ".join(difference.why))  # fmt: skip
