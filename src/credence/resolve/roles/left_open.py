"""What the words of a claim leave open: roles that may be taken from whom the text is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.phrases.diplomatic import are_many_states

MISSIONS = {"mission", "missions", "premises", "office", "tally"}
"""Types of slots whose phrase is one or more missions."""

DEFINITE = {"the", "these", "both"}
"""Determiners of what is known to who reads."""

_BREAKING = {"envoy.recall", "envoy.expel", "ties.sever", "ties.lower"}
_OWNED = {"envoy", *MISSIONS}
_WHOSE = {"of", "operator", "sender"}
_OWNING = ("poss", "of", "from")  # what says whose a mission or an envoy is
_PLACING = ("to", "in", "at", "for", "with")  # and where
_LANDS = {"country", "nation", "state", "capital", "city", "town", "place"}
_OURS = {"our", "my", "your"}
_HEADING = {"d'affaires", "d'affaire", "chargé", "ambassador", "consul", "diplomat"}  # who is at the head of a mission
_SOME = {"few", "many", "some", "several", "most", "other", "others"}  # who are somebody: "recognised by few"
_WORKS = frozenset(  # what money is spent on: who gets it is left open
    {"relief", "reconstruction", "rebuilding", "repair", "construction", "railway", "road", "purchase", "project"}
    | {"program", "programme", "recovery", "rehabilitation", "development", "restoration", "modernization", "upkeep"}
    | {"modernisation", "response", "drought", "flood", "budget"}
)
_PAPERS = {"document", "paper", "letter", "text"}


def answers(kind: str, sentence: int, sighting: Sighting) -> bool:
    """Whether what a sentence tells answers a recognition in it: not whom others recognise, but those who do.

    "Peru to recognise Kosovo; Serbia recalls envoy" is said of the one in Lima.
    """
    return kind == "recognition.grant" and sentence == sighting.sentence and sighting.kind in _BREAKING


def is_pair(fillers: Sequence[Filler]) -> bool:
    """Tell whether words only say that both did it: "the two men signed", "the ministers", "both"."""
    if len(fillers) != 1 or fillers[0].role != "parties":
        return False
    phrase = fillers[0].phrase
    counted = {link.text.lower() for link in phrase.linked("num")}
    several = phrase.plural and phrase.determiner in DEFINITE
    named = any(link.form == "name" for _, link in phrase.links)
    return phrase.form == "noun" and not named and not counted - {"two"} and (several or phrase.determiner == "both")


def may_be_aside(filler: Filler) -> bool:
    """Tell whether words in a slot may leave it open: "paid 3 million for property", "in practice it stays with"."""
    return filler.type == "fund" or filler.role == "body"


def is_aside(filler: Filler, sighting: Sighting) -> bool:
    """Tell whether a slot's words only say how it was done: "in practice", "out of solidarity", "under a chargé"."""
    phrase = filler.phrase
    if filler.type == "fund" and phrase.lemma in _WORKS and phrase.form == "noun" and not _is_somebodys(phrase):
        return True  # "would contribute $3 million to the relief of the drought"
    told = phrase.linked("poss", "of", "num", "appos")
    whole = phrase.head_text.lower() in {phrase.lemma, "d'affaires"}
    bare = phrase.form == "noun" and whole and not told
    aside = phrase.span.start > sighting.anchor.start or any(
        f.role.startswith("@") and f.phrase.span == phrase.span for f in sighting.fillers
    )
    apart = filler.role != "parties"  # "met with criticism" is no meeting
    return (
        bare and aside and apart and phrase.lemma not in _SOME and (not phrase.determiner or phrase.lemma in _HEADING)
    )


def _is_somebodys(phrase: Phrase) -> bool:
    """Whether words say whose a work is: "the reconstruction of Chad", "Chad's recovery"."""
    return any(link.form != "noun" for link in phrase.linked("of", "poss", "mod"))


def is_counted(sighting: Sighting) -> bool:
    """Whether missions are only counted, wherever they are: "runs more than 40 missions", "embassies elsewhere"."""
    phrases = [filler.phrase for filler in sighting.fillers if filler.type in MISSIONS]
    lands = [link for phrase in phrases for link in phrase.linked("in", "at")]
    elsewhere = any(map(_are_lands, lands)) or any(map(_is_elsewhere, sighting.fillers))
    return elsewhere or any(phrase.linked("num") for phrase in phrases)


def is_open(role: str, sighting: Sighting, worded: frozenset[str] | None) -> bool:
    """Whether a role may be taken from whom the text is about: nothing is said of it, and there is one, not many."""
    if worded is None or (role in worded and role != "parties"):
        return False
    if role == "from" and sighting.mood != "actual":  # troops that are asked to leave may be anywhere
        return False
    placed = any(f.role.startswith("@") and f.phrase.form == "name" for f in sighting.fillers)
    if role == "host" and sighting.kind == "envoy.appoint" and any(map(_is_sent_to, sighting.fillers)):
        return False  # "as minister to Hanover", which is no known land
    if role == "host" and any(_is_elsewhere(f) for f in sighting.fillers):
        return False
    if role in _WHOSE and any(are_many_states(f.phrase) for f in sighting.fillers if f.type in _OWNED):
        return False
    if role in _WHOSE and not placed and any(_is_any(f.phrase) for f in sighting.fillers if f.type in MISSIONS):
        return False
    papers = any(f.type == "instrument" and f.phrase.lemma in _PAPERS for f in sighting.fillers)
    if role == "parties" and papers and not is_pair([f for f in sighting.fillers if f.role == "parties"]):
        return False  # "signed a document" may be one's own
    saying = _OWNING if role in _WHOSE else _PLACING if role == "host" else ()
    phrases = (filler.phrase for filler in sighting.fillers if filler.type in _OWNED)
    said = any(_tells(phrase, saying) for phrase in phrases)
    counted = is_counted(sighting)
    return not said and not (role == "host" and counted)


def _is_elsewhere(filler: Filler) -> bool:
    """Whether words name many lands, and none of them: "in other countries", "in several capitals"."""
    return filler.role in {"@in", "@at"} and _are_lands(filler.phrase)


def _are_lands(phrase: Phrase) -> bool:
    plural = phrase.plural and phrase.lemma in _LANDS
    return plural and phrase.determiner not in DEFINITE and not phrase.linked("poss")


def _is_sent_to(filler: Filler) -> bool:
    return filler.role == "@to" and filler.phrase.form == "name"


def _is_any(phrase: Phrase) -> bool:
    """Whether missions are anybody's: "the opening of consulates in the territory", "missions opened there"."""
    plural = phrase.form == "noun" and phrase.plural
    named = any(link.text[:1].isupper() for link in phrase.linked("mod"))
    placed = any(link.form == "name" for link in phrase.linked("in", "to", "at"))
    return plural and not (placed or phrase.determiner or named) and not phrase.linked("poss", "num", "of")


def _tells(phrase: Phrase, relations: Iterable[str]) -> bool:
    """Whether words of these relations hang on a phrase or inside it, other than a pronoun for somebody named."""
    own = any(link.form != "pronoun" or link.text.lower() in _OURS for link in phrase.linked(*relations))
    return own or any(_tells(link, relations) for _, link in phrase.links)
