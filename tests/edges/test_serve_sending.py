"""Answers are compressed for who takes that, and HEAD is answered as GET, but for the content."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from credence.serve.settings import API
from pages import PAGE
from views import served_pages

PLAIN, PACKED = {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip"}
NAMES = {
    "party": "taliban",
    "name": "taliban",
    "authority": "taliban",
    "state": "cn",
    "document": "envoys",
    "finding": "f000000000000000",
    "claim": "c000000000000000",
}
ASKED = "party=taliban&q=envoy&since=1&on=2024-02-02"


def addresses(app: FastAPI) -> list[str]:
    """Give an address of every route that is read."""
    routes = [*served_pages(), *(path for path, how in app.openapi()["paths"].items() if "get" in how)]
    paths = {re.sub(r"\{(\w+)[^}]*\}", lambda name: NAMES.get(name[1], "envoys"), each) for each in routes}
    more = (f"{API}/openapi.json", "/static/credence.css", "/health", "/metrics", "/nowhere")
    return [*sorted(f"{path}?{ASKED}" for path in paths), *more]


def sized(answer: Response) -> tuple[int, dict[str, str]]:
    """Give the status of an answer, and its headers but for those that tell when."""
    return answer.status_code, {name: value for name, value in answer.headers.items() if name != "date"}


def test_head_is_answered_as_get_without_the_content(client: TestClient) -> None:
    app = client.app
    assert isinstance(app, FastAPI)
    found = addresses(app)
    assert len(found) > 30
    for address in found:
        for how in (PLAIN, PACKED):
            whole, head = client.get(address, headers=PAGE | how), client.head(address, headers=PAGE | how)
            assert head.content == b"", address
            if not address.startswith("/metrics"):  # whose figures grow by every request
                assert sized(head) == sized(whole), address


def test_head_of_what_is_only_written_to_is_refused_as_get_is(client: TestClient) -> None:
    assert client.head(f"{API}/check").status_code == client.get(f"{API}/check").status_code == 405


@pytest.mark.parametrize(
    "path", [f"{API}/findings", f"{API}/openapi.json", "/", "/findings", "/drawn.css", "/static/credence.css"]
)
def test_it_is_compressed_for_who_takes_that(client: TestClient, path: str) -> None:
    plain, packed = (client.get(path, headers=PAGE | how) for how in (PLAIN, PACKED))
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.content == packed.content
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 2
    assert "Accept-Encoding" in plain.headers["vary"]
    assert "Accept-Encoding" in packed.headers["vary"]


def test_what_is_small_is_not(client: TestClient) -> None:
    answer = client.get("/health", headers=PACKED)
    assert "content-encoding" not in answer.headers
    assert answer.json() == {"status": "ok"}


@pytest.mark.parametrize("path", [f"{API}/findings", "/findings", "/drawn.css", "/static/credence.css"])
def test_who_has_the_one_form_need_not_get_the_other(client: TestClient, path: str) -> None:
    for had, asked in ((PLAIN, PACKED), (PACKED, PLAIN), (PACKED, PACKED)):
        tag = client.get(path, headers=PAGE | had).headers["etag"]
        again = client.get(path, headers=PAGE | asked | {"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert "Accept-Encoding" in again.headers["vary"]
    assert tag.startswith("W/")  # a strong one would promise the same bytes
