"""The year of somebody after whom something was done: "after Chad in 2009"."""

from __future__ import annotations

import re

from credence.read.words.tree import Token

YEAR = re.compile(r"(?:1[89]|20)\d\d")
BETWEEN = 3
"""Words from "in" to the year, both counted, where a month stands between: "in May 2009"."""


def own_year(name: Token) -> Token | None:
    """Give the "in" of the year told of somebody after whom something was done, "after Chad in 2009"; None without."""
    opener = dated_by(name)
    return opener if opener is not None and opener.head is name else None


def dated_by(name: Token) -> Token | None:
    """The preposition of the year that follows a name at once."""
    behind = name.doc[name.i + 1 : name.i + 1 + BETWEEN]
    if len(behind) < 2 or behind[0].lower_ != "in":
        return None
    year = next((t for t in behind[1:] if YEAR.fullmatch(t.text)), None)
    plain = year is not None and all(t.pos_ == "PROPN" for t in behind[1:] if t.i < year.i)
    return behind[0] if plain else None
