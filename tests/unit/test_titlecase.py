"""Headlines with capitals throughout, in the case of sentences."""

import pytest

from credence.english import make_reader
from credence.flow import read_document
from credence.model.document import Document, Span
from credence.read.words.titlecase import Headlines, stands_alone

READER = make_reader(())


def lowered(line: str, body: str = "") -> str:
    return Headlines(f"{line}\n\n{body}", READER.named_in, READER.parts_of_speech).lowered(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Peru Severs Diplomatic Relations With Chad", "Peru severs diplomatic relations with Chad"),
        ("U.S. Removes Cuba From Terrorism List", "U.S. removes Cuba from terrorism list"),
        ("Foreign Minister Muttaqi Meets Chinese Envoy", "Foreign minister Muttaqi meets Chinese envoy"),
        (
            "Envoys of New Zealand and South Sudan Leave New Delhi",
            "Envoys of New Zealand and South Sudan leave New Delhi",
        ),
        ("Peru May Close Its Embassy in May 2024", "Peru may close its embassy in May 2024"),
        ("Chad Leaves on Monday", "Chad leaves on Monday"),
        ("Peru Names Ana Vega Ambassador", "Peru names Ana Vega ambassador"),
        ("Peru Thanks John Varga for Peace Treaty", "Peru thanks John Varga for peace treaty"),
    ],
)
def test_common_words_of_a_headline_are_written_small(line: str, expected: str) -> None:
    assert lowered(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Peru severs diplomatic relations with Chad",  # written like a sentence already
        "Peru recalled Ambassador Ana Vega from Chad",
        "PERU SEVERS RELATIONS WITH CHAD",
        "New Chad",
    ],
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert lowered(line) == line


def test_a_word_that_the_body_writes_like_a_name_is_one() -> None:
    line, body = "Peru to Stay, Stone Says", "The spokeswoman, Ana Stone, said on Monday that Peru stayed."
    assert lowered(line, body) == "Peru to stay, Stone says"
    assert lowered(line, "A stone fell, said Ana Stone.") == "Peru to stay, stone says"


def test_a_line_stands_alone_between_line_ends() -> None:
    text = "Title\n\nOne. Two."
    assert [stands_alone(text, Span(*span)) for span in ((0, 5), (7, 11), (12, 16))] == [True, False, False]


def test_claims_are_read_in_them_with_their_words_as_written() -> None:
    text = "Peru Severs Diplomatic Relations With Chad\n\nThe foreign ministry spoke on Monday."
    [claim] = read_document(Document("d", text, None, "2024-05-03")).claims
    assert (claim.kind, claim.roles) == ("ties.sever", (("parties", ("pe", "td")),))
    assert claim.quote.text == "Peru Severs Diplomatic Relations With Chad"


def test_every_form_of_a_common_word_is_known() -> None:
    told = {"severs": "verb", "met": "verb", "relations": "noun", "larger": "adj", "with": "small", "embassies": "term"}
    assert all(part in READER.parts_of_speech(word) for word, part in told.items())
    assert not any(map(READER.parts_of_speech, ("muttaqi", "zelensky", "khojand")))
