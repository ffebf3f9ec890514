"""On which occasion something became known: "speaking in Quito on Tuesday", "the decision, announced on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.words.tree import Token

_KNOWN = {
    *("announce", "report", "declare", "confirm", "publish", "reveal", "unveil", "disclose", "proclaim", "make"),
    *("take", "adopt", "issue", "sign", "approve", "agree", "order", "decree", "reach"),
    *("grant", "give", "provide", "extend", "pay", "impose", "hold", "conduct", "carry", "launch", "deliver"),
}


def occasions(token: Token) -> Iterator[Token]:
    """Give the verbs whose time is that of an act: a participle that opens its clause, or says when it became known.

    Args:
        token: The verb or the noun that is the act.
    """
    for child in token.children:
        if token.pos_ in {"VERB", "AUX"}:
            opens = child.dep_ == "advcl" and child.tag_ == "VBG" and child.i < token.i
            if opens and not any(c.dep_ in {"mark", "aux"} for c in child.children):
                yield child
        elif (
            child.dep_ in {"acl", "relcl"} and child.tag_ == "VBN" and child.lemma_ in _KNOWN and not _goes_back(child)
        ):
            yield child


def _goes_back(verb: Token) -> bool:
    return any(c.lower_ == "had" for c in verb.children)
