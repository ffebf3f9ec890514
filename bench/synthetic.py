"""Made-up documents with claims, skewed as news is: a few pairs of parties fill the papers, most are hardly ever named.

The same seed gives the same documents. A document is about one pair of parties, rarely about a second; the n-th pair is
written about in proportion to 1/n. Kinds are those of ``data/kinds`` with values that their roles can have, some kinds
far more often than others. Details belong to those they are told of, as they do in life: nearly every mission stands in
its host's capital and is its operator's own, and a party has a few envoys, not others for every paper. Between the
claims stand words that no other document has in this order, for papers with the same sentences would be copies of one
another.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, permutations

from credence.catalog.kinds import load_kinds
from credence.catalog.parties import load_parties
from credence.ledger import Recording
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.document import Document
from credence.model.kind import Kind, Role
from credence.model.sighting import Mood

AUTHORITY = "taliban"
_FIRST, _LAST = date(2015, 1, 1), date(2025, 12, 31)
_PAIRS = 8000
_OFTEN = {
    "meeting.hold": 120,
    "stance.condemn": 40,
    "stance.praise": 20,
    "stance.demand": 30,
    "mission.operate": 40,
    "mission.open": 30,
    "mission.close": 12,
    "envoy.accept": 25,
    "envoy.appoint": 25,
    "agreement.sign": 25,
    "recognition.grant": 20,
    "transfer.pay": 15,
    "listing.add": 10,
    "control.take": 10,
}
_MOODS: tuple[Mood, ...] = ("actual", "planned", "sought", "possible")
_OF_MOODS = (88, 6, 3, 3)
_PLACES = ("Capital", "Port", "Hills")
_OF_PLACES = (80, 12, 8)
_PERSONS_OF_ONE = 6
_VALUES = {  # role → values, with how many in a hundred have each
    "post": (("embassy", "consulate-general", "consulate", "mission"), (60, 15, 15, 10)),
    "rank": (("ambassador", "charge", "consul", "diplomat"), (60, 20, 5, 15)),
    "format": (("talks", "visit", "call", "summit"), (50, 25, 20, 5)),
    "as": (("state", "government"), (60, 40)),
    "list": (("sanctions", "terrorism"), (70, 30)),
    "currency": (("USD", "EUR"), (80, 20)),
}
_PERSONS = tuple(f"Person {n}" for n in range(2000))
_OUTLETS = tuple(f"Outlet {n}" for n in range(120))
_SYLLABLES = tuple(first + last for first in "bcdfghjklmnprstvwxyz" for last in "aeiou")
_LONGEST = 4  # syllables of a word


def recordings(claims: int, seed: int = 4, prefix: str = "d") -> Iterator[Recording]:
    """Give documents until they hold a number of claims.

    Args:
        claims: How many claims in all.
        seed: Of the choice.
        prefix: What the documents' ids begin with.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing to guard: the same documents every time
    made, number = 0, 0
    while made < claims:
        number += 1
        recording = _recording(
            f"{prefix}{number}", chance, min(chance.choice((1, 2, 3, 4, 5, 6, 8, 11)), claims - made)
        )
        made += len(recording.claims)
        yield recording


@cache
def dyads() -> tuple[tuple[str, str], ...]:
    """Give all pairs of parties in the order of how often they are written about, which is as good as random."""
    states = sorted(party.id for party in load_parties() if party.cls == "state")
    ordered = list(permutations([AUTHORITY, *states], 2))
    random.Random(1).shuffle(ordered)  # noqa: S311 - as above
    return tuple(ordered[:_PAIRS])


def pick(chance: random.Random) -> tuple[str, str]:
    """Choose a pair of parties as often as it is written about."""
    return dyads()[int(len(dyads()) ** chance.random()) - 1]


def about(document: Document) -> tuple[str, str]:
    """Give the pair of parties that a document is about: its title is nothing else."""
    first, second = (document.title or "").split()
    return first, second


@cache
def _kinds() -> tuple[tuple[Kind, ...], tuple[int, ...]]:
    kinds = tuple(load_kinds().values())
    return kinds, tuple(_OFTEN.get(kind.id, 2) for kind in kinds)


