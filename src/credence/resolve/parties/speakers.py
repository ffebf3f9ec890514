"""Speakers to voices: whose words a speech is, by name, party and office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from credence.catalog.fold import fold
from credence.catalog.parties import Leader
from credence.catalog.voices import Voices
from credence.model.claim import Voice
from credence.model.document import Span
from credence.model.sighting import ATTRIBUTED, Phrase, Reading, Speech
from credence.resolve.parties.house import signed
from credence.resolve.parties.persons import OPENERS
from credence.resolve.parties.titles import Title, read_title

PartyOf = Callable[[Phrase, int], str | None]
LeadersOf = Callable[[str], Sequence[Leader]]

_ARTICLE = re.compile(r"^(?:the|its|their|his|her|this|that)\s+", re.IGNORECASE)
_ASIDE = 60  # characters of an office set off by a comma
_OFFICE_BEFORE = re.compile(r"[^,.;:\n]*\b(?P<last>[\w-]+), \Z")
_OFFICE_AFTER = re.compile(r",[^,.\n]{3,80}(?=,)")
_TAIL = re.compile(r"\s*[,(;].*|\s+(?:in|at|on|during)\s+.*", re.DOTALL)


_ASIDES = re.compile(
    r"\s*[,(;].*|\s+(?:at|on(?!\s+both)|during)\s+.*|\s+in\s+(?:an?|his|her|their|its)\s+.*", re.DOTALL
)
_HELD_BY = r"(?: (?:of|for)(?: [A-Z][\w’'-]+)+?)?(?: [A-Z][\w.-]*(?:['’][A-Z]\w+)?)+"
_BEFORE_NAME = r"(?:[A-Z][\w’'-]*|[A-Z][a-z]{0,2}\.)[^\S\n]+"  # no full stop of a sentence
_OPENING_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?)+(?=,| [a-z])")
_OF_BEHIND = re.compile(r" (?:of|for) (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
_NAME_BEHIND = re.compile(r"(?: [A-Z][\w.’'-]*)+")
_KIND = re.compile(r"(?<=\w)(?: news)? (?:agency|newspaper|daily|network|channel|website|magazine|broadcaster)$")


def resolve_speakers(
    reading: Reading, *, knowledge: Voices, party_of: PartyOf, leaders: LeadersOf, house: str | None = None
) -> tuple[tuple[Speech, Voice | None], ...]:
    """Give each speech its voice.

    Args:
        reading: What was read in the document.
        party_of: The party a phrase in a sentence of that number stands for, if any.
        leaders: Leaders of a name, in office when the document was written.
        knowledge: Words for offices, organs, outlets and pronouns.
        house: The party in whose name an official paper speaks: what "the Ministry recalls" there is the paper's own.

    Returns:
        Every speech of the reading, in its order, with its voice; None where nobody is named, or where a pronoun or
        "the statement" has nothing before it that it could mean.
    """
    room = _Room(reading, knowledge, party_of, leaders, house, signed(reading.document.text) if house else frozenset())
    heard = [(speech, room.voice_of(speech)) for speech in reading.speeches]
    return tuple((speech, room.filled_in(speech, voice)) for speech, voice in heard)


@dataclass(slots=True)
class _Room:
    """Who has spoken so far in a document; filled while its speeches are gone through in order."""

    reading: Reading
    knowledge: Voices
    party_of: PartyOf
    leaders: LeadersOf
    house: str | None = None
    signing: frozenset[str] = frozenset()
    people: list[Voice] = field(default_factory=list)
    spoken: list[tuple[int, Voice, bool]] = field(default_factory=list)  # where, who, whether a person

    def voice_of(self, speech: Speech) -> Voice | None:
        """Give the voice of a speech, and remember it."""
        speaker = speech.speaker
        if speaker is None:
            return None
        voice, person = self._voice(speaker, speech.sentence)
        if voice is not None and voice.party is None and speech.cue == ATTRIBUTED:
            voice = replace(voice, party=self.house)
        if voice is not None and voice.party == self.house is not None and not person and speech.form == "indirect":
            return None
        if voice is not None:
            self.spoken.append((speaker.span.start, voice, person))
            if person and voice not in self.people:
                self.people.append(voice)
        return voice

    def filled_in(self, speech: Speech, voice: Voice | None) -> Voice | None:
        """Fill in from the body what a headline leaves open: "– minister", "Vučić"."""
        if voice is None or speech.sentence or speech.speaker is None:
            return voice
        word = voice.name.lower().split()[-1]
        for known in self.people:
            named = _surname(known.name) == fold(word)
            if named or (known.office is not None and word in known.office.lower().split()):
                return known
        return voice

    def _voice(self, speaker: Phrase, sentence: int) -> tuple[Voice | None, bool]:
        if speaker.text.lower() in self.knowledge.writers:
            return None, False  # the voice around it, or the document itself
        if speaker.form == "pronoun":
            return self._meant(speaker, sentence)
        if speaker.lemma in self.knowledge.papers:
            return self._author(speaker, sentence)
        if self.knowledge.is_outlet(speaker.head.of(self._text)):
            return Voice(_KIND.sub("", self._plain(speaker))), False
        member = self._member(speaker, sentence)
        if member is not None:
            return member, True
        title = read_title(self._text, speaker.span, self._begin(sentence, speaker), self.knowledge)
        if title.name is not None and self._is_person(speaker, title, sentence):
            return self._person(title, speaker, sentence), True
        return self._unnamed(speaker, title, sentence)

    @property
    def _text(self) -> str:
        return self.reading.document.text

    def _begin(self, sentence: int, speaker: Phrase) -> int:
        return min(self.reading.sentences[sentence].start, speaker.span.start)

    # -- persons ------------------------------------------------------------------------------------------------------

    def _is_person(self, speaker: Phrase, title: Title, sentence: int) -> bool:
        """Tell a person's name from that of a party, an organ or an outlet."""
        if title.office is not None or self._known(title.name or ""):
            return True
        words = (title.name or "").lower().split()
        if words[-1] in self.knowledge.organs or self.knowledge.is_outlet(title.name or ""):
            return False
        if set(words) & self.knowledge.organs or "of" in speaker.text.lower().split():
            return False
        if self.leaders(title.name or ""):
            return True
        return speaker.form == "name" and self.party_of(replace(speaker, links=()), sentence) is None

    def _member(self, speaker: Phrase, sentence: int) -> Voice | None:
        """Give a person named with what he or she belongs to: "Ali Said of the Interior Ministry"."""
        name = speaker.head.of(self._text)
        if speaker.form != "name" or " " not in name or not speaker.linked("of", "from", "at", "with"):
            return None
        title = read_title(self._text, speaker.head, self._begin(sentence, speaker), self.knowledge)
        return (
            self._person(title, speaker, sentence)
            if title.name and self._is_person(replace(speaker, span=speaker.head, text=name, links=()), title, sentence)
            else None
        )

    def _person(self, title: Title, speaker: Phrase, sentence: int) -> Voice:
        name = self._full(title.name or "")
        known = self._known(name)
        elsewhere = self._introduced(name) if known is None else None
        office = title.office or (known.office if known else None) or (elsewhere.office if elsewhere else None)
        party = self._whose(title, speaker, sentence)
        if party is None and known is not None:
            party = known.party
        if party is None and elsewhere is not None:
            party = self._whose(elsewhere, speaker, sentence)
        if party is None:
            party = self._led(name) or self._signing(name) or (title.office and self.party_of(speaker, sentence))
        if office is not None and self.knowledge.independents & set(office.lower().split()):
            party = None
        return Voice(name, party, office)

    def _signing(self, name: str) -> str | None:
        """Give the house of an official paper for who signs it: "Omar Varga, Deputy Minister" at its top."""
        return self.house if self.house is not None and _surname(name).lower() in self.signing else None

    def _led(self, name: str) -> str | None:
        """Give the party of the only leader of that name."""
        parties = sorted({leader.party for leader in self.leaders(name)})
        return parties[0] if len(parties) == 1 else None

    def _known(self, name: str) -> Voice | None:
        wanted = fold(name).lower().split()
        for voice in reversed(self.people):
            parts = fold(voice.name).lower().split()
            if wanted and (wanted[-1] == parts[-1] or wanted == parts[:1]) and len(wanted) <= len(parts):
                return voice
        return None

    def _full(self, name: str) -> str:
        """Give the full name that the text has for a bare surname."""
        if " " in name:
            return name
        known = self._known(name)
        if known is not None:
            return known.name
        for match in self._mentions(name):
            found = read_title(self._text, Span(match.start(), match.end()), match.start(), self.knowledge).name
            if found and " " in found:
                return found
        written = rf"\b{re.escape(name.title())}\b|^{re.escape(name)}:"  # "MOFA" is no label, and nowhere "Mofa"
        shouted = name.isupper() and re.search(written, self._text, re.MULTILINE)
        return name.title() if shouted else name

    def _introduced(self, name: str) -> Title | None:
        """Give the title with which the text introduces a person somewhere else."""
        for match in self._mentions(name.rsplit(maxsplit=1)[-1]):
            begin = max((s.start for s in self.reading.sentences if s.start <= match.start()), default=0)
            title = read_title(self._text, self._with_asides(match), begin, self.knowledge)
            if title.office is not None:
                return title
        return None

    def _with_asides(self, name: re.Match[str]) -> Span:
        """Widen a name to the office set off by a comma: "Oman's envoy, Ali Said" and "Ali Said, envoy of Oman,"."""
        before = _OFFICE_BEFORE.search(self._text, max(0, name.start() - _ASIDE), name.start())
        after = _OFFICE_AFTER.match(self._text, name.end())
        if before is not None and before["last"].lower() in self.knowledge.offices:
            return Span(before.start(), name.end())
        return Span(name.start(), after.end() if after else name.end())

    def _mentions(self, surname: str) -> Iterator[re.Match[str]]:
        word = surname.title() if surname.isupper() else surname
        return re.finditer(rf"(?:(?!And\b|With\b){_BEFORE_NAME}|al-)+{re.escape(word)}\b", self._text)

    # -- organs, states, people without a name ------------------------------------------------------------------------

    def _unnamed(self, speaker: Phrase, title: Title, sentence: int) -> tuple[Voice | None, bool]:
        if title.office is not None and speaker.determiner in {"the", ""} and speaker.lemma in self.knowledge.offices:
            for known in reversed(self.people):
                if known.office is not None and speaker.lemma in known.office.lower().split():
                    return known, True
            if (holding := self._holding(title.office, speaker, sentence)) is not None:
                return holding, True
        party = self.party_of(speaker, sentence) or self._whose(title, speaker, sentence)
        if speaker.lemma in self.knowledge.independents:
            party = None
        before = self._named_again(speaker)
        if before is not None:
            return before, False
        indefinite = speaker.lemma in self.knowledge.unnamed or speaker.determiner in {"a", "an"}
        name = _ASIDES.sub("", speaker.text) if indefinite else self._plain(speaker)
        return Voice(name, party, None), False

    def _holding(self, office: str, speaker: Phrase, sentence: int) -> Voice | None:
        """Give the only person named before in an office: "the Deputy Secretary" after "Deputy Secretary Ana Ruiz"."""
        plain = re.escape(re.sub(r"['’]s?$", "", office))
        found: dict[str, Title] = {}
        for match in re.finditer(rf"(?:(?P<rank>[\w-]+) )?\b{plain}{_HELD_BY}", self._text[: speaker.span.start]):
            if (match["rank"] or "").lower() in self.knowledge.office_modifiers:
                continue  # another one
            title = read_title(self._text, Span(match.start(), match.end()), match.start(), self.knowledge)
            if title.name is not None:
                found[_surname(title.name)] = title
        if len(found) != 1:
            return None
        title = next(iter(found.values()))
        party = self.party_of(speaker, sentence) or self._whose(title, speaker, sentence)
        return Voice(self._full(title.name or ""), party, title.office)

    def _named_again(self, speaker: Phrase) -> Voice | None:
        """Give the voice that "the ministry" or "the source" means, if one spoke before."""
        if speaker.determiner != "the" or speaker.links:
            return None
        if speaker.lemma not in self.knowledge.unnamed | self.knowledge.organs:
            return None
        spoken = (voice for _, voice, person in reversed(self.spoken) if not person)
        return next((voice for voice in spoken if speaker.lemma in voice.name.lower().split()), None)

    def _plain(self, speaker: Phrase) -> str:
        """Give a name without its article, its place and what is set off by a comma."""
        name = _TAIL.sub("", _ARTICLE.sub("", speaker.text))
        return re.sub(r"['’]s?$", "", name).strip() or speaker.text

    def _whose(self, title: Title, speaker: Phrase, sentence: int) -> str | None:
        """Give the party named beside the office, or anywhere inside the phrase."""
        for words in (*title.whose, *_inner(speaker)):
            party = self.party_of(words, sentence)
            if party is not None:
                return party
        return None

    def _author(self, paper: Phrase, sentence: int) -> tuple[Voice | None, bool]:
        """Give who wrote a statement or a report: named inside its phrase, else who spoke last."""
        for owner in paper.linked("by", "from", "of", "poss", "mod"):
            if owner.form == "name" or owner.lemma in self.knowledge.organs | self.knowledge.offices:
                return self._voice(owner, sentence)
        meant = paper.determiner in {"the", "this", "that"} or paper.linked("poss")
        last = self._before(paper.span.start, person=None) if meant else None
        return (last, last in self.people) if last else (Voice(self._plain(paper)), False)

    # -- pronouns -----------------------------------------------------------------------------------------------------

    def _meant(self, pronoun: Phrase, sentence: int) -> tuple[Voice | None, bool]:
        """Give whom a pronoun means: the speaker or the subject nearest before it."""
        person = pronoun.lemma in self.knowledge.persons or pronoun.text.lower() in self.knowledge.persons
        at, voice = self._last(pronoun.span.start, None if not person else True)
        subject = self._subject(pronoun.span.start, at, sentence, person=person)
        party = self.party_of(pronoun, sentence) if not person and (subject or voice is None) else None
        if subject is not None:  # but not "Oman did so, too. The movement is glad. It has asked"
            return (None if party not in {None, subject.party} else subject), person
        if party is not None:
            return Voice(pronoun.text, party), False
        return voice, person

    def _before(self, at: int, person: bool | None) -> Voice | None:  # noqa: FBT001 - None means anybody
        return self._last(at, person)[1]

    def _last(self, at: int, person: bool | None) -> tuple[int, Voice | None]:  # noqa: FBT001 - None means anybody
        for place, voice, is_person in reversed(self.spoken):
            if place < at and person in {None, is_person}:
                return place, voice
        return -1, None

    def _told(self, subject: Span) -> bool:
        """Tell whether a subject is the document's own: one that stands in somebody's words says no more after them."""
        return not any(s.form != "source" and s.content.covers(subject) for s in self.reading.speeches)

    def _with_name(self, subject: Span) -> Span:
        """Widen a surname to what is capitalised before it, and an office to the name behind it."""
        found = _stretched(self._text, subject)
        last = subject.of(self._text).lower().split()[-1]
        behind = _NAME_BEHIND.match(self._text, subject.end) if last in self.knowledge.offices else None
        return Span(found.start, behind.end()) if behind else found

    def _personal(self, subject: Span, phrase: Phrase, sentence: int) -> Voice | None:
        """Give the person that a subject names, or introduces by an office: "Peru's minister Ana Vega"."""
        whole = self._with_name(subject)
        title = read_title(self._text, whole, subject.start, self.knowledge)
        if title.name is None:
            return self._in_office(phrase, sentence)
        if not self._is_person(phrase, title, sentence) and self._introduced(title.name) is None:
            return None
        named = Phrase.named(self._text, Span(whole.end - len(title.name), whole.end))
        return self._person(title, named if named.text == title.name else phrase, sentence)

    def _in_office(self, phrase: Phrase, sentence: int) -> Voice | None:
        """Give who is told of by nothing but an office and whose that is: "Peru's president", "the king of Norway"."""
        if phrase.text.lower().split()[-1] not in self.knowledge.offices:
            return None
        behind = _OF_BEHIND.match(self._text, phrase.span.end)
        owner = Phrase.named(self._text, Span(behind.start(1), behind.end())) if behind else phrase
        party = self.party_of(owner, sentence)
        return Voice(self._plain(phrase), party) if party is not None else None

    def _subject(self, before: int, after: int, sentence: int, *, person: bool) -> Voice | None:
        """Give the last grammatical subject between two places that a pronoun can mean."""
        for span in reversed(
            [s for s in self.reading.subjects if after < s.start and s.end <= before and self._told(s)]
        ):
            phrase = Phrase.named(self._text, span)
            pronouns = self.knowledge.persons | self.knowledge.others | self.knowledge.writers
            if phrase.lemma in pronouns or not phrase.text[:1].isupper():
                continue
            if person and (found := self._personal(span, phrase, sentence)) is not None:
                return found
            party = self.party_of(phrase, sentence)
            if party is not None and not person:
                return Voice(phrase.text, party)
        return self._opening(after, sentence) if person else None

    def _opening(self, after: int, sentence: int) -> Voice | None:
        """Give the person whose name opens the sentence before, if that was not parsed: it told of no act."""
        span = self.reading.sentences[sentence - 1] if sentence else None
        if span is None or span.start <= after or any(span.start <= s.start < span.end for s in self.reading.subjects):
            return None
        near = "\n" not in self._text[span.end : self.reading.sentences[sentence].start].strip(" ")
        named = _OPENING_NAME.match(self._text, span.start, span.end) if near else None
        if named is None or named[0].split()[0].lower() in OPENERS:
            return None
        name = Phrase.named(self._text, Span(named.start(), named.end()))
        return self._personal(name.span, name, sentence)


def _surname(name: str) -> str:
    return fold(name).lower().split()[-1]


def _stretched(text: str, span: Span) -> Span:
    """Widen a surname to the capitalised words before it."""
    before = re.search(rf"(?:{_BEFORE_NAME})+$", text[: span.start])
    return Span(before.start() if before else span.start, span.end)


def _inner(phrase: Phrase) -> Iterator[Phrase]:
    """Give all phrases inside a phrase, the nearer first."""
    for relation, inner in phrase.links:
        if relation != "num":
            yield inner
    for _, inner in phrase.links:
        yield from _inner(inner)
