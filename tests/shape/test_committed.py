"""Nothing in the project gives away the machine it was made on, and the locks name no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = (".ci", ".github", "bench", "docs", "examples", "requirements", "src", "tests", "tools")
BINARY = {".db", ".gz", ".pdf", ".png", ".pyc", ".zip"}
# The words stand apart from what surrounds them, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"(?<![\w.}>])/(?:home|root|tmp|work|opt|mnt|Users)/"),
    "the host of a registry": re.compile(
        r"\b(?:pypi|npmjs|anaconda)\.(?:org|com)\b|python[h]osted|\bregistry\.[a-z]+\.(?:com|io|org)\b"
    ),
    "an e-mail address": re.compile(r"\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b"),
}


def committed() -> list[Path]:
    """Give the project's text files: what stands at the top, and all below the folders that are committed."""
    below = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    top = (path for path in ROOT.iterdir() if path.name not in {".git", ".coverage"})
    files = {path for path in (*top, *below) if path.is_file() and path.suffix not in BINARY}
    return sorted(path for path in files if "__pycache__" not in path.parts and not path.name.startswith("credence.db"))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    met = []
    for path in committed():
        if what == "an e-mail address" and path.is_relative_to(ROOT / "tests" / "golden"):
            continue  # unchanged public texts may hold their publisher's
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if FORBIDDEN[what].search(line):
                met.append(f"{path.relative_to(ROOT)}, line {number}: {line.strip()[:80]}")
    assert not met


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a path of somebody's machine", "see /" + "home/me/notes"),
        ("the host of a registry", "index at pypi" + ".org"),
        ("an e-mail address", "write to me" + "@" + "example.org"),
    ],
)
def test_what_is_forbidden_would_be_found(what: str, line: str) -> None:
    assert FORBIDDEN[what].search(line)


def pinned(lock: str) -> dict[str, bool]:
    """Give each library of a lock, and whether every one of its entries holds a hash."""
    entries: dict[str, bool] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / "requirements" / lock).read_text(encoding="utf-8")):
        name = re.match(r"([a-z0-9-]+)==", entry)
        assert name, f"{lock}: not a pinned library: {entry[:60]}"
        entries[name[1]] = entries.get(name[1], True) and "--hash=sha256:" in entry
    return entries


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_a_lock_is_hashed_and_names_no_address(lock: str) -> None:
    assert all(pinned(lock).values())
    assert "://" not in (ROOT / "requirements" / lock).read_text(encoding="utf-8")


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    run = [*project["project"]["dependencies"], *groups["backend"]]
    development = [*run, *groups["dev"]]  # what `tools/` makes data from is installed by hand, when it is made
    for lock, wanted in (("run.txt", run), ("dev.txt", development)):
        names = {re.split(r"[<>=\[ ;]", line)[0].lower() for line in wanted}
        assert names <= set(pinned(lock)), f"{lock} is out of date: make lock"


def test_both_locks_agree() -> None:
    pin = re.compile(r"^\S+==\S+(?: ; [^\\\n]+)?", re.MULTILINE)
    run, dev = (
        set(pin.findall((ROOT / "requirements" / lock).read_text(encoding="utf-8"))) for lock in ("run.txt", "dev.txt")
    )
    assert run <= dev
