"""Documents and claims as the one JSON text that is hashed: what ``json.dumps(…, sort_keys=True)`` gives of plain ones.

Written out by hand, for a digest is made each time something is recorded or checked, and this takes a fraction of the
time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted

from credence.model.claim import Claim, RoleValue, Voice
from credence.model.document import Document


def list_text(words: Iterable[str]) -> str:
    """Give words as the text of a JSON list."""
    return f"[{', '.join(map(quoted, words))}]"


def document_text(document: Document) -> str:
    """Give a document as JSON text, members sorted."""
    return (
        f'{{"id": {quoted(document.id)}, "lang": {quoted(document.lang)}, "published": {_or_null(document.published)}, '
        f'"publisher": {_or_null(document.publisher)}, "text": {quoted(document.text)}, '
        f'"title": {_or_null(document.title)}, "url": {_or_null(document.url)}}}'
    )


def claim_text(claim: Claim, roles: str, voices: str) -> str:
    """Give a claim as JSON text, members sorted.

    Args:
        claim: The claim.
        roles: Its roles, as ``roles_text`` gives them.
        voices: Its voices, as ``voices_text`` gives them.
    """
    quote, step, when = claim.quote, claim.step, claim.when
    return (
        f'{{"doc": {quoted(claim.doc)}, "id": {quoted(claim.id)}, '
        f"{_middle(claim.kind, claim.mood, claim.pattern, claim.polarity)}, "
        f'"quote": {{"end": {quote.end}, "start": {quote.start}, "text": {quoted(quote.text)}}}, "roles": {roles}, '
        f'"step": {"null" if step is None else quoted(step)}, "version": {quoted(claim.version)}, "voices": {voices}, '
        f'"when": {"null" if when is None else quoted(when)}}}'
    )


@lru_cache(maxsize=1 << 14)
def _middle(kind: str, mood: str, pattern: str, polarity: str) -> str:
    """Give the members of a claim that come again and again together."""
    return (
        f'"kind": {quoted(kind)}, "mood": {quoted(mood)}, "pattern": {quoted(pattern)}, "polarity": {quoted(polarity)}'
    )


def roles_text(roles: tuple[tuple[str, RoleValue], ...]) -> str:
    """Give roles, which are sorted by name, as the text of a JSON object."""
    members = [
        f"{quoted(name)}: {quoted(value) if isinstance(value, str) else list_text(value)}" for name, value in roles
    ]
    return f"{{{', '.join(members)}}}"


@lru_cache(maxsize=1 << 14)  # the same roles come again and again
def roles_from_text(text: str) -> tuple[tuple[str, RoleValue], ...]:
    """Give the roles that a text is of, sorted by name.

    Raises:
        AttributeError, RecursionError, TypeError, ValueError: If it is of none.
    """
    return tuple(sorted((role, _role_value(value)) for role, value in json.loads(text).items()))


def voices_text(voices: tuple[Voice, ...]) -> str:
    """Give voices as the text of a JSON list of objects without empty members."""
    return f"[{', '.join(map(_voice, voices))}]" if voices else "[]"


def _voice(voice: Voice) -> str:
    office = "" if voice.office is None else f', "office": {quoted(voice.office)}'
    party = "" if voice.party is None else f', "party": {quoted(voice.party)}'
    return f'{{"name": {quoted(voice.name)}{office}{party}}}'


def _or_null(value: str | None) -> str:
    return "null" if value is None else quoted(value)


def _role_value(value: object) -> RoleValue:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(member, str) for member in value):
        return tuple(value)
    raise TypeError("a role is neither a string nor a list of strings")
