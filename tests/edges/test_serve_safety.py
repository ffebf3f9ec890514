"""What a server refuses: other names, other sites, too much, too often, too slow, and whoever has no token for it."""

from __future__ import annotations

import json
import logging
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from credence.cli import main
from credence.errors import WrongUse
from credence.model.document import Original
from credence.serve.limits import Buckets, client_of
from credence.serve.log import LOGGER, log_to
from credence.serve.run import run
from credence.serve.security import HEADERS
from credence.serve.settings import Limits, Rate, Settings, is_loopback
from credence.serve.tokens import Role, Sessions, Tokens
from served import GENTLE, Clock, served

API = "/api/v1"
TEXT = {"text": "Chad accepted a Taliban envoy on 3 August 2025."}
ELSEWHERE = Settings("", host="192.0.2.1", limits=GENTLE)


@pytest.fixture
def tokens(own: str) -> Tokens:
    return Tokens(Path(f"{own}.tokens"))


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def with_tokens(tokens: Tokens, settings: Settings | None = None) -> Settings:
    return replace(settings or Settings("", limits=GENTLE), tokens=tokens.path)


def desk_of(client: TestClient) -> Any:  # noqa: ANN401 - what the application holds
    return client.app.state.desk  # type: ignore[attr-defined]


# --- headers, names, sites ---


@pytest.mark.parametrize(
    "path", ["/health", f"{API}/findings", f"{API}/findings?on=x", "/nothing", f"{API}/openapi.json"]
)
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "[", "192.0.2.7:8017", "localhost@evil"]
)
def test_a_server_for_this_machine_is_asked_by_no_other_name(client: TestClient, host: str) -> None:
    answer = client.get("/health", headers={"Host": host})
    assert answer.status_code == 421
    assert set(HEADERS) <= {name.title().replace("Dns", "DNS") for name in answer.headers} | set(HEADERS)


