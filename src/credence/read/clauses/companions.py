"""Who does something together with its subject or as it does: "Peru, along with Chile, has", "like Chile, Peru has"."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.nouns.phrases import coordinated, those_of
from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_WITH = {"like", "along", "alongside", "besides"}
_WHY = {"of", "for"}


def companions(verb: Token, subject: Token) -> Iterator[Token]:
    """Give who does it with the subject or as it does: "Peru, along with Chile, has", "like Chile, Peru has"."""
    for prep in (*verb.children, *(c for c in subject.children if _together(c))):
        if prep.dep_ != "prep" or not (prep.lower_ in _WITH or _together(prep)):
            continue
        jointly = prep.lower_ == "alongside" or left_of(prep).lower_ in {"together", "jointly"}
        if prep.i > verb.i and (prep.lower_ == "like" or not (jointly or left_of(prep.left_edge).text == ",")):
            continue
        if subject.i < prep.i < verb.i and left_of(prep.left_edge).text != ",":
            continue
        if prep.i > verb.i and _is_beside_object(prep, verb):
            continue
        inner = [c for c in prep.children if c.lower_ == "with"] or [prep]
        held = [noun for one in inner for noun in one.children if noun.dep_ == "pobj"]
        nouns = [one for noun in held for one in (those_of(noun) or [noun]) if _is_named(one)]
        yield from (one for noun in nouns for one in coordinated(noun))


def _is_named(noun: Token) -> bool:
    """Whether it is told who they are: "Peru", "the three Baltic states"."""
    land = noun.tag_ == "NNS" and noun.lemma_ in {"state", "republic", "country", "nation"}
    return noun.pos_ == "PROPN" or (land and any(c.text[:1].isupper() for c in noun.lefts))


def _is_beside_object(prep: Token, verb: Token) -> bool:
    """Whether it stands between what is done to somebody and why: "accused Peru, along with Chile, of"."""
    objects = any(c.dep_ == "dobj" and c.i < prep.i for c in verb.children)
    return objects and any(t.lower_ in _WHY and left_of(t).text == "," for t in verb.doc[prep.i :])


def _together(prep: Token) -> bool:
    """Whether "with" stands after "together" or "along", which may be parsed as hanging on it."""
    return prep.lower_ == "with" and any(c.lower_ in {"together", "along", "jointly"} for c in prep.children)
