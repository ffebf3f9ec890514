"""The API is as its OpenAPI says, whatever it is asked: found out by schemathesis."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from httpx2 import Response
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from credence.ledger import open_ledger
from credence.serve.app import make_app
from credence.serve.settings import API, Limits, Rate, Settings
from credence.serve.tokens import Tokens
from served import HERE, Clock, filled, served

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
NO_RATE = Rate(each=0, burst=0)
FREE = Limits(asking=NO_RATE, reading=NO_RATE, guessing=NO_RATE, text=2000, threads=4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("described")


@pytest.fixture(scope="module")
def token(folder: Path) -> str:
    return Tokens(folder / "tokens").add("Ada", "editor", "2026-01-01")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    settings = Settings("", tokens=folder / "tokens", limits=FREE)
    with served(filled(folder / "credence.db"), settings) as client:
        yield client


DESCRIBED = make_app(open_ledger("memory:"), Settings("memory:"), Clock()).openapi()
SCHEMA = schemathesis.openapi.from_dict(DESCRIBED)


def call(case: schemathesis.Case[Any], client: TestClient, token: str) -> Response:
    asked = case.as_transport_kwargs(base_url=HERE, headers={"Authorization": f"Bearer {token}"})
    asked.pop("cookies", None)
    if isinstance(asked.get("data"), bytes | str):
        asked["content"] = asked.pop("data")
    return client.request(**asked)


@SCHEMA.parametrize()
@settings(
    max_examples=10, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)  # fmt: skip
def test_every_answer_is_as_described(case: schemathesis.Case[Any], client: TestClient, token: str) -> None:
    case.validate_response(call(case, client, token), checks=CHECKS)


@pytest.mark.parametrize("path", sorted(DESCRIBED["paths"]))
def test_a_token_that_is_none_is_refused_everywhere(client: TestClient, path: str) -> None:
    for method in DESCRIBED["paths"][path]:
        answer = client.request(method, path, headers={"Authorization": "Bearer credence_x"})
        assert answer.status_code == 401


def test_every_parameter_and_answer_is_told_of() -> None:
    raw = DESCRIBED
    assert len(raw["paths"]) >= 18
    for path, operations in raw["paths"].items():
        for operation in operations.values():
            assert operation["summary"], path
            assert operation["description"], path
            for status, answer in operation["responses"].items():
                kinds = set(answer["content"])
                assert kinds == ({"application/json"} if status.startswith("2") else {"application/problem+json"})
    assert json.dumps(raw).count('"examples"') >= 20


_TYPES: dict[str, type] = {
    "null": type(None),
    "array": list,
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
}


def unsaid(value: object, schema: dict[str, Any], at: str) -> list[str]:
    """Give what an answer holds that its schema does not tell of: places, dots between names."""
    if "$ref" in schema:
        return unsaid(value, DESCRIBED["components"]["schemas"][schema["$ref"].rpartition("/")[2]], at)
    if "anyOf" in schema:
        return min((unsaid(value, each, at) for each in schema["anyOf"] if fits(value, each)), key=len)
    if isinstance(value, list):
        return [each for one in value for each in unsaid(one, schema.get("items", {}), at)]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    members = schema["properties"]
    found = [f"{at}.{name}" for name in value if name not in members]
    return found + [
        each for name in value if name in members for each in unsaid(value[name], members[name], f"{at}.{name}")
    ]


def fits(value: object, schema: dict[str, Any]) -> bool:
    """Tell whether a schema is for values of such a type."""
    return isinstance(value, _TYPES.get(schema.get("type", "object"), dict))


def test_what_would_be_unsaid_would_be_found() -> None:
    schema = {"properties": {"a": {"items": {"anyOf": [{"properties": {"b": {}}}, {"type": "null"}]}}}}
    assert unsaid({"a": [{"b": 1, "c": 2}, None], "d": 3}, schema, "") == [".d", ".a.c"]


DECISIONS: tuple[dict[str, object], ...] = (
    {"decision": "identity", "about": "party", "left": "taliban", "right": "tw", "verdict": "different"},
    {"decision": "revocation", "revokes": 1},
    {"decision": "retraction", "doc": "denial"},
)


def test_every_member_of_an_answer_is_told_of(folder: Path, token: str) -> None:
    settings = Settings("", tokens=folder / "tokens", limits=FREE)
    with served(filled(folder / "told.db"), settings) as client:
        finding = client.get(f"{API}/findings?kind=mission.count").json()["items"][0]["id"]
        judged = {"decision": "adjudication", "target": finding, "verdict": "accept"}
        for each in (*DECISIONS, judged):
            asked = {**each, "reason": "so that it is there"}
            answer = client.post(f"{API}/decisions", json=asked, headers={"Authorization": f"Bearer {token}"})
            assert answer.status_code == 201, answer.text
        is_told_of(client, finding)


def is_told_of(client: TestClient, finding: str) -> None:
    """See to it that answers hold nothing that the OpenAPI does not tell of."""
    article = "The Taliban run 41 missions. China accepted a Taliban ambassador. Chad may accept a Taliban envoy."
    asked = {
        "/findings": "party=taliban",
        "/findings/{finding}": "on=2024-10-01",
        "/findings/{finding}/origins": "",
        "/findings/{finding}/history": "on=2024-10-01",
        "/claims": "party=taliban",
        "/documents/{document}": "",
        "/counts": "party=taliban&on=2024-10-01",
        "/missions": "party=taliban&on=2024-10-01",
        "/ladder": "party=taliban&on=2024-10-01",
        "/search": "q=taliban",
        "/diff": "since=1",
        "/parties": "q=taliban",
        "/transactions": "",
        "/decisions": "",
        "/check": "on=2024-10-01",
    }
    found: list[str] = []
    for path, query in asked.items():
        address = f"{API}{path}?{query}".replace("{finding}", finding).replace("{document}", "envoys")
        answer = client.post(address, json={"text": article}) if path == "/check" else client.get(address)
        assert answer.status_code == 200, (address, answer.text)
        how = DESCRIBED["paths"][f"{API}{path}"]
        told = (how.get("get") or how["post"])["responses"]["200"]["content"]["application/json"]["schema"]
        found += unsaid(answer.json(), told, path)
    assert found == []
    first = answer.json()["claims"][0]  # of what was checked
    assert first["counted"]["value"] == "41"
    assert [each["value"] for each in first["numbers"]] == ["39"]
