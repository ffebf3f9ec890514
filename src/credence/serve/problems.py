"""Errors of ours as ``application/problem+json`` (RFC 9457): the one place where HTTP statuses are decided."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from credence.errors import BadInput, BadPeriod, CredenceError, LedgerTrouble, NotThere, WrongUse
from credence.serve.settings import API

MEDIA_TYPE = "application/problem+json"

# The first that an error is one of decides; kinds of error stand before what they are kinds of.
_STATUSES: tuple[tuple[type[CredenceError], int, str], ...] = (
    (NotThere, 404, "not there"),
    (WrongUse, 400, "wrong use"),
    (LedgerTrouble, 503, "the ledger cannot be used just now"),
    (BadPeriod, 400, "wrong use"),
    (BadInput, 422, "cannot be read"),
)

_TITLES = {
    400: "wrong use",
    401: "a token is needed",
    403: "not allowed",
    404: "not there",
    405: "wrong use",
    408: "too slow",
    411: "length needed",
    413: "too large",
    415: "not of this kind",
    421: "asked by another name",
    422: "cannot be read",
    429: "too often",
    500: "a fault of ours",
    503: "busy",
}


class Refused(WrongUse):
    """A request is refused for how it was made, whatever it asks.

    Attributes:
        status: The HTTP status.
        headers: Headers that go with it.
    """

    def __init__(
        self, status: int, place: str, cause: str, remedy: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        """Keep the status beside the three parts every error has."""
        super().__init__(place, cause, remedy)
        self.status = status
        self.headers = dict(headers or {})


def refused_often(place: str, seconds: float) -> Refused:
    """Make the refusal of what was asked too often.

    Args:
        place: What there was too much of.
        seconds: After how long it may be asked again.
    """
    wait = str(max(1, round(seconds + 0.5)))
    return Refused(429, place, "it came too often", f"wait {wait} seconds", {"Retry-After": wait})


@dataclass(frozen=True, slots=True)
class Told:
    """An error as it is told to whoever asked.

    Attributes:
        status: The HTTP status.
        title: What sort of problem it is, the same for all of the sort.
        place: Where it is.
        cause: What is wrong, in one clause.
        remedy: What to do about it, in one clause; empty where nothing can be done.
        headers: Headers that go with it.
    """

    status: int
    title: str
    place: str
    cause: str
    remedy: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> Response:
        """Give the answer for a program."""
        body = {
            "type": f"urn:credence:problem:{self.title.replace(' ', '-')}",
            "title": self.title,
            "status": self.status,
            "detail": f"{self.place}: {self.cause}",
            "place": self.place,
            "cause": self.cause,
            "remedy": self.remedy,
        }
        content = json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace")
        return Response(content, self.status, {"Cache-Control": "no-store", **self.headers}, MEDIA_TYPE)


def told(error: CredenceError) -> Told:
    """Say what an error means to whoever asked."""
    if isinstance(error, Refused):
        return _told(error.status, error, headers=error.headers)
    for kind, status, title in _STATUSES:
        if isinstance(error, kind):
            # Where the ledger is stored is nobody's business who asks from elsewhere.
            if isinstance(error, LedgerTrouble):
                return Told(status, title, "the ledger", error.cause, error.remedy, {"Retry-After": "2"})
            return _told(status, error, title)
    return _told(500, error)


def problem_of(error: CredenceError) -> Response:
    """Give the answer for a program that tells of an error."""
    return told(error).as_json()


def fault() -> Told:
    """Tell of an error that nobody foresaw, without its words."""
    return Told(500, _TITLES[500], "the server", "it failed at this", "see its log, and tell us")


def _told(
    status: int, error: CredenceError, title: str | None = None, headers: Mapping[str, str] | None = None
) -> Told:
    title = title or _TITLES.get(status, "wrong use")
    return Told(status, title, error.place, error.cause, error.remedy, headers or {})


def tell_problems(app: FastAPI, show: Callable[[Request, Told], Response]) -> None:
    """Have an application answer errors with problems.

    Args:
        app: The application.
        show: Shows one to a person, who asked for a page.
    """

    def answer(request: Request, problem: Told) -> Response:
        wants_page = "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(API)
        return show(request, problem) if wants_page else problem.as_json()

    @app.exception_handler(CredenceError)
    def ours(request: Request, error: CredenceError) -> Response:
        return answer(request, told(error))

    @app.exception_handler(RequestValidationError)
    def unlike(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        place = " ".join(str(part) for part in first.get("loc", ())) or "the request"
        cause = str(first.get("msg", "is not as described"))
        return answer(request, Told(422, _TITLES[422], place, cause, f"see {API}/openapi.json"))

    @app.exception_handler(HTTPException)
    def by_the_framework(request: Request, error: HTTPException) -> Response:
        title = _TITLES.get(error.status_code, "wrong use")
        cause = str(error.detail).lower()
        return answer(
            request,
            Told(error.status_code, title, request.url.path, cause, f"see {API}/openapi.json", error.headers or {}),
        )
