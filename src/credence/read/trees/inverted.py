"""Trees put right where a sentence names last who it was done to: "Also added to the list were Ana Rojas and a bank".

So do "The fourth person added to the list is Ana Rojas" and "Also sanctioned was Ana Rojas"; and "So did Chad" names
last who did it too, whom the parser takes for what is said of nobody.
"""

from __future__ import annotations

from credence.read.words.forms import SUBJECT
from credence.read.words.tree import Token

_NAMED = {"attr", *SUBJECT}
_SO = {"so", "neither", "nor"}


def turned(token: Token) -> None:
    """Make the subject of a passive of whom "was" or "is" names behind it.

    Args:
        token: A form of "be" behind a participle that opens the sentence, or the verb of "So did".
    """
    verb = token.head
    if token.i == 1 and token.doc[0].lower_ in _SO and token.dep_ in {"aux", "auxpass", "cop"} and verb.dep_ == "ROOT":
        _echoing(token, verb)
        return
    if token.lemma_ != "be" or token.dep_ not in {"auxpass", "ccomp"} or verb.tag_ != "VBN" or verb.i > token.i:
        return
    named = next((c for c in token.children if c.dep_ in _NAMED and c.i > token.i), None)
    before = [c for c in verb.children if c.dep_ in SUBJECT]
    helped = any(c.dep_ in {"aux", "auxpass"} and c.i < verb.i for c in verb.children)
    if verb.dep_ != "ROOT" or named is None or helped or (token.dep_ == "auxpass" and before):
        return
    named.head, named.dep_ = verb, "nsubjpass"
    token.head, token.dep_ = verb, "auxpass"
    for subject in before:
        subject.dep_ = "dep"


def _echoing(helper: Token, name: Token) -> None:
    """Make the helping verb of "So did Chad" the verb of its sentence, and the name its subject."""
    if helper.i > name.i or not name.text.istitle():
        return
    helper.doc[0].dep_, name.pos_, name.tag_ = "advmod", "PROPN", "NNP"
    rest = [c for c in name.children if c.i < helper.i or c.dep_ in {"prep", "punct", "npadvmod", "advmod"}]
    helper.head, helper.dep_ = helper, "ROOT"
    name.head, name.dep_ = helper, "nsubj"
    for child in rest:
        child.head = helper
