"""The application: routes, and what stands before them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import anyio.to_thread
from fastapi import FastAPI, Response

from credence.ledger import Ledger
from credence.serve import metrics
from credence.serve.access import Reading
from credence.serve.answers import Answers
from credence.serve.api.routes import api, describe
from credence.serve.desk import Clock, Desk
from credence.serve.limits import Buckets, RateLimit, SizeLimit, TimeLimit
from credence.serve.log import Log
from credence.serve.page.routes import add_pages, show_problem
from credence.serve.problems import tell_problems
from credence.serve.security import LOOPBACK_NAMES, Security
from credence.serve.sending import Compressed, Heads
from credence.serve.settings import API, Settings
from credence.serve.tokens import Sessions, Tokens


def make_app(ledger: Ledger, settings: Settings, clock: Clock) -> FastAPI:
    """Make the application that serves a ledger.

    Args:
        ledger: The ledger, open; whoever opened it closes it.
        settings: How the server is set up.
        clock: Gives the moment, with its offset from UTC.
    """
    sessions = Sessions(lambda: clock().timestamp())
    limits = settings.limits
    desk = Desk(
        ledger, settings, clock, Tokens(settings.tokens), sessions, Answers(limits.kept), metrics.Metrics()
    )  # fmt: skip
    app = FastAPI(openapi_url=f"{API}/openapi.json", docs_url=None, redoc_url=None, lifespan=_lifespan)
    app.state.desk = desk
    app.include_router(api())
    _add_watching(app, desk)
    describe(app)
    add_pages(app)
    tell_problems(app, show_problem)
    # What is added last stands first.
    app.add_middleware(TimeLimit, seconds=limits.seconds)
    app.add_middleware(SizeLimit, most=limits.size)
    app.add_middleware(RateLimit, buckets=Buckets(limits.asking))
    app.add_middleware(Compressed)
    app.add_middleware(Heads)
    names = LOOPBACK_NAMES | {*settings.names} if settings.is_loopback else frozenset(settings.names) or None
    app.add_middleware(Security, names=names)
    app.add_middleware(Log, metrics=desk.metrics)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Bring findings up to date before the first question, and again whenever another program recorded something."""
    desk: Desk = app.state.desk
    anyio.to_thread.current_default_thread_limiter().total_tokens = desk.settings.limits.threads
    await asyncio.to_thread(desk.catch_up)
    watching = asyncio.create_task(_watch(desk))
    yield
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


async def _watch(desk: Desk) -> None:
    while True:
        await asyncio.sleep(desk.settings.refresh)
        await asyncio.to_thread(desk.catch_up)


def _add_watching(app: FastAPI, desk: Desk) -> None:
    """Add what is asked by programs that watch the server."""

    @app.get("/health", include_in_schema=False)
    def health() -> dict[str, str]:
        """Say that the ledger can be read; if not, it is a problem with status 503."""
        desk.mark()
        return {"status": "ok"}

    @app.get("/metrics", include_in_schema=False)
    def figures(_caller: Reading) -> Response:
        """Give figures as Prometheus reads them."""
        return Response(desk.metrics.written(), media_type=metrics.MEDIA_TYPE)
