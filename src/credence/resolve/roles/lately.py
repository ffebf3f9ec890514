"""Whom words mean right after somebody was listed, or a reward was offered for him: "it", "him", "the two men"."""

from __future__ import annotations

from credence.model.sighting import Phrase
from credence.resolve.parties.wordings import NUMBERS
from credence.resolve.roles.earlier import Earlier

_FAMILIES = ("listing", "bounty")
_JUST = 2  # sentences
_THEM = {"them", "they", "their"}
_DEFINITE = {"the", "these", "those", "both"}
_SEVERAL = frozenset(
    {"man", "woman", "person", "individual", "people", "politician", "official", "general", "officer", "businessman"}
    | {"entity", "brother", "judge", "minister", "lawmaker", "commander", "two"}
    | {"three", "four", "pair", "trio", "militant", "suspect", "organization", "organisation", "target"}
)


def taken_up(phrase: Phrase, earlier: Earlier, at: int) -> tuple[str, ...] | None:
    """Give whom "it", "them" or "their" means right after somebody was listed; None where that is not clear.

    Args:
        phrase: The phrase.
        earlier: Who stood in which role before.
        at: Number of the sentence it stands in.
    """
    word = phrase.head_text.lower()
    if word not in {"it", "its", *_THEM}:
        return None
    meant = _last(earlier, at)
    return meant if meant and (len(meant) == 1) == (word not in _THEM) else None


def described(phrase: Phrase, earlier: Earlier, at: int) -> tuple[str, ...]:
    """Give those whom "the two men", "these persons" or "both companies" means: as many as were just listed."""
    plural = phrase.plural or phrase.lemma in NUMBERS
    if not plural or phrase.lemma not in _SEVERAL or phrase.determiner not in _DEFINITE:
        return ()
    if any(link.form == "name" or kind not in {"num", "mod"} for kind, link in phrase.links if kind != "in"):
        return ()
    words = [phrase.lemma, phrase.determiner, *(link.text.lower() for link in phrase.linked("num"))]
    numbers = {NUMBERS.get(word) for word in words} - {None}
    if phrase.linked("num") and not numbers:
        return ()
    meant = _last(earlier, at)
    return meant if len(meant) > 1 and numbers <= {len(meant)} else ()


def wanted(earlier: Earlier, at: int) -> str | None:
    """Give who was listed or sought last, a sentence or two before a place."""
    near = [who for told in _told(earlier) for number, who in told if 0 <= at - number <= _JUST]
    return near[-1] if near else None


def _last(earlier: Earlier, at: int) -> tuple[str, ...]:
    """Give those who were listed in the last sentence before a place in which anybody was."""
    told = [pair for pairs in _told(earlier) for pair in pairs]
    last = max((n for n, _ in told if 0 <= at - n <= _JUST), default=None)
    return tuple(dict.fromkeys(who for n, who in told if n == last and who != "*"))


def _told(earlier: Earlier) -> list[list[tuple[int, str]]]:
    return [earlier.told.get((family, "target"), []) for family in _FAMILIES]
