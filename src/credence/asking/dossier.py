"""A dossier: all that is recorded between an authority and a state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credence.asking.findings import Gather, ask, evidence
from credence.asking.ladder import standings_of
from credence.catalog.parties import load_parties
from credence.ledger import Known, Ledger
from credence.model.finding import Finding
from credence.model.ladder import Standing


@dataclass(frozen=True, slots=True)
class Dossier:
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
    standing: Standing
    turns: tuple[Standing, ...]
    findings: tuple[Finding, ...]
    missions: tuple[Finding, ...]


def dossier_of(  # noqa: PLR0913 - whose, of when, and how it is come by
    ledger: Ledger, authority: str, state: str, day: date, *, known: Known = None, gather: Gather = evidence
) -> Dossier:
    """Gather a dossier.

    Args:
        ledger: The ledger.
        authority: The authority.
        state: The state.
        day: The day.
        known: As known at that transaction or by that date.
        gather: How evidence is come by.

    Raises:
        WrongUse: If the two are the same party.
    """
    recorded = [date.fromisoformat(each.moment[:10]) for each in ledger.transactions(known=known)]
    until = max([day, *recorded[-1:]])
    [standing] = standings_of(ledger, authority, day, state=state, known=known, gather=gather)
    turns = standings_of(ledger, authority, until, state=state, known=known, history=True, gather=gather)
    found = ask(ledger, parties=[authority, state], known=known)
    governed = getattr(load_parties().get(authority), "of", None)
    more = ask(ledger, parties=[governed, state], kind="mission", known=known) if governed not in (None, state) else ()
    missions = {each.id: each for each in (*found, *more) if _is_mission(each)}
    others = [each for each in found if each.id not in missions]
    return Dossier(
        authority, state, day, until, standing, turns,
        tuple(sorted(others, key=_order)), tuple(sorted(missions.values(), key=_order)),
    )  # fmt: skip


def _is_mission(finding: Finding) -> bool:
    return finding.proposition.kind.startswith("mission.") and "host" in dict(finding.proposition.roles)


def _order(finding: Finding) -> tuple[str, str, str]:
    begins = finding.begins.date or finding.ends.date or ""
    return finding.proposition.kind, begins.removeprefix("../"), finding.id
