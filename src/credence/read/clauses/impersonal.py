"""What "it" only leads up to: "it is important to close it" says nobody who does."""

from __future__ import annotations

from credence.read.words.forms import infinitive
from credence.read.words.tree import Token

_IMPERSONAL = frozenset(
    {"time", "important", "possible", "impossible", "necessary", "difficult", "hard", "easy", "easier", "harder"}
    | {"crucial", "vital", "essential", "wrong", "right", "good", "better", "best", "wise", "unwise", "premature"}
    | {"mistake", "duty", "responsibility", "imperative", "critical", "urgent", "idea", "interest", "customary"}
    | {"common", "natural", "desirable", "useful", "helpful", "fair", "safe", "dangerous", "worth", "aim", "goal"}
    | {"early", "late", "usual"}
)


def is_impersonal(verb: Token) -> bool:
    """Tell whether an infinitive is what "it" only leads up to: "it is important to", "it is long past time to"."""
    first = verb
    while first.dep_ == "conj" and infinitive(first):
        first = first.head
    above = first.head if first.head.lemma_ == "be" else first.head.head
    said = [c for c in above.children if c.dep_ in {"attr", "acomp"} and c.lemma_.lower() in _IMPERSONAL]
    return bool(said) and any(c.lower_ == "it" and c.dep_ in {"nsubj", "expl"} for c in above.lefts)


def kept_busy(verb: Token) -> list[Token]:
    """Give whom "it" took so long to do something: "it took Peru until 2019 to recognise Kosovo"."""
    above = verb.head
    if above.lemma_ != "take" or not infinitive(verb) or verb.dep_ not in {"advcl", "xcomp"}:
        return []
    it = any(c.lower_ == "it" and c.dep_ in {"nsubj", "expl"} for c in above.lefts)
    until = any(c.lower_ in {"until", "till"} and c.dep_ == "prep" for c in above.rights)
    long = any(c.dep_ == "npadvmod" and c.tag_ in {"NN", "NNS"} for c in above.rights)
    return [c for c in above.rights if c.dep_ == "dobj" and c.i < verb.i] if it and (until or long) else []
