"""Steps of the ladder: one with all its grounds, many in a line each, or the days on which steps changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import wrap

from rich.table import Table
from rich.text import Text

from credence.catalog.ladder import LadderBook
from credence.model.counts import Stands
from credence.model.finding import Finding, Stood
from credence.model.kind import Kind
from credence.model.ladder import Bearing, Ground, Standing
from credence.show.sentence import finding_sentence
from credence.show.table import WIDTH, believed, holds, new_table, render, short_ids
from credence.show.words import Label, begins, origins, safe

_BEARINGS: Mapping[Bearing, str] = {
    "reached": "leads to it",
    "unsettled": "may have begun only later",
    "lapsed": "too long ago",
    "apart": "does not count",
}
_APART: Mapping[Stands, str] = {
    "ended": "over by then",
    "later": "begun only later",
    "planned": "planned, sought or possible",
    "denied": "denied or doubted",
}


def standing_text(
    standing: Standing[Finding], book: LadderBook, kinds: Mapping[str, Kind], label: Label, *, width: int = WIDTH
) -> str:
    """Say a step, what it means, and all that a rule speaks of.

    Args:
        standing: Where an authority stands with a state.
        book: Steps and rules.
        kinds: Kinds by id.
        label: Names of parties.
        width: Columns to use.

    Raises:
        BadKnowledge: A finding's kind is not among ``kinds``.
    """
    step = book.step(standing.step)
    who = f"{safe(label(standing.authority))} and {safe(label(standing.state))} on {standing.day}"
    lines = [f"{who}: {step.says}.", step.reason]
    if standing.may_be:
        lines.append(f"It may be as much as “{book.step(standing.may_be).says}”: what tells so is of a later day.")
    rules = dict.fromkeys(each.rule for each in standing.reasons)
    lines += [f"Rule {rule}: {book.rule(rule).reason}" for rule in rules]
    text = "".join(f"{part}\n" for line in lines for part in wrap(line, width, subsequent_indent="  "))
    if not standing.grounds:
        return text
    return f"{text}\n{render(_grounds(standing, book, kinds, label), width=width)}"


def _grounds(standing: Standing[Finding], book: LadderBook, kinds: Mapping[str, Kind], label: Label) -> Table:
    short = short_ids(each.finding.id for each in standing.grounds)
    table = new_table("finding", "what stands", "shows", "holds", "credence")
    for each in standing.grounds:
        table.add_row(
            short[each.finding.id],
            Text(finding_sentence(each.finding, kinds, label)),
            Text(f"{book.step(each.step).says}\n{bearing(each, standing)}"),
            *_figures(each.finding, kinds),
        )
    return table


def bearing(ground: Ground[Stood], standing: Standing[Stood]) -> str:
    """Say what a ground does."""
    if ground.bearing == "reached" and ground.step != standing.step:
        return "stands, too"
    return _APART.get(ground.stands, "") if ground.bearing == "apart" else _BEARINGS[ground.bearing]


def standings_table(standings: Iterable[Standing[Finding]], label: Label) -> Table:
    """Lay out standings, a line each, with the best finding that each rests on.

    Args:
        standings: The standings, in the order in which they are to be shown.
        label: Names of parties.
    """
    chosen = list(standings)
    short = short_ids(ground.finding.id for each in chosen for ground in each.reasons)
    table = new_table("step", "state", "since", "credence", "origins", "finding")
    table.leading = 0
    for each in chosen:
        best = each.reasons[0].finding if each.reasons else None
        more = f"may be {each.may_be}" if each.may_be else nothing(each)
        table.add_row(
            each.step,
            Text(safe(label(each.state))),
            Text(begins(best.begins).removeprefix("from ") if best else more),
            f"{best.credence:.2f}" if best else "",
            str(best.origins) if best else "",
            short[best.id] if best else "",
        )
    return table


def turns_table(turns: Iterable[Standing[Finding]], kinds: Mapping[str, Kind], label: Label) -> Table:
    """Lay out the days on which steps changed, with what each then rested on.

    Args:
        turns: The standings of those days, in the order in which they are to be shown.
        kinds: Kinds by id.
        label: Names of parties.

    Raises:
        BadKnowledge: A finding's kind is not among ``kinds``.
    """
    chosen = list(turns)
    short = short_ids(ground.finding.id for each in chosen for ground in each.reasons)
    table = new_table("day", "state", "step", "because", "finding")
    for each in chosen:
        best = each.reasons[0].finding if each.reasons else None
        table.add_row(
            each.day.isoformat(),
            Text(safe(label(each.state))),
            each.step,
            Text(finding_sentence(best, kinds, label) if best else f"{nothing(each).capitalize()}."),
            short[best.id] if best else "",
        )
    return table


def nothing(standing: Standing[Stood]) -> str:
    """Say of what is recorded why it leads to no step."""
    return "; ".join(dict.fromkeys(bearing(each, standing) for each in standing.grounds))


def _figures(finding: Finding, kinds: Mapping[str, Kind]) -> tuple[Text, Text]:
    """Give interval, credence and number of origins, each short enough for a column."""
    return Text(holds(finding, kinds)), Text(f"{believed(finding)}\n{origins(finding.bounds, short=True)}")
