"""Trees put right around lists, appositions and nouns that lead up to an act.

A subject taken for one more of the list before it ("after recognition by Peru, Mali and Chad, Oman has ordered"), a
name behind a comma that says which one a noun means ("another ally, Peru, after learning"), what an announcement or
one of a few is to do that was hung on the verb ("praised the announcements of Peru to recognise"), and by whom
somebody is recognised as something.
"""

from __future__ import annotations

from collections.abc import Mapping

from credence.catalog.spelling import fold
from credence.read.clauses.subjects import CALLS
from credence.read.words.forms import ANY_SUBJECT, FINITE, infinitive, left_of, ordinal
from credence.read.words.tree import Token

_KINDS = frozenset(
    {"nation", "country", "state", "island", "ally", "neighbor", "neighbour", "rival", "partner", "republic", "kingdom"}
    | {"power", "archipelago", "member", "territory", "holdout"}
)
_ENVOYS = {"ambassador", "envoy", "diplomat", "consul", "attache", "attaché", "representative"}
_PERSONS = {*_ENVOYS, "appointee", "minister", "president", "leader", "spokesman", "spokeswoman", "official"}
_RECALLING = {"recall", "withdraw", "pull"}
_TALKS = {"consultation", "consultations", "talks", "discussions"}
_FEW = {"few", "first", "last", "only", "handful", "latest", "next"}
_LEADING_UP = {"planned", "sought", "possible", "plain", "reports"}
_SAYING = {"announcement", "announce", "statement", "declaration", "decision", "move", "promise", "plan", "pledge"}
_PROMISES = {*_SAYING, "commitment", "offer", "agreement", "vow", "undertaking", "refusal", "attempt", "effort"}
_AS = {"state", "nation", "country", "government", "capital", "ruler", "president", "representative", "authority"}


def unstrayed(token: Token, governors: Mapping[str, str]) -> None:
    """Put right what strayed from where it belongs around one token."""
    if token.pos_ == "PROPN" and token.dep_ in {"conj", "appos", *ANY_SUBJECT}:
        _behind_list(token) if token.dep_ in {"conj", "appos"} else _titled(token)
    elif token.pos_ == "PROPN" and token.dep_ in {"npadvmod", "dep"}:
        _which_one(token)
    elif token.tag_ == "VB" and token.dep_ in {"advcl", "xcomp"} and infinitive(token):
        _led_up_to(token, governors)
    elif token.dep_ == "relcl" and token.i > 1:
        _those_left(token)
    else:
        _unstrayed_word(token)


def _unstrayed_word(token: Token) -> None:
    if token.lower_ == "by" and token.dep_ in {"prep", "agent"}:
        _recognized_by(token)
        _by_doing(token)
    elif token.lower_ == "to" and token.dep_ in {"prep", "dative"}:
        _envoy_to(token)
    elif token.lower_ == "both" and token.dep_ == "preconj":
        _both_of_them(token.head)
    elif token.lower_ == "following" and token.dep_ == "amod" and token.head.dep_ in ANY_SUBJECT:
        _following(token.head)


def _titled(name: Token) -> None:
    """Hang names on the title before them that has a verb of its own: "a meeting of presidents X and Y was held"."""
    if name.left_edge.i < 2:
        return
    title = left_of(name.left_edge)
    acting = any(c.dep_ in ANY_SUBJECT and c.i < title.i for c in name.head.children)
    if acting and title.tag_ == "NNS" and title.lemma_.lower() in _PERSONS and title.dep_ in {"pobj", "conj"}:
        name.head, name.dep_ = title, "appos"


def _behind_list(name: Token) -> None:
    """Make a name behind a list that "and" has closed the subject that its verb lacks."""
    start = name.left_edge
    if start.i < 2 or left_of(start).text != ",":
        return
    before = name.head
    if name.dep_ == "appos" and before.dep_ in ANY_SUBJECT and before.left_edge.i:  # "by Peru, and Mali, Chad's X has"
        joining = left_of(before.left_edge)
        if joining.dep_ == "cc" and joining.head.pos_ == "PROPN" and joining.head.i < joining.i:
            verb = before.head
            name.head, name.dep_ = verb, before.dep_
            before.head, before.dep_ = joining.head, "conj"
        return
    closed = before.dep_ == "conj" and any(c.dep_ == "cc" for one in (before, before.head) for c in one.children)
    closed = closed and not any(c.dep_ == "cc" and start.i > c.i > before.i for c in before.children)
    behind = name.right_edge.i + 1
    if not closed or behind >= len(name.doc):
        return
    follows = name.doc[behind]
    verb = follows.head if follows.dep_ in {"aux", "auxpass"} else follows
    finite = follows.tag_ in FINITE and verb.pos_ in {"VERB", "AUX"} and verb.i > name.i
    if finite and not any(c.dep_ in ANY_SUBJECT for c in verb.children):
        name.head, name.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _which_one(name: Token) -> None:
    """Make a name behind a comma say which one the noun before it means: "cut ties with another ally, Peru, after"."""
    start = name.left_edge
    comma = left_of(start) if start.i > 1 else start
    noun = left_of(comma) if comma.text == "," and comma.i else comma
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in _KINDS and noun.tag_ == "NN" and noun.dep_ in {"pobj", "dobj"}:
        name.head, name.dep_ = noun, "appos"


