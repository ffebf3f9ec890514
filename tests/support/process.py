"""The server on a port that nobody else has: as a process of its own, or beside the tests in theirs."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import httpx2
import pytest
import uvicorn

from credence.ledger import open_ledger
from credence.serve.app import make_app
from credence.serve.run import configured
from credence.serve.settings import LOOPBACK, Settings, tokens_beside
from served import Clock

PATIENCE = 120  # seconds for a process to start, on a machine that does much else


@contextmanager
def running(ledger: str, log: Path) -> Iterator[tuple[httpx2.Client, subprocess.Popen[bytes]]]:
    """Serve a ledger; give who asks the server, and its process.

    Args:
        ledger: Its address.
        log: The file for what the server says: a pipe that nobody reads would stop it once it is full.
    """
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "credence", "serve", "--ledger", ledger, "--port", str(port)]
    with log.open("wb") as said, subprocess.Popen(command, stderr=said) as process:  # noqa: S603 - our own program
        try:
            with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
                _wait_for(client)
                yield client, process
        finally:
            process.kill()


@contextmanager
def beside(ledger: str) -> Iterator[httpx2.Client]:
    """Serve a ledger from a thread of this process, for tests of what is served and not of how; give who asks.

    A new process would take seconds to load what this one has.
    """
    settings = Settings(ledger, tokens=tokens_beside(ledger))
    with (
        open_ledger(ledger, create=False) as opened,
        socket.create_server((LOOPBACK, 0)) as listening,  # who connects is served as soon as there is a server
        httpx2.Client(base_url=f"http://{LOOPBACK}:{listening.getsockname()[1]}", timeout=PATIENCE) as client,
    ):
        server = uvicorn.Server(configured(make_app(opened, settings, Clock()), settings))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield client
        finally:
            server.should_exit = True
            thread.join()


def _wait_for(client: httpx2.Client) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            client.get("/health")
        except httpx2.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server does not start")
