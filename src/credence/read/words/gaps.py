"""Lists with gaps: "Peru expelled 45 diplomats on Monday, Chile 40 a day later and Mali, under pressure, 12".

What follows the first clause lacks its verb: a name with a date or a number of its own. A parser trained on whole
clauses hangs such names anywhere and often loses the first clause over them. They are found by their words, the rest
is parsed again without them, and each is kept as an ``Item`` with the verb that is to be said once more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from credence.read.words.forms import FINITE, MONTH, ORPHAN, SUBJECT, YEAR
from credence.read.words.tree import Doc, Token

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNIT = r"(?:day|week|month|year|hour|minute|decade|fortnight)s?"
_SEASON = r"(?:spring|summer|autumn|fall|winter|weekend)"
_COUNT = (
    r"(?:(?:only |just |some |barely )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|"
    r"a few|\d{1,2}))"
)
_OF_YEAR = rf"(?:,? {YEAR}| of (?:that|this|last|the same|the following|the previous|the next) year| last year)?"
_NTH = (
    r"(?:(?:thir|four|fif|six|seven|eigh|nine)teenth|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
    r"twelfth|twentieth)"
)
_AT = r"(?:(?:early|late|later|mid|the (?:middle|end|beginning|start) of|the same|the following|the next)[ -]){0,2}"
_DATE = (
    rf"(?:(?:(?:early|late|only|already|back|again) )?(?:in|on|by|since|at|from|during) (?:the )?{_AT}"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}{_OF_YEAR}|\d{{1,2}}(?:st|nd|rd|th)|{_NTH}|"
    rf"{MONTH}(?: \d{{1,2}}\b)?{_OF_YEAR}|{YEAR}|{_WEEKDAY}|"
    rf"{_SEASON}{_OF_YEAR}|(?:same |following |next )?{_UNIT})|"
    rf"{_COUNT} {_UNIT} (?:later|earlier|after(?:wards)?|before(?:hand)?|ago)(?: (?:that|it|this|them))?|"
    rf"(?:later |earlier |early |late )?(?:the|that|this|last|next) (?:very |same |following |next |previous ){{0,2}}"
    rf"(?:{_UNIT}|{_SEASON}|{MONTH}|{_WEEKDAY})(?: after| before)?|"
    r"today|yesterday|tomorrow|at the same time|within (?:hours|minutes|days|weeks)|"
    rf"\((?:\d{{1,2}} )?(?:{MONTH} )?{YEAR}\))"
)
_NUMBER = (
    r"(?:(?:about|some|nearly|almost|over|more than|at least|only|just|another) )?"
    r"(?:\d{1,3}(?:[,.]\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|a dozen)(?: (?:million|billion|thousand))?"
)
_MORE = r"(?:over|for|from|among) (?!the\b)[^,;.()A-Z]{3,30}"
_ONE = r"(?:one|another|its own|theirs|its)"
_WORD = r"[A-Z](?:[\w.-]|['’](?!s?\b))*(?<=\w)"
NAME = (
    rf"(?:[Tt]he )?{_WORD}(?:(?:(?: of| of the| al| bin| de| da| and the Grenadines)? )(?={_WORD}){_WORD}){{0,6}}"
    r"(?:['’]s?(?: [a-z][a-z-]+){1,3})?"
)
"""A name as it is written, for regular expressions."""
NAMES = rf"{NAME}(?:, {NAME}){{0,4}}?(?:,? and {NAME})?"
"""One name or several."""
_ASIDE = r"(?:, (?:at|on|under|with|by|in|for|after|despite|too|though|the|a|an|its|where|which)\b[^,;.()\d]{3,60},)"
_PREP = r"(?:(?:that|those|the one|the ones) )?(?P<prep>in|with|to|from|on|against|by|at|(?<=that )of|(?<=those )of) "
_SEPARATOR = r"(?:(?:,|;) (?:and |while |then |but )?| and | then )"
_THERE = rf"(?P<where>to|in|for|from|with) (?P<place>{NAME})"
_ALIKE = (  # "Helsinki expelled two members of the Russian embassy, Moscow two of the Finnish one"
    rf"(?:{_NUMBER} of )?(?P<alike>the {_WORD} ones?|(?:that|those) of {NAME})(?: (?:in|at) (?P<seat>{NAME}))?"
)
_OWN = rf"{_ALIKE}|(?P<number>{_NUMBER})(?: (?P<counted>[a-zA-Z]+s)| {_MORE})?|(?P<one>{_ONE})(?: {_THERE})?"
_ITEM = re.compile(
    rf"{_SEPARATOR}(?:{_PREP})?(?P<names>{NAMES})(?P<aside>{_ASIDE})?"
    rf" (?:(?P<date>{_DATE})|(?:{_OWN})(?: {_DATE})?)"
    r"(?=[.;:!?]?$|[.;:!?,)]| and | – )"
)
_ONE_MORE = re.compile(  # "an embassy in Hanoi this autumn and one in Accra next year"
    rf"{_SEPARATOR}(?:one|another|a second(?: one)?|a third) (?P<prep>in|with|to|from|at) (?P<names>{NAMES})"
    rf"(?: (?P<date>{_DATE}))?"
    r"(?=[.;:!?]?$|[.;:!?,)]| and | – )"
)
_BEHIND = re.compile(  # "took Goma on Monday and, two days later, Bukavu"
    rf"(?:,? and|;), (?P<date>{_DATE}), (?:{_PREP})?(?P<names>{NAME})(?=[.;:!?,]|$)"
)
_TOLD_OVER = re.compile(  # "three more states have recognised it: Peru in 2009, Chad in 2011"
    rf": (?:{_PREP})?(?P<names>{NAMES}) (?P<date>{_DATE})(?=[.;:!?]?$|[.;:!?,)]| and )"
)
_SEVERAL = re.compile(r"\b(?:states|countries|nations|governments|members|allies|neighbou?rs|others)\b")
_SHAPES = (_ITEM, _BEHIND, _ONE_MORE, _TOLD_OVER)
_DATED = re.compile(rf"\b{_DATE}")
_NUMBERED = re.compile(rf"\b{_NUMBER}\b")
_NO_NAME = re.compile(
    rf"(?:The )?(?:{MONTH}|{_WEEKDAY}|Article|Section|Resolution|Chapter|Annex|Group|Flight|Paragraph|Rule|Order|Law|"
    r"Part|Phase|No|Protocol|Room|Unit|Act|Executive|Title|On|In|At|By|Since|From|During)\b"
)
_VERBS = {"VERB", "AUX"}


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a list with gaps.

    Attributes:
        names: The last word of each name.
        verb: The verb that it lacks.
        prep: The preposition before the names, lower-case; empty if there is none.
        first: The first word of what is its own.
        last: The last: "Chile 40 a day later".
        kind: What it has of its own: "date", "number", "one", or "alike" for "the Chadian one", "that of Chad".
        counted: Where the noun that its number counts stands: "three Russians"; -1 if there is none.
        where: The preposition before a place of its own: "Chile one to Tunis"; empty if it has none.
        place: Where that place stands; -1 if it has none.
    """

    names: tuple[int, ...]
    verb: int
    prep: str
    first: int
    last: int
    kind: str
    counted: int = -1
    where: str = ""
    place: int = -1


