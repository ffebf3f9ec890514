"""The law of the text that claims are hashed as: it is what the standard library would write."""

from __future__ import annotations

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from credence.ledger.chain import claim_digest
from credence.model.claim import Claim, Quote, Voice
from credence.model.plain import claim_to_plain

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


@given(claims)
def test_a_claims_digest_is_that_of_its_plain_form_with_sorted_members(claim: Claim) -> None:
    text = json.dumps(claim_to_plain(claim), sort_keys=True)
    assert claim_digest(claim) == hashlib.sha256(text.encode("ascii")).hexdigest()
