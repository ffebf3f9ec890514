"""What is said of somebody in reported speech, as the verb of saying governs it: "Norway said the move was wrong"."""

from __future__ import annotations

from collections.abc import Iterator

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.nouns.phrases import spread
from credence.read.words.forms import SUBJECT
from credence.read.words.tree import Token

_CALLING = {"call", "describe", "term", "see", "brand", "label", "consider", "regard", "view", "dub", "deem", "name"}
_CALLING |= {"characterize", "portray", "denounce"}
_CALLED = {"oprd", "pobj", "dobj", "attr"}
_ACCEPTING = {"accept", "acknowledge", "recognize", "concede"}
_NATIONHOOD = {"state", "country", "nation", "government", "republic", "authority"}
_DUTY = {"must", "should", "ought"}
_HAVING_TO = {"have", "need"}
_AMOUNTING = {"to", "like", "as", "in", "of"}
_NO = {"no", "neither", "nor", "never", "hardly", "anything"}
_SHOWING = frozenset(
    {"show", "display", "demonstrate", "commit", "make", "represent", "constitute", "pose", "prove", "deserve", "bear"}
)
_INSISTING = {"insist", "demand", "propose"}
_ASKING = {"whether", "if", "when", "why", "how", "what", "who", "where", "which"}
_ORDERING = {"insist", "demand", "ask", "request", "urge", "require", "propose", "want", "expect"}
_INSISTING = {"insist", "demand"}
_WANTING = {"want", "demand", "need"}
_ONE = {"NN", "NNP"}  # with such a subject a plain form is the subjunctive
_DUE = {"time", "turn", "duty", "responsibility", "obligation", "moment"}
_BEHAVING = {"act", "behave"}
_COMPLAINING = frozenset(  # verbs of saying that say in what spirit
    {"warn", "reiterate", "repeat", "emphasize", "thunder", "snap", "fume", "scoff", "sneer", "complain", "protest"}
    | {"lament", "object", "suggest", "comment", "contend", "observe", "conclude", "feel", "gush", "enthuse"}
    | {"charge", "retort", "jeer", "mock", "counter", "shoot", "quip", "rage", "grumble", "growl", "hit", "scold"}
)
_UNSURE = {"may", "might", "could", "would", "will", "can"}


def judged(verb: Token, cues: Cues) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Give, for a verb of saying, of whom ("that", "must", "owed") and what ("being", "doing") is spoken.

    "It is shameful that Peru left" calls something so of Peru ("whose").
    """
    for told in (c for c in verb.children if _is_undone(verb, c)):
        yield "being", (told,)
        yield "owed", tuple(one for c in told.children if c.dep_ in SUBJECT for one in spread(c))
    bare = (c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in {"VB", "VBP"} and c.i > verb.i)
    yield from (("being", (c,)) for c in bare if verb.lemma_ in _INSISTING)  # "demanded that the raids stop"
    if cues.governors.get(fold(verb.lemma_)) != "reports" and verb.lemma_ not in _COMPLAINING:
        return
    before = [*([verb.head] if verb.dep_ == "parataxis" else []), *(c for c in verb.children if c.dep_ == "dep")]
    yield from (("being", (t,)) for t in before if t.pos_ in {"NOUN", "ADJ"} and t.i < verb.i)  # "A disgrace, he said"
    for told in _told(verb):
        if not any(c.lower_ in {"whether", "if"} for c in told.children):  # "did not say whether it must"
            yield from _of_whom(verb, told)


def _of_whom(verb: Token, told: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Give of whom one reported clause says something, and what."""
    subjects = tuple(one for c in told.children if c.dep_ in SUBJECT for one in spread(c))
    if not subjects or _is_denied(told):
        return
    if due := tuple(_due(told)):
        yield "must", due
        return
    if _is_duty(told) or _is_insisted(verb, told):
        yield "must", subjects
    elif any(c.dep_ == "aux" and c.lower_ in _UNSURE for c in told.children):
        return
    elif told.i < verb.i or (verb.dep_ == "parataxis" and subjects[0].i < verb.i):  # "Peru, she said, had lied"
        yield "that", subjects
    yield "being", tuple(_said_of(told))
    yield from ((how, tokens) for how, tokens in (("doing", _objects(told)), ("whose", tuple(_guilty(told)))) if tokens)


def _is_undone(verb: Token, told: Token) -> bool:
    """Whether something is to be done, and nothing says by whom.

    "Demanded that the schools be reopened", "said that they must be reopened", "wants them reopened".
    """
    if told.tag_ != "VBN" or told.dep_ not in {"ccomp", "xcomp"} or told.i < verb.i or _is_denied(told):
        return False
    passive = any(c.dep_ == "auxpass" and c.lower_ == "be" for c in told.children)
    if passive and any(c.dep_ == "aux" and c.lower_ in _DUTY for c in told.children):
        return True
    bare = not any(c.dep_ in {"aux", "auxpass"} for c in told.children)
    wanted = verb.lemma_ in _WANTING and any(c.dep_ in SUBJECT for c in told.children)
    return wanted if bare else passive and verb.lemma_ in _ORDERING


def _objects(told: Token) -> tuple[Token, ...]:
    return tuple(c for c in told.children if c.dep_ == "dobj")


