"""Show: sentences, tables and explanations, as people see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from credence.errors import BadKnowledge
from credence.exchange.findings import finding_to_plain
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.document import Document
from credence.model.finding import End, Finding, Proposition
from credence.model.kind import Kind, Role
from credence.model.origin import Origin, TracedClaim
from credence.show import (
    claim_sentence,
    claims_table,
    explain,
    finding_sentence,
    findings_table,
    missions_table,
    render,
    short_ids,
)
from credence.show import words as w


def kind(name: str, reads: str, **roles: str) -> Kind:
    return Kind(
        name, reads, "", "", "", tuple(Role(role, type_, deciding=True) for role, type_ in roles.items()), "event"
    )


KINDS = {
    each.id: each
    for each in (
        kind("mission.count", "{operator} runs {value} missions", operator="party", value="count", scope="scope"),
        kind("mission.operate", "{operator} runs a mission in {host}[, in {city}]", operator="party", host="party",
             city="place", of="party", post="post"),
        kind("envoy.accept", "{host} accepts an envoy of {sender}", host="party", sender="party", rank="rank"),
        kind("recognition.grant", "{recognizer} recognises {recognized}", recognizer="party", recognized="party"),
        replace(kind("meeting.hold", "{parties} meet", parties="party-set"), over="Those who met part again."),
    )
}  # fmt: skip
NAMES = {"taliban": "the Taliban", "om": "Oman", "cn": "China", "af": "Afghanistan", "br": "Brazil"}
TEXT = "Oman said on Friday it now hosts envoys.\nChina does, too."


def label(party: str) -> str:
    return NAMES.get(party, party)


def claim(kind: str, *, quote: Quote | None = None, **changes: object) -> Claim:
    roles = changes.pop("roles", {"host": "om", "sender": "taliban"})
    assert isinstance(roles, dict)
    base = Claim(
        doc="gazette", version=Document("gazette", TEXT).sha256, kind=kind, roles=tuple(sorted(roles.items())),
        polarity="affirmed", mood="actual", when=None, step=None, voices=(),
        quote=quote or Quote(20, 39, TEXT[20:39]), pattern="host-accepts",
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]  # names of fields, checked by replace itself


def finding(kind: str, claims: tuple[TracedClaim, ...] = (), **changes: object) -> Finding:
    roles: tuple[tuple[str, RoleValue], ...] = (("host", "om"), ("sender", "taliban"))
    base = Finding(
        id="f0123456789abcde", proposition=Proposition(kind, roles, "actual"), details=(), begins=End("unknown"),
        ends=End("unknown"), credence=0.85, status="supported", origins_for=tuple(each.origin for each in claims),
        origins_against=(), documents=1, claims=claims, reasons=("Odds 1 × 0.85/0.15 give a credence of 0.85.",),
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]  # names of fields, checked by replace itself


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (claim("envoy.accept"), "Oman accepts an envoy of the Taliban."),
        (
            claim(
                "mission.count",
                roles={"operator": "taliban", "value": "39"},
                voices=(Voice("Amir Khan Muttaqi", "taliban"),),
            ),
            "Per Amir Khan Muttaqi (the Taliban): the Taliban runs 39 missions.",
        ),
        (
            claim("envoy.accept", voices=(Voice("Ana Prado", "br", "minister"), Voice("Harbour Gazette"))),
            "Per Ana Prado (Brazil, minister), as passed on by Harbour Gazette: Oman accepts an envoy of the Taliban.",
        ),
        (claim("envoy.accept", polarity="denied"), "Not so: Oman accepts an envoy of the Taliban."),
        (claim("envoy.accept", mood="sought"), "Sought: Oman accepts an envoy of the Taliban."),
        (
            claim("envoy.accept", mood="planned", polarity="denied"),
            "Not so, planned: Oman accepts an envoy of the Taliban.",
        ),
        (
            claim("recognition.grant", roles={"recognizer": "*", "recognized": "taliban"}, polarity="denied"),
            "No state recognises the Taliban.",
        ),
        (
            claim("recognition.grant", roles={"recognizer": "*", "recognized": "taliban"}),
            "Every state recognises the Taliban.",
        ),
        (claim("meeting.hold", roles={"parties": ("cn", "om", "taliban")}), "China, Oman and the Taliban meet."),
        (
            claim(
                "envoy.accept",
                roles={"host": "om", "sender": "taliban", "rank": "charge"},
                step="copies",
                when="2023-12",
            ),
            "Oman accepts an envoy of the Taliban (rank: charge) (step: copies), in December 2023.",
        ),
        (claim("envoy.accept", roles={"host": "om"}), "Oman accepts an envoy of an unstated sender."),
        (
            claim("mission.operate", roles={"operator": "taliban", "host": "om", "city": "Muscat"}, when="2021-08/.."),
            "The Taliban runs a mission in Oman, in Muscat, since August 2021.",
        ),
        (claim("mission.operate", roles={"operator": "taliban", "host": "om"}), "The Taliban runs a mission in Oman."),
    ],
)
def test_claims_as_sentences(made: Claim, sentence: str) -> None:
    assert claim_sentence(made, KINDS, label) == sentence


def test_the_publisher_speaks_where_nobody_is_named() -> None:
    assert claim_sentence(claim("envoy.accept"), KINDS, label, "Harbour Gazette").startswith(
        "Per Harbour Gazette: Oman"
    )


def test_a_spell_in_power_is_said_by_its_years() -> None:
    assert w.spell("1996-09-27/2001-11-13") == "1996–2001"
    assert w.spell("2017-10-27/2017-12") == "2017"
    about = Proposition("recognition.grant", (("recognized", "taliban"), ("recognizer", "cn")), "actual")
    made = finding("recognition.grant", proposition=replace(about, spell="1996-09-27/2001-11-13"))
    assert finding_sentence(made, KINDS, label) == "China recognises the Taliban (spell: 1996–2001)."
    assert "(spell:" in render(findings_table([made], KINDS, label))
    assert "(spell: 1996–2001)" in explain(made, KINDS, label, lambda _: None)
    assert finding_to_plain(made)["spell"] == "1996-09-27/2001-11-13"
    assert finding_to_plain(finding("recognition.grant", proposition=about))["spell"] is None


def test_a_kind_nobody_defined_is_refused() -> None:
    with pytest.raises(BadKnowledge, match="is not among the kinds"):
        claim_sentence(claim("envoy.greet"), KINDS, label)


def test_findings_as_sentences_name_every_detail_and_a_refuted_one_is_called_so() -> None:
    several = finding("envoy.accept", details=(("rank", ("ambassador", "diplomat")),))
    assert (
        finding_sentence(several, KINDS, label)
        == "Oman accepts an envoy of the Taliban (rank: ambassador or diplomat)."
    )
    assert finding_sentence(finding("envoy.accept", status="refuted"), KINDS, label).startswith("Not so: Oman accepts")


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021-08-15", "on 15 August 2021"),
        ("2021-08", "in August 2021"),
        ("2021-22", "in summer 2021"),
        ("2021", "in 2021"),
        ("2021~", "in 2021, approximately"),
        ("199X", "in 199X"),
        ("2021-08/..", "since August 2021"),
        ("../2001", "until 2001"),
        ("2024-09-12/2024-09-19", "from 12 September 2024 to 19 September 2024"),
    ],
)
def test_dates_in_words(edtf: str, said: str) -> None:
    assert w.when(edtf) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("39", "39"),
        ("~40", "about 40"),
        ("40..", "40 or more"),
        ("..11000000", "up to 11,000,000"),
        ("10..20", "10 to 20"),
        ("dozens", "dozens"),
    ],
)
def test_numbers_in_words(value: str, said: str) -> None:
    assert w.count(value) == said


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        (End("known", "2023-12"), End("unknown"), ("from 2023-12", "end unknown")),
        (End("bounded", "../2024-09-20"), End("known", "2025"), ("by 2024-09-20", "to 2025")),
        (End("bounded", "2021/2023"), End("bounded", "../2025"), ("from within 2021 to 2023", "ended by 2025")),
        (End("bounded", "2021"), End("bounded", "2023/2024"), ("from within 2021", "to within 2023 to 2024")),
        (End("unknown"), End("bounded", "2023"), ("begin unknown", "to within 2023")),
    ],
)
def test_intervals_in_words(begin: End, end: End, said: tuple[str, str]) -> None:
    assert (w.begins(begin), w.ends(end)) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (End("known", "2024-09-12"), "on 2024-09-12"),
        (End("known", "2024-09"), "in 2024-09"),
        (End("bounded", "../2024-09-20"), "by 2024-09-20"),
        (End("bounded", "2019/2023"), "within 2019 to 2023"),
        (End("unknown"), "time unknown"),
    ],
)
def test_what_is_over_when_done_is_said_to_be_of_its_time(when: End, said: str) -> None:
    met = finding("meeting.hold", begins=when, ends=when)
    planned = replace(met, proposition=replace(met.proposition, mood="planned"))
    assert w.held(met, KINDS["meeting.hold"]) == (said,)
    assert w.held(replace(met, ends=End("known", "2025")), KINDS["meeting.hold"])[1] == "to 2025"
    for lasting, kind_ in ((planned, "meeting.hold"), (met, "envoy.accept")):
        assert w.held(lasting, KINDS[kind_]) == (w.begins(when), w.ends(when))
    assert f"Holds: {said}.\n" in explain(met, KINDS, label, lambda _: None)


def test_text_of_others_cannot_steer_the_terminal() -> None:
    assert w.safe("red \x1b[31m\nand\u202e back \ud800\t.") == "red �[31m and� back � ."


def test_short_ids_tell_apart() -> None:
    alike = ["f0123456789abcde", "f0123456789abcdf", "f9"]
    assert short_ids(alike) == {each: each for each in alike}
    assert short_ids(["f0123456789abcde", "f0123456700000000"])["f0123456789abcde"] == "f01234567" + "8"
    assert short_ids([]) == {}


def by(name: str, party: str | None, made: Claim, *, interested: bool = False) -> TracedClaim:
    return TracedClaim(
        made, Origin(f"o-{name}", name, party, made.doc, interested), "quotes" if made.voices else "states"
    )


def test_the_table_of_findings_fits_and_says_what_is_not_known() -> None:
    first = finding("envoy.accept", (by("Ana Prado", "br", claim("envoy.accept")),), begins=End("known", "2023-12"))
    second = replace(first, id="f9876543210abcde", status="contested", credence=0.5, origins_against=first.origins_for)
    shown = render(findings_table([second, first], KINDS, label))
    assert max(map(len, shown.splitlines())) <= 80
    for piece in ("f01234567", "per Ana Prado", "from 2023-12", "end unknown", "0.85", "supported", "contested"):
        assert piece in shown
    assert shown.index("f01234567") < shown.index("f98765432")
    assert "\x1b" not in shown


def test_a_refuted_finding_is_shown_as_its_denial_with_the_credence_of_that() -> None:
    denial = by("Ana Prado", None, claim("recognition.grant", polarity="denied"))
    nobody = Proposition("recognition.grant", (("recognized", "taliban"), ("recognizer", "*")), "actual")
    made = finding("recognition.grant", proposition=nobody, status="refuted", credence=0.15)
    made = replace(made, claims=(denial,), origins_against=(denial.origin,))
    shown = render(findings_table([made], KINDS, label))
    for piece in ("No state", "per Ana Prado", "0.85", "denial"):
        assert piece in shown
    assert "0.15" not in shown
    explained = " ".join(explain(made, KINDS, label, lambda _: None).split())
    assert "refuted, credence 0.15; that it is not so, 0.85" in explained
    assert "Who says that it is not so (1 origin in 1 document)" in explained


def test_square_brackets_of_others_are_no_markup() -> None:
    made = finding("envoy.accept", (by("[red]Ana[/red]", None, claim("envoy.accept")),))
    assert "[red]Ana[/red]" in render(findings_table([made], KINDS, label))


def test_colour_is_added_only_on_request() -> None:
    assert "\x1b[1m" in render(findings_table([finding("envoy.accept")], KINDS, label), colour=True)


def test_the_table_of_claims_holds_the_words_and_their_place() -> None:
    shown = render(claims_table([claim("envoy.accept")], KINDS, label))
    assert "20–39" in shown
    assert "“it now hosts envoys”" in shown


def test_the_table_of_missions_keeps_whose_and_who_runs_it_apart() -> None:
    runs = finding(
        "mission.operate",
        proposition=Proposition("mission.operate", (("host", "om"), ("operator", "taliban")), "actual"),
        details=(("city", ("Muscat",)), ("of", ("af",)), ("post", ("consulate-general",))),
        begins=End("bounded", "../2024-09-20"),
    )
    shown = render(missions_table([runs, finding("envoy.accept")], KINDS, label))
    first, second = shown.splitlines()[2:4]
    pieces = ("Oman", "consulate", "Afghanistan", "the Taliban", "by 2024-09-20", "0.85")
    assert [first.find(piece) for piece in pieces] == sorted({first.index(piece) for piece in pieces})
    assert [second.split()[0], *second.split()[-3:]] == ["Muscat", "end", "unknown", "supported"]
    assert len(shown.splitlines()) == 4
    assert max(map(len, shown.splitlines())) <= 80
    planned = replace(runs, proposition=replace(runs.proposition, mood="planned"), status="refuted")
    assert "(not so: planned" in render(missions_table([planned], KINDS, label), width=100)
    earlier = replace(runs, proposition=replace(runs.proposition, spell="1996-09-27/2001-11-13"))
    assert "(spell 1996–2001)" in render(missions_table([earlier], KINDS, label), width=100)


def test_an_explanation_leads_to_the_words() -> None:
    document = Document("gazette", TEXT, "Envoys in Oman", "2024-09-20", "Harbour Gazette")
    spoken = claim("envoy.accept", voices=(Voice("Ana Prado", "br"), Voice("Harbour Gazette")))
    denied = claim("envoy.accept", polarity="denied", quote=Quote(0, 4, "Oman"))
    against, aside = by("Ida Sorel", None, denied), by("Old Post", None, replace(denied, doc="old"))
    made = finding("envoy.accept", (by("Ana Prado", "br", spoken, interested=True), against, aside))
    made = replace(made, origins_for=made.origins_for[:1], origins_against=(against.origin,), status="contested")
    shown = explain(made, KINDS, label, {"gazette": document}.get)
    for piece in (
        "f0123456789abcde, envoy.accept: contested, credence 0.85",
        "end unknown; whether it still holds is not recorded",
        "1. Odds 1 × 0.85/0.15 give a credence of 0.85.",
        "Who says so (1 origin in 1 document)",
        "Ana Prado (Brazil), a party to what is claimed",
        "“it now hosts envoys”",
        "gazette, characters 20–39\n",
        "“Envoys in Oman”, Harbour Gazette, 2024-09-20",
        "Words of Ana Prado (Brazil), as passed on by Harbour Gazette",
        "Who says that it is not so (1 origin in 1 document)",
        "Set aside: who says that it was not so before (1 origin in 1 document)",
        "old, characters 0–4 (the document is not at hand)",
        f"Claim {spoken.id}, pattern host-accepts, passed on by the document",
        "Side by side",
    ):
        assert piece in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_conflict_stands_side_by_side() -> None:
    papers = {
        "gazette": Document("gazette", TEXT, "", "2024-09-20", "Harbour Gazette"),
        "post": Document("post", TEXT, "", "2024-09-18", "Old Post"),
    }
    yes = [by("Ana Prado", "br", claim("envoy.accept", doc=doc, when="2023-12"), interested=True) for doc in papers]
    no = by("Ida Sorel", None, claim("envoy.accept", polarity="denied", doc="lost"))
    made = finding("envoy.accept", (*yes, no), status="contested")
    made = replace(made, origins_for=(yes[0].origin,), origins_against=(no.origin,))
    shown = [line.rstrip() for line in explain(made, KINDS, label, papers.get).splitlines()]
    start = shown.index("Side by side")
    assert shown[start + 1 : start + 7] == [
        "  It is so                              │  It is not so",
        "  Ana Prado (Brazil), a party to what   │  Ida Sorel",
        "  is claimed                            │    since when is not known",
        "    says so since 2024-09-18            │    1 document: lost",
        "    of 2023-12                          │",
        "    2 documents: gazette, post          │",
    ]
    assert "Side by side" not in explain(replace(made, origins_against=()), KINDS, label, papers.get)


@pytest.mark.parametrize(
    ("document", "doubt"),
    [
        (None, "the document is not at hand"),
        (Document("gazette", "x" + TEXT), "the document has changed since"),
    ],
)
def test_words_that_cannot_be_found_are_said_not_to_be(document: Document | None, doubt: str) -> None:
    made = finding("envoy.accept", (by("Ana Prado", "br", claim("envoy.accept")),))
    assert doubt in explain(made, KINDS, label, lambda _: document)


def test_words_that_never_stood_there_are_said_not_to() -> None:
    made = finding("envoy.accept", (by("Ana Prado", "br", claim("envoy.accept", quote=Quote(0, 4, "Iran"))),))
    assert "does not have these words there" in explain(made, KINDS, label, lambda _: Document("gazette", TEXT))
