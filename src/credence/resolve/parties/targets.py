"""Who is listed without an id or a name: their own words, and names as the text writes them in full."""

from __future__ import annotations

import re

from credence.catalog.lexicon import Lexicon
from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.mentions import Mentions

_LEADING = re.compile(
    r"^(?:(?:the|a|an|these|those|this|that|its|their|his|her|our|some|several|many|various|certain|all|further|other"
    r"|additional|more|another|new|up to|more than|at least|about|nearly|over|dozens of)\s+)+",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w’'-]{3,}(?<!s)|[A-Z]{3,}")
_ORDINAL = re.compile(r"\b(\d+(?:st|nd|rd|th)) $")
_PARTS = {
    "member",
    "network",
    "wing",
    "arm",
    "brigade",
    "leader",
    "commander",
    "part",
    "unit",
    "branch",
    "relative",
    "child",
    "children",
    "associate",
    "subsidiary",
}
_NARROWING = ("mod", "of", "in", "poss")
_TELLING = (*_NARROWING, "num")
_VAGUE = {"individual", "person", "people", "entity", "official", "company"}  # "70 individuals" may be a sum of many
_PLURALS = {"people", "children", "men", "women"}
_SAID = {"this", "that", "these", "those", "same", "such", "respective"}
_NEW = {"", "a", "an", "another"}
_BRACKETED = re.compile(r"\b[A-Z][\w’'-]* \([^()\n]{0,80}\Z")
_FORMS = frozenset(
    {"co", "ltd", "pte", "llc", "llp", "inc", "plc", "corp", "limited", "company", "gmbh", "fze", "fzc", "fzco", "jsc"}
    | {"ojsc", "pjsc", "sa", "bv", "kg", "spa", "srl"}
)


def is_other_name(phrase: Phrase, text: str) -> bool:
    """Tell whether a name only says again who was named, or what kind of firm: "(CNP)" and "Co. Ltd." behind a name.

    Args:
        phrase: The name.
        text: The document's text.
    """
    start = phrase.span.start
    words = phrase.head_text.lower().replace(".", "").split()
    return _BRACKETED.search(text, max(0, start - 120), start) is not None or all(word in _FORMS for word in words)


def in_words(phrase: Phrase, text: str, lexicon: Lexicon) -> str | None:
    """Give the words for several that are listed, or for a network; None for anything else.

    Args:
        phrase: The words; they name nobody who is known.
        text: The document's text.
        lexicon: Word classes; "listable" is used.
    """
    value = _value(phrase, lexicon)
    before = [link.lemma for link in phrase.linked("mod")]
    if value is None or phrase.form == "name" or _SAID & {phrase.determiner, *before}:
        return None
    if not phrase.plural and phrase.lemma not in _PLURALS:
        fits = value == "one" and bool(before) and phrase.determiner in _NEW
    else:
        told = phrase.linked(*(_NARROWING if phrase.lemma in _VAGUE else _TELLING))
        fits = any(link.form != "pronoun" for link in told)
    if not fits:
        return None
    whole = phrase.lemma in _PARTS and phrase.linked("of")
    end = phrase.linked("of")[0].span.end if whole else phrase.head.end
    return _LEADING.sub("", text[phrase.span.start : end]).lower() or None


_BODY = re.compile(
    r"(?:[Tt]he )?((?:[A-Z][\w’'-]+ ){2,}(?:Army|Movement|Front|Party|Brigades?|Division|Battalion|Legion|Union|Corps"
    r"|Group|Company|Corporation|Airlines|Airways|Bank|Organi[sz]ation|Foundation|Association|Network|League|Assembly"
    r"|Congress|Regiment|Militia|Society|Alliance|Federation))"
)


def body(phrase: Phrase, mentions: Mentions) -> str | None:
    """Give the movement or firm that a name is that of, rather than the land it begins with.

    "The National Liberation Army (ELN)" is told by its short form, "the Chadian Peasant Army" is not Chad.

    Args:
        phrase: The words.
        mentions: Who is who in the document.
    """
    if phrase.form != "name":
        return None
    behind = (link for link in phrase.linked("appos") if link.form == "name")
    short = [party for link in behind for party in mentions.parties_of(link)]
    if len(short) == 1 and (known := mentions.known(short[0])) is not None and known.cls == "group":
        return short[0]
    found = _BODY.fullmatch(phrase.text[: phrase.head.end - phrase.span.start])
    if found is None:
        return None
    meant = [mentions.known(party) for party in mentions.parties_of(phrase)]
    return found[1] if all(party is None or party.cls == "state" for party in meant) else None


def counted(filler: Filler, mentions: Mentions) -> tuple[str, ...] | None:
    """Give several who are counted by their own words, not by the state whose they are: "three Chadian banks".

    Args:
        filler: The words.
        mentions: Who is who in the document.
    """
    several = filler.role == "target" and filler.phrase.determiner == "" and filler.phrase.linked("num")
    words = in_words(filler.phrase, mentions.text, mentions.lexicon) if several else None
    return None if words is None else (words,)


def _value(phrase: Phrase, lexicon: Lexicon) -> str | None:
    lemma = phrase.lemma.removesuffix("s") if phrase.form == "name" else phrase.lemma
    return lexicon.classify("listable", [link.lemma for link in phrase.linked("mod")], lemma)


def is_several(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Tell whether what is written like a name is none: "rewards for three Vargas", "Sanctions on Peruvian Bankers"."""
    if phrase.form != "name" or not phrase.head_text.endswith("s"):
        return False
    return bool(phrase.linked("num")) or _value(phrase, lexicon) == "many"


def in_full(phrase: Phrase, name: str) -> str:
    """Give a name with the number before it: "66th Light Infantry Division"."""
    before = _ORDINAL.search(phrase.text[: phrase.head.start - phrase.span.start])
    return f"{before[1]} {name}" if before is not None and name == phrase.head_text else name


def is_bare_name(phrase: Phrase) -> bool:
    """Tell whether a phrase is one word written like a name, without an article: "Belavia", not "the Treasury"."""
    word = phrase.head_text
    return phrase.form == "name" and not phrase.determiner and _NAME.fullmatch(word.removeprefix("al-")) is not None
