"""Phrases as they are meant in a clause: in one that is said again "its" is no longer the first subject's."""

from __future__ import annotations

from dataclasses import replace

from credence.catalog.patterns import Pattern
from credence.model.sighting import Phrase
from credence.read.clauses.clauses import Clause
from credence.read.clauses.remnants import own_sum
from credence.read.nouns.phrases import is_own, phrase
from credence.read.words.tree import Token

_PLACING = frozenset({"in", "to", "at", "from"})


def phrase_in(clause: Clause, token: Token, *, theirs: bool = False) -> Phrase:
    """Make the phrase of a token; in a repeated clause "its" is no longer the first subject's.

    Args:
        clause: The clause.
        token: Head of the phrase.
        theirs: Whether it is of somebody whom the subject never sends himself: "threw its envoy out. Peru followed".
    """
    made = phrase(token, start_of(token))
    if clause.nominal:  # "the expulsion of two envoys by Peru": not Peru's
        doers = {start_of(t) + t.idx for t in clause.agents}
        links = tuple(link for link in made.links if link[0] != "by" or link[1].head.start not in doers)
        made = replace(made, links=links)
    if clause.instead:
        made = _elsewhere(made, clause)
    amount = own_sum(clause, token)
    if amount is not None:  # "Peru pledged $5 million, Chile 3 million"
        return replace(made, text=amount, links=tuple(link for link in made.links if link[0] == "in"))
    if (clause.repeats is None and not clause.each and (clause.passive or not is_own(token))) or (
        theirs and not is_own(token)
    ):
        return made
    own = [("poss", phrase(one, start_of(one), 1)) for one in clause.subjects] if len(clause.subjects) == 1 else []
    kept = [link for link in made.links if link[0] != "poss" or link[1].form != "pronoun"]
    return replace(made, links=tuple([*own, *kept] if len(kept) < len(made.links) else kept))


def _elsewhere(made: Phrase, clause: Clause) -> Phrase:
    """The phrase at another place, or of somebody else: "opened embassies in Peru in May, in Chile in June"."""
    moved = {prep: [t for each, ts in clause.obliques if each == prep for t in ts] for prep, _ in clause.obliques}
    placing = _PLACING if set(moved) & _PLACING else frozenset(moved)
    starts = {prep: {start_of(t) + t.idx for t in tokens} for prep, tokens in moved.items()}
    links = [link for link in made.links if link[0] not in placing or link[1].head.start in starts.get(link[0], ())]
    if any(relation == "of" for relation, _ in set(made.links) - set(links)):  # "the envoy of Chad and that of Mali"
        links += [("of", phrase(t, start_of(t))) for t in moved.get("of", ())]
    return replace(made, links=tuple(links))


def possible_in(clause: Clause) -> frozenset[str]:
    """Ids of the patterns that could be met by the words of a clause, and of the one it says again."""
    own: frozenset[str] = clause.anchor.doc.user_data["possible"]
    return own if clause.repeats is None else own | possible_in(clause.repeats)


def start_of(token: Token) -> int:
    """Where the sentence of a token begins in the stored text: a repeated clause has tokens of two sentences."""
    return int(token.doc.user_data["start"])


def doers_of(pattern: Pattern, clause: Clause) -> tuple[Token, ...]:
    """The agents; or what a participle without auxiliary is said of: "embassy in Lima reopened"."""
    bare = clause.passive and not any(c.dep_ == "auxpass" for c in clause.anchor.children)
    return clause.agents or (clause.patients if bare and pattern.patient is None else ())


def called(noun: Token) -> Token:
    """Give the name that stands beside a noun for somebody: "appointed a former general, Ana Rojas,"; else the noun."""
    names = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next(names, noun) if noun.pos_ == "NOUN" else noun
