"""Who did it before or after others, in words that say no more: "X had preceded it", "was followed by X".

Also who joins those who did it ("joins the list"), and who does it with a thing of his own ("did likewise for its own",
"did it to Iran's").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses.clauses import Clause
from credence.read.words.tree import Token

IsDate = Callable[[Token], bool]

BACK = frozenset({"it", "them", "her", "him", "that", "this", "suit"})
"""Words that take up whom or what was told of."""

_HERE = {"it", "they", "this", "that", "these", "he", "she", "move", "step", "decision"}
_FIRST = {"first", "before", "earlier", "already", "sooner", "ahead", "second", "last", "later", "too", "next"}
_RANKS = frozenset(
    {
        "list",
        "club",
        "camp",
        "rank",
        "company",
        "chorus",
        "number",
        "trend",
        "roster",
        "bandwagon",
        "procession",
        "tally",
    }
    | {"column", "throng", "crowd", "exodus", "wave", "queue", "line"}
)
_JOINING = {"join", "swell", "enter", "lengthen"}
_POINTED = {"the", "that", "this", "their", "those", "its"}
_OWN = {"own", "theirs", "hers", "his", "ours"}
_LIKE = {"same", "likewise", "so", "it", "that", "this", "much", "too", "similarly", "thing"}
_WITH = {"with", "for", "to", "of", "at"}
_SAYING = {"say", "announce", "promise"}
_COUNTER = {"follow", "join", "respond", "reply", "answer"}


def takes_place(clause: Clause) -> bool:
    """Whether a clause only says in which place, or in which part, somebody did what was told."""
    return precedes(clause) or joins_list(clause.anchor) or makes_up(clause)


def precedes(clause: Clause) -> bool:
    """Whether a clause only says who did it before others: "Peru had preceded it", "Chad had got there first"."""
    verb, lemma = clause.anchor, clause.predicate
    if not clause.agents or any(t.pos_ != "PROPN" for t in clause.agents):
        return False
    if clause.passive:
        return lemma in {"precede", "follow"} and _bygone(clause)
    whom = {t.lower_ for t in clause.patients}
    names = bool(clause.patients) and all(t.pos_ == "PROPN" for t in clause.patients)
    met = bool(whom & BACK) or names
    if lemma == "precede":
        return met
    ahead = {t.lower_ for prep, tokens in clause.obliques if prep in {"before", "after"} for t in tokens}
    if lemma in {"go", "come"}:
        return bool(ahead & BACK) and not clause.patients
    below = {t.lower_ for t in verb.subtree if t.i > verb.i}
    if lemma == "beat":
        return met and any(t.lower_ == "to" and t.i + 1 < len(verb.doc) for t in verb.subtree) and "it" in below
    return lemma in {"get", "be"} and "there" in below and bool(below & _FIRST) and not clause.patients


def _bygone(clause: Clause) -> bool:
    """Whether what is followed or preceded by somebody is what was told: "It was followed by Peru"."""
    if clause.anchor.dep_ in {"advcl", "acl"}:
        return clause.predicate == "precede"
    subjects = [c for c in clause.anchor.children if c.dep_ == "nsubjpass"]
    return bool(subjects) and all(t.lower_ in _HERE or t.pos_ == "PROPN" for t in subjects)


def joins_list(verb: Token) -> bool:
    """Whether somebody joins those who did what was told: "joins the list", "swelled the ranks"."""
    if verb.lemma_ not in _JOINING:
        return False
    ranks = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _RANKS]
    told = any(c.dep_ in {"acl", "relcl", "prep"} and c.lower_ in {"of", "that"} for t in ranks for c in t.rights)
    return any(c.lower_ in _POINTED for t in ranks for c in t.lefts) and not told


def makes_up(clause: Clause) -> bool:
    """Whether somebody has done a part of what many did: "Italy and Spain accounted for 30 and 27 of them"."""
    verb = clause.anchor
    if verb.lemma_ != "account" or not clause.agents or any(t.pos_ != "PROPN" for t in clause.agents):
        return False
    return any(t.pos_ == "NUM" for prep, tokens in clause.obliques if prep == "for" for t in tokens)


def counterpart(clause: Clause, told: Iterable[Clause], cues: Cues) -> tuple[Clause, ...]:
    """Give the act that somebody follows with: "Britain followed with recognition"; empty if none was told.

    Args:
        clause: The clause.
        told: The clauses told before, the latest last.
        cues: Which nouns name which acts.
    """
    if clause.predicate not in _COUNTER or clause.passive or clause.patients:
        return ()
    nouns = [t for prep, tokens in clause.obliques if prep == "with" for t in tokens]
    if len(nouns) != 1 or any(c.lower_ == "of" for c in nouns[0].children):
        return ()
    meant = cues.nominals.get(fold(nouns[0].lemma_))
    found = [c for c in told if meant is not None and c.predicate == meant and c.anchor.pos_ == "VERB"]
    return (found[-1],) if found else ()


def thing_of_own(clause: Clause) -> Token | None:
    """Give the thing of somebody's own with which he does what was told: "its own" of "did likewise for its own"."""
    verb = clause.anchor
    below = {t.lower_ for t in verb.children} | {t.lower_ for t in clause.patients}
    if clause.passive or not below & _LIKE or verb.lemma_ not in {"do", *_SAYING}:
        return None
    for prep, tokens in clause.obliques:
        for token in tokens if prep in _WITH else ():
            bare = any(c.lower_ in {"'s", "’s"} for c in token.children)
            if token.lower_ in _OWN or (bare and verb.lemma_ == "do"):
                return token
    return None


def with_own(clause: Clause, thing: Token, first: Clause, is_date: IsDate) -> Clause:
    """Give an act once more, done with another thing: "would reopen its embassy, and Chad did likewise for its own"."""
    dates = tuple((prep, ts) for prep, ts in clause.obliques if ts and all(is_date(t) for t in ts))
    kept = tuple((prep, ts) for prep, ts in first.obliques if ts and all(is_date(t) for t in ts))
    made = replace(first, obliques=dates or kept, anchor=clause.anchor, repeats=first, instead=True)
    if first.passive:
        return replace(made, patients=(thing,), agents=clause.agents)
    if first.patients or first.agents == ():
        return replace(made, agents=clause.agents, patients=(thing,))
    return replace(made, agents=(thing,))


def gerunds(found: Sequence[Clause]) -> Iterator[Clause]:
    """Give what a sentence speaks of doing, whoever does it: "Closing an embassy is rare"."""
    for clause in found:
        verb = clause.anchor
        if verb.tag_ == "VBG" and verb.dep_ in {"csubj", "nsubj", "pcomp"} and not clause.agents and clause.patients:
            yield clause
