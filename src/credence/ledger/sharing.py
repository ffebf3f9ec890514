"""Which documents are compared: those that share a key, and of the many under one key the first by rank.

The first of a text is what its copies are led to, so that however many copies there are, it is among those compared.
Beyond the first few under a key, only a passage is missed that all of them have in part; other keys of it find it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from credence.ledger.judging import Judge
from credence.model.particulars import Particulars

MOST = 16
"""How many documents are looked at under one key."""

Id = TypeVar("Id", int, str)


def with_copies(papers: Iterable[Particulars], judge: Judge) -> dict[str, Particulars]:
    """Find the copies among documents, each by itself.

    Args:
        papers: All documents that stand, with their fingerprints.
        judge: Compares them.

    Returns:
        Them by id, with their copies and without fingerprints.
    """
    every = {paper.doc: paper for paper in papers}
    under: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for paper in every.values():
        for key in judge.keys(paper):
            under[key].append((judge.rank(paper), paper.doc))
    first = {key: sorted(found)[:MOST] for key, found in under.items()}
    copies = {
        paper.doc: judge.copies_of(
            paper, (every[doc] for doc in compared(judge.keys(paper), judge.rank(paper), first) if doc != paper.doc)
        )
        for paper in every.values()
    }
    return {doc: replace(paper, fingerprint=None, copies=copies[doc]) for doc, paper in every.items()}


def compared(keys: Iterable[int], rank: int, first: Mapping[int, Iterable[tuple[int, Id]]]) -> list[Id]:
    """Give the documents that one is compared with, in the order of their ranks.

    Args:
        keys: The keys of the one.
        rank: Its rank.
        first: The first documents under each key, with their ranks; the one may be among them.
    """
    near = {found for key in keys for found in first.get(key, ()) if found[0] <= rank}
    return [of for _, of in sorted(near)]
