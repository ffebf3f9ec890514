"""Sending: answers are compressed where the asker takes that, and only their head is sent where only that is wanted."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SMALL = 1000  # bytes that go in one packet anyway
_LEVEL = 6  # of 9, beyond which it takes much longer and saves little


class Compressed:
    """Compresses answers; what is compared by ETag is then the words, as the bytes may be one or the other.

    No other site can have us put its words beside a session's secrets, and learn from the size how alike they are: it
    is not sent the session's cookie.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = GZipMiddleware(app, minimum_size=_SMALL, compresslevel=_LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, and say in whichever form it is answered that there is another."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Accept-Encoding")
                tag = headers.get("etag", "W/")
                if "content-encoding" in headers and not tag.startswith("W/"):
                    headers["etag"] = f"W/{tag}"
            await send(message)

        await self._app(scope, receive, sending)


class Heads:
    """Answers HEAD as GET is answered, without the content."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, as one of GET."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        asked = {**scope, "method": "GET"}  # the server below goes on to know it as HEAD
        try:
            await self._app(asked, receive, sending)
        finally:
            scope["route"] = asked.get("route")
