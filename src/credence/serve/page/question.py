"""A page that is asked for: its two times, who asks, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from fastapi import Depends, Query, Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from credence.ledger import Ledger
from credence.serve.access import Caller, Reading
from credence.serve.answers import has_it
from credence.serve.desk import Desk, desk_of
from credence.serve.moments import LONGEST, Moment, pinned
from credence.serve.page.frame import Frame

_TIMES = ("on", "known")
_MOST = 50  # parameters of an address that are carried on

Written = Annotated[str | None, Query(max_length=LONGEST)]


@cache
def templates() -> Environment:
    """Give the templates: everything is escaped, and a name that is not there is a fault."""
    return Environment(
        loader=PackageLoader("credence.serve.page"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """A page that is asked for.

    Attributes:
        request: The request.
        desk: What requests share.
        moment: Its two times.
        caller: Who asks.
        frame: What stands around the view.
    """

    request: Request
    desk: Desk
    moment: Moment
    caller: Caller
    frame: Frame

    @property
    def ledger(self) -> Ledger:
        """The ledger that is asked."""
        return self.desk.ledger

    def show(self, template: str, make: Callable[[], object]) -> Response:
        """Answer with a page.

        Args:
            template: Name of the template, which has ``frame`` and ``view``.
            make: Makes what the view shows; called only where nobody has asked the same before.
        """

        def html() -> bytes:
            return templates().get_template(template).render(frame=self.frame, view=make()).encode("utf-8", "replace")

        if self.caller.cookie is not None:  # the page knows its reader: it is nobody else's
            return Response(html(), media_type="text/html", headers={"Cache-Control": "private, no-store"})
        headers = {"ETag": self.moment.tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
        if has_it(self.request, self.moment.tag):
            return Response(status_code=304, headers=headers)
        asked = f"{self.request.url.path}?{self.request.url.query}"
        return Response(self.desk.answers.give(self.moment.tag, asked, html), media_type="text/html", headers=headers)


def _page_question(request: Request, caller: Reading, on: Written = None, known: Written = None) -> PageQuestion:
    desk = desk_of(request)
    on, known = on or None, known or None  # a form sends what was left empty, too
    moment = pinned(desk, on, known)
    return PageQuestion(request, desk, moment, caller, frame_of(request, desk, caller, moment, known))


def frame_of(request: Request, desk: Desk, caller: Caller, moment: Moment, known: str | None) -> Frame:
    """Give what stands around a view.

    Args:
        request: The request.
        desk: What requests share.
        caller: Who asks.
        moment: The two times.
        known: As known when, as the reader wrote it.
    """
    asked = tuple((name, value) for name, value in request.query_params.items() if name not in _TIMES and value)
    form_key = desk.sessions.form_key(caller.cookie) if caller.cookie else None
    return Frame(request.url.path, asked[:_MOST], moment.day, known, moment.known, caller.token, form_key)


Asked = Annotated[PageQuestion, Depends(_page_question)]
