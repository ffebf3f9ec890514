"""Who used force, as the text told it before: whose "raid" is meant where a later sentence names it alone."""

from __future__ import annotations

import re
from functools import cache

from credence.catalog.lexicon import Lexicon
from credence.model.document import Span
from credence.model.sighting import Phrase
from credence.resolve.mentions import Mention, Mentions

_RELATIVE = re.compile(r"\b(?:that|which|who)(?: (?:has|had|have))? \Z")
_OWNS = re.compile(r"(?:['’]s?)?(?: [a-z][\w’'-]*){0,2} ")
_BY = re.compile(r"(?: [a-z][\w’'-]*){0,3} by (?:the )?")


def striker(deed: Phrase, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...]:
    """Give who did the "attack" or "raid" a text told before; empty if nobody is said to have done it.

    Args:
        deed: The words for it.
        mentions: Who is who in the document.
        taken: Parties that did not do it, as they stand in another role.
    """
    hits = [hit for hit in _pattern(mentions.lexicon).finditer(mentions.text) if hit.start() < deed.span.start]
    for hit in reversed(hits):
        party = _doer(hit, mentions)
        if party is not None and party not in taken:
            return (party,)
    return ()


def _doer(hit: re.Match[str], mentions: Mentions) -> str | None:
    """Whoever stands before a noun as its owner, after it with "by", or before a verb as its subject."""
    if hit["act"]:
        if _RELATIVE.search(mentions.text, max(0, hit.start() - 12), hit.start()):
            return None  # "recalled its envoy over an attack that killed four"
        return mentions.subject_before(Span(hit.start(), hit.end()))
    after = _BY.match(mentions.text, hit.end())
    for mention in mentions.mentions:
        if after is not None and mention.start == after.end():
            return mention.party
        if mention.end <= hit.start() and _OWNS.fullmatch(mentions.text, mention.end, hit.start()):
            return mention.party if _strikes(mention, mentions) else None
    return None


def _strikes(mention: Mention, mentions: Mentions) -> bool:
    """Whether a name before "attack" is who did it: an owner, an adjective, a group; not "the Lima attack"."""
    owns = mentions.text[mention.end : mention.end + 1] in {"'", "’"}
    known = mentions.known(mention.party)
    group = known is not None and known.cls in {"authority", "group", "organisation"}
    return owns or group or mentions.is_adjective(mention)


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    entries = lexicon.classes["assault"]
    words = {value: tuple(" ".join(key) for key, e in entries.items() if e.value == value) for value in ("act", "name")}
    return _compiled(words["act"], words["name"])


@cache
def _compiled(acts: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<act>{_either(acts)})|(?:{_either(names)}))\b")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
