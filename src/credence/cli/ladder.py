"""``credence ladder``: how far states go in dealing with an authority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from credence.catalog.kinds import load_kinds
from credence.catalog.ladder import SEVERED, LadderBook, load_ladder
from credence.catalog.parties import load_parties
from credence.cli.asking import brought_up, evidence
from credence.cli.common import (
    answering,
    day_option,
    existing_ledger,
    format_option,
    known_option,
    label,
    ledger_option,
    party_id,
    print_plain,
    width,
)
from credence.errors import WrongUse
from credence.exchange.ladder import standing_to_plain
from credence.judge import ladder as climb
from credence.judge import turns
from credence.model.ladder import Standing
from credence.show import render, standing_text, standings_table, turns_table


@click.command()
@click.argument("party", metavar="PARTY")
@click.option("--with", "other", metavar="STATE", help="Only with this state, and all that the step rests on.")
@click.option("--history", is_flag=True, help="The days up to then on which the step changed.")
@day_option
@known_option
@ledger_option
@format_option("table", "json", "jsonl")
@answering
def ladder(  # noqa: PLR0913 - one argument an option
    party: str, other: str | None, day: date, known: str | None, address: str | None, form: str, *, history: bool
) -> None:
    """Show which step of the ladder a party has reached with states on a day, by declared rules.

    The steps: none, contact, visit, mission-tolerated, envoy-charge, envoy-ambassador, recognised; and severed.
    """
    authority, state, book = party_id(party), party_id(other) if other is not None else None, load_ladder()
    if authority == state:
        raise WrongUse(f"party “{party}”", "is the same as the state", "name two parties")
    parties = [authority, *([state] if state else [])]
    with brought_up(existing_ledger(address)) as ledger:
        found = evidence(ledger, book.kinds, parties=parties, known=known)
    standings = climb(found, authority, day, book, [state] if state else None)
    answer = in_order([each for each in standings if state or _is_state(each)], book)
    if history:
        answer = list(turns(found, authority, [each.state for each in answer], day, book))
    if form != "table":
        print_plain([standing_to_plain(each) for each in answer], form)
    elif answer:
        click.echo(_text(answer, book, alone=state is not None, history=history), nl=False)
    else:
        click.echo("nothing is recorded that leads to a step", err=True)


def _text(answer: Sequence[Standing], book: LadderBook, *, alone: bool, history: bool) -> str:
    if history:
        return render(turns_table(answer, load_kinds(), label), width=width())
    if alone:
        return standing_text(answer[0], book, load_kinds(), label, width=width())
    return render(standings_table(answer, label), width=width())


def in_order(standings: Sequence[Standing], book: LadderBook) -> list[Standing]:
    """Sort standings: the highest step first, severed relations last, and by name."""
    return sorted(standings, key=lambda each: (each.step == SEVERED, -book.height(each.step), label(each.state)))


def _is_state(standing: Standing) -> bool:
    """Tell whether the other side is a state or claims to govern another one than the authority does."""
    parties = load_parties()
    authority, other = parties.get(standing.authority), parties.get(standing.state)
    own = {standing.authority, *([authority.of] if authority and authority.of else [])}
    return other is not None and other.cls in ("state", "authority") and not own & {other.id, other.of}
