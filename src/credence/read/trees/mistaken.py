"""Words that the parser took for another part of the sentence than they are.

A subject taken for part of the place before it ("In Oslo parliament has rejected"), a passive taken for an adjective
("was fetched home"), and a verb's "as" hung on a participle in between ("regards the house elected in 2015 as").
"""

from __future__ import annotations

from credence.catalog.spelling import fold
from credence.read.words.forms import ANY_SUBJECT, infinitive, left_of, right_of
from credence.read.words.tree import Token

_WHOM = {"both", "each", "all", "others", "these", "those", "either"}
_WHERE = {"in", "at", "inside"}
_HOLDING = frozenset(
    {"regard", "consider", "recognize", "view", "treat", "see", "describe", "acknowledge", "accept", "name", "appoint"}
    | {"designate", "list", "classify", "class", "brand", "nominate", "endorse", "expel"}
)

_STATES = {"open", "closed", "shut", "empty", "vacant", "operational", "active", "running", "intact"}
_CALLING = {"call", "find", "deem", "declare", "consider", "label", "brand", "judge", "pronounce", "term"}
_ADJECTIVAL = (
    "ic",
    "ile",
    "ive",
    "ous",
    "ful",
    "less",
    "able",
    "ible",
    "just",
    "fair",
    "wise",
    "legal",
    "moral",
    "wrong",
)
_KEEPING = {"keep", "leave", "hold", "find", "declare", "pronounce", "force"}
_FROZEN = {"frozen": "freeze", "unfrozen": "unfreeze", "blocked": "block"}
_MONEY = {"asset", "fund", "account", "reserve", "money", "property", "holding", "deposit", "gold", "aid"}
_UPON = {"on", "upon", "against"}
_IMPOSING = {"impose", "slap", "place", "put", "announce", "order", "introduce", "maintain", "renew", "extend", "lift"}


def mistaken(token: Token) -> None:
    """Put right what was taken for something else around one token."""
    if token.dep_ == "pobj" and token.lower_ in _STATES and token.i > 1:
        _kept(token)
    elif token.dep_ == "pobj" and token.tag_ in {"NN", "NNS"} and token.i > 1:
        _subject_behind_place(token)
    elif token.dep_ == "prep" and token.lower_ == "as" and token.head.dep_ in {"acl", "relcl"}:
        _as_of_verb(token)
    elif token.dep_ == "oprd" and token.tag_ == "NN" and token.i > 1:
        _called(token)
    elif token.dep_ == "dep" and token.lower_ in _WHOM and left_of(token) == token.head.head:
        _asked(token)
    elif token.tag_ == "JJ" and any(c.dep_ == "auxpass" for c in token.children):
        _passive(token)
    elif token.lower_ == "open" and token.tag_ == "JJ" and token.dep_ in {"ROOT", "amod"}:
        _opens(token)
    else:
        _of_money(token)


def _of_row(noun: Token) -> None:
    """Make a noun of a row of one that was taken for a verb: "39 embassies, consulates and missions"."""
    before = left_of(noun, 2)
    if left_of(noun).lower_ not in {",", "and"} or before.pos_ != "NOUN" or noun.dep_ == "ROOT":
        return
    noun.tag_, noun.pos_, noun.lemma_ = "NNS", "NOUN", "consulate"
    noun.head, noun.dep_ = before, "conj"


def _of_money(token: Token) -> None:
    if token.lower_ in _FROZEN and token.tag_ == "JJ" and token.dep_ == "acomp":
        _frozen(token)
    elif token.dep_ == "prep" and token.lower_ in _UPON and token.head.dep_ == "conj":
        _shared(token)
    elif token.lower_ == "consulates" and token.tag_ == "VBZ" and token.i > 1:
        _of_row(token)


def _frozen(word: Token) -> None:
    """Make a verb of what is done to money that was taken for how it is: "said that the funds would be frozen"."""
    be = word.head
    subjects = [c for c in be.children if c.dep_ in ANY_SUBJECT]
    if be.lemma_ != "be" or not subjects or subjects[0].lemma_ not in _MONEY:
        return
    for child in [c for c in be.children if c != word]:
        child.head = word
        child.dep_ = "nsubjpass" if child in subjects else child.dep_
    word.head, word.dep_ = (word, "ROOT") if be.dep_ == "ROOT" else (be.head, be.dep_)
    be.head, be.dep_ = word, "auxpass"
    word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", _FROZEN[word.lower_]


def _shared(prep: Token) -> None:
    """Give a verb the "on" that was hung on the second thing imposed: "put a visa ban and a fine on the bank"."""
    second = prep.head
    first = second.head
    verb = first.head
    if second.pos_ == "NOUN" and first.dep_ == "dobj" and verb.lemma_ in _IMPOSING and first.pos_ == "NOUN":
        prep.head = verb


def _opens(word: Token) -> None:
    """Make a verb of what many do that was taken for how they are: "Interests sections open in both capitals"."""
    noun = word.head
    if word.dep_ == "amod" and noun.dep_ == "ROOT" and noun.tag_ == "NNS" and word.i == noun.i + 1:
        word.head, word.dep_ = word, "ROOT"
        noun.head, noun.dep_ = word, "nsubj"
    elif word.dep_ == "amod":
        return
    helped = any(c.dep_ in {"aux", "auxpass", "cop"} for c in word.children)
    if not helped and any(c.dep_ == "nsubj" and c.tag_ == "NNS" and c.i < word.i for c in word.children):
        word.tag_, word.pos_ = "VBP", "VERB"


