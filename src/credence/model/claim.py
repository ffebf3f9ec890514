"""A claim: somebody says, in these words, that one party did something to another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from json.encoder import encode_basestring as quoted
from typing import Protocol

from credence.model.document import Span
from credence.model.sighting import Mood, Polarity

RoleValue = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a claim is in.

    Attributes:
        name: As best written in the text: a person, an organ, an outlet, or "two diplomats".
        party: Party the voice speaks for; None if it speaks for none.
        office: Office as written, scare quotes and "acting" included; None if none is given.
    """

    name: str
    party: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words, and where they stand in the stored text.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last.
        text: ``document.text[start:end]``.
    """

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The words' place as a span."""
        return Span(self.start, self.end)


class Spoken(Protocol):
    """What a claim says, whatever is known of its words: all as in ``Claim``."""

    @property
    def kind(self) -> str:
        """``family.act``."""
        ...

    @property
    def roles(self) -> tuple[tuple[str, RoleValue], ...]:
        """Role and value, sorted by role."""
        ...

    @property
    def polarity(self) -> Polarity:
        """``affirmed`` or ``denied``."""
        ...

    @property
    def step(self) -> str | None:
        """Step of accreditation, for envoys only."""
        ...

    def role(self, name: str) -> RoleValue | None:
        """Give the value of a role, or None where it is not stated."""
        ...


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one document (codebook ``claim/1``).

    Attributes:
        doc: Id of the document.
        version: Content hash of the document's text: which version of it says so.
        kind: ``family.act``.
        roles: Role and value, sorted by role. A value is a party id or words; for roles that are sets, a sorted tuple.
        polarity: ``affirmed`` or ``denied``.
        mood: ``actual``, ``planned``, ``sought``, ``possible`` or ``conditional``.
        when: When it happened or since when it holds, as EDTF; None if the text does not say.
        step: Step of accreditation, for envoys only.
        voices: Whose words, nearest first; empty where the document speaks for itself.
        quote: The words.
        pattern: Id of the pattern that met them.
    """

    doc: str
    version: str
    kind: str
    roles: tuple[tuple[str, RoleValue], ...]
    polarity: Polarity
    mood: Mood
    when: str | None
    step: str | None
    voices: tuple[Voice, ...]
    quote: Quote
    pattern: str
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Make the id: from the document's version, the words' place, kind, roles, polarity and mood."""
        if tuple(sorted(self.roles)) != self.roles:
            msg = f"roles of a claim are sorted by name: {self.roles}"
            raise ValueError(msg)
        digest = hashlib.sha256(self._identity().encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "id", "c" + digest[:15])

    def __hash__(self) -> int:
        """Go by the id: nearly all equal ids are equal claims, and hashing all of it takes far longer."""
        return hash(self.id)

    def _identity(self) -> str:
        """Give what makes it another claim as a JSON list; written by hand, for every claim that is loaded is asked."""
        roles = ", ".join([f"[{quoted(name)}, {_written(value)}]" for name, value in self.roles])
        place = f"{quoted(self.doc)}, {quoted(self.version)}, {self.quote.start}, {self.quote.end}"
        return f"[{place}, {quoted(self.kind)}, [{roles}], {quoted(self.polarity)}, {quoted(self.mood)}]"

    def role(self, name: str) -> RoleValue | None:
        """Give the value of a role, or None where the claim does not state it."""
        return dict(self.roles).get(name)


def _written(value: RoleValue) -> str:
    return quoted(value) if isinstance(value, str) else f"[{', '.join(map(quoted, value))}]"


def values_of(roles: Iterable[tuple[str, RoleValue]]) -> frozenset[str]:
    """Give every value of some roles, members of sets one by one."""
    found: set[str] = set()
    for _, value in roles:
        found.update(members_of(value))
    return frozenset(found)


def members_of(value: RoleValue | None) -> tuple[str, ...]:
    """Give the values of a role one by one; none where the claim does not state it."""
    return () if value is None else (value,) if isinstance(value, str) else value
