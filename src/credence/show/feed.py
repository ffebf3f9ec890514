"""An Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from credence.show.markup import attributes, element


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that became known.

    Attributes:
        id: An IRI that nothing else has, and that stays.
        title: What it is, in a sentence.
        updated: When it became known, ISO 8601 with its offset from UTC.
        author: Who made it known.
        href: Where it leads.
        lines: What there is to say of it, a paragraph each.
    """

    id: str
    title: str
    updated: str
    author: str
    href: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What a feed is.

    Attributes:
        id: An IRI that no other feed has, and that stays.
        title: What it is called.
        updated: When it changed last, ISO 8601 with its offset from UTC.
        href: The page that shows the same.
        itself: Where the feed is.
    """

    id: str
    title: str
    updated: str
    href: str
    itself: str


def atom(head: Head, entries: Iterable[Entry]) -> str:
    """Write a feed.

    Args:
        head: What it is.
        entries: What is in it, the latest first.
    """
    parts = [
        element("id", head.id),
        element("title", head.title),
        element("updated", head.updated),
        f"<author>{element('name', 'Credence')}</author>",
        f"<link{attributes(rel='self', type='application/atom+xml', href=head.itself)}/>",
        f"<link{attributes(rel='alternate', type='text/html', href=head.href)}/>",
        *map(_entry, entries),
    ]
    body = "\n".join(parts)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n{body}\n</feed>\n'


def _entry(entry: Entry) -> str:
    parts = [
        element("id", entry.id),
        element("title", entry.title),
        element("updated", entry.updated),
        f"<author>{element('name', entry.author)}</author>",
        f"<link{attributes(rel='alternate', type='text/html', href=entry.href)}/>",
        element("content", "\n".join(entry.lines), type="text"),
    ]
    return f"<entry>{''.join(parts)}</entry>"
