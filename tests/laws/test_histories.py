"""Laws of ledgers with their findings, on generated histories of readings and decisions: a machine with two stores.

A database keeps findings up to date for just what each transaction touched; the plain reference judges everything each
time. Whatever was recorded and decided in whatever order, both give the same answers, then and now.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from credence.asking.changes import differing, history_of
from credence.asking.evidence import evidence, evidence_in, hearing, outlines_about
from credence.asking.findings import ask, ask_with_sources
from credence.catalog.acts import Topic
from credence.errors import WrongUse
from credence.flow import Judging, dates_of
from credence.judge import Before, Evidence, holds_on
from credence.judge.hearing import Vouched
from credence.judge.parts import Heard
from credence.ledger import Ledger, Recording, Watcher, open_ledger, outlines_of, parse_query
from credence.ledger.sql.ledger import SqlLedger
from credence.ledger.sql.schema import OPEN, finding
from credence.model.claim import Claim, Quote, Voice
from credence.model.decision import (
    Adjudication,
    Changes,
    Decision,
    Erasure,
    Identity,
    Retraction,
    Revocation,
    Sameness,
    Verdict,
)
from credence.model.document import Document
from credence.model.finding import Finding, Part
from credence.model.particulars import Particulars
from postgres_server import Server

OPERATORS = ("om", "om", "taliban")  # the last ruled twice
HOSTS = ("td", "Tchad")  # few, so that claims meet
KINDS = ("mission.open", "mission.close", "mission.operate", "transfer.pay")  # the last is over when done
ROLES = frozenset({"host", "operator"})  # and not the city, which may be called as a host is
TOPIC = Topic(frozenset(KINDS), ROLES)
WORDS = "Oman and Chad spoke of missions."
reasons = st.just("as seen")


@st.composite
def recordings(draw: st.DrawFn) -> Recording:
    document = Document(
        draw(st.sampled_from("abc")),
        draw(st.sampled_from([WORDS, f"{WORDS} Again."])),
        published=draw(st.sampled_from(["2023-05", "2024-01-02"])),
        publisher=draw(st.sampled_from([None, "Lima Post"])),
    )
    claims = draw(st.lists(claims_of(document), max_size=3, unique_by=lambda claim: claim.id))
    return Recording(document, tuple(claims))


@st.composite
def claims_of(draw: st.DrawFn, document: Document) -> Claim:
    start = draw(st.integers(0, 5))
    roles: dict[str, str] = {"host": draw(st.sampled_from(HOSTS)), "operator": draw(st.sampled_from(OPERATORS))}
    if draw(st.booleans()):
        roles["city"] = draw(st.sampled_from(["Lima", "td"]))
    return Claim(
        doc=document.id,
        version=document.sha256,
        kind=draw(st.sampled_from(KINDS)),
        roles=tuple(sorted(roles.items())),
        polarity=draw(st.sampled_from(["affirmed", "affirmed", "denied"])),
        mood=draw(st.sampled_from(["actual", "actual", "planned"])),
        when=draw(st.sampled_from([None, "1997", "2022", "2023-04", "2023-12-01"])),
        step=None,
        voices=draw(st.sampled_from([(), (Voice("Ida Sorel", "om"),), (Voice("two diplomats"),)])),
        quote=Quote(start, start + 4, document.text[start : start + 4]),
        pattern="p",
    )


class Histories(RuleBasedStateMachine):
    """Records and decides in both stores alike, and looks back at every moment there was."""

    address: Callable[[ExitStack], str]
    """Gives the address of an empty ledger, for as long as the stack is open."""

    @initialize()
    def begin(self) -> None:
        self.stack = ExitStack()
        self.plain: Ledger = self.stack.enter_context(open_ledger("memory:"))
        self.kept: Ledger = self.stack.enter_context(open_ledger(type(self).address(self.stack)))
        self.judge = Judging()
        self.seen: dict[int, object] = {}
        self.judged: dict[tuple[str, ...], Evidence] = {}
        self.heard: dict[tuple[str, ...], Before] = {}
        self.told: dict[int, tuple[Finding, ...]] = {}
        self.day = 0

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.stack.close()

    def _meta(self, author: str = "Ana") -> dict[str, Any]:
        self.day += 1
        return {"moment": f"2024-09-{1 + self.day % 28:02}T12:00:00Z", "author": author, "tool": "test"}

    @rule(batch=st.lists(recordings(), min_size=1, max_size=3))
    def record(self, batch: list[Recording]) -> None:
        meta = self._meta()
        assert self.plain.record(batch, **meta) == self.kept.record(batch, **meta)

    def _decide(self, author: str, decision: Decision) -> None:
        meta = self._meta(author)
        try:
            made = self.plain.decide([decision], **meta)
        except WrongUse:
            made = ()
        if made:
            assert self.kept.decide([decision], **meta) == made

    @rule(author=st.sampled_from(["Ana", "Ben"]), doc=st.sampled_from("abc"))
    def withdraw(self, author: str, doc: str) -> None:
        self._decide(author, Retraction(doc, "as seen"))

    @rule(
        author=st.sampled_from(["Ana", "Ben"]),
        pair=st.sampled_from([("td", "Tchad"), ("td", "Tchad"), ("td", "br"), ("Tchad", "br"), ("om", "taliban")]),
        verdict=st.sampled_from(["same", "same", "different", "unsure"]),
    )
    def compare(self, author: str, pair: tuple[str, str], verdict: Sameness) -> None:
        self._decide(author, Identity("party", *pair, verdict, "as seen"))

    @precondition(lambda self: self.plain.claims())
    @rule(
        author=st.sampled_from(["Ana", "Ben"]),
        which=st.integers(0, 20),
        verdict=st.sampled_from(["accept", "reject", "correct"]),
        changes=st.sampled_from(
            [
                (("roles.host", "br"),),
                (("when", None),),
                (("roles.operator", "taliban"), ("when", "1998")),
                (("mood", "planned"), ("roles.host", "td")),
            ]
        ),
        of_finding=st.booleans(),
    )
    def adjudicate(
        self,
        author: str,
        which: int,
        verdict: Verdict,
        changes: Changes,
        of_finding: bool,  # noqa: FBT001 - handed over by name
    ) -> None:
        claims = self.plain.claims()
        target = claims[which % len(claims)].id
        if of_finding and verdict != "correct":
            found = ask(self.plain)
            target = found[which % len(found)].id if found else target
        self._decide(author, Adjudication(target, verdict, "as seen", changes if verdict == "correct" else ()))

    @rule(author=st.sampled_from(["Ana", "Ben"]), number=st.integers(1, 8))
    def revoke(self, author: str, number: int) -> None:
        self._decide(author, Revocation(number, "a slip"))

    @rule(author=st.sampled_from(["Ana", "Ben"]), doc=st.sampled_from("abc"))
    def erase(self, author: str, doc: str) -> None:
        self._decide(author, Erasure(doc, "as asked"))
        self.seen = {known: ask(self.plain, known=known) for known in self.seen}  # the one exception

    @property
    def _watcher(self) -> Watcher:
        """Wants all but a few."""
        return Watcher(lambda id_: not self._is_let_be(id_), self._tell)

    @staticmethod
    def _is_let_be(id_: str) -> bool:
        return id_.endswith("0")

    def _tell(self, number: int, findings: Sequence[Finding], sources: Mapping[str, Particulars]) -> None:
        assert all(each.claim.doc in sources for found in findings for each in found.claims)
        assert not any(self._is_let_be(found.id) for found in findings)
        self.told[number] = tuple(findings)

    @rule()
    def bring_up(self) -> None:
        self.kept.bring_up(self.judge, self._watcher)

    @invariant()
    def nothing_earlier_changes_and_both_agree(self) -> None:
        self.kept.bring_up(self.judge, self._watcher)
        last = len(self.plain.transactions())
        assert self.kept.transactions() == self.plain.transactions()
        self.seen[last] = ask(self.plain)
        for known, found in self.seen.items():
            assert ask(self.plain, known=known) == found
            name = OPERATORS[known % len(OPERATORS)]
            chosen = tuple(each for each in found if name in each.names)
            assert ask(self.kept, parties=[name], known=known) == chosen

    @invariant()
    def what_is_kept_is_what_is_judged(self) -> None:
        assert isinstance(self.kept, SqlLedger)
        columns = (finding.c.id, finding.c.begins, finding.c.ends, finding.c.credence, finding.c.status)
        with self.kept._begun(self.kept._reader) as connection:  # noqa: SLF001 - what no question shows
            rows = [tuple(row) for row in connection.execute(select(*columns).where(finding.c.until == OPEN))]
        judged = [(f.id, f.begins.date, f.ends.date, f.credence, f.status) for f in ask(self.plain)]
        assert sorted(rows) == sorted(judged)

    @invariant()
    def outlines_are_the_findings_without_their_evidence(self) -> None:
        for known in (None, len(self.seen) // 2):
            found = ask(self.plain, known=known)
            for parties, kind in (((), None), (("om", "td"), "mission"), ((), "mission.open")):
                of_kind = [each for each in found if kind in (None, *_kind_and_family(each))]
                chosen = [each for each in of_kind if each.names >= set(parties)]
                for day in (None, "2023", "../2023-04"):
                    held = [each for each in chosen if day is None or holds_on(each, day) != "no"]
                    kept = self.kept.outlines(self.judge.basis, parties=parties, kind=kind, day=day, known=known)
                    assert kept == outlines_of(held)
                    assert kept is not None
                    assert [(each.proposition, each.details, each.begins, each.ends) for each in kept] == [
                        (each.proposition, each.details, each.begins, each.ends) for each in held
                    ]

    @invariant()
    def chosen_findings_are_whole(self) -> None:
        for parties in (["om"], ["td", "om"], ["Tchad"], ["br"], ["taliban"]):
            for kind in (None, "mission.open"):
                chosen = ask(self.kept, parties=parties, kind=kind)
                assert chosen == ask(self.plain, parties=parties, kind=kind)

    @invariant()
    def searches_agree(self) -> None:
        for known in self.seen:
            for query in map(parse_query, ("chad", "oman -again", "ma*")):
                assert self.kept.search(query, known=known) == self.plain.search(query, known=known)

    @invariant()
    def histories_and_differences_agree(self) -> None:
        last = len(self.plain.transactions())
        assert differing(self.kept, last // 2, last) == differing(self.plain, last // 2, last)
        for one in ask(self.plain)[:1]:
            assert history_of(self.kept, one.id) == history_of(self.plain, one.id)

    @invariant()
    def what_a_transaction_did_not_touch_is_as_it_was(self) -> None:
        last = len(self.plain.transactions())
        together = self.kept.touched(self.judge.basis, last) if last > 1 else None
        for parties in ({"om"}, {"td"}, {"Tchad"}, {"br"}, {"taliban"}, {"om", "td"}, {"taliban", "Tchad"}):
            if together is not None and not any(parties <= each for each in together):
                now, before = (evidence(self.kept, TOPIC, parties=parties, known=known) for known in (last, last - 1))
                assert now == before
        if together is not None:
            stands, stood = ({each.id: each for each in ask(self.kept, known=known)} for known in (last, last - 1))
            for spared in (stands.keys() | stood.keys()) - set().union(*together):
                assert stands.get(spared) == stood.get(spared)

    @invariant()
    def what_is_taken_over_is_as_it_would_be_judged(self) -> None:
        for parties in (("om",), ("taliban",), ("om", "td")):
            fresh, again = (evidence(self.kept, TOPIC, parties=parties) for _ in range(2))
            if (earlier := self.judged.get(parties)) is not None:
                again.after(earlier)
            heard = again.heard()
            mine, plain = (_of_missions(evidence(each, TOPIC, parties=parties)) for each in (self.kept, self.plain))
            assert mine == plain
            for part in (heard, *([each for each in heard if each.claim.kind == kind] for kind in KINDS)):
                assert again.judged(part) == fresh.judged(part)
            self.judged[parties] = again

    @invariant()
    def what_is_judged_anew_is_told_whole(self) -> None:
        for known, told in self.told.items():
            stand = {each.id: each for each in ask(self.kept, ids=[each.id for each in told], known=known)}
            assert stand == {each.id: each for each in told}
        self.told = {}

    @invariant()
    def what_was_judged_before_gives_the_same_evidence(self) -> None:
        for parties in (("om",), ("om", "td")):
            some = outlines_about(self.kept, TOPIC, parties=parties) or ()  # none are kept in an empty ledger
            findings, sources = ask_with_sources(self.kept, [each.id for each in some], None)
            fresh = evidence(self.kept, TOPIC, parties=parties)
            found = evidence_in(self.kept, TOPIC, findings, dates_of(sources), parties=parties)
            assert found.heard() == fresh.heard()
            assert found.judged(found.heard()) == fresh.judged(fresh.heard())

    @precondition(lambda self: self.kept.transactions())
    @invariant()
    def testimony_comes_to_what_claims_come_to(self) -> None:
        self.kept.bring_up(self.judge, self._watcher)
        for known in (None, len(self.seen) // 2):
            for parties in (("om",), ("taliban",), ("om", "td")):
                fresh = evidence(self.kept, TOPIC, parties=parties, known=known)
                kept = hearing(self.kept, TOPIC, parties=parties, known=known, earlier=self.heard.get(parties))
                assert kept is not None
                self.heard[parties] = kept.so_far()
                told, said = fresh.heard(), kept.heard()
                assert list(map(_heard, said)) == [_of_claim(each, fresh) for each in told]
                for kind in (None, *KINDS):
                    parts = fresh.judged(each for each in told if kind in (None, each.claim.kind))
                    assert kept.judged(e for e in said if kind in (None, e.claim.kind)) == tuple(map(_part, parts))

    @precondition(lambda self: self.kept.transactions())
    @invariant()
    def excerpts_are_the_first_of_all_claims(self) -> None:
        self.kept.bring_up(self.judge, self._watcher)
        for known in (None, len(self.seen) // 2):
            found = {each.id: each for each in ask(self.kept, known=known)}
            kept = self.kept.excerpts(self.judge.basis, found.keys(), 2, known=known)
            assert kept is not None
            assert kept.of.keys() == found.keys()
            for id_, each in kept.of.items():
                every = [traced.claim for traced in found[id_].claims]
                sides = Counter(claim.polarity for claim in every)
                assert each.counted == len(every)
                assert Counter(claim.polarity for claim in each.claims) == {s: min(2, n) for s, n in sides.items()}
                assert all(claim in every and claim.doc in kept.sources for claim in each.claims)

    @invariant()
    def made_again_they_are_the_same(self) -> None:
        assert self.kept.verify(self.judge) == self.plain.verify() == ()


def _of_missions(found: Evidence) -> list[Finding]:
    """Judge what is not of the last kind, whose deciding roles no claim here fills."""
    return [each for each in found.findings() if each.proposition.kind != KINDS[-1]]


def _heard(each: Vouched) -> tuple[object, ...]:
    claim = each.claim
    return each.id, claim.kind, claim.roles, claim.polarity, claim.step, each.told, each.about


def _of_claim(each: Heard, found: Evidence) -> tuple[object, ...]:
    claim = each.claim
    return each.traced.claim.id, claim.kind, claim.roles, claim.polarity, claim.step, each.told, found.about(each)


def _part(found: Finding) -> Part:
    return Part.of(found, found.bounds, [each.claim.id for each in found.claims])


def _kind_and_family(found: Finding) -> tuple[str, str]:
    return found.proposition.kind, found.proposition.kind.partition(".")[0]


FEW = settings(max_examples=15, stateful_step_count=10, deadline=None)
FEWER = settings(max_examples=6, stateful_step_count=10, deadline=None)


def test_a_file_answers_as_the_reference_does() -> None:
    class OnFile(Histories):
        @staticmethod
        def address(stack: ExitStack) -> str:
            return str(Path(stack.enter_context(tempfile.TemporaryDirectory())) / "l.db")

    run_state_machine_as_test(OnFile, settings=FEW)


def test_a_server_answers_as_the_reference_does(postgres: Server) -> None:
    class OnServer(Histories):
        @staticmethod
        def address(_stack: ExitStack) -> str:
            return postgres.emptied()

    run_state_machine_as_test(OnServer, settings=FEWER)
