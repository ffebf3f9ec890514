"""PDF: the words of its pages, by PDFium.

A PDF holds lines, not paragraphs. So that sentences are whole, the lines of a paragraph are joined into one, words that
were divided at the end of a line are put together, and pages are parted by a blank line unless a sentence goes on over
the page. A line ends its paragraph if the first word of the next would have had room on it. The stored text is the
outcome; nothing is known of a date of publication, since the dates inside a PDF are those of the file.

PDFium is not made for threads: open one PDF at a time in a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2

from credence.errors import Unreadable
from credence.model.document import Document, Original
from credence.read.formats import prose
from credence.read.formats.interface import Opened
from credence.read.formats.quiet import quiet

_PASSWORD = 4  # PDFium's code for a document that asks for a password
_DIVIDED = "\x02"  # what PDFium writes in place of a hyphen and the line end after it
# Shares of the page's longest line below which a line and the next word are said to have had room. Letters differ in
# width, so that characters only estimate it; after a full stop being wrong costs nothing, and the share is higher.
_ROOM, _ROOM_AFTER_STOP = 0.85, 0.95
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_DIVISION = re.compile(r"(\w+)[-\u00ad\u2010]$")
_WORD = 100  # characters: no word is longer, and long paragraphs need not be searched
_ITEM = re.compile(r"[•‣▪◦●]|\(?(?:\d{1,3}|[a-z])[.)]\s")
_FILE_NAME = re.compile(r"\.(?:docx?|indd|pdf|pptx?|qxd|rtf|tex|xlsx?)$|^(?:microsoft word|untitled)\b", re.IGNORECASE)
_TITLE = 200  # characters; longer titles are abstracts or keywords
# First halves that keep their hyphen whatever follows; all other divided words are looked up in the document itself.
_KEEP = frozenset({"all", "long", "self", "vice", "well"})


def documents(original: Original) -> Iterator[Opened]:
    """Give the one document of a PDF, or the error that says why it has none."""
    place = original.address
    try:
        title, pages = _opened(original.content, place)
        text = _text(pages, place)
        prose.check(text, place)
    except Unreadable as error:
        yield error
        return
    yield Document(
        id=original.name,
        text=text,
        title=_sensible(title) or prose.headline(text),
        published=original.published,
        publisher=original.publisher,
    )


def _opened(content: bytes, place: str) -> tuple[str, list[str]]:
    """Give the title and the text of each page as PDFium has it.

    Raises:
        Unreadable: It is locked, damaged, or no PDF.
    """
    try:
        with quiet(), closing(pypdfium2.PdfDocument(content)) as pdf:
            return pdf.get_metadata_value("Title"), [_page_text(page) for page in pdf]
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise Unreadable(place, "it asks for a password", "save a copy without one") from None
        raise Unreadable(place, "it is damaged or not a PDF", "fetch it again, or print it to a new PDF") from None
    except (UnicodeError, ValueError) as error:  # a title or page that is not the UTF-16 it claims to be
        raise Unreadable(place, f"its text cannot be decoded: {error}", "print it to a new PDF") from None


def _page_text(page: pypdfium2.PdfPage) -> str:
    """Give the text of a page, with hyphens and line ends where they stand on paper."""
    with closing(page), closing(page.get_textpage()) as text:
        found: str = text.get_text_bounded()
    return found.replace(_DIVIDED, "-\n").replace("\0", "")


def _text(pages: list[str], place: str) -> str:
    """Put the pages together as flowing text.

    Raises:
        Unreadable: None of them holds a word.
    """
    words = _words(pages)
    flowed: list[str] = []
    for page in (_flowed(page, words) for page in pages):
        if flowed and _goes_on(flowed[-1], page):
            flowed[-1] = _joined(flowed[-1], page, words)
        elif page:
            flowed.append(page)
    if not flowed:
        raise Unreadable(place, "it holds pictures of pages and no text", "recognise its text first: ocrmypdf IN OUT")
    return "\n\n".join(flowed)


def _words(pages: list[str]) -> frozenset[str]:
    """Give the words that stand undivided within a line, in lower case, those with hyphens among them."""
    lines = (line for page in pages for line in page.splitlines())
    found = (word for line in lines for word in re.findall(r"\w+(?:-\w+)*-?", line))
    return frozenset(word.lower() for word in found if not word.endswith("-"))


def _flowed(page: str, words: frozenset[str]) -> str:
    """Join the lines of each paragraph of a page; paragraphs are parted by one line end."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    width = max(map(len, lines), default=0)
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if line and (not before or _ITEM.match(line) or _had_room(before, line, width)):
            paragraphs.append(line)
        elif line:
            paragraphs[-1] = _joined(paragraphs[-1], line, words)
        before = line
    return "\n".join(paragraphs)


def _had_room(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the line that follows would have fitted, with lines of ``width`` characters."""
    share = _ROOM_AFTER_STOP if _ENDS.search(line) else _ROOM
    return not line.endswith("-") and len(line) + 1 + len(following.split(maxsplit=1)[0]) < share * width


def _goes_on(page: str, following: str) -> bool:
    """Tell whether a sentence goes on over the page: it has not ended, and the next page begins in small letters."""
    last = page.rpartition("\n")[2]
    return following[:1].islower() and " " in last and not _ENDS.search(last)  # a page's number holds no blank


def _joined(left: str, right: str, words: frozenset[str]) -> str:
    """Join two lines of a paragraph, and the two halves of a word that was divided between them."""
    head, tail = _DIVISION.search(left[-_WORD:]), re.match(r"\w+", right)
    if not head or not tail:
        return f"{left} {right}"
    first, second = head[1].lower(), tail[0].lower()
    if first + second in words:
        hyphen = ""
    elif f"{first}-{second}" in words or first in _KEEP:
        hyphen = "-"
    else:  # only a word in small letters is divided; "Anglo-Iranian" and "2023-24" are not
        hyphen = "" if head[1][-1].islower() and tail[0][0].islower() else "-"
    return left[:-1] + hyphen + right


def _sensible(title: str) -> str | None:
    """Give the title a PDF states of itself, None if it is blank, a file's name, a single word or overlong."""
    title = " ".join(title.replace("\0", "").split())
    return title if " " in title and len(title) <= _TITLE and not _FILE_NAME.search(title) else None
