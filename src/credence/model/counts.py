"""Counts: numbers that were claimed, beside what can be located of what they count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from credence.model.finding import Finding
from credence.model.sighting import Mood, Polarity

Stands = Literal["certain", "open", "unsettled", "ended", "later", "planned", "denied"]
"""Whether something stands on a day: for certain; begun, with no end recorded; not settled, for it may have begun only
later or been over; over by then; begun only later; planned, sought or possible; or said not to be so, at least as
credibly as that it is."""

BEGUN: tuple[Stands, ...] = ("certain", "open")
"""What had begun by the day beyond doubt, and is not known to have ended: this is counted as located."""

Cause = Literal[
    "ended", "later", "unsettled", "planned", "denied", "unnamed", "unsaid", "others", "unrecorded", "day", "scope",
    "units", "derived", "more",
]  # fmt: skip
"""What could explain a difference."""


@dataclass(frozen=True, slots=True)
class Located:
    """One of what is counted, as far as anybody told where it is.

    Attributes:
        where: Party that hosts it, or does it; None where nobody is named.
        city: City; None where none is named, or cities do not matter for what is counted.
        said: Posts or ranks it is told under, sorted.
        stands: Whether it stands on the day.
        findings: What it rests on, the best first; each as judged from the claims about this one alone.
    """

    where: str | None
    city: str | None
    said: tuple[str, ...]
    stands: Stands
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What could explain a part of a difference.

    Attributes:
        cause: Which it is.
        number: How many it may account for; 0 where no number can be given.
        about: Ids of findings, dates, units or values that it speaks of.
    """

    cause: Cause
    number: int = 0
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that somebody claims.

    Attributes:
        value: As claimed: "39", "40.." (more than), "..40" (nearly), "~40" (about).
        least: The smallest number that may be meant; None if none is said.
        most: The largest; None if none is said.
        scope: Where it is said to hold; None if that is not said.
        names: Who says so, by every name they are given, sorted: an interested party is one voice.
        party: Party for which they speak; None if for none.
        interested: Whether that party is a party to the claim.
        polarity: Whether it is affirmed or denied.
        mood: Mood of the claim.
        days: When it was claimed to be so, or else when it was published, as EDTF, sorted.
        documents: How many documents carry it.
        origins: How many origins it has.
        finding: The finding about this value, whoever claims it.
        located: How many were located that had begun by the day, in its scope.
        missing: How many more are claimed than located, at the least and at the most; None where no number bounds it.
        explanations: What could explain that.
    """

    value: str
    least: int | None
    most: int | None
    scope: str | None
    names: tuple[str, ...]
    party: str | None
    interested: bool
    polarity: Polarity
    mood: Mood
    days: tuple[str, ...]
    documents: int
    origins: int
    finding: Finding
    located: int = 0
    missing: tuple[int | None, int | None] = (None, None)
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """All that is claimed and located in one unit; units are never mixed.

    Attributes:
        unit: Id of the unit.
        says: The unit in words, in the plural.
        can_be_located: Whether there is anything that could be listed one by one.
        claimed: The numbers, as many as were claimed.
        located: What stands, or may stand, on the day, by place.
        apart: What is recorded and is not located on the day, by place.
    """

    unit: str
    says: str
    can_be_located: bool
    claimed: tuple[Counted, ...]
    located: tuple[Located, ...]
    apart: tuple[Located, ...]
