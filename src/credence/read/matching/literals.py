"""Words that a pattern asks for or forbids, found in a clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from credence.catalog.patterns import Pattern
from credence.catalog.spelling import fold
from credence.read.clauses.clauses import Clause
from credence.read.words.forms import infinitive
from credence.read.words.tree import Token

_MEETING = {"meet", "visit", "hold", "host", "receive", "call", "telephone", "travel"}
_MEETING |= {"fly", "welcome", "speak", "talk"}
_LIGHT = frozenset(
    {"act", "action", "behavior", "behaviour", "decision", "development", "gesture", "move", "policy", "step", "thing"}
    | {"ally", "country", "government", "leader", "member", "nation", "neighbor", "neighbour", "partner", "power"}
    | {"regime", "state", "attempt", "attack", "campaign", "claim", "language", "measure", "moment", "precedent"}
    | {"way", "piece", "kind", "sort", "form", "display", "show", "sign", "example", "manner", "method", "word"}
    | {"accusation", "allegation", "declaration", "day", "idea", "initiative", "effort", "decree"}
    | {"one", "situation", "practice", "position", "approach", "response", "affair"}
)
_OF_A_KIND = frozenset(
    {"act", "declaration", "piece", "form", "kind", "sort", "display", "show", "campaign", "policy", "attempt"}
)
_TELLING = {"amod", "compound", "nmod", "prep", "relcl"}
_LISTS = {"list", "register", "schedule"}
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")
_SPEAKING = frozenset({"speak", "talk"})
_SUMMONING = frozenset({"summon", "call", "invite", "convoke", "haul"})  # "summoned the envoy and complained"
_INSISTING = frozenset({"insist", "demand"})
_TOLD = frozenset({"that", "must", "doing", "whose"})  # who acts in what is said is no object of it


_HOMES = {"country", "homeland", "capital", "nation", "state", "home"}
_OWN = {"his", "her", "their", "its", "own"}


def forbids(words: frozenset[str], clause: Clause, named_in: Callable[[str], bool]) -> bool:
    """Whether one of the words that must not stand there does; the name of a party says nothing of its words.

    Args:
        words: Words that a pattern excludes.
        clause: Where they must not stand.
        named_in: Tells whether words name a party.
    """
    met = literal(words, clause)
    stands = met is not None and not (met and all(_is_term(t) or _is_in_name(t, named_in) for t in met))
    return stands or _so(words, clause) or _doing(words, clause) or _done_to(words, clause)


def _done_to(words: frozenset[str], clause: Clause) -> bool:
    """Whether one of a pattern's words is what a participle says it is done to: "a firm controlled by Peru"."""
    anchor = clause.anchor
    return anchor.dep_ == "acl" and anchor.tag_ == "VBN" and fold(anchor.head.lemma_) in words


def _is_in_name(token: Token, named_in: Callable[[str], bool]) -> bool:
    """Whether a word only ends the name of a party that acts or is met: "the Arab League", but not "the Chad Cup"."""
    if token.pos_ != "PROPN" or token.head.lower_ == "of":
        return False
    first = min((c.left_edge.i for c in token.children if c.dep_ in {"compound", "amod", "nmod"}), default=token.i)
    name = " ".join(t.text for t in token.doc[first : token.i])
    return bool(name) and named_in(f"{name} {token.text}") and not named_in(name)


def _is_term(token: Token) -> bool:
    """Whether a word only says by when: "to close within two days", "within days it had closed"."""
    counted = token.head.lower_ in {"in", "after"} and any(c.dep_ == "nummod" for c in token.children)
    return counted or token.head.lower_ == "within"


def _so(words: frozenset[str], clause: Clause) -> bool:
    """Whether one of a pattern's words stands before a complement or object: "became the first member".

    Or before what something is called: "recognised it as a terrorist group".
    """
    called = [t for preposition, tokens in clause.obliques if preposition == "as" for t in tokens]
    things = (*clause.patients, *clause.complements, *called)
    before = [c for thing in things for c in thing.children if c.dep_ in {"amod", "compound"} or c.lower_ == "no"]
    nth = "first" in words and any(_NTH.fullmatch(c.lower_) for c in before)  # "became the 98th member to"
    return nth or any(fold(c.lemma_) in words for c in before)


def _doing(words: frozenset[str], clause: Clause) -> bool:
    """Whether one of a pattern's words, or any for "-ing", stands as a gerund: "joined the union in calling for"."""
    placed = (t for c in clause.anchor.children if c.dep_ == "prep" for t in c.children)
    return any(t.dep_ == "pcomp" and ("-ing" in words or fold(t.lemma_) in words) for t in placed)


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def literal(words: frozenset[str], clause: Clause, *, judging: bool = False) -> list[Token] | None:
    """Find a bare word of a pattern as object, complement or particle; None if it is not there.

    Args:
        words: Any of these.
        clause: Where they must stand.
        judging: Whether what somebody is said to have done counts, too: "said that Peru betrayed its friends".
    """
    folded = _folded(words)
    if folded & clause.particles:
        return []
    unsaid = _TOLD | {"by"} if clause.passive else _TOLD  # "driven out by troops" is not about troops
    around = (pair for pair in clause.obliques if pair[0] not in unsaid)
    placed = (t for prep, ts in around for t in ts if judging or prep != "being" or t.pos_ != "VERB" or _is_owed(t))
    moved = () if clause.patients or clause.nominal else tuple(_moved(clause))
    joined = (c for c in clause.anchor.conjuncts if clause.predicate in _SUMMONING and c.i > clause.anchor.i)
    tokens = [t for t in (*clause.patients, *clause.complements, *placed, *moved, *joined) if fold(t.lemma_) in folded]
    return tokens or [t for t in _qualities(clause) if fold(t.lemma_) in folded] or None


