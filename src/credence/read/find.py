"""Pattern against clause: which sightings a parsed sentence gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from spacy.tokens import Token

from credence.catalog.cues import Cues
from credence.catalog.lexicon import Lexicon
from credence.catalog.patterns import Pattern, Slot
from credence.model.document import Span
from credence.model.sighting import Filler, Sighting
from credence.read.clauses import Clause, clauses, fold
from credence.read.compile import Compiled
from credence.read.mood import polarity_and_mood
from credence.read.parsed import ParsedSentence
from credence.read.phrases import coordinated, phrase, spread

_PLACES = ("in", "at", "inside", "to", "from", "into")
_CLASS = {"missions": "mission"}
_CURRENCY = {"$", "€", "£", "¥"}


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

    def sightings(self, sentence: ParsedSentence) -> Iterator[Sighting]:
        """Give every sighting of a parsed sentence, in the order of the predicates and patterns."""
        for clause in clauses(sentence.doc, self.cues):
            for pattern in self._candidates(clause):
                fillers = self._match(pattern, clause, sentence.span.start)
                if fillers is not None:
                    yield self._sighting(pattern, clause, fillers, sentence)

    def _candidates(self, clause: Clause) -> tuple[Pattern, ...]:
        nouns = self.compiled.nouns.get(fold(clause.anchor.lemma_), ()) if clause.nominal else ()
        return (*nouns, *self.compiled.by_predicate.get(clause.predicate, ()))

    def _sighting(
        self, pattern: Pattern, clause: Clause, fillers: tuple[Filler, ...], sentence: ParsedSentence
    ) -> Sighting:
        polarity, mood = polarity_and_mood(clause, self.cues)
        if pattern.polarity == "denied":
            polarity = "affirmed" if polarity == "denied" else "denied"
        offset = sentence.span.start
        anchor = clause.anchor
        return Sighting(
            kind=pattern.kind,
            pattern=pattern.id,
            fillers=(*fillers, *self._surroundings(clause, offset)),
            fixed=pattern.fixed,
            polarity=polarity,
            mood=mood if mood != "actual" or pattern.mood is None else cast("Literal['planned']", pattern.mood),
            step=pattern.step,
            quote=_quote(clause, offset),
            sentence=sentence.number,
            anchor=Span(offset + anchor.idx, offset + anchor.idx + len(anchor)),
            scope=_scope(anchor, offset),
            tense=_tense(anchor, mood),
        )

    def _surroundings(self, clause: Clause, offset: int) -> Iterator[Filler]:
        """Places the clause names, which may complete a mission's or an envoy's host."""
        for preposition, tokens in clause.obliques:
            if preposition in _PLACES:
                for token in tokens:
                    yield Filler(f"@{preposition}", "place", phrase(token, offset))

    def _match(self, pattern: Pattern, clause: Clause, offset: int) -> tuple[Filler, ...] | None:
        """Give the fillers if every slot and literal of the pattern is met.

        A pattern without a patient is not met by a clause that has one: "withdrew from", not "withdrew its envoy from".
        """
        held: list[Token] = []
        for words in pattern.literals:
            met = _literal(words, clause)
            if met is None:
                return None
            held.extend(met)
        if pattern.patient is None and not clause.passive and set(clause.patients) - set(held) - _of(clause):
            return None
        found: list[Filler] = []
        for slot, tokens in self._places(pattern, clause, held):
            fitting = [t for t in tokens if t not in held and self.fits(slot.type, t)]
            if fitting:
                found.extend(
                    Filler(
                        slot.role, slot.type, phrase(t, offset), self.value(_CLASS.get(slot.type, slot.type), t) or ""
                    )
                    for t in fitting
                )
            elif not slot.optional:
                return None
        return tuple(found)

    def _places(self, pattern: Pattern, clause: Clause, held: list[Token]) -> Iterator[tuple[Slot, tuple[Token, ...]]]:
        if pattern.agent is not None:
            yield pattern.agent, clause.agents
        if pattern.patient is not None:
            yield pattern.patient, clause.patients or clause.complements
        nested = [pair for token in held for pair in _after(token)]
        for slot in pattern.obliques:
            yield slot, self._governed(slot, (*nested, *clause.obliques), held)

    def _governed(
        self, slot: Slot, obliques: tuple[tuple[str, tuple[Token, ...]], ...], held: list[Token]
    ) -> tuple[Token, ...]:
        """Tokens after the likeliest of a slot's prepositions that has any fit."""
        for preposition in slot.prepositions:
            tokens = [t for prep, ts in obliques if prep == preposition for t in ts if self.fits(slot.type, t)]
            if not tokens and preposition == "of":  # "Kabul's control"
                tokens = [one for t in held for c in t.children if c.dep_ == "poss" for one in coordinated(c)]
            if tokens:
                return tuple(dict.fromkeys(tokens))
        return ()

    def fits(self, kind: str, token: Token) -> bool:
        """Tell whether a token can head a phrase of a slot's type."""
        if kind == "money":
            return _is_money(token)
        if self.lexicon.classify("calendar", (), token.lemma_.lower()) is not None:
            return False
        if kind == "missions":
            return self.value("mission", token) is not None and any(c.dep_ == "nummod" for c in token.children)
        if kind == "territory" and token.pos_ in {"PROPN", "PRON"}:
            return True
        if kind in self.lexicon.classes:
            return self.value(kind, token) is not None
        if kind == "person":
            return token.pos_ in {"PROPN", "PRON"}
        if kind == "party":
            return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"} and self.value("mission", token) is None
        return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "VERB", "NUM"}

    def value(self, cls: str, token: Token) -> str | None:
        """Give the lexicon's value of the noun a token heads, in a class; None if it is not of that class."""
        if cls not in self.lexicon.classes:
            return None
        before = [c.lemma_.lower() for c in token.lefts if c.dep_ in {"compound", "amod", "nmod"}]
        after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
        words = " ".join(t.lower_ for t in token.subtree)
        found = self.lexicon.classify(cls, before, token.lemma_.lower(), after, words)
        if found is None and token.pos_ == "PROPN" and cls == "envoy":  # "Ambassador Shen Zhifei"
            titles = [c.lemma_.lower() for c in token.lefts if c.dep_ == "compound"]
            found = next((v for t in titles if (v := self.lexicon.classify(cls, (), t)) is not None), None)
        return found