def _recording(id_: str, chance: random.Random, count: int) -> Recording:
    """Make a document whose sentences are each a claim, with as much text again in between."""
    published = _FIRST + timedelta(days=chance.randrange((_LAST - _FIRST).days))
    pair, outlet = pick(chance), chance.choice(_OUTLETS)
    kinds, often = _kinds()
    said = [(kind, _roles(kind, pair, chance)) for kind in chance.choices(kinds, often, k=count)]
    filler = _filler(id_)
    sentences = [f"Sentence {n}: {kind.reads.format(**_words(roles, kind))}." for n, (kind, roles) in enumerate(said)]
    document = Document(
        id_,
        " ".join([next(filler), *(f"{sentence} {next(filler)}" for sentence in sentences)]),
        " ".join(pair),
        published.isoformat(),
        outlet,
        f"https://example.org/{published.year}/{id_}",
    )
    version = document.sha256
    claims = [
        _claim(document, version, kind, roles, sentence, chance)
        for (kind, roles), sentence in zip(said, sentences, strict=True)
    ]
    return Recording(document, tuple(claims))


@cache
def _vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Make up words, with the sums of how often each is used: the n-th in proportion to 1/n, as in any language."""
    chance = random.Random(2)  # noqa: S311 - the same words every time
    words = {"".join(chance.choices(_SYLLABLES, k=chance.randint(1, _LONGEST))): None for _ in range(4000)}
    return tuple(words), tuple(accumulate(1 / n for n in range(1, len(words) + 1)))


def _filler(id_: str) -> Iterator[str]:
    """Give sentences that no other document has, about as long as two of a newspaper's."""
    words, sums = _vocabulary()
    chance = random.Random(id_)  # noqa: S311 - the same words every time
    while True:
        yield f"{' '.join(chance.choices(words, cum_weights=sums, k=36)).capitalize()}."


def _words(roles: dict[str, RoleValue], kind: Kind) -> dict[str, str]:
    words = {role.name: "somebody" for role in kind.roles}
    return words | {name: value if isinstance(value, str) else " and ".join(value) for name, value in roles.items()}


def _roles(kind: Kind, pair: tuple[str, str], chance: random.Random) -> dict[str, RoleValue]:
    """Fill the deciding roles, and each other role in one of three cases."""
    parties = iter(pair if chance.random() < 0.95 else pick(chance))
    roles: dict[str, RoleValue] = {}
    for role in kind.roles:
        if role.type == "party-set":
            roles[role.name] = tuple(sorted(pair))
        elif role.deciding and role.type in ("party", "claimant", "holder", "target"):
            roles[role.name] = next(parties, pair[0])
        elif role.deciding or chance.random() < 1 / 3:
            roles[role.name] = _value(role, roles, pair, chance)
    return roles


def _value(role: Role, roles: Mapping[str, RoleValue], pair: tuple[str, str], chance: random.Random) -> str:
    """Fill a role, given those before it."""
    if role.name in _VALUES:
        values, often = _VALUES[role.name]
        return chance.choices(values, often)[0]
    match role.type:
        case "party":  # whose a mission is: but for rivals, that of who runs it
            own = str(roles.get("operator", pair[0]))
            return own if chance.random() < 0.97 else pick(chance)[0]
        case "body":
            return pick(chance)[0]
        case "person":
            return f"Person {roles.get('sender', pair[0])} {chance.randrange(_PERSONS_OF_ONE)}"
        case "place" | "territory":
            return f"{chance.choices(_PLACES, _OF_PLACES)[0]} of {roles.get('host', pair[1])}"
        case "count":
            return str(chance.randrange(2, 60))
        case "money":
            return f"{chance.randrange(1, 90)}000000"
    return f"{role.name} {chance.randrange(8)}"


def _claim(  # noqa: PLR0913 - what a claim is made of
    document: Document, version: str, kind: Kind, roles: dict[str, RoleValue], sentence: str, chance: random.Random
) -> Claim:
    start = document.text.index(sentence)
    spoken = chance.random()
    voices = (Voice(chance.choice(_PERSONS), chance.choice([None, pick(chance)[0]]), "spokesperson"),)
    return Claim(
        doc=document.id,
        version=version,
        kind=kind.id,
        roles=tuple(sorted(roles.items())),
        polarity="affirmed" if chance.random() < 0.95 else "denied",
        mood=chance.choices(_MOODS, _OF_MOODS)[0],
        when=_when(document, chance),
        step="credentials" if kind.id == "envoy.accept" else None,
        voices=() if spoken < 0.4 else voices if spoken < 0.9 else (*voices, Voice(chance.choice(_OUTLETS))),
        quote=Quote(start, start + len(sentence), sentence),
        pattern=f"{kind.id}/pattern-{chance.randrange(9)}",
    )


def _when(document: Document, chance: random.Random) -> str | None:
    """Date a claim to its day, month or year, or not at all."""
    published = document.published or ""
    return chance.choice((None, published, published[:7], published[:7], published[:4]))