@dataclass(frozen=True, slots=True)
class _Tree:
    """A tree under work.

    Attributes:
        doc: The words.
        verb: The verb that the members lack.
        heads: For each word, on which it hangs.
        deps: And how.
    """

    doc: Doc
    verb: int
    heads: list[int]
    deps: list[str]

    def hang(self, word: int, head: int, dep: str) -> None:
        """Hang a word on another."""
        self.heads[word], self.deps[word] = head, dep


def items_of(doc: Doc) -> tuple[Item, ...]:
    """Give the members of a list with gaps that were found in a sentence."""
    found: tuple[Item, ...] = doc.user_data.get("gaps", ())
    return found


def ungapped(doc: Doc, parse: Callable[[Iterable[str]], Iterator[Doc]]) -> Doc:
    """Give the tree of a sentence with a list with gaps, its members set apart; the same tree for all others.

    Args:
        doc: The parsed sentence.
        parse: The parser.
    """
    matches = _matches(doc)
    members = [doc.within(match.start(), match.end()) for match in matches]
    first = next((words[0].i for words in members[:1] if words), 0)
    if first == 0:
        return doc
    taken = {t.i for words in members for t in words}
    kept = [t for t in doc if t.i not in taken]
    starts = [*(match.start() for match in matches), len(doc.text)]
    text = "".join(doc.text[a:b] for a, b in zip([0, *(match.end() for match in matches)], starts, strict=True))
    again = next(iter(parse([text])))
    if [t.text for t in again] != [t.text for t in kept]:
        return doc
    verb = _verb(again, matches[0], first - 1)
    return doc if verb is None else _joined(doc, dict(zip((t.i for t in kept), again, strict=True)), verb, matches)


