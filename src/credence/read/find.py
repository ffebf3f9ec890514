"""Pattern against clause: which sightings a parsed sentence gives."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from spacy.tokens import Token

from credence.catalog.cues import Cues
from credence.catalog.lexicon import Lexicon
from credence.catalog.patterns import Pattern, Slot
from credence.catalog.spelling import fold
from credence.model.document import Span
from credence.model.sighting import Filler, Phrase, Sighting
from credence.read.anaphors import nouns_meant, things_meant
from credence.read.clauses import Clause, clauses
from credence.read.compile import Compiled
from credence.read.ellipsis import with_repeats
from credence.read.extent import quote_of, tense_of
from credence.read.mood import is_said, polarity_and_mood, refuses
from credence.read.parsed import ParsedSentence
from credence.read.phrases import coordinated, is_new, phrase, spread
from credence.read.reaches import is_main, is_news, reaches_of
from credence.read.subjects import tallied

_JUDGING = {"stance.condemn", "stance.praise"}
_OF_PARTIES = {"accuse", "blame", "thank", "congratulate"}
_VAGUE = frozenset({"it", "them"})  # an act as often as a party
_LIGHT = {
    "act",
    "action",
    "behavior",
    "behaviour",
    "decision",
    "development",
    "gesture",
    "move",
    "policy",
    "step",
    "thing",
}
_PLACES = ("in", "at", "inside", "to", "from", "into")
_RAISING = {"have", "need", "be", "begin", "start", "continue", "cease", "force", "expect"}
_ASKING = {"ask", "tell", "order", "force", "require", "instruct", "request", "urge", "demand", "direct", "oblige"}
_CURRENCY = {"$", "€", "£", "¥"}
_CURRENCIES = {"dollar", "euro", "pound", "rupee", "yuan", "rouble", "ruble", "riyal", "dirham", "lira", "franc", "yen"}
_DEEP = 4  # how far a noun's relatives and light nouns are followed


@dataclass(frozen=True, slots=True)
class Finder:
    """Everything matching needs, made once.

    Attributes:
        compiled: Patterns, ready.
        lexicon: Word classes for typed slots.
        cues: Cues of polarity and mood, and grammar words.
    """

    compiled: Compiled
    lexicon: Lexicon
    cues: Cues

    def sightings(self, sentences: Iterable[ParsedSentence]) -> Iterator[Sighting]:
        """Give every sighting of a text's parsed sentences, in the order of the predicates and patterns."""
        before: tuple[Clause, ...] = ()
        number = -1
        for sentence in sentences:
            sentence.doc.user_data["start"] = sentence.span.start
            found = clauses(sentence.doc, self.cues)
            earlier = before if sentence.number == number + 1 else ()
            before, number = with_repeats(found, earlier, self.cues, self._is_date), sentence.number
            yield from self._met([c for c in before if is_said(c, self.cues)], sentence)

    def _met(self, found: Sequence[Clause], sentence: ParsedSentence) -> Iterator[Sighting]:
        """Match patterns; a noun that a verb's pattern holds already gives no sighting of its own."""
        met = [(c, p, m) for c in found for p in self._candidates(c) if (m := self._match(p, c)) is not None]
        taken = {t.i for clause, _, (_, held) in met for t in held if t.i != clause.anchor.i}
        for clause, pattern, (fillers, _) in met:
            if clause.anchor.i not in taken:
                yield self._sighting(pattern, clause, fillers, sentence)

    def _is_date(self, token: Token) -> bool:
        year = token.pos_ == "NUM" and token.text.isdigit()
        return year or self.lexicon.classify("calendar", (), token.lemma_.lower()) is not None

    def _candidates(self, clause: Clause) -> tuple[Pattern, ...]:
        nouns = self.compiled.nouns.get(fold(clause.anchor.lemma_), ()) if clause.nominal else ()
        return (*nouns, *self.compiled.by_predicate.get(clause.predicate, ()))

    def _sighting(
        self, pattern: Pattern, clause: Clause, fillers: tuple[Filler, ...], sentence: ParsedSentence
    ) -> Sighting:
        polarity, mood = polarity_and_mood(clause, self.cues)
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
            news=is_news(clause, sentence.number),
        )

    def _surroundings(self, clause: Clause) -> Iterator[Filler]:
        """Places the clause names, which may complete a mission's or an envoy's host."""
        for preposition, tokens in clause.obliques:
            if preposition in _PLACES:
                for token in tokens:
                    yield Filler(f"@{preposition}", "place", phrase(token, _start(token)))
        for noun in _places_above(clause.anchor):
            yield Filler("@in", "place", phrase(noun, _start(noun)))
        for token in _askers(clause.anchor):
            yield Filler("@asker", "party", phrase(token, _start(token)))
        for token in _there(clause):
            yield Filler("@there", "place", phrase(token, _start(token)))

    def _match(self, pattern: Pattern, clause: Clause) -> tuple[tuple[Filler, ...], list[Token]] | None:
        """Give the fillers, and the tokens held as literals, if every slot and literal of the pattern is met.

        A pattern without a patient is not met by a clause that has one: "withdrew from", not "withdrew its envoy from".
        """
        if not self._may(pattern, clause):
            return None
        held: list[Token] = []
        for words in pattern.literals:
            met = _literal(words, clause)
            if met is None:
                return None
            held.extend(met)
        if pattern.patient is None and not clause.passive and set(clause.patients) - set(held) - _of(clause):
            return None
        found: list[Filler] = []
        for number, (slot, tokens) in enumerate(self._places(pattern, clause, held)):
            vague = _vague(pattern, slot, clause)
            fitting = [t for t in tokens if t not in held and t.lower_ not in vague and self.fits(slot.type, t)]
            if not fitting and not slot.optional:
                return None
            cls = slot.word_class
            found.extend(
                Filler(
                    slot.role,
                    cls if cls == "envoy" else slot.type,
                    _phrase_in(clause, t),
                    self.value(cls, t) or "",
                    number,
                )
                for t in fitting
            )
        return tuple(found), held

    def _may(self, pattern: Pattern, clause: Clause) -> bool:
        """Whether nothing forbids a pattern: one of its ``unless``, or the polarity that it needs."""
        if pattern.unless and _forbids(pattern.unless, clause):
            return False
        if pattern.passive and (not clause.passive or clause.agents):
            return False
        if pattern.polarity not in {"negated", "asserted", "denying"} and pattern.mood != "actual":
            return True
        polarity, mood = polarity_and_mood(clause, self.cues)
        if pattern.mood == "actual" and mood != "actual":
            return False
        denied = polarity == "denied"
        return pattern.polarity in {None, "denied"} or denied == (pattern.polarity != "asserted")

    def _places(self, pattern: Pattern, clause: Clause, held: list[Token]) -> Iterator[tuple[Slot, tuple[Token, ...]]]:
        if pattern.agent is not None:
            yield pattern.agent, _doers(pattern, clause)
        if pattern.patient is not None:
            yield pattern.patient, clause.patients or clause.complements
        nested = [pair for token in held for pair in self._after(token)]
        taken: list[Token] = []
        for slot in pattern.obliques:
            found = self._governed(slot, (*nested, *clause.obliques), held, taken)
            taken.extend(found)
            yield slot, found

    def _governed(
        self,
        slot: Slot,
        obliques: tuple[tuple[str, tuple[Token, ...]], ...],
        held: list[Token],
        taken: list[Token],
    ) -> tuple[Token, ...]:
        """Tokens after the likeliest of a slot's prepositions that has any fit, and that no slot before it took."""
        for preposition in slot.prepositions:
            placed = [t for prep, ts in obliques if prep == preposition for t in ts if t not in (*held, *taken)]
            tokens = [t for t in placed if self.fits(slot.type, t)]
            if tokens:
                return tuple(dict.fromkeys(tokens))
        return tuple(self._owners(slot, held)) if "of" in slot.prepositions else ()

    def _owners(self, slot: Slot, held: list[Token]) -> list[Token]:
        """What stands before a noun as if after "of": "Kabul's control", "Iranian funds", "a $3 million reward"."""
        sorts = ({"poss"}, {"amod", "compound", "nmod", "nummod"})
        for noun, relations in itertools.product(reversed(held), sorts):
            before = [one for c in noun.children if c.dep_ in relations for one in coordinated(c)]
            tokens = [t for t in before if self.fits(slot.type, t)]
            if slot.type == "party" and "poss" not in relations:  # "Moroccan sovereignty", but not "formal relations"
                tokens = [t for t in tokens if t.text[:1].isupper()]
            if slot.optional:  # "gave its recognition" does not say to whom
                tokens = [t for t in tokens if t.tag_ != "PRP$"]
            if tokens:
                return tokens
        return []

    def _after(self, token: Token, depth: int = 0) -> Iterator[tuple[str, tuple[Token, ...]]]:
        """What hangs on a noun by prepositions, its own or those of its relative: "sanctions (it) imposed on Chad".

        Light nouns are seen through: "a reward for information leading to the arrest of" a person is for the person.
        """
        for child in token.children:
            if child.dep_ in {"acl", "relcl"} and depth < _DEEP:
                yield from self._after(child, depth + 1)
            if child.dep_ == "dobj" and token.pos_ == "VERB" and not depth:  # "ceased to recognise Kosovo"
                yield "of", tuple(spread(child))
            if child.dep_ not in {"prep", "agent"}:
                continue
            nouns = [one for n in child.children if n.dep_ == "pobj" for one in spread(n)]
            yield child.lower_, tuple(nouns)
            if depth < _DEEP:
                for sum_ in filter(_is_money, nouns):  # "a reward of $5 million for"
                    yield from self._after(sum_, depth + 1)
                light = [noun for noun in nouns if self.value("light", noun) is not None]
                further = [self._after(noun, depth + 1) for noun in light]
                yield from ((child.lower_, tokens) for pairs in further for _, tokens in pairs)

    def fits(self, kind: str, token: Token) -> bool:
        """Tell whether a token can head a phrase of a slot's type."""
        if kind == "money":
            return _is_money(token)
        if self.lexicon.classify("calendar", (), token.lemma_.lower()) is not None:
            return False
        if kind == "missions":
            return self.value("mission", token) is not None and any(c.dep_ == "nummod" for c in token.children)
        if kind == "count":
            return self._counted(token)
        if kind == "newcomer":
            return self.value("envoy", token) is not None and is_new(token)
        if kind in {"person", "named"}:
            return token.pos_ in {"PROPN", "PRON"}
        if kind == "territory" and token.pos_ == "PROPN":  # "it" is more often an embassy or a ministry
            return True
        return self.value(kind, token) is not None if kind in self.lexicon.classes else self._heads(kind, token)

    def _heads(self, kind: str, token: Token) -> bool:
        """Whether a token's part of speech lets it head a phrase of a type without a word class."""
        if kind == "party":
            if token.text.isdigit() and any(c.lower_ == "of" for c in token.children):  # "110 of the 193 members"
                return False
            return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"} and self.value("mission", token) is None
        return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "VERB", "NUM"}

    def _counted(self, token: Token) -> bool:
        """Whether a noun or number counts states: "117 states", "some 140 of the 193 members"."""
        if token.pos_ == "NUM":
            if token.dep_ == "nsubj" or (token.dep_ == "pobj" and tallied(token)):  # "106 do not recognise it"
                return True
            below = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
            return any(self.value("states", noun) is not None for noun in below)
        return self.value("states", token) is not None and any(c.dep_ == "nummod" for c in token.children)

    def value(self, cls: str, token: Token) -> str | None:
        """Give the lexicon's value of the noun a token heads, in a class; None if it is not of that class."""
        if cls not in self.lexicon.classes:
            return None
        before = [c.lemma_.lower() for c in token.lefts if c.dep_ in {"compound", "amod", "nmod"}]
        after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
        words = " ".join(t.lower_ for t in token.subtree)
        found = self.lexicon.classify(cls, before, token.lemma_.lower(), after, words)
        if found is None and token.pos_ == "PROPN" and cls in {"envoy", "mission"}:  # "Ambassador X", "Embassy Kabul"
            titles = [c.lemma_.lower() for c in token.lefts if c.dep_ == "compound"]
            found = next((v for t in titles if (v := self.lexicon.classify(cls, (), t)) is not None), None)
            beside = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
            found = found or next((v for noun in beside if (v := self.value(cls, noun)) is not None), None)
        if found is None and cls in {"mission", "ties"}:
            meant = (*(nouns_meant(token) if cls == "mission" else ()), *things_meant(token))
            found = next((v for noun in meant if (v := self.value(cls, noun)) is not None), None)
        return found


