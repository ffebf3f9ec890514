"""Every data file can be read, and reaches those who install the package."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "credence" / "data"
FILES = sorted(path for path in DATA.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
GOLDEN = sorted((ROOT / "tests" / "golden").rglob("*.json"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".toml"], ids=name_of)
def test_a_knowledge_file_is_toml_and_not_empty(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".tsv"], ids=name_of)
def test_rows_of_a_table_have_the_same_columns(path: Path) -> None:
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(rows) > 1
    assert len({row.count("\t") for row in rows}) == 1


def test_data_is_toml_tables_or_styles() -> None:
    assert FILES
    assert {path.suffix for path in FILES} <= {".toml", ".tsv", ".css", ".py"}


@pytest.mark.parametrize("path", GOLDEN, ids=name_of)
def test_a_golden_file_quotes_its_text(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert gold["doc"] == path.stem
    assert gold["title"].strip() == text.splitlines()[0].strip()
    assert all(claim["quote"] in text for claim in gold["claims"])


def test_the_example_and_its_golden_copy_are_the_same() -> None:
    golden = ROOT / "tests" / "golden" / "example" / "missions-example.txt"
    assert golden.read_bytes() == (ROOT / "examples" / "thirty-nine-missions.txt").read_bytes()


def test_the_wheel_holds_data_licence_and_notice(tmp_path: Path) -> None:
    subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    wanted = {path.relative_to(ROOT / "src").as_posix() for path in FILES} | {"credence/py.typed"}
    assert wanted <= set(names)
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}
