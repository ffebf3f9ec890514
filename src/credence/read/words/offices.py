"""Titles of envoys in several words: "Envoy Extraordinary and Minister Plenipotentiary", "Minister Resident".

The parser takes "and" in them for two persons, and half of a title for a name. A sentence is parsed with such a title
as one word, of which the lemma is that of the rank. A minister whom one state has at another has no word of his own:
he is told by where he is sent, or by being of a state that calls none of its own officials so.
"""

from __future__ import annotations

import re

MINISTER = "minister-plenipotentiary"
"""The lemma of a minister who is an envoy."""

_LAST = r"(?:,? and (?:Diplomatic Agent|Consul[ -]General|Commissioner)\b)?"
_TITLES: tuple[tuple[str, str], ...] = (
    ("ambassador", rf"Ambassadors?[ -]Extraordinary(?:,? and Minister)?,? and Plenipotentiary{_LAST}"),
    ("ambassador", r"Ambassadors?[ -](?:Extraordinary|Plenipotentiary)\b"),
    (
        "minister-plenipotentiary",
        rf"(?:Envoys?[ -]Extraordinary,? (?:and )?)?(?:Special )?Ministers?[ -]Plenipotentiary{_LAST}",
    ),
    ("minister-plenipotentiary", rf"Envoys?[ -]Extraordinary{_LAST}"),
    ("minister-plenipotentiary", rf"Ministers?[ -]Resident{_LAST}"),
    ("chargé", r"Charg[eé]s? d['’] ?Affaires,? ad ?interim\b"),
    ("consul-general", r"(?:Diplomatic )?Agent and Consul[ -]General\b"),
)
_ANY = re.compile("|".join(rf"(?P<t{number}>\b{words})" for number, (_, words) in enumerate(_TITLES)), re.IGNORECASE)
_OTHER = r"(?<!Prime )(?<!Foreign )(?<!First )(?<!Deputy )(?<!Shadow )(?<!Cabinet )(?<!Assistant )"
_POSTED = re.compile(
    rf"{_OTHER}\bMinister(?= to (?:the )?(?!(?:President|Prime|Cabinet|Presidency|Office|Parliament|King's)\b)[A-Z])"
    rf"|{_OTHER}\bMinister(?=(?: on [^.;]{{0,40}})?,? and presented (?:his|her) (?:\w+ )?credentials\b)"
    r"|(?<=\bU\.S\. )Minister\b(?! (?:of|for)\b)|(?<=\bAmerican )Minister\b(?! (?:of|for)\b)"
)


def glued(sentence: str) -> str:
    """Write such titles as one word that looks like "Ambassador"; the length stays."""
    return _ANY.sub(_one_word, sentence)


def _one_word(title: re.Match[str]) -> str:
    several = title[0].split()[0].rstrip(",").endswith("s")
    end = "dors" if several else "dor"
    return f"{'A' if title[0][0].isupper() else 'a'}mbass".ljust(len(title[0]) - len(end), "a") + end


def ranks(sentence: str) -> dict[int, str]:
    """Give where the titles of envoys begin in a sentence, and the lemma of each."""
    found = {met.start(): _TITLES[int((met.lastgroup or "t0")[1:])][0] for met in _ANY.finditer(sentence)}
    return {met.start(): MINISTER for met in _POSTED.finditer(sentence)} | found


def said(sentence: str) -> str:
    """Give a sentence with the titles that plain words in it stand for, in which those are looked for."""
    return f"{sentence} minister plenipotentiary" if _POSTED.search(sentence) else sentence
