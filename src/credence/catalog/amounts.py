"""Knowledge of how a language writes counts and sums, compiled from ``data/amounts/<language>.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from credence.catalog.load import load_toml
from credence.errors import BadKnowledge

_BLANK = "(?:[\\s\u00a0\u2009\u202f]+)"  # narrow and unbreakable ones, too
_FIGURES = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"  # nothing anybody counts is longer

_WORD = r"""[^\s.,;:!?()\[\]"'’“”]"""


@dataclass(frozen=True, slots=True)
class AmountExample:
    """A text with an amount, and what is read.

    Attributes:
        text: The words.
        gives: Value of the first hit.
        unit: Its unit, if any.
        currency: Its currency, if any.
    """

    text: str
    gives: str
    unit: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class AmountNearMiss:
    """A text without an amount.

    Attributes:
        text: The words.
        why: Why nothing in them is an amount.
    """

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class AmountKnowledge:
    """All that is known about writing amounts in one language. Words are in lower case wherever they are keys.

    Attributes:
        pattern: An amount. Groups: ``before`` and ``after`` (words that bound it), ``symbol`` and ``currency``,
            ``vague`` ("dozens"), ``first`` and ``second`` (numbers), ``letter`` (a scale in short), ``unit`` (the word
            behind).
        blockers: What looks like an amount and is none.
        numbers: What number words stand for.
        scales: What "hundred", "million" and the like stand for, letters included.
        vague: The least that plurals such as "dozens" stand for.
        bounds: "least", "most" or "about" for the words before and behind a number.
        currencies: ISO 4217 code per symbol or name.
        no_unit: Words that are never the unit.
        examples: Texts with an amount.
        near_misses: Texts without one.
    """

    pattern: re.Pattern[str]
    blockers: tuple[re.Pattern[str], ...]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    bounds: Mapping[str, str]
    currencies: Mapping[str, str]
    no_unit: frozenset[str]
    examples: tuple[AmountExample, ...]
    near_misses: tuple[AmountNearMiss, ...]


def load_amounts(language: str = "en") -> AmountKnowledge:
    """Load and compile what is known about amounts in a language.

    Args:
        language: BCP 47 code with a file under ``data/amounts``.

    Raises:
        BadKnowledge: A template is no regular expression.
    """
    path = f"amounts/{language}.toml"
    return compile_amounts(load_toml(path), f"data/{path}")


def compile_amounts(data: Mapping[str, Any], place: str) -> AmountKnowledge:
    """Compile what a data file says; ``place`` names it in errors, which are as in ``load_amounts``."""
    bounds = {word: kind for table in ("bounds", "after") for kind, words in data[table].items() for word in words}
    return AmountKnowledge(
        pattern=_compiled(_amount(data), place),
        blockers=tuple(_compiled(rf"(?<!\w){entry['match']}", f"{place}, {entry['why']}") for entry in data["blocker"]),
        numbers=data["numbers"],
        scales={**data["scales"], **data["letters"]},
        vague=data["vague"],
        bounds=bounds,
        currencies={name.lower(): code for table in ("symbols", "currencies") for name, code in data[table].items()},
        no_unit=frozenset(data["unit"]["none"]),
        examples=tuple(AmountExample(**entry) for entry in data["example"]),
        near_misses=tuple(AmountNearMiss(**entry) for entry in data["near_miss"]),
    )


def _amount(data: Mapping[str, Any]) -> str:
    """Write the expression for an amount."""
    one = _number(_choice(data["numbers"]), _choice(data["scales"]))
    before = _choice(word for words in data["bounds"].values() for word in words)
    after = _choice(word for words in data["after"].values() for word in words)
    symbol, letter, vague = (_choice(data[table]) for table in ("symbols", "letters", "vague"))
    link, between = data["links"]["match"], data["links"]["between"]
    linked = rf"(?:{link}|(?(between){between}|(?!)))"
    return (
        rf"(?<![\w.,/:–-])(?:(?P<before>{before}) )?(?:(?P<between>between )(?=\S+{between}))?"
        rf"(?:(?P<symbol>{symbol}) ?)?"
        rf"(?:(?P<vague>{vague})(?: of)?|(?P<first>{one})(?:{linked}(?:{symbol})?(?P<second>{one}))?"
        rf"(?(symbol)(?: ?(?P<letter>{letter}))?(?!\w)|(?!\w)))(?![:/]\d|[.,]?\d|-[a-z])"
        rf"(?: ?(?P<after>{after}))?(?: (?P<currency>{_choice(data['currencies'])})(?!\w)| (?P<unit>[a-z]{_WORD}*))?"
    )


def _number(number: str, scale: str) -> str:
    """Write the expression for a number: figures with or without a scale, or words."""
    rest = rf"(?:(?: and |(?: |-))(?:{number}))*"  # "and" joins only what stands behind a scale: "one hundred and six"
    scaled = rf"(?:(?: |-)(?:{scale}){rest})*"
    words = rf"half an? (?:{scale})|an? (?:{scale}){rest}{scaled}|(?:{number})(?:(?: |-)(?:{number}))*{scaled}"
    return rf"(?:(?:{_FIGURES})(?:(?: |-)?(?:{scale})(?!\w))?|(?:{words})(?!\w))"


def _choice(words: Iterable[str]) -> str:
    """Write words as a choice, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))


def _compiled(expression: str, place: str) -> re.Pattern[str]:
    """Compile, letting any white space stand for a blank; only ASCII letters are matched whatever their case."""
    try:
        return re.compile(expression.replace(" ", _BLANK), re.IGNORECASE | re.ASCII)
    except re.error as error:
        raise BadKnowledge(
            place, f"{expression!r} is no regular expression: {error}", "correct the template"
        ) from error
