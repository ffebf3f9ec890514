"""Common nouns that official prose writes like names: "the Letters of Credence of the Ambassadors"."""

from __future__ import annotations

import re

from credence.read.words.tree import Doc

_PLURALS = {
    "ambassadors": "ambassador",
    "commissioners": "commissioner",
    "consuls": "consul",
    "consulates": "consulate",
    "consultations": "consultation",
    "copies": "copy",
    "credentials": "credential",
    "diplomats": "diplomat",
    "embassies": "embassy",
    "envoys": "envoy",
    "legations": "legation",
    "letters": "letter",
    "ministers": "minister",
    "missions": "mission",
    "negotiations": "negotiation",
    "offices": "office",
    "officials": "official",
    "presidents": "president",
    "relations": "relation",
    "representatives": "representative",
    "sections": "section",
}
PAIR = re.compile(r"[A-Z][\w.]*[-–][A-Z][\w.]*")
"""Two names that a hyphen joins: "Peru-Chile"."""
_BEARERS = {"minister", "official", "president"}


def uncapitalized(doc: Doc) -> Doc:
    """Give such plurals the lemma they have as common nouns, which the parser does not know names to have."""
    for token in doc:
        if token.pos_ != "PROPN" and PAIR.fullmatch(token.text) and token.dep_ in {"nmod", "amod", "compound"}:
            token.tag_, token.pos_ = "NNP", "PROPN"  # "the Peru-Chile dialogue"
        lemma = _PLURALS.get(token.lower_) if token.pos_ == "PROPN" else None
        if lemma is not None:
            token.lemma_ = lemma
            if lemma in _BEARERS and any(c.dep_ == "prep" and c.lower_ == "from" for c in token.children):
                token.tag_, token.pos_ = "NNS", "NOUN"  # "Foreign Ministers from Chad and Peru" names nobody
    return doc
