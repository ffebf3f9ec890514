"""Whose partner a name after "with" is: an act's ("discussed trade with Chile") or a noun's ("talks with Chile").

The parser hangs "with" on the noun before it either way. A meeting always has its own partner; relations, treaties and
wars have one where it is a land, while an official beside them is rather the one spoken to: "discussed relations with
the Chilean minister".
"""

from __future__ import annotations

from collections.abc import Callable

from credence.catalog.patterns import Pattern, Slot
from credence.read.words.tree import Token

_RAISING = {"discuss", "debate", "review", "raise", "broach", "air"}
_MET = frozenset(
    {"meeting", "talk", "discussion", "conversation", "call", "summit", "dialogue", "negotiation", "consultation"}
    | {"engagement", "encounter", "visit", "interaction", "outreach", "contact", "exchange"}
)
_SHARED = frozenset(
    {"relation", "relationship", "tie", "agreement", "accord", "deal", "treaty", "pact", "alliance", "war", "conflict"}
    | {"dispute", "border", "frontier", "link", "normalization", "solidarity", "friendship", "tension", "rivalry"}
    | {"confrontation"}
)


def apart(pattern: Pattern, slot: Slot, tokens: list[Token], is_official: Callable[[Token], bool]) -> list[Token]:
    """Give those who are spoken to, without those with whom something is that is spoken of.

    Args:
        pattern: The pattern.
        slot: The slot that they stand in.
        tokens: What stands there.
        is_official: Whether a word is of somebody in office.
    """
    if pattern.kind != "meeting.hold" or "with" not in slot.prepositions or not pattern.predicates & _RAISING:
        return tokens
    return [token for token in tokens if not _is_nouns_own(token, is_official)]


def _is_nouns_own(token: Token, is_official: Callable[[Token], bool]) -> bool:
    first = token
    while first.dep_ in {"conj", "appos"} and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    prep = first.head
    noun = prep.head
    if prep.lower_ != "with" or noun.pos_ != "NOUN" or first.dep_ != "pobj":
        return False
    one = noun.lemma_.lower()
    return one in _MET or (one in _SHARED and not _holds_office(first, is_official))


def _holds_office(name: Token, is_official: Callable[[Token], bool]) -> bool:
    """Whether a name is that of somebody in office: "Foreign Minister Varga", "Chile's president"."""
    return any(is_official(t) for t in (name, *name.children))
