"""Figures for Prometheus: how many requests, how long they took, how far the ledger has come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from credence.ledger import Mark

MEDIA_TYPE = CONTENT_TYPE_LATEST

_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.4, 1, 2.5, 10, 30)


class Metrics:
    """The figures of one server."""

    def __init__(self) -> None:
        """Begin at nothing, apart from whatever else this process counts."""
        self._lock = Lock()
        self._begun = self._ended = 0
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "credence_requests", "Requests answered", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "credence_request_seconds", "Time to the end of an answer", ("route",), buckets=_SECONDS,
            registry=self._registry,
        )  # fmt: skip
        self._now = Gauge("credence_requests_in_flight", "Requests being answered", registry=self._registry)
        self._number = Gauge("credence_ledger_transaction", "Last transaction recorded", registry=self._registry)
        self._kept = Gauge(
            "credence_ledger_kept_transaction", "Last transaction whose findings are kept", registry=self._registry
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an answer."""
        method = method if method in _METHODS else "other"
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    @contextmanager
    def in_flight(self) -> Iterator[None]:
        """Count a request while it is answered."""
        with self._lock:
            self._begun += 1
        try:
            with self._now.track_inprogress():
                yield
        finally:
            with self._lock:
                self._ended += 1

    def quiet_since(self, begun: int) -> bool:
        """Tell whether no request is being answered, and none has begun since so many had."""
        with self._lock:
            return begun == self._begun == self._ended

    @property
    def begun(self) -> int:
        """How many requests have begun."""
        return self._begun

    def reached(self, mark: Mark) -> None:
        """Note how far the ledger has come."""
        self._number.set(mark.number)
        self._kept.set(mark.number if mark.kept is None else mark.kept)

    def written(self) -> bytes:
        """Write all figures as Prometheus reads them."""
        return generate_latest(self._registry)
