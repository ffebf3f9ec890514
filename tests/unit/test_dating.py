"""Which date belongs to which predicate. Documents are dated Friday, 20 September 2024, unless they say otherwise."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document
from credence.resolve.times.ordered import latest

# text, kind, date; of several claims of the kind the last counts
DATES = [
    # the occasion on which it became known
    (
        "Speaking in Quito on Tuesday, the minister announced the closure of Peru's embassy in Baku.",
        "mission.close",
        "2024-09-17",
    ),
    (
        "The decision, announced on Tuesday, to close Peru's embassy in Baku surprised Chad.",
        "mission.close",
        "2024-09-17",
    ),
    (
        "The announcement on Tuesday that Peru was closing its embassy in Baku surprised Chad.",
        "mission.close",
        "2024-09-17",
    ),
    ("Peru is to close its embassy in Baku, the foreign ministry announced on Monday.", "mission.close", "2024-09-16"),
    (
        "Chad will expel 70 Russian diplomats whom it suspects of espionage, the outgoing premier said on Tuesday.",
        "envoy.expel",
        "2024-09-17",
    ),
    # counted on from the date of something else
    ("Two days after the vote in Lima on 3 March, Peru closed its embassy in Baku.", "mission.close", "2024-03-05"),
    ("Peru closed its embassy in Baku nearly three years after opening it in 2019.", "mission.open", "2019"),
    (
        "Peru closed its embassy in Baku in May last year, a month after it had expelled Chad's envoy.",
        "mission.close",
        "2023-05",
    ),
    (
        "Peru told a rally on Wednesday that it would break off relations with Chad the next day.",
        "ties.sever",
        "2024-09-19",
    ),
    (
        "Peru left on 18 January, ending the 2018 accord, and two days later closed its embassy in Baku.",
        "mission.close",
        "2024-01-20",
    ),
    # a year that opens a story, headings that are dates, a term that is set
    ("In 2019 relations collapsed. On 3 May Peru closed its embassy in Baku.", "mission.close", "2019-05-03"),
    ("In 1991 Chad fell apart. Last January Peru closed its embassy in Baku.", "mission.close", "2024-01"),
    (
        "Dates\n\n2019\nPeru closes its embassy in Baku.\n2020\nChile recalls its ambassador from Baku.",
        "envoy.recall",
        "2020",
    ),
    ("Chad gave Peru until 1 October to close its embassy in Baku.", "mission.close", "2024-10-01"),
    ("The 2019 closure of Peru's embassy in Baku surprised Chad.", "mission.close", "2019"),
    ("Peru hopes to open an embassy in Baku before the year is out.", "mission.open", "2024"),
    # its own clause, and not the one beside it
    ("Peru recognised Kosovo in 2008 and withdrew its recognition in 2011.", "recognition.grant", "2008"),
    ("Peru recognised Kosovo in 2008 and withdrew its recognition in 2011.", "recognition.withdraw", "2011"),
    ("Chile, which opened an embassy in Baku in 2009, severed ties with Peru in 2019.", "mission.open", "2009"),
    ("Chile, which opened an embassy in Baku in 2009, severed ties with Peru in 2019.", "ties.sever", "2019"),
    ("Chad has recalled its ambassador from Oslo, where it opened an embassy in 1990.", "envoy.recall", "2024-09"),
    ("Chad established diplomatic relations with Peru in 1953 with a treaty.", "ties.establish", "1953"),
    # coordination: a date is shared by verbs of one subject
    ("On Monday Chad severed ties with Israel and recalled its ambassador from Israel.", "envoy.recall", "2024-09-16"),
    ("Chad severed ties with Israel and closed its embassy in Tel Aviv in 1972.", "ties.sever", "1972"),
    ("Chad runs an embassy in Oslo, and opened one in Baku in 2020.", "mission.operate", None),
    # what stands over it: said, agreed, announced
    ("Chad has severed ties with Israel, its foreign ministry said on Sunday.", "ties.sever", "2024-09-15"),
    ("Chad said on Monday it was severing ties with Israel.", "ties.sever", "2024-09-16"),
    ("Chad said on Monday it would sever ties with Israel.", "ties.sever", "2024-09-16"),
    ("Chad said on Monday it would sever ties with Israel on Thursday.", "ties.sever", "2024-09-26"),
    ("Chad and Peru agreed on 10 March to restore diplomatic relations.", "ties.restore", "2024-03-10"),
    ("Chad announced the closure of its embassy in Tripoli on Monday.", "mission.close", "2024-09-16"),
    ("Chad is expected to recognise Kosovo on Thursday.", "recognition.grant", "2024-09-26"),
    ("Chad said on Monday that Peru had severed ties with Israel.", "ties.sever", None),
    ("Chad said on Monday that it has an embassy in Oslo.", "mission.operate", None),
    # adverbial clauses
    ("Peru restored ties with Chad in 2007, whereupon Norway closed its embassy in Lima.", "mission.close", "2007"),
    ("When Kabul fell in August 2021, Norway closed its embassy in Kabul.", "mission.close", "2021-08"),
    (
        "Chad said on Sunday, three days after Peru recognised Kosovo, that it regretted it.",
        "recognition.grant",
        "2024-09-12",
    ),
    ("Norway recognised Kosovo in 1995, a year before Peru recognised it.", "recognition.grant", "1996"),
    (
        "Hours after Spain recognised Kosovo, Serbia recalled its ambassador from Madrid on 3 May 2019.",
        "envoy.recall",
        "2019-05-03",
    ),
    (
        "Hours after Spain recognised Kosovo, Serbia recalled its ambassador from Madrid on 3 May 2019.",
        "recognition.grant",
        "2019-05-03",
    ),
    (
        "Since the Taliban took Kabul in August 2021, Norway has operated its embassy from Doha.",
        "mission.operate",
        "2021-08/..",
    ),
    # earlier sentences
    ("In 2011 Chile opened an embassy in Baku. Three years later it closed the embassy.", "mission.close", "2014"),
    (
        "On Tuesday Chile opened an embassy in Baku. On the same day it severed ties with Peru.",
        "ties.sever",
        "2024-09-17",
    ),
    (
        "On 13 August 2020 Chile opened an embassy in Baku. On 15 September, Peru severed ties with Cuba.",
        "ties.sever",
        "2020-09-15",
    ),
    # a story told as news, and background
    ("OSLO, Sept 18 (Wire) - Chad has severed ties with Israel.", "ties.sever", "2024-09"),
    ("Peru recognised Kosovo in 2008. It severed ties with Serbia.", "ties.sever", "2008"),
    ("Peru does not recognise Kosovo.", "recognition.grant", None),
    # terms that are set, and what had to wait
    ("Mali has given the ambassador of Norway until Monday to leave.", "envoy.expel", "2024-09"),
    ("Norway will close its embassy in Lima by 10 October.", "mission.close", "2024-10-10"),
    ("Chile took until 2019 to open an embassy in Baku.", "mission.open", "2019"),
    # the very time that is named
    ("Chad had left Oslo by 2013, when it established diplomatic relations with Peru.", "ties.establish", "2013"),
    # within days: what comes after "after", and a relative at the end that tells what happened next
    ("Chad was angry on 20 May 2019, after Norway had closed its embassy in Chad.", "mission.close", "2019-05"),
    (
        "Spain recognised Kosovo on 20 May 2019, angering Serbia, which recalled its envoy from Madrid.",
        "envoy.recall",
        "2019-05",
    ),
    ("Serbia, which recalled its envoy from Madrid, met Peru on 20 May 2019.", "envoy.recall", None),
    ("In May 2015 Peru closed its embassy in Chad, followed by Chile.", "mission.close", "2015-05"),
    (
        "Peru closed its embassy in Oslo on 5 May 2022, forty-five years after Chile severed ties with Cuba.",
        "ties.sever",
        "1977",
    ),
    # a day of late after a story long past, and one named beside it
    ("Peru left Mali in September 2022. Peru and Mali signed a treaty on 8 August.", "agreement.sign", "2024-08-08"),
    # each its own
    ("French troops were driven from Mali in 2022 and from Burkina Faso last February.", "force.withdraw", "2024-02"),
    ("Peru in 2011 and Chile two years later recognised Kosovo.", "recognition.grant", "2013"),
    # what the text has said of the time
    (
        "Peru closed its embassy in Oslo in March 2019. Chile recalled its envoy from Oslo in the same weeks.",
        "envoy.recall",
        "2019-03",
    ),
    (
        "Peru recognised Kosovo in March 2019. A month on, Serbia recalled its envoy from Lima.",
        "envoy.recall",
        "2019-04",
    ),
    ("Peru signed a treaty with Mali in May. Chad has since opened an embassy in Oslo.", "mission.open", "2024"),
    ("Peru signed a treaty with Mali in 2011. Chad has since opened an embassy in Oslo.", "mission.open", None),
    (
        "In March 2019 Peru recognised Kosovo. Few had seen that coming. Serbia recalled its envoy from Lima.",
        "envoy.recall",
        "2019-03",
    ),
    ("Peru left Mali in April of last year, and Chad closed its embassy in Lima in May.", "mission.close", "2023-05"),
    ("Peru closed its embassy in Oslo on Monday. Norway condemned the move.", "stance.condemn", "2024-09"),
    ("Peru closed its embassy in Oslo in 2019. Norway condemned the move.", "stance.condemn", None),
    # how long it has been so, and since when it is not
    ("The embassy of Peru in Oslo has stood empty for almost six years.", "mission.operate", "2018/.."),
    ("No state has recognised the Taliban since they took Kabul in August 2021.", "recognition.grant", "2021-08/.."),
    ("Since 2018, when Peru recognised Kosovo, trade between them has grown.", "recognition.grant", "2018"),
    ("By Monday Chad had closed its embassy in Oslo.", "mission.close", "2024-09-16"),
    # words that leave open when, of a noun beside it
    ("Chad has severed ties with Israel, one of the few countries which it once praised.", "ties.sever", "2024-09"),
    ("Chad has lately severed ties with Israel.", "ties.sever", None),
    # not done when something else was, and what holds to this day
    ("In 1991 Norway closed its embassy in Chad, although it did not sever ties with Chad.", "ties.sever", "1991"),
    ("In 1991 Norway left Chad, although Peru lists Boko Haram as a terrorist group.", "listing.add", None),
    # counted on from the sentence before
    ("Peru left Mali on 2 May. That was a day after Chad had severed ties with Israel.", "ties.sever", "2024-05-01"),
    ("Peru left Mali last May. That was the month when Norway closed its embassy in Lima.", "mission.close", "2024-05"),
    ("The order, dated 24 May, came two days after Chad severed ties with Israel.", "ties.sever", "2024-05-22"),
    # what somebody says that he has just done himself, and what was in place before
    ("Chad said on Monday that it had closed its embassy in Oslo.", "mission.close", "2024-09"),
    ("Chad said on Monday that it had closed its embassy in Oslo in 2019.", "mission.close", "2019"),
    ("Chad said on Monday that Peru had closed its embassy in Oslo.", "mission.close", None),
    ("The mission of Peru in Oslo, in place since 2000, became an embassy.", "mission.raise", "2024-09"),
    (
        "Ties were restored in 1999, with a minister looking on, four years after Peru closed its embassy in Oslo.",
        "mission.close",
        "1995",
    ),
    # where a journey ended, and a relative thrown in
    ("The plan was made public on Wednesday in Oslo, where Chad and Peru held talks.", "meeting.hold", "2024-09"),
    ("In May 2019 Modi flew to Oslo, where he met Erna Solberg.", "meeting.hold", "2019-05"),
    ("Norway, whose envoy left in May 2019, was angry. Peru closed its embassy in Oslo.", "mission.close", None),
    ("There has been no embassy of Peru in Oslo for forty-six years.", "mission.operate", "1978/.."),
    # verbs coordinated behind "since", and three in a row
    (
        "Chad has not recognised Kosovo since its envoy was arrested and jailed in May 2019.",
        "recognition.grant",
        "2019-05/..",
    ),
    ("Peru opened a mission in the 1980s. Chad severed ties with Israel.", "ties.sever", None),
    # what is to come, told before
    ("From 7 October envoys will be barred. Peru expelled Chad's envoy by that date.", "envoy.expel", "2024-10"),
    # a noun's own date
    ("Ghana's decision on Tuesday to close its embassy in Lima was regretted.", "mission.close", "2024-09-17"),
    ("The embassy of Peru in Quito has been closed since 2012.", "mission.close", "2012/.."),
    # what goes on from what had been before, or opens with an event of a year, is not of the document's month
    ("Chad had broken with Mali over a raid. Peru recalled its ambassador from Bamako.", "envoy.recall", None),
    ("Chad had broken with Mali on Monday. Peru recalled its ambassador from Bamako.", "envoy.recall", "2024-09"),
    ("Before the 2022 coup Peru closed its embassy in Bamako.", "mission.close", None),
    ("After the 2022 coup Peru closed its embassy in Bamako.", "mission.close", "2022"),
    ("During the coup of May 2022 Peru closed its embassy in Bamako.", "mission.close", "2022-05"),
    # stretches whose number is not said, and dates set behind a year or in a row
    (
        "Chad closed its embassy in August 2022, a few weeks after Peru had closed its own there.",
        "mission.close",
        "2022",
    ),
    ("Peru closed its embassy in Baku two years ago, in June.", "mission.close", "2022-06"),
    ("Peru has severed relations with Chad twice, in 1982 and in 2016.", "ties.sever", "2016"),
    ("In 2014 the two made up. Peru opened its embassy in Baku the following March.", "mission.open", "2015-03"),
    # what is to come
    (
        "Peru is to close its embassy in Baku at the end of December, two years after opening it.",
        "mission.open",
        "2022",
    ),
    ("Peru will open its embassy in Baku in the second half of the year.", "mission.open", "2024-07/2024-12"),
    (
        "On Friday Peru said it would leave by the end of the year; Chad expelled its envoy within hours.",
        "envoy.expel",
        "2024-09-20",
    ),
    # a relative of who spoke, whom somebody joined, what holds under a dated accord, an object's date
    (
        "The minister, Ana Vega, who spoke late on Tuesday, accused Chad of arming rebels.",
        "stance.condemn",
        "2024-09-17",
    ),
    ("On Tuesday Peru joined Chile in expelling Russian diplomats.", "envoy.expel", None),
    ("Mali accepted a consul chosen by Chad in May 2022.", "envoy.accept", "2022-05"),
    ("Peru broke with Mali in May 2022 but Chad accused Peru of bad faith.", "stance.condemn", "2022-05"),
]


@pytest.mark.parametrize(("text", "kind", "when"), DATES)
def test_a_predicate_has_the_date_of_its_clause_or_of_one_that_shares_its_time(
    text: str, kind: str, when: str | None
) -> None:
    claims = read_document(Document(id="d", text=text, published="2024-09-20")).claims
    assert [claim.when for claim in claims if claim.kind == kind][-1:] == [when]


def test_an_entry_of_a_chronicle_has_the_date_it_opens_with() -> None:
    text = (
        "A chronicle of ties\n\n2019 – Chile opens an embassy in Baku.\n\nMay 2020 – Peru closes its embassy in Baku.\n"
    )
    claims = read_document(Document(id="d", text=text, published="2024-09-20")).claims
    assert [(claim.kind, claim.when) for claim in claims] == [("mission.open", "2019"), ("mission.close", "2020-05")]


def test_an_entry_of_a_chronicle_is_of_the_year_that_the_line_above_says() -> None:
    text = (
        "A chronicle of ties\n\n1971\n13 March. Chile opens an embassy in Baku. It recalls its envoy from Oslo.\n"
        "1974\nMay 8. Peru closes its embassy in Baku.\n\nJune 1976. Mali recognises Kosovo.\n2 July: Peru leaves.\n"
        "9 July: Peru closes its embassy in Oslo.\n"
    )
    claims = read_document(Document(id="d", text=text, published="2024-09-20")).claims
    dates = ["1971-03-13", "1971-03-13", "1974-05-08", "1976-06", "1976-07-09"]
    assert [claim.when for claim in claims] == dates


def test_what_an_official_paper_declares_is_of_its_day_and_what_it_has_done_of_its_month() -> None:
    text = (
        "Statement\n\nThe Ministry met envoys. It spoke of trade. It spoke of visas. It spoke of fish.\n\n"
        "Norway condemns Chad's recent attacks. Norway has closed its embassy in Lima.\n"
    )
    publisher = "Ministry of Foreign Affairs of Norway"
    claims = read_document(Document(id="d", text=text, published="2024-09-20", publisher=publisher)).claims
    assert [(claim.kind, claim.when) for claim in claims][-2:] == [
        ("stance.condemn", "2024-09-20"),
        ("mission.close", "2024-09"),
    ]
    claims = read_document(Document(id="d", text=text, published="2024-09-20", publisher="The Oslo Mail")).claims
    assert [claim.when for claim in claims][-2:] == [None, None]


def test_what_an_official_paper_says_was_decided_is_of_its_day() -> None:
    text = (
        "Statement\n\nNorway has decided to sever diplomatic relations with Chad. It will close its embassy in Lima.\n"
    )
    publisher = "Ministry of Foreign Affairs of Norway"
    claims = read_document(Document(id="d", text=text, published="2024-09-20", publisher=publisher)).claims
    assert [(claim.kind, claim.when) for claim in claims] == [("ties.sever", "2024-09-20"), ("mission.close", None)]


def test_an_official_paper_tells_of_its_day_whatever_it_recalls() -> None:
    text = (
        "Statement\n\nThe Ministry met envoys in May 2011. It spoke of trade. It spoke of visas. It spoke of fish.\n\n"
        "In May 2011 Chad sent an envoy. Norway is imposing sanctions on Chad. It has closed its embassy in Lima.\n"
    )
    publisher = "Ministry of Foreign Affairs of Norway"
    claims = read_document(Document(id="d", text=text, published="2024-09-20", publisher=publisher)).claims
    assert [(claim.kind, claim.when) for claim in claims][-2:] == [
        ("listing.add", "2024-09-20"),
        ("mission.close", "2024-09"),
    ]


def test_what_the_signatories_of_a_joint_paper_do_is_of_its_day() -> None:
    text = (
        "Joint Statement of the Presidents of Chad and Peru\n\nThe two sides met in Lima. They spoke of trade.\n\n"
        "They recalled talks held in 2021 and 2022. They condemned Mali's attacks on Togo.\n"
    )
    claims = read_document(Document(id="d", text=text, published="2024-09-20")).claims
    stances = [(claim.role("holder"), claim.when) for claim in claims if claim.kind == "stance.condemn"]
    assert sorted(stances) == [("pe", "2024-09"), ("td", "2024-09")]


def test_what_a_headline_names_has_the_date_of_the_lead() -> None:
    text = "Norway's Recognition of Kosovo\n\nOffice of the Spokesperson\n\nOn June 29 the parties rejoiced in Oslo.\n"
    title = text.partition("\n")[0]
    claims = read_document(Document(id="d", text=text, title=title, published="2024-07-01")).claims
    assert [(claim.kind, claim.when) for claim in claims] == [("recognition.grant", "2024-06-29")]


def test_a_document_without_a_date_dates_nothing_by_itself() -> None:
    claims = read_document(Document(id="d", text="Chad severed ties with Israel on Monday.")).claims
    assert [claim.when for claim in claims] == [None]


@pytest.mark.parametrize(
    ("first", "second", "when"),
    [
        (None, "2021", "2021"),
        ("2021", None, "2021"),
        ("2021", "2021-08", "2021-08"),
        ("2021-08-15", "2021", "2021-08-15"),
        ("1989-05-01", "2021-08-15", "2021-08-15"),
        ("2021-08-15", "1989-05-01", "2021-08-15"),
        ("2024-09", "2024-08-30", "2024-08-30"),
        ("1960", "2024-09", "1960"),
        ("2021/..", "2022", "2021/.."),
        ("2017-08", "../2023-06", "2017-08"),
        ("../2023-06", "2017-08", "2017-08"),
    ],
)
def test_of_two_dates_of_an_act_the_day_counts_and_of_repeated_acts_the_last(
    first: str | None, second: str | None, when: str
) -> None:
    assert latest(first, second) == when
