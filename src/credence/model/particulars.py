"""What tracing wants to know of a document beside its claims: small enough to be compared without its text."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Literal

from credence.model.document import Span

CopyEdge = Literal["copy", "rewrite"]
CreditEdge = Literal["copy", "cites", "saw"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text by its runs of words, as arrays of numbers, for a text has hundreds of runs.

    Attributes:
        runs: A number from 0 to 2**63 - 1 for each run of the body, which the same words always give; only those below
            ``limit``, each once, sorted.
        words: With which word of the body, counted from 0, each of these runs begins first.
        limit: Numbers from here on are left out: 2**63 if none is.
        quotes: Numbers of the longer runs of words between quotation marks, each once, sorted.
        text: The whole text, and
        begin: where its body begins in it: looked at again only to tell where runs stand.
    """

    runs: array[int]
    words: array[int]
    limit: int
    quotes: tuple[int, ...]
    text: str = field(repr=False)
    begin: int


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where a document says whose text or report it uses, or that its own reporter was there.

    Attributes:
        name: Name of the agency or outlet; "" for agencies that are not named, and for the paper itself.
        edge: "copy" if it credits its text, "cites" if it only refers to a report, "saw" if a reporter was there.
        span: Where the document says so.
    """

    name: str
    edge: CreditEdge
    span: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """How a document goes back to another.

    Attributes:
        of: Id of the other document.
        edge: "copy" if nearly all of the smaller text is in the other, "rewrite" if a part is.
        share: Share of the smaller text that is in the other, 0 to 1.
        whole: Whether the two are one text, so that every claim of the one is of the other.
        passages: Otherwise, where in this document the words stand that are in the other.
    """

    of: str
    edge: CopyEdge
    share: float
    whole: bool
    passages: tuple[Span, ...] = ()

    def covers(self, words: Span) -> bool:
        """Tell whether some words of the document are the other's: more than half of them stand in what they share."""
        shared = sum(max(0, min(each.end, words.end) - max(each.start, words.start)) for each in self.passages)
        return self.whole or 2 * shared > words.end - words.start


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known of a document.

    Attributes:
        doc: Its id.
        publisher: Who published it; None if not known.
        published: When, as EDTF; None if not known.
        agency: The agency whose text it says it is, or that published it; None if it is a text of its own.
        party: The party that the publisher is an organ of; None for the press, and where it is not known.
        credits: Whom it credits or cites.
        copies: To which documents it goes back.
        fingerprint: Its text by runs of words; None if not taken.
        recorded: The transaction that recorded its text; None if none did.
    """

    doc: str
    publisher: str | None = None
    published: str | None = None
    agency: str | None = None
    party: str | None = None
    credits: tuple[Credit, ...] = ()
    copies: tuple[Copy, ...] = ()
    fingerprint: Fingerprint | None = None
    recorded: int | None = None
