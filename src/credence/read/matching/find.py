"""Pattern against clause: which sightings a parsed sentence gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from credence.catalog.cues import Cues
from credence.catalog.lexicon import Lexicon
from credence.catalog.patterns import Pattern, Slot
from credence.catalog.spelling import fold
from credence.model.document import Span
from credence.model.sighting import Filler, Phrase, Sighting
from credence.read.clauses.acts import Acts, is_of_state, stands
from credence.read.clauses.clauses import Clause, clauses
from credence.read.clauses.echoes import is_of_others, is_step
from credence.read.clauses.overall import is_clause, judged
from credence.read.clauses.phrased import called, doers_of, phrase_in, possible_in, start_of
from credence.read.clauses.places import askers, places_beside, places_shared, there, where_of
from credence.read.matching.compile import Compiled
from credence.read.matching.ellipsis import with_repeats
from credence.read.matching.listed import included, whom
from credence.read.matching.literals import (
    after_of,
    containers,
    forbids,
    goes_on_with,
    is_bare_list,
    is_shaped,
    literal,
)
from credence.read.matching.stances import (
    asked_of,
    beyond,
    chosen,
    is_act,
    is_deed,
    is_embedded,
    is_stance,
    sort_of,
    unspoken,
    vague,
)
from credence.read.moods.asserted import is_said
from credence.read.moods.mood import polarity_and_mood, refuses
from credence.read.nouns.anaphors import (
    implied,
    one_meant,
    standing_for,
    stands_for_one,
    told_before,
    whole_of,
)
from credence.read.nouns.counted import counts_states, is_of_several_missions, post_of
from credence.read.nouns.hanging import hanging, is_money, is_year, through
from credence.read.nouns.owners import owners_before
from credence.read.nouns.partners import apart
from credence.read.nouns.phrases import is_someone, is_such_envoy, phrase
from credence.read.nouns.several import are_lands, housed, with_counted
from credence.read.times.extent import quote_of, tense_of
from credence.read.times.reaches import is_main, reaches_of
from credence.read.times.telling import is_news, is_told
from credence.read.words.forms import is_day_in_words, right_of
from credence.read.words.parsed import ParsedSentence
from credence.read.words.tree import Token

_IDLE = frozenset({"planned", "sought", "possible", "conditional"})
_POSTED = frozenset({"ambassador", "consul", "attache", "attaché", "envoy", "diplomat", "representative"})
_POSTED |= {"commissioner", "charge"}
_TITLED = frozenset({"envoy", "mission", "visitor"})
_PLACES = ("in", "at", "inside", "to", "from", "into")
_PARTY_LIKE = {"party", "voice", "fund", "outlaw", "movement", "answerable"}
_NAMED_LANDS = {"land", "polity"}
_DEALING = {"recognize", "acknowledge", "leave", "depart", "quit"}
_SPEAKING = {"list", "money", "aid", "ties", "terms", "fullterms", "allies", "partners", "frozen", "warmwords"}
_HOSTING = {"envoy.expel", "envoy.accept", "envoy.refuse"}  # what a host does to another's envoy
_IN_PART = {"mission", "envoy", "newcomer", "resident", "arrival", "foreign", "force", "deed"}  # "two of its envoys"


@dataclass(frozen=True, slots=True)
class Finder:
    """Everything matching needs, made once.

    Attributes:
        compiled: Patterns, ready.
        lexicon: Word classes for typed slots.
        cues: Cues of polarity and mood, and grammar words.
        named_in: Tells quickly whether words may name a party.
    """

    compiled: Compiled
    lexicon: Lexicon
    cues: Cues
    named_in: Callable[[str], bool]

    def sightings(self, sentences: Iterable[ParsedSentence]) -> Iterator[Sighting]:
        """Give every sighting of a text's parsed sentences, in the order of the predicates and patterns."""
        before: tuple[Clause, ...] = ()
        last, number, acts = None, -1, Acts()
        for sentence in sentences:
            sentence.doc.user_data["start"] = sentence.span.start
            sentence.doc.user_data["possible"] = sentence.possible
            sentence.doc.user_data["before"] = last if sentence.number == number + 1 else None
            last = sentence.doc
            found = clauses(sentence.doc, self.cues)
            earlier = before if sentence.number == number + 1 else ()
            told = acts.told(sentence.number, self._tells)
            before, number = with_repeats(found, earlier, self.cues, self._is_date, told), sentence.number
            judged = (*chosen(sentence.doc), *before, *unspoken(sentence.doc))
            met = list(self._met([c for c in judged if is_said(c, self.cues)], sentence))
            asked = list(self._met(judged, sentence)) if sentence.doc[-1].text == "?" else met
            acts = acts.after(asked, before, number)  # "Who recognises Peru? Chile went first, in May."
            yield from met

    def _met(self, found: Sequence[Clause], sentence: ParsedSentence) -> Iterator[Sighting]:
        """Match patterns; a noun that a verb's pattern holds already gives no sighting of its own.

        What a stance holds may be an act all the same: "demanded the withdrawal of the troops".
        """
        met = [(c, p, m) for c in found for p in self._candidates(c) if (m := self._match(p, c)) is not None]
        taken = {(t.i, is_stance(p)) for clause, p, (_, held) in met for t in held if t.i != clause.anchor.i}
        for clause, pattern, (fillers, _) in met:
            if not {(clause.anchor.i, False), (clause.anchor.i, is_stance(pattern))} & taken:
                yield self._sighting(pattern, clause, fillers, sentence)

    def _tells(self, clause: Clause) -> str:
        """Give the kind of the act of state that a clause tells; empty if it tells none."""
        acts = (p for p in self._candidates(clause) if is_of_state(p.kind))
        kind = next((pattern.kind for pattern in acts if self._match(pattern, clause) is not None), "")
        return "" if stands(clause, kind) else kind

    def _is_date(self, token: Token) -> bool:
        year = (token.pos_ == "NUM" and token.text.isdigit()) or is_day_in_words(token)
        return year or self.lexicon.classify("calendar", (), token.lemma_.lower()) is not None

    def _candidates(self, clause: Clause) -> tuple[Pattern, ...]:
        nouns = self.compiled.nouns.get(fold(clause.anchor.lemma_), ()) if clause.nominal else ()
        found = self.compiled.by_predicate.get(clause.predicate, ())
        if not found and "-" in clause.anchor.text:  # "re-opened", "re-recognised": unknown to the lemmatizer
            whole, bare = clause.predicate, clause.predicate.removeprefix("re")
            forms = (whole.removesuffix("e"), bare, bare.removesuffix("e"))
            found = next((known for form in forms if (known := self.compiled.by_predicate.get(form, ()))), ())
        possible = possible_in(clause)
        return tuple(pattern for pattern in (*nouns, *found) if pattern.id in possible)

    def _sighting(
        self, pattern: Pattern, clause: Clause, fillers: tuple[Filler, ...], sentence: ParsedSentence
    ) -> Sighting:
        polarity, mood = polarity_and_mood(clause, self.cues)
        if is_stance(pattern) and pattern.only == "sought":
            mood = "actual"  # who wants to see it asks for it
        if pattern.polarity in {"denied", "negated"}:
            polarity = "affirmed" if polarity == "denied" else "denied"
        kind = pattern.kind
        if pattern.refused is not None and polarity == "denied" and refuses(clause.anchor):
            kind, polarity, mood = pattern.refused, "affirmed", "actual" if mood == "planned" else mood
        offset = sentence.span.start
        anchor = clause.anchor
        return Sighting(
            kind=kind,
            pattern=pattern.id,
            fillers=(*fillers, *self._surroundings(clause)),
            fixed=pattern.fixed,
            polarity=polarity,
            mood=mood if mood != "actual" or pattern.mood is None else cast("Literal['planned']", pattern.mood),
            step=pattern.step,
            quote=quote_of(clause, offset),
            sentence=sentence.number,
            anchor=Span(offset + anchor.idx, offset + anchor.idx + len(anchor)),
            scope=reaches_of(clause, mood, offset, self.cues),
            tense=tense_of(anchor, mood),
            main=is_main(clause),
            told=is_told(clause),
            news=is_news(clause, sentence.number),
        )

    def _surroundings(self, clause: Clause) -> Iterator[Filler]:
        """Places the clause names, which may complete a mission's or an envoy's host."""
        for preposition, tokens in clause.obliques:
            if preposition in _PLACES:
                for token in (t for t in tokens if not self._is_date(t)):  # March is a town, too
                    yield Filler(f"@{preposition}", "place", phrase(token, start_of(token)))
        for noun in places_beside(clause):
            yield Filler("@in", "place", phrase(noun, start_of(noun)))
        missions = [t for t in (*clause.agents, *clause.patients) if self.value("mission", t) is not None]
        for noun in places_shared(missions):
            yield Filler("@in", "place", phrase(noun, start_of(noun)))
        for token in askers(clause.anchor):
            yield Filler("@asker", "party", phrase(token, start_of(token)))
        for token in there(clause):
            yield Filler("@there", "place", phrase(token, start_of(token)))

    def _match(self, pattern: Pattern, clause: Clause) -> tuple[tuple[Filler, ...], list[Token]] | None:
        """Give the fillers, and the tokens held as literals, if every slot and literal of the pattern is met.

        A pattern without a patient is not met by a clause that has one: "withdrew from", not "withdrew its envoy from".
        """
        if not self._may(pattern, clause):
            return None
        held: list[Token] = []
        for words in pattern.literals:
            met = literal(words, clause, judging=is_stance(pattern))
            if met is None or goes_on_with(pattern, met):
                return None
            held.extend(met)
        beside = {one for token in held if token.dep_ == "dobj" for one in token.conjuncts}  # "funds and other assets"
        free = set(clause.patients) - {*held, *containers(held), *beside} - after_of(clause)
        if pattern.patient is None and not clause.passive and free:
            return None
        found: list[Filler] = []
        for number, (slot, placed) in enumerate(self._places(pattern, clause, held)):
            unfit = vague(pattern, slot, clause)
            voiced = slot.role == "holder" and is_stance(pattern)  # an embassy speaks, too
            asked = "voice" if voiced else asked_of(slot)
            whole = slot.type in _IN_PART
            tokens = with_counted(slot.type, [housed(whole_of(t)) for t in placed]) if whole else placed
            if slot.type == "person" and pattern.kind == "envoy.appoint":
                tokens = tuple(map(called, placed))
            fitting = [t for t in tokens if t not in held and t.lower_ not in unfit and self.fits(asked, t)]
            fitting = self._whom(pattern, slot, fitting)
            if not fitting and not slot.optional:
                return None
            cls = slot.word_class
            found.extend(
                Filler(
                    slot.role,
                    cls if cls == "envoy" else sort_of(slot, t),
                    self._posted(phrase_in(clause, t, theirs=pattern.kind in _HOSTING), clause)
                    if cls == "envoy"
                    else phrase_in(clause, t),
                    (post_of(whole_of(t), self.value) if slot.type == "missions" else self.value(cls, t)) or "",
                    number,
                )
                for t in fitting
            )
        return tuple(found), held

    def _whom(self, pattern: Pattern, slot: Slot, tokens: list[Token]) -> list[Token]:
        """Give those of what stands in a slot whom it is about: all of a list, or who is told apart of several."""
        tokens = judged(tokens) if is_stance(pattern) and slot.role == "target" else tokens
        found = whom(pattern.kind, slot.role, apart(pattern, slot, tokens, self._is_official))
        return [t for t in included(found) if self.fits(asked_of(slot), t)] or found

    def _posted(self, made: Phrase, clause: Clause) -> Phrase:
        """Add to an envoy the mission that was hung on the verb: "declare a diplomat at the embassy undesirable"."""
        beside = [t for preposition, tokens in clause.obliques if preposition in {"at", "from"} for t in tokens]
        missions = [("at", phrase(t, start_of(t))) for t in beside if self.value("mission", t) is not None]
        return replace(made, links=(*made.links, *missions)) if missions else made

    def _may(self, pattern: Pattern, clause: Clause) -> bool:
        """Whether nothing forbids a pattern: one of its ``unless``, or the polarity that it needs."""
        if not is_shaped(pattern, clause) or (pattern.unless and forbids(pattern.unless, clause, self.named_in)):
            return False
        if is_stance(pattern) and is_step(clause):
            return False
        if pattern.agent is None and is_of_others(clause):
            return False
        if is_stance(pattern) and is_embedded(clause.anchor):
            idle = _IDLE - {"planned"} if pattern.kind == "stance.demand" else _IDLE
            if polarity_and_mood(clause, self.cues)[1] in idle:
                return False  # "efforts to urge Peru" take no stance yet
        only = "actual" if pattern.mood == "actual" else pattern.only
        if pattern.polarity not in {"negated", "asserted", "denying"} and only is None:
            return True
        polarity, mood = polarity_and_mood(clause, self.cues)
        if (only is not None and mood != only) or (pattern.polarity == "denying" and mood == "conditional"):
            return False  # nor "if there is no recognition"
        denied = polarity == "denied"
        return pattern.polarity in {None, "denied"} or denied == (pattern.polarity != "asserted")

    def _places(self, pattern: Pattern, clause: Clause, held: list[Token]) -> Iterator[tuple[Slot, tuple[Token, ...]]]:
        own: list[Token] = []  # nouns that say themselves of whom they are: "the sanctions on Chad expired"
        if pattern.agent is not None:
            doers = (is_stance(pattern) and beyond(clause, self._is_somebody)) or doers_of(pattern, clause)
            own += self._speaking(pattern.agent, doers)
            yield pattern.agent, doers
        if pattern.patient is not None:
            things = clause.patients or clause.complements
            own += self._speaking(pattern.patient, things)
            yield pattern.patient, things
        bare = (t for t in held if t.pos_ == "NOUN" and all(c.dep_ in {"cc", "conj", "punct"} for c in t.rights))
        beside = [other for t in bare for other in t.conjuncts]  # "funds and other assets of Chad"
        nested = [p for t in (*held, *own, *beside) if not clause.instead for p in hanging(t, self._is_light)]
        placed = (*nested, *through(clause.obliques, self._is_light), *where_of(clause.anchor))
        taken = list(clause.agents) if clause.passive and pattern.agent is not None else []  # "sought by both"
        doing = bool(held) and held[-1].pos_ == "VERB"  # "was ordered to leave Chad": not whose ambassador it was
        for slot in pattern.obliques:
            around = nested if doing and slot.prepositions == ("of",) else placed
            found = self._governed(slot, around, [*held, *own], taken)
            taken.extend(found)
            if slot.type in _SPEAKING:  # "chipped in with $3 million for Chad"
                placed += tuple(p for t in found for p in hanging(t, self._is_light))
            yield slot, found

    def _is_somebody(self, noun: Token) -> bool:
        return any(self.value(cls, noun) is not None for cls in ("organ", "visitor", "crowd"))

    def _is_official(self, noun: Token) -> bool:
        return self.value("visitor", noun) is not None

    def _is_light(self, noun: Token) -> bool:
        return self.value("light", noun) is not None

    def _speaking(self, slot: Slot, tokens: tuple[Token, ...]) -> Iterator[Token]:
        if slot.type in _SPEAKING:
            yield from (token for token in tokens if self.fits(slot.type, token))

    def _governed(
        self,
        slot: Slot,
        obliques: Sequence[tuple[str, tuple[Token, ...]]],
        held: list[Token],
        taken: list[Token],
    ) -> tuple[Token, ...]:
        """Tokens after the likeliest of a slot's prepositions that has any fit, and that no slot before it took."""
        for preposition in slot.prepositions:
            placed = [t for prep, ts in obliques if prep == preposition for t in ts if t not in (*held, *taken)]
            tokens = [t for t in with_counted(slot.type, placed) if self.fits(slot.type, t)]
            if tokens:
                return tuple(dict.fromkeys(tokens))
        return tuple(owners_before(slot, held, taken, self.fits)) if {"of", "by"} & set(slot.prepositions) else ()

    def fits(self, kind: str, token: Token) -> bool:
        """Tell whether a token can head a phrase of a slot's type."""
        if kind in {"money", "moment"}:
            return is_money(token) if kind == "money" else token.pos_ in {"NUM", "NOUN", "PROPN"}
        if is_clause(token) or (kind == "deed" and is_deed(token)):
            return kind == "deed"
        single = kind == "papers" and token.tag_ == "NN"  # "a letter from his president"
        if single or self.lexicon.classify("calendar", (), token.lemma_.lower()) is not None:
            return False
        if kind in {"missions", "count"}:
            counts = counts_states if kind == "count" else is_of_several_missions
            return counts(token, self.value)
        if kind in {"newcomer", "resident", "arrival", "posted", "own", "foreign", "owned"}:
            return self.value("envoy", token) is not None and is_such_envoy(kind, token)
        if kind in {"person", "named", "somebody", "officer"}:
            officer = kind == "officer" and self.value("official", token) is not None
            return officer or is_someone(token, person=kind == "person")
        if kind in _NAMED_LANDS or (kind == "territory" and token.pos_ == "PROPN"):  # "it" is more often an embassy
            return (kind == "land" and are_lands(token)) or (
                token.pos_ == "PROPN" and self.value("mission", token) is None
            )
        return self.value(kind, token) is not None if kind in self.lexicon.classes else self._heads(kind, token)

    def _heads(self, kind: str, token: Token) -> bool:
        """Whether a token's part of speech lets it head a phrase of a type without a word class."""
        if kind in {"thelist", "doing"}:
            return is_bare_list(token) if kind == "thelist" else is_act(token)
        if kind in _PARTY_LIKE:
            if token.text.isdigit() and any(c.lower_ == "of" for c in token.children):  # "110 of the 193 members"
                return False
            if token.pos_ == "NUM" and (is_money(token) or is_year(token)):
                return False
            if token.dep_ == "dobj" and token.head.lemma_ in _DEALING and self.value("envoy", token) is not None:
                return False  # "no longer recognises Chad's ambassador", "leaving the ambassador in the street"
            return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"} and (
                kind == "voice" or self.value("mission", token) is None
            )
        return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "VERB", "NUM"} or (kind == "text" and token.pos_ == "AUX")

    def value(self, cls: str, token: Token) -> str | None:
        """Give the lexicon's value of the noun a token heads, in a class; None if it is not of that class."""
        if cls not in self.lexicon.classes:
            return None
        known: dict[tuple[str, int], str | None] = token.doc.user_data.setdefault("values", {})
        if (cls, token.i) not in known:
            known[cls, token.i] = None  # words that stand for each other would ask in a circle
            known[cls, token.i] = self._value(cls, token)
        return known[cls, token.i]

    def _value(self, cls: str, token: Token) -> str | None:
        if cls == "ties" and token.lower_ == "those":  # the relations told of, not the agreements
            return next((known for t in told_before(token) if (known := self.value(cls, t)) is not None), None)
        before = [c.lemma_.lower() for c in token.lefts if c.dep_ in {"compound", "amod", "nmod"}]
        after = right_of(token).lower_ if token.i + 1 < len(token.doc) else ""
        words = " ".join(t.lower_ for t in token.subtree)
        found = self.lexicon.classify(cls, before, token.lemma_.lower(), after, words)
        name = found is None and token.pos_ == "PROPN"
        if name and cls in _TITLED:  # "Ambassador X", "Embassy Kabul"
            titles = [c.lemma_.lower() for c in token.lefts if c.dep_ in {"compound", "nmod"}]
            named = (self.lexicon.classify(cls, titles[:n], title) for n, title in enumerate(titles))
            beside = [c for c in token.children if c.dep_ == "appos"]
            beside += [g for c in token.children if c.lower_ == "as" for g in c.children if g.dep_ == "pobj"]
            told = (*named, *(self.value(cls, noun) for noun in beside))
            found = next((value for value in told if value is not None), None)
            if cls == "visitor" and _POSTED & {*titles, *(noun.lemma_.lower() for noun in beside)}:
                return None  # "Ambassador X arrived in Lima" to stay
        if name and cls == "outlets":  # "the private radio station Radio Sol"
            found = next((v for c in token.lefts if c.dep_ == "compound" and (v := self.value(cls, c))), None)
        if found is None and cls == "mission" and housed(token) != token:
            return self.value(cls, housed(token))
        if cls == "envoy" and token.lower_ == "men":
            return None  # "its man in Lima" is an envoy, "its men" are soldiers
        found = one_meant(token, self.value) if found is None and cls == "envoy" else found
        if found is None and stands_for_one(cls, token):
            meant = standing_for(cls, token)
            found = next((v for noun in meant if (v := self.value(cls, noun)) is not None), None)
        return implied(cls, token) if found is None else found
