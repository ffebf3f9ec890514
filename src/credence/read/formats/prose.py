"""What all formats ask of a text, and what a text shows of its headline."""

from __future__ import annotations

from credence.errors import Unreadable

_HEADLINE = 200  # characters: longer first lines are paragraphs
_WRAPPED = 100  # characters: text broken into lines by hand stays below, a paragraph on one line does not
_CLOSERS = "\"'”’»)]"


def check(text: str, place: str) -> None:
    """Refuse a text that cannot be stored.

    Args:
        text: The decoded text.
        place: Where it stands, for the error.

    Raises:
        Unreadable: The text is blank, or holds NUL (a binary file, and no database keeps it as text), or half a
            surrogate pair (which cannot be written as UTF-8).
    """
    if not text or text.isspace():
        raise Unreadable(place, "it holds no text", "leave it out, or fetch it again")
    if "\0" in text:
        cause = f"it is not text: character {text.index(chr(0))} is NUL"
        raise Unreadable(place, cause, "save it as text in UTF-8, as HTML or as PDF")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        cause = f"character {error.start} is half a surrogate pair"
        raise Unreadable(place, cause, "export it again as UTF-8") from None


def headline(text: str) -> str | None:
    """Give the headline a text begins with, as written, or None.

    It is the first line that is not blank if that line is short (200 characters), does not end with a full stop, and
    is followed by a blank line or by a longer paragraph that stands on one line. The first line of a paragraph that was
    broken into lines by hand is none.
    """
    first, _, rest = text.lstrip().partition("\n")
    first = first.strip()
    if not first or len(first) > _HEADLINE or first.rstrip(_CLOSERS).endswith(".") or not rest.strip():
        return None
    following = rest.partition("\n")[0].strip()
    return first if not following or len(following) > max(len(first), _WRAPPED) else None
