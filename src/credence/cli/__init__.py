"""The command line: one verb a file; the only place that knows exit codes, the clock and the terminal.

Exit codes: 0 fine, 1 found something wrong, 2 wrong use, 3 bad input.
"""

from __future__ import annotations

import click

from credence import __version__
from credence.cli.check import check
from credence.cli.counts import counts
from credence.cli.diff import diff
from credence.cli.erase import erase
from credence.cli.explain import explain
from credence.cli.findings import findings
from credence.cli.history import history
from credence.cli.ladder import ladder
from credence.cli.missions import missions
from credence.cli.origins import origins
from credence.cli.read import read
from credence.cli.retract import retract
from credence.cli.review import review
from credence.cli.score import score
from credence.cli.search import search
from credence.cli.serve import serve
from credence.cli.token import token
from credence.cli.verify import rebuild, verify

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="credence")
def main() -> None:
    """Read news and official documents; keep a sourced, dated ledger of diplomatic relations.

    Begin with: credence read ARTICLE.txt --published 2024-09-21
    """


_VERBS = (
    read,
    findings,
    explain,
    missions,
    origins,
    counts,
    ladder,
    check,
    search,
    history,
    diff,
    review,
    retract,
    erase,
    verify,
    rebuild,
    score,
    serve,
    token,
)

for verb in _VERBS:
    main.add_command(verb)
