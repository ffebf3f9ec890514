"""Whether a text is about two sides, and whose a mission or an envoy is that words point at."""

from __future__ import annotations

from collections import Counter

from credence.model.sighting import Phrase, Sighting

_CLEARLY = 1.5  # times as often as anybody else


def are_two(often: Counter[str], one: str, other: str) -> bool:
    """Whether two are named more often than anybody else, and clearly so."""
    others = [times for side, times in often.items() if side not in {one, other}]
    return one != other and min(often[one], often[other]) > _CLEARLY * max(others, default=0)


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
