"""The dossier of an authority and a state: the ladder over time, and all findings with how sure their ends are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from credence.asking.days import one_day
from credence.asking.dossier import Dossier, dossier_of
from credence.asking.excerpts import filled
from credence.asking.names import label, party_at
from credence.catalog.charts import load_chart_style
from credence.catalog.kinds import load_kinds
from credence.catalog.ladder import NONE, load_ladder
from credence.exchange.findings import finding_to_plain
from credence.exchange.ladder import standing_to_plain
from credence.judge import holds_on
from credence.model.finding import Finding, Holds, Of
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.files import Form
from credence.serve.page.parts import (
    NO_PAPERS,
    Line,
    Papers,
    Words,
    downloads,
    first_quoted,
    line_of,
    may_be,
    side_quoted,
    words_of_side,
)
from credence.serve.page.question import Asked, PageQuestion
from credence.show.chart import Caption
from credence.show.ladder import bearing
from credence.show.steps import steps_chart
from credence.show.table import mission_words
from credence.show.timeline import Bar, timeline
from credence.show.words import day as said
from credence.show.words import value

router = APIRouter()

PartyName = Annotated[str, Path(max_length=200)]
Picture = Annotated[Literal["ladder", "timeline"], Query()]

_MOST_GROUNDS = 12
"""Grounds shown of those that do the same; the file has the rest."""

_HOLDS: dict[Holds, str] = {"yes": "yes", "possibly": "may be", "no": "no"}
_HEAD = (
    *("kind", "says", "begins", "begins_state", "ends", "ends_state", "on the day"),
    *("credence", "status", "rests on", "whose words", "finding"),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the step changed.

    Attributes:
        day: The day, in words.
        step: The step from then on.
        may_be: A higher step that may have been reached; empty where none may.
        best: What it rests on best; None where it rests on nothing any more.
    """

    day: str
    step: str
    may_be: str
    best: Line | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a rule of the ladder speaks of.

    Attributes:
        line: The finding.
        step: Step the rule leads to.
        does: What it does on the day.
    """

    line: Line
    step: str
    does: str


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what its family has beside.

    Attributes:
        line: The finding.
        cells: Words for the columns of its own: person, rank and step of an envoy; where, post, whose and by whom run
            for a mission.
        on_day: Whether it held on the day.
    """

    line: Line
    cells: tuple[str, ...]
    on_day: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A finding that some affirm and others deny.

    Attributes:
        line: The finding.
        affirmed: Some words of those who say so, an origin each first.
        denied: Some words of those who say that it is not so, likewise.
        more: How many quotations are left out.
    """

    line: Line
    affirmed: tuple[Words, ...]
    denied: tuple[Words, ...]
    more: int


@dataclass(frozen=True, slots=True)
class View:
    """The dossier.

    Attributes:
        authority: Name of the authority.
        state: Name of the state.
        about: Id and name of each of the two.
        day: The day, in words.
        step: The step reached on it.
        reason: What that step means.
        may_be: A higher step that may have been reached; empty where none may.
        grounds: What the step rests on, and what else a rule speaks of, of much that does the same the first.
        more: How many of them are left out.
        rules: Why each rule that speaks here leads to its step.
        steps: The ladder over time, as a chart that is safe; empty where it never changed.
        turns: The same as rows.
        timeline: Findings over time, as a chart that is safe; empty where there are none.
        envoys: Findings about envoys.
        missions: Findings about missions.
        others: All other findings.
        conflicts: What some affirm and others deny.
        downloads: Name and address of each form in which this can be had.
    """

    authority: str
    state: str
    about: tuple[tuple[str, str], ...]
    day: str
    step: str
    reason: str
    may_be: str
    grounds: tuple[Ground, ...]
    more: int
    rules: tuple[str, ...]
    steps: str
    turns: tuple[Turn, ...]
    timeline: str
    envoys: tuple[Row, ...]
    missions: tuple[Row, ...]
    others: tuple[Row, ...]
    conflicts: tuple[Conflict, ...]
    downloads: tuple[tuple[str, str], ...]


@router.get("/dossier/{authority}/{state}")
def dossier(
    asked: Asked, authority: PartyName, state: PartyName, form: Form = None, picture: Picture = "ladder"
) -> Response:
    """Show what is recorded between an authority and a state."""
    if asked.moment.day is None:
        return asked.today()
    day, two = one_day(asked.moment.day), (party_at(authority), party_at(state))

    known = asked.moment.known

    def whole() -> Dossier[Finding]:
        return dossier_of(asked.ledger, asked.desk.between(asked.ledger, *two, known), day, known=known)

    def view() -> View:
        short = asked.desk.between_in_short(asked.ledger, *two, known)
        if short is None:
            return _view(asked, whole(), lambda parts: parts)
        found = dossier_of(asked.ledger, short, day, known=known)
        return _view(asked, found, lambda parts: filled(asked.ledger, parts, known))

    if form is None:
        return asked.show("dossier.html", view)
    return asked.keep(f"dossier-{two[0]}-{two[1]}-{day}", form, lambda: _file(asked, whole(), form, picture))


def _view(asked: PageQuestion, found: Dossier[Of], fill: Callable[[Sequence[Of]], Sequence[Finding]]) -> View:
    """Show a dossier.

    Args:
        asked: The question.
        found: The dossier.
        fill: Gives words to what the ladder rests on, as far as it is shown.
    """
    book, standing = load_ladder(), found.standing
    first = standing.first(_MOST_GROUNDS)
    best = [turn.reasons[0].finding for turn in found.turns if turn.reasons]
    words = fill([*(each.finding for each in first), *best])
    papers = _papers(asked, found, words)
    shown, bests = words[: len(first)], iter(words[len(first) :])
    everything = (*found.missions, *found.findings)
    lines = _lines(asked, found, papers)
    envoys = [each for each in found.findings if each.proposition.kind.startswith("envoy.")]
    others = [each for each in found.findings if not each.proposition.kind.startswith("envoy.")]
    return View(
        authority=label(found.authority),
        state=label(found.state),
        about=((found.authority, label(found.authority)), (found.state, label(found.state))),
        day=said(found.day.isoformat()),
        step=book.step(standing.step).says,
        reason=book.step(standing.step).reason,
        may_be=may_be(standing),
        grounds=tuple(
            Ground(line_of(told, asked.frame, papers), book.step(each.step).says, bearing(each, standing))
            for each, told in zip(first, shown, strict=True)
        ),
        more=len(standing.grounds) - len(first),
        rules=tuple(dict.fromkeys(book.rule(each.rule).reason for each in standing.grounds)),
        steps=_steps(found, "") if found.turns else "",
        turns=tuple(_turns(asked, found, bests, papers)),
        timeline=_timeline(lines, found, "") if everything else "",
        envoys=tuple(_rows(lines, found, envoys)),
        missions=tuple(_rows(lines, found, found.missions)),
        others=tuple(_rows(lines, found, others)),
        conflicts=tuple(_conflicts(asked, papers, lines, everything)),
        downloads=(*downloads(asked.frame, "csv", "json"), *_pictures(asked, found)),
    )


def _pictures(asked: PageQuestion, found: Dossier[Of]) -> Iterator[tuple[str, str]]:
    """Give name and address of each chart that there is."""
    if found.turns:
        yield "SVG of the ladder", asked.frame.here(format="svg", picture="ladder")
    if found.missions or found.findings:
        yield "SVG of the findings", asked.frame.here(format="svg", picture="timeline")


def _papers(asked: PageQuestion, found: Dossier[Of], led: Iterable[Finding]) -> Papers:
    """Fetch the documents that are quoted."""
    findings = (*found.missions, *found.findings)
    quoted = [claim for each in (*findings, *led) for claim in first_quoted(each)]
    told = [(each, denies) for each in filter(_is_conflict, findings) for denies in _SIDES]
    quoted += [claim for each, denies in told for claim in side_quoted(each, denies=denies)]
    ids = {each.claim.doc for each in quoted}
    return {each.id: each for each in asked.ledger.documents(known=asked.moment.known, ids=ids)} if ids else {}


def _lines(asked: PageQuestion, found: Dossier[Of], papers: Papers = NO_PAPERS) -> dict[str, Line]:
    """Make a line of each finding, by id; several parts of the page show it."""
    return {each.id: line_of(each, asked.frame, papers) for each in (*found.missions, *found.findings)}


def _turns(asked: PageQuestion, found: Dossier[Of], bests: Iterator[Finding], papers: Papers) -> Iterator[Turn]:
    book = load_ladder()
    for each in found.turns:
        step = book.step(each.step).says if each.step != NONE else "none any more"
        best = line_of(next(bests), asked.frame, papers) if each.reasons else None
        yield Turn(said(each.day.isoformat()), step, may_be(each), best)


def _rows(lines: Mapping[str, Line], found: Dossier[Of], findings: Iterable[Finding]) -> Iterator[Row]:
    for each in findings:
        on_day = _HOLDS[holds_on(each, found.day.isoformat())]
        yield Row(lines[each.id], tuple(_cells(each)), on_day)


def _cells(finding: Finding) -> Iterable[str]:
    """Give what a family has beside: of an envoy person, rank and step; of a mission where, post, whose, run by."""
    if finding.proposition.kind.startswith("mission."):
        return [cell.replace("\n", ", ") for cell in mission_words(finding, load_kinds(), label)]
    if finding.proposition.kind.startswith("envoy."):
        told = dict(finding.details)
        person, rank = (" or ".join(value(each, role, label) for each in told.get(role, ())) for role in _ENVOY)
        return person or "–", rank or "–", finding.proposition.step or "–"
    return ()


_ENVOY = ("person", "rank")


def _conflicts(
    asked: PageQuestion, papers: Papers, lines: Mapping[str, Line], findings: Iterable[Finding]
) -> Iterator[Conflict]:
    for each in filter(_is_conflict, findings):
        yes, no = (words_of_side(each, asked.frame, papers, denies=denies) for denies in _SIDES)
        yield Conflict(lines[each.id], yes, no, each.counted - len(yes) - len(no))


def _is_conflict(finding: Finding) -> bool:
    return bool(finding.origins_for and finding.origins_against)


_SIDES = (False, True)  # those that affirm, those that deny


def _steps(found: Dossier[Of], style: str) -> str:
    about = f"{label(found.authority)} and {label(found.state)}"
    caption = Caption(
        "ladder",
        f"{about}: the ladder over time",
        "The step reached from each day on, the highest at the top; the table below it says the same.",
        style,
    )
    return steps_chart(found.turns, load_ladder().steps, caption, on=found.day, until=found.until)


def _timeline(lines: Mapping[str, Line], found: Dossier[Of], style: str) -> str:
    caption = Caption(
        "timeline",
        f"{label(found.authority)} and {label(found.state)}: findings over time",
        "A bar each. An end that nobody recorded fades out, one within bounds is hatched; the tables below it say the "
        "same.",
        style,
    )
    drawn = ((each, lines[each.id]) for each in (*found.missions, *found.findings))
    bars = [Bar(each, line.says, _note(line), line.href) for each, line in drawn]
    return timeline(bars, caption, on=found.day, until=found.until)


def _note(line: Line) -> str:
    interval = ", ".join(filter(None, [line.since, line.until]))
    return f"{interval}; credence {line.figure}, {line.status}; {line.rests}"


def _file(asked: PageQuestion, found: Dossier[Finding], form: str, picture: str) -> bytes:
    if form == "svg":
        style = load_chart_style()
        drawn = _steps(found, style) if picture == "ladder" else _timeline(_lines(asked, found), found, style)
        return drawn.encode("utf-8", "replace")
    if form == "json":
        return written(
            {
                "authority": found.authority,
                "state": found.state,
                "on": found.day.isoformat(),
                "known": asked.moment.known,
                "standing": standing_to_plain(found.standing),
                "turns": list(map(standing_to_plain, found.turns)),
                "missions": list(map(finding_to_plain, found.missions)),
                "findings": list(map(finding_to_plain, found.findings)),
            }
        )
    return files.table(_HEAD, [_cells_of_file(asked, found, each) for each in (*found.missions, *found.findings)])


def _cells_of_file(asked: PageQuestion, found: Dossier[Of], finding: Finding) -> Sequence[object]:
    line = line_of(finding, asked.frame)
    ends = [part for end in (finding.begins, finding.ends) for part in (end.date, end.state)]
    on_day = _HOLDS[holds_on(finding, found.day.isoformat())]
    names = "; ".join(line.names)
    return line.kind, line.says, *ends, on_day, line.figure, line.status, line.rests, names, finding.id
