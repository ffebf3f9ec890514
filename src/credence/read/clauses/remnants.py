"""The clauses of a list with gaps: each member with the verb that it lacks, as who does it or as what it is done to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from credence.read.clauses.clauses import Clause
from credence.read.clauses.subjects import SUBJECTS
from credence.read.nouns.hanging import CURRENCIES, CURRENCY
from credence.read.words.gaps import Item, items_of
from credence.read.words.tree import Token

_GOING = frozenset(  # verbs of which one subject has many objects, one after the other
    {
        "admit",
        "readmit",
        "suspend",
        "visit",
        "leave",
        "quit",
        "reach",
        "take",
        "seize",
        "capture",
        "enter",
        "retake",
        "recapture",
        "tour",
        "vacate",
    }
    | {"evacuate", "abandon", "occupy", "overrun", "lose", "free", "liberate", "conquer"}
)
_PLACED = {"in", "at", "to", "from", "with", "on", "against", "by"}


def filled(found: Sequence[Clause], said: Sequence[Clause]) -> Iterator[Clause]:
    """Give the clauses of the members of a list with gaps.

    Args:
        found: The clauses of the sentence.
        said: Those of them that say an earlier one again, made whole: "Chile did so in 2012, Peru in 2013".
    """
    items = items_of(found[0].anchor.doc) if found else ()
    if not items:
        return
    verb = items[0].verb
    firsts = [c for c in said if c.anchor.doc == found[0].anchor.doc and c.anchor.i == verb]
    firsts = firsts or [c for c in found if not c.nominal and (c.anchor.i == verb or _under(c, verb))]
    over = found[0].anchor.doc[items[0].first - 1].text == ":"  # each by itself: "Peru and Chile in 1986"
    for item in items:
        names = tuple(found[0].anchor.doc[at] for at in item.names)
        for first in firsts:
            for members in ((name,) for name in names) if over else (names,):
                again = (_one_of(first, members) if over else None) or _again(first, item, members)
                if again is not None:
                    yield replace(again, anchor=members[0], repeats=first)


def _one_of(first: Clause, names: tuple[Token, ...]) -> Clause | None:
    """The first clause with who is told over instead of several: "three more states have recognised it: Peru in"."""
    if any(map(_are_several, first.agents)):
        return replace(first, agents=names)
    return replace(first, patients=names) if any(map(_are_several, first.patients)) else None


def _under(clause: Clause, verb: int) -> bool:
    """Whether a clause is what the subject of a verb is to do: "decided to recognise"."""
    anchor = clause.anchor
    own = any(c.dep_ in SUBJECTS for c in anchor.children)
    return anchor.dep_ == "xcomp" and anchor.head.i == verb and not own


def _again(first: Clause, item: Item, names: tuple[Token, ...]) -> Clause | None:
    """The first clause with a member in it, in the place of what is of its sort; None where two may be."""
    if item.prep:
        return _elsewhere(first, item.prep, names)
    if item.kind != "date":
        return _counting(first, item, names)
    if first.passive and first.repeats is not None and not first.agents and first.patients == first.repeats.patients:
        return _elsewhere(first, "in", names)  # "is banned in Peru. Chile followed in 2004, Mali in 2005"
    if first.passive:
        return replace(first, agents=names) if _named(first.agents) else replace(first, patients=names)
    if _named(first.agents) and not (_named(first.patients) and first.predicate in _GOING):
        return replace(first, agents=names)
    if _named(first.patients):
        return replace(first, patients=names)
    nouns = first.agents and all(t.pos_ == "NOUN" for t in first.agents)
    return replace(first, agents=names) if nouns and not first.patients else None


def _counting(first: Clause, item: Item, names: tuple[Token, ...]) -> Clause | None:
    """The clause of a member with a number or "one" in the place of what the first acts on: "Chile three Russians"."""
    if first.passive:
        return None
    made = replace(first, agents=names)
    if item.place >= 0:  # "Chile one to Tunis"
        kept = tuple(pair for pair in made.obliques if pair[0] not in _PLACED)
        made = replace(made, obliques=((item.where, (names[0].doc[item.place],)), *kept), instead=True)
    if item.kind == "alike":  # whose it is and where is its own
        made = replace(made, obliques=(), instead=True)
    return made if item.counted < 0 else replace(made, patients=(names[0].doc[item.counted],))


def _named(tokens: Sequence[Token]) -> bool:
    """Whether words are names, or of somebody named: "Peru", "Peru's president"."""
    return any(t.pos_ == "PROPN" or any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in t.children) for t in tokens)


def _are_several(noun: Token) -> bool:
    """Whether a noun is of several without a name, whom the members are: "three more states", "five others"."""
    counted = any(c.dep_ == "nummod" or c.lower_ in {"other", "several"} for c in noun.lefts)
    return noun.tag_ == "NNS" and counted


def _elsewhere(first: Clause, prep: str, names: tuple[Token, ...]) -> Clause | None:
    """The clause done to, with or at somebody else: "in Chad in January, in Mali in April"."""
    if prep == "by" and first.passive:
        return replace(first, agents=names)
    if prep != "of" and prep not in {each for each, _ in first.obliques}:
        return None
    kept = tuple(pair for pair in first.obliques if pair[0] != prep)
    return replace(first, obliques=((prep, names), *kept), instead=True)


def own_sum(clause: Clause, token: Token) -> str | None:
    """Give the sum of a member with a number of its own, in the money of the first: "Chile 3 million" → "$3 million".

    Args:
        clause: The clause of the member.
        token: A noun that the first clause has.
    """
    item = next((one for one in items_of(clause.anchor.doc) if clause.anchor.i in one.names), None)
    if item is None or item.kind != "number" or clause.repeats is None or token not in clause.repeats.patients:
        return None
    money = [t for t in token.subtree if t.lower_ in CURRENCY or t.lemma_.lower() in CURRENCIES]
    if not money:
        return None
    number = clause.anchor.doc.written(max(item.names) + 1, item.last + 1)
    sign = money[0].text
    return f"{number} {sign}" if sign.isalpha() else f"{sign}{number}"
