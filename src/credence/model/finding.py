"""Findings: what stands about a proposition, from when to when, on whose word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol, Self, TypeVar

from credence.model.claim import RoleValue, values_of
from credence.model.origin import Origin, TracedClaim, bounds
from credence.model.sighting import Mood

Holds = Literal["yes", "no", "possibly"]
"""Whether something holds on a day, as far as recorded."""


@dataclass(frozen=True, slots=True, order=True)
class End:
    """One end of an interval.

    Attributes:
        state: "known" (``date`` says when, to its precision), "bounded" (somewhere within ``date``, an interval) or
            "unknown". An unknown end is not "ongoing".
        date: EDTF; None where unknown.
    """

    state: Literal["known", "bounded", "unknown"]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """What can be so or not so: a kind with its deciding roles, in one mood.

    Attributes:
        kind: ``family.act``.
        roles: Deciding roles, sorted by name.
        mood: Propositions that are planned, sought or possible stand apart from those that are actual.
        step: Step of accreditation, where one is said; each stands apart.
        spell: Spell in power, now over, that it is of, as EDTF, where an authority in its roles ruled more than once;
            None for all that is dated otherwise, or not at all.
    """

    kind: str
    roles: tuple[tuple[str, RoleValue], ...]
    mood: Mood
    step: str | None = None
    spell: str | None = None


class Stood(Protocol):
    """What a finding, or a part of one, came to, whatever is kept of what it rests on; all as in ``Finding``."""

    @property
    def id(self) -> str:
        """From the proposition alone."""
        ...

    @property
    def proposition(self) -> Proposition:
        """What it is about."""
        ...

    @property
    def begins(self) -> End:
        """Start of the interval over which it holds."""
        ...

    @property
    def ends(self) -> End:
        """End of it."""
        ...

    @property
    def credence(self) -> float:
        """How far it may be believed, in [0, 1]."""
        ...

    @property
    def status(self) -> Literal["supported", "contested", "refuted", "unknown"]:
        """What it comes to."""
        ...

    @property
    def origins(self) -> int:
        """How many distinct origins it has, for and against."""
        ...

    @property
    def documents(self) -> int:
        """How many documents carry it, either way."""
        ...


Of = TypeVar("Of", bound=Stood)
Of_co = TypeVar("Of_co", bound=Stood, covariant=True)
"""What is told apart, counted or put in order: findings, or what came to stand of them."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """What a finding rests on beyond the claims that are at hand.

    Attributes:
        claims: How many more claims there are.
        bounds: Between which numbers the number of independent roots lies, of all of them, for and against.
    """

    claims: int
    bounds: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands about a proposition.

    Attributes:
        id: From the proposition alone, so that it stays when evidence is added.
        proposition: What it is about.
        details: Roles beside the deciding ones, with every value that was claimed, sorted.
        begins: Start of the interval over which it holds.
        ends: End of it.
        credence: How far it may be believed, in [0, 1].
        status: "supported", "contested", "refuted" or "unknown".
        origins_for: Distinct origins that affirm it, sorted by id.
        origins_against: Distinct origins that deny it, sorted by id.
        documents: How many documents carry it, either way.
        claims: The traced claims, sorted by claim id.
        reasons: How it was judged, a step a line, fit for reading.
        beyond: In short, a finding has its first claims and their origins alone, and no reasons: what it rests on
            beyond them. None where it is whole.
    """

    id: str
    proposition: Proposition
    details: tuple[tuple[str, tuple[str, ...]], ...]
    begins: End
    ends: End
    credence: float
    status: Literal["supported", "contested", "refuted", "unknown"]
    origins_for: tuple[Origin, ...]
    origins_against: tuple[Origin, ...]
    documents: int
    claims: tuple[TracedClaim, ...]
    reasons: tuple[str, ...]
    beyond: Beyond | None = None

    @property
    def names(self) -> frozenset[str]:
        """All that it can be looked up by: every value of its roles and details."""
        return values_of((*self.proposition.roles, *self.details))

    @property
    def counted(self) -> int:
        """How many claims it rests on, those that are not at hand included."""
        return len(self.claims) + (self.beyond.claims if self.beyond else 0)

    @property
    def origins(self) -> int:
        """How many distinct origins it has, for and against."""
        return self.bounds[1]

    @property
    def bounds(self) -> tuple[int, int]:
        """Between which numbers the number of independent roots lies, for and against (see ``bounds`` of origins)."""
        return self.beyond.bounds if self.beyond else bounds((*self.origins_for, *self.origins_against))


@dataclass(frozen=True, slots=True)
class Gist:
    """What a finding came to, without what it rests on and without reasons.

    Attributes:
        id: The finding's, as are all others but the last two.
        proposition: What it is about.
        details: Roles beside the deciding ones, with every value that was claimed, sorted.
        begins: Start of the interval over which it holds.
        ends: End of it.
        credence: How far it may be believed, in [0, 1].
        status: "supported", "contested", "refuted" or "unknown".
        documents: How many documents carry it, either way.
        origins: How many distinct origins it has, for and against.
        digest: Number of all that may be shown of it: another where anything is, from 0 to 2**60 - 1.
    """

    id: str
    proposition: Proposition
    details: tuple[tuple[str, tuple[str, ...]], ...]
    begins: End
    ends: End
    credence: float
    status: Literal["supported", "contested", "refuted", "unknown"]
    documents: int
    origins: int
    digest: int

    @property
    def names(self) -> frozenset[str]:
        """All that it can be looked up by, as a finding's."""
        return values_of((*self.proposition.roles, *self.details))


_NAMED = 12


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a finding came to, with some of the claims it rests on by their ids alone.

    Attributes:
        id: The finding's, as are all others but the last two, for the part alone.
        proposition: What it is about.
        details: Roles beside the deciding ones, with every value that was claimed, sorted.
        begins: Start of the interval over which it holds.
        ends: End of it.
        credence: How far it may be believed, in [0, 1].
        status: "supported", "contested", "refuted" or "unknown".
        documents: How many documents carry it, either way.
        bounds: Between which numbers the number of independent roots lies, for and against.
        claims: Ids of its claims, sorted; the first twelve where it has more.
        left_out: How many more it has.
    """

    id: str
    proposition: Proposition
    details: tuple[tuple[str, tuple[str, ...]], ...]
    begins: End
    ends: End
    credence: float
    status: Literal["supported", "contested", "refuted", "unknown"]
    documents: int
    bounds: tuple[int, int]
    claims: tuple[str, ...]
    left_out: int

    @classmethod
    def of(cls, stood: Finding | Gist, roots: tuple[int, int], claims: Iterable[str]) -> Self:
        """Take what came to stand.

        Args:
            stood: What it came to.
            roots: Between which numbers the number of independent roots lies.
            claims: Ids of all claims that it rests on.
        """
        ids = sorted(claims)
        return cls(
            id=stood.id,
            proposition=stood.proposition,
            details=stood.details,
            begins=stood.begins,
            ends=stood.ends,
            credence=stood.credence,
            status=stood.status,
            documents=stood.documents,
            bounds=roots,
            claims=tuple(ids[:_NAMED]),
            left_out=max(len(ids) - _NAMED, 0),
        )

    @property
    def origins(self) -> int:
        """How many distinct origins it has, for and against."""
        return self.bounds[1]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a claim belongs.

    Attributes:
        own: Id of the finding it is evidence of.
        about: What that is about.
        reaches: Ids of the findings that this one may begin or end, sorted, whether or not they stand.
    """

    own: str
    about: Proposition
    reaches: tuple[str, ...]
