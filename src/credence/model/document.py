"""What was received, and the text made of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters, ``start`` to ``end``, in a document's stored text.

    Attributes:
        start: Offset of the first character, from 0.
        end: Offset after the last character; never below ``start``.
    """

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Give the characters of ``text`` that the span names."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as they were received, before anything was made of them.

    Attributes:
        content: The bytes, unchanged.
        address: Where they came from: a path, an address, or ``-`` for standard input.
        name: The id a document made of them gets when it states none (a file's name without its ending).
        media_type: What they are: ``text/plain``, ``text/html``, ``application/pdf`` or ``application/jsonl``.
        published: The date of publication the caller vouches for, as EDTF; None to let the content say.
        publisher: The publisher the caller vouches for; None to let the content say.
    """

    content: bytes
    address: str
    name: str
    media_type: str
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the few things about it that reading needs.

    Attributes:
        id: The caller's id, or the file's name without its ending.
        text: The stored text. All offsets refer to it, and it is never changed.
        title: The headline, if known. Where the text begins with it, it is read in place.
        published: Day, month or year of publication as EDTF; None if not known.
        publisher: Who published it: the voice where nobody else is named; None if not known.
        url: Where it can be found again; None if nowhere.
        lang: Language of the text, BCP 47; ``en`` is the only one read today.
        sha256: Content hash of the stored text in UTF-8, as 64 hexadecimal digits.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str = "en"
    sha256: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the hash, once: every claim of the document names it."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)
