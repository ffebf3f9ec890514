"""Clauses that only an act told before fills: "Peru refuses", "Chile led the way", "Mali acted in May", "Chad closed".

Words like these say nothing by themselves; after an act of state they say that somebody else did it, or did not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from credence.read.clauses.acts import Act
from credence.read.clauses.clauses import Clause
from credence.read.nouns.phrases import spread
from credence.read.words.forms import MONTHS, infinitive, left_of
from credence.read.words.tree import Token

IsDate = Callable[[Token], bool]

_HOLDING_BACK = {"refuse", "decline", "balk", "demur", "hesitate", "waver", "stall", "abstain"}
_ANSWERS = {"no": "denied", "yes": "affirmed"}
_OPENING = frozenset({"open", "reopen", "re-open"})
_CLOSING = frozenset({"close", "shut", "shutter"})
_HALTING = {"suspend", "halt", "cease", "evacuate", "vacate"}
_RESUMING = {"resume", "restore", "restart"}
_MOVING = {"act", "move"}
_KEEPING_OUT = {  # with one of these below it, and nothing else, a verb says that somebody does not do what others did
    "hold": {"back", "off", "fire"},
    "hang": {"back"},
    "shy": {"away"},
    "sit": {"fence", "hands", "tight", "sidelines"},
    "stay": {"put", "fence", "sidelines", "aloof", "neutral", "outside"},
    "remain": {
        "fence",
        "sidelines",
        "aloof",
        "neutral",
        "unconvinced",
        "unmoved",
        "undecided",
        "outside",
        "holdout",
        "exception",
    },
    "stand": {"aside", "apart", "aloof", "pat"},
    "keep": {"distance", "aloof"},
    "drag": {"feet", "heels"},
    "dig": {"heels"},
    "bide": {"time"},
    "be": {"undecided", "unconvinced", "unmoved", "reluctant", "unwilling", "holdouts", "holdout", "exception"},
}
_FAR = {"so", "that", "as"}
_FALLING_IN = {  # and with one of these, that somebody does it, too
    "fall": {"line", "step"},
    "come": {"line", "board"},
    "get": {"board"},
    "jump": {"bandwagon", "board"},
    "climb": {"board", "bandwagon", "aboard"},
}
_FILLING = {"DET", "ADV", "ADP", "PUNCT", "ADJ", "PART", "SCONJ", "CCONJ", "PRON", "AUX"}
_SEIZING = {"take", "seize", "capture", "overrun", "retake", "recapture", "conquer", "liberate", "storm"}
_AWAY = {"off", "from"}
_WEIGHING = {"mull", "consider", "weigh", "ponder", "contemplate", "debate"}
_TURNS = {"turn"}
_TIMES = {"day", "week", "month", "year", "decade", "hour", "century"}
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
    if clause.nominal or clause.passive or verb.pos_ not in {"VERB", "AUX"}:
        return ()
    if verb.tag_ == "VBG" and not (_weighs(verb) and any(c.lemma_ == "be" for c in verb.lefts)):
        return ()
    if takers := _takers_of_turn(clause, is_date):
        return takers
    if not clause.agents or any(t.pos_ != "PROPN" for t in clause.agents):
        return ()
    said = (
        held_back(verb)
        or _waited(clause, is_date)
        or _weighs(verb)
        or (leads(verb) and verb.lemma_ != "come")
        or _moves(clause, is_date)
        or _again(clause, is_date)
        or _answer(verb)
    )
    return clause.agents if said else ()


def is_place_taken(clause: Clause) -> bool:
    """Whether a place is taken, so that who follows is another place: "took Goma in January; Bukavu followed"."""
    named = bool(clause.patients) and all(t.pos_ == "PROPN" for t in clause.patients)
    away = clause.particles & _AWAY or any(prep in _AWAY for prep, _ in clause.obliques)  # "took Hamas off its list"
    return not clause.passive and not clause.nominal and named and clause.predicate in _SEIZING and not away


def is_taken_up(verb: Token) -> bool:
    """Whether a verb says by itself whether somebody did what was told, however that was told."""
    return held_back(verb) or leads(verb) or verb.lemma_ in _MOVING | {"wait"} or _is_turn(verb) or _weighs(verb)


def held_back(verb: Token) -> bool:
    """Whether a verb says that somebody does not do what others did: "refuses", "holds out", "has ruled it out"."""
    ahead = {c for c in verb.lefts if c.dep_ == "prep"}  # "Among its neighbours, Chad refuses"
    below = [c for c in verb.children if c.dep_ not in _BESIDE and c not in ahead]
    if verb.lemma_ in _HOLDING_BACK:
        return not below
    if _will_not_move(verb):
        return True
    if _keeps_out(verb) or (_goes_far(verb) and any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)):
        return True
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
    if _says_alone(verb, _FALLING_IN) or _goes_far(verb):
        return True
    ways = _WAYS.get(verb.lemma_, set())
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    plain = all(c.dep_ in {"det", "amod"} for noun in objects for c in noun.lefts)
    rest = (g for noun in (verb, *objects) for g in noun.rights if g.dep_ in {"prep", "xcomp", "advcl"})
    return bool(objects) and all(o.lemma_ in ways for o in objects) and plain and not any(_says_what(r) for r in rest)


def _keeps_out(verb: Token) -> bool:
    """Whether a verb says with one word below it that somebody keeps out: "holds back", "sits on the fence"."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    return not negated and _says_alone(verb, _KEEPING_OUT)


