"""What all requests share: one ledger, answers kept, tokens, figures, the clock."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from fastapi import Request

from credence.asking.deciding import record_decision
from credence.asking.dossier import Between, between
from credence.asking.findings import brought_up, evidence
from credence.asking.ladder import dealings_of
from credence.asking.reading import record_read
from credence.errors import BadInput, LedgerTrouble, Unreadable
from credence.fetch.web import Web
from credence.flow import Judging, ReadDocument, read_document
from credence.judge import Dealings, Evidence
from credence.ledger import Known, Ledger, Mark, Recorded
from credence.model.decision import Decided, Decision
from credence.model.document import Document, Original
from credence.serve.answers import Answers
from credence.serve.at_hand import AtHand
from credence.serve.limits import Buckets
from credence.serve.metrics import Metrics
from credence.serve.problems import Refused
from credence.serve.settings import Settings
from credence.serve.tokens import Sessions, Tokens

Clock = Callable[[], datetime]

_GATHERED = 32  # parties, or pairs of them, of which something is at hand
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
    texts: Buckets = field(init=False)
    guesses: Buckets = field(init=False)
    _erased: int = 0
    _evidence: AtHand[Evidence] = field(default_factory=lambda: AtHand(_GATHERED))
    _dealings: AtHand[tuple[Dealings, ...]] = field(default_factory=lambda: AtHand(_GATHERED))
    _between: AtHand[Between] = field(default_factory=lambda: AtHand(_GATHERED))

    def __post_init__(self) -> None:
        """Make the buckets of what is limited."""
        self.texts = Buckets(self.settings.limits.reading)
        self.guesses = Buckets(self.settings.limits.guessing)

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
            self._evidence.forget()
            self._dealings.forget()
            self._between.forget()
        return mark

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

    def gather(
        self, ledger: Ledger, kinds: Collection[str], *, parties: Collection[str], known: Known = None
    ) -> Evidence:
        """Give evidence as ``asking.findings.evidence`` does: for other days of the same moment it is at hand."""
        key = (frozenset(kinds), frozenset(parties), known, self._erased)
        return self._evidence.give(key, lambda: evidence(ledger, kinds, parties=parties, known=known))

    def dealings(
        self, ledger: Ledger, authority: str, state: str | None = None, *, known: Known = None
    ) -> tuple[Dealings, ...]:
        """Give dealings as ``asking.ladder.dealings_of`` does, likewise at hand."""
        key = (authority, state, known, self._erased)
        return self._dealings.give(key, lambda: dealings_of(ledger, authority, state, known=known))

    def between(self, ledger: Ledger, authority: str, state: str, known: Known) -> Between:
        """Give what is recorded between two as ``asking.dossier.between`` does, likewise at hand."""
        key = (authority, state, known, self._erased)
        return self._between.give(key, lambda: between(ledger, authority, state, known=known))

    def decide(self, decision: Decision, author: str) -> Decided | None:
        """Record a decision, now (see ``asking.deciding.record_decision``)."""
        made = record_decision(self.ledger, decision, author=author, moment=self._now())
        self.metrics.reached(self.mark())
        return made

    def record(self, read: Iterable[ReadDocument], author: str) -> Recorded:
        """Record what was read, now (see ``asking.reading.record_read``)."""
        recorded = record_read(self.ledger, read, author=author, moment=self._now())
        self.metrics.reached(self.mark())
        return recorded

    def _now(self) -> str:
        return self.clock().isoformat(timespec="seconds")

    def catch_up(self) -> None:
        """Bring the findings up to date with what other programs recorded; a ledger in trouble is left as it is."""
        with suppress(LedgerTrouble):
            mark = self.mark()
            if mark.kept is None or mark.kept < mark.number:
                brought_up(self.ledger)
            self.metrics.reached(self.mark())


def desk_of(request: Request) -> Desk:
    """Give the desk of the application that a request was made to."""
    desk: Desk = request.app.state.desk
    return desk
