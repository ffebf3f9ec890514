"""What pronouns and descriptions refer back to: mentions of parties in the order in which a reader would try them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from credence.model.document import Span
from credence.model.sighting import Reading

SUBJECT, NAMED, MODIFIER = range(3)
NEAR = 3
FAR = 14
_WEIGHT = {SUBJECT: 2.0, NAMED: 1.3, MODIFIER: 1.0}
_JOINED = re.compile(r"(?:,? and|,|,? as well as| &|,? or)(?: also)?(?: the)? ")
_OPENING = re.compile(
    r"\W*(?:[A-Z]{3}[^.:\n]{0,40}(?:: | [-–—]+ ))?"
    r"(?:after|when|since|before|while|although|though|as|by|in|with|nearly|almost|until|once|if|despite|following|"
    r"even|at|under|on|days|weeks|months|years|hours|more|less|just|for|unlike|like)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in the text.

    Attributes:
        start: Offset of the name.
        end: Offset after it.
        party: Who is meant when it acts.
        sentence: Number of the sentence it stands in.
        rank: SUBJECT, NAMED, or MODIFIER of another noun: the order in which a pronoun tries them.
        people: Whether it is a word for people ("the Afghans").
        person: Whether it is a person who speaks for the party.
    """

    start: int
    end: int
    party: str
    sentence: int
    rank: int
    people: bool = False
    person: bool = False

    @property
    def subject(self) -> bool:
        """Whether it is the subject of its sentence."""
        return self.rank == SUBJECT


