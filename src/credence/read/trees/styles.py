"""Trees put right around what official papers and wires write before and beside names.

Styles of address ("Her Excellency Ana Rojas, Minister of Trade of Chile, received"), which are taken for the one who
acts; the name of a body behind the noun that says what it is ("The regional bloc ECOWAS froze"), which is taken for
the verb; who acts right behind a place ("In neighbouring Chad the army shut"), who is taken for its apposition; and
a surname that is a word, too ("Trump envoy").
"""

from __future__ import annotations

from credence.read.words.forms import SUBJECT, TENSED, left_of, right_of
from credence.read.words.tree import Token

_STYLES = {"excellency", "majesty", "highness", "honour", "honor", "holiness", "eminence", "grace"}
_WHOSE = {"his", "her", "their"}
_SHORTEST = 3  # letters of an acronym that is no initial
_SERVING = {"envoy", "adviser", "advisor", "aide", "administration", "official", "officials", "appointee", "ally"}
_ADJECTIVAL = ("an", "sh", "se", "i", "ch", "ic", "al", "ve", "rn", "ng", "us", "k", "y", "r", "ss", "d", "t")
_NEIGHBORING = {"neighboring", "neighbouring"}


def restyled(token: Token) -> None:
    """Put right what stands around one token, in place."""
    if token.lower_ in _STYLES and token.dep_ != "compound":
        _addressed(token)
    elif token.tag_ in TENSED and token.text.isupper() and len(token) >= _SHORTEST and token.i > 1:
        _acronym(token)
    elif token.tag_ == "JJ" and token.dep_ in {"amod", "conj"} and token.i and token.text.istitle():
        _surname(token)
    elif token.lower_ in _NEIGHBORING and token.dep_ == "pcomp":
        _behind_place(token)


def _addressed(style: Token) -> None:
    """Make the name behind a style of address the one who acts, and the style a part of the name."""
    names = [c for c in style.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == style.i + 1]
    if not names or not style.i or left_of(style).lower_ not in _WHOSE:
        return
    name = names[0]
    if style.dep_ == "ROOT":
        name.head, name.dep_ = name, "ROOT"
    else:
        name.head, name.dep_ = style.head, style.dep_
    for child in [c for c in style.children if c not in {name, left_of(style)}]:
        child.head = name
    style.head, style.dep_ = name, "compound"


def _acronym(name: Token) -> None:
    """Give the verb back its place, and the body's name to the noun before it: "The bloc ECOWAS froze the sums"."""
    verb, noun = right_of(name) if name.i + 1 < len(name.doc) else name, left_of(name)
    acts = name in {verb.head, verb.head.head} and verb.tag_ in {"VBD", "VBZ", "VBN"}
    if not acts or noun.head != name or noun.dep_ not in SUBJECT:
        return
    if name.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = name.head, name.dep_
    for child in [c for c in name.children if c not in {verb, noun}]:
        child.head = verb
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    name.head, name.dep_, name.tag_, name.pos_, name.lemma_ = verb, noun.dep_, "NNP", "PROPN", name.text
    for child in list(noun.children):
        child.head = name
    noun.head, noun.dep_ = name, "compound"


def _surname(name: Token) -> None:
    """Make a name of a leader's that is also a common word, and was taken for an adjective: "the Trump adviser"."""
    noun = right_of(name) if name.i + 1 < len(name.doc) else name
    if noun.lower_ not in _SERVING or len(name) < _SHORTEST or name.lower_.endswith(_ADJECTIVAL):
        return
    if name.dep_ == "amod":
        name.head, name.dep_ = noun, "compound"
    name.tag_, name.pos_, name.lemma_ = "NNP", "PROPN", name.text


def _behind_place(word: Token) -> None:
    """Make a place of the land next door, and a subject of who stands behind: "In neighbouring Chad the army shut"."""
    place, prep = right_of(word), word.head
    verb = place.head
    acting = [c for c in place.children if c.dep_ == "appos" and c.left_edge.i == place.i + 1]
    if place.pos_ != "PROPN" or place.dep_ not in SUBJECT or prep.dep_ != "prep":
        return
    if acting and acting[0].left_edge.dep_ == "det":
        acting[0].head, acting[0].dep_ = verb, place.dep_
    elif not any(c.dep_ in SUBJECT and c != place for c in verb.children):
        return
    place.head, place.dep_ = prep, "pobj"
    word.head, word.dep_, word.tag_, word.pos_ = place, "amod", "JJ", "ADJ"
