"""Two authorities side by side: the step that each reached with each state, and the numbers claimed of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from credence.asking.counts import counts_of
from credence.asking.days import one_day
from credence.asking.ladder import standings_of
from credence.asking.names import label, party_id
from credence.catalog.ladder import NONE, SEVERED, load_ladder
from credence.errors import WrongUse
from credence.exchange.counts import counts_to_plain
from credence.exchange.ladder import standing_to_plain
from credence.model.counts import BEGUN, UnitCounts
from credence.model.finding import Finding
from credence.model.ladder import Standing
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.choosing import Choice, authorities, choices
from credence.serve.page.counts import claimed_by
from credence.serve.page.files import Form
from credence.serve.page.parts import Line, best_of, downloads
from credence.serve.page.question import Asked, PageQuestion
from credence.show.words import day as said

router = APIRouter()

Words = Annotated[str, Query(max_length=200)]
_HEAD = ("state", "name", "a", "a step", "a credence", "b", "b step", "b credence", "further with")


@dataclass(frozen=True, slots=True)
class Side:
    """What is told of one of the two.

    Attributes:
        id: Its id.
        standings: Its step with each state.
        counts: Numbers claimed of it.
    """

    id: str
    standings: tuple[Standing[Finding], ...]
    counts: tuple[UnitCounts, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """The step between a state and one of the two.

    Attributes:
        says: The step in words.
        height: Its place among the steps, 0 for nothing recorded; severed relations are below that.
        href: The dossier of the two.
        best: What it rests on best; None where it rests on nothing.
    """

    says: str
    height: int
    href: str
    best: Line | None


@dataclass(frozen=True, slots=True)
class Row:
    """A state.

    Attributes:
        name: Its name.
        id: Its id.
        a: Its step with the first.
        b: With the second.
        further: Name of the one with which it goes further; empty where there is no difference.
    """

    name: str
    id: str
    a: Cell
    b: Cell
    further: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A step, or a unit, with what there is of it for each of the two.

    Attributes:
        says: It in words.
        a: What there is for the first, each in words.
        b: For the second.
    """

    says: str
    a: tuple[str, ...]
    b: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The two.

    Attributes:
        names: Their names.
        ids: Their ids.
        day: The day, in words.
        a: Parties to choose the first from.
        b: Parties to choose the second from.
        swapped: Address with the two the other way round.
        steps: How many states have reached each step with each.
        rows: State by state, the widest apart first.
        numbers: Numbers claimed and located, unit by unit.
        downloads: Name and address of each form in which this can be had.
    """

    names: tuple[str, str]
    ids: tuple[str, str]
    day: str
    a: tuple[Choice, ...]
    b: tuple[Choice, ...]
    swapped: str
    steps: tuple[Figures, ...]
    rows: tuple[Row, ...]
    numbers: tuple[Figures, ...]
    downloads: tuple[tuple[str, str], ...]


@router.get("/compare")
def compare(asked: Asked, a: Words = "", b: Words = "", form: Form = None) -> Response:
    """Set two authorities side by side; who is not named is the one of whom most is told."""
    if asked.moment.day is None:
        return asked.today()
    day = one_day(asked.moment.day)
    given = [party_id(name) for name in (a, b) if name]
    others = [each for each in authorities(asked) if each not in given]
    one = party_id(a) if a else next(iter(others), None)
    two = party_id(b) if b else next((each for each in others if each != one), None)
    if one is None or two is None:
        return asked.show("empty.html", lambda: None)
    if one == two:
        raise WrongUse(f"party “{one}”", "it stands on both sides", "name two parties")
    if form is None:
        return asked.show("compare.html", lambda: _view(asked, _side(asked, one, day), _side(asked, two, day), day))
    return asked.keep(
        f"compare-{one}-{two}-{day}",
        "json" if form == "json" else "csv",
        lambda: _file(asked, _side(asked, one, day), _side(asked, two, day), form),
    )


def _side(asked: PageQuestion, party: str, day: date) -> Side:
    known, gather = asked.moment.known, asked.desk.gather
    standings = standings_of(asked.ledger, party, day, known=known, judged=asked.desk.dealings)
    return Side(party, standings, counts_of(asked.ledger, party, day, known=known, gather=gather))


def _view(asked: PageQuestion, a: Side, b: Side, day: date) -> View:
    return View(
        names=(label(a.id), label(b.id)),
        ids=(a.id, b.id),
        day=said(day.isoformat()),
        a=choices(asked, a.id),
        b=choices(asked, b.id),
        swapped=asked.frame.here(a=b.id, b=a.id),
        steps=tuple(_steps(a, b)),
        rows=tuple(_rows(asked, a, b)),
        numbers=tuple(_numbers(a, b)),
        downloads=downloads(asked.frame, "csv", "json"),
    )


def _steps(a: Side, b: Side) -> Iterator[Figures]:
    book = load_ladder()
    for step in (*reversed(book.steps[1:-1]), book.step(SEVERED)):
        found = [tuple(label(each.state) for each in side.standings if each.step == step.id) for side in (a, b)]
        if any(found):
            yield Figures(step.says, *found)


def _rows(asked: PageQuestion, a: Side, b: Side) -> Iterator[Row]:
    """Give the states with which either has a step, those first that treat the two most differently."""
    sides = [{each.state: each for each in side.standings if each.step != NONE} for side in (a, b)]
    rows = []
    for state in sides[0].keys() | sides[1].keys():
        if state in (a.id, b.id):
            continue
        cells = [_cell(asked, side.id, state, told.get(state)) for side, told in zip((a, b), sides, strict=True)]
        apart = cells[0].height - cells[1].height
        further = label(a.id) if apart > 0 else label(b.id) if apart < 0 else ""
        rows.append((-abs(apart), label(state), Row(label(state), state, cells[0], cells[1], further)))
    return (row for *_, row in sorted(rows, key=lambda each: each[:2]))


def _cell(asked: PageQuestion, party: str, state: str, standing: Standing[Finding] | None) -> Cell:
    book, href = load_ladder(), asked.frame.dossier(party, state)
    if standing is None:
        return Cell(book.step(NONE).says, 0, href, None)
    height = -1 if standing.step == SEVERED else book.height(standing.step)
    return Cell(book.step(standing.step).says, height, href, best_of(standing, asked.frame))


def _numbers(a: Side, b: Side) -> Iterator[Figures]:
    """Give what is claimed and located of each unit in which a number is claimed of either."""
    units = {each.unit: each.says for side in (a, b) for each in side.counts}
    for unit, says in units.items():
        yield Figures(says, *(tuple(_figures(side.counts, unit)) for side in (a, b)))


def _figures(counts: Iterable[UnitCounts], unit: str) -> Iterator[str]:
    for each in counts:
        if each.unit == unit:
            for number in each.claimed:
                yield claimed_by(number)
            if each.can_be_located:
                begun = sum(place.stands in BEGUN for place in each.located)
                yield f"{begun} located"


def _file(asked: PageQuestion, a: Side, b: Side, form: str) -> bytes:
    if form == "json":
        sides = [
            {
                "party": side.id,
                "standings": list(map(standing_to_plain, side.standings)),
                "counts": list(map(counts_to_plain, side.counts)),
            }
            for side in (a, b)
        ]
        return written({"on": asked.moment.day, "known": asked.moment.known, "items": sides})
    return files.table(_HEAD, [_cells(each, a, b) for each in _rows(asked, a, b)])


def _cells(row: Row, a: Side, b: Side) -> Sequence[object]:
    figures = [each.best.figure if each.best else "" for each in (row.a, row.b)]
    return row.id, row.name, a.id, row.a.says, figures[0], b.id, row.b.says, figures[1], row.further
