"""Trees put right at those after whom something was done: "after Chad in 2009 and Mali in 2012".

The parser hangs the years on the verb, which was done in another, and the second name on the first year.
"""

from __future__ import annotations

from credence.read.words.foregone import year_behind
from credence.read.words.tree import Token


def foregone(prep: Token) -> None:
    """Hang the years behind "after" on the names they follow, and the names on each other.

    Args:
        prep: The word; nothing is done if it is no such preposition.
    """
    if prep.lower_ != "after" or prep.dep_ != "prep":
        return
    noun = next((c for c in prep.head.children if c.dep_ == "attr"), prep)
    done = next((c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.i < prep.i), None)
    if done is not None and any(map(year_behind, prep.children)):  # "the third to recognise it, after Chad in 2009"
        prep.head = done
    first = next((c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
    if first is None:
        return
    name: Token | None = first
    while name is not None and (dated := year_behind(name)) is not None:
        opener, year = dated
        opener.head, opener.dep_ = name, "prep"
        if name is not first:
            name.head, name.dep_ = first, "conj"
        name = _next_name(year)


def _next_name(year: Token) -> Token | None:
    """The name that follows a year behind "and" or a comma."""
    behind = year.doc[year.i + 1 : year.i + 4]
    joints = [t for t in behind[:2] if t.lower_ in {"and", ","}]
    after = behind[len(joints) :][:1]
    return after[0] if joints and after and after[0].pos_ == "PROPN" else None