@pytest.mark.parametrize("host", ["localhost:8017", "127.0.0.1", "[::1]:9", "LOCALHOST", "localhost."])
def test_its_own_names_are_let_in(client: TestClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_ask_for_no_change(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post(f"{API}/check", json=TEXT, headers=headers)
    assert (answer.status_code, answer.json()["place"]) == (403, "origin")
    assert client.get(f"{API}/findings", headers=headers).status_code == 200


def test_a_form_of_another_site_is_no_json(client: TestClient) -> None:
    answer = client.post(f"{API}/check", content=json.dumps(TEXT), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 422


# --- how much, how long, how often ---


def limited(address: str, limits: Limits, settings: Settings | None = None) -> Any:  # noqa: ANN401 - a context manager
    return served(address, replace(settings or Settings(""), limits=limits))


def test_what_is_too_large_is_refused_whether_or_not_it_says_so(address: str) -> None:
    with limited(address, Limits(size=1000, threads=4)) as client:
        assert client.post(f"{API}/check", json={"text": "x" * 2000}).status_code == 413

        def parts() -> Iterator[bytes]:
            yield from [b"x" * 600] * 3

        assert client.post(f"{API}/check", content=parts()).status_code == 413
        assert client.post(f"{API}/check", json={"text": "x", "id": "y" * 300}).status_code == 422


def test_a_text_that_is_too_long_is_refused(address: str) -> None:
    with limited(address, Limits(text=10, threads=4)) as client:
        assert client.post(f"{API}/check", json=TEXT).status_code == 413


def test_an_answer_that_takes_too_long_is_given_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with limited(address, Limits(seconds=0.2, threads=4)) as client:
        desk = desk_of(client)
        mark: Callable[..., object] = desk.mark

        def slowly(_desk: object, known: object = None) -> object:
            time.sleep(1)
            return mark(known)

        monkeypatch.setattr(type(desk), "mark", slowly)
        answer = client.get(f"{API}/findings")
        assert (answer.status_code, answer.json()["title"]) == (503, "busy")
        assert "0.2 seconds" in answer.json()["cause"]


def test_who_asks_too_often_waits(address: str) -> None:
    with limited(address, Limits(asking=Rate(each=0.01, burst=3), threads=4)) as client:
        statuses = [client.get("/health").status_code for _ in range(5)]
        assert statuses == [200, 200, 200, 429, 429]
        assert int(client.get("/health").headers["Retry-After"]) > 30


def test_who_has_too_many_texts_read_waits(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("credence.serve.handed_in.read_all", lambda _documents: ())
    with limited(address, Limits(reading=Rate(each=0.01, burst=2), threads=4)) as client:
        client.app.state.desk.texts.take("testclient")
        client.app.state.desk.texts.take("testclient")
        assert client.post(f"{API}/check", json=TEXT).status_code == 429


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    buckets = Buckets(Rate(each=2, burst=2), lambda: now[0])
    assert [buckets.take("a"), buckets.take("a"), buckets.take("a")] == [0, 0, 0.5]
    assert buckets.take("b") == 0
    now[0] += 0.5
    assert [buckets.wait("a"), buckets.take("a"), buckets.take("a")] == [0, 0, 0.5]
    now[0] += 100
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 0.5]


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_a_client_is_an_address_or_a_network(host: str, client: str) -> None:
    assert client_of({"client": (host, 1)}) == client


# --- tokens ---


def test_a_token_is_kept_as_a_hash_that_only_its_owner_may_read(tokens: Tokens) -> None:
    token = tokens.add("Ada", "editor", "2026-01-01")
    assert tokens.path is not None
    kept = tokens.path.read_text()
    secret = token.split("_", 2)[2]
    assert len(secret) >= 43
    assert secret not in kept
    assert stat.S_IMODE(tokens.path.stat().st_mode) == 0o600
    assert tokens.of(token) == tokens.all()[0] == Tokens(tokens.path).of(token)


@pytest.mark.parametrize(
    "wrong", ["", "credence", "credence__", "credence_00000000_x", "{}x", "x{}", "{}\0", "é{}", "\ud800"]
)
def test_what_is_nearly_a_token_is_none(tokens: Tokens, wrong: str) -> None:
    token = tokens.add("Ada", "editor", "2026-01-01")
    assert tokens.of(wrong.format(token)) is None
    assert tokens.of(token) is not None


def test_a_token_that_was_removed_is_refused_at_once(own: str, tokens: Tokens) -> None:
    token = tokens.add("Ada", "reader", "2026-01-01")
    with served(own, with_tokens(tokens, ELSEWHERE)) as client:
        assert client.get(f"{API}/findings", headers=bearer(token)).status_code == 200
        Tokens(tokens.path).remove(tokens.all()[0].id)
        assert client.get(f"{API}/findings", headers=bearer(token)).status_code == 401


@pytest.mark.parametrize(
    ("role", "deciding", "withdrawing", "recording"),
    [(None, 401, 401, 401), ("reader", 403, 403, 403), ("reviewer", 201, 403, 403), ("editor", 201, 201, 201)],
)
def test_a_role_allows_what_it_says(  # noqa: PLR0913 - a row of the table
    own: str,
    tokens: Tokens,
    role: Role | None,
    deciding: int,
    withdrawing: int,
    recording: int,
) -> None:
    headers = bearer(tokens.add("Ada", role, "2026-01-01")) if role else {}
    with served(own, with_tokens(tokens)) as client:
        first = client.get(f"{API}/findings", params={"party": "om"}).json()["items"][0]["id"]
        decision = {"decision": "adjudication", "target": first, "verdict": "reject", "reason": "not so"}
        withdrawal = {"decision": "retraction", "doc": "envoys", "reason": "withdrawn"}
        assert client.post(f"{API}/decisions", json=decision, headers=headers).status_code == deciding
        assert client.post(f"{API}/decisions", json=withdrawal, headers=headers).status_code == withdrawing
        assert client.post(f"{API}/read", json=TEXT, headers=headers).status_code == recording
        made = client.get(f"{API}/transactions").json()["items"][4:]
        assert {each["author"] for each in made} == ({"Ada"} if deciding == 201 else set())


def test_what_is_decided_and_recorded_shows_at_once(own: str, tokens: Tokens) -> None:
    headers = bearer(tokens.add("Ada", "editor", "2026-01-01"))
    with served(own, with_tokens(tokens)) as client:
        done = client.post(f"{API}/read", json={**TEXT, "published": "2025-08-04"}, headers=headers).json()
        assert (done["transaction"], done["documents"], done["claims"]) == (5, 1, 1)
        again = client.post(f"{API}/read", json={**TEXT, "published": "2025-08-04"}, headers=headers).json()
        assert (again["transaction"], again["known_documents"]) == (None, 1)
        [found] = client.get(f"{API}/findings", params={"party": "td"}).json()["items"]
        decision = {"decision": "adjudication", "target": found["id"], "verdict": "reject", "reason": "not so"}
        made = client.post(f"{API}/decisions", json=decision, headers=headers)
        assert made.json()["recorded"]["number"] == 1
        again = client.post(f"{API}/decisions", json=decision, headers=headers)
        assert (again.status_code, again.json()) == (200, {"recorded": None})
        assert client.get(f"{API}/findings/{found['id']}").json()["status"] == "refuted"
        undo = {"decision": "revocation", "revokes": 1, "reason": "a slip"}
        assert client.post(f"{API}/decisions", json=undo, headers=headers).status_code == 201
        assert client.get(f"{API}/findings/{found['id']}").json()["status"] == found["status"]


def test_a_page_is_fetched_and_recorded_by_its_address(own: str, tokens: Tokens) -> None:
    headers = bearer(tokens.add("Ada", "editor", "2026-01-01"))
    page = b"Chad accepted a Taliban envoy on 3 August 2025."
    with served(own, with_tokens(tokens)) as client:
        desk_of(client).fetch = lambda address: Original(page, address, "news.example/chad", "text/plain")
        asked = {"address": "https://news.example/chad", "published": "2025-08-04"}
        done = client.post(f"{API}/read", json=asked, headers=headers)
        assert (done.status_code, done.json()["ids"]) == (201, ["news.example/chad"])
        kept = client.get(f"{API}/documents/news.example/chad").json()
        assert (kept["published"], kept["url"]) == ("2025-08-04", "https://news.example/chad")


@pytest.mark.parametrize(
    "where", ["http://127.0.0.1:8017/metrics", "http://[::1]/", "http://2130706433/", "file:///etc/passwd", "x", ""]
)
def test_an_address_that_is_not_public_is_refused(client: TestClient, where: str) -> None:
    for asked in ({"address": where}, {"address": where, "text": "x"}, {}):
        answer = client.post(f"{API}/check", json=asked)
        assert (answer.status_code, answer.json()["title"]) == (422, "cannot be read")


def test_reading_elsewhere_takes_a_token(own: str, tokens: Tokens) -> None:
    token = tokens.add("Ada", "reader", "2026-01-01")
    with served(own, with_tokens(tokens, ELSEWHERE)) as client:
        for path in (f"{API}/findings", f"{API}/documents/envoys", f"{API}/search?q=envoy", "/metrics"):
            assert client.get(path).status_code == 401
            assert client.get(path, headers=bearer(token)).status_code == 200
        assert client.post(f"{API}/check", json=TEXT).status_code == 401
        assert client.get("/health").json() == {"status": "ok"}


def test_guessing_tokens_is_limited_and_the_right_one_waits_with_the_wrong(own: str, tokens: Tokens) -> None:
    token = tokens.add("Ada", "reader", "2026-01-01")
    with served(own, with_tokens(tokens, ELSEWHERE)) as client:
        guesses = [client.get(f"{API}/findings", headers=bearer(f"{token[:-2]}{n:02}")) for n in range(15)]
        assert [each.status_code for each in guesses] == [401] * 10 + [429] * 5
        assert int(guesses[-1].headers["Retry-After"]) > 1
        assert client.get(f"{API}/findings", headers=bearer(token)).status_code == 429
        assert client.get("/health").status_code == 200


def test_a_server_others_can_reach_does_not_start_without_tokens(own: str) -> None:
    with pytest.raises(WrongUse, match="no token"):
        run(Settings(own, host="0.0.0.0", tokens=Path(f"{own}.tokens")), Clock())  # noqa: S104 - refused, as it should be
    done = CliRunner().invoke(main, ["serve", "--ledger", own, "--host", "::"])
    assert (done.exit_code, "credence token add" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("host", "own_"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - an address to be told apart
        ("::", False),
        ("192.0.2.1", False),
    ],
)
def test_which_addresses_are_this_machines_own(host: str, own_: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_loopback(host) is own_


def test_tokens_are_given_and_taken_at_the_command_line(own: str) -> None:
    def command(*words: str) -> str:
        done = CliRunner().invoke(main, ["token", *words, "--ledger", own])
        assert done.exit_code == 0, done.output
        return done.stdout

    token = command("add", "Ada Example", "--role", "reviewer").strip()
    [listed] = json.loads(command("list", "--format", "json"))
    assert (listed["name"], listed["role"], listed["id"]) == ("Ada Example", "reviewer", token.split("_")[1])
    assert token.split("_", 2)[2] not in command("list")
    command("remove", listed["id"])
    assert command("list") == ""
    for words in (["token", "remove", "nobody"], ["token", "add", " "]):
        assert CliRunner().invoke(main, [*words, "--ledger", own]).exit_code == 2
    assert CliRunner().invoke(main, ["token", "add", "x", "--ledger", "memory:"]).exit_code == 2


@pytest.mark.parametrize("content", ["", "x", "[]", "{}", '{"tokens": [{}]}', '{"tokens": 3}'])
def test_a_damaged_file_of_tokens_is_told_and_lets_nobody_in(own: str, tokens: Tokens, content: str) -> None:
    token = tokens.add("Ada", "reader", "2026-01-01")
    with served(own, with_tokens(tokens, ELSEWHERE)) as client:
        assert tokens.path is not None
        tokens.path.write_text(content)
        assert client.get(f"{API}/findings", headers=bearer(token)).status_code == 422
    assert CliRunner().invoke(main, ["token", "list", "--ledger", own]).exit_code == 3


def test_a_session_is_signed_and_ends(tokens: Tokens) -> None:
    clock = Clock()
    sessions = Sessions(lambda: clock().timestamp())
    tokens.add("Ada", "editor", "2026-01-01")
    cookie = sessions.begin(tokens.all()[0])
    assert sessions.token_id(cookie) == tokens.all()[0].id
    other = Sessions(lambda: clock().timestamp()).begin(tokens.all()[0])
    for forged in ("", ".", "a.b.c.d", cookie[:-1], cookie.replace(".", "x", 1), f"{cookie}=", other, "é.1.2.3"):
        assert sessions.token_id(forged) is None
    assert sessions.is_form_key(cookie, sessions.form_key(cookie))
    assert not sessions.is_form_key(cookie, sessions.form_key(other))
    clock.wait(hours=13)
    assert sessions.token_id(cookie) is None


def test_a_cookie_does_not_let_a_program_write(own: str, tokens: Tokens) -> None:
    tokens.add("Ada", "editor", "2026-01-01")
    with served(own, with_tokens(tokens)) as client:
        client.cookies.set("credence_session", desk_of(client).sessions.begin(tokens.all()[0]))
        assert client.post(f"{API}/read", json=TEXT).status_code == 403


# --- log and figures ---


def test_the_log_tells_of_requests_without_what_was_asked(own: str, tokens: Tokens) -> None:
    token = tokens.add("Ada", "editor", "2026-01-01")
    stream = StringIO()
    log_to(stream, Clock())
    try:
        with served(own, with_tokens(tokens)) as client:
            client.get(f"{API}/search", params={"q": "secretword"})
            client.get(f"{API}/documents/secretname")
            client.get("/secretpath/secretname")
            client.post(f"{API}/check", json={"text": "secrettext"}, headers=bearer(token))
            client.get(f"{API}/parties/secretparty", headers=bearer(f"{token}wrong"))
    finally:
        logging.getLogger(LOGGER).handlers = []
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(each["route"], each["status"]) for each in lines] == [
        (f"{API}/search", 200),
        (f"{API}/documents/{{document:path}}", 404),
        ("none", 404),
        (f"{API}/check", 200),
        (f"{API}/parties/{{party}}", 401),
    ]
    assert "secret" not in stream.getvalue()
    assert token not in stream.getvalue()


def test_what_nobody_foresaw_is_a_problem_and_a_line_without_its_words(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = StringIO()
    log_to(stream, Clock())
    try:
        with served(address) as client:

            def fault(*_: object) -> None:
                raise KeyError("secretword")

            monkeypatch.setattr("credence.serve.api.findings.outline", fault)
            answer = client.get(f"{API}/findings")
    finally:
        logging.getLogger(LOGGER).handlers = []
    assert (answer.status_code, answer.json()["title"]) == (500, "a fault of ours")
    assert "secretword" not in answer.text + stream.getvalue()
    assert json.loads(stream.getvalue())["error"] == "TypeError"


def test_figures_count_requests_by_route(address: str) -> None:
    with served(address) as client:
        client.get(f"{API}/findings")
        client.get(f"{API}/findings?on=x")
        client.request("ODD", "/health")
        figures = client.get("/metrics").text
    assert f'credence_requests_total{{method="GET",route="{API}/findings",status="200"}} 1.0' in figures
    assert f'credence_requests_total{{method="GET",route="{API}/findings",status="400"}} 1.0' in figures
    assert 'method="other"' in figures
    assert "credence_ledger_transaction 4.0" in figures
    assert "credence_ledger_kept_transaction 4.0" in figures
