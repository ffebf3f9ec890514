"""A program that becomes ``credence read`` as often as it is asked to: so that one is killed as soon as it has begun.

    python reading_program.py warm|cold

For each line that it is given, a call, it forks. Cold, the fork begins the command afresh, as a user does; warm, it is
the command with all loaded that reading needs. A call is a list: how many documents go into a transaction, which only a
warm fork heeds, and the words. Printed are "ready", then for each call the fork's process id, all that it prints, and
how it ended.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path

ENDED = "ended: "
"""Begins the last line of a call: its exit code follows, or below zero the number of the signal that ended it."""


def main(temperature: str) -> None:
    """Serve until there is nothing more to be read from standard input."""
    warm = temperature == "warm"
    if warm:
        _load()
    _say("ready")
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os.dup2(1, 2)
            _say(str(os.getpid()))
            at_once, words = json.loads(line)
            _call(at_once, words) if warm else _begin(words)
        status = os.waitpid(pid, 0)[1]
        _say(f"\n{ENDED}{os.waitstatus_to_exitcode(status)}")  # the fork may have been killed within a line


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _load() -> None:
    """Load all that the command loads while it runs, by running it."""
    from credence.cli import main as credence  # noqa: PLC0415 - cold, nothing is loaded

    with tempfile.TemporaryDirectory() as name, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        text = Path(name) / "text.txt"
        text.write_text("Oman opened its embassy in Chad.\n", encoding="utf-8")
        credence(["read", str(text), "--ledger", f"{name}/l.db"], standalone_mode=False)
    gc.freeze()  # so that forks need not copy what is collected in them


def _call(at_once: int, words: list[str]) -> None:
    """Be the command, and end without tidying up what was loaded before."""
    from credence.cli import main as credence  # noqa: PLC0415 - as above

    vars(import_module("credence.cli.read"))["BATCH"] = at_once
    try:
        credence(words)
    except SystemExit as end:
        sys.stdout.flush()
        os._exit(int(end.code or 0))


def _begin(words: list[str]) -> None:
    os.execv(sys.executable, [sys.executable, "-m", "credence", *words])  # noqa: S606 - ourselves


if __name__ == "__main__":
    main(sys.argv[1])
