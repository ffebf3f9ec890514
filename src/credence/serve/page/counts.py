"""Numbers claimed of a party beside what can be located, unit by unit; units are never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import RedirectResponse

from credence.asking.counts import counts_of
from credence.asking.days import one_day
from credence.asking.names import label, party_at, party_id
from credence.catalog.charts import load_chart_style
from credence.errors import NotThere
from credence.exchange.counts import counts_to_plain
from credence.model.counts import Counted, Located, UnitCounts
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.choosing import Choice, authorities, choices
from credence.serve.page.files import Form
from credence.serve.page.parts import Line, downloads, line_of, place_of, posts_of
from credence.serve.page.question import Asked, PageQuestion
from credence.show.chart import Caption
from credence.show.claimed import claimed_chart
from credence.show.counts import STANDS, cause_words, difference_of, located_words, number_words, speaker_of
from credence.show.words import count, voice
from credence.show.words import day as said

router = APIRouter()

_HEAD = (
    *("unit", "what", "number", "where", "by whom", "interested", "dated", "stands"),
    *("origins", "documents", "located", "difference", "credence", "status", "finding"),
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that somebody claims.

    Attributes:
        says: It in words.
        by: Who claims it.
        interested: Whether that is a party to it.
        dated: The first and last day of which it is claimed.
        located: How many are located; a dash where nothing can be.
        difference: How many more are claimed than located.
        explanations: What could explain that.
        line: The finding.
    """

    says: str
    by: str
    interested: bool
    dated: tuple[str, ...]
    located: str
    difference: str
    explanations: tuple[str, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class Place:
    """One of what is counted.

    Attributes:
        where: Host and city.
        href: The dossier of the party and the host; empty where nobody names it.
        told: Posts or ranks it is told under.
        stands: Whether it stands on the day, in words.
        line: What it rests on best.
    """

    where: str
    href: str
    told: str
    stands: str
    line: Line


@dataclass(frozen=True, slots=True)
class Section:
    """A unit.

    Attributes:
        id: Its id.
        says: It in words, in the plural.
        located: How many are located, in words; empty where nothing can be listed one by one.
        chart: Numbers and what is located, as a chart that is safe.
        numbers: The numbers.
        places: What is located.
        apart: What is recorded, and does not stand on the day.
    """

    id: str
    says: str
    located: str
    chart: str
    numbers: tuple[Number, ...]
    places: tuple[Place, ...]
    apart: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The counts.

    Attributes:
        id: Id of the party.
        party: Its name.
        day: The day, in words.
        choices: Parties to choose from.
        sections: The units.
        downloads: Name and address of each form in which this can be had.
    """

    id: str
    party: str
    day: str
    choices: tuple[Choice, ...]
    sections: tuple[Section, ...]
    downloads: tuple[tuple[str, str], ...]


@router.get("/counts")
def chosen(asked: Asked, party: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Lead to the counts of the party that is chosen, or of the one of whom most is told."""
    found = party_id(party) if party else next(iter(authorities(asked)), None)
    if found is None:
        return asked.show("empty.html", lambda: None)
    return RedirectResponse(asked.frame.to(f"/counts/{found}"), 303, {"Cache-Control": "no-store"})


@router.get("/counts/{name}")
def counts(
    asked: Asked,
    name: Annotated[str, Path(max_length=200)],
    form: Form = None,
    unit: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show the numbers claimed of a party."""
    if asked.moment.day is None:
        return asked.today()
    day, party = one_day(asked.moment.day), party_at(name)

    def found() -> tuple[UnitCounts, ...]:
        return counts_of(asked.ledger, party, day, known=asked.moment.known, gather=asked.desk.gather)

    if form == "json":
        told = {"party": party, "on": day.isoformat(), "known": asked.moment.known}
        return asked.keep(f"counts-{party}-{day}", form, lambda: written({**told, "items": _plain(found())}))
    if form == "svg":
        return asked.keep(f"counts-{party}-{unit}-{day}", form, lambda: _picture(found(), unit, party))
    if form is not None:
        return asked.keep(f"counts-{party}-{day}", "csv", lambda: files.table(_HEAD, _cells(found())))
    return asked.show("counts.html", lambda: _view(asked, party, day, found()))


def _picture(found: Iterable[UnitCounts], unit: str, party: str) -> bytes:
    """Draw the chart of a unit.

    Raises:
        NotThere: If there is none.
    """
    for each in found:
        if each.unit == unit and each.can_be_located:
            return chart_of(each, label(party), load_chart_style()).encode("utf-8", "replace")
    raise NotThere(f"unit “{unit}”", "nobody claims a number in it, or nothing in it can be located", "see the page")


def _plain(found: Iterable[UnitCounts]) -> list[object]:
    return [counts_to_plain(each) for each in found]


def _view(asked: PageQuestion, party: str, day: date, found: Sequence[UnitCounts]) -> View:
    return View(
        id=party,
        party=label(party),
        day=said(day.isoformat()),
        choices=choices(asked, party),
        sections=tuple(_section(asked, party, each) for each in found),
        downloads=(
            *downloads(asked.frame, "csv", "json"),
            *(
                (f"SVG of {each.says}", asked.frame.here(format="svg", unit=each.unit))
                for each in found
                if each.can_be_located
            ),
        ),
    )


def _section(asked: PageQuestion, party: str, unit: UnitCounts) -> Section:
    return Section(
        id=unit.unit,
        says=unit.says,
        located=located_words(unit) if unit.can_be_located else "",
        chart=chart_of(unit, label(party)),
        numbers=tuple(_number(asked, unit, each) for each in unit.claimed),
        places=tuple(_place(asked, party, each) for each in unit.located),
        apart=tuple(_place(asked, party, each) for each in unit.apart),
    )


def chart_of(unit: UnitCounts, party: str, style: str = "") -> str:
    """Draw the numbers of a unit beside what is located; nothing where that cannot be.

    Args:
        unit: The unit.
        party: Name of the party.
        style: Its stylesheet, where it stands alone.
    """
    if not unit.can_be_located:
        return ""
    caption = Caption(
        unit.unit,
        f"{party}: {unit.says} claimed and located",
        "A bar for what is located: full what is certain, pale what has an end unknown, hatched what is not settled. A "
        "diamond for each number claimed, an arrow where it is said to be more or fewer.",
        style,
    )
    claimed = [(each, claimed_by(each)) for each in unit.claimed]
    return claimed_chart(claimed, unit.located, caption, says=f"Located: {unit.says}")


def claimed_by(number: Counted) -> str:
    """Say a number, and who claims it."""
    return f"{_says(number)}, {_by(number)}"


def _says(number: Counted) -> str:
    return number_words(number, label).replace("\n", " ")


def _by(number: Counted) -> str:
    return voice(speaker_of(number), label)


def _number(asked: PageQuestion, unit: UnitCounts, number: Counted) -> Number:
    return Number(
        says=_says(number),
        by=_by(number),
        interested=number.interested,
        dated=tuple(dict.fromkeys((number.days[0], number.days[-1]))) if number.days else ("no date",),
        located=str(number.located) if unit.can_be_located else "–",
        difference=difference_of(number) if unit.can_be_located else "–",
        explanations=tuple(map(cause_words, number.explanations)),
        line=line_of(number.finding, asked.frame),
    )


def _place(asked: PageQuestion, party: str, place: Located) -> Place:
    return Place(
        where=place_of(place, "a place that nobody names"),
        href=asked.frame.dossier(party, place.where) if place.where else "",
        told=posts_of(place, "–"),
        stands=STANDS[place.stands],
        line=line_of(place.findings[0], asked.frame),
    )


def _cells(found: Iterable[UnitCounts]) -> Iterator[Sequence[object]]:
    for unit in found:
        for each in unit.claimed:
            finding = each.finding
            dated = " to ".join(dict.fromkeys((each.days[0], each.days[-1]))) if each.days else ""
            yield (
                *(unit.unit, "claimed", count(each.value), each.scope, _by(each), each.interested, dated, each.mood),
                *(each.origins, each.documents, each.located, difference_of(each)),
                *(f"{finding.credence:.2f}", finding.status, finding.id),
            )
        for place in (*unit.located, *unit.apart):
            best = place.findings[0]
            yield (
                *(unit.unit, "located", "", place_of(place), "", "", best.begins.date, STANDS[place.stands]),
                *(best.origins, best.documents, "", "", f"{best.credence:.2f}", best.status, best.id),
            )
