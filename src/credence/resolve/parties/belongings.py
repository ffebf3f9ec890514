"""Whose a base, an office, the soldiers are that somebody wants gone or objects to."""

from __future__ import annotations

import re
from functools import cache

from credence.catalog.lexicon import Lexicon
from credence.model.document import Span
from credence.model.sighting import Phrase
from credence.resolve.parties.mentions import Mentions

_POINTING = {"they", "them", "their", "theirs", "it", "its", "these", "those"}
_ONE = {"it", "its"}
_OWNS = re.compile(r"(?:['’]s?)? (?:[a-z\d][\w,-]* ){0,3}\Z")
_NEAR = 2  # sentences


def owners(phrase: Phrase, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...]:
    """Give whose it is: as its words say, or else as the text said when it told of it; empty if it did not.

    Args:
        phrase: The words for it, or a pronoun.
        mentions: Who is who in the document.
        taken: Parties whose it cannot be: who wants it gone.
    """
    if phrase.head_text.lower() in _POINTING:
        return _told_last(phrase.span.start, mentions, taken, one=phrase.head_text.lower() in _ONE)
    if mentions.lexicon.classify("bases", (), phrase.lemma) is None:
        return ()
    for relation in ("poss", "mod", "of", "from"):
        found = [p for link in phrase.linked(relation) for p in mentions.parties_of(link, taken) if p not in taken]
        if found:
            return tuple(dict.fromkeys(found))
    if phrase.determiner in {"a", "an", ""}:
        having = mentions.subject_before(phrase.span)
        return () if having is None or having in taken else (having,)
    return _told_last(phrase.span.start, mentions, taken, one=not phrase.plural)


def _told_last(before: int, mentions: Mentions, taken: frozenset[str], *, one: bool) -> tuple[str, ...]:
    """Give whose the like is of which the text told last, if that was just before."""
    here = mentions.sentence(before)
    hits = [hit for hit in _words(mentions.lexicon).finditer(mentions.text, 0, before) if bool(hit["many"]) != one]
    for hit in reversed(hits):
        if here - mentions.sentence(hit.start()) > _NEAR:
            return ()
        owner = _owner(Span(hit.start(), hit.end()), mentions)
        if owner is not None and owner not in taken:
            return (owner,)
    return ()


def _owner(thing: Span, mentions: Mentions) -> str | None:
    """Whose a thing is: whoever stands before it as its owner, or has it: "Chadian bases", "Chad keeps soldiers"."""
    for mention in reversed(mentions.mentions):
        if mention.end <= thing.start and _OWNS.fullmatch(mentions.text, mention.end, thing.start):
            owns = mentions.is_adjective(mention) or mentions.text[mention.end : mention.end + 1] in {"'", "’"}
            if owns:
                return mention.party
    return mentions.subject_before(thing)


def _words(lexicon: Lexicon) -> re.Pattern[str]:
    return _compiled(tuple(sorted(" ".join(words) for words in lexicon.classes["bases"])))


@cache
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?P<many>s)?\b")
