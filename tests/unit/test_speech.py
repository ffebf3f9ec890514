"""Speech over sentences, transcripts and headlines, and who the speakers are."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from credence.catalog.parties import Leader
from credence.catalog.voices import load_voices
from credence.errors import BadKnowledge
from credence.flow import read_document
from credence.model.claim import Voice
from credence.model.document import Document
from credence.model.sighting import Phrase, Reading, Speech
from credence.read.speech.quotes import find_quotes
from credence.read.speech.speech import find_speeches
from credence.read.words.parsed import ParsedSentence
from credence.read.words.sentences import sentences
from credence.read.words.tree import Doc
from credence.resolve.parties.speakers import resolve_speakers

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\n": " "})
PARTIES = {
    "taliban": "taliban",
    "kabul": "taliban",
    "oman": "om",
    "serbian": "rs",
    "serbia": "rs",
    "moscow": "ru",
    "turkish": "tr",
    "beijing": "cn",
    "syria": "sy",
    "kosovo": "xk",
    "paraguay": "py",
}
LAVROV = Leader("Sergei Lavrov", ("Lavrov",), "ru", "foreign minister", "2004-03-09", None)

Hear = Callable[[str], list[tuple[Speech, Voice | None]]]


def party_of(phrase: Phrase, _sentence: int) -> str | None:
    """Stand in for the resolver of mentions: the first party named in a phrase, at any depth."""
    words = re.findall(r"\w+", phrase.text.split(",")[0].lower())
    return next((PARTIES[word] for word in words if word in PARTIES), None)


def leaders(name: str) -> tuple[Leader, ...]:
    return (LAVROV,) if name in {LAVROV.name, *LAVROV.variants} else ()


@pytest.fixture(scope="module")
def hear(english: Callable[[str], Doc]) -> Hear:
    def heard(text: str) -> list[tuple[Speech, Voice | None]]:
        spans = sentences(text)
        parsed = []
        for number, span in enumerate(spans):
            parsed.append(ParsedSentence(number, span, english(span.of(text).translate(STRAIGHT))))
        subjects = tuple(
            type(s.span)(s.span.start + t.idx, s.span.start + t.idx + len(t))
            for s in parsed
            for t in s.doc
            if t.dep_ in {"nsubj", "nsubjpass"}
        )
        found = find_speeches(parsed, text, load_voices())
        reading = Reading(Document("d", text), spans, (), found, subjects)
        return list(resolve_speakers(reading, knowledge=load_voices(), party_of=party_of, leaders=leaders))

    return heard


def voice_at(heard: list[tuple[Speech, Voice | None]], text: str, words: str) -> Voice | None:
    """Give the voice of the narrowest speech that holds some words."""
    at = text.index(words)
    holding = [
        (s.content.end - s.content.start, -n, v)
        for n, (s, v) in enumerate(heard)
        if s.content.start <= at and at + len(words) <= s.content.end
    ]
    return min(holding, key=lambda one: one[:2])[2] if holding else None


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        (
            "The Taliban “foreign minister” Amir Khan Muttaqi said the missions are open.",
            "missions are open",
            Voice("Amir Khan Muttaqi", "taliban", "“foreign minister”"),
        ),
        ("A Turkish official said the embassy is open.", "embassy is open", Voice("A Turkish official", "tr")),
        ("The foreign ministry in Beijing said it is open.", "it is", Voice("foreign ministry", "cn")),
        ("Syria announced that it had closed its embassy.", "it had closed", Voice("Syria", "sy")),
        ("The embassy was closed, the SANA agency reported.", "embassy was", Voice("SANA")),
        (
            "Paraguay’s president, Santiago Peña, said that the ambassador must leave.",
            "ambassador must leave",
            Voice("Santiago Peña", "py", "president"),
        ),
        ("Sergei Lavrov confirmed that the envoy had arrived.", "envoy had", Voice("Sergei Lavrov", "ru")),
        (
            "Hekmatullah Wasiq, deputy spokesman for the Taliban, wrote that they run forty missions.",
            "run forty",
            Voice("Hekmatullah Wasiq", "taliban", "deputy spokesman for the Taliban"),
        ),
        (
            "Moscow’s ambassador to Kabul, Dmitry Zhirnov, said that the envoy had arrived.",
            "envoy had",
            Voice("Dmitry Zhirnov", "ru", "ambassador to Kabul"),
        ),
        (
            "“The figure is a bluff,” said Anna Berg, a German analyst.",
            "figure is a bluff",
            Voice("Anna Berg", None, "analyst"),
        ),
        ("According to a report by the Serbian government, it is open.", "it is", Voice("Serbian government", "rs")),
        ("The group reportedly opened a mission.", "opened a mission", None),
        ("We believe that the list will grow.", "list will grow", None),
    ],
)  # fmt: skip
def test_a_speaker_becomes_a_voice(hear: Hear, text: str, words: str, voice: Voice | None) -> None:
    assert voice_at(hear(text), text, words) == voice


PARTISAN = """Vučić: nine countries have gone back on Kosovo

