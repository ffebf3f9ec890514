"""Forms of verbs and nouns that are asked for everywhere: infinitives, ordinals, tallies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.lang.en.lex_attrs import like_num

from credence.read.words.tree import Token

MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december"}
)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
"""A month as it is written, for regular expressions."""
YEAR = r"(?:1[89]|20)\d\d"
"""A year in figures, for the same."""
TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs that say themselves whether it is now or was."""
FINITE = TENSED | {"MD"}
"""Tags of verbs that can be the only one of a sentence."""
SUBJECT = frozenset({"nsubj", "nsubjpass"})
"""How a subject hangs on its verb."""
ANY_SUBJECT = SUBJECT | {"expl", "csubj"}
"""The same, with "there" and clauses."""
TIMES = frozenset(  # nouns that say when: "the day Peru left"
    {"day", "time", "moment", "year", "month", "week", "night", "hour", "minute", "date", "morning", "evening"}
    | {"afternoon", "weekend", "spring", "summer", "autumn", "fall", "winter", "decade", "century", "instant"}
)
ORPHAN = "orphan"
"""How what lacks its verb hangs on that verb: the members of lists with gaps, see ``gaps``."""

TALLIES = {"number", "total", "tally"}
_NTH = re.compile(r"\d+(?:st|nd|rd|th)|\w+(?:nth|fth|xth|enth|ieth)|eighth|ninth|fifth")
_LETTING = {"let", "make", "bid", "bade", "have"}  # what takes an infinitive without "to"
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "only", "last", "latest", "next", "sole"}
)
_WAYS = {"back", "home", "out", "away"}
_LEADING = {"way", "road", "route", "plane", "flight"}


_LIKE_NUMBER: Callable[[str], bool] = like_num


def is_number(token: Token) -> bool:
    """Tell whether a word is a number, in figures or not, or an ordinal."""
    return _LIKE_NUMBER(token.text)


def left_of(token: Token, steps: int = 1) -> Token:
    """Give the word so many before another; the first of the sentence where there is none."""
    return token.doc[max(token.i - steps, 0)]


def right_of(token: Token, steps: int = 1) -> Token:
    """Give the word so many behind another; the last of the sentence where there is none."""
    return token.doc[min(token.i + steps, len(token.doc) - 1)]


def parts_of(verb: Token) -> Iterator[Token]:
    """Give what hangs on a verb or on its auxiliaries: "it has not, as some wrote, closed"."""
    for child in verb.children:
        yield child
        if child.dep_ in {"aux", "auxpass"}:
            yield from child.children


def infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def bare_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands under "let" and the like without "to": "let Peru open an embassy"."""
    if verb.dep_ not in {"ccomp", "xcomp"} or verb.head.lemma_ not in _LETTING or verb.i < verb.head.i:
        return False
    return verb.tag_ in {"VB", "VBP"} and not any(c.dep_ in {"aux", "mark"} for c in verb.children)


def to_or_bare(verb: Token) -> bool:
    """Tell whether a verb is an infinitive of either form."""
    return infinitive(verb) or bare_infinitive(verb)


def ordinal(noun: Token) -> bool:
    """Tell whether a noun is one of a row: "the first to", "the only country to", "the 98th state to"."""
    before = [c for c in noun.children if c.dep_ in {"amod", "advmod", "compound", "nummod"}]
    return any(t.lower_ in _ORDINALS or _NTH.fullmatch(t.lower_) for t in (noun, *before))


def tallied(number: Token) -> bool:
    """Whether it is what a number amounts to: "the number of states that recognise Peru stands at 40"."""
    if number.head.lower_ not in {"at", "to"} or number.head.dep_ != "prep":
        return False
    return any(t.lemma_.lower() in TALLIES for t in number.doc[: number.i] if t.dep_ in {"nsubj", "dobj", "nsubjpass"})


def bare_adjective(word: Token) -> bool:
    """Tell an adjective after an object that was taken for a clause: "dismissed the claim as baseless"."""
    before = any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "mark", "aux"} for c in word.children)
    return word.dep_ in {"advcl", "ccomp"} and word.tag_ == "JJ" and word.i > word.head.i and not before


def before_sum(name: Token) -> bool:
    """Whether a name before a sum was taken for a part of it: "promised Chad 5 million dollars"."""
    behind = right_of(name)
    return name.dep_ == "nmod" and name.pos_ == "PROPN" and (behind.pos_ == "NUM" or behind.text in {"$", "€", "£"})


def particles_of(verb: Token) -> frozenset[str]:
    """Give the particles and adverbs of a verb; a preposition without anything after it is one: "let Chad in".

    So is what was hung on its object, or on the way: "wants its envoy back in Chad", "is on her way home".
    """
    bare = {c.lower_ for c in verb.children if c.dep_ == "prep" and not any(True for _ in c.children)}
    below = (g for c in verb.children for g in (c, *c.children))
    things = (t for t in below if t.dep_ == "dobj" or (t.dep_ == "pobj" and t.lemma_ in _LEADING))
    behind = (g for thing in things for g in thing.rights if g.dep_ == "advmod")
    bare |= {g.lower_ for g in behind if g.lower_ in _WAYS}
    return frozenset(bare | {c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod", "expl"}})


def may_act(modifier: Token) -> bool:
    """Tell whether what stands before a noun may do what it names: "Norwegian recognition", "military coup"."""
    named = modifier.dep_ != "amod" or modifier.text[:1].isupper() or modifier.lower_ in {"military", "rebel"}
    return named and modifier.dep_ in {"amod", "compound", "nmod"}


def stands_as_verb(noun: Token) -> bool:
    """Tell whether what was tagged a noun stands as a verb: "the ministry thanks its allies", "which Peru lists as".

    So does an adjective that is all a sentence has: "Missions open in both capitals".
    """
    if noun.tag_ == "JJ" and noun.dep_ == "ROOT" and noun.lower_ == "open":
        return any(c.dep_ == "nsubj" and c.tag_ == "NNS" for c in noun.lefts)
    if noun.tag_ not in {"NN", "NNS"} or any(c.dep_ in {"det", "poss", "amod"} for c in noun.children):
        return False
    below = {c.dep_ for c in noun.children}
    which = noun.dep_ == "relcl" and any(c.tag_ == "WDT" for c in noun.lefts)
    return which or {"nsubj", "dobj"} <= below


def misread(verb: Token) -> bool:
    """Tell whether a participle is no verb: "to occupied Kherson" is no infinitive, "self-governing Taiwan" no act."""
    before = left_of(verb) if verb.i else None
    if before is not None and before.text == "-" and before.i and left_of(before).lower_ == "self":
        return True
    return verb.tag_ in {"VBN", "VBD"} and before is not None and before.lower_ == "to"


def goes_on(verb: Token, head: Token) -> bool:
    """Tell whether an infinitive was taken for a second verb: "agreed to open one and, this year, to send an envoy"."""
    return verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"} and infinitive(verb) and not infinitive(head)


def list_goes_on(name: Token) -> bool:
    """Tell whether a list goes on behind a name with parts of others: "Chad, Mali, most of Asia and Peru"."""
    behind = name.doc[name.right_edge.i + 1 : name.right_edge.i + 3]
    return len(behind) > 1 and behind[0].text == "," and behind[1].lower_ in {"most", "some", "much", "half", "several"}


def is_day_in_words(token: Token) -> bool:
    """Whether an ordinal says on which day of the month: "followed on the ninth"."""
    return token.dep_ == "pobj" and token.head.lower_ == "on" and token.lower_ in _NTH_DAYS


_NTH_DAYS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"}
    | {"twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"}
    | {"twentieth", "thirtieth"}
)