def _of(clause: Clause) -> set[Token]:
    """What a nominalisation has after "of", which a pattern may ask for by the preposition, too."""
    return {t for prep, tokens in clause.obliques if prep == "of" for t in tokens} if clause.nominal else set()


def _literal(words: frozenset[str], clause: Clause) -> list[Token] | None:
    """Find a bare word of a pattern as object, complement or particle; None if it is not there."""
    folded = {fold(word) for word in words}
    if folded & clause.particles:
        return []
    placed = (t for _, tokens in clause.obliques for t in tokens)
    tokens = [t for t in (*clause.patients, *clause.complements, *placed) if fold(t.lemma_) in folded]
    return tokens or None


def _after(token: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for prep in token.children:
        if prep.dep_ in {"prep", "agent"}:
            yield prep.lower_, tuple(one for n in prep.children if n.dep_ == "pobj" for one in spread(n))


def _is_money(token: Token) -> bool:
    if token.lower_ in _CURRENCY:
        return True
    return any(t.lower_ in _CURRENCY or t.lemma_.lower() in {"dollar", "euro", "pound"} for t in token.subtree)


def _quote(clause: Clause, offset: int) -> Span:
    """The words of the clause: predicate and arguments, without what is merely coordinated or subordinate to it."""
    tokens = [clause.anchor]
    for child in clause.anchor.children:
        if child.dep_ == "prep" and any(c.dep_ == "pcomp" for c in child.children):
            continue  # "despite not being recognised": a clause of its own
        if child.dep_ in {
            "nsubj",
            "nsubjpass",
            "dobj",
            "agent",
            "prep",
            "attr",
            "acomp",
            "xcomp",
            "dative",
            "aux",
            "auxpass",
        }:
            tokens.extend(child.subtree)
        elif child.dep_ in {"poss", "amod", "compound", "neg", "prt", "advmod", "npadvmod", "oprd", "det", "nummod"}:
            tokens.append(child)
    if clause.anchor.dep_ in {"relcl", "acl"}:
        tokens.append(clause.anchor.head)
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    while last.is_punct and last.i > first.i and last.text not in "\"')":
        last = last.nbor(-1)
    while first.is_punct and first.i < last.i and first.text not in "\"'(":
        first = first.nbor(1)
    return Span(offset + first.idx, offset + last.idx + len(last))


def _scope(anchor: Token, offset: int) -> Span:
    """The clause with the verbs over it that have no time of their own: "was the first to accept", "agreed to open"."""
    top = anchor
    while top.dep_ in {"xcomp", "acl", "pcomp", "prep", "attr", "dobj", "pobj"} and top.head is not top:
        top = top.head
        if top.dep_ in {"relcl", "ccomp", "advcl", "ROOT"}:
            break
    first, last = top.left_edge, top.right_edge
    return Span(offset + first.idx, offset + last.idx + len(last))


def _tense(anchor: Token, mood: str) -> Literal["past", "present", "future"]:
    if mood == "planned" or any(c.lower_ in {"will", "shall"} for c in anchor.children if c.dep_ == "aux"):
        return "future"
    if anchor.tag_ in {"VBD", "VBN"} or any(
        c.tag_ == "VBD" or c.lower_ in {"have", "has", "had"} for c in anchor.children
    ):
        return "past"
    return "present" if anchor.tag_ in {"VBP", "VBZ", "VBG"} else "past"
