"""Errors of ours as ``application/problem+json`` (RFC 9457): the one place where HTTP statuses are decided."""

from __future__ import annotations

import json
from collections.abc import Mapping

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from credence.errors import BadInput, BadPeriod, CredenceError, LedgerTrouble, NotThere, WrongUse

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


def problem_of(error: CredenceError) -> Response:
    """Give the answer that tells of an error."""
    if isinstance(error, Refused):
        return problem(error.status, error, headers=error.headers)
    for kind, status, title in _STATUSES:
        if isinstance(error, kind):
            headers = {"Retry-After": "2"} if isinstance(error, LedgerTrouble) else {}
            return problem(status, error, title, headers)
    return problem(500, error)


def problem(
    status: int, error: CredenceError, title: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Write a problem: what sort it is, and the place, cause and remedy that every error of ours has.

    Args:
        status: The HTTP status.
        error: The error.
        title: What sort of problem it is, the same for all of the sort; by default what the status means.
        headers: Headers that go with it.
    """
    title = title or _TITLES.get(status, "wrong use")
    # Where the ledger is stored is nobody's business who asks from elsewhere.
    place = "the ledger" if isinstance(error, LedgerTrouble) else error.place
    body = {
        "type": f"urn:credence:problem:{title.replace(' ', '-')}",
        "title": title,
        "status": status,
        "detail": f"{place}: {error.cause}",
        "place": place,
        "cause": error.cause,
        "remedy": error.remedy,
    }
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return Response(content, status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA_TYPE)


def tell_problems(app: FastAPI) -> None:
    """Have an application answer errors with problems."""

    @app.exception_handler(CredenceError)
    def ours(_request: Request, error: CredenceError) -> Response:
        return problem_of(error)

    @app.exception_handler(RequestValidationError)
    def unlike(_request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        place = " ".join(str(part) for part in first.get("loc", ())) or "the request"
        return problem(422, BadInput(place, str(first.get("msg", "is not as described")), "see /api/v1/openapi.json"))

    @app.exception_handler(HTTPException)
    def by_the_framework(request: Request, error: HTTPException) -> Response:
        refusal = WrongUse(request.url.path, str(error.detail).lower(), "see /api/v1/openapi.json")
        return problem(error.status_code, refusal, headers=error.headers)
