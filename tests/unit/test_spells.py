"""Spells in power: what was done in one that is over is told apart from the rest."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from credence.catalog.kinds import load_kinds
from credence.catalog.spells import load_spells
from credence.catalog.weights import load_weights
from credence.errors import BadPeriod
from credence.flow import findings_of, read_document
from credence.judge import judge, place, rulings
from credence.judge.spells import spell_of
from credence.model.claim import Claim, Quote, RoleValue
from credence.model.decision import Decided, Identity
from credence.model.document import Document
from credence.model.finding import End, Finding
from credence.model.origin import Origin, TracedClaim
from credence.model.particulars import Particulars
from credence.model.period import Period
from credence.model.sighting import Mood, Polarity

KINDS, SPELLS, WEIGHTS = load_kinds(), load_spells(), load_weights()
FIRST = "1996-09-27/2001-11-13"
TIMES = {
    "x": (Period.parse("1990/1994"), Period.parse("1998-03/1999"), Period.parse("2005/..")),
    "y": (Period.parse("1989/1992"), Period.parse("1998/2000")),
}
NOBODY = rulings([])


def said(
    kind: str,
    when: str | None,
    *,
    doc: str = "a",
    mood: Mood = "actual",
    polarity: Polarity = "affirmed",
    **roles: RoleValue,
) -> TracedClaim:
    made = tuple(sorted(roles.items()))
    claim = Claim(doc, "v", kind, made, polarity, mood, when, None, (), Quote(0, 1, "x"), "p")
    return TracedClaim(claim, Origin(f"o-{doc}", f"Gazette {doc}", None, doc, interested=False), "states")


def recognises(when: str | None, recognized: str = "taliban", doc: str = "a") -> TracedClaim:
    return said("recognition.grant", when, doc=doc, recognizer="pk", recognized=recognized)


def judged(*traced: TracedClaim, decided: Iterable[Decided] = (), **published: str) -> dict[str | None, Finding]:
    """Judge what is of one kind, and give the findings by spell."""
    found = judge(traced, KINDS, WEIGHTS, published=published, decided=rulings(decided), spells=SPELLS)
    assert len({finding.proposition.spell for finding in found}) == len(found)
    return {finding.proposition.spell: finding for finding in found}


def test_only_who_ruled_more_than_once_has_spells_to_tell_apart() -> None:
    assert {name: [spell.text for spell in had] for name, had in SPELLS.items()} == {
        "taliban": [FIRST, "2021-08-15/.."]
    }


@pytest.mark.parametrize(
    ("when", "authorities", "spell"),
    [
        ("1991", ["x"], "1990/1994"),
        ("1998-05-01", ["x"], "1998-03/1999"),
        ("1998", ["x"], "1998-03/1999"),  # as precise as it is, it may be in that spell, and in no other
        ("1990/1994", ["x"], "1990/1994"),
        ("1989/1994", ["x"], None),
        ("../1994", ["x"], "1990/1994"),
        ("1990/..", ["x"], None),
        ("1994/1998", ["x"], None),
        ("199X", ["x"], None),
        ("1996", ["x"], None),
        ("2006", ["x"], None),  # that spell is not over
        ("1998~", ["x"], "1998-03/1999"),
        ("1999", ["x", "y"], "1998/2000"),  # began first
        ("2000", ["x", "y"], "1998/2000"),
        ("1991", [], None),
    ],
)
def test_the_spell_of_a_date(when: str, authorities: list[str], spell: str | None) -> None:
    assert spell_of(Period.parse(when), authorities, TIMES) == spell


@pytest.mark.parametrize(
    ("when", "spell"),
    [
        ("1997-05-25", FIRST),
        ("1996", FIRST),
        ("1996/2001", FIRST),
        ("2001-11", FIRST),
        ("2001-11-22", None),
        ("1995", None),
        ("2025-07-03", None),
        ("2019/2023", None),
        (None, None),
    ],
)
def test_only_a_stated_date_makes_a_claim_one_of_a_spell_that_is_over(when: str | None, spell: str | None) -> None:
    (finding,) = judged(recognises(when), a="1998-01-01").values()
    assert finding.proposition.spell == spell


def test_what_is_of_no_spell_keeps_its_id() -> None:
    (without,) = judge([recognises("2025")], KINDS, WEIGHTS, published={})
    assert judged(recognises("2025"))[None].id == without.id
    assert judged(recognises("1997"))[FIRST].id != without.id


def test_each_spell_has_its_own_dates_and_denials() -> None:
    denied = said("recognition.grant", "1999", doc="c", polarity="denied", recognizer="pk", recognized="taliban")
    found = judged(recognises("1997-05"), recognises("2026-02", doc="b"), denied)
    assert {spell: (each.begins.date, each.status) for spell, each in found.items()} == {
        FIRST: ("1997-05", "contested"),
        None: ("2026-02", "supported"),
    }


@pytest.mark.parametrize(
    "made",
    [
        said("meeting.hold", "1998", parties=("taliban", "us")),
        said("rights.restrict", "1996/2001", authority="taliban", group="girls"),
        said("mission.open", "1998", mood="planned", operator="taliban", host="pk"),
        said("control.take", "1996", holder="taliban", of="af"),
    ],
    ids=lambda made: made.claim.kind,
)
def test_any_deciding_role_and_mood_counts(made: TracedClaim) -> None:
    assert list(judged(made)) == [FIRST]


def test_other_roles_do_not_count() -> None:
    made = said("mission.close", "1998", operator="af", host="pk", of="taliban")
    assert list(judged(made)) == [None]


def test_an_authority_that_ruled_once_is_told_apart_by_nothing() -> None:
    made = said("mission.operate", "2005", operator="af-republic", host="pk")
    assert list(judged(made, said("mission.operate", "2024", doc="b", operator="af-republic", host="pk"))) == [None]


def test_a_listing_is_of_no_spell_and_may_be_removed_in_another() -> None:
    listed = said("listing.add", "1999-10-15", lister="ru", target="taliban")
    removed = said("listing.remove", "2025-04-17", lister="ru", target="taliban", doc="b")
    found = judge([listed, removed], KINDS, WEIGHTS, published={}, spells=SPELLS)
    ends = {each.proposition.kind: each.ends for each in found}
    assert ends["listing.add"] == End("known", "2025-04-17")


def test_an_act_of_one_spell_ends_nothing_of_another() -> None:
    closed = said("mission.close", "2001-10", operator="taliban", host="pk", doc="b")
    ran = [said("mission.operate", when, operator="taliban", host="pk") for when in ("1997/2001", "2020/..")]
    found = judge([closed, *ran], KINDS, WEIGHTS, published={}, spells=SPELLS)
    ends = {each.proposition.spell: each.ends for each in found if each.proposition.kind == "mission.operate"}
    assert ends == {FIRST: End("known", "2001-10"), None: End("unknown")}


def test_that_a_rule_ended_is_said_and_ends_nothing() -> None:
    said_of_it = (
        f"It is of the spell in power {FIRST}, which ended: 2001-11-13. Whether this ended with it is not recorded."
    )
    found = judged(recognises("1997-05"), recognises("2026", doc="b"))
    assert found[FIRST].ends == End("unknown")
    assert found[FIRST].reasons[-1] == said_of_it
    assert said_of_it not in found[None].reasons
    assert said_of_it not in judged(recognises("1997/2001"))[FIRST].reasons  # its end is stated
    planned = said("mission.open", "1998", mood="planned", operator="taliban", host="pk")
    assert judged(planned)[FIRST].reasons[-1] == said_of_it


def test_a_name_that_means_an_authority_has_its_spells() -> None:
    for name in ("emirate", "x"):  # before and behind "taliban", so that either stands for both
        same = [Decided(1, 1, "Ana", Identity("party", name, "taliban", "same", "its own name"))]
        claims = [recognises("1997"), recognises("1998", name, doc="b"), recognises("2026", name, doc="c")]
        found = judged(*claims, decided=same)
        assert {spell: each.documents for spell, each in found.items()} == {FIRST: 2, None: 1}
        for each in claims:
            of = FIRST if each.claim.when != "2026" else None
            assert place(each.claim, KINDS, rulings(same), SPELLS).own == found[of].id


def test_a_claim_is_placed_with_the_findings_of_its_spell_that_it_may_end() -> None:
    closed = said("mission.close", "2001-10", operator="taliban", host="pk")
    for opened, reached in (("1997", True), ("2022", False), (None, False)):
        other = place(said("mission.open", opened, operator="taliban", host="pk").claim, KINDS, NOBODY, SPELLS)
        assert (other.own in place(closed.claim, KINDS, NOBODY, SPELLS).reaches) == reached


def test_a_date_that_decides_and_is_none_is_refused_with_its_place() -> None:
    with pytest.raises(BadPeriod, match="when 'recently'"):
        place(recognises("recently").claim, KINDS, NOBODY, SPELLS)


def test_from_sentences_to_findings_of_either_spell() -> None:
    texts = {
        "a": "Pakistan recognised the Taliban government in May 1997.",
        "b": "Russia recognised the Taliban government on 3 July 2025.",
        "c": "Pakistan recognised the Taliban government on 2 February 2026.",
        "d": "The Taliban took power in Afghanistan in 1996.",
        "e": "The Taliban took power in Afghanistan on 15 August 2021.",
    }
    documents = [Document(id_, text, published="2026-03-01") for id_, text in texts.items()]
    claims = [claim for document in documents for claim in read_document(document).claims]
    found = findings_of(claims, {id_: Particulars(id_, None, "2026-03-01") for id_ in texts})
    stand = {
        (dict(each.proposition.roles).get("recognizer"), each.proposition.spell): (each.begins.state, each.begins.date)
        for each in found
    }
    assert stand == {
        ("pk", FIRST): ("known", "1997-05"),
        ("ru", None): ("known", "2025-07-03"),
        ("pk", None): ("known", "2026-02-02"),
        (None, FIRST): ("known", "1996"),
        (None, None): ("known", "2021-08-15"),
    }
