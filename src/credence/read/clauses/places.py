"""Places that a clause stands in though another clause names them: "in Accra, where Peru opened an embassy"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from credence.read.clauses.clauses import Clause
from credence.read.words.forms import MONTHS
from credence.read.words.tree import Token

_MOVING = {"return", "come", "go", "fly", "travel", "arrive", "move"}
_INTO = {"to", "in", "into"}
_BESIDE = {"conj", "advcl"}
_RAISING = {"have", "need", "be", "begin", "start", "continue", "cease", "force", "expect"}
_HOLDINGS = {
    "account",
    "asset",
    "balance",
    "deposit",
    "fund",
    "gold",
    "holding",
    "interest",
    "money",
    "property",
    "reserve",
}
_ASKING = frozenset(
    {"ask", "tell", "order", "force", "require", "instruct", "request", "urge", "demand", "direct", "oblige", "give"}
    | {"let", "allow", "permit"}
)
_HOUSES = {"hotel", "villa", "house", "mansion", "residence", "compound", "building", "quarter", "district", "suburb"}
_HOUSES |= {"street", "flat", "apartment", "outskirts", "centre", "center", "heart"}


def _beyond(anchor: Token) -> Iterator[Token]:
    """Give the noun "where" stands for, and where somebody went who then acts: "returned to Doha and opened …"."""
    clause = anchor
    while True:
        where = next(
            (c for c in clause.children if c.dep_ == "advmod" and c.lower_ == "where" and c.i < clause.i), None
        )
        if where is not None:
            yield from _before(where)
            return
        if clause.dep_ not in {"conj", "xcomp", "ccomp"} or clause.head == clause:
            break
        clause = clause.head
    if anchor.dep_ in _BESIDE and anchor.head.lemma_ in _MOVING and anchor.i > anchor.head.i:
        yield from (
            noun
            for prep in anchor.head.children
            if prep.dep_ == "prep" and prep.lower_ in _INTO
            for noun in prep.children
            if noun.dep_ == "pobj" and noun.pos_ == "PROPN"
        )


def where_of(anchor: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Give the named place that "where" stands for as what stands after "in": "in Lima, where it has an office"."""
    if anchor.dep_ == "relcl":
        found = [c for c in anchor.children if c.dep_ == "advmod" and c.lower_ == "where" and c.i < anchor.i]
        named = tuple(noun for where in found for noun in _before(where) if noun.pos_ == "PROPN")
        yield from (("in", named),) if named else ()


def _before(where: Token) -> Iterator[Token]:
    """The noun right before "where", as which nothing else can be meant."""
    at = where.i - 1
    while at >= 0 and where.doc[at].is_punct:
        at -= 1
    if at >= 0 and where.doc[at].pos_ in {"PROPN", "NOUN"}:
        yield where.doc[at]


def places_shared(nouns: Iterable[Token]) -> Iterator[Token]:
    """Where two things are of which only the last says it: "the embassy and the consulate in Dubai"."""
    listed = list(nouns)
    for noun in listed:
        if noun.dep_ == "conj" and noun.head in listed:
            placed = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "in")
            yield from (each for prep in placed for each in prep.children if each.dep_ == "pobj")
        elif not any(c.dep_ == "prep" and c.lower_ in {"in", "at", "to"} for c in noun.children):
            yield from _told_of(noun)


def _told_of(noun: Token) -> Iterator[Token]:
    """Where a thing is by what a relative clause says of it: "closed the embassy it had opened in Bamako in 1960"."""
    told = [c for c in noun.children if c.dep_ == "relcl"]
    own = [c for c in told if any(g.tag_ == "PRP" and g.dep_ == "nsubj" for g in c.children)]
    preps = (p for c in own for p in c.children if p.dep_ == "prep" and p.lower_ == "in")
    placed = (each for prep in preps for each in prep.children if each.dep_ == "pobj" and each.pos_ == "PROPN")
    yield from (each for each in placed if each.lower_ not in MONTHS)


def places_beside(clause: Clause) -> Iterator[Token]:
    """Places that are not a clause's own, and that tell where it happens all the same."""
    yield from _called(clause)
    yield from _above(clause.anchor)
    yield from _of_holdings(clause)
    yield from _housed(token for preposition, tokens in clause.obliques if preposition in _INTO for token in tokens)


def _called(clause: Clause) -> Iterator[Token]:
    """Places beside what something is called: "is listed as a terrorist group in Chad"."""
    called = (c for prep, tokens in clause.obliques if prep == "as" for token in tokens for c in token.children)
    for child in called:
        if child.dep_ == "prep" and child.lower_ == "in":
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _housed(nouns: Iterable[Token]) -> Iterator[Token]:
    """Where a house is that somebody moves into: "settled into a hotel in Lima", "flies over the villa in Lima"."""
    houses = (noun for noun in nouns if noun.lemma_ in _HOUSES)
    preps = (c for house in houses for c in house.children if c.dep_ == "prep" and c.lower_ in {"in", "of"})
    yield from (noun for prep in preps for noun in prep.children if noun.dep_ == "pobj" and noun.pos_ == "PROPN")


def _of_holdings(clause: Clause) -> Iterator[Token]:
    """Where the holdings are that a clause is about, hung on whose they are: "assets of Omar Varga in Peru"."""
    for noun in (t for t in (*clause.agents, *clause.patients) if t.lemma_ in _HOLDINGS):
        preps = (t for t in noun.subtree if t.lower_ == "in" and t.dep_ == "prep" and t.head.pos_ in {"PROPN", "NOUN"})
        yield from (c for prep in preps if prep.head != noun for c in prep.children if c.pos_ == "PROPN")


def _above(anchor: Token) -> Iterator[Token]:
    """Places beside the verb that a predicate is raised by: "In Oslo the embassy had to close"."""
    above = anchor.head
    if anchor.dep_ == "xcomp" and above.lemma_ in _RAISING:
        for child in above.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "at"}:
                yield from (noun for noun in child.children if noun.dep_ == "pobj")


def there(clause: Clause) -> Iterator[Token]:
    """Adverbs of place of a clause, or of who and what it names ("the embassy there"), and what they stand for."""
    for token in (clause.anchor, *clause.agents, *clause.patients):
        yield from (c for c in token.children if c.dep_ == "advmod" and c.lower_ in {"there", "here"})
    yield from _beyond(clause.anchor)


def _reports(verb: Token) -> bool:
    """Whether somebody is told that something is so, not to do it: "told reporters that the embassy would be shut"."""
    coming = any(c.dep_ == "aux" and c.lower_ in {"would", "will"} for c in verb.children)
    return verb.dep_ == "ccomp" and verb.head.lemma_ == "tell" and coming


def askers(anchor: Token) -> Iterator[Token]:
    """Who asks another to do it: "Peru told Chile to close its consulate", "demanded the closure", "that it close"."""
    to = any(child.dep_ == "aux" and child.tag_ == "TO" for child in anchor.children)
    asked = (
        (to and anchor.dep_ == "xcomp") or anchor.dep_ == "ccomp" or (anchor.pos_ == "NOUN" and anchor.dep_ == "dobj")
    )
    if asked and anchor.head.lemma_ in _ASKING and not _reports(anchor):
        verb = anchor.head
        while verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.children):
            verb = verb.head  # "ended the accord and asked its soldiers to leave"
        yield from (child for child in verb.children if child.dep_ == "nsubj")
