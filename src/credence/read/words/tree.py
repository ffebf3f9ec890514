"""Sentences as trees of words: what a parser found, in plain Python, for reading to ask and to put right.

Reading asks each word again and again for its lemma, its head and what hangs on it. A parser keeps these in tables of
its own, from which each answer has to be made anew; here they are plain attributes, and what hangs on a word is found
once for all words of a sentence and again only when one of them was hung elsewhere.
"""

# ruff: noqa: SLF001 - a sentence and its words are one thing

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any


class Token:
    """A word or mark of a sentence.

    Attributes:
        doc: The sentence.
        i: Its place in it, from 0.
        idx: Where it begins, in characters.
        text: The word as it is written.
        whitespace_: The blank behind it, if there is one.
        lower_: The word in lower case.
        lemma_: Its lemma.
        tag_: Its part of speech in the tags of the Penn Treebank.
        pos_: The same in those of Universal Dependencies.
        dep_: How it hangs on its head.
    """

    __slots__ = (
        *("_children", "_first", "_head", "_last", "_lefts", "_rights", "_subtree"),
        *("dep_", "doc", "i", "idx", "lemma_", "lower_", "pos_", "tag_", "text", "whitespace_"),
    )
    _children: tuple[Token, ...]
    _lefts: tuple[Token, ...]
    _rights: tuple[Token, ...]
    _head: Token
    _subtree: tuple[Token, ...] | None
    _first: int
    _last: int

    def __init__(
        self, doc: Doc, place: tuple[int, int], written: tuple[str, str], told: tuple[str, str, str, str]
    ) -> None:
        """Take what is known of a word.

        Args:
            doc: Its sentence.
            place: Its place in it, in words and in characters.
            written: The word, and the blank behind it.
            told: Its lemma, its two parts of speech, and how it hangs on its head.
        """
        self.doc = doc
        self.i, self.idx = place
        self.text, self.whitespace_ = written
        self.lower_ = self.text.lower()
        self.lemma_, self.tag_, self.pos_, self.dep_ = told

    def __len__(self) -> int:
        """Give the number of its letters."""
        return len(self.text)

    def __repr__(self) -> str:
        """Give the word as it is written."""
        return self.text

    @property
    def head(self) -> Token:
        """The word it hangs on; itself if that is none."""
        return self._head

    @head.setter
    def head(self, head: Token) -> None:
        if head is not self._head:
            self._head = head
            self.doc.is_loose = True

    @property
    def children(self) -> tuple[Token, ...]:
        """What hangs on it, in the order of the sentence."""
        if self.doc.is_loose:
            self.doc.tie()
        return self._children

    @property
    def lefts(self) -> tuple[Token, ...]:
        """What hangs on it and stands before it."""
        if self.doc.is_loose:
            self.doc.tie()
        return self._lefts

    @property
    def rights(self) -> tuple[Token, ...]:
        """What hangs on it and stands behind it."""
        if self.doc.is_loose:
            self.doc.tie()
        return self._rights

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The word with all that hangs on it at any depth, branch by branch."""
        if self.doc.is_loose:
            self.doc.tie()
        if self._subtree is None:
            before = (below for child in self._lefts for below in child.subtree)
            behind = (below for child in self._rights for below in child.subtree)
            self._subtree = (*before, self, *behind)
        return self._subtree

    @property
    def left_edge(self) -> Token:
        """The first word of what hangs on it at any depth."""
        if self.doc.is_loose:
            self.doc.tie()
        return self.doc[self._first]

    @property
    def right_edge(self) -> Token:
        """The last word of what hangs on it at any depth."""
        if self.doc.is_loose:
            self.doc.tie()
        return self.doc[self._last]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words it hangs on, nearest first; never more than there are, should they go in a circle."""
        word = self
        for _ in self.doc:
            if word._head is word:
                return
            word = word._head
            yield word

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether another word hangs on this at any depth."""
        return any(word is self for word in descendant.ancestors)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other words of the coordination it is in."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for word in joined:
            joined.extend(child for child in word.rights if child.dep_ == "conj")
        return tuple(word for word in joined if word is not self)

    @property
    def is_punct(self) -> bool:
        """Whether it is all punctuation."""
        return _is_punctuation(self.text)


@cache
def _is_punctuation(text: str) -> bool:
    return all(unicodedata.category(letter).startswith("P") for letter in text)


class Doc(list[Token]):
    """A sentence: its words in order.

    Attributes:
        text: The sentence as it is written.
        user_data: What reading keeps with it.
        is_loose: Whether a word was hung elsewhere since it was last found out what hangs on what.
    """

    def __init__(  # noqa: PLR0913 - one row for each thing that is known of a word
        self,
        *,
        words: Sequence[str],
        spaces: Sequence[bool],
        tags: Sequence[str],
        pos: Sequence[str],
        lemmas: Sequence[str],
        heads: Sequence[int],
        deps: Sequence[str],
    ) -> None:
        """Make a sentence of its words.

        Args:
            words: Each as it is written.
            spaces: Whether a blank stands behind each.
            tags: Parts of speech in the tags of the Penn Treebank.
            pos: The same in those of Universal Dependencies.
            lemmas: Lemmas.
            heads: The place of the word that each hangs on; its own if that is none.
            deps: How it does.
        """
        self.user_data: dict[str, Any] = {}
        self.is_loose = True
        at = 0
        for place, (word, space, *told) in enumerate(zip(words, spaces, lemmas, tags, pos, deps, strict=True)):
            blank = " " if space else ""
            lemma, tag, part, dep = told
            self.append(Token(self, (place, at), (word, blank), (lemma, tag, part, dep)))
            at += len(word) + len(blank)
        for token, head in zip(self, heads, strict=True):
            token._head = self[head]
        self.text = "".join(token.text + token.whitespace_ for token in self)

    def written(self, start: int, end: int) -> str:
        """Give the words from one place to before another, as they are written."""
        words = self[start:end]
        return self.text[words[0].idx : words[-1].idx + len(words[-1])] if words else ""

    def within(self, start: int, end: int) -> list[Token]:
        """Give the words that stand between two characters as a whole."""
        return [token for token in self if start <= token.idx and token.idx + len(token) <= end]

    def tie(self) -> None:
        """Find out what hangs on each word."""
        self.is_loose = False
        lefts: list[list[Token]] = [[] for _ in self]
        rights: list[list[Token]] = [[] for _ in self]
        for token in self:
            token._first = token._last = token.i
            if token._head is not token:
                (lefts if token.i < token._head.i else rights)[token._head.i].append(token)
        for token in self:
            token._lefts, token._rights = tuple(lefts[token.i]), tuple(rights[token.i])
            token._children, token._subtree = token._lefts + token._rights, None
        for token in (*self, *reversed(self)):  # branches that cross others reach their ends on the way back
            head = token._head
            head._first, head._last = min(head._first, token._first), max(head._last, token._last)
