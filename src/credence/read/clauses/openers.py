"""Names that open a sentence or headline and were parsed as something other than subjects."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.words.forms import TENSED, infinitive, right_of
from credence.read.words.tree import Token

_ASTRAY = {"npadvmod", "intj", "advmod", "dep", "compound", "nmod"}
_BEFORE = {"amod", "compound", "nmod"}


def headed(verb: Token) -> list[Token]:
    """The names that a headline lists before its verb: "Chad, Peru to hold talks"; none for other sentences."""
    doc = verb.doc
    if doc[-1].text in {".", "!", "?", '"', ":"} or "," not in {t.text for t in doc[1:4]}:
        return []
    names: list[Token] = []
    for token in doc:
        if token.text != "," and token.tag_ not in {"NNP", "NNPS", "UH"}:
            break
        if token.text != "," and (token is doc[-1] or right_of(token).tag_ not in {"NNP", "NNPS"}):
            names.append(token)
    behind = right_of(names[-1]) if names else doc[0]
    return names if len(names) > 1 and behind in {verb, *verb.lefts} else []


def misplaced(verb: Token) -> Iterator[Token]:
    """A name that opens a sentence and was taken for an adverb or a modifier: "Nauru switched", "EU to close"."""
    if verb.pos_ == "NOUN":  # "which Peru and Chile list as terrorists"
        yield from (c for c in verb.lefts if c.dep_ in _BEFORE and c.pos_ == "PROPN")
        return
    if verb.tag_ not in TENSED and not (verb.tag_ == "VB" and infinitive(verb)):
        return
    first = verb.left_edge
    opening = {first.i, first.i + (first.dep_ == "det")}  # "The United Kingdom treats"
    for child in verb.lefts:
        name = child.tag_ in {"NNP", "NNPS", "UH"} and child.dep_ in _ASTRAY and child.text[:1].isupper()
        opens = child.left_edge.i in opening and not child.lower_.endswith("day")
        if name and opens and not any(t.is_punct for t in verb.doc[child.i : verb.i]):
            yield child
            return
