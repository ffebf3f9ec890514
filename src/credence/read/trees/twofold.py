"""Trees put right where a verb has two objects that the parser took for one.

Whom something is given or denied that was taken for a part of the name behind ("denied the Taliban Afghanistan's
seat"), and what somebody is made that was taken for a second name of his ("made Ana Rojas its ambassador") or for the
noun that the name belongs to ("named Omar Varga ambassador").
"""

from __future__ import annotations

from credence.read.words.tree import Token

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
_TITLES = frozenset(
    {"ambassador", "envoy", "president", "leader", "minister", "chief", "head", "charge", "consul", "representative"}
    | {"premier", "king", "emir", "chancellor", "chargé", "commissioner", "chairman", "governor", "diplomat"}
    | {"terrorist", "dictator", "usurper", "traitor", "criminal", "enemy", "attaché", "ruler"}
)


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


def named(title: Token) -> None:
    """Make the name before a title the object: "named Omar Varga ambassador", "branded the Harbour Bank a front"."""
    verb = title.head
    before = [c for c in title.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
    apart = any(c.lower_ in {"a", "an"} and before and c.i > before[-1].i for c in title.lefts)
    if not (apart or title.lemma_ in _TITLES) or not before or before[0].left_edge.i != verb.i + 1:
        return
    names = [c for c in before if all(t.pos_ == "PROPN" for t in title.doc[verb.i + 1 : c.i])]
    names[-1].head, names[-1].dep_ = verb, "dobj"
    for part in names[:-1]:
        part.head = names[-1]
    title.dep_ = "oprd"
