"""What the word over a clause does to its polarity and mood."""

from __future__ import annotations

from collections.abc import Collection

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses.obliques import WH
from credence.read.clauses.subjects import REPLIES, is_cleft
from credence.read.moods import enacted
from credence.read.moods.idioms import over_clause
from credence.read.words.forms import infinitive, ordinal, to_or_bare
from credence.read.words.tree import Token

_REVIEWING = {"review", "reconsider", "evaluate", "assess", "examine", "revisit", "reassess"}
_STANDING = {"designation", "listing", "ban", "sanction", "recognition"}
_BY_WORD = {"designation", "listing", "delisting", "recognition", "imposition"}  # what is done by saying so
_MEANING = {"mean", "signal", "imply", "mark", "represent", "constitute"}
_SPOKEN_FOR = {"government", "country", "ministry", "cabinet", "state", "authority"}
_INSISTING = {"insist", "stress", "argue", "say", "write"}
_IN_PROSPECT = {
    ("on", "cards"),
    ("on", "table"),
    ("in", "offing"),
    ("in", "air"),
    ("on", "horizon"),
    ("in", "pipeline"),
}
_UNDER_WAY = {  # "is going to leave", "moves to cut ties", but "moved to cut them"
    "go": {"VBG"},
    "move": {"VBZ", "VBP", "VBG"},
}
_TELLING = {"say", "confirm", "declare", "disclose", "reveal", "report", "state"}


def effect_of(governor: Token, current: Token, cues: Cues) -> str | None:
    """What a word does to the clause embedded under it."""
    lemma, to = fold(governor.lemma_), infinitive(current)
    if (done := enacted.over(governor, current)) is not None:
        return done
    if _tells(governor, lemma, current, cues):
        return "reports"
    if (idiom := over_clause(governor, to=to)) is not None:
        return idiom
    if lemma in {"be", "have"} and to:
        return _bare(governor, current)
    if lemma == "be" and current.dep_ in {"attr", "nsubj", "pobj"}:
        return _judged(governor, cues) if current.dep_ == "nsubj" else "plain"
    if lemma in _REVIEWING and current.lemma_.lower() in _STANDING:
        return None  # "is reviewing the designation": it stands
    return _by_form(governor, current, cues) or cues.governors.get(lemma)


def _by_form(governor: Token, current: Token, cues: Cues) -> str | None:
    """What a word does to a clause by the form of the two; None where that tells nothing."""
    lemma = fold(governor.lemma_)
    if toys_with(governor, current):
        return "possible"
    if current.tag_ == "VB" and current.dep_ == "ccomp" and lemma in _INSISTING and _bare_form(current):
        return "sought"  # "insisted that Chile close its embassy"
    if lemma in cues.announcing and current.pos_ in {"NOUN", "PROPN"}:
        return "plain" if current.lemma_.lower() in _BY_WORD else "planned"
    if lemma in _MEANING and (current.pos_ == "NOUN" or (lemma == "mean" and not to_or_bare(current))):
        return "plain"  # "does not mean the reopening of", "means that only Chad recognises it"
    if infinitive(current) and (lemma == "tell" or governor.tag_ in _UNDER_WAY.get(lemma, ())):
        return "planned"  # "was told to leave"
    if lemma in {"persuade", "convince"} and infinitive(current) and governor.tag_ in {"VBD", "VBN"}:
        return "plain"  # "has persuaded Peru to leave", but "tried to persuade"
    if lemma == "rule" and not any(c.lower_ == "out" for c in governor.children):
        return "reports"
    written = lemma in cues.writs and current.tag_ == "VBG" and current.dep_ == "acl"
    return "plain" if written else None  # "issued a decree banning …"


def _tells(governor: Token, lemma: str, current: Token, cues: Cues) -> bool:
    """Whether words tell of what is so: "the announcement that Peru has closed it", "is convinced that it has"."""
    if current.tag_ not in {"VBD", "VBN", "VBZ", "VBP"} or all(c.lower_ != "that" for c in current.children):
        return False
    announced = governor.pos_ == "NOUN" and lemma in cues.announcing
    return announced or (lemma == "convince" and governor.tag_ == "VBN")


