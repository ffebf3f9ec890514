"""Kill a program that fills a ledger, at random moments, and see that nothing is lost, doubled or torn.

    python bench/crash.py [--rounds 1000] [--command]

Each time the ledger that is left must open and verify, findings included; filled to its end, it must hold, byte for
byte, what one holds that was filled without a break. By default the program records prepared readings, so that most of
its time it writes; with ``--command`` it is ``credence read`` over sixty small documents, which takes some ten seconds
a round.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from crashing import command, export, kill_and_finish, moments, prepared, writer


def main() -> int:
    """Kill, look, and print how often the program was killed before its end."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--command", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        way = command(prepared(folder / "texts")) if given.command else writer()
        whole = str(folder / "whole.db")
        start = time.perf_counter()
        way.finish(whole)
        seconds = time.perf_counter() - start
        expected = export(whole)
        killed = failed = 0
        for number, moment in enumerate(moments(given.rounds, seconds, seed=11)):
            path = folder / f"{number}.db"
            try:
                killed += kill_and_finish(way, str(path), moment)
                if export(str(path)) != expected:
                    raise AssertionError("it does not come to the same")  # noqa: TRY301 - counted like the others
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for
                failed += 1
                print(f"round {number}, killed after {moment:.3f} s: {error!r}")
            for left in folder.glob(f"{number}.db*"):
                left.unlink()
        print(f"{given.rounds} rounds of up to {seconds:.1f} s: killed before the end {killed} times; failed {failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
