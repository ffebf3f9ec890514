"""What pronouns and descriptions refer back to: mentions of parties in the order in which a reader would try them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from credence.model.document import Span
from credence.model.sighting import Reading

SUBJECT, NAMED, MODIFIER = range(3)
NEAR = 3
FAR = 14
LEAD = 1.5
_WEIGHT = {SUBJECT: 2.0, NAMED: 1.3, MODIFIER: 1.0}
_JOINED = re.compile(r"(?:,? and|,|,? as well as| &|,? n?or)(?: also)?(?: the)? ")
_SAME = re.compile(r"(?:['’]s)? [(]?|[)]?(?: [A-Za-z][\w’'-]*){1,6} ")  # "Peru (Lima)", "Peru's foreign minister X"
_OWNING = re.compile(r"['’]s\b")  # "Beijing's reply was to recall its ambassador"
_DENYING = re.compile(r"\b(?:not|never|no|nobody|without|neither|nor|yet to)\b|n['’]t\b", re.IGNORECASE)
_WRITERS = {"we", "i"}
_POSSESSIVE = {"its", "their"}
_SEATED = re.compile(  # "the foreign ministry in Lima", and not "Chad's foreign ministry in exile in Lima"
    r"\b(?:ministry|minister|presidency|government|cabinet|authorities|officials?|parliament|palace) in $"
)
_REACH = 24  # characters before a name in which such a word stands
_OPENING = re.compile(
    r"\W*(?:[A-Z]{3}[^.:\n]{0,40}(?:: | [-–—]+ ))?"
    r"(?:(?:[a-z]+ (?:hours|days|weeks|months|years|decades)(?: and [a-z]+ (?:days|weeks|months))? )?"
    r"(?:after|when|since|before|while|although|though|as|by|in|with|nearly|almost|until|once|if|despite|following|"
    r"even|at|under|on|during|amid|upon|throughout|days|weeks|months|years|hours|more|less|just|for|unlike|like))\b",
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
        many: Whether it stands before a word for several who act for the party ("Peruvian officials").
    """

    start: int
    end: int
    party: str
    sentence: int
    rank: int
    people: bool = False
    person: bool = False
    many: bool = False

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
        self._subjects = reading.subjects
        self._starts = [span.start for span in reading.sentences]
        self.mentions = tuple(mentions)
        self._told = _by_sentence(self.mentions)
        self.groups = tuple(_groups(self._text, self.mentions))
        self._of_group = {m.start: group for group in self.groups for m in group}

    def sentence(self, offset: int) -> int:
        """Give the number of the sentence an offset stands in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def spoken(self, number: int) -> Span:
        """Give the words of a sentence."""
        return self._sentences[number]

    def opening(self, span: Span) -> int:
        """Give where the sentence of a place begins."""
        return self._sentences[self.sentence(span.start)].start

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
        same = [m for m in self.within(here) if m.end <= span.start]
        strong = [m for m in same if m.rank == SUBJECT]
        yield from reversed(strong)
        if not strong:
            yield from self._ahead(span, here, first)
            yield from (m for m in same if m.start <= first + len("The ") and _OWNING.match(self._text, m.end))
        named = [m for m in reversed(same) if m.rank == NAMED]
        weak = [m for m in reversed(same) if m.rank == MODIFIER]
        last = [m for m in self.within(here - 1) if m.rank == SUBJECT and reach]
        if not last and reach and span.of(self._text).lower() in _POSSESSIVE:
            last = list(self._owning(here - 1))
        acted = strong or any(first <= s.start and s.end <= span.start for s in self._subjects)
        yield from (*named, *last) if acted else (*last, *named)  # "Chad wrote to Mali asking it to …"
        yield from weak
        for number in range(here - 1, max(here - reach, 0) - 1, -1):
            yield from _ranked(self.within(number), skip_subjects=number == here - 1)

    def _owning(self, number: int) -> Iterator[Mention]:
        """Whose the subject of a sentence is, as its subject: "Peru's own mission left in May. Its chargé …"."""
        for mention in self.within(number):
            start, end = mention.start, mention.end
            opens = any(s.start <= start <= s.start + len("The ") and end < s.end for s in self._subjects)
            if opens and _OWNING.match(self._text, end):
                yield replace(mention, rank=SUBJECT)

    def within(self, sentence: int) -> Sequence[Mention]:
        """Give the mentions of a sentence, in the order of the text."""
        return self._told.get(sentence, ())

    def _ahead(self, span: Span, here: int, first: int) -> Iterator[Mention]:
        """The subject behind an opening clause that a word in it may mean: "After it closed its embassy, Chad …"."""
        text = self._text
        if span.start == first or not _OPENING.match(text, first, self._sentences[here].end):
            return
        comma = text.find(",", span.end, self._sentences[here].end)
        if comma < 0 or "," in text[first : span.start]:
            return
        yield from (m for m in self.within(here) if m.start > comma and m.rank == SUBJECT)

    def one(self, span: Span, candidates: Iterable[Mention]) -> str | None:
        """Give the party that "it" means; None where another is as likely.

        A subject is. So is what the same sentence names before; of an earlier sentence, only what is named there alone.

        Args:
            span: The place of the pronoun.
            candidates: What it can mean, in the order in which a reader would try them.
        """
        ranked = [m for m in candidates if not m.people and not m.person]
        here = self.sentence(span.start)
        if ranked and self._is_one_of_many(ranked[0]):
            ranked = self._nearer(ranked, here)
        if not ranked:
            return None
        first = ranked[0]
        beside = {m.party for m in ranked if m.sentence == first.sentence}
        opens = self._sentences[first.sentence].start == first.start and _OWNING.match(self._text, first.end)
        acts = first.rank == SUBJECT or (opens and len(beside) == 1)  # "Rabat's answer came late. It found …"
        if first.sentence < here and not acts and (first.rank == MODIFIER or len(beside) > 1):
            return None
        return first.party

    def _nearer(self, ranked: Sequence[Mention], here: int) -> list[Mention]:
        """Who alone stands between several named together and a word: "whom Chad and Mali back, told Peru of its"."""
        end = self.group(ranked[0])[-1].end
        since = [m for m in ranked if m.sentence == here and m.start >= end]
        alone = len({m.party for m in since}) == 1 and ranked[0].sentence == here
        return since if alone and not self._is_one_of_many(since[0]) else []

    def _is_one_of_many(self, mention: Mention) -> bool:
        """Whether a mention is one of several named together, who are "they"."""
        return len({m.party for m in self.group(mention)}) > 1

    def add(self, mention: Mention) -> None:
        """Add what a pronoun was found to mean, for those after it."""
        self.mentions = tuple(sorted((*self.mentions, mention), key=lambda m: m.start))
        self._told = _by_sentence(self.mentions)

    def several(
        self,
        span: Span,
        number: int,
        fits: Callable[[str], bool],
        *,
        others: bool = False,
        side: Callable[[str], str] = str,
    ) -> tuple[str, ...]:
        """Give the parties that "both", "the two countries", "the three" mean at a place; empty if it is not clear.

        Args:
            span: The place.
            number: How many they are.
            fits: Whether a party can be one of them.
            side: Gives the state of a party, which is named by those who rule it, too.
            others: Whether they are not those who act in the same sentence ("called for talks between the two sides").
        """
        acting = self.acting(span) if others else None
        found = next(filter(None, self._sets(span, number, fits, acting)), ())
        return found or self._sides(span, number, fits, side)

    def _sides(
        self, span: Span, number: int, fits: Callable[[str], bool], side: Callable[[str], str]
    ) -> tuple[str, ...]:
        """Give so many named in the sentence before, a state and those who rule it as one."""
        told = [m.party for m in self.within(self.sentence(span.start) - 1) if fits(m.party)]
        states = dict.fromkeys(side(party) for party in told)
        return tuple(states) if len(states) == number else ()

    def _sets(
        self, span: Span, number: int, fits: Callable[[str], bool], acting: Mention | None
    ) -> Iterator[tuple[str, ...]]:
        """Give what so many can be, the likeliest first; empty where a way to tell does not apply."""
        here = self.sentence(span.start)
        yield self._just_named(here, span, number, fits) if acting is None else ()
        main = self._main(number, fits)
        titled = {m.party for m in self.mentions if m.sentence == 0}
        if main and titled.issuperset(main) and not self._grouped(here, span, number):
            grouped = (tuple(dict.fromkeys(m.party for m in group)) for group in self.groups)
            yield next((parties for parties in grouped if set(parties) == set(main)), main)  # by its title about these
        groups = [g for g in self.groups if g[-1].end <= span.start]
        named = [(g, tuple(dict.fromkeys(m.party for m in g))) for g in groups]
        known = [(g, parties) for g, parties in named if len(parties) == number and all(map(fits, parties))]
        yield from (p for g, p in reversed(known) if here - g[0].sentence <= 1 and acting not in g)
        if acting is None:
            same = {m.party for m in self.within(here) if m.end <= span.start and m.rank != MODIFIER}
            yield tuple(sorted(same)) if len(same) == number and all(map(fits, same)) else ()
        callers = {m.party for m in self.group(acting)} if acting is not None else set[str]()
        near = {m.party for n in range(here - NEAR, here + 1) for m in self.within(n) if m.end <= span.start}
        yield main if near.issuperset(main) and not (len(callers) > 1 and callers & set(main)) else ()
        alone = len({frozenset(parties) for _, parties in known}) == 1
        together = known[-1][1] if known and (alone or here - known[-1][0][0].sentence <= 2 * NEAR) else ()
        yield together if number > 2 else ()  # "the three" were named together
        yield self._last(span, number, lambda party: fits(party) and party not in callers)
        yield together

    def _just_named(self, here: int, span: Span, number: int, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """Give so many that are all whom a sentence names before: "Chad expelled Malian envoys, but the two states"."""
        before = [m for m in self.within(here) if m.end <= span.start]
        named = tuple(dict.fromkeys(m.party for m in before if fits(m.party)))
        acts = any(m.rank == SUBJECT and not m.person for m in before)
        return named if acts and len(named) == number and len({m.party for m in before}) == number else ()

    def _last(self, span: Span, number: int, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """Give so many named last, if no more than they were named in these sentences."""
        here = self.sentence(span.start)
        seen: set[str] = set()
        for back in range(NEAR + 1):
            beside = [m for m in self.within(here - back) if m.end <= span.start]
            seen |= {m.party for m in beside if fits(m.party)}
            if len(seen) >= number:
                break
        return tuple(sorted(seen)) if len(seen) == number else ()

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

    def salient(self, span: Span, fits: Callable[[str], bool], lead: float = LEAD, *, ahead: bool = True) -> str | None:
        """Give the party that a description means: one that fits it, is often spoken of, and was lately.

        Args:
            span: The place of the description.
            fits: Whether it can mean a party.
            lead: How far that party must be ahead of the next one.
            ahead: Whether it may be named later in the sentence, where nobody was before.
        """
        here = self.sentence(span.start)
        weights: dict[str, float] = {}
        often = Counter(m.party for m in self.mentions)
        for mention in self.mentions:
            back = here - mention.sentence
            if mention.end <= span.start and back <= FAR and not mention.person and fits(mention.party):
                weight = _WEIGHT[mention.rank] * sqrt(often[mention.party]) / (1 + back)
                weights[mention.party] = max(weights.get(mention.party, 0.0), weight)
        ranked = sorted(weights.values(), reverse=True)
        if len(ranked) > 1 and ranked[0] < lead * ranked[1]:
            return None
        if not weights and not ahead:
            return None
        if not weights:  # "The group runs missions, he said of the Taliban."
            beside = {m.party for m in self.within(here) if m.start >= span.end and fits(m.party)}
            return min(beside) if len(beside) == 1 else None
        return min(weights, key=lambda party: (-weights[party], party))

    def pointed_at(self, span: Span, fits: Callable[[str], bool]) -> str | None:
        """Give whom "that country" means: who was named last and fits, but not who acts in the same sentence."""
        here = self.sentence(span.start)
        for mention in reversed(self.mentions):
            acts = mention.sentence == here and (mention.rank == SUBJECT or self._is_seat(mention))
            if mention.end <= span.start and not acts and not mention.person and fits(mention.party):
                return mention.party if here - mention.sentence <= 1 else None
        return None

    def _is_seat(self, mention: Mention) -> bool:
        """Whether a place only tells whose organ speaks or acts: "the foreign ministry in Lima said …"."""
        return _SEATED.search(self._text, max(0, mention.start - _REACH), mention.start) is not None

    def acting(self, span: Span) -> Mention | None:
        """Give the last subject before a place in the same sentence, a person included."""
        here = self.sentence(span.start)
        same = [m for m in self.within(here) if m.end <= span.start and m.rank == SUBJECT]
        return same[-1] if same else None

    def acted_alone(self, number: int, said: Iterable[Span]) -> str | None:
        """Give the only party that is a subject of a sentence in which nothing is denied, nor said by anybody.

        Args:
            number: Number of the sentence.
            said: What is said in the document.
        """
        subjects = (m for m in self.within(number) if m.subject and not m.many)
        acting = {one.party for m in subjects for one in self.group(m)}
        if len(acting) != 1:
            return None
        words = self.spoken(number)
        first = next((s.of(self._text) for s in self._subjects if words.start <= s.start < words.end), "")
        if first.lower() in _WRITERS:
            return None
        spoken = any(one.start < words.end and words.start < one.end for one in said)
        denied = _DENYING.search(self._text, words.start, words.end)
        return None if spoken or denied else acting.pop()

    def pair(self, span: Span) -> tuple[str, ...]:
        """Give the last two parties named together, for "the former" and "the latter"."""
        named = [tuple(dict.fromkeys(m.party for m in g)) for g in self.groups if g[-1].end <= span.start]
        pairs = [parties for parties in named if len(parties) == 2]
        return pairs[-1] if pairs else ()


def _by_sentence(mentions: Sequence[Mention]) -> Mapping[int, Sequence[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def _ranked(mentions: Sequence[Mention], *, skip_subjects: bool) -> Iterator[Mention]:
    if not skip_subjects:
        yield from (m for m in mentions if m.rank == SUBJECT)
    yield from (m for m in reversed(mentions) if m.rank == NAMED)
    yield from (m for m in reversed(mentions) if m.rank == MODIFIER)


def _groups(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Give runs of mentions with nothing but commas and "and" between them; a name and its bearer's title are one."""
    group: list[Mention] = []
    closed = False
    for mention in mentions:
        if group and mention.party == group[-1].party and _SAME.fullmatch(text, group[-1].end, mention.start):
            group.append(mention)
            continue
        joining = _JOINED.fullmatch(text, group[-1].end, mention.start) if group else None
        if joining and joining[0].strip() == "," and mention.subject and not group[-1].subject:
            joining = None  # "after talks with Peru, Chile has"
        if joining and not (closed and joining[0].strip() == ","):  # "after Peru and Chile, Mali has": not Mali
            closed |= "," not in joining[0] or "and" in joining[0]
            group.append(mention)
            continue
        if len({m.party for m in group}) > 1:
            yield tuple(group)
        group, closed = [mention], False
    if len({m.party for m in group}) > 1:
        yield tuple(group)
