"""Our trees answer what the parser's own would, before and after a word is hung elsewhere."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc as Parsed

from credence.english import load_english
from credence.read.words.tree import Doc

SENTENCES = (
    "Peru, which closed its embassy in Lima in 2019, and Chad have accepted envoys of Mali, Oman and Niger.",
    "The minister said on Tuesday that he had told the ambassador to leave, and that others would follow.",
    "A hearing is scheduled on the issue today.",
)
WORDS = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")
ONE = ("head", "left_edge", "right_edge")


def _ours(parsed: Parsed) -> Doc:
    return Doc(
        words=[token.text for token in parsed],
        spaces=[bool(token.whitespace_) for token in parsed],
        tags=[token.tag_ for token in parsed],
        pos=[token.pos_ for token in parsed],
        lemmas=[token.lemma_ for token in parsed],
        heads=[token.head.i for token in parsed],
        deps=[token.dep_ for token in parsed],
    )


def _answers(sentence: Doc | Parsed) -> list[object]:
    return [
        (*(tuple(word.i for word in getattr(token, name)) for name in WORDS), *(getattr(token, name).i for name in ONE))
        for token in sentence
    ]


@pytest.mark.parametrize("text", SENTENCES)
def test_what_hangs_on_what_is_as_in_the_parser(text: str) -> None:
    parsed = load_english()(text)
    tree = _ours(parsed)
    assert _answers(tree) == _answers(parsed)
    for place in range(2, len(tree) - 1, 3):
        if not tree[place].is_ancestor(tree[place - 2]):
            for sentence in (tree, parsed):
                sentence[place].head = sentence[place - 2]
            assert _answers(tree) == _answers(parsed)


@pytest.mark.parametrize("text", SENTENCES)
def test_words_stand_where_they_stood(text: str) -> None:
    parsed = load_english()(text)
    tree = _ours(parsed)
    assert tree.text == text
    assert [(t.idx, t.lower_, t.is_punct, len(t)) for t in tree] == [
        (t.idx, t.lower_, t.is_punct, len(t)) for t in parsed
    ]
    assert tree.written(1, 4) == parsed[1:4].text
    begin, end = tree[2].idx - 1, tree[5].idx + 1
    assert tree.within(begin, end) == tree[2:5]
