"""A page that is asked for: its two times, who asks, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Annotated

from fastapi import Depends, Query, Request, Response
from fastapi.responses import RedirectResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from credence.ledger import Ledger
from credence.serve.access import Caller, Reading
from credence.serve.desk import Desk, desk_of
from credence.serve.moments import LONGEST, Moment, pinned
from credence.serve.page.files import MEDIA_TYPES
from credence.serve.page.frame import Frame
from credence.serve.replies import reply

_TIMES = ("on", "known")
_MOST = 50  # parameters of an address that are carried on

Written = Annotated[str | None, Query(max_length=LONGEST)]


def rendered(template: str, frame: Frame, view: object) -> bytes:
    """Make a page.

    Args:
        template: Name of the template, which has ``frame`` and ``view``.
        frame: What stands around the view.
        view: What it shows.
    """
    return _templates().get_template(template).render(frame=frame, view=view).encode("utf-8", "replace")


@cache
def _templates() -> Environment:
    """Give the templates: everything is escaped, and a name that is not there is a fault."""
    return Environment(
        loader=PackageLoader("credence.serve.page"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(frozen=True)  # no slots: its moment is kept
class PageQuestion:
    """A page that is asked for.

    Attributes:
        request: The request.
        desk: What requests share.
        caller: Who asks.
        on: The day asked about, as written; None where that was left empty.
        known: As known when, likewise.
    """

    request: Request
    desk: Desk
    caller: Caller
    on: str | None
    known: str | None

    @cached_property
    def moment(self) -> Moment:
        """Its two times; looked up in the ledger when first asked for, by whoever answers (see ``pinned``)."""
        return pinned(self.desk, self.on, self.known)

    @cached_property
    def frame(self) -> Frame:
        """What stands around the view."""
        return frame_of(self.request, self.desk, self.caller, self.moment, self.known)

    @property
    def ledger(self) -> Ledger:
        """The ledger that is asked."""
        return self.desk.ledger

    def show(self, template: str, make: Callable[[], object]) -> Response:
        """Answer with a page.

        Args:
            template: Name of the template.
            make: Makes what the view shows; called only where nobody has asked the same before.
        """

        def html() -> bytes:
            return rendered(template, self.frame, make())

        if self.caller.cookie is not None:  # the page knows its reader: it is nobody else's
            return Response(html(), media_type="text/html", headers={"Cache-Control": "private, no-store"})
        return self._answered(html, "text/html", {})

    def keep(self, name: str, form: str, make: Callable[[], bytes]) -> Response:
        """Answer with a file to keep, of just what the page shows.

        Args:
            name: What the file is called, without its ending.
            form: Its ending: one of ``MEDIA_TYPES``.
            make: Makes its bytes; called only where nobody has asked the same before.
        """
        plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in name)
        kept = {"Content-Disposition": f'attachment; filename="{plain}.{form}"'}
        return self._answered(make, MEDIA_TYPES[form], kept)

    def feed(self, make: Callable[[], bytes]) -> Response:
        """Answer with an Atom feed.

        Args:
            make: As for ``keep``.
        """
        return self._answered(make, "application/atom+xml; charset=utf-8", {})

    def today(self) -> Response:
        """Lead on to the same page with today's date in its address."""
        frame = replace(self.frame, on=self.desk.clock().date().isoformat())
        return RedirectResponse(frame.here(), 303, {"Cache-Control": "no-store"})

    def _answered(self, make: Callable[[], bytes], media_type: str, more: Mapping[str, str]) -> Response:
        headers = {"Vary": "Cookie, Authorization", **more}
        return reply(self.request, self.desk, self.moment, make, media_type, headers)


async def _page_question(request: Request, caller: Reading, on: Written = None, known: Written = None) -> PageQuestion:
    return PageQuestion(request, desk_of(request), caller, on or None, known or None)  # forms send what is empty, too


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
