"""Resolutions, conclusions and the like: paragraphs whose subject stands once, above them all.

"The Security Council, / Deploring the attack, / 1. Demands that Chad leave": each line tells what the body named first
does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from credence.model.document import Span
from credence.read.words.parsed import ParsedSentence
from credence.read.words.tree import Doc, Token

_BODY = re.compile(r"(?:We, )?[Tt]he [^\n.;:?!\"“]{3,160}[,:]")
_LEAD = r"(?:(?:[a-z]+ly|also|further|once again|again|in particular)[ ,]+(?:and )?)*"
_BASE = (  # what several do: "The Ministers: / 1. Condemn the attack"
    "condemn|call|urge|demand|decide|welcome|express|reaffirm|commend|note|deplore|reject|appeal|request|invite|agree|stress"
    "|recall|declare|denounce|praise|affirm|emphasi[sz]e|encourage|support|thank|recogni[sz]e|resolve|regret|applaud|hail"
)
_DOES = re.compile(
    rf"{_LEAD}(?P<verb>[a-z]{{2,}}(?:ing|s|ed)|{_BASE})\b(?!,? (?:shall|will|should|must|may|can|are|were|have|of)\b)",
    re.IGNORECASE,
)
_ENDS = (",", ";", "; and", ", and", ":")
_PLAIN = re.compile(rf"(?:{_BASE})", re.IGNORECASE)


def headings(text: str, spans: Sequence[Span], bodies: Sequence[Span]) -> Mapping[int, int]:
    """Give the numbers of sentences without a subject, and of the line that holds it.

    Args:
        text: The stored text.
        spans: Its sentences.
        bodies: The same without bullets.
    """
    found: dict[int, int] = {}
    heading = None
    for number, span in enumerate(spans):
        line = span.of(text)
        if _BODY.fullmatch(line) and _opens(text, span):
            heading = number
        elif heading is not None and _opens(text, span):
            if _DOES.match(bodies[number].of(text)):
                found[number] = heading
            elif bodies[number].start == span.start and not text[: span.start].rstrip().endswith(_ENDS):
                heading = None
    return found


def _opens(text: str, span: Span) -> bool:
    return span.start == 0 or text[span.start - 1] == "\n"


def with_subject(sentence: str, parse: Callable[[Iterable[str]], Iterator[Doc]]) -> Doc | None:
    """Parse a sentence that begins with its verb as if "it" or "they" stood before it; None if that is no help."""
    met = _DOES.match(sentence)
    if met is None or met["verb"].lower().endswith("ing"):
        return None
    plain = sentence.replace(met[0], met[0].lower(), 1)
    subject = "They " if _PLAIN.fullmatch(met["verb"]) else "It "
    again = next(iter(parse([subject + plain])))
    kept = list(again)[1:]
    if again[0].dep_ != "nsubj" or again[0].head.dep_ != "ROOT" or again.text != subject + plain:
        return None
    return Doc(
        words=[sentence[t.idx - len(subject) : t.idx - len(subject) + len(t)] for t in kept],
        spaces=[bool(t.whitespace_) for t in kept],
        tags=[t.tag_ for t in kept],
        pos=[t.pos_ for t in kept],
        lemmas=[t.lemma_ for t in kept],
        heads=[t.head.i - 1 for t in kept],
        deps=[t.dep_ for t in kept],
    )


def lend(parsed: Sequence[ParsedSentence], lines: Mapping[int, int]) -> None:
    """Tell the trees of sentences without a subject who does what they say."""
    docs = {sentence.number: sentence.doc for sentence in parsed}
    for sentence in parsed:
        line = docs.get(lines.get(sentence.number, -1))
        if line is not None:
            sentence.doc.user_data["heading"] = _head(line)


def _head(line: Doc) -> Token | None:
    """The noun a line is about: its root, or the subject of what it does: "The Ministers, meeting in Lima,"."""
    nouns = (t for t in line if t.pos_ in {"NOUN", "PROPN"} and t.dep_ in {"ROOT", "nsubj", "dep"})
    return next(nouns, None)


def headed_by(verb: Token) -> Iterator[Token]:
    """Who does what the main verb of a sentence without a subject says."""
    heading = verb.doc.user_data.get("heading")
    if heading is not None and verb.dep_ == "ROOT":
        yield heading
