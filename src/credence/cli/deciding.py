"""What the verbs that decide something share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from credence.asking.deciding import record_decision
from credence.ledger import Ledger
from credence.model.decision import Decision

Verb = TypeVar("Verb", bound=Callable[..., Any])

_NO_REASON = "no reason given"


def by_option(command: Verb) -> Verb:
    """Add ``--by``."""
    return click.option("--by", "author", metavar="NAME", required=True, help="Who decides.")(command)


def reason_option(command: Verb) -> Verb:
    """Add ``--reason``."""
    return click.option("--reason", metavar="WORDS", default=_NO_REASON, help="Why, for those who come after.")(command)


def decide(ledger: Ledger, decision: Decision, author: str) -> None:
    """Record a decision, and say its number on stderr."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    made = record_decision(ledger, decision, author=author, moment=now)
    if made:
        click.echo(f"decision {made.number} recorded (transaction {made.transaction})", err=True)
    else:
        click.echo("nothing new to record: you decided so already", err=True)
