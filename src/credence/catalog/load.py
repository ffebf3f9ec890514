"""The one way to the data files of the package.

Knowledge is kept as TOML and TSV under ``credence/data``. Files are reached through ``importlib.resources``, so that
they are found in a checkout, a wheel and a zip alike. Paths are relative to ``data`` and use ``/``.
"""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from credence.errors import BadKnowledge

_REMEDY = "the package is damaged: install it again, or correct the file"


def load_text(path: str) -> str:
    """Read a data file as text.

    Args:
        path: Path below ``data``: ``places/cities.tsv``.

    Raises:
        BadKnowledge: If there is no such file, or it is not UTF-8.
    """
    try:
        return _at(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadKnowledge(f"data/{path}", f"cannot be read: {error}", _REMEDY) from error


def load_toml(path: str) -> dict[str, Any]:
    """Read a data file as TOML.

    Args:
        path: Path below ``data``: ``parties/af.toml``.

    Raises:
        BadKnowledge: If there is no such file, or it is not TOML in UTF-8.
    """
    try:
        return tomli.loads(load_text(path))
    except tomli.TOMLDecodeError as error:
        raise BadKnowledge(f"data/{path}", f"is not TOML: {error}", _REMEDY) from error


def load_folder(folder: str) -> dict[str, dict[str, Any]]:
    """Read every TOML file right inside a folder of data.

    Args:
        folder: Folder below ``data``: ``parties``.

    Returns:
        File name without its ending → table, sorted by name.

    Raises:
        BadKnowledge: If there is no such folder, or a file is not TOML in UTF-8.
    """
    try:
        names = sorted(entry.name for entry in _at(folder).iterdir() if entry.name.endswith(".toml"))
    except OSError as error:
        raise BadKnowledge(f"data/{folder}", f"cannot be listed: {error}", _REMEDY) from error
    return {name.removesuffix(".toml"): load_toml(f"{folder}/{name}") for name in names}


def _at(path: str) -> Traversable:
    return resources.files("credence").joinpath("data", *path.split("/"))
