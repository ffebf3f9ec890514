"""What became known between moments, and why."""

from __future__ import annotations

from collections.abc import Collection

from credence.asking.findings import ask
from credence.errors import NotThere
from credence.exchange.findings import difference_to_plain
from credence.flow import Judging
from credence.judge import differences, holds_on
from credence.ledger import Known, Ledger
from credence.model.decision import Decided
from credence.model.difference import Difference
from credence.model.finding import Finding
from credence.model.plain import Plain
from credence.model.transaction import Transaction


def differing(
    ledger: Ledger, since: Known, until: Known = None, parties: Collection[str] = (), day: str | None = None
) -> tuple[Difference, ...]:
    """Compare what was known at two moments.

    Args:
        ledger: The ledger.
        since: The first moment.
        until: The last.
        parties: Only findings in which all of these stand, at either moment.
        day: Only what held, or may have held, on that day, EDTF, as known at either moment.
    """
    ids = ledger.changed(Judging().basis, since, until)
    before, after = (ask(ledger, ids=ids, known=known) for known in (since, until))
    found = differences(before, after, *_decided_between(ledger, since, until))
    wanted = frozenset(parties)
    found = tuple(d for d in found if any(f and f.names >= wanted for f in (d.before, d.after)))
    return found if day is None else tuple(each for each in found if _may_hold(each, day))


def history_of(ledger: Ledger, wanted: str, known: Known = None) -> list[tuple[Transaction, Difference]]:
    """Give the transactions in which a finding came to stand, changed or vanished, each with what it did.

    Raises:
        NotThere: If no finding of this id ever stood.
    """
    found = []
    before: tuple[Finding, ...] = ()
    turns = ledger.turns(Judging().basis, wanted, known=known)
    for made in (each for each in ledger.transactions(known=known) if each.number in turns):
        after = ask(ledger, ids=[wanted], known=made.number)
        between = _decided_between(ledger, made.number - 1, made.number)
        found += [(made, each) for each in differences(before, after, *between)]
        before = after
    if not found:
        raise NotThere(f"finding “{wanted}”", "no finding of this id ever stood", "take an id from: credence findings")
    return found


def _decided_between(ledger: Ledger, since: Known, until: Known) -> tuple[list[Decided], list[Decided]]:
    """Give the decisions that stand at the second of two moments only, and those that do at the first only."""
    first, last = ({each.number: each for each in ledger.decisions(known=known)} for known in (since, until))
    return [last[n] for n in last if n not in first], [first[n] for n in first if n not in last]


def version_to_plain(made: Transaction, difference: Difference, day: str | None) -> Plain:
    """Give a version of a finding's history as plain JSON values.

    Args:
        made: The transaction that made it.
        difference: What that transaction did to the finding.
        day: A day that is asked about, EDTF; the version says whether the finding held on it.
    """
    recorded: Plain = {"transaction": made.number, "moment": made.moment, "author": made.author}
    holds = {"on": day, "holds": holds_on(difference.after, day) if difference.after else "no"} if day else {}
    return {**recorded, **difference_to_plain(difference), **holds}


def _may_hold(difference: Difference, day: str) -> bool:
    return any(each and holds_on(each, day) != "no" for each in (difference.before, difference.after))
