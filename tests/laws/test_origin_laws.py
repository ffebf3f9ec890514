"""Laws of origins: copies change no count, order changes nothing, a part is traced as in the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from credence.catalog.credits import load_credits
from credence.catalog.interests import load_interests
from credence.catalog.kinds import load_kinds
from credence.catalog.parties import load_parties
from credence.catalog.voices import load_voices
from credence.model.claim import Claim, Quote, Voice
from credence.model.document import Document
from credence.model.origin import TracedClaim, bounds
from credence.model.particulars import Particulars
from credence.trace import Tracing, trace
from credence.trace.copies import copies_of, rank
from credence.trace.papers import Shelf, particulars_of
from credence.trace.utterances import utterances

SHELF = Shelf(load_credits(), load_parties(), load_voices())
KNOWN = Tracing(load_voices(), load_interests(), load_credits())
WORDS = tuple(
    f"{first}{last}" for first in ("har", "fer", "trea", "mar", "quar", "tim") for last in ("bour", "ty", "ket", "ber")
)
DAYS = ("2024-03-01", "2024-03-02", "2024-03-20", "2024", None)
SPEAKERS = ((), (Voice("Ana Prado", "br"),), (Voice("Ida Sorel"),), (Voice("two diplomats"),), (Voice("Reuters"),))
MASTHEADS = ("Harbour Gazette", "Lake Post", "Rift Herald", None)

bodies = st.lists(st.sampled_from(WORDS), min_size=12, max_size=90).map(" ".join)
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
endings = st.sampled_from(["", "", "\n\n(AFP)"])


@st.composite
def documents(draw: st.DrawFn, id_: str) -> Document:
    body, title = f"{draw(bodies)} {id_}.{draw(endings)}", draw(titles)
    text = f"{title}\n\n{body}"
    return Document(id_, text, title, draw(st.sampled_from(DAYS)), draw(st.sampled_from(MASTHEADS)))


@st.composite
def shelves(draw: st.DrawFn) -> list[tuple[Document, tuple[Voice, ...]]]:
    count = draw(st.integers(1, 4))
    return [(draw(documents(f"d{number}")), draw(st.sampled_from(SPEAKERS))) for number in range(count)]


@st.composite
def copied(draw: st.DrawFn, of: Document, id_: str) -> Document:
    """Another headline, masthead and date; the same text."""
    title = draw(titles)
    text = f"{title}\n\n{of.text.removeprefix(of.title or '').lstrip()}"
    return Document(id_, text, title, draw(st.sampled_from(DAYS)), draw(st.sampled_from((*MASTHEADS, "Copy Page"))))


def claim_of(document: Document, voices: tuple[Voice, ...]) -> Claim:
    """A claim in the last words of the body."""
    start = document.text.rindex(" ") + 1
    quote = Quote(start, len(document.text), document.text[start:])
    roles = (("operator", "om"), ("value", "7"))
    return Claim(
        document.id, document.sha256, "mission.count", roles, "affirmed", "actual", None, None, voices, quote, "p"
    )


def traced(
    told: Sequence[tuple[Document, tuple[Voice, ...]]],
) -> tuple[tuple[TracedClaim, ...], dict[str, Particulars]]:
    plain = sorted((particulars_of(document, SHELF) for document, _ in told), key=rank)  # as ``copies_of`` asks
    papers = {paper.doc: replace(paper, copies=copies_of(paper, plain)) for paper in plain}
    return trace([claim_of(document, voices) for document, voices in told], papers, KNOWN), papers


def counted(told: Sequence[tuple[Document, tuple[Voice, ...]]]) -> tuple[int, tuple[int, int]]:
    found, _ = traced(told)
    return len({each.origin.id for each in found}), bounds(each.origin for each in found)


@given(st.data())
def test_copies_change_no_count_of_origins(data: st.DataObject) -> None:
    told = data.draw(shelves())
    document, voices = data.draw(st.sampled_from(told))
    names = [f"{data.draw(st.sampled_from('az'))}{number}" for number in range(data.draw(st.integers(1, 3)))]
    more = [(data.draw(copied(document, name)), voices) for name in names]
    assert counted([*told, *more]) == counted(told)


@given(st.data())
def test_the_order_in_which_documents_come_changes_nothing(data: st.DataObject) -> None:
    told = data.draw(shelves())
    again = data.draw(st.permutations(told))
    one, other = traced(told), traced(again)
    assert set(one[0]) == set(other[0])
    assert one[1] == other[1]
    assert utterances(*one, load_kinds()) == utterances(*other, load_kinds())


@given(shelves())
def test_a_claim_is_traced_alone_as_among_others(told: list[tuple[Document, tuple[Voice, ...]]]) -> None:
    found, papers = traced(told)
    assert tuple(trace([each.claim], papers, KNOWN)[0] for each in found) == found


@given(shelves())
def test_every_claim_is_in_one_utterance_and_bounds_hold_its_origins(
    told: list[tuple[Document, tuple[Voice, ...]]],
) -> None:
    found, papers = traced(told)
    made = utterances(found, papers, load_kinds())
    assert sorted(each.claim.id for one in made for each in one.claims) == sorted(each.claim.id for each in found)
    for one in made:
        low, high = one.bounds
        assert 1 <= low <= high == len(one.origins)
