"""Whose paper a joint one is: "Joint Statement of the Presidents of Chad and Mali", "Governments of Peru and Chile"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from credence.model.party import Party
from credence.model.sighting import Reading
from credence.resolve.parties.antecedents import Mention
from credence.resolve.parties.naming import Naming

_PAPER = r"(?:statement|communiqu[eé]|declaration|press release|readout|memorandum|message|appeal)"
_JOINT = re.compile(
    rf"\b(?:joint|trilateral|tripartite|quadrilateral|bilateral)\b.*\b{_PAPER}|\b{_PAPER}\b.*\bjoint\b", re.IGNORECASE
)
_ISSUED = re.compile(rf"\b{_PAPER} (?:of|by|from)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:on|about|regarding|concerning)\b(?P<about>.*)", re.IGNORECASE)
_COMMON = re.compile(  # what the signatories do together, where all who are named in it sign
    r"\b(?:visit|meeting|dialogue|talks|summit|relations|cooperation|co-operation|partnership|consultations|call"
    r"|conference|round|commission|council|border|agreement|treaty)\b",
    re.IGNORECASE,
)
_RELEASED = re.compile(  # at the head of what a ministry passes on
    rf"\bfollowing (?:joint )?{_PAPER} (?:was|is|has been) (?:released|issued|made|adopted|given)"
    r" (?:jointly )?by (?P<by>[^\n:]+?)(?= on the (?:occasion|margins)\b|[:\n])",
    re.IGNORECASE,
)
_WE = re.compile(  # "We, the Foreign Ministers of Chad, Mali and Peru, condemn"
    r"^We, (?P<by>(?:the )?[^.;:\n]*?\bof\b[^.;:\n]*?),\s(?!and\b|the\b|as\b|of\b)(?=[a-z])", re.MULTILINE
)
_HEAD = 2000  # characters
_BY = re.compile(r"\b(?:by|from)\b.*", re.IGNORECASE)
_FEWEST = 2
_OPENING = 3  # sentences after the title in which the signatories are named


def signatories(
    reading: Reading, names: Naming, groups: Iterable[Sequence[Mention]], known: Callable[[str], Party | None]
) -> tuple[str, ...]:
    """Give the parties in whose common name a document speaks; empty if it is nobody's or one party's.

    Args:
        reading: The document as read.
        names: The parties named in it.
        groups: Those named together.
        known: Gives what is known of a party.
    """

    def able(parties: Iterable[str]) -> tuple[str, ...]:
        found = dict.fromkeys(p for p in parties if _can_sign(known(p)))
        return tuple(found) if len(found) >= _FEWEST else ()

    publishers = able(names.named_in(reading.document.publisher or ""))
    if publishers or not reading.sentences:
        return publishers
    text = reading.document.text
    said = _RELEASED.search(text, 0, _HEAD) or _WE.search(text, 0, _HEAD)
    if said is not None:
        start, end = said.span("by")
        return able(m.party for m in names.mentions if start <= m.start < end)
    title = reading.sentences[0]
    words = title.of(reading.document.text)
    if _JOINT.search(words) is None and _ISSUED.search(words) is None:
        return ()
    start, end = _names(words)
    within = [m.party for m in names.mentions if title.start + start <= m.start < title.start + end]
    if able(within) or _JOINT.search(words) is None:
        return able(within)
    opening = (able(m.party for m in group) for group in groups if 0 < group[0].sentence <= _OPENING)
    return next(filter(None, opening), ())


def _names(title: str) -> tuple[int, int]:
    """Where in a title the names of those who sign stand; nowhere if it names only what the paper is about."""
    issued, about = _ISSUED.search(title), _ABOUT.search(title)
    if issued is not None:
        return issued.start(), about.start() if about is not None and about.start() > issued.start() else len(title)
    if about is None or _COMMON.search(about["about"]):
        return 0, len(title)
    by = _BY.search(title)
    return (by.start(), len(title)) if by is not None else (0, 0)


def _can_sign(party: Party | None) -> bool:
    return party is not None and (party.cls in {"state", "authority"} or party.id == "eu")
