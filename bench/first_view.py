"""What a reader who was never here waits for: how much comes over the line, and how soon the first view can be used.

    python bench/first_view.py [--times 7]

The example ledger is served by ``credence serve`` in a process of its own, and looked at with Chromium, each time as by
somebody new, with nothing kept from before. Given are the bytes of all that is loaded, heads and compression included,
the largest that any time came to; and the milliseconds from asking until the page is there and its scripts have run:
those of the first time, which the server answers anew (the first of all while it still loads what reading takes), and
the median of the others. Aimed at are 300 KB and a second.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

import from_tests  # noqa: F401 - finds what is shared
from browsing import first_view, running_browser
from example import build
from process import running
from views import VIEWS, Site, View


def main() -> None:
    """Look at the start page and at every view, and print a table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--times", type=int, default=7)
    times = ask.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        ledger = Path(name) / "example.ledger"
        build(ledger)
        with running(str(ledger), Path(name) / "log") as (client, _), running_browser() as browser:
            site = Site(str(client.base_url).rstrip("/"), client)
            print("| view | KB | ms, the first time | ms, again |\n|---|---:|---:|---:|")
            for view in (View("start", "/"), *VIEWS):
                address = site.address(view)
                first, *others = (first_view(browser, site.home, address) for _ in range(times))
                most = max(sum(each.sizes.values()) for each in (first, *others)) / 1000
                again = statistics.median(each.usable for each in others)
                print(f"| {view.name} | {most:.0f} | {first.usable:.0f} | {again:.0f} |")


if __name__ == "__main__":
    main()
