"""All routes of the API, and its OpenAPI."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from credence import __version__
from credence.serve.api import claims, comparing, deciding, findings, knowing, parties, reading, searching, shapes
from credence.serve.problems import MEDIA_TYPE
from credence.serve.settings import API

_PROBLEMS = {
    400: "Wrong use: a name, date or cursor that is none.",
    401: "A token is needed, or the one presented is none.",
    403: "The token does not allow this.",
    404: "Nothing is there of this name or id.",
    413: "Too large.",
    422: "The question is not as described.",
    429: "Asked too often.",
    503: "The ledger cannot be used just now, or the answer takes too long.",
}
_MODULES = (findings, claims, comparing, searching, knowing, parties, reading, deciding)


def api() -> APIRouter:
    """Give a router with every route."""
    router = APIRouter(
        prefix=API,
        responses={status: {"model": shapes.Problem, "description": says} for status, says in _PROBLEMS.items()},
    )
    for module in _MODULES:
        router.include_router(module.router)
    return router


def describe(app: FastAPI) -> None:
    """Have an application describe its API, problems as what they are."""

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            schema = get_openapi(
                title="Credence",
                version=__version__,
                summary="What was said of diplomatic relations, by whom, and how far it may be believed.",
                routes=app.routes,
            )
            for operations in schema["paths"].values():
                for operation in operations.values():
                    _name_problems(operation["responses"])
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # how FastAPI documents it


def _name_problems(responses: dict[str, Any]) -> None:
    for status, response in responses.items():
        if status.startswith(("4", "5")) and "application/json" in response.get("content", {}):
            response["content"] = {MEDIA_TYPE: response["content"].pop("application/json")}
