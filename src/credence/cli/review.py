"""``credence review``: what people decide about claims, findings and names."""

from __future__ import annotations

import json

import click

from credence.asking.correcting import changes_meant
from credence.asking.deciding import identity, whole_id
from credence.cli.common import (
    answering,
    existing_ledger,
    format_option,
    known_option,
    ledger_option,
    print_plain,
)
from credence.cli.deciding import by_option, decide, reason_option
from credence.errors import WrongUse
from credence.exchange.decisions import decided_to_plain
from credence.model.decision import Adjudication, Revocation, Sameness, Subject, Verdict

_ABOUT = click.Choice(["party", "person", "mission", "utterance"])


@click.group()
def review() -> None:
    """Decide about claims, findings and names; every decision is signed, dated and can be undone."""


def _verdict(verdict: Verdict, says: str) -> None:
    @review.command(verdict, help=says)
    @click.argument("target", metavar="ID")
    @by_option
    @reason_option
    @ledger_option
    @answering
    def command(target: str, author: str, reason: str, address: str | None) -> None:
        with existing_ledger(address) as ledger:
            decide(ledger, Adjudication(whole_id(ledger, target), verdict, reason), author)


_verdict("accept", "Accept a claim as read right, or a finding as so.")
_verdict("reject", "Reject a claim as misread, or a finding as not so.")


@review.command()
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--set",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    help="What it says instead: roles.ROLE, polarity, mood, when or step; parties by id or name, several with commas.",
)
@click.option("--unset", metavar="NAME", multiple=True, help="What it does not say.")
@by_option
@reason_option
@ledger_option
@answering
def correct(  # noqa: PLR0913 - one argument an option
    claim: str, given: tuple[str, ...], unset: tuple[str, ...], author: str, reason: str, address: str | None
) -> None:
    """Correct a claim that was misread in part."""
    with existing_ledger(address) as ledger:
        target = whole_id(ledger, claim)
        changes = changes_meant(ledger, target, _given(given, unset))
        decide(ledger, Adjudication(target, "correct", reason, changes), author)


def _sameness(verdict: Sameness, says: str) -> None:
    @review.command(verdict, help=says)
    @click.argument("left", metavar="NAME")
    @click.argument("right", metavar="NAME")
    @click.option("--about", type=_ABOUT, default="party", show_default=True, help="What the two are.")
    @by_option
    @reason_option
    @ledger_option
    @answering
    def command(  # noqa: PLR0913 - one argument an option
        left: str, right: str, about: Subject, author: str, reason: str, address: str | None
    ) -> None:
        with existing_ledger(address) as ledger:
            decide(ledger, identity(about, left, right, verdict, reason), author)


_sameness("same", "Say that two names mean the same.")
_sameness("different", "Say that two names do not mean the same.")
_sameness("unsure", "Say that somebody looked, and that it stays open whether two names mean the same.")


@review.command()
@click.argument("number", metavar="DECISION", type=click.IntRange(1))
@by_option
@reason_option
@ledger_option
@answering
def undo(number: int, author: str, reason: str, address: str | None) -> None:
    """Revoke a decision; it stays on record."""
    with existing_ledger(address) as ledger:
        decide(ledger, Revocation(number, reason), author)


@review.command(name="list")
@click.option("--all", "every", is_flag=True, help="Those that were revoked, and what revoked them, too.")
@known_option
@ledger_option
@format_option("table", "json", "jsonl")
@answering
def list_(every: bool, known: str | None, address: str | None, form: str) -> None:  # noqa: FBT001 - click's flag
    """List the decisions that stand."""
    with existing_ledger(address) as ledger:
        found = ledger.decided() if every else ledger.decisions(known=known)
    plain = [decided_to_plain(each) for each in found]
    print_plain(plain, form)
    for each in plain if form == "table" else ():
        click.echo(_line(each))


def _line(plain: dict[str, object]) -> str:
    """Tell a decision in one line."""
    said = {name: value for name, value in plain.items() if name not in {"number", "transaction", "author", "reason"}}
    words = " ".join(value if isinstance(value, str) else json.dumps(value) for value in said.values() if value)
    return (
        f"{plain['number']:>4}  {words}  by {plain['author']} (transaction {plain['transaction']}): {plain['reason']}"
    )


def _given(given: tuple[str, ...], unset: tuple[str, ...]) -> dict[str, str | None]:
    """Give what is to be otherwise, and how."""
    changes: dict[str, str | None] = dict.fromkeys(unset)
    for one in given:
        name, sign, value = one.partition("=")
        if not sign:
            raise WrongUse(f"--set {one}", "it gives no value", "write NAME=VALUE, or use --unset")
        changes[name] = value
    return changes
