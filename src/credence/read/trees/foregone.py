"""Trees put right at those after whom something was done: "after Chad in 2009 and Mali in 2012".

The parser hangs the years on the verb, which was done in another, and the second name on the first year.
"""

from __future__ import annotations

from credence.read.words.foregone import BETWEEN, YEAR, dated_by
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
    if done is not None and any(map(dated_by, prep.children)):  # "is the third to recognise it, after Chad in 2009"
        prep.head = done
    first = next((c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
    name = first
    while name is not None and first is not None and (opener := dated_by(name)) is not None:
        opener.head, opener.dep_ = name, "prep"
        if name is not first:
            name.head, name.dep_ = first, "conj"
        name = _next_name(opener)


def _next_name(opener: Token) -> Token | None:
    """The name that follows a year behind "and" or a comma."""
    doc = opener.doc
    at = next((t.i + 1 for t in doc[opener.i + 1 : opener.i + BETWEEN] if YEAR.fullmatch(t.text)), len(doc))
    joints = [t for t in doc[at : at + 2] if t.lower_ in {"and", ","}]
    after = at + len(joints)
    if not joints or after >= len(doc) or doc[after].pos_ != "PROPN":
        return None
    return doc[after]
