"""The server as a process of its own, on a port that nobody else has."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx2
import pytest

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
