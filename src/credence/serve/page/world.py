"""The world: how far each state goes in dealing with an authority on a day, as a map and a table beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from credence.asking.days import one_day
from credence.asking.ladder import standings_of
from credence.asking.located import missions_located
from credence.asking.names import label, party_id
from credence.catalog.ladder import NONE, load_ladder
from credence.exchange.counts import located_to_plain
from credence.exchange.ladder import standing_to_plain
from credence.judge.parts import APART
from credence.model.counts import BEGUN, Located
from credence.model.finding import Finding
from credence.model.ladder import Standing
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.choosing import Choice, authorities, choices
from credence.serve.page.files import Form
from credence.serve.page.parts import Line, best_of, downloads, line_of, may_be, place_of, posts_of
from credence.serve.page.question import Asked, PageQuestion
from credence.serve.page.worldmap import IN_PAGE, STANDING_ALONE, drawn, framed, parts
from credence.show.ladder import nothing
from credence.show.map import MapFrame
from credence.show.words import day as said
from credence.show.words import many

router = APIRouter()

Words = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Row:
    """A state and its step.

    Attributes:
        state: Its name.
        href: Its dossier.
        may_be: A higher step that may have been reached, in words; empty where none may.
        best: The finding that the step rests on; None where it rests on none.
        others: How many more findings lead to it.
    """

    state: str
    href: str
    may_be: str
    best: Line | None
    others: int


@dataclass(frozen=True, slots=True)
class Group:
    """The states that reached one step.

    Attributes:
        step: Its id.
        says: It in words.
        reason: What it means.
        number: Its place among the steps, from 1, as in the map's legend.
        rows: The states, by name.
    """

    step: str
    says: str
    reason: str
    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission of the authority.

    Attributes:
        where: Host and city.
        post: What it is told to be.
        href: The host's dossier.
        best: What it rests on.
        sure: Whether it is settled that it stood on the day.
    """

    where: str
    post: str
    href: str
    best: Line
    sure: bool


@dataclass(frozen=True, slots=True)
class Track:
    """What a slider runs over.

    Attributes:
        name: What it sets: "on" or "known".
        label: Its label.
        value: What the reader gave; empty for now.
        kind: "date" where that is a day, "text" where it is anything else.
        days: The days on which something changes, oldest first.
    """

    name: str
    label: str
    value: str
    kind: str
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The world.

    Attributes:
        authority: Name of the authority.
        id: Its id.
        day: The day, in words.
        choices: Authorities to choose from.
        tracks: What the two sliders run over.
        told: What the picture shows, in a sentence.
        map: The map, as markup that is safe.
        parts: Parts of the world that the map can show: id, name, and whether it is the one shown.
        key: Size of a legend's sample in units of the map, of which a part has fewer: "28 16".
        legend: Number and words of each step; 0 is for what is disputed.
        groups: States by step, the highest first.
        apart: States of which something is recorded that leads to no step: name, address, why.
        missions: Its missions that stand, or may stand, on the day.
        downloads: Name and address of each form in which this can be had.
    """

    authority: str
    id: str
    day: str
    choices: tuple[Choice, ...]
    tracks: tuple[Track, ...]
    told: str
    map: str
    parts: tuple[tuple[str, str, bool], ...]
    key: str
    legend: tuple[tuple[int, str], ...]
    groups: tuple[Group, ...]
    apart: tuple[tuple[str, str, str], ...]
    missions: tuple[Mission, ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the ledger tells of an authority on a day.

    Attributes:
        authority: Its id.
        day: The day.
        standings: Its step with each state, the highest first.
        missions: Its missions that stand, or may stand.
        part: The part of the world that the map shows.
    """

    authority: str
    day: date
    standings: tuple[Standing[Finding], ...]
    missions: tuple[Located, ...]
    part: str


@router.get("/")
def world(asked: Asked, of: Words = "", part: Words = "world", form: Form = None) -> Response:
    """Show the world as an authority sees it."""
    if asked.moment.day is None:
        return asked.today()
    day = one_day(asked.moment.day)
    found = authorities(asked)
    if not of and not found:
        return asked.show("empty.html", lambda: None)
    authority = party_id(of) if of else found[0]
    framed(part, IN_PAGE)
    if form is None:
        return asked.show("world.html", lambda: _view(asked, _answer(asked, authority, day, part)))
    return asked.keep(
        f"world-{authority}-{day}", form, lambda: _file(asked, _answer(asked, authority, day, part), form)
    )


def _answer(asked: PageQuestion, authority: str, day: date, part: str) -> Answer:
    known, gather = asked.moment.known, asked.desk.gather
    missions = missions_located(asked.ledger, authority, day, known=known, gather=gather)
    in_sight = tuple(each for each in missions if each.stands not in APART)
    standings = standings_of(asked.ledger, authority, day, known=known, judged=asked.desk.dealings)
    return Answer(authority, day, standings, in_sight, part)


