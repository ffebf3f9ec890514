"""A line of JSON for each request, without contents: no words asked for, no texts, no secrets."""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import IO

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from credence.serve.limits import client_of
from credence.serve.metrics import Metrics
from credence.serve.problems import fault
from credence.serve.settings import API

LOGGER = "credence.serve"


class Lines(logging.Handler):
    """Writes what is logged as JSON, one a line."""

    def __init__(self, stream: IO[str], clock: Callable[[], datetime]) -> None:
        """Take a stream, and a clock that gives the moment with its offset from UTC."""
        super().__init__()
        self._stream = stream
        self._clock = clock

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line: the moment, how grave it is, what it says, and fields."""
        fields: Mapping[str, object] = getattr(record, "fields", {})
        moment = self._clock().isoformat(timespec="milliseconds")
        line = {"moment": moment, "level": record.levelname.lower(), "says": record.getMessage(), **fields}
        try:
            self._stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._stream.flush()
        except (OSError, ValueError):  # whoever read our log has gone: requests go on
            self.handleError(record)


def log_to(stream: IO[str], clock: Callable[[], datetime]) -> None:
    """Log to a stream, the server's own notices among it."""
    handler = Lines(stream, clock)
    for name in (LOGGER, "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False
    logging.getLogger("uvicorn.access").disabled = True  # it writes whole addresses, and what was asked for with them


class Log:
    """Logs and counts each request, and answers for an error that nobody foresaw."""

    def __init__(self, app: ASGIApp, metrics: Metrics, seconds: Callable[[], float] = time.perf_counter) -> None:
        """Stand before an application."""
        self._app = app
        self._metrics = metrics
        self._seconds = seconds
        self._logger = logging.getLogger(LOGGER)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, then tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status, size = self._seconds(), 0, 0

        async def sending(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        error: dict[str, object] = {}
        with self._metrics.in_flight():
            try:
                await self._app(scope, receive, sending)
            except Exception as unforeseen:  # noqa: BLE001 - whatever it is, the asker gets an answer and the log a line
                error = _told(unforeseen)
                if not status:
                    await fault().as_json()(scope, receive, sending)
        took = self._seconds() - start
        route = route_of(scope)
        self._metrics.answered(scope["method"], route, status, took)
        fields: dict[str, object] = {
            "method": scope["method"],
            "route": route,
            "status": status,
            "ms": round(took * 1000, 1),
            "bytes": size,
            "client": client_of(scope),
            **error,
        }
        self._logger.log(logging.ERROR if error else logging.INFO, "request", extra={"fields": fields})


def route_of(scope: Scope) -> str:
    """Give the route that answered, with the names of its parts instead of what was asked for."""
    path = str(getattr(scope.get("route"), "path", "")) or "none"
    begun = scope["path"].startswith(API) and not path.startswith(API)  # a router's routes may not know its prefix
    return f"{API}{path}" if begun and path != "none" else path


def _told(error: Exception) -> dict[str, object]:
    """Say of which kind an error is and where it was raised; its message might hold contents."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "credence" in frame.filename] or list(frames)
    at = f"{ours[-1].filename.rpartition('credence/')[2]}:{ours[-1].lineno}" if ours else ""
    return {"error": type(error).__name__, "at": at}
