"""Trees put right around envoys: what the parser hangs on the person, but is said of the verb.

The time that somebody is given ("gave Ana Rojas, the consul, two weeks"), where he is ordered to ("ordered the head of
the mission, Omar Varga, out of the country") or let into ("let two officers named by Peru into the consulate"), who he
is ("ordered the consul, the Peruvian Omar Varga, out", "named a new one, Ana Rojas, whose letters"), and how long after
something was done to him ("months after its ambassador was asked to leave").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from credence.read.forms import SUBJECT, left_of

_GIVING = {"give", "allow", "grant", "leave"}
_SPELLS = {"hour", "day", "week", "fortnight", "month", "minute"}
_LONG = _SPELLS | {"year", "moment", "decade"}
_ORDERING = {"order", "throw", "kick", "boot", "force", "drive", "bundle", "turn", "push", "hound", "chase", "turf"}
_LETTING = {"let", "allow", "admit", "wave", "usher", "welcome", "permit"}
_SENT = {"name", "appoint", "send", "nominate", "pick", "choose", "select", "dispatch", "designate", "accredit"}
_NAMING = {"name", "appoint", "nominate", "choose", "pick", "send", "dispatch", "designate", "select", "find"}
_OBJECTS = {"dobj", "dative", "nsubjpass"}


def rehung(token: Token) -> None:
    """Give a verb what hangs on the person beside it, and the person what hangs on the verb."""
    if token.dep_ == "appos":
        if token.lemma_ in _SPELLS:
            _given_time(token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            _behind_object(token)
    elif token.dep_ == "npadvmod" and token.pos_ == "PROPN":
        _who_it_is(token)
    elif token.dep_ in SUBJECT and token.lemma_ in _LONG:
        _long_after(token)
    elif token.dep_ == "prep" and token.lower_ in {"out", "into"}:
        _out_of_it(token)


def _above(noun: Token) -> Iterator[Token]:
    """The nouns that a noun is set beside or hangs on, from the nearest."""
    while noun.dep_ in {"appos", "pobj", "prep", "poss", "compound"} and noun.head != noun:
        noun = noun.head
        yield noun


def _given_time(time: Token) -> None:
    """Make the time that somebody is given the object: "gave Omar Varga, the envoy, two weeks"."""
    whom = next((t for t in _above(time) if t.dep_ == "dobj"), None)
    counted = any(c.dep_ == "nummod" or c.lower_ in {"a", "an"} for c in time.children)
    if whom is None or not counted or whom.head.lemma_ not in _GIVING or whom.head.i > whom.i:
        return
    verb = whom.head
    if left_of(time.left_edge).text != ",":
        return
    whom.dep_ = "dative"
    time.head, time.dep_ = verb, "dobj"


def _behind_object(beside: Token) -> None:
    """Set a title behind a comma beside the object, not beside who acts before the verb: "ordered X, the consul, out"."""
    subject = beside.head
    verb = subject.head
    if subject.dep_ not in SUBJECT or not subject.i < verb.i < beside.i or left_of(beside.left_edge).text != ",":
        return
    for thing in [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < beside.i]:
        beside.head = thing


def _who_it_is(name: Token) -> None:
    """Set a name behind a comma beside who is named: "named a new one, Ana Rojas, in May"."""
    verb = name.head
    before = left_of(name.left_edge)
    if verb.lemma_ not in _NAMING or before.text != ",":
        return
    for thing in [c for c in verb.children if c.dep_ == "dobj" and c.right_edge.i + 1 == before.i]:
        name.head, name.dep_ = thing, "appos"


def _long_after(time: Token) -> None:
    """Give back the subject to a verb that tells how long after it something was: "months after he was expelled"."""
    verb = time.head
    for prep in [c for c in time.children if c.dep_ == "prep" and c.lower_ in {"after", "before"} and c.i > time.i]:
        for noun in [c for c in prep.children if c.dep_ == "pobj" and c.i < verb.i]:
            noun.head, noun.dep_ = verb, time.dep_
            prep.head, prep.dep_ = verb, "mark"
            time.dep_ = "npadvmod"
            if verb.dep_ == "ROOT" or verb.head == verb:
                return
            time.head = verb


def _out_of_it(prep: Token) -> None:
    """Give a verb of sending out or letting in its "out of" and "into": "ordered the consul, Omar Varga, out of it"."""
    into = prep.lower_ == "into"
    above = [t for t in prep.ancestors if t.i < prep.i]
    verb = next((t for t in above if t.pos_ == "VERB" and t.lemma_ in (_LETTING if into else _ORDERING)), None)
    if verb is None or prep.head == verb:
        return
    between = above[: above.index(verb)]
    verbs = [t for t in between if t.pos_ == "VERB"]
    fits = all(into and t.dep_ == "acl" and t.lemma_ in _SENT for t in verbs)
    if fits and between and between[-1].dep_ in _OBJECTS:
        prep.head = verb
