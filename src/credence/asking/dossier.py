"""A dossier: all that is recorded between an authority and a state."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol

from credence.asking.findings import ask
from credence.catalog.ladder import load_ladder
from credence.catalog.parties import load_parties
from credence.judge import Dealings, standing, turns
from credence.ledger import Known, Ledger
from credence.model.finding import Finding, Of, Of_co
from credence.model.ladder import Standing


@dataclass(frozen=True, slots=True)
class Dossier(Generic[Of_co]):
    """What is recorded between an authority and a state.

    Attributes:
        authority: The authority.
        state: The state.
        day: The day asked about.
        until: The day up to which things are known, or the day asked about if that is later.
        standing: The step reached on the day, with its grounds.
        turns: The standings of all days, up to ``until``, on which the step changed; the oldest first.
        findings: What stands about the two, whatever the day, sorted by kind and begin.
        missions: What stands about missions of either in the other's land, whoever runs them: those of the state that
            the authority claims to govern are among them. Likewise sorted.
    """

    authority: str
    state: str
    day: date
    until: date
    standing: Standing[Of_co]
    turns: tuple[Standing[Of_co], ...]
    findings: tuple[Finding, ...]
    missions: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Between(Generic[Of_co]):
    """What is recorded between an authority and a state, judged; the same whatever the day.

    Attributes:
        dealings: What rules of the ladder speak of.
        turns: The standings of all days on which the step changes, however far ahead; the oldest first.
        findings: As in a dossier.
        missions: Likewise.
    """

    dealings: Dealings[Of_co]
    turns: tuple[Standing[Of_co], ...]
    findings: tuple[Finding, ...]
    missions: tuple[Finding, ...]


class Ask(Protocol):
    """How findings are come by, as ``asking.findings.ask`` gives them: a server has many of them from before."""

    def __call__(
        self, ledger: Ledger, *, parties: Collection[str], kind: str | None = None, known: Known = None
    ) -> tuple[Finding, ...]:
        """Judge what the ledger held in which all of some parties stand."""
        ...


def between(ledger: Ledger, dealings: Dealings[Of], *, known: Known = None, findings: Ask = ask) -> Between[Of]:
    """Gather what is recorded between an authority and a state.

    Args:
        ledger: The ledger.
        dealings: What was judged between the two.
        known: As known at that transaction or by that date, as the dealings are.
        findings: How findings are come by.
    """
    authority, state = dealings.authority, dealings.state
    found = findings(ledger, parties=[authority, state], known=known)
    governed, more = governed_by(authority), tuple[Finding, ...]()
    if governed is not None and governed != state:
        more = findings(ledger, parties=[governed, state], kind="mission", known=known)
    missions = {each.id: each for each in (*found, *more) if _is_mission(each)}
    others = [each for each in found if each.id not in missions]
    return Between(
        dealings,
        turns(dealings, date.max, load_ladder()),
        tuple(sorted(others, key=_order)),
        tuple(sorted(missions.values(), key=_order)),
    )


def dossier_of(ledger: Ledger, found: Between[Of], day: date, *, known: Known = None) -> Dossier[Of]:
    """Give the dossier of a day.

    Args:
        ledger: The ledger.
        found: What is recorded between the two.
        day: The day.
        known: As known at that transaction or by that date.
    """
    dealings = found.dealings
    recorded = [date.fromisoformat(each.moment[:10]) for each in ledger.transactions(known=known)]
    until = max([day, *recorded[-1:]])
    return Dossier(
        dealings.authority,
        dealings.state,
        day,
        until,
        standing(dealings, day, load_ladder()),
        tuple(each for each in found.turns if each.day <= until),
        found.findings,
        found.missions,
    )


def governed_by(authority: str) -> str | None:
    """Give the state that an authority claims to govern, if it is no state itself."""
    return getattr(load_parties().get(authority), "of", None)


def _is_mission(finding: Finding) -> bool:
    return finding.proposition.kind.startswith("mission.") and "host" in dict(finding.proposition.roles)


def _order(finding: Finding) -> tuple[str, str, str]:
    begins = finding.begins.date or finding.ends.date or ""
    return finding.proposition.kind, begins.removeprefix("../"), finding.id
