"""Trees put right where words stand right behind those that they belong with.

In "Peru's minister Ana Rojas and her guest met" the parser hangs the guest on the name, as though both were Peru's
minister; he belongs with the office, which the name only explains. In "the restoration of ties after mediation by Chad"
it was Chad that mediated; and "travelled to neighbouring Peru" has no verb "to neighbour".
"""

from __future__ import annotations

from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_AFTER = {"after", "following", "during", "through", "amid", "before", "despite", "since", "thanks"}


def untied(token: Token) -> None:
    """Put right what was hung too high, or too low."""
    if token.dep_ == "conj":
        _with_office(token)
    elif token.lower_ == "by" and token.head.pos_ == "NOUN" and token.i > token.head.i + 1:
        _by_whom(token)
    elif token.lower_ in {"neighboring", "neighbouring"} and token.dep_ in {"pcomp", "xcomp", "dobj", "advcl"}:
        _neighbouring(token)


def _neighbouring(word: Token) -> None:
    """Read as an adjective of the land behind it what was taken for a verb."""
    land = next((c for c in word.children if c.i == word.i + 1 and c.pos_ == "PROPN"), None)
    if land is None:
        return
    for child in list(word.children):
        child.head = land
    land.head, land.dep_ = word.head, "pobj" if word.head.dep_ == "prep" else "dobj"
    word.head, word.dep_, word.tag_, word.pos_ = land, "amod", "JJ", "ADJ"


def _by_whom(prep: Token) -> None:
    """Hang "by Chad" on the act right before it, where that only says when something else was done."""
    act = left_of(prep)
    above = act.head
    if act.dep_ == "pobj" and act.tag_ == "NN" and above.lower_ in _AFTER and above.head == prep.head:
        prep.head = act


def _with_office(token: Token) -> None:
    """Join to an office what was joined to the name behind it."""
    name = token.head
    if name.dep_ != "appos" or name.pos_ != "PROPN" or not _is_tight(name):
        return
    office = name.head
    token.head = office
    for child in list(name.children):
        if child.i > name.i and child.dep_ in {"cc", "punct"}:
            child.head = office


def _is_tight(name: Token) -> bool:
    """Whether a name stands right behind the noun for one person that it explains, with no comma between."""
    office = name.head
    first = name.left_edge
    return office.tag_ == "NN" and first.i > office.i and left_of(first) == office
