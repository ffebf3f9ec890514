"""Missions named in full somewhere in a text, for those named in part elsewhere.

"The Afghan embassy in Oslo" said once tells what "the embassy" means in the sentences after it. The text is scanned for
names beside words for missions and envoys; no similarity of names is used, only what stands beside what.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from credence.catalog.lexicon import Lexicon
from credence.catalog.parties import Parties
from credence.model.document import Span
from credence.model.sighting import Form, Phrase
from credence.resolve.parties.mentions import Mention, Mentions

Option = dict[str, str]

_GAP = re.compile(
    r"(?P<owns>['’]s?)?(?:\s+(?:new|former|then|own|old|main|newly|previous|current|outgoing|incoming|acting|first|next|last"
    r"|interim|appointed|reopened|closed|shuttered|top))*\s+"
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_IN = re.compile(r"\s*,?\s+(?:in|at|to)\s+(?:the\s+)?")
_AWAY = re.compile(r"\s*,?\s+(?:in|at|to|from)\s+(?:the\s+)?")  # "recalled its ambassador from Lima"
_MORE = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:in\s+)?(?:the\s+)?")
_NAME = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}|[A-Z][\w’'-]*")
_PRONOUN = re.compile(r"\b(its|their|our|his|her)\s+(?:own\s+)?$", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|our)\s+$", re.IGNORECASE)
_SHORT = re.compile(r"[A-Z.]{2,5}")
_DATELINE = re.compile(
    r"^([A-ZÀ-Ý][A-ZÀ-Ý.'’-]+(?:\s[A-ZÀ-Ý.'’-]+){0,2}|[A-Z][\w'’-]+)(?:,\s[^\n—–:]{1,30}?)?(?:\s*\([^)\n]{2,40}\))?\s*"
    r"(?:[—–:]|-{1,2}\s)",
    re.MULTILINE,
)
_ORGAN = re.compile(
    r"\b(?:ministry|department|government|white house|foreign office|presiden\w+|embassy|office of)\b", re.IGNORECASE
)
_NEAR = 40  # characters between whose it is and the word for it
_REMEMBERED = 200  # missions back that "the embassy" may mean
_MANY = 3  # missions of one state after which a text is about them
_OWNS = re.compile(r"['’]s\b")
_CAPITAL = re.compile(r"['’]?s?\s+capital\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A mission, or the post of an envoy, named in full.

    Attributes:
        start: Offset of the word for it.
        sentence: Number of its sentence.
        post: What it is; None for an envoy.
        roles: ``of``, ``host`` and ``city``, as far as they are said.
        guessed: Whether the place is that from which the report was sent, for want of another.
        several: Whether the word is a plural: "the Chilean or Peruvian embassies".
    """

    start: int
    sentence: int
    post: str | None
    roles: Option
    guessed: bool = False
    several: bool = False

    @property
    def partial(self) -> bool:
        """Whether only its owner is said."""
        return "host" not in self.roles


