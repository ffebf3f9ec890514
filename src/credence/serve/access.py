"""Access: reading is open where only this machine can ask; all else takes a token of a role, or its cookie.

What looks nothing up is asked by the loop itself, which FastAPI does with coroutines: each change of threads would wait
for its turn behind all that is being judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.concurrency import run_in_threadpool
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from credence.serve.desk import Desk, desk_of
from credence.serve.limits import client_of
from credence.serve.problems import Refused, refused_often
from credence.serve.tokens import Role, Token

COOKIE = "credence_session"

_BEARER = HTTPBearer(auto_error=False, scheme_name="token", description="A token, from `credence token add`.")
_A: dict[Role, str] = {"reader": "a reader", "reviewer": "a reviewer", "editor": "an editor"}
_HOW = {"WWW-Authenticate": "Bearer"}

Presented = Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks.

    Attributes:
        token: The token; None for somebody unnamed who may read.
        cookie: The session's cookie; None where the token itself was presented.
    """

    token: Token | None = None
    cookie: str | None = None

    @property
    def name(self) -> str:
        """What transactions say as their author."""
        return self.token.name if self.token else "nobody"

    def may(self, role: Role) -> bool:
        """Tell whether this caller has a role."""
        return self.token is not None and self.token.allows(role)


async def caller_of(request: Request, presented: Presented = None) -> Caller:
    """Find who asks; where nothing is presented, nobody need look it up.

    Raises:
        Refused: If a token is presented that is none, or that happened too often.
    """
    if presented is None and COOKIE not in request.cookies:
        return Caller()
    return await run_in_threadpool(_looked_up, request, presented)


def _looked_up(request: Request, presented: HTTPAuthorizationCredentials | None) -> Caller:
    desk = desk_of(request)
    if presented is not None:
        return Caller(by_token(desk, request, presented.credentials))
    cookie = request.cookies.get(COOKIE)
    if cookie and (id_ := desk.sessions.token_id(cookie)) and (token := desk.tokens.by_id(id_)):
        return Caller(token, cookie)
    return Caller()


def by_token(desk: Desk, request: Request, presented: str) -> Token:
    """Give the token that is presented; whoever presents wrong ones again and again waits.

    Raises:
        Refused: If it is none, or that happened too often.
    """
    client = client_of(request.scope)
    if wait := desk.guesses.wait(client):
        raise refused_often("wrong tokens", wait)
    token = desk.tokens.of(presented)
    if token is None:
        desk.guesses.take(client)
        raise Refused(401, "token", "it is none that is known here", "ask whoever runs the server", _HOW)
    return token


WhoAsks = Annotated[Caller, Depends(caller_of)]


async def _reading(request: Request, caller: WhoAsks) -> Caller:
    if not desk_of(request).settings.is_loopback:
        _require(caller, "reader")
    return caller


async def _reviewing(caller: WhoAsks) -> Caller:
    return _changing(caller, "reviewer")


async def _editing(caller: WhoAsks) -> Caller:
    return _changing(caller, "editor")


def _changing(caller: Caller, role: Role) -> Caller:
    if caller.cookie is not None:  # forms of pages bring a key along, which programs do not have
        raise Refused(403, "session", "a program needs the token itself", "send: Authorization: Bearer TOKEN")
    _require(caller, role)
    return caller


def _require(caller: Caller, role: Role) -> None:
    if caller.token is None:
        raise Refused(401, "token", f"this takes a token of {_A[role]}", "send: Authorization: Bearer TOKEN", _HOW)
    if not caller.token.allows(role):
        raise Refused(403, "token", f"it is {_A[caller.token.role]}'s", f"this takes one of {_A[role]}")


Reading = Annotated[Caller, Depends(_reading)]
Reviewing = Annotated[Caller, Depends(_reviewing)]
Editing = Annotated[Caller, Depends(_editing)]
