"""Words by class: posts, ranks, lists, groups, organs, and the grammar words that steer clauses.

Each class is a file ``data/lexicon/<lang>/<class>.toml`` with entries ``words`` (lemmas, several words allowed) and
``value`` (the codebook's term), and words that must not stand before the head (``unless``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from credence.catalog.load import load_folder
from credence.errors import BadKnowledge

_COMMON = 5  # letters up to which a word that an entry needs is no sign by itself: "its", "their"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a class.

    Attributes:
        value: The codebook's term for it ("consulate-general").
        unless: Lemmas which, standing before the head, make it something else ("training" mission).
        needs: Beginnings of words one of which must stand in the phrase ("list" of "terror…"); empty for none.
    """

    value: str
    unless: frozenset[str]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All classes of one language.

    Attributes:
        classes: Class → words of the entry as a tuple of lemmas → entry.
    """

    classes: dict[str, dict[tuple[str, ...], Entry]]

    def classify(self, cls: str, before: Sequence[str], head: str, after: str = "", phrase: str = "") -> str | None:
        """Give the value of a noun in a class, or None if it is not of that class.

        Args:
            cls: Class to look in ("mission").
            before: Lemmas of the modifiers before the head, in order, lower case.
            head: Lemma of the head, lower case.
            after: Lemma of the word after the head, for "consulate general".
            phrase: The whole phrase, lower case, for entries that need more than their head.
        """
        entries = self.classes[cls]
        words = (*before, head)
        candidates = [(*words[start:], after) for start in range(len(words))] if after else []
        candidates += [words[start:] for start in range(len(words))]
        for candidate in candidates:
            entry = entries.get(candidate)
            if entry is not None and not entry.unless & set(before) and _has(phrase, entry.needs):
                return entry.value
        return None

    def words(self, cls: str) -> frozenset[str]:
        """Give the words, alone or in a row, of which some stand wherever a noun of a class does.

        Of entries that need other words beside them these are left to ``beginnings``.
        """
        entries = [words for words, entry in self.classes[cls].items() if not _is_told_by_others(entry)]
        plural = [(f"{words[0]}s", *words[1:]) for words in entries if len(words) > 1]  # "heads of mission"
        return frozenset(" ".join(words) for words in (*entries, *plural))

    def beginnings(self, cls: str) -> frozenset[str]:
        """Give the beginnings of words that entries need beside them: "official" is common, "embass…" tells."""
        return frozenset(
            need for entry in self.classes[cls].values() if _is_told_by_others(entry) for need in entry.needs
        )


def _is_told_by_others(entry: Entry) -> bool:
    return bool(entry.needs) and all(len(need) > _COMMON for need in entry.needs)


def _has(phrase: str, needs: tuple[str, ...]) -> bool:
    return not needs or any(word.startswith(needs) for word in phrase.split())


@cache
def load_lexicon(lang: str = "en") -> Lexicon:
    """Load every class of a language.

    Raises:
        BadKnowledge: If two entries of a class share their words.
    """
    classes: dict[str, dict[tuple[str, ...], Entry]] = {}
    for name, table in load_folder(f"lexicon/{lang}").items():
        entries: dict[tuple[str, ...], Entry] = {}
        for row in table["entry"]:
            for words in row["words"]:
                key = tuple(words.lower().split())
                if key in entries:
                    raise BadKnowledge(f"lexicon/{lang}/{name}.toml", f"“{words}” stands there twice", "keep one")
                entries[key] = Entry(row["value"], frozenset(row.get("unless", [])), tuple(row.get("needs", ())))
        classes[name] = entries
    return Lexicon(classes)
