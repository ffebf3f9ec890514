"""Whose something is by what stands before it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from credence.catalog.patterns import Slot
from credence.read.nouns.phrases import coordinated, whose


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
        tokens = [t for t in before if t not in taken and fits(slot.type, t)]
        if slot.type == "party" and "poss" not in relations:  # "Moroccan sovereignty", but not "formal relations"
            tokens = [t for t in tokens if t.text[:1].isupper()]
        if slot.optional:  # "gave its recognition" does not say to whom
            tokens = [t for t in tokens if t.tag_ != "PRP$"]
        if tokens:
            return tokens
    return []


def _means(owner: Token) -> list[Token]:
    """Whom an owner means, all of them; "whose" is of what its clause is about."""
    return whose(owner) if owner.tag_ == "WP$" else list(coordinated(owner))
