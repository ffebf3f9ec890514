"""How lists of names are announced and what their entries look like, from ``data/entries/``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from credence.catalog.load import load_toml
from credence.errors import BadKnowledge

_FIELD = r"(?:[A-Z][a-z]+(?: [a-z/]+){0,3}|[A-Z]{2,4})"


@dataclass(frozen=True, slots=True)
class Act:
    """What a list may be of: who is added, who is struck off.

    Attributes:
        kind: Kind of the claims its entries make.
        verbs: Meets a sentence that announces it.
        heading: Meets the whole of a heading that does.
    """

    kind: str
    verbs: re.Pattern[str]
    heading: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EntryKnowledge:
    """What is known of lists of names.

    Attributes:
        announcing: Meets the words that announce a list in a phrase.
        nouns: Meets what a list may be said to be of.
        name: Meets the field of an entry that holds the name, which is its group 1.
        listed: Meets the field that holds the day of the listing, which is its group 1.
        groups: Meets what a part of a list may be headed by.
        firm: Meets the words that tell a body's name from a person's.
        lister: Meets the names of bodies that keep such lists.
        blank: Words for a part of a name that is not known.
        acts: What is announced.
    """

    announcing: re.Pattern[str]
    nouns: re.Pattern[str]
    name: re.Pattern[str]
    listed: re.Pattern[str]
    groups: re.Pattern[str]
    firm: re.Pattern[str]
    lister: re.Pattern[str]
    blank: frozenset[str]
    acts: tuple[Act, ...]


@cache
def load_entries(lang: str = "en") -> EntryKnowledge:
    """Load what is known of lists of names in a language.

    Raises:
        BadKnowledge: A part is missing.
    """
    place = f"entries/{lang}.toml"
    table = load_toml(place)
    try:
        return EntryKnowledge(
            announcing=_words(table["announcing"]),
            nouns=_words(table["nouns"], ending="(?:s|es)?"),
            name=re.compile(rf"(?:^|\s)(?:{_either(table['fields'])}):\s*(.+?)(?=\.\s|\.?$|;|\s{_FIELD}:)"),
            listed=re.compile(rf"(?:{_either(table['listed'])}):?\s*([^.;(\n]{{6,24}})"),
            groups=_words(table["groups"]),
            firm=_words(table["firms"]),
            lister=re.compile(rf"\b(?:{_either(table['listers'])})\b"),
            blank=frozenset(table["blank"]),
            acts=tuple(_act(row) for row in table["act"]),
        )
    except (KeyError, TypeError) as error:
        raise BadKnowledge(f"data/{place}", f"lacks {error}", "see the head of the file") from error


def _act(row: dict[str, Any]) -> Act:
    heading = re.compile(rf"(?:(?:\d+|[A-Za-z]|[IVX]+)[.)] )?(?:{_either(row['headings'])}):?", re.IGNORECASE)
    return Act(row["kind"], _words(row["verbs"]), heading)


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _words(words: list[str], ending: str = "") -> re.Pattern[str]:
    plural = [word[:-1] + "(?:y|ies)" if ending and word.endswith("y") else re.escape(word) for word in words]
    return re.compile(rf"\b(?:{'|'.join(plural)}){ending}\b", re.IGNORECASE)