def _guilty(told: Token) -> Iterator[Token]:
    """Give of whom "it" says something: "it is shameful that Peru left", "it was wrong of Peru to leave"."""
    if not any(c.dep_ in SUBJECT and c.lower_ == "it" for c in told.children):
        return
    clauses = [c for c in told.children if c.dep_ == "ccomp" and c.i > told.i]
    yield from (one for c in clauses for g in c.children if g.dep_ == "nsubj" for one in spread(g))
    kinds = [c for c in told.children if c.dep_ == "acomp"]
    yield from (g for c in kinds for p in c.children if p.lower_ == "of" for g in p.children if g.dep_ == "pobj")


def taken_for(verb: Token) -> tuple[list[Token], list[Token]]:
    """Give whom a clause under a verb of accepting speaks of, and what for: "accepts that Kosovo is a state"."""
    if fold(verb.lemma_) not in _ACCEPTING:
        return [], []
    for told in (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and not _is_denied(c)):
        subjects = [one for c in told.children if c.dep_ in SUBJECT for one in spread(c)]
        called = [c for c in told.children if c.dep_ == "attr" and c.lemma_ in _NATIONHOOD]
        if told.lemma_ == "exist" and subjects:
            return subjects, []
        if told.lemma_ == "be" and called and subjects:
            return subjects, called
        if told.lemma_ == "be" and called:  # "that there is a state called Palestine"
            named = [g for c in called[0].children if c.lemma_ in _CALLING for g in c.children if g.dep_ == "oprd"]
            return named, called if named else []
    return [], []


def so_called(verb: Token) -> list[Token]:
    """Give what "what it called" stands for: "denounced what it called Serbian interference"."""
    for child in verb.children:
        if child.dep_ not in {"ccomp", "dobj", "pcomp"} or child.lemma_ not in _CALLING:
            continue
        if any(c.lower_ == "what" for c in child.children):
            named = [c for c in child.children if c.dep_ in {"oprd", "dobj"} and c.lower_ != "what"]
            named += [g for c in child.children if c.lower_ == "as" for g in c.children if g.dep_ == "pobj"]
            return [one for c in named for one in spread(c)]
    return []


def is_so_called(token: Token) -> bool:
    """Whether a noun stands for what somebody called so: "deplored what he termed short-sightedness"."""
    calling = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    free = any(c.lower_ == "what" and c.i < calling.i for c in calling.children)
    return free and calling.lemma_ in _CALLING and token.i > calling.i and token.dep_ in _CALLED


def is_question(told: Token) -> bool:
    """Whether a clause is an indirect question: "asked whether Peru would pay" demands nothing."""
    return any(c.lower_ in _ASKING and c.i < told.i for c in told.children)


def _told(verb: Token) -> Iterator[Token]:
    """Give the clauses a verb of saying reports, before or after it."""
    found = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in {"VERB", "AUX"}]
    if not found and verb.dep_ == "parataxis" and verb.head.pos_ in {"VERB", "AUX"}:
        found = [verb.head]
    yield from (c for c in found if c.tag_ != "VB" or _is_insisted(verb, c) or any(g.tag_ == "MD" for g in c.children))


def _is_insisted(verb: Token, told: Token) -> bool:
    """Whether it is asked for in the subjunctive: "insists that Peru free the men"."""
    if verb.lemma_ not in _INSISTING or any(c.dep_ == "aux" for c in told.children):
        return False
    return told.tag_ == "VB" or (told.tag_ == "VBP" and any(c.tag_ in _ONE for c in told.children if c.dep_ == "nsubj"))


def _due(told: Token) -> Iterator[Token]:
    """Give who is said to have to act by "it is time for Peru to act", "it is up to Peru to act"."""
    if told.lemma_ != "be" or not any(c.dep_ in SUBJECT and c.lower_ == "it" for c in told.children):
        return
    if any(c.dep_ == "attr" and c.lemma_ in _DUE for c in told.children):
        inside = (c for t in told.subtree for c in t.children if t.tag_ == "VB" and t.i > told.i)
        yield from (c for c in inside if c.dep_ == "nsubj")


def _is_denied(told: Token) -> bool:
    """Whether a clause is denied: "is not wrong", "is no mistake"."""
    near = (
        *told.children,
        *(g for c in told.children if c.dep_ in {"attr", "acomp", "prep", "dobj"} for g in c.subtree),
    )
    return any(c.dep_ == "neg" or c.lower_ in _NO for c in near)


def _is_duty(told: Token) -> bool:
    """Whether somebody is said to have to do it: "must", "should", "has to", "needs to"."""
    first = min((c.i for c in told.children if c.dep_ in SUBJECT), default=told.i)
    inverted = any(c.dep_ == "aux" and c.i < first for c in told.children)  # "should Indonesia permit it"
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in told.children)
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in told.children)
    if perfect or passive or inverted:
        return False
    if told.lemma_ in _HAVING_TO:
        return any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in told.children)
    return any(c.dep_ == "aux" and c.lower_ in _DUTY for c in told.children)


def _said_of(told: Token) -> Iterator[Token]:
    """Give what a clause says of its subject: its complements, its verb unless passive, and what that amounts to."""
    yield from (c for c in told.children if c.dep_ in {"attr", "acomp"})
    preps = [c for c in told.children if c.dep_ == "prep" and c.lower_ in _AMOUNTING]
    yield from (g for c in preps for g in c.children if g.dep_ == "pobj")
    if not any(c.dep_ == "nsubjpass" for c in told.children):
        yield told
        yield from (c for c in told.children if c.dep_ == "dobj" and told.lemma_ in _SHOWING)
        yield from (c for c in told.children if c.dep_ == "advmod" and told.lemma_ in _BEHAVING)