def _phrase_in(clause: Clause, token: Token) -> Phrase:
    """Make the phrase of a token; in a repeated clause "its" is no longer the first subject's."""
    made = phrase(token, _start(token))
    if clause.repeats is None:
        return made
    own = [("poss", phrase(one, _start(one), 1)) for one in clause.subjects] if len(clause.subjects) == 1 else []
    kept = [link for link in made.links if link[0] != "poss" or link[1].form != "pronoun"]
    return replace(made, links=tuple([*own, *kept] if len(kept) < len(made.links) else kept))


def _places_above(anchor: Token) -> Iterator[Token]:
    """Places beside the verb that a predicate is raised by: "In Oslo the embassy had to close"."""
    above = anchor.head
    if anchor.dep_ == "xcomp" and above.lemma_ in _RAISING:
        for child in above.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "at"}:
                yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _there(clause: Clause) -> Iterator[Token]:
    """Adverbs of place of a clause, or of who and what it names: "the embassy there"."""
    for token in (clause.anchor, *clause.agents, *clause.patients):
        yield from (c for c in token.children if c.dep_ == "advmod" and c.lower_ in {"there", "here"})


def _askers(anchor: Token) -> Iterator[Token]:
    """Who asks another to do it: "Peru told Chile to close its consulate"."""
    to = any(child.dep_ == "aux" and child.tag_ == "TO" for child in anchor.children)
    if to and anchor.dep_ in {"xcomp", "ccomp"} and anchor.head.lemma_ in _ASKING:
        yield from (child for child in anchor.head.children if child.dep_ == "nsubj")