class MissionMemory:
    """The missions a document names in full, in order; the text is scanned when they are first asked for."""

    def __init__(
        self,
        text: str,
        mentions: Mentions,
        place: Callable[[Phrase], Option | None],
        lexicon: Lexicon,
        home: str | None,
    ) -> None:
        """Keep what scanning needs.

        Args:
            text: The document's text.
            mentions: Who is who in it.
            place: Takes a place apart into host and city.
            lexicon: Word classes; "mission" and "envoy" are used.
            home: The party whose organ publishes the document: what it calls "the embassy" is its own.
        """
        self.text = text
        self._mentions = mentions
        self._place = place
        self._posts = _words(lexicon, "mission", missions=True) | _words(lexicon, "envoy", missions=False)
        self._at = {mention.start: mention for mention in mentions.mentions}
        self._ends = [mention.end for mention in mentions.mentions]
        self._found: tuple[Named, ...] | None = None
        self._known: list[Named] = []  # those found and those learned, in the order of the text
        self._owned: list[str] = []  # whose each mission found is
        self._strange: list[Named] = []  # missions of which only the place is said
        self._home = home
        self.dateline = self._dateline()

    @property
    def named(self) -> tuple[Named, ...]:
        """All missions and envoys that are named with whose and where."""
        return tuple(named for named in self._all() if not named.partial and not named.guessed)

    def _all(self) -> tuple[Named, ...]:
        """All that are named with whose, at least."""
        if self._found is None:
            self._found = ()  # what is asked while scanning must not scan again
            hits = _pattern(tuple(self._posts)).finditer(self.text)
            self._found = tuple(named for hit in hits for named in self._named(hit))
            self._owned = [named.roles["of"] for named in self._found if named.post is not None]
            self._known = sorted(self._found, key=_place_of)
        return self._found

    @property
    def home(self) -> str | None:
        """The party whose organ publishes the document."""
        return self._home

    def learn(self, start: int, roles: Mapping[str, object]) -> None:
        """Keep the mission a claim is about.

        Args:
            start: Offset of the claim's predicate.
            roles: The claim's roles.
        """
        kept = {role: str(roles[role]) for role in ("of", "host", "city") if role in roles}
        if "of" not in kept and "operator" in roles:
            kept["of"] = self._state(str(roles["operator"]))
        if {"of", "host"} <= set(kept) and "post" in roles:
            self._all()  # what was scanned comes first where both begin at one place
            insort(self._known, Named(start, self._mentions.sentence(start), str(roles["post"]), kept), key=_place_of)

    def last(self, phrase: Phrase) -> Named | None:
        """The mission spoken of last, in a sentence or right before it: "shut its embassy …, Norway kept its own"."""
        here = self._mentions.sentence(phrase.head.start)
        before = [n for n in self._before(phrase) if n.sentence >= here - 1 and not n.partial and not n.guessed]
        return before[-1] if before else None

    def _before(self, phrase: Phrase) -> list[Named]:
        """The missions spoken of before a place, as far back as a reader would remember them."""
        self._all()
        end = bisect_left(self._known, phrase.head.start, key=_place_of)
        return self._known[max(0, end - _REMEMBERED) : end]

    def _named(self, hit: re.Match[str]) -> Iterator[Named]:
        owner, end = self._owner(hit)
        if owner is None and self._home is not None and _THE.search(self.text, max(0, hit.start() - 5), hit.start()):
            owner = self._home
        sentence, post = self._mentions.sentence(hit.start()), self._posts[hit.group().lower()]
        if owner is None:
            self._strange += [Named(hit.start(), sentence, post, place) for place in self._places(end) if post]
            return
        places = list(self._places(end, _IN if post is not None else _AWAY))
        several = hit.group().endswith("s")
        for place in places:
            if place["host"] != owner:
                yield Named(hit.start(), sentence, post, {"of": owner, **place}, several=several)
        if not places:
            here = self.dateline or {}
            settled = post is not None and bool(here) and here["host"] != owner
            known = {"of": owner, **(here if settled else {})}
            yield Named(hit.start(), sentence, post, known, guessed=settled, several=several)

    def _dateline(self) -> Option | None:
        """The place a report was sent from: "NEW DELHI: …", "ANKARA, 3 May (Agency) - …"."""
        line = _DATELINE.search(self.text)
        if line is None:
            return None
        return self._place(self._phrase(line.start(1), line.end(1), "name"))

    def _owner(self, hit: re.Match[str]) -> tuple[str | None, int]:
        """Whose it is, and where the words that say so end."""
        after = _OF.match(self.text, hit.end())
        if after is not None and (named := self._at.get(after.end())) is not None:
            return self._state(named.party), named.end
        number = bisect_left(self._ends, hit.start()) - 1
        if number >= 0 and self._owns(mention := self._mentions.mentions[number], hit.start()):
            return self._state(mention.party), hit.end()
        pronoun = _PRONOUN.search(self.text, max(0, hit.start() - 12), hit.start())
        if pronoun is not None:
            found = self._mentions.parties_of(self._phrase(pronoun.start(1), pronoun.end(1), "pronoun"))
            return (self._state(found[0]) if found and found[0] != "*" else None), hit.end()
        return None, hit.end()

    def _owns(self, mention: Mention, word: int) -> bool:
        """Whether a name before the word is an owner: a possessive, an adjective, or letters ("US")."""
        met = _GAP.fullmatch(self.text, mention.end, word) if word - mention.end < _NEAR else None
        if met is None:
            return False
        words = self._phrase(mention.start, mention.end, "name")
        return bool(met["owns"] or _SHORT.fullmatch(words.text)) or self._mentions.place_of(words)[1] is None

    def _state(self, party: str) -> str:
        known = self._mentions.known(party)
        return known.of if known is not None and known.cls == "authority" and known.of else party

    def _places(self, end: int, opening: re.Pattern[str] = _IN) -> Iterator[Option]:
        """The places listed after "in", from an offset on."""
        link = opening.match(self.text, end)
        while link is not None:
            name = self._name_at(link.end())
            if name is None or (place := self._place(name)) is None:
                return
            end = name.span.end
            capital = _CAPITAL.match(self.text, end)
            if capital is None and _OWNS.match(self.text, end):  # "in Lomé, and Chile's is shut, too"
                return
            yield place
            link = _MORE.match(self.text, capital.end() if capital else end)

    def _name_at(self, start: int) -> Phrase | None:
        named = self._at.get(start)
        if named is not None:
            return self._phrase(start, named.end, "name")
        found = _NAME.match(self.text, start)
        return self._phrase(start, found.end(), "name") if found else None

    def _phrase(self, start: int, end: int, form: Form) -> Phrase:
        words, span = self.text[start:end], Span(start, end)
        return Phrase(span=span, head=span, text=words, lemma=words.lower(), form=form)

    def recall(self, stated: Option, phrase: Phrase, reach: int | None = None, *, guess: bool = True) -> list[Option]:
        """Give what the text said before of a mission named in part: whose, where.

        Args:
            stated: What the phrase itself states, with its post.
            phrase: The words; a plural may mean several missions of one sentence.
            reach: How many sentences back it may have been named; None for any number.
            guess: Whether the publisher, the title and the other missions of the text may decide where none is named.

        Returns:
            The whole missions it can mean; empty if the text does not decide it.
        """
        here = self._mentions.sentence(phrase.head.start)
        before = [n for n in self._before(phrase) if _fits(stated, n) and not self._is_at_body(stated, n)]
        far = here if reach is None else reach
        near = [n for n in before if here - n.sentence <= (min(1, far) if n.partial else far)]
        wholes = [(n, {**n.roles, **stated, **_post(n, stated)}) for n in near]
        wholes = [(n, whole) for n, whole in wholes if whole.get("host", "") != whole["of"] and "host" in whole]
        said = [pair for pair in wholes if not pair[0].guessed] or wholes
        if not said:
            return (self._at_home(stated) or self._in_title(stated) or self._of_all(stated)) if guess else []
        if "host" not in stated and self._is_other(said[-1][0], stated, phrase):
            return []
        single = not phrase.plural and phrase.determiner == "the"
        said = (single and [pair for pair in said if not pair[0].several]) or said
        last = said[-1][0].sentence
        options = [whole for n, whole in said if n.sentence == last]
        whole_ones = [o for o in options if not any(o.items() < other.items() for other in options)]
        distinct = [whole for number, whole in enumerate(whole_ones) if whole not in whole_ones[:number]]
        plural = phrase.plural or phrase.determiner in {"neither", "both", "either"}
        return distinct if plural or len(distinct) == 1 else []

    def _is_at_body(self, stated: Option, named: Named) -> bool:
        """Whether an embassy or a consulate would stand where an envoy to a body is: "the ambassador to the UN"."""
        host = self._mentions.known(named.roles.get("host", ""))
        of_state = stated.get("post", "").startswith(("embassy", "consulate"))
        return named.post is None and of_state and host is not None and host.cls == "organisation"

    def _is_other(self, known: Named, stated: Option, phrase: Phrase) -> bool:
        """Whether a mission elsewhere, of which it is not said whose it is, was spoken of since."""
        first = bisect_right(self._strange, known.start, key=_place_of)
        after = bisect_left(self._strange, phrase.head.start, key=_place_of)
        since = (n for n in self._strange[max(first, after - _REMEMBERED) : after] if _fits(stated, n))
        return any(n.roles["host"] != known.roles.get("host") for n in since)

    def _in_title(self, stated: Option) -> list[Option]:
        """A state's mission in a text about it and one other state stands in the other."""
        named = [self._state(m.party) for m in self._titled()]
        others = {party for party in named if self._is_state(party)} - {stated.get("of")}
        return (
            [{**stated, "host": others.pop()}] if "of" in stated and "host" not in stated and len(others) == 1 else []
        )

    @property
    def subject(self) -> str | None:
        """The one state that the title names beside the publisher's, whose towns the text speaks of before others."""
        named = {self._state(m.party) for m in self._titled()} - {self._home}
        states = [party for party in named if self._is_state(party)]
        return states[0] if len(states) == 1 else None

    def _titled(self) -> Iterator[Mention]:
        """Who is named in the title."""
        end = self.text.find("\n") if "\n" in self.text else 0
        yield from takewhile(lambda mention: mention.end <= end, self._mentions.mentions)

    def _of_all(self, stated: Option) -> list[Option]:
        """In a text about one state's missions, "the embassy in Berlin" is that state's."""
        self._all()
        owner = self._owned[0] if self._owned else None
        if "of" in stated or "host" not in stated or owner is None or stated["host"] == owner:
            return []
        if any(other != owner for other in self._owned):
            return []
        titled = any(self._state(m.party) == owner for m in self._titled())
        return [{**stated, "of": owner}] if titled or len(self._owned) >= _MANY else []

    def _is_state(self, party: str) -> bool:
        known = self._mentions.known(party)
        return known is not None and known.cls == "state"

    def _at_home(self, stated: Option) -> list[Option]:
        """What a ministry calls "the embassy in Kabul", or "the embassy" in a text on one state, is its own state's."""
        if self._home is None or "of" in stated or stated.get("host") == self._home:
            return []
        own = {**stated, "of": self._home}
        return [own] if "host" in own else self._in_title(own)


