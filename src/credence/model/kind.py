"""Kinds of relation, as the codebook defines them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a kind.

    Attributes:
        name: Name in the codebook.
        type: What may fill it: "party", "party-set", "person", "place", "count", "text", ….
        deciding: Whether it decides if two claims are the same.
        joint: For a set, whether all that are named take part in one act ("A and B met C"), not each with each.
        apart: Values that patterns state of the claim ("visit") with which it is each with each all the same.
    """

    name: str
    type: str
    deciding: bool
    joint: bool = False
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of relation.

    Attributes:
        id: ``family.act``.
        reads: The claim as a sentence with roles in braces, for showing: "{host} accepted an envoy of {sender}".
        meaning: What it means, in a sentence.
        authority: Convention or practice the meaning rests on.
        contrast: What it is not, and which kind that is instead.
        roles: Its roles, deciding ones first.
        nature: "event" (happens), "state" (holds over time) or "stance" (is uttered).
        stands: What stands from it on, and until when; empty where nothing does.
        over: Why it is over when done; empty where something stands from it on.
        outlasts: Why it is of no one spell in power of an authority it is done to; empty where each spell stands apart.
        initiates: Kinds that hold from then on.
        terminates: Kinds that end with it.
        defaults: Role and what it is taken from where the words leave it open: another role ("of"), the state whose
            government a party claims ("state(holder)"), what a party can be recognised as ("class(recognized)"), or the
            authority that the sentence is about, for acts whose doer is left unsaid ("subject(authority)").
        steps: Steps of which each is a proposition of its own, in their order: their dates differ by months.
        deciding: Names of the deciding roles.
    """

    id: str
    reads: str
    meaning: str
    authority: str
    contrast: str
    roles: tuple[Role, ...]
    nature: str
    stands: str = ""
    over: str = ""
    outlasts: str = ""
    initiates: tuple[str, ...] = ()
    terminates: tuple[str, ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()
    deciding: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the deciding roles once: they are asked for at every claim."""
        object.__setattr__(self, "deciding", tuple(role.name for role in self.roles if role.deciding))


def family_of(kind: str) -> str:
    """Give the family of a kind, by its id: "envoy" of "envoy.accept"."""
    return kind.partition(".")[0]


def is_of(kind: str, asked: str) -> bool:
    """Tell whether a kind is the one asked for, or of the family asked for."""
    return f"{kind}.".startswith(f"{asked}.")