def _start(token: Token) -> int:
    """Where the sentence of a token begins in the stored text: a repeated clause has tokens of two sentences."""
    return int(token.doc.user_data["start"])


def _doers(pattern: Pattern, clause: Clause) -> tuple[Token, ...]:
    """The agents; or what a participle without auxiliary is said of: "embassy in Lima reopened"."""
    bare = clause.passive and not any(c.dep_ == "auxpass" for c in clause.anchor.children)
    return clause.agents or (clause.patients if bare and pattern.patient is None else ())


def _of(clause: Clause) -> set[Token]:
    """What a nominalisation has after "of", which a pattern may ask for by the preposition, too."""
    return {t for prep, tokens in clause.obliques if prep == "of" for t in tokens} if clause.nominal else set()


def _forbids(words: frozenset[str], clause: Clause) -> bool:
    """Whether one of the words that must not stand there does."""
    return _literal(words, clause) is not None or _so(words, clause) or _doing(words, clause)


def _so(words: frozenset[str], clause: Clause) -> bool:
    """Whether an adjective of a pattern's words stands before a complement or object: "became the first member"."""
    things = (*clause.patients, *clause.complements)
    return any(c.dep_ == "amod" and fold(c.lemma_) in words for thing in things for c in thing.children)


def _doing(words: frozenset[str], clause: Clause) -> bool:
    """Whether one of a pattern's words stands as a gerund after a preposition: "joined the union in calling for"."""
    placed = (t for c in clause.anchor.children if c.dep_ == "prep" for t in c.children)
    return any(t.dep_ == "pcomp" and fold(t.lemma_) in words for t in placed)


