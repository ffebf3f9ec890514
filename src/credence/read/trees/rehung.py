"""Trees put right around short words that stand for others, which a parser hangs on what is near.

"Called theirs home" is taken for one's own home, "the term of Peru's envoy and that of Chile's" for two objects, "on
Peru's list and on those of Chile, Chad and Mali" for a list of subjects, "Peru, along with its neighbours, called" for
neighbours that were called, and "to embassy status" for a status that was raised.
"""

from __future__ import annotations

from credence.read.words.forms import FINITE, SUBJECT, left_of
from credence.read.words.tree import Doc, Token

_BRINGING = {"bring", "call", "send", "order", "summon", "fly", "take", "get", "pull", "recall"}
_STANDING = {"own", "theirs", "hers", "ours", "four", "three", "two", "both", "five", "six"}
_ASIDE = {"along", "together", "like", "unlike", "jointly", "besides"}
_LEVELS = {"status", "rank", "level"}
_NOUNS = {"NOUN", "PROPN"}
_ENVOYS = {"ambassador", "envoy", "consul", "commissioner", "representative", "nuncio", "diplomat"}
_CALLING_HOME = {"dismiss", "recall", "withdraw", "replace", "fire", "sack", "remove", "relieve", "oust"}
_TAKEN = {"dobj", "conj", "pobj", "appos", "attr"}


def put_back(doc: Doc) -> Doc:
    """Put a tree right around such words, in place, and give it.

    Args:
        doc: The parsed sentence.
    """
    for token in doc:
        _rehung(token)
        if token.lower_ in _LEVELS and token.dep_ in {"dobj", "appos", "npadvmod"}:
            _to_level(token)
        if token.lower_ == "to" and token.dep_ in {"prep", "dative"} and token.i:
            _to_its_envoy(token)
    return doc


def _rehung(token: Token) -> None:
    """Put the tree right around one word."""
    if token.lower_ == "home" and token.dep_ in {"dobj", "pobj"}:
        _homeward(token)
    elif token.lower_ in {"that", "those"} and left_of(token).lower_ in {"and", "or"}:
        _of_another(token)
    elif token.dep_ == "appos" and token.pos_ == "PROPN":
        _listed_back(token)
    elif token.dep_ == "conj" and token.pos_ == "PROPN" and token.head.lower_ in {"those", "that"}:
        _of_those(token)
    elif token.dep_ == "acl" and token.tag_ in {"VBN", "VBD"} and left_of(token).text == ",":
        _behind_aside(token)
    elif token.dep_ == "nsubj" and token.tag_ == "NNP" and token.head.tag_ in {"VBP", "VB"}:
        _first_of_two(token)
    elif token.lower_ in {"theirs", "own"} and token.dep_ == "oprd" and token.head.lemma_ in _BRINGING:
        token.dep_ = "dobj"


def _to_level(level: Token) -> None:
    """Make one noun of a level that was cut from what it is that of: "raised its legations to embassy status"."""
    kind = left_of(level)
    if kind.dep_ == "pobj" and kind.head.lower_ in {"to", "into"} and not any(level.lefts):
        level.head, level.dep_ = kind.head, "pobj"
        kind.head, kind.dep_ = level, "compound"


def _homeward(home: Token) -> None:
    """Let somebody's own be called home: "called its own home", "called its envoys in all four home"."""
    word, verb = left_of(home), home.head if home.dep_ == "dobj" else home.head.head
    if home.dep_ == "dobj" and any(c.dep_ == "dobj" and c.i < home.i for c in verb.children):
        home.dep_, home.tag_, home.pos_ = "advmod", "RB", "ADV"  # "bring ambassadors home"
        return
    while verb.dep_ in {"prep", "dobj", "pobj"} and verb.head != verb:
        verb = verb.head
    if word.lower_ not in _STANDING or word.head != home or verb.lemma_ not in _BRINGING:
        return
    word.head, word.dep_ = home.head, home.dep_
    for child in [c for c in home.lefts if c != word]:
        child.head = word
    home.head, home.dep_, home.tag_, home.pos_ = verb, "advmod", "RB", "ADV"


def _first_of_two(name: Token) -> None:
    """Give a plural verb both its subjects: "Peru cuts ties with Chad, Mali and Niger bring ambassadors home"."""
    joined, first, verb = left_of(name.left_edge), left_of(name.left_edge, 2), name.head
    if joined.lower_ != "and" or first.pos_ != "PROPN" or first.dep_ != "conj" or first.head.i > first.i:
        return
    helped = any(c.dep_ in {"aux", "conj"} for c in verb.children) or any(c.dep_ == "conj" for c in name.children)
    if helped or left_of(first.left_edge).text != "," or first.head.dep_ not in {"pobj", "dobj"}:
        return
    first.head, first.dep_ = verb, "nsubj"
    joined.head = first
    name.head, name.dep_ = first, "conj"


