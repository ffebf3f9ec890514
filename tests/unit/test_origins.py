"""Which origin a claim rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from credence.catalog.credits import load_credits
from credence.catalog.interests import load_interests
from credence.catalog.parties import load_parties
from credence.catalog.voices import load_voices
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.document import Document, Span
from credence.model.origin import TracedClaim, bounds
from credence.model.particulars import Copy, Credit, Particulars
from credence.trace import Tracing, trace
from credence.trace.papers import Shelf, particulars_of

VOICES = load_voices()
KNOWN = Tracing(VOICES, load_interests(), load_credits())
SHELF = Shelf(load_credits(), load_parties(), VOICES)
MINISTER = Voice("Amir Khan Muttaqi", "taliban", "foreign minister")
MINISTRY = Voice("the foreign ministry", "taliban")
AGENCY = Voice("Bakhtar News Agency")
ANALYST = Voice("Ida Sorel", None, "analyst")


def claim(
    doc: str, *voices: Voice, at: int = 0, kind: str = "mission.count", when: str | None = None, **roles: RoleValue
) -> Claim:
    given = tuple(sorted((roles or {"operator": "taliban", "value": "39"}).items()))
    return Claim(doc, "v", kind, given, "affirmed", "actual", when, None, voices, Quote(at, at + 10, "ten words."), "p")


def traced(*claims: Claim, papers: tuple[Particulars, ...] = ()) -> tuple[TracedClaim, ...]:
    return trace(claims, {paper.doc: paper for paper in papers}, KNOWN)


def ids(*claims: Claim, papers: tuple[Particulars, ...] = ()) -> int:
    return len({each.origin.id for each in traced(*claims, papers=papers)})


def test_one_speaker_in_several_documents_is_one_origin() -> None:
    assert ids(claim("a", MINISTER), claim("b", MINISTER), claim("c", MINISTER)) == 1


def test_a_party_to_the_claim_speaks_with_one_voice() -> None:
    assert ids(claim("a", MINISTER), claim("b", MINISTRY), claim("c", Voice("A deputy minister", "taliban"))) == 1
    others = (Voice("Ana Prado", "br"), Voice("Rui Sá", "br"))
    assert ids(claim("a", others[0]), claim("b", others[1])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aleksandar Vučić", "Vucic"),
        ("Amir Khan Muttaqi", "Mottaqi"),
        ("Motaqi", "Muttaqi"),
        ("Zabihullah Mujahid", "Zabiullah Mujahed"),
        ("Mr Prado", "Ana Prado"),
        ("The foreign ministry", "Ministry of Foreign Affairs"),
    ],
)
def test_spellings_of_one_name_are_one_speaker(one: str, other: str) -> None:
    assert ids(claim("a", Voice(one, "om")), claim("b", Voice(other, "om"))) == 1


def test_other_names_and_other_parties_are_others() -> None:
    assert ids(claim("a", Voice("Bilal Karimi", "om")), claim("b", Voice("Amir Muttaqi", "om"))) == 2
    assert ids(claim("a", Voice("Ana Prado", "br")), claim("b", Voice("Ana Prado", "pt"))) == 2
    assert ids(claim("a", Voice("Ida Sorel")), claim("b", Voice("Nora Sorel"))) == 2


def test_an_outlet_that_passes_words_on_is_no_origin() -> None:
    (one,) = traced(claim("a", ANALYST, AGENCY))
    assert (one.origin.name, one.edge) == ("Ida Sorel", "quotes")
    assert ids(claim("a", ANALYST, AGENCY), claim("b", ANALYST)) == 1


def test_an_outlet_that_is_all_that_is_named_is_cited() -> None:
    (one,) = traced(claim("a", Voice("Harbour Post")))
    assert (one.origin.name, one.edge, one.own) == ("Harbour Post", "cites", False)


def test_a_partys_agency_speaks_for_it_where_it_names_nobody() -> None:
    papers = tuple(Particulars(doc, "Example Post", "2024-09-21") for doc in "abcd")
    said, reported, passed_on = traced(
        claim("a", MINISTER), claim("b", AGENCY), claim("c", MINISTER, AGENCY), papers=papers
    )
    assert len({each.origin.id for each in (said, reported, passed_on)}) == 1
    assert all(each.origin.interested for each in (said, reported, passed_on))
    assert [each.edge for each in (said, reported, passed_on)] == ["quotes", "quotes", "quotes"]
    assert ids(claim("a", MINISTER), claim("d", ANALYST, AGENCY), papers=papers) == 2


def test_an_agency_that_changed_hands_speaks_for_whose_it_was() -> None:
    papers = (Particulars("a", published="2015-03-01"), Particulars("b", published="2024-03-01"), Particulars("c"))
    before, after, undated = traced(*(claim(doc, AGENCY) for doc in "abc"), papers=papers)
    assert [each.origin.party for each in (before, after, undated)] == ["af-republic", "taliban", None]
    assert [each.origin.interested for each in (before, after, undated)] == [False, True, False]


def test_a_partys_agency_is_an_outlet_in_what_its_party_has_no_part_in() -> None:
    papers = (Particulars("a", published="2024-03-01"),)
    (one,) = traced(claim("a", AGENCY, operator="sy", value="39"), papers=papers)
    assert (one.edge, one.origin.interested, one.origin.party) == ("cites", False, "taliban")


def test_a_text_credited_to_a_partys_agency_is_the_partys() -> None:
    texts = {
        "a": Document(
            "a", "The Taliban run 39 missions. (Bakhtar News Agency)", published="2024-09-21", publisher="Gulf Post"
        ),
        "b": Document("b", "The Taliban run 39 missions abroad.", published="2024-09-21", publisher="Bakhtar"),
        "c": Document("c", "They run 39 missions.", published="2024-09-21", url="https://mfa.gov.af/en/39"),
        "d": Document("d", "They run 39.", published="2024-09-21", publisher="www.bakhtarnews.af"),
    }
    papers = tuple(particulars_of(document, SHELF) for document in texts.values())
    assert [paper.party for paper in papers] == ["taliban"] * 4
    assert ids(claim("e", MINISTER), *(claim(doc) for doc in texts), papers=papers) == 1
    republic = particulars_of(replace(texts["c"], published="2019-05-01"), SHELF)
    assert republic.party == "af-republic"


def test_who_says_that_another_said_so_is_the_origin() -> None:
    (one,) = traced(claim("a", Voice("Li", "cn"), ANALYST))
    assert one.origin.name == "Ida Sorel"


def test_unnamed_sources_are_told_apart_by_document_or_by_the_outlet_that_knows_them() -> None:
    two = Voice("two diplomats")
    assert ids(claim("a", two), claim("b", two)) == 2
    assert ids(claim("a", two, AGENCY), claim("b", two, AGENCY)) == 1
    assert [each.origin.known for each in traced(claim("a", two), claim("b", Voice("Afghan officials in Doha")))] == [
        False,
        False,
    ]


def test_a_document_is_the_origin_of_its_own_words() -> None:
    named, unnamed = traced(claim("d"), claim("e"), papers=(Particulars("d", "Example Post"),))
    assert (named.origin.name, named.edge, named.own) == ("Example Post", "states", True)
    assert unnamed.origin.name == "e"
    assert named.origin.id != unnamed.origin.id


def test_a_copy_rests_on_the_first_of_its_text() -> None:
    papers = (
        Particulars("a", "Example Post"),
        Particulars("b", "Other Post", copies=(Copy("a", "copy", 1.0, whole=True),)),
        Particulars("c", "Third Post", copies=(Copy("b", "copy", 0.9, whole=True),)),
    )
    found = traced(claim("a"), claim("b"), claim("c"), papers=papers)
    assert {each.origin.name for each in found} == {"Example Post"}
    assert [each.edge for each in found] == ["states", "copy", "copy"]
    assert all(each.own for each in found)


def test_of_a_text_that_is_copied_in_part_only_that_part_is_the_others() -> None:
    papers = (
        Particulars("a", "Example Post"),
        Particulars("b", "Other Post", copies=(Copy("a", "rewrite", 0.3, whole=False, passages=(Span(0, 50),)),)),
    )
    lifted, own = traced(claim("b", at=10), claim("b", at=200), papers=papers)
    assert (lifted.origin.name, lifted.edge) == ("Example Post", "rewrite")
    assert (own.origin.name, own.edge) == ("Other Post", "states")


def test_copies_of_an_unnamed_source_are_one() -> None:
    papers = (Particulars("b", copies=(Copy("a", "copy", 1.0, whole=True),)),)
    assert ids(claim("a", Voice("two diplomats")), claim("b", Voice("two diplomats")), papers=papers) == 1


def test_texts_that_credit_one_agency_are_the_agencys() -> None:
    papers = (
        Particulars("a", "Example Post", agency="Reuters"),
        Particulars("b", "Other Post", agency="Reuters"),
        Particulars("c", "Reuters", agency="Reuters"),
    )
    found = traced(claim("a"), claim("b"), claim("c"), papers=papers)
    assert {each.origin.name for each in found} == {"Reuters"}
    assert [each.edge for each in found] == ["copy", "copy", "states"]


def test_what_was_over_long_before_is_background() -> None:
    papers = (Particulars("a", "Example Post", "2024-09-19"),)
    old, new, open_ = traced(*(claim("a", when=when) for when in ("1996", "2024-09", "1996/..")), papers=papers)
    assert (old.edge, new.edge, open_.edge) == ("background", "states", "states")


def test_a_speaker_of_a_party_to_the_claim_is_interested() -> None:
    ours, theirs = traced(claim("a", MINISTER), claim("a", MINISTER, operator="sy", value="39"))
    (pair,) = traced(claim("a", MINISTER, kind="meeting.hold", parties=("om", "taliban")))
    assert [each.origin.interested for each in (ours, theirs, pair)] == [True, False, True]


def test_who_owns_up_to_a_loss_speaks_against_its_interest() -> None:
    (loss,) = traced(claim("a", MINISTER, kind="mission.close", operator="taliban", host="no"))
    (boast,) = traced(claim("a", MINISTER))
    assert (loss.origin.interested, loss.origin.against_interest) == (True, True)
    assert not boast.origin.against_interest


@pytest.mark.parametrize(
    ("publisher", "party"),
    [
        ("Ministry of Foreign Affairs, Taipei", "tw"),
        ("Ministry of Foreign Affairs, Kabul", "taliban"),
        ("Office of the President of Brazil", "br"),
        ("United Nations", "un"),
        ("Embassy of France in Mali", None),
        ("Harbour Gazette", None),
        ("Kabul Times", None),
        (None, None),
    ],
)
def test_an_organ_publishes_for_its_party(publisher: str | None, party: str | None) -> None:
    made = particulars_of(Document("d", "A text.", published="2024-10-10", publisher=publisher), SHELF)
    assert made.party == party


def test_a_party_that_publishes_for_itself_is_interested_and_known() -> None:
    (one, said) = traced(
        claim("a"),
        claim("b", MINISTER),
        papers=(Particulars("a", "Ministry of Foreign Affairs, Kabul", party="taliban"),),
    )
    assert (one.origin.interested, one.origin.known, one.edge) == (True, True, "states")
    assert one.origin.id == said.origin.id


def test_particulars_name_the_agency() -> None:
    credited = particulars_of(Document("d", "It closed. (AFP)", publisher="Example Post"), SHELF)
    own = particulars_of(Document("d", "It closed.", publisher="Agence France-Presse"), SHELF)
    assert (credited.agency, own.agency) == ("AFP", "AFP")


def test_bounds_count_what_is_known_and_what_may_be() -> None:
    found = traced(claim("a", MINISTER), claim("b", ANALYST), claim("c"), claim("d", Voice("two diplomats")))
    assert bounds(each.origin for each in found) == (2, 4)
    assert bounds(each.origin for each in found[2:]) == (1, 2)
    assert bounds(()) == (0, 0)


def test_what_a_papers_own_reporter_saw_is_known_to_be_a_root() -> None:
    saw = (Credit("", "saw", Span(20, 40)),)
    near, far = traced(claim("a"), claim("a", at=400), papers=(Particulars("a", "Example Post", credits=saw),))
    assert (near.origin.known, far.origin.known) == (True, False)


def test_an_outlet_cited_beside_an_unnamed_source_is_who_knows_it() -> None:
    cites = (Credit("Reuters", "cites", Span(20, 40)),)
    papers = (Particulars("a", credits=cites), Particulars("b", credits=cites))
    assert ids(claim("a", Voice("two diplomats")), claim("b", Voice("two diplomats")), papers=papers) == 1
    assert ids(claim("a", ANALYST), claim("b", Voice("Nora Sablan")), papers=papers) == 2