class Antecedents:
    """The mentions of one document, as what later words may mean."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        """Keep the mentions and which of them are coordinated.

        Args:
            reading: The document as read.
            mentions: The mentions in the order of the text.
        """
        self._text = reading.document.text
        self._sentences = reading.sentences
        self._starts = [span.start for span in reading.sentences]
        self.mentions = tuple(mentions)
        self.groups = tuple(_groups(self._text, self.mentions))
        self._of_group = {m.start: group for group in self.groups for m in group}

    def sentence(self, offset: int) -> int:
        """Give the number of the sentence an offset stands in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def group(self, mention: Mention) -> tuple[Mention, ...]:
        """Give what a mention is coordinated with, itself included; alone if it is not."""
        return self._of_group.get(mention.start, (mention,))

    def before(self, span: Span, reach: int) -> Iterator[Mention]:
        """Give mentions in the order in which words at a place may mean them.

        First the same sentence: its subjects, the nearest first, and what follows an opening clause. Then sentence by
        sentence backwards: subjects from the first on, then other names from the last on, then modifiers.
        """
        here = self.sentence(span.start)
        first = self._starts[here]
        same = [m for m in self.mentions if m.sentence == here and m.end <= span.start]
        strong = [m for m in same if m.rank == SUBJECT]
        yield from reversed(strong)
        if not strong:
            yield from self._ahead(span, here, first)
        named = [m for m in reversed(same) if m.rank == NAMED]
        weak = [m for m in reversed(same) if m.rank == MODIFIER]
        earlier: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            if here - reach <= mention.sentence < here:
                earlier.setdefault(mention.sentence, []).append(mention)
        last = earlier.get(here - 1, ())
        yield from (m for m in last if m.rank == SUBJECT)
        yield from named
        yield from weak
        for number in sorted(earlier, reverse=True):
            yield from _ranked(earlier[number], skip_subjects=number == here - 1)

    def _ahead(self, span: Span, here: int, first: int) -> Iterator[Mention]:
        """The subject behind an opening clause that a word in it may mean: "After it closed its embassy, Chad …"."""
        text = self._text
        if span.start == first or not _OPENING.match(text, first, self._sentences[here].end):
            return
        comma = text.find(",", span.end, self._sentences[here].end)
        if comma < 0 or "," in text[first : span.start]:
            return
        yield from (m for m in self.mentions if m.sentence == here and m.start > comma and m.rank == SUBJECT)

    def add(self, mention: Mention) -> None:
        """Add what a pronoun was found to mean, for those after it."""
        self.mentions = tuple(sorted((*self.mentions, mention), key=lambda m: m.start))

    def several(self, span: Span, number: int, fits: Callable[[str], bool], *, others: bool = False) -> tuple[str, ...]:
        """Give the parties that "both", "the two countries", "the three" mean at a place; empty if it is not clear.

        Args:
            span: The place.
            number: How many they are.
            fits: Whether a party can be one of them.
            others: Whether they are not those who act in the same sentence ("called for talks between the two sides").
        """
        here = self.sentence(span.start)
        acting = self.acting(span) if others else None
        main = self._main(number, fits)
        titled = {m.party for m in self.mentions if m.sentence == 0}
        if main and titled.issuperset(main) and not self._grouped(here, span, number):
            grouped = (tuple(dict.fromkeys(m.party for m in group)) for group in self.groups)
            return next((parties for parties in grouped if set(parties) == set(main)), main)  # by its title about these
        for group in reversed([g for g in self.groups if g[-1].end <= span.start and acting not in g]):
            parties = tuple(dict.fromkeys(m.party for m in group))
            if here - group[0].sentence <= 1 and len(parties) == number and all(fits(p) for p in parties):
                return parties
        named = [tuple(dict.fromkeys(m.party for m in g)) for g in self.groups if g[-1].end <= span.start]
        known = [parties for parties in named if len(parties) == number and all(fits(p) for p in parties)]
        same = {m.party for m in self.mentions if m.sentence == here and m.end <= span.start and m.rank != MODIFIER}
        if len(same) == number and acting is None and all(fits(p) for p in same):
            return tuple(sorted(same))
        near = {m.party for m in self.mentions if here - NEAR <= m.sentence <= here and m.end <= span.start}
        if main and near.issuperset(main):
            return main
        seen: set[str] = set()
        for back in range(NEAR + 1):
            beside = [m for m in self.mentions if m.sentence == here - back and m.end <= span.start]
            seen |= {m.party for m in beside if fits(m.party)}
            if len(seen) >= number:
                break
        return tuple(sorted(seen)) if len(seen) == number else known[-1] if known else ()

    def _grouped(self, here: int, span: Span, number: int) -> bool:
        """Whether so many parties are named together in a sentence before a place in it."""
        return any(
            g[0].sentence == here and g[-1].end <= span.start and len({m.party for m in g}) == number
            for g in self.groups
        )

    def _main(self, number: int, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """Give so many parties if the text is clearly about them."""
        counted = Counter(m.party for m in self.mentions if fits(m.party))
        ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
        if len(ranked) >= number and (len(ranked) == number or 2 * ranked[number - 1][1] >= 3 * ranked[number][1]):
            return tuple(sorted(party for party, _ in ranked[:number]))
        return ()

    def salient(self, span: Span, fits: Callable[[str], bool]) -> str | None:
        """Give the party that a description means: one that fits it, is often spoken of, and was lately."""
        here = self.sentence(span.start)
        weights: dict[str, float] = {}
        often = Counter(m.party for m in self.mentions)
        for mention in self.mentions:
            back = here - mention.sentence
            if mention.end <= span.start and back <= FAR and not mention.person and fits(mention.party):
                weight = _WEIGHT[mention.rank] * sqrt(often[mention.party]) / (1 + back)
                weights[mention.party] = max(weights.get(mention.party, 0.0), weight)
        if not weights:  # "The group runs missions, he said of the Taliban."
            beside = {m.party for m in self.mentions if m.sentence == here and m.start >= span.end and fits(m.party)}
            return min(beside) if len(beside) == 1 else None
        return min(weights, key=lambda party: (-weights[party], party))

    def acting(self, span: Span) -> Mention | None:
        """Give the last subject before a place in the same sentence, a person included."""
        here = self.sentence(span.start)
        same = [m for m in self.mentions if m.sentence == here and m.end <= span.start and m.rank == SUBJECT]
        return same[-1] if same else None

    def pair(self, span: Span) -> tuple[str, ...]:
        """Give the last two parties named together, for "the former" and "the latter"."""
        pairs = [g for g in self.groups if g[-1].end <= span.start and len(g) == 2]
        return tuple(m.party for m in pairs[-1]) if pairs else ()


def _ranked(mentions: Sequence[Mention], *, skip_subjects: bool) -> Iterator[Mention]:
    if not skip_subjects:
        yield from (m for m in mentions if m.rank == SUBJECT)
    yield from (m for m in reversed(mentions) if m.rank == NAMED)
    yield from (m for m in reversed(mentions) if m.rank == MODIFIER)


def _groups(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Give runs of mentions with nothing but commas and "and" between them."""
    group: list[Mention] = []
    for mention in mentions:
        if group and _JOINED.fullmatch(text, group[-1].end, mention.start):
            group.append(mention)
            continue
        if len(group) > 1:
            yield tuple(group)
        group = [mention]
    if len(group) > 1:
        yield tuple(group)
