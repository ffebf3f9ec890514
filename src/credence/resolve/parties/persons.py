"""Persons of a document and whom they speak for, from their titles: "Turkey's foreign minister, X", "X, Oman's envoy".

One pass over the names of parties makes the register; a surname later in the text, "he" and "his" are looked up in it.
It also keeps whose organs the text speaks of ("Taiwan's foreign ministry"), for "the ministry" later on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from credence.catalog.fold import fold
from credence.catalog.lexicon import Lexicon
from credence.resolve.parties.officers import own_officers

_BIG = r"[^\W\d_a-z][\w’'-]*"
_LINK = r"(?:(?:al|el|ad|as|ash|ar|bin|ibn|bint|von|van|de|der|da|di|del|ul|zu)[ -])?"
_NAME = rf"{_BIG}(?: {_LINK}(?:[A-Z]\.|{_BIG})){{0,7}}"
_NAMES = re.compile(_NAME)
_OWNING = re.compile(r"['’]s?(?!\w)")
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"(?:[ -]|(?<!\n)\n(?!\n))+([\w’'-]*\w)")  # not across a blank line
_THEN = re.compile(rf"(?: (?:to|in|at) (?:the )?{_NAME})?,? ({_NAME})")
_OF = re.compile(rf"({_NAME}), (?:(?:the|an?|its) )?((?:[\w’'-]+ ){{1,6}})(?:of|for) (?:the )?$")
_OWN = re.compile(rf"({_NAME}), (?:(?:the|an?) )?$")
_OF_AFTER = re.compile(rf"\b((?:[\w-]+ ){{1,4}}?)({_NAME}) of (?:the )?$")
_NEXT = re.compile(rf" {_NAME}")
_APART = {"opposition", "rebel", "dissident", "separatist", "insurgent"}
_STATE = re.compile(r"\bSecretary of \Z", re.IGNORECASE)
_TITLE_OF = re.compile(r"((?:[\w’'-]+ ){1,4})of (?:the )?(?:(?:Kingdom|Republic|State|Government) of )?$")
_CHARGED_WITH = re.compile(  # "Special Envoy for Chad Ambassador Ana Rojas" is not Chad's
    r"\b(?:[Ee]nvoy|[Rr]epresentative|[Cc]oordinator) for (?:the )?\Z"
)
_LEFT_OF_NAME = re.compile(r"([\w’'-]+),? \Z")
_SENT_TO = re.compile(r"([\w-]+) (?:to|for|in) (?:the )?\Z")
_BEFORE_NAME = re.compile(r"([\w’'-]+) \Z")
_APPOSED = re.compile(r", (?:(?:the|an?|its|their|his|her) )?((?:[\w’'-]+ ){0,4}[\w’'-]+)(?=[,.;\n]| of | for | to )")
SET_OFF = re.compile(  # "Omar Varga, the security chief, …"
    r", the (?:(?:deputy|foreign|prime|interior|defen[cs]e|finance|economy|trade|energy|oil|justice|health|education"
    r"|security|intelligence|spy|army|police|acting|transport|information) ){1,2}(?:minister|chief)(?=,)"
)
_PAST = {"former", "ousted", "exiled", "ex", "late", "deposed"}
_OF_OLD = "|".join(sorted(_PAST))
OPENERS = {"the", "a", "in", "on", "at", "but", "and", "as", "when", "after", "since", "while", "for", "with", "then"}
OPENERS |= {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october"}
OPENERS |= {"november", "december"}
"""Words that may stand in capitals right before a name and are no part of it."""
_AFTER_OFFICE = {"elect", "designate"}  # "President-elect" is cut at the hyphen
_CHIEF = "secretary-general"
_LONGEST = 4  # words of a name
_LOOK_BACK = 160

Named = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in the text.

    Attributes:
        start: Offset of the name.
        end: Offset after it.
        name: The name without titles.
        party: Whom the person speaks for; None if the text does not tell.
        titles: The titles that stand with the name there: "minister", "prince".
    """

    start: int
    end: int
    name: str
    party: str | None
    titles: frozenset[str] = frozenset()


