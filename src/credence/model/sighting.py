"""What reading found in a text before names were resolved: phrases, sightings, speeches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from credence.model.document import Document, Span

Polarity = Literal["affirmed", "denied"]
Mood = Literal["actual", "planned", "sought", "possible", "conditional"]
Form = Literal["name", "noun", "pronoun", "number"]
Tense = Literal["past", "present", "future", "either"]
Link = Literal["same", "after", "before", "since", "when", "near"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as it stands in the text, with its inner structure kept apart.

    "the Afghan embassy in Muscat" has head ``embassy``, links ``(("mod", Afghan), ("in", Muscat))``.

    Attributes:
        span: The whole phrase without the relative clauses that hang on it.
        head: The head word, with the parts of a name that belong to it ("Amir Khan Muttaqi").
        text: The characters of ``span``.
        lemma: Lower-case lemma of the head word.
        form: Whether the head is a name, a common noun, a pronoun or a number.
        determiner: Lower-case article or quantifier before it ("the", "no", "both", "its" → ""), or "".
        links: What hangs on the head: ``mod`` (adjective, compound), ``poss``, ``appos``, ``num``, or a preposition in
            lower case, each with its own phrase, in the order of the text.
    """

    span: Span
    head: Span
    text: str
    lemma: str
    form: Form
    determiner: str = ""
    links: tuple[tuple[str, Phrase], ...] = ()

    @classmethod
    def named(cls, text: str, span: Span) -> Phrase:
        """Take some words of a text for a name, on which nothing hangs."""
        words = span.of(text)
        return cls(span, span, words, words.lower(), "name")

    @property
    def head_text(self) -> str:
        """The characters of the head."""
        start = self.head.start - self.span.start
        return self.text[start : start + self.head.end - self.head.start]

    @property
    def plural(self) -> bool:
        """Whether the head is written in another form than its lemma, as the plurals of nouns are."""
        return self.head_text.lower() != self.lemma

    def linked(self, *relations: str) -> tuple[Phrase, ...]:
        """Give the phrases linked by any of ``relations``, in the order of the text."""
        return tuple(phrase for relation, phrase in self.links if relation in relations)


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase that stands in a slot of a pattern.

    Attributes:
        role: Role it fills, by the codebook ("host"), or a structure that holds several ("envoy", "mission").
        type: What the slot asks for ("party", "envoy", "mission", "money", …).
        phrase: The words.
        value: The lexicon's value of its head in that type ("embassy", "ambassador"), or "".
        slot: Number of the slot in the pattern: fillers of one slot are distributed, those of two are combined.
    """

    role: str
    type: str
    phrase: Phrase
    value: str = ""
    slot: int = 0


@dataclass(frozen=True, slots=True)
class Reach:
    """Words whose dates may date a predicate.

    Attributes:
        spans: The words of one clause, without the clauses in it.
        tense: Tense of that clause.
        link: Whether the predicate is of the same time as they are, happened after or before, or holds since then;
            "when" if they name the very time ("by 2013, when"), "near" if it was at most days before or after.
        gap: Words for the stretch between the two ("two days"); None where "same", or where it is not said.
    """

    spans: tuple[Span, ...]
    tense: Tense
    link: Link = "same"
    gap: Span | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A pattern met in a sentence: everything a claim needs except who is who and which day.

    Attributes:
        kind: Kind of the claim, ``family.act``.
        pattern: Id of the pattern that was met.
        fillers: Phrases by slot; several fillers of one role are distributed.
        fixed: Roles the pattern states itself ("as" → "government").
        polarity: Whether the text says that it is so or not so.
        mood: Done, planned, sought, possible or conditional.
        step: Step of accreditation, where the pattern or the words state it.
        quote: The words of the clause.
        sentence: Number of the sentence, from 0.
        anchor: The predicate's words; what lies nearest to it in time phrases counts.
        scope: The words whose dates may date it: its clause and those that share its time ("said on Monday that"),
            those that count first coming first.
        tense: "past", "present", "future" or, of what was agreed, "either", which decides whether "Thursday" is the
            last or the next.
        main: Whether its time is that of the main clause: no background in a relative or a pluperfect.
        told: Whether its main clause tells it as done, and no word leaves open when.
        news: Whether that is, to all appearance, what the document reports as new.
    """

    kind: str
    pattern: str
    fillers: tuple[Filler, ...]
    fixed: tuple[tuple[str, str], ...]
    polarity: Polarity
    mood: Mood
    step: str | None
    quote: Span
    sentence: int
    anchor: Span
    scope: tuple[Reach, ...]
    tense: Tense = "past"
    main: bool = False
    told: bool = False
    news: bool = False


ATTRIBUTED = "attributable"
"""The cue of a speech that is a whole paper: its head says whose words it is to be taken for."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody saying something: who, by which cue, and the words that are theirs.

    Attributes:
        speaker: The phrase naming who speaks; None for "reportedly" and the like, where nobody is named.
        cue: The word or words that make it speech ("said", "according to").
        content: What is said, as far as it reaches.
        form: "direct" (in quotation marks), "indirect", or "source" ("according to", "as reported by").
        stance: How the cue treats the content: "asserts", "denies" or "asks".
        sentence: Number of the sentence in which the cue stands.
    """

    speaker: Phrase | None
    cue: str
    content: Span
    form: Literal["direct", "indirect", "source"]
    stance: Literal["asserts", "denies", "asks"]
    sentence: int


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something met and not made into a claim, with the reason.

    Attributes:
        doc: Id of the document.
        stage: Stage that passed it over: "fetch", "read", "resolve".
        reason: Short fixed words, fit for counting: "no party: host".
        span: Where it stands; None if it is the whole document.
        pattern: Pattern that was met, if one was.
    """

    doc: str
    stage: str
    reason: str
    span: Span | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document.

    Attributes:
        document: The document.
        sentences: Spans of its sentences, in order; the headline, if the text has one, is the first.
        sightings: Patterns met, in the order of the text.
        speeches: Who says what, in the order of the text.
        subjects: Subjects of the parsed sentences with their modifiers, in order: they outrank other mentions when a
            pronoun asks.
        passed_over: What was not made into a sighting, and why.
        parsed: How many sentences held a trigger and were parsed; the others cost one pass of an automaton.
    """

    document: Document
    sentences: tuple[Span, ...]
    sightings: tuple[Sighting, ...]
    speeches: tuple[Speech, ...]
    subjects: tuple[Span, ...] = ()
    passed_over: tuple[PassedOver, ...] = field(default=())
    parsed: int = 0
