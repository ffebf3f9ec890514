"""Every error Credence raises on purpose, as one tree.

    CredenceError
    ├── WrongUse             the command or call itself is wrong            (exit 2)
    │   └── NotThere             nothing of the name or id asked for            (exit 2)
    ├── BadInput             what was handed in cannot be read              (exit 3)
    │   ├── Unreadable           missing, empty, broken or undecodable input
    │   ├── BadPeriod            a date that is not the EDTF we accept
    │   └── LedgerTrouble        locked, foreign, newer or damaged ledger
    └── BadKnowledge         a file under ``data/`` contradicts itself      (a fault of ours)

Each error holds its place (file, line, span, pattern), its cause and its remedy. No stage knows exit codes or HTTP
statuses: those are decided once, at the edges.
"""

from __future__ import annotations


class CredenceError(Exception):
    """Anything Credence refuses, with its place, its cause and its remedy.

    Attributes:
        place: Where it happened, as a person would look it up: ``notes.jsonl, line 7``.
        cause: What is wrong, in one clause.
        remedy: What to do about it, in one clause; empty where nothing can be done.
    """

    def __init__(self, place: str, cause: str, remedy: str = "") -> None:
        """Keep the three parts apart, so that edges can show them in their own form."""
        super().__init__(place, cause, remedy)
        self.place = place
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        """Give one line: place, cause, then the remedy in brackets."""
        line = f"{self.place}: {self.cause}"
        return f"{line} ({self.remedy})" if self.remedy else line


class WrongUse(CredenceError):
    """The command or call is wrong whatever the input holds."""


class NotThere(WrongUse):
    """What was asked for by its name or id does not exist."""


class BadInput(CredenceError):
    """What was handed in cannot be used."""


class Unreadable(BadInput):
    """A file, stream or line that is missing, empty, broken or in an unknown encoding."""


class BadPeriod(BadInput):
    """A date or period outside the part of EDTF that Credence accepts."""


class LedgerTrouble(BadInput):
    """A ledger that is locked, not ours, newer than this program, or damaged."""


class BadKnowledge(CredenceError):
    """A data file of the package that contradicts itself or another one."""
