"""Origins: the independent roots that claims rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Literal

from credence.model.claim import Claim

Place = tuple[float, float]
"""A document's place in the order of recording: the transaction, and its rank among what copies go back to."""
LAST: Place = (inf, inf)

Edge = Literal["states", "quotes", "cites", "copy", "rewrite", "background", "derived"]


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent root: a speaker, or a document speaking for itself.

    Attributes:
        id: Made of what makes it one: the speaker, or the document that is the first of its text.
        name: The speaker's or publisher's name; "unnamed source" where nobody is named.
        party: Party the speaker speaks for; None if none.
        doc: Document in which it was met, or whose copy that is.
        interested: Whether the speaker's party is a party to the claim.
        against_interest: Whether the claim, if believed, harms that party.
        known: Whether it is known to be a root of its own. Who names no source, and a source that is not named, may
            rest on one of the others.
    """

    id: str
    name: str
    party: str | None
    doc: str
    interested: bool
    against_interest: bool = False
    known: bool = True

    def __hash__(self) -> int:
        """Go by the id, as claims do."""
        return hash(self.id)


def bounds(origins: Iterable[Origin]) -> tuple[int, int]:
    """Say between which numbers the number of independent roots lies.

    Those that are known are roots; the others may each be one, or all rest on one.
    """
    return roots({origin.id: origin.known for origin in origins})


def roots(known: Mapping[str, bool]) -> tuple[int, int]:
    """Say the same of origins by their ids.

    Args:
        known: Id of each, to whether it is known to be a root.
    """
    return max(sum(known.values()), min(1, len(known))), len(known)


@dataclass(frozen=True, slots=True)
class TracedClaim:
    """A claim with its voices filled in and the origin it rests on.

    Attributes:
        claim: The claim.
        origin: The root it rests on.
        edge: How the document relates to the origin. "quotes" a speaker or "cites" an outlet; all others are words of
            its own: it "states" them, or they are "background" of long ago, a "copy" or "rewrite" of another's text, or
            a figure "derived" from another's.
    """

    claim: Claim
    origin: Origin
    edge: str

    def __hash__(self) -> int:
        """Go by the claim's id: hardly ever is one traced in two ways."""
        return hash(self.claim.id)

    @property
    def own(self) -> bool:
        """Whether nobody else is named: the words are the document's, or those of the text that it copies."""
        return self.edge not in {"quotes", "cites"}


def dated_by(copies: Iterable[tuple[str, str]], recorded: Mapping[str, Place]) -> dict[str, str]:
    """Say which document dates each text: of the first of the text and all copies, the one that was recorded first.

    A copy may carry any date. So that none changes what rests on dates, however many come, none dates a text that was
    there before it.

    Args:
        copies: Of claims, the first document of the text and the document; for each thing, of all claims about it.
        recorded: Document id to its place in the order of recording; what is missing comes last.

    Returns:
        The id of the first of a text to that of the document that dates it.
    """
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for text, doc in copies:
        texts[text].add(doc)
    return {
        text: min({text, *docs}, key=lambda doc: (recorded.get(doc, LAST), doc != text, doc))
        if docs != {text}
        else text
        for text, docs in texts.items()
    }
