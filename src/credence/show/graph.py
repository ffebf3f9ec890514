"""Origins of a finding as a graph: who said so, who passed it on, and the documents in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from credence.model.claim import Voice
from credence.model.document import Document
from credence.model.finding import Finding
from credence.model.origin import TracedClaim
from credence.show.chart import WIDTH, Caption, chart
from credence.show.markup import attributes, checked_link, element, escaped
from credence.show.words import Label, day, many, safe, voice

MOST = 24
"""Documents drawn; a table beside has the rest."""

_COPIED = ("copy", "rewrite")
_PORT = 19.0  # units between two lines at one box
_LEAST = 42.0  # units a box is high, which two lines of text need
_GAP = 14.0  # units between two boxes
_A_CHARACTER = 7.0  # units, about, that a character is wide
_LAYERS = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the graph.

    Attributes:
        id: What it stands for, each once.
        layer: 0 for an origin, 1 for who passes words on or whose text is copied, 2 for all other documents.
        name: What it is called.
        about: What is to be known of it; empty for nothing.
        href: Where it leads; None for nowhere.
    """

    id: tuple[str, str]
    layer: int
    name: str
    about: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two boxes.

    Attributes:
        start: Id of the one.
        end: Id of the other.
        says: What the one is to the other: "quotes", "copy".
        denies: Whether what goes along it is that it is not so.
    """

    start: tuple[str, str]
    end: tuple[str, str]
    says: str
    denies: bool


@dataclass(frozen=True, slots=True)
class _Box:
    """A box with its place.

    Attributes:
        node: What is in it.
        x: Units to its left side.
        y: Units down to its upper side.
        width: Units it is wide.
        height: Units it is high.
    """

    node: Node
    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class _Graph:
    """Boxes and lines, each once, in the order they were met."""

    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    lines: dict[Line, None] = field(default_factory=dict)

    def add(self, node: Node) -> Node:
        return self.nodes.setdefault(node.id, node)

    def join(self, start: Node, end: Node, says: str, *, denies: bool) -> None:
        self.lines.setdefault(Line(start.id, end.id, says, denies))


def origins_graph(
    finding: Finding,
    label: Label,
    document: Callable[[str], Document | None],
    caption: Caption,
    href: Callable[[str], str] | None = None,
) -> str:
    """Draw on whose words a finding rests, from left to right: speakers, who passed their words on, documents.

    Args:
        finding: The finding.
        label: Names of parties.
        document: Gives a document by its id, or None where it is not at hand.
        caption: What the picture is called; its description is written here.
        href: Gives where a document's box leads; None for nowhere.

    Returns:
        An SVG element; empty where the finding has no claims.
    """
    claims = _some(finding.claims)
    if not claims:
        return ""
    graph = _graph(claims, label, document, href)
    boxes = _placed(graph)
    height = max(box.y + box.height for box in boxes.values()) + _GAP
    caption = Caption(caption.prefix, caption.title, _described(finding, claims), caption.style)
    parts = [*_lines(graph, boxes, caption.prefix), *map(_box, boxes.values())]
    return chart(caption, [_heads(caption.prefix), *parts], height, linked=href is not None)


def _some(claims: Sequence[TracedClaim]) -> list[TracedClaim]:
    """Leave out claims of documents for which there is no room; each origin's first come first."""
    turns: dict[str, int] = {}
    order = []
    for each in sorted(claims, key=lambda each: (each.origin.id, each.claim.doc, each.claim.id)):
        turns[each.origin.id] = turns.get(each.origin.id, -1) + 1
        order.append((turns[each.origin.id], each.claim.polarity == "denied", each.origin.name, each.claim.id, each))
    ordered = [each for *_, each in sorted(order, key=lambda one: one[:4])]
    docs = [*dict.fromkeys(each.claim.doc for each in ordered)][:MOST]
    return [each for each in ordered if each.claim.doc in docs]


def _graph(
    claims: Sequence[TracedClaim],
    label: Label,
    document: Callable[[str], Document | None],
    href: Callable[[str], str] | None,
) -> _Graph:
    copied = {each.origin.doc for each in claims if each.edge in _COPIED and each.origin.doc != each.claim.doc}

    def paper(doc: str) -> Node:
        found = document(doc)
        about = ", ".join(part for part in _about(found) if part) if found else ""
        return Node(("document", doc), 1 if doc in copied else 2, doc, about, checked_link(href(doc)) if href else None)

    edges = {(each.origin.id, each.claim.doc): each.edge for each in claims}
    graph = _Graph()
    for each in claims:
        denies = each.claim.polarity == "denied"
        before = graph.add(_origin(each, label))
        if each.edge in _COPIED and each.origin.doc != each.claim.doc:
            source = graph.add(paper(each.origin.doc))
            graph.join(before, source, edges.get((each.origin.id, each.origin.doc), "states"), denies=denies)
            before = source
        elif len(each.claim.voices) > 1:
            names = ", then ".join(safe(said.name) for said in each.claim.voices[1:])
            passing = graph.add(Node(("voice", names), 1, names, "passes it on"))
            graph.join(before, passing, "tells", denies=denies)
            before = passing
        graph.join(before, graph.add(paper(each.claim.doc)), each.edge, denies=denies)
    return graph


