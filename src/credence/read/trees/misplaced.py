"""Trees put right around envoys: what the parser hangs on the person, but is said of the verb.

The time that somebody is given ("gave Ana Rojas, the consul, two weeks"), where he is ordered to ("ordered the head of
the mission, Omar Varga, out of the country") or let into ("let two officers named by Peru into the consulate"), who he
is ("ordered the consul, the Peruvian Omar Varga, out", "named a new one, Ana Rojas, whose letters") or was made ("whom
Peru made consul"), whose papers were taken, and how long after something was done to him.
"""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.nouns.several import AMONG_FIRST
from credence.read.words.forms import SUBJECT, TENSED, left_of
from credence.read.words.tree import Token

_GIVING = {"give", "allow", "grant", "leave"}
_SPELLS = {"hour", "day", "week", "fortnight", "month", "minute"}
_LONG = _SPELLS | {"year", "moment", "decade"}
_ORDERING = {"order", "throw", "kick", "boot", "force", "drive", "bundle", "turn", "push", "hound", "chase", "turf"}
_LETTING = {"let", "allow", "admit", "wave", "usher", "welcome", "permit"}
_SENT = {"name", "appoint", "send", "nominate", "pick", "choose", "select", "dispatch", "designate", "accredit"}
_NAMING = {"name", "appoint", "nominate", "choose", "pick", "send", "dispatch", "designate", "select", "find"}
_OBJECTS = {"dobj", "dative", "nsubjpass"}
_MAKING = {"make", *_NAMING} - {"find", "send"}
_POSTS = {
    "ambassador",
    "envoy",
    "consul",
    "d'affaires",
    "d'affaire",
    "chargé",
    "representative",
    "attaché",
    "nuncio",
    "commissioner",
}
_PAPERS = {
    "credential",
    "credentials",
    "letter",
    "letters",
    "papers",
    "accreditation",
    "appointment",
    "expulsion",
    "recall",
}


def placed(token: Token) -> None:
    """Give a verb what hangs on the person beside it, and the person what hangs on the verb."""
    if token.lemma_ in _SPELLS and token.dep_ in {"appos", "npadvmod", "pobj"}:
        _given_time(token)
    elif token.dep_ == "appos" and token.lemma_ in _POSTS:
        _behind_object(token)
    elif token.dep_ == "npadvmod" and token.pos_ == "PROPN":
        _who_it_is(token)
    elif token.dep_ in SUBJECT:
        _subject(token)
    elif token.dep_ == "prep" and token.lower_ in {"out", "into"}:
        _out_of_it(token)
    elif token.dep_ == "prep" and token.lower_ in {"among", "over"}:
        _among_them(token) if token.lower_ == "among" else _over_to(token)
    else:
        _placed_word(token)


def _placed_word(token: Token) -> None:
    if token.lower_ == "whom" and token.head.lemma_ in _MAKING:
        _whom_it_made(token)
    elif token.tag_ == "WP$" and token.head.lemma_ in _PAPERS:
        _whose_papers(token)
    elif token.dep_ == "xcomp" and token.head.dep_ == "acl" and token.head.lemma_ in _SENT:
        _let_to(token)
    elif token.lower_ == "yet" and token.head.lemma_ == "have":
        _yet_to(token.head)
    elif token.dep_ == "pobj" and token.head.dep_ == "mark" and token.head.lower_ == "as":
        _as_it_does(token)


def _subject(token: Token) -> None:
    title = token.head
    if token.lemma_ in _LONG:
        _long_after(token)
    elif title.dep_ == "dobj" and title.lemma_ in _POSTS and title.head.lemma_ in _MAKING and token.i < title.i:
        token.head, token.dep_ = title.head, "dobj"
        title.dep_ = "oprd"


def _above(noun: Token) -> Iterator[Token]:
    """The nouns that a noun is set beside or hangs on, from the nearest."""
    while noun.dep_ in {"appos", "pobj", "prep", "poss", "compound"} and noun.head != noun:
        noun = noun.head
        yield noun


def _given_time(time: Token) -> None:
    """Make the time that somebody is given the object: "gave Omar Varga, the envoy, two weeks"."""
    if not any(c.dep_ == "nummod" or c.lower_ in {"a", "an"} for c in time.children):
        return
    verb = time.head
    if time.dep_ != "appos":
        given = verb.pos_ == "VERB" and verb.lemma_ in _GIVING and verb.i < time.i
        if given and (verb.tag_ == "VBN" or any(c.dep_ in {"dative", "dobj"} and c.i < time.i for c in verb.children)):
            time.dep_ = "dobj"
            _time_to_leave(time)
        return
    whom = next((t for t in _above(time) if t.dep_ == "dobj"), None)
    if whom is None or whom.head.lemma_ not in _GIVING or whom.head.i > whom.i or left_of(time.left_edge).text != ",":
        return
    whom.dep_ = "dative"
    time.head, time.dep_ = whom.head, "dobj"


