"""Copies: which documents are one text, whole or in part, whatever their mastheads, headlines and dates.

A text is taken as the set of its runs of five words, each a number (A. Broder, "On the resemblance and containment of
documents", 1997). Of a long text only the smallest numbers are kept, and two texts are compared below the lower of
their two limits, which estimates resemblance and containment without bias (A. Dasgupta, K. Lang, L. Rhodes, J. Thaler,
"A framework for estimating stream expression cardinalities", ICDT 2016). Nearly all news is short enough to be kept
whole. Against MinHash with banding, the usual choice: that finds texts that are alike as wholes, not the paragraph that
was lifted, and its libraries bring SciPy along; here the same numbers serve resemblance, containment, and where the
shared words stand.

Everything is decided from two documents alone, so that the order in which they arrive does not matter.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from credence.catalog.fold import fold
from credence.model.document import Document, Span
from credence.model.origin import LAST, Place
from credence.model.particulars import Copy, Fingerprint, Particulars
from credence.trace.dates import last_day

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_RUN = 5  # words in a run
_QUOTED = 6  # words in a row in quotation marks that two papers hardly find on their own
_KEPT = 4096  # runs kept of one text
_ALL = 1 << 63
_LOOKED_UP = _ALL >> 3  # an eighth of the runs is enough to find a document again,
_FEWEST = 8  # or of a short one the smallest; of two that share half of their runs, one in 256 is not found by them
_WORDS_KEPT = 1 << 16

_ONE_TEXT = 0.5  # of all their runs, the share two texts have in common that are one text
_NEARLY = 0.8  # the same where texts can be alike without being one: two short ones, or two of one publisher,
_SHORT = 40  # runs; below, one way to say it makes up most of a text
_COPIED = 0.8  # of the smaller text, the share that is in the other: a copy, if cut
_LIFTED = 0.1  # and from here on a rewrite
_GAP = 30  # characters between shared runs that still belong to one passage
_PASSAGE = 100  # characters that make a passage; less is a title, a stock phrase, or the one way to say it

_UNDATED = (1 << 22) - 1  # days; the calendar ends before
_BITS_OF_ID = 40  # of a rank

_BASE = 0x9E3779B97F4A7C15  # of the numbers of runs; odd, as all that is multiplied by here, so that nothing is lost
_MIXES = 0xFF51AFD7ED558CCD

_COMPARING = (_ONE_TEXT, _NEARLY, _SHORT, _COPIED, _LIFTED, _GAP, _PASSAGE)
RULES = (_RUN, _QUOTED, _KEPT, _LOOKED_UP, _FEWEST, _BASE, _MIXES, *_COMPARING)
"""What comparing rests on beside the texts, for those who keep what came of it."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_IN_QUOTES = re.compile(r"“([^“”]{20,})”|\"([^\"]{20,})\"")


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts have in common.

    Attributes:
        resemblance: Shared runs among all of both, 0 to 1.
        of_one: Share of the first text that is in the second.
        of_other: Share of the second text that is in the first.
        shared: Numbers of the shared runs.
    """

    resemblance: float
    of_one: float
    of_other: float
    shared: frozenset[int]

    @property
    def of_smaller(self) -> float:
        """Share of the smaller text that is in the other."""
        return max(self.of_one, self.of_other)


def fingerprint(document: Document) -> Fingerprint:
    """Take the fingerprint of a document's text, its headline apart: papers write their own."""
    text = document.text
    title = (document.title or "").strip()
    begin = len(text) - len(text.lstrip())
    begin = begin + len(title) if title and text.startswith(title, begin) else 0
    import numpy as np  # noqa: PLC0415 - only who takes fingerprints waits for it to be loaded

    numbers, words = np.unique(_runs(_WORD.findall(text, begin), _RUN), return_index=True)
    limit = int(numbers[_KEPT]) if len(numbers) > _KEPT else _ALL
    runs = array("Q", numbers[:_KEPT].tobytes())
    return Fingerprint(runs, array("q", words[:_KEPT].tobytes()), limit, tuple(sorted(_quoted(text))), text, begin)


def keys(of: Fingerprint) -> tuple[int, ...]:
    """Give the numbers under which a document is to be found, sorted: every eighth of its runs, of a short one more."""
    return tuple(of.runs[: max(_FEWEST, bisect_left(of.runs, _LOOKED_UP))])


def overlap(one: Fingerprint, other: Fingerprint) -> Overlap:
    """Compare two texts by their fingerprints."""
    import numpy as np  # noqa: PLC0415 - as in fingerprint

    limit = min(one.limit, other.limit)
    ours, theirs = _below(one, limit), _below(other, limit)
    both = np.frombuffer(ours, np.uint64), np.frombuffer(theirs, np.uint64)
    shared = frozenset(np.intersect1d(*both, assume_unique=True).tolist())
    of_all = len(ours) + len(theirs) - len(shared)
    return Overlap(
        _share(len(shared), of_all), _share(len(shared), len(ours)), _share(len(shared), len(theirs)), shared
    )


def _below(of: Fingerprint, limit: int) -> array[int]:
    """Give the numbers of a text's runs below a limit, which is no higher than its own."""
    return of.runs if of.limit == limit else of.runs[: bisect_left(of.runs, limit)]


