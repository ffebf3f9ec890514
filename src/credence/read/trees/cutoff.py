"""Words that an aside or another clause cut off from what they belong to.

Who became one of a row behind an aside ("became, by its own count, the ninth state to recognise"), what is gone on
with ("go on treating him as president"), exceptions ("nor any state other than Peru has"), and what somebody had
blocked, frozen or imposed before, behind the noun that it is said of.
"""

from __future__ import annotations

from collections.abc import Iterator

from credence.catalog.spelling import fold
from credence.read.nouns.hanging import is_money
from credence.read.words.forms import FINITE, SUBJECT, infinitive, left_of, ordinal, right_of
from credence.read.words.tree import Token

_HAVING = {"have", "get", "win", "enjoy", "receive", "gain", "retain", "keep"}
_LEAVING = {"leave", "keep", "take", "drop", "strike", "remove", "pull"}
_BEING = {"be", "become", "remain"}
_GOING = {"go", "keep", "carry"}
_ARGUMENTS = {"appos", "npadvmod", "dep", "pobj", "dobj"}
_LIST_PREPOSITIONS = {"on", "in", "to", "from", "with", "of"}
_ENDED = {"freeze", "sever", "suspend", "break", "cut", "rupture", "interrupt", "restore", "resume", "establish"}
_INSTRUMENTS = {"memorandum", "accord", "protocol", "communique", "treaty", "pact"}
_HANDING = {"give", "grant", "pledge", "promise", "offer", "pay", "lend", "award", "send", "hand", "extend", "vote"}
_HELD = {"block", "freeze", "withhold", "seize", "impose", "suspend", "confiscate", "impound", "retain", "promise"}


def joined_again(token: Token) -> None:
    """Put right what was cut off around one token."""
    if token.pos_ in {"VERB", "AUX"}:
        _verb(token)
    elif token.dep_ == "prep" and token.lower_ in _LIST_PREPOSITIONS:
        _as_well_as(token)
    elif token.dep_ in _ARGUMENTS:
        _argument(token)
    else:
        _word(token)


def _verb(verb: Token) -> None:
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG":
        _going_on(verb)
    elif verb.dep_ == "conj" and verb.tag_ in {"VB", *FINITE}:
        _second_verb(verb)
    elif verb.lower_ in _INSTRUMENTS:
        _instrument(verb)
    elif verb.dep_ in {"ccomp", "advcl"} and verb.tag_ in {"VBN", "VBD"}:
        if verb.dep_ == "advcl":
            _ended(verb)
        _held(verb)
        _sovereign(verb)


def _argument(noun: Token) -> None:
    if noun.dep_ == "appos" and ordinal(noun):
        _in_a_row(noun)
    elif noun.dep_ in {"npadvmod", "dep"} and is_money(noun):
        _second_gift(noun)
    elif noun.dep_ == "pobj" and noun.tag_ == "JJ":
        _named_behind(noun)
    elif noun.dep_ == "pobj" and noun.lower_ == "agenda":
        _off_agenda(noun)
    elif noun.dep_ == "dobj" and noun.tag_ == "NNS":
        _last_of_list(noun)


def _word(word: Token) -> None:
    if word.lower_ == "other" and word.i > 0 and right_of(word).lower_ == "than":
        _other_than(word)
    elif word.lower_ == "number" and word.tag_ in {"NN", "JJ"} and any(c.dep_ == "nsubj" for c in word.children):
        word.tag_, word.pos_, word.lemma_ = "VBP", "VERB", "number"  # "its allies now number 12"
    elif word.lower_ == "short" and word.dep_ == "advmod":
        word.tag_, word.pos_ = "RB", "ADV"  # "fell three votes short of membership"


def _off_agenda(noun: Token) -> None:
    """Hang on the verb what something is left off: "left Chad's bid for membership off its agenda"."""
    prep = noun.head
    verb = next((t for t in prep.ancestors if t.pos_ == "VERB"), None)
    if prep.lower_ in {"off", "from"} and verb is not None and verb.lemma_ in _LEAVING and verb != prep.head:
        prep.head = verb


def _in_a_row(noun: Token) -> None:
    """Make a complement of one of a row, which was hung on the aside before it: "became, as X said, the ninth to"."""
    first = noun.left_edge
    if not first.i or left_of(first).text != "," or not any(_tells(c) for c in noun.children):
        return
    verb = next((t for t in noun.ancestors if t.lemma_ in _BEING and t.i < noun.i), None)
    if verb is None or any(c.dep_ in {"attr", "acomp"} for c in verb.children):
        return
    opening = verb.doc[verb.i + 1]
    if opening.text == "," and verb.i + 1 < noun.head.i:
        noun.head, noun.dep_ = verb, "attr"


