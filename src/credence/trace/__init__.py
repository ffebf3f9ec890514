"""Tracing: whose words a claim is in, and which independent origin it rests on.

Takes: claims, and the speeches of their document with their voices.
Gives: claims with voices, and ``TracedClaim``s, each with its ``Origin``.
Touches: nothing.
"""

from __future__ import annotations

from credence.trace.origins import trace
from credence.trace.voices import give_voices, is_question

__all__ = ["give_voices", "is_question", "trace"]
