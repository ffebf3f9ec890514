"""Knowledge of how a language writes dates, compiled from ``data/dates/<language>.toml``.

A rule's templates are regular expressions with slots in braces: ``{day} {month},? {year}``. A slot is either a table of
words with the number each stands for (``[words.month]``) or a shape of figures (``[figures]``). A template that meets a
text therefore gives a name and a whole number per slot, and the arithmetic of ``resolve`` sees no words at all. Words
that several templates share and that stand for no number are ``[phrases]``, in braces as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from credence.catalog.load import load_toml
from credence.errors import BadKnowledge

Relation = Literal["on", "since", "until", "for"]
Tense = Literal["past", "present", "future", "either"]
Base = Literal["document", "previous", "story", "either"]

_BLANK = "(?:[\\s\u00a0\u2009\u202f]+)"  # narrow and unbreakable ones, too
_SLOT = re.compile(r"\{([a-z_]+)\}")
_PARTS = re.compile(  # of a template, as far as needed to tell what stands outside of groups and choices
    r"\\.|\[[^]]*\]|(?:\{(?P<slot>[a-z_]+)\}|(?P<word>[A-Za-z]{2,}))(?P<may>[?*]|\{\d)?|[()|]"
)
_CHOICE = re.compile(r"\((?:\?:)?([^()]*)\)(?![?*{])")  # a group without others inside that a text cannot do without
_FIRST = re.compile(r"[A-Za-z]{2,}(?=[ |-]|$)")
_NOTHING = ""  # what a template needs that can do without any of its words
_WORD = re.compile(r"[^\W\d_]+|\d")
_BEFORE = r"(?<![\w/$€£])"
_AFTER = r"(?![\w/]|[.,]\d)"


@dataclass(frozen=True, slots=True)
class DateExample:
    """A text that a rule meets, and what it gives.

    Attributes:
        text: The words, in a phrase or a sentence.
        gives: EDTF of the first hit.
        relation: Relation of that hit.
        published: EDTF of the document; None if not known.
        tense: Tense of the clause.
        previous: EDTF of the date last spoken of; None if there is none.
    """

    text: str
    gives: str
    relation: Relation = "on"
    published: str | None = None
    tense: Tense = "past"
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class DateNearMiss:
    """A text that looks like a date and gives none.

    Attributes:
        text: The words.
        why: Why they give no date.
        published: EDTF of the document; None if not known.
    """

    text: str
    why: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way to write a date.

    Attributes:
        id: Name, unique in the file.
        make: Name of the arithmetic that turns the slots into EDTF; "none" where the words are known to be no date.
        patterns: The templates, compiled; their groups are the slots.
        needs: For each template the slots, in braces, the words and the choices of words, in brackets, that it cannot
            do without.
        fixed: Numbers the rule adds to those of the slots.
        base: What it is counted from: the document's date, the date last spoken of, "story": that date in what is
            told as past, else the document's, or "either": that date in the past, the document's in what is to come;
            None where it is written in full.
        weak: Whether it counts only behind an opening word such as "in" or "since", or as part of a range.
        attributive: Whether it dates the noun behind it ("the 2014 summit") rather than the clause.
        examples: Texts that must meet it.
    """

    id: str
    make: str
    patterns: tuple[re.Pattern[str], ...]
    needs: tuple[frozenset[str], ...]
    fixed: Mapping[str, int]
    base: Base | None
    weak: bool
    attributive: bool
    examples: tuple[DateExample, ...]


class DateTemplate(NamedTuple):
    """A template by its place.

    Attributes:
        order: Place of its rule among the rules.
        place: Its place in the rule.
        needs: As in the rule.
    """

    order: int
    place: int
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class DateFrame:
    """Words around a date that say how it relates, or that join two dates to a range.

    Attributes:
        relation: What the words say.
        opens: Words before the date, compiled to be searched up to where it begins; None where none are needed.
        links: Words between two dates; None where the frame is about one date.
        closes: Words behind the date ("onwards"); None where none are needed.
    """

    relation: Relation
    opens: re.Pattern[str] | None
    links: re.Pattern[str] | None
    closes: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, eq=False)  # one for a language: itself alone is equal to it
