"""What became of a finding: its versions, and what is shown where it does not stand any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from credence.asking.changes import history_of
from credence.asking.names import label
from credence.catalog.kinds import load_kinds
from credence.errors import NotThere
from credence.model.difference import Difference
from credence.model.transaction import Transaction
from credence.serve.page.frame import Frame
from credence.serve.page.question import PageQuestion
from credence.show import finding_sentence
from credence.show.difference import changes
from credence.show.words import day


@dataclass(frozen=True, slots=True)
class Version:
    """A turn in what stood.

    Attributes:
        number: The transaction.
        moment: When it was recorded.
        author: By whom.
        what: What became of the finding: "appeared", "changed".
        status: What it came to; empty where it vanished.
        figure: Its credence then; empty where it vanished.
        changed: Name of what differs, what it was, what it is.
        why: What brought it about.
        href: The finding as known then.
        here: Whether it is what this page shows.
    """

    number: int
    moment: str
    author: str
    what: str
    status: str
    figure: str
    changed: tuple[tuple[str, str, str], ...]
    why: tuple[str, ...]
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """The page of a finding that stood once, and does not as known then.

    Attributes:
        id: Its id.
        title: What stood, as a sentence without its full stop.
        number: The transaction in which it vanished.
        on: The day of that, in words.
        why: What brought it about.
        before: The finding as it stood last.
        versions: What became of it, the latest first.
    """

    id: str
    title: str
    number: int
    on: str
    why: tuple[str, ...]
    before: str
    versions: tuple[Version, ...]


def versions_of(asked: PageQuestion, id_: str) -> Iterator[Version]:
    """Give what became of a finding, the latest first."""
    try:
        turns = history_of(asked.ledger, id_, asked.moment.known)
    except NotThere:  # what is known now stands in no transaction yet whose findings are kept
        return
    yield from _versions(turns, asked.frame, id_)


def _versions(turns: Sequence[tuple[Transaction, Difference]], frame: Frame, id_: str) -> Iterator[Version]:
    for at, (made, difference) in enumerate(reversed(turns)):
        yield _version(made, difference, frame, id_, here=at == 0)


def _version(made: Transaction, difference: Difference, frame: Frame, id_: str, *, here: bool) -> Version:
    after = difference.after
    return Version(
        number=made.number,
        moment=made.moment,
        author=made.author,
        what=difference.what,
        status=after.status if after else "",
        figure=f"{after.credence:.2f}" if after else "",
        changed=tuple(changes(difference)),
        why=difference.why,
        href=frame.to(f"/finding/{id_}", known=made.number),
        here=here,
    )


def gone(asked: PageQuestion, id_: str) -> Gone:
    """Tell of a finding that does not stand any more.

    Raises:
        NotThere: If it never stood, as known then.
    """
    turns = history_of(asked.ledger, id_, asked.moment.known)
    made, last = turns[-1]
    if last.before is None or last.after is not None:  # it stands, among what is not kept yet
        raise NotThere(f"finding “{id_}”", "it is not there just now", "ask again")
    return Gone(
        id=id_,
        title=finding_sentence(last.before, load_kinds(), label).removesuffix("."),
        number=made.number,
        on=day(made.moment[:10]),
        why=last.why,
        before=asked.frame.to(f"/finding/{id_}", known=made.number - 1),
        versions=tuple(_versions(turns, asked.frame, id_)),
    )
