"""Clauses that only an act told before fills: "Peru refuses", "Chile led the way", "Mali acted in May", "Chad closed".

Words like these say nothing by themselves; after an act of state they say that somebody else did it, or did not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from credence.read.clauses.acts import Act
from credence.read.clauses.clauses import Clause
from credence.read.words.forms import infinitive

IsDate = Callable[[Token], bool]

_HOLDING_BACK = {"refuse", "decline", "balk", "demur", "hesitate", "waver", "stall", "abstain"}
_ANSWERS = {"no": "denied", "yes": "affirmed"}
_OPENING = frozenset({"open", "reopen", "re-open"})
_CLOSING = frozenset({"close", "shut", "shutter"})
_HALTING = {"suspend", "halt", "cease", "evacuate", "vacate"}
_RESUMING = {"resume", "restore", "restart"}
_MOVING = {"act", "move"}
_BESIDE = {"advmod", "nsubj", "nsubjpass", "aux", "neg", "punct", "npadvmod", "tmod", "mark", "cc", "conj", "intj"}
_PLACED = {"first", "last", "second", "next", "together", "alone", "jointly", "likewise"}
_PREPOSITIONS = {"in", "on", "at", "to", "against", "for", "with", "from", "upon", "over", "into", "as"}
_WAYS = {
    "lead": {"way"},
    "pave": {"way"},
    "show": {"way"},
    "make": {"start", "beginning"},
    "set": {"example", "precedent"},
    "blaze": {"trail"},
    "break": {"rank", "ice", "taboo"},
    "take": {"plunge", "lead"},
}


def taken_up(clause: Clause, is_date: IsDate) -> tuple[Token, ...]:
    """Give the subjects of a clause that makes sense by an act told before alone; empty for any other clause.

    Args:
        clause: The clause.
        is_date: Tells whether a token dates something.

    Returns:
        Its subjects, which are names.
    """
    verb = clause.anchor
    if clause.nominal or clause.passive or verb.pos_ != "VERB" or verb.tag_ == "VBG":
        return ()
    if not clause.agents or any(t.pos_ != "PROPN" for t in clause.agents):
        return ()
    said = (
        held_back(verb)
        or (leads(verb) and verb.lemma_ != "come")
        or _moves(clause, is_date)
        or _again(clause, is_date)
        or _answer(verb)
    )
    return clause.agents if said else ()


def is_taken_up(verb: Token) -> bool:
    """Whether a verb says by itself whether somebody did what was told, however that was told."""
    return held_back(verb) or leads(verb) or verb.lemma_ in _MOVING


def held_back(verb: Token) -> bool:
    """Whether a verb says that somebody does not do what others did: "refuses", "holds out", "has ruled it out"."""
    ahead = {c for c in verb.lefts if c.dep_ == "prep"}  # "Among its neighbours, Chad refuses"
    below = [c for c in verb.children if c.dep_ not in _BESIDE and c not in ahead]
    if verb.lemma_ in _HOLDING_BACK:
        return not below
    particles = {c.lower_ for c in below if c.dep_ in {"prt", "advmod"}} | {c.lower_ for c in verb.rights}
    if verb.lemma_ == "hold" and "out" in particles:
        return all(c.dep_ == "prt" for c in below)
    if verb.lemma_ == "rule" and "out" in particles:
        return verb.tag_ != "VB" and [c.lower_ for c in below if c.dep_ != "prt"] == ["it"]
    return _answer(verb) == "denied" or _takes_no_side(verb)


def leads(verb: Token) -> bool:
    """Whether a verb says that somebody did it before others: "led the way", "broke ranks", "came in 2011"."""
    if verb.lemma_ == "come" and verb.tag_ == "VBD":
        return True  # "No state has. Peru came round in 2010"
    ways = _WAYS.get(verb.lemma_, set())
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    plain = all(c.dep_ in {"det", "amod"} for noun in objects for c in noun.lefts)
    rest = (g for noun in (verb, *objects) for g in noun.rights if g.dep_ in {"prep", "xcomp", "advcl"})
    return bool(objects) and all(o.lemma_ in ways for o in objects) and plain and not any(_says_what(r) for r in rest)


def fits(act: Act, clause: Clause) -> bool:
    """Whether an act told before can be what is taken up: one of missions, where a name opens or closes."""
    for family, beside in ((_OPENING, _RESUMING), (_CLOSING, _HALTING)):
        if clause.predicate in family:
            return act.kind.startswith("mission.") and act.clause.predicate in family | beside
    if held_back(clause.anchor):
        return act.kind == "listing.add" or (act.leads and act.kind.endswith("grant"))
    return not act.kind.startswith("mission.") or leads(clause.anchor)


def _moves(clause: Clause, is_date: IsDate) -> bool:
    """Whether somebody acted, and nothing but when or in which place is said: "acted on Monday", "has yet to move"."""
    verb = clause.anchor
    if verb.lemma_ not in _MOVING or clause.patients or any(c.dep_ in {"prt", "xcomp", "dobj"} for c in verb.children):
        return False
    if any(not is_date(t) for prep, tokens in clause.obliques if prep in _PREPOSITIONS for t in tokens):
        return False
    yet = infinitive(verb) and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in verb.head.children)
    placed = any(c.lower_ in _PLACED for c in verb.rights) or any(is_date(t) for _, ts in clause.obliques for t in ts)
    modal = any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could"} for c in verb.children)
    return yet or (verb.lemma_ == "act" and (placed or modal))


def _again(clause: Clause, is_date: IsDate) -> bool:
    """Whether a name opens or closes, and not what: "Chad reopened in May", "Mali has shut its doors, too"."""
    if clause.predicate not in _OPENING | _CLOSING or any(c.dep_ == "xcomp" for c in clause.anchor.children):
        return False
    doors = all(t.lemma_ == "door" and any(c.lower_ in {"its", "their"} for c in t.children) for t in clause.patients)
    bare = doors and not clause.complements
    return bare and all(is_date(t) for _, tokens in clause.obliques for t in tokens[:1])  # "on Friday and Peru on"


def _answer(verb: Token) -> str:
    """What somebody said to it: "Peru has said no"."""
    below = [c for c in verb.rights if c.dep_ in {"intj", "dobj", "ccomp", "dep", "det", "advmod"}]
    return _ANSWERS.get(below[0].lower_, "") if verb.lemma_ == "say" and len(below) == 1 else ""


def _takes_no_side(verb: Token) -> bool:
    """Whether somebody has not taken sides."""
    sides = any(c.lower_ == "sides" for c in verb.children if c.dep_ == "dobj")
    return verb.lemma_ == "take" and sides and any(c.dep_ == "neg" for c in verb.children)


def _says_what(token: Token) -> bool:
    """Whether words after "led the way" say in what: "led the way in farming", but not "led the way in 2011"."""
    told: Iterator[Token] = (t for t in token.subtree if t.dep_ == "pobj")
    return token.pos_ == "VERB" or any(not (t.text.isdigit() or t.pos_ == "PROPN") for t in told)
