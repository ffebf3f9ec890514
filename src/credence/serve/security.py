"""What keeps pages and answers where they belong: headers, the names we are asked by, other sites."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from credence.serve.problems import Refused, problem_of

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""On every answer. Nothing inline runs or is styled, nothing comes from another host, nobody puts us into a frame, and
other sites are not told where a reader comes from: addresses hold what was searched for. We are: a browser that may not
say so to us does not say either that it was our own page that sent a form, and the form is refused."""

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Security:
    """Sets the headers; refuses requests by names that are not ours, and changes that other sites ask for."""

    def __init__(self, app: ASGIApp, names: Collection[str] | None) -> None:
        """Stand before an application.

        Args:
            app: The application.
            names: Host names to be asked by; None for any. A server that only this machine can reach is asked by no
                other than its own: a page elsewhere could else have its own name lead here, and read what we answer.
        """
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if refusal := self._refusal(scope["method"], Headers(scope=scope)):
            await problem_of(refusal)(scope, receive, sending)
            return
        await self._app(scope, receive, sending)

    def _refusal(self, method: str, headers: Headers) -> Refused | None:
        host = _host(headers.get("host", ""))
        if self._names is not None and host not in self._names:
            return Refused(421, "host", "this server is not asked by that name", "start it with --name NAME")
        if method not in _SAFE and _from_elsewhere(headers):
            return Refused(403, "origin", "another site asks for a change", "ask from this server's own pages")
        return None


def _host(stated: str) -> str:
    """Give the name of a Host header without its port; empty where it is none."""
    try:
        return (urlsplit(f"//{stated}").hostname or "").removesuffix(".")
    except ValueError:
        return ""


def _from_elsewhere(headers: Headers) -> bool:
    """Tell whether a browser says that the request comes from another site's page."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    if origin is None:
        return False
    try:
        return urlsplit(origin).netloc != headers.get("host")
    except ValueError:
        return True
