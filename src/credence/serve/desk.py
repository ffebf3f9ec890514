"""What all requests share: one ledger, answers kept, tokens, figures, the clock."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from threading import Lock
from typing import Any, TypeVar

from fastapi import Request

from credence.asking.deciding import record_decision
from credence.asking.dossier import Between, between, governed_by
from credence.asking.evidence import evidence, evidence_in, outlines_about
from credence.asking.excerpts import MOST, in_short
from credence.asking.findings import ask, ask_with_sources, brought_up, outline
from credence.asking.ladder import dealings_of, heard_of
from credence.asking.reading import record_read
from credence.catalog.acts import Topic
from credence.errors import BadInput, LedgerTrouble, Unreadable
from credence.fetch.web import Web
from credence.flow import Judging, ReadDocument, read_document
from credence.judge import Dealings, Evidence
from credence.ledger import Known, Ledger, Mark, Outline, Recorded, Watcher
from credence.model.decision import Decided, Decision
from credence.model.document import Document, Original
from credence.model.finding import Finding, Part
from credence.model.particulars import Particulars
from credence.serve.answers import Answers
from credence.serve.at_hand import AtHand, Lately
from credence.serve.judged import Dealt, Judged, shortened, together
from credence.serve.limits import Buckets
from credence.serve.metrics import Metrics
from credence.serve.problems import Refused
from credence.serve.settings import Settings
from credence.serve.tokens import Sessions, Tokens

Clock = Callable[[], datetime]
Value = TypeVar("Value")

_AT_HAND = 100_000  # claims that what is at hand of each sort rests on, as often as it does
_SHORT = 5_000  # of some ten kilobytes
_MUCH = 500  # documents that are judged one after the other
_WAIT = 20.0  # seconds that a text waits for those before it


def fetched(address: str) -> Original:
    """Fetch what stands at an address of the web, if anybody could.

    Raises:
        BadInput: If it cannot be had, or is not for anybody.
    """
    [found] = Web(address).originals()
    if isinstance(found, BadInput):
        raise found
    if not isinstance(found, Original):
        raise Unreadable(address, "there is nothing to read", "give the address of a page")
    return found


@dataclass(slots=True)
class Desk:
    """What all requests share.

    Readers never wait for a writer: each question is pinned to the last transaction whose findings are kept, on a
    connection of its own, and what was recorded since is taken in beside it.

    Attributes:
        ledger: The ledger.
        settings: How the server is set up.
        clock: Gives the moment, with its offset from UTC.
        tokens: Who may do what.
        sessions: Who has exchanged a token for a cookie.
        answers: Answers kept.
        metrics: Figures.
        fetch: Gives what stands at an address of the web, or raises ``BadInput``.
        texts: How often whom a text was read for.
        guesses: How often who came with a wrong token.
    """

    ledger: Ledger
    settings: Settings
    clock: Clock
    tokens: Tokens
    sessions: Sessions
    answers: Answers
    metrics: Metrics
    fetch: Callable[[str], Original] = fetched
    _reading: Lock = field(default_factory=Lock)
    _much: Lock = field(default_factory=Lock)
    texts: Buckets = field(init=False)
    guesses: Buckets = field(init=False)
    _erased: int = 0
    _lately: Lately = field(init=False)
    _evidence: AtHand[Evidence] = field(init=False)
    _dealings: AtHand[Dealt[Finding]] = field(init=False)
    _heard: AtHand[Dealt[Part]] = field(init=False)
    _between: AtHand[Between[Finding]] = field(init=False)
    _shortly: AtHand[Between[Part]] = field(init=False)
    _findings: AtHand[Judged] = field(init=False)
    _short: AtHand[Judged] = field(init=False)

    def __post_init__(self) -> None:
        """Make the buckets of what is limited, and room for what is kept at hand."""
        self.texts = Buckets(self.settings.limits.reading)
        self.guesses = Buckets(self.settings.limits.guessing)
        self._lately = Lately(partial(self.ledger.touched, Judging().basis))
        self._evidence = AtHand(_AT_HAND, self._lately, lambda found: 1 + len(found.traced))
        self._dealings = AtHand(_AT_HAND, self._lately, lambda found: 1 + sum(map(_claims_dealt, found.dealings)))
        self._heard = AtHand(_AT_HAND, self._lately, lambda found: 1 + sum(map(_parts_dealt, found.dealings)))
        self._between = AtHand(_AT_HAND, self._lately, _claims_between)
        self._shortly = AtHand(_AT_HAND, self._lately, _claims_shortly)
        self._short = AtHand(_SHORT, self._lately)
        self._findings = AtHand(_AT_HAND, self._lately, lambda found: _claims([found.finding]))

    def mark(self, known: Known = None) -> Mark:
        """Say how far the ledger has come, and let go of answers that hold words which were erased.

        Args:
            known: As known when.

        Raises:
            WrongUse: If ``known`` is neither a transaction nor a date.
            LedgerTrouble: If the ledger cannot be read.
        """
        mark = self.ledger.mark(Judging().basis, known=known)
        if mark.erased > self._erased:
            self._erased = mark.erased
            self.answers.forget()
            self._lately.forget()
            for kept in self._at_hand_of_all:
                kept.forget()
        return mark

    @property
    def _at_hand_of_all(self) -> tuple[AtHand[Any], ...]:
        """All that is kept at hand."""
        return self._evidence, self._dealings, self._heard, self._between, self._shortly, self._findings, self._short

    @contextmanager
    def reading_alone(self) -> Iterator[None]:
        """Read within, beside nobody else: the parser, and loading it, is not meant for two at a time.

        Raises:
            Refused: If too many wait for it already.
        """
        if not self._reading.acquire(timeout=_WAIT):
            raise Refused(503, "text", "too many texts are being read", "try again", {"Retry-After": "10"})
        try:
            yield
        finally:
            self._reading.release()

    def warm_up(self) -> None:
        """Load what reading takes, which is seconds that whoever hands in the first text need not wait."""
        with self.reading_alone():
            read_document(Document("warm", "Oman accepted an envoy."))

    def gather(self, ledger: Ledger, topic: Topic, *, parties: Collection[str], known: Known = None) -> Evidence:
        """Give evidence as ``asking.findings.evidence`` does: on any day, and until it is touched, it is at hand."""
        key = (topic, frozenset(parties))

        def make() -> Evidence:
            found = self._gathered(ledger, topic, parties, known)
            earlier = self._evidence.last((key, self._erased))
            return found.after(earlier) if earlier else found

        return self._at_hand(self._evidence, key, frozenset(parties), known, make)

    def _gathered(self, ledger: Ledger, topic: Topic, parties: Collection[str], known: Known) -> Evidence:
        """Gather evidence from findings at hand; from claims, where the ledger keeps no findings as known then."""
        if isinstance(known, int) and (some := outlines_about(ledger, topic, parties=parties, known=known)) is not None:
            judged = self.judged(ledger, some, known)
            findings, dates = [each.finding for each in judged], together(each.dates for each in judged)
            return evidence_in(ledger, topic, findings, dates, parties=parties, known=known)
        return evidence(ledger, topic, parties=parties, known=known)

    def dealings(
        self, ledger: Ledger, authority: str, state: str | None = None, *, known: Known = None
    ) -> tuple[Dealings[Finding], ...]:
        """Give dealings as ``asking.ladder.dealings_of`` does, likewise at hand."""
        return self.dealt(ledger, authority, state, known=known).dealings

    def dealt(self, ledger: Ledger, authority: str, state: str | None = None, *, known: Known = None) -> Dealt[Finding]:
        """Give the same with what writes them, for whoever asks for JSON."""
        parties = {authority} if state is None else {authority, state}

        def make() -> Dealt[Finding]:
            return Dealt(dealings_of(ledger, authority, state, known=known, gather=self.gather), shortened)

        return self._at_hand(self._dealings, (authority, state), parties, known, make)

    def heard(self, ledger: Ledger, authority: str, state: str, *, known: Known = None) -> Dealt[Part] | None:
        """Give the same of two, without words, as ``asking.ladder.heard_of`` does; None where that does."""
        if not isinstance(known, int):
            return None
        key, parties = ((authority, state), self._erased), {authority, state}
        if (kept := self._heard.kept(key, parties, known)) is not None:
            return kept
        with self._heard.alone.naming([key]):
            if (kept := self._heard.kept(key, parties, known)) is not None:  # somebody may have made it meanwhile
                return kept
            last = self._heard.last(key)
            made = heard_of(
                ledger, authority, state, known=known, earlier=last.before if last else None, turns_of=self._turn
            )
            return self._heard.keep(key, known, Dealt((made.dealings,), _itself, made.before)) if made else None

    def between(self, ledger: Ledger, authority: str, state: str, known: Known) -> Between[Finding]:
        """Give what is recorded between two as ``asking.dossier.between`` does, likewise at hand."""

        def make() -> Between[Finding]:
            [dealings] = self.dealings(ledger, authority, state, known=known)
            return between(ledger, dealings, known=known, findings=self._ask)

        return self._at_hand(self._between, (authority, state), _between_whom(authority, state), known, make)

    def between_in_short(self, ledger: Ledger, authority: str, state: str, known: Known) -> Between[Part] | None:
        """Give the same with findings in short, and without words of what the ladder rests on; None as ``heard``."""
        heard = self.heard(ledger, authority, state, known=known)
        if heard is None:
            return None
        [dealings] = heard.dealings

        def make() -> Between[Part]:
            return between(ledger, dealings, known=known, findings=self._ask_in_short)

        return self._at_hand(self._shortly, (authority, state), _between_whom(authority, state), known, make)

    def judged(self, ledger: Ledger, some: Sequence[Outline], known: int) -> tuple[Judged, ...]:
        """Give the findings of some outlines as ``asking.findings.ask`` does, likewise at hand; sorted by id."""
        kept, erased = self._findings, self._erased

        def at_hand(some: Iterable[Outline]) -> dict[str, Judged]:
            return {each.id: had for each in some if (had := kept.kept((each.id, erased), {each.id}, known))}

        found = at_hand(some)
        with kept.alone.naming(each.id for each in some if each.id not in found):
            found |= at_hand(each for each in some if each.id not in found)  # somebody may have made them meanwhile
            missing = sorted({each.id for each in some} - found.keys())
            made, sources = ask_with_sources(ledger, missing, known) if missing else ((), {})
            found |= {each.id: kept.keep((each.id, erased), known, Judged.of(each, sources)) for each in made}
        return tuple(found[id_] for id_ in sorted(found))

    def listed(self, ledger: Ledger, some: Sequence[Outline], known: int) -> tuple[Judged, ...]:
        """Give the findings of some outlines in their order: those that rest on very much in short, likewise at hand.

        Args:
            ledger: The ledger.
            some: The outlines.
            known: As known at that transaction.
        """
        short = self._in_short(ledger, [each for each in some if each.documents > MOST], known)
        whole = self.judged(ledger, [each for each in some if each.id not in short], known)
        found = {each.finding.id: each for each in whole} | short
        return tuple(found[each.id] for each in some)

    def _in_short(self, ledger: Ledger, some: Sequence[Outline], known: int) -> dict[str, Judged]:
        """Give findings in short by id; none where the ledger keeps no findings as known then."""
        kept, erased = self._short, self._erased
        found = {each.id: had for each in some if (had := kept.kept((each.id, erased), {each.id}, known))}
        missing = [each for each in some if each.id not in found]
        for made in in_short(ledger, missing, known) or () if missing else ():
            found[made.id] = kept.keep((made.id, erased), known, Judged.of(made, {}))
        return found

    def _ask(
        self, ledger: Ledger, *, parties: Collection[str], kind: str | None = None, known: Known = None
    ) -> tuple[Finding, ...]:
        """Give findings as ``asking.findings.ask`` does, likewise at hand."""
        if not isinstance(known, int):
            return ask(ledger, parties=parties, kind=kind, known=known)
        some = outline(ledger, parties=parties, kind=kind, known=known)
        return tuple(each.finding for each in self.judged(ledger, some, known))

    def _ask_in_short(
        self, ledger: Ledger, *, parties: Collection[str], kind: str | None = None, known: Known = None
    ) -> tuple[Finding, ...]:
        """Give the same, those that rest on very much in short; as known at a transaction."""
        some = outline(ledger, parties=parties, kind=kind, known=known)
        return tuple(each.finding for each in self.listed(ledger, some, known)) if isinstance(known, int) else ()

    def _at_hand(
        self, kept: AtHand[Value], key: Hashable, parties: AbstractSet[str], known: Known, make: Callable[[], Value]
    ) -> Value:
        """Give what is kept, or make it; only what is asked as known at a transaction is kept."""
        return kept.give((key, self._erased), parties, known, make) if isinstance(known, int) else make()

    def decide(self, decision: Decision, author: str) -> Decided | None:
        """Record a decision, now (see ``asking.deciding.record_decision``)."""
        made = record_decision(self.ledger, decision, author=author, moment=self._now())
        self.metrics.reached(self.mark())
        return made

    def record(self, read: Iterable[ReadDocument], author: str) -> Recorded:
        """Record what was read, now (see ``asking.reading.record_read``)."""
        recorded = record_read(self.ledger, read, author=author, moment=self._now(), watcher=self._watcher)
        self.metrics.reached(self.mark())
        return recorded

    @contextmanager
    def _turn(self, documents: int) -> Iterator[None]:
        """Let who judges very much begin when nobody else does: of many at once, all would end as late as the last."""
        with self._much if documents > _MUCH else nullcontext():
            yield

    @property
    def _watcher(self) -> Watcher:
        """Keeps what is judged anew while findings are brought up to date, where somebody asked for it before."""
        erased = self._erased

        def wants(finding: str) -> bool:
            return self._findings.last((finding, erased)) is not None

        def keep(known: int, findings: Sequence[Finding], sources: Mapping[str, Particulars]) -> None:
            for each in findings:
                self._findings.keep((each.id, erased), known, Judged.of(each, sources))

        return Watcher(wants, keep)

    def _now(self) -> str:
        return self.clock().isoformat(timespec="seconds")

    def catch_up(self) -> None:
        """Bring the findings up to date with what other programs recorded; a ledger in trouble is left as it is."""
        with suppress(LedgerTrouble):
            mark = self.mark()
            if mark.kept is None or mark.kept < mark.number:
                brought_up(self.ledger, self._watcher)
            self.metrics.reached(self.mark())


def _claims(findings: Iterable[Finding]) -> int:
    """Tell how many claims some findings rest on; one more, for none, too, take room."""
    return 1 + sum(len(each.claims) for each in findings)


def _claims_dealt(found: Dealings[Finding]) -> int:
    return _claims(found.parts())


def _parts_dealt(found: Dealings[Part]) -> int:
    """Tell how many parts dealings hold: of each a dozen claims are kept at most."""
    return sum(1 for _ in found.parts())


def _itself(part: Part) -> Part:
    return part


def _between_whom(authority: str, state: str) -> set[str]:
    """Tell whom all that is recorded between two is about: of what an authority claims to govern, one of them."""
    return {authority, state} if governed_by(authority) is None else {state}


def _claims_shortly(found: Between[Part]) -> int:
    return _claims((*found.findings, *found.missions)) + sum(len(each.grounds) for each in found.turns)


def _claims_between(found: Between[Finding]) -> int:
    shown = sum(len(each.grounds) for each in found.turns)
    return _claims((*found.findings, *found.missions)) + _claims_dealt(found.dealings) + shown


def desk_of(request: Request) -> Desk:
    """Give the desk of the application that a request was made to."""
    desk: Desk = request.app.state.desk
    return desk
