"""Whose envoys several are who are named after they were counted: "received five ambassadors. They were Peru's …".

The names stand behind a colon, or in the next sentence if it opens with "They are", each after "of", "from" or a
bracket, or joined to one that does; who is named there for another reason ("who live in Lima") is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credence.model.sighting import Phrase
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.natures import is_state
from credence.resolve.parties.wordings import NUMBERS

_COLON = re.compile(r"[^.:;\n]{0,60}:\s")
_THEY = re.compile(
    r"(?:They|These|The (?:new )?(?:envoys|ambassadors|diplomats|heads of mission)) "
    r"(?:are|were|come|came|represent|represented|include|included)\b"
)
_WHOSE = re.compile(r"(?:\b(?:of|from|represent(?:ed)?) (?:the )?|\()\Z")
_JOINED = re.compile(r"\)?(?:,| and|, and| as well as)(?: of| from)?(?: the)? ?")
_NAMED = re.compile(  # what may stand before the first of a list: "the envoys of", "Ms Ana Rojas of", nothing
    r"[\s,]*(?:(?:the|those|new|ambassadors?|envoys?|diplomats?|heads?|of|mission|representatives?|high|commissioners?"
    r"|from|[^\W\d_a-z][\w’'.-]*)[\s,]+)*\(?"
)
_BEFORE = 16  # characters before a name


def named_after(phrase: Phrase, mentions: Mentions) -> tuple[str, ...]:
    """Give whose envoys some are who are only counted: "five new ambassadors"; empty if the text does not go on so.

    Args:
        phrase: The words for them.
        mentions: Who is who in the document.
    """
    if phrase.form != "noun" or phrase.head_text.lower() == phrase.lemma or phrase.linked("poss", "of", "from"):
        return ()
    found = tuple(dict.fromkeys(_listed(phrase, mentions)))
    number = next((NUMBERS.get(link.text.lower()) for link in phrase.linked("num")), None)
    return () if number is not None and len(found) > number else found


def _listed(phrase: Phrase, mentions: Mentions) -> Iterator[str]:
    """The states of a list, in its order."""
    text, opening = mentions.text, _opening(phrase, mentions)
    if opening is None:
        return
    number, last = mentions.sentence(opening), None
    for mention in mentions.mentions:
        if mention.start < opening or mention.sentence != number or not is_state(mention.party, mentions):
            continue
        whose = _WHOSE.search(text, max(opening, mention.start - _BEFORE), mention.start)
        direct = last is None and not text[opening : mention.start].strip()
        joined = last is not None and _JOINED.fullmatch(text, last, mention.start)
        if last is None and _NAMED.fullmatch(text, opening, mention.start) is None:
            return
        if (whose or joined or direct) and not text.startswith(("'s", "’s"), mention.end):
            yield mention.party
            last = mention.end


def _opening(phrase: Phrase, mentions: Mentions) -> int | None:
    """Where the list begins: behind a colon, or behind "They are" at the head of the next sentence."""
    text, end = mentions.text, phrase.span.end
    colon = _COLON.match(text, end)
    if colon is not None:
        return colon.end()
    here = mentions.sentence(phrase.span.start)
    they = next((met for met in _THEY.finditer(text, end) if mentions.sentence(met.start()) > here), None)
    if they is None or mentions.sentence(they.start()) != here + 1:
        return None
    opens = mentions.sentence(max(0, they.start() - 2)) == here
    return they.end() if opens else None
