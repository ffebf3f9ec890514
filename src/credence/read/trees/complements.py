"""What somebody is called, and what else of a judgement was hung on the wrong word.

What a thing is called that was taken for a second thing ("branded the pact a farce"), who did what is judged that was
hung on the judgement ("condemnation of the raid by Chad"), what is left of "nothing but praise", and a verb that
a relative clause with "whose" was taken for ("the rebels, whose envoy sits in Lima, called it a farce").
"""

from __future__ import annotations

from credence.catalog.spelling import fold
from credence.read.words.forms import FINITE, SUBJECT, left_of
from credence.read.words.tree import Token

_CALLING = {
    "call",
    "brand",
    "term",
    "label",
    "name",
    "dub",
    "deem",
    "declare",
    "consider",
    "pronounce",
    "think",
    "find",
}
_OBJECTS = {"dobj", "appos", "npadvmod", "dep", "nmod"}
_THROUGH = {"by", "over", "on", "via"}
_HOUSES = frozenset({"embassy", "consulate", "mission", "office"})
_LINES = {"telephone", "phone", "videolink", "videoconference"}
_SENDING = {"send", "dispatch", "fly", "whisk", "despatch"}
_GIVING = {"give", "allow", "grant", "set"}
_TERMS = {"hour", "day", "week", "month", "year", "fortnight"}
_FEELING = {"condemnation", "criticism", "disapproval", "denunciation", "anger", "dismay", "regret", "concern"}
_FEELING |= {"praise", "appreciation", "approval", "outrage", "indignation", "protest", "rejection", "displeasure"}


def recomplemented(token: Token) -> None:
    """Put right what hangs on the wrong word around one token."""
    if token.dep_ == "npadvmod" and token.lemma_ in _TERMS:
        _given_time(token)
    elif token.tag_ == "NN" and token.dep_ in _OBJECTS:
        _called(token)
    elif token.lower_ in _THROUGH and token.dep_ == "prep":
        _done_by(token)
        _by_telephone(token)
    elif token.lower_ == "but" and token.dep_ == "prep" and token.head.lower_ == "nothing":
        _nothing_but(token)
    elif token.dep_ == "poss" and token.lower_ == "whose":
        _behind_relative(token)
    else:
        _loosened(token)


def _loosened(token: Token) -> None:
    if token.lower_ == "neither" and token.dep_ == "preconj" and token.head.dep_ in {"acomp", "attr", "oprd", "dobj"}:
        token.head, token.dep_ = token.head.head, "neg"  # "it is neither wise nor humane"
    elif token.lower_ == "more" and token.dep_ == "dobj" and any(c.lower_ == "than" for c in token.children):
        token.dep_ = "advmod" if token.right_edge.lower_ in {"once", "twice"} else "dobj"  # "objected more than once"
    elif token.lower_ in {"to", "into"} and token.dep_ == "prep" and token.head.dep_ in {"conj", "appos"}:
        _sent_there(token)
    elif token.dep_ == "ccomp" and token.head.lemma_ == "want" and token.tag_ in {"VBD", "VBN"}:
        _wanted_done(token)
    elif token.lower_ == "available" and token.dep_ == "amod" and token.head.head.lemma_ == "make":
        token.head, token.dep_ = token.head.head, "oprd"  # "has made available 30 million dollars"
    elif token.lower_ == "null" and token.dep_ == "pobj":
        _null_and_void(token)
    elif token.dep_ == "acl" and token.head.dep_ == "ROOT" and token.head.pos_ in {"PROPN", "NOUN"}:
        _verb_after_relative(token)


def _by_telephone(prep: Token) -> None:
    """Hang "by telephone" on what was done so, not on a noun before: "informed him of the decision by telephone"."""
    line = next((c for c in prep.children if c.dep_ == "pobj" and c.lemma_ in _LINES), None)
    verb = next((t for t in prep.ancestors if t.pos_ == "VERB"), None)
    if prep.head.pos_ in {"NOUN", "PROPN"} and line is not None and verb is not None and verb.i < prep.i:
        prep.head = verb


def _sent_there(prep: Token) -> None:
    """Hang where somebody is sent on the verb: "sent its minister, Omar Varga, and a senator to Chad"."""
    verb = next((t for t in prep.ancestors if t.pos_ == "VERB"), None)
    sent = [] if verb is None else [c for c in verb.children if c.dep_ == "dobj"]
    if verb is not None and verb.lemma_ in _SENDING and sent and prep.head in sent[0].subtree:
        prep.head = verb


def _given_time(term: Token) -> None:
    """Make the object of how long somebody is given: "gave Chad a week to answer"."""
    whom = next((c for c in term.head.children if c.dep_ == "dobj" and c.i < term.i), None)
    beside = whom is not None and whom.right_edge.i + 1 == term.left_edge.i
    if term.head.lemma_ in _GIVING and whom is not None and beside and whom.pos_ in {"PROPN", "PRON", "NOUN"}:
        whom.dep_, term.dep_ = "dative", "dobj"


