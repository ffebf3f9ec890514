"""Words that stand for a noun said before in the sentence: "its own in Beijing", "theirs", "the one in Rabat"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_ALONE = {"theirs", "ours", "hers"}
_ONE = {"one", "ones"}
_OBJECT = {"dobj", "nsubjpass"}


def nouns_meant(token: Token) -> Iterator[Token]:
    """Give the nouns that a word standing for one can mean, the nearest first; none for any other word.

    "It" is taken for one as an object only: "moved its embassy …, having closed it before".
    """
    if _stands(token):
        yield from (token.doc[n] for n in range(token.i - 1, -1, -1) if token.doc[n].pos_ in {"NOUN", "PROPN"})


def things_meant(token: Token) -> Iterator[Token]:
    """Give the plural noun that "them" as an object means, the nearest before it: "severed ties and restored them"."""
    if token.lower_ in {"them", "they", "these"} and token.dep_ in _OBJECT:
        before = (token.doc[n] for n in range(token.i - 1, -1, -1))
        yield from (t for t in [next((t for t in before if t.tag_ == "NNS"), None)] if t is not None)


def _stands(token: Token) -> bool:
    word, below = token.lower_, {child.lower_ for child in token.children}
    if word == "own":
        return any(child.dep_ == "poss" for child in token.children)
    if word in _ONE:
        return bool(below & {"the", "that"}) or (token.dep_ == "dobj" and not below & {"of", "no", "any"})
    return word in _ALONE or (word == "it" and token.dep_ in _OBJECT)
