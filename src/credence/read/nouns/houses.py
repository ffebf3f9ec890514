"""What "it" and "the post" mean that is closed, reopened or moved: the house spoken of in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.words.forms import SUBJECT
from credence.read.words.tree import Doc, Token

_CHANGING = frozenset(
    {"move", "relocate", "transfer", "shift", "close", "shut", "open", "reopen", "raise", "upgrade", "downgrade"}
    | {"shutter", "evacuate", "vacate"}
)
_ALONE = frozenset({"close", "shut", "reopen", "shutter", "evacuate", "vacate", "downgrade", "upgrade", "relocate"})
"""Verbs whose object in a sentence of its own is what the sentence before has of this sort."""
_OTHERS = frozenset(
    {"border", "airport", "airspace", "crossing", "port", "mine", "base", "school", "university", "bank", "station"}
    | {"newspaper", "factory", "plant", "camp", "bureau", "road", "bridge", "market", "shop", "pipeline", "strait"}
    | {"account", "case", "inquiry", "investigation", "door", "deal", "loophole", "sky", "gate", "museum", "church"}
)
"""What else may be closed: where it stands beside, nobody knows which is meant."""
_OBJECT = {"dobj", "nsubjpass"}


def is_house(token: Token) -> bool:
    """Tell whether a word can mean a house that was named before: "closed it", "it was closed", "the post was"."""
    if token.lower_ == "it":
        return token.dep_ in _OBJECT and token.head.lemma_ in _CHANGING
    the = any(c.lower_ in {"the", "this", "that"} for c in token.lefts)
    alone = not any(c.dep_ in {"prep", "compound", "amod", "poss", "relcl"} for c in token.children)
    return token.text == "post" and the and alone and token.head.lemma_ in _ALONE


def houses_before(token: Token, before: Doc) -> Iterator[Token]:
    """Give the nouns of the sentence before that such a word may mean: its subject, or whatever else it names.

    Args:
        token: The word.
        before: The sentence before.
    """
    subjects = [t for t in before if t.dep_ in SUBJECT and t.head.dep_ == "ROOT"]
    if token.lower_ == "it" and token.dep_ == "nsubjpass":
        yield from subjects
    nearer = token.doc[: token.i]
    other = any(t.dep_ == "dobj" for t in nearer) or any(t.lemma_ in _OTHERS for t in (*before, *nearer))
    if token.head.lemma_ in _ALONE and not other:
        yield from (t for t in before if t.tag_ in {"NN", "NNP"} and t not in subjects)
        yield from subjects
