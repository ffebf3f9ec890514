"""All that stand in one list of targets, read off the words where a tree hangs them too low.

"Sanctions on two banks: the Harbour Bank, the largest of Peru, and its branches and Casa Nori, one of …" names two;
"the children of the president, Ana and Omar Varga, and Sita Noor, his wife" names three. Between commas and "and", what
begins with a name or a number is one more; what begins with an article, a possessive or a pronoun tells of the one
before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from credence.read.nouns.phrases import coordinated
from credence.read.trees.rolls import acts, item_at, separator_at
from credence.read.words.forms import FINITE, left_of
from credence.read.words.tree import Doc, Token

_CLOSING = frozenset(
    {"for", "over", "after", "because", "due", "pursuant", "under", "since", "during", "amid", "following", "against"}
    | {"to", "until", "unless", "while", "when", "if", "as", "on", "before", "with", "by", "without", "despite"}
    | {";", ".", "?", "!", "–", "—", '"', "”", "but", "or", "nor", "than", "though", "although", "where", "so"}
)
_TELLING = {"who", "which", "that", "whose"}
_PLACING = {"in", "at", "near", "from", "inside", "around", "across", "of", "between"}
_KIN = frozenset(
    {"child", "children", "son", "daughter", "wife", "husband", "brother", "sister", "spouse", "family", "relative"}
    | {"parent", "cousin", "nephew", "niece", "widow", "kin", "aide", "associate", "ally"}
)
_OFFICES = {"Minister", "President", "Secretary", "Commissioner", "Commander", "Governor", "Premier", "Chancellor"}
_OPENING = (("including",), ("namely",), ("such", "as"), ("among", "them"), ("notably",), ("especially",), (":",))
_BEHIND = 4  # tokens from several to who is told apart of them
_STRONG = frozenset({"including", "namely", "as", "them", "notably", "especially", ":", "with"})
_ABOUT = ("listing.", "bounty.")


@dataclass(frozen=True, slots=True)
class _Step:
    """Where a list goes on.

    Attributes:
        start: Where the next item begins.
        strong: Whether a word opens it that leaves no doubt: "including", "as well as".
        placed: Whether a place was named before it: what follows may be one more place.
        comma: Whether it stands behind a comma.
    """

    start: int
    strong: bool
    placed: bool
    comma: bool


def whom(kind: str, role: str, targets: list[Token]) -> list[Token]:
    """Give all targets of a listing or a reward; of any other role what the tree has for it."""
    return listed(targets) if role == "target" and kind.startswith(_ABOUT) else targets


def included(group: Sequence[Token]) -> Iterator[Token]:
    """Give those of several who are told apart: "42 ambassadors, including the Chadian envoy", "among them Chad's"."""
    for noun in group:
        owned = any(c.dep_ == "poss" or c.text[:1].isupper() for c in noun.lefts)
        if noun.tag_ != "NNS" or owned or not any(c.dep_ == "nummod" for c in noun.children):
            continue
        behind = noun.doc[noun.i + 1 : noun.i + _BEHIND]
        mark = next((t for t in behind if t.lower_ in {"including", "among"} and left_of(t).text == ","), None)
        yield from (c for c in mark.children if c.dep_ == "pobj" and c.lower_ != "them") if mark is not None else ()


def listed(targets: Sequence[Token]) -> list[Token]:
    """Give the heads of everybody in a list of targets, those known already among them, in the order of the text.

    Args:
        targets: What the tree has for it.
    """
    if not targets:
        return []
    first = min(targets, key=lambda t: t.i)
    behind = list(_scanned(first.doc, first)) or list(_included(first))
    found = [t for t in (*_before(first), *behind) if t not in targets]
    named = [t for t in (*found, *targets) if t.pos_ == "PROPN"]
    kept = [t for t in targets if not _stands_for(t, named)]
    group = _group_of(first)
    every = {t.i: t for t in (*kept, *found, *((group,) if group is not None else ()))}
    return [every[at] for at in sorted(every) if "(" not in {left_of(every[at]).text, every[at].left_edge.text}]


def _group_of(name: Token) -> Token | None:
    """The group of which a name is one: "21 members of the council, including Omar Varga"."""
    prep = name.head
    if name.dep_ not in {"pobj", "dobj"} or prep.lower_ not in {"including", "as", "among"} or prep.i > name.i:
        return None
    noun = prep.head
    return noun if noun.pos_ == "NOUN" and any(c.dep_ == "nummod" for c in noun.children) else None


def _stands_for(noun: Token, named: Sequence[Token]) -> bool:
    """Whether a noun only says who those named behind it are: "two banks: A and B"; not "ten banks, including A"."""
    if any(one in _before(noun) for one in named):
        return True
    behind = [t for t in named if t.i > noun.i]
    office = noun.text in _OFFICES and any(c.dep_ == "poss" for c in noun.children)  # "Chad's Interior Minister, X"
    if not (noun.pos_ == "NOUN" or office) or not behind:
        return False
    between = {t.lower_ for t in noun.doc[noun.i : min(t.i for t in behind)]}
    return not between & {"and", "or", "including", "such", "among", "notably", "especially", "with", "well"}


def _before(noun: Token) -> Iterator[Token]:
    """The names before the noun that tells what they are: "the Harbour Bank and Casa Nori, two banks of Peru"."""
    for child in noun.lefts if noun.pos_ == "NOUN" and left_of(noun).text == "," else ():
        if child.dep_ in {"nmod", "compound"} and child.pos_ == "PROPN":
            yield from coordinated(child)


def _scanned(doc: Doc, first: Token) -> Iterator[Token]:
    """Give the heads of the items behind the first, up to where the list ends."""
    at = first.i + 1
    beside = item_at(doc, at) if first.pos_ == "NOUN" and at < len(doc) else None
    if beside is not None and beside.start == at:  # "the bankers Omar Varga, Pavel Nori and …"
        yield doc[beside.last]
        at = beside.after
    yield from _items(doc, at)


def _included(group: Token) -> Iterator[Token]:
    """Give who of a group is named behind their list: "put nine men on its list, including Omar Varga"."""
    verb, numbered = group.head, any(c.dep_ == "nummod" for c in group.children)
    if group.tag_ != "NNS" or group.dep_ not in {"dobj", "nsubjpass"} or not numbered:
        return
    for token in verb.doc[max(verb.i, group.i) + 1 :]:
        if token.tag_ in FINITE or token.text == ";":
            return
        if token.lower_ in {"including", "among"} and left_of(token).text == ",":
            yield from _items(verb.doc, token.i - 1)
            return


def _items(doc: Doc, at: int) -> Iterator[Token]:
    """Give the heads of the items from a place on, up to where the list ends."""
    told, aside, placed = False, False, False
    while (step := _next(doc, at)) is not None:
        placed = (aside if told and step.comma else placed or step.placed) and not step.strong
        item = item_at(doc, step.start)
        head = doc[item.last] if item is not None else _counted(doc, step.start)
        if (item is None and doc[step.start].pos_ == "VERB") or (head is not None and acts(head)):
            return
        if item is not None and item.after < len(doc) and doc[item.after].tag_ == "POS":
            item = head = None
        doubtful = item is not None and (placed or (told and item.last == item.start))
        if head is not None and (step.strong or not doubtful):
            yield head
        told, aside = head is None, placed
        at = item.after if item is not None else (head if head is not None else doc[step.start]).i + 1


def _next(doc: Doc, at: int) -> _Step | None:
    """Give where the next item begins; None where the list ends."""
    placed = telling = False
    while at < len(doc):
        token = doc[at]
        step = separator_at(doc, at) if token.text != "&" else None
        behind = step[0] if step is not None else at
        opened = next((behind + len(words) for words in _OPENING if _stand(doc, behind, words)), behind)
        if opened > at:
            strong = doc[opened - 1].lower_ in _STRONG
            return _Step(opened, strong, placed, token.text == ",") if opened < len(doc) else None
        if token.lower_ in _TELLING:
            telling = placed = True
        elif not telling and (token.lower_ in _CLOSING or token.tag_ in FINITE):
            return None
        elif token.lower_ in _PLACING and not _is_of_kin(token):
            placed = True
        at += 1
    return None


def _stand(doc: Doc, at: int, words: Sequence[str]) -> bool:
    return tuple(t.lower_ for t in doc[at : at + len(words)]) == tuple(words)


def _is_of_kin(prep: Token) -> bool:
    return prep.lower_ == "of" and prep.i > 0 and prep.doc[prep.i - 1].lemma_.lower() in _KIN


def _counted(doc: Doc, start: int) -> Token | None:
    """The noun of "two militia groups"."""
    number = doc[start]
    noun = number.head
    counted = number.dep_ == "nummod" and number.pos_ == "NUM" and noun.i > start
    return noun if counted and noun.tag_ == "NNS" else None
