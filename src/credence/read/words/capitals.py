"""Common nouns that official prose writes like names: "the Letters of Credence of the Ambassadors"."""

from __future__ import annotations

from spacy.tokens import Doc

_PLURALS = {
    "ambassadors": "ambassador",
    "commissioners": "commissioner",
    "consuls": "consul",
    "consulates": "consulate",
    "copies": "copy",
    "credentials": "credential",
    "diplomats": "diplomat",
    "embassies": "embassy",
    "envoys": "envoy",
    "legations": "legation",
    "letters": "letter",
    "missions": "mission",
    "offices": "office",
    "representatives": "representative",
    "sections": "section",
}


def uncapitalized(doc: Doc) -> Doc:
    """Give such plurals the lemma they have as common nouns, which the parser does not know names to have."""
    for token in doc:
        lemma = _PLURALS.get(token.lower_) if token.pos_ == "PROPN" else None
        if lemma is not None:
            token.lemma_ = lemma
    return doc
