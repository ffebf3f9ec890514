"""Claims marked in a text: every character kept, nested and overlapping words told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credence.model.claim import Claim, Quote
from credence.show.marks import Piece, marked

TEXT = "Oman said that China accepted an envoy.\n\nNobody else did.\nSo it is."


def claim(start: int, end: int, text: str = TEXT) -> Claim:
    return Claim(
        "d", "0" * 64, "envoy.accept", (), "affirmed", "actual", None, None, (), Quote(start, end, text[start:end]), "p"
    )


def pieces(text: str, *claims: Claim) -> list[Piece]:
    return [piece for paragraph in marked(text, claims) for piece in paragraph]


def test_a_text_without_claims_is_its_paragraphs() -> None:
    first, _, second = TEXT.partition("\n\n")
    assert marked(TEXT, ()) == ((Piece(first),), (Piece(second),))


def test_words_within_others_are_marked_twice() -> None:
    found = pieces("abcdefgh", claim(0, 8, "abcdefgh"), claim(2, 4, "abcdefgh"))
    assert found == [Piece("ab", (1,), (1,)), Piece("cd", (1, 2), (2,)), Piece("efgh", (1,))]


def test_words_that_overlap_are_cut() -> None:
    found = pieces("abcdefgh", claim(0, 5, "abcdefgh"), claim(3, 8, "abcdefgh"))
    assert [(each.text, each.claims, each.begins) for each in found] == [
        ("abc", (1,), (1,)), ("de", (1, 2), (2,)), ("fgh", (2,), ()),
    ]  # fmt: skip


def test_the_same_words_of_two_claims_begin_once_each() -> None:
    assert pieces("abcd", claim(0, 4, "abcd"), claim(0, 4, "abcd")) == [Piece("abcd", (1, 2), (1, 2))]


def test_words_across_paragraphs_are_marked_in_both() -> None:
    start, end = TEXT.index("envoy"), TEXT.index("else")
    marked_ones = [each for each in pieces(TEXT, claim(start, end)) if each.claims]
    assert [each.text for each in marked_ones] == ["envoy.", "Nobody "]
    assert [each.begins for each in marked_ones] == [(1,), ()]


def test_words_that_do_not_stand_there_are_not_marked() -> None:
    elsewhere = Claim("d", "0" * 64, "envoy.accept", (), "affirmed", "actual", None, None, (), Quote(0, 4, "Peru"), "p")
    assert all(not each.claims for each in pieces(TEXT, elsewhere))


@given(st.text(alphabet="ab \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_no_character_but_blank_lines_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    claims = [claim(min(a, b, len(text)), min(max(a, b), len(text)), text) for a, b in places]
    found = pieces(text, *claims)
    assert "".join("".join(each.text for each in found).split()) == "".join(text.split())
    assert all(each.text for each in found)