BELGRADE, Feb 3 – Nine states have withdrawn recognition of Kosovo, Serbian President Aleksandar Vučić said. \
“The number will grow. We know who will be next,” he told reporters in Belgrade.

“Somalia is the tenth,” he added. “Others will follow.”

“That is all I can say for now.”

Kosovo’s Foreign Ministry dismissed this, saying that no state had withdrawn it. In a statement, it said Serbia was \
spreading false reports."""


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        ("nine countries have gone back", "Aleksandar Vučić", "rs"),
        ("Nine states have withdrawn", "Aleksandar Vučić", "rs"),
        ("The number will grow", "Aleksandar Vučić", "rs"),
        ("We know who", "Aleksandar Vučić", "rs"),
        ("Others will follow", "Aleksandar Vučić", "rs"),
        ("That is all", "Aleksandar Vučić", "rs"),
        ("no state had withdrawn", "Kosovo's Foreign Ministry", "xk"),
        ("Serbia was", "Kosovo's Foreign Ministry", "xk"),
    ],
)
def test_a_partisan_report_keeps_its_two_voices_apart(hear: Hear, words: str, name: str, party: str) -> None:
    voice = voice_at(hear(PARTISAN), PARTISAN, words)
    assert voice is not None
    assert (voice.name, voice.party) == (name, party)


BRIEFING = """MR PRICE: Good afternoon. We have not recognised anybody. The embassy suspended its work in August 2021.

QUESTION: Has Washington accepted an envoy?

MR PRICE: We have not.

SECRETARY LAVROV: I would add that Moscow has accepted one.

