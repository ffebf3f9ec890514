"""Writing names the same way before they are compared: accents, apostrophes, dashes and spaces."""

from __future__ import annotations

import re
import unicodedata

_ODD = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ə": "a", "Ə": "A"}
_APOSTROPHES = "‘’‛ʻʼʽʾʿ`´′"
_DASHES = "‐‑‒–—"
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))  # the blocks that hold accented Latin letters


def _table() -> dict[int, str]:
    """Map single characters to single characters, so that no offset moves."""
    plain = {code: unicodedata.normalize("NFD", chr(code))[0] for code in _LATIN}
    table = {code: letter for code, letter in plain.items() if letter != chr(code)}
    table |= {ord(odd): letter for odd, letter in _ODD.items()}
    return table | {ord(c): "'" for c in _APOSTROPHES} | {ord(c): "-" for c in _DASHES}


_PLAIN = _table()
_LOOSE = re.compile(r"\s+|[\u0300-\u036f\u00ad\u200b]+")  # runs of space; combining accents, soft hyphens, zero width


_UNPLAIN = re.compile(r"[^ -_a-~]|  ")  # what folding may change


def fold(text: str) -> str:
    """Write ``text`` without accents, with straight apostrophes, plain hyphens and single spaces. Case is kept."""
    return fold_with_places(text)[0] if _UNPLAIN.search(text) else text


def fold_with_places(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Fold ``text`` and tell where each character stood before.

    Returns:
        The folded text, and for each of its offsets, the end included, the offset in ``text``; None in place of the
        offsets where none has moved.
    """
    plain = text.translate(_PLAIN)
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _LOOSE.finditer(plain):
        space = " " if match[0].isspace() else ""
        if match[0] == space:
            continue
        parts += (plain[done : match.start()], space)
        places += range(done, match.start() + len(space))
        done = match.end()
    if not parts:
        return plain, None
    parts.append(plain[done:])
    places += range(done, len(plain) + 1)
    return "".join(parts), tuple(places)
