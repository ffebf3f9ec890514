"""A finding: its arithmetic, on whose words it rests, who says so and who does not, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Response

from credence.asking.findings import explained_to_plain, finding_of
from credence.asking.names import label
from credence.catalog.charts import load_chart_style
from credence.catalog.kinds import load_kinds
from credence.errors import NotThere
from credence.judge import holds_on
from credence.model.finding import Finding
from credence.model.origin import Origin, TracedClaim
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.files import Form
from credence.serve.page.frame import Frame
from credence.serve.page.history import Version, gone, versions_of
from credence.serve.page.parts import Line, Papers, downloads, line_of, published_by, quote_of
from credence.serve.page.question import Asked, PageQuestion
from credence.show import claim_sentence, finding_sentence
from credence.show.chart import Caption
from credence.show.conflict import speaker
from credence.show.difference import holds_line
from credence.show.explain import by_origin, sides
from credence.show.graph import origins_graph
from credence.show.words import voices, when

router = APIRouter()

Id = Annotated[str, Path(pattern="^f[0-9a-f]{3,15}$")]

_EDGES = {
    "states": "states it itself",
    "quotes": "quotes it",
    "cites": "cites it",
    "copy": "copies a text of it",
    "rewrite": "rewrites a text of it",
    "background": "tells it as background",
    "derived": "derives it from a figure of it",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of a document.

    Attributes:
        id: The claim's id.
        text: The words.
        read_as: What they were read as, as a sentence.
        when: Of when it is; empty where the words do not say.
        how: How the document relates to the origin.
        passed: Whose words they are and who passed them on; empty where nobody is named.
        source: The document: its title, or its id.
        about: Its publisher and date, as far as known.
        href: Where in the document the words stand, on our pages.
        pattern: The pattern that met them.
    """

    id: str
    text: str
    read_as: str
    when: str
    how: str
    passed: str
    source: str
    about: str
    href: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Root:
    """An origin with the claims that lead back to it.

    Attributes:
        name: Its name, and whether it has a part in the matter.
        known: Whether it is known to be a root of its own.
        claims: The claims.
    """

    name: str
    known: bool
    claims: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Those who say the same.

    Attributes:
        heading: What they say, and how many they are.
        denies: Whether that is that it is not so.
        roots: They.
    """

    heading: str
    denies: bool
    roots: tuple[Root, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The page.

    Attributes:
        id: Id of the finding.
        title: What stands, as a sentence without its full stop.
        line: What stands, with its figures.
        meaning: What its kind means.
        contrast: What it is not; and which kind that is.
        holds: Whether it holds on the day asked about; empty where none is.
        names: Who stands in it: name and the address of its findings.
        steps: How it was judged, a step each, arithmetic included.
        graph: The picture of its origins, as SVG.
        sides: Who says what.
        conflict: Whether anybody contradicts anybody.
        versions: What became of it, the latest first.
        downloads: Name and address of each form it can be had in.
    """

    id: str
    title: str
    line: Line
    meaning: str
    contrast: str
    holds: str
    names: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    graph: str
    sides: tuple[Side, ...]
    conflict: bool
    versions: tuple[Version, ...]
    downloads: tuple[tuple[str, str], ...]


@router.get("/finding/{finding}")
def finding(asked: Asked, finding: Id, form: Form = None) -> Response:
    """Show how a finding was judged, and on whose words."""
    if form is None:
        try:
            return asked.show("finding.html", lambda: _view(asked, finding))
        except NotThere:
            return asked.show("gone.html", lambda: gone(asked, finding))
    return asked.keep(f"finding-{finding}", form, lambda: _file(asked, finding, form))


def _found(asked: PageQuestion, wanted: str) -> tuple[Finding, Papers]:
    found = finding_of(asked.ledger, wanted, asked.moment.known)
    docs = {doc for each in found.claims for doc in (each.claim.doc, each.origin.doc)}
    return found, {each.id: each for each in asked.ledger.documents(known=asked.moment.known, ids=docs)}


def _view(asked: PageQuestion, wanted: str) -> View:
    found, papers = _found(asked, wanted)
    kind, day = load_kinds()[found.proposition.kind], asked.moment.day
    line, told = line_of(found, asked.frame, papers), tuple(_sides(found, asked.frame, papers))
    return View(
        id=found.id,
        title=line.says.removesuffix("."),
        line=line,
        meaning=kind.meaning,
        contrast=kind.contrast,
        holds=holds_line(day, holds_on(found, day)) if day else "",
        names=tuple((label(each), asked.frame.to("/findings", party=each)) for each in _parties(found)),
        steps=found.reasons,
        graph=_graph(found, papers, asked.frame),
        sides=told,
        conflict=len({each.denies for each in told}) > 1,
        versions=tuple(versions_of(asked, found.id)),
        downloads=downloads(asked.frame, "csv", "json", "svg"),
    )


def _parties(found: Finding) -> list[str]:
    """Give the parties that stand in it, by name."""
    return sorted((each for each in found.names if label(each) != each and each != "*"), key=label)


def _graph(found: Finding, papers: Papers, frame: Frame | None) -> str:
    title = f"On whose words it rests: {finding_sentence(found, load_kinds(), label)}"
    caption = Caption("origins", title, "", "" if frame else load_chart_style())
    href = (lambda doc: frame.to(f"/document/{doc}")) if frame else None
    return origins_graph(found, label, papers.get, caption, href)


def _sides(found: Finding, frame: Frame, papers: Papers) -> Iterator[Side]:
    for heading, claims in sides(found):
        roots = tuple(_root(origin, group, frame, papers) for origin, group in by_origin(claims))
        yield Side(heading, claims[0].claim.polarity == "denied", roots)


def _root(origin: Origin, claims: list[TracedClaim], frame: Frame, papers: Papers) -> Root:
    return Root(speaker(origin, label), origin.known, tuple(_said(each, frame, papers) for each in claims))


def _said(traced: TracedClaim, frame: Frame, papers: Papers) -> Said:
    claim, paper = traced.claim, papers.get(traced.claim.doc)
    return Said(
        id=claim.id,
        text=quote_of(claim),
        read_as=claim_sentence(claim, load_kinds(), label),
        when=when(claim.when) if claim.when else "",
        how=_EDGES.get(traced.edge, traced.edge),
        passed=voices(claim.voices, label),
        source=(paper.title if paper else None) or claim.doc,
        about=published_by(paper),
        href=f"{frame.to(f'/document/{claim.doc}')}#{claim.id}",
        pattern=claim.pattern,
    )


def _file(asked: PageQuestion, wanted: str, form: str) -> bytes:
    found, papers = _found(asked, wanted)
    if form == "json":
        return written({"known": asked.moment.known, **explained_to_plain(found, asked.moment.day)})
    if form == "svg":
        return _graph(found, papers, None).encode()
    head = ("finding", "claim", "polarity", "origin", "edge", "voices", "document", "title", "publisher", "published",
            "start", "end", "words")  # fmt: skip
    return files.table(head, (_cells(found, each, papers) for each in found.claims))


def _cells(found: Finding, traced: TracedClaim, papers: Papers) -> tuple[object, ...]:
    claim, paper = traced.claim, papers.get(traced.claim.doc)
    about = (paper.title, paper.publisher, paper.published) if paper else (None, None, None)
    origin, quote = speaker(traced.origin, label), claim.quote
    return (found.id, claim.id, claim.polarity, origin, traced.edge, voices(claim.voices, label), claim.doc, *about,
            quote.start, quote.end, quote.text)  # fmt: skip
