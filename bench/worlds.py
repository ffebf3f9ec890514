"""Made-up worlds in which it is known what is so: what judging is calibrated on.

A world has propositions, each so or not so, and people who speak of them. Roots (a reporter who was there, an official,
a party that gains or loses) take a stand as well as they know and as honestly as they are; papers carry what roots say,
under their names or under none, copy each other openly or not, slip, tell it again much later, and take back some of
what was wrong. Each speaker and paper has a reliability of its own, drawn about the mean of its sort and kept through
the world. Judging is given what a reader would have made of the papers: claims with voices, and what is known of the
documents. Whose words an unsigned claim goes back to, and how good anybody is, it is not told.

The same seed gives the same world. No number in ``Habits`` is taken from ``weights.toml``: they are guesses of its
own, and ``bench/calibrate.py`` tells what becomes of the credences where they are wrong.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from credence.catalog.interests import load_interests
from credence.catalog.kinds import load_kinds
from credence.model.claim import Claim, Quote, RoleValue, Voice, members_of, values_of
from credence.model.document import Span
from credence.model.particulars import Copy, Credit, Particulars

Sort = Literal["witness", "document", "official", "named", "unnamed", "host", "gains", "loses", "paper"]
"""Sorts of roots: the sixth has a part in it and gains nothing, the last is a paper with a source of its own."""

_FIRST = date(2020, 1, 1)
_DAYS = 1800
_PARTIES = tuple(f"party-{n}" for n in range(30))
_PAPERS = tuple(f"Paper {n}" for n in range(60))
_SPEAKERS = ("Abel", "Brun", "Cord", "Dahl", "Finn")  # for each party; no two names sound alike
_OTHERS = 40  # named people without an office


@dataclass(frozen=True, slots=True)
class Habits:
    """How a world's people and papers behave; all but ``spread`` are chances or shares.

    Attributes:
        so: Kind → how often it is so, of all that is talked of.
        knows: Sort of root → how often it knows what is so, on the mean.
        spread: How alike those of a sort are: the strength of the beta distribution that reliabilities are drawn from.
        roots: How often one more root speaks of a proposition, after each.
        mix: Sort of root → how often it is that one that speaks.
        silent: How often a root that holds a thing not to be so does not bother to say so.
        lies: How often a party that would gain says that it is so though it knows better.
        owns_up: How often a party that loses says so, knowing it.
        cable: How often a further speaker of one party repeats what its office gave out.
        carried: How often one more paper carries what a root says, after each.
        unsigned: How often a paper carries it under no name.
        copied: How often a paper openly copies another's text.
        slips: How often a paper, or who reads it, turns what was said into its opposite.
        again: How often a proposition is told again long after, in passing.
        came_out: How often what is told again is what has come out by then; otherwise, it is what a paper told before.
        drift: How often what is told again was turned into its opposite on the way.
        read: Share of the papers that are at hand.
        corrects: How often a root that was wrong takes it back.
        turns: How often a root that was right takes it back.
    """

    so: Mapping[str, float] = field(
        default_factory=lambda: {
            "mission.open": 0.55,
            "mission.close": 0.5,
            "envoy.accept": 0.55,
            "recognition.grant": 0.45,
            "ties.sever": 0.4,
            "envoy.expel": 0.4,
            "recognition.withdraw": 0.4,
            "meeting.hold": 0.65,
        }
    )
    knows: Mapping[Sort, float] = field(
        default_factory=lambda: {
            "witness": 0.93,
            "document": 0.94,
            "official": 0.86,
            "named": 0.75,
            "unnamed": 0.66,
            "host": 0.93,
            "gains": 0.96,
            "loses": 0.96,
            "paper": 0.80,
        }
    )
    spread: float = 20
    roots: float = 0.55
    mix: Mapping[Sort, float] = field(
        default_factory=lambda: {
            "witness": 0.10,
            "document": 0.07,
            "official": 0.20,
            "named": 0.12,
            "unnamed": 0.12,
            "host": 0.08,
            "gains": 0.20,
            "loses": 0.12,
            "paper": 0.10,
        }
    )
    silent: float = 0.4
    lies: float = 0.5
    owns_up: float = 0.6
    cable: float = 0.6
    carried: float = 0.55
    unsigned: float = 0.3
    copied: float = 0.15
    slips: float = 0.03
    again: float = 0.3
    came_out: float = 0.6
    drift: float = 0.1
    read: float = 0.6
    corrects: float = 0.3
    turns: float = 0.02


@dataclass(frozen=True, slots=True)
class Matter:
    """One proposition, and all that is said of it.

    Attributes:
        so: Whether it is so.
        claims: What a reader makes of the papers.
        papers: What is known of their documents.
    """

    so: bool
    claims: tuple[Claim, ...]
    papers: Mapping[str, Particulars]


def world(count: int, seed: int, habits: Habits | None = None) -> Iterator[Matter]:
    """Give the matters of a world that anybody speaks of.

    Args:
        count: How many.
        seed: Of all chances.
        habits: How people and papers behave.
    """
    made = _World(random.Random(seed), habits or Habits())  # noqa: S311 - nothing to guard: the same world every time
    number = 0
    while number < count:
        matter = made.matter(number)
        if matter.claims:
            number += 1
            yield matter


@dataclass(frozen=True, slots=True)
class _Said:
    """What a root says: whether it affirms, under which name (none for a paper's own words), as what, and when."""

    affirms: bool
    voice: Voice | None
    sort: Sort
    day: int
    publisher: str = ""


@dataclass(slots=True)
class _World:
    """A world in the making: who has which reliability, once drawn."""

    chance: random.Random
    habits: Habits
    reliability: dict[tuple[Sort, str], float] = field(default_factory=dict)

    def matter(self, number: int) -> Matter:
        """Make one proposition with all that is said of it."""
        kind = self.chance.choice(sorted(self.habits.so))
        so = self.chance.random() < self.habits.so[kind]
        roles, day = self._roles(kind), self.chance.randrange(_DAYS)
        said = self._roots(kind, roles, so)
        desk = _Desk(self.chance, self.habits, f"m{number}", kind, tuple(sorted(roles.items())), day)
        for each in said:
            desk.carry(each)
        if desk.claims and self.chance.random() < self.habits.again:
            desk.tell_again(so=so)
        read = [claim for claim in desk.claims if self.chance.random() < self.habits.read]
        return Matter(so, tuple(read), {claim.doc: desk.papers[claim.doc] for claim in read})

    def _roles(self, kind: str) -> dict[str, RoleValue]:
        one, other = self.chance.sample(_PARTIES, 2)
        deciding = load_kinds()[kind].deciding
        if len(deciding) == 1:  # a set of two
            return {deciding[0]: tuple(sorted((one, other)))}
        return dict(zip(deciding, (one, other), strict=True))

    def _roots(self, kind: str, roles: Mapping[str, RoleValue], so: bool) -> list[_Said]:  # noqa: FBT001 - what is so
        """Let roots speak, one at least, some of whom take back what they said."""
        said: list[_Said] = []
        cables: dict[str, bool] = {}
        while True:
            one = self._root(kind, roles, so, cables)
            if one is not None:
                said.append(one)
                wrong = one.affirms != so
                if self.chance.random() < (self.habits.corrects if wrong else self.habits.turns):
                    later = one.day + self.chance.randint(2, 30)
                    said.append(_Said(not one.affirms, one.voice, one.sort, later, one.publisher))
            if self.chance.random() >= self.habits.roots:
                return said

    def _root(
        self,
        kind: str,
        roles: Mapping[str, RoleValue],
        so: bool,  # noqa: FBT001 - what is so
        cables: dict[str, bool],
    ) -> _Said | None:
        """Let one root speak, or be silent."""
        sort = self._sort(kind)
        party, name = self._speaker(sort, kind, roles)
        holds = so if self.chance.random() < self._knows(sort, f"{name} of {party}") else not so
        day = int(self.chance.expovariate(1 / 6))
        if sort == "gains":
            affirms = holds or self.chance.random() < self.habits.lies
        elif sort == "loses":
            affirms = holds and self.chance.random() < self.habits.owns_up
        else:
            affirms = holds
        if sort == "official" and party in cables and self.chance.random() < self.habits.cable:
            affirms = cables[party]
        cables.setdefault(party or "", affirms)
        if not affirms and self.chance.random() < self.habits.silent:
            return None
        if sort in {"witness", "document", "paper"}:
            return _Said(affirms, None, sort, day, name)
        office = "envoy" if sort in {"official", "host", "gains", "loses"} else None
        return _Said(affirms, Voice(name, party, office), sort, day)

    def _sort(self, kind: str) -> Sort:
        """Choose a sort of root; where nobody gains or loses by a kind, the parties just say what they did."""
        sorts = sorted(self.habits.mix)
        sort = self.chance.choices(sorts, [self.habits.mix[each] for each in sorts])[0]
        interest = load_interests().get(kind)
        has = {"gains": interest.serves if interest else (), "loses": interest.harms if interest else ()}
        return "host" if sort in has and not has[sort] else sort

    def _speaker(self, sort: Sort, kind: str, roles: Mapping[str, RoleValue]) -> tuple[str | None, str]:
        """Choose party and name of a root."""
        if sort in {"witness", "paper"}:
            return None, self.chance.choice(_PAPERS)
        if sort in {"named", "unnamed"}:
            number = self.chance.randrange(_OTHERS)
            return None, f"Person {number}" if sort == "named" else "two diplomats"
        inside = self._inside(sort, kind, roles)
        outside = [party for party in _PARTIES if party not in values_of(roles.items())]
        party = self.chance.choice(inside or outside[:3])  # of those without a part in it, a few do most of the talking
        return party, f"Gazette of {party}" if sort == "document" else self.chance.choice(_SPEAKERS)

    def _inside(self, sort: Sort, kind: str, roles: Mapping[str, RoleValue]) -> list[str]:
        """Give the parties with such a part in it; none where those are meant who have no part."""
        if sort in {"official", "document"}:
            return []
        interest = load_interests().get(kind)
        served, harmed = (interest.serves, interest.harms) if interest else (frozenset(), frozenset())
        wanted = {"gains": served, "loses": harmed}.get(sort)
        names = [role for role in roles if (role in wanted if wanted is not None else role not in served | harmed)]
        return [party for role in sorted(names) for party in members_of(roles[role])]

    def _knows(self, sort: Sort, name: str) -> float:
        """Give how often one speaker knows what is so, drawn once; who is not named is another one each time."""
        mean, spread = self.habits.knows[sort], self.habits.spread
        drawn = self.chance.betavariate(mean * spread, (1 - mean) * spread)
        return drawn if sort == "unnamed" else self.reliability.setdefault((sort, name), drawn)


@dataclass(slots=True)
class _Desk:
    """Where papers on one proposition are written."""

    chance: random.Random
    habits: Habits
    prefix: str
    kind: str
    roles: tuple[tuple[str, RoleValue], ...]
    day: int
    claims: list[Claim] = field(default_factory=list)
    papers: dict[str, Particulars] = field(default_factory=dict)

    def carry(self, said: _Said) -> None:
        """Print what a root says, in its own paper or in others' and on from there."""
        day = said.day
        first = self._print(said, day, named=True, publisher=said.publisher)
        while self.chance.random() < self.habits.carried:
            day += self.chance.randint(0, 3)
            if self.chance.random() < self.habits.copied:
                self._copy(first, day)
            else:
                self._print(said, day, named=self.chance.random() >= self.habits.unsigned)

    def tell_again(self, *, so: bool) -> None:
        """Let a paper tell long after, in passing, what has come out, or what it takes from one that told it before."""
        told = (
            so
            if self.chance.random() < self.habits.came_out
            else self.chance.choice(self.claims).polarity == "affirmed"
        )
        affirms = told != (self.chance.random() < self.habits.drift)
        self._print(_Said(affirms, None, "paper", 0), self.chance.randint(120, 900), named=False)

    def _print(self, said: _Said, day: int, *, named: bool, publisher: str = "") -> Claim:
        """Print a claim in a paper of its own: in a speaker's name, in the root's own paper, or in nobody's name."""
        own = bool(publisher)
        paper = publisher or self.chance.choice(_PAPERS)
        affirms = said.affirms != (self.chance.random() < self.habits.slips)
        voices = (said.voice,) if said.voice and named else ()
        if said.publisher and named and not own:  # a root's own words, in another paper: it is named as an outlet
            voices = (Voice(said.publisher),)
        return self._write(affirms, voices, day, paper, said.sort if own else "paper")

    def _write(self, affirms: bool, voices: Sequence[Voice], day: int, publisher: str, sort: Sort) -> Claim:  # noqa: FBT001 - the claim's
        doc = f"{self.prefix}-{len(self.papers)}"
        when = (_FIRST + timedelta(self.day)).isoformat()
        claim = Claim(
            doc, "v", self.kind, self.roles, "affirmed" if affirms else "denied", "actual", when, None, tuple(voices),
            Quote(0, 9, "the words"), "made",
        )  # fmt: skip
        party = publisher.removeprefix("Gazette of ") if sort == "document" else None
        saw = (Credit("", "saw", Span(0, 9)),) if sort == "witness" else ()
        published = (_FIRST + timedelta(self.day + day)).isoformat()
        self.papers[doc] = Particulars(doc, publisher, published, party=party, credits=saw)
        self.claims.append(claim)
        return claim

    def _copy(self, first: Claim, day: int) -> None:
        """Print another's text under a masthead of one's own."""
        self._write(first.polarity == "affirmed", first.voices, day, self.chance.choice(_PAPERS), "paper")
        doc = self.claims[-1].doc
        kept = self.papers[doc]
        self.papers[doc] = Particulars(
            doc, kept.publisher, kept.published, copies=(Copy(first.doc, "copy", 1.0, whole=True),)
        )
