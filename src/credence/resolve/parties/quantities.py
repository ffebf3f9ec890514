"""How many known parties words mean: "both", "the two sides", every one: "no state", "any government"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from credence.catalog.lexicon import Lexicon
from credence.model.sighting import Phrase
from credence.resolve.parties import wordings

_STATES = {"country", "state", "nation", "member"}
_ALL = {"un", "u.n.", "united nations", "world", "international community"}
_NOT_ONE = ("not a single", "not one", "a single")
_REGIONS = frozenset(
    {"european", "african", "asian", "arab", "western", "latin", "american", "caribbean", "pacific", "gulf", "muslim"}
    | {"islamic", "nordic", "baltic", "balkan", "scandinavian", "eu", "single", "other", "major", "member"}
)
_BETWEEN = {"both", "neither", "either"}
_SEVERAL = wordings.SIDES | wordings.LANDS | wordings.STATELETS | wordings.POWERS


def is_generic(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Tell whether a phrase means no or every state, without anything that narrows it: not "any Arab state".

    A part of the world may stand with "no": where no Arab state recognises it, nobody is named who does.
    """
    if phrase.form == "pronoun" and not phrase.links:
        return phrase.lemma in {"nobody", "none", "everybody", "everyone"}
    if phrase.text.lower() in wordings.WORLD:
        return True
    head = phrase.head.end - phrase.span.start  # whatever is set off behind it
    if phrase.text[:head].lower() in wordings.WORLD and not phrase.text[head:].startswith(("'", "’")):
        return not phrase.linked("of", "poss")
    generic = lexicon.classify("generic", (), phrase.lemma) is not None
    if generic and phrase.determiner == "no" and _of_region(phrase):
        return True
    narrowing = [link for relation, link in phrase.links if relation in {"mod", "of", "poss"}]
    narrowed = any(link.lemma not in wordings.UNIVERSAL and link.head_text.lower() not in _ALL for link in narrowing)
    third = phrase.plural and {link.lemma for link in narrowing} == {"third"}
    if generic and third and not phrase.determiner:  # "has not been recognised by third states"
        return True
    if phrase.determiner == "all" and phrase.linked("num"):
        return False  # "all three capitals"
    every = phrase.determiner in wordings.EVERY or any(none in phrase.text.lower() for none in _NOT_ONE)
    return generic and not narrowed and every


def _of_region(phrase: Phrase) -> bool:
    """Whether nothing but a part of the world narrows a phrase: "no European country"."""
    narrowing = {link.lemma for relation, link in phrase.links if relation in {"mod", "of", "poss"}}
    return bool(narrowing) and narrowing <= _REGIONS


def how_many(phrase: Phrase, organs: AbstractSet[str]) -> int | None:
    """Give how many known parties a phrase means: "both", "the two sides", "neither capital"; None for all else."""
    telling = [link for link in phrase.linked("mod") if link.lemma not in wordings.DESCRIBING]
    if phrase.linked("of") or telling or (phrase.linked("poss") and phrase.lemma not in wordings.SIDES):
        return None
    definite = phrase.determiner in wordings.DEFINITE | {"all"}
    if phrase.lemma in wordings.NUMBERS:
        return wordings.NUMBERS[phrase.lemma] if definite or phrase.lemma in {"both", "neither"} else None
    if phrase.lemma not in _SEVERAL and phrase.lemma not in organs:
        return None
    if phrase.determiner in _BETWEEN:
        return 2
    figures = [link.lemma for link in phrase.linked("num")]
    if definite and figures:
        return wordings.NUMBERS.get(figures[0])
    return 2 if phrase.determiner == "the" and phrase.head_text.lower() == "sides" else None


def is_several_lands(phrase: Phrase) -> bool:
    """Tell whether words are for several states, which a name before them does not own: "147 UN member states"."""
    return phrase.lemma in _STATES and phrase.plural


def firm_group(phrase: Phrase, lexicon: Lexicon) -> tuple[str, ...]:
    """Give all the members of a group of states named by its adjective: "the three Baltic states"."""
    if not is_several_lands(phrase) or phrase.determiner not in wordings.DEFINITE:
        return ()
    members = (lexicon.classify("lands", (), link.lemma) for link in phrase.linked("mod"))
    return tuple(next((found for found in members if found is not None), "").split())
