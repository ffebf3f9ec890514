"""The year of somebody after whom something was done: "after Chad in 2009"."""

from __future__ import annotations

import re

from credence.read.words.forms import YEAR
from credence.read.words.tree import Token

_BETWEEN = 3  # words from "in" to the year, both counted, where a month stands between: "in May 2009"


def own_year(name: Token) -> Token | None:
    """Give the year told of somebody after whom something was done: "after Chad in 2009"; None if there is none."""
    dated = year_behind(name)
    return dated[1] if dated is not None and dated[0].head is name else None


def year_behind(name: Token) -> tuple[Token, Token] | None:
    """Give the "in" and the year that follow a name at once, whatever they hang on."""
    behind = name.doc[name.i + 1 : name.i + 1 + _BETWEEN]
    if not behind or behind[0].lower_ != "in":
        return None
    year = next((t for t in behind if re.fullmatch(YEAR, t.text)), None)
    plain = year is not None and all(t.pos_ == "PROPN" for t in behind[1:] if t.i < year.i)
    return (behind[0], year) if year is not None and plain else None
