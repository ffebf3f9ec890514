"""The API is as its OpenAPI says, whatever it is asked: found out by schemathesis."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
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
from served import Clock, filled

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
def described(folder: Path) -> Iterator[Any]:
    address = filled(folder / "credence.db")
    with open_ledger(address) as ledger:
        app = make_app(ledger, Settings(address, tokens=folder / "tokens", names=("testserver",), limits=FREE), Clock())
        yield schemathesis.openapi.from_asgi(f"{API}/openapi.json", app)


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case: schemathesis.Case, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    case.call_and_validate(headers=headers, checks=CHECKS)


@schema.parametrize()
@settings(max_examples=1, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_a_token_that_is_none_is_refused_everywhere(case: schemathesis.Case) -> None:
    answer = case.call(headers={"Authorization": "Bearer credence_x"})
    assert answer.status_code == 401


def test_every_parameter_and_answer_is_told_of(described: Any) -> None:  # noqa: ANN401 - a schema of schemathesis
    raw = described.raw_schema
    assert len(raw["paths"]) >= 20
    for path, operations in raw["paths"].items():
        for operation in operations.values():
            assert operation["summary"], path
            assert operation["description"], path
            for status, answer in operation["responses"].items():
                kinds = set(answer["content"])
                assert kinds == ({"application/json"} if status.startswith("2") else {"application/problem+json"})
    assert json.dumps(raw).count('"examples"') >= 20