def _will_not_move(verb: Token) -> bool:
    """Whether a verb says that somebody stays where he is: "has not budged", "refuses to budge", "prefers to wait"."""
    over = verb.head.lemma_ if verb.dep_ == "xcomp" else ""
    if verb.lemma_ == "budge":
        return over in {"refuse", "decline"} or any(c.dep_ == "neg" for c in verb.children)
    rather = any(c.lower_ == "rather" for c in verb.lefts)
    return verb.lemma_ == "wait" and (over == "prefer" or rather) and not any(c.dep_ == "prep" for c in verb.rights)


def _says_alone(verb: Token, ways: dict[str, set[str]]) -> bool:
    """Whether one of a verb's words stands below it, and nothing that would tell of what else it speaks."""
    words = ways.get(verb.lemma_)
    if words is None:
        return False
    below = [t for c in verb.rights for t in c.subtree if c.dep_ not in {"conj", "cc", "punct"}]
    met = [t for t in below if t.lower_ in words]
    rest = [t for t in below if t not in met and t.pos_ not in _FILLING]
    return bool(met) and not any(t.pos_ in {"NOUN", "VERB", "PROPN"} and not _is_when(t) for t in rest)


def _is_when(token: Token) -> bool:
    """Whether a word dates something by itself: a month, a year, "a week later"."""
    return token.lemma_.lower() in _TIMES or token.lower_ in MONTHS


def _goes_far(verb: Token) -> bool:
    """Whether a verb says that somebody did as much, and not what: "has gone so far", not "so far as to close it"."""
    far = [c for c in verb.rights if c.lower_ == "far"]
    alone = all(c.dep_ in {"advmod", "punct", "conj", "cc", "npadvmod"} for c in verb.rights)
    return verb.lemma_ == "go" and alone and any(c.lower_ in _FAR for t in far for c in (*t.children, left_of(t)))


def _waited(clause: Clause, is_date: IsDate) -> bool:
    """Whether somebody did it only later: "Japan waited until 1972", "waited eleven months"."""
    verb = clause.anchor
    if verb.lemma_ != "wait" or verb.tag_ != "VBD" or any(c.dep_ in {"xcomp", "advcl"} for c in verb.children):
        return False
    until = [t for prep, tokens in clause.obliques if prep in {"until", "till"} for t in tokens]
    spent = [t for t in clause.patients if t.lemma_ in _TIMES]
    spent += [c for c in verb.rights if c.dep_ == "npadvmod" and c.lemma_ in _TIMES]
    others = [t for prep, tokens in clause.obliques if prep not in {"until", "till"} for t in tokens]
    return not others and ((bool(until) and all(is_date(t) for t in until)) or bool(spent))


def _weighs(verb: Token) -> bool:
    """Whether somebody has not made up his mind: "is mulling it", "is thinking it over"."""
    objects = [c.lower_ for c in verb.children if c.dep_ == "dobj"]
    over = any(c.lower_ == "over" for c in verb.children)
    bare = not any(c.dep_ in {"xcomp", "ccomp", "oprd", "prep"} for c in verb.rights)
    return objects == ["it"] and bare and (verb.lemma_ in _WEIGHING or (verb.lemma_ == "think" and over))


def _is_turn(verb: Token) -> bool:
    """Whether somebody's turn has come: "Portugal's turn came", "it was Portugal's turn", "came the turn of Chile"."""
    nouns = [c for c in verb.children if c.lemma_ in _TURNS and c.dep_ in {"nsubj", "attr", "dobj"}]
    return verb.lemma_ in {"come", "be", "arrive"} and bool(nouns)


def _takers_of_turn(clause: Clause, is_date: IsDate) -> tuple[Token, ...]:
    """Give whose turn it was; empty where a clause does not say so, or says what for."""
    verb = clause.anchor
    if not _is_turn(verb) or any(not is_date(t) for prep, ts in clause.obliques if prep in {"to", "for"} for t in ts):
        return ()
    noun = next(c for c in verb.children if c.lemma_ in _TURNS)
    if any(infinitive(c) for c in (*verb.rights, *noun.rights)):
        return ()
    owners = [c for c in noun.lefts if c.dep_ == "poss"]
    owners += [g for c in noun.rights if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    named = tuple(one for owner in owners for one in spread(owner))
    return named if all(t.pos_ == "PROPN" for t in named) else ()


def fits(act: Act, clause: Clause) -> bool:
    """Whether an act told before can be what is taken up: one of missions, where a name opens or closes."""
    for family, beside in ((_OPENING, _RESUMING), (_CLOSING, _HALTING)):
        if clause.predicate in family:
            return act.kind.startswith("mission.") and act.clause.predicate in family | beside
    if held_back(clause.anchor):
        return act.kind == "listing.add" or (act.leads and act.kind.endswith("grant"))
    if clause.predicate in {"move", "wait"} or _weighs(clause.anchor):
        return act.kind.startswith("recognition")
    if _is_turn(clause.anchor) and act.kind.startswith("envoy."):
        return False  # whose turn it is may be to expel or to be expelled
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
    helping = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg"}}
    unmoved = verb.lemma_ == "move" and helping & {"will", "would"} and helping & {"not", "n't"}
    return yet or bool(unmoved) or (verb.lemma_ == "act" and (placed or modal))


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
