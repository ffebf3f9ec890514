"""Who a phrase means: names as of the document's day, persons, organs, descriptions, pronouns."""

from __future__ import annotations

import re

from credence.catalog.lexicon import Lexicon
from credence.catalog.parties import Parties
from credence.model.claim import Voice
from credence.model.document import Span
from credence.model.party import Party
from credence.model.sighting import Phrase, Reading, Speech
from credence.resolve.parties import wordings
from credence.resolve.parties.antecedents import LEAD, NEAR, SUBJECT, Antecedents, Mention
from credence.resolve.parties.hearing import judging_at, organ_of, own_side, parts_said, voice_at
from credence.resolve.parties.house import american, house_of, interviewed, is_opinion, of_a_secretary
from credence.resolve.parties.jointly import signatories
from credence.resolve.parties.namesakes import namesake
from credence.resolve.parties.naming import Naming
from credence.resolve.parties.persons import acting_organs
from credence.resolve.parties.pronouns import Pronouns
from credence.resolve.parties.quantities import firm_group, is_generic, is_several_lands
from credence.resolve.parties.sets import Sets, several_said, singled_out
from credence.resolve.parties.standing import Standing

_ALONE = 1000.0  # "its neighbour" is somebody only where nobody else can be

__all__ = ["Mention", "Mentions"]


