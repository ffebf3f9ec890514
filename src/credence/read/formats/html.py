"""Saved web pages: main text, headline, date and publisher, by trafilatura and htmldate.

The stored text is the headline, a blank line, and the main text as trafilatura gives it, a paragraph a line, without
menus, comments and notices. The headline goes first so that it is read like any other words (codebook, section 1);
where the main text begins with it already, it is not written twice.

The date is what the page declares: in its head, its structured data, its address or an element made for dates. A date
within the running text is not taken for it. Neither library is asked for anything that needs a network or the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import trafilatura
from trafilatura.metadata import extract_metadata

from credence.errors import Unreadable
from credence.model.document import Document, Original
from credence.read.formats import charset, prose
from credence.read.formats.interface import Opened
from credence.read.formats.quiet import quiet

# An XML declaration speaks of the bytes; lxml refuses it in a text that is decoded already.
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>", re.IGNORECASE)
# First day of publication, not of the last change. The last day allowed is fixed: by default it is that of the clock.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
# Where running text stands; an element that marks a time is kept, since that is where a date of publication may stand.
_RUNNING = (
    "//*[self::li or self::td or self::dd or self::dt or self::blockquote or self::pre"
    " or self::p[string-length(normalize-space()) > 80 or contains(normalize-space(), '. ')"
    " or substring(normalize-space(), string-length(normalize-space())) = '.']][not(.//time)]"
)
_REMEDY = "save the article's own page whole (not a list of articles, not one that needs scripts), or save it as text"


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page says, and what it says of itself.

    Attributes:
        text: Main text, a paragraph a line; empty if there is none.
        title: Headline.
        published: Day of publication, ``YYYY-MM-DD``.
        publisher: Name of the site, its domain if it states none.
        url: Its canonical address.
    """

    text: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None


def documents(original: Original) -> Iterator[Opened]:
    """Give the one document of a page, or the error that says why it has none."""
    place = original.address
    try:
        page = _opened(charset.of_page(original.content, place), place)
        text = _with_headline(page.text, page.title)
        prose.check(text, place)
    except Unreadable as error:
        yield error
        return
    yield Document(
        id=original.name,
        text=text,
        title=page.title,
        published=original.published or page.published,
        publisher=original.publisher or page.publisher,
        url=page.url,
    )


def _opened(source: str, place: str) -> _Page:
    """Parse a page and take from it what we need.

    Raises:
        Unreadable: It is not a page, or holds no main text.
    """
    try:
        with quiet():
            page = _extracted(_DECLARATION.sub("", source, count=1))
    except Exception as error:  # noqa: BLE001 - whatever two large libraries trip over is the page's trouble, not ours
        raise Unreadable(place, f"it cannot be opened as a web page: {type(error).__name__}", _REMEDY) from None
    if page is None or not page.text.strip():
        raise Unreadable(place, "no main text was found in the page", _REMEDY)
    return page


def _extracted(source: str) -> _Page | None:
    """Run trafilatura, which calls htmldate; None if it makes nothing of the page."""
    tree = trafilatura.load_html(source)
    if tree is None:
        return None
    about = extract_metadata(_without_running_text(tree), date_config=_DATES)
    # The tree and not its source is handed over: htmldate would take a source that looks like an address and fetch it.
    main = trafilatura.bare_extraction(tree, include_comments=False)
    text = getattr(main, "text", None)  # of several types, by arguments we do not give
    return _Page(text or "", _line(about.title), about.date, _line(about.sitename), _line(about.url))


def _without_running_text(tree: Any) -> Any:  # noqa: ANN401 - lxml is published without types
    """Copy a tree without its paragraphs, lists and tables, so that no date in them is taken for that of the page."""
    rest = deepcopy(tree)
    for element in rest.xpath(_RUNNING):
        element.drop_tree()
    return rest


def _line(value: str | None) -> str | None:
    """Put a field on one line, without what no text may hold (NUL, half a surrogate pair); None if it is blank."""
    stored = (value or "").replace("\0", "").encode("utf-8", errors="ignore").decode("utf-8")
    return " ".join(stored.split()) or None


def _with_headline(text: str, title: str | None) -> str:
    """Put the headline before the main text, once."""
    if title is None:
        return text
    first, _, rest = text.partition("\n")
    body = rest if " ".join(first.split()).casefold() == title.casefold() else text
    return f"{title}\n\n{body.lstrip()}"
