"""Limits: how large a request may be, how long an answer may take, how often one address may ask."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from threading import Lock

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from credence.serve.problems import Refused, problem_of, refused_often
from credence.serve.settings import Rate

_MOST = 10_000  # addresses remembered; whoever has not asked for longest is forgotten first


class Buckets:
    """A bucket for each address: what is taken out comes back with time."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with every bucket full.

        Args:
            rate: How large a bucket is, and how fast it fills again.
            clock: Gives seconds that only ever grow.
        """
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, address: str) -> float:
        """Take one out; give 0.0, or the seconds to wait where there is none, and then nothing is taken."""
        return self._turn(address, take=True)

    def wait(self, address: str) -> float:
        """Give the seconds until one could be taken out: 0.0 where it can be now."""
        return self._turn(address, take=False)

    def _turn(self, address: str, *, take: bool) -> float:
        if not self._rate.each:
            return 0.0
        with self._lock:
            now = self._clock()
            left, then = self._left.pop(address, (float(self._rate.burst), now))
            left = min(self._rate.burst, left + (now - then) * self._rate.each)
            enough = left >= 1
            self._left[address] = (left - 1 if enough and take else left, now)
            if len(self._left) > _MOST:
                self._left.popitem(last=False)
        return 0.0 if enough else (1 - left) / self._rate.each


def client_of(scope: Scope) -> str:
    """Give the address a request comes from; of IPv6 the network, as one client has a whole one."""
    host = (scope.get("client") or ("", 0))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
    return str(address)


class RateLimit:
    """Refuses an address that asks too often."""

    def __init__(self, app: ASGIApp, buckets: Buckets) -> None:
        """Stand before an application, with the buckets of whoever asks."""
        self._app = app
        self._buckets = buckets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] == "http" and (wait := self._buckets.take(client_of(scope))):
            await problem_of(refused_often("requests", wait))(scope, receive, send)
            return
        await self._app(scope, receive, send)


class SizeLimit:
    """Refuses what is larger than allowed, whether or not it says so, before anything of it is looked at."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        """Stand before an application; ``most`` is in bytes."""
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a whole request in, as far as allowed, and hand it on."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        stated = dict(scope["headers"]).get(b"content-length", b"0")
        content, more = bytearray(), not stated.isdigit() or int(stated[:20]) <= self._most
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            content += message.get("body", b"")
            more = message.get("more_body", False) and len(content) <= self._most
        if len(content) > self._most or (stated.isdigit() and int(stated[:20]) > self._most):
            refusal = Refused(413, "the request", f"it is larger than {self._most} bytes", "hand in less at a time")
            await problem_of(refusal)(scope, receive, send)
            return
        await self._app(scope, _handing(bytes(content), receive), send)


class TimeLimit:
    """Answers that it takes too long; what was begun ends by itself, and its answer is not sent."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        """Stand before an application."""
        self._app = app
        self._seconds = seconds
        self._running: set[asyncio.Future[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, and wait as long as allowed for the answer to begin."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given_up = False
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            if not given_up:
                begun = True
                await send(message)

        task = asyncio.ensure_future(self._app(scope, receive, sending))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        done, _ = await asyncio.wait({task}, timeout=self._seconds)
        if done or begun:
            await task
            return
        given_up = True
        task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        cause = f"the answer takes longer than {self._seconds:g} seconds"
        refusal = Refused(503, "the request", cause, "ask for less, or for one party", {"Retry-After": "10"})
        await problem_of(refusal)(scope, receive, send)


def _handing(content: bytes, receive: Receive) -> Receive:
    """Hand on what was taken in already, then whatever comes."""
    handed = False

    async def receiving() -> Message:
        nonlocal handed
        if handed:
            return await receive()
        handed = True
        return {"type": "http.request", "body": content, "more_body": False}

    return receiving
