"""Whom "they" means after two met: "Ana Rojas spoke with Chad's foreign minister. They condemned …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credence.model.document import Span
from credence.resolve.parties import wordings
from credence.resolve.parties.antecedents import Antecedents

_MET = re.compile(
    r"\b(?:met|spoke|talked|conferred|held (?:\w+ ){0,4}(?:talks|meeting|call|consultations)|consulted"
    r"|had (?:\w+ ){0,4}(?:call|conversation|meeting))\b[^.;]{0,80}\bwith\b"
)
_REACH = 4  # sentences
_COUPLE = 2
_TITLED = re.compile(  # one of the two again, without a name
    r"(?:the |both )?(?:[A-Z][\w’'-]* )*(?:secretary|minister|president|leaders?|ministers|officials|sides|king"
    r"|chancellor|ambassador|envoy|premier|counselor|deputy|diplomats)",
    re.IGNORECASE,
)


def who_met(text: str, antecedents: Antecedents, subjects: Sequence[Span], at: int) -> tuple[str, ...]:
    """Give the parties of two persons who met shortly before a place, if nobody else acted since; else nobody.

    Args:
        text: The document's text.
        antecedents: The parties named in it.
        subjects: The subjects of its sentences, in order.
        at: Where a pronoun stands.
    """
    here = antecedents.sentence(at)
    for number in range(here, max(0, here - 1 - _REACH), -1):
        sentence = antecedents.spoken(number)
        met = _MET.search(text, sentence.start, min(sentence.end, at))
        if met is None:
            continue
        two = tuple(dict.fromkeys(_persons(antecedents, number, at)))
        if len(two) != _COUPLE:
            return ()
        since = (s for s in subjects if max(met.end(), sentence.end if number < here else 0) <= s.start and s.end <= at)
        return two if all(_is_theirs(s, text, antecedents, two) for s in since) else ()
    return ()


def _persons(antecedents: Antecedents, number: int, at: int) -> Iterator[str]:
    return (m.party for m in antecedents.within(number) if m.person and m.end <= at)


def _is_theirs(subject: Span, text: str, antecedents: Antecedents, two: tuple[str, ...]) -> bool:
    """Whether a subject is one of the two again, or both."""
    words = subject.of(text)
    if words.lower() in wordings.PLURAL | wordings.PERSON or _TITLED.fullmatch(words):
        return True
    here = antecedents.within(antecedents.sentence(subject.start))
    told = [m for m in here if subject.start <= m.start < subject.end]
    return bool(told) and all(m.party in two for m in told)
