"""Turns of a transcript: "MR PRICE: …", "QUESTION: …", each the speaker's up to the next label.

In a broadcast, the presenter's turns and those of the reporters he calls are the station's own words.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from credence.catalog.voices import Voices
from credence.model.document import Span
from credence.model.sighting import Phrase, Speech

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŖŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_LABEL = re.compile(
    rf"^[ \t]*(?P<name>[{_UP}](?:[{_UP}.'’-]|[a-z](?=[A-Z])|[ \t](?=[{_UP}(])|\([{_UP} ]+\))*):(?=\s)", re.MULTILINE
)
_MIXED = re.compile(r"^[ \t]*(?P<name>(?:the )?[A-Z][\w.’'-]*(?:[ \t][A-Z][\w.’'-]*){0,3}):(?=[ \t]+\S)", re.MULTILINE)
_PLAIN = frozenset(
    {"a", "an", "and", "as", "for", "from", "in", "on", "our", "the", "this", "to", "with", "who", "why"}
)
_REPORTING = {"reporter", "correspondent", "journalist", "editor", "commentator"}
_CALL = 150  # characters at the end of a presenter's turn in which he calls the next
_LONGEST = 50  # characters of a label


def find_turns(text: str, sentences: Sequence[tuple[int, Span]], knowledge: Voices) -> Iterator[Speech]:
    """Find who has the floor in a transcript of a briefing or an interview.

    Text is a transcript if two of its lines begin with a label in capitals, or one with a label that asks; or if a
    label in small letters comes again ("Spokesperson: …").

    Args:
        text: The stored text.
        sentences: Number and span of the sentences that were parsed; a turn without any is not given.
        knowledge: Labels that ask.

    Yields:
        One speech a turn. A question has the stance "asks" and no speaker: it is nobody's claim.
    """
    labels = _labels(text, knowledge)
    if not labels:
        return
    own = _station(labels, text, knowledge)
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        content = Span(label.end() + 1, max(label.end() + 1, len(text[:end].rstrip())))
        number = next((n for n, span in sentences if span.start < content.end and span.end > content.start), None)
        if number is not None and label["name"] not in own:
            yield _turn(label, content, number, knowledge)


def _labels(text: str, knowledge: Voices) -> list[re.Match[str]]:
    """Give the labels of a transcript in order; none where the text is no transcript."""
    labels = [label for label in _LABEL.finditer(text) if _names(label["name"])]
    if len(labels) > 1 or any(_is_question(label["name"], knowledge) for label in labels):
        return labels
    mixed = list(_MIXED.finditer(text))
    again = [name for name, often in Counter(label["name"] for label in mixed).items() if often > 1]
    return mixed if any(_speaks(name, knowledge) for name in again) else []


def _speaks(label: str, knowledge: Voices) -> bool:
    """Whether a label names an office or one who asks: "Spokesperson", "Minister Lin", "Question"."""
    words = label.lower().split()
    return bool({words[0], words[-1]} & (knowledge.offices | knowledge.questions)) or words[0] in knowledge.honorifics


def _station(labels: Sequence[re.Match[str]], text: str, knowledge: Voices) -> frozenset[str]:
    """Give the labels of a broadcast's own people: who presents it, and whom he calls: "From Lima, Ana Ruiz."."""
    own = {label["name"] for label in labels if label["name"].lower() in knowledge.broadcasters}
    if own:  # "PRESENTER: … REPORTER: …": he reports, and asks nobody
        own |= {label["name"] for label in labels if label["name"].lower().split()[-1] in _REPORTING}
    for before, label in itertools.pairwise(labels):
        called = text[max(before.end(), label.start() - _CALL) : label.start()]
        name = label["name"].title()
        full = rf"[A-Z][\w’'-]+ {re.escape(name)}"
        if before["name"] in own and re.search(rf"\b[Ff]rom [^.]*, {full}[.:]|{full} (?:reports|has more)\b", called):
            own.add(label["name"])
    return frozenset(own)


def _names(label: str) -> bool:
    """Tell a speaker's label from a heading: "MR PRICE", but "GIVING CHAD A CHANCE"."""
    words = label.lower().split()
    heading = _PLAIN & set(words) or (len(words) > 1 and words[0].endswith("ing"))
    return len(label) <= _LONGEST and not heading


def _turn(label: re.Match[str], content: Span, number: int, knowledge: Voices) -> Speech:
    asks = _is_question(label["name"], knowledge)
    span = Span(label.start("name"), label.end("name"))
    name = Phrase(span, span, label["name"], label["name"].lower(), "name")
    return Speech(None if asks else name, label["name"], content, "direct", "asks" if asks else "asserts", number)


def _is_question(label: str, knowledge: Voices) -> bool:
    return label.lower().split("(")[0].strip() in knowledge.questions
