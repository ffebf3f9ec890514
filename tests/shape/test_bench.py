"""The scripts in ``bench/`` can be called as they say themselves, from a shell that knows nothing of our folders."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [path for path in sorted((ROOT / "bench").glob("*.py")) if "__main__" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_how_it_is_called_and_can_be_called_so(script: Path) -> None:
    says = ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))) or ""
    called = f"bench/{script.name}"
    assert f"python {called}" in says
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, called, "--help"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert f"python {called}" in done.stdout
