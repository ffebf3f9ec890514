"""The remembering ruler says of words what the packaged pipeline's own and its lemmatizer do."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from credence.english import load_english
from credence.read.words.ruler import RememberingRuler

SENTENCES = (
    "Peru hasn't said whether it'll do what y'all wanted, nor did Chad.",
    "There's nothin' left that they can do about it, and there were 12 envoys.",
    "The minister gets 3 ambassadors; Kenya got none.  It is I whom they saw.",
    "Who did this? That which Oman had, it has given to those that were there.",
    "Gonna be a long day, cause nobody's there to've been asked to accept them all.",
)


def test_words_come_out_the_same() -> None:
    nlp = load_english()
    own: list[Any] = [nlp.get_pipe(name) for name in ("attribute_ruler", "lemmatizer")]
    ruler, lemmatizer = own
    remembering = RememberingRuler(ruler, lambda word: str(word.lemma_ or lemmatizer.lemmatize(word)[0]))
    with nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        parsed = [doc.to_bytes() for doc in nlp.pipe(SENTENCES)]
    for _ in range(2):  # once met for the first time, once remembered
        for content in parsed:
            one, other = (Doc(nlp.vocab).from_bytes(content) for _ in range(2))
            for pipe in own:
                pipe(other)
            assert remembering(list(one)) == [(word.pos_, word.lemma_) for word in other]
            assert any(word.pos_ for word in other)
