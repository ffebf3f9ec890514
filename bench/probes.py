"""Which constructions are known: sentences made by the thousand, and what is read of each.

python bench/probes.py                     the share read right, by axis
python bench/probes.py moods --show        one axis, with every sentence read wrong and what was read instead
python bench/probes.py -k mission.close    one kind only; -k mission for a family

A probe is a sentence or two that hold one thing to be read, and all that is needed to read it. An axis varies one
point and leaves the rest alone: how a clause is built (`frames`), by which words a kind is told (`wordings`), what
stands before (`contexts`) and what is taken up again (`again`), who does it together (`together`), whose words it is
(`voices`), whether it happened (`moods`), how much it was (`figures`). Acts, one of each kind, stand in
`bench/probes/acts.toml`; every other file there is an axis. A table `probe` of it has `says`, sentences or patterns of
sentences, and what has to be read of them: polarity and mood (affirmed and actual, if it does not say), a `voice`, and
either a `kind` and its `roles` or no kind, in which case its sentences are crossed with the acts, or with those that
`acts` names. `first` gives sentences to stand before, each in turn; `others` who does the same, each to be read for
himself; `stand_ins` what may stand for a name in the object; `headline = true` makes it one. `never = true` makes it a
near miss: the claim must not be read.

What probes are not: they are no texts. Their sentences are our own, short and clean; a fault that a construction
brings out is brought out again by each act that it is crossed with; and nobody writes "Peru annexed Crimea" forty
times. So the shares say which constructions are known, and not how well anything is read: that is for
`bench/reading.py`. They have no floor. A low share is a place to look for a cause that texts have, too, and a high
one is no reason for contentment. Whoever mends by them asks the texts after each mending.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from probing import Probe, load_axes, read, right

Tally = Mapping[str, Sequence[tuple[Probe, bool]]]


def told(probe: Probe) -> str:
    """Say what was read instead, on one line."""
    done = read(probe)
    claims = [
        f"{c.kind} {dict(c.roles)} {c.polarity} {c.mood} <{'; '.join(v.name for v in c.voices)}>" for c in done.claims
    ]
    passed = [f"{over.pattern}: {over.reason}" for over in done.passed_over]
    return " | ".join(claims or passed or ["nothing"])


def share(marks: Iterable[bool]) -> str:
    """Give a share as text."""
    seen = list(marks)
    return f"{sum(seen) / len(seen):6.1%}  ({sum(seen)} of {len(seen)})"


def show_wrong(tally: Tally) -> None:
    """Print what was read wrong, the worst sentence first."""
    for pattern, seen in sorted(tally.items(), key=lambda item: sum(mark for _, mark in item[1]) / len(item[1])):
        wrong = [probe for probe, mark in seen if not mark]
        if wrong:
            print(f"  {len(wrong)}/{len(seen)}  {pattern}")
        for probe in wrong:
            print(f"      {probe.kind}: {probe.says}\n          {told(probe)}")


def main() -> int:
    """Read the probes and print the shares."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("axes", nargs="*", help="which axes; all if none is named")
    ask.add_argument("-k", "--kind", default="", help="a kind or the beginning of some")
    ask.add_argument("--show", action="store_true", help="print what was read wrong")
    args = ask.parse_args()
    axes = load_axes()
    unknown = sorted(set(args.axes) - set(axes))
    if unknown:
        print(f"no such axis: {', '.join(unknown)}; there are {', '.join(sorted(axes))}", file=sys.stderr)
        return 2
    for name in args.axes or sorted(axes):
        tally: defaultdict[str, list[tuple[Probe, bool]]] = defaultdict(list)
        for probe in axes[name]:
            if probe.kind.startswith(args.kind):
                tally[probe.pattern].append((probe, right(probe, read(probe).claims)))
        if tally:
            print(f"{name:12} {share(mark for seen in tally.values() for _, mark in seen)}")
        if args.show:
            show_wrong(tally)
    return 0


if __name__ == "__main__":
    sys.exit(main())