def _wanted_done(verb: Token) -> None:
    """Make the object of what somebody wants done: "wants the bases closed"; a mission's closing is told by itself."""
    things = [c for c in verb.children if c.dep_ in SUBJECT and c.lemma_ not in _HOUSES]
    told = any(c.dep_ in {"aux", "auxpass", "mark", "neg", "dobj"} for c in verb.children)
    if len(things) == 1 and not told and things[0].left_edge.i == verb.head.i + 1 and things[0].pos_ != "PRON":
        things[0].head, things[0].dep_ = verb.head, "dobj"
        verb.dep_, verb.tag_ = "oprd", "VBN"


def _null_and_void(null: Token) -> None:
    """Make a complement of "null and void", and of the name before it who did it: "the pact signed by Chad null"."""
    name = next((c for c in null.children if c.dep_ in {"compound", "nmod", "poss"} and c.i == null.i - 1), None)
    verb = next((t for t in null.ancestors if t.lemma_ in _CALLING), None)
    if name is None or verb is None:
        return
    name.head, name.dep_ = null.head, "pobj"
    for child in [c for c in null.children if c.i < name.i]:
        child.head = name
    null.head, null.dep_ = verb, "oprd"


def _verb_after_relative(verb: Token) -> None:
    """Make the sentence's verb of what was taken for a participle: "the rebels, whose envoy is there, called it"."""
    noun, before = verb.head, left_of(verb)
    relative = any(c.dep_ == "relcl" and c.i < verb.i for c in noun.children)
    things = [c for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "oprd"}]
    if not relative or before.text != "," or verb.tag_ not in {"VBN", "VBD"} or not things:
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    if len(things) > 1 and things[0].dep_ == "oprd":
        things[0].dep_ = "dobj"


def _called(name: Token) -> None:
    """Make a complement of what a thing is called: "branded the pact a farce", "called the listing an injustice"."""
    first, thing = name.left_edge, name.head
    if first.lower_ not in {"a", "an"} or not first.i:
        return
    if thing.pos_ == "VERB" and thing.dep_ not in SUBJECT and name.dep_ == "dobj":
        before = [c for c in thing.children if c.dep_ == "dobj" and c.i < first.i]
        thing = before[-1] if before else thing
    verb = thing.head
    beside = thing.dep_ == "dobj" and thing.right_edge.i >= first.i - 1 and left_of(first) in thing.subtree
    if beside and fold(verb.lemma_) in _CALLING and verb.i < thing.i < name.i and left_of(first).text not in {",", "–"}:
        name.head, name.dep_ = verb, "oprd"


def _done_by(prep: Token) -> None:
    """Hang who did it on the deed, not on what is felt about it: "condemnation of the raid by Chad"."""
    feeling, deed = prep.head, left_of(prep) if prep.i else prep
    if deed.head == feeling and deed.dep_ == "oprd" and any(c.lower_ == "what" for c in feeling.children):
        prep.head = deed  # "what she called meddling by Chad"
    if (
        prep.lower_ == "by"
        and feeling.lemma_ in _FEELING
        and deed.pos_ == "NOUN"
        and deed.dep_ == "pobj"
        and deed.head.head == feeling
    ):
        prep.head = deed


def _nothing_but(prep: Token) -> None:
    """Make the object of what alone is had: "nothing but praise for Chad"."""
    nothing, kept = prep.head, next((c for c in prep.children if c.dep_ == "pobj"), None)
    if kept is None or nothing.dep_ not in {"dobj", "attr"}:
        return
    kept.head, kept.dep_ = nothing.head, nothing.dep_
    prep.head, prep.dep_ = kept, "cc"
    nothing.head, nothing.dep_ = kept, "predet"


def _behind_relative(whose: Token) -> None:
    """Make the verb behind a relative clause the sentence's own: "the rebels, whose envoy sits there, called it"."""
    inner, owner = whose.head.head, whose.head
    if inner.dep_ != "ROOT" or owner.dep_ not in SUBJECT:
        return
    outer = [c for c in inner.children if c.dep_ in SUBJECT and c.i < whose.i and c.right_edge.i < owner.i]
    later = [c for c in inner.children if c.i > inner.i and c.tag_ in FINITE and left_of(c.left_edge).text == ","]
    if len(outer) != 1 or not later or any(c.dep_ in SUBJECT or c.dep_ == "mark" for c in later[0].children):
        return
    verb = later[0]
    verb.head, verb.dep_ = verb, "ROOT"
    outer[0].head = verb
    inner.head, inner.dep_ = outer[0], "relcl"
