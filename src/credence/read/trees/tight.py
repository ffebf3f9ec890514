"""Trees put right around names that stand right behind an office: "Peru's minister Ana Rojas and her guest met".

The parser hangs what is joined by "and" on the name, as though she and her guest were both Peru's minister. It belongs
with the office, which the name only explains: the minister and her guest met.
"""

from __future__ import annotations

from spacy.tokens import Token

from credence.read.words.forms import left_of


def untied(token: Token) -> None:
    """Join to an office what was joined to the name behind it."""
    name = token.head
    if token.dep_ != "conj" or name.dep_ != "appos" or name.pos_ != "PROPN" or not _is_tight(name):
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
