"""The views of the page, each at an address that has much to show. A new view joins here, by one entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

import httpx2
from fastapi.routing import APIRoute

from credence.serve import page

_TIMES = "on=2024-09-01&known=2024-11-01"


@dataclass(frozen=True, slots=True)
class View:
    """A view.

    Attributes:
        name: What it is called.
        address: Where it is in the example ledger; ``{finding}`` stands for the id of one that has words against it.
    """

    name: str
    address: str

    @property
    def path(self) -> str:
        """The address without what is asked there."""
        return self.address.partition("?")[0]


VIEWS = (
    View("world", f"/?of=taliban&{_TIMES}"),
    View("world-part", f"/?of=xk&part=europe&{_TIMES}"),
    View("dossier", f"/dossier/taliban/cn?{_TIMES}"),
    View("dossier-contested", f"/dossier/taliban/tj?{_TIMES}"),
    View("party", f"/party/taliban?{_TIMES}"),
    View("counts-choice", f"/counts?{_TIMES}"),
    View("counts", f"/counts/taliban?{_TIMES}"),
    View("compare", f"/compare?a=taliban&b=mm-nug&{_TIMES}"),
    View("findings", f"/findings?party=taliban&{_TIMES}"),
    View("findings-none", f"/findings?party=somaliland&with=ar&{_TIMES}"),
    View("finding", f"/finding/{{finding}}?{_TIMES}"),
    View("document", f"/document/abu-dhabi-ambassador?{_TIMES}"),
    View("read", f"/read?{_TIMES}"),
    View("search", f"/search?q=envoy&{_TIMES}"),
    View("changes", "/changes?since=2024-09-01&known=2024-11-01"),
    View("about", "/about"),
    View("review", "/review"),
    View("login", "/login"),
)


@dataclass(frozen=True, slots=True)
class Site:
    """The example ledger, served.

    Attributes:
        home: The address of the server, without a slash at its end.
        client: Who asks it without a browser.
    """

    home: str
    client: httpx2.Client

    def address(self, view: View) -> str:
        """Give the address of a view, without that of the server."""
        if "{finding}" not in view.address:
            return view.address
        asked = {"party": "taliban", "status": "contested", "kind": "envoy.accept"}
        found = self.client.get("/api/v1/findings", params=asked).json()["items"]
        return view.address.format(finding=found[0]["id"])


def served_pages() -> dict[str, re.Pattern[str]]:
    """Give the pages that are served: their paths, and the form of each."""
    modules = [import_module(f"{page.__name__}.{each.name}") for each in iter_modules(page.__path__)]
    routers = [module.router for module in modules if hasattr(module, "router")]
    routes = [each for router in routers for each in router.routes if isinstance(each, APIRoute)]
    return {each.path: each.path_regex for each in routes if "GET" in (each.methods or ())}
