"""The present tense said of what is to come: "travels to Seoul next week", "when the president meets them in May"."""

from __future__ import annotations

from credence.read.words.tree import Token

_PRESENT = {"VBZ", "VBP"}
_TO_COME = {"next", "coming"}
_LATER = {"later", "tomorrow", "soon", "shortly"}
_GOING = {
    "travel",
    "visit",
    "meet",
    "go",
    "fly",
    "host",
    "arrive",
    "return",
    "head",
    "depart",
    "leave",
    "receive",
    "welcome",
    "attend",
    "convene",
    "hold",
    "come",
    "open",
    "close",
    "begin",
}


def is_ahead(verb: Token) -> bool:
    """Tell whether a verb in the present says what somebody will do: it has a time to come beside it."""
    if _must_wait(verb):
        return True
    progressive = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in _PRESENT for c in verb.children)
    plain = verb.tag_ in _PRESENT and not any(c.dep_ == "aux" for c in verb.children)
    if verb.lemma_ not in _GOING or not (progressive or plain):
        return False
    return any(_is_to_come(c) for c in verb.rights)


def _must_wait(verb: Token) -> bool:
    """Whether it is told how long something will still take: "it will be 2030 before Peru recognises Chad"."""
    above = verb.head
    first = any(c.lower_ == "before" and c.dep_ in {"mark", "advmod"} for c in verb.lefts)
    return (
        (first and verb.tag_ in _PRESENT and verb.dep_ == "advcl" and above.lemma_ in {"be", "take"})
        and any(c.lower_ == "it" for c in above.lefts)
        and any(c.dep_ == "aux" and c.tag_ == "MD" for c in above.lefts)
    )


def _is_to_come(word: Token) -> bool:
    """Whether words beside a verb name a time to come: "next month", "later this week", "in the coming days"."""
    if word.lower_ in _LATER and word.dep_ in {"advmod", "npadvmod"}:
        return True
    nouns = [c for c in word.children if c.dep_ == "pobj"] if word.dep_ == "prep" and word.lower_ == "in" else [word]
    if word.dep_ not in {"npadvmod", "prep", "advmod"}:
        return False
    below = {c.lower_ for noun in nouns for c in noun.children}
    return bool(below & _TO_COME) or ("later" in below and "this" in below)
