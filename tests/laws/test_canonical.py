"""The law of the text that claims and documents are hashed as: it is what the standard library would write."""

from __future__ import annotations

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from credence.ledger.chain import Content, claim_digest, document_digest, sealed
from credence.model.claim import Claim, Quote, Voice
from credence.model.document import Document
from credence.model.plain import claim_to_plain, document_to_plain
from credence.model.transaction import Transaction

words = st.text(max_size=6)
values = words | st.lists(words, max_size=3).map(tuple)
voices = st.builds(Voice, words, st.none() | words, st.none() | words)
claims = st.builds(
    Claim,
    doc=words,
    version=words,
    kind=words,
    roles=st.dictionaries(words, values, max_size=4).map(lambda roles: tuple(sorted(roles.items()))),
    polarity=st.sampled_from(["affirmed", "denied"]),
    mood=st.sampled_from(["actual", "planned"]),
    when=st.none() | words,
    step=st.none() | words,
    voices=st.lists(voices, max_size=3).map(tuple),
    quote=st.builds(Quote, st.integers(0, 10**9), st.integers(0, 10**9), words),
    pattern=words,
)
perhaps = st.none() | words
documents = st.builds(Document, words, words, perhaps, perhaps, perhaps, perhaps, words)
transactions = st.builds(Transaction, st.integers(1, 9), words, words, words, words, st.just(""))
lists = st.lists(words, max_size=4).map(tuple)
contents = st.builds(Content, lists, lists, st.lists(st.tuples(words, lists), max_size=3).map(tuple), lists)


@given(claims)
def test_a_claims_digest_is_that_of_its_plain_form_with_sorted_members(claim: Claim) -> None:
    text = json.dumps(claim_to_plain(claim), sort_keys=True)
    assert claim_digest(claim) == hashlib.sha256(text.encode("ascii")).hexdigest()


@given(claims)
def test_a_claims_id_is_that_of_a_list_of_what_makes_it_another(claim: Claim) -> None:
    place = [claim.doc, claim.version, claim.quote.start, claim.quote.end]
    text = json.dumps([*place, claim.kind, claim.roles, claim.polarity, claim.mood], ensure_ascii=False)
    assert claim.id == "c" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:15]


@given(documents)
def test_a_documents_digest_is_that_of_its_plain_form_with_sorted_members(document: Document) -> None:
    text = json.dumps(document_to_plain(document), sort_keys=True)
    assert document_digest(document) == hashlib.sha256(text.encode("ascii")).hexdigest()


@given(transactions, contents)
def test_a_transactions_hash_is_that_of_a_list_of_what_it_holds(made: Transaction, content: Content) -> None:
    read = sorted([document, sorted(claims)] for document, claims in content.readings)
    parts = [made.before, made.moment, made.author, made.tool, content.documents, sorted(content.claims), read]
    parts += [content.decisions] if content.decisions else []
    assert sealed(made, content).hash == hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()
