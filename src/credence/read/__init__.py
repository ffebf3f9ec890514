"""Reading: from a document's text to sightings, without knowing who is who.

Takes: a ``Document`` and a ``Reader`` (patterns and cues made ready, and a parser that was loaded at the edge).
Gives: a ``Reading``: sentences, sightings, speeches, and what was passed over.
Touches: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import credence.read.words.spacy_alone  # noqa: F401 - before anything else imports spaCy

# isort: split
from credence.catalog.entries import EntryKnowledge
from credence.catalog.voices import Voices
from credence.model.document import Document, Span
from credence.model.sighting import PassedOver, Reading
from credence.read.clauses.acts import NEAR
from credence.read.matching.find import Finder
from credence.read.speech.speech import find_speeches
from credence.read.trees.mended import mended
from credence.read.trees.openings import with_date
from credence.read.trees.rolls import rolled
from credence.read.trees.standins import with_verb
from credence.read.words.american import americanized, as_written
from credence.read.words.capitals import uncapitalized
from credence.read.words.cuts import cuts_in, plainly, whole_again, without
from credence.read.words.datelines import DATELINE
from credence.read.words.entries import unfold
from credence.read.words.forms import MONTH
from credence.read.words.gaps import ungapped
from credence.read.words.offices import said
from credence.read.words.parsed import ParsedSentence
from credence.read.words.preambles import headings, lend, with_subject
from credence.read.words.sentences import LONGEST, sentences
from credence.read.words.titlecase import Headlines, stands_alone
from credence.read.words.tree import Doc

__all__ = ["Parser", "Reader", "read"]

_STRAIGHT = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "\u00a0": " ",
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "—": "–",
    }
)
_MID = re.compile(rf"(?<=[Mm]id)-(?={MONTH}\b)")
_DASH = re.compile(r"(?<=[a-z\d]) - ")  # not that of a dateline: "LIMA - Peru has"

_OPENER = re.compile(  # "Since then Peru has": the comma that many leave out tells the parser where the clause begins
    rf"((?:Since then|Until then|(?:In|During|By) (?:that|the same) (?:year|month|week|spring|summer|autumn|winter)|"
    r"Within (?:a |the |an |two |three |a few )?(?:day|week|month|year|hour)s?|"
    r"(?:A|One|Two|Three|Four|Five|Six|Seven|Ten|Some|Several|A few) (?:day|week|month|year|hour|minute|decade)s? "
    r"(?:later|earlier|ago)|The (?:next|following) (?:day|week|month|year)|"
    rf"(?:On|In|Last|Since|By|Early in|Late in) (?:\d{{1,2}} )?{MONTH}|"
    r"(?:That|The same|Last) (?:day|week|month|year|spring|summer|autumn|winter)|"
    r"(?:On|Last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)) (?=(?:the )?[A-Z]|(?:it|they|he|she|both)\b)"
)

_BULLET = re.compile(r"(?:[•·▪‣◦*–—-]|\(?[a-z0-9]{1,2}[.)])\s+")
_LEANS = re.compile(r"[\"“‘']|(?:It|Its|He|His|She|Her|They|Their|Both|The two|This|That)\b")
_JUDGES = re.compile(  # what was done is told by the sentence before
    r"\b(?:call|term|brand|condemn|denounc|welcom|hail|prais|applaud|decri|describ|reject|deem|consider|nam|slam|criticis"
    r"|criticiz)(?:m?e?d|e?s) (?:it|this|that)\b|\b(?:protested|objected|applauded|cheered|fumed)\."
)
_HOUSE = re.compile(r"\b(?:clos|shut|reopen|vacat|evacuat)\w* it\b|\b(?:the|this|that) post\b")
_DONE_TO = re.compile(
    r"\b(?:did|done|does) (?:it|so|this|that) (?:to|with)\b"
)  # "Closing an embassy is rare. X did it to"
_REFERS = re.compile(
    r"\b(?:it|its|they|them|their|theirs|both|him|women|girls|men|he|his|she|her|we|our|us|ours|each|ambassadors?|"
    r"chargés?|charge d['’]affaires|ministers? (?:plenipotentiary|resident)|legations?|credentials|"
    r"(?:is|are|was|were|been) (?:also |each |now |hereby )?(?:being )?(?:designated|delisted|sanctioned|blacklisted)|"
    r"the (?:\w+ )?(?:designation|listing|proscription|nominee)|"
    r"(?:rewards?|bount(?:y|ies)) (?:for|on)|(?:from|off|to|on) the (?:sanctions |consolidated |terror(?:ist)? )?list|"
    r"(?:the|this|that|these|those) (?:\w+ )?(?:decision|move|step|deal|agreement|ruling|law|measure|action|plan|visit|"
    r"expulsion|closure|attack|raid|charge|allegation|accusation|criticism|remark|comment|news|affair|gesture|statement)s?|"
    r"embassies|the (?:presidents|premiers|monarchs|kings)|"
    r"the (?:two|three|four|pair|trio|former|latter|generals|general|junta|army|military|council)|"
    r"(?:no|any|every|all|other|the|this|these|those|two|three|own|host) (?:\w+ )?(?:stat|countr|nation|government|"
    r"group|kingdom|movement|authorit|regime|administration|ministry|bloc|island|side|part|neighbo|emirate|republic|leader|"
    r"militant|insurgent|rebel|embass|consulate|mission|ambassador|envoy|diplomat|women|girls)\w*)",
    re.IGNORECASE,
)
_FAR_BACK = re.compile(
    r"\b(?:same (?:step|decision|move|course|line|choice)|the step|likewise|d(?:id|one|o|oes) so|"
    r"follow(?:ed)?(?! by\b)|join(?:ed)? (?:them|in)|(?:be|is|was|were) (?:next|first)|went first|came|refuses?|"
    r"declines?|acted|may act|led the way|has said no|rule[sd] it out|yet to|the start|broke ranks|closed|shut|"
    r"re-?opened|opened|turn (?:came|comes)|'s turn|the turn of|waited|h(?:o|e)lds? (?:back|off)|(?:so|that|as) far|"
    r"into line|bandwagon|the fence|unconvinced|undecided|unmoved|was (?:second|third|last)|will not|would not)\b"
)
_BEFORE = {"det", "amod", "compound", "nmod", "poss", "nummod"}

Parser = Callable[[Iterable[str]], Iterator[Doc]]
"""Makes trees of sentences, each on its own, in the same order."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs, loaded once at the edge.

    Attributes:
        parse: Sentences, each on its own, to dependency trees in the same order.
        finder: Patterns made ready.
        voices: Verbs of saying and the like.
        named_in: Tells quickly whether a sentence may name a party.
        parts_of_speech: Tells what a word in lower case may be: "verb", "noun", "adj", "adv", "small" (such as "the"),
            or a "term" of ours; nothing if it is no common word of the language.
        entries: How lists of names are announced.
    """

    parse: Parser
    finder: Finder
    voices: Voices
    named_in: Callable[[str], bool]
    parts_of_speech: Callable[[str], frozenset[str]]
    entries: EntryKnowledge


def read(document: Document, reader: Reader) -> Reading:
    """Read a document.

    A sentence is parsed only if a pattern could be met in it, or if it may say whose words such a sentence is in.
    """
    spans = sentences(document.text)
    passed_over = [
        PassedOver(document.id, "read", "sentence too long", span) for span in spans if span.end - span.start > LONGEST
    ]
    bodies = [_body(document.text, span) for span in spans]
    plain = [_plain(body.of(document.text)) if body.end - body.start <= LONGEST else "" for body in bodies]
    headlines = Headlines(document.text, reader.named_in, reader.parts_of_speech)
    alone = (stands_alone(document.text, span) for span in spans)
    plain = [headlines.lowered(line) if is_line else line for line, is_line in zip(plain, alone, strict=True)]
    possible = [reader.finder.compiled.possible(said(sentence)) for sentence in plain]
    lines = headings(document.text, spans, bodies)
    chosen = _worth_parsing(document.text, spans, possible, reader, lines)
    known = reader.finder.compiled.by_predicate
    governors = reader.finder.cues.governors
    begun = (
        (with_subject(plain[n], reader.parse) if n in lines else None) or with_date(doc, reader.parse, known)
        for n, doc in zip(chosen, _parsed([plain[n] for n in chosen], reader.parse), strict=True)
    )
    docs = (mended(rolled(ungapped(with_verb(doc, reader.parse, known), reader.parse)), governors) for doc in begun)
    parsed = [ParsedSentence(n, bodies[n], doc, possible[n]) for n, doc in zip(chosen, docs, strict=True)]
    lend(parsed, lines)
    found = unfold(list(reader.finder.sightings(parsed)), document.text, spans, reader.entries, reader.named_in)
    return Reading(
        document=document,
        sentences=spans,
        sightings=tuple(found),
        speeches=find_speeches(parsed, document.text, reader.voices),
        subjects=tuple(_subjects(parsed)),
        passed_over=tuple(passed_over),
        parsed=len(parsed),
    )


def _parsed(written: Sequence[str], parse: Parser) -> Iterator[Doc]:
    """Parse sentences in the spelling that the parser knows best, and give their trees over the words as written."""
    cuts = list(map(cuts_in, written))
    short = list(map(without, written, cuts))
    docs = map(as_written, parse(americanized(plainly(sentence)) for sentence in short), short)
    return map(uncapitalized, map(whole_again, docs, written, cuts))


def _plain(sentence: str) -> str:
    """Write quotation marks, white space, dashes and openings as the parser knows them best; the length stays."""
    plain = _MID.sub(" ", _DASH.sub(" – ", sentence.translate(_STRAIGHT)))
    opener = _OPENER.match(plain)
    return f"{opener[1]},{plain[opener.end() :]}" if opener is not None else plain


def _body(text: str, span: Span) -> Span:
    """A sentence without its bullet, and without the dateline that opens a report: its city is nobody that acts."""
    opens = span.start == 0 or text[span.start - 1] == "\n"
    start = span.start
    for lead in (_BULLET, DATELINE) if opens else ():
        met = lead.match(text, start, span.end)
        start = met.end() if met is not None and met.end() < span.end else start
    return Span(start, span.end)


def _worth_parsing(
    text: str,
    spans: Sequence[Span],
    possible: Sequence[frozenset[str]],
    reader: Reader,
    lines: Mapping[int, int],
) -> list[int]:
    """Sentences with a trigger; neighbours that hold quotation marks; what stands before a pronoun that opens one."""
    fit = [span.end - span.start <= LONGEST for span in spans]

    @cache
    def says_again(number: int) -> bool:
        return _says_again(spans[number].of(text), reader)

    wanted = {n for n, span in enumerate(spans) if fit[n] and _worth(span.of(text), possible[n], reader)}
    wanted |= {n for n in lines if fit[n] and possible[n]}
    wanted |= {lines[n] for n in wanted if n in lines}
    beside = {
        m for n in wanted for m in (n - 1, n + 1) if 0 <= m < len(spans) and fit[m] and _quotes(spans[m].of(text))
    }
    again = {m for n, span in enumerate(spans) if n and _DONE_TO.search(span.of(text)) for m in (n - 1, n) if fit[m]}
    for _ in range(NEAR):  # "Peru recognised it. Chile did so, too. Mali followed a week later."
        again |= {n + 1 for n in wanted | again if n + 1 < len(spans) and fit[n + 1] and says_again(n + 1)}
    again |= {
        n + far
        for n in wanted | again
        for far in range(2, NEAR + 1)
        if n + far < len(spans) and fit[n + far] and _FAR_BACK.search(spans[n + far].of(text))
    }
    before = {n - 1 for n in wanted if n > 0 and fit[n - 1] and _leans(spans[n].of(text))}
    return sorted(wanted | beside | again | before)


def _leans(sentence: str) -> bool:
    """Whether a sentence is about what the one before it tells."""
    return _LEANS.match(sentence) is not None or any(words.search(sentence) for words in (_JUDGES, _HOUSE))


def _says_again(sentence: str, reader: Reader) -> bool:
    """Whether a sentence may say the clause before it again: "Peru followed suit"."""
    lowered = sentence.lower()
    return any(sign in lowered for sign in reader.finder.cues.signs)


def _worth(sentence: str, possible: frozenset[str], reader: Reader) -> bool:
    """Whether a pattern could be met, and somebody is named or referred to."""
    if not possible:
        return False
    if reader.named_in(sentence):
        return True
    return _REFERS.search(sentence) is not None


def _quotes(sentence: str) -> bool:
    return any(mark in sentence for mark in '"“”')


def _subjects(parsed: Sequence[ParsedSentence]) -> Iterator[Span]:
    for sentence in parsed:
        for token in sentence.doc:
            if token.dep_ in {"nsubj", "nsubjpass"}:
                first = min(
                    (c.left_edge for c in token.children if c.dep_ in _BEFORE), key=lambda t: t.i, default=token
                )
                start = sentence.span.start + min(first, token, key=lambda t: t.i).idx
                yield Span(start, sentence.span.start + token.idx + len(token))
