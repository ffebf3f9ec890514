"""Whose last word is another than the first: of who both affirms and denies, only what was told last counts."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Literal

from credence.judge.case import Case, Said
from credence.judge.voices import by_voice, called

Turned = Literal["took back", "came round", "both"]
"""What one who spoke on both sides did: denied it in the end, affirmed it in the end, or neither can be told."""


def with_last_words(case: Case) -> Case:
    """Leave to each voice its last word, by the day on which it was told.

    What a voice said before counts for neither side any more. Who affirms and denies on days that cannot be told apart
    stays on both sides.

    Args:
        case: What was said about a proposition.
    """
    if not case.affirmed or not case.denied:
        return case
    if _keys(case.affirmed).isdisjoint(_keys(case.denied)):
        return case  # who is on both sides has words on each that share an origin or a speaker with one on the other
    turned: list[tuple[str, Turned]] = []
    superseded: set[Said] = set()
    for one in by_voice((*case.affirmed, *case.denied)):
        yes = [each for each in one if each.testimony.polarity == "affirmed"]
        no = [each for each in one if each.testimony.polarity == "denied"]
        if yes and no:
            last = _last_word(yes, no)
            turned.append((called(one), last))
            superseded.update({"took back": yes, "came round": no, "both": []}[last])
    if not turned:
        return case
    return replace(
        case,
        affirmed=tuple(each for each in case.affirmed if each not in superseded),
        denied=tuple(each for each in case.denied if each not in superseded),
        superseded=tuple(each for each in (*case.affirmed, *case.denied) if each in superseded),
        turned=tuple(sorted(turned)),
    )


def _keys(side: Sequence[Said]) -> set[Hashable]:
    """Give what claims may share with others of the same voice."""
    return {each.testimony.speaker for each in side} | {each.testimony.origin for each in side}


def _last_word(yes: Sequence[Said], no: Sequence[Said]) -> Turned:
    if any(all(_is_later(each, other) for other in no) for each in yes):
        return "came round"
    return "took back" if any(all(_is_later(each, other) for other in yes) for each in no) else "both"


def _is_later(one: Said, other: Said) -> bool:
    return bool(one.told and other.told and other.told.before(one.told))