def _about(document: Document) -> tuple[str, str]:
    return safe(document.publisher or ""), day(document.published) if document.published else ""


def _origin(traced: TracedClaim, label: Label) -> Node:
    origin = traced.origin
    marks = [label(origin.party)] if origin.party and label(origin.party) != origin.name else []
    marks += ["a party to it"] * origin.interested + ["against its interest"] * origin.against_interest
    marks += ["may rest on another"] * (not origin.known)
    return Node(("origin", origin.id), 0, voice(Voice(origin.name), label), ", ".join(map(safe, marks)))


def _placed(graph: _Graph) -> dict[tuple[str, str], _Box]:
    """Give every box its place: layer by layer, each beside those that lead to it."""
    layers = [[node for node in graph.nodes.values() if node.layer == layer] for layer in _LAYERS]
    for at in _LAYERS[1:]:
        rank = {node.id: index for layer in layers[:at] for index, node in enumerate(layer)}
        layers[at].sort(key=lambda node: _beside(graph, node, rank))
    width = 196.0 if layers[1] else 268.0
    columns = {0: 1.0, 1: (WIDTH - width) / 2, 2: WIDTH - width - 1}
    heights = [sum(_height(graph, node) + _GAP for node in layer) for layer in layers]
    boxes = {}
    for layer, high in zip(layers, heights, strict=True):
        y = 1.0 + (max(heights) - high) / 2
        for node in layer:
            boxes[node.id] = _Box(node, columns[node.layer], y, width, _height(graph, node))
            y += _height(graph, node) + _GAP
    return boxes


def _beside(graph: _Graph, node: Node, rank: Mapping[tuple[str, str], int]) -> tuple[float, tuple[str, str]]:
    before = [rank.get(line.start, 0) for line in graph.lines if line.end == node.id]
    return (sum(before) / len(before) if before else 0.0), node.id


def _height(graph: _Graph, node: Node) -> float:
    into = sum(line.end == node.id for line in graph.lines)
    out = sum(line.start == node.id for line in graph.lines)
    return max(_LEAST, _PORT * max(into, min(out, 3)) + 6)


def _box(box: _Box) -> str:
    node = box.node
    room = int((box.width - 16) / _A_CHARACTER)
    middle = box.y + box.height / 2
    first = middle - 3 if node.about else middle + 5
    place = attributes(
        x=f"{box.x:.1f}", y=f"{box.y:.1f}", width=f"{box.width:.1f}", height=f"{box.height:.1f}",
        rx="2" if node.id[0] == "document" else "16",
    )  # fmt: skip
    whole = f"{node.name} ({node.about})" if node.about else node.name
    words = element("text", _cut(node.name, room), x=f"{box.x + 9:.1f}", y=f"{first:.1f}", class_="chart-label")
    if node.about:
        words += element("text", _cut(node.about, room + 4), x=f"{box.x + 9:.1f}", y=f"{middle + 13:.1f}",
                         class_="chart-date")  # fmt: skip
    drawn = f'<g class="chart-box chart-{node.id[0]}">{element("title", whole)}<rect{place}/>{words}</g>'
    return f'<a href="{escaped(node.href)}">{drawn}</a>' if node.href else drawn


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def _lines(graph: _Graph, boxes: Mapping[tuple[str, str], _Box], prefix: str) -> Iterator[str]:
    """Draw the lines, each to a place of its own at the box where it ends, with its words there."""
    for id_, end in boxes.items():
        into = sorted((line for line in graph.lines if line.end == id_), key=lambda line: boxes[line.start].y)
        for at, line in enumerate(into):
            y = end.y + end.height / 2 + _PORT * (at - (len(into) - 1) / 2)
            yield _line(line, boxes[line.start], end.x, y, prefix)


def _line(line: Line, start: _Box, x: float, y: float, prefix: str) -> str:
    left, top = start.x + start.width, start.y + start.height / 2
    middle = (left + x) / 2
    path = attributes(
        d=f"M{left:.1f} {top:.1f}C{middle:.1f} {top:.1f} {middle:.1f} {y:.1f} {x - 5:.1f} {y:.1f}",
        marker_end=f"url(#{prefix}-head)",
        class_=f"chart-edge chart-{line.says}",
    )
    says = f"✕ denies, {line.says}" if line.denies else line.says
    words = element("text", says, x=f"{x - 9:.1f}", y=f"{y - 4:.1f}", text_anchor="end", class_="chart-date")
    return f'<g class="{"chart-denies" if line.denies else "chart-affirms"}"><path{path}/>{words}</g>'


def _heads(prefix: str) -> str:
    names = attributes(id=f"{prefix}-head", markerWidth="7", markerHeight="7", refX="5", refY="3.5", orient="auto")
    return f'<defs><marker{names}><path class="chart-head" d="M0 0 7 3.5 0 7z"/></marker></defs>'


def _described(finding: Finding, claims: Sequence[TracedClaim]) -> str:
    """Say what the picture shows, for those who do not see it."""
    drawn = len({each.claim.doc for each in claims})
    left = f" {many(finding.documents - drawn, 'document')} more are in the table." if finding.documents > drawn else ""
    sides = f"{many(len(finding.origins_for), 'origin')} for it and {len(finding.origins_against)} against it"
    return f"{sides}, on the left, lead to {many(drawn, 'document')} on the right.{left} The list beside says the same."
