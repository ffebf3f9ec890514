"""About the numbers: what each voice weighs and why, how well credences keep their word, what reading must reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from fastapi import APIRouter, Response

from credence.catalog.charts import load_chart_style
from credence.catalog.measured import Bin, load_measured
from credence.catalog.weights import Weight, load_weights
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.files import Form
from credence.serve.page.parts import downloads
from credence.serve.page.question import Asked, PageQuestion
from credence.show.calibration import calibration_plot
from credence.show.chart import Caption
from credence.show.words import day

router = APIRouter()

_FAMILIES = (
    ("voices", "Who says so", "share of such claims expected to be right"),
    ("moods", "In which mood", "share of a voice’s distance from 0.5 that is left"),
    ("polarities", "Whether it is affirmed or denied", "share of a voice’s distance from 0.5 that is left"),
    ("told", "When it is told", "share of a voice’s distance from 0.5 that is left"),
    ("shared", "Whether two voices are one", "chance that two of a circle have one root"),
    ("priors", "Before anybody is weighed", "how far a thing is believed then"),
    ("bounds", "The least and the most", "how far anything is believed at all"),
)


@dataclass(frozen=True, slots=True)
class Family:
    """Weights of one sort.

    Attributes:
        title: What they are about.
        unit: What their numbers are.
        rows: Name, number, reason, and whether a committed fit wrote it.
    """

    title: str
    unit: str
    rows: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class View:
    """The page.

    Attributes:
        families: The weights.
        plot: How well credences keep their word, as SVG.
        bins: The same as rows.
        command: The command that measured it.
        day: When that ran.
        on: What on.
        floors: Set of texts, and what is measured of reading with the least that is let pass.
        downloads: Name and address of each form it can be had in.
    """

    families: tuple[Family, ...]
    plot: str
    bins: tuple[Bin, ...]
    command: str
    day: str
    on: str
    floors: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    downloads: tuple[tuple[str, str], ...]


@router.get("/about")
def about(asked: Asked, form: Form = None) -> Response:
    """Show the numbers that all credences are made of."""
    if form is None:
        return asked.show("about.html", lambda: _view(asked))
    return asked.keep("about-the-numbers", form, lambda: _file(form))


def _view(asked: PageQuestion) -> View:
    measured = load_measured()
    return View(
        families=tuple(_families()),
        plot=_plot(""),
        bins=measured.bins,
        command=measured.command,
        day=day(measured.day),
        on=measured.on,
        floors=tuple(
            (name, tuple((what, f"{least:.2f}") for what, least in floors.items()))
            for name, floors in measured.floors.items()
        ),
        downloads=downloads(asked.frame, "csv", "json", "svg"),
    )


def _plot(style: str) -> str:
    about = "Each dot is the matters of a tenth; the table beside says the same."
    caption = Caption("calibration", "What was believed, and what was so", about, style)
    return calibration_plot(load_measured().bins, caption)


def _families() -> Iterator[Family]:
    for name, title, unit in _FAMILIES:
        rows = tuple((key, f"{each.value:.2f}", each.reason, each.learnt) for key, each in _weights(name).items())
        yield Family(title, unit, rows)


def _weights(family: str) -> dict[str, Weight]:
    return dict(getattr(load_weights(), family))


def _file(form: str) -> bytes:
    if form == "svg":
        return _plot(load_chart_style()).encode()
    if form == "json":
        weights = {name: {key: asdict(each) for key, each in _weights(name).items()} for name, *_ in _FAMILIES}
        measured = load_measured()
        calibration = {"command": measured.command, "day": measured.day, "on": measured.on,
                       "bins": list(map(asdict, measured.bins))}  # fmt: skip
        return written({"weights": weights, "calibration": calibration, "floors": measured.floors})
    rows = ((name, key, each.value, each.learnt, each.reason) for name, *_ in _FAMILIES
            for key, each in _weights(name).items())  # fmt: skip
    return files.table(("family", "name", "number", "learnt", "reason"), rows)
