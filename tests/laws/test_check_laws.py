"""Laws of checking an article, whatever it claims and whatever is held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from credence.catalog.check import load_check
from credence.catalog.counts import load_counts
from credence.judge import check
from credence.model.check import WRONG, Article, CheckedClaim
from credence.model.claim import Claim, RoleValue, Voice
from told import evidence, told

LAW = settings(deadline=None, max_examples=80)  # examples are many, and machines may be slow
DAY = date(2024, 9, 21)
PUBLISHED = {"a": "2021-09-20", "b": "2023", "d": "2024-08", "e": "2025-01-01", "f": "2024-09-21"}
SHAPES: dict[str, dict[str, list[RoleValue | None]]] = {
    "mission.count": {"operator": ["taliban"], "value": ["39", "40..", "~14"]},
    "mission.operate": {"operator": ["taliban", "af-republic"], "host": ["om"], "post": [None, "embassy", "mission"]},
    "mission.open": {"operator": ["taliban"], "host": ["om"], "city": [None, "Muscat"]},
    "mission.close": {"operator": ["taliban"], "host": ["om"], "city": [None, "Muscat"]},
    "mission.transfer": {"to": ["taliban", "om"], "host": ["om"], "from": [None, "taliban"]},
    "listing.add": {"lister": ["kz"], "target": ["taliban"], "list": [None, "terrorism"]},
    "listing.remove": {"lister": ["kz"], "target": ["taliban"], "list": [None, "terrorism"]},
    "recognition.grant": {"recognizer": ["om", "*"], "recognized": ["taliban", "af-republic"]},
    "meeting.hold": {"parties": [("om", "taliban")]},
}
whens = st.sampled_from([None, "2021", "2021-08", "2024-08-01", "2021-08/..", "2020/2023", "../2022"])


@st.composite
def claims(draw: st.DrawFn, docs: str = "abde") -> Claim:
    kind = draw(st.sampled_from(sorted(SHAPES)))
    roles = {role: draw(st.sampled_from(values)) for role, values in SHAPES[kind].items()}
    return told(
        kind,
        doc=draw(st.sampled_from(docs)),
        when=draw(whens),
        by=draw(st.sampled_from([None, Voice("Ida Sorel"), Voice("Amir Khan Muttaqi", "taliban")])),
        polarity=draw(st.sampled_from(["affirmed", "affirmed", "denied"])),
        mood=draw(st.sampled_from(["actual", "actual", "planned", "sought"])),
        **{f"{role}_": value for role, value in roles.items() if value is not None},  # type: ignore[arg-type]  # roles
    )


articles = st.lists(claims("x"), min_size=1, max_size=4)
ledgers = st.lists(claims(), max_size=8)


def checked(article: list[Claim], held: list[Claim], day: date = DAY) -> tuple[CheckedClaim, ...]:
    of = Article(evidence(article).traced, "2024-09-21")
    return check(of, evidence(held, PUBLISHED), day, load_check(), load_counts())


@LAW
@given(articles, ledgers, st.randoms(use_true_random=False))
def test_order_changes_nothing(article: list[Claim], held: list[Claim], random: Random) -> None:
    mixed = random.sample(held, len(held))
    assert set(checked(article, held)) == set(checked(article, mixed))


@LAW
@given(articles)
def test_an_empty_ledger_knows_nothing(article: list[Claim]) -> None:
    assert {each.verdict for each in checked(article, [])} == {"new"}


@LAW
@given(articles, ledgers)
def test_every_verdict_has_its_grounds(article: list[Claim], held: list[Claim]) -> None:
    for each in checked(article, held):
        assert (each.verdict == "new") or each.beside or (each.verdict == "count differs" and each.counted)
        assert (each.verdict == "new") <= (each.origins == ())
        assert "same origin" not in each.marks or each.verdict not in WRONG


@LAW
@given(articles, ledgers)
def test_what_is_held_of_others_changes_nothing(article: list[Claim], held: list[Claim]) -> None:
    other = [told("listing.remove", doc="a", lister="kg", target="ttp"), told("mission.open", operator="fr", host="ml")]
    assert set(checked(article, held)) == set(checked(article, [*held, *other]))


@LAW
@given(claims("x"))
def test_what_another_says_alike_on_the_day_agrees(claim: Claim) -> None:
    undated = replace(claim, when=None)
    (found,) = checked([undated], [replace(undated, doc="f")])
    assert found.verdict == "agrees"
