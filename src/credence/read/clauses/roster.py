"""Who is named of many that are counted, apart from their clause: "Ten states have, Chad and Mali among the first".

A parser hangs such names anywhere or not at all; they are found by the words around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from credence.read.clauses.clauses import Clause
from credence.read.nouns.phrases import spread
from credence.read.words.forms import right_of
from credence.read.words.gaps import NAME, NAMES
from credence.read.words.tree import Doc, Token

_PLACE = r"(?:earliest|first|latest|last|most recent|keenest|biggest|next)"
_BEING = r"(?:(?:is|are|was|were|being) )?"
_THEM = rf"(?:the {_PLACE}(?: ones)?|them|these|their number)"
_THOSE_OF = r"(?: (?:those|the (?:governments|ones)) of)?"
_OF_THEM = r"(?: of (?:them|these|all)| among (?:them|these))?"
_ALL = rf"{NAME}(?:, {NAME}){{0,19}}(?:,? (?:and|as well as) {NAME})?"  # as many as there are
_END = r"(?=[,.;:]|$| (?:in|on|last|this|earlier|only) )"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf", (?:with )?(?P<names>{NAMES}),? {_BEING}(?:among|one of|some of) {_THEM}\b",
        rf", (?P<names>{NAMES}) {_BEING}(?:the )?{_PLACE}{_OF_THEM}{_END}",
        rf", (?:the )?{_PLACE}{_OF_THEM}(?:,| being| was| is)? (?P<names>{NAMES}){_END}",
        rf", (?:most recently|lately|notably|not least|among them|including){_THOSE_OF} (?P<names>{_ALL})(?=[,.;:]|$)",
    )
)
_CLOSE_BEHIND = re.compile(
    rf", with (?P<names>{NAMES}) (?:(?:a few|some|two|three|several|a|an|one) (?:minute|hour|day|week|month)s? )?"
    r"(?:close |hard |not far |just |right )?(?:behind|in (?:its|their) wake|on (?:its|their) heels)\b"
)
_MANY = frozenset(
    {"country", "state", "nation", "government", "member", "power", "capital", "ally", "neighbour", "neighbor", "land"}
    | {"other"}
)


def told_apart(clause: Clause) -> Iterator[Clause]:
    """Give the clause once more of those named of the many of whom it tells.

    Args:
        clause: The clause.
    """
    verb = clause.anchor
    yield from _close_behind(clause)
    many = [t for t in clause.agents if t.tag_ == "NNS" and t.lemma_.lower() in _MANY]
    if clause.nominal or clause.passive or not many or verb.pos_ not in {"VERB", "AUX"}:
        return
    if any(c.lower_ in {"no", "few", "not"} for t in (verb, *many) for c in t.children):
        return
    start, end = _bounds(many[0])
    for shape in _SHAPES:
        for found in shape.finditer(verb.doc.text, start, end):
            names = tuple(_names(found, verb))
            known = {*clause.agents, *clause.patients, *spread(many[0])}
            if names and not set(names) & known and verb not in names:
                yield replace(clause, agents=names, anchor=names[0], repeats=clause)
                return


def _close_behind(clause: Clause) -> Iterator[Clause]:
    """Give the clause once more of those who were close behind: "recognised it, with Mali a few hours behind"."""
    verb = clause.anchor
    named = bool(clause.agents) and all(t.pos_ == "PROPN" for t in clause.agents)
    if clause.nominal or clause.passive or not named or verb.pos_ != "VERB":
        return
    for found in _CLOSE_BEHIND.finditer(verb.doc.text, verb.idx):
        names = tuple(_names(found, verb))
        if names and not set(names) & {*clause.agents, *clause.patients}:
            yield replace(clause, agents=names, anchor=names[0], repeats=clause)


def unrolled(doc: Doc) -> None:
    """Hang names told apart of many on the verb, wherever else the parser put them.

    Args:
        doc: The parsed sentence.
    """
    for noun in doc:
        verb = noun.head
        if noun.tag_ != "NNS" or noun.lemma_.lower() not in _MANY or noun.dep_ != "nsubj" or verb.pos_ != "VERB":
            continue
        start, end = _bounds(noun)
        for shape in _SHAPES:
            for found in shape.finditer(doc.text, max(start, verb.idx), end):
                names = tuple(_names(found, verb))
                known = (
                    names and names[0].dep_ == "pobj" and names[0].head.head == noun
                )  # "ten states, among them Peru"
                if names and verb not in names and not known:
                    _hang(names, verb)


def _hang(names: Sequence[Token], verb: Token) -> None:
    """Hang the first name on a verb, and the others on the first."""
    inside = {t.i for name in names for t in name.subtree}
    if verb.i in inside or any(a in names for name in names for a in verb.ancestors):
        return
    names[0].head, names[0].dep_ = verb, "npadvmod"
    for name in names[1:]:
        name.head, name.dep_ = names[0], "conj"


def _bounds(noun: Token) -> tuple[int, int]:
    """From the noun to the end of what belongs to its clause: the next semicolon, or the end of the sentence."""
    text, start = noun.doc.text, noun.idx + len(noun)
    end = text.find(";", start)
    return start, len(text) if end < 0 else end


def _names(found: re.Match[str], verb: Token) -> Iterator[Token]:
    """The last word of each name; nothing where one of them is none to the parser."""
    start, end = found.span("names")
    for part in re.finditer(rf"(?:(?<=, )|(?<=and )|(?<=as well as )|^)(?!and\b){NAME}", verb.doc.text[start:end]):
        words = verb.doc.within(start + part.start(), start + part.end())
        if words and words[-1].pos_ in {"PROPN", "NOUN", "ADJ"}:
            yield next((t for t in words[:-1] if right_of(t).lower_ == "of"), words[-1])
