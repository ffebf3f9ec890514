"""Plain predicate–argument clauses out of the dependency tree.

Passives, relatives, participles, control and raising, coordination, copulas and nominalisations ("Oman's acceptance of
…", "the withdrawal from …") all come out in one form, so that patterns never see a dependency label.
The idea is that of PropS and of predicate–argument extraction in event coders (Schrodt's PETRARCH2, Norris's
UniversalPetrarch); the rules are our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from credence.catalog.cues import Cues
from credence.read.phrases import coordinated, spread

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_WH = {"WDT", "WP", "WP$", "WRB"}
_INHERITING = {"xcomp", "advcl", "pcomp", "acl", "conj", "ccomp", "prep"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments, whatever the sentence made of them.

    Attributes:
        predicate: Lemma of the verb or, for a nominalisation, of the verb it stands for; "be" for copulas.
        anchor: Token of the predicate.
        agents: Who does it, distributed.
        patients: To whom or what it is done, distributed.
        complements: What a copula or small clause says of the subject ("open", "ambassador").
        obliques: Preposition and the tokens after it; also "to" for datives. Those of the patient come last.
        particles: Particles and fixed adverbs of the predicate ("over", "back", "off").
        nominal: Whether it is a nominalisation.
        passive: Whether the verb is passive.
    """

    predicate: str
    anchor: Token
    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    complements: tuple[Token, ...] = ()
    obliques: tuple[tuple[str, tuple[Token, ...]], ...] = ()
    particles: frozenset[str] = field(default=frozenset())
    nominal: bool = False
    passive: bool = False


def clauses(doc: Doc, cues: Cues) -> tuple[Clause, ...]:
    """Give every clause of a parsed sentence, in the order of its predicates."""
    found: list[Clause] = []
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            found.append(_verbal(token, cues))
        elif token.pos_ in {"NOUN", "PROPN"} and fold(token.lemma_) in cues.nominals:
            found.append(_nominal(token, cues))
    return tuple(found)


def fold(lemma: str) -> str:
    """Fold spelling variants of a lemma together: lower case, "-ise" to "-ize", "-our" to "-or"."""
    word = lemma.lower()
    for british, american in (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("our", "or")):
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + american
    return word


