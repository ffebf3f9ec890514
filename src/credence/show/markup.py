"""Elements and attributes of SVG and HTML, with everything escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Sequence

from credence.errors import WrongUse

# What XML allows nowhere (XML 1.0, production 2), not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINK = re.compile(r"(?:https?://|/(?!/)|[?#]|\./)", re.IGNORECASE)


def escaped(text: str) -> str:
    """Give a text fit for content and for attributes in double quotes; what no XML may hold is left out."""
    return html.escape(_FORBIDDEN.sub("", text))


def attributes(**values: str | None) -> str:
    """Write attributes, each with a blank before it; those that are None are left out.

    Names are written with ``-`` for ``_``, and without one at the end: ``class_``, ``aria_label``.
    """
    return "".join(
        f' {name.removesuffix("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in values.items()
        if value is not None
    )


def element(name: str, text: str, **values: str | None) -> str:
    """Write an element that holds a text."""
    return f"<{name}{attributes(**values)}>{escaped(text)}</{name}>"


def checked_link(href: str) -> str:
    """Give back where a link leads.

    Raises:
        WrongUse: If that is neither a path, query or fragment, nor an address of the web.
    """
    if not _LINK.match(href):
        raise WrongUse(f"link “{href}”", "it leads neither to a page of ours nor to an address", "write it as /path")
    return href


def require_steps(steps: Sequence[tuple[str, str]], used: Collection[str], most: int) -> None:
    """Refuse marks with a step that is not told, and more steps than can be told apart.

    Raises:
        WrongUse: If there are such.
    """
    unknown = sorted(set(used) - {id_ for id_, _ in steps})
    if unknown:
        raise WrongUse("map", f"no such step: {', '.join(unknown)}", "hand over every step that a mark names")
    if len(steps) > most:
        raise WrongUse("map", f"{len(steps)} steps", f"no more than {most} can be told apart")
