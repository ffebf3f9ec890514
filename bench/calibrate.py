"""Whether credences keep what they promise, on worlds in which it is known what is so, and the fit of the weights.

    python bench/calibrate.py [--count N] [--fit [--write]]

Without ``--fit`` the weights of the package are reported on N matters (4000) of worlds that no fit has seen, beside the
share of documents and of origins that affirm; then on worlds with other habits than those that the fit saw. With
``--fit``, the numbers that ``LEARNT`` names are first fitted on N matters of other worlds: each is moved by hundredths,
as long as that lowers the mean log loss. ``--write`` puts them into ``src/credence/data/weights.toml`` and marks them.
"""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from credence.catalog.credits import load_credits
from credence.catalog.interests import load_interests
from credence.catalog.kinds import load_kinds
from credence.catalog.voices import load_voices
from credence.catalog.weights import Weight, Weights, load_weights
from credence.judge.agreement import circle_of
from credence.judge.case import Case, Said, case_of, said_by
from credence.judge.compare import about_of, grouped
from credence.judge.rulings import NOTHING_DECIDED
from credence.judge.telling import Dates
from credence.judge.turning import with_last_words
from credence.judge.voices import hear
from credence.judge.weigh import weigh
from credence.trace import Tracing, trace
from reliability import Judged, accuracy, bins, brier, expected_error, log_loss
from worlds import Habits, world

DATA = Path(__file__).parents[1] / "src" / "credence" / "data" / "weights.toml"
FITTED_ON, REPORTED_ON = range(1, 21), range(101, 121)
"""Seeds of worlds: none is in both. Many, for what a fit learns must not hang on a few people's reliability."""

Name = tuple[str, str]
"""A number of the weights: its table in ``Weights``, and its name there."""

_CLASSES = ("witness", "document", "unsigned", "official", "named", "unnamed", "party", "interested", "against")
LEARNT: tuple[Name, ...] = (
    *(("voices", cls) for cls in _CLASSES),
    ("told", "later"),
    ("shared", "party"),
    ("shared", "unknown"),
    ("priors", "rare"),
    ("priors", "common"),
)
_WRITTEN = {
    "voices": ("voice", "right"),
    "told": ("told", "keeps"),
    "shared": ("shared", "chance"),
    "priors": ("prior", "share"),
}
_RANGE = {"voices": (0.5, 0.98), "told": (0.0, 1.0), "shared": (0.0, 1.0), "priors": (0.05, 0.95)}
_STEPS = (0.08, 0.04, 0.02, 0.01)

OTHERWISE: Mapping[str, Habits] = {
    "people know less": Habits(knows={sort: 0.5 + 0.75 * (share - 0.5) for sort, share in Habits().knows.items()}),
    "parties lie more": Habits(lies=0.9, owns_up=0.3),
    "papers carry more, and name less": Habits(carried=0.75, unsigned=0.6),
    "much is told again, and drifts": Habits(again=0.6, came_out=0.3, drift=0.2),
    "readers slip more": Habits(slips=0.08),
    "little is taken back": Habits(corrects=0.05),
}
"""Worlds that differ in one respect from those that the fit sees."""


@dataclass(frozen=True, slots=True)
class Known:
    """A case, and whether it is so.

    Attributes:
        case: What was said.
        so: Whether it is so.
        touches: Numbers of the weights that its credence may depend on.
    """

    case: Case
    so: bool
    touches: frozenset[Name]


