"""Trees put right around who is at the head of a mission: "was raised to an embassy with Ana Rojas as chargé".

Both "with" and "as" say how something was done; the parser hangs the one on the noun before it, the other on the name.
So does "under" in "was opened on 3 May under Ambassador Ana Rojas", which is hung on the date, and "as" in "settled in
Lima as ambassador", which is hung on the town.
"""

from __future__ import annotations

from credence.read.words.forms import MONTHS
from credence.read.words.tree import Token

_RANKS = {"ambassador", "chargé", "charge", "d'affaires", "consul", "consul-general", "representative", "envoy"}
_RANKS |= {"minister-plenipotentiary", "minister", "ambassador-designate"}
_NAMED = {"designated", "acting", "serving", "appointed", "named"}
_NEAR = 3  # words from a name to what it is called


def headed(token: Token) -> None:
    """Hang "with Ana Rojas as chargé" and "under Ambassador Ana Rojas" on the verb before it."""
    if token.lower_ == "as" and token.dep_ == "prep":
        _served(token)
    if token.lower_ not in {"with", "under"} or token.dep_ != "prep":
        return
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    name = next((c for c in token.children if c.dep_ in {"pobj", "pcomp"}), None)
    if name is None or verb.pos_ not in {"VERB", "AUX"} or verb.i > token.i:
        return
    if token.lower_ == "under":
        dated = token.head.lower_ in MONTHS or token.head.pos_ == "NUM"
        token.head = verb if dated and _is_rank(name) else token.head
    elif (rank := _rank(token, name, verb)) is not None:
        _hang(token, name, rank, verb)


def _served(prep: Token) -> None:
    """Hang as what somebody serves on the verb, not on where: "is off to Chad as Peru's ambassador"."""
    place = prep.head
    verb = place.head.head if place.dep_ == "pobj" else place
    verb = verb.head if verb.pos_ in {"ADV", "ADP"} else verb
    if verb.pos_ in {"VERB", "AUX"} and verb.i < place.i < prep.i and any(_is_rank(c) for c in prep.children):
        prep.head = verb


def _hang(prep: Token, name: Token, rank: Token, verb: Token) -> None:
    prep.head = verb
    rank.head, rank.dep_ = verb, "prep"
    if name.pos_ == "VERB":  # "with Ana Rojas serving as chargé"
        somebody = next((c for c in name.children if c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "PROPN"), None)
        if somebody is not None:
            somebody.head, somebody.dep_ = prep, "pobj"
            name.head, name.dep_ = somebody, "acl"


def _rank(prep: Token, name: Token, verb: Token) -> Token | None:
    """The "as" behind the name that a rank follows."""
    below = [name, prep, *(c for c in name.children if c.lower_ in _NAMED)]
    links = [c for word in below for c in word.children if c.i > name.left_edge.i]
    links += [c for c in verb.children if name.i < c.i <= name.i + _NEAR]
    ases = (link for link in links if link.lower_ == "as" and link.dep_ == "prep")
    return next((one for one in ases if any(_is_rank(c) for c in one.children if c.dep_ == "pobj")), None)


def _is_rank(noun: Token) -> bool:
    return any(word.lemma_.lower() in _RANKS for word in (noun, *noun.children))