class Mentions:
    """The parties named in one document, in order, and what later words refer to.

    Attributes:
        text: The document's text.
        day: The day it was published.
        mentions: The parties named, in order.
        lexicon: Word classes.
        heard: The document's speeches with the voice each is in: "we" is whoever speaks. Set once they are known.
    """

    def __init__(self, reading: Reading, parties: Parties, lexicon: Lexicon) -> None:
        """Find every name once.

        Args:
            reading: The document as read.
            parties: Who can be named.
            lexicon: Word classes; "organ", "generic", "title", "seated" and "mission" are used.
        """
        self._parties = parties
        self.lexicon = lexicon
        self._organs = acting_organs(lexicon)
        self.text = reading.document.text
        self.day = reading.document.published
        self._names = Naming(reading, parties, lexicon)
        self._people = self._names.people
        self.mentions = self._names.mentions
        self._antecedents = Antecedents(reading, self._names.every)
        self._standing = Standing(parties, lexicon, self._antecedents, self.day, self._organs)
        organs = frozenset(self._organs)
        self._pronouns = Pronouns(self.text, self._antecedents, self._people, parties, reading.subjects, organs)
        self._standing.assign_offices(self.text, self._people, reading.subjects)
        name = reading.document.publisher or ""
        self.publisher, self._official = self._names.publisher(name)
        joint = signatories(reading, self._names, self._antecedents.groups, self.known)
        self._sets = Sets(self.text, self._antecedents, self._standing, self._people, parties, organs, joint)
        if not self._official:
            house = of_a_secretary(self.text, reading.speeches)
            house = house or house_of(name, reading.speeches, self.mentions, self.known)
            house = house or american(self.text, reading.speeches) or interviewed(self.text, self._people.organs())
            self._official = house is not None and self.publisher in {None, house}
            self.publisher = self.publisher or house
        self.heard: tuple[tuple[Speech, Voice | None], ...] = ()
        for span in reading.sentences:
            self._chain(span)
        for span in reading.subjects:
            if (acting := wordings.ACTING.match(self.text, span.start, span.end)) is not None:
                self._remember(wordings.described(acting, self.text))
        for several in several_said(self.text, reading.subjects):
            self._pronouns.several.append((several.span, self._several(several, frozenset()) or ()))
        self._pronouns.learn(self.parties_of)

    def is_adjective(self, mention: Mention) -> bool:
        """Tell whether a name is an adjective: "Russian"."""
        return self._names.is_adjective(mention)

    def known(self, party: str) -> Party | None:
        """Give what is known of a party."""
        return self._parties.get(party)

    def subject_of(self, sentence: int, kind: str, place: int) -> str | None:
        """Give the party of a class that the subject of a sentence names, for acts whose doer is left unsaid.

        Somebody unknown who is the subject of a later clause before ``place`` may be the doer as well.
        """
        told = [m for m in self.mentions if m.sentence == sentence and m.subject and self._is(m.party, kind)]
        found = next((m for m in reversed(told) if m.start < place), next(iter(told), None))
        return None if found is None or self._pronouns.stranger_acts(found.end, place) else found.party

    def _is(self, party: str, kind: str) -> bool:
        return (known := self._parties.get(party)) is not None and known.cls == kind

    def last_of(self, span: Span, kind: str) -> str | None:
        """Give the party of a class last meant before a place, for acts whose doer is left unsaid."""
        told = self._antecedents.before(span, 2 * NEAR)
        return next((mention.party for mention in told if self._is(mention.party, kind)), None)

    def subject_before(self, span: Span, aside: re.Pattern[str] | None = None) -> str | None:
        """Give the party of the subject before a place in its sentence; none if ``aside`` stands in between."""
        found = self._antecedents.acting(span)
        near = found is not None and (aside is None or not aside.search(self.text, found.end, span.start))
        return found.party if found is not None and near else None

    def acted_before(self, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who alone acts in the sentence before one, unless it says what somebody said, or he is ``taken``."""
        acting = self._antecedents.acted_alone(sentence - 1, parts_said(self.heard))
        return () if acting is None or acting in taken else (acting,)

    def voiced_before(self, offset: int) -> list[str]:
        """Give the parties whose words the text gave before an offset, in order."""
        return [v.party for s, v in self.heard if v is not None and v.party is not None and s.content.start < offset]

    def sentence(self, offset: int) -> int:
        """Give the number of the sentence an offset stands in."""
        return self._antecedents.sentence(offset)

    def group(self, mention: Mention) -> tuple[Mention, ...]:
        """Give what a mention is coordinated with, itself included."""
        return self._antecedents.group(mention)

    def person(self, phrase: Phrase) -> str:
        """Give the name of a person without whose he is and the title before it: "the Peruvian envoy Ana Rojas"."""
        return self._people.in_full(name := self._names.untitled(phrase)) or self._people.plain(name)

    @property
    def signatories(self) -> tuple[str, ...]:
        """Those in whose common name the document speaks; empty for all but joint papers."""
        return self._sets.joint

    @property
    def house(self) -> str | None:
        """The party in whose name an official paper speaks; None for a newspaper."""
        return self.publisher if self._official else None

    def is_name(self, phrase: Phrase) -> bool:
        """Tell whether a phrase can be somebody's own name, rather than a place, an organ or a lone title."""
        if phrase.form != "name" or self._names.hit_in(phrase) is not None:
            return False
        name = phrase.head_text
        return bool(self._people.is_person(name) or self._parties.leaders(name) or self._people.in_full(name))

    def is_person(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names a person that the text or the list of leaders knows."""
        return phrase.form == "name" and self._names.hit_in(phrase) is None and self._people.known(phrase.head_text)

    def is_office(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is nothing but a title or an organ, be it said whose: "Parliament"."""
        return self._people.is_office(self._names.behind(phrase))

    def is_past(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names somebody who led a state once and no longer does."""
        past = phrase.form == "name" and self._people.party_of(phrase.head_text) is None
        return past and self._names.hit_in(phrase) is None and self._names.led(phrase.head_text) is not None

    def once_led(self, phrase: Phrase) -> tuple[str, ...]:
        """Give the state that a leader of the past led."""
        return tuple(filter(None, [self._names.led(phrase.head_text)])) if self.is_past(phrase) else ()

    def is_people(self, phrase: Phrase) -> bool:
        """Tell whether a phrase means persons in an office rather than their party: "three Russian generals"."""
        return phrase.form == "noun" and self._people.is_title(phrase.lemma)

    def parties_of(self, phrase: Phrase, exclude: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Give the parties a phrase means when it acts or is acted on; empty if the text does not decide it.

        Args:
            phrase: The phrase.
            exclude: Parties that a pronoun or description cannot mean here, as they stand in another role already.

        Returns:
            Party ids; ``*`` for "no state", "any government". Several for "both countries".
        """
        if is_generic(phrase := wordings.sharing(phrase, self.text), self.lexicon):
            return ("*",)
        if self._names.is_somebody(phrase):
            return ()
        told = firm_group(phrase, self.lexicon) or singled_out(phrase, self.parties_of) or self._names.of_each(phrase)
        several = told or self._several(phrase, exclude)
        if several is not None:
            return several
        if phrase.form == "pronoun":
            return self._pronoun(phrase, exclude)
        if self._described_as_name(phrase):
            whole = tuple(p for p in (self._in_full(phrase),) if p is not None and p not in exclude)
            if whole and phrase.head_text.lower().split()[-1] not in wordings.OFFICES:
                return whole  # "the Council" after "the UN Security Council"
            return self._by_organ(phrase, exclude) or whole
        found = self._names.party(phrase) or self._by_person(phrase) or self._in_full(phrase)
        if found is not None:
            return (found,)
        return self._by_organ(phrase, exclude) if phrase.form == "noun" else self._by_apposition(phrase)

    def place_of(self, phrase: Phrase) -> tuple[str | None, str | None]:
        """Give state and city of a phrase that names a place: ("tr", "Ankara"), ("af", None)."""
        return self._names.place(phrase)

    def person_meant(self, phrase: Phrase) -> str | None:
        """Give the person that "him" or "her" means."""
        person = self._people.before(phrase.span.start) if phrase.head_text.lower() in wordings.PERSON else None
        return self._people.plain(person.name.split()[-1]) if person is not None else None

    def _chain(self, sentence: Span) -> None:
        """Keep what "It" or "The movement" at the head of a sentence means, for the sentences after it."""
        match = wordings.HEADS.match(self.text, sentence.start, sentence.end)
        described = wordings.DESCRIBED.match(self.text, sentence.start, sentence.end)
        if described is None and sentence.of(self.text).endswith("?"):  # "What does the group want?"
            described = wordings.ASKED.search(self.text, sentence.start, sentence.end)
        if match is not None:
            span = Span(match.start(1), match.end(1))
            self._remember(Phrase(span, span, match[1], match[1].lower(), "pronoun"))
        elif described is not None:
            self._remember(wordings.described(described, self.text))

    def _remember(self, phrase: Phrase) -> None:
        """Keep whom a subject means, for the words after it."""
        span, meant = phrase.span, self.parties_of(phrase)
        known = any(m.start == span.start for m in self._antecedents.mentions)
        if len(meant) == 1 and meant[0] != "*" and not known:
            number = self.sentence(span.start)
            self._antecedents.add(Mention(span.start, span.end, meant[0], number, SUBJECT))

    def _by_person(self, phrase: Phrase) -> str | None:
        """A leader's or titled person's name stands for the party he or she speaks for, or once did."""
        if phrase.form != "name":
            return None
        ruled = self._names.ruled(phrase) or self._people.party_of(phrase.head_text)
        return ruled or self._names.led(phrase.head_text)

    def _described_as_name(self, phrase: Phrase) -> bool:
        """Whether a name is a noun written with a capital: "the Ministry", "Chadian Central Bank"."""
        head, word = phrase.head_text, phrase.head_text.lower().split()[-1]
        whose = phrase.determiner in wordings.DEFINITE or any(map(self._names.party, phrase.linked("mod", "poss")))
        return (
            (phrase.form == "name" and whose)
            and (head in wordings.BANKS or self._people.is_office(head))
            and (" " not in head or word in wordings.BODIES or self._people.is_title(word))
            and self._names.hit_in(phrase) is None
            and self.lexicon.classify("organ", (), word) is not None
        )

    def _in_full(self, phrase: Phrase) -> str | None:
        """The party whose longer name has a word: "the Union" after "the African Union", "the Islamic Republic"."""
        fits = phrase.form == "name" and phrase.determiner == "the" and not self._names.hit_in(phrase)
        return self._standing.in_full(phrase, self.text, self.mentions) if fits else None

    def _by_organ(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...]:
        """By what acts for a party ("officials in Beijing", "the Taliban's rule"), or as described ("the group")."""
        if phrase.lemma in wordings.GROUPS:  # "the Palestinian group" is not Palestine
            found = self._description(phrase, exclude) if phrase.determiner else None
            if found is not None or phrase.linked("mod"):
                return (found,) if found is not None else self._owners(phrase, exclude, ("mod",), names=False)
        before = [link.lemma for link in phrase.linked("mod")]
        if (called := self._called(phrase) or self._people.chief(phrase.text, phrase.span.start)) is not None:
            return (called,)
        if self.lexicon.classify("organ", before, phrase.lemma) is not None and not is_several_lands(phrase):
            owners = self._owners(phrase, exclude, self._standing.relations(phrase))
            if owners := owners or self._standing.seated_in(self.text, phrase, exclude):
                return self._standing.themselves(owners, phrase.lemma)
        bygone = phrase.lemma in wordings.RULING | wordings.OFFICES and wordings.BYGONE & {*before}
        if bygone or not (phrase.determiner in wordings.DEFINITE or phrase.linked("poss")):
            return ()
        own = self._own_organ(phrase) if phrase.form == "name" else None  # "the Government" in its own paper
        back = (own if own not in exclude else None) or self._standing.seized(phrase, exclude)
        back = back or self._description(phrase, exclude)
        if back is None and phrase.determiner in wordings.DEFINITE:
            back = self._people.organ(phrase.lemma, before, phrase.span.start) or self._own_organ(phrase)
            back = back or self._guest(phrase)
            back = back or self._standing.implied(phrase, exclude) or self._standing.organ_here(phrase, exclude)
        return () if back is None or back in exclude else (back,)

    def _called(self, phrase: Phrase) -> str | None:
        """Who is named right after a description: "the mission, UNAMA", "our ally, the Philippines"."""
        named = [party for link in phrase.linked("appos") if (party := self._names.party(link)) is not None]
        many = bool(named) and (self._is(named[0], "organisation") or self._is(named[0], "group"))
        role = phrase.lemma in wordings.RELATED or self.lexicon.classify("member", (), phrase.lemma) is not None
        return named[0] if named and (many or role) else None

    def _owners(
        self, phrase: Phrase, exclude: frozenset[str], relations: tuple[str, ...], *, names: bool = True
    ) -> tuple[str, ...]:
        """Give whose an organ is; of several owners all if there are several organs: "ministers of Chad and Mali"."""
        for link in phrase.linked("mod"):  # "Chad's Taliban-led government"
            if (appointing := self._names.appoints(link)) is not None:
                return (appointing,)
        for relation in relations:
            own_group = relation == "poss" and phrase.lemma in wordings.GROUPS  # "the minister's network"
            found: dict[str, None] = {}
            for link in wordings.below(phrase, relation):
                own = link.form == "pronoun" and phrase.lemma in wordings.ITS_OWN  # "Chad urged its government to …"
                there = relation == "in" and phrase.lemma in wordings.OTHERS and link.form == "name"
                named = self._names.party(link) or ""
                known = names or self._is(named, "authority") or self._is(named, "group")
                if known and not there:  # "met his counterpart in Lima"
                    meant = self.parties_of(link, frozenset() if own else exclude)
                    kept = (p for p in meant if p != "*" and not (own_group and self._standing.governs(p)))
                    found.update(dict.fromkeys(kept))
            if found:
                return tuple(found)[: None if wordings.is_many(phrase) else 1]
        return ()

    def _own_organ(self, phrase: Phrase) -> str | None:
        """In an official paper "the Ministry", "the Government", "the Republic" are its publisher's."""
        own = self._official and self._standing.is_organ(phrase) and not self._names.is_anothers(phrase, self.publisher)
        return (self._guest(phrase) or self.publisher) if own else None

    def _guest(self, phrase: Phrase) -> str | None:
        """For whom somebody acts who is only called by the title of one named before: "the Minister"."""
        return self._people.titled(phrase.lemma, phrase.span.start) if wordings.is_bare_office(phrase) else None

    def _by_apposition(self, phrase: Phrase) -> tuple[str, ...]:
        """A person, by title or apposition: "Turkey's foreign minister, X"; "Taliban spokesman X"."""
        for relation in ("appos", "mod", "poss", "of"):
            for link in wordings.in_office(phrase, relation):
                found = self._names.party(link)
                if found is not None:
                    return (found,)
                organ = link.form == "noun" or self._people.is_titled(link.head_text)
                if organ and (owners := self._by_organ(link, frozenset())):
                    return owners
        return ()

    def _description(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """The party last meant that a description can stand for: "the group", "the West African nation"."""
        words = self.text[phrase.span.start : phrase.head.start].lower().replace("’s", "'s").split()
        owners = frozenset(p for link in phrase.linked("poss") for p in self.parties_of(link, exclude))
        if any(link.form == "noun" and not self._people.is_titled(link.lemma) for link in phrase.linked("poss")):
            return None  # "women's groups"
        related = phrase.lemma in wordings.RELATED and bool(owners)
        if is_several_lands(phrase) or (related and phrase.plural):
            return None  # "the countries that recognise it", "its allies"
        before = [word for word in words if not wordings.LEADING.match(word) and not word.endswith("'s")]

        def fits(party: str) -> bool:
            return party not in exclude | owners and self._parties.describes(party, phrase.lemma, before)

        if phrase.lemma == "administration" and not before and self._standing.congress_near(self.text, phrase):
            return "us" if fits("us") else None
        if phrase.determiner == "that" and phrase.lemma in wordings.LANDS:
            return self._antecedents.pointed_at(phrase.span, fits)
        if phrase.lemma in wordings.RULING:
            ruling = self._antecedents.salient(phrase.span, lambda party: self._standing.rules(party) and fits(party))
            if ruling is not None:
                return ruling
        speaker = self._speaker(phrase, spoken=True) if phrase.lemma in wordings.OWN else None
        meant = speaker if speaker is not None and fits(speaker) else None
        meant = meant or namesake(phrase, self.mentions, self.text, exclude | owners)
        return meant or self._antecedents.salient(phrase.span, fits, lead=_ALONE if related else LEAD)

    def _several(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...] | None:
        """Both, the two countries, the pair, each other; None if a phrase is nothing of the kind."""
        if (pair := self._sets.each_other(phrase)) is not None:
            return pair
        whole = wordings.counted_of(phrase)
        parts = tuple(p for link in whole for p in self.parties_of(link, exclude))
        if parts or (whole and phrase.lemma not in wordings.NUMBERS):  # "none of the three", "both of them"
            return parts or wordings.nobody(phrase)
        return self._sets.counted(phrase, exclude, whole=bool(whole))

    def _pronoun(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...]:
        if phrase.head_text.lower() in wordings.OURS:
            told = (self._owners(p, frozenset(), ("of",)) or self.parties_of(p) for p in phrase.linked("appos"))
            named = tuple(dict.fromkeys(party for parties in told for party in parties))
            speaker = None if named else self._speaker(phrase, spoken=bool(self._sets.joint))
            return named or (self._sets.joint if speaker is None else (speaker,))  # "We, Peru and Chile, urge"
        if phrase.head_text.lower() not in wordings.PERSON and self.crowd_meant(phrase):
            return ()
        if (found := self._pronouns.meant(phrase, exclude)) or phrase.head_text.lower() not in {"they", "their"}:
            return found
        if self._sets.joint:
            return () if exclude & set(self._sets.joint) else self._sets.joint
        return own_side(self.heard, phrase.span, self.sentence(phrase.span.start), exclude)

    def crowd_meant(self, phrase: Phrase) -> str | None:
        """Give those without an id whom "they", "it", "he" means: "exiled Afghan women" of the sentence before."""
        return self._pronouns.crowd_before(phrase, self.lexicon) if phrase.form == "pronoun" else None

    def speaker_at(self, span: Span) -> str | None:
        """Give whose judgement words are: their speaker's party or name, else that of an official paper's house."""
        if voice_at(self.heard, span) is None:
            return self.house or ("narrator" if is_opinion(self.text, self.heard) else None)
        return judging_at(self.heard, span)

    def _speaker(self, phrase: Phrase, *, spoken: bool = False) -> str | None:
        """Give the party of whoever says "we": the speaker of the words, else an official paper's publisher."""
        speech, voice = voice_at(self.heard, phrase.span) or (None, None)
        if voice is not None and voice.party is not None:
            return voice.party
        if speech is not None and voice is not None and not self._official:
            return organ_of(speech, voice, self._people.organs(), self.sentence)
        return self.publisher if self._official and not spoken else None
