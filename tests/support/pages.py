"""Looking at pages of the server without a browser."""

from __future__ import annotations

import re
from html import unescape

PAGE = {"Accept": "text/html"}
"""Headers by which a browser asks for a page."""


def words(html: str) -> str:
    """Give what can be read, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def hrefs(html: str) -> list[str]:
    """Give the addresses of links."""
    return [unescape(each) for each in re.findall(r'href="([^"]*)"', html)]


def links(html: str) -> list[str]:
    """Give all addresses: of links, of forms and of what is loaded."""
    return [unescape(each) for each in re.findall(r'(?:href|action|src)="([^"]*)"', html)]
