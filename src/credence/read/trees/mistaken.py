"""Words that the parser took for another part of the sentence than they are.

A subject taken for part of the place before it ("In Oslo parliament has rejected"), a passive taken for an adjective
("was fetched home"), and a verb's "as" hung on a participle in between ("regards the house elected in 2015 as").
"""

from __future__ import annotations

from spacy.tokens import Token

from credence.catalog.spelling import fold
from credence.read.words.forms import infinitive, left_of, right_of

_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}
_WHOM = {"both", "each", "all", "others", "these", "those", "either"}
_WHERE = {"in", "at", "inside"}
_HOLDING = frozenset(
    {"regard", "consider", "recognize", "view", "treat", "see", "describe", "acknowledge", "accept", "name", "appoint"}
    | {"designate", "list", "classify", "class", "brand", "nominate", "endorse", "expel"}
)

_IRREGULAR_TOO = {"frozen": "freeze", "broken": "break", "withdrawn": "withdraw", "suspended": "suspend"}
_IRREGULAR_TOO |= {"severed": "sever", "closed": "close", "reopened": "reopen", "restored": "restore"}
_FOURTH = 3  # "Closed embassies" at the beginning are closed ones
_ROLES = {"member", "observer", "partner", "associate"}
_MAKING = {"make", "name", "elect", "appoint", "proclaim"}
_IRREGULAR = {"froze": "freeze", "broke": "break", "cut": "cut", "took": "take", "left": "leave", "shut": "shut"}
_IRREGULAR |= {"won": "win", "lost": "lose", "withdrew": "withdraw", "sent": "send", "gave": "give", "held": "hold"}
_FOLLOWING = {"follow", "join", "precede"}
_STATES = {"open", "closed", "shut", "empty", "vacant", "operational", "active", "running", "intact"}
_CALLING = {"call", "find", "deem", "declare", "consider", "label", "brand", "judge", "pronounce", "term"}
_ADJECTIVAL = ("ile", "ive", "ous", "ful", "less", "able", "ible", "just", "fair", "wise", "legal", "moral", "wrong")
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
    elif token.dep_ == "prep" and token.lower_ == "with" and token.head.dep_ in {"dobj", "nsubjpass"}:
        _from_when(token)
    elif token.dep_ == "prep" and token.lower_ == "as" and token.head.dep_ in {"acl", "relcl"}:
        _as_of_verb(token)
    elif token.dep_ == "oprd" and token.tag_ == "NN" and token.i > 1:
        _called(token)
    elif token.dep_ == "dep" and token.lower_ in _WHOM and left_of(token) == token.head.head:
        _asked(token)
    elif token.tag_ == "JJ" and any(c.dep_ == "auxpass" for c in token.children):
        _passive(token)
    elif token.text == "States" and token.tag_ in {"NNPS", "NNP"}:
        _capital(token)
    elif token.dep_ == "nsubj" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.head.lemma_ in _MAKING:
        _made(token)
    elif token.tag_ in {"VBD", "VBN", "JJ"} and token.dep_ == "amod" and (token.tag_ == "VBD" or token.i > _FOURTH):
        _told_in_row(token)
    elif token.tag_ == "VBD" and token.dep_ == "conj" and token.lemma_ in _FOLLOWING:
        _followed_by(token)
    elif token.lower_ == "open" and token.tag_ == "JJ" and token.dep_ in {"ROOT", "amod"}:
        _opens(token)
    else:
        _of_money(token)


def _of_row(noun: Token) -> None:
    """Make a noun of a row of one that was taken for a verb: "39 embassies, consulates and missions"."""
    before = noun.doc[noun.i - 2]
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
    subjects = [c for c in be.children if c.dep_ in _SUBJECTS]
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


def _from_when(prep: Token) -> None:
    """Give a verb the "with immediate effect" that was hung on its object."""
    if any(c.lemma_ == "effect" for c in prep.children) and prep.head.head.pos_ == "VERB":
        prep.head = prep.head.head


def _capital(noun: Token) -> None:
    """Make a noun of what official papers write like a name: "forty-one States", "all other States"."""
    counted = any(c.dep_ == "nummod" for c in noun.children)
    if counted or left_of(noun).lower_ in {"member", "all", "other", "these", "those", "both", "many", "several", "no"}:
        noun.tag_, noun.pos_, noun.lemma_ = "NNS", "NOUN", "state"


def _made(thing: Token) -> None:
    """Give a verb what it makes something: "made Chad its fiftieth member", "made it the 193rd Member"."""
    role = thing.head
    verb = role.head
    if role.dep_ not in {"ccomp", "dobj"} or thing.i < verb.i or role.lemma_.lower() not in _ROLES:
        return
    thing.head, thing.dep_ = verb, "dobj"
    role.dep_ = "oprd"


def _told_in_row(verb: Token) -> None:
    """Make a verb of a row of one taken for an adjective: "recognised it in 1984, froze relations in 1996, thawed"."""
    noun, comma = verb.head, left_of(verb)
    first = noun.head
    joined = comma.text == "," if verb.tag_ == "VBD" else comma.lower_ == "and" and verb.lower_ in _IRREGULAR_TOO
    if verb.i == 0 or not joined or noun.i < verb.i or noun.dep_ not in {"dobj", "conj", "npadvmod", "appos"}:
        return
    while first.dep_ == "conj" and first.pos_ not in {"VERB", "AUX"}:
        first = first.head
    if first.dep_ in {"dobj", "pobj"} and first.head.pos_ == "VERB":
        first = first.head
    done = first.tag_ == verb.tag_ or (first.tag_ == "VBN" and any(c.lemma_ == "have" for c in first.lefts))
    if first.pos_ != "VERB" or not done or first.i > verb.i:
        return
    verb.head, verb.dep_, verb.pos_ = first, "conj", "VERB"
    verb.lemma_ = _IRREGULAR.get(verb.lower_) or _IRREGULAR_TOO.get(verb.lower_) or _lemma(verb.lower_)
    verb.tag_ = first.tag_
    noun.head, noun.dep_ = verb, "dobj"
    for child in [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"in", "on"}]:
        child.head = verb


def _followed_by(verb: Token) -> None:
    """Make a participle of a verb with a doer behind "by": "recognised it, followed within weeks by Chad"."""
    doers = [c for c in verb.children if c.lower_ == "by" and any(g.dep_ == "pobj" for g in c.children)]
    own = any(c.dep_ in {*_SUBJECTS, "dobj", "aux"} for c in verb.children)
    if doers and not own and left_of(verb).text == "," and doers[0].i > verb.i:
        verb.tag_, verb.dep_ = "VBN", "advcl"
        doers[0].dep_ = "agent"


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
    word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", _lemma(word.lower_)
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


def _lemma(participle: str) -> str:
    """The plain form of a regular participle of one of few verbs that the tagger does not know."""
    stem = participle.removesuffix("ed")
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    return stem if stem.endswith(("ch", "sh", "ss", "ck", "wn", "ll", "rn", "nt", "rt", "st", "ct")) else f"{stem}e"


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
    if not begun or not follows or any(c.dep_ in _SUBJECTS for c in verb.children):
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
