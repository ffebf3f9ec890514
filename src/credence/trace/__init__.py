"""Tracing: whose words a claim is in, and which independent origin it rests on.

Takes: claims, the speeches of their document with their voices, and what is known of their documents.
Gives: claims with voices, and ``TracedClaim``s, each with its ``Origin``.
Touches: nothing.
"""

from __future__ import annotations

from credence.trace.article import Shared, share
from credence.trace.derived import derive
from credence.trace.origins import Tracing, trace
from credence.trace.papers import Shelf, particulars_of
from credence.trace.utterances import Utterance, utterances
from credence.trace.voices import give_voices, is_question

__all__ = [
    "Shared",
    "Shelf",
    "Tracing",
    "Utterance",
    "derive",
    "give_voices",
    "is_question",
    "particulars_of",
    "share",
    "trace",
    "utterances",
]
