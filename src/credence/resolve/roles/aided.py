"""In which lands those are who are given something: "for the victims of the floods in Chad" is for Chad."""

from __future__ import annotations

import re

from credence.model.document import Span
from credence.model.sighting import Filler
from credence.resolve.parties.mentions import Mention, Mentions

_IN_NEED = (
    r"(?:people|persons|civilians|refugees?|migrants?|displaced|victims?|survivors?|children|women|girls|famil(?:y|ies)|households"
    r"|farmers|communit(?:y|ies)|populations?|cris[ie]s|emergenc(?:y|ies)|famines?|droughts?|floods?|flooding|earthquakes?"
    r"|quake|cyclones?|disasters?|hunger|conflicts?|wars?|response|efforts?|operations?|appeals?|needs?|relief|aid|assistance"
    r"|reconstruction|rebuilding|recovery|projects?|programmes?|programs?|schools?|hospitals?|camps?|works?|services"
    r"|development|agencies|organi[sz]ations|workers|plans?)"
)
_IN = re.compile(  # "people left hungry by the drought in"
    rf".*\b{_IN_NEED}\b(?:(?! (?:at|during|after|says?|said|when|while|as|but)\b)[^;“”\"]){{0,90}}?"
    r"(?<!conference)(?<!meeting)(?<!summit)(?<!talks)(?<!ceremony)(?<!forum)(?<!session)(?<!visit)(?<!held)(?<!based)"
    r" (?:in|across|throughout|inside|of) (?:\w+ ){0,2}",
    re.DOTALL,
)
_STRUCK = re.compile(
    r"[^;“”\"]*(?:[- ](?:hit|stricken|torn|ravaged|struck|affected|ridden|prone)|ravaging|hitting|gripping) "
)
_OWN = re.compile(
    rf"(?:['’]s?)?(?: [\w-]+){{0,3}}? (?!(?:wars?|conflicts?|aid|assistance|plans?|efforts?)\b){_IN_NEED}\b"
)
_ABROAD = re.compile(r"(?: [\w-]+)? (?:refugees?|migrants?|displaced|workers)\b")  # "Chadian refugees in Mali"
_ASIDE = re.compile(r"\b(?:which|that|who|whom|whose|against|over|after|as)\b")
_LANDS = {"state", "authority"}


def lands_of(found: tuple[str, ...], filler: Filler, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...]:
    """Give who is paid: whom the words mean, or the lands in which those are who have no id.

    Args:
        found: Whom the words mean by themselves.
        filler: The words: "refugees in Chad".
        mentions: Who is who in the document.
        taken: Parties that stand in another role.
    """
    own = any(link.text[:1].isupper() for link in filler.phrase.linked("mod", "poss"))  # "Chadian victims of the war"
    named = any(map(mentions.known, found)) or (own and bool(found))
    return found if named else aided(filler.phrase.span, mentions, taken) or found


def aided(span: Span, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...]:
    """Give the lands in which those are for whom something is paid; empty if the sentence names none.

    Args:
        span: Words for them, or for the sum; the land is named behind where they begin.
        mentions: Who is who in the document.
        taken: Parties that stand in another role.
    """
    here, text = mentions.sentence(span.start), mentions.text
    behind = [m for m in mentions.mentions if m.sentence == here and m.start >= span.start]
    lands = [m for m in behind if _is_land(m, mentions, taken)]
    for fits in (_is_place, _is_owner):
        for land in lands:
            people = any(m.end < land.start and _is_people(m, mentions) for m in behind)
            if not (people and fits is _is_place) and fits(land, text[span.start : land.start], mentions):
                return tuple(dict.fromkeys(m.party for m in mentions.group(land) if _is_land(m, mentions, taken)))
    return ()


def _is_place(land: Mention, before: str, mentions: Mentions) -> bool:
    """Whether words lead up to a land as to where those are who are in need."""
    whole = not mentions.is_adjective(land) and mentions.text[land.end : land.end + 1] not in {"'", "’"}
    return whole and (_IN.fullmatch(before) or _STRUCK.fullmatch(before)) is not None


def _is_owner(land: Mention, before: str, mentions: Mentions) -> bool:
    """Whether a land's own are in need: "Chad's flood victims"."""
    return _ASIDE.search(before) is None and _OWN.match(mentions.text, land.end) is not None


def _is_people(mention: Mention, mentions: Mentions) -> bool:
    """Whether a state's own people are named, wherever they were harmed: "American victims of the raid in Mali"."""
    return mentions.is_adjective(mention) and _ABROAD.match(mentions.text, mention.end) is None


def _is_land(mention: Mention, mentions: Mentions, taken: frozenset[str]) -> bool:
    known = mentions.known(mention.party)
    return known is not None and known.cls in _LANDS and mention.party not in taken
