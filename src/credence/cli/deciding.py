"""What the verbs that decide something share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from credence import __version__
from credence.cli.asking import brought_up
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
    made = ledger.decide([decision], moment=now, author=author, tool=f"credence {__version__}")
    brought_up(ledger)
    if made:
        click.echo(f"decision {made[0].number} recorded (transaction {made[0].transaction})", err=True)
    else:
        click.echo("nothing new to record: you decided so already", err=True)