Ned Price, Department Spokesperson, spoke after the meeting."""


def test_a_turn_of_a_transcript_reaches_over_sentences(hear: Hear) -> None:
    voice = voice_at(hear(BRIEFING), BRIEFING, "The embassy suspended")
    assert voice == Voice("Ned Price", None, "Department Spokesperson")


def test_a_question_is_nobodys_and_asks(hear: Hear) -> None:
    asked = [(s.content.of(BRIEFING).strip(), v) for s, v in hear(BRIEFING) if s.stance == "asks"]
    assert asked == [("Has Washington accepted an envoy?", None)]


def test_the_next_label_ends_a_turn(hear: Hear) -> None:
    turns = [s.content.of(BRIEFING) for s, _ in hear(BRIEFING) if s.cue == "MR PRICE"]
    assert len(turns) == 2
    assert turns[1] == "We have not."


def test_one_label_alone_makes_no_transcript(hear: Hear) -> None:
    assert hear("NOTE: The embassy in Oslo is closed.\n\nIt will stay so.") == []


def test_a_surname_later_means_the_person_named_before(hear: Hear) -> None:
    text = "The Taliban’s foreign minister, Amir Khan Muttaqi, said they run forty. Muttaqi added that Oman is next."
    voice = voice_at(hear(text), text, "Oman is next")
    assert voice == Voice("Amir Khan Muttaqi", "taliban", "foreign minister")


def test_a_pronoun_means_the_subject_nearest_before(hear: Hear) -> None:
    text = "Sergei Lavrov flew to Oman on Monday. He said that the mission would open."
    voice = voice_at(hear(text), text, "mission would open")
    assert voice is not None
    assert voice.name == "Sergei Lavrov"


def test_a_source_named_again_is_the_same_source(hear: Hear) -> None:
    text = "A Turkish official said the embassy is open. The official added that it was never closed."
    assert voice_at(hear(text), text, "it was never closed") == Voice("A Turkish official", "tr")


def test_a_headline_takes_the_full_name_from_the_body(hear: Hear) -> None:
    text = "Taliban run forty missions – minister\n\nThe Taliban foreign minister Amir Khan Muttaqi said it runs forty."
    voice = voice_at(hear(text), text, "Taliban run forty")
    assert voice == Voice("Amir Khan Muttaqi", "taliban", "foreign minister")


def test_a_topic_before_a_colon_is_no_speaker(hear: Hear) -> None:
    text = "Kosovo: nine states go back on it\n\nNine states have changed their position."
    assert hear(text) == []


def test_the_farther_voice_comes_first(hear: Hear) -> None:
    text = "Reuters, citing two diplomats, reported that Oman had accepted an envoy."
    assert [voice.name for _, voice in hear(text) if voice] == ["Reuters", "two diplomats"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("“One.\n\n“Two.”", ["One.\n\n“Two."]),
        ("“One.” “Two.”", ["One.", "Two."]),
        ("The ‘envoy’ of Oman’s king said ‘We agree.’", ["We agree."]),
        ("Never “closed, and that is all", []),
    ],
)
def test_quotation_marks_are_paired(text: str, quotes: list[str]) -> None:
    found = [quote.of(text) for quote in find_quotes(text)]
    assert found == quotes or set(quotes) <= set(found)


def test_a_language_without_a_file_is_refused() -> None:
    with pytest.raises(BadKnowledge, match="voices/tlh"):
        load_voices("tlh")


def test_labels_in_small_letters_that_come_again_give_turns() -> None:
    text = (
        "Briefing, 3 May 2024\n\nSpokesperson: Peru has closed its embassy in Baku.\n\nQuestion: Has Chad recalled its "
        "envoy from Lima?\n\nSpokesperson: Chad severed ties with Peru in 2019.\n"
    )
    claims = read_document(Document(id="d", text=text, published="2024-05-03")).claims
    assert [(claim.kind, [voice.name for voice in claim.voices]) for claim in claims] == [
        ("mission.close", ["Spokesperson"]),
        ("ties.sever", ["Spokesperson"]),
    ]


def test_what_a_broadcasts_own_people_say_is_the_stations_word() -> None:
    text = (
        "PRESENTER: Chad has severed ties with Peru. From Lima, Ana Ruiz.\n\nRUIZ: Peru closed its embassy in Baku.\n\n"
        "MOLINA: Chile closed its embassy in Oslo.\n"
    )
    claims = read_document(Document(id="d", text=text, published="2024-05-03")).claims
    assert [[voice.name for voice in claim.voices] for claim in claims] == [[], [], ["Molina"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“No state recognises it,” the foreign minister of Oman said, and Serbia has yet to recall its envoy.",
            ["No state recognises it,"],
        ),
        (
            "“We did not recognise the group,” said the foreign minister of Oman, and Serbia recalled its envoy.",
            ["We did not recognise the group,"],
        ),
        (
            "Oman does not recognise the group, its foreign minister said, and Serbia will follow.",
            ["Oman does not recognise the group", "Serbia will follow"],
        ),
    ],
)
def test_behind_a_quotation_a_text_goes_on_in_its_own_words(hear: Hear, text: str, said: list[str]) -> None:
    assert [speech.content.of(text) for speech, _ in hear(text)] == said