class DateKnowledge:
    """All that is known about writing dates in one language.

    Attributes:
        rules: Ways to write a date.
        frames: Words around dates, those that ask for more first.
        words: Per slot, the number each lower-cased word stands for.
        means: Name of the number a slot gives, where it is not the slot's own.
        stretches: Ways to write how long something took ("three days").
        near_misses: Texts that must give no date.
        begins: For each word, any figure being "0", the slots and choices that can begin with it: a template is tried
            only on a text that has something for all it needs.
        templates: For each word, slot or choice, the templates that cannot do without it, each under one alone.
    """

    rules: tuple[DateRule, ...]
    frames: tuple[DateFrame, ...]
    words: Mapping[str, Mapping[str, int]]
    means: Mapping[str, str]
    stretches: tuple[re.Pattern[str], ...]
    near_misses: tuple[DateNearMiss, ...]
    begins: Mapping[str, frozenset[str]]
    templates: Mapping[str, Sequence[DateTemplate]]

    def matches(self, text: str) -> Iterator[tuple[int, DateRule, re.Match[str]]]:
        """Give what the rules meet in a text, with the rule's place among them; matches may overlap."""
        held = {_NOTHING}
        for word in set(map(_uniform, _WORD.findall(text.lower()))):
            held.add(word)
            held |= self.begins.get(word, frozenset())
        tried = (template for word in self.templates.keys() & held for template in self.templates[word])
        for order, place, needs in sorted(tried):
            if needs <= held:
                rule = self.rules[order]
                yield from ((order, rule, found) for found in rule.patterns[place].finditer(text))

    def numbers(self, groups: Mapping[str, str | None]) -> dict[str, int]:
        """Give the numbers that the slots of a template met, by the name of the number."""
        return {
            self.means.get(slot, slot): self.words[slot][" ".join(words.lower().split())]
            if slot in self.words
            else int(words)
            for slot, words in groups.items()
            if words is not None
        }


def load_dates(language: str = "en") -> DateKnowledge:
    """Load and compile what is known about dates in a language.

    Args:
        language: BCP 47 code with a file under ``data/dates``.

    Raises:
        BadKnowledge: A rule names an unknown slot, repeats an id or is no regular expression.
    """
    path = f"dates/{language}.toml"
    return compile_dates(load_toml(path), f"data/{path}")


def compile_dates(data: Mapping[str, Any], place: str) -> DateKnowledge:
    """Compile what a data file says; ``place`` names it in errors, which are as in ``load_dates``."""
    words = {slot: {word.lower(): number for word, number in table.items()} for slot, table in data["words"].items()}
    slots = {name: f"(?P<{name}>{_alternatives(table)})" for name, table in data["words"].items()}
    slots |= {name: f"(?P<{name}>{shape})" for name, shape in data["figures"].items()}
    slots |= {name: f"(?:{phrase})" for name, phrase in data["phrases"].items()}
    shaped = {*data["words"], *data["figures"]}
    figures = {f"{{{slot}}}": ["0"] for slot in data["figures"]}
    rules = tuple(_rule(entry, slots, shaped, f"{place}, rule {entry['id']}") for entry in data["rule"])
    ids = [rule.id for rule in rules]
    if repeated := sorted({name for name in ids if ids.count(name) > 1}):
        raise BadKnowledge(place, f"more than one rule is called {repeated[0]}", "give each rule its own id")
    return DateKnowledge(
        rules,
        tuple(_frame(entry, f"{place}, frame {entry}") for entry in data["frame"]),
        words,
        data["means"],
        tuple(_compiled(_filled(text, slots, f"{place}, stretch"), place) for text in data["stretch"]["match"]),
        tuple(DateNearMiss(**entry) for entry in data["near_miss"]),
        _begins({**{f"{{{slot}}}": table for slot, table in words.items()}, **figures, **_choices(rules)}),
        _by_rarest(rules),
    )


def _by_rarest(rules: Sequence[DateRule]) -> dict[str, list[DateTemplate]]:
    """Sort templates by what fewest of them need, which most texts are without."""
    every = [DateTemplate(n, m, needs) for n, rule in enumerate(rules) for m, needs in enumerate(rule.needs)]
    often = Counter(need for template in every for need in template.needs)
    found: defaultdict[str, list[DateTemplate]] = defaultdict(list)
    for template in every:
        found[min(template.needs, key=lambda need: (often[need], need), default=_NOTHING)].append(template)
    return dict(found)


