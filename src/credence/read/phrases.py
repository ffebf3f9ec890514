"""Noun phrases with their inner structure, taken from the dependency tree.

The labels are those of the ClearNLP scheme that spaCy's English pipelines use; nothing after this module and
``clauses`` sees them.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from credence.model.document import Span
from credence.model.sighting import Form, Phrase

_MODIFIERS = {"amod": "mod", "compound": "mod", "nmod": "mod", "quantmod": "mod", "nummod": "num", "poss": "poss"}
_OUTSIDE = {"relcl", "conj", "cc", "punct", "preconj", "advcl", "ccomp", "parataxis", "acl"}
_LISTS = {"like", "include", "such", "among"}  # "countries like China": the examples stand for the class
_MAX_DEPTH = 6  # deeper nesting is a parse gone wrong


def coordinated(token: Token) -> Iterator[Token]:
    """Give a token and everything coordinated with it, in the order of the text."""
    yield token
    for child in token.children:
        if (child.dep_ == "conj" and (child.pos_ != "VERB" or child.ent_type_)) or (
            child.dep_ == "appos" and _listed(child, token)
        ):
            yield from coordinated(child)


def _listed(child: Token, token: Token) -> bool:
    """Whether an apposition is really a list: "Kazakhstan, Kyrgyzstan and Russia" is often parsed so."""
    both = child.pos_ == token.pos_ == "PROPN"
    return both and any(
        c.dep_ == "conj" and c.i > child.i and c.pos_ == "PROPN" for c in (*token.children, *child.children)
    )


def spread(token: Token) -> list[Token]:
    """Give the tokens a slot is distributed over: conjuncts, and examples after "like", "such as", "including".

    "Countries like China and Oman" gives China, Oman; "China, Iran and Oman" gives all three.
    """
    found: list[Token] = []
    for one in coordinated(token):
        examples = [named for child in one.children for named in _examples(child)]
        found.extend(examples or [one])
    return found


def _examples(prep: Token) -> Iterator[Token]:
    if prep.dep_ not in {"prep", "acl"} or prep.lemma_.lower() not in _LISTS | {"as"}:
        return
    if prep.lower_ == "as" and not any(child.lower_ == "such" for child in prep.children):
        return
    for child in prep.children:
        if child.dep_ in {"pobj", "dobj"} and child.pos_ == "PROPN":
            yield from coordinated(child)


def phrase(token: Token, offset: int, depth: int = 0) -> Phrase:
    """Make the phrase whose head is ``token``.

    Args:
        token: Head of the noun phrase.
        offset: Where the parsed sentence begins in the stored text.
        depth: How deep the phrase is nested in another one.

    Returns:
        The phrase, with offsets into the stored text.
    """
    tokens = [token, *_inside(token)]
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    head = _head(token)
    links = tuple(_links(token, offset, depth)) if depth < _MAX_DEPTH else ()
    return Phrase(
        span=_span(first, last, offset),
        head=_span(head[0], head[-1], offset),
        text=token.doc.text[first.idx : last.idx + len(last)],
        lemma=token.lemma_.lower(),
        form=_form(token),
        determiner=_determiner(token),
        links=links,
    )


def _inside(token: Token) -> Iterator[Token]:
    """Tokens of the phrase below its head, leaving out clauses and conjuncts."""
    for child in token.children:
        if child.dep_ not in _OUTSIDE:
            yield child
            yield from _inside(child)


def _head(token: Token) -> list[Token]:
    """The head with the parts of a name that stand directly before it."""
    words = [token]
    while token.pos_ == "PROPN" and words[0].i > token.sent.start:
        before = words[0].nbor(-1)
        if before.dep_ in {"compound", "nmod", "flat"} and before.pos_ == "PROPN" and before.head in words:
            words.insert(0, before)
        else:
            break
    return words


def _links(token: Token, offset: int, depth: int) -> Iterator[tuple[str, Phrase]]:
    for child in token.children:
        if child.dep_ in _MODIFIERS:
            for one in coordinated(child):
                yield _MODIFIERS[child.dep_], phrase(one, offset, depth + 1)
        elif child.dep_ == "appos" and not _listed(child, token):
            yield "appos", phrase(child, offset, depth + 1)
        elif child.dep_ in {"prep", "agent", "dative"}:
            yield from _prepositional(child, offset, depth)


def _prepositional(prep: Token, offset: int, depth: int) -> Iterator[tuple[str, Phrase]]:
    for child in prep.children:
        if child.dep_ == "pobj":
            for one in spread(child):
                yield prep.lower_, phrase(one, offset, depth + 1)
        elif child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):  # "out of", "because of"
            yield from _prepositional(child, offset, depth)


def _span(first: Token, last: Token, offset: int) -> Span:
    return Span(offset + first.idx, offset + last.idx + len(last))


def _form(token: Token) -> Form:
    if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$", "WP", "WDT", "EX"}:
        return "pronoun"
    if token.pos_ == "PROPN" or token.tag_ in {"NNP", "NNPS"}:
        return "name"
    return "number" if token.pos_ == "NUM" else "noun"


def _determiner(token: Token) -> str:
    for child in token.children:
        if child.dep_ in {"det", "predet"}:
            return str(child.lower_)
    return ""
