"""Which descriptions fit which party: "the island", "the West African nation" (``data/parties/descriptions.toml``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from credence.model.party import Party


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Nouns and adjectives that can stand for parties once these were named.

    Attributes:
        nouns: Class of party → nouns that fit any of it.
        places: Noun → parties it fits beside those that list it themselves.
        regions: Adjective, or several words → the parties it fits.
        plain: Adjectives that fit anybody.
    """

    nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    regions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()

    def fit(self, party: Party, noun: str, before: Sequence[str]) -> bool:
        """Tell whether a description can mean a party.

        Args:
            party: The party.
            noun: Lemma of the noun, lower case.
            before: The words before it, lower case, without articles.
        """
        return self._noun_fits(party, noun, before) and self._adjectives_fit(party, noun, before)

    def _noun_fits(self, party: Party, noun: str, before: Sequence[str]) -> bool:
        own = _forms(party.nouns)
        if " ".join((*before, noun)) in own or noun in own:
            return True
        return noun in self.nouns.get(party.cls, ()) or party.id in self.places.get(noun, ())

    def _adjectives_fit(self, party: Party, noun: str, before: Sequence[str]) -> bool:
        words = list(before)
        while words:
            taken = self._first(party, words, noun)
            if not taken:
                return False
            del words[:taken]
        return True

    def _first(self, party: Party, words: Sequence[str], noun: str) -> int:
        """Count the first words that fit together: 2 of "West African nation"; 0 if the first does not fit."""
        for length in range(len(words), 0, -1):
            key = " ".join(words[:length])
            if key in self.regions:
                return length if party.id in self.regions[key] else 0
            if key in self.places:  # "island nation"
                return length if party.id in self.places[key] or key in party.nouns else 0
            if key in self.plain or f"{key} {noun}" in party.nouns:
                return length
        return 0


def read_descriptions(table: Mapping[str, Any]) -> Descriptions:
    """Read ``descriptions.toml``."""
    return Descriptions(
        nouns={name: frozenset(words) for name, words in table["nouns"].items()},
        places={name: frozenset(parties) for name, parties in table["places"].items()},
        regions={name: frozenset(parties) for name, parties in table["regions"].items()},
        plain=frozenset(table["plain"]["words"]),
    )


@cache
def _forms(nouns: tuple[str, ...]) -> frozenset[str]:
    """The nouns for a party, in lower case, each also without its plural."""
    return frozenset(form for each in nouns for form in (each.lower(), _singular(each.lower())))


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
