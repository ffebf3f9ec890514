"""Lists with gaps: who did it, too, when and by how much, where the verb is said but once."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.claim import Claim
from credence.model.document import Document


def _claims(text: str, kind: str) -> list[Claim]:
    document = Document(id="one", text=f"Report\n\n{text}\n", title="Report", published="2024-09-02")
    return [claim for claim in read_document(document).claims if claim.kind == kind]


DATED = [
    (
        "Chad accepted an ambassador of the Taliban in December 2022, the United Arab Emirates in August 2023.",
        ("envoy.accept", "host"),
        {"td": "2022-12", "ae": "2023-08"},
    ),
    (
        "Egypt reopened its embassy in Baghdad in 2009, Kuwait in 2008 and Jordan, under guard, a year earlier.",
        ("mission.open", "operator"),
        {"eg": "2009", "kw": "2008", "jo": "2007"},
    ),
    (
        "French troops left Mali in August 2022, Burkina Faso in February 2023 and Chad last month.",
        ("force.withdraw", "from"),
        {"ml": "2022-08", "bf": "2023-02", "td": "2024-08"},
    ),
    (
        "Ukraine opened embassies in Rwanda in January, in Ghana in April and in Botswana in May.",
        ("mission.open", "host"),
        {"rw": "2024-01", "gh": "2024-04", "bw": "2024-05"},
    ),
    (
        "Nauru cut ties with Taiwan in January; Honduras had done so in 2023, Panama in 2017.",
        ("ties.sever", "parties"),
        {("nr", "tw"): "2024-01", ("hn", "tw"): "2023", ("pa", "tw"): "2017"},
    ),
    (
        "The rebels took Goma in January and, two days later, Bukavu.",
        ("control.take", "of"),
        {"Goma": "2024-01", "Bukavu": "2024-01"},
    ),
]


@pytest.mark.parametrize(("text", "about", "whens"), DATED)
def test_every_member_of_a_list_with_gaps_has_its_own_date(
    text: str, about: tuple[str, str], whens: dict[object, str]
) -> None:
    kind, role = about
    assert {claim.role(role): claim.when for claim in _claims(text, kind)} == whens


def test_a_number_stands_for_a_date() -> None:
    found = _claims("Poland expelled 45 Russian diplomats, Germany 40 and Italy 30.", "envoy.expel")
    assert [(claim.role("host"), claim.role("sender")) for claim in found] == [("pl", "ru"), ("de", "ru"), ("it", "ru")]


def test_a_number_counts_who_stands_behind_it() -> None:
    found = _claims("Moscow expelled ten American diplomats, Warsaw three Russians.", "envoy.expel")
    assert [(claim.role("host"), claim.role("sender")) for claim in found] == [("ru", "us"), ("pl", "ru")]


def test_a_sum_is_in_the_money_of_the_first() -> None:
    found = _claims("Denmark pledged 200 million euros in aid for Ukraine, Norway 150 million.", "transfer.pay")
    assert [(claim.role("payer"), claim.role("amount"), claim.role("currency")) for claim in found] == [
        ("dk", "200000000", "EUR"),
        ("no", "150000000", "EUR"),
    ]


NEAR = [
    ("Peru closed its embassy in Harare in 2012, and Chile in May 2013 opened one there.", "mission.close", 1),
    ("Peru recognised Palestine on Monday, Chile on Tuesday asked for a debate.", "recognition.grant", 1),
    ("On Monday Peru expelled ten Russian diplomats, April 4 being a holiday.", "envoy.expel", 1),
    ("Brazil severed ties with Taiwan in 1974, China in turn opened an embassy in Brasilia in 1975.", "ties.sever", 1),
    ("Slovenia stands with Serbia; Croatia took the step in March, Malta in May.", "stance.praise", 1),
]


@pytest.mark.parametrize(("text", "kind", "number"), NEAR)
def test_a_name_with_a_verb_of_its_own_is_no_member(text: str, kind: str, number: int) -> None:
    assert len(_claims(text, kind)) == number


ROWS = [
    (
        "Jordan and Oman reopened their embassies in Damascus on 3 and 5 May respectively.",
        "mission.open",
        {("jo", "sy", "2024-05-03"), ("om", "sy", "2024-05-05")},
    ),
    (
        "Chad and Mali opened embassies in Oslo and Lima in 2019 and 2021 respectively.",
        "mission.open",
        {("td", "no", "2019"), ("ml", "pe", "2021")},
    ),
    (
        "Chad and Mali closed their embassies in Oslo and Lima respectively.",
        "mission.close",
        {("td", "no", None), ("ml", "pe", None)},
    ),
    (
        "Ghana and Vietnam opened their embassies in Tallinn in 2019.",
        "mission.open",
        {("gh", "ee", "2019"), ("vn", "ee", "2019")},
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_what_is_told_in_rows_belongs_together_one_by_one(
    text: str, kind: str, expected: set[tuple[str | None, ...]]
) -> None:
    found = _claims(text, kind)
    assert {(str(c.role("operator")), str(c.role("host")), c.when) for c in found} == expected


def test_a_list_of_listed_is_nobodys_who_keeps_no_list() -> None:
    found = _claims("Colombia put the ELN on its terrorist list in 2002, Hezbollah in 2020.", "listing.add")
    assert {claim.role("lister") for claim in found} == {"co"}


BESIDES = [
    (
        "Tunisia named an ambassador to Syria in April, and Syria one to Tunis two days ago.",
        "envoy.appoint",
        {("tn", "sy", "2024-04"), ("sy", "tn", "2024-08-31")},
    ),
    (
        "Estonia will open an embassy in Hanoi this month and one in Accra next year.",
        "mission.open",
        {("ee", "vn", "2024-09"), ("ee", "gh", "2025")},
    ),
    (
        "Peru closed its embassy in Damascus in 2012, and Chad its own in 2013.",
        "mission.close",
        {("pe", "sy", "2012"), ("td", "sy", "2013")},
    ),
    (
        "Peru closed its embassy in Damascus in 2012, two years before Chad.",
        "mission.close",
        {("pe", "sy", "2012"), ("td", "sy", "2014")},
    ),
    (
        "Peru recognised Kosovo on Friday, joining Chad and Mali.",
        "recognition.grant",
        {("pe", "xk", "2024-08-30"), ("td", "xk", None), ("ml", "xk", None)},
    ),
    (
        "Peru recognised Kosovo on Friday, becoming the third country in its region after Chad and Mali.",
        "recognition.grant",
        {("pe", "xk", "2024-08-30"), ("td", "xk", None), ("ml", "xk", None)},
    ),
    ("Peru recognised Kosovo on Friday, joining the Arab League.", "recognition.grant", {("pe", "xk", "2024-08-30")}),
    ("Peru opened an embassy in Oslo, its third in Europe after Paris and Rome.", "mission.open", {("pe", "no", None)}),
    (
        "Peru reopened its embassy in Lagos on Friday, a month after Chad had done so in Abuja.",
        "mission.open",
        {("pe", "ng", "2024-08-30"), ("td", "ng", "2024-07")},
    ),
    (
        "Peru recognised Kosovo in 2011. Chad went the same way a year later.",
        "recognition.grant",
        {("pe", "xk", "2011"), ("td", "xk", "2012")},
    ),
    (
        "Peru withdrew its recognition of Kosovo, followed by Chad in May and Mali in June.",
        "recognition.grant",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), BESIDES)
def test_who_did_it_besides(text: str, kind: str, expected: set[tuple[str | None, ...]]) -> None:
    doer, other = ("operator", "host") if kind.startswith("mission.") else ("recognizer", "recognized")
    doer, other = ("sender", "host") if kind.startswith("envoy.") else (doer, other)
    assert {(str(c.role(doer)), str(c.role(other)), c.when) for c in _claims(text, kind)} == expected


THOSE = [
    (
        "Peru expelled the ambassador of Chad on Monday and that of Mali on Tuesday.",
        "envoy.expel",
        {("pe", "td", "2024-09-02"), ("pe", "ml", "2024-08-27")},
    ),
    (
        "Peru expelled the ambassador of Chad on 3 May and, two days later, that of Mali.",
        "envoy.expel",
        {("pe", "td", "2024-05-03"), ("pe", "ml", "2024-05-05")},
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), THOSE)
def test_that_of_another_is_anothers(text: str, kind: str, expected: set[tuple[str | None, ...]]) -> None:
    assert {(str(c.role("host")), str(c.role("sender")), c.when) for c in _claims(text, kind)} == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru has not broken off relations with Chad, nor closed its embassy in Ndjamena.", "mission.close"),
        ("Peru has not broken off relations with Chad or closed its embassy in Ndjamena.", "mission.close"),
        ("Mali has yet to recognise Kosovo.", "recognition.grant"),
    ],
)
def test_what_was_not_done_either_is_denied(text: str, kind: str) -> None:
    assert {claim.polarity for claim in _claims(text, kind)} == {"denied"}


def test_who_has_yet_to_has_not() -> None:
    found = _claims("Peru recognised Kosovo in 2008; Mali has yet to.", "recognition.grant")
    assert {(claim.role("recognizer"), claim.polarity) for claim in found} == {("pe", "affirmed"), ("ml", "denied")}
