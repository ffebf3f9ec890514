"""Running the server until it is told to stop."""

from __future__ import annotations

import sys
from threading import Thread
from time import sleep

import uvicorn
from fastapi import FastAPI

from credence.catalog.atlas import load_atlas
from credence.catalog.credits import load_credits
from credence.catalog.places import load_places
from credence.errors import WrongUse
from credence.ledger import open_ledger
from credence.serve.app import make_app
from credence.serve.desk import Clock, Desk
from credence.serve.log import log_to
from credence.serve.settings import Settings
from credence.serve.tenure import tenure
from credence.serve.tokens import Tokens

_GRACE = 5  # seconds, beyond what any answer may take, until we stop although somebody waits
_QUIET = 1.0  # seconds without a request, after which there is time for what somebody may need later
_IDLE = 10  # seconds that a connection may be idle


def run(settings: Settings, clock: Clock) -> None:
    """Serve a ledger until SIGINT or SIGTERM; answers begun by then are finished.

    Args:
        settings: How to.
        clock: Gives the moment, with its offset from UTC.

    Raises:
        WrongUse: If others could reach the server and nobody has a token.
        LedgerTrouble: If the ledger cannot be opened.
    """
    if not settings.is_loopback and not Tokens(settings.tokens).all():
        cause = "others could reach it there, and there is no token to tell who may"
        raise WrongUse(f"host {settings.host}", cause, "make one: credence token add NAME --role reader")
    log_to(sys.stderr, clock)
    with open_ledger(settings.ledger, create=False) as ledger:
        app = make_app(ledger, settings, clock)
        for load in (load_atlas, load_places, load_credits):  # so that whoever looks first waits no longer than others
            load()
        Thread(target=_warm_up, args=[app.state.desk], daemon=True).start()
        with tenure():
            uvicorn.Server(configured(app, settings)).run()


def _warm_up(desk: Desk) -> None:
    """Load what reading takes as soon as nobody asks for a second: it would keep whoever looks waiting."""
    begun = -1
    while not desk.metrics.quiet_since(begun):
        begun = desk.metrics.begun
        sleep(_QUIET)
    desk.warm_up()


def configured(app: FastAPI, settings: Settings) -> uvicorn.Config:
    """Say how an application is run, wherever it is."""
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=int(settings.limits.seconds) + _GRACE,
        limit_concurrency=settings.limits.connections,
    )
