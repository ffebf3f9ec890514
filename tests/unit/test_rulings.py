"""Judging with what people decided: verdicts on claims and findings, corrections, names that mean the same."""

from __future__ import annotations

from credence.catalog.weights import load_weights
from credence.judge import differences, judge, rulings
from credence.model.claim import Claim, Quote, Voice
from credence.model.decision import Adjudication, Decided, Decision, Identity, Retraction
from credence.model.finding import Finding
from credence.model.kind import Kind, Role
from credence.model.origin import Origin, TracedClaim

WEIGHTS = load_weights()
ROLES = (
    Role("operator", "party", deciding=True),
    Role("host", "party", deciding=True),
    Role("city", "place", deciding=False),
)
KINDS = {
    "mission.open": Kind("mission.open", "", "", "", "", ROLES, "event"),
    "mission.close": Kind("mission.close", "", "", "", "", ROLES, "event", terminates=("mission.open",)),
}


def says(
    doc: str, operator: str = "br", host: str = "om", kind: str = "mission.open", when: str = "2024"
) -> TracedClaim:
    roles = (("host", host), ("operator", operator))
    claim = Claim(doc, "v", kind, roles, "affirmed", "actual", when, None, (), Quote(0, 1, "x"), "p")
    return TracedClaim(claim, Origin(f"o-{doc}", f"Gazette {doc}", None, doc, interested=False), "states")


def judged(*traced: TracedClaim, decided: tuple[Decided, ...] = ()) -> tuple[Finding, ...]:
    return judge(traced, KINDS, WEIGHTS, published={}, decided=rulings(decided))


def by(author: str, decision: Decision, number: int = 1) -> Decided:
    return Decided(number, number, author, decision)


ONE, OTHER = says("a"), says("b")
ID = judged(ONE)[0].id


def test_a_rejected_claim_counts_no_more_and_is_shown_with_its_reason() -> None:
    (finding,) = judged(ONE, OTHER, decided=(by("Ana", Adjudication(ONE.claim.id, "reject", "a film")),))
    (alone,) = judged(OTHER)
    assert (finding.credence, finding.origins_for) == (alone.credence, alone.origins_for)
    assert {traced.claim.doc for traced in finding.claims} == {"a", "b"}
    assert "Left out: Rejected by Ana (decision 1): a film" in finding.reasons


def test_a_finding_whose_every_claim_is_rejected_stands_no_more() -> None:
    assert judged(ONE, decided=(by("Ana", Adjudication(ONE.claim.id, "reject", "a film")),)) == ()


def test_a_corrected_claim_counts_for_what_it_says_now() -> None:
    wrong = Adjudication(ONE.claim.id, "correct", "it says Oslo", (("roles.host", "no"), ("when", "2023-05")))
    (finding,) = judged(ONE, decided=(by("Ana", wrong),))
    assert dict(finding.proposition.roles) == {"host": "no", "operator": "br"}
    assert finding.begins.date == "2023-05"
    assert [traced.claim for traced in finding.claims] == [ONE.claim]
    assert "Corrected by Ana (decision 1), roles.host is no; when is 2023-05: it says Oslo" in finding.reasons


def test_the_last_word_of_each_author_counts_and_a_check_agrees_with_a_correction() -> None:
    first = by("Ana", Adjudication(ONE.claim.id, "correct", "no", (("when", "2023"),)), 1)
    last = by("Ana", Adjudication(ONE.claim.id, "correct", "yes", (("when", "2022"),)), 2)
    check = by("Ben", Adjudication(ONE.claim.id, "accept", "read it"), 3)
    (finding,) = judged(ONE, decided=(check, last, first))
    assert finding.begins.date == "2022"


def test_a_verdict_on_a_finding_outranks_the_arithmetic() -> None:
    accepted = judged(ONE, decided=(by("Ana", Adjudication(ID, "accept", "I was there")),))[0]
    rejected = judged(ONE, OTHER, decided=(by("Ana", Adjudication(ID, "reject", "I was there")),))[0]
    assert (accepted.credence, accepted.status) == (0.99, "supported")
    assert (rejected.credence, rejected.status) == (0.01, "refuted")
    assert "Rejected by Ana (decision 1): I was there" in rejected.reasons


