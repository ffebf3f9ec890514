"""Words that stand for a noun said before in the sentence: "its own in Beijing", "theirs", "the one in Rabat"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from credence.read.nouns.houses import houses_before, is_house
from credence.read.words.forms import ORPHAN, SUBJECT
from credence.read.words.tree import Doc, Token

_ALONE = {"theirs", "ours", "hers"}
_OWN_LISTS = {"own", *_ALONE}
_TELLING = {"order", "tell", "ask", "force", "urge", "require", "instruct", "allow"}  # nobody tells a house to leave
_HIS = {"his", "none"}
_ONE = {"one", "ones"}
_FOR_ENVOYS = {"own", "them", "those", "that", *_ONE, *_ALONE}
_WHERE = {"in", "to", "at", "from"}  # "five embassies, among them those in Chad and Mali"
_KEEPING = {"have", "keep", "maintain", "run", "operate", "open", "close", "shut"}
_OPENING = _KEEPING | {"plan", "propose", "build", "establish", "add", "inaugurate", "reopen", "set"}
_OF_STATES = {"send", "appoint", "name", "nominate", "recall", "expel", "recognize", "recognise", "sever", "withdraw"}
_STAFF = {"staff", "personnel"}
_EMPLOYING = {"dismiss", "sack", "fire", "pay", "hire", "train", "thank", "replace", "reduce", "cut"}
_BACK = 2  # sentences
_OBJECT = {"dobj", "nsubjpass"}
_TYING = frozenset(
    {"restore", "resume", "re-establish", "reestablish", "renew", "mend", "repair", "sever", "break", "cut", "suspend"}
    | {"freeze", "normalize", "normalise", "upgrade", "downgrade", "establish", "interrupt", "halt", "rupture"}
    | {"terminate", "revive", "thaw", "reinstate", "downgrade", "reduce", "elevate"}
)
_LIFTING = {"lift", "ease", "suspend", "renew", "extend", "prolong", "waive", "revoke", "rescind", "reimpose"}
_LIFTING |= {"tighten", "scrap", "relax", "loosen", "reinstate"}
_INSIDE = {"ccomp", "advcl", "conj"}
_PARTS = frozenset(
    {"dozen", "score", "number", "group", "handful", "half", "some", "several", "many", "most", "all", "rest", "last"}
    | {"any", "none", "each", "remainder", "bulk", "majority", "remnant", "third", "quarter"}
    | {"batch", "convoy", "column", "wave", "tranche", "planeload"}  # of soldiers
)


def nouns_meant(token: Token) -> Iterator[Token]:
    """Give the nouns that a word standing for one can mean, the nearest first; none for any other word.

    "It" is taken for one as an object only: "moved its embassy …, having closed it before".
    """
    before: Doc | None = token.doc.user_data.get("before")
    if _stands(token) or _is_like(token):
        nearer = (token.doc[n] for n in range(token.i - 1, -1, -1))  # "opened one in 2018 and closed it"
        yield from (t for t in nearer if t.pos_ in {"NOUN", "PROPN"} or (t.lower_ in _ONE and _stands(t)))
        for doc in _earlier(before) if token.lower_ != "it" else ():
            yield from (t for t in reversed(list(doc)) if t.pos_ == "NOUN")
        if is_house(token) and before is not None:
            yield from houses_before(token, before)
    elif is_house(token) and before is not None:
        yield from houses_before(token, before)
    elif token.lower_ == "it" and token.dep_ in SUBJECT and token.head.lemma_ not in _OF_STATES:
        above = list(_subject_above(token.head))
        yield from above
        if before is not None and not above:
            yield from (t for t in before if t.dep_ in SUBJECT and t.head.dep_ == "ROOT")
    elif token.lower_ == "its" and token.dep_ == "poss":  # "The embassy announced its closure"
        yield from (t for t in token.head.head.children if t.dep_ in SUBJECT and t.i < token.i)


def standing_for(cls: str, token: Token) -> Iterator[Token]:
    """Give the nouns that a word which stands for one of a class of the lexicon can mean, the likeliest first."""
    if cls == "list" and _is_lifted(token):
        yield from _measure_meant(token)
        return
    yield from tie_meant(token) if cls == "ties" else nouns_meant(token)
    yield from things_meant(token)


def told_before(token: Token) -> Iterator[Token]:
    """Give the nouns before a word, in its sentence and the one before."""
    before: Doc | None = token.doc.user_data.get("before")
    yield from (t for t in token.doc[: token.i] if t.pos_ == "NOUN")
    yield from (t for t in before if t.pos_ == "NOUN") if before is not None else ()


def one_meant(token: Token, value: Callable[[str, Token], str | None]) -> str | None:
    """Give the rank of envoys whom words mean that are none for envoys themselves: "its staff", "her counterpart"."""
    return _own_staff(token, value) or _opposite(token, value)


def _own_staff(token: Token, value: Callable[[str, Token], str | None]) -> str | None:
    """Give the rank of somebody's own people where missions are spoken of, or a place they leave.

    "Peru has an embassy there. It withdrew its staff", "brought its own staff back from Lima".

    Args:
        token: The noun.
        value: Gives the value of a noun in a class of the lexicon.
    """
    own = token.lemma_.lower() in _STAFF and any(c.tag_ == "PRP$" for c in token.children)
    if not own or token.head.lemma_ in _EMPLOYING:
        return None
    around = (value(cls, noun) for noun in told_before(token) for cls in ("mission", "envoy"))
    return "diplomat" if _is_brought_away(token) or any(told is not None for told in around) else None


def _opposite(token: Token, value: Callable[[str, Token], str | None]) -> str | None:
    """Give the rank of whoever is to another state what an envoy just named is: "expelled her German counterpart".

    Args:
        token: The noun.
        value: Gives the value of a noun in a class of the lexicon.
    """
    number = token.lemma_ == "number" and any(c.lower_ == "opposite" for c in token.lefts)
    peer = token.lemma_ == "colleague" and any(c.dep_ == "amod" and c.text[:1].isupper() for c in token.lefts)
    if token.lemma_ != "counterpart" and not number and not peer:
        return None
    return next((rank for noun in told_before(token) if (rank := value("envoy", noun)) is not None), None)


def _is_brought_away(token: Token) -> bool:
    """Whether somebody takes his "own" people from a place that is named."""
    verb = token.head
    preps = [c for one in (verb, *verb.children) for c in one.children if c.dep_ == "prep" and c.lower_ == "from"]
    named = any(noun.pos_ == "PROPN" for prep in preps for noun in prep.children)
    return named and token.dep_ == "dobj" and any(c.lower_ == "own" for c in token.children)


def _earlier(before: Doc | None) -> Iterator[Doc]:
    """The sentence before, and the one before that: "Peru's embassy is open. Chad's is shut. Mali's is, too"."""
    for _ in range(_BACK):
        if before is not None:
            yield before
            before = before.user_data.get("before")


def whole_of(token: Token) -> Token:
    """Give the noun that a number or a word for a part counts: "two of its diplomats"; the token itself for others."""
    if token.pos_ != "NUM" and token.lemma_.lower() not in _PARTS:
        return token
    below = (noun for prep in token.children if prep.lower_ == "of" for noun in prep.children if noun.dep_ == "pobj")
    return next(below, token)


def stands_for_one(cls: str, token: Token) -> bool:
    """Whether a word may stand for a noun of a class of the lexicon: "asked others to strike it from theirs"."""
    if cls == "list":
        return token.lower_ in _OWN_LISTS or _is_like(token) or _is_lifted(token)
    return cls in {"mission", "ties", "recognitions"} or (cls == "envoy" and _stands_for_envoy(token))


def _is_like(token: Token) -> bool:
    """Whether it is of the sort of something named before: "on Peru's list and on those of Chad and Mali"."""
    below = {child.lower_ for child in token.children}
    return token.lower_ in {"those", "that"} and "of" in below and token.dep_ in {"conj", "pobj"}


def _stands_for_envoy(token: Token) -> bool:
    """Whether a word can stand for an envoy named before: "recalled its own", "has not named one", but not "it".

    So can a bare owner: "called its ambassador home and required Chad's to leave".
    """
    return token.lower_ in _FOR_ENVOYS or any(c.lower_ == "'s" for c in token.children)


def _subject_above(verb: Token) -> Iterator[Token]:
    """The subject of the clause that a clause about "it" hangs on: "The consulate said that it would close"."""
    while verb.dep_ in _INSIDE and verb.head.i != verb.i:
        verb = verb.head
        subject = next((c for c in verb.children if c.dep_ in SUBJECT), None)
        if subject is not None:
            yield subject
            return


def things_meant(token: Token) -> Iterator[Token]:
    """Give the plural noun that "them" as an object means, the nearest before it: "severed ties and restored them".

    What two have restored or severed may be said in the sentence before: "The two had restored them in 2003".
    """
    counted = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _PARTS
    if token.lower_ in {"them", "they", "these"} and (token.dep_ in _OBJECT or counted):
        said = [t for t in token.doc[: token.i] if t.tag_ == "NNS" or (counted and t.lemma_ in _STAFF)]
        earlier: Doc | None = token.doc.user_data.get("before")
        if not said and earlier is not None and token.head.lemma_ in _TYING:
            said = [t for t in earlier if t.tag_ == "NNS"]
        yield from said[-1:]


def implied(cls: str, token: Token) -> str | None:
    """Give what the verb alone tells that a word stands for: only envoys are recalled, "Chile recalled theirs"."""
    bare = token.lower_ in {"theirs", "hers"} or (token.lower_ == "own" and any(c.dep_ == "poss" for c in token.lefts))
    return "ambassador" if cls == "envoy" and bare and token.head.lemma_ == "recall" else None


def _measure_meant(token: Token) -> Iterator[Token]:
    """Give the noun that is lifted or renewed: "imposed an embargo and lifted it", "Sanctions hit Chad. They were"."""
    number = "NN" if token.lower_ == "it" else "NNS"
    yield from [t for t in token.doc[: token.i] if t.tag_ == number and t.dep_ in {*_OBJECT, "nsubj"}][-1:]
    before: Doc | None = token.doc.user_data.get("before")
    if before is not None and all(t.tag_ != number for t in token.doc[: token.i]):
        yield from [t for t in before if t.tag_ == number and t.dep_ in {*_OBJECT, "nsubj"}][:1]


def _is_lifted(token: Token) -> bool:
    return token.lower_ in {"it", "them", "they"} and token.dep_ in _OBJECT and token.head.lemma_ in _LIFTING


def tie_meant(token: Token) -> Iterator[Token]:
    """Give the tie that "it" means, which was cut or made before: "cut the tie, and the next cabinet mended it"."""
    if token.lower_ == "it" and token.dep_ in _OBJECT:
        before = (token.doc[n] for n in range(token.i - 1, -1, -1))
        yield from (t for t in before if t.lower_ in {"tie", "link", "relationship"} and t.dep_ in _OBJECT)


def _stands(token: Token) -> bool:
    word, below = token.lower_, {child.lower_ for child in token.children}
    if word == "that":
        return "of" in below and token.dep_ in {*SUBJECT, "dobj", "conj", ORPHAN}
    if word == "those":
        return (bool(below & _WHERE) and token.i > 0) or ("of" in below and token.dep_ in {*SUBJECT, "pobj"})
    if word == "own":
        return any(child.dep_ == "poss" for child in token.children)
    if word in _ONE:
        return bool(below & {"the", "that"}) or (token.dep_ == "dobj" and not below & {"of", "no", "any"})
    if word == "another":  # "runs a consulate in Bergen and plans another in Oslo"
        return token.dep_ == "dobj" and token.head.lemma_ in _OPENING and not below & {"of"}
    if word == "others":  # "has an embassy in Oslo and others in Lima and Quito"
        return bool(below & _WHERE) or (token.dep_ == "dobj" and token.head.lemma_ in _KEEPING)
    if word in _HIS or "'s" in below:  # "Peru closed its embassy, and Chile's is shut, too"
        return token.dep_ in {*_OBJECT, "nsubj"} or (token.dep_ == "pobj" and token.head.head.lemma_ == "do")
    return word in _ALONE or (word == "it" and token.dep_ in _OBJECT and token.head.lemma_ not in _TELLING)