def known_cases(count: int, seeds: Sequence[int], habits: Habits | None = None) -> list[Known]:
    """Make worlds and bring what is said in them before the judge, as the flow does.

    Args:
        count: How many matters in all.
        seeds: Of the worlds; each has an equal part.
        habits: How people and papers behave.
    """
    tracing, kinds, weights = Tracing(load_voices(), load_interests(), load_credits()), load_kinds(), load_weights()
    found = []
    for seed in seeds:
        for matter in world(count // len(seeds), seed, habits):
            traced = trace(matter.claims, matter.papers, tracing)
            published = {doc: paper.published for doc, paper in matter.papers.items()}
            ((about, every),) = grouped(traced, about_of(kinds, NOTHING_DECIDED, {})).items()
            kind, dates = kinds[about.kind], Dates(published, {})
            said = said_by(every, kind, dates, NOTHING_DECIDED, weights.interests)
            case = with_last_words(case_of(about, said, kind))
            found.append(Known(case, matter.so, frozenset(_touched(case, weights))))
    return found


def _touched(case: Case, weights: Weights) -> Iterable[Name]:
    """Give the numbers that a case's credence may depend on: some more than it does, none less."""
    for said in (*case.affirmed, *case.denied):
        yield "voices", said.testimony.cls
    yield "priors", weights.how_common.get(case.kind.id, "any")
    heard = hear(case, weights)
    if any(voice.told == "later" for voice in (*heard.affirm, *heard.deny)):
        yield "told", "later"
    for side in (heard.affirm, heard.deny):
        circles = [circle[0] for circle in map(circle_of, side) if circle]
        yield from (("shared", circle) for circle in circles if len(side) > 1)


def judged(cases: Iterable[Known], weights: Weights) -> list[Judged]:
    """Give the credence of each case, and whether it is so."""
    return [(weigh(each.case, weights).credence, each.so) for each in cases]


def by_documents(each: Known) -> float:
    """Give the share of documents that affirm."""
    return _share(*(len({said.testimony.doc for said in side}) for side in _sides(each.case)))


def by_origins(each: Known) -> float:
    """Give the share of origins that affirm."""
    return _share(*(len({said.testimony.origin for said in side}) for side in _sides(each.case)))


def _sides(case: Case) -> tuple[list[Said], list[Said]]:
    """Give what affirms and what denies, with what was taken back later: plainer ways do not look at that."""
    every = (*case.affirmed, *case.denied, *case.superseded)
    yes = [said for said in every if said.testimony.polarity == "affirmed"]
    return yes, [said for said in every if said not in yes]


def _share(yes: int, no: int) -> float:
    return yes / (yes + no) if yes + no else 0.5


# --- the fit ---


def fitted(cases: Sequence[Known], weights: Weights) -> Weights:
    """Move each number of ``LEARNT`` as long as that lowers the log loss, in ever smaller steps.

    Args:
        cases: What it is fitted on.
        weights: Where it begins.
    """
    at = {name: [place for place, each in enumerate(cases) if name in each.touches] for name in LEARNT}
    losses = [_loss(each, weights) for each in cases]
    for step in _STEPS:
        moved = True
        while moved:
            moved = False
            for name in LEARNT:
                for change in (step, -step):
                    tried = _moved(weights, name, change)
                    new = [_loss(cases[place], tried) for place in at[name]]
                    if math.fsum(new) < math.fsum(losses[place] for place in at[name]) - 1e-9:
                        weights, moved = tried, True
                        for place, loss in zip(at[name], new, strict=True):
                            losses[place] = loss
                        break
        print(f"steps of {step}: mean log loss {math.fsum(losses) / len(losses):.4f}", flush=True)
    return weights


def _loss(each: Known, weights: Weights) -> float:
    return log_loss([(weigh(each.case, weights).credence, each.so)])


def _moved(weights: Weights, name: Name, change: float) -> Weights:
    table, key = name
    low, high = _RANGE[table]
    found: dict[str, Weight] = dict(getattr(weights, table))
    found[key] = replace(found[key], value=round(min(max(found[key].value + change, low), high), 2), learnt=True)
    return replace(weights, **{table: found})  # type: ignore[arg-type]  # a field by its name


def written(text: str, weights: Weights) -> str:
    """Give the data file with the learnt numbers in it, each marked."""
    for table, key in LEARNT:
        family, number = _WRITTEN[table]
        value = getattr(weights, table)[key].value
        section = re.compile(rf"(?<=^\[{family}\.{key}\]\n){number} = \S+\n(?:learnt = true\n)?", re.MULTILINE)
        text, met = section.subn(f"{number} = {value:.2f}\nlearnt = true\n", text)
        if met != 1:
            raise SystemExit(f"weights.toml: {met} places for {family}.{key}")
    return text


# --- the report ---


def report(cases: Sequence[Known], weights: Weights) -> None:
    """Print how well credences keep what they promise, beside plainer ways to believe."""
    ours = judged(cases, weights)
    print(f"{len(cases)} matters, {sum(each.so for each in cases)} of them so")
    print(f"{'':22}accuracy     ECE   Brier  log loss")
    ways = {
        "credence": ours,
        "share of documents": [(by_documents(each), each.so) for each in cases],
        "share of origins": [(by_origins(each), each.so) for each in cases],
    }
    for name, each in ways.items():
        print(f"  {name:20}{_figures(each)}")
    print("\n  credence      matters  believed      so")
    for one in bins(ours):
        low = int(one.believed * 10) / 10
        print(f"  {low:.1f} to {low + 0.1:.1f}{one.count:11}{one.believed:10.3f}{one.so:8.3f}")


def _figures(judged: Sequence[Judged]) -> str:
    return f"{accuracy(judged):8.3f}{expected_error(judged):8.3f}{brier(judged):8.3f}{log_loss(judged):10.3f}"


def main() -> None:
    """Fit if asked, and report."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--count", type=int, default=4000, help="matters to fit on, and to report on")
    ask.add_argument("--fit", action="store_true", help="fit the weights first")
    ask.add_argument("--write", action="store_true", help="put what was fitted into the data file")
    given = ask.parse_args()
    weights = load_weights()
    if given.fit:
        weights = fitted(known_cases(given.count, FITTED_ON), weights)
        print(", ".join(f"{key} {getattr(weights, table)[key].value:.2f}" for table, key in LEARNT))
    if given.fit and given.write:
        DATA.write_text(written(DATA.read_text(encoding="utf-8"), weights), encoding="utf-8")
    print("\nworlds held out: ", end="")
    report(known_cases(given.count, REPORTED_ON), weights)
    print("\nworlds held out that differ from those fitted on: accuracy, ECE, Brier, log loss")
    for name, habits in OTHERWISE.items():
        print(f"  {name:34}{_figures(judged(known_cases(given.count, REPORTED_ON, habits), weights))}")


if __name__ == "__main__":
    main()