def _asked(whom: Token) -> None:
    """Give a verb whom it asks, where that was lost before an infinitive: "has urged both to calm down"."""
    act = whom.head
    if act.dep_ == "xcomp" and act.head.pos_ == "VERB" and infinitive(act):
        whom.head, whom.dep_ = act.head, "dobj"


def _passive(word: Token) -> None:
    """Make a verb of a passive that was taken for an adjective: "was fetched home"."""
    aux = [c for c in word.children if c.dep_ == "auxpass"]
    subjects = [c for one in (word, *aux) for c in one.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if not word.text.endswith("ed"):
        _predicate(word, aux)
    if not word.text.endswith("ed") or not subjects:
        return
    word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", plain_form(word.lower_)
    for subject in subjects:
        subject.head, subject.dep_ = word, "nsubjpass"


def _predicate(word: Token, aux: list[Token]) -> None:
    """Make a complement of an adjective that was taken for a passive: "said that Chad was sovereign over it"."""
    verb = aux[-1]
    if word.dep_ not in {"ccomp", "advcl", "relcl", "conj"} or len(aux) != 1 or verb.lemma_ != "be":
        return
    for child in [c for c in word.children if c.i < word.i and c != verb and c.dep_ not in {"advmod", "npadvmod"}]:
        child.head = verb
        child.dep_ = "nsubj" if child.dep_ == "nsubjpass" else child.dep_
    verb.head, verb.dep_ = word.head, word.dep_
    word.head, word.dep_ = verb, "acomp"


def plain_form(participle: str) -> str:
    """The plain form of a regular participle of one of few verbs that the tagger does not know."""
    stem = participle.removesuffix("ed")
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    return (
        stem if stem.endswith(("ch", "sh", "ss", "ck", "wn", "ll", "rn", "nt", "rt", "st", "ct", "er")) else f"{stem}e"
    )


def _subject_behind_place(noun: Token) -> None:
    """Give a clause the subject that was taken for the place's: "In Oslo parliament has rejected the bill"."""
    place, prep, verb = left_of(noun), noun.head, noun.head.head
    opens = prep.lower_ in _WHERE and place.head == noun and place.dep_ == "compound" and place.pos_ == "PROPN"
    if not opens or prep.dep_ != "prep" or verb.pos_ not in {"VERB", "AUX"} or verb.i < noun.i:
        return
    first = place.left_edge
    while left_of(first).pos_ == "PROPN" and left_of(first).head in {noun, place}:
        first = left_of(first)
    begun = left_of(first) == prep and not any(c.dep_ in {"det", "amod", "poss"} for c in noun.children)
    follows = noun.right_edge.i + 1 < len(noun.doc) and right_of(noun.right_edge).pos_ in {"VERB", "AUX", "ADV"}
    if not begun or not follows or any(c.dep_ in ANY_SUBJECT for c in verb.children):
        return
    _make_subject(noun, place, prep)


def _make_subject(noun: Token, place: Token, prep: Token) -> None:
    verb = prep.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    for child in list(noun.children):
        if child.dep_ == "compound" and child != place and child.i < place.i:
            child.head = place
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    place.head, place.dep_ = prep, "pobj"
    prep.head = noun  # the parliament in Oslo


def _kept(word: Token) -> None:
    """Give a verb what it keeps something, where that was taken for the place: "kept its embassy in Lima open"."""
    place, prep = left_of(word), word.head
    thing = prep.head
    verb = thing.head
    named = place.head == word and place.dep_ == "compound" and place.pos_ == "PROPN" and prep.dep_ == "prep"
    if named and thing.dep_ == "dobj" and verb.lemma_ in _KEEPING:
        for child in list(word.children):
            child.head = place if child != place else prep
        place.dep_ = "pobj"
        word.head, word.dep_, word.tag_, word.pos_ = verb, "oprd", "JJ", "ADJ"


def _called(word: Token) -> None:
    """Give a verb what it calls by an adjective that was taken for a noun: "called the decision hostile"."""
    thing, verb = left_of(word), word.head
    named = thing.head == word and thing.dep_ == "compound" and thing.tag_ in {"NN", "NNS"}
    if not named or verb.lemma_ not in _CALLING or not word.lower_.endswith(_ADJECTIVAL):
        return
    if any(c.dep_ == "dobj" for c in verb.children):
        return
    for child in list(word.children):
        child.head = thing if child != thing else verb
    thing.dep_ = "dobj"
    word.tag_, word.pos_ = "JJ", "ADJ"


def _as_of_verb(prep: Token) -> None:
    """Give a verb the "as" hung on a participle of its object: "regards the assembly elected in 2015 as the only"."""
    participle = prep.head
    noun = participle.head
    verb = noun.head
    if noun.dep_ != "dobj" or fold(verb.lemma_) not in _HOLDING or any(c.lower_ == "as" for c in verb.children):
        return
    if prep.i == participle.i + 1:
        return  # "regards the man known as Omar"
    prep.head = verb
