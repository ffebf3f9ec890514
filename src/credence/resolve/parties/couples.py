"""Whom "they" means after some met: "Ana Rojas spoke with Chad's foreign minister. They condemned …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credence.model.document import Span
from credence.resolve.parties import wordings
from credence.resolve.parties.antecedents import Antecedents

_MET = re.compile(
    r"\b(?:met|spoke|talked|conferred|held (?:\w+ ){0,4}(?:talks|meeting|call|consultations)|consulted"
    r"|had (?:\w+ ){0,4}(?:call|conversation|meeting))\b[^.;]{0,80}\bwith\b"
    r"|\b(?:met|received|hosted|telephoned|phoned)\b(?= (?:[A-Z]|(?:the|his|her|its) ))"
)
_REACH = 4  # sentences
_COUPLE = 2
_TITLE = (
    r"secretary|minister|president|leader|king|queen|emir|chancellor|ambassador|envoy|premier|counselor|deputy"
    r"|representative|cardinal|pope|director"
)
_TITLED = re.compile(  # one of the two again, without a name
    rf"(?:the |both )?(?:[A-Z][\w’'-]* )*(?:{_TITLE}|leaders|ministers|officials|sides|diplomats)",
    re.IGNORECASE,
)
_WITH_TITLE = re.compile(rf"(?:['’]s?)?(?: [\w-]+){{0,4}}? (?:{_TITLE})\b", re.IGNORECASE)


def who_met(
    text: str,
    antecedents: Antecedents,
    subjects: Sequence[Span],
    at: int,
    officials: Sequence[tuple[Span, str]] = (),
) -> tuple[str, ...]:
    """Give the parties of persons who met shortly before a place, if nobody else acted since; else nobody.

    Args:
        text: The document's text.
        antecedents: The parties named in it.
        subjects: The subjects of its sentences, in order.
        at: Where a pronoun stands.
        officials: Subjects that are an office without a name, with whose it is.
    """
    here = antecedents.sentence(at)
    for number in range(here, max(-1, here - 1 - _REACH), -1):
        sentence = antecedents.spoken(number)
        met = _MET.search(text, sentence.start, min(sentence.end, at))
        if met is None:
            continue
        unnamed = [party for span, party in officials if sentence.start <= span.start < sentence.end]
        two = tuple(dict.fromkeys((*unnamed, *_persons(text, antecedents, number, at))))
        if len(two) < _COUPLE:
            return ()
        since = (s for s in subjects if max(met.end(), sentence.end if number < here else 0) <= s.start and s.end <= at)
        return two if all(_is_theirs(s, text, antecedents, two) for s in since) else ()
    return ()


def _persons(text: str, antecedents: Antecedents, number: int, at: int) -> Iterator[str]:
    """Give whose those are who are named, or told of by whose minister they are."""
    told = (m for m in antecedents.within(number) if m.end <= at)
    return (m.party for m in told if m.person or _WITH_TITLE.match(text, m.end))


def _is_theirs(subject: Span, text: str, antecedents: Antecedents, two: tuple[str, ...]) -> bool:
    """Whether a subject is one of the two again, or both."""
    words = subject.of(text)
    if words.lower() in wordings.PLURAL | wordings.PERSON or _TITLED.fullmatch(words):
        return True
    here = antecedents.within(antecedents.sentence(subject.start))
    told = [m for m in here if subject.start <= m.start < subject.end]
    return bool(told) and all(m.party in two for m in told)
