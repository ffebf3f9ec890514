"""Verbs that were taken for adjectives of the noun behind them, with what was therefore hung wrong.

"Peru's decision to close its embassy in Chad angered Kenya" is parsed as if Kenya were angry, and the sentence is left
without a verb; in "is mulling severing relations" it is the relations that sever. So are put right gerunds with a
subject of their own, and what somebody seems.
"""

from __future__ import annotations

from spacy.tokens import Token

from credence.read.trees.mistaken import plain_form
from credence.read.words.forms import FINITE

_WEIGHING = frozenset(
    {"mull", "consider", "discuss", "contemplate", "weigh", "propose", "suggest", "avoid", "regret", "deny", "resist"}
    | {"risk", "begin", "start", "postpone", "delay", "recommend", "admit", "debate", "ponder", "envisage", "explore"}
)
_DESCRIBING = frozenset(
    {"existing", "outstanding", "remaining", "growing", "leading", "ongoing", "following", "rising", "continuing"}
    | {"coming", "pending", "working", "ruling", "warring", "opposing", "competing", "lasting", "binding", "building"}
)
_PROSPECTS = frozenset(
    {"talk", "prospect", "possibility", "risk", "chance", "idea", "threat", "hope", "fear", "likelihood", "question"}
    | {"danger", "rumor", "rumour", "speculation"}
)
_SEEMING = {"seem", "appear", "look", "remain"}
_BEFORE = {"compound", "nmod", "npadvmod", "amod"}


def promoted(token: Token) -> None:
    """Make a verb again of an adjective before a noun that has taken the verb's place."""
    if token.dep_ == "acl" and token.tag_ == "VBG":
        _with_subject(token)
    elif token.dep_ == "oprd" and token.tag_ == "JJ" and token.head.lemma_ in _SEEMING:
        token.dep_ = "acomp"  # "seems likely to leave"
    if token.dep_ != "amod" or token.i == 0 or token.head.i < token.i:
        return
    if token.tag_ == "VBG":
        _gerund(token)
    elif token.lower_.endswith("ed") and token.tag_ in {"JJ", "VBD", "VBN"}:
        _finite(token)


def _gerund(word: Token) -> None:
    """Hang a gerund on the verb right before it: "is mulling severing diplomatic relations"."""
    noun, verb = word.head, word.head.head
    beside = noun.dep_ == "dobj" and verb.i == word.i - 1 and verb.lemma_ in _WEIGHING
    if beside and word.lower_ not in _DESCRIBING:
        word.head, word.dep_, noun.head = verb, "xcomp", word


def _with_subject(verb: Token) -> None:
    """Give a gerund the name before it as its subject: "there is talk of Peru closing its embassy"."""
    name, prep = verb.head, verb.head.head
    if name.pos_ == "PROPN" and prep.lower_ == "of" and prep.head.lemma_ in _PROSPECTS and name.i < verb.i:
        verb.head, verb.dep_, verb.pos_ = prep, "pcomp", "VERB"
        name.head, name.dep_ = verb, "nsubj"


def _finite(word: Token) -> None:
    """Make a sentence's verb of what stands between two nouns of which the first was hung on the second."""
    noun, root, before = word.head, word.sent.root, word.nbor(-1)
    bare = root.pos_ in {"NOUN", "PROPN"} and root.i < word.i and not _has_verb(root, word)
    closed = word.doc[-1].text in {".", "!", "”", '"'}  # headlines leave out verbs
    if not (bare and closed and before.pos_ == "PROPN" and before.dep_ in _BEFORE and before.head in {noun, word}):
        return
    if noun.dep_ not in {"pobj", "dobj"} or noun.head.i > before.i or noun.left_edge.i < before.left_edge.i:
        return
    before.head, before.dep_ = noun.head, noun.dep_
    if word.tag_ == "JJ":
        word.lemma_ = plain_form(word.lower_)
    word.head, word.dep_, word.tag_, word.pos_ = word, "ROOT", "VBD", "VERB"
    noun.head, noun.dep_ = word, "dobj"
    root.head, root.dep_ = word, "nsubj"


def _has_verb(root: Token, word: Token) -> bool:
    """Whether anything else can be the sentence's verb."""
    hung = (t for t in root.children if t.pos_ in {"VERB", "AUX"})
    return any(t.tag_ in FINITE and t != word for t in hung)
