"""The shape of the code: short modules, short functions, stages that say what they take, our own words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "credence"
MODULES = sorted(PACKAGE.rglob("*.py"))
STAGES = ("fetch", "read", "resolve", "trace", "judge", "ledger", "show")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
MOST_FUNCTIONS = 40
BANNED = {"fact", "facts", "truth", "truths", "actor", "actors", "entity", "entities", "skipped"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def words(identifier: str) -> set[str]:
    """``EntityLink`` and ``entity_link`` both hold ``entity``; ``factory`` does not hold ``fact``."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", identifier)}


def identifiers(path: Path) -> Iterator[str]:
    yield path.stem
    yield path.parent.name
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_fits_in_one_reading(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_function_is_long(path: Path) -> None:
    long = [f"line {f.lineno}: {f.name} has {length(f)} lines" for f in functions(path) if length(f) > LONGEST_FUNCTION]
    assert not long


def test_nearly_all_functions_are_short() -> None:
    lengths = sorted(length(function) for path in MODULES for function in functions(path))
    assert lengths
    assert lengths[int(0.95 * (len(lengths) - 1))] < MOST_FUNCTIONS


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_says_what_it_takes_gives_and_touches(stage: str) -> None:
    text = (PACKAGE / stage / "__init__.py").read_text(encoding="utf-8")
    lines = [line.strip() for line in (ast.get_docstring(ast.parse(text)) or "").splitlines()]
    missing = [word for word in ("Takes:", "Gives:", "Touches:") if not any(line.startswith(word) for line in lines)]
    assert not missing


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_are_words_we_use(path: Path) -> None:
    assert not [name for name in identifiers(path) if words(name) & BANNED]


def test_banned_words_are_found_as_words_only() -> None:
    assert words("EntityLink") & BANNED
    assert words("was_skipped") & BANNED
    assert not words("default_factory") & BANNED
    assert not words("actual") & BANNED
