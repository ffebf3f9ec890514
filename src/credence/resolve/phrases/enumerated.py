"""Whose envoys several are who are named after they were counted: "received five ambassadors. They were Peru's …".

The names stand behind a colon, in the next sentence if it opens with "They are", or soon after if one opens with "The
new envoys include": each after "of", "from" or a bracket, before a rank, or joined to one that does; who is named there
for another reason ("who live in Lima") is none of them. A list may have a line for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credence.model.sighting import Phrase
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.natures import is_state
from credence.resolve.parties.wordings import NUMBERS

_COLON = re.compile(r"[^.:;\n]{0,60}:\s")
_ARE = r"(?:are|were|come|came|represent|represented|include|included|belong to)\b"
_THEY = re.compile(rf"(?:They|These|The (?:new )?(?:envoys|ambassadors|diplomats|heads of mission)) {_ARE}")
_AGAIN = re.compile(  # which takes up those told of a little before
    r"(?:\A|(?<=[.\n”] )|(?<=\n))(?:The|These) (?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?"
    r"(?:new |newly[- ]appointed |newly[- ]accredited )?(?:envoys|ambassadors|heads of mission)"
    rf"(?:,? (?:accredited|appointed|who|presenting|include)[^.:,\n]{{0,60}}?)? {_ARE}"
)
_LINES = re.compile(r"[:\s–—-]*\n")
_RANK = re.compile(r"\b(?:ambassador|high commissioner|chargé|nuncio|head of mission)", re.IGNORECASE)
_THEIRS = re.compile(r"(?:['’]s)? (?:new )?(?:[Aa]mbassador|[Hh]igh [Cc]ommissioner|[Cc]hargé)")
_WHOSE = re.compile(r"(?:\b(?:of|from|represent(?:ed)?) (?:[Tt]he )?|\()\Z")
_JOINED = re.compile(r"\)?(?:,| and|, and| as well as)(?: of| from)?(?: the)? ?")
_NAMED = re.compile(  # what may stand before the first of a list: "the envoys of", "Ms Ana Rojas of", nothing
    r"[\s,]*(?:(?:the|those|new|ambassadors?|envoys?|diplomats?|heads?|of|mission|representatives?|high|commissioners?"
    r"|from|[^\W\d_a-z][\w’'.-]*)[\s,]+)*\(?"
)
_BUT = re.compile(r"\b(?:but|except|not|unlike|while)\b")
_BEFORE = 16  # characters before a name
_NEAR = 3  # sentences
_LONG = 200  # characters of a line of a list


def named_after(phrase: Phrase, mentions: Mentions) -> tuple[str, ...]:
    """Give whose envoys some are who are only counted: "five new ambassadors"; empty if the text does not go on so.

    Args:
        phrase: The words for them.
        mentions: Who is who in the document.
    """
    if phrase.form != "noun" or not phrase.plural or phrase.linked("poss", "of", "from"):
        return ()
    lists = (tuple(dict.fromkeys(_listed(opening, mentions))) for opening in _openings(phrase, mentions))
    found = next(filter(None, lists), ())
    number = next((NUMBERS.get(link.text.lower()) for link in phrase.linked("num")), None)
    return () if number is not None and len(found) > number else found


def _listed(opening: int, mentions: Mentions) -> Iterator[str]:
    """The states of a list that begins at a place, in its order."""
    text = mentions.text
    lines = _lines(text, opening)
    number, last = mentions.sentence(opening), None
    for mention in mentions.mentions:
        apart = mention.start >= lines if lines else mention.sentence != number
        if mention.start < opening or apart or not is_state(mention.party, mentions):
            continue
        if last is not None and _BUT.search(text, last, mention.start):
            return
        whose = _WHOSE.search(text, max(opening, mention.start - _BEFORE), mention.start)
        direct = last is None and not text[opening : mention.start].strip()
        joined = last is not None and _JOINED.fullmatch(text, last, mention.start)
        if last is None and not lines and _NAMED.fullmatch(text, opening, mention.start) is None:
            return
        theirs = _THEIRS.match(text, mention.end)
        if theirs or ((whose or joined or direct) and not text.startswith(("'s", "’s"), mention.end)):
            yield mention.party
            last = mention.end


def _lines(text: str, opening: int) -> int:
    """Where a list ends that has a line for each envoy, with the rank of each; 0 if it has none."""
    begins = _LINES.match(text, opening - 1) or _LINES.match(text, opening)
    end = begins.end() if begins is not None else 0
    place = end
    while place and place < len(text):
        line = text[place : (text.find("\n", place) + 1) or len(text)]
        if line.strip() and (len(line) > _LONG or _RANK.search(line) is None):
            break
        place += len(line)
    return place if place > end else 0


def _openings(phrase: Phrase, mentions: Mentions) -> Iterator[int]:
    """Where the list may begin: behind a colon, behind "They are", or behind "The envoys are" soon after."""
    text, end = mentions.text, phrase.span.end
    colon = _COLON.match(text, end)
    if colon is not None:
        yield colon.end()
        return
    here = mentions.sentence(phrase.span.start)
    they = next((met for met in _THEY.finditer(text, end) if mentions.sentence(met.start()) > here), None)
    if they is not None and mentions.sentence(they.start()) == here + 1 == mentions.sentence(they.start() - 2) + 1:
        yield they.end()
    again = next((met for met in _AGAIN.finditer(text, end) if mentions.sentence(met.start()) > here), None)
    if again is not None and mentions.sentence(again.start()) <= here + _NEAR:
        yield again.end()
