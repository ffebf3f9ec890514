"""Gerunds and adjectives that were hung on the noun beside them, in place.

In "is mulling severing relations" it is not the relations that sever; in "there is talk of Peru closing its embassy"
the gerund has a subject of its own; and what somebody seems is said of him: "seems likely to leave".
"""

from __future__ import annotations

from credence.read.words.tree import Token

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


def promoted(token: Token) -> None:
    """Hang such a word where it belongs."""
    if token.dep_ == "acl" and token.tag_ == "VBG":
        _with_subject(token)
    elif token.dep_ == "oprd" and token.tag_ == "JJ" and token.head.lemma_ in _SEEMING:
        token.dep_ = "acomp"  # "seems likely to leave"
    elif token.dep_ == "amod" and token.tag_ == "VBG" and 0 < token.i < token.head.i:
        _gerund(token)


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
