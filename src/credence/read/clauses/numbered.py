"""Acts done once more to others like those told of: "Chad threw out three", "Mali did the same to Norway's man"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from credence.read.clauses.clauses import Clause
from credence.read.words.tree import Token

IsDate = Callable[[Token], bool]

_AWAY = frozenset(
    {"expel", "oust", "eject", "throw", "kick", "turn", "order", "send", "declare", "get", "rid", "boot", "remove"}
    | {"evict", "turf", "drive", "show", "tell", "pack", "dismiss", "banish", "deport", "name", "bundle", "return"}
)
_BESIDE = frozenset(
    {"another", "some", "at", "least", "more", "about", "only", "just", "further", "other", "a", "as", "many", "than"}
)
_RANKS = {"ambassador", "envoy", "consul", "diplomat", "chargé", "charge", "attaché", "counterpart", "nuncio", "one"}
_LIKE = {"same", "likewise", "so"}
_GIVING = {"give", "hand", "allow", "grant"}


def so_many(clause: Clause, expulsions: Iterator[Clause], is_date: IsDate) -> Clause | None:
    """Give an expulsion once more, of so many others: "expelled two diplomats. Chad threw out three".

    Args:
        clause: The clause with the bare number.
        expulsions: Those told before, the likeliest first.
        is_date: Tells whether a token dates something.
    """
    if clause.passive and clause.predicate == "rid":  # "got rid of three"
        clause = replace(clause, agents=clause.patients, patients=())
    if clause.nominal or clause.predicate not in _AWAY or not _is_somebody(clause.agents):
        return None
    whom = clause.patients or tuple(t for prep, tokens in clause.obliques if prep == "of" for t in tokens)
    first = next(expulsions, None) if len(whom) == 1 and _is_bare_number(whom[0]) else None
    return None if first is None else _once_more(clause, first, is_date)


def _is_somebody(agents: Sequence[Token]) -> bool:
    return bool(agents) and all(t.pos_ == "PROPN" or t.lower_ in {"it", "government"} for t in agents)


def _is_bare_number(token: Token) -> bool:
    """Whether a number stands for those it counts: "three", "at least three", but not "three of them"."""
    beside = (c for c in token.children if not c.is_punct and c.dep_ not in {"cc", "conj", "appos"})
    return token.tag_ == "CD" and not token.text.startswith("$") and all(c.lower_ in _BESIDE for c in beside)


def _once_more(clause: Clause, first: Clause, is_date: IsDate) -> Clause:
    own = tuple((prep, ts) for prep, ts in clause.obliques if ts and all(is_date(t) for t in ts))
    kept = tuple((prep, ts) for prep, ts in first.obliques if prep != "from" and not any(is_date(t) for t in ts))
    return replace(first, agents=clause.agents, anchor=clause.anchor, obliques=(*own, *kept), repeats=first)


def done_to(clause: Clause) -> Token | None:
    """Give the envoy to whom the same is done: "Chad did the same to the Norwegian one", "to Ana Rojas in Lima"."""
    verb = clause.anchor
    like = {t.lower_ for t in (*verb.children, *clause.patients)} & _LIKE
    if clause.passive or verb.lemma_ != "do" or not like or not clause.agents:
        return None
    named = (t for prep, tokens in clause.obliques if prep == "to" for t in tokens)
    return next((t for t in named if t.lemma_.lower() in _RANKS or _is_person(t)), None)


def _is_person(name: Token) -> bool:
    """Whether a name is of somebody with a first name, or with a post beside it."""
    return name.pos_ == "PROPN" and any(c.dep_ == "compound" for c in name.children)


def done_alike(clause: Clause, thing: Token, first: Clause, is_date: IsDate) -> Clause:
    """Give an act once more, done to somebody else: "gave him 72 hours, and Chad did the same to Ana Rojas"."""
    made = _once_more(clause, first, is_date)
    if first.predicate not in _GIVING:
        return replace(made, patients=(thing,), passive=False, instead=True)
    pairs = ((prep, ts, prep == "to" and ts[0].pos_ != "VERB") for prep, ts in made.obliques)
    kept = tuple((prep, (thing,) if given else ts) for prep, ts, given in pairs)
    return replace(made, obliques=kept, instead=True)
