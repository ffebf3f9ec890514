"""One address of the web, fetched so that whoever names it cannot reach what only this machine can.

Only http and https, at their own ports; every name is looked up once, all that it leads to must be public, and the
connection goes to the very address that was looked at; so with every redirect. Nothing is sent but the question: no
cookies, no name or password, no proxy of the environment's.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from threading import Timer
from types import MappingProxyType
from typing import cast
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from credence import __version__
from credence.errors import Unreadable
from credence.fetch import media
from credence.fetch.addresses import is_public
from credence.fetch.interface import Fetched, empty, too_large
from credence.model.document import Original

Resolve = Callable[[str, int], Sequence[str]]
"""Gives the IP addresses of a host name, to be asked at a port; raises ``OSError`` where it has none."""

Dial = Callable[[str, int, float], socket.socket]
"""Connects to an IP address and port, within seconds; raises ``OSError``."""

BOUND = 10 * 1024 * 1024
SECONDS = 20.0
REDIRECTS = 5

_PORTS = MappingProxyType({"http": 80, "https": 443})
_MOVED = frozenset({301, 302, 303, 307, 308})
_TYPES = MappingProxyType(
    {
        "text/html": media.HTML,
        "application/xhtml+xml": media.HTML,
        "text/plain": media.TEXT,
        "application/pdf": media.PDF,
    }
)
_NAME = re.compile(r"(?=.{1,253}\Z)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?", re.ASCII)
_HEADERS = MappingProxyType(
    {
        "User-Agent": f"credence/{__version__}",
        "Accept": ", ".join(_TYPES),
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
)
_AFTER = 0.05  # seconds: what was cut off is certainly late
_CHUNK = 64 * 1024
_REMEDY = "give the address of a page that anybody can open"


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def dial(address: str, port: int, seconds: float) -> socket.socket:
    """Connect to an address."""
    return socket.create_connection((address, port), timeout=seconds)


@cache
def _usual_trust() -> ssl.SSLContext:
    return ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class Web:
    """A page, text or PDF at an address of the web.

    Attributes:
        address: Its address.
        bound: The most bytes it may have.
        seconds: How long all of it may take, redirects included.
        resolve: Looks names up.
        dial: Connects.
        trust: Which certificates are believed.
        clock: Gives seconds that only ever grow.
    """

    address: str
    bound: int = BOUND
    seconds: float = SECONDS
    resolve: Resolve = resolve
    dial: Dial = dial
    trust: ssl.SSLContext = field(default_factory=_usual_trust)
    clock: Callable[[], float] = time.monotonic

    def originals(self) -> Iterator[Fetched]:
        """Give the one original, called by its address, or the error that says why there is none."""
        try:
            yield self._fetched()
        except Unreadable as error:
            yield error
        except TimeoutError:
            yield self._slow()
        except (OSError, http.client.HTTPException) as error:
            cause = str(getattr(error, "strerror", None) or type(error).__name__)
            yield Unreadable(self.address, f"it cannot be fetched: {cause}", "check the address, or try again later")

    def _fetched(self) -> Original:
        until, address = self.clock() + self.seconds, self.address
        for _ in range(REDIRECTS + 1):
            asked = self._checked(address)
            with self._asked(asked, until) as answer:
                if answer.status not in _MOVED:
                    return self._original(asked, answer, until)
                moved = urljoin(asked.geturl(), answer.headers.get("Location", ""))
            if asked.scheme == "https" and not moved.startswith("https:"):
                raise self._refused("it leads from https to what is not")
            address = moved
        raise self._refused(f"it leads on more than {REDIRECTS} times")

    def _checked(self, address: str) -> SplitResult:
        """Take an address apart, if it is one that may be asked for at all."""
        if not address.isprintable() or " " in address:  # urlsplit would leave some of it out
            raise self._refused("it is no address")
        try:
            asked = urlsplit(address)
            host = (asked.hostname or "").encode("idna").decode("ascii").lower()
            port = asked.port
        except (ValueError, UnicodeError) as error:
            raise self._refused("it is no address") from error
        if asked.scheme not in _PORTS:
            raise self._refused("it is neither http nor https")
        if asked.username is not None or asked.password is not None:
            raise self._refused("it holds a name or password")
        if port not in (None, _PORTS[asked.scheme]):
            raise self._refused("it names another port than that of the web")
        literal = f"[{host}]" if ":" in host else host
        if not (is_public(host) or (_NAME.fullmatch(host) and not _is_number(host))):
            raise self._refused("its host is not public")
        path = quote(asked.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(asked.query, safe="/%:@!$&'()*+,;=~-._?")
        return SplitResult(asked.scheme, literal, path, query, "")

    @contextmanager
    def _asked(self, asked: SplitResult, until: float) -> Iterator[http.client.HTTPResponse]:
        """Ask at an address that was looked at, whatever the name leads to by then."""
        host, port = cast("str", asked.hostname), _PORTS[asked.scheme]
        found = list(self.resolve(host, port))
        if not found or not all(map(is_public, found)):
            raise self._refused("its host is not public")
        with ExitStack() as stack:
            connected = stack.enter_context(self.dial(found[0], port, self._left(until)))
            _cut_off(connected, self._left(until), stack)
            if asked.scheme == "https":
                connected = stack.enter_context(self.trust.wrap_socket(connected, server_hostname=host))
            connection = http.client.HTTPConnection(asked.netloc, port)
            connection.sock = connected
            path = f"{asked.path}?{asked.query}" if asked.query else asked.path
            connection.request("GET", path, headers={"Host": asked.netloc, **_HEADERS})
            try:
                yield stack.enter_context(connection.getresponse())
            finally:
                self._left(until)  # what was cut off looks like an end

    def _original(self, asked: SplitResult, answer: http.client.HTTPResponse, until: float) -> Original:
        if answer.status != http.client.OK:
            raise Unreadable(self.address, f"its host answers {answer.status}", "check the address")
        stated = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if stated not in _TYPES:
            raise self._refused(f"it is {stated or 'of no stated kind'}, not a page, text or PDF")
        if answer.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
            raise self._refused("it is packed, though we asked for it plain")
        content = self._read(answer, until)
        if not content:
            raise empty(self.address)
        name = f"{asked.hostname}{asked.path}".rstrip("/") + (f"?{asked.query}" if asked.query else "")
        return Original(content, asked.geturl(), name, _TYPES[stated])

    def _read(self, answer: http.client.HTTPResponse, until: float) -> bytes:
        content = bytearray()
        while chunk := answer.read1(_CHUNK):
            content += chunk
            self._left(until)
            if len(content) > self.bound:
                raise too_large(self.address, self.bound)
        if answer.length:
            raise Unreadable(self.address, "it broke off", "try again later")
        return bytes(content)

    def _left(self, until: float) -> float:
        """Give the seconds left."""
        left = until - self.clock()
        if left <= 0:
            raise self._slow()
        return left

    def _refused(self, cause: str) -> Unreadable:
        return Unreadable(self.address, cause, _REMEDY)

    def _slow(self) -> Unreadable:
        return Unreadable(self.address, f"it takes longer than {self.seconds:g} seconds", "try again later")


def _cut_off(connected: socket.socket, seconds: float, stack: ExitStack) -> None:
    """Have a connection end after a time, however little at a time comes over it; the end of the stack calls it off."""

    def cut() -> None:
        with suppress(OSError):
            connected.shutdown(socket.SHUT_RDWR)

    connected.settimeout(seconds)
    timer = Timer(seconds + _AFTER, cut)
    timer.daemon = True
    timer.start()
    stack.callback(timer.cancel)


def _is_number(host: str) -> bool:
    """Tell whether a host is an IPv4 address in another notation than the usual: 2130706433, 0x7f.1, 127.1."""
    try:
        socket.inet_aton(host.removesuffix("."))
    except OSError:
        return False
    return True