def _matches(doc: Doc) -> list[re.Match[str]]:
    """The members of the first list with gaps, without what stands between."""
    text = doc.text
    found: list[re.Match[str]] = []
    at = 0
    while match := _next(text, at, opened=bool(found)):
        if found and match.start() != found[-1].end():
            break
        if _is_item(doc, match, opened=bool(found)):
            found.append(match)
            at = match.end()
        elif found:
            break
        else:
            at = match.start() + 1
    return found


def _next(text: str, at: int, *, opened: bool) -> re.Match[str] | None:
    if opened:
        return next((m for each in _SHAPES if (m := each.match(text, at)) is not None), None)
    either = [m for each in _SHAPES if (m := each.search(text, at)) is not None]
    return min(either, key=lambda m: m.start(), default=None)


def _kind(match: re.Match[str]) -> str:
    """What a member has of its own."""
    if match.re is not _ITEM or match["date"]:
        return "date"
    if match["alike"]:
        return "alike"
    return "number" if match["number"] else "one"


def _is_item(doc: Doc, match: re.Match[str], *, opened: bool) -> bool:
    """Whether a match is a member: a name without a verb of its own, after a clause with a date or number as it has."""
    if _NO_NAME.match(match["names"]) or (not opened and match.groupdict().get("aside")):
        return False
    names = doc.within(*match.span("names"))
    if not names:
        return False
    end = doc.within(match.start(), match.end())[-1].i + 1
    behind = [t for t in doc[end : end + 3] if t.text not in {",", "–"}]
    if behind and (behind[0].tag_ in FINITE or (behind[0].tag_ == "RB" and behind[1:2] and behind[1].tag_ in FINITE)):
        return False
    if any(t.dep_ in SUBJECT and t.head.i >= end and not _has_nearer(t) for t in names):
        return False
    return opened or _follows(doc, match)


def _has_nearer(name: Token) -> bool:
    """Whether the verb of which a name was made the subject has another between."""
    return any(c.dep_ in SUBJECT and c.i > name.i for c in name.head.children)


def _follows(doc: Doc, match: re.Match[str]) -> bool:
    """Whether the clause before the first member has a verb, and a date or number where the member has one."""
    before = doc.text[: match.start()]
    clause = before[max(before.rfind("; "), 0) :]
    verbs = [t for t in doc if t.idx < match.start() and t.idx >= len(before) - len(clause) and t.pos_ in _VERBS]
    if not verbs:
        return False
    if match.re is _TOLD_OVER:
        return _SEVERAL.search(clause) is not None
    if match.re is _ONE_MORE:
        return re.search(rf"\ban? [^,;]*\b{match['prep']} (?:the )?[A-Z]", clause) is not None
    if _kind(match) == "date":
        dates = list(_DATED.finditer(clause))
        close = bool(dates) and dates[-1].end() == len(clause)
        prep = match["prep"]
        if prep and not re.search(rf"\b{prep} (?:the )?[A-Z]", clause):
            return False
        return close or (bool(dates) and match.re is _ITEM and match[0][0] in ",;")
    if match["one"]:
        own = r"\b(?:its|their) " if match["one"].startswith(("its", "theirs")) else r"\ban? "
        return re.search(own + r"(?:\w+ ){0,3}[a-z]+", clause) is not None
    if match["alike"]:
        return re.search(r"\b(?:the|an?|its|their|of|\d+|[a-z]+s) [A-Za-z]", clause) is not None
    numbers = list(_NUMBERED.finditer(clause))
    return bool(numbers) and clause[numbers[-1].end() :].strip()[:1].isalpha()


def _verb(again: Doc, match: re.Match[str], last: int) -> int | None:
    """The verb that the members lack: that over the last date or number before them."""
    end = again[last].idx + len(again[last])
    kind = _kind(match)
    hits = list((_DATED if kind == "date" else _NUMBERED).finditer(again.text, 0, end)) if kind != "one" else []
    start = hits[-1].start() if hits else again[last].idx
    token = next((t for t in reversed(again[: last + 1]) if t.idx <= start), again[last])
    return next((t.i for t in (token, *token.ancestors) if t.pos_ in _VERBS and t.i <= last), None)


