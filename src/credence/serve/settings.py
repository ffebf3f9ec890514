"""What a server is started with."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from credence.errors import WrongUse

API = "/api/v1"
"""What all addresses of the API begin with."""

PORT = 8017
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something may be done: a bucket that fills again.

    Attributes:
        each: How many come back a second; 0 for no limit.
        burst: How many may come at once.
    """

    each: float
    burst: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What one client may ask of the server.

    Attributes:
        size: Bytes a request may have.
        text: Characters of a text that is handed in to be read.
        seconds: How long an answer may take.
        threads: Questions answered at the same time; others wait.
        connections: Connections at the same time; others are told to come back.
        kept: Bytes of answers kept in memory.
        asking: How often one address may ask.
        reading: How often one address may have a text read.
        guessing: How often one address may come with a wrong token.
    """

    size: int = 2 * 1024 * 1024
    text: int = 200_000
    seconds: float = 30.0
    threads: int = 12
    connections: int = 512
    kept: int = 64 * 1024 * 1024
    asking: Rate = Rate(each=50, burst=500)
    reading: Rate = Rate(each=0.5, burst=20)
    guessing: Rate = Rate(each=0.1, burst=10)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server is set up.

    Attributes:
        ledger: Address of the ledger.
        host: Address to listen at.
        port: Port to listen at.
        tokens: File of tokens; None where there can be none, so that nobody may write.
        names: Further host names the server is asked by.
        refresh: Seconds after which it is looked at whether other programs recorded something.
        limits: What clients may ask.
    """

    ledger: str
    host: str = LOOPBACK
    port: int = PORT
    tokens: Path | None = None
    names: tuple[str, ...] = ()
    refresh: float = 2.0
    limits: Limits = field(default_factory=Limits)

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server: then everybody who reaches it may read."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Tell whether an address to listen at is this machine's own.

    Raises:
        WrongUse: If it is neither an IP address nor ``localhost``.
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError as error:
        raise WrongUse(f"host “{host}”", "is no IP address", "give one of this machine's, such as 127.0.0.1") from error


def tokens_beside(ledger: str) -> Path | None:
    """Give the file of tokens that belongs to a ledger in a file; None for one on a server or in memory."""
    if ledger.startswith("sqlite:///"):
        ledger = ledger.removeprefix("sqlite:///").partition("?")[0]
    if "://" in ledger or ledger == "memory:":
        return None
    return Path(f"{ledger}.tokens")
