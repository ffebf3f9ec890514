"""The names of parties in one document: whom each means on its day, and whether it acts or merely modifies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from credence.catalog.bounds import day_bounds
from credence.catalog.lexicon import Lexicon
from credence.catalog.parties import Candidate, Parties, PartyHit
from credence.model.document import Span
from credence.model.party import Party
from credence.model.sighting import Phrase, Reading
from credence.resolve.parties import wordings
from credence.resolve.parties.acronyms import with_acronyms
from credence.resolve.parties.antecedents import MODIFIER, NAMED, SUBJECT, Antecedents, Mention
from credence.resolve.parties.persons import People, acting_organs

_FOLLOWING = re.compile(r"(?P<owns>['’]s?)?(?P<words>(?: [\w’'-]+){0,3})")
_PLACED = re.compile(r"\b(?:in|at|near|from|into|outside|inside) (?:the )?$")
_RELATIVE = re.compile(r", (?:which|who|that) [a-z]+ ")
_FINITE = re.compile(r" (?:is|are|was|were|has|have|had|will|would|also|then|later|soon|itself|in turn)\b")
_DONE_TO = re.compile(  # "the UN-sanctioned minister" is not the UN's
    r"-(?:sanctioned|designated|wanted|indicted|listed|backed|funded|sponsored|trained|educated|born|based|brokered)\b"
)
_CLUB = re.compile(  # what is called by the city where it first met
    r" (?:Group|Club|Process|Accords?|Agreements?|Conventions?|Treaty|Protocols?|Declaration|Charter|Forum)\b"
)
_OFFICES = (" Office", " Department", " Treasury", " Minister", " Ministry", " Affairs", " Secretary")
_OF_ANOTHER = re.compile(r" of (?:the )?[A-Z]")
_RIVALS = {"leader", "politician", "figure", "chief", "candidate"}
_REIGNING = {"king", "queen", "president", "emir", "sultan", "emperor", "prince", "sheikh", "chancellor", "premier"}
_TITLED = {"minister", "official", "leader", "president", "representative", "ambassador", "envoy"}
_ONE = {"a", "an", "the", "one", "another", "that", "this"}
_COLLECTIVE = ("ese", "ish", "ch", "sh", "ss", "ois", "s")  # "the Chinese", "the British", "the Swiss"
_RUN_BY = {"appointed", "led", "run", "controlled", "installed", "named"}
_TITLE_OF = re.compile(r"([\w’'-]+) (?:of|to) (?:the )?$")
_JUNIOR = re.compile(r"((?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+),? [JS]r\.$")
_TITLE = 40  # characters before a land in which the title stands
_SELDOM = {"kp"}  # "Korea" alone is the South
_USES = ("metonym", "name", "leader", "adjective", "demonym", "capital")


def _readable(reading: Reading) -> str:
    """The text with sentences too long to be read blanked out, so that offsets stay: nobody is looked for in noise."""
    text = reading.document.text
    for passed in reading.passed_over:
        if passed.span is not None and passed.stage == "read":
            blank = " " * (passed.span.end - passed.span.start)
            text = text[: passed.span.start] + blank + text[passed.span.end :]
    return text


def _names_club(text: str, hit: PartyHit) -> bool:
    """Whether a city only gives its name to a group or a treaty: "the Lima Group", "the Vienna Convention"."""
    city = all(name.use == "capital" for _, name in hit.candidates)
    return city and _CLUB.match(text, hit.end) is not None


def _in_its_land(text: str, hit: PartyHit, after: PartyHit | None) -> PartyHit:
    """Let a city stand for its state alone where that is named right behind it: "Brussels, Belgium" is not the EU."""
    if after is None or text[hit.end : after.start] != ", " or len(hit.ids) == 1:
        return hit
    land = tuple(one for one in hit.candidates if one[0] in after.ids)
    return replace(hit, candidates=land) if land and len(after.ids) == 1 else hit


def _is_anothers(text: str, hit: PartyHit, before: PartyHit | None) -> bool:
    """Whether an office called as one state calls its own is said to be another's: "the Foreign Office of Chad"."""
    if not text[: hit.end].endswith(_OFFICES):
        return False
    owner = before if before is not None and text[before.end : hit.start] in {" ", "'s ", "’s "} else None
    others = owner is not None and not set(owner.ids) & set(hit.ids)
    return others or _OF_ANOTHER.match(text, hit.end) is not None


