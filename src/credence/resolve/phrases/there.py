"""The place that "there" means: the last one a text was in, at or on the way to."""

from __future__ import annotations

import re
from collections.abc import Callable

from credence.model.document import Span
from credence.model.sighting import Phrase
from credence.resolve.parties.mentions import Mentions

_VERBS = "leave|leaves|left|visits?|visited|enters?|entered|reach|reaches|reached|fled|captured?|seized?"
_TIES = r"(?:relations|relationship|ties|links|br(?:eak|oke|oken|eaking|eaks)) with"
_AT = re.compile(rf"\b(?:in|at|to|into|from|out of|{_TIES}|{_VERBS})\s+(?:the\s+)?$", re.IGNORECASE)
_INTO = re.compile(
    rf"\b(?:in|at|to|into|from|out of|{_VERBS})\s+"
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December|\w+day\b)"
    r"([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})"
)
_NOW = re.compile(
    r"\s\((?P<today>(?:now|today|present-day|later)\s+)?"
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})[,)]"
)
_BEFORE = 24  # characters before a name in which a word tells that something is there
_NEAR = 400  # characters before "there" in which a town is looked for that no party is named after

_SHORTLY = 2  # sentences
Place = Callable[[Phrase], dict[str, str] | None]


def last_place(text: str, phrase: Phrase, mentions: Mentions, place: Place) -> dict[str, str] | None:
    """Give host and city of the place "there" means.

    Args:
        text: The document's text.
        phrase: The word.
        mentions: Who is named where.
        place: Takes a place apart into host and city.

    Returns:
        The place of the last name after "in", "to", "left" and their like, or of a city in the same sentence; none that
        acts itself ("Washington, which closed its embassy there").
    """
    acting = mentions.subject_before(phrase.span)
    for mention in reversed(mentions.mentions):
        if mention.end > phrase.span.start:
            continue
        name = Phrase.named(text, Span(mention.start, mention.end))
        here = mentions.sentence(mention.start) == mentions.sentence(phrase.span.start)
        city = here and mentions.place_of(name)[1] is not None
        if _AT.search(text, max(0, mention.start - _BEFORE), mention.start) or city:
            found = place(name)
            home = phrase.lemma == "there" and found is not None and _is_home(found["host"], acting, mentions)
            if found is None or (found["host"] != acting and not home):
                return _last_town(text, mention.end, phrase, place) or found
    return _last_town(text, 0, phrase, place) or _only_other(text, phrase, mentions, place, acting)


def _only_other(
    text: str, phrase: Phrase, mentions: Mentions, place: Place, acting: str | None
) -> dict[str, str] | None:
    """The only land named shortly before beside that of who acts: "has wooed Chad. It shut its office there"."""
    here = mentions.sentence(phrase.span.start)
    near = [m for m in mentions.mentions if m.end <= phrase.span.start and m.sentence >= here - _SHORTLY]
    opening = (m.party for m in near if m.sentence == here - 1)  # of a sentence that was not parsed, its first name
    who = acting or next(iter(mentions.acted_before(here, frozenset())), None) or next(opening, None)
    found = [place(Phrase.named(text, Span(m.start, m.end))) for m in near if m.party != who]
    hosts = {
        known["host"]: known for known in found if known is not None and not _is_home(known["host"], who, mentions)
    }
    return next(iter(hosts.values())) if len(hosts) == 1 and who is not None else None


def _is_home(host: str, acting: str | None, mentions: Mentions) -> bool:
    """Whether somebody acts there who is at home there: a state, or those who rule it."""
    known = mentions.known(acting) if acting is not None else None
    return host == acting or (known is not None and known.of == host)


def only_place(text: str, phrase: Phrase, mentions: Mentions, place: Place) -> dict[str, str] | None:
    """Give what "the city" means: the last place named, unless one elsewhere was named shortly before, too.

    Args:
        text: The document's text.
        phrase: The words.
        mentions: Who is named where.
        place: Takes a place apart into host and city.
    """
    found, here = last_place(text, phrase, mentions, place), mentions.sentence(phrase.span.start)
    named = (m for m in mentions.mentions if m.end <= phrase.span.start and m.sentence >= here - _SHORTLY)
    towns = (Phrase.named(text, Span(m.start, m.end)) for m in named if _AT.search(text, max(0, m.start - 12), m.start))
    near = {known["host"] for town in towns if (known := place(town)) is not None and "city" in known}
    return found if found is not None and near <= {found["host"]} else None


def _last_town(text: str, start: int, phrase: Phrase, place: Place) -> dict[str, str] | None:
    """The last town in a stretch of text that stands for no party: "left Kandahar and closed the consulate there"."""
    end = phrase.span.start
    for found in reversed(list(_INTO.finditer(text, max(start, end - _NEAR), end))):
        town = place(Phrase.named(text, Span(found.start(1), found.end(1))))
        if town is not None and "city" in town:
            return town
    return None


def renamed(text: str, phrase: Phrase, *, bare: bool) -> Phrase | None:
    """Give the name that stands in brackets behind an old one: "Bathurst (now Banjul)"; None where there is none.

    Args:
        text: The document's text.
        phrase: The old name.
        bare: Whether no word needs to say that it is the name of today: "Usumbura (Bujumbura)".
    """
    now = _NOW.match(text, phrase.head.end)
    if now is None or not (bare or now["today"]):
        return None
    return Phrase.named(text, Span(now.start("name"), now.end("name")))