def _place_of(named: Named) -> int:
    return named.start


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b", re.IGNORECASE)


def _post(named: Named, stated: Option) -> Option:
    """The post as it was named, for "the mission" or "the building"."""
    return {"post": named.post} if named.post is not None and stated.get("post", "mission") == "mission" else {}


def _fits(stated: Option, named: Named) -> bool:
    """Whether a mission named in full can be the one meant."""
    post = stated.get("post", "mission")
    if named.post is None and not {"of", "host"} & set(stated):
        return False
    if named.post is not None and "mission" not in {post, named.post} and post != named.post:
        return False
    return all(named.roles.get(role, value) == value for role, value in stated.items() if role != "post")


def home_of(publisher: str | None, parties: Parties, day: str | None) -> str | None:
    """Give the party whose organ a publisher is: a ministry or government, not a newspaper named after a place."""
    if publisher is None or _ORGAN.search(publisher) is None:
        return None
    hits = parties.as_of(parties.find(publisher), day)
    return hits[0].candidates[0][0] if hits else None


def _words(lexicon: Lexicon, cls: str, *, missions: bool) -> dict[str, str | None]:
    """The words of a class with their plurals and values."""
    found: dict[str, str | None] = {}
    for lemmas, entry in lexicon.classes[cls].items():
        word = " ".join(lemmas)
        if len(word) > 4:
            value = entry.value if missions else None
            found |= {word: value, f"{word}s": value}
            if word.endswith("y"):
                found[f"{word[:-1]}ies"] = value
    return found
