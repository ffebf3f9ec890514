"""Whom "it", "they" and "he" mean: what was named before, and nobody where two are as likely."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from credence.catalog.lexicon import Lexicon
from credence.catalog.parties import Parties
from credence.model.document import Span
from credence.model.sighting import Phrase
from credence.resolve.parties import wordings
from credence.resolve.parties.antecedents import NEAR, Antecedents, Mention
from credence.resolve.parties.couples import who_met
from credence.resolve.parties.outsiders import crowd_of
from credence.resolve.parties.persons import People, PersonMention

_RELATIVE = {"who", "which", "that", "whom"}
_UPON = re.compile(r"(?<=[a-z] )it(?=[.,;:]| (?:as|in|to|for|with|by|at|from|on|and|out|off|up|down|over)\b)")
_JUDGED = re.compile(r"\b(?:thank|prais|commend|congratulat|criticiz|criticis|condemn|blam)\w*(?: \S+){1,4} for \Z")
_EXCEPTED = re.compile(r"\b(?:other than|except(?: for)?|apart from|besides) (?:the )?\Z")
_GATHERED = {"ministers", "leaders", "members", "participants", "presidents", "delegations", "partners"}
_MEMBERS = re.compile(r" (?:member )?(?:countries|states|members|nations|governments)\b")  # who are no body
_SAVING = 20  # characters before a name in which it is set apart
_DIRECTLY = re.compile(  # from a subject to the object of its verb: "nor any state other than Chad has recognised it"
    r"(?:(?:,? (?:and|nor|or) (?:any )?)(?:[A-Za-z]+ )(?:other than )?(?:[A-Z]\w+)?)?"
    r"(?: (?:has|have|had|will|would|does|did|do|never|not|also|formally|officially|yet))* [a-z]+(?:ed|es|ise|ize|s) "
)
_UPON_LAND = re.compile(  # from a subject to "the country" as an object: "France has sold", which is another country
    r"(?: (?:has|have|had|will|would|also|already|since))*"
    r" (?:sold|given|gave|lent|paid|sent|left|told|sells|gives|lends|pays|sends|leaves|[a-z]+ed) "
)
_ASKED_TO = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|upon)|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|order(?:s|ed|ing)?"
    r"|encourag(?:e|es|ed|ing)|implor(?:e|es|ed|ing)|want(?:s|ed|ing)?|push(?:es|ed|ing)?|told|tells?)"
    r" (?P<whom>(?:[^\s,.;:]+ ){1,7}?)to (?:\w+ly )?(?:end|stop|cease|halt|lift|reverse|abandon|drop|withdraw|revoke"
    r"|repeal|rescind|scrap|curb|reconsider|review|change|fulfil+|honou?r|keep|uphold|implement|respect)"
    r" (?:[^\s.;:]+ ){0,2}\Z"
)
_OFFICIAL = re.compile(r"The (?P<office>(?:[A-Z][\w’'-]* ){0,3}(?P<title>[A-Z]\w+))")
_POSSESSIVE = re.compile(r"['’]s? ")
_JOINED = re.compile(r"['’]s? [^.;:]{3,90}?,? and ")  # one noun of somebody's and another
_OWN = re.compile(r" (?:government|country|cabinet|administration|state|nation|kingdom|republic)\b", re.IGNORECASE)
_OWN_DOING = re.compile(
    r" (?:[a-z][a-z-]+ ){0,2}(?:visit|trip|tour|journey|stay|stopover|talks|meeting|call|conversation|arrival)\b"
)
_OF = re.compile(r" of (?:the )?")
_STATE = re.compile(
    r" (?:has |had )?(?:be(?:came|come|comes)|is|was) (?:the |one of )\w+ (?:\w+ )?(?:country|state|nation|capital)\b"
)
_BESIDE = re.compile(  # "to President", "with the Turkish foreign minister"
    r"\b(?:to|with|by|from|for|of|on|against|about|at|alongside|through|upon|over|toward|towards|before|than"
    r"|me(?:e)?ts?|received?s?|hosted|greeted|welcomed|telephoned|visited|congratulated|thanked|urged|asked|told)"
    r"(?: (?:the|his|her|their))?(?: (?:[A-Z][\w’'.-]*|foreign|prime|interior|defen[cs]e|minister|president|envoy"
    r"|leader|ambassador|of|spokes\w+|secretary|general|chief))* \Z"
)
_OPENING = re.compile(r"\W*(?:During|In|On|At|After|Throughout|Following|Before|As part of|In the course of) ")
_SET_OFF = re.compile(r", (?:the |[A-Z][\w.’'-]* )*\Z")


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Finds whom a pronoun of the third person means.

    Attributes:
        text: The document's text.
        antecedents: The parties named in it.
        people: The persons named in it.
        parties: Who can be named.
        subjects: Subjects of its sentences, in order.
        organs: Words for organs that act.
        several: Subjects that mean several parties ("the two countries"), with those parties, in order.
        lands: What "the country" and its like mean, in order.
        officials: Subjects that are an office without a name ("The Secretary"), with whose it is, in order.
    """

    text: str
    antecedents: Antecedents
    people: People
    parties: Parties
    subjects: tuple[Span, ...]
    organs: frozenset[str]
    several: list[tuple[Span, tuple[str, ...]]] = field(default_factory=list)
    lands: list[tuple[Span, str | None]] = field(default_factory=list)
    officials: list[tuple[Span, str]] = field(default_factory=list)

    def learn(self, parties_of: Callable[[Phrase, frozenset[str]], tuple[str, ...]]) -> None:
        """Keep whom descriptions in the text mean that pronouns take up: lands and officials."""
        self._learn_lands(parties_of)
        self._learn_officials(lambda phrase: parties_of(phrase, frozenset()))

    def _learn_lands(self, parties_of: Callable[[Phrase, frozenset[str]], tuple[str, ...]]) -> None:
        """Keep what "the country" and its like mean, wherever the text says so."""
        for land in wordings.LAND_SAID.finditer(self.text):
            phrase = wordings.described(land, self.text)
            acting = self.antecedents.acting(phrase.span)
            upon = acting is not None and _UPON_LAND.fullmatch(self.text, acting.end, phrase.span.start)
            meant = parties_of(phrase, frozenset({acting.party}) if acting is not None and upon else frozenset())
            self.lands.append((phrase.span, meant[0] if len(meant) == 1 else None))

    def _learn_officials(self, parties_of: Callable[[Phrase], tuple[str, ...]]) -> None:
        """Keep whose the officials are who act without a name."""
        for span in self.subjects:
            office = _OFFICIAL.fullmatch(self.text, span.start, span.end)
            if office is not None and self.people.is_title(office["title"].lower()):
                head = Span(office.start("office"), span.end)
                before = re.finditer(r"\S+", office["office"].removesuffix(office["title"]))
                links = tuple(("mod", _word(word, head.start)) for word in before)
                title = office["title"].lower()
                meant = parties_of(Phrase(span, head, span.of(self.text), title, "name", "the", links))
                self.officials.extend((span, party) for party in meant[:1])

    def meant(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...]:
        """Give whom a pronoun means; empty where the text does not decide it.

        Args:
            phrase: The pronoun.
            exclude: Parties that it cannot mean.
        """
        word = phrase.head_text.lower()
        if word in wordings.PLURAL:
            return self._they(phrase, exclude)
        if word in wordings.PERSON:
            found = self._he(phrase, exclude)
        elif word in wordings.THING and not wordings.EXPLETIVE.match(self.text, phrase.head.start):
            found = self._it(phrase, exclude)
        else:
            found = None
        return () if found is None else (found,)

    def _it(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """What was named before, unless the sentence before speaks of something else as "it" already."""
        if (owner := self._asked(phrase) or self._owning(phrase)) is not None:
            return None if owner in exclude else owner
        if _STATE.match(self.text, phrase.head.end):  # "it became the first country to"
            exclude |= {m.party for m in self.antecedents.mentions if not self._is_land(m.party)}
        if beside := self._land_beside(phrase):
            return None if beside[0] in exclude else beside[0]
        found = self.antecedents.one(phrase.span, self._back(phrase, exclude))
        here = self.antecedents.sentence(phrase.span.start)
        same = self.antecedents.within(here)
        if found is None or here == 0 or any(m.party == found and m.end <= phrase.span.start for m in same):
            return found
        before = self.antecedents.spoken(here - 1)
        told = _UPON.search(self.text, before.start, before.end)
        if told is None or wordings.EXPLETIVE.match(self.text, told.start()):
            return found
        span = Span(told.start(), told.end())
        upon = Phrase(span, span, "it", "it", "pronoun")
        other = self.antecedents.one(span, self._back(upon, frozenset()))
        acting = self.antecedents.acting(span)
        return None if acting is not None and acting.party == found and other is not None else found

    def _owning(self, phrase: Phrase) -> str | None:
        """Who owns what "its" is joined to: "Peru's war against Chad and its attacks on towns"."""
        start = self.antecedents.opening(phrase.span)
        if phrase.head_text.lower() != "its" or not self.text[start : phrase.span.start].endswith((" and ", ", ")):
            return None
        told = [m for m in self.antecedents.within(self.antecedents.sentence(start)) if m.end <= phrase.span.start]
        owners = [m for m in told if _POSSESSIVE.match(self.text, m.end)]
        if not owners or any(owners[-1].end <= s.start < phrase.span.start for s in self.subjects):
            return None
        plain = _JOINED.fullmatch(self.text, owners[-1].end, phrase.span.start)
        return owners[-1].party if plain is not None else None

    def _asked(self, phrase: Phrase) -> str | None:
        """Whose deed others ask somebody to end or undo: "Norway called on Peru to end its blockade"."""
        start = self.antecedents.opening(phrase.span)
        asking = _ASKED_TO.search(self.text, start, phrase.span.start) if phrase.head_text.lower() == "its" else None
        told = self.antecedents.within(self.antecedents.sentence(start)) if asking is not None else ()
        asked = [m for m in told if asking is not None and asking.start("whom") <= m.start < asking.end("whom")]
        return asked[-1].party if asked else None

    def _land_beside(self, phrase: Phrase) -> tuple[str | None, ...]:
        """Give the land on which others act in two clauses: "Peru has sold the country arms and Chile has lent it".

        Empty if no land stands there; nobody in it where it is not clear which land that is.
        """
        acting = self.antecedents.acting(phrase.span)
        if acting is None or phrase.head_text.lower() != "it":
            return ()
        opens = self.antecedents.opening(phrase.span)
        told = [party for span, party in self.lands if opens < span.start and span.end <= acting.start]
        return tuple(told[-1:])

    def _is_land(self, party: str) -> bool:
        known = self.parties.get(party)
        return known is not None and known.cls == "state"

    def _he(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """For whom the person speaks who was named last, if that is not far and nobody unknown acted since."""
        acting = self.antecedents.acting(phrase.span)
        if acting is not None and _JUDGED.search(self.text, acting.end, phrase.span.start):
            exclude |= {acting.party}  # "thanked him for his government's decision"
        if (official := self._official(phrase)) is not None and official not in exclude:
            return official
        person, at = self.people.before(phrase.span.start, exclude), phrase.span.start
        if person is not None and phrase.head_text.lower() in {"he", "she"}:
            person = self._who_acted(person, exclude)
        here = self.antecedents.sentence(at)
        if (ahead := self._acting_ahead(phrase)) is not None:
            return None if ahead in exclude else ahead
        far = person is None or self.antecedents.sentence(person.start) < here
        if far and (titled := self._titled(phrase, exclude)) is not None:
            return titled
        if person is None or self.antecedents.sentence(at) - self.antecedents.sentence(person.start) > NEAR:
            return None
        return None if self._stranger(person.end, phrase) else person.party

    def _acting_ahead(self, phrase: Phrase) -> str | None:
        """Give for whom the subject speaks whose the opening of a sentence is: "During his visit, Omar Varga said"."""
        here = self.antecedents.spoken(self.antecedents.sentence(phrase.span.start))
        if not _OPENING.fullmatch(self.text, here.start, phrase.head.start):
            return None
        subject = next((s for s in self.subjects if phrase.span.end <= s.start and s.end <= here.end), None)
        if subject is None or not _SET_OFF.search(self.text, phrase.span.end, subject.start):
            return None
        named = (p for p in self.people.mentions if subject.start <= p.start and p.end <= subject.end)
        return next((p.party for p in named), self._of_titled(subject))

    def _official(self, phrase: Phrase) -> str | None:
        """For whom the official acts who began the sentence before one that begins with "He": "The Secretary"."""
        opens = self.antecedents.opening(phrase.span)
        if phrase.head_text not in {"He", "She"} or self.text[opens : phrase.span.start].strip():
            return None
        before = self.antecedents.spoken(self.antecedents.sentence(opens) - 1)
        first = next((s for s in self.subjects if before.start <= s.start < before.end), None)
        return next((party for span, party in self.officials if span == first), None)

    def _titled(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """Whose minister or king is the subject, who is not named: "Chad's president told her of his decision"."""
        doing = _OWN.match(self.text, phrase.span.end) or _OWN_DOING.match(self.text, phrase.span.end)
        own = phrase.head_text.lower() in {"his", "her"} and doing
        opens = self.antecedents.opening(phrase.span)
        ended = [s for s in self.subjects if opens <= s.start and s.end <= phrase.span.start]
        return self._of_titled(ended[-1], exclude) if own and ended else None

    def _of_titled(self, subject: Span, exclude: frozenset[str] = frozenset()) -> str | None:
        """Whose official somebody is whom a subject names by his title alone."""
        if not self.people.is_title(subject.of(self.text).split()[-1].lower()):
            return None
        whole = _OF.match(self.text, subject.end)
        end = whole.end() + 1 if whole is not None else subject.end
        told = self.antecedents.within(self.antecedents.sentence(subject.start))
        whose = {m.party for m in told if subject.start <= m.start < end} - exclude
        return whose.pop() if len(whose) == 1 else None

    def _who_acted(self, last: PersonMention, exclude: frozenset[str]) -> PersonMention:
        """Prefer the subject of a clause before to whom it names later: "X called on Y, and he praised …"."""
        number = self.antecedents.sentence(last.start)
        sentence = self.antecedents.spoken(number)
        beside = _BESIDE.search(self.text, sentence.start, last.start)
        if beside is None and (self._acts(last) or last.start == sentence.start):
            return last
        around = (p for p in self.people.mentions if self.antecedents.sentence(p.start) == number)
        able = (p for p in around if p.start < last.start and (p.party is None or p.party not in exclude))
        return next((p for p in able if self._acts(p)), last)

    def _acts(self, person: PersonMention) -> bool:
        """Whether somebody is a subject, or stands right behind the words for his office, which are."""
        within = any(s.start <= person.start and person.end <= s.end for s in self.subjects)
        within = within or self.text[: person.start].endswith(" and ")  # "he signed for Peru and Ana Rojas for Chile"
        return within or any(self.text[s.end : person.start] == ", " for s in self.subjects)

    def _stranger(self, start: int, phrase: Phrase) -> bool:
        """Whether somebody who speaks for nobody known has acted since: "Omar Varga left. He …"."""
        upon = phrase.head_text.lower() in {"him", "her"}  # not he who acts upon him
        end = self.antecedents.opening(phrase.span) if upon else phrase.span.start
        since = (s.of(self.text) for s in self.subjects if start <= s.start and s.end <= end)
        names = (name for name in since if " " in name and name.istitle() and not name.startswith("The "))
        return any(not self.parties.find(name) and not self.people.known(name) for name in names)

    def stranger_acts(self, start: int, end: int) -> bool:
        """Whether somebody named but unknown is a subject between two places, the last subject not counted."""
        words = [s.of(self.text) for s in self.subjects if start <= s.start < end][:-1]
        return any(word[:1].isupper() for one in words for word in one.split() if word != "I")

    def _back(self, phrase: Phrase, exclude: frozenset[str]) -> Iterator[Mention]:
        """Mentions a pronoun may mean: "it" is not the party of the person who has just done something to it."""
        acting = self.antecedents.acting(phrase.span)
        if acting is not None and acting.person and phrase.head_text.lower() not in {"its", "their", "they"}:
            exclude |= {acting.party}
        upon = acting is not None and phrase.head_text.lower() == "it"
        if upon and acting is not None and _DIRECTLY.fullmatch(self.text, acting.end, phrase.head.start):
            exclude |= {m.party for m in self.antecedents.group(acting)}  # nobody does it to himself
        told = (m for m in self.antecedents.before(phrase.span, NEAR) if m.party not in exclude)
        return (m for m in told if not _EXCEPTED.search(self.text, max(0, m.start - _SAVING), m.start))

    def _they(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...]:
        """Several named together, or one that is many: a group, an authority, an organisation, a people."""
        met = self._who_met(phrase)
        if (told := self._several_before(phrase) or tuple(p for p in met if p not in exclude)) and not exclude & {
            *told
        }:
            return told
        if (same := self._same(phrase)) is not None:
            return self._they(same, exclude)
        if (whose := self._own_men(phrase)) is not None and whose not in exclude:
            return (whose,)
        return () if self._others_act(phrase) else self._named_together(phrase, exclude)

    def _named_together(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...]:
        """Give those who were named together last, or one that is many."""
        for mention in self._back(phrase, exclude):
            if mention.person or _MEMBERS.match(self.text, mention.end):
                continue
            group = self.antecedents.group(mention)
            if len(group) > 1:
                return () if exclude & {m.party for m in group} else tuple(dict.fromkeys(m.party for m in group))
            known = self.parties.get(mention.party)
            if mention.people or mention.many or (known is not None and known.cls != "state"):
                return (mention.party,)
        return ()

    def _own_men(self, phrase: Phrase) -> str | None:
        """Whose those are who acted last: "In nearby Chad, Peruvian soldiers completed their withdrawal"."""
        here = self.antecedents.sentence(phrase.span.start)
        ended = [s for s in self.subjects if s.end <= phrase.span.start]
        nouns = [s for s in ended if s.of(self.text).lower() not in _RELATIVE]
        if not nouns or here - self.antecedents.sentence(nouns[-1].start) > 1:
            return None
        last = nouns[-1]
        noun = last.of(self.text).split()[-1]
        if noun != noun.lower() or not noun.endswith("s") or noun.rstrip("s") not in self.organs:
            return None
        told = self.antecedents.within(self.antecedents.sentence(last.start))
        whose = {m.party for m in told if last.start <= m.start and m.end <= last.end}
        return whose.pop() if len(whose) == 1 else None

    def _several_before(self, phrase: Phrase) -> tuple[str, ...]:
        """Whom "the two countries" before it means, in its sentence or the one before, if nobody acted since."""
        at, here = phrase.span.start, self.antecedents.sentence(phrase.span.start)
        said = [(span, parties) for span, parties in self.several if span.end <= at]
        if not said or here - self.antecedents.sentence(said[-1][0].start) > 1:
            return ()
        span, parties = said[-1]
        since = (s.of(self.text).lower() for s in self.subjects if span.end <= s.start and s.end <= at)
        return () if any(words not in wordings.PLURAL for words in since) else parties

    def _who_met(self, phrase: Phrase) -> tuple[str, ...]:
        they = phrase.head_text.lower() == "they"
        at = phrase.span.start
        return who_met(self.text, self.antecedents, self.subjects, at, self.officials) if they else ()

    def _same(self, phrase: Phrase) -> Phrase | None:
        """Give the "they" that was the last subject before a "they": both are the same."""
        here = self.antecedents.sentence(phrase.span.start)
        ended = [s for s in self.subjects if s.end <= phrase.span.start]
        near = [s for s in ended if 0 <= here - self.antecedents.sentence(s.start) <= 1]
        if phrase.head_text.lower() != "they" or not near or near[-1].of(self.text).lower() != "they":
            return None
        return Phrase(near[-1], near[-1], near[-1].of(self.text), "they", "pronoun")

    def crowd_before(self, phrase: Phrase, lexicon: Lexicon) -> str | None:
        """Give those without an id whom a pronoun means: the last subject before it, here or in the sentence before."""
        word = phrase.head_text.lower()
        if word not in {*wordings.PLURAL, "it", "he", "she"}:
            return None
        here = self.antecedents.sentence(phrase.span.start)
        ended = [s for s in self.subjects if s.end <= phrase.span.start]
        nouns = [s for s in ended if s.of(self.text).lower() not in _RELATIVE]
        near = [s for s in nouns if here - self.antecedents.sentence(s.start) <= 1]
        if word in wordings.PERSON:
            return self._named_stranger(near[-1].of(self.text)) if near else None
        if word != "it":
            return crowd_of(near[-1].of(self.text), "they", lexicon) if near else None
        same = [s for s in near if self.antecedents.sentence(s.start) == here] or near[-1:]
        unknown = [s for s in same if not self._names_party(s)]
        return next((named for s in unknown if (named := crowd_of(s.of(self.text), word, lexicon))), None)

    def _named_stranger(self, words: str) -> str | None:
        """Give the name of somebody who speaks for nobody known: "Omar Varga said so, and he asked …"."""
        name = self.people.plain(words)
        named = " " in name and name.istitle() and not words.startswith("The ")
        return name if named and not self.parties.find(name) and not self.people.known(name) else None

    def _names_party(self, subject: Span) -> bool:
        told = self.antecedents.within(self.antecedents.sentence(subject.start))
        return any(subject.start <= m.start and m.end <= subject.end for m in told)

    def _others_act(self, phrase: Phrase) -> bool:
        """Whether the last subject is people who are no party: "exiled Afghan women", "two diplomats"."""
        here = self.antecedents.sentence(phrase.span.start)
        ended = [s for s in self.subjects if s.end <= phrase.span.start]
        before = [s for s in ended if here - self.antecedents.sentence(s.start) <= 1]
        if phrase.head_text == "They" and before:  # whatever else is told of in "The ministers agreed that Chad …"
            number = self.antecedents.sentence(before[-1].start)
            first = next(s for s in before if self.antecedents.sentence(s.start) == number)
            before = [first] if first.of(self.text).split()[-1].lower() in _GATHERED else before
        words = before[-1].of(self.text).split() if before else [""]
        last = words[-1].lower()
        plural = last.endswith("s") or last in {"women", "men", "people"}
        gathered = words[0] == "The" and last in _GATHERED and not _OF.match(self.text, before[-1].end)
        return gathered or (plural and words[-1] == last and last.rstrip("s") not in self.organs)


def _word(found: re.Match[str], start: int) -> Phrase:
    span = Span(start + found.start(), start + found.end())
    return Phrase(span, span, found[0], found[0].lower(), "name")
