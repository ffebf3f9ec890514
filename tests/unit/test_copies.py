"""Which documents are one text, whole or in part."""

from __future__ import annotations

import random
from dataclasses import replace

from credence.model.document import Document, Span
from credence.model.particulars import Particulars
from credence.trace.copies import copies_of, fingerprint, keys, overlap, passages, relate, shared_quotes

BODY = (
    "FUNAFUTI, 3 May - Tuvalu will close its consulate in Suva at the end of June, the island's foreign secretary told "
    "the house on Tuesday, citing the cost of rent. The two officers there are to move to the high commission. Fiji "
    "was told a week earlier and raised no objection, the secretary added. The consulate had opened in 1998 and issued "
    "some four hundred visas a year, most of them to students and seafarers who came by way of Nadi."
)
OTHER = (
    "Samoa has named a new ambassador to Tokyo, who takes up the post in September after three years in Canberra. "
    "The cabinet approved the choice on Monday without a vote, and the host gave its agreement within a fortnight."
)
ASIDE = "A further paragraph of our own tells readers where Suva lies and how many ferries call there in a week of May."


def paper(
    id_: str, body: str, published: str | None = "2024-05-03", title: str = "A headline", **more: object
) -> Particulars:
    text = f"{title}\n\n{body}"
    return Particulars(id_, f"Paper {id_}", published, fingerprint=fingerprint(Document(id_, text, title)), **more)  # type: ignore[arg-type]  # a test's shorthand


def test_the_same_words_under_another_headline_are_one_text() -> None:
    copy = relate(paper("a", BODY), paper("b", BODY, "2024-06-01", "Quite another headline of many words"))
    assert copy
    assert (copy.of, copy.edge, copy.whole, copy.share) == ("a", "copy", True, 1.0)


def test_marks_case_and_accents_do_not_matter() -> None:
    loud = BODY.upper().replace("-", "–").replace("'", "’").replace("CONSULATE", "CÓNSULATE")
    assert overlap(paper("a", BODY).fingerprint, paper("b", loud).fingerprint).resemblance == 1.0  # type: ignore[arg-type]  # both are taken


def test_texts_on_one_subject_in_other_words_are_two() -> None:
    told = "The consulate of Tuvalu in Suva closes on 30 June. Rent has become too dear, its foreign secretary says."
    assert relate(paper("a", BODY), paper("b", told)) is None
    assert relate(paper("a", BODY), paper("b", OTHER)) is None


def test_the_earlier_is_the_one_gone_back_to_whichever_is_named_first() -> None:
    early, late = paper("z", BODY, "2024-05-03"), paper("a", BODY, "2024-05-04")
    assert relate(early, late) == relate(late, early)
    assert copies_of(early, [late, early]) == ()
    assert [copy.of for copy in copies_of(late, [late, early, paper("m", OTHER)])] == ["z"]


def test_of_one_day_the_id_settles_it_and_no_date_comes_last() -> None:
    assert (relate(paper("a", BODY), paper("b", BODY)) or 0) == relate(paper("b", BODY), paper("a", BODY))
    undated = relate(paper("a", BODY, None), paper("b", BODY))
    assert undated
    assert undated.of == "b"


def test_who_names_an_agency_leads_the_others_to_it() -> None:
    copy = relate(paper("a", BODY, "2024-05-03"), paper("b", BODY, "2024-05-09", agency="Reuters"))
    assert copy
    assert copy.of == "b"


def test_a_lifted_paragraph_is_found_where_it_stands() -> None:
    lifted = BODY[BODY.index("The consulate had") :]
    mixed = f"{OTHER}\n\n{lifted}\n\n{ASIDE}"
    copy = relate(paper("a", BODY), paper("b", mixed, "2024-05-04"))
    assert copy
    assert (copy.edge, copy.whole) == ("rewrite", False)
    place = len("A headline\n\n")
    assert copy.covers(Span(place + mixed.index("The consulate had"), place + mixed.index("most of them")))
    assert not copy.covers(Span(place, place + mixed.index("who takes")))


def test_a_cut_text_is_a_copy_in_part() -> None:
    copy = relate(paper("a", BODY), paper("b", BODY[: BODY.index(" The two officers")], "2024-05-04"))
    assert copy
    assert (copy.edge, copy.whole) == ("copy", False)


def test_a_stock_phrase_is_no_passage() -> None:
    one = f"{OTHER} It was signed by the Minister of Foreign Affairs of the Republic."
    other = f"{ASIDE} So said the Minister of Foreign Affairs of the Republic."
    assert relate(paper("a", one), paper("b", other)) is None


def test_texts_without_words_share_nothing() -> None:
    assert relate(paper("a", ""), paper("b", "…")) is None
    assert keys(fingerprint(Document("a", ""))) == ()


def test_of_a_long_text_a_part_is_kept_and_still_compared_rightly() -> None:
    words = [f"w{number}" for number in range(9_000)]
    random.Random(3).shuffle(words)  # noqa: S311 - a test's text
    whole, half = (fingerprint(Document("d", " ".join(words[:count]))) for count in (9_000, 4_500))
    assert len(whole.runs) == 4096
    found = overlap(whole, half)
    assert found.of_other == 1.0
    assert abs(found.of_one - 0.5) < 0.05


def test_long_quotations_are_found_across_texts_whose_other_words_differ() -> None:
    one = fingerprint(
        Document("a", "“We shall not open that door before the house has voted,” the premier said on Friday.")
    )
    other = fingerprint(
        Document("b", 'In a later talk she held that "we shall not open that door before the house has voted".')
    )
    third = fingerprint(Document("c", "We shall not open that door before the house has voted, she said."))
    assert shared_quotes(one, other) > 3
    assert shared_quotes(one, third) == 0


def test_passages_close_to_each_other_are_one() -> None:
    mark = fingerprint(Document("a", BODY))
    (span,) = passages(mark, frozenset(mark.runs))
    assert span == Span(0, len(BODY) - 1)


def test_formulas_of_one_publisher_are_no_copies() -> None:
    greeting = "On behalf of the government I offer best wishes to the people of {} on their national day. "
    wishes = (
        greeting + "Our bonds, built on trade, on study and on the sea that lies between us, grow deeper each year. {}"
    )
    one = wishes.format(
        "Samoa", "This spring we opened a library in Apia and sent forty teachers to the outer villages."
    )
    other = wishes.format(
        "Tonga", "We mourn with all who lost their homes in the storm, and have sent two ships with tents."
    )
    first, second, corrected = (
        replace(paper(id_, body), publisher="Department of Good Wishes")
        for id_, body in (("a", one), ("b", other), ("c", one.replace("library", "reading room")))
    )
    assert relate(first, second) is None
    assert relate(first, replace(second, publisher="Island Mirror")) is not None
    assert relate(first, corrected) is not None