class Naming:
    """The names in one document.

    Attributes:
        people: The persons it speaks of and whom they speak for.
        mentions: The parties it names, in order.
        every: The same with the persons who speak for parties.
    """

    def __init__(self, reading: Reading, parties: Parties, lexicon: Lexicon) -> None:
        """Find every name once.

        Args:
            reading: The document as read.
            parties: Who can be named.
            lexicon: Word classes; "organ" and "title" are used.
        """
        self._parties = parties
        self._organs = acting_organs(lexicon)
        self._text = _readable(reading)
        self._day = reading.document.published
        found = parties.as_of(parties.find(self._text), self._day)
        called = zip(found, (None, *found), strict=False)
        apart = (hit for hit, before in called if not _is_anothers(self._text, hit, before))
        told = tuple(hit for hit in apart if not _names_club(self._text, hit))
        told = with_acronyms(self._text, told)
        behind = (*told[1:], None)
        self._hits = tuple(_in_its_land(self._text, hit, after) for hit, after in zip(told, behind, strict=False))
        self._certain = {next(iter(hit.ids)) for hit in self._hits if len(hit.ids) == 1}
        acting = [(hit, party) for hit in self._hits if (party := self._preferred(hit.candidates)) is not None]
        named = [(hit.start, hit.end, party) for hit, party in acting]
        titles = lexicon.classes["title"].items()
        self._titles = {words[0] for words, entry in titles if entry.value == "title"} | self._organs
        house, organ = self.publisher(reading.document.publisher or "")
        self._own = own = house if organ else None
        self._own_words = {" ".join(w) for w, entry in lexicon.classes["house"].items() if entry.value == own}
        self.people = People(self._text, named, lexicon, cache(self._leads), cache(self._once), own)
        self._openings = frozenset(span.start for span in reading.sentences)
        bare = Antecedents(reading, ())
        parsed = {bare.sentence(span.start) for span in reading.subjects}
        ranked = (self._mention(hit, party, bare.sentence(hit.start), reading.subjects) for hit, party in acting)
        self.mentions = tuple(_with_subjects(ranked, parsed))
        persons = self._persons(bare, reading.subjects)
        self.every = tuple(sorted((*self.mentions, *persons), key=lambda m: (m.start, m.person)))

    def hit_in(self, phrase: Phrase) -> PartyHit | None:
        """Give the name that a phrase's head is, or begins with where a title or organ follows: "Taliban Ministry"."""
        first = bisect_right(self._hits, phrase.head.start, key=lambda hit: hit.end)  # names never overlap
        for hit in takewhile(lambda hit: hit.start < phrase.head.end, islice(self._hits, first, None)):
            rest = self._text[hit.end : max(hit.end, phrase.head.end)].strip("'’s ")
            if not rest or (rest.startswith("-") and not _DONE_TO.match(rest)) or self.people.is_titled(rest):
                return hit
            if self._is_in_title(hit, phrase):
                return hit
        return None

    def _is_in_title(self, hit: PartyHit, phrase: Phrase) -> bool:
        """Whether a name begins with the land of a title that somebody's own follows: "King of Norway Haakon II"."""
        title = _TITLE_OF.search(self._text, max(0, hit.start - _TITLE), hit.start)
        begins = title is not None and hit.start == phrase.head.start
        return begins and title is not None and self.people.is_title(title[1].lower())

    def party(self, phrase: Phrase) -> str | None:
        """Give the party that a phrase's head names, or that the paper it stands in calls so: "Treasury"."""
        hit = self.hit_in(phrase)
        if hit is None and phrase.form == "name" and phrase.head_text.lower() in self._own_words:
            return self._own
        return None if hit is None else self._preferred(hit.candidates)

    def untitled(self, phrase: Phrase) -> str:
        """Give a name without whose it is and the title behind that: "U.S. Minister Ana Rojas"."""
        if phrase.head_text in {"Jr.", "Sr."} and (met := _JUNIOR.search(self._text, 0, phrase.head.end)) is not None:
            return met[1]
        hit = next((h for h in self._hits if h.start <= phrase.head.start < h.end < phrase.head.end), None)
        words = self._text[hit.end : phrase.head.end].lstrip("'’s ").split() if hit is not None else []
        bare = [word for word in words if not self.people.is_office(word)]
        return " ".join(words) if bare and len(bare) < len(words) and bare[0] != words[0] else phrase.head_text

    def behind(self, phrase: Phrase) -> str:
        """Give a name without whose it is before it: "American Ambassador"."""
        hit = next((h for h in self._hits if h.start == phrase.head.start and h.end < phrase.head.end), None)
        return phrase.head_text if hit is None else self._text[hit.end : phrase.head.end].lstrip("'’s ")

    def of_each(self, phrase: Phrase) -> tuple[str, ...]:
        """Give the lands whose men a title in capitals means: "French, German and UK Counterparts"."""
        if (pair := self._pair(phrase)) is not None:
            return pair
        word = phrase.head_text.split()[-1].lower()
        many = phrase.form == "name" and word.endswith("s") and word[:-1] in wordings.OTHERS | _TITLED
        named = (self.party(link) for link in phrase.linked("mod")) if many else ()
        found = dict.fromkeys(filter(None, [*named, self.party(phrase) if many else None]))
        return tuple(found) if len(found) > 1 else ()

    def _pair(self, phrase: Phrase) -> tuple[str, ...] | None:
        """Give the two lands of "Peru-Chile" in "the Peru-Chile Mining Dialogue"; None for anything else."""
        if phrase.form != "name":
            return None
        within = [hit for hit in self._hits if phrase.span.start <= hit.start and hit.end <= phrase.span.end]
        if len(within) != 2 or self._text[within[0].end : within[1].start] not in {"-", "–"}:
            return None
        if within[1].end != phrase.span.end:
            return None
        pair = tuple(party for hit in within if (party := self._preferred(hit.candidates)) is not None)
        return pair if len(set(pair)) == len(within) else None

    def is_anothers(self, phrase: Phrase, party: str | None) -> bool:
        """Tell whether words name another party than one as whose a thing is: "the president of Chad"."""
        named = (self.party(link) for link in phrase.linked("of", "from", "poss"))
        return any(found not in {None, party} for found in named) or self._is_guests(phrase, party)

    def _is_guests(self, phrase: Phrase, party: str | None) -> bool:
        """Whether an office may be that of a guest named before: "the Foreign Minister" after "Chad's minister, X"."""
        words = self._text[phrase.span.start : phrase.head.end].lower().split()
        if not wordings.POSTS & {*words}:
            return False
        before = (one for one in self.people.mentions if one.start < phrase.span.start and words[-1] in one.titles)
        spoken = self.people.organ(words[-1], wordings.POSTS & {*words}, phrase.span.start)
        return any(one not in {None, party} for one in (spoken, *(each.party for each in before)))

    def is_adjective(self, mention: Mention) -> bool:
        """Tell whether a name is an adjective: "Russian"."""
        uses = {name.use for hit in self._hits if hit.start == mention.start for _, name in hit.candidates}
        return "adjective" in uses

    def place(self, phrase: Phrase) -> tuple[str | None, str | None]:
        """Give state and city of a phrase that names a place: ("tr", "Ankara"), ("af", None)."""
        hit = self.hit_in(phrase)
        if hit is None:
            return None, None
        for party, name in hit.candidates:
            if name.use == "capital":
                return self._state(party, name.text), name.text
        return self._state(hit.candidates[0][0]), None

    def publisher(self, name: str) -> tuple[str | None, bool]:
        """Give the party a publisher belongs to, and whether it is an organ of it rather than a paper there."""
        hits = self._parties.as_of(self._parties.find(name), self._day)
        if not hits:
            return None, False
        use = hits[0].candidates[0][1].use
        whole = hits[0].end - hits[0].start >= len(name) - len("The ")
        return self._preferred(hits[0].candidates), use == "metonym" or whole or self._is_titled(name)

    def _is_titled(self, publisher: str) -> bool:
        """Whether a publisher's name holds a title or an organ."""
        return any(word.strip("'’s") in self._titles for word in publisher.lower().split())

    def named_in(self, words: str) -> tuple[str, ...]:
        """Give the parties that a publisher's name holds, in its order: "Governments of Peru and Chile"."""
        hits = self._parties.as_of(self._parties.find(words), self._day)
        return tuple(party for hit in hits if (party := self._preferred(hit.candidates)) is not None)

    def ruled(self, phrase: Phrase) -> str | None:
        """Give the state that somebody's title says: "King Abdullah of Jordan"."""
        first = phrase.head_text.split()[0].lower()
        named = (self.party(link) for link in phrase.linked("of") if link.form == "name")
        return next(filter(None, named), None) if first in _REIGNING else None

    def led(self, name: str) -> str | None:
        """Give the only party that somebody of a name ever led, unless the text calls him a former leader."""
        if self.people.is_former(name):
            return None
        known = self._parties.leaders(name) or self._parties.leaders(self.people.plain(name))
        ever = {leader.party for leader in known}
        return next(iter(ever)) if len(ever) == 1 else None

    def is_somebody(self, phrase: Phrase) -> bool:
        """Tell whether an adjective stands for one of a people: "the exiled Saudi", "an American"; not "the French".

        So does an opposition leader, who is nobody's but those who follow him.
        """
        if phrase.lemma in _RIVALS and any(link.lemma == "opposition" for link in phrase.linked("mod")):
            return phrase.form == "noun"
        hit = self.hit_in(phrase) if phrase.determiner in _ONE else None
        if hit is None or phrase.head_text != self._text[hit.start : hit.end] or phrase.linked("of"):
            return False
        uses = {name.use for _, name in hit.candidates}
        singular = uses == {"adjective"} and not phrase.head_text.endswith(_COLLECTIVE)
        return singular or (uses == {"demonym"} and not phrase.head_text.endswith("s"))

    def appoints(self, link: Phrase) -> str | None:
        """Give who stands in "Taliban-appointed", "Russian-installed"; not in "US-backed"."""
        if not _RUN_BY & set(re.split(r"[ -]", link.text.lower())[1:]):
            return None
        hit = next((h for h in self._hits if h.start == link.span.start), None)
        return None if hit is None else self._preferred(hit.candidates)

    def _mention(self, hit: PartyHit, party: str, sentence: int, subjects: Sequence[Span]) -> Mention:
        """Tell a name that stands for itself or for its organ from one that only modifies another noun."""
        use = next(name.use for id_, name in hit.candidates if id_ == party)
        after = _FOLLOWING.match(self._text, hit.end)
        words = after["words"].lower().split() if after else []
        organ = any(word.rstrip("’'s") in self._organs or word in self._organs for word in words[:3])
        owns = bool(after and after["owns"])
        modifies = (owns or use == "adjective") and not organ
        if use == "capital" and _PLACED.search(self._text, max(0, hit.start - 12), hit.start):
            modifies = True
        rank = MODIFIER if modifies else self._rank(hit.start, hit.start + 1, hit.end, subjects)
        many = not owns and any(word.endswith("s") and word[:-1] in self._organs for word in words[:2])
        return Mention(hit.start, hit.end, party, sentence, rank, use == "demonym", many=many)

    def _rank(self, start: int, within: int, end: int, subjects: Sequence[Span]) -> int:
        """A subject, its relative clause's included ("Syria, which said"), or not."""
        inside = any(s.start < within and start < s.end for s in subjects)
        opens = start in self._openings and _FINITE.match(self._text, end) is not None
        return SUBJECT if inside or opens or _RELATIVE.match(self._text, end) is not None else NAMED

    def _persons(self, bare: Antecedents, subjects: Sequence[Span]) -> Iterator[Mention]:
        """The persons who speak for a party, as mentions of it."""
        taken = {place for m in self.mentions for place in range(m.start, m.end)}
        for one in self.people.mentions:
            if one.party is not None and one.start not in taken:
                rank = self._rank(one.start, one.end, one.end, subjects)
                yield Mention(one.start, one.end, one.party, bare.sentence(one.start), rank, person=True)

    def _state(self, party: str, town: str = "") -> str:
        """The state a place belongs to, when an authority's name stands for it; a land of its own stays itself.

        Who is called by a town claims it: the town of the Donetsk People's Republic was there before.
        """
        known = self._parties.get(party)
        if known is None or known.of is None or known.cls != "authority":
            return party
        if "territory" in known.nouns and not (town and known.label.startswith(f"{town} ")):
            return party
        return known.of

    def _preferred(self, candidates: Sequence[Candidate]) -> str | None:
        """Of several parties a name can mean, the one it means when it acts: authority before capital.

        Of two states of one name it is the one that the text names in full elsewhere.
        """
        states = {one[0] for one in candidates if (known := self._parties.get(one[0])) and known.cls == "state"}

        def order(candidate: Candidate) -> tuple[int, bool, bool, bool, str]:
            party, name = candidate
            known = self._parties.get(party)
            club = known is not None and known.cls == "organisation"
            unsure = len(states) > 1 and party not in self._certain
            return _USES.index(name.use), not club, unsure, party in _SELDOM, party

        return min(candidates, key=order)[0] if candidates else None

    def _once(self, name: str) -> str | None:
        """Give the only state that somebody of a full name ever led: "Barack Obama" in a text about the past."""
        ever = {leader.party for leader in self._parties.leaders(name)}
        return next(iter(ever)) if len(ever) == 1 else None

    def _leads(self, name: str) -> str | None:
        """Give the party that a leader of a name speaks for on the day; a rival authority's also afterwards."""
        found = self._parties.leaders(name, self._day)
        if found:  # who leads a network and sits in a government speaks for the government
            return min(found, key=lambda leader: self._is_group(leader.party)).party
        ever = {leader.party for leader in self._parties.leaders(name)}
        of_old = next(iter(ever)) if len(ever) == 1 else ""
        known = self._parties.get(of_old)
        if known is None or known.cls not in {"authority", "group"}:
            return None
        return of_old if known.cls == "group" or self._led_last(name, known) else None

    def _is_group(self, party: str) -> bool:
        known = self._parties.get(party)
        return known is not None and known.cls == "group"

    def _led_last(self, name: str, authority: Party) -> bool:
        """Whether somebody led an authority to its end: one who left it before speaks for it no more."""
        ends = [day_bounds(spell)[1] for spell in authority.spells]
        last = [day_bounds(leader.until or "..")[1] for leader in self._parties.leaders(name)]
        return not ends or max(last) >= max(ends)


def _with_subjects(mentions: Iterator[Mention], parsed: set[int]) -> Iterator[Mention]:
    """Where a sentence was not parsed, take its first name that stands for itself as its subject."""
    done = set(parsed)
    for mention in mentions:
        if mention.sentence not in done and mention.rank == NAMED and not mention.people:
            done.add(mention.sentence)
            yield replace(mention, rank=SUBJECT)
        else:
            yield mention
