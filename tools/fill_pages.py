"""Put the real output of commands into pages: each ``$ credence …`` of a console block is run, in the page's order.

Blocks headed ``text NAME`` are written to files of that name first. ``> FILE`` at the end of a command takes what it
prints away, messages excepted.

    python tools/fill_pages.py     fills the pages that ``PAGES`` names
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner

from credence.cli import main as credence

_DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = tuple(
    _DOCS / page
    for page in (
        "concepts/reading.md",
        "concepts/two-times.md",
        "how-to/compare-and-climb.md",
        "how-to/check-an-article.md",
    )
)
_FILE = re.compile(r"^```text (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
_PROMPT = "$ credence "


def filled(page: str) -> str:
    """Give a page with the output that its commands have now."""
    with tempfile.TemporaryDirectory() as folder, _within(Path(folder)):
        for name, words in _FILE.findall(page):
            Path(name).write_text(words, encoding="utf-8")
        return _CONSOLE.sub(lambda block: "".join(_run(block[1])), page)


def _run(block: str) -> Iterator[str]:
    for line in block.splitlines():
        if line.startswith(_PROMPT):
            words, taken, _ = line.removeprefix(_PROMPT).partition(" > ")
            done = CliRunner().invoke(credence, shlex.split(words))
            printed = done.stderr if taken else done.output
            yield f"{line}\n{printed.rstrip()}\n"


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def main() -> None:
    """Fill the pages."""
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
