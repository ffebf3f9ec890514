"""Whose "we" an official paper is in where its publisher's name does not say: "Office of the Spokesperson"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice

from credence.model.party import Party
from credence.model.sighting import Speech
from credence.resolve.parties.antecedents import Mention

_ORGAN = re.compile(
    r"\b(?:ministry|department|government|presidency|chancellery|cabinet|spokes(?:man|woman|person)|press service"
    r"|bureau of|office of|directorate|permanent mission|embassy)\b",
    re.IGNORECASE,
)
_FLOOR = re.compile(r"(?:MR|MS|MRS|DR)\b|.*\b(?:OFFICIAL|SPOKES\w+|SECRETARY|MINISTER|PRESIDENT|AMBASSADOR)\b")
_CLEARLY = 2  # how many times as often as others the house acts in its own paper
_OFTEN = 3
_OFTEN_I = 2
_CLEAR, _SIGN = 3, 2  # a sign of opinion weighs as much as two questions that nobody is asked
_AMERICAN = re.compile(  # terms of American law, and offices that no other state calls so
    r"\b(?:Specially Designated (?:Global Terrorist|National)|Foreign Terrorist Organization"
    r"|State Sponsors? of Terrorism"
    r"|Treasury Department|State Department|White House|Attorney General announced"
    r"|(?:the|The) Secretary of State(?! (?:for|in|at)\b))"
)
_SECRETARY = re.compile(r"\b[Tt]he Secretary\b(?![ -](?:of|for|[Gg]eneral))(?! [A-Z])")  # theirs, called so by his own
_OWN_SECRETARY = 2
_HEAD = 3  # lines at the top
_BYLINE = re.compile(
    r"(?:[A-Z][\w’'.-]+ ){1,3}(?P<surname>[A-Z][\w’'-]+), (?:[A-Z][\w-]+ ){0,3}"
    r"(?:Secretary|Spokes(?:person|man|woman)|Minister|President|Ambassador|Representative|Envoy|Administrator)\b[^.?!]*"
)
_ASKED = re.compile(r"(?<=\n)[ \t]*[A-Z“\"'][^\n]{4,160}\?[”\"']?[ \t]*(?=\n)")  # a question that is a paragraph
_QUESTIONS = 3
_SIGNS = re.compile(
    r"(?P<writer>(?<![\w“\"‘])I(?:'m|'ve|'d|’m|’ve|’d)? (?=[a-z]))"
    r"|(?P<ours>\b(?:[Ii]n our (?:view|judge?ment|opinion|reading)|[Ww]e (?:think|believe|would|see|can|should)"
    r"|[Ll]et (?:us|me)|[Ss]pare (?:us|me)|[Ss]hame on|[Oo]ur own government))\b"
    r"|(?P<due>\b(?:should|ought to)\b(?! have))"
    r"|(?P<ask>[!?](?= ))"
    r"|(?P<loaded>\b(?i:of course|alas|to be sure|frankly|surely|for once|needless to say|mealy-mouthed|shameful(?:ly)?"
    r"|disgrace(?:ful|fully)?|humiliat(?:ion|ing)|cowardly|craven|spineless|grovelling|toothless|so much for)\b)"
)


def house_of(
    publisher: str, speeches: Iterable[Speech], mentions: Iterable[Mention], known: Callable[[str], Party | None]
) -> str | None:
    """Give the party in whose name an official paper speaks; None if it is no such paper or does not show it.

    In an organ's own paper that is who acts first and most often; in the transcript of an official's answers, the
    state that acts clearly more often than any other.

    Args:
        publisher: Name of the publisher.
        speeches: What is said in the paper, and who has the floor.
        mentions: The parties named, in order.
        known: Gives what is known of a party.
    """
    organ = _ORGAN.search(publisher) is not None
    if not organ and not _is_transcript(speeches):
        return None
    classes = {"state", "authority"} if organ else {"state"}
    parties = ((m.party, known(m.party)) for m in mentions if m.subject and m.sentence)  # the title is about others
    acting = Counter(id_ for id_, party in parties if party is not None and party.cls in classes)
    ranked = acting.most_common(2)
    if not ranked or ranked[0][1] < (_CLEARLY if organ else _OFTEN):
        return None
    party, often = ranked[0]
    clearly = len(ranked) == 1 or often >= _CLEARLY * ranked[1][1]
    return party if clearly or (organ and next(iter(acting)) == party) else None


def signed(text: str) -> frozenset[str]:
    """Give the surnames of those under whose name a paper is: "Omar Varga, Deputy Minister" on a line of its own."""
    heads = (line.strip() for line in text.split("\n", _HEAD)[:_HEAD])
    found = (_BYLINE.fullmatch(line) for line in heads)
    return frozenset(match["surname"].lower() for match in found if match is not None)


def american(text: str, speeches: Iterable[Speech]) -> str | None:
    """Give the United States as the house of a briefing whose official says its terms of art; else None."""
    return "us" if _is_transcript(speeches) and _AMERICAN.search(text) is not None else None


def of_a_secretary(text: str, speeches: Iterable[Speech]) -> str | None:
    """Give the United States as the house of a briefing whose official speaks of "the Secretary" without a name."""
    often = sum(1 for _ in islice(_SECRETARY.finditer(text), _OWN_SECRETARY)) == _OWN_SECRETARY
    return "us" if often and _is_transcript(speeches) else None


def interviewed(text: str, organs: Iterable[tuple[int, str]]) -> str | None:
    """Give for whom somebody answers in an interview without labels: whose office the lines before it name.

    Args:
        text: The document's text.
        organs: Offset and party of each office and organ it names with whose it is.
    """
    asked = list(_ASKED.finditer(text))
    if len(asked) < _QUESTIONS:
        return None
    found = {party for start, party in organs if start < asked[0].start()}
    return found.pop() if len(found) == 1 else None


def _is_transcript(speeches: Iterable[Speech]) -> bool:
    """Whether an official answers questions, each under a label."""
    turns = [speech for speech in speeches if speech.cue.isupper()]
    asked = any(speech.stance == "asks" for speech in turns)
    return asked and any(speech.speaker is not None and _FLOOR.match(speech.cue) for speech in turns)


def is_opinion(text: str, heard: Iterable[tuple[Speech, object]]) -> bool:
    """Tell whether a text is somebody's own opinion.

    The writer says "I" in it, addresses readers, says what others should do and judges, outside what others are quoted
    with; no transcript does, where somebody has the floor.
    """
    speeches = [speech for speech, _ in heard]
    said = [speech.content for speech in speeches]
    marks, read, signs = 0, 0, Counter[str]()
    for hit in _SIGNS.finditer(text):
        marks += text.count('"', read, hit.start()) + text.count("“", read, hit.start())
        marks += text.count("”", read, hit.start())
        read = hit.start()
        if marks % 2 == 0 and not any(span.start <= read < span.end for span in said):
            signs[hit.lastgroup or ""] += 1
    if signs["writer"] >= _OFTEN_I:
        return True
    weight = signs["ask"] + _SIGN * (signs["writer"] + signs["ours"] + signs["due"] + signs["loaded"])
    return weight >= _CLEAR and not any(speech.cue.isupper() for speech in speeches)