def _is_owed(verb: Token) -> bool:
    """Whether what somebody said is what must be done: "said that he must leave", but not "told us it has gone"."""
    owed = any(c.dep_ == "aux" and c.lower_ in {"must", "should"} for c in verb.children)
    return owed or (verb.tag_ in {"VB", "VBP"} and verb.head.lemma_ in _INSISTING)


def _moved(clause: Clause) -> Iterator[Token]:
    """What stands as subject where nothing is done to anybody: "work resumed", "some of the funds remain frozen"."""
    yield from clause.agents
    inside = (c for agent in clause.agents for c in agent.children if c.dep_ == "prep" and c.lower_ in {"of", "in"})
    yield from (noun for prep in inside for noun in prep.children if noun.dep_ == "pobj")


def containers(held: Iterable[Token]) -> set[Token]:
    """Nouns that only say how much there is of what a pattern asks for: "20 tonnes of aid", "a shipment of gold"."""
    return {t.head.head for t in held if t.dep_ == "pobj" and t.head.lower_ == "of"}


def _qualities(clause: Clause) -> Iterator[Token]:
    """What something is called by an adjective: "a hostile act", "as a historic step"."""
    naming = {"as", "being", "of"} if clause.predicate in _SPEAKING else {"as", "being"}
    called = (t for prep, tokens in clause.obliques if prep in naming for t in tokens)
    for thing in (*clause.complements, *called):
        if thing.lemma_.lower() in _LIGHT or clause.predicate in _SPEAKING:
            yield from (c for c in thing.children if c.dep_ == "amod")
            of = (c for c in thing.children if c.lower_ == "of" and thing.lemma_.lower() in _OF_A_KIND)
            yield from (noun for prep in of for noun in prep.children if noun.dep_ == "pobj")


def is_bare_list(token: Token) -> bool:
    """Whether it is "the list" that a text has named before: no list of something, nor a list of another kind."""
    told = any(c.dep_ in _TELLING and c.lower_ not in {"same", "very"} for c in token.children)
    return token.lemma_ in _LISTS and not told and any(c.dep_ in {"det", "poss"} for c in token.children)


def after_of(clause: Clause) -> set[Token]:
    """What a nominalisation has after "of", which a pattern may ask for by the preposition, too."""
    return {t for prep, tokens in clause.obliques if prep == "of" for t in tokens} if clause.nominal else set()


def is_shaped(pattern: Pattern, clause: Clause) -> bool:
    """Tell whether a clause has the form that a pattern asks for: passive, finite, without a preposition."""
    if pattern.passive and (not clause.passive or (clause.agents and pattern.agent is None)):
        return False
    if any(preposition in pattern.without for preposition, _ in clause.obliques):
        return False
    if pattern.kind == "envoy.expel" and pattern.agent is None and clause.nominal and clause.agents:
        return False  # "Peru's expulsion of diplomats from the UN": not the UN's
    if pattern.kind == "meeting.hold" and _sums_up(clause):
        return False
    if pattern.kind in {"meeting.hold", "envoy.appoint"} and _goes_home(clause):
        return False
    beside = clause.anchor.dep_ in {"acl", "amod", "pcomp"} and clause.anchor.head.dep_ != "ROOT"
    beside |= pattern.kind.startswith("stance.") and infinitive(clause.anchor)
    return not (pattern.finite and beside)


def _goes_home(clause: Clause) -> bool:
    """Whether somebody goes back to where he is from: "told the consul to return to his country"."""
    where = (t for preposition, tokens in clause.obliques if preposition == "to" for t in tokens)
    homes = (t for t in where if t.lemma_.lower() in _HOMES)
    return clause.predicate == "return" and any(c.lower_ in _OWN for t in homes for c in t.children)


def _sums_up(clause: Clause) -> bool:
    """Whether a meeting is the one just told of, and names nobody: "met Ana Rojas, the first meeting of the two"."""
    noun = clause.anchor
    told = noun.dep_ == "npadvmod" and noun.head.lemma_ in _MEETING and noun.i > noun.head.i
    return clause.nominal and told and all(t.pos_ != "PROPN" for t in noun.subtree)


def goes_on_with(pattern: Pattern, held: Iterable[Token]) -> bool:
    """Whether a preposition that must not stand there hangs on a word of the pattern: "for its aid to Chad"."""
    below = (c for token in held if pattern.without for c in token.children)
    return any(c.dep_ in {"prep", "dative"} and c.lower_ in pattern.without for c in below)
