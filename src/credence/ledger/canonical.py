"""Claims as the one JSON text that is hashed: what ``json.dumps(claim_to_plain(claim), sort_keys=True)`` gives.

Written out by hand, for a claim's digest is made each time it is recorded or checked, and this takes a fifth of the
time.
"""

from __future__ import annotations

from json.encoder import encode_basestring_ascii as quoted

from credence.model.claim import Claim, RoleValue, Voice


def claim_text(claim: Claim, roles: str, voices: str) -> str:
    """Give a claim as JSON text, members sorted.

    Args:
        claim: The claim.
        roles: Its roles, as ``roles_text`` gives them.
        voices: Its voices, as ``voices_text`` gives them.
    """
    quote = claim.quote
    return (
        f'{{"doc": {quoted(claim.doc)}, "id": {quoted(claim.id)}, "kind": {quoted(claim.kind)}, '
        f'"mood": {quoted(claim.mood)}, "pattern": {quoted(claim.pattern)}, "polarity": {quoted(claim.polarity)}, '
        f'"quote": {{"end": {quote.end}, "start": {quote.start}, "text": {quoted(quote.text)}}}, "roles": {roles}, '
        f'"step": {_or_null(claim.step)}, "version": {quoted(claim.version)}, "voices": {voices}, '
        f'"when": {_or_null(claim.when)}}}'
    )


def roles_text(roles: tuple[tuple[str, RoleValue], ...]) -> str:
    """Give roles, which are sorted by name, as the text of a JSON object."""
    return f"{{{', '.join([f'{quoted(name)}: {_value(value)}' for name, value in roles])}}}"


def voices_text(voices: tuple[Voice, ...]) -> str:
    """Give voices as the text of a JSON list of objects without empty members."""
    return f"[{', '.join(map(_voice, voices))}]"


def _voice(voice: Voice) -> str:
    members = (("name", voice.name), ("office", voice.office), ("party", voice.party))
    return f"{{{', '.join([f'{quoted(name)}: {quoted(value)}' for name, value in members if value is not None])}}}"


def _value(value: RoleValue) -> str:
    return quoted(value) if isinstance(value, str) else f"[{', '.join(map(quoted, value))}]"


def _or_null(value: str | None) -> str:
    return "null" if value is None else quoted(value)
