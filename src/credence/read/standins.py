"""Headline verbs that the parser takes for nouns: "Chad expels envoy", "Bolivia severs ties with Israel".

Such a headline is parsed a second time with a verb that the parser knows in the place of the one it does not; the
trees then belong to the words as written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from credence.catalog.spelling import fold

_STAND_IN = "suspends"
_ENDS = (".", "!", "?", '"', ":", ";")
_BEFORE = {"PROPN", "ADJ", "DET", "PUNCT", "CCONJ", "PART", "NOUN"}
_SHORTEST = 4
_NO_OBJECT = {"ADP", "AUX", "CCONJ", "PUNCT", "SCONJ"}


def with_verb(doc: Doc, parse: Callable[[Iterable[str]], Iterator[Doc]], predicates: Collection[str]) -> Doc:
    """Give the tree of a headline with its verb; the same tree for all other sentences.

    Args:
        doc: The parsed sentence.
        parse: The parser.
        predicates: Folded lemmas that patterns speak of: only those are sought.
    """
    if doc.text.rstrip().endswith(_ENDS):
        return doc
    for token in _candidates(doc):
        lemma = next((one for one in _lemmas(token.lower_) if fold(one) in predicates), None)
        if lemma is None:
            continue
        text = doc.text[: token.idx] + _STAND_IN + doc.text[token.idx + len(token) :]
        again = next(iter(parse([text])))
        if len(again) == len(doc) and _heads(again[token.i]):
            return _rewritten(doc, again, token.i, lemma)
    return doc


def _candidates(doc: Doc) -> Iterator[Token]:
    """The first word in -s after a name that opens the headline, if it is no verb and stands before an object."""
    for token in doc[1:-1]:
        if token.pos_ not in _BEFORE or token.tag_ == "TO":
            return
        before, after = doc[token.i - 1], doc[token.i + 1]
        small = token.is_lower and token.text.endswith("s") and len(token) > _SHORTEST
        if small and before.text[:1].isupper() and after.pos_ not in _NO_OBJECT and after.tag_ not in {"VBD", "VBN"}:
            yield token
            return


def _lemmas(word: str) -> Iterator[str]:
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"


def _heads(verb: Token) -> bool:
    """Whether a word is the verb of the headline, with a subject and an object."""
    below = {child.dep_ for child in verb.children}
    return verb.pos_ == "VERB" and verb.dep_ == "ROOT" and "nsubj" in below and bool(below & {"dobj", "prt"})


def _rewritten(doc: Doc, again: Doc, place: int, lemma: str) -> Doc:
    """The second tree over the words as written."""
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in again],
        pos=[token.pos_ for token in again],
        lemmas=[lemma if token.i == place else token.lemma_ for token in again],
        heads=[token.head.i for token in again],
        deps=[token.dep_ for token in again],
    )
