"""What a ministry's own papers leave out: whose "the embassy" is, and in which of several towns of a name."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def told(text: str, publisher: str | None = "Ministry of Foreign Affairs of Norway") -> list[tuple[str, str, str]]:
    """Give kind, operator and host of the claims on missions."""
    claims = read_document(Document("x", text, text.partition("\n")[0], "2024-05-01", publisher)).claims
    roles = [(claim.kind, dict(claim.roles)) for claim in claims if claim.kind.startswith("mission.")]
    return [(kind, str(each["operator"]), str(each["host"])) for kind, each in roles]


@pytest.mark.parametrize(
    "said",
    [
        "The Embassy suspended operations in 1998.",
        "In 1998 the embassy was closed.",
        "The Legation closed on 3 May 1998.",
    ],
)
def test_a_ministry_calls_its_own_the_embassy_in_a_paper_on_one_state(said: str) -> None:
    assert told(f"Relations with Chad\n\n{said}") == [("mission.close", "no", "td")]


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Relations with Chad", "The Evening Mail"),
        ("Relations with Chad and Peru", "Ministry of Foreign Affairs of Norway"),
        ("Relations abroad", "Ministry of Foreign Affairs of Norway"),
    ],
)
def test_nobody_knows_whose_the_embassy_is_elsewhere(title: str, publisher: str) -> None:
    assert told(f"{title}\n\nThe Embassy suspended operations in 1998.", publisher) == []


def test_a_mission_named_before_is_meant_first() -> None:
    text = "Relations with Chad\n\nThe Chadian embassy in Oslo opened in 1990. The Embassy closed in 1998."
    assert told(text) == [("mission.open", "td", "no"), ("mission.close", "td", "no")]


@pytest.mark.parametrize(
    ("title", "host"), [("Relations with Costa Rica", "cr"), ("Relations with the Philippines", "ph")]
)
def test_a_town_is_that_of_the_state_the_paper_is_on(title: str, host: str) -> None:
    assert told(f"{title}\n\nThe consulate in San Jose was closed in 1998.") == [("mission.close", "no", host)]


def test_a_consulate_general_is_no_consulate_in_a_town_called_general() -> None:
    text = "Relations with Chad\n\nThe Consulate General in N'Djamena was raised to Embassy status in 1998."
    assert told(text) == [("mission.raise", "no", "td")]


@pytest.mark.parametrize("who", ["Omar Varga", "The chargé died. He", "Norwegian Minister Omar Varga"])
def test_somebody_unknown_who_shuts_a_mission_shuts_his_own(who: str) -> None:
    text = (
        f"Relations with Chad\n\nThe Norwegian Legation in N'Djamena opened in 1990. {who} closed the Legation in 1998."
    )
    assert told(text) == [("mission.open", "no", "td"), ("mission.close", "no", "td")]


def test_nobody_knows_whose_he_shuts_where_each_has_one() -> None:
    text = (
        "Relations with Chad\n\nThe Norwegian Legation in N'Djamena opened in 1990. "
        "The Chadian Legation in Oslo opened in 1991. Omar Varga closed the Legation in 1998."
    )
    assert [kind for kind, _, _ in told(text)] == ["mission.open", "mission.open"]


def test_what_a_liaison_office_becomes_does_not_make_it_another_states_embassy() -> None:
    text = (
        "Relations with Chad\n\nIn 2004 Norway had a desk at the Belgian Embassy in N'Djamena. "
        "In 2006 the Liaison Office in N'Djamena became an Embassy."
    )
    assert told(text) == [("mission.raise", "no", "td")]


@pytest.mark.parametrize(
    ("said", "parties"),
    [
        ("Diplomatic relations were established in 1960, when the consul at Lima called.", [("no", "td")]),
        ("Diplomatic relations were established in 1960 by agreement between the two governments.", [("no", "td")]),
        ("Diplomatic relations were not established until the envoy came in 1960.", [("no", "td")]),
        ("Diplomatic relations were broken off in 1960, when Mali attacked Peru.", [("ml", "pe")]),
        ("The ministers of Mali and Peru met. Diplomatic relations were restored in 1960.", [("ml", "pe")]),
    ],
)
def test_relations_in_an_own_paper_are_its_own_unless_others_are_named(
    said: str, parties: list[tuple[str, str]]
) -> None:
    text, publisher = f"Relations with Chad\n\n{said}", "Ministry of Foreign Affairs of Norway"
    read = read_document(Document("x", text, "Relations with Chad", "2024-05-01", publisher))
    ties = [claim for claim in read.claims if claim.kind.startswith("ties.")]
    assert [dict(claim.roles)["parties"] for claim in ties] == parties
    assert all(claim.when == "1960" and claim.polarity == "affirmed" for claim in ties)


def test_relations_are_of_those_whose_names_stand_before_the_word() -> None:
    text = "News\n\nMali-Chad diplomatic relations ended on 3 May 1998, when Peru told Chile so."
    [claim] = read_document(Document("x", text, "News", "2024-05-01", None)).claims
    assert (claim.kind, dict(claim.roles)["parties"]) == ("ties.sever", ("ml", "td"))


@pytest.mark.parametrize("said", ["following the vote", "in the years following the king's voyage"])
def test_following_as_a_preposition_is_no_act(said: str) -> None:
    text = f"News\n\nDiplomatic relations between Chad and Peru grew {said}."
    assert not read_document(Document("x", text, "News", "2024-05-01", None)).claims


@pytest.mark.parametrize(
    ("said", "city"),
    [
        ("The consulate at Bathurst (now Banjul) was closed in 1998.", ("gm", "Banjul")),
        ("The consulate in Usumbura (Bujumbura) was closed in 1998.", ("bi", "Bujumbura")),
        ("The consulate in Lyon (France) was closed in 1998.", ("fr", "Lyon")),
    ],
)
def test_a_town_is_the_one_it_is_called_today(said: str, city: tuple[str, str]) -> None:
    text = f"News\n\n{said}"
    [claim] = read_document(Document("x", text, "News", "2024-05-01", "Ministry of Foreign Affairs of Norway")).claims
    roles = dict(claim.roles)
    assert (roles["host"], roles["city"]) == city


@pytest.mark.parametrize("name", ["President Barack Obama", "Barack Obama"])
def test_who_led_a_state_once_speaks_for_it_with_his_title_too(name: str) -> None:
    text = f"Chile\n\n{name} recognised Chile in 2011."
    [claim] = read_document(Document("x", text, "Chile", "2024-05-01", None)).claims
    assert (dict(claim.roles)["recognizer"], dict(claim.roles)["recognized"]) == ("us", "cl")


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("US recognition of Lithuanian independence from Russia came in 1991.", [("us", "lt")]),
        ("Recognition of Lithuanian independence from Russia, 1991.", []),
        ("Norway recognised the independence from Spain of the land in 1822.", []),
    ],
)
def test_from_whom_somebody_became_independent_is_no_side(said: str, given: list[tuple[str, str]]) -> None:
    claims = read_document(Document("x", said, None, "2024-05-01", None)).claims
    roles = [dict(claim.roles) for claim in claims]
    assert [(str(each["recognizer"]), str(each["recognized"])) for each in roles] == given


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("Norway raised its Legations in Chad and Peru to Embassy status in 1966.", [("no", "td"), ("no", "pe")]),
        (
            "Norway and Chad elevated their respective Interests Sections to Embassy status in 1966.",
            [("no", "td"), ("td", "no")],
        ),
    ],
)
def test_missions_in_capitals_are_raised_to_a_status(said: str, given: list[tuple[str, str]]) -> None:
    claims = read_document(Document("x", said, None, "2024-05-01", None)).claims
    roles = [dict(claim.roles) for claim in claims if claim.kind == "mission.raise"]
    assert [(str(each["operator"]), str(each["host"])) for each in roles] == given
    assert {each["post"] for each in roles} == {"embassy"}


def test_a_consulate_is_not_where_an_envoy_to_a_body_is() -> None:
    said = "Norway's ambassador to the United Nations turned the Norwegian consulate into an embassy."
    text = f"Relations with Chad\n\n{said}"
    assert told(text) == [("mission.raise", "no", "td")]


def test_what_was_not_done_until_later_was_done_then() -> None:
    text = "Chad was not recognised by Norway until a year later in 1961."
    [claim] = read_document(Document("x", text, None, "2024-05-01", None)).claims
    assert (claim.polarity, claim.when) == ("affirmed", "1961")
