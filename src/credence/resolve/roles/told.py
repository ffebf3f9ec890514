"""Who used force or did what a verb told before: whose "raid", whose "ban" it is where later words name it alone."""

from __future__ import annotations

import re
from functools import cache

from credence.catalog.lexicon import Lexicon
from credence.model.document import Span
from credence.model.sighting import Phrase
from credence.resolve.parties.mentions import Mention, Mentions

_RELATIVE = re.compile(r"\b(?:that|which|who)(?: (?:has|had|have))? \Z")
_OWNS = re.compile(r"(?:['’]s?)?(?: [a-z][\w’'-]*){0,2} ")
_ASIDE = re.compile(r"\b(?:which|who|whose|whom|that)\b|[;:]")
_HOUSE = re.compile(
    r"\b(?:parliament|congress|assembly|senate|court|lawmakers|deputies|legislators|cabinet|government|ministry"
    r"|authorities|judges|police|prosecutors|council|junta|officials)(?: back)? (?:in|of) (?:the )?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?: (?:has|had|have|then|later|promptly|duly))* ")
_NEAR = 3  # sentences
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


def enacted(deed: Phrase, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...] | None:
    """Give who did what the text told by a verb before: "Peru banned the party. Chile condemned the ban".

    None if no verb told it; empty if one did, but it is not clear whose deed it was.

    Args:
        deed: The words for it.
        mentions: Who is who in the document.
        taken: Parties that did not do it, as they stand in another role.
    """
    forms = mentions.lexicon.classify("enacted", (), deed.lemma)
    if forms is None:
        return None
    here, hits = mentions.sentence(deed.span.start), _verbs(forms).finditer(mentions.text)
    near = [hit for hit in hits if hit.start() < deed.span.start and here - mentions.sentence(hit.start()) <= _NEAR]
    for hit in reversed(near):
        if _RELATIVE.search(mentions.text, max(0, hit.start() - 12), hit.start()):
            continue
        party = mentions.subject_before(Span(hit.start(), hit.end()), _ASIDE) or _by_house(hit, mentions)
        return () if party is None or party in taken else (party,)
    return None


def _by_house(hit: re.Match[str], mentions: Mentions) -> str | None:
    """Whose parliament or court did it: "Parliament in Lima banned the firm"."""
    for mention in mentions.mentions:
        if mention.end < hit.start() and _AFTER.fullmatch(mentions.text, mention.end, hit.start()):
            house = _HOUSE.search(mentions.text, max(0, mention.start - 60), mention.start)
            return mention.party if house is not None else None
    return None


@cache
def _verbs(forms: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms.split())})\b")


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
