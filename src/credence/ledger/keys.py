"""What derived rows are looked up by: names, cut where they are long; ids and pairs of names as numbers.

Numbers take half the room of ids, and are quicker to compare.
"""

from __future__ import annotations

import hashlib

from credence.model.digest import hash_number

LONGEST_KEY = 500
"""Characters of a value by which claims are looked up; PostgreSQL's index takes 2700 bytes."""

_DIGITS = 15  # hexadecimal digits of an id: 60 bits
_NONE = -1  # no id's number


def key_of(value: str) -> str:
    """Give what a party or other value is looked up by: itself, or its beginning and hash where it is long."""
    if len(value) <= LONGEST_KEY:
        return value
    digest = hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{value[: LONGEST_KEY - len(digest)]}{digest}"


def finding_number(id_: str) -> int:
    """Give the number that the digits of a finding's id are; a negative one for what is no such id."""
    try:
        number = int(id_[1:], 16)
    except ValueError:
        return _NONE
    return number if finding_of(number) == id_ else _NONE


def finding_of(number: object) -> str:
    """Give the id of a finding by its number; of what is no number, as damage leaves it, something no finding has."""
    return f"f{number:0{_DIGITS}x}" if isinstance(number, int) else str(number)


def origin_number(id_: str) -> int:
    """Give the number that the digits of an origin's id are."""
    return int(id_[1:], 16)


def origin_of(number: int) -> str:
    """Give the id of an origin by its number."""
    return f"o{number:0{_DIGITS}x}"


def pair_number(one: str, other: str) -> int:
    """Give what two names are looked up by together, whichever comes first: the beginning of a hash of both."""
    names = "\0".join(sorted((key_of(one), key_of(other))))  # no name holds NUL
    return hash_number(names.encode("utf-8", "surrogatepass"))
