"""An article beside documents of a ledger: which of them share its text, and where its claims come from, given them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from credence.model.particulars import Particulars
from credence.trace.copies import rank, relate


@dataclass(frozen=True, slots=True)
class Shared:
    """What is known of an article and of documents, each led back to the other where one is a copy.

    Attributes:
        papers: What is known of each, by id, the article among them.
        copies: Ids of the documents that share text with the article, sorted.
        whole: Of these, the ones that are one text with it.
    """

    papers: Mapping[str, Particulars]
    copies: tuple[str, ...]
    whole: frozenset[str]


def share(article: Particulars, others: Iterable[Particulars]) -> Shared:
    """Compare an article with documents and note which goes back to which.

    Args:
        article: What is known of the article, with its fingerprint.
        others: The same of documents; what goes back to what among themselves is left as it is.
    """
    papers = {each.doc: each for each in others if each.doc != article.doc}
    found = {doc: copy for doc, each in papers.items() if (copy := relate(article, each))}
    for doc, copy in found.items():
        if copy.of == article.doc:
            papers[doc] = replace(papers[doc], copies=(*papers[doc].copies, copy))
    earlier = sorted((doc for doc, copy in found.items() if copy.of == doc), key=lambda doc: rank(papers[doc]))
    own = replace(article, copies=tuple(found[doc] for doc in earlier))
    return Shared(
        papers | {article.doc: own}, tuple(sorted(found)), frozenset(doc for doc in found if found[doc].whole)
    )
