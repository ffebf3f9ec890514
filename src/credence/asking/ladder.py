"""The ladder: how far states go in dealing with an authority, on a day or up to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from credence.asking.evidence import Gather, evidence, hearing, outlines_about
from credence.asking.names import label
from credence.catalog.ladder import SEVERED, LadderBook, load_ladder
from credence.catalog.parties import load_parties
from credence.errors import WrongUse
from credence.judge import Before, Dealings, dealings, standing, turns
from credence.ledger import Known, Ledger
from credence.model.finding import Finding, Of, Part, Stood
from credence.model.ladder import Standing


def dealings_of(
    ledger: Ledger, authority: str, state: str | None = None, *, known: Known = None, gather: Gather = evidence
) -> tuple[Dealings[Finding], ...]:
    """Judge what rules of the ladder speak of between an authority and a state, or all others.

    Args:
        ledger: The ledger.
        authority: The authority.
        state: Only with this state, whether or not anything is recorded.
        known: As known at that transaction or by that date.
        gather: How evidence is come by.

    Raises:
        WrongUse: If the two are the same party.
    """
    _require_two(authority, state)
    book = load_ladder()
    found = gather(ledger, book.topic, parties=[authority, *([state] if state else [])], known=known)
    return dealings(found, authority, book, [state] if state else None)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was judged between two, without words.

    Attributes:
        dealings: What rules of the ladder speak of.
        before: What was judged for that: whatever stays as it is need not be judged again at another moment.
    """

    dealings: Dealings[Part]
    before: Before


Turns = Callable[[int], AbstractContextManager[None]]
"""Lets whoever is about to judge what so many documents say begin when it is his turn."""


def at_once(_documents: int) -> AbstractContextManager[None]:
    """Let everybody begin at once."""
    return nullcontext()


def heard_of(  # noqa: PLR0913 - what is asked, and how a server comes by it
    ledger: Ledger,
    authority: str,
    state: str,
    *,
    known: Known = None,
    earlier: Before | None = None,
    turns_of: Turns = at_once,
) -> Heard | None:
    """Judge what rules of the ladder speak of between two, without words: very much is judged far more quickly so.

    Args:
        ledger: The ledger.
        authority: The authority.
        state: The state, whether or not anything is recorded.
        known: As known at that transaction or by that date.
        earlier: What was judged of the two before.
        turns_of: When to begin.

    Returns:
        None where the ledger keeps no testimony as known then.

    Raises:
        WrongUse: If the two are the same party.
    """
    _require_two(authority, state)
    book = load_ladder()
    two = [authority, state]
    some = outlines_about(ledger, book.topic, parties=two, known=known)
    if some is None:
        return None
    with turns_of(sum(each.documents for each in some)):
        found = hearing(ledger, book.topic, parties=two, known=known, some=some, earlier=earlier)
        return None if found is None else Heard(dealings(found, authority, book, [state])[0], found.so_far())


class Judged(Protocol):
    """How dealings are come by, as ``dealings_of`` gives them: a server has many of them from before."""

    def __call__(
        self, ledger: Ledger, authority: str, state: str | None = None, *, known: Known = None
    ) -> tuple[Dealings[Finding], ...]:
        """Judge what rules of the ladder speak of between an authority and a state, or all others."""
        ...


def standings_of(  # noqa: PLR0913 - what steps are chosen by
    ledger: Ledger,
    authority: str,
    day: date,
    *,
    state: str | None = None,
    known: Known = None,
    history: bool = False,
    judged: Judged = dealings_of,
) -> tuple[Standing[Finding], ...]:
    """Give the step that an authority has reached with each state: the highest first, severed relations last.

    Args:
        ledger: The ledger.
        authority: The authority.
        day: The day.
        state: Only with this state, whether or not anything is recorded.
        known: As known at that transaction or by that date.
        history: Give the days up to then on which a step changed instead, state by state.
        judged: How dealings are come by.

    Raises:
        WrongUse: If the two are the same party.
    """
    found = judged(ledger, authority, state, known=known)
    return standings_in(found, day, alone=state is not None, history=history)


def standings_in(
    found: Iterable[Dealings[Of]], day: date, *, alone: bool, history: bool = False
) -> tuple[Standing[Of], ...]:
    """Give the steps that were reached by dealings on a day, as ``standings_of`` does.

    Args:
        found: The dealings.
        day: The day.
        alone: Whether one state is asked about, whoever it is.
        history: Give the days up to then on which a step changed instead, state by state.
    """
    book, by_state = load_ladder(), {each.state: each for each in found}
    standings = [standing(each, day, book) for each in by_state.values()]
    answer = in_order([each for each in standings if alone or _is_state(each)], book)
    return (
        tuple(turn for each in answer for turn in turns(by_state[each.state], day, book)) if history else tuple(answer)
    )


def in_order(standings: Sequence[Standing[Of]], book: LadderBook) -> list[Standing[Of]]:
    """Sort standings: the highest step first, severed relations last, and by name."""
    return sorted(standings, key=lambda each: (each.step == SEVERED, -book.height(each.step), label(each.state)))


def _require_two(authority: str, state: str | None) -> None:
    if authority == state:
        raise WrongUse(f"party “{authority}”", "is the same as the state", "name two parties")


def _is_state(standing: Standing[Stood]) -> bool:
    """Tell whether the other side is a state or claims to govern another one than the authority does."""
    parties = load_parties()
    authority, other = parties.get(standing.authority), parties.get(standing.state)
    own = {standing.authority, *([authority.of] if authority and authority.of else [])}
    return other is not None and other.cls in ("state", "authority") and not own & {other.id, other.of}