def _time_to_leave(time: Token) -> None:
    """Say for what somebody was given time: "the envoy, given two days to leave"."""
    verb = time.head
    for told in (
        [c for c in verb.head.children if c.dep_ in {"relcl", "acl"} and c.i > time.i] if verb.dep_ == "acl" else ()
    ):
        if any(c.tag_ == "TO" and c.i == time.i + 1 for c in told.children):
            told.head, told.dep_ = time, "acl"


def _behind_object(beside: Token) -> None:
    """Set a title behind a comma beside the object, not beside who acts: "ordered X, the consul, out"."""
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


def _whom_it_made(word: Token) -> None:
    """Tell whom somebody made something from what he made him: "whom Peru made consul in Lima"."""
    verb = word.head
    titles = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and c.lemma_ in _POSTS]
    if verb.dep_ == "relcl" and titles:
        word.dep_, titles[0].dep_ = "dobj", "oprd"


def _whose_papers(word: Token) -> None:
    """Hang a clause about somebody's papers on the person, not on where he is: "the envoy in Lima, whose letters"."""
    verb = word.head.head
    place = verb.head
    if verb.dep_ != "relcl" or place.dep_ != "pobj" or place.pos_ != "PROPN":
        return
    title = place.head.head
    if title.lemma_ in _POSTS:
        verb.head = title.head if title.dep_ == "appos" else title


def _yet_to(verb: Token) -> None:
    """Give what was not yet done what it would be done to: "whose letters the king had yet to accept"."""
    below = [c for c in verb.children if c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children)]
    for thing in [c for c in verb.children if c.dep_ == "dobj" and c.i < verb.i] if below else ():
        thing.head = below[0]


def _as_it_does(name: Token) -> None:
    """Make a name between "as" and a verb its subject: "as Peru sends the envoy away"."""
    mark = name.head
    verb = mark.head
    lacks = not any(c.dep_ in SUBJECT for c in verb.children)
    if verb.tag_ in TENSED and mark.i < name.i < verb.i and lacks:
        name.head, name.dep_ = verb, "nsubj"


def _let_to(verb: Token) -> None:
    """Give back to a verb what it lets somebody do: "allowed two officers appointed by Peru to work in Lima"."""
    sent = verb.head
    above = sent.head.head
    by = any(c.dep_ == "agent" and c.i < verb.i for c in sent.children)
    if by and sent.head.dep_ in _OBJECTS and above.pos_ == "VERB" and above.lemma_ in _LETTING and above.i < sent.i:
        verb.head = above


def _among_them(prep: Token) -> None:
    """Set those told apart behind a clause beside the many: "Ten states have one there, Chad among the first"."""
    verb = prep.head
    many = [c for c in verb.children if c.dep_ in SUBJECT and c.tag_ == "NNS" and c.i < verb.i]
    pointed = [c for c in prep.children if c.dep_ == "pobj" and c.lower_ in {"them", *AMONG_FIRST}]
    if verb.pos_ not in {"VERB", "AUX"} or not many or not pointed or prep.i < verb.i:
        return
    them = pointed[0].lower_ == "them"
    places = {"dobj", "npadvmod", "appos", "nsubj", "dep", "conj", "attr"}
    for name in [c for c in verb.children if c.pos_ == "PROPN" and c.dep_ in places and c.i > verb.i]:
        first, edge = name.left_edge, name.right_edge.i + 1
        if first.i == pointed[0].i + 1 if them else edge == prep.i and left_of(first).text == ",":
            name.head, name.dep_, prep.head = many[0], "appos", name


def _over_to(over: Token) -> None:
    """Make a particle of "over" before "to": "signed the embassy over to the council"."""
    below = list(over.children)
    to = any(c.dep_ in {"prep", "dative"} and c.lower_ == "to" and c.i > over.i for c in over.head.children)
    if to and over.head.lemma_ in {"make", "sign"} and [c.dep_ for c in below] == ["pobj"]:
        below[0].head, below[0].dep_, over.dep_ = over.head, "dobj", "prt"
    if over.head.pos_ == "VERB" and len(below) == 1 and below[0].lower_ == "to":
        below[0].head = over.head
        over.dep_ = "prt"
