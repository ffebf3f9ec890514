"""Whether a verb form is passive, with an auxiliary or without one."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.nouns.phrases import spread
from credence.read.words.forms import infinitive, left_of
from credence.read.words.tree import Token

_TELLING = {"tell", "give", "ask", "order", "instruct", "urge", "invite"}
_CAUSING = {"order", "have", "want", "get", "see", "keep"}
NAMING = {"designate", "redesignate", "declare", "name", "label", "brand", "call", "deem", "consider", "proclaim"}
"""Verbs by which something is called something."""
_HANDING = {"give", "hand", "grant", "deny", "refuse", "allow"}
_TIMES = {"in", "on", "after", "before", "since", "during", "at", "within", "by"}
DONE_TO = frozenset(  # verbs that are hardly ever without an object
    {"recall", "expel", "appoint", "dismiss", "blacklist", "sanction", "designate", "recognize", "recognise", "summon"}
    | {"accredit", "invite", "banish", "evict", "oust", "delist", "outlaw", "proscribe", "nominate", "ban", "install"}
    | {"sever", "restore", "freeze", "unfreeze", "impose", "lift", "seize", "capture", "shutter", "evacuate", "open"}
    | {"close", "reopen", "establish", "inaugurate", "upgrade", "downgrade", "sign", "release", "transfer", "cancel"}
    | {"remove", "add", "deport", "detain"}
)
_ENDS = {".", "!", "?", '"'}  # of sentences, not of headlines
_TOLD_TO = {"order", "tell", "force", "instruct", "give", "urge", "compel"}  # never "to" without saying whom


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive: with an auxiliary, reduced ("envoys named by"), or beside one that is."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return not _has_asked(verb)
    if _is_called(verb) or _is_given(verb):
        return True
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"aux", "dobj"} for c in verb.children):
        return False
    if _lacks_auxiliary(verb):
        return True
    if any(c.dep_ == "nsubj" for c in verb.children):
        return _is_caused(verb) or _is_absolute(verb) or _is_left_bare(verb)
    if verb.tag_ == "VBD" and not _told(verb) and not _beside(verb):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "ccomp", "ROOT"}


def _has_asked(verb: Token) -> bool:
    """Whether "'s" before "asked" stands for "has": "he's asked Washington to act"."""
    named = any(c.dep_ == "dobj" and c.pos_ == "PROPN" for c in verb.children)
    return named and verb.lemma_ in _TELLING and any(c.dep_ == "auxpass" and c.lower_ == "'s" for c in verb.children)


def _is_caused(verb: Token) -> bool:
    """Whether a participle says what somebody has done to its noun: "ordered the embassy closed"."""
    caused = verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in _CAUSING
    return caused and not any(c.dep_ == "mark" for c in verb.children)


def _is_absolute(verb: Token) -> bool:
    """Whether a participle says what was done to its noun beside a clause: "With the rebels driven out, the army"."""
    with_ = any(c.dep_ == "mark" and c.lower_ in {"with", "without"} for c in verb.children)
    return with_ and verb.tag_ == "VBN" and verb.dep_ in {"advcl", "pcomp"}


def _is_left_bare(verb: Token) -> bool:
    """Whether a participle lacks its auxiliary: "the embassy was closed and its ambassador recalled", headlines."""
    if verb.lemma_ not in DONE_TO or any(c.dep_ in {"mark", "ccomp", "xcomp", "dative"} for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        above = [verb.head, *(c for c in verb.head.children if c.dep_ == "xcomp" and c.i < verb.i)]
        return any(any(c.dep_ == "auxpass" for c in one.children) for one in above)
    return verb.dep_ == "ROOT" and _in_headline(verb)


def _is_called(verb: Token) -> bool:
    """Whether a participle says what its noun is held to be: "Hamas, considered a terrorist group by Canada"."""
    below = {c.dep_ for c in verb.children}
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma_ not in NAMING or "dobj" not in below or below & {"aux", "mark"}:
        return False
    if verb.dep_ == "acl":
        return True
    before = left_of(verb, 2) if verb.i > 1 and left_of(verb).text in {",", "-", "–"} else None
    near = [*verb.children, *(g for c in verb.children if c.dep_ == "dobj" for g in c.children)]
    by = any(c.lower_ == "by" and any(g.pos_ == "PROPN" for g in c.children) for c in near)
    headline = verb.dep_ == "ROOT" and _in_headline(verb)  # "Hamas designated a terrorist group by Peru"
    return by and (headline or (before is not None and before.dep_ in {"nsubj", "nsubjpass"}))


def _is_given(verb: Token) -> bool:
    """Whether a participle says what its noun was given: "the envoy given 48 hours to leave"."""
    below = {c.dep_ for c in verb.children}
    return (
        verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_ in _HANDING and "dobj" in below and "aux" not in below
    )


def _beside(verb: Token) -> bool:
    """Whether a past form is a second participle: "ties were severed in 2016 and restored in 2023"."""
    if verb.dep_ != "conj" or not verb.lower_.endswith("ed"):
        return False
    after = [c for c in verb.rights if c.dep_ not in {"punct", "cc", "conj", "advmod", "npadvmod", "advcl"}]
    return all(c.dep_ == "prep" and c.lower_ in _TIMES for c in after) and any(c.i > verb.i for c in after)


def _told(verb: Token) -> bool:
    """Whether a past form beside a passive is one, too: "was summoned and told to leave"."""
    return verb.dep_ == "conj" and verb.lemma_ in _TELLING and any(infinitive(c) for c in verb.children)


def _in_headline(verb: Token) -> bool:
    """Whether a verb stands in what ends as no sentence does, as headlines do."""
    return verb.doc[-1].text not in _ENDS


def _lacks_auxiliary(verb: Token) -> bool:
    """Whether a headline leaves out the auxiliary: "Envoy ordered to leave Peru", "Envoy accredited in Peru"."""
    if not _in_headline(verb):
        return False
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and verb.head.dep_ == "ROOT":
        return True
    told = verb.dep_ in {"ROOT", "acl"} and verb.lemma_ in _TOLD_TO
    return told and any(infinitive(c) for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"})


def hyphened(verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """Who did what to whom in a participle before a noun: "the Peru-appointed envoy"; None for other verbs."""
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or verb.i < 2 or left_of(verb).text != "-":
        return None
    doers = [c for c in verb.lefts if c.i == verb.i - 2 and c.tag_ in {"NNP", "NNPS"}]
    noun = verb.head
    named = noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun
    return (tuple(doers), tuple(_names(named))) if doers else None


def _names(noun: Token) -> Iterator[Token]:
    beside = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and noun.pos_ == "NOUN"]
    for one in beside or [noun]:
        yield from spread(one)