def _verbal(verb: Token, cues: Cues) -> Clause:
    passive = is_passive(verb)
    subjects = tuple(subjects_of(verb, cues))
    objects = tuple(_objects(verb))
    agents, patients = (tuple(_by(verb)), subjects) if passive else (subjects, objects)
    named, called = _small_clause(verb)
    obliques = [*_obliques(verb), *(((), (("to", objects),))[bool(passive and objects)])]
    if not passive and not patients:
        patients = tuple(named or _relative_object(verb))
    nested = [pair for patient in patients[:1] for pair in _obliques(patient)]
    return Clause(
        predicate=fold(verb.lemma_),
        anchor=verb,
        agents=agents,
        patients=patients,
        complements=(*_complements(verb), *called),
        obliques=(*obliques, *nested),
        particles=frozenset(c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"}),
        passive=passive,
    )


def _nominal(noun: Token, cues: Cues) -> Clause:
    obliques = tuple(_obliques(noun))
    by = tuple(t for prep, tokens in obliques if prep == "by" for t in tokens)
    owners = tuple(one for child in noun.children if child.dep_ == "poss" for one in coordinated(child))
    modifiers = tuple(
        one for child in noun.children if child.dep_ in {"amod", "compound", "nmod"} for one in coordinated(child)
    )
    inside = tuple(t for prep, tokens in obliques if prep == "of" for t in tokens)
    return Clause(
        predicate=cues.nominals[fold(noun.lemma_)],
        anchor=noun,
        agents=by or owners or modifiers,
        patients=inside or (owners if by else ()),
        obliques=obliques,
        nominal=True,
    )


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive: with an auxiliary, reduced ("envoys named by"), or beside one that is."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "ccomp", "ROOT"} and not any(c.dep_ == "dobj" for c in verb.children)


def subjects_of(verb: Token, cues: Cues) -> Iterator[Token]:
    """Give the subjects of a verb, its own or those it inherits by relative, control, participle or coordination."""
    own = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if own:
        for subject in own:
            yield from _antecedents(subject, verb, cues)
    elif verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
        yield from _from_noun(verb, cues)
    elif verb.dep_ in _INHERITING or verb.dep_ == "relcl":
        yield from _inherited(verb, cues)


def _antecedents(subject: Token, verb: Token, cues: Cues) -> Iterator[Token]:
    """A relative pronoun stands for the noun its clause hangs on."""
    if subject.tag_ in _WH or (subject.lower_ == "that" and subject.tag_ in {"WDT", "IN", "DT"}):
        clause = verb
        while clause.dep_ == "conj":
            clause = clause.head
        if clause.dep_ == "relcl":
            yield from _stands_for(clause.head, cues)
            return
    yield from spread(subject)


def _stands_for(noun: Token, cues: Cues) -> Iterator[Token]:
    """The noun, or what it is said to be: "China became the first to receive" is about China."""
    verb = noun.head
    if noun.dep_ in {"attr", "oprd"} and verb.pos_ in {"VERB", "AUX"}:
        yield from subjects_of(verb, cues)
    else:
        yield from spread(noun)


def _from_noun(verb: Token, cues: Cues) -> Iterator[Token]:
    noun = verb.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if not infinitive or noun.lower_ in {"first", "second", "third", "only", "last", "latest", "next"}:
        yield from _stands_for(noun, cues)
        return
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [t for prep, tokens in _obliques(noun) if prep in {"of", "by"} for t in tokens]
    if owners:  # "the failure of X to …", "Berlin's decision to …"
        for owner in owners:
            yield from coordinated(owner)
    elif noun.dep_ in {"dobj", "attr", "nsubjpass", "pobj"}:
        head = noun.head if noun.dep_ != "pobj" else noun.head.head
        yield from (subjects_of(head, cues) if noun.dep_ != "attr" else _stands_for(noun, cues))
    else:
        yield from _stands_for(noun, cues)


def _inherited(verb: Token, cues: Cues) -> Iterator[Token]:
    """The subject of a clause that has none: that of the clause above, or its object under "urge", "ask"."""
    head = _up(verb.head, {"prep", "agent", "pcomp"})
    if head.pos_ in {"NOUN", "PROPN"} and head.dep_ in {"dobj", "pobj", "attr"}:
        owners = [c for c in head.children if c.dep_ == "poss"]
        if owners:
            yield from owners
            return
        head = _up(head, None)
    if head is verb or head.pos_ not in {"VERB", "AUX"}:
        return
    objects = [c for c in head.children if c.dep_ in {"dobj", "dative"}]
    if verb.dep_ in {"xcomp", "ccomp"} and objects and fold(head.lemma_) in cues.object_control:
        for one in objects:
            yield from spread(one)
    else:
        yield from subjects_of(head, cues)


def _up(token: Token, relations: set[str] | None) -> Token:
    """Climb to the verb above, through the relations given or through all."""
    while token.pos_ not in {"VERB", "AUX"} and token.head is not token:
        if relations is not None and token.dep_ not in relations:
            break
        token = token.head
    return token


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "dobj":
            if child.tag_ in _WH and _relative(verb) is not None:
                yield from _relative_object(verb)
            else:
                yield from spread(child)


def _small_clause(verb: Token) -> tuple[list[Token], list[Token]]:
    """Object and complement of "declared it a terrorist group", where the complement holds its own subject."""
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp"} and child.pos_ in {"NOUN", "PROPN", "ADJ"}:
            own = [c for c in child.children if c.dep_ == "nsubj"]
            if own and not any(c.dep_ in {"cop", "aux", "mark"} for c in child.children):
                return spread(own[0]), [child]
    return [], []


def _relative(verb: Token) -> Token | None:
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"}:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else None


def _relative_object(verb: Token) -> Iterator[Token]:
    """The noun a relative clause takes as its object: "the embassy (which) it closed"."""
    noun = _relative(verb)
    if noun is None or not any(c.dep_ in _SUBJECTS and c.tag_ not in _WH for c in verb.children):
        return
    fronted = [c for c in verb.children if c.tag_ in _WH and c.dep_ in {"dobj", "pobj"}]
    gap = not any(c.dep_ == "prep" and any(g.tag_ in _WH for g in c.children) for c in verb.children)
    if fronted or (gap and not any(c.tag_ == "WRB" for c in verb.children)):
        yield from spread(noun)


def _by(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from spread(noun)


def _complements(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"attr", "acomp", "oprd"}:
            yield from coordinated(child)


def _obliques(token: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Preposition by preposition, what hangs on a verb or noun; datives count as "to"."""
    for child in token.children:
        if child.dep_ == "dative":
            nouns = [c for c in child.children if c.dep_ == "pobj"] if child.pos_ == "ADP" else [child]
            yield "to", tuple(one for noun in nouns for one in spread(noun))
        elif child.dep_ in {"prep", "agent"}:
            yield from _after(child)


def _after(prep: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for noun in prep.children:
        if noun.dep_ == "pobj":
            relative = noun.tag_ in _WH and _relative(prep.head)
            yield prep.lower_, tuple(spread(relative if isinstance(relative, Token) else noun))
        elif noun.dep_ in {"prep", "conj"} and noun.pos_ == "ADP":
            yield from _after(noun)