def _joined(doc: Doc, parsed: Mapping[int, Token], verb: int, matches: Sequence[re.Match[str]]) -> Doc:
    """The second tree over all words, with the members hung on the verb as what belongs to no clause."""
    home = {new.i: old for old, new in parsed.items()}
    known = [parsed.get(t.i, t) for t in doc]
    tree = _Tree(
        doc,
        verb=home[verb],
        heads=[home[t.head.i] if n in parsed else home[verb] for n, t in enumerate(known)],
        deps=[t.dep_ if n in parsed else ORPHAN for n, t in enumerate(known)],
    )
    items = tuple(_item(tree, match) for match in matches)
    named = {at for item in items for at in (*item.names, item.place)}
    things = {item.counted for item in items if item.kind == "alike"}
    made = Doc(
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=["NNP" if n in named else "NN" if n in things else t.tag_ for n, t in enumerate(known)],
        pos=["PROPN" if n in named else "NOUN" if n in things else t.pos_ for n, t in enumerate(known)],
        lemmas=[t.lemma_ for t in known],
        heads=tree.heads,
        deps=tree.deps,
    )
    made.user_data["gaps"] = items
    return made


def _item(tree: _Tree, match: re.Match[str]) -> Item:
    doc = tree.doc
    kind = _kind(match)
    start = min(match.start(name) for name in ("names", "date", "prep") if match.start(name) >= 0)
    within = [t.i for t in doc if start <= t.idx < match.end()]
    counted = _counted(tree, match) if kind == "number" and match["counted"] else -1
    counted = _alike(tree, match) if kind == "alike" else counted
    names = tuple(_names(tree, match, "names"))
    item = Item(names, tree.verb, (match["prep"] or "").lower(), within[0], within[-1], kind, counted)
    if kind != "one" or not match["place"]:
        return item
    return replace(item, where=match["where"], place=tuple(_names(tree, match, "place"))[-1])


def _counted(tree: _Tree, match: re.Match[str]) -> int:
    """Make a phrase of a number and the noun that it counts, and give the noun."""
    number = tree.doc.within(*match.span("number"))
    noun = tree.doc.within(*match.span("counted"))
    if not number or not noun:
        return -1
    for token in number:
        tree.hang(token.i, noun[-1].i, "nummod" if token is number[-1] else "quantmod")
    return noun[-1].i


def _alike(tree: _Tree, match: re.Match[str]) -> int:
    """Make a phrase of "the Chadian one in Lima" or "that of Chad", and give the word that stands for the thing."""
    words = tree.doc.within(*match.span("alike"))
    if not words:
        return -1
    end = words[-1].i
    one = next((t.i for t in words if t.lower_ in {"one", "ones", "that", "those"}), -1)
    for token in words:
        if token.i < one:
            tree.hang(token.i, one, "det" if token.lower_ == "the" else "amod")
        elif token.i == one + 1:
            tree.hang(token.i, one, "prep")
        elif token.i > one:
            last = token.i == end
            tree.hang(token.i, one + 1 if last else end, "pobj" if last else "compound")
    if match["seat"]:
        place = tuple(_names(tree, match, "seat"))[-1]
        tree.hang(end + 1, one, "prep")
        tree.hang(place, end + 1, "pobj")
    return one


def _names(tree: _Tree, match: re.Match[str], group: str) -> Iterator[int]:
    """Make a phrase of each name of a member, and give its last word."""
    start, end = match.span(group)
    for part in re.finditer(rf"(?:(?<=, )|(?<=and )|^)(?!and\b){NAME}", tree.doc.text[start:end]):
        words = tree.doc.within(start + part.start(), start + part.end())
        if not words:
            continue
        end = words[-1].i
        of = next((t.i for t in words if t.lower_ == "of"), end + 1)
        for token in words:
            if token.i > of:
                last = token.i == end
                tree.hang(token.i, of if last else end, "pobj" if last else "compound")
            elif token.lower_ in {"'s", "'"} and words[0].i < token.i < of - 1:
                tree.hang(token.i, token.i - 1, "case")
                tree.hang(token.i - 1, of - 1, "poss")
            elif token.i != of - 1:
                tree.hang(token.i, of - 1, "prep" if token.i == of else "det" if token.lower_ == "the" else "compound")
        yield of - 1
