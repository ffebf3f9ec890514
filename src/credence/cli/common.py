"""What several verbs share: options, messages to stderr, exit codes."""

from __future__ import annotations

import functools
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import IO, Any, TypeVar

import click

from credence.asking.days import one_day
from credence.errors import BadInput, BadPeriod, CredenceError, WrongUse
from credence.ledger import Ledger, open_ledger
from credence.model.period import Period
from credence.settings import ledger_address
from credence.show import WIDTH

WRONG_USE = 2
BAD_INPUT = 3

Verb = TypeVar("Verb", bound=Callable[..., Any])


def ledger_option(command: Verb) -> Verb:
    """Add ``--ledger``."""
    return click.option(
        "--ledger",
        "address",
        metavar="FILE|URL",
        help="The ledger; by default $CREDENCE_LEDGER, or credence.db in the current folder.",
    )(command)


def format_option(*formats: str) -> Callable[[Verb], Verb]:
    """Add ``--format`` with the formats a verb has; the first is the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="How to print."
    )


def on_option(command: Verb) -> Verb:
    """Add ``--on``."""
    return click.option("--on", "day", metavar="DATE", callback=checked_period, help="What held on that day (EDTF).")(
        command
    )


def day_option(command: Verb) -> Verb:
    """Add ``--on`` where an answer is about one day; without asking the clock, so that it is the same tomorrow."""
    return click.option(
        "--on", "day", metavar="DATE", required=True, callback=checked_day, help="The day that is asked about."
    )(command)


def known_option(command: Verb) -> Verb:
    """Add ``--known``."""
    return click.option(
        "--known", metavar="TX|DATE", help="As known at a transaction, or by the end of a day; by default now."
    )(command)


def checked_period(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse a date that is no EDTF, as wrong use."""
    if value is not None:
        try:
            Period.parse(value)
        except BadPeriod as error:
            raise click.BadParameter(str(error)) from error
    return value


def checked_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Read one day, and refuse what is more or less than that, as wrong use."""
    text = checked_period(context, parameter, value)
    try:
        return None if text is None else one_day(text)
    except BadPeriod as error:
        raise click.BadParameter(str(error)) from error


def answering(command: Callable[..., None]) -> Callable[..., None]:
    """Turn our errors into a message on stderr and the exit code of their branch; never a traceback."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever click hands over
        try:
            command(*args, **kwargs)
        except WrongUse as error:
            complain(error)
            raise SystemExit(WRONG_USE) from error
        except BadInput as error:
            complain(error)
            raise SystemExit(BAD_INPUT) from error
        except BrokenPipeError:  # the reader of our output has gone: nothing is wrong
            sys.stderr.close()

    return run


def complain(error: CredenceError) -> None:
    """Say on stderr what is wrong, where, and what to do."""
    click.echo(f"credence: {error}", err=True)


def existing_ledger(address: str | None) -> Ledger:
    """Open the ledger for asking; it must be there."""
    return open_ledger(address or ledger_address(), create=False)


def width() -> int:
    """Columns of the terminal; a fixed number where output goes to a file or pipe, so that it is always the same."""
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def print_json(value: object, stream: IO[str] | None = None) -> None:
    """Print a value as indented JSON with its members in a fixed order."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2), file=stream)


def print_json_lines(values: Iterable[object]) -> None:
    """Print values as JSON, one a line."""
    for value in values:
        click.echo(json.dumps(value, ensure_ascii=False))


def print_plain(values: Sequence[object], form: str) -> None:
    """Print values in the form that was chosen: "json", as one list, or "jsonl"; in any other, nothing."""
    if form == "json":
        print_json(values)
    elif form == "jsonl":
        print_json_lines(values)
