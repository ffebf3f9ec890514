"""Voices: claims on one side of a matter come down to those who stand behind them, each counted once.

Voices, not documents and not even origins: a speaker met in five documents, or five officials of one interested party,
is one voice, and the best placed of its claims speaks for it. Who said both, that it is so and that it is not, is
counted for the last word.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from credence.catalog.fold import fold
from credence.catalog.interests import Interest, bearing
from credence.catalog.weights import Told, VoiceClass, Weights
from credence.judge.compare import Said
from credence.model.origin import TracedClaim

Turned = Literal["took back", "came round", "both"]
"""What one who spoke on both sides did: denied it in the end, affirmed it in the end, or neither can be told."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent voice on one side.

    Attributes:
        cls: Its class.
        told: Whether it spoke while it was news or long after.
        right: How often the like is right, 0.5 to below 1.
        known: Whether it is known to be a root of its own.
        party: Party it speaks for; None if none.
        names: All that it is called, sorted.
    """

    cls: VoiceClass
    told: Told
    right: float
    known: bool
    party: str | None
    names: tuple[str, ...]

    @property
    def log_odds(self) -> float:
        """What it weighs: the logarithm of right against wrong, from 0 on."""
        return math.log(self.right / (1 - self.right))

    @property
    def called(self) -> str:
        """Its names, for reading."""
        return " / ".join(name or "unnamed source" for name in self.names)


@dataclass(frozen=True, slots=True)
class Heard:
    """The voices on both sides.

    Attributes:
        affirm: Those that affirm, strongest first.
        deny: Those that deny, strongest first.
        turned: Those that spoke on both sides, by what they are called, with what they did; sorted.
    """

    affirm: tuple[Voice, ...]
    deny: tuple[Voice, ...]
    turned: tuple[tuple[str, Turned], ...]


def class_of(traced: TracedClaim, interests: Mapping[str, Interest]) -> VoiceClass:
    """Tell the class of the voice a claim rests on.

    Args:
        traced: The claim.
        interests: Kind → whom its claims serve and harm.
    """
    origin = traced.origin
    if origin.interested:
        if origin.against_interest:
            return "against"
        return "interested" if bearing(traced.claim, origin.party, interests) == "serves" else "party"
    if traced.own:
        return "document" if origin.party else "witness" if origin.known else "unsigned"
    if not _is_named(traced):
        return "unnamed"
    offices = (voice.office for voice in traced.claim.voices if voice.name == origin.name)
    return "official" if origin.party or any(offices) else "named"


def speaker_of(traced: TracedClaim) -> tuple[str, ...]:
    """Give what makes origins one voice: a party with a part in it speaks with one, others are told apart by name.

    Those who are not named are told apart as origins are.
    """
    origin = traced.origin
    if origin.interested and origin.party:
        return ("party", origin.party)
    if not traced.own and not _is_named(traced):
        return ("origin", origin.id)
    return ("name", fold(origin.name).casefold(), origin.party or "")


def _is_named(traced: TracedClaim) -> bool:
    """Tell whether a speaker is named; a name all in lower case ("two diplomats", "unnamed source") names nobody."""
    name = traced.origin.name
    return traced.origin.known and bool(name.strip()) and not name.islower()


def hear(affirmed: Sequence[Said], denied: Sequence[Said], weights: Weights) -> Heard:
    """Gather claims into voices.

    Args:
        affirmed: Claims that it is so.
        denied: Claims that it is not so.
        weights: How far each class of voice may be relied on.
    """
    affirm: list[Voice] = []
    deny: list[Voice] = []
    turned: list[tuple[str, Turned]] = []
    for one in _by_voice([*affirmed, *denied]):
        yes = [each for each in one if each.claim.polarity == "affirmed"]
        no = [each for each in one if each.claim.polarity == "denied"]
        last = _last_word(_first_told(yes), _first_told(no))
        if yes and no:
            turned.append((_voice(one, weights).called, last))
        if last == "came round" or not no:
            affirm.append(_voice(yes, weights))
        elif last == "took back" or not yes:
            deny.append(_voice(no, weights))
    return Heard(_strongest_first(affirm), _strongest_first(deny), tuple(sorted(turned)))


def _by_voice(said: Iterable[Said]) -> list[list[Said]]:
    """Group claims by voice: what shares an origin or a speaker is one's."""
    stands_for: dict[Hashable, Hashable] = {}

    def first(key: Hashable) -> Hashable:
        while stands_for.setdefault(key, key) != key:
            key = stands_for[key]
        return key

    ordered = list(said)
    for each in ordered:
        stands_for[first(speaker_of(each.traced))] = first(each.traced.origin.id)
    groups: defaultdict[Hashable, list[Said]] = defaultdict(list)
    for each in ordered:
        groups[first(each.traced.origin.id)].append(each)
    return list(groups.values())


def _last_word(yes: Sequence[Said], no: Sequence[Said]) -> Turned:
    """Tell what counts of one who spoke on both sides: what was published last, if that can be told."""
    if any(all(_is_later(each, other) for other in no) for each in yes):
        return "came round"
    return "took back" if any(all(_is_later(each, other) for other in yes) for each in no) else "both"


def _is_later(one: Said, other: Said) -> bool:
    return bool(one.published and other.published and other.published.before(one.published))


def _voice(claims: Sequence[Said], weights: Weights) -> Voice:
    """Make one voice of its claims on one side: the best placed of them speaks for it."""
    told: Told = "then" if any(_told(each, weights) == "then" for each in _first_told(claims)) else "later"
    right, cls = max(
        (weights.right(cls, each.claim.mood, each.claim.polarity, told), cls)  # of equals, the last by name
        for each in claims
        for cls in [class_of(each.traced, weights.interests)]
    )
    origins = [each.traced.origin for each in claims]
    return Voice(
        cls,
        told,
        right,
        any(origin.known for origin in origins),
        min((origin.party for origin in origins if origin.party), default=None),
        tuple(sorted({origin.name for origin in origins})),
    )


def _first_told(claims: Sequence[Said]) -> Sequence[Said]:
    """Leave copies out where what they copy is at hand: a copy's date proves nothing."""
    return [each for each in claims if each.claim.doc == each.traced.origin.doc] or claims


def _told(said: Said, weights: Weights) -> Told:
    """Tell whether something was told while it was news; what is not dated is taken to be."""
    done, published = said.when and said.when.latest, said.published and said.published.earliest
    return "later" if done and published and (published - done).days > weights.late else "then"


def _strongest_first(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    return tuple(sorted(voices, key=lambda voice: (-voice.right, voice.cls, voice.names, voice.party or "")))
