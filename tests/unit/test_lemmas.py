"""Lemmas of verbs that rules for endings get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from spacy.tokens import Doc

from credence.catalog.patterns import load_patterns
from credence.catalog.spelling import fold
from credence.english import load_english, load_lemmas

TABLES = load_english().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined] # spaCy says nothing of its pipes
KNOWN = frozenset(TABLES.get_table("lemma_index")["verb"])
IRREGULAR = {lemma for lemmas in TABLES.get_table("lemma_exc")["verb"].values() for lemma in lemmas}
MORPH = {
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
}


def _lemma(form: str, tag: str) -> str:
    nlp = load_english()
    doc = Doc(nlp.vocab, words=["they", form], pos=["PRON", "VERB"], tags=["PRP", tag], morphs=["", MORPH[tag]])
    return load_lemmas()(doc[1])


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("hoped", "hope"),
        ("hopes", "hope"),
        ("hopping", "hop"),
        ("staging", "stage"),
        ("fined", "fine"),
        ("barred", "bar"),
        ("baring", "bare"),
        ("rowed", "row"),
        ("routed", "rout"),
        ("closed", "close"),
        ("readmitted", "readmit"),
        ("relisted", "relist"),
        ("decertified", "decertify"),
        ("refroze", "refreeze"),
        ("cutting", "cut"),
    ],
)
def test_a_form_is_of_its_verb(word: str, lemma: str) -> None:
    tag = "VBG" if word.endswith("ing") else "VBZ" if word.endswith("s") else "VBD"
    assert _lemma(word, tag) == lemma


def test_every_verb_of_a_pattern_is_met_in_its_regular_forms() -> None:
    verbs = {lemma for each in load_patterns() if each.form == "clause" for lemma in each.predicates & KNOWN}
    assert len(verbs) > 900
    met = {(verb, form): _lemma(form, tag) for verb in verbs - IRREGULAR for form, tag in _forms(verb)}
    assert {told: lemma for told, lemma in met.items() if fold(lemma) != fold(told[0])} == {}


def _forms(verb: str) -> Iterator[tuple[str, str]]:
    """Spell the forms of a regular verb."""
    if re.search(r"[^aeiou]y$", verb):
        third, past, going = f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    elif verb.endswith("e"):
        third, past, going = f"{verb}s", f"{verb}d", f"{verb if verb.endswith('ee') else verb[:-1]}ing"
    else:
        stem = verb + verb[-1] if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb) else verb
        third, past, going = f"{verb}{'es' if re.search('(?:s|x|z|ch|sh)$', verb) else 's'}", f"{stem}ed", f"{stem}ing"
    yield from ((third, "VBZ"), (past, "VBD"), (going, "VBG"))