def passages(of: Fingerprint, shared: frozenset[int]) -> tuple[Span, ...]:
    """Tell where in a text the words stand that it shares: runs close to each other make one passage."""
    found: list[Span] = []
    words = [match.span() for match in _WORD.finditer(of.text, of.begin)]
    for at in sorted(word for run, word in zip(of.runs, of.words, strict=True) if run in shared):
        start, end = words[at][0], words[at : at + _RUN][-1][1]
        if found and start <= found[-1].end + _GAP:
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return tuple(span for span in found if span.end - span.start >= _PASSAGE)


def relate(one: Particulars, other: Particulars) -> Copy | None:
    """Tell how the later of two documents goes back to the earlier; None if it does not.

    Which is the later is settled by ``rank``, for the one and the other alike. One publisher's texts share its formulas
    and footers: of these only what is nearly the same throughout is one text, such as a corrected version.
    """
    return _led(*sorted((one, other), key=rank))


def _led(earlier: Particulars, later: Particulars) -> Copy | None:
    """Tell how a document goes back to one that ranks before it."""
    if later.doc == earlier.doc or later.fingerprint is None or earlier.fingerprint is None:
        return None
    found = overlap(later.fingerprint, earlier.fingerprint)
    one_house = later.publisher is not None and later.publisher == earlier.publisher
    short = max(len(later.fingerprint.runs), len(earlier.fingerprint.runs)) < _SHORT
    if found.resemblance >= (_NEARLY if short or one_house else _ONE_TEXT):
        return Copy(earlier.doc, "copy", found.of_smaller, whole=True)
    if one_house or found.of_smaller < _LIFTED or not (spans := passages(later.fingerprint, found.shared)):
        return None
    return Copy(earlier.doc, "copy" if found.of_smaller >= _COPIED else "rewrite", found.of_smaller, False, spans)  # noqa: FBT003 - the third attribute


def copies_of(paper: Particulars, earlier: Iterable[Particulars]) -> tuple[Copy, ...]:
    """Give the copies by which a document goes back to others, the first of these first.

    Behind the first that it is one text with, none is looked for: all of its words are led there. Nor is one told whose
    passages all stand in those of an earlier one, as a stock paragraph does that many print.

    Args:
        paper: The document.
        earlier: Documents that share keys with it, in the order of their ranks; those that do not come before it
            change nothing. They are taken one by one, as far as they are needed.
    """
    own, found = rank(paper), list[Copy]()
    for each in earlier:
        copy = _led(each, paper) if rank(each) < own else None
        if copy and (copy.whole or not any(_is_within(copy, other) for other in found)):
            found.append(copy)
        if copy and copy.whole:
            break
    return tuple(found)


def _is_within(copy: Copy, other: Copy) -> bool:
    return all(any(wider.covers(span) for wider in other.passages) for span in copy.passages)


def rank(paper: Particulars) -> int:
    """Order documents by which of them a copy goes back to: the one with the lower number, from 0 to 2**63 - 1.

    Who names an agency tells where the text is from, and comes first: the others of that text are led to the agency,
    too. Then the last day counts on which it may have been published, then a number made of the id. A copy may carry a
    wrong date, so that the first of a text is its representative, and nothing rests on whether it is also its source.
    """
    day = last_day(paper.published)
    return (paper.agency is None) << 62 | (day.toordinal() if day else _UNDATED) << _BITS_OF_ID | _of_id(paper.doc)


@lru_cache(maxsize=1 << 14)  # a document's rank is asked for whenever it is compared
def _of_id(doc: str) -> int:
    return int.from_bytes(_digest(doc)) >> (64 - _BITS_OF_ID)


def places(papers: Mapping[str, Particulars]) -> dict[str, Place]:
    """Give the places of documents in the order of recording, by id: of what was recorded together, by rank."""
    return {doc: (LAST[0] if each.recorded is None else each.recorded, rank(each)) for doc, each in papers.items()}


def shared_quotes(one: Fingerprint, other: Fingerprint) -> int:
    """Count the runs of quoted words that two texts have in common."""
    return len(set(one.quotes) & set(other.quotes))


def _runs(words: Sequence[str], length: int) -> NDArray[np.uint64]:
    """Give the numbers of every run of so many words, one after the other; fewer words are one run.

    The number of a run is a polynomial in those of its words (R. Karp, M. Rabin, "Efficient randomized pattern-matching
    algorithms", 1987), mixed so that its high bits, by which runs are sampled, depend on all of it (the finalizer of A.
    Appleby's MurmurHash3).
    """
    import numpy as np  # noqa: PLC0415 - as in fingerprint

    length = min(length, len(words))
    count = len(words) - length + 1 if words else 0
    numbers = np.fromiter(map(_NUMBERS.__getitem__, words), np.uint64, len(words))
    mixed = np.zeros(count, np.uint64)
    for at in range(length):
        mixed = mixed * np.uint64(_BASE) + numbers[at : at + count]
    mixed = (mixed ^ mixed >> np.uint64(33)) * np.uint64(_MIXES)
    return (mixed ^ mixed >> np.uint64(33)) >> np.uint64(1)


class _Numbers(dict[str, int]):
    """The numbers of words, each made once; few words make up most of all texts, so that these are soon there."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        number = self[word] = int.from_bytes(_digest(fold(word).casefold().replace("'", "")))
        return number


_NUMBERS = _Numbers()


def _quoted(text: str) -> set[int]:
    """Give the numbers of runs between quotation marks that are long enough."""
    words = (_WORD.findall(text, *match.span(match.lastindex or 0)) for match in _IN_QUOTES.finditer(text))
    runs = (_runs(each, _QUOTED).tolist() for each in words if len(each) >= _QUOTED)
    return set().union(*runs)


def _digest(words: str) -> bytes:
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
