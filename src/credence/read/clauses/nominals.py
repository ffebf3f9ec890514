"""Who does and who undergoes what a nominalisation says, by what stands around it: "ordered the expulsion of"."""

from __future__ import annotations

from collections.abc import Iterator

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses.obliques import obliques_of
from credence.read.clauses.passives import is_passive
from credence.read.clauses.subjects import subjects_of
from credence.read.nouns.hanging import governed
from credence.read.nouns.phrases import coordinated, spread
from credence.read.words.forms import SUBJECT, left_of, may_act
from credence.read.words.tree import Token

MEETING = {"meet", "talk", "negotiate", "visit", "call"}
_KEEPING = {"confine", "limit", "restrict", "stick", "reduce", "resort", "join"}
_PLANS = {"plan", "preparation", "decision", "intention", "promise"}
_HAVING = {"have", "take", "draw", "present", "unveil", "drop", "abandon", "scrap", "revive", "reveal", "outline"}
_WHILE = {"in", "during", "after", "at", "before", "following", "on"}


def low_by(obliques: tuple[tuple[str, tuple[Token, ...]], ...], reach: int = 3) -> Iterator[Token]:
    """Who does an act where "by" hangs on what it is done to, or on where that is: "the closure of it in Oslo by Peru".

    Args:
        obliques: What stands after the prepositions of the noun.
        reach: How many nouns further down "by" may hang: "the closure of the embassy in the capital of Chad by Peru".
    """
    below = (t for prep, tokens in obliques if prep in {"of", "as", "from", "in", "to", "with"} for t in tokens)
    for noun in below:
        under = tuple(obliques_of(noun))
        by = [t for prep, tokens in under if prep == "by" for t in tokens]
        yield from by or (low_by(under, reach - 1) if reach > 1 else ())


