"""What a party is, and which parties a bare description can stand for: "the junta", "the foreign ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from credence.catalog.lexicon import Lexicon
from credence.catalog.parties import Parties
from credence.model.document import Span
from credence.model.sighting import Phrase
from credence.resolve.parties import wordings
from credence.resolve.parties.antecedents import Antecedents, Mention
from credence.resolve.parties.persons import SET_OFF, People, PersonMention

_BARE = re.compile(
    r"(?:(?:First|Deputy|Vice|Foreign|Prime|Interior|Defen[cs]e|Finance|Acting|Interim)[ -])*"
    r"(?P<office>Minister|President|Premier|Chancellor|King|Emir|Sultan)(?= [A-Z])"
)
_WHOSE = re.compile(r"['’]s\b| of | in |, (?:the|its|his|her|an?) |, [A-Z]| \(")
_BESIDE = re.compile(r"(?:[A-Z][\w’'-]*|\b(?:former|ousted|exiled|its|their|new|late|then)|['’]s|-) \Z")
_CONGRESS = re.compile(r"\b(?:Republicans?|Democrats?|in Congress|on Capitol Hill|congress(?:man|woman|men|women))\b")
_PLACED = re.compile(  # where a sentence says that it is told from, right before its subject
    r"\W*(?:[A-Z]{3}[^.:\n]{0,40}(?:: | [-–—]+ ))?(?:But |Meanwhile,? )?(?:[Ii]n|[Bb]ack in) "
    r"(?P<city>[A-Z][\w .’'-]+?)"
    r"(?:,? (?:on |early on |late on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,? (?:the )?"
)
_OPENED = re.compile(  # or the place it is about: "In Chad, the party was banned by the Supreme Court"
    r"\W*(?:(?:But|And|For example|For instance|Meanwhile),? )?[Ii]n (?P<city>[A-Z][\w .’'-]+?),? .*", re.DOTALL
)
_JUDGING = {"court", "tribunal", "prosecutor"}
_OF_COURTS = {"supreme", "constitutional", "high", "federal", "district", "military", "general"}
_IN_POWER = {"rule", "ruling", "military"}  # "the ruling junta"
_GOVERNING = {"government", "official", "authority", "cabinet", "parliament", "ministry"}
_TITLES = {"minister", "secretary", "representative"}
_HOSTS = {"be"}  # in whose capital many others meet
_ASIDE = 30  # characters before an office in which somebody may be named as its owner
_LEAD_OF_ORGAN = 1.25  # "the cabinet", "the army": of whoever acts in the text


@dataclass(frozen=True, slots=True)
class Standing:
    """Knows parties by what they are.

    Attributes:
        parties: Who can be named.
        lexicon: Word classes; "seated" and "title" are used.
        antecedents: The parties named in the document.
        day: The day it was published.
        organs: Words for organs that act.
    """

    parties: Parties
    lexicon: Lexicon
    antecedents: Antecedents
    day: str | None
    organs: AbstractSet[str]

    def rules(self, party: str) -> bool:
        """Tell whether a party is an authority that claims to govern a state."""
        known = self.parties.get(party)
        return known is not None and known.cls == "authority"

    def governs(self, party: str) -> bool:
        """Tell whether a party has a government and ministries: a state or an authority."""
        known = self.parties.get(party)
        return known is not None and known.cls in {"state", "authority"}

    def themselves(self, owners: tuple[str, ...], noun: str) -> tuple[str, ...]:
        """Give whose organ acts for them; "an EU country" is not the EU."""
        apart = noun in wordings.LANDS
        return tuple(
            p for p in owners if not (apart and (known := self.parties.get(p)) and known.cls == "organisation")
        )

    def can_be(self, party: str, noun: str) -> bool:
        """Tell whether a party can be one of "the two sides", "both governments"."""
        if noun in wordings.RULING:
            return self.rules(party)
        known = self.parties.get(party)
        if noun in wordings.SIDES and known is not None and known.cls == "organisation":
            return False  # "called on both sides"
        if noun in wordings.NUMBERS or noun in wordings.SIDES or noun in self.organs:
            return True
        if known is not None and noun in wordings.LANDS | {"power", "heavyweight"}:
            return known.cls in {"state", "authority"}
        land = noun in wordings.STATELETS and known is not None and "territory" in known.nouns
        return land or self.parties.describes(party, noun)

    def implied(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """Give the authority a description means by itself where its state is spoken of: "the junta" in Myanmar."""
        if phrase.lemma in wordings.OWN:  # "the government" is not the authority that rules somewhere
            return None
        words = phrase.text[: phrase.head.start - phrase.span.start].lower().split()
        words = words[1:] if words[:1] == [phrase.determiner] else words

        def ruling(state: str) -> list[str]:
            rivals = self.parties.authorities(state, self.day)
            return [a for a in rivals if a not in exclude and self.parties.describes(a, phrase.lemma, words)]

        state = self.antecedents.salient(phrase.span, lambda party: len(ruling(party)) == 1)
        return ruling(state)[0] if state is not None else None

    def seized(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """Give the authority that "the regime", "the junta" means where one rules the state spoken of."""
        named = phrase.lemma in wordings.SEIZED and phrase.determiner in wordings.DEFINITE
        return self.implied(phrase, exclude) if named else None

    def is_organ(self, phrase: Phrase) -> bool:
        """Whether words may mean a house's own organ in its paper: "the Ministry", "the Deputy Secretary"."""
        word = phrase.lemma.split()[-1]
        ranks = wordings.RANKS if word == "secretary" else frozenset[str]()
        ranks |= wordings.POSTS if word in _TITLES else frozenset()
        return (
            all(link.lemma in ranks for link in phrase.linked("mod"))
            and word not in wordings.REVILED | wordings.APART
            and not phrase.linked("num")
            and not _is_of_others(phrase)
            and self.lexicon.classify("organ", (), word) is not None
        )

    def seated_in(self, text: str, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...]:
        """Give whose a government or ministry is that a sentence places: "In Lima, the government praised the move".

        Args:
            text: The document's text.
            phrase: The words for it, which name nobody.
            exclude: Parties that it cannot be.
        """
        named = any(link.form == "name" and link.lemma not in _OF_COURTS for _, link in phrase.links)
        judging = phrase.lemma.split()[-1] in _JUDGING
        if named or not (judging or phrase.lemma in _GOVERNING) or phrase.determiner not in {"", "a", "the"}:
            return ()
        start = self.antecedents.opening(phrase.span)
        placed = (_OPENED if judging else _PLACED).fullmatch(text, start, phrase.span.start)
        for mention in self.antecedents.within(self.antecedents.sentence(start)):
            if placed is not None and mention.start == placed.start("city") and mention.end == placed.end("city"):
                fits = self.governs(mention.party) and mention.party not in exclude | _HOSTS
                return (mention.party,) if fits else ()
        return ()

    def organ_here(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """Give whose government or ministry it is where nobody says so: that of the country spoken of."""
        around = {words[0] for words in self.lexicon.classes["title"]} | _IN_POWER
        seated = self.lexicon.classify("seated", (), phrase.lemma) is not None
        beside = [link.lemma for link in phrase.linked("mod")]
        other = not seated or phrase.lemma in wordings.UNSEATED or any(word not in around for word in beside)
        if other and (phrase.lemma, beside) != ("bank", ["central"]):
            return None
        reviled = phrase.lemma in wordings.REVILED  # a rival government is no "regime"

        def fits(party: str) -> bool:
            called = not (reviled and self.rules(party)) or self.parties.describes(party, phrase.lemma)
            return party not in exclude and self.governs(party) and called

        return self.antecedents.salient(phrase.span, fits, _LEAD_OF_ORGAN, ahead=False)

    def office_here(self, text: str, person: PersonMention) -> str | None:
        """Give for whom somebody speaks who is named with nothing but an office: "Foreign Minister Omar Varga".

        Args:
            text: The document's text.
            person: The person, whose party the text does not say.
        """
        behind = SET_OFF.match(text, person.end)
        title = _BARE.match(text, person.start, person.end) or behind
        if (
            title is None
            or (behind is None and _WHOSE.match(text, person.end))
            or _BESIDE.search(text, max(0, person.start - _ASIDE), person.start)
        ):
            return None
        span = Span(title.start(), title.end())
        acting = self.antecedents.acting(span)  # "Chad let them in, and Interior Minister X defended the step"
        if acting is not None and self.governs(acting.party):
            return acting.party
        return self.antecedents.salient(span, self.governs)

    def assign_offices(self, text: str, people: People, subjects: Sequence[Span]) -> None:
        """Find out for whom those speak who act and are named with nothing but an office.

        Args:
            text: The document's text.
            people: The persons it names; their parties are kept there.
            subjects: Subjects of its sentences.
        """
        for person in people.strangers():
            acts = any(span.start <= person.start and person.end <= span.end for span in subjects)
            party = self.office_here(text, person) if acts else None
            if party is not None:
                people.assign(person, party)

    def in_full(self, phrase: Phrase, text: str, mentions: Sequence[Mention]) -> str | None:
        """Give the party whose longer name a name begins or ends: "the Union" after "the African Union".

        Args:
            phrase: The name, which is nobody's own.
            text: The document's text.
            mentions: The parties named in it.
        """
        if phrase.linked("of"):  # "the Kingdom of Norway" is no other kingdom
            return None
        if " " in phrase.head_text:
            beginning = {m.party for m in mentions if self.begins(m.party, phrase.head_text)}
            return beginning.pop() if len(beginning) == 1 else None
        if phrase.linked("mod"):  # "the Security and Defence Council"
            return None
        if phrase.head_text in wordings.HALVES:
            halves = {m.party for m in mentions if text[m.start : m.end].startswith(phrase.head_text)}
            return halves.pop() if len(halves) == 1 else None
        before = ((m.party, text[m.start : m.end]) for m in reversed(mentions) if m.end <= phrase.span.start)
        first, last = f"{phrase.head_text} of ", f" {phrase.head_text}"
        return next((party for party, name in before if name.startswith(first) or name.endswith(last)), None)

    def congress_near(self, text: str, phrase: Phrase) -> bool:
        """Whether a sentence speaks of America's lawmakers, to whom "the administration" is their own government."""
        sentence = self.antecedents.spoken(self.antecedents.sentence(phrase.span.start))
        return _CONGRESS.search(text, sentence.start, sentence.end) is not None

    def begins(self, party: str, words: str) -> bool:
        """Whether words begin the full name of a party: "Islamic Republic" of Iran."""
        known = self.parties.get(party)
        return known is not None and any(name.text.startswith(f"{words} of ") for name in known.names)

    def relations(self, phrase: Phrase) -> tuple[str, ...]:
        """What can tell whose an organ is: "officials in Kabul" are Kabul's, "the ambassador in Kabul" is not."""
        owning = ("poss", "mod", "of", "appos")
        if phrase.lemma in wordings.OTHERS:  # "his Peruvian counterpart" is Peru's
            return ("mod", "from", "of", "in", "appos")
        if self.lexicon.classify("mission", (), phrase.lemma) is not None:
            return owning[:3]
        if phrase.lemma in wordings.LEAVING:  # "independence from Spain" is not Spain's
            return owning
        if phrase.lemma in wordings.SENT and any(link.lemma in wordings.CHARGED for link in phrase.linked("mod")):
            return (*owning, "from")  # "the special envoy for Libya" is sent there
        seated = self.lexicon.classify("seated", (), phrase.lemma) is not None
        if seated or phrase.lemma in wordings.STATELETS:  # "the republics in Donetsk and Luhansk"
            return (*owning, "in", "from", "for")
        return (*owning, "from", "for")


def _is_of_others(phrase: Phrase) -> bool:
    """Whether words are of a land or group that nobody names: "the president of the republics", "the group"."""
    others = wordings.STATELETS | wordings.LANDS | wordings.GROUPS
    plural = phrase.lemma in others and phrase.plural
    below = phrase.linked("of", "from", "in", "poss")
    return plural or phrase.lemma in wordings.GROUPS or any(c.form == "noun" and c.lemma in others for c in below)
