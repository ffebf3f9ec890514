"""A party with all its counterparts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Response

from credence.asking.counterparts import Counterpart, counterparts_of
from credence.asking.days import one_day
from credence.asking.ladder import standings_of
from credence.asking.names import label, party_at, party_of
from credence.catalog.ladder import NONE, load_ladder
from credence.catalog.parties import load_parties
from credence.exchange.parties import names_on
from credence.model.party import Party
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.files import Form
from credence.serve.page.parts import downloads
from credence.serve.page.question import Asked, PageQuestion
from credence.show.words import day as said
from credence.show.words import spell

router = APIRouter()

_CLASSES = {"state": "state or territory", "authority": "authority", "organisation": "organisation", "group": "group"}
_HEAD = ("party", "name", "class", "step", "findings", "contested", "about")


@dataclass(frozen=True, slots=True)
class Row:
    """A counterpart.

    Attributes:
        id: Its id.
        name: Its name.
        cls: What sort of party it is.
        href: The dossier of the two.
        step: The step of the ladder between the two; empty where there is none.
        findings: How many findings both stand in.
        contested: How many of these are contested.
        about: Families of kinds with numbers, in words.
        list: Address of these findings as a list.
    """

    id: str
    name: str
    cls: str
    href: str
    step: str
    findings: int
    contested: int
    about: str
    list: str


@dataclass(frozen=True, slots=True)
class View:
    """The party.

    Attributes:
        id: Its id.
        name: Its name.
        cls: What sort of party it is.
        day: The day, in words.
        governs: Id and name of the state whose government it claims; None where it claims none.
        rivals: Id and name of the authorities that claim to govern it, or the same state.
        spells: When it held power, in words; empty where that does not apply.
        names: What it is called on the day.
        rows: Its counterparts.
        downloads: Name and address of each form in which this can be had.
    """

    id: str
    name: str
    cls: str
    day: str
    governs: tuple[str, str] | None
    rivals: tuple[tuple[str, str], ...]
    spells: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    downloads: tuple[tuple[str, str], ...]


@router.get("/party/{name}")
def party(asked: Asked, name: Annotated[str, Path(max_length=200)], form: Form = None) -> Response:
    """Show a party."""
    if asked.moment.day is None:
        return asked.today()
    day, id_ = one_day(asked.moment.day), party_at(name)

    def found() -> tuple[Counterpart, ...]:
        return counterparts_of(asked.ledger, id_, day=day.isoformat(), known=asked.moment.known)

    if form == "json":
        told = {"party": id_, "on": day.isoformat(), "known": asked.moment.known}
        return asked.keep(f"party-{id_}-{day}", form, lambda: written({**told, "items": list(map(asdict, found()))}))
    if form is not None:
        return asked.keep(f"party-{id_}-{day}", "csv", lambda: _file(_rows(asked, id_, day, found())))
    return asked.show("party.html", lambda: _view(asked, party_of(id_), day, found()))


def _view(asked: PageQuestion, about: Party, day: date, found: tuple[Counterpart, ...]) -> View:
    others = [each for each in load_parties() if each.cls == "authority" and each.id != about.id]
    state = about.id if about.cls == "state" else about.of
    return View(
        id=about.id,
        name=about.label,
        cls=_CLASSES[about.cls],
        day=said(day.isoformat()),
        governs=(about.of, label(about.of)) if about.of else None,
        rivals=tuple((each.id, each.label) for each in others if state and each.of == state),
        spells=tuple(spell(each).removesuffix("..") for each in about.spells),
        names=tuple(dict.fromkeys(each for each in names_on(about, day.isoformat()) if each != about.label)),
        rows=tuple(_rows(asked, about.id, day, found)),
        downloads=downloads(asked.frame, "csv", "json"),
    )


def _rows(asked: PageQuestion, id_: str, day: date, found: tuple[Counterpart, ...]) -> Iterator[Row]:
    book, own = load_ladder(), party_of(id_)
    standings = standings_of(asked.ledger, id_, day, known=asked.moment.known, judged=asked.desk.dealings)
    steps = {each.state: book.step(each.step).says for each in standings if each.step != NONE}
    for each in found:
        other = party_of(each.id)
        # The ladder is one of an authority: where only the other side is one, it is asked from there.
        turned = other.cls == "authority" and own.cls != "authority"
        two = (each.id, id_) if turned else (id_, each.id)
        yield Row(
            id=each.id,
            name=other.label,
            cls=_CLASSES[other.cls],
            href=asked.frame.dossier(*two),
            step=steps.get(each.id, ""),
            findings=each.findings,
            contested=each.contested,
            about=", ".join(f"{family} {number}" for family, number in each.families),
            list=asked.frame.to("/findings", party=id_, with_=each.id),
        )


def _file(rows: Iterator[Row]) -> bytes:
    cells = ((each.id, each.name, each.cls, each.step, each.findings, each.contested, each.about) for each in rows)
    return files.table(_HEAD, cells)