def _tells(verb: Token) -> bool:
    """Whether a clause says what somebody is the first, or the ninth, to do."""
    return verb.dep_ in {"relcl", "acl"} and (infinitive(verb) or any(c.tag_ in {"WDT", "WP"} for c in verb.children))


def _going_on(verb: Token) -> None:
    """Put what is gone on with in the place of the going: "whom they go on treating as president"."""
    on, going = verb.head, verb.head.head
    if on.lower_ != "on" or going.lemma_ not in _GOING or on.i != going.i + 1 or verb.i < on.i:
        return
    for child in [c for c in going.children if c != on]:
        child.head = verb
    for child in [c for c in on.children if c != verb]:  # "whom … go on treating"
        child.head = verb
        child.dep_ = "dobj" if child.dep_ == "pobj" else child.dep_
    root = going.dep_ == "ROOT"
    verb.dep_, verb.tag_, above = going.dep_, going.tag_, going.head
    verb.head = verb if root else above
    going.head, going.dep_, going.pos_ = verb, "aux", "AUX"
    on.head, on.dep_ = verb, "prt"


def _other_than(word: Token) -> None:
    """Hang "other than" on its noun, and give the verb its subjects: "nor any member other than Peru has backed it"."""
    noun = left_of(word)
    if word.head == noun or noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return
    taken = [c for c in word.children if c.dep_ in SUBJECT | {"mark", "advmod", "cc", "preconj"} and c.i < word.i]
    verb = next(_behind(word), None)
    if taken and verb is not None:
        if verb.head.i != verb.i and verb.dep_ == "conj":
            verb.head, verb.dep_ = word.head, word.dep_
        for child in taken:
            child.head = verb
    word.head, word.dep_ = noun, "amod"


def _behind(word: Token) -> Iterator[Token]:
    """The verbs behind an exception that have no subject of their own."""
    for token in word.doc[word.i + 2 :]:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            if any(c.dep_ in SUBJECT for c in token.children):
                return
            yield token


def _as_well_as(prep: Token) -> None:
    """Join what is behind "as well as" to what was told before: "on its list as well as on those of Peru and Chad"."""
    first = prep.head
    if first.dep_ != "prep" or first.lower_ != prep.lower_ or prep.i < first.i:
        return
    before = " ".join(t.lower_ for t in prep.doc[max(0, prep.i - 3) : prep.i])
    joined = before.endswith("as well as") or left_of(prep).lower_ == "and"
    nouns = [c for c in first.children if c.dep_ == "pobj"]
    others = [c for c in prep.children if c.dep_ == "pobj"]
    if joined and len(nouns) == 1 and others:
        _of_all(others[0])
        others[0].head, others[0].dep_ = nouns[0], "conj"
        prep.dep_ = "cc"


def _of_all(those: Token) -> None:
    """Join to the first owner the others that were hung on "those": "on those of Peru, Chad and Mali"."""
    owners = [g for c in those.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    if those.lower_ in {"those", "that"} and owners:
        for name in [c for c in those.children if c.dep_ == "conj" and c.pos_ == "PROPN"]:
            name.head = owners[0]


def _ended(participle: Token) -> None:
    """Hang on relations before a comma what became of them: "to resume relations with Chad, frozen since 2000"."""
    first = participle.left_edge
    if first.i < 2 or left_of(first).text != "," or fold(participle.lemma_) not in _ENDED:
        return
    if any(c.dep_ in {"dobj", "aux", "auxpass", "mark", *SUBJECT} for c in participle.children):
        return
    last = left_of(first, 2)
    nouns = [t for t in (last, *last.ancestors) if t.pos_ == "NOUN" and t.dep_ in {"dobj", "pobj", "nsubj"}]
    whole = next((t for t in reversed(nouns) if t.right_edge.i <= first.i - 2 and t.dep_ == "dobj"), None)
    if whole is not None:
        participle.head, participle.dep_, participle.tag_ = whole, "acl", "VBN"


def _held(verb: Token) -> None:
    """Make a relative clause of what was taken for something said: "released money for Chad that it had blocked"."""
    that = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
    if that is None or fold(verb.lemma_) not in _HELD or that.i != verb.left_edge.i:
        return
    things = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < that.i]
    if len(things) != 1 or any(c.dep_ in {"dobj", "auxpass"} for c in verb.children):
        return
    for prep in [c for c in verb.head.children if c.dep_ in {"prep", "dative"} and things[0].i < c.i < that.i]:
        prep.head, prep.dep_ = things[0], "prep"
    verb.head, verb.dep_ = things[0], "relcl"
    that.dep_, that.tag_, that.pos_ = "dobj", "WDT", "PRON"