def _to_do(verb: Token, governors: Mapping[str, str]) -> None:
    """Hang an infinitive on the noun that leads up to it, or on those of whom few did it."""
    above = verb.head
    for noun in reversed([t for t in above.children if t.dep_ == "dobj" and above.i < t.i < verb.i]):
        first = verb.left_edge.i
        if noun.right_edge.i + 1 != first and noun.right_edge.i >= first:
            continue
        asked = noun.lemma_.lower() in CALLS and any(c.lower_ in {"for", "on"} for c in noun.rights)
        said = noun.lemma_.lower() in _SAYING and governors.get(fold(noun.lemma_)) in {*_LEADING_UP, None}
        if (asked or said) and noun.right_edge.i + 1 == first:
            verb.head, verb.dep_ = noun, "acl"
            return
        last = noun.right_edge
        if last.i + 1 == first and last.pos_ == "NOUN" and _is_of_few(last):
            verb.head, verb.dep_ = last, "acl"
            return


def _led_up_to(verb: Token, governors: Mapping[str, str]) -> None:
    if not _pledged(verb) and verb.dep_ == "advcl":
        _to_do(verb, governors)


def _pledged(verb: Token) -> bool:
    """Hang on a promise by whom it is and what he is to do: "welcomed the pledge by Peru and Chile to provide"."""
    above = verb.head
    for by in (c for c in above.rights if c.lower_ == "by" and c.i and c.right_edge.i + 1 == verb.left_edge.i):
        noun = left_of(by)
        if noun.head == above and noun.dep_ == "dobj" and noun.lemma_.lower() in _PROMISES:
            by.head, verb.head, verb.dep_ = noun, noun, "acl"
            return True
    return False


def _is_of_few(noun: Token) -> bool:
    return ordinal(noun) or any(c.lower_ in _FEW for c in noun.children)


def _those_left(verb: Token) -> None:
    """Hang a relative clause on those who are left: "leaves Peru with only 15 nations left that recognise it"."""
    start = verb.left_edge
    left = left_of(start) if start.i else start
    if verb.head.lemma_.lower() in _PERSONS and any(c.lower_ == "which" for c in verb.lefts):
        things = [t for t in verb.doc[verb.head.i + 1 : start.i] if t.pos_ == "NOUN" and t.lemma_ not in _PERSONS]
        if things:  # "the envoy of the government, which they toppled"
            verb.head = things[-1]
    if left.lower_ in {"left", "remaining"} and left.dep_ == "acl" and left.head.pos_ == "NOUN" and left.i != verb.i:
        verb.head = left.head


def _recognized_by(by: Token) -> None:
    """Hang "by" on a recognition, not on what somebody is recognised as: "recognition of Chad as a state by Peru"."""
    noun = by.head
    prep = noun.head
    if noun.dep_ != "pobj" or noun.lemma_.lower() not in _AS or prep.lower_ != "as":
        return
    before = [t for t in by.doc[max(0, prep.i - 8) : prep.i] if t.lower_ == "recognition"]
    if before:
        by.head = before[-1]
        if prep.head != before[-1]:
            prep.head = before[-1]


def _by_doing(by: Token) -> None:
    """Hang how something is done on the gerund before it: "blamed Peru for helping Chad by recognising it"."""
    doing = [g for c in by.head.rights if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp" and g.i < by.i]
    how = any(c.dep_ == "pcomp" for c in by.children)
    if how and doing and doing[-1].right_edge.i + 1 == by.i:
        by.head = doing[-1]


def _envoy_to(prep: Token) -> None:
    """Hang "to" on the envoy before it: "recalled their ambassadors to Chad", but not "home to Chad for talks"."""
    noun, behind = left_of(prep) if prep.i else prep, prep.right_edge.i + 1
    if noun.dep_ != "dobj" or noun.head != prep.head or noun.lemma_.lower() not in _ENVOYS:
        return
    after = [t.lower_ for t in prep.doc[behind : behind + 3]]
    if prep.head.lemma_ in _RECALLING and not _TALKS & {*after}:
        prep.head = noun


def _both_of_them(noun: Token) -> None:
    """Set beside the names what both are said to be: "urged Peru and Chad, both members of the UN, to leave"."""
    start, verb = noun.left_edge, noun.head
    named = [c for c in verb.children if c.dep_ == noun.dep_ and c.i < start.i and c.pos_ == "PROPN"]
    if noun.dep_ in {"dobj", "pobj"} and named and start.i and left_of(start).text == ",":
        noun.head, noun.dep_ = named[0], "parataxis"


def _following(noun: Token) -> None:
    """Set beside those announced the names behind a colon: "The following states recognised it: Peru and Chile"."""
    verb = noun.head
    behind = [t for t in verb.subtree if t.text == ":" and t.i > verb.i]
    listed = (t for t in verb.subtree if behind and t.dep_ in {"appos", "npadvmod", "dep"} and t.i > behind[0].i)
    names = [t for t in listed if left_of(t.left_edge).i == behind[0].i]
    if names and names[0].pos_ == "PROPN":
        names[0].head, names[0].dep_ = noun, "appos"
