"""Who is to do what an agreement between them is for: "a deal was struck between Peru and Chad to reopen embassies"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from credence.read.nouns.phrases import coordinated
from credence.read.words.forms import infinitive

_PACTS = {"accord", "agreement", "arrangement", "consensus", "deal", "memorandum", "pact", "treaty", "understanding"}
_HANGING = {"acl", "advcl", "relcl", "xcomp"}
_WHOSE = {"nsubjpass", "nsubj", "dobj"}


def agreed_between(verb: Token) -> list[Token]:
    """Give those between whom what an infinitive leads up to was agreed; none where no agreement is between any.

    Args:
        verb: The infinitive.
    """
    if verb.dep_ not in _HANGING or not infinitive(verb):
        return []
    head = verb.head
    pacts = [head] if head.pos_ == "NOUN" else [c for c in head.children if c.dep_ in _WHOSE]
    if not any(noun.lemma_ in _PACTS for noun in pacts):
        return []
    return list(_between(head)) or [one for noun in pacts for one in _between(noun)]


def _between(holder: Token) -> Iterator[Token]:
    for prep in holder.children:
        if prep.dep_ == "prep" and prep.lower_ in {"between", "among"}:
            yield from (one for c in prep.children if c.dep_ == "pobj" for one in coordinated(c))
