"""How far a clause reaches in the text: the words to quote, and its tense."""

from __future__ import annotations

from credence.model.document import Span
from credence.model.sighting import Tense
from credence.read.clauses.clauses import Clause
from credence.read.moods.enacted import is_now
from credence.read.words.forms import infinitive, left_of, right_of
from credence.read.words.gaps import items_of
from credence.read.words.tree import Token

_WHOLE = {"nsubj", "nsubjpass", "dobj", "agent", "prep", "attr", "acomp", "xcomp", "dative", "aux", "auxpass"}
_PHASES = {"begin", "start", "commence"}
_WORD = {"poss", "amod", "compound", "neg", "prt", "advmod", "npadvmod", "oprd", "det", "nummod"}


def quote_of(clause: Clause, offset: int) -> Span:
    """The words of the clause: predicate and arguments, without what is merely coordinated or subordinate to it."""
    if clause.repeats is not None and clause.anchor.pos_ not in {"VERB", "AUX"}:
        return gap_of(clause, offset)
    tokens = [clause.anchor, *_judged(clause)]
    for child in clause.anchor.children:
        if child.dep_ == "prep" and any(c.dep_ == "pcomp" for c in child.children):
            continue  # "despite not being recognised": a clause of its own
        small = child.dep_ == "ccomp" and child.pos_ == "ADJ"  # "declared the envoy unwelcome"
        if child.dep_ in _WHOLE or small or (child.dep_ == "ccomp" and infinitive(child)):
            tokens.extend(child.subtree)
        elif child.dep_ in _WORD:
            tokens += [child, *(c for c in child.children if c.tag_ == "_SP")]  # "non grata" is parsed as one word
    if clause.anchor.dep_ in {"relcl", "acl"}:
        tokens.append(clause.anchor.head)
    return _trimmed(min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i), offset)


def _judged(clause: Clause) -> list[Token]:
    """The words around an adjective or a modal that judges or obliges: "Peru's unprovoked war", "Peru must leave"."""
    anchor = clause.anchor
    if anchor.dep_ == "amod":
        below = [c for c in anchor.head.children if c.dep_ == "prep" and c.i > anchor.i]
        told = [t for c in below[:1] for t in c.subtree]
        return [anchor.head, *(t for c in anchor.head.lefts for t in c.subtree), *told]
    if anchor.dep_ != "aux":
        return []
    verb = anchor.head
    parts = (c for c in verb.children if c.dep_ in _WHOLE | _WORD)
    return [verb, *(t for c in parts for t in c.subtree)]


def _trimmed(first: Token, last: Token, offset: int) -> Span:
    """The span between two tokens without punctuation at its ends, but for quotation marks and brackets."""
    while last.is_punct and last.i > first.i and last.text not in "\"')":
        last = left_of(last)
    while first.is_punct and first.i < last.i and first.text not in "\"'(":
        first = right_of(first)
    return Span(offset + first.idx, offset + last.idx + len(last.text.rstrip()))


def gap_of(clause: Clause, offset: int) -> Span:
    """The words of a clause without its verb: "Nicaragua a week later"."""
    first = clause.anchor.left_edge
    own = next((one for one in items_of(clause.anchor.doc) if clause.anchor.i in one.names), None)
    if own is not None:
        begin, end = clause.anchor.doc[own.first], clause.anchor.doc[own.last]
        return Span(offset + begin.idx, offset + end.idx + len(end))
    said = [t for t in clause.subjects if t.doc == clause.anchor.doc and t.i > clause.anchor.i]
    last = max(said, key=lambda t: t.i, default=clause.anchor)
    for token in clause.anchor.doc[last.i + 1 :]:
        if token.text == "(":  # "Chad (2008), Mali (2009)"
            continue
        if token.is_punct or token.dep_ == "cc" or token.pos_ in {"VERB", "AUX"}:
            break
        last = token
    return Span(offset + first.idx, offset + last.idx + len(last.text.rstrip()))


def _was_planned(anchor: Token) -> bool:
    """Whether what was planned lies behind: "was to have opened in May", "had ordered them to start leaving in May"."""
    while anchor.dep_ == "xcomp" and anchor.head.lemma_ in _PHASES:
        anchor = anchor.head
    above = anchor.head if anchor.head.pos_ in {"VERB", "AUX"} else anchor.head.head
    had = above.i < anchor.i and any(c.dep_ == "aux" and c.lower_ == "had" for c in above.children)
    perfect = infinitive(anchor) and any(c.dep_ == "aux" and c.lower_ == "have" for c in anchor.children)
    return (anchor.dep_ == "xcomp" or (anchor.dep_ == "ccomp" and infinitive(anchor))) and (had or perfect)


def _was_settled(anchor: Token) -> bool:
    """Whether a date may be that of the deciding: "decided to cut its ties on Friday", "agreed to leave in May"."""
    above = anchor.head
    return anchor.dep_ == "xcomp" and above.lemma_ in {"decide", "agree"} and above.tag_ == "VBD"


def _is_awaited(anchor: Token) -> bool:
    """Whether it is said of today that something lies ahead: "is expected in March"."""
    passive = anchor.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lower_ in {"is", "are"} for c in anchor.children)
    return anchor.lemma_ in {"expect", "schedule", "slate"} and (passive or anchor.tag_ in {"VBZ", "VBP"})


def tense_of(anchor: Token, mood: str) -> Tense:
    """Tell whether a predicate lies behind or ahead, which decides whether "Thursday" is the last or the next."""
    auxiliaries = {c.lower_ for c in anchor.children if c.dep_ == "aux"}
    if mood == "planned" and (_was_planned(anchor) or _was_settled(anchor)):
        return "past" if _was_planned(anchor) else "either"
    passive = any(c.dep_ == "auxpass" for c in anchor.children) and "have" not in auxiliaries
    open_ = mood != "actual" and (anchor.tag_ not in {"VBD", "VBN"} or passive)  # "if ties were severed in March"
    ahead = mood == "planned" or open_ or _is_awaited(anchor)
    if ahead or auxiliaries & {"will", "shall", "'ll", "would"}:
        return "future"
    if anchor.tag_ == "VB" and auxiliaries & {"do", "does"}:
        return "present"
    if anchor.tag_ in {"VBD", "VBN"} or any(
        c.tag_ == "VBD" or c.lower_ in {"have", "has", "had"} for c in anchor.children
    ):
        return "past"
    return "present" if anchor.tag_ in {"VBP", "VBZ", "VBG"} or is_now(anchor) else "past"
