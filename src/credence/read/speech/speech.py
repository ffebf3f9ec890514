"""Who says what in a document: cues of speech, quotation marks, turns of a transcript and headlines, put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from credence.catalog.voices import Voices
from credence.model.document import Span
from credence.model.sighting import Speech
from credence.read.nouns.phrases import phrase
from credence.read.speech.attributed import find_attributed
from credence.read.speech.beside import find_beside
from credence.read.speech.cues import utterances
from credence.read.speech.headlines import find_headline_speeches
from credence.read.speech.idioms import Utterance
from credence.read.speech.quotes import find_quotes
from credence.read.speech.said import Run
from credence.read.speech.turns import find_turns
from credence.read.words.forms import SUBJECT
from credence.read.words.parsed import ParsedSentence
from credence.read.words.tree import Token

_FULL_QUOTE = 15  # characters; shorter quotes, unless they begin and end as sentences do, are words picked out
_NEAR = 40  # characters between a verb of saying and a quote that no clause ties to it: the speaker and his office


def find_speeches(parsed: Sequence[ParsedSentence], text: str, knowledge: Voices) -> tuple[Speech, ...]:
    """Find who says what.

    Args:
        parsed: The sentences that were parsed, in order. A sentence left out costs the speeches whose cue it holds.
        text: The stored text, with its own quotation marks.
        knowledge: Words of saying.

    Returns:
        Speeches in the order of their cues. Where two voices say the same words, the farther one comes first.
    """
    quotes = [quote for quote in find_quotes(text) if _is_full(quote.of(text))]
    met = (speech for sentence in parsed for speech in _in_sentence(sentence, quotes, knowledge))
    found = [speech for speech in met if _apart(speech)]
    found += _continued(found, quotes, parsed)
    found += find_headline_speeches(parsed[:1], text, found, knowledge)
    spans = [(sentence.number, sentence.span) for sentence in parsed]
    found += list(find_beside(text, quotes, spans, found))
    whole = (*find_attributed(text, spans), *find_turns(text, spans, knowledge))
    return tuple(sorted((*whole, *found), key=lambda speech: speech.sentence))  # stable: the order of cues stays


def _is_full(quote: str) -> bool:
    """Whether quoted words are something said, however short: "Peru," said Ana Vega, "has left"."""
    return len(quote) >= _FULL_QUOTE or (quote[:1].isupper() and quote[-1:] in {",", ".", "!", "?"})


def _in_sentence(sentence: ParsedSentence, quotes: Sequence[Span], knowledge: Voices) -> Iterator[Speech]:
    made = list(utterances(sentence.doc, knowledge))
    cues = [sentence.span.start + utterance.cue.idx for utterance in made]
    for utterance in made:
        indirect = [_span(run, sentence) for run in utterance.content]
        direct = [quote for quote in quotes if _is_said(quote, utterance, indirect, sentence, cues)]
        for quote in direct:
            yield _speech(utterance, quote, sentence, direct=True)
        for run, span in zip(utterance.content, indirect, strict=True):
            if not any(_mostly(span, quote) for quote in direct) and not _goes_on(run, utterance.cue, span, direct):
                yield _speech(utterance, span, sentence, direct=False)


def _goes_on(run: Run, cue: Token, span: Span, quoted: Sequence[Span]) -> bool:
    """Tell what the text says in its own words behind a quotation: "…," she said, and Peru has left.

    With a pronoun, it goes on reporting: "…," the ministry said, and it would leave.
    """
    first, last = run
    if first.i < cue.i or not any(quote.end <= span.start for quote in quoted):
        return False
    subject = next((t for t in cue.doc[first.i : last.i + 1] if t.dep_ in SUBJECT), None)
    joined = any(t.dep_ == "cc" for t in cue.doc[cue.i : first.i])
    return joined and subject is not None and subject.pos_ != "PRON"


def _apart(speech: Speech) -> bool:
    """Tell whether the speaker stands outside what is said; where he does not, the parse went wrong."""
    if speech.speaker is None:
        return True
    speaker = speech.speaker.span
    return speaker.end <= speech.content.start or speaker.start >= speech.content.end


def _speech(utterance: Utterance, content: Span, sentence: ParsedSentence, *, direct: bool) -> Speech:
    speaker = phrase(utterance.speaker, sentence.span.start) if utterance.speaker is not None else None
    return Speech(
        speaker=speaker,
        cue=utterance.cue.text,
        content=content,
        form="direct" if direct else utterance.form,
        stance=utterance.stance,
        sentence=sentence.number,
    )


def _span(run: Run, sentence: ParsedSentence) -> Span:
    first, last = run
    return Span(sentence.span.start + first.idx, sentence.span.start + last.idx + len(last))


def _is_said(
    quote: Span, utterance: Utterance, indirect: Sequence[Span], sentence: ParsedSentence, cues: Sequence[int]
) -> bool:
    """Tell whether a quote is what the cue introduces: its clause is mostly quoted, or it stands next to the verb.

    Of two verbs behind a quote, the first has said it: "…," she said, and Peru recalled its envoy.
    """
    if quote.end <= sentence.span.start or quote.start >= sentence.span.end:
        return False
    cue = sentence.span.start + utterance.cue.idx
    if quote.start <= cue < quote.end:
        return False
    if any(_mostly(span, quote) for span in indirect):
        return True
    if utterance.form == "source":
        return False
    after = cue + len(utterance.cue)
    if indirect:  # "…," he said, "…": the second half, which the parser may have hung elsewhere
        return indirect[0].end <= cue and 0 <= quote.start - after <= _NEAR
    first = not any(quote.end <= other < cue for other in cues)
    return 0 <= quote.start - after <= _NEAR or (first and 0 <= cue - quote.end <= _NEAR)


def _mostly(span: Span, quote: Span) -> bool:
    """Tell whether the larger part of a span is inside a quote."""
    return 2 * (min(span.end, quote.end) - max(span.start, quote.start)) > span.end - span.start


def _continued(found: Sequence[Speech], quotes: Sequence[Span], parsed: Sequence[ParsedSentence]) -> Iterator[Speech]:
    """Give quotes that follow a quoting sentence directly and name no speaker of their own."""
    spans = {sentence.number: sentence.span for sentence in parsed}
    said = {speech.content: speech for speech in found if speech.form == "direct"}
    before: Speech | None = None
    reach = -1  # up to where the speech before, with its cue, extends
    for quote in quotes:
        own = said.get(quote)
        if own is None and before is not None and 0 <= quote.start - reach <= _GAP and not _touched(quote, found):
            own = replace(before, content=quote)
            yield own
        if own is not None:
            before, reach = own, max(quote.end, spans[own.sentence].end if quote in said else quote.end)


_GAP = 4  # characters between a sentence and a quote that goes on: blank lines and the mark


def _touched(quote: Span, found: Sequence[Speech]) -> bool:
    return any(_mostly(speech.content, quote) and speech.form != "source" for speech in found)
