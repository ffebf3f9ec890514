"""Show what Credence does with the bundled article: read it, list what stands, explain one finding.

``make demo`` runs it; ``tools/fill_readme.py`` puts its output into the README.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "examples/thirty-nine-missions.txt"
DATE = "2024-09-21"
LEDGER = "build/demo.db"
PROGRAM = [sys.executable, "-c", "from credence.cli import main; main(prog_name='credence')"]

READ = ["read", ARTICLE, "--published", DATE, "--publisher", "Credence examples", "--ledger", LEDGER]
FINDINGS = ["findings", "--party", "taliban", "--on", DATE, "--ledger", LEDGER]
COUNTED = ["findings", "--kind", "mission.count", "--ledger", LEDGER, "--format", "jsonl"]
NEXT = f"""\
What to try next:
  .venv/bin/credence findings --party af --with cn --ledger {LEDGER}
  .venv/bin/credence missions taliban --on {DATE} --ledger {LEDGER}
  .venv/bin/credence counts taliban --on {DATE} --ledger {LEDGER}
  .venv/bin/credence ladder taliban --on {DATE} --ledger {LEDGER}
  .venv/bin/credence check ARTICLE.txt --published {DATE} --ledger {LEDGER}
  .venv/bin/credence read ARTICLE.txt --published {DATE} --no-ledger
  docs/tutorial.md
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One command of the demo.

    Attributes:
        title: What the command is for, in a line.
        words: The command line after ``credence``.
    """

    title: str
    words: list[str]

    @property
    def shown(self) -> str:
        """The title and the command, as a person would type it from the project's folder."""
        typed = " ".join(f'"{word}"' if " " in word else word for word in self.words)
        return f"# {self.title}\n$ .venv/bin/credence {typed}"


def run(words: list[str], **how: Any) -> str:  # noqa: ANN401 - what subprocess takes
    """Run ``credence`` of this checkout with these words; give what it prints if ``how`` captures it.

    Raises:
        SystemExit: The command failed, with its own status; its messages have been shown.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **how.pop("env", {})}
    done = subprocess.run([*PROGRAM, *words], cwd=ROOT, env=environment, encoding="utf-8", check=False, **how)  # noqa: S603 - our own program, with fixed words
    if done.returncode:
        print(f"credence {' '.join(words)}: ended with {done.returncode}", file=sys.stderr)
        sys.exit(done.returncode)
    return done.stdout or ""


def output(words: list[str]) -> str:
    """Give what ``credence`` prints with these words, 100 columns wide and without colour."""
    return run(words, env={"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}, stdout=subprocess.PIPE)


def steps() -> Iterator[Step]:
    """Give the demo's commands in order, each to be run before the next is asked for."""
    ledger = ROOT / LEDGER
    ledger.parent.mkdir(exist_ok=True)
    for old in ledger.parent.glob(ledger.name + "*"):  # the database and what stands beside it
        old.unlink()
    yield Step("Read an article into a ledger", READ)
    yield Step(f"What stood between the Taliban and others on {DATE}?", FINDINGS)
    first = output(COUNTED).splitlines()[0]
    yield Step("Why should anybody believe it?", ["explain", json.loads(first)["id"], "--ledger", LEDGER])


def main() -> None:
    """Run the demo in this terminal, in its width and colours."""
    for step in steps():
        print(step.shown, flush=True)
        run(step.words)
        print(flush=True)
    print(NEXT, end="")


if __name__ == "__main__":
    main()
