"""The other side: whom a text is about where its words name only one of two.

"Chad recalled its ambassador" says whose ambassador it is, not from where; the text around it does: who acts upon whom
in the sentences before, who is named beside it, whom the whole text is about. Each of these is weighed
(``data/focus.toml``), and only an answer well ahead of the next is given. Finding roles outside the sentence is known
as implicit argument resolution (Gerber and Chai, Computational Linguistics 38:4, 2012), whose features these follow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from credence.catalog.focus import FocusWeights
from credence.model.claim import RoleValue
from credence.model.document import Span
from credence.model.kind import Kind
from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.antecedents import Mention
from credence.resolve.hearing import voice_at
from credence.resolve.mentions import Mentions

MISSIONS = {"mission", "missions", "premises", "office", "tally"}
"""Types of slots whose phrase is one or more missions."""
_OWNED = {"envoy", *MISSIONS}
_WHOSE = {"of", "operator", "sender"}
_OWNING = ("poss", "of", "from")  # what says whose a mission or an envoy is
_PLACING = ("to", "in", "at", "for", "with")  # and where
_OURS = {"our", "my", "your"}
_SIDES = {"state", "authority"}
_DEFINITE = {"the", "these", "both"}
_OFTEN = 3  # mentions below which a side is only passing by
_FAR = 2  # an authority is what a text is about where any other is named no more than half as often
_CLEARLY = 1.5  # in a text about two, the second is named this many times as often as the third


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two parties that a claim was about.

    Attributes:
        sentence: Number of the sentence.
        kind: Id of its kind.
        first: Who acts, or is named first.
        second: The other.
    """

    sentence: int
    kind: str
    first: str
    second: str


@dataclass(slots=True)
class Focus:
    """What a text is about, as far as it has been read.

    Attributes:
        mentions: Who is named where.
        weights: How much each sign counts.
        told: The dyads of the claims made so far.
    """

    mentions: Mentions
    weights: FocusWeights
    told: list[Dyad] = field(default_factory=list)

    def learn(self, kind: Kind, roles: Mapping[str, RoleValue], members: Sequence[str], sentence: int) -> None:
        """Remember between whom a claim was.

        Args:
            kind: Its kind.
            roles: Its roles.
            members: Members of its set, if it has one, in the order in which they were named.
            sentence: Number of the sentence.
        """
        named = members or [value for role in kind.deciding if isinstance(value := roles.get(role), str)]
        sides = [party for party in named if self._is_side(party)]
        if len(sides) == 2:
            self.told.append(Dyad(sentence, kind.id, *sides))

    def other(self, party: str, sighting: Sighting) -> str | None:
        """Give who is on the other side of a party in what a sighting tells; None where the text does not decide it."""
        raised = {each: exp(self._sum(signs)) for each, signs in self.signs(party, sighting)}
        best = min(raised, key=lambda each: (-raised[each], each), default=None)
        if best is None:
            return None
        chance = raised[best] / (sum(raised.values()) + exp(self.weights.nobody))
        second = max((value for each, value in raised.items() if each != best), default=0.0)
        return best if chance >= self.weights.least and raised[best] >= self.weights.lead * second else None

    def speaker(self, place: int) -> str | None:
        """Give the state or authority for which somebody says the words a place stands in; None if there is none."""
        _, voice = voice_at(self.mentions.heard, Span(place, place)) or (None, None)
        return voice.party if voice is not None and voice.party and self._is_side(voice.party) else None

    def claimant(self, taken: Collection[str], sentence: int) -> str | None:
        """Give the one authority named beside it, or that a text is about, whose recognition it can mean unsaid.

        Args:
            taken: Parties that it is not, as they stand in another role.
            sentence: Number of the sentence that speaks of a recognition.
        """
        named = (m.party for m in self.mentions.mentions if m.sentence == sentence and m.party not in taken)
        beside = {party for party in named if self._is_authority(party)}
        if len(beside) == 1:
            return beside.pop()
        often = Counter(m.party for m in self.mentions.mentions if self._is_authority(m.party) and m.party not in taken)
        (first, times), (_, others) = [*often.most_common(2), ("", 0), ("", 0)][:2]
        return first if times >= max(_OFTEN, _FAR * others) else None

    def _is_authority(self, party: str) -> bool:
        known = self.mentions.known(party)
        return known is not None and known.cls == "authority"

    def _sum(self, signs: Mapping[str, float]) -> float:
        return sum(self.weights.signs[name] * value for name, value in signs.items())

    def pair(self, sighting: Sighting) -> tuple[str, ...]:
        """Give the two named beside it, or whom the sentence before, or else the whole text, is about."""
        beside = sorted({m.party for m in self._named() if m.sentence == sighting.sentence})
        if len(beside) == 2 and len({self._side(party) for party in beside}) == 2:
            return tuple(beside)
        near = [dyad for dyad in self.told if 0 <= sighting.sentence - dyad.sentence <= 1]
        pairs = {tuple(sorted((dyad.first, dyad.second))) for dyad in near}
        if pairs:
            return next(iter(pairs)) if len(pairs) == 1 else ()
        often = self._often()
        two = sorted(often, key=lambda side: (-often[side], side))[:2]
        return tuple(sorted(two)) if len(two) == 2 and _signs_of_number(often, *two)["two"] else ()

    def signs(self, party: str, sighting: Sighting) -> Iterator[tuple[str, dict[str, float]]]:
        """Give the signs for everybody named who can be the other side, each from 0 to 1, named as in the data file."""
        if not self._is_side(party):
            return
        own = self._side(party)
        named, often = self._named(), self._often()
        for candidate in self._stand_ins(named, own):
            beside = [m for m in named if m.party == candidate]
            yield (
                candidate,
                {
                    **_signs_of_number(often, own, self._side(candidate)),
                    **self._beside(beside, party, sighting),
                    **self._told(candidate, own, sighting),
                },
            )

    def _named(self) -> list[Mention]:
        return [mention for mention in self.mentions.mentions if self._is_side(mention.party)]

    def _often(self) -> Counter[str]:
        often = Counter[str]()
        for mention in self._named():
            often[self._side(mention.party)] += 1 + (mention.sentence == 0)
        return often

    def _stand_ins(self, named: Sequence[Mention], own: str) -> list[str]:
        """Give one party for each other side: the one named most often."""
        counts = Counter(m.party for m in named if self._side(m.party) != own)
        best: dict[str, str] = {}
        for candidate in sorted(counts, key=lambda each: (-counts[each], each)):
            best.setdefault(self._side(candidate), candidate)
        return list(best.values())

    def _beside(self, found: Sequence[Mention], party: str, sighting: Sighting) -> dict[str, float]:
        """Signs from where a candidate is named."""
        here, place = sighting.sentence, sighting.anchor.start
        same = [m for m in found if m.sentence == here and not self._together(m, party)]
        back = min((here - m.sentence for m in found if m.sentence < here), default=None)
        return {
            "before": float(any(m.end <= place for m in same)),
            "same": float(bool(same)),
            "near": exp(-back / 2) if back is not None else 0.0,
        }

    def _told(self, candidate: str, own: str, sighting: Sighting) -> dict[str, float]:
        """Signs from what was told of a candidate before."""
        here, side = sighting.sentence, self._side(candidate)
        about = [
            (d.sentence, sides) for d in self.told if side in (sides := {self._side(d.first), self._side(d.second)})
        ]
        both = [sentence for sentence, sides in about if own in sides]
        upon = [d for d in self.told if self._side(d.second) == side]
        alike = any(d.kind == sighting.kind and 0 <= here - d.sentence <= 1 for d in upon)
        return {
            "opposite": _fresh(both, here, 5),
            "told": _fresh([sentence for sentence, _ in about], here, 3),
            "upon": _fresh([d.sentence for d in upon], here, 3),
            "alike": float(alike),
        }

    def _together(self, mention: Mention, party: str) -> bool:
        return any(m.party == party for m in self.mentions.group(mention))

    def _is_side(self, party: str) -> bool:
        known = self.mentions.known(party)
        return known is not None and known.cls in _SIDES

    def apart(self, one: str, other: str) -> bool:
        """Tell whether two parties are of different states."""
        return self._side(one) != self._side(other)

    def _side(self, party: str) -> str:
        known = self.mentions.known(party)
        return party if known is None else known.of or known.id


