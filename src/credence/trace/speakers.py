"""Speakers: whose words are at the root, and when two names are those of one speaker.

Names are compared by what two spellings of one name share: the consonants. Soundex (R. Russell, U.S. patent 1 261 167,
1918) does so with numbers for likes of letters; here letters that transliterations of Arabic, Persian and Slavic names
choose between are written as one, the rest is kept: "Muttaqi", "Mottaqi" and "Motaqi" are one, "Karimi" is another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from credence.catalog.fold import fold
from credence.catalog.voices import Voices
from credence.model.claim import Voice
from credence.model.origin import Origin

_ARTICLES = {"a", "an", "the", "one", "two", "three", "some", "several", "many", "another"}
_ALIKE = (("kh", "k"), ("gh", "g"), ("ph", "f"), ("dj", "j"), ("zh", "j"), ("q", "k"), ("c", "k"), ("w", "v"))
_SILENT = re.compile(r"(?<!^)[aeiouhy]|[^a-z]")
_DOUBLED = re.compile(r"(.)\1+")


def root_voice(voices: Sequence[Voice], known: Voices) -> Voice | None:
    """Give the voice at the root: the farthest that is no outlet, for outlets pass words on; else the farthest."""
    speakers = [voice for voice in voices if not is_outlet(voice.name, known)]
    return speakers[-1] if speakers else voices[-1] if voices else None


def relay(voices: Sequence[Voice], known: Voices) -> str | None:
    """Give the outlet through which the words came, if one is named."""
    return next((voice.name for voice in reversed(voices) if is_outlet(voice.name, known)), None)


@lru_cache(maxsize=1 << 14)  # the same names come again and again
def is_outlet(name: str, known: Voices) -> bool:
    """Tell whether a name is that of a news outlet."""
    return known.is_outlet(name)


@lru_cache(maxsize=1 << 14)
def is_unnamed(name: str, known: Voices) -> bool:
    """Tell whether nobody is named: "two diplomats", "A deputy minister", "Afghan officials".

    Organs are named by what they are, "foreign ministry"; people are not.
    """
    words = fold(name).split()
    bare = words[1:] if words and words[0].lower() in _ARTICLES else words
    if any(word.strip(",.").lower() in known.organs for word in bare):
        return False
    small = [word for word in bare if word.islower()]
    return len(small) == len(bare) or any(word.removesuffix("s") in known.unnamed for word in small)


@lru_cache(maxsize=1 << 14)
def speaker_key(voice: Voice, known: Voices, *, interested: bool) -> tuple[str, ...]:
    """Give what is the same for all names of one speaker.

    A party to what is claimed speaks with one voice, whether by its minister or its ministry, and so does a party
    through its organs. Who else speaks for a party is known by the last name, which is how papers go on to call
    people; others by the full one.

    Args:
        voice: The speaker; somebody who is named.
        known: Words of saying.
        interested: Whether the speaker's party is a party to the claim.
    """
    if is_outlet(voice.name, known) and not (voice.party and interested):
        return ("outlet", plain(voice.name))
    words = [word for word in plain(voice.name).split() if word not in known.honorifics]
    if voice.party and (interested or any(word in known.organs for word in words)):
        return ("party", voice.party)
    named = words[-1:] if voice.party else words
    return ("speaker", voice.party or "", *(sound(word) or word for word in named))


def may_be_one(one: Origin, other: Origin) -> bool:
    """Tell whether two speakers can be one person whose party one of two papers leaves out: their last names agree."""
    if one.party and other.party:
        return False
    names = [plain(origin.name).split()[-1:] for origin in (one, other)]
    return all(origin.known and not origin.name.islower() for origin in (one, other)) and bool(
        names[0] and names[1] and sound(names[0][0]) == sound(names[1][0]) != ""
    )


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """Write a name in small letters, without accents, article and possessive."""
    return fold(name).casefold().removeprefix("the ").removesuffix("'s").strip()


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """Give the consonants of a name, those that transliterations choose between written as one."""
    letters = fold(word).casefold()
    for written, as_if in _ALIKE:
        letters = letters.replace(written, as_if)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", letters))
