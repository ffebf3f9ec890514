"""Write docs/reference/kinds.md from the data: every kind with its meaning, roles, patterns, examples and near misses.

python tools/make_reference.py            write it
python tools/make_reference.py --check    exit with 1 if it is not up to date
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from credence.catalog.kinds import load_kinds
from credence.catalog.patterns import Trial, load_patterns, load_trials
from credence.model.kind import Kind

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "kinds.md"
HEAD = """\
# Kinds

Made from `src/credence/data` by `tools/make_reference.py`: change the data, not this page. Bold roles decide whether
two claims are the same. How patterns are written: [add a phrase](../how-to/add-a-phrase.md).
"""


def section(kind: Kind, trials: Sequence[Trial]) -> Iterator[str]:
    """Give the lines of one kind.

    Args:
        kind: The kind.
        trials: Its examples and near misses.
    """
    roles = ", ".join(f"**{role.name}**" if role.deciding else role.name for role in kind.roles)
    yield f"\n## {kind.id}\n"
    yield f"{kind.meaning} Read as: {kind.reads}.\n"
    yield f"Roles: {roles}. Rests on: {kind.authority.rstrip('.')}. {kind.contrast}\n"
    for relation, others in (("Begins", kind.initiates), ("Ends", kind.terminates)):
        if others:
            yield f"{relation}: {', '.join(others)}.\n"
    yield f"{' '.join(filter(None, (kind.stands or f'Over when done. {kind.over}', kind.outlasts)))}\n"
    for pattern in load_patterns():
        if pattern.kind == kind.id:
            yield f"- `{pattern.says}`"
    yield ""
    for trial in trials:
        yield f"- {'' if trial.gives else 'Not: '}“{trial.text}”{'' if trial.gives else ' ' + trial.why}"


def page() -> str:
    """Give the whole page."""
    trials: dict[str, list[Trial]] = defaultdict(list)
    for trial in load_trials():
        trials[trial.kind].append(trial)
    lines = [line for kind in load_kinds().values() for line in section(kind, trials[kind.id])]
    return HEAD + "\n".join(lines) + "\n"


def main() -> int:
    """Write or check."""
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page() else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