def _instrument(word: Token) -> None:
    """Read as a noun what can hardly be a verb: "the trade memorandum that Peru and Chad put their names to"."""
    named = [c for c in word.children if c.dep_ == "nsubj" and c.i == word.i - 1]
    if len(named) != 1 or any(c.dep_ in {"aux", "auxpass"} for c in word.children):
        return
    first = named[0]
    for child in [c for c in first.children if c.dep_ in {"det", "amod", "poss", "nummod"}]:
        child.head = word
    first.dep_ = "compound"
    word.tag_, word.pos_, word.dep_ = "NN", "NOUN", "dobj" if word.dep_ in {"ccomp", "xcomp"} else word.dep_
    for clause in [c for c in word.children if c.dep_ == "ccomp" and c.i > word.i]:
        clause.dep_ = "relcl"
        for that in (c for c in clause.lefts if c.dep_ == "mark" and c.lower_ == "that"):
            that.dep_, that.tag_, that.pos_ = "dobj", "WDT", "PRON"


def _second_gift(money: Token) -> None:
    """Make a sum what is given to the name before it: "pledged Chad €3 million over thirty years"."""
    verb = money.head
    given = [c for c in verb.children if c.dep_ == "dobj" and c.i < money.i]
    if verb.lemma_ not in _HANDING or len(given) != 1 or given[0].pos_ != "PROPN":
        return
    if left_of(money.left_edge) == given[0] and not any(c.dep_ == "dative" for c in verb.children):
        given[0].dep_, money.dep_ = "dative", "dobj"


def _sovereign(word: Token) -> None:
    """Read as an adjective what somebody is declared to be: "proclaimed Morocco sovereign over it"."""
    whom = next((c for c in word.children if c.dep_ == "nsubj"), None)
    if word.lower_ == "sovereign" and whom is not None and word.head.i < whom.i < word.i:
        whom.head, whom.dep_ = word.head, "dobj"
        word.dep_, word.tag_, word.pos_, word.lemma_ = "oprd", "JJ", "ADJ", "sovereign"


def _second_verb(verb: Token) -> None:
    """Join a verb to the one it goes on with: "a pact that would open a port and, Chad insists, give it money"."""
    first, begin = verb.head, verb.left_edge
    if any(c.dep_ in {"aux", "auxpass", *SUBJECT} for c in verb.children) or first.pos_ not in {"VERB", "AUX"}:
        return
    if verb.tag_ == "VB" and first.tag_ in FINITE and not any(c.tag_ == "MD" for c in first.children):
        between = reversed(list(verb.doc[first.i + 1 : verb.i]))
        modal = (t for t in between if t.tag_ == "VB" and any(c.tag_ == "MD" for c in t.children))
        verb.head = next(modal, first)
    elif verb.tag_ in {"VBZ", "VBD"} and first.dep_ == "relcl" and begin.i:
        _beyond_relative(verb, first)


def _beyond_relative(verb: Token, first: Token) -> None:
    """Join a verb to the main clause, not to an aside in it: "has an office, against which Mali protests, and pays"."""
    noun = first.head
    main = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    joining = [c for c in (*first.children, *verb.children) if c.dep_ == "cc" and first.i < c.i < verb.i]
    if main is None or main.i > noun.i or main.tag_ not in {"VBZ", "VBD"} or len(joining) != 1:
        return
    aside = left_of(first.left_edge).text == "," and left_of(joining[0]).text == ","
    wh = any(c.tag_ in {"WDT", "WP"} and c.dep_ in SUBJECT for c in first.children)
    if aside and not wh and main.tag_ == verb.tag_:
        verb.head = main


def _named_behind(word: Token) -> None:
    """Make a name what a preposition governs, not the adjective before it: "to the paramilitary Support Forces"."""
    names = [c for c in word.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == word.i + 1]
    if len(names) == 1:
        name = names[0]
        name.head, name.dep_ = word.head, "pobj"
        for child in [c for c in word.children if c.dep_ == "det"]:
            child.head = name
        word.head, word.dep_ = name, "amod"


def _last_of_list(noun: Token) -> None:
    """Join to a list its last member behind an aside: "has the backing of Chad, Mali and, as of May, six members"."""
    verb = noun.head
    first = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < noun.i), None)
    if first is None or verb.lemma_ not in _HAVING or left_of(noun.left_edge).text != ",":
        return
    owners = [g for c in first.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    if owners and any(t.lower_ == "and" for t in noun.doc[owners[0].i : noun.i]):
        noun.head, noun.dep_ = owners[0], "conj"
