"""A small ledger with a history, and a server over it, for tests of what is served."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from fastapi.testclient import TestClient

from credence.flow import Judging
from credence.ledger import Ledger, Recording, open_ledger
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.document import Document
from credence.model.sighting import Polarity
from credence.serve.app import make_app
from credence.serve.settings import Limits, Settings

HERE = "http://127.0.0.1:8017"
MUTTAQI = Voice("Amir Khan Muttaqi", "taliban", "foreign minister")


@dataclass(slots=True)
class Clock:
    """A clock that stands still until it is moved."""

    now: dt.datetime = field(default_factory=lambda: dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC))

    def __call__(self) -> dt.datetime:
        return self.now

    def wait(self, hours: float) -> None:
        self.now += dt.timedelta(hours=hours)


def said(  # noqa: PLR0913 - every part of a claim that matters here
    document: Document,
    kind: str,
    words: str,
    *,
    when: str | None = None,
    by: tuple[Voice, ...] = (),
    polarity: Polarity = "affirmed",
    **roles: RoleValue,
) -> Claim:
    """Make a claim whose words stand in a document."""
    start = document.text.index(words)
    named = tuple(sorted((name.rstrip("_"), value) for name, value in roles.items()))
    quote = Quote(start, start + len(words), words)
    return Claim(
        document.id, document.sha256, kind, named, polarity, "actual", when, None, by, quote, "p"
    )  # fmt: skip


def story() -> Iterator[tuple[str, list[Recording]]]:
    """Give what was recorded when: four transactions."""
    envoys = Document(
        "envoys",
        "China accepted a Taliban ambassador. Oman accepted a Taliban envoy. No state recognised the Taliban.",
        published="2024-02-01",
        publisher="Example News",
    )
    yield (
        "2024-02-02T10:00:00Z",
        [
            Recording(
                envoys,
                (
                    said(envoys, "envoy.accept", "China accepted a Taliban ambassador", when="2024-01-30", host="cn",
                         sender="taliban", rank="ambassador"),
                    said(envoys, "envoy.accept", "Oman accepted a Taliban envoy", host="om", sender="taliban"),
                    said(envoys, "recognition.grant", "No state recognised the Taliban", polarity="denied",
                         recognizer="*", recognized="taliban"),
                ),
            )
        ],
    )  # fmt: skip
    missions = Document(
        "a/b: missions", "The Taliban run 39 missions. The Taliban run an embassy in Oman.", published="2024-09-20"
    )
    yield (
        "2024-09-21T10:00:00Z",
        [
            Recording(
                missions,
                (
                    said(missions, "mission.count", "The Taliban run 39 missions", by=(MUTTAQI,), operator="taliban",
                         value="39"),
                    said(missions, "mission.operate", "The Taliban run an embassy in Oman", operator="taliban",
                         host="om", post="embassy"),
                ),
            )
        ],
    )  # fmt: skip
    denial = Document("denial", "China accepted no Taliban ambassador, a paper said.", published="2024-10-01")
    yield (
        "2024-10-02T10:00:00Z",
        [
            Recording(
                denial,
                (said(denial, "envoy.accept", "China accepted no Taliban ambassador", polarity="denied", host="cn",
                      sender="taliban"),),
            )
        ],
    )  # fmt: skip
    russia = Document("russia", "Russia recognised the Taliban on 3 July 2025.", published="2025-07-04")
    yield (
        "2025-07-05T10:00:00Z",
        [
            Recording(
                russia,
                (said(russia, "recognition.grant", "Russia recognised the Taliban", when="2025-07-03",
                      recognizer="ru", recognized="taliban"),),
            )
        ],
    )  # fmt: skip


def more(name: str) -> Recording:
    """Make a document that nobody knows of yet."""
    document = Document(name, "Chad accepted a Taliban envoy.", published="2025-08-01")
    return Recording(document, (said(document, "envoy.accept", document.text[:-1], host="td", sender="taliban"),))


def record(ledger: Ledger, *recordings: Recording, moment: str = "2025-08-02T10:00:00Z") -> None:
    """Record something, without bringing anything up to date."""
    ledger.record(recordings, moment=moment, author="tester", tool="credence 0")


def filled(path: Path) -> str:
    """Make a ledger of the story, brought up to date; give its address."""
    with open_ledger(str(path)) as ledger:
        for moment, recordings in story():
            record(ledger, *recordings, moment=moment)
        ledger.bring_up(Judging())
    return str(path)


GENTLE = Limits(threads=4)


@contextmanager
def served(address: str, settings: Settings | None = None, clock: Clock | None = None) -> Iterator[TestClient]:
    """Serve a ledger, without a network between; what other programs record is not looked for in the meantime."""
    settings = replace(settings or Settings(address, limits=GENTLE), ledger=address, refresh=3600)
    with (
        open_ledger(address, create=False) as ledger,
        TestClient(make_app(ledger, settings, clock or Clock()), base_url=HERE) as client,
    ):
        yield client
