"""Clauses that say an earlier one again: "so did Peru", "Chile followed suit", "and Nauru in 2009", "Oman did not"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from credence.catalog.cues import Cues
from credence.read.clauses.acts import Told
from credence.read.clauses.clauses import Clause
from credence.read.clauses.echoes import PLACES, IsDate, is_among_them
from credence.read.clauses.obliques import WH
from credence.read.clauses.remnants import filled
from credence.read.clauses.takenup import is_place_taken
from credence.read.matching.apart import counted, set_apart
from credence.read.matching.around import Around
from credence.read.nouns.phrases import coordinated
from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_NOUNS = {"NOUN", "PROPN", "PRON"}
_VERBS = {"VERB", "AUX"}

_ACTING = {"do", "take", "make", "follow"}  # what stands for an active verb only
_ITS = {"its", "their"}
_NOTHING = Told()
_BANNING = {"ban", "outlaw", "proscribe", "prohibit"}
_GOING = {"travel", "go", "fly", "head", "journey", "move", "proceed", "return", "continue"}
_VISITING = {"visit", "tour"}
_TO_WHOM = ("with", "against", "of", "to", "from", "on")


def with_repeats(
    found: Sequence[Clause],
    before: Sequence[Clause],
    cues: Cues,
    is_date: IsDate,
    told: Told = _NOTHING,
) -> tuple[Clause, ...]:
    """Add to the clauses of a sentence those that repeat another one with a subject of their own.

    Args:
        found: The clauses of the sentence.
        before: Those of the sentence before, if it stands directly before.
        cues: Words with which a clause is said again.
        is_date: Tells whether a token dates something.
        told: The last act of state that was told before.

    Returns:
        The clauses, rid of what belongs to the repeated ones, and those.
    """
    found = [one for clause in found for one in counted(clause)]
    again = tuple(_repeats(found, before, cues, is_date, told))
    again = (*again, *filled(found, again))
    again = (*again, *(one for clause in (*found, *again) for one in set_apart(clause)))
    nouns = {t for clause in again if clause.anchor.pos_ in _NOUNS for t in clause.subjects}
    kept = (c for c in found if not (c.predicate == "join" and {t.lower_ for t in c.patients} & {"them", "suit"}))
    rid = (_without(clause, nouns) if nouns else clause for clause in (*kept, *again))
    return tuple(one for clause in rid for each in _by_year(clause, is_date) for one in _each(each))


def _by_year(clause: Clause, is_date: IsDate) -> Iterator[Clause]:
    """The clause of each name with a date of its own in brackets: "was recognised by Peru (2008), Chile (2009)"."""
    for role, tokens in (("agents", clause.agents), ("patients", clause.patients)):
        dated = [t for t in tokens if any(is_date(c) and c.i > t.i + 1 and left_of(c).text == "(" for c in t.children)]
        if len(dated) > 1 and not clause.nominal and clause.repeats is None:
            for token in tokens:
                own = (token,)
                made = replace(clause, agents=own) if role == "agents" else replace(clause, patients=own)
                yield replace(made, anchor=token, repeats=clause) if token in dated else made
            return
    yield clause


def _each(clause: Clause) -> Iterator[Clause]:
    """The clause of every agent on its own where "its" is about each: "neither Peru nor Chile closed its embassy"."""
    things = (*clause.patients, *(t for _, tokens in clause.obliques for t in tokens))
    own = any(c.lower_ == "its" for thing in things for c in thing.children)
    doers = tuple(t for t in clause.agents if t.tag_ not in WH) or clause.agents
    if clause.nominal or clause.passive or len(doers) < 2 or not own:
        yield clause if len(clause.agents) < 2 or not own else replace(clause, agents=doers)
        return
    for agent in doers:
        yield replace(clause, agents=(agent,), each=doers)


def _without(clause: Clause, nouns: set[Token]) -> Clause:
    own = clause.anchor  # "banned in Peru in 2002, Chile in 2004": a gap's noun is where it is done
    obliques = ((prep, tuple(t for t in ts if t not in nouns or t == own)) for prep, ts in clause.obliques)
    return replace(clause, obliques=tuple((prep, tokens) for prep, tokens in obliques if tokens))


def _repeats(
    found: Sequence[Clause], before: Sequence[Clause], cues: Cues, is_date: IsDate, told: Told
) -> Iterator[Clause]:
    around = Around(found, before, cues, is_date, told)
    made = [own for clause in found if (own := around.of_own(clause)) is not None]
    yield from made
    done = {own.anchor for own in made}
    for clause in (c for c in found if c.anchor not in done):
        subjects, whom, bases = around.meant(clause)
        if subjects:
            meant = [again for again in made if any(again.anchor == base.anchor for base in bases)] or bases
            aimed = (_aimed(one, whom, is_date) for one in meant if _may(one, clause))
            firsts = [one for one in aimed if one is not None]
            kept = tuple(pair for pair in clause.obliques if not whom or pair[1] != whom)
            said = tuple(_again(clause.anchor, subjects, firsts, kept))
            made += said
            yield from said
            for group in (g for t in _gapped(clause, is_date) for g in _by_date(tuple(coordinated(t)), is_date)):
                yield from _again(group[0], group, said, ())
    for clause in found:
        if not clause.nominal and clause.subjects:
            for token in _gapped(clause, is_date) if not _ambiguous(clause, is_date) else ():
                for group in _by_date(tuple(coordinated(token)), is_date):
                    onward = _onward(clause, group)
                    yield from _again(group[0], group, (clause,), ()) if onward is None else (onward,)
            yield from _turns(clause, is_date)
            yield from _each_its_own(clause)


def _onward(clause: Clause, places: tuple[Token, ...]) -> Clause | None:
    """The clause once more to where somebody goes next: "will travel to Lima on 3 July and Quito on 5 July"."""
    if clause.predicate in _VISITING and any(t.pos_ == "PROPN" for t in clause.patients):
        return replace(clause, patients=places, anchor=places[0], repeats=clause)
    kept = tuple(pair for pair in clause.obliques if pair[0] != "to")
    if clause.predicate not in _GOING or clause.patients or len(kept) == len(clause.obliques):
        return None
    return replace(clause, obliques=(("to", places), *kept), anchor=places[0], repeats=clause)


def _each_its_own(clause: Clause) -> Iterator[Clause]:
    """The clause once more of a name beside "its" own: "closed its embassy in Kenya and Chile its consulate"."""
    verb = clause.anchor
    if clause.passive or not any(c.lower_ in _ITS for t in clause.patients for c in t.children):
        return
    for own in verb.subtree:
        name = left_of(own) if own.lower_ in _ITS and own.i > verb.i else verb
        if name.pos_ != "PROPN" or name.left_edge.i == 0 or own.head.pos_ != "NOUN" or own.dep_ != "poss":
            continue
        if name.doc[name.left_edge.i - 1].lower_ in {"and", ",", ";", "but", "while"} and name.i > verb.i:
            yield replace(clause, agents=(name,), patients=(own.head,), obliques=(), anchor=name, repeats=clause)


def _ambiguous(clause: Clause, is_date: IsDate) -> bool:
    """Whether "recognised Peru in 2008 and Chile in 2011" leaves open who Chile is: no comma tells."""
    if clause.predicate != "recognize" or clause.passive or any(t.pos_ != "PROPN" for t in clause.patients):
        return False
    dates = [t for _, tokens in clause.obliques for t in tokens if is_date(t)]
    behind = [t.lower_ for t in clause.anchor.doc[dates[0].i + 1 : dates[0].i + 8]] if dates else []
    return behind[:1] == ["and"] and not {"later", "earlier", "afterwards"} & set(behind)


def _by_date(nouns: tuple[Token, ...], is_date: IsDate) -> Iterator[tuple[Token, ...]]:
    """Nouns in groups, each up to a date: "Nicaragua in 2010, Chile and Peru in 2012"."""
    group: list[Token] = []
    for noun, following in zip(nouns, (*nouns[1:], None), strict=True):
        group.append(noun)
        end = noun.i + 4 if following is None else min(noun.i + 4, following.i)
        if following is None or any(is_date(t) for t in noun.doc[noun.i + 1 : end]):
            yield tuple(group)
            group = []


def _turns(clause: Clause, is_date: IsDate) -> Iterator[Clause]:
    """The clause once more after another date: "with Peru in 2009, and with Chile in 2012", "by Peru in 2008, by"."""
    verb = clause.anchor
    if sum(is_date(t) for _, tokens in clause.obliques for t in tokens) < 2 or verb.pos_ not in _VERBS:
        return
    seen = {c.lower_ for one in (verb, *clause.patients) for c in one.children if c.dep_ in {"prep", "agent"}}
    for prep in _later_preps(verb):
        nouns = [one for c in prep.children if c.dep_ == "pobj" for one in coordinated(c)]
        if prep.lower_ not in seen or not nouns or any(is_date(t) or t.pos_ != "PROPN" for t in nouns):
            continue
        if not any(is_date(t) for t in verb.doc[nouns[-1].i + 1 : nouns[-1].i + 4]):
            continue
        if clause.passive and prep.lower_ == "by":
            yield replace(clause, agents=tuple(nouns), anchor=nouns[0], repeats=clause)
            continue
        kept = tuple((p, ts) for p, ts in clause.obliques if p != prep.lower_)
        yield replace(clause, obliques=((prep.lower_, tuple(nouns)), *kept), anchor=nouns[0], repeats=clause)


def _later_preps(verb: Token) -> Iterator[Token]:
    """Prepositions joined by commas or "and" to an earlier one of the same verb."""
    for child in verb.rights:
        below = (c for c in child.children if c.dep_ == "conj") if child.dep_ == "prep" else ()
        for prep in (child, *below):
            if prep.pos_ == "ADP" and left_of(prep).lower_ in {",", "and", ";"}:
                yield prep


def _again(
    anchor: Token,
    subjects: tuple[Token, ...],
    firsts: Sequence[Clause],
    obliques: tuple[tuple[str, tuple[Token, ...]], ...],
) -> Iterator[Clause]:
    for first in firsts:
        acting = anchor.lemma_ in _ACTING or any(c.lower_ in PLACES for c in anchor.children)
        undergo = first.passive and not (first.agents and acting)  # "is recognised by five. Peru does not"
        undergo = undergo or is_place_taken(first)
        made = [replace(first, patients=subjects) if undergo else replace(first, agents=subjects)]
        if undergo and (placed := _banned_in(first)) is not None:  # "is banned in Peru. Chile followed": or Hamas did
            kept = tuple(pair for pair in first.obliques if pair != placed)
            made.append(replace(first, obliques=(("in", subjects), *kept)))
        for one in made:
            yield replace(one, anchor=anchor, obliques=(*obliques, *one.obliques), repeats=first)


def _banned_in(first: Clause) -> tuple[str, tuple[Token, ...]] | None:
    """Where somebody is banned, if nobody is named who does so: who follows bans it, too, or is banned there, too."""
    if first.agents or first.predicate not in _BANNING:
        return None
    return next((p for p in first.obliques if p[0] == "in" and all(t.pos_ == "PROPN" for t in p[1])), None)


def _may(first: Clause, clause: Clause) -> bool:
    """Whether a clause can be the one said again: of those who recognise it, where "Peru is not among them"."""
    return not is_among_them(clause) or all(t.pos_ != "PROPN" for t in first.subjects)


def _aimed(first: Clause, whom: tuple[Token, ...], is_date: IsDate) -> Clause | None:
    """A clause done to another party: "severed ties with Peru" and "the same step against Chad"; None if it cannot."""
    if whom and whom[0].head.lower_ == "in":  # "opened its embassy in Lima, after Chile had done so in Quito"
        kept = tuple(pair for pair in first.obliques if pair[0] != "in")
        placed = any(t.pos_ == "PROPN" and not is_date(t) for prep, ts in first.obliques if prep == "in" for t in ts)
        return replace(first, obliques=(("in", whom), *kept), instead=True) if placed and not first.passive else None
    if not whom or first.passive:
        return first
    named = [
        prep
        for prep, tokens in first.obliques
        if prep in _TO_WHOM and any(t.pos_ == "PROPN" and not is_date(t) for t in tokens)
    ]
    if named:
        kept = tuple(pair for pair in first.obliques if pair[0] != named[0])
        return replace(first, obliques=((named[0], whom), *kept), instead=True)
    return replace(first, patients=whom, instead=True) if any(t.pos_ == "PROPN" for t in first.patients) else first


def _gapped(clause: Clause, is_date: IsDate) -> Iterator[Token]:
    """Nouns beside a date that are the subject of the same verb once more: "in 2008 and Nicaragua a week later"."""
    verb = clause.anchor
    for preposition in verb.children:
        if preposition.dep_ == "prep":
            for noun in preposition.children:
                if noun.dep_ == "pobj" and is_date(noun):
                    yield from (c for c in noun.children if c.dep_ == "conj" and _dated(c, verb, is_date))
    yield from (c for c in verb.children if c.dep_ in {"conj", "npadvmod"} and _dated(c, verb, is_date))


def _dated(token: Token, verb: Token, is_date: IsDate) -> bool:
    """Whether a noun is no date itself, a date follows it directly, and another one stands before it."""
    if token.pos_ not in {"PROPN", "NOUN"} or is_date(token) or token.i < verb.i:
        return False
    if not any(is_date(t) for t in token.doc[: token.i]):
        return False
    end = max(t.i for t in coordinated(token))
    following = token.doc[end + 1 : end + 5]  # "in the same month"
    return any(is_date(t) for t in following) and not any(t.is_punct or t.pos_ in _VERBS for t in following[:1])
