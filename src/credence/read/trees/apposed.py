"""Trees put right around times, summaries and relative clauses that took what was not theirs.

When something was done ("blacklisted him that December"), what somebody was by doing it ("flew to Chad, the first
leader to do so"), who acts in a clause that "whose" opens ("whose chief the Americans listed"), a name before such a
clause ("Peru, whose minister went to Chad, says"), a second participle behind a relative clause ("has closed the
bureau of all who work there and taken"), and what something was done for ("flew to Lima to calm tempers").
"""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.trees.timed import timed
from credence.read.words.forms import MONTHS, SUBJECT, TENSED, left_of, right_of
from credence.read.words.tree import Token

_TIMES = frozenset(
    {"day", "week", "month", "year", "spring", "summer", "autumn", "winter", "evening", "morning", "night", "weekend"}
    | {"afternoon", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_ORDER = {"first", "second", "third", "fourth", "fifth", "only", "last", "latest", "newest", "highest", "sole"}
_TALKS = {"talk", "meeting", "discussion", "consultation", "negotiation", "conversation", "summit", "dialogue"}
_SUMMED_UP = _TALKS | {"visit", "call", "encounter", "trip"}
_TIED = {"relation", "tie", "link", "relationship", "war", "peace", "conflict", "border", "dispute", "friendship"}
_TIED |= {"talk", "meeting", "dialogue", "negotiation", "cooperation", "conversation", "contact", "reconciliation"}
_SIGNING = {"sign", "conclude", "initial", "ratify", "ink"}
_SIGNED = frozenset(
    {"accord", "agreement", "treaty", "pact", "memorandum", "protocol", "deal", "contract", "convention", "declaration"}
    | {"charter", "ceasefire", "truce", "armistice", "statement", "communique"}
)


def unapposed(token: Token) -> None:
    """Put right what one token took, or was taken for."""
    timed(token)
    if token.lower_ == "that" and token.dep_ in {"dobj", "mark", "pobj", "dative"}:
        _that_month(token)
    elif token.dep_ in {"dobj", "dep", "oprd"} and token.pos_ in {"NOUN", "PROPN"}:
        _the_first(token)
    elif token.dep_ == "appos" and token.lemma_ in _SUMMED_UP:
        _the_first_meeting(token)
    elif token.tag_ == "WP$":
        _whose(token)
    elif token.lower_ == "with" and token.dep_ == "prep":
        _with_whom(token)
    else:
        _unapposed_verb(token)


def _unapposed_verb(token: Token) -> None:
    if token.dep_ == "amod" and token.tag_ in {"VB", "JJ"}:
        _to_do_it(token)
    elif token.dep_ == "amod" and token.tag_ in {"VBN", "VBD"}:
        _backed(token)
    elif token.dep_ == "conj" and token.tag_ in {"VBN", "VBD"}:
        _second_participle(token)
    elif token.dep_ == "acl" and token.lemma_ in _SIGNING:
        _signed(token)


def _is_time(noun: Token) -> bool:
    return noun.lower_ in MONTHS or noun.lemma_.lower() in _TIMES or noun.text.capitalize() in MONTHS


def _that_month(word: Token) -> None:
    """Make "that December" say when: the parser takes it for what something is done to."""
    noun = right_of(word) if word.i + 1 < len(word.doc) else word
    if noun == word or not _is_time(noun) or noun.head != word or word.head.pos_ not in {"VERB", "AUX"}:
        return
    noun.head, noun.dep_ = word.head, "npadvmod"
    word.head, word.dep_, word.tag_, word.pos_ = noun, "det", "DT", "DET"


def _the_first(noun: Token) -> None:
    """Set "the first leader there" behind a comma beside the subject."""
    first, verb = noun.left_edge, noun.head
    if not first.i or left_of(first).text != "," or verb.pos_ not in {"VERB", "AUX"} or noun.i < verb.i:
        return
    if noun.lemma_ in _SUMMED_UP:  # "met Ana Rojas in Lima, the first meeting between them"
        noun.dep_ = "npadvmod"
        return
    subjects = [c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i]
    ordered = any(c.lower_ in _ORDER for c in noun.children)
    if first.lower_ in {"the", "its", "his", "her", "their"} and ordered and subjects:
        noun.head, noun.dep_ = subjects[0], "appos"


def _the_first_meeting(noun: Token) -> None:
    """Hang what sums up a meeting on its verb, not on who met where: "met Ana Rojas in Lima, the first talks"."""
    first = noun.left_edge
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    behind = verb is not None and first.i > verb.i and left_of(first).text in {",", "–", "-"}
    ordered = any(c.lower_ in _ORDER for c in noun.children)
    if verb is not None and behind and ordered and noun.head.lemma_ not in _SUMMED_UP:
        noun.head, noun.dep_ = verb, "npadvmod"


def _whose(word: Token) -> None:
    """Put right a clause that "whose" opens: who acts in it, and whose name stands before it."""
    noun = word.head.head if word.head.dep_ == "compound" else word.head  # "whose minister Omar Varga"
    verb = noun.head
    if noun.dep_ in SUBJECT and verb.pos_ == "VERB":
        behind = [c for c in noun.children if c.dep_ == "appos" and c.right_edge.i + 1 == verb.left_edge.i]
        behind = behind or [c for c in noun.children if c.dep_ == "appos" and c.right_edge.i + 1 == verb.i]
        active = noun.dep_ == "nsubj" and not any(c.dep_ in {"dobj", "attr"} for c in verb.children)
        for doer in behind[:1]:
            if active and left_of(doer.left_edge).text != ",":
                doer.head, doer.dep_ = verb, "nsubj"
                noun.dep_ = "dobj"
    _before_whose(word, verb)


def _before_whose(word: Token, verb: Token) -> None:
    """Give the main verb the name that opens the sentence: "Peru, whose minister went to Chad, says"."""
    main = verb.head
    start = word.i - 1
    if verb.dep_ != "ccomp" or start < 1 or word.doc[start].text != "," or main.tag_ not in TENSED:
        return
    name = word.doc[start - 1]
    opens = name.left_edge.i == 0 and name.head == verb and name.dep_ in {"npadvmod", "dep", "nsubj", "advmod"}
    if opens and name.pos_ == "PROPN" and main.i > verb.i and not any(c.dep_ in SUBJECT for c in main.children):
        name.head, name.dep_ = main, "nsubj"
        verb.head, verb.dep_ = name, "relcl"


def _to_do_it(verb: Token) -> None:
    """Read "to calm tempers" as what something was done for, not as tempers of some sort."""
    noun = verb.head
    above = noun.head
    led = any(c.tag_ == "TO" and c.i == verb.i - 1 for c in verb.children)
    if led and noun.dep_ == "dobj" and noun.left_edge.i >= verb.i - 1 and above.pos_ == "VERB" and above.i < verb.i:
        verb.head, verb.dep_, verb.tag_, verb.pos_ = above, "advcl", "VB", "VERB"
        noun.head, noun.dep_ = verb, "dobj"


def _backed(verb: Token) -> None:
    """Make the main verb of what was taken for a quality: "The rebels, backed by Chad, captured Lima, the capital"."""
    thing, comma = verb.head, left_of(verb) if verb.i else verb
    name = thing.head
    if comma.text != "," or thing.dep_ != "appos" or name.dep_ != "ROOT" or name.pos_ not in {"PROPN", "NOUN"}:
        return
    beside = [c for c in name.children if c.dep_ in {"acl", "relcl", "appos"} and name.i < c.i < comma.i]
    if not beside or left_of(beside[0].left_edge).text != ",":
        return
    for child in [c for c in name.children if c.i > thing.i and c.dep_ in {"prep", "punct", "cc", "conj"}]:
        child.head = verb
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    name.head, name.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "dobj"


def _with_whom(prep: Token) -> None:
    """Say with whom talks are held or a treaty is signed: "held talks on the sidelines of the fair with Chad"."""
    verb = next((t for t in prep.ancestors if t.pos_ == "VERB"), None)
    if verb is None or prep.head == verb or prep.head.lemma_.lower() in _TIED:
        return
    things = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < prep.i]
    thing = things[0] if things else verb
    if thing == prep.head or thing.lemma_.lower() not in _TALKS | _SIGNED or prep.head not in thing.subtree:
        return
    placed = any(c.lower_ in {"with", "between"} for c in (*thing.children, *verb.children))
    if not placed and any(c.pos_ == "PROPN" for c in prep.children):
        prep.head = thing


def _second_participle(verb: Token) -> None:
    """Join a participle to the one that it is told with: "has shut the bureau of all who work there and taken"."""
    first = verb.head
    own = any(c.dep_ in {"aux", "auxpass", *SUBJECT} for c in verb.children)
    participle = verb.tag_ == "VBN" or verb.lower_.endswith("en")
    apart = first.tag_ in {"VBP", "VBZ", "VB", "CD", "NN", "NNS", "NNP"}
    if own or not participle or not apart or left_of(verb).dep_ != "cc":
        return
    above = next(_perfect(first), None)
    if above is not None:
        verb.head, verb.tag_ = above, "VBN"


def _perfect(token: Token) -> Iterator[Token]:
    """The verbs above that are told with an auxiliary that a participle can share."""
    for above in token.ancestors:
        if above.tag_ in {"VBN", "VBD"} and any(c.lemma_ == "have" and c.dep_ == "aux" for c in above.children):
            yield above


def _signed(verb: Token) -> None:
    """Hang "signed in Oslo by Peru" on the treaty before the comma, not on the talks that led to it."""
    noun, first = verb.head, verb.left_edge
    if noun.lemma_.lower() in _SIGNED or not first.i or left_of(first).text != ",":
        return
    between = [t for t in verb.doc[noun.i + 1 : first.i] if t.lemma_.lower() in _SIGNED and t.pos_ == "NOUN"]
    if between:
        verb.head = between[-1]
