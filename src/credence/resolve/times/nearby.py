"""What the words around a date say of whose it is: a noun's, an act's counted from it, or that of saying something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from credence.catalog.dates import DateKnowledge
from credence.model.document import Span
from credence.model.sighting import Reach, Sighting, Speech
from credence.resolve.times.dated import is_recent
from credence.resolve.times.dates import DateHit, apart
from credence.resolve.times.reckoning import DAY, MONTH, YEAR

_OF = re.compile(
    r"\b(?!(?:morning|evening|night|afternoon|day|eve|week|month|course|summer|winter|spring|autumn)s? of)"
    r"([a-z]+) of (?:the )?$"
)
_WITHIN = re.compile(r"(?:\b(?:the|its|their|his|her|a|an)|['’]s) (?:[\w-]+ )?([a-z]+) $")
_SINCE = re.compile(  # "after the accord of 2008", "during the fighting of May" date what happened then
    r"\b(?:after|since|following|before|until|during|amid|throughout) (?:the )?(?:\w+ )?$", re.IGNORECASE
)
_COUNTED = re.compile(  # "two days after the vote in Lima on 3 March"
    r"(?P<gap>(?:[\w-]+ ){0,3}[\w-]+ (?:days?|weeks?|fortnight|months?|years?|decades?)) (?P<turn>after|before) "
    r"(?P<what>[^,;.:()]*)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r", (?P<gap>(?:[\w-]+ ){0,3}[\w-]+) (?P<turn>after|before) [^,;.:()]*")
_HANGS = re.compile(
    r"(?:(?!\b(?:that|which|who|whom|whose|where|when|said|after|before|since|over|for|from|until)\b)[^,;:()“”\"])*?"
    r"\b(?:to [a-z]+|chosen|picked|named|sent|appointed|nominated|proposed)\b"
    r"(?:(?!\b(?:that|which|who|whom|whose|where|when|said|after|before|since)\b)[^,;:()“”\"])*"
)
_THE_DAY = re.compile(r", the (?:very |same )*(?:day|week|month|year)\b(?! (?:after|before))[^,;.]*")
_TURNS = re.compile(r"\b(?:after|before|since|following|until|under|despite|over|for|against|with|amid|of)\b|;")
_PLAIN = re.compile(r"[^,;:.()“”\"]{0,40}")
_SOMEBODY = re.compile(r"\bafter [A-Z]\w+ (?:in\b|$)")  # "recognised it after Chad in 2009", which did so then
_FOLLOWING = re.compile(r"\b(?:after|following|in the wake of|when)\b")
_HAS_SINCE = re.compile(r"\b(?:has|have) since\b")
_SOON = timedelta(days=60)
_BEFORE_COSTS = 2  # a date before the predicate counts as this many times as far away as one behind it
_RELATIVE = re.compile(r"\b(?:which|who|whom|whose|where|that)\b|;")


def choose_date(hits: tuple[DateHit, ...], anchor: tuple[int, int], sentence: tuple[int, int]) -> DateHit | None:
    """Choose the date that belongs to a predicate: the nearest within its clause, rather behind it than before it.

    A date that belongs to a noun ("the 2014 summit") is chosen only where that noun is the predicate.

    Args:
        hits: What ``find_dates`` gave, offsets in the same text as the rest.
        anchor: Start and end of the predicate's words.
        sentence: Start and end of the clause or sentence it stands in.

    Returns:
        The hit; None where none stands in the sentence.
    """
    start, end = anchor

    def distance(hit: DateHit) -> tuple[int, int]:
        return (hit.start - end if hit.start >= end else max(start - hit.end, 0) * _BEFORE_COSTS), hit.start

    def fits(hit: DateHit) -> bool:
        within = sentence[0] <= hit.start and hit.end <= sentence[1]
        own = start <= hit.end + 1 <= end or hit.start <= start <= end <= hit.end  # "the 50th anniversary of ties"
        return within and (not hit.attributive or own)

    return min(filter(fits, hits), key=distance, default=None)


def follows(text: str, start: int, sighting: Sighting, hit: DateHit) -> bool:
    """Whether a date of a sentence, which begins at a place, is that of what an act came after: "shut after a raid"."""
    between = text[sighting.anchor.end : max(start + hit.start, sighting.anchor.end)]
    other = _RELATIVE.search(between) or _SOMEBODY.search(between)
    return hit.relation == "on" and _FOLLOWING.search(between) is not None and other is None


def is_of_noun(text: str, date: Span, anchor: Span) -> bool:
    """Whether a date belongs to the noun before it, which is not the predicate: "the accord of August 2008"."""
    start = date.start
    within = _WITHIN.search(text, max(start - 60, 0), start) if text.startswith(" of ", date.end) else None
    if within is not None and within.end(1) != anchor.end:  # "over the erection last week of a statue"
        return True
    noun = _OF.search(text, max(start - 40, 0), start)
    behind = noun and _SINCE.search(text, max(noun.start() - 20, 0), noun.start())
    return noun is not None and not behind and noun.end(1) != anchor.end


def is_cut_off(text: str, start: int, hit: DateHit, anchor: Span) -> bool:
    """Whether what stands between a date of a sentence that begins at a place and the predicate parts them.

    A semicolon does, and what has been done since: "Peru left, though it has since come back, in May".
    """
    first, last = sorted([(start + hit.start, start + hit.end), (anchor.start, anchor.end)])
    between = text[first[1] : last[0]]
    return ";" in between or (first[0] == anchor.start and _HAS_SINCE.search(between) is not None)


def is_whole(start: int, hit: DateHit, reach: Reach) -> bool:
    """Whether a clause of a sentence that begins at a place is nothing but a date: "before the year is out"."""
    whole = all(start + hit.start <= span.start and span.end <= start + hit.end for span in reach.spans)
    return reach.link == "before" and whole


def right_before(text: str, start: int, hits: Iterable[DateHit], place: int) -> DateHit | None:
    """The date that stands with a comma right before a place: "in 1994, ten years after Peru had left"."""
    return next((hit for hit in hits if text[start + hit.end : place] == ", "), None)


def last_of_row(sentence: str, hit: DateHit | None, hits: Iterable[DateHit]) -> DateHit | None:
    """The last of several dates of what was done again: "severed ties twice, in 1982 and in 2016".

    Args:
        sentence: The text from the sentence's beginning.
        hit: The date that was chosen.
        hits: All that may be.
    """
    for later in hits:
        row = hit is not None and sentence[hit.end : later.start] in {" and ", ", ", ", and ", " and again "}
        row = row and sentence[later.end : later.end + 1] in {"", ".", ",", ";", ":", ")"}
        alike = hit is not None and later.relation == hit.relation == "on" and len(later.edtf) == len(hit.edtf)
        if row and hit and alike and not later.attributive and later.edtf > hit.edtf:
            hit = later
    return hit


def of_the_day(text: str, start: int, anchor: Span, hits: Iterable[DateHit]) -> str | None:
    """The date of which it is said what happened then: "on 3 May, the day Peru left".

    Args:
        text: The document's.
        start: Where the sentence begins.
        anchor: The predicate.
        hits: The sentence's dates.
    """
    told = (hit for hit in hits if hit.relation in {"on", "since"})
    named = (hit.edtf for hit in told if _THE_DAY.fullmatch(text, start + hit.end, anchor.start))
    return next((edtf.removesuffix("/..") for edtf in named), None)


def finer_of(sentence: str, hit: DateHit | None, hits: Iterable[DateHit]) -> DateHit | None:
    """The month or day of the year that was chosen, where the same clause says both: "in 2024 it left in May".

    Args:
        sentence: The text from the sentence's beginning.
        hit: The date that was chosen.
        hits: All that may be.
    """
    if hit is None or hit.relation != "on" or len(hit.edtf) != YEAR:
        return hit
    for other in hits:
        within = other.relation == "on" and not other.attributive and other.edtf.startswith(f"{hit.edtf}-")
        first, last = sorted([hit, other], key=lambda one: one.start)
        if within and not _TURNS.search(sentence, first.end, last.start):
            return other
    return hit


def counted_back(text: str, start: int, anchor: Span, hits: Iterable[DateHit], knowledge: DateKnowledge) -> str | None:
    """The date of what lies so long before a date, or after it: "on 2 May, the day after Peru had left".

    Args:
        text: The document's.
        start: Where the sentence begins.
        anchor: The predicate of what is counted to.
        hits: The sentence's dates.
        knowledge: How the language writes stretches of time.
    """
    for hit in hits:
        found = _BEHIND.fullmatch(text, start + hit.end, anchor.start) if hit.relation == "on" else None
        if found:
            return apart(found["gap"], hit.edtf, "before" if found["turn"] == "after" else "after", knowledge)
    return None


def at_end(text: str, start: int, anchor: Span, hits: Iterable[DateHit], day: date | None) -> str | None:
    """The month of a date behind what hangs on an act's object: "accepted an envoy sent by Chad in May 2022".

    Args:
        text: The document's.
        start: Where the sentence begins.
        anchor: The predicate.
        hits: The sentence's dates.
        day: The document's day, behind which nothing was done.
    """
    for hit in hits:
        told = hit.relation == "on" and hit.edtf[:4].isdigit() and not hit.attributive
        told = told and "/" not in hit.edtf  # "to leave within 48 hours"
        if day is not None and told and hit.edtf <= day.isoformat() and start + hit.start >= anchor.end:
            return hit.edtf[:MONTH] if _HANGS.fullmatch(text, anchor.end, start + hit.start) else None
    return None


def is_past_of_present(hit: DateHit, reach: Reach, nature: str) -> bool:
    """Whether a date that lies behind is that of a noun beside what holds today: "condemns the attack of 3 May"."""
    return reach.tense == "present" and reach.link == "same" and nature != "event" and hit.relation == "on"


def is_in(date: Span, words: Span) -> bool:
    """Whether a date belongs to some words: it ends in them or, as "the year that ended in May", begins in them."""
    return words.start < date.end <= words.end or words.start <= date.start < words.end


def counted_from(text: str, start: int, hit: DateHit, anchor: Span, knowledge: DateKnowledge) -> str | None:
    """The date of what came so long after something, or before it, whose own date it is: "a week after a vote in May".

    Args:
        text: The document's.
        start: Where the sentence begins.
        hit: A date in it.
        anchor: The predicate; where it stands between the stretch and the date, the date is its own.
        knowledge: How the language writes stretches of time.
    """
    found = _COUNTED.search(text, start, start + hit.start)
    if found is None or hit.relation != "on" or found.start("what") <= anchor.start < start + hit.start:
        return None
    words = found["gap"].split()
    stretches = (" ".join(words[n:]) for n in range(len(words) - 1))
    link: Literal["after", "before"] = "after" if found["turn"].lower() == "after" else "before"
    return next(filter(None, (apart(stretch, hit.edtf, link, knowledge) for stretch in stretches)), None)


def as_said(
    text: str, start: int, sighting: Sighting, speeches: Iterable[Speech], hits: Iterable[DateHit]
) -> str | None:
    """The date beside the word that says what somebody announced: "Peru, whose men …, will leave, it said on Monday".

    Args:
        text: The document's.
        start: Where the sentence begins.
        sighting: What is said to be done.
        speeches: Who says what in the document.
        hits: The sentence's dates.
    """
    told = [
        speech
        for speech in speeches
        if speech.sentence == sighting.sentence and speech.content.start <= sighting.anchor.start < speech.content.end
    ]
    for hit in hits if told else ():
        place = Span(start + hit.start, start + hit.end)
        if hit.relation == "on" and not hit.attributive and all(_is_beside(text, place, speech) for speech in told):
            return hit.edtf
    return None


def _is_beside(text: str, place: Span, speech: Speech) -> bool:
    """Whether a date stands outside of what is said, beside the word that says it."""
    if speech.content.start < place.end and place.start < speech.content.end:
        return False
    cue = text.rfind(speech.cue, 0, place.start)
    return cue >= 0 and _PLAIN.fullmatch(text, cue + len(speech.cue), place.start) is not None


def begun(edtf: str) -> str | None:
    """Give the first of a stretch of time, or the date itself; None where the stretch is open at that end."""
    first = edtf.partition("/")[0]
    return None if first in {"", ".."} else first


def month_of(edtf: str) -> str | None:
    """Give the month of a date, or that in which a stretch of time begins; None of a stretch of years."""
    first, _, last = edtf.partition("/")
    return None if last and len(first) < MONTH else first[:MONTH]


def of_late(hits: Iterable[DateHit], day: date) -> str | None:
    """Give the first day that the lead of a text says something was done on, if that is of late."""
    lead = next((hit.edtf for hit in hits if hit.relation == "on" and len(hit.edtf) >= DAY), None)
    return lead if lead is not None and is_recent(lead, day) and lead <= day.isoformat() else None


def coming(hits: Iterable[DateHit], day: date) -> str | None:
    """Give the first day, or days, to come that the lead of a text names, if they are near."""
    last = (day + _SOON).isoformat()
    days = (hit.edtf for hit in hits if hit.relation in {"on", "for"} and not hit.attributive)
    return next((edtf for edtf in days if len(edtf) >= DAY and day.isoformat() < edtf <= last), None)
