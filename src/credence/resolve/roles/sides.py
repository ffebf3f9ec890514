"""Whether a text is about two sides, and whose a mission or an envoy is that words point at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from credence.model.sighting import Phrase, Sighting
from credence.resolve.parties.antecedents import Mention

_CLEARLY = 1.5  # times as often as anybody else


def are_two(often: Counter[str], one: str, other: str) -> bool:
    """Whether two are named more often than anybody else, and clearly so."""
    others = [times for side, times in often.items() if side not in {one, other}]
    return one != other and min(often[one], often[other]) > _CLEARLY * max(others, default=0)


def are_bare_ties(sighting: Sighting) -> bool:
    """Whether relations are spoken of, and not whose they are: "ties were cut", and not "ties with the bloc"."""
    ties = [f.phrase for f in sighting.fillers if f.type == "ties"]
    whose = (link for phrase in ties for link in phrase.linked("poss", "with", "to", "of", "between", "among"))
    alone = all(f.type == "ties" for f in sighting.fillers if not f.role.startswith("@"))
    return sighting.kind.startswith("ties.") and bool(ties) and alone and all(w.form == "pronoun" for w in whose)


def only_two(around: Iterable[Mention], side: Callable[[str], str], often: Counter[str]) -> tuple[str, ...]:
    """Give the two named alone in the sentence before: "Peru and Chad fell out. Relations were broken off".

    Args:
        around: Who is named there.
        side: The side that a party is on.
        often: How often each side is named in the whole text, which must not be more about others.
    """
    parties = sorted({mention.party for mention in around})
    sides = [side(party) for party in parties]
    return tuple(parties) if len(sides) == len(set(sides)) == 2 and are_two(often, *sides) else ()


def is_like(phrase: Phrase) -> bool:
    """Whether words mean one like one that was spoken of: "theirs", "its own"."""
    return phrase.head_text.lower() in {"theirs", "own", "ours"}


def is_new_one(phrase: Phrase) -> bool:
    """Whether words mean one more of those spoken of: "has named a new one"."""
    return phrase.lemma == "one" and any(link.lemma in {"new", "another"} for link in phrase.linked("mod"))


def is_the_mission(sighting: Sighting) -> bool:
    """Whether it is told of a mission that is known by where it is: "the embassy in Lima", but not "an embassy"."""
    missions = [f.phrase for f in sighting.fillers if f.type == "mission"]
    return sighting.kind.startswith("mission.") and bool(missions) and all(m.determiner == "the" for m in missions)
