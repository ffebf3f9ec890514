"""Kill ``credence read`` with SIGKILL at random moments, and see that nothing is lost, doubled or torn.

    python bench/crash.py [--rounds 1000] [--command]

Each time the ledger that is left must open and verify, findings included; read again to the end, it must hold, byte for
byte, what one holds that was filled without a break. The command reads thirty small documents in transactions of two;
it is forked from a process with all loaded, so that a round takes about a second. With ``--command`` what is killed was
started as a user does, and reads sixty in two transactions; its start takes longest, so it is killed after it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import from_tests  # noqa: F401 - finds what is shared
from crashing import export, kill_and_finish, reader, texts


def main() -> int:
    """Kill, look, and print how often the command was killed before its end."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--rounds", type=int, default=1000)
    ask.add_argument("--command", action="store_true")
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as name, reader(warm=True) as warm, reader(warm=False) as cold:
        folder = Path(name)
        victim, count = (cold, 60) if given.command else (replace(warm, at_once=2), 30)
        read, whole = texts(folder / "texts", count), str(folder / "whole.db")
        timed, expected = victim.read(read, whole), export(whole)
        killed = failed = 0
        begin = timed.beats[0] if given.command else 0
        for number, moment in enumerate(timed.moments(given.rounds, seed=11, begin=begin)):
            path = folder / f"{number}.db"
            try:
                killed += kill_and_finish(victim, warm, read, str(path), moment)
                if export(str(path)) != expected:
                    raise AssertionError("it does not come to the same")  # noqa: TRY301 - counted like the others
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for
                failed += 1
                print(f"round {number}, killed {moment.seconds:.3f} s after line {moment.lines}: {error!r}")
            for left in folder.glob(f"{number}.db*"):
                left.unlink()
    rounds = f"{given.rounds} rounds of up to {timed.beats[-1]:.1f} s"
    print(f"{rounds}: killed before the end {killed} times; failed {failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
