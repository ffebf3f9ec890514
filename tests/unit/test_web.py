"""Addresses of the web: nothing private is reached, whatever the notation, name, redirect or moment."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from credence.errors import Unreadable
from credence.fetch.addresses import is_public
from credence.fetch.web import REDIRECTS, Web
from credence.model.document import Original

PUBLIC = "93.184.215.14"


class Pages(BaseHTTPRequestHandler):
    """A host that answers by path."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.headers["Host"], self.path))
        where, _, rest = self.path[1:].partition("/")
        if where == "to":
            self.send_response(302)
            self.send_header("Location", rest)
            self.end_headers()
            return
        if where == "slow":
            threading.Event().wait(1)
        if where == "dripping":
            self.drip()
            return
        self.send_response(404 if where == "none" else 200)
        if where != "untyped":
            self.send_header("Content-Type", rest if where == "type" else "text/plain; charset=utf-8")
        if where == "short":
            self.send_header("Content-Length", "1000")
        if where == "packed":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        size = int(rest) if where == "large" else 1
        with suppress(OSError):  # whoever asked may have gone
            self.wfile.write(b"Oman accepted an envoy." * size if where != "empty" else b"")

    def drip(self) -> None:
        """Never come to the end of the first header."""
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            for _ in range(100):
                self.wfile.write(b"x")
                threading.Event().wait(0.05)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass
class Net:
    """A network in which every public address leads to one host of ours.

    Attributes:
        port: Where the host really is.
        names: What names lead to, each time they are looked up; the last stays.
        dialled: Addresses connected to.
        asked: Host and path of what was asked for.
    """

    port: int
    asked: list[tuple[str, str]]
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    dialled: list[tuple[str, int]] = field(default_factory=list)

    def resolve(self, host: str, _port: int) -> Sequence[str]:
        if host not in self.names:
            return [host] if host.replace(".", "").isdigit() or ":" in host else [PUBLIC]
        found = self.names[host]
        return found.pop(0) if len(found) > 1 else found[0]

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        assert is_public(address), f"reached {address}"
        self.dialled.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def fetch(self, address: str, *, bound: int = 10_000, seconds: float = 10) -> Original | Unreadable:
        [found] = Web(address, bound, seconds, self.resolve, self.dial).originals()
        assert isinstance(found, Original | Unreadable)
        return found

    def refusal(self, address: str) -> str:
        found = self.fetch(address)
        assert isinstance(found, Unreadable), f"{address} was fetched"
        return found.cause


