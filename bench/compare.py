"""Claims gained and lost by a change: the development texts read by this checkout and by a revision (main by default).

python bench/compare.py [REVISION]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETS = ("example", "news", "official", "own", "free", "releases", "press")
GIT = shutil.which("git") or "git"

READ = """
import json, sys
from pathlib import Path
from credence.flow import read_document
from credence.model.document import Document
for folder in sys.argv[1:]:
    for path in sorted(Path(folder).glob("*.json")):
        about = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        document = Document(about["doc"], text, about["title"], about["published"], about.get("publisher"))
        for claim in read_document(document).claims:
            roles = {role: value for role, value in claim.roles}
            print(json.dumps([claim.doc, claim.kind, roles, claim.polarity, claim.mood, claim.when]))
"""


def claims(checkout: Path) -> set[str]:
    """Read this checkout's development texts with the program of a checkout; give a line a claim."""
    folders = [str(ROOT / "tests" / "golden" / name) for name in SETS]
    environment = os.environ | {"PYTHONPATH": str(checkout / "src")}
    done = subprocess.run(
        [sys.executable, "-c", READ, *folders], env=environment, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines())


def main() -> int:
    """Print what is gained and lost."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("revision", nargs="?", default="main")
    revision: str = ask.parse_args().revision
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "other"
        subprocess.run(
            [GIT, "worktree", "add", "--detach", str(other), revision], cwd=ROOT, check=True, capture_output=True
        )
        try:
            before = claims(other)
        finally:
            subprocess.run([GIT, "worktree", "remove", "--force", str(other)], cwd=ROOT, check=True)
    now = claims(ROOT)
    for mark, lines in (("gained", now - before), ("lost", before - now)):
        for line in sorted(lines):
            print(mark, *json.loads(line))
    print(f"{len(now - before)} gained, {len(before - now)} lost, {len(now & before)} kept, against {revision}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