def _signs_of_number(often: Counter[str], own: str, side: str) -> dict[str, float]:
    """Signs from how often a side is named in the whole text; the headline counts twice."""
    order = [*sorted(often.values(), reverse=True), 0, 0]
    two = min(often[own], often[side]) >= max(order[1], _OFTEN, _CLEARLY * order[2])
    return {
        "main": float(often[side] == order[0] > order[1]),
        "second": float(often[side] >= order[1] > order[2]),
        "two": float(two),
    }


def _fresh(told: Sequence[int], here: int, fade: float) -> float:
    """Give 1 for what was told in this sentence, less with every sentence since."""
    back = min((here - sentence for sentence in told if sentence <= here), default=None)
    return exp(-back / fade) if back is not None else 0.0


def is_pair(fillers: Sequence[Filler]) -> bool:
    """Tell whether words only say that both did it: "the two men signed", "the ministers", "both"."""
    if len(fillers) != 1 or fillers[0].role != "parties":
        return False
    phrase = fillers[0].phrase
    counted = {link.text.lower() for link in phrase.linked("num")}
    several = phrase.head_text.lower() != phrase.lemma and phrase.determiner in _DEFINITE
    named = any(link.form == "name" for _, link in phrase.links)
    return phrase.form == "noun" and not named and not counted - {"two"} and (several or phrase.determiner == "both")


def is_counted(sighting: Sighting) -> bool:
    """Whether missions are only counted, wherever they are: "runs more than 40 missions"."""
    return any(filler.phrase.linked("num") for filler in sighting.fillers if filler.type in MISSIONS)


def is_open(role: str, sighting: Sighting, worded: frozenset[str] | None) -> bool:
    """Whether a role may be taken from whom the text is about: nothing is said of it, and there is one, not many."""
    if worded is None or (role in worded and role != "parties"):
        return False
    if role == "from" and sighting.mood != "actual":  # troops that are asked to leave may be anywhere
        return False
    saying = _OWNING if role in _WHOSE else _PLACING if role == "host" else ()
    phrases = (filler.phrase for filler in sighting.fillers if filler.type in _OWNED)
    said = any(_tells(phrase, saying) for phrase in phrases)
    counted = is_counted(sighting)
    return not said and not (role == "host" and counted)


def _tells(phrase: Phrase, relations: Iterable[str]) -> bool:
    """Whether words of these relations hang on a phrase or inside it, other than a pronoun for somebody named."""
    own = any(link.form != "pronoun" or link.text.lower() in _OURS for link in phrase.linked(*relations))
    return own or any(_tells(link, relations) for _, link in phrase.links)