@pytest.fixture(scope="module")
def public() -> Iterator[Net]:
    asked: list[tuple[str, str]] = []
    handler = type("Handler", (Pages,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Net(server.server_address[1], asked)
        server.shutdown()


@pytest.fixture
def net(public: Net) -> Net:
    public.asked.clear()
    return Net(public.port, public.asked)


def test_a_page_is_fetched_and_called_by_its_address(net: Net) -> None:
    found = net.fetch("http://news.example/world?page=2#top")
    assert found == Original(
        b"Oman accepted an envoy.", "http://news.example/world?page=2", "news.example/world?page=2", "text/plain"
    )  # fmt: skip
    assert net.dialled == [(PUBLIC, 80)]
    assert net.asked == [("news.example", "/world?page=2")]


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://news.example/", "gopher://news.example/", "data:text/plain,x", "javascript:1"),
        *(
            "dict://127.0.0.1:11211/",
            "news.example",
            "//news.example/",
            "",
            "http://",
            "http:///x",
            "http://[",
            "HTTP:x",
        ),
        *(f"http://{who}@news.example/" for who in ("user", "user:word", ":")),
        *("http://news.example:22/", "http://news.example:8080/", "https://news.example:80/", "http://news.example:x/"),
        *("http://news example/", "http://news\n.example/", "http://-news.example/", "http://n\0.example/"),
        *(
            "http://a..example/",
            f"http://{'a' * 64}.example/",
            f"http://{'a.' * 200}example/",
            "http://%31%32%37.0.0.1/",
        ),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(net: Net, address: str) -> None:
    assert net.refusal(address)
    assert net.dialled == []


PRIVATE = (
    *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),  # noqa: S104 - to be refused
    *("169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1"),
    *("224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.88.99.1"),
    *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"),
    *("fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "3fff::1"),
    *("64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::1", "2001:0:7f00:1::1", "100::1", "5f00::1", "4000::1"),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused_as_written_and_behind_a_name(net: Net, address: str) -> None:
    assert not is_public(address)
    literal = f"[{address}]" if ":" in address else address
    assert net.refusal(f"http://{literal}/") in ("its host is not public", "it is no address")
    net.names["inner.example"] = [[address]]
    assert net.refusal("http://inner.example/") == "its host is not public"
    net.names["both.example"] = [[PUBLIC, address]]
    assert net.refusal("https://both.example/") == "its host is not public"
    assert net.refusal(f"http://news.example/to/http://{literal}/")
    assert {each for each, _ in net.dialled} == {PUBLIC}


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"])
def test_what_is_public_may_be_asked(net: Net, address: str) -> None:
    assert is_public(address)
    assert isinstance(net.fetch(f"http://{f'[{address}]' if ':' in address else address}/"), Original)


@pytest.mark.parametrize(
    "host",
    [
        *("2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "127.1", "127.0.1", "127.0.0.1."),
        *("0", "0x0", "127.000.000.001", "⑫7.0.0.1", "127。0。0。1", "１２７.0.0.1", "3232235777", "0xA9FEA9FE"),
        *("1572395042", "0x5db8d70e"),  # public ones: nobody writes them so
    ],
)  # fmt: skip
def test_an_address_in_another_notation_is_refused(net: Net, host: str) -> None:
    assert net.refusal(f"http://{host}/") in ("its host is not public", "it is no address")
    assert net.dialled == []


def test_a_name_that_leads_elsewhere_by_then_is_asked_where_it_was_looked_up(net: Net) -> None:
    net.names["turning.example"] = [[PUBLIC], ["127.0.0.1"]]
    assert isinstance(net.fetch("http://turning.example/"), Original)
    assert net.dialled == [(PUBLIC, 80)]
    assert net.refusal("http://turning.example/") == "its host is not public"


def test_a_redirect_is_looked_at_like_any_address(net: Net) -> None:
    found = net.fetch("http://news.example/to//world")
    assert isinstance(found, Original)
    assert found.address == "http://news.example/world"
    net.names["inner.example"] = [["10.0.0.1"]]
    net.names["turning.example"] = [[PUBLIC], ["127.0.0.1"]]
    for target in (
        "http://inner.example/",
        "file:///etc/passwd",
        "http://news.example:22/",
        "//127.0.0.1/",
        "http://0/",
    ):
        assert net.refusal(f"http://news.example/to/{target}")
    assert net.refusal("http://turning.example/to/http://turning.example/x") == "its host is not public"
    loop = "http://news.example/to/" * (REDIRECTS + 1) + "http://news.example/"
    assert "leads on" in net.refusal(loop)
    assert {each for each, _ in net.dialled} == {PUBLIC}


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("none", "answers 404"),
        ("empty", "empty"),
        ("large/1000", "larger than"),
        ("short", "broke off"),
        ("packed", "packed"),
        ("untyped", "no stated kind"),
        ("type/image/png", "image/png"),
        ("type/application/json", "application/json"),
        ("type/x", "not a page"),
        ("type/text/html/../../x", "not a page"),
    ],
)
def test_what_is_no_page_of_a_fair_size_is_refused(net: Net, path: str, says: str) -> None:
    assert says in net.refusal(f"http://news.example/{path}")


@pytest.mark.parametrize(
    ("path", "kind"), [("type/text/html", "text/html"), ("type/application/pdf", "application/pdf")]
)
def test_pages_and_papers_are_told_by_what_their_host_says(net: Net, path: str, kind: str) -> None:
    found = net.fetch(f"http://news.example/{path}")
    assert isinstance(found, Original)
    assert found.media_type == kind


@pytest.mark.parametrize("path", ["slow", "dripping"])
def test_what_takes_too_long_is_given_up(net: Net, path: str) -> None:
    found = net.fetch(f"http://news.example/{path}", seconds=0.3)
    assert isinstance(found, Unreadable)
    assert "longer than 0.3 seconds" in found.cause


def test_a_host_that_is_not_there_is_told(net: Net) -> None:
    def nowhere(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    [found] = Web("http://nowhere.example/", resolve=nowhere, dial=net.dial).originals()
    assert isinstance(found, Unreadable)
    assert "Name or service not known" in found.cause


def test_a_certificate_that_is_not_believed_is_refused(net: Net) -> None:
    assert "cannot be fetched" in net.refusal("https://news.example/")
