"""What every page has: its two times, its addresses, and who is looking at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from credence.serve.tokens import Token
from credence.show.words import day

NAVIGATION = (
    ("/", "World"),
    ("/counts", "Counts"),
    ("/compare", "Compare"),
    ("/findings", "Findings"),
    ("/search", "Search"),
    ("/changes", "Changes"),
    ("/read", "Read"),
    ("/review", "Review"),
    ("/about", "About"),
)
"""Addresses and names of the views that every page leads to, in their order; a view is added here."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a view.

    Attributes:
        path: Path of the view.
        asked: What it was asked beside the two times: name and value, in the order of the address.
        on: The day asked about, EDTF; None for any.
        known: As known when, as the reader wrote it; None for now.
        number: The transaction that this comes to.
        token: Token of the reader; None for a reader without a name.
        form_key: What forms that change something bring along; None where there is no session.
    """

    path: str
    asked: tuple[tuple[str, str], ...]
    on: str | None
    known: str | None
    number: int
    token: Token | None = None
    form_key: str | None = None

    @property
    def views(self) -> tuple[tuple[str, str, bool], ...]:
        """The views: address with the two times, name, and whether it is this one."""
        return tuple((self.to(path), name, self._is_at(path)) for path, name in NAVIGATION)

    @property
    def lasting(self) -> str:
        """The address under which this page shows the same for ever."""
        return address(self.path, {**dict(self.asked), "on": self.on, "known": str(self.number)})

    @property
    def day(self) -> str:
        """The day asked about, in words; empty for any."""
        return day(self.on) if self.on else ""

    @property
    def as_known(self) -> str:
        """As known when, in words; empty for now."""
        if self.known is None:
            return ""
        return f"as known at transaction {self.known}" if self.known.isdigit() else f"as known on {day(self.known)}"

    def _is_at(self, path: str) -> bool:
        return self.path == path if path == "/" else self.path.startswith(path)

    def to(self, path: str, **asked: str | int | None) -> str:
        """Give an address of ours that carries the two times on.

        Args:
            path: Its path, as yet unquoted.
            **asked: What is asked there; a name that Python keeps for itself ends with ``_``. ``on`` and ``known``
                replace those of this page; what is None is left out.
        """
        given = {name.rstrip("_"): value for name, value in asked.items()}
        return address(path, {"on": self.on, "known": self.known, **given})

    def dossier(self, authority: str, state: str) -> str:
        """Give the address of the dossier of two parties."""
        return self.to(f"/dossier/{authority}/{state}")

    def here(self, **asked: str | int | None) -> str:
        """Give the address of this page with some of what it was asked replaced."""
        kept: dict[str, str | int | None] = {**dict(self.asked), **asked}
        return self.to(self.path, **kept)


def address(path: str, asked: Mapping[str, str | int | None]) -> str:
    """Put an address together.

    Args:
        path: Path, as yet unquoted.
        asked: Name and value; what is None is left out.
    """
    query = urlencode([(name, str(value)) for name, value in asked.items() if value is not None])
    return f"{quote(path)}?{query}" if query else quote(path)
