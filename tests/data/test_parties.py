"""The parties' data: complete, without contradiction, and found in texts as readers would find them."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pycountry
import pytest

from credence.catalog.bounds import day_bounds
from credence.catalog.load import load_toml
from credence.catalog.parties import Leader, Parties, PartyHit, load_parties
from credence.errors import BadKnowledge, BadPeriod
from credence.flow import read_document
from credence.model.document import Document
from credence.model.party import Party, PartyName
from credence.model.period import Period

TOOLS = Path(__file__).parents[2] / "tools"
CODEBOOK = [
    "taliban",
    "af-republic",
    "mm-nug",
    "mm-sac",
    "sy-interim",
    "sy-assad",
    "ly-gnu",
    "ly-east",
    "ve-guaido",
    "ve-maduro",
    "somaliland",
    "abkhazia",
    "south-ossetia",
    "northern-cyprus",
    "transnistria",
    "un",
    "un-security-council",
    "eu",
    "nato",
    "oic",
    "sigar",
    "haqqani-network",
    "al-qaeda",
    "isis",
    "isis-k",
    "hamas",
    "hezbollah",
    "hts",
    "houthis",
    "pkk",
    "ttp",
]  # section 2


@pytest.fixture(scope="module")
def parties() -> Parties:
    return load_parties()


def leaders_of(parties: Parties) -> list[Leader]:
    return [
        leader
        for file in ("leaders", "leaders_before")
        for party, rows in load_toml(f"parties/{file}.toml").items()
        for row in rows
        for leader in parties.leaders(row[0])
        if leader.party == party
    ]


def named(name: PartyName) -> tuple[str, str]:
    return day_bounds(f"{name.since or '..'}/{name.until or '..'}")


def found(parties: Parties, text: str, day: str | None = None) -> list[tuple[str, str]]:
    hits = parties.as_of(parties.find(text), day)
    return [(text[hit.start : hit.end], " ".join(hit.ids)) for hit in hits]


# --- the data ---


def test_every_iso_code_and_every_party_of_the_codebook_is_there(parties: Parties) -> None:
    wanted = {country.alpha_2.lower() for country in pycountry.countries} | {"xk", *CODEBOOK}
    assert wanted <= {party.id for party in parties}


def test_every_overlay_entry_has_its_file_made(parties: Parties) -> None:
    overlay = tomllib.loads((TOOLS / "parties_overlay.toml").read_text(encoding="utf-8"))
    unmade = [
        (code, text)
        for code, extra in overlay.items()
        for use in ("adjective", "metonym")
        for text in extra.get(use, ())
        if text not in {name.text for name in party_of(parties, code).names}
    ]
    assert unmade == [], "run tools/build_parties.py"


def party_of(parties: Parties, id_: str) -> Party:
    party = parties.get(id_)
    assert party is not None, id_
    return party


def test_no_name_means_two_parties_at_one_time_unless_declared(parties: Parties) -> None:
    shared = {text for group in load_toml("parties/names.toml")["shared"] for text in group["texts"]}
    owners: dict[str, list[tuple[str, PartyName]]] = defaultdict(list)
    for party in parties:
        for name in party.names:
            owners[name.text].append((party.id, name))
    clashes = {
        text
        for text, holders in owners.items()
        for (one, first), (other, second) in combinations(holders, 2)
        if one != other and named(first)[0] < named(second)[1] and named(second)[0] < named(first)[1]
    }
    assert clashes - shared == set(), "declare them in names.toml with a reason, or drop one"
    assert shared - clashes == set(), "these are not shared: drop them from names.toml"


@pytest.mark.parametrize("field", ["adjective", "capital"])
def test_every_state_has_an_adjective_and_a_capital_or_a_reason(parties: Parties, field: str) -> None:
    lacks = load_toml("parties/names.toml")["lacks"]
    excused = {party for group in lacks if group["field"] == field for party in group["parties"]}
    states = [party for party in parties if party.cls == "state" and not (field == "capital" and is_territory(party))]
    without = {party.id for party in states if not any(name.use == field for name in party.names)}
    assert without == excused


def is_territory(party: Party) -> bool:
    return "territory" in party.nouns


def test_every_exception_gives_its_reason() -> None:
    groups = [group for rows in load_toml("parties/names.toml").values() for group in rows]
    assert all(len(group["why"]) > 20 for group in groups)


def test_authorities_claim_a_state_that_exists_and_others_claim_none(parties: Parties) -> None:
    wrong = [
        party.id
        for party in parties
        if (party.cls == "authority") != (party.of is not None) or (party.of is not None and party.of not in parties)
    ]
    assert wrong == []


def test_every_party_has_its_label_among_its_names_nouns_and_a_source(parties: Parties) -> None:
    for party in parties:
        assert party.label in {name.text for name in party.names}, party.id
        assert party.nouns, party.id
        assert party.source, party.id
        assert len(set(party.names)) == len(party.names), f"{party.id} says a name twice"


def test_dates_are_well_formed_and_in_order(parties: Parties) -> None:
    spans: list[tuple[str, str | None, str | None]]
    spans = [(party.id, name.since, name.until) for party in parties for name in party.names]
    spans += [(leader.name, leader.since, leader.until) for leader in leaders_of(parties)]
    spans += [(party.id, spell.split("/")[0], spell.split("/")[1]) for party in parties for spell in party.spells]
    for who, since, until in spans:
        first, last = day_bounds(since or "..")[0], day_bounds(until or "..")[1]
        assert first <= last, who


def test_spells_of_an_authority_are_intervals_one_wholly_after_the_other(parties: Parties) -> None:
    for party in parties:
        spells = [Period.parse(spell) for spell in party.spells]
        assert all(spell.precision == "interval" and spell.earliest for spell in spells), party.id
        assert all(one.before(other) for one, other in pairwise(spells)), party.id
        assert not spells or party.cls == "authority", party.id


@pytest.mark.parametrize(
    ("day", "rulers"),
    [
        ("1995", ()),
        ("1998-08", ("taliban",)),
        ("2001", ("af-republic", "taliban")),
        ("2001-12-01", ()),
        ("2010", ("af-republic",)),
        ("2021-08-14", ("af-republic",)),
        ("2021-08", ("af-republic", "taliban")),
        ("2021-08-16", ("taliban",)),
        ("2024-09-20", ("taliban",)),
    ],
)
def test_the_emirate_held_power_until_2001_and_does_since_2021(
    parties: Parties, day: str, rulers: tuple[str, ...]
) -> None:
    assert parties.authorities("af", day) == rulers


@pytest.mark.parametrize(
    ("published", "host"), [("1999-05-03", "taliban"), ("2010-05-03", "af-republic"), ("2023-05-03", "taliban")]
)
@pytest.mark.parametrize(
    "text",
    [
        "Afghanistan is poor. The rulers have accepted an ambassador of Peru.",
        "Kabul has accepted an ambassador of Peru.",
    ],
)
def test_who_is_meant_depends_on_whose_spell_it_is(text: str, published: str, host: str) -> None:
    (claim,) = read_document(Document("d", text, published=published)).claims
    assert claim.role("host") == host


def test_every_leader_speaks_for_a_party_that_exists(parties: Parties) -> None:
    leaders = leaders_of(parties)
    assert {leader.party for leader in leaders} - {party.id for party in parties} == set()
    assert len(leaders) > 400


# --- finding ---

EXAMPLES = [
    ("The U.S.-led force left Kandahar.", [("U.S.", "us")]),
    ("in Jordan’s capital, Amman", [("Jordan", "jo"), ("Amman", "jo")]),
    ("Dutch diplomats left the Hague.", [("Dutch", "nl"), ("the Hague", "nl")]),
    ("Papua New Guinea, Guinea-Bissau, Equatorial Guinea and Guinea", [
        ("Papua New Guinea", "pg"), ("Guinea-Bissau", "gw"), ("Equatorial Guinea", "gq"), ("Guinea", "gn"),
    ]),
    ("South Sudan and Sudan", [("South Sudan", "ss"), ("Sudan", "sd")]),
    ("the Republic of China and the People’s Republic of China", [
        ("Republic of China", "tw"), ("People’s Republic of China", "cn"),
    ]),
    ("CHINA ACCEPTS TALIBAN ENVOY", [("CHINA", "cn"), ("TALIBAN", "taliban")]),
    ("Georgian officials", [("Georgian", "ge")]),
    ("the Pakistani Taliban", [("Pakistani Taliban", "ttp")]),
    ("the Islamic Republic of Afghanistan's flag", [("Islamic Republic of Afghanistan", "af-republic")]),
    ("the Afghan embassy in Muscat", [("Afghan", "af"), ("Muscat", "om")]),
    ("Cote d'Ivoire and Côte d’Ivoire", [("Cote d'Ivoire", "ci"), ("Côte d’Ivoire", "ci")]),
    ("Türkiye, Turkiye and Turkey", [("Türkiye", "tr"), ("Turkiye", "tr"), ("Turkey", "tr")]),
    ("Saudi\n   Arabia and the White\u00a0House", [("Saudi\n   Arabia", "sa"), ("White\u00a0House", "us")]),
    ("Vucic's Serbia, the Élysée and ISIS-K", [("Serbia", "rs"), ("Élysée", "fr"), ("ISIS-K", "isis-k")]),
    ("De facto authorities closed it.", [("De facto authorities", "taliban")]),
    ("Sino-Russian talks", [("Russian", "ru")]),
    ("in the capital Malé", [("Malé", "mv")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_names_are_found_where_they_stand(parties: Parties, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(parties, text) == expected


NEAR_MISSES = [
    ("New Jersey and New Mexico", "Places elsewhere."),
    ("tell us, chad, turkey", "Lower case."),
    ("male guardians. Male relatives", "Malé has an accent."),
    ("Chinatown, Franceville", "Whole words only."),
    ("The Washington Post and the Moscow Times", "Papers."),
    ("the Gulf of Guinea, the South China Sea", "Seas."),
    ("Michael Jordan met George Washington", "Persons."),
    ("the Doha Agreement, the Vienna Convention, the Paris Agreement", "Named after the place of signing."),
    ("US$40 million, forty million U.S. dollars", "Money."),
    ("emirates and an Emirates flight", "Only “the Emirates” is a state."),
    ("William Hague", "A person; the city has its article."),
    ("the Bank of Finland, the Swedish Academy, a Nigerian Broadcasting van", "Parts of other names."),
]


@pytest.mark.parametrize(("text", "why"), NEAR_MISSES, ids=[text for text, _ in NEAR_MISSES])
def test_what_only_looks_like_a_name_is_left(parties: Parties, text: str, why: str) -> None:
    assert found(parties, text) == [], why


@pytest.mark.parametrize("texts", load_toml("parties/names.toml")["not_party"], ids=lambda group: group["why"])
def test_longer_names_hide_the_party_in_them(parties: Parties, texts: dict[str, Any]) -> None:
    met = {text: found(parties, f"x {text} x") for text in texts["texts"] if found(parties, f"x {text} x")}
    assert met == {}


def test_every_name_finds_its_party(parties: Parties) -> None:
    lost = [
        (party.id, name.text)
        for party in parties
        for name in party.names
        if not name.short
        and (
            party.id not in {id_ for hit in parties.lookup(name.text) for id_ in hit.ids}
            or party.id not in {id_ for hit in parties.find(f"({name.text})") for id_ in hit.ids}
        )
    ]
    assert lost == []


def test_a_short_name_counts_only_beside_the_full_one(parties: Parties) -> None:
    both = "The Kingdom of Sardinia had a consul. Sardinia left."
    assert found(parties, both) == [("Kingdom of Sardinia", "sardinia"), ("Sardinia", "sardinia")]
    assert found(parties, "Sardinia is an island of Italy.") == [("Italy", "it")]


def test_every_short_name_finds_its_party_beside_its_label(parties: Parties) -> None:
    lost = [
        (party.id, name.text)
        for party in parties
        for name in party.names
        if name.short
        and party.id not in {id_ for h in parties.find(f"{party.label}; {name.text}.")[1:] for id_ in h.ids}
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("phrase", "id_"),
    [
        ("the United States'", "us"), ("The Taliban’s", "taliban"), ("U.S", "us"), ("St. John's", "ag"),
        ("Kiev", "ua"), ("Netherlands", "nl"), ("The Netherlands", "nl"), ("CHINA", "cn"), ("Ansarallah", "houthis"),
        ("Viet Nam", "vn"), ("Burma", "mm"), ("the Emirates", "ae"), ("Islamic Emirate of Afghanistan", "taliban"),
    ],
)  # fmt: skip
def test_whole_phrases_are_looked_up(parties: Parties, phrase: str, id_: str) -> None:
    assert [hit.ids for hit in parties.lookup(phrase)] == [(id_,)]


@pytest.mark.parametrize("phrase", ["", "the", "Chinese embassy", "us", "china"])
def test_other_phrases_name_nobody(parties: Parties, phrase: str) -> None:
    assert parties.lookup(phrase) == ()


# --- days ---


@pytest.mark.parametrize(
    ("text", "day", "ids"),
    [
        ("Kabul", None, "af af-republic taliban"),
        ("Kabul", "2024-09-20", "af taliban"),
        ("Kabul", "2010", "af af-republic"),
        ("Kabul", "1999-05", "af taliban"),
        ("Kabul", "2021-08", "af af-republic taliban"),
        ("Damascus", "2020/2021", "sy sy-assad"),
        ("Damascus", "2025-03", "sy sy-interim"),
        ("the USSR", "1980", "ru"),
        ("the USSR", "2024", "ru"),
        ("Yugoslavia", "1980", "yugoslavia"),
        ("Yugoslavia", "1999", "rs"),
        ("Caracas", "2026-02", "ve"),
    ],
)
def test_a_name_means_what_it_means_on_the_day(parties: Parties, text: str, day: str | None, ids: str) -> None:
    assert [" ".join(hit.ids) for hit in parties.as_of(parties.lookup(text), day)] == [ids]


def test_a_name_whose_time_has_not_come_is_dropped(parties: Parties) -> None:
    assert parties.as_of(parties.lookup("de facto authorities"), "2015") == ()


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("2021", ("2021-00-00", "2021-99-99")),
        ("2021-08~", ("2021-08-00", "2021-08-99")),
        ("2021-21", ("2021-00-00", "2021-99-99")),
        ("199X", ("1990-00-00", "1999-99-99")),
        ("2021-08-15/..", ("2021-08-15", "9999-99-99")),
        ("/2021-08-15", ("0000-00-00", "2021-08-15")),
    ],
)
def test_bounds_of_dates(edtf: str, bounds: tuple[str, str]) -> None:
    assert day_bounds(edtf) == bounds


def test_a_day_that_is_no_date_is_refused(parties: Parties) -> None:
    with pytest.raises(BadPeriod, match="last week"):
        parties.as_of(parties.lookup("Kabul"), "last week")


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Muttaqi", "2024-09", [("taliban", "foreign minister")]),
        ("Amir Khan Mottaqi’s", None, [("taliban", "foreign minister")]),
        ("Vučić", "2015", [("rs", "prime minister")]),
        ("Vucic", "2024", [("rs", "president")]),
        ("Donald Trump", "2022", []),
        ("Stoltenberg", "2012", [("no", "prime minister")]),
        ("Stoltenberg", "2020", [("nato", "secretary-general")]),
        ("ERDOĞAN", "2024", [("tr", "president")]),
        ("Nobody Known", None, []),
    ],
)
def test_leaders_by_name_and_day(parties: Parties, name: str, day: str | None, expected: list[tuple[str, str]]) -> None:
    assert [(leader.party, leader.office) for leader in parties.leaders(name, day)] == expected


# --- the class by itself ---


def test_parties_can_be_built_of_anything() -> None:
    party = Party("x", "Examplia", "state", None, (PartyName("Examplia", "name"),), ("republic",), "made up")
    parties = Parties([party], not_parties=["New Examplia"])
    assert parties.find("Examplia, New Examplia") == (PartyHit(0, 8, (("x", party.names[0]),)),)
    assert (list(parties), len(parties), "x" in parties, parties.get("y")) == ([party], 1, True, None)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(BadKnowledge, match=r"data/parties/nowhere\.toml"):
        load_toml("parties/nowhere.toml")