def _view(asked: PageQuestion, answer: Answer) -> View:
    frame, scale = asked.frame, framed(answer.part, IN_PAGE).part.scale
    return View(
        authority=label(answer.authority),
        id=answer.authority,
        day=said(answer.day.isoformat()),
        choices=choices(asked, answer.authority),
        tracks=tuple(_tracks(asked, answer)),
        told=_told(answer),
        map=_map(asked, answer, IN_PAGE),
        parts=tuple((each.id, each.label, each.id == answer.part) for each in parts()),
        key=f"{28 * scale:.2f} {16 * scale:.2f}",
        legend=(*enumerate((step.says for step in load_ladder().steps), start=1), (0, "disputed")),
        groups=tuple(_groups(asked, answer)),
        apart=tuple(
            (label(each.state), _dossier(asked, answer, each.state), nothing(each))
            for each in answer.standings
            if each.step == NONE
        ),
        missions=tuple(_mission(asked, answer, each) for each in answer.missions),
        downloads=downloads(frame, "csv", "json", "svg"),
    )


def _map(asked: PageQuestion, answer: Answer, how: MapFrame) -> str:
    frame = framed(answer.part, how)
    return drawn(answer.authority, answer.standings, answer.missions, answer.day, asked.frame, frame)


def _groups(asked: PageQuestion, answer: Answer) -> Iterator[Group]:
    book = load_ladder()
    for step in dict.fromkeys(each.step for each in answer.standings if each.step != NONE):
        about = book.step(step)
        rows = tuple(_row(asked, answer, each) for each in answer.standings if each.step == step)
        yield Group(step, about.says, about.reason, book.height(step) + 1, rows)


def _row(asked: PageQuestion, answer: Answer, standing: Standing[Finding]) -> Row:
    return Row(
        state=label(standing.state),
        href=_dossier(asked, answer, standing.state),
        may_be=may_be(standing),
        best=best_of(standing, asked.frame),
        others=max(len(standing.reasons) - 1, 0),
    )


def _mission(asked: PageQuestion, answer: Answer, mission: Located) -> Mission:
    return Mission(
        where=place_of(mission, "a host that nobody names"),
        post=posts_of(mission, "mission"),
        href=_dossier(asked, answer, mission.where) if mission.where else "",
        best=line_of(mission.findings[0], asked.frame),
        sure=mission.stands in BEGUN,
    )


def _dossier(asked: PageQuestion, answer: Answer, state: str) -> str:
    return asked.frame.dossier(answer.authority, state)


def _told(answer: Answer) -> str:
    """Say what the picture shows in a sentence, for those who do not see it and for those who hear it change."""
    book = load_ladder()
    steps = [each.step for each in answer.standings]
    parts = [f"{book.step(step).says}: {steps.count(step)}" for step in dict.fromkeys(steps) if step != NONE]
    sure = sum(each.stands in BEGUN for each in answer.missions)
    parts += [f"{many(sure, 'mission')} located"]
    return f"{label(answer.authority)} on {said(answer.day.isoformat())}. {'; '.join(parts)}."


def _tracks(asked: PageQuestion, answer: Answer) -> Iterator[Track]:
    """Give what the sliders run over: days on which something begins or ends, and on which something was recorded."""
    frame = asked.frame
    ends = {
        end.date.replace("/", "")
        for each in answer.standings
        for ground in each.grounds
        for end in (ground.finding.begins, ground.finding.ends)
        if end.state == "known" and end.date
    }
    days = {_first(each) for each in ends} | {answer.day.isoformat()}
    yield Track("on", "Held on", answer.day.isoformat(), "date", tuple(sorted(filter(None, days))))
    recorded = {each.moment[:10] for each in asked.ledger.transactions()}
    given = frame.known or ""
    kind = "date" if not given or _first(given) == given else "text"
    yield Track("known", "As known on", given, kind, tuple(sorted(recorded)))


def _first(edtf: str) -> str:
    """Give the day that something written to the day, month or year begins with; empty for anything else."""
    try:
        return date.fromisoformat(f"{edtf}-01-01"[:10]).isoformat()
    except ValueError:
        return ""


def _file(asked: PageQuestion, answer: Answer, form: str) -> bytes:
    if form == "svg":
        return _map(asked, answer, STANDING_ALONE).encode()
    if form == "json":
        return written(
            {
                "authority": answer.authority,
                "on": answer.day.isoformat(),
                "known": asked.moment.known,
                "standings": list(map(standing_to_plain, answer.standings)),
                "missions": list(map(located_to_plain, answer.missions)),
            }
        )
    head = (
        "what",
        "state",
        "name",
        "step",
        "city",
        "since",
        "credence",
        "status",
        "rests on",
        "whose words",
        "finding",
    )
    return files.table(head, [*_csv_steps(asked, answer.standings), *_csv_missions(asked, answer.missions)])


def _csv_steps(asked: PageQuestion, standings: Sequence[Standing[Finding]]) -> Iterator[Sequence[object]]:
    for each in standings:
        best = each.reasons[0].finding if each.reasons else None
        yield "step", each.state, label(each.state), each.step, "", *_figures(asked, best)


def _csv_missions(asked: PageQuestion, missions: Sequence[Located]) -> Iterator[Sequence[object]]:
    for each in missions:
        name = label(each.where) if each.where else ""
        yield "mission", each.where, name, ", ".join(each.said), each.city, *_figures(asked, each.findings[0])


def _figures(asked: PageQuestion, best: Finding | None) -> Sequence[object]:
    """Give the cells about the finding that a row rests on best."""
    if best is None:
        return ("",) * 6
    line = line_of(best, asked.frame)
    return line.since, line.figure, line.status, line.rests, "; ".join(line.names), best.id
