"""Acts whose date is counted from another or put in words that name none. Documents are of 20 September 2024."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

# text, kind, date; of several claims of the kind the last counts
COUNTED = [
    # from the day of the text
    ("Chad recalled its ambassador from Oslo over the weekend.", "envoy.recall", "2024-09-14/2024-09-15"),
    ("Chad recalled its ambassador from Oslo earlier in the week.", "envoy.recall", "2024-09-16/2024-09-22"),
    ("Chad recalled its ambassador from Oslo a few days ago.", "envoy.recall", "2024-09"),
    ("Chad recalled its ambassador from Oslo several weeks ago.", "envoy.recall", None),
    ("Chad opened an embassy in Oslo in the spring.", "mission.open", "2024-21"),
    ("Chad opened an embassy in Oslo, a city in the fall of its might.", "mission.open", "2024-09"),
    ("As recently as March Chad opened an embassy in Oslo.", "mission.open", "2024-03"),
    ("Five years ago this week Chad severed ties with Peru.", "ties.sever", "2019-09"),
    # what lies ahead
    ("Chad will close its embassy in Oslo by the end of the year.", "mission.close", "2024"),
    ("Chad will sever ties with Peru within 30 days.", "ties.sever", "2024-10-20"),
    ("Chad will sever ties with Peru within days.", "ties.sever", "2024-09"),
    ("In May 2019 Peru left Mali. Chad severed ties with Peru within 30 days.", "ties.sever", "2019-05/2019-06"),
    ("The president of Peru is expected in Oslo in October.", "meeting.hold", "2024-10"),
    ("The president of Peru was expected in Oslo in October.", "meeting.hold", "2023-10"),
    # what it was not done until
    ("Chad did not close its embassy in Oslo until 2019.", "mission.close", "2019"),
    ("It was not until March 2019 that Chad closed its embassy in Oslo.", "mission.close", "2019-03"),
    ("Chad ran an embassy in Oslo until 2019.", "mission.operate", "../2019"),
    # the day after and before another act
    ("Chad closed its embassy in Oslo the day after Peru left Mali on 3 May.", "mission.close", "2024-05-04"),
    ("Chad closed its embassy in Oslo the year after Peru left Mali in 2019.", "mission.close", "2020"),
    ("Chad closed its embassy in Oslo barely a month after Peru left Mali in May 2019.", "mission.close", "2019-06~"),
    ("Peru left Mali in May 2019. Chad closed its embassy in Oslo the month after.", "mission.close", "2019-06"),
    ("Chad closed its embassy in Oslo shortly before Peru left Mali in May 2019.", "mission.close", "2019-05"),
    ("Chad closed its embassy in Oslo before Peru left Mali in May 2019.", "mission.close", "../2019-05"),
    ("Chad closed its embassy in Oslo before Peru left Mali on Monday.", "mission.close", "2024-09"),
    ("In May 2019 Peru left Mali, and a few days later Chad severed ties with Peru.", "ties.sever", "2019-05"),
    ("Peru left Mali on 3 May. Chad closed its embassy in Lima two days after.", "mission.close", "2024-05-05"),
    ("In May 2019 Peru left Mali. The next day Chad severed ties with Peru.", "ties.sever", "2019-05"),
    ("In May 2019 Peru left Mali. Two months later Chad severed ties with Peru.", "ties.sever", "2019-07"),
    # the last Thursday is not yesterday's
    ("Chad recalled its ambassador from Oslo last Thursday.", "envoy.recall", "2024-09-12"),
    ("Chad recalled its ambassador from Oslo last Tuesday.", "envoy.recall", "2024-09-17"),
    # what is to come with what it waits for
    ("Chad will send an ambassador to Peru when elections are held in October.", "envoy.appoint", "2024-10"),
    ("Chad will restore ties with Peru as soon as he takes office on 7 October.", "ties.restore", "2024-10-07"),
    ("Peru would be angry if ties with Chad were severed in March.", "ties.sever", "2025-03"),
    ("Peru was angry when ties with Chad were severed in March.", "ties.sever", "2024-03"),
    # what has been done is news, whatever those did who did it
    ("The men who seized power in Mali on 12 August have severed ties with Peru.", "ties.sever", "2024-09"),
    ("Chad is angry. Peru said it had severed ties with Chad.", "ties.sever", "2024-09"),
    ("Chad is angry. Mali said Peru had severed ties with Chad.", "ties.sever", None),
    # the same day as the news, or as what is told of in the paragraph
    ("On Tuesday Peru left Mali.\n\nOn the same day Chad severed ties with Peru.", "ties.sever", "2024-09-17"),
    (
        "On Tuesday Peru left Mali. It had joined in April.\n\nOn the same day Chad severed ties with Peru.",
        "ties.sever",
        "2024-09-17",
    ),
    (
        "On Tuesday Peru left Mali.\n\nMay 2019: Mali joins. Chad recalls its ambassador from Peru the same day.",
        "envoy.recall",
        "2019-05",
    ),
    ("Chad will send an ambassador to Peru for the first time in two months.", "envoy.appoint", None),
    ("Peru left Mali on 3 May 2019. By noon Chad had severed ties with Peru.", "ties.sever", "2019-05-03"),
    # a story of last year that has come to this one
    (
        "Peru left Mali on 25 March last year. Togo did so in January, and in July Chad opened an embassy in Oslo.",
        "mission.open",
        "2024-07",
    ),
    (
        "Peru left Mali on 25 March last year. Togo did so in May, and in July Chad opened an embassy in Oslo.",
        "mission.open",
        "2023-07",
    ),
    # told on from a date, near it or nobody knows how long after it
    ("Peru left Mali on 3 May 2019. That very evening Chad severed ties with Peru.", "ties.sever", "2019-05-03"),
    ("Peru left Mali on 3 May 2019. On the 5th, Chad severed ties with Peru.", "ties.sever", "2019-05-05"),
    ("January brought a shock: Chad severed ties with Peru on the 15th.", "ties.sever", "2024-01-15"),
    ("Peru left Mali in August. On the 5th, Chad severed ties with Peru.", "ties.sever", "2024-09-05"),
    ("Peru left Mali on Tuesday. On the 5th Chad had severed ties with Peru.", "ties.sever", "2024-09-05"),
    ("Peru left Mali on 3 May 2019. Half a year later Chad severed ties with Peru.", "ties.sever", "2019-11~"),
    ("Peru left Mali on 3 May 2019. Years later Chad severed ties with Peru.", "ties.sever", None),
    ("Peru left Mali on 3 May 2019. Over the following days Chad severed ties with Peru.", "ties.sever", "2019-05"),
    ("Peru left Mali on Tuesday. Hours earlier Chad had severed ties with Peru.", "ties.sever", "2024-09-17"),
    ("In May 2019 Peru left Mali. Chad severed ties with Peru six weeks later.", "ties.sever", "2019-06~"),
    ("In May 2019 Peru left Mali. Chad opened an embassy in Oslo four years on.", "mission.open", "2023"),
    # what has been done since, and what came after something of this year or another
    ("Peru left Mali in May. Chad has closed its embassy there since.", "mission.close", "2024"),
    ("Peru left Mali in May 2019. Chad has closed its embassy there since.", "mission.close", None),
    ("Chad recalled its ambassador from Oslo after a drone was shot down on 31 August.", "envoy.recall", "2024-09"),
    ("Chad recalled its ambassador from Oslo after a raid in 2013.", "envoy.recall", "2013"),
    # the day that something else happened
    ("Peru left Mali on 3 May 2019, the day Chad severed ties with Peru.", "ties.sever", "2019-05-03"),
    ("Peru left Mali on 3 May 2019, the day after Chad severed ties with Peru.", "ties.sever", "2019-05-02"),
    # what was agreed may lie behind or ahead
    ("Chad and Peru agreed to restore ties on 10 September.", "ties.restore", "2024-09-10"),
    ("Chad and Peru agreed to restore ties on 10 October.", "ties.restore", "2024-10-10"),
    # so long before the text's own time, or before what stands beside
    ("Three weeks after Chad severed ties with Peru, its embassy in Lima stands empty.", "ties.sever", "2024-08"),
    (
        "It was the first such step since Peru left Mali in 1994, fifteen years after Chad had severed ties with Mali.",
        "ties.sever",
        "1979",
    ),
    # the first since then is not of then
    ("Chad would name an ambassador to Peru for the first time since 2008.", "envoy.appoint", None),
    ("Chad has not recognised Kosovo since 2008.", "recognition.grant", "2008/.."),
    # what a minister says of his own government, and what was ordered
    ("Chad is angry. Its minister said the government had severed ties with Mali.", "ties.sever", "2024-09"),
    ("Chad is angry. Its minister said Peru's government had severed ties with Mali.", "ties.sever", None),
    ("Peru was angry on Tuesday. It ordered Chad to close its embassy in Lima.", "mission.close", "2024-09"),
    ("Peru was angry on Tuesday. It wanted Chad to close its embassy in Lima.", "mission.close", None),
    # where the story goes on from, and what a relative throws in
    (
        "Mali left on 4 August, after a raid the month before. Chad severed ties with Mali two days later.",
        "ties.sever",
        "2024-08-06",
    ),
    (
        "In Mali, where soldiers seized power in May 2019, the junta severed ties with Peru.",
        "ties.sever",
        "2024-09",
    ),
    # how many years have passed
    ("Thursday marks ten years since Chad severed ties with Peru.", "ties.sever", "2014"),
    ("It had been ten years since Chad severed ties with Peru.", "ties.sever", None),
    ("The embassy of Peru in Quito has been closed for three years.", "mission.close", "2021/.."),
    (
        "Chad and Peru celebrated the 50th anniversary of the establishment of relations.",
        "ties.establish",
        "1974",
    ),
    ("On the 20th anniversary of the war Chad severed ties with Peru.", "ties.sever", "2024-09"),
]


@pytest.mark.parametrize(("text", "kind", "when"), COUNTED)
def test_an_act_has_the_date_that_its_words_count_to(text: str, kind: str, when: str | None) -> None:
    claims = read_document(Document(id="d", text=text, published="2024-09-20")).claims
    assert [claim.when for claim in claims if claim.kind == kind][-1:] == [when]


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-03", "9999-12-31", "0900-05-05"])
def test_at_the_ends_of_the_calendar_nothing_breaks(published: str) -> None:
    text = (
        "Chad closed its embassy in Peru over the weekend. On Monday of next week Chad will open an embassy in Lima. "
        "Peru will close its embassy in Chad within 30 days."
    )
    claims = read_document(Document("d", text, published=published)).claims
    assert {each.kind for each in claims} == {"mission.close", "mission.open"}
