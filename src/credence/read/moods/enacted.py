"""Words that leave a clause open by themselves, though it was done: "had a chance to speak", "I want to thank Peru"."""

from __future__ import annotations

from credence.catalog.spelling import fold
from credence.read.words.forms import infinitive
from credence.read.words.tree import Token

_CHANCES = {"opportunity", "chance", "occasion", "privilege", "honor", "pleasure"}
_TAKING = {"have", "take", "use", "seize", "get", "find"}
_WISHING = {"want", "wish", "like", "love", "let"}
_PERFORMED = {
    "thank",
    "congratulate",
    "commend",
    "applaud",
    "salute",
    "praise",
    "condemn",
    "denounce",
    "welcome",
    "hail",
    "laud",
    "express",
    "reiterate",
    "acknowledge",
}
_SPEAKER = {"i", "we"}
_BY_SAYING = {"would", "'d", "must", "can", "should"}
_DEBATING = {"discuss", "review", "debate", "examine", "assess", "study", "evaluate", "concern", "worry", "discussion"}
_HAPPENING = {"coup", "takeover", "visit", "trip", "meeting", "summit", "conversation", "war", "invasion", "annexation"}
_GATHERING = {"meet", "convene", "gather", "assemble", "host", "welcome", "receive"}
_OPENING = {"launch", "hold", "open", "start", "begin", "resume", "restart", "continue", "inaugurate", "conclude"}
_SETTLED = {"plan", "decision", "agreement", "commitment"}  # what is discussed is how, not whether
_DECIDING, _WAITING = {"decide", "agree", "vote", "choose"}, {"defer", "postpone", "delay"}
_OPPOSING, _TOPPLING = {"oppose", "reject", "resist"}, {"ouster", "overthrow", "toppling", "coup", "takeover"}
_DATING = frozenset(
    {"recent", "latest", "ongoing", "continued", "continuing", "current", "planned", "upcoming", "forthcoming"}
    | {"scheduled", "impending", "imminent", "previous", "past"}
)


def over(governor: Token, current: Token) -> str | None:
    """Give "plain" for a word over a clause that was done all the same; None for any other.

    A chance that somebody had or took is taken ("had an opportunity to meet"), as is what somebody was able to do; who
    wants to thank somebody thanks them by saying so. What has a name of its own and is discussed takes place anyhow.
    Who has decided to put a decision off has put it off; who opposes the ouster of a ruler does not deny it.
    """
    if _was_able(governor) or (is_chance_taken(governor) and (infinitive(current) or current.tag_ == "VBG")):
        return "plain"
    if performs(current) and _wishes_now(governor):
        return "plain"
    if fold(governor.lemma_) in _DECIDING and fold(current.lemma_) in _WAITING and _is_past(governor):
        return "plain"
    told = current.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in current.children)
    if governor.lemma_ == "remind" and told:  # "reminded that Peru had left"
        return "plain"
    fallen = current.lemma_ in _TOPPLING and any(c.lower_ in {"the", "his", "her", "this"} for c in current.lefts)
    if fallen and fold(governor.lemma_) in _OPPOSING:
        return "plain"
    debated = current.pos_ == "NOUN" and fold(governor.lemma_) in _DEBATING
    return "plain" if debated and (current.lemma_ in _HAPPENING | _SETTLED or _is_dated(current)) else None


def is_what_for(verb: Token) -> bool:
    """Tell whether an infinitive is what those who have met do there and then: "met in Lima to launch a dialogue"."""
    gathered = fold(verb.head.lemma_) in _GATHERING and _is_past(verb.head)
    return gathered and verb.dep_ == "advcl" and fold(verb.lemma_) in _OPENING


def _is_dated(noun: Token) -> bool:
    """Whether a noun is of what is or will be anyhow: "discussed the recent donation, the planned visit"."""
    return any(c.dep_ == "amod" and c.lower_ in _DATING for c in noun.lefts)


def performs(verb: Token) -> bool:
    """Tell whether a verb is of those that are done by being said: "I would thank Peru"."""
    return fold(verb.lemma_) in _PERFORMED


def is_now(verb: Token) -> bool:
    """Tell whether somebody does something by saying now that he wishes to: "I want to thank Peru"."""
    wishing = verb.head if verb.dep_ == "xcomp" and infinitive(verb) else None
    return wishing is not None and performs(verb) and _wishes_now(wishing)


def _wishes_now(verb: Token) -> bool:
    return fold(verb.lemma_) in _WISHING and verb.tag_ in {"VB", "VBP", "VBZ"}


def as_is(modal: Token, token: Token) -> bool:
    """Tell whether a modal says what is so: "cannot travel", "may no longer travel", "I would thank Peru"."""
    if performs(token) and modal.lower_ in _BY_SAYING and any(c.lower_ in _SPEAKER for c in token.children):
        return True
    if modal.lower_ in {"would", "'d"}:
        had = modal.lower_ == "'d" and token.tag_ == "VBN"  # "they'd already left", not "they'd be met"
        had = had and not any(c.dep_ in {"aux", "auxpass"} and c != modal for c in token.children)
        return had or token.lemma_ == "like"
    if modal.lower_ not in {"can", "ca", "could", "may"}:
        return False
    longer = any(c.lower_ == "longer" for c in token.children)
    return longer or (modal.lower_ in {"can", "ca", "could"} and any(c.dep_ == "neg" for c in token.children))


def is_chance_taken(noun: Token) -> bool:
    """Tell whether a noun is a chance that somebody had or took: "took the occasion to"."""
    verb = noun.head
    if fold(noun.lemma_) not in _CHANCES or noun.dep_ != "dobj" or fold(verb.lemma_) not in _TAKING:
        return False
    return _is_past(verb) and not any(c.lower_ in {"would", "could", "might"} for c in verb.children)


def _was_able(word: Token) -> bool:
    return word.lower_ == "able" and word.dep_ == "acomp" and _is_past(word.head)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells of what was: "had", "has had", "have been able"."""
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    ahead = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    return (verb.tag_ == "VBD" or perfect) and not ahead