def test_a_rejected_finding_ends_nothing() -> None:
    closing = says("c", kind="mission.close", when="2024-06")
    shut = {finding.proposition.kind: finding for finding in judged(ONE, closing)}
    assert shut["mission.open"].ends.date == "2024-06"
    no = by("Ana", Adjudication(shut["mission.close"].id, "reject", "it stayed"))
    again = {finding.proposition.kind: finding for finding in judged(ONE, closing, decided=(no,))}
    assert again["mission.open"].ends.state == "unknown"


def test_where_people_differ_the_arithmetic_stands_and_is_contested() -> None:
    yes, no = by("Ana", Adjudication(ID, "accept", "yes"), 1), by("Ben", Adjudication(ID, "reject", "no"), 2)
    (finding,) = judged(ONE, decided=(yes, no))
    assert (finding.credence, finding.status) == (judged(ONE)[0].credence, "contested")
    (agreed,) = judged(ONE, decided=(yes, no, by("Ben", Adjudication(ID, "accept", "yes, then"), 3)))
    assert agreed.status == "supported"


def test_names_that_mean_the_same_are_one_and_are_two_again_when_it_is_undone() -> None:
    other = says("b", operator="Brasil")
    same = by("Ana", Identity("party", "br", "Brasil", "same", "its own name"))
    (finding,) = judged(ONE, other, decided=(same,))
    assert dict(finding.proposition.roles)["operator"] == "Brasil"
    assert finding.documents == 2
    assert len(judged(ONE, other)) == 2


def test_a_chain_that_makes_different_names_one_merges_nothing() -> None:
    same = [by("Ana", Identity("party", *pair, "same", "r"), n) for n, pair in enumerate((("a", "b"), ("b", "c")), 1)]
    claims = [says(f"d{name}", operator=name) for name in "abc"]
    assert len(judged(*claims, decided=tuple(same))) == 1
    apart = by("Ben", Identity("party", "a", "c", "different", "r"), 3)
    assert len(judged(*claims, decided=(*same, apart))) == 3
    mended = by("Ben", Identity("party", "a", "c", "same", "r"), 4)
    assert len(judged(*claims, decided=(*same, apart, mended))) == 1


def test_differences_say_what_became_of_each_finding_and_why() -> None:
    closing = says("c", kind="mission.close", when="2024-06")
    ended, came = sorted(differences(judged(ONE), judged(ONE, closing)), key=lambda each: each.what, reverse=True)
    assert (ended.what, ended.members) == ("ended", ("ends",))
    assert ended.why == ("another finding begins or ends it, or does so no longer",)
    assert (came.what, came.why) == ("appeared", ("claims of c",))
    gone = by("Ana", Retraction("a", "invented"))
    (vanished,) = differences(judged(ONE), (), [gone])
    assert (vanished.what, vanished.why) == ("vanished", ("withdrawn: a, by Ana (decision 1): invented",))
    (changed,) = differences(judged(ONE), judged(ONE, OTHER))
    assert (changed.what, changed.members) == ("changed", ("credence", "origins_for", "documents"))
    no = by("Ana", Adjudication(ID, "reject", "a film"))
    (back,) = differences(judged(ONE, decided=(no,)), judged(ONE), (), [no])
    assert back.why == (f"no longer rejected: {ID}, by Ana (decision 1): a film",)
    assert differences(judged(ONE), judged(ONE)) == ()


def test_voices_are_kept_when_a_claim_is_corrected() -> None:
    spoken = TracedClaim(
        Claim(
            "a",
            "v",
            "mission.open",
            ONE.claim.roles,
            "affirmed",
            "actual",
            None,
            None,
            (Voice("Ida Sorel"),),
            Quote(0, 1, "x"),
            "p",
        ),
        Origin("o", "Ida Sorel", None, "a", interested=False),
        "quotes",
    )
    deny = Adjudication(spoken.claim.id, "correct", "she denied it", (("polarity", "denied"),))
    (finding,) = judged(spoken, decided=(by("Ana", deny),))
    assert finding.status == "refuted"
    assert [origin.name for origin in finding.origins_against] == ["Ida Sorel"]