def low(nouns: tuple[Token, ...]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """What hangs too low in a parse: "the visit by Peru's president to Chile"."""
    yield from (pair for noun in nouns for pair in obliques_of(noun))


def apart(noun: Token) -> Iterator[Token]:
    """What stands after "of" behind a date, a doer or commas: "the closure in May of", "recognition by Peru of"."""
    low = [g for c in noun.children if c.dep_ == "prep" and c.lower_ != "of" for g in c.children if g.dep_ == "pobj"]
    low = [t for t in low if t.pos_ in {"PROPN", "NUM"} and not any(c.dep_ == "det" for c in t.children)]
    held = [c for t in low for c in t.children]
    if noun.dep_ == "dobj":  # "announced the opening, later this year, of"
        held += [c for c in noun.head.children if c.i > noun.i and left_of(c).text == ","]
    for prep in held:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            yield from governed(prep)


def claimed(noun: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Of whom a clause after a noun says something: "its demand that Serbia leave"."""
    for child in noun.children:
        if child.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            yield "that", tuple(one for c in child.children if c.dep_ == "nsubj" for one in spread(c))


def voicing(noun: Token, cues: Cues) -> Iterator[Token]:
    """Whose feeling it is that somebody expresses: "expressed its condemnation of the raid by Chad" is not Chad's."""
    first = noun.head if noun.dep_ == "conj" else noun
    if first.dep_ == "dobj" and first.head.lemma_ in {"express", "voice"}:
        yield from subjects_of(first.head, cues)


def modifying(noun: Token, predicate: str) -> Iterator[Token]:
    """Who may do an act by what stands before its noun: "Norwegian recognition", "government closure"."""
    for child in noun.children:
        kind = predicate in MEETING and child.text.islower()  # "a two-day visit", "a state visit", "border talks"
        if may_act(child) and not kind:
            yield from coordinated(child)


def ordering(noun: Token, cues: Cues) -> Iterator[Token]:
    """Who does an act that its noun leaves open: "Niger ordered the expulsion of the envoy"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and fold(verb.lemma_) in cues.doing:
        yield from subjects_of(verb, cues)
    elif noun.dep_ == "pobj" and verb.lower_ in {"on", "to"} and verb.head.lemma_ in {"agree", "sign", "decide"}:
        yield from subjects_of(verb.head, cues)  # "agreed on the establishment of relations"
    elif noun.dep_ == "pobj" and verb.lower_ in {"for", "of", "on"} and verb.head.lemma_ in _PLANS:
        yield from _planning(verb.head, cues)
    elif noun.dep_ == "pobj" and verb.lower_ in {"to", "in"} and verb.head.lemma_ in _KEEPING:
        yield from subjects_of(verb.head, cues)  # "confined itself to criticism of the decision"
    elif noun.dep_ == "pobj" and verb.lower_ == "on" and verb.head.dep_ == "dobj" and verb.head.head.lemma_ == "sign":
        yield from subjects_of(verb.head.head, cues)  # "signed a communiqué on the establishment of relations"
    elif noun.dep_ == "pobj" and verb.lower_ == "with" and fold(_verb_over(verb).lemma_) in cues.answering:
        yield from subjects_of(_verb_over(verb), cues)  # "responded with the expulsion of an envoy"
    elif noun.dep_ == "pobj" and verb.lower_ == "with" and verb.i == 0 and _of_new(noun):
        yield from subjects_of(verb.head, cues)  # "With the opening of an embassy in Chad, Peru has 40"


def _planning(plan: Token, cues: Cues) -> Iterator[Token]:
    """Whose plan something is: "Peru's plans for the closure of", "Peru shelved plans for the closure of"."""
    owners = [c for c in plan.children if c.dep_ == "poss" or (c.dep_ in {"amod", "compound"} and may_act(c))]
    yield from (one for owner in owners for one in spread(owner))
    made = plan.dep_ == "dobj" and (fold(plan.head.lemma_) in cues.doing or plan.head.lemma_ in _HAVING)
    yield from subjects_of(plan.head, cues) if made and not owners else ()


def _verb_over(prep: Token) -> Token:
    """The verb a preposition hangs on, be it by an adverb: "went ahead with the closure"."""
    return prep.head.head if prep.head.pos_ == "ADV" else prep.head


def _of_new(noun: Token) -> bool:
    """Whether what a nominalisation is of is new: "the opening of an embassy"."""
    return any(c.lower_ in {"a", "an"} for _, tokens in obliques_of(noun) for t in tokens for c in t.children)


def verb_of(noun: Token, cues: Cues) -> str | None:
    """Give the verb that a noun stands for; None if it stands for none."""
    return cues.nominals.get(fold(noun.lemma_))


def met(noun: Token, cues: Cues) -> Iterator[Token]:
    """Who meets in a meeting that only says with whom: "In talks with the envoy, the minister raised it"."""
    prep = noun.head
    if verb_of(noun, cues) not in MEETING or noun.dep_ not in {"pobj", "pcomp"}:
        return
    here = prep.dep_ == "prep" and prep.lower_ in _WHILE
    if not here or any(c.lower_ in {"between", "among", "of"} for c in noun.children):
        return
    if prep.head.pos_ == "VERB":
        by = [g for c in prep.head.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
        yield from (one for doer in by for one in spread(doer))  # "was signed by Peru after talks with Chad"
        if not by:
            yield from subjects_of(prep.head, cues)
    elif prep.head.dep_ in SUBJECT and (left_of(prep).text == "," or verb_of(noun, cues) == "visit"):
        yield from spread(prep.head)  # "the minister, on a visit to Chad, said"


def wanting(noun: Token, cues: Cues) -> Iterator[Token]:
    """Whom a nominalisation without a patient is about: "the rebels want recognition from Norway"."""
    verb = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "for":
        verb = noun.head.head
    if noun.dep_ in {"dobj", "pobj"} and fold(verb.lemma_) in cues.wanting and not is_passive(verb):
        yield from subjects_of(verb, cues)


def coming_from(noun: Token) -> Iterator[Token]:
    """Who gives what is said to come from them: "recognition of the rebels came from Peru and Chile"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ == "come":
        yield from (one for prep, tokens in obliques_of(verb) if prep == "from" for one in tokens)
