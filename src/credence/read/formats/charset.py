"""From bytes to characters, for plain text and for web pages.

For pages, browsers go by the byte order mark, then by what the page declares (HTML Standard, 13.2.3 "Determining the
character encoding"). We put valid UTF-8 before the declaration: tools that save pages convert them and leave the old
declaration standing, while text in another encoding is hardly ever valid UTF-8 by chance.
"""

from __future__ import annotations

import codecs
import re

from credence.errors import Unreadable

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes within which a page must declare its encoding; the standard asks for 1024
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Encodings of text that stands on the web. Python knows others under this roof that are none ("hex", "unicode_escape").
_KNOWN = re.compile(
    r"utf-8|cp\d+|iso8859-\d+|koi8-[rtu]|kz1048|mac-(?:roman|cyrillic)|tis-620"
    r"|gb18030|big5(?:hkscs)?|euc_(?:jp|kr)|iso2022_jp"
)
# Encodings that pages name where browsers take a larger one (Encoding Standard, section 4.2), by Python's names.
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_STRAY = 1000  # of so many characters, one may be broken: more, and the declaration is wrong


def of_text(content: bytes, place: str) -> str:
    """Decode plain text by its byte order mark, as UTF-8 if it has none.

    Args:
        content: The bytes.
        place: What they are called in the error.

    Returns:
        The text without the mark, otherwise unchanged.

    Raises:
        Unreadable: A byte does not fit; the error names the first such, counted from 0.
    """
    mark, encoding = _marked(content) or (b"", "utf-8")
    try:
        return content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        cause = f"byte {len(mark) + error.start} cannot be decoded as {encoding.upper()}"
        remedy = "save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8"
        raise Unreadable(place, cause, remedy) from None


def of_page(content: bytes, place: str) -> str:
    """Decode a page by its byte order mark, as UTF-8, or by what it declares.

    Args:
        content: The bytes.
        place: What they are called in the error.

    Returns:
        The page without the mark. U+FFFD stands for a few bytes that do not fit what is declared, as in browsers.

    Raises:
        Unreadable: Nothing that we know is declared, or what is declared does not fit.
    """
    marked = _marked(content)
    if marked:
        return _lenient(content[len(marked[0]) :], marked[1], place)
    declared = _declared(content)
    if declared and declared.startswith("iso2022"):  # its bytes are all ASCII, so they are valid UTF-8 as well
        return _lenient(content, declared, place)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared:
            return _lenient(content, declared, place)
        cause = f"byte {error.start} is not UTF-8, and the page declares no other encoding that we know"
        raise Unreadable(place, cause, "save the page again from a browser, or convert it to UTF-8") from None


def _marked(content: bytes) -> tuple[bytes, str] | None:
    """Give the byte order mark that bytes begin with, and the encoding it stands for."""
    return next((known for known in _MARKS if content.startswith(known[0])), None)


def _declared(content: bytes) -> str | None:
    """Give Python's name of the encoding a page declares, None if it declares none that we know."""
    found = _DECLARED.search(content[:_HEAD])
    if not found:
        return None
    try:
        label = found[1].decode("ascii").lower().removeprefix("x-").replace("windows-", "cp")
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _LARGER.get(name, name)
    return name if _KNOWN.fullmatch(name) else None


def _lenient(content: bytes, encoding: str, place: str) -> str:
    """Decode, allowing for a few broken bytes."""
    text = content.decode(encoding, errors="replace")
    if text.count("\N{REPLACEMENT CHARACTER}") * _STRAY > len(text) + _STRAY:
        raise Unreadable(place, f"it is declared as {encoding}, and is not", "save the page again from a browser")
    return text