def _of_another(word: Token) -> None:
    """Join whose it is to whose else it is: "the term of Peru's envoy and that of Chile's man"."""
    of = next((c for c in word.children if c.lower_ == "of" and c.i == word.i + 1), None)
    other = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if of is None or other is None:
        return
    before = (t for t in reversed(word.doc[: word.i - 1]) if t.dep_ == "pobj" and t.head.lower_ == "of")
    first = next((t for t in before if t.right_edge.i == word.i - 2), None)
    if first is None or first in other.ancestors or any(c.dep_ == "conj" for c in first.children):
        return
    other.head, other.dep_ = first, "conj"
    word.head, word.dep_ = other, "dep"
    of.head, of.dep_ = other, "dep"


def _listed_back(name: Token) -> None:
    """Let a list go on where it stands: "on Peru's list and on those of Chile, Chad and Mali"."""
    comma = left_of(name.left_edge)
    before = left_of(comma)
    further = any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in name.children)
    if comma.text != "," or before.pos_ != "PROPN" or before.dep_ != "pobj" or not further:
        return
    prep = before.head
    if prep.lower_ == "of" and prep.head.lower_ in {"those", "that"} and name.head.i < prep.i:
        name.head, name.dep_ = before, "conj"


def _of_those(name: Token) -> None:
    """Let a name behind "those of Chile" be one more whose they are: "those of Chile, Chad and Mali"."""
    owners = [g for c in name.head.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    if owners and owners[0].pos_ == "PROPN":
        name.head = owners[0]


def _behind_aside(verb: Token) -> None:
    """Give a verb behind an aside its subject: "when Peru, along with the two islands, called its envoy home"."""
    noun = verb.head
    prep = next((t for t in noun.ancestors if t.lower_ in _ASIDE and t.i < noun.i), None)
    name = left_of(prep, 2) if prep is not None and left_of(prep).text == "," else None
    bare = not any(c.dep_ in {*SUBJECT, "agent", "auxpass"} for c in verb.children)
    follows = any(c.dep_ in {"dobj", "oprd", "xcomp"} and c.i > verb.i for c in verb.children)
    if prep is None or name is None or name.pos_ not in _NOUNS or not (bare and follows) or name.dep_ in SUBJECT:
        return
    over = name.head
    verb.head, verb.dep_, verb.tag_ = over, "relcl" if over.pos_ in {*_NOUNS, "NUM"} else "advcl", "VBD"
    name.head, name.dep_ = verb, "nsubj"
    prep.head, prep.dep_ = verb, "prep"
    when = name.left_edge if name.left_edge != name else left_of(name)
    if when.lower_ in {"when", "after", "before", "since", "while", "as"} and when.i < verb.i:
        when.head, when.dep_ = verb, "advmod" if when.lower_ == "when" else "mark"


def _to_its_envoy(prep: Token) -> None:
    """Hang where envoys are on them, not on what is done to them: "dismissed ambassadors to Peru and Chad"."""
    envoy = left_of(prep)
    sent = envoy.lemma_.lower() in _ENVOYS and envoy.head == prep.head and envoy.dep_ in {"dobj", "nsubjpass"}
    if sent and prep.head.lemma_ in _CALLING_HOME:
        prep.head = envoy


def opened(doc: Doc) -> Doc:
    """Give those behind a clause that opens a sentence to their verb: "After it fell, no state or body has done so"."""
    for verb in doc:
        first = min((c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}), default=verb.i)
        if doc[first].tag_ not in FINITE or any(c.dep_ in {*SUBJECT, "csubj", "expl"} for c in verb.children):
            continue
        clauses = [c for c in verb.children if c.dep_ == "advcl" and c.i < first]
        things = [t for c in clauses for t in c.subtree if t.dep_ == "conj" and t.pos_ in _NOUNS]
        for thing in things:
            opens = thing.left_edge.i > 0 and left_of(thing.left_edge).text == ","
            if opens and max(t.i for t in thing.subtree) + 1 == first:
                thing.head, thing.dep_ = verb, "nsubj"
                break
    return doc


def contrasted(doc: Doc) -> Doc:
    """Give those behind "but" who have not done so back to their verb, in place: "…, but Chile and Mali have not"."""
    for verb in doc:
        if verb.tag_ not in FINITE or not any(c.dep_ == "neg" for c in verb.children):
            continue
        subject = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), None)
        before = list(doc[: subject.i]) if subject is not None else []
        but = next((t for t in reversed(before) if t.pos_ == "VERB" or _is_but(t)), None)
        if subject is None or but is None or not _is_but(but):
            continue
        strays = [t for t in doc[but.i + 1 : subject.i] if t.pos_ in _NOUNS and t.head.i < but.i]
        if len(strays) == 1 and strays[0].dep_ in _TAKEN:
            strays[0].head, strays[0].dep_ = verb, "nsubj"
            subject.head, subject.dep_ = strays[0], "conj"
    return doc


def _is_but(token: Token) -> bool:
    return token.lower_ == "but" and token.dep_ == "cc"