def _literal(words: frozenset[str], clause: Clause) -> list[Token] | None:
    """Find a bare word of a pattern as object, complement or particle; None if it is not there."""
    folded = {fold(word) for word in words}
    if folded & clause.particles:
        return []
    placed = (t for _, tokens in clause.obliques for t in tokens)
    tokens = [t for t in (*clause.patients, *clause.complements, *placed) if fold(t.lemma_) in folded]
    return tokens or [t for t in _qualities(clause) if fold(t.lemma_) in folded] or None


def _vague(pattern: Pattern, slot: Slot, clause: Clause) -> frozenset[str]:
    """Pronouns that a slot is not met by: "denounced it" is about an act as often as about a party."""
    judged = slot.role == "target" and pattern.kind in _JUDGING and clause.predicate not in _OF_PARTIES
    return _VAGUE if judged else frozenset()


def _qualities(clause: Clause) -> Iterator[Token]:
    """What something is called by an adjective: "a hostile act", "as a historic step"."""
    called = (t for prep, tokens in clause.obliques if prep == "as" for t in tokens)
    for thing in (*clause.complements, *called):
        if thing.lemma_.lower() in _LIGHT:
            yield from (c for c in thing.children if c.dep_ == "amod")


def _is_money(token: Token) -> bool:
    if token.lower_ in _CURRENCY:
        return True
    return any(t.lower_ in _CURRENCY or t.lemma_.lower() in _CURRENCIES for t in token.subtree)
