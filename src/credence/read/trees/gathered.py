"""Several who do something together, put right where the parser took their list apart.

"On Monday, Peru, Kenya and Mali left" is parsed as if they were days; before ", and" the last is left alone; "plan" and
the like behind a list is taken for a noun; and "neither" for a part of the first name.
"""

from __future__ import annotations

from credence.read.words.forms import SUBJECT, infinitive, left_of, right_of
from credence.read.words.tree import Token

_VERBAL = {"VERB", "AUX"}
_HELPING = {"aux", "auxpass", "neg"}
_NAMING = {"PROPN", "DET", "PUNCT", "ADP"}  # "Peru, the Republic of Chad, and Mali"


def gathered(token: Token) -> None:
    """Give a verb all who do what it says."""
    if token.dep_ == "conj" and token.head.dep_ == "pobj" and token.pos_ == "PROPN":
        _behind_date(token)
    elif token.dep_ in SUBJECT and token.pos_ == "PROPN" and token.left_edge.i > 1:
        _last_of(token)
    elif token.dep_ == "ROOT" and token.tag_ in {"NN", "NNS"}:
        _planning(token)
    elif token.lower_ in {"each", "both", "all"} and token.i and left_of(token).lemma_ == "have":
        _done_by_each(token)
    elif token.lower_ == "followed" and token.dep_ == "acl" and left_of(token).text == ",":
        _followed(token)
    elif token.lower_ == "neither" and token.dep_ in {"compound", "det", "nmod"} and token.head.pos_ == "PROPN":
        token.dep_ = "preconj"


def _behind_date(name: Token) -> None:
    """Give a verb its subjects that were joined to the date or place which opens the sentence."""
    prep = name.head.head
    verb = prep.head
    if prep.dep_ != "prep" or verb.pos_ not in _VERBAL or prep.i > 0:
        return
    subjects = [c for c in verb.children if c.dep_ in SUBJECT]
    beside = len(subjects) == 1 and subjects[0].left_edge.i == name.right_edge.i + 2
    if beside and subjects[0].pos_ == "PROPN" and any(c.dep_ == "cc" for c in subjects[0].children):
        _give(name, verb)
        subjects[0].head, subjects[0].dep_ = name, "conj"
    if subjects or not _lacks(verb):
        return
    first = min((c.i for c in verb.children if c.dep_ in _HELPING), default=verb.i)
    if name.right_edge.i + 1 != first and right_of(name.right_edge).text not in {",", "–"}:
        return
    if left_of(name.left_edge).text == "," or name.head.pos_ != "PROPN" or name.head.lower_.endswith("day"):
        _give(name, verb)


def _last_of(last: Token) -> None:
    """Join the last name before a verb to those before ", and": "Peru, Kenya, and Mali have left"."""
    verb, joined = last.head, left_of(last.left_edge)
    if joined.lower_ not in {"and", "or"} or left_of(joined).text != ",":
        return
    before = left_of(joined, 2)
    chain = [before]
    while chain[-1].dep_ in {"conj", "appos"} and chain[-1].head.pos_ == "PROPN":
        chain.append(chain[-1].head)
    first = chain[-1]
    plain = all(t.pos_ in _NAMING for t in first.doc[first.left_edge.i : joined.i])
    stray = first.dep_ == "ROOT" or (first.head == verb and first.dep_ in {*SUBJECT, "npadvmod", "dep"})
    if before.pos_ != "PROPN" or first.pos_ != "PROPN" or not plain or not stray or first == last:
        return
    role = last.dep_
    if first.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    for name in chain[:-1]:
        name.dep_ = "conj"
    first.head, first.dep_ = verb, role
    last.head, last.dep_ = before, "conj"


def _planning(word: Token) -> None:
    """Make a verb of what names "plan" or "vow" to do: it has a subject and an infinitive."""
    subjects = [c for c in word.children if c.dep_ in SUBJECT]
    acts = [c for c in word.children if c.dep_ in {"acl", "relcl", "xcomp"} and infinitive(c) and c.i > word.i]
    if len(subjects) == 1 and acts and subjects[0].right_edge.i + 1 == word.i:
        word.tag_, word.pos_ = "VBP", "VERB"
        for act in acts:
            act.dep_ = "xcomp"


def _followed(word: Token) -> None:
    """Hang who came next on the verb, not on its object: "severed relations with Chad, followed by Kenya"."""
    verb = next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    if verb is not None and verb.i < word.head.i and any(c.dep_ == "agent" for c in word.children):
        word.head, word.dep_ = verb, "advcl"


def _done_by_each(word: Token) -> None:
    """Make a verb of a participle behind "have each": "have each severed relations" is no "have … relations"."""
    have, verb = left_of(word), right_of(word)
    noun = verb.head
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or noun.dep_ != "dobj" or noun.head != have:
        return
    verb.head, verb.dep_, verb.pos_ = have.head if have.head != have else verb, have.dep_, "VERB"
    for child in [c for c in have.children if c not in {word, verb}]:
        child.head = verb
    have.head, have.dep_ = verb, "aux"
    word.head, word.dep_ = verb, "advmod"


def _lacks(verb: Token) -> bool:
    return not any(c.dep_ in {*SUBJECT, "expl", "csubj"} for c in verb.children)


def _give(name: Token, verb: Token) -> None:
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"
