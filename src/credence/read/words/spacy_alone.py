"""spaCy without its own command line, which is a third of what importing it takes and of no use to who only parses."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_COMMANDS = "spacy.cli"
_INFO = f"{_COMMANDS}.info"


def _import_alone() -> None:
    """Import spaCy while stand-ins lie where its commands would; whoever wants these has them afterwards as ever."""
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    vars(info)["info"] = _info
    sys.modules |= {_COMMANDS: commands, _INFO: info}
    try:
        import spacy  # noqa: F401, PLC0415 - now, while the stand-ins are there
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


def _info(*args: object, **options: object) -> object:
    """Say what ``spacy.info`` says."""
    from spacy.cli.info import info  # noqa: PLC0415 - only when asked for

    ask: Callable[..., object] = info
    return ask(*args, **options)


if "spacy" not in sys.modules:
    _import_alone()
