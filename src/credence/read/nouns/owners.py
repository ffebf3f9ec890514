"""Whose something is by what stands before it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from credence.catalog.patterns import Slot
from credence.read.nouns.phrases import coordinated, whose
from credence.read.words.capitals import PAIR
from credence.read.words.tree import Token


def owners_before(
    slot: Slot, held: Sequence[Token], taken: Sequence[Token], fits: Callable[[str, Token], bool]
) -> list[Token]:
    """Give what stands before a noun as if after "of": "Kabul's control", "Iranian funds", "a $3 million reward".

    Args:
        slot: The slot that asks for it.
        held: The pattern's own nouns.
        taken: What other slots hold.
        fits: Tells whether a token can stand in a slot of a type.
    """
    sorts: tuple[set[str], ...] = ({"poss"}, {"amod", "compound", "nmod", "nummod"})
    if slot.role == "body":  # "Afghanistan's UN seat": the body is known by being one, wherever it stands
        sorts = (sorts[0] | sorts[1],)
    for noun, relations in itertools.product(reversed(held), sorts):
        before = [one for c in noun.children if c.dep_ in relations for one in _means(c)]
        if slot.role == "parties" and (pairs := [t for t in before if _is_pair(t)]):
            return pairs  # "the second Peru-Chile Mining Dialogue"
        tokens = [t for t in before if t not in taken and fits(slot.type, t)]
        if slot.type == "party" and "poss" not in relations:  # "Moroccan sovereignty", but not "formal relations"
            tokens = [t for t in tokens if t.text[:1].isupper()]
        if slot.optional:  # "gave its recognition" does not say to whom
            tokens = [t for t in tokens if t.tag_ != "PRP$"]
        if tokens:
            return tokens
    return []


def _is_pair(name: Token) -> bool:
    """Whether a name is the second of two that a hyphen joins, or both of them in one word."""
    if PAIR.fullmatch(name.text):
        return True
    before = [t.text for t in name.doc[max(0, name.i - 2) : name.i]]
    return len(before) == 2 and before[1] in {"-", "–"} and before[0].istitle() and name.text[:1].isupper()


def _means(owner: Token) -> list[Token]:
    """Whom an owner means, all of them; "whose" is of what its clause is about."""
    if owner.tag_ == "WP$":
        return whose(owner)
    return [several] if (several := _several_who(owner)) is not None else list(coordinated(owner))


def _several_who(owner: Token) -> Token | None:
    """The many of whom a relative clause tells what they did to theirs: "states that have severed their relations"."""
    verb = owner.head.head
    theirs = owner.lower_ == "their" and owner.head.dep_ == "dobj" and verb.dep_ == "relcl"
    doing = any(c.dep_ == "nsubj" and c.tag_ in {"WP", "WDT"} for c in verb.lefts)
    return verb.head if theirs and doing and verb.head.tag_ == "NNS" else None
