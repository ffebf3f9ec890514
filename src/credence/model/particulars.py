"""What tracing wants to know of a document beside its claims: small enough to be compared without its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from credence.model.document import Span

CopyEdge = Literal["copy", "rewrite"]
CreditEdge = Literal["copy", "cites", "saw"]


Gram = tuple[int, int, int]
"""Some words in a row: a number from 0 to 2**63 - 1 that the same words always give, and where they stand first, from
the first character to behind the last. A bare tuple, for a text has hundreds, made anew whenever it is compared."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text by the runs of words in it, told without its words.

    Attributes:
        grams: Runs of words of the body whose number is below ``limit``, each once, sorted by number.
        limit: Numbers from here on are left out: 2**63 if none is.
        quotes: Numbers of the longer runs of words between quotation marks, each once, sorted.
    """

    grams: tuple[Gram, ...]
    limit: int
    quotes: tuple[int, ...] = ()


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
