"""Logging in: a token is exchanged for a cookie that no script reads and no other site sends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from credence.serve.access import COOKIE, WhoAsks, by_token
from credence.serve.desk import desk_of
from credence.serve.moments import pinned
from credence.serve.page.question import frame_of, rendered
from credence.serve.problems import Refused
from credence.serve.tokens import HOURS

router = APIRouter()

_HOME = "/"


@dataclass(frozen=True, slots=True)
class View:
    """The form.

    Attributes:
        hours: How long a session lasts.
    """

    hours: int


@router.get("/login")
def form(request: Request, caller: WhoAsks) -> Response:
    """Show the form, or who is logged in."""
    desk = desk_of(request)
    frame = frame_of(request, desk, caller, pinned(desk, None, None), None)
    return Response(
        rendered("login.html", frame, View(HOURS)),
        media_type="text/html",
        headers={"Cache-Control": "private, no-store"},
    )


@router.post("/login")
def login(request: Request, token: Annotated[str, Form(max_length=200)]) -> Response:
    """Exchange a token for a cookie."""
    desk = desk_of(request)
    found = by_token(desk, request, token.strip())
    answer = RedirectResponse(_HOME, 303)
    answer.set_cookie(
        COOKIE,
        desk.sessions.begin(found),
        max_age=HOURS * 3600,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/logout")
def logout(request: Request, caller: WhoAsks, key: Annotated[str, Form(max_length=200)]) -> Response:
    """End a session on this browser."""
    require_form_key(request, caller.cookie, key)
    answer = RedirectResponse(_HOME, 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def require_form_key(request: Request, cookie: str | None, key: str) -> None:
    """Refuse a form that did not come from one of our pages, shown to this session.

    Raises:
        Refused: If it did not.
    """
    if cookie is None or not desk_of(request).sessions.is_form_key(cookie, key):
        raise Refused(403, "form", "it does not belong to your session", "load the page again, and log in if needed")
