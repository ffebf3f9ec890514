"""Trees put right where a verb has two objects that the parser took for one.

Whom something is given or denied that was taken for a part of the name behind ("denied the Taliban Afghanistan's
seat"), and what somebody is made that was taken for a second name of his ("made Ana Rojas its ambassador").
"""

from __future__ import annotations

from spacy.tokens import Token

_GIVING = {
    "give",
    "grant",
    "deny",
    "refuse",
    "hand",
    "offer",
    "promise",
    "return",
    "award",
    "allot",
    "assign",
    "accord",
}
_MAKING = {"make", "name", "appoint", "elect"}


def parted(token: Token) -> None:
    """Part two objects again."""
    if token.dep_ == "poss" and token.pos_ == "PROPN":
        _given(token)
    elif token.dep_ == "appos" and token.head.dep_ in {"dative", "dobj"}:
        _made(token)


def _given(owner: Token) -> None:
    """Give a verb the name with an article that stands before another one: "denied the Taliban Afghanistan's seat"."""
    thing, whom = owner.head, next((c for c in owner.lefts if c.dep_ == "compound"), None)
    article = next((c for c in owner.lefts if c.lower_ == "the"), None)
    if thing.dep_ != "dobj" or thing.head.lemma_ not in _GIVING or whom is None or article is None:
        return
    if whom.i == owner.i - 1 and article.i == whom.i - 1 == thing.head.i + 1:
        whom.head, whom.dep_ = thing.head, "dative"
        article.head = whom


def _made(title: Token) -> None:
    """Make a complement of what somebody is made: "made Ana Rojas its ambassador"."""
    name, verb = title.head, title.head.head
    beside = name.right_edge == title.right_edge and title.left_edge.i == name.i + 1
    if verb.lemma_ in _MAKING and title.left_edge.dep_ == "poss" and beside:
        name.dep_ = "dobj"
        title.head, title.dep_ = verb, "oprd"
