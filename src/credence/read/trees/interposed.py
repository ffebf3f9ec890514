"""Trees put right around what stands between a subject and its verb.

"Peru has, officials in Lima say, closed its embassy" is often parsed as if Peru said it; "The kingdom, the press agency
reported, had decided" as if the kingdom had reported; and the subject of "will" in "Peru will, it is said, recognise"
is left on the auxiliary.
"""

from __future__ import annotations

from credence.read.words.forms import SUBJECT, left_of, ordinal, right_of
from credence.read.words.tree import Token

_LACKED = {*SUBJECT, "csubj", "expl"}
_HELPING = {"have", "be", "will", "may", "might", "would", "could", "should", "must", "can", "shall", "do"}
_ASIDE = {"parataxis", "ccomp", "advcl", "dep"}
_NOUNS = {"NOUN", "PROPN", "PRON"}


def uninterposed(token: Token) -> None:
    """Give a verb the subject and the auxiliary that what is interposed took."""
    if token.dep_ in SUBJECT and token.head.dep_ in {"aux", "auxpass"} and token.i < token.head.i:
        _on_auxiliary(token)
    elif token.text == "," and token.i and token.i + 1 < len(token.doc):
        _stolen(left_of(token))
    elif token.dep_ == "parataxis" and token.i < token.head.i:
        _reporting(token)
    elif token.dep_ == "npadvmod" and token.head.dep_ == "parataxis":
        _quoted(token)
    elif token.dep_ in {"appos", "conj"} and token.pos_ in {"NOUN", "ADJ"} and ordinal(token):
        _become(token)
    elif token.dep_ == "prep" and token.pos_ in {"NOUN", "PROPN"}:
        _no_preposition(token)
    elif token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN"} and token.i + 1 < len(token.doc):
        _of_next_clause(token)


def _quoted(noun: Token) -> None:
    """Give a verb the subject that is quoted apart: "Peru," said Ana Rojas, "has closed its embassy"."""
    verb, first = noun.head.head, noun.left_edge
    quoted = first.i > 0 and left_of(first).text == '"' and noun.i < noun.head.i < verb.i
    if quoted and noun.pos_ in _NOUNS and _lacks(verb):
        _give(noun, verb)


def _no_preposition(noun: Token) -> None:
    """Give a verb the subject before an aside: "the President of the Republic, acting on advice, recognised"."""
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB" and t.i > noun.i), None)
    if (
        verb is not None
        and verb.tag_ in {"VBD", "VBZ", "VBP"}
        and _lacks(verb)
        and right_of(noun.right_edge).text == ","
    ):
        _give(noun, verb)


def _of_next_clause(noun: Token) -> None:
    """Give a clause the subject that was joined to the one before: "backed its admission and the council made it"."""
    verb, before = right_of(noun.right_edge), left_of(noun.left_edge)
    stands = verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ", "VBP"} and _lacks(verb) and verb.head.i < noun.i
    near = noun.right_edge == noun or left_of(verb).dep_ == "pobj"  # "and the policy which it follows and said"
    if (
        stands
        and near
        and before.lower_ in {"and", "but"}
        and verb.head.pos_ in {"VERB", "AUX"}
        and noun.head != verb.head
    ):
        _give(noun, verb)


def _become(noun: Token) -> None:
    """Give "become" what it says of its subject: "Peru became, by the count that Chad keeps, the third state to"."""
    verb = next((t for t in noun.ancestors if t.lemma_ in {"become", "be"} and t.i < noun.i), None)
    first = noun.left_edge
    if verb is None or left_of(first).text != "," or first.lower_ != "the":
        return
    told = any(c.dep_ in {"attr", "acomp", "ccomp", "xcomp"} for c in verb.children)
    if not told and right_of(verb).text == "," and verb.pos_ in {"VERB", "AUX"}:
        noun.head, noun.dep_ = verb, "attr"


def _lacks(verb: Token) -> bool:
    return verb.pos_ == "VERB" and not any(c.dep_ in _LACKED for c in verb.children)


def _give(subject: Token, verb: Token) -> None:
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" or c.lemma_ == "be" for c in verb.children)
    subject.head, subject.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _on_auxiliary(subject: Token) -> None:
    """Give the verb what its auxiliary has as subject."""
    verb = subject.head.head
    if _lacks(verb) and verb.i > subject.head.i:
        _give(subject, verb)


def _stolen(word: Token) -> None:
    """Give back an auxiliary before a comma, and its subject: "Peru has, officials say, closed"."""
    helper = left_of(word) if word.dep_ in {"neg", "advmod"} and word.i else word
    if helper.lemma_ not in _HELPING or helper.i == 0:
        return
    aside = helper.head
    verb = aside.head if aside.dep_ in _ASIDE and aside.head != aside else aside
    stands = verb.i > helper.i and verb.tag_ in {"VBN", "VBD", "VB", "VBG"} and _lacks(verb) and verb != helper
    subjects = [
        t for t in (*helper.children, *aside.children) if t.dep_ in SUBJECT and t.i < helper.i and t.pos_ in _NOUNS
    ]
    behind_comma = verb.i > 0 and any(t.text == "," for t in verb.doc[max(word.i + 2, verb.i - 3) : verb.i])
    if not stands or len(subjects) != 1 or not behind_comma or subjects[0].right_edge.i >= helper.i:
        return
    if helper.dep_ != "aux" or helper.head != verb:
        helper.head, helper.dep_ = verb, "aux"
    for child in [c for c in helper.children if c.dep_ in {"neg", "advmod"}]:
        child.head = verb
    _give(subjects[0], verb)


def _reporting(aside: Token) -> None:
    """Tell who reports from who is reported on: "The kingdom, the press agency reported, had decided"."""
    verb = aside.head
    for subject in [c for c in aside.children if c.dep_ == "nsubj" and c.i < aside.i]:
        told = [c for c in subject.children if c.dep_ == "appos" and c.right_edge.i + 1 == aside.i]
        if told and left_of(told[-1].left_edge).text == "," and right_of(subject).text == "," and _lacks(verb):
            told[-1].head, told[-1].dep_ = aside, "nsubj"
            _give(subject, verb)
            return
