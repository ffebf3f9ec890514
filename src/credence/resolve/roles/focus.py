"""The other side: whom a text is about where its words name only one of two.

"Chad recalled its ambassador" says whose ambassador it is, not from where; the text around it does: who acts upon whom
in the sentences before, who is named beside it, whom the whole text is about. Each of these is weighed
(``data/focus.toml``), and only an answer well ahead of the next is given. Finding roles outside the sentence is known
as implicit argument resolution (Gerber and Chai, Computational Linguistics 38:4, 2012), whose features these follow.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from credence.catalog.focus import FocusWeights
from credence.model.claim import RoleValue
from credence.model.document import Span
from credence.model.kind import Kind
from credence.model.sighting import Phrase, Sighting
from credence.resolve.parties.antecedents import Mention
from credence.resolve.parties.hearing import voice_at
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.wordings import STATELETS
from credence.resolve.roles.earlier import TELLING
from credence.resolve.roles.left_open import DEFINITE, answers
from credence.resolve.roles.own import own_pair
from credence.resolve.roles.sides import are_bare_ties, are_two, is_like, is_new_one, is_the_mission, only_two
from credence.resolve.roles.signs import OFTEN, fresh, signs_of_number, signs_of_place

_SIDES = {"state", "authority"}
_CLAIMING = {"government", "administration", "regime", "authority", "presidency", "president", "leadership", "emirate"}
_PLACELESS = {"mission.count", "envoy.count", "mission.operate", "mission.transfer"}  # anywhere, or of another
_SEATLESS = {"agency", "fund", "bank", "court", "tribunal", "force", "watchdog", "office", "lender"}
_BY_BODIES = {"listing.add", "listing.remove"}  # what bodies do to a state, too: "ECOWAS lifted its sanctions"
_BOUND = ("listing.remove",)  # who lifts "the sanctions" speaks of somebody known
_TURNED_AWAY = {"recognition.withdraw", "ties.sever"}
_TYING = {"ties.establish", "ties.restore"}  # after which embassies are opened "in each capital"
_BESIDE = 60  # characters around an act in which a word says that it answers another
_END = re.compile(r";|[.!?](?=[\"”]?(?:\s|$))")
_ANSWER = re.compile(
    r"\b(?:answer|respond|retaliat|repli|reply|react|reciprocat)|\b(?:promptly|tit-for-tat)\b|"
    r"\bin (?:response|retaliation|protest|return|kind|turn)\b",
    re.IGNORECASE,
)
_LONG_AGO = 60  # sentences after which what was told tells nothing any more
_OF_HOSTS = {"envoy.expel", "envoy.accept", "envoy.refuse"}  # kinds whose doer is the host
_SHORTLY = 3  # sentences back in which "a new one" is understood
_FAR = 2  # an authority is what a text is about where any other is named no more than half as often


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


@dataclass(frozen=True, slots=True)
class Sides:
    """The states and authorities that a text names, laid out once so that each question costs no more in a long text.

    Attributes:
        of_party: Party → its mentions, in the order of the text.
        in_sentence: Number of a sentence → the mentions in it.
        often: State → how often it or an authority of it is named; the headline counts twice.
        stand_ins: For each state, the party that is named most often for it, the most named first.
    """

    of_party: Mapping[str, Sequence[Mention]]
    in_sentence: Mapping[int, Sequence[Mention]]
    often: Counter[str]
    stand_ins: Mapping[str, str]


@dataclass(slots=True)
class Focus:
    """What a text is about, as far as it has been read.

    Attributes:
        mentions: Who is named where.
        weights: How much each sign counts.
        told: The dyads of the claims made so far.
        named: The sides that the text names; laid out when they are first asked for.
    """

    mentions: Mentions
    weights: FocusWeights
    told: list[Dyad] = field(default_factory=list)
    named: Sides | None = None

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

    def other(self, party: str, sighting: Sighting, *, first: bool | None = None) -> str | None:
        """Give who is on the other side of a party in what a sighting tells; None where the text does not decide it.

        Args:
            party: The party.
            sighting: What was met.
            first: Whether the party stands in the first of the deciding roles; None where there is no first.
        """
        raised = {each: exp(self._sum(signs)) for each, signs in self.signs(party, sighting, first=first)}
        best = min(raised, key=lambda each: (-raised[each], each), default=None)
        if best is None:
            return None
        nobody = self.weights.nobody - (self.weights.bound if sighting.kind.startswith(_BOUND) else 0.0)
        chance = raised[best] / (sum(raised.values()) + exp(nobody))
        second = max((value for each, value in raised.items() if each != best), default=0.0)
        alone = first is False and len(self._sides().often) == 2 and is_the_mission(sighting)  # of nobody else
        return best if alone or (chance >= self.weights.least and raised[best] >= self.weights.lead * second) else None

    def beside(self, option: Mapping[str, str], kind: Kind, sighting: Sighting) -> dict[str, str]:
        """Give the host of whom the same sentence just told that the doer did something to: "cut ties and recalled".

        "Theirs" are where those of the sentence before were: "Peru expelled Chad's envoy. Kenya recalled its own."
        """
        doing = next((role for role in ("sender", "operator") if role in kind.deciding), "")
        if doing not in option or "host" in option or kind.id in _PLACELESS:
            return {}
        own, here = self._side(option[doing]), sighting.sentence
        if option.get("of", own) != own:  # "Peru shut two Kenyan consulates"
            return {}
        lately = [d for d in self.told if here - 1 <= d.sentence <= here]
        pairs = ((d.sentence, {self._side(d.first), self._side(d.second)}) for d in lately)
        others = {side for sentence, both in pairs if sentence == here and own in both for side in both - {own}}
        envoys = [f.phrase for f in sighting.fillers if f.type == "envoy"]
        if not others and any(map(is_like, envoys)):
            others = {self._side(d.second) for d in lately} - {own}
        elif not others and any(map(is_new_one, envoys)):
            others = self._last_met(here) - {own}
        return {"host": others.pop()} if len(others) == 1 else {}

    def _last_met(self, here: int) -> set[str]:
        """With whom something was done in the last of the few sentences before that tells of anything."""
        told = [d for d in self.told if here - _SHORTLY <= d.sentence <= here]
        last = max((d.sentence for d in told), default=here)
        hosts = (d.first if d.kind in _OF_HOSTS else d.second for d in told if d.sentence == last)
        return {self._side(host) for host in hosts}

    def speaker(self, place: int) -> str | None:
        """Give the state or authority for which somebody says the words a place stands in; None if there is none."""
        _, voice = voice_at(self.mentions.heard, Span(place, place)) or (None, None)
        return voice.party if voice is not None and voice.party and self._is_side(voice.party) else None

    def announcer(self, sighting: Sighting) -> str | None:
        """Give for whom somebody speaks who is named and announces what nobody is said to do: "X said it would close".

        A speaker who is only "it" or "he" may be taken for another, so that nothing rests on him.
        """
        speech, voice = voice_at(self.mentions.heard, sighting.anchor) or (None, None)
        if speech is None or voice is None or speech.speaker is None or sighting.mood != "planned":
            return None
        if any(f.role == "mission" and f.phrase.form == "pronoun" for f in sighting.fillers):
            return None  # "The mission in Peru said that it would close"
        near = speech.sentence == sighting.sentence and speech.stance == "asserts"
        named = near and speech.speaker.form != "pronoun" and voice.party is not None and self._is_side(voice.party)
        return voice.party if named else None

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
        return first if times >= max(OFTEN, _FAR * others) else None

    def claiming(self, phrase: Phrase, taken: Collection[str], sentence: int) -> tuple[str, ...]:
        """Give who is meant by words for those who claim to govern, or to be states, and that name nobody.

        "It" and "the rival administration" are the one authority of the text; "the occupied regions" are all those
        that have broken away.

        Args:
            phrase: The words.
            taken: Parties that they cannot mean.
            sentence: Number of their sentence.
        """
        plural = phrase.form == "noun" and phrase.plural
        if any(link.form == "name" for link in phrase.linked("poss", "of", "mod", "in", "appos")):
            return ()
        if plural and phrase.lemma in STATELETS and phrase.determiner in DEFINITE:
            broken = dict.fromkeys(m.party for m in self.mentions.mentions if self._broke_away(m.party))
            return tuple(party for party in broken if party not in taken)
        it = phrase.form == "pronoun" and phrase.head_text.lower() == "it"
        pointed = phrase.determiner in DEFINITE and not plural and phrase.lemma in _CLAIMING
        if not it and (not pointed or phrase.linked("poss") or any(w.lemma in TELLING for w in phrase.linked("mod"))):
            return ()
        found = self.claimant(taken, sentence)
        return () if found is None else (found,)

    def _broke_away(self, party: str) -> bool:
        known = self.mentions.known(party)
        return known is not None and known.cls == "authority" and "territory" in known.nouns and known.of is not None

    def are_two(self, one: str, other: str) -> bool:
        """Tell whether the text is about these two, however short it is."""
        return are_two(self._sides().often, self._side(one), self._side(other))

    def lost(self, sentence: int) -> str | None:
        """Give from whom those turned away who recognised it: whom most of them did, each by the first telling."""
        first: dict[frozenset[str], str] = {}
        for dyad in self._lately(sentence):
            if dyad.kind in _TURNED_AWAY:
                first.setdefault(frozenset({dyad.first, dyad.second}), dyad.second)
        left = Counter(first.values()).most_common(2)
        return left[0][0] if len(left) == 1 or (left and left[0][1] > left[1][1]) else None

    def partner(self, party: str, sentence: int) -> str | None:
        """Give with whom alone somebody has signed something lately."""
        signed = [d for d in self._lately(sentence) if d.kind == "agreement.sign" and party in {d.first, d.second}]
        others = {d.second if d.first == party else d.first for d in signed}
        return others.pop() if len(others) == 1 else None

    def seating(self) -> str | None:
        """Give the one body with seats that a text is about: the United Nations for any organ of theirs."""
        seated = (m.party for m in self.mentions.mentions if self._has_seats(m.party))
        named = Counter("un" if party.startswith("un-") else party for party in seated)
        (first, times), (_, others) = [*named.most_common(2), ("", 0), ("", 0)][:2]
        return first if times >= _FAR * others and times else None

    def _has_seats(self, party: str) -> bool:
        known = self.mentions.known(party)
        return known is not None and known.cls == "organisation" and not _SEATLESS & {*known.nouns}

    def _is_authority(self, party: str) -> bool:
        known = self.mentions.known(party)
        return known is not None and known.cls == "authority"

    def _sum(self, signs: Mapping[str, float]) -> float:
        return sum(self.weights.signs[name] * value for name, value in signs.items())

    def pair(self, sighting: Sighting) -> tuple[str, ...]:
        """Give the two named beside it, or whom the sentence before, or else the whole text, is about."""
        sides = self._sides()
        if (joined := self._joined(sighting)) is not None:
            return joined
        beside = sorted({m.party for m in sides.in_sentence.get(sighting.sentence, ())})
        around = sides.in_sentence.get(sighting.sentence) or sides.in_sentence.get(sighting.sentence - 1, ())
        if own := own_pair(self.mentions, around):
            return own
        if len(beside) == 2 and len({self._side(party) for party in beside}) == 2:
            return tuple(beside)
        lately = [d for d in self._lately(sighting.sentence) if d.kind != "mission.transfer"]  # a keeper is no side
        tied = [dyad for dyad in lately if dyad.kind in _TYING and sighting.kind == "mission.open"]
        near = tied[-1:] or [dyad for dyad in lately if sighting.sentence - dyad.sentence <= 1]
        pairs = {tuple(sorted((dyad.first, dyad.second))) for dyad in near}
        if pairs:
            return next(iter(pairs)) if len(pairs) == 1 else ()
        often = sides.often
        if not beside and are_bare_ties(sighting) and (told := only_two(around, self._side, often)):
            return told
        two = sorted(often, key=lambda side: (-often[side], side))[:2]
        if len(beside) > 2:
            return ()  # those named beside it are others, and nobody says what they do there
        return tuple(sorted(two)) if len(two) == 2 and signs_of_number(often, *two)["two"] else ()

    def _joined(self, sighting: Sighting) -> tuple[str, ...] | None:
        """The two whose relations the words say they are: "Chadian-Peruvian ties were broken off by Chile's foe"."""
        spans = [f.phrase.span for f in sighting.fillers if f.type == "ties"]
        here = self._sides().in_sentence.get(sighting.sentence, ())
        found = {m.party for m in here for span in spans if span.start <= m.start and m.end <= span.end}
        sides = {self._side(party) for party in found}
        return tuple(sorted(found)) if len(found) == 2 == len(sides) else None

    def signs(
        self,
        party: str,
        sighting: Sighting,
        *,
        first: bool | None = None,
    ) -> Iterator[tuple[str, dict[str, float]]]:
        """Give the signs for everybody named who can be the other side, each from 0 to 1, named as in the data file."""
        if not self._is_side(party) and sighting.kind not in _BY_BODIES:
            return
        own, sides = self._side(party), self._sides()
        lately, part = self._lately(sighting.sentence), self._part(sighting)
        answered = self._answered(own, sighting, lately)
        beside = (m for m in sides.in_sentence.get(sighting.sentence, ()) if m.party == party)
        group = [m for mention in beside for m in self.mentions.group(mention)]
        own_group, together = {m.start for m in group}, {self._side(m.party) for m in group}
        answered_to = [d for d in lately if answers(d.kind, d.sentence, sighting) and self._side(d.first) != own]
        together |= {self._side(d.second) for d in answered_to}
        for side, candidate in sides.stand_ins.items():
            if side != own and side not in together:  # "the lifting of sanctions by Peru and Chad"
                yield (
                    candidate,
                    {
                        **signs_of_number(sides.often, own, side),
                        **signs_of_place(sides.of_party[candidate], own_group, sighting, part),
                        **self._told(side, own, sighting, lately),
                        "again": float(self._is_told_again(side, own, sighting.kind, lately, first=first)),
                        "answered": float(side == answered),
                    },
                )

    def _sides(self) -> Sides:
        if self.named is None:
            self.named = self._laid_out()
        return self.named

    def _laid_out(self) -> Sides:
        of_party: dict[str, list[Mention]] = defaultdict(list)
        in_sentence: dict[int, list[Mention]] = defaultdict(list)
        often = Counter[str]()
        for mention in (m for m in self.mentions.mentions if self._is_side(m.party)):
            of_party[mention.party].append(mention)
            in_sentence[mention.sentence].append(mention)
            often[self._side(mention.party)] += 1 + (mention.sentence == 0)
        best: dict[str, str] = {}
        for party in sorted(of_party, key=lambda each: (-len(of_party[each]), each)):
            best.setdefault(self._side(party), party)
        return Sides(of_party, in_sentence, often, best)

    def _lately(self, here: int) -> list[Dyad]:
        """The dyads told in a sentence or not long before it, in the order in which they were told."""
        recent = itertools.takewhile(lambda dyad: here - dyad.sentence <= _LONG_AGO, reversed(self.told))
        return [dyad for dyad in recent if dyad.sentence <= here][::-1]

    def _part(self, sighting: Sighting) -> Span:
        """The sentence of a sighting up to the semicolon behind it: what follows is another matter."""
        text, place = self.mentions.text, sighting.anchor.start
        stop = _END.search(text, place)
        return Span(0, stop.start() if stop is not None else len(text))

    def _told(self, side: str, own: str, sighting: Sighting, lately: Sequence[Dyad]) -> dict[str, float]:
        """Signs from what was told of a candidate's side before."""
        here = sighting.sentence
        about = [(d.sentence, sides) for d in lately if side in (sides := {self._side(d.first), self._side(d.second)})]
        both = [sentence for sentence, sides in about if own in sides]
        upon = [d for d in lately if self._side(d.second) == side]
        alike = any(d.kind == sighting.kind and 0 <= here - d.sentence <= 1 for d in upon)
        return {
            "opposite": fresh(both, here, 5),
            "told": fresh([sentence for sentence, _ in about], here, 3),
            "upon": fresh([d.sentence for d in upon], here, 3),
            "alike": float(alike),
            "along": float(
                any(d.sentence == here and (self._side(d.first), self._side(d.second)) == (own, side) for d in lately)
            ),
        }

    def _is_told_again(self, side: str, own: str, kind: str, lately: Sequence[Dyad], *, first: bool | None) -> bool:
        """Whether the same was told of a side and of somebody else before, in the role that is asked for."""
        pairs = [(self._side(d.first), self._side(d.second)) for d in lately if d.kind == kind]
        places = (0, 1) if first is None else (1,) if first else (0,)
        return any(own not in pair and side in [pair[place] for place in places] for pair in pairs)

    def _answered(self, own: str, sighting: Sighting, lately: Sequence[Dyad]) -> str | None:
        """The side that what is told answers: "Sweden recognised it. Israel promptly recalled its envoy"."""
        told = [d for d in lately if 0 <= sighting.sentence - d.sentence <= 1 and self._side(d.first) != own]
        start = sighting.anchor.start
        words = self.mentions.text[max(start - _BESIDE, 0) : start + _BESIDE]
        return self._side(told[-1].first) if told and _ANSWER.search(words) is not None else None

    def _is_side(self, party: str) -> bool:
        known = self.mentions.known(party)
        return known is not None and known.cls in _SIDES

    def apart(self, one: str, other: str) -> bool:
        """Tell whether two parties are of different states."""
        return self._side(one) != self._side(other)

    def _side(self, party: str) -> str:
        known = self.mentions.known(party)
        return party if known is None else known.of or known.id
