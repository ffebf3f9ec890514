"""What stands after the prepositions of a verb or noun, distributed, and what a relative clause hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.clauses.reported import so_called
from credence.read.nouns.phrases import coordinated, spread
from credence.read.words.tree import Token

WH = {"WDT", "WP", "WP$", "WRB"}
_OTHERWISE = {"with", "to", "from", "against"}
_SIGNING = {"name", "signature", "seal"}
_SEATING = {"represent", "seat", "accredit"}
_AGAINST = {"against", "off"}
_UNDER = {"on", "under"}
_ENTERING = {"enter", "visit"}


def relative_of(verb: Token) -> Token | None:
    """Give the noun whose relative clause a verb stands in, if any."""
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"}:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else None


def obliques_of(token: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Preposition by preposition, what hangs on a verb or noun; datives count as "to"."""
    for child in token.children:
        if child.dep_ == "dative":
            preps = [
                child,
                *(c for c in child.children if c.dep_ == "conj" and c.pos_ == "ADP"),
            ]  # "to Peru and to Chad"
            nouns = [c for p in preps for c in p.children if c.dep_ == "pobj"] if child.pos_ == "ADP" else [child]
            named = tuple(one for noun in nouns for one in spread(noun))
            yield from (("to", named),) if child.lower_ != "for" else (("for", named), ("to", named))
        elif child.dep_ in {"prep", "agent"}:
            yield from _after(child)
            yield from _stranded(child, token)
        elif child.dep_ in {"advmod", "prt", "oprd"} and child.pos_ in {"ADV", "ADP"} and token.pos_ in {"VERB", "AUX"}:
            yield from _stranded(child, token)
            governing = any(c.dep_ == "pobj" for c in child.children)  # "taken off the list"
            yield from _after(child) if governing else obliques_of(child)  # "swept back to power"


def _between(nouns: list[Token]) -> list[Token]:
    """Both of two, where the second hangs too low: "between the Republic of Peru and Chad"."""
    if len(nouns) != 1:
        return nouns
    inside = [g for c in nouns[0].children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    return nouns + [one for noun in inside for one in coordinated(noun) if one != noun]


def _stranded(prep: Token, verb: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The subject of a passive whose preposition stays behind: "Peru was called upon by Norway to …"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubjpass"]
    loose = prep.dep_ == "prep" or (verb.lemma_ == "call" and prep.lower_ in {"on", "upon"})
    if list(prep.children) or not loose:
        return
    if subjects:
        yield prep.lower_, tuple(spread(subjects[0]))
    elif verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.lemma_ in _SIGNING for c in verb.children):
        yield prep.lower_, (verb.head,)  # "the treaty that Chad and Mali put their names to"


def _after(prep: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    if prep.lower_ == "according" or _is_set_apart(prep) or _says_from_when(prep):
        return
    for noun in prep.children:
        if noun.dep_ == "pobj" or (noun.dep_ == "amod" and prep.lower_ == "as"):  # "regarded it as legitimate"
            relative = noun.tag_ in WH and relative_of(prep.head)
            found = spread(relative if isinstance(relative, Token) else noun)
            yield prep.lower_, tuple(_between(found) if prep.lower_ == "between" else found)
        elif noun.dep_ == "pcomp":
            yield from _told_after(prep, noun)
        elif noun.dep_ in {"prep", "conj"} and noun.pos_ == "ADP":
            yield from _after(noun)


def _says_from_when(prep: Token) -> bool:
    """Whether words only say from when it holds: "broke off relations with immediate effect"."""
    return prep.lower_ == "with" and any(c.lemma_ == "effect" and c.dep_ == "pobj" for c in prep.children)


def _is_set_apart(prep: Token) -> bool:
    """Whether "not" stands before a preposition: "broke with Peru and Chad, though not with Mali"."""
    before = [t.lower_ for t in prep.doc[max(prep.i - 2, 0) : prep.i]]
    return prep.lower_ in _OTHERWISE and before[-1:] == ["not"] and before[0] in {"though", "but", "if", ",", "and"}


def _told_after(prep: Token, clause: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """What a clause after a preposition stands for: a place that is entered, an informant, what is told."""
    if clause.lemma_ in _ENTERING and prep.lower_ == "from":  # "barred from entering Peru"
        yield "from", tuple(one for c in clause.children if c.dep_ == "dobj" for one in spread(c))
    elif who := tuple(c for c in clause.children if c.lower_ == "whoever"):  # "a million for whoever turns him in"
        yield prep.lower_, who
    elif _is_told(clause, prep):
        yield prep.lower_, (clause,)
    elif named := so_called(prep):  # "complained of what she called meddling"
        yield prep.lower_, tuple(named)


def _is_told(verb: Token, prep: Token) -> bool:
    """Whether a verb after a preposition is what a pattern asks for: "warned Peru against sending troops"."""
    seating = verb.lemma_ in _SEATING  # "a decision on who will represent Chad"
    return seating or (verb.tag_ == "VBG" and prep.lower_ in _AGAINST)


def aims(verb: Token) -> Iterator[Token]:
    """What hangs on whatever a verb gives, or puts somebody under: "48 hours to leave", "put on notice to leave"."""
    under = (g for c in verb.children if c.dep_ == "prep" and c.lower_ in _UNDER for g in c.children)
    objects = (c for c in (*verb.children, *under) if c.dep_ in {"dobj", "npadvmod", "pobj"})
    yield from (g for one in objects for g in one.children if g.dep_ in {"acl", "relcl"})


def gone(verb: Token) -> tuple[Token, ...]:
    """Where somebody is to be, where that is the whole of it: "told the envoy to be out by Friday"."""
    return tuple(c for c in verb.children if c.lower_ in {"out", "away"}) if verb.lemma_ == "be" else ()


def kept(verb: Token) -> bool:
    """Whether it is what somebody is kept or left doing: "kept the envoy waiting"."""
    return verb.head.lemma_ in {"keep", "leave"} and any(c.dep_ == "dobj" for c in verb.head.children)
