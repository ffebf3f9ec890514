"""Resolving: who is who, which day, how much; from sightings to claims.

Takes: a ``Reading`` and a ``Resolver`` (parties, places, dates, amounts, kinds).
Gives: claims without voices, and ``PassedOver`` with a reason for every sighting that made none.
Touches: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from credence.catalog.amounts import AmountKnowledge
from credence.catalog.dates import DateKnowledge
from credence.catalog.focus import FocusWeights
from credence.catalog.lexicon import Lexicon
from credence.catalog.parties import Parties
from credence.catalog.places import Places
from credence.catalog.voices import Voices
from credence.model.claim import Claim, Voice
from credence.model.kind import Kind
from credence.model.sighting import PassedOver, Reading, Sighting, Speech
from credence.resolve.parties.allegiance import is_loss_of_ally
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.speakers import resolve_speakers
from credence.resolve.phrases.envoys import EnvoyMemory
from credence.resolve.phrases.missions import MissionMemory, home_of
from credence.resolve.phrases.structures import Structures
from credence.resolve.roles.claims import Builder
from credence.resolve.roles.focus import Focus
from credence.resolve.roles.listers import of_their_own
from credence.resolve.roles.turned import parted, turned
from credence.resolve.roles.turning import turned_round
from credence.resolve.roles.uniting import headline_of, unite
from credence.resolve.times.dating import Dating

__all__ = ["Resolved", "Resolver", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolver:
    """Knowledge for resolving, loaded once.

    Attributes:
        parties: Parties and their names.
        places: Cities.
        lexicon: Word classes.
        dates: How dates are written.
        amounts: How sums and counts are written.
        voices: Words for offices, organs and outlets.
        kinds: The codebook's kinds.
        focus: Signs of whom a text is about.
    """

    parties: Parties
    places: Places
    lexicon: Lexicon
    dates: DateKnowledge
    amounts: AmountKnowledge
    voices: Voices
    kinds: Mapping[str, Kind]
    focus: FocusWeights


@dataclass(frozen=True, slots=True)
class Resolved:
    """What resolving made of a reading.

    Attributes:
        claims: Claims in the order of the text, each once, voices still empty.
        heard: The speeches with the voice each is in; None where nobody is named.
        passed_over: What was not made into a claim, reading's included.
    """

    claims: tuple[Claim, ...]
    heard: tuple[tuple[Speech, Voice | None], ...]
    passed_over: tuple[PassedOver, ...]


def resolve(reading: Reading, resolver: Resolver) -> Resolved:
    """Make claims of what was read."""
    if not reading.sightings:
        return Resolved((), (), reading.passed_over)
    mentions = Mentions(reading, resolver.parties, resolver.lexicon)
    apart = Structures(mentions, resolver.places, resolver.amounts)
    home = home_of(reading.document.publisher, resolver.parties, mentions.day)
    memory = MissionMemory(reading.document.text, mentions, apart.place, resolver.lexicon, home)
    structures = replace(apart, memory=memory)
    envoys = EnvoyMemory(reading.document.text, mentions, memory, resolver.lexicon)
    focus = Focus(mentions, resolver.focus)
    builder = Builder(reading, structures, Dating(reading, resolver.dates), resolver.kinds, envoys, focus)
    mentions.heard = heard = resolve_speakers(
        reading,
        knowledge=resolver.voices,
        party_of=lambda phrase, _sentence: next(iter(mentions.parties_of(phrase)), None),
        leaders=lambda name: resolver.parties.leaders(name, mentions.day),
        house=mentions.house,
    )
    lifted = (of_their_own(sighting, mentions) for sighting in reading.sightings)
    told = (sighting for sighting in lifted if not is_loss_of_ally(sighting, mentions))
    sided = (
        [one for each in group if (one := turned_round(each, mentions, focus)) is not None]
        for group in _at_predicates(told)
    )
    groups = ([turned(each, structures) for each in group] for group in sided)
    made = [
        item for group in groups for part in parted(group, focus, structures) if part for item in builder.tell(part)
    ]
    return Resolved(
        claims=unite((item for item in made if isinstance(item, Claim)), resolver.kinds, headline_of(reading)),
        heard=heard,
        passed_over=(*reading.passed_over, *(item for item in made if isinstance(item, PassedOver))),
    )


def _at_predicates(sightings: Iterable[Sighting]) -> Iterator[list[Sighting]]:
    """Group what was met at one predicate as one kind, in the order of the text."""
    groups: dict[tuple[str, int], list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault((sighting.kind, sighting.anchor.start), []).append(sighting)
    yield from groups.values()
