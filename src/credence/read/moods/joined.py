"""Coordinated verbs, of which a later one shares what stands over the first: "refused to see or accept him"."""

from __future__ import annotations

from credence.read.words.forms import infinitive
from credence.read.words.tree import Token

_THEREBY = {"thereby", "thus", "effectively", "hence"}


def first_that(token: Token) -> Token:
    """The first of clauses coordinated by "that": "said that …, and that …"."""
    while token.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children):
        token = token.head
    return token


def coordinated_head(token: Token) -> Token:
    """A second verb without auxiliaries of its own shares what stands over the first: "refused to see or accept"."""
    if token.dep_ == "advcl" and token.tag_ == "VBG" and any(c.lower_ in _THEREBY for c in token.children):
        token = token.head  # "will send an ambassador, thereby raising …"
    while token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"} and token.head.pos_ in {"VERB", "AUX"}:
        if infinitive(token) and infinitive(token.head):  # "agreed to open an embassy and to send an envoy"
            token = token.head
            continue
        bare = token.tag_ in {"VB", "VBG", "VBN"} or (token.tag_ == "VBD" and token.lower_ == token.lemma_)
        if not bare or any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in token.children):
            break
        token = token.head
    return token


def is_or(second: Token, first: Token) -> bool:
    """Whether "or" joins two verbs, so that a denial of the first reaches the second."""
    return any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for one in (first, second.head) for c in one.children)


def is_joined(second: Token, first: Token) -> bool:
    """Whether a denial of the first verb reaches the second: "did not see or hear", not "did not see but hear"."""
    words = {c.lower_ for one in (first, second.head) for c in one.children if c.dep_ == "cc"}
    return bool(words & {"or", "nor"}) or (second.tag_ != "VBN" and not words & {"but", "yet", "instead"})
