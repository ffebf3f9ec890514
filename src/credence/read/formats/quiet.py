"""Keep other people's libraries from talking to our users."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_LOGGERS = ("charset_normalizer", "courlan", "htmldate", "justext", "pypdfium2", "trafilatura")


@contextmanager
def quiet() -> Iterator[None]:
    """Hold back warnings and log lines of the libraries that open documents, for as long as the block runs.

    What matters of them is said by our own errors. Like ``warnings.catch_warnings``, it is not made for threads.
    """
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for logger in loggers:
                logger.setLevel(logging.CRITICAL + 1)
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)
