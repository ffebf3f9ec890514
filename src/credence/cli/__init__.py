"""The command line: one verb a file; the only place that knows exit codes, the clock and the terminal.

Exit codes: 0 fine, 1 found something wrong, 2 wrong use, 3 bad input.
"""

from __future__ import annotations

from importlib import import_module

import click

from credence import __version__

__all__ = ["main"]

_VERBS = {  # in the order in which they are listed, each with its module
    "read": "read",
    "findings": "findings",
    "explain": "explain",
    "missions": "missions",
    "origins": "origins",
    "counts": "counts",
    "ladder": "ladder",
    "check": "check",
    "search": "search",
    "history": "history",
    "diff": "diff",
    "review": "review",
    "retract": "retract",
    "erase": "erase",
    "verify": "verify",
    "rebuild": "verify",
    "score": "score",
    "serve": "serve",
    "token": "token",
}


class _Verbs(click.Group):
    """Verbs that are loaded when they are asked for: nobody waits for what another verb needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as the method of click has it
        """Give the names of all verbs."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Load the verb of a name; None if there is none."""
        if cmd_name not in _VERBS:
            return None
        verb: click.Command = getattr(import_module(f"credence.cli.{_VERBS[cmd_name]}"), cmd_name)
        return verb


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="credence")
def main() -> None:
    """Read news and official documents; keep a sourced, dated ledger of diplomatic relations.

    Begin with: credence read ARTICLE.txt --published 2024-09-21
    """