def _alternatives(table: Mapping[str, int]) -> str:
    """Write a table's words as a choice, longest first; names keep their case or stand in capitals ("May", "MAY")."""
    words = [re.escape(word).replace(r"\ ", " ") for word in sorted(table, key=lambda word: (-len(word), word))]
    names = [form for word in words if word != word.lower() for form in (word, word.upper())]
    plain = [word for word in words if word == word.lower()]
    # one group for all names: the compiler takes far longer over many
    return "|".join([*(["(?-i:" + "|".join(names) + ")"] if names else []), *plain])


def _rule(entry: Mapping[str, Any], slots: Mapping[str, str], shaped: Collection[str], place: str) -> DateRule:
    return DateRule(
        id=entry["id"],
        make=entry["make"],
        patterns=tuple(_compiled(_BEFORE + _filled(text, slots, place) + _AFTER, place) for text in entry["match"]),
        needs=tuple(frozenset(_needed(text, shaped)) for text in entry["match"]),
        fixed=entry.get("fixed", {}),
        base=entry.get("base"),
        weak=entry.get("weak", False),
        attributive=entry.get("attributive", False),
        examples=tuple(DateExample(**example) for example in entry["example"]),
    )


def _uniform(word: str) -> str:
    """Take any figure for the same word."""
    return "0" if word.isdigit() else word


def _choices(rules: Sequence[DateRule]) -> dict[str, list[str]]:
    """Give the words that begin each choice some template needs."""
    needs = {need for rule in rules for template in rule.needs for need in template if need.startswith("(")}
    return {choice: choice[1:-1].split("|") for choice in sorted(needs)}


def _begins(slots: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Give the slots and choices that can begin with each word."""
    begins: dict[str, set[str]] = defaultdict(set)
    for slot, words in slots.items():
        for word in words:
            begins[_uniform(_WORD.findall(word)[0])].add(slot)
    return {word: frozenset(found) for word, found in begins.items()}


def _needed(template: str, known: Collection[str]) -> Iterator[str]:
    """Give what is in every text that a template meets: slots, words and choices outside of groups and "?"."""
    depth, found = 0, []
    for part in _PARTS.finditer(template):
        if part["slot"] or part["word"]:
            need = (part["word"] or "").lower() or (f"{{{part['slot']}}}" if part["slot"] in known else "")
            found += [need] if need and not depth and not part["may"] else []
        elif part[0] == "|" and not depth:
            return
        elif part[0] == "(" and not depth:
            found += _chosen(template, part.start())
        depth += {"(": 1, ")": -1}.get(part[0], 0)
    yield from found


def _chosen(template: str, start: int) -> list[str]:
    """Give the choice that begins somewhere in a template, by the first words of all there is to choose from."""
    choice = _CHOICE.match(template, start)
    firsts = [_FIRST.match(words) for words in choice[1].split("|")] if choice is not None else []
    words = [first[0].lower() for first in firsts if first is not None]
    return [f"({'|'.join(words)})"] if words and len(words) == len(firsts) else []


def _filled(template: str, slots: Mapping[str, str], place: str) -> str:
    """Put the slots' expressions into a template."""

    def slot(found: re.Match[str]) -> str:
        if found[1] not in slots:
            raise BadKnowledge(
                place, f"no words, figures or phrases are given for {found[0]}", "add them, or correct the name"
            )
        return slots[found[1]]

    return _SLOT.sub(slot, template)


def _frame(entry: Mapping[str, Any], place: str) -> DateFrame:
    def part(name: str, form: str) -> re.Pattern[str] | None:
        return _compiled(form % entry[name], place) if name in entry else None

    opens, links, closes = (
        part("opens", r"(?<!\w)(?:%s) ?$"),
        part("links", r" ?(?:%s) ?"),
        part("closes", r" ?(?:%s)(?!\w)"),
    )
    return DateFrame(entry["relation"], opens, links, closes)


def _compiled(expression: str, place: str) -> re.Pattern[str]:
    """Compile, letting any white space stand for a blank.

    Only ASCII letters are matched whatever their case: "ſ" and "ı" would meet words that no table has.
    """
    try:
        return re.compile(expression.replace(" ", _BLANK), re.IGNORECASE | re.ASCII)
    except re.error as error:
        raise BadKnowledge(
            place, f"{expression!r} is no regular expression: {error}", "correct the template"
        ) from error