def toys_with(governor: Token, current: Token) -> bool:
    """Whether somebody only has something in mind: "is thinking of closing its embassy", "dreams of a return"."""
    return governor.lemma_ in {"think", "dream"} and current.dep_ == "pcomp"


def _bare_form(verb: Token) -> bool:
    """Whether a verb with a subject of its own stands without any auxiliary."""
    below = {c.dep_ for c in verb.children}
    return bool(below & {"nsubj", "nsubjpass"}) and not any(c.dep_ == "aux" for c in verb.children)


def _judged(verb: Token, cues: Cues) -> str | None:
    """What is said of an act: "recognition is unlikely"."""
    said = [c for c in verb.children if c.dep_ in {"acomp", "attr"}]
    placed = {(c.lower_, n.lower_) for c in verb.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj"}
    if placed & _IN_PROSPECT:
        return "possible"
    return next((e for c in said if (e := cues.governors.get(fold(c.lemma_))) not in {None, "reports"}), None)


def _bare(governor: Token, current: Token) -> str:
    """What "be" and "have" do to an infinitive: "is to open", "has yet to open", "has to open", "had to close"."""
    if any(c.lower_ == "yet" for c in (*governor.children, *current.children)):
        return "denied"  # "has yet to", "are yet to be"
    if governor.lemma_ == "have" and any(c.lower_ == "still" for c in governor.children):
        return "denied"  # "has still to"
    if any(c.dep_ == "csubj" and c.lemma_ == "do" for c in governor.children):
        return "plain"  # "what Peru did was to close"
    if governor.lemma_ == "be":
        if any(c.dep_ == "nsubj" and c.lemma_ in REPLIES for c in governor.children):
            return "plain"  # "Peru's reply was to recall its envoy"
        said = any(
            c.dep_ in {"attr", "acomp", "prep"} and governor.i < c.i < current.i for c in governor.children
        )  # but "Under the deal, Peru is to open"
        return "plain" if said or current.dep_ != "xcomp" else "planned"
    return "plain" if governor.tag_ in {"VBD", "VBN"} else "sought"


def to_come(anchor: Token, agents: Collection[Token]) -> bool:
    """Whether a headline says what somebody is to do: "Peru to restore ties with Chad"."""
    doer = anchor.head
    hangs = anchor.dep_ in {"acl", "relcl"} and doer.dep_ == "ROOT" and doer in agents
    return hangs and infinitive(anchor) and not ordinal(doer)


def told_of_one(anchor: Token) -> Token | None:
    """Give the "be" that says whether somebody is one a clause tells of: "is not among the states that", "no state"."""
    noun = anchor.head
    if noun.lemma_ == "be" and is_cleft(anchor) and any(c.tag_ in WH for c in anchor.children):
        return noun  # "it was not Peru that"
    if anchor.dep_ not in {"relcl", "acl"}:
        return None
    if noun.dep_ == "attr" and anchor.dep_ == "relcl" and not ordinal(noun):
        return noun.head if noun.head.lemma_ == "be" else None  # "is not a state that", "it was not Peru that"
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"among", "of"}:
        return None
    whole = noun.head.head
    verb = whole.head if whole.lower_ == "one" and whole.dep_ == "attr" else whole
    return verb if verb.lemma_ == "be" else None


def _is_speakers(noun: Token) -> bool:
    """Whether a noun without a name is whom its speaker speaks for: "the minister said that the government had"."""
    of_its_own = {c.dep_ for c in noun.children} <= {"det", "poss"}
    named = any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in noun.children)
    return noun.lemma_ in _SPOKEN_FOR and of_its_own and not named


def tells_of_itself(verb: Token, above: Token) -> bool:
    """Whether somebody tells of what he has just done himself: "said on Friday that it had closed its embassy"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    own = any(c.lower_ in {"it", "they", "he", "she", "we"} or _is_speakers(c) for c in subjects)
    said = above.tag_ == "VBD" and above.lemma_ in {
        "say",
        "confirm",
        "declare",
        "disclose",
        "reveal",
        "report",
        "state",
        "tell",
        "inform",
        "add",
    }
    return own and said and not any(c.lower_ in {"long", "already", "never", "once", "not"} for c in verb.children)
