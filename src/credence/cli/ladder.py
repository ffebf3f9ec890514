"""``credence ladder``: how far states go in dealing with an authority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from credence.asking.findings import brought_up
from credence.asking.ladder import standings_of
from credence.asking.names import label, party_id
from credence.catalog.kinds import load_kinds
from credence.catalog.ladder import load_ladder
from credence.cli.common import (
    answering,
    day_option,
    existing_ledger,
    format_option,
    known_option,
    ledger_option,
    print_plain,
    width,
)
from credence.exchange.ladder import standing_to_plain
from credence.model.finding import Finding
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
    authority, state = party_id(party), party_id(other) if other is not None else None
    with brought_up(existing_ledger(address)) as ledger:
        answer = standings_of(ledger, authority, day, state=state, known=known, history=history)
    if form != "table":
        print_plain([standing_to_plain(each) for each in answer], form)
    elif answer:
        click.echo(_text(answer, alone=state is not None, history=history), nl=False)
    else:
        click.echo("nothing is recorded that leads to a step", err=True)


def _text(answer: Sequence[Standing[Finding]], *, alone: bool, history: bool) -> str:
    if history:
        return render(turns_table(answer, load_kinds(), label), width=width())
    if alone:
        return standing_text(answer[0], load_ladder(), load_kinds(), label, width=width())
    return render(standings_table(answer, label), width=width())
