"""Credits: whose text or report a document says it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from credence.catalog.credits import CreditForm, CreditKnowledge
from credence.catalog.fold import fold
from credence.model.document import Document, Span
from credence.model.particulars import Credit

_LINK = re.compile(r"https?://(?:www\.)?(?P<host>[\w.-]+\w)[^\s)\]>\"”]*", re.IGNORECASE)


def credits_of(document: Document, known: CreditKnowledge) -> tuple[Credit, ...]:
    """Find whom a document credits or cites: credit lines, citing words and links, in the order of the text.

    What a paper says of itself is no credit: an agency's own text begins with its name.
    """
    found = {*_worded(document.text, known), *_linked(document.text, known)}
    own = {_plain(document.publisher or "-"), host_of(document.url or "") or "-"}
    others = sorted((each for each in found if _plain(each.name) not in own), key=_order)
    return tuple(each for each in others if not any(_holds(wider, each) for wider in others))


def _worded(text: str, known: CreditKnowledge) -> Iterator[Credit]:
    small = text.lower()
    for form in (form for form in known.forms if form.word in small):
        for match in form.pattern.finditer(text):
            yield Credit(_name(form, match, known), form.edge, Span(*match.span()))


def _name(form: CreditForm, match: re.Match[str], known: CreditKnowledge) -> str:
    return known.name_of(match["name"]) if "name" in form.pattern.groupindex else ""


def _linked(text: str, known: CreditKnowledge) -> Iterator[Credit]:
    for match in _LINK.finditer(text):
        host = match["host"].lower()
        yield Credit(known.hosts.get(host, host), "cites", Span(*match.span()))


def host_of(url: str) -> str:
    """Give the host of an address in small letters, without "www."; "" if it is none."""
    match = _LINK.match(url)
    return match["host"].lower() if match else ""


def _plain(name: str) -> str:
    return fold(name).casefold().removeprefix("the ")


def _holds(wider: Credit, credit: Credit) -> bool:
    """Tell whether a credit is only part of another: "a report by X" of "according to a report by X"."""
    return wider.span != credit.span and wider.span.covers(credit.span) and wider.name == credit.name


def _order(credit: Credit) -> tuple[int, int, str, str]:
    return credit.span.start, credit.span.end, credit.edge, credit.name
