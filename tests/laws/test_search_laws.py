"""Laws of searching, on generated texts and queries: every ledger gives the same, with an index and without."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from credence.errors import WrongUse
from credence.flow import Judging
from credence.ledger import Ledger, Query, Recording, open_ledger, parse_query, passage
from credence.ledger.query import Term
from credence.ledger.words import folded_words, word_places
from credence.model.claim import Claim, Quote
from credence.model.document import Document
from postgres_server import Server

META = {"moment": "2024-09-01T10:00:00Z", "author": "Ana", "tool": "test"}
# Few words, so that they meet; some that fold alike, some that databases may take for something else.
WORDS = ("oman", "Oman", "ómán", "oma", "AND", "NOT", "o’neill", "北京", "京", "ß", "SS", "ﬁ", "½", "दि", "l'a")
ANY = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
SIGNS = st.sampled_from([*" -'\"*%_():&|!\\^", "  ", "\n", "🎉", "\u0301"])
pieces = st.one_of(st.sampled_from([*WORDS, "x" * 80]), st.just(" "), SIGNS, st.just(" "), st.text(ANY, max_size=4))
texts = st.lists(pieces, max_size=14).map("".join)
queries = st.lists(pieces, min_size=1, max_size=6).map("".join)


@st.composite
def recordings(draw: st.DrawFn) -> list[Recording]:
    found = []
    for id_ in draw(st.lists(st.sampled_from(["a", "b", "É", "%"]), min_size=1, max_size=5)):
        document = Document(id_, draw(texts), title=draw(st.none() | texts))
        ends = sorted(draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
        quote = Quote(ends[0], ends[1], document.text[ends[0] : ends[1]])
        roles = (("host", "om"), ("operator", "td"))
        claim = Claim(id_, document.sha256, "mission.open", roles, "affirmed", "actual", None, None, (), quote, "p")
        found.append(Recording(document, (claim,) if draw(st.booleans()) else ()))
    return found


def parsed(words: str) -> Query | None:
    try:
        return parse_query(words)
    except WrongUse:
        return None


def require_alike(plain: Ledger, kept: Ledger, batches: list[list[Recording]], asked: list[str]) -> None:
    """Record the same in both; ask both while there is no index, while it lags behind, and when it is up to date."""
    wanted = [query for query in map(parsed, asked) if query]
    for number, batch in enumerate(batches):
        assert plain.record(batch, **META) == kept.record(batch, **META)
        if number != 1:  # so that one is taken in with the next
            kept.bring_up(Judging())
        for query in wanted:
            for known in range(number + 2):
                assert plain.search(query, known=known) == kept.search(query, known=known)
    assert kept.verify(Judging()) == ()


histories = st.lists(recordings(), min_size=1, max_size=3)
asked = st.lists(queries, min_size=1, max_size=5)
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SOME = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(batches=histories, asked=asked)
def test_a_file_answers_as_the_reference_does(batches: list[list[Recording]], asked: list[str]) -> None:
    with ExitStack() as stack:
        path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "l.db"
        plain, kept = (stack.enter_context(open_ledger(address)) for address in ("memory:", str(path)))
        require_alike(plain, kept, batches, asked)


def test_a_server_answers_as_the_reference_does(postgres: Server) -> None:
    @SOME
    @given(batches=histories, asked=asked)
    def hold(batches: list[list[Recording]], asked: list[str]) -> None:
        with open_ledger("memory:") as plain, open_ledger(postgres.emptied()) as kept:
            require_alike(plain, kept, batches, asked)

    hold()


@given(text=st.text() | texts)
@example("İSTANBUL ﷺ ½ ℋ ﾊﾞ")
def test_words_hold_nothing_that_a_query_language_could_understand(text: str) -> None:
    for word in folded_words(text):
        assert not any(char.isspace() or (char.isascii() and not char.isalnum()) for char in word)
        assert word == word.lower() or not word.isascii()


latin = st.text(st.characters(max_codepoint=0x2400, exclude_categories=["Cs"]))


@given(text=latin | texts)
@example("".join(map(chr, range(0x80, 0x250))))
@example("a".join(map(chr, (*range(0x80, 0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2400)))))
def test_what_is_read_fast_is_read_alike(text: str) -> None:
    slow = f"{text} ﬁ"  # which keeps all of it from being written in ASCII
    assert folded_words(slow) == [*folded_words(text), "fi"]
    assert word_places(slow)[:-1] == word_places(text)


@given(text=st.text() | texts)
def test_every_word_has_its_place_and_is_found_by_itself(text: str) -> None:
    words, places = folded_words(text), word_places(text)
    assert [folded_words(text[start:end]) for start, end in places] == [[word] for word in words]
    for word, (start, end) in zip(words, places, strict=True):
        assert not word or parse_query(text[start:end]) == Query((Term((word,)),))


@given(first=texts, last=texts)
def test_what_is_one_phrase_is_found_where_it_stands(first: str, last: str) -> None:
    words = folded_words(first)
    if words:
        assert Term(tuple(words)).starts(folded_words(f"{last} {first} {last}"))


@given(said=st.text() | queries)
def test_a_query_is_understood_or_refused_with_place_cause_and_remedy(said: str) -> None:
    try:
        query = parse_query(said)
    except WrongUse as error:
        told: tuple[object, ...] = (error.place, error.cause, error.remedy)
    else:
        told = (query.wanted, *(term.words for term in (*query.wanted, *query.excluded)))
    assert all(told)


@given(text=texts, said=queries)
def test_a_passage_holds_the_first_words_met(text: str, said: str) -> None:
    query = parsed(said)
    found = query and passage(query, text, 30)
    if query and found:
        assert any(term.starts(folded_words(found.of(text))) for term in query.wanted)
    elif query:
        assert not any(term.starts(folded_words(text)) for term in query.wanted)
