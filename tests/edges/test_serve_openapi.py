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
from credence.serve.settings import Limits, Rate, Settings
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
