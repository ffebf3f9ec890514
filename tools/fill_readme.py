"""Put the demo's real output into README.md, between its two markers.

Run it after a change of what the demo prints (``make readme``); a test compares.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from demo import output, steps

README = Path(__file__).resolve().parent.parent / "README.md"
START, END = "<!-- demo:start -->", "<!-- demo:end -->"
SHOWN = 24
"""Lines of each command's output that the README shows; what is left out is counted."""


def shorten(text: str, most: int = SHOWN) -> str:
    """Give the first ``most`` lines without trailing blanks, and say how many more there are."""
    lines = [line.rstrip() for line in text.strip("\n").splitlines()]
    left = len(lines) - most
    return "\n".join([*lines[:most], f"… ({left} more lines)"] if left > 1 else lines)


def block() -> str:
    """Run the demo and give the README's block, markers included."""
    parts = [f"{step.shown}\n{shorten(output(step.words))}" for step in steps()]
    return f"{START}\n```console\n" + "\n\n".join(parts) + f"\n```\n{END}"


def filled(readme: str, new: str) -> str:
    """Give the README's text with ``new`` in place of the block between the markers.

    Raises:
        SystemExit: The markers are not there, once each and in order.
    """
    pattern = re.compile(re.escape(START) + ".*?" + re.escape(END), re.DOTALL)
    if len(pattern.findall(readme)) != 1:
        sys.exit(f"README.md: needs one {START} followed by one {END}")
    return pattern.sub(lambda _: new, readme)


def main() -> None:
    """Rewrite README.md."""
    README.write_text(filled(README.read_text(encoding="utf-8"), block()), encoding="utf-8")
    print("README.md holds the demo's output")


if __name__ == "__main__":
    main()
