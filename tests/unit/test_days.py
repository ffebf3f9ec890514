"""Which day, where another date stands nearer. Documents are dated Friday, 20 September 2024."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

# text, kind, date; of several claims of the kind the last counts
DATES = [
    # a year and a month of it in one clause
    ("In 2023 Peru opened an embassy in Baku in November.", "mission.open", "2023-11"),
    ("In 2023 Peru opened an embassy in Baku after a vote in November.", "mission.open", "2023"),
    # the stretch hangs on the verb of saying
    (
        ("Peru will reopen its embassy in Baku, it said on Thursday, ten years after it withdrew its envoy from Chad."),
        "envoy.recall",
        "2014",
    ),
    # what a participle thrown in dates is no story that goes on
    (
        (
            "Peru opened an embassy in Baku on Thursday. Chad, defeated in 1999, condemned Peru. It "
            "recalled its ambassador from Lima."
        ),
        "envoy.recall",
        "2024-09",
    ),
    (
        (
            "Peru opened an embassy in Baku on Thursday. Ana Vega, named in May, rose. That evening Peru "
            "and Chad signed an agreement."
        ),
        "agreement.sign",
        "2024-09-19",
    ),
    (
        (
            "Peru lifted sanctions on Chad, imposed in May 2019. Chad had protested against them at the "
            "time, recalling its ambassador from Lima."
        ),
        "envoy.recall",
        "2019-05",
    ),
    (
        (
            "Peru opened an embassy in Baku on Thursday. Ana Vega, named in May, rose. Chad praised Peru "
            "later in the day."
        ),
        "stance.praise",
        "2024-09-19",
    ),
    # refusing has a time, what never was has none
    ("In 2008 Peru refused to recognise Kosovo.", "recognition.grant", "2008"),
    ("Peru has refused to recognise Kosovo.", "recognition.grant", None),
    ("On Friday Peru signed an accord with Chad without recognising Kosovo.", "recognition.grant", None),
    # entries of a chronicle: that year is the entry's
    (
        (
            "June 2021: Chad expels two Peruvian diplomats.\n\n2022: The ministers meet. In May of that "
            "year Peru opens an embassy in Baku."
        ),
        "mission.open",
        "2022-05",
    ),
    ("2022: The presidents meet in Lima and agree to restore ties between Chad and Mali.", "ties.restore", "2022"),
    # what was said right after it, what somebody says was done
    (
        ("Peru will leave, its foreign minister said after meeting Chad's president on Tuesday."),
        "meeting.hold",
        "2024-09-17",
    ),
    ("Chad reopened its embassy in Lima on 12 May after closing it over money.", "mission.close", None),
    ("Chad's minister said on Monday that two Peruvian diplomats had been expelled.", "envoy.expel", "2024-09"),
    # time to come
    ("Chad said it would raise its mission in Lima to an embassy led by an envoy next year.", "mission.raise", "2025"),
    ("Chad gave the Peruvian army until 31 December to leave the country.", "force.withdraw", "2024-12-31"),
    # a sentence without a date leaves the story where it is
    (
        "On 3 March 2020 Peru and Chad signed an accord. They praised it. Chad opened an embassy in Lima in November.",
        "mission.open",
        "2020-11",
    ),
    ("The visit, the first since 2010, began on Monday. Peru signed an accord with Chad.", "agreement.sign", "2024-09"),
    # what follows a story of then is counted from it, not from the news above
    (
        (
            "Peru closed its embassy in Baku on Thursday.\n\nPeru left Mali in 2021. That same year Chad recalled its "
            "envoy from Lima."
        ),
        "envoy.recall",
        "2021",
    ),
    (
        "On Thursday Peru restored ties with Chad, severed in 2019. The same day it named an ambassador to Chad.",
        "envoy.appoint",
        "2024-09-19",
    ),
    # said is done, a pledge is made
    ("\"We condemn Chad's attack on Mali,\" Peru's foreign minister said on Tuesday.", "stance.condemn", "2024-09-17"),
    ("Peru met Chad in May. Peru pledged 5 million dollars to Chad.", "transfer.pay", "2024-05"),
    ("Peru has since 2017 recognised Kosovo.", "recognition.grant", "2017/.."),
]


@pytest.mark.parametrize(("text", "kind", "when"), DATES)
def test_the_day(text: str, kind: str, when: str | None) -> None:
    document = Document(id="t", text=text, title=None, published="2024-09-20", publisher="Daily Record")
    found = [claim.when for claim in read_document(document).claims if claim.kind == kind]
    assert found
    assert found[-1] == when
