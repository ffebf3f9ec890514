"""All pages, what they look like, and how they tell of problems."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles

from credence.serve.page import (
    about,
    changes,
    compare,
    counts,
    document,
    dossier,
    drawn,
    finding,
    findings,
    login,
    party,
    read,
    review,
    search,
    world,
)
from credence.serve.page.frame import Frame
from credence.serve.page.question import rendered
from credence.serve.problems import Told

_MODULES = (
    *(world, dossier, party, counts, compare, findings, finding, document, search),
    *(changes, read, review, about, drawn, login),
)


def add_pages(app: FastAPI) -> None:
    """Add every page, and what they look like, to an application."""
    router = APIRouter(include_in_schema=False)
    for module in _MODULES:
        router.include_router(module.router)
    app.include_router(router)
    app.mount("/static", StaticFiles(packages=[("credence.serve.page", "static")]), name="static")


def show_problem(request: Request, told: Told) -> Response:
    """Tell of a problem on a page; whoever shows it knows nothing of the reader, and asks no ledger."""
    frame = Frame(request.url.path, (), None, None, 0)
    headers = {"Cache-Control": "no-store", **told.headers}
    return Response(rendered("problem.html", frame, told), told.status, headers, "text/html")