def acting_organs(lexicon: Lexicon) -> set[str]:
    """Give the words for organs that act ("ministry"), without what is merely somebody's ("embassy", "reserve")."""
    return {words[-1] for words, entry in lexicon.classes["organ"].items() if entry.value == "organ"}


_TERM = re.compile(r" (?:presidency|administration|era|years|White House)\b")  # "during the first Varga presidency"
_ORGANS_BY_NAME = {"department", "treasury", "ministry", "agency"}


class People:
    """The register of one document's persons and organs."""

    def __init__(  # noqa: PLR0913 - what is known of names comes from several sides
        self,
        text: str,
        named: Iterable[Named],
        lexicon: Lexicon,
        leader: Callable[[str], str | None],
        once: Callable[[str], str | None],
        own: str | None = None,
    ) -> None:
        """Go over the text once.

        Args:
            text: The document's text.
            named: Start, end and party of each name of a party, in order.
            lexicon: Word classes; "title" and "organ" are used.
            leader: The party that somebody of a name is known to lead.
            once: The party that somebody of a name is known to have led.
            own: The party in whose name the document speaks, as an organ of it is the publisher.
        """
        self._text = text
        titles = lexicon.classes["title"]
        self._titles = {words[0] for words, entry in titles.items() if entry.value == "title"}
        self._jobs = {words[0] for words, entry in titles.items() if entry.value in {"title", "job"}}
        self._organs = acting_organs(lexicon)
        self._nobody = {words[-1] for words in lexicon.classes["nobody"]}
        self._things = {words[-1] for words in lexicon.classes["organ"]}
        self._around = self._titles | self._organs | {words[0] for words in titles}
        self._around |= {f"{title}s" for title in self._titles}  # "Foreign Ministers X and Y"
        self._leader = leader
        self._once = once
        self._party: dict[str, str | None] = {}
        self._past: dict[str, bool] = {}
        self._of_old = [word.start() for word in re.finditer(rf"\b(?:{_OF_OLD})\b", text, re.IGNORECASE)]
        self._organ: dict[str, list[tuple[int, frozenset[str], str]]] = {}
        self._names: dict[str, str] = {}
        self._fullest: dict[str, str] = {}
        self._shortened: dict[str, str] = {}
        self._shared: set[str] = set()  # words that several names begin with
        named = tuple(named)
        self._parties_named = {text[start:end] for start, end, _ in named}
        self._ends = {start: end for start, end, _ in named}
        for start, end, party in named:
            if not _CHARGED_WITH.search(text, max(0, start - _LOOK_BACK), start):
                self._register(start, end, party)
        for name in own_officers(text) if own is not None else ():
            if self._leader(name) is None and self._party.get(fold(name.split()[-1])) is None:
                self._keep(name, own)
        self.mentions = tuple(self._found())
        self._starts = [mention.start for mention in self.mentions]

    def party_of(self, name: str) -> str | None:
        """Give whom a person speaks for, by the document or by what is known of leaders."""
        words = [word for word in name.split() if word.lower() not in self._around]
        if not words:
            return None
        full = self._shortened.get(words[-1], "") if len(words) == 1 else ""
        alone = full if full.split()[:1] == words and words[0] not in self._shared else ""  # "Xi", as Xi Jinping
        for key in (fold(" ".join(words)), fold(words[-1]), fold(alone)):  # of two Kims each speaks for his own
            if key in self._party:
                return self._party[key]
        found = (self._leader(form) for form in (name, full, *(" ".join(words[start:]) for start in range(len(words)))))
        return next((party for party in found if party is not None), None)

    def is_former(self, name: str) -> bool:
        """Tell whether the text says that a person of a name held an office once: "former president X"."""
        words = [word for word in name.split() if word.lower() not in self._around]
        if not words:
            return False
        return self._party.get(fold(words[-1]), "") is None or self._is_past(words[-1])

    def _is_past(self, last: str) -> bool:
        """Whether a surname stands in the text with a word for a former office."""
        if not self._of_old:
            return False
        if last not in self._past:
            name = re.escape(last)
            after = re.search(rf"\b{name}, (?:(?:the|a|its|their) )?(?:{_OF_OLD})\b", self._text)
            before = re.compile(rf"\w+(?:[ -][\w.'’-]+){{0,4}} {name}\b", re.IGNORECASE)
            self._past[last] = after is not None or any(before.match(self._text, start) for start in self._of_old)
        return self._past[last]

    def in_full(self, name: str) -> str | None:
        """Give the longer name that a single word stands for: "Mahan" after "Mahan Air"; None if the text has none."""
        full = self._shortened.get(name)
        return None if full in self._parties_named or name in self._shared else full  # "States" are not the US

    def is_person(self, name: str) -> bool:
        """Tell whether words can be a person's name: with something beside titles and organs, or known as such."""
        words = name.split()
        bare = [word for word in words if word.lower() not in self._around]
        return bool(bare) and words[-1].lower() not in self._nobody and (len(words) > 1 or self.known(name))

    def known(self, name: str) -> bool:
        """Tell whether the text introduces a person of a name, or it is a known leader's."""
        words = [word for word in name.split() if word.lower() not in self._around]
        return bool(words) and (fold(words[-1]) in self._names or self.party_of(name) is not None)

    def is_titled(self, words: str) -> bool:
        """Tell whether words hold a title or an organ: what follows a party's name in "Turkey Prime Minister X"."""
        return any(word.lower().strip("'’s") in self._titles | self._organs for word in words.split())

    def is_office(self, words: str) -> bool:
        """Tell whether words are nothing but a title or an organ: "Attorney General", "Ministry"."""
        return all(word in self._around or word in self._things for word in words.lower().split())

    def is_title(self, noun: str) -> bool:
        """Tell whether a noun is the title of a person."""
        return noun in self._titles

    def plain(self, name: str) -> str:
        """Give a name without the title before it, and in full where the text has it in full."""
        words = name.split()
        while len(words) > 1 and (words[0].lower() in self._around or words[0] in _AFTER_OFFICE):
            words = words[1:]
        called = [n for n, word in enumerate(words[:-2]) if word.lower() in self._jobs]
        words = words[called[-1] + 1 :] if called else words  # "Lima Times Columnist Omar Varga"
        full = max(self._fullest.get(fold(words[-1]), ""), self._names.get(fold(words[-1]), ""), key=len)
        return full if len(words) == 1 and full else " ".join(words)

    def strangers(self) -> list[PersonMention]:
        """Give those with a title whose party the text does not say, each where first named, in its order."""
        first = {fold(p.name.split()[-1]): p for p in reversed(self.mentions) if p.party is None and p.titles}
        return [p for key, p in sorted(first.items(), key=lambda pair: pair[1].start) if key not in self._party]

    def assign(self, person: PersonMention, party: str) -> None:
        """Keep for whom somebody speaks that was found out by what the text is about."""
        surname = fold(person.name.split()[-1])
        self._party[surname] = party
        same = (fold(p.name.split()[-1]) == surname and p.party is None for p in self.mentions)
        pairs = zip(self.mentions, same, strict=True)
        self.mentions = tuple(replace(p, party=party) if fits else p for p, fits in pairs)

    def before(self, offset: int, exclude: frozenset[str] = frozenset()) -> PersonMention | None:
        """Give the person last named before an offset who does not speak for one of the parties."""
        at = bisect_left(self._starts, offset)
        named = (p for p in reversed(self.mentions[:at]) if _TERM.match(self._text, p.end) is None)
        return next((p for p in named if p.party is None or p.party not in exclude), None)

    def titled(self, noun: str, offset: int) -> str | None:
        """Give whom somebody speaks for who was last named with a title: "the prince" after "Prince X of Oman".

        Nobody where the text names two of that title who speak for different parties.
        """
        at = bisect_left(self._starts, offset)
        found = {person.party for person in self.mentions[:at] if noun in person.titles}
        return next(iter(found)) if len(found) == 1 else None

    def organ(self, noun: str, before: Iterable[str], offset: int) -> str | None:
        """Give whose ministry, foreign minister and so on was last spoken of before an offset."""
        wanted = set(before)
        spoken = reversed(self._organ.get(noun, []))
        return next((party for start, words, party in spoken if start < offset and wanted <= words), None)

    def chief(self, words: str, offset: int) -> str | None:
        """Give whose head "the Secretary-General" is: of the organisation whose Secretary-General was named last."""
        if not _ends_in_chief(words):
            return None
        return self.organ(_CHIEF, (), offset) or self.organ("general", ("secretary",), offset)

    def organs(self) -> list[tuple[int, str]]:
        """Give offset and party of every organ and office named with whose it is, in the order of the text."""
        return sorted({(start, party) for told in self._organ.values() for start, _, party in told})

    def _register(self, start: int, end: int, party: str) -> None:
        """Keep who is titled beside a party's name."""
        words, stop = self._run(end)
        before = self._text[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2]
        for word in words:
            if word in self._organs or word == _CHIEF:
                self._organ.setdefault(word, []).append((start, frozenset(words), party))
        self._register_name(start, end, party)
        past = _PAST & {*words, *re.findall(r"\w+", before.lower())[-1:]}
        meant = None if past else party
        if self._titles & set(words):
            listed = _NEXT.match(self._text, stop)  # "Omar Varga, Peruvian President X and …" is no apposition
            for match in (_THEN.match(self._text, stop), None if listed else _OWN.search(before)):
                if match is not None:  # "Venezuelan opposition leader Juan Guaidó" is not Venezuela's
                    self._keep(match[1], self._leader(match[1]) if _APART & {*words} else meant)
        elif not words or words[-1] in self._organs:  # "X, a spokesman for Peru's foreign ministry"
            self._of(before, party, start)

    def _register_name(self, start: int, end: int, party: str) -> None:
        """Keep an organ or office that is one name with whose it is."""
        inside = self._text[start:end].lower().split()
        if len(inside) > 1 and inside[-1] in _ORGANS_BY_NAME:  # "the State Department"
            self._organ.setdefault(inside[-1], []).append((start, frozenset(inside), party))
        if _ends_in_chief(self._text[start:end]):  # "the UN Secretary-General"
            self._organ.setdefault(_CHIEF, []).append((start, frozenset(), party))

    def _of(self, before: str, party: str, start: int) -> None:
        """Keep "X, foreign minister of" and "President X of" before a party's name, and whose "Premier of" is."""
        titled = _TITLE_OF.search(before)
        words = titled[1].lower().split() if titled is not None else []
        if words and words[-1] in self._titles | self._organs and set(words) <= self._around | {"the"}:
            self._organ.setdefault(words[-1], []).append((start, frozenset(words), party))
        for pattern, name, title in ((_OF, 1, 2), (_OF_AFTER, 2, 1)):
            match = pattern.search(before)
            if match is None:
                continue
            words = match[title].lower().split()
            last = pattern is _OF_AFTER
            told = [*words[-1:], *match[name].lower().split()] if last else words  # "the President X of"
            if self._titles & set(told) and (last or set(words) <= self._around):
                self._keep(match[name], None if _PAST & set(words) else party)

    def _run(self, end: int) -> tuple[list[str], int]:
        """Give the words of titles and organs that follow a party's name, or end it, and where they end."""
        owning = _OWNING.match(self._text, end)
        at = owning.end() if owning else end
        words: list[str] = []
        while (match := _WORD.match(self._text, at)) and len(words) < 7:
            word = match[1].lower().removesuffix("'s").removesuffix("’s")
            if word not in self._around:
                break
            words.append(word)
            at = match.end()
        own = self._text[max(0, end - _LOOK_BACK) : end].rpartition(" ")[2].lower()  # "External Affairs Minister X"
        return words or [own] * (own in self._titles), at

    def _keep(self, name: str, party: str | None) -> None:
        words = [word for word in _POSSESSIVE.sub("", name).split() if word.lower() not in self._around]
        for key in {fold(" ".join(words)), fold(words[-1]), fold(words[-1].rpartition("-")[2])} if words else ():
            self._party.setdefault(key, party)

    def _found(self) -> Iterator[PersonMention]:
        """Give the persons in the order of the text: registered, known to lead, or with a title."""
        for match in _NAMES.finditer(self._text):
            begin = self._begin(match)
            name = _POSSESSIVE.sub("", self._text[begin : match.end()])
            words = name.split()
            bare = [word for word in words if word.lower() not in self._around]
            if not bare:
                continue
            self._see(bare)
            known = fold(bare[-1]) in self._party
            plain = " ".join(bare) if len(bare) > 1 else name  # "President Barack Obama" is he
            party = self.party_of(name) or (None if known else self._once(plain))
            titled = self._has_title(match, len(bare) < len(words)) or (
                len(bare) > 1 and SET_OFF.match(self._text, match.end()) is not None
            )
            if known or party is not None or titled:
                key = fold(bare[-1])
                self._names[key] = max(self._names.get(key, ""), " ".join(bare), key=len)
                end = begin + len(name)
                yield PersonMention(begin, end, " ".join(bare), party, self._titles_at(begin, end))

    def _begin(self, name: re.Match[str]) -> int:
        """Where somebody's title and name begin behind a party's name: "Peruvian President X", "envoy to Peru X"."""
        start = name.end() - len(" ".join(_unopened(name[0].split(" "))))  # "After Omar Varga", "In May Omar Varga"
        end = self._ends.get(start, name.end())
        if name[0].startswith("State ") and _STATE.search(self._text, max(0, name.start() - 15), name.start()):
            return name.start() + len("State ")
        rest = self._text[end : name.end()].strip()
        titled = rest.split(maxsplit=1)[0].lower() in self._around if rest else False
        sent = _SENT_TO.search(self._text, max(0, start - 30), start)
        behind = titled or (sent is not None and sent[1].lower() in self._titles)
        return self._text.index(rest, end) if rest and behind else start

    def _titles_at(self, start: int, end: int) -> frozenset[str]:
        """Give the titles beside a name: in it, just before it, or in what is set off by a comma after it."""
        before = _BEFORE_NAME.search(self._text, max(0, start - 30), start)
        after = _APPOSED.match(self._text, end)
        words = [before[1] if before else "", self._text[start:end], after[1] if after else ""]
        return frozenset(self._titles & set(" ".join(words).lower().split()))

    def _see(self, words: list[str]) -> None:
        """Keep the longest name that ends in a surname."""
        name = " ".join(_unopened(words))
        if name and len(name.split()) <= _LONGEST:
            key = fold(words[-1])
            self._fullest[key] = max(self._fullest.get(key, ""), name, key=len)
            if " " in name:
                other = self._shortened.get(name.split()[0], name)
                if not (other.startswith(name) or name.startswith(other)):
                    self._shared.add(name.split()[0])
                after = name.rpartition("-")[2].split()[-1:]  # "al-Burhan": nothing where a name was cut at the hyphen
                for word in (name.split()[0], name.split()[-1], *after, *_middle(name)):
                    self._shortened.setdefault(word, name)

    def _has_title(self, match: re.Match[str], inside: bool) -> bool:  # noqa: FBT001 - one caller
        if inside:
            return any(word.lower() in self._titles for word in match[0].split()[:-1])
        left = _LEFT_OF_NAME.search(self._text, max(0, match.start() - 30), match.start())
        return left is not None and left[1].lower() in self._titles


def _unopened(words: list[str]) -> list[str]:
    """Leave the words out that open a sentence before a name; the last word stays whatever it is."""
    first = next((n for n, word in enumerate(words[:-1]) if word.lower() not in OPENERS), len(words) - 1)
    return words[first:]


def _middle(name: str) -> list[str]:
    """The father's surname between two others: "Abdo" of "Mario Abdo Benítez"."""
    words = name.split()
    return words[1:2] if len(words) == 3 and words[1][:1].isupper() else []


def _ends_in_chief(words: str) -> bool:
    return words.lower().replace(" ", "-").endswith(_CHIEF)
