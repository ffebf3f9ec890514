"""Those who have no id: "women's groups", "certain states", "the Congress Party". Their own words name them."""

from __future__ import annotations

import re

from credence.catalog.lexicon import Lexicon
from credence.model.sighting import Phrase

_LEADING = re.compile(
    r"^(?:(?:the|some|many|several|all|a few|few|most|other|these|those|(?:that|this) (?:same )?\w+)\s+)+",
    re.IGNORECASE,
)
_MANY = {"women", "people"}
_OF_OTHERS = frozenset(
    {"family", "relative", "widow", "survivor", "parent", "descendant", "resident", "inhabitant", "victim", "supporter"}
    | {"opponent", "veteran", "member"}
)
_SOME = {"group", "number", "dozen", "score", "handful", "majority", "band", "coalition", "alliance", "delegation"}
_SOME |= {"hundred", "thousand", "crowd", "row", "string", "host", "bloc", "chorus"}
_PLAIN = {"mod", "num", "poss", "in", "appos", "across", "around", "throughout"}
_VEILED = {"relevant", "certain", "unnamed", "concerned"}  # "the relevant country" is one that stays unnamed


def outsiders(phrase: Phrase, lexicon: Lexicon, *, people: bool) -> str | None:
    """Give the words that name a group of people, states or an organisation without an id; None for anything else.

    Args:
        phrase: The words; its parties are not known.
        lexicon: Word classes; "crowd" is used.
        people: Whether persons can be meant, rather than states only.
    """
    if people and phrase.lemma in _SOME and phrase.determiner not in {"the", "this", "that"}:
        told = (outsiders(link, lexicon, people=True) for link in phrase.linked("of") if link.form != "pronoun")
        if (inside := next((name for name in told if name is not None), None)) is not None:
            return inside  # "a group of Republican senators"
    named = phrase.form == "name" and phrase.lemma.endswith("s")  # "Republicans"
    lemma = phrase.lemma[:-1] if named else phrase.lemma
    value = lexicon.classify("crowd", [link.lemma for link in phrase.linked("mod", "num")], lemma)
    if value is None or (value != "states" and not people):
        return None
    if value == "states" and phrase.linked("num"):
        return None  # "19 states" are counted
    told_apart = value == "people" or bool(phrase.linked("mod", "num", "poss"))  # "members" alone says nothing
    crowd = told_apart and (named or phrase.form != "name")
    words = _crowd(phrase, people=value == "people") if crowd else None
    if not people and words == phrase.head_text.lower():
        return None  # "most countries recognise it"
    return (_body(phrase) if value == "body" else None) or words


def crowd_of(subject: str, word: str, lexicon: Lexicon) -> str | None:
    """Give whom "they" or "it" means after a subject: several people, "the Indigenous League"; None for others.

    Args:
        subject: The words of the subject, without what follows its noun.
        word: The pronoun.
        lexicon: Word classes; "crowd" is used.
    """
    words = subject.split()
    last = words[-1].lower() if words else ""
    forms = (last, last.removesuffix("s"), last.removesuffix("ies") + "y")
    values = {lexicon.classify("crowd", (), form) for form in forms}
    if word == "it":
        named = sum(one[:1].isupper() for one in words if one.lower() not in {"the", "a", "an"}) > 1
        return "-".join(w.lower() for w in words if w.lower() != "the") if "body" in values and named else None
    several = last in _MANY or last.endswith("s")
    told = len(words) > 1 and words[0].lower() not in {"a", "an", "no"}
    return _LEADING.sub("", subject).lower() if "people" in values and several and told else None


def _crowd(phrase: Phrase, *, people: bool) -> str | None:
    """Several of them, without "of": "certain states", "exiled Afghan women"."""
    plural = phrase.form == "name" or phrase.plural or phrase.lemma in _MANY
    plural = plural or any(link.lemma in _VEILED for link in phrase.linked("mod"))
    apart = phrase.lemma in _OF_OTHERS or people
    plain = _PLAIN | ({"of", "from", "at", "with", "for"} if apart else set())  # "families of the victims"
    if not plural or any(relation not in plain for relation, _ in phrase.links):
        return None
    told = [link.span.start for link in phrase.linked("mod", "num", "poss") if link.span.start >= phrase.span.start]
    first = min([*told, phrase.head.start]) - phrase.span.start  # not "that winter three ministers"
    return _LEADING.sub("", phrase.text[first : phrase.head.end - phrase.span.start]).lower() or None


def _body(phrase: Phrase) -> str | None:
    """The name of an organisation, as an id: "the Congress Party" is "congress-party"."""
    words = phrase.head_text.split()
    if not (words[-1][:1].isupper() or words[-1] == "party"):
        return None
    before = [link.text for link in phrase.linked("mod") if link.text[:1].isupper()]
    name = words if phrase.form == "name" else [*before, *words]
    if len(name) < 2 or not all(word[:1].isupper() for word in name[:-1]):
        return None
    of = next((link for link in phrase.linked("of") if link.form == "name" and words[-1] == "Bank"), None)
    whole = " ".join(name) if of is None else f"{' '.join(name)} of {of.head_text}"  # "the Trade Bank of Iraq"
    return "-".join(re.findall(r"\w+", whole.lower()))
