"""Official papers that tell the history of two states: whose envoys they speak of, and when things were."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.claim import Claim
from credence.model.document import Document

US_KENYA = {"sender": "us", "host": "ke"}
KENYA_US = {"sender": "ke", "host": "us"}


def told(body: str, kind: str, publisher: str = "Department of State, United States") -> list[Claim]:
    title = "A history of the relations of the United States by country: Kenya"
    document = Document("h", f"{title}\n\n{body}", title, "2024-09-20", publisher)
    return [claim for claim in read_document(document).claims if claim.kind == kind]


ENVOYS = [
    # whose envoy it is, where nothing says so
    ("When Ambassador Ann B. Doe presented her credentials on 3 May 1964, ties were good.", "envoy.accept", US_KENYA),
    ("Ann Doe presented her credentials as Minister Resident to King Omar II on 3 May 1904.", "envoy.accept", US_KENYA),
    ("Peter Doe was appointed Ambassador Extraordinary and Plenipotentiary in 1952.", "envoy.appoint", US_KENYA),
    ("Peter Doe was promoted to Ambassador on May 3, 1950.", "envoy.appoint", US_KENYA),
    # words beside it, or a heading, say that it is the other's
    (
        "The Kenyan Legation became an embassy in 1949, when Ras Omar presented his credentials as Ambassador.",
        "envoy.accept",
        KENYA_US,
    ),
    ("First Kenyan Envoy, 1949.\nRas Omar presented his credentials on May 3, 1949.", "envoy.accept", KENYA_US),
    # one who is an envoy elsewhere, too
    ("The Ambassador to Peru is also accredited to Kenya.", "envoy.accept", US_KENYA),
    ("U.S. Ambassador to Peru Ann Doe presented her credentials to the government of Kenya.", "envoy.accept", US_KENYA),
    ("The Ambassador to Kenya has also been accredited to Chad.", "envoy.accept", {"sender": "us", "host": "td"}),
    # "he" is the one of whom was just told
    (
        "Omar Varga was Kenya's first representative to the United States. He was promoted to Ambassador in 1947.",
        "envoy.appoint",
        KENYA_US,
    ),
]


@pytest.mark.parametrize(("body", "kind", "pair"), ENVOYS)
def test_an_envoy_belongs_to_one_of_the_two(body: str, kind: str, pair: dict[str, str]) -> None:
    (claim,) = told(body, kind)
    assert {role: value for role, value in claim.roles if role in pair} == pair


@pytest.mark.parametrize(
    "body",
    [
        "In Chad, Ambassador Ann Doe presented her credentials on 3 May 1964.",
        "Omar Varga was a merchant. He presented his credentials on 3 May 1964.",
    ],
)
def test_nobody_s_envoy_where_a_third_state_or_a_stranger_is_spoken_of(body: str) -> None:
    assert not [claim for claim in told(body, "envoy.accept") if dict(claim.roles).items() >= US_KENYA.items()]


def test_a_newspaper_has_no_envoys_of_its_own() -> None:
    assert not told("When Ambassador Ann B. Doe presented her credentials, ties were good.", "envoy.accept", "The Post")


def test_of_envoys_who_followed_each_other_the_last_keeps_his_own_name_rank_and_date() -> None:
    (claim,) = told(
        "Ann Doe was appointed Minister to Kenya on June 22, 1906. Peter Soto was appointed Ambassador to Kenya on "
        "May 3, 1951.",
        "envoy.appoint",
    )
    assert dict(claim.roles) == {**US_KENYA, "person": "Peter Soto", "rank": "ambassador"}
    assert claim.when == "1951-05-03"
    assert claim.quote.text.startswith("Peter Soto")


def test_who_is_promoted_has_the_new_rank_with_its_date() -> None:
    (claim,) = told(
        "Ann Doe was appointed Minister to Kenya on June 22, 1936. She was promoted to Ambassador on May 3, 1942.",
        "envoy.appoint",
    )
    assert (dict(claim.roles)["person"], dict(claim.roles)["rank"], claim.when) == (
        "Ann Doe",
        "ambassador",
        "1942-05-03",
    )


def test_what_was_signed_again_has_the_instrument_and_the_date_of_the_last() -> None:
    (claim,) = told(
        "The United States and Kenya signed a treaty on May 3, 1906. The United States and Kenya signed a convention "
        "on visas on June 4, 1951.",
        "agreement.sign",
    )
    assert (dict(claim.roles)["instrument"], claim.when) == ("convention", "1951-06-04")


def test_an_official_who_signs_with_one_of_the_two_is_the_other_s() -> None:
    (claim,) = told(
        "On March 15, 1991, Kenyan Foreign Minister Omar Varga and Assistant Secretary Peter Doe signed a treaty.",
        "agreement.sign",
    )
    assert dict(claim.roles)["parties"] == ("ke", "us")


OLD = "Kenya fell in May 1910. Kenya rose in June 1911. Kenya fell again in July 1912.\n"
DATES = [
    # the year at the end of a heading
    ("Elevation of the American Legation to Embassy Status, 1951.\nTea was served.", "mission.raise", "1951"),
    # nothing is of the day on which a history was put out
    ("The United States opened a consulate in Kenya to protect its trade.", "mission.open", None),
    # a day without its year is of the story's
    (
        "Ann Doe stayed until June 24, 1940. Ambassador Peter Soto left Kenya on July 11.",
        "envoy.recall",
        "1940-07-11",
    ),
    (
        "Relations Interrupted, 1940.\nThe U.S. ambassador left Kenya on July 11.",
        "envoy.recall",
        "1940-07-11",
    ),
    # "on the same date"
    (
        "The United States recognized Kenya on July 4, 1946. The two countries signed a treaty on the same date.",
        "agreement.sign",
        "1946-07-04",
    ),
]


@pytest.mark.parametrize(("body", "kind", "when"), DATES)
def test_a_history_is_dated_by_its_own_days(body: str, kind: str, when: str | None) -> None:
    (claim,) = told(OLD + body, kind)
    assert claim.when == when
