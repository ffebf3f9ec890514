"""The graph of origins: boxes and lines for who said so, who passed it on, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

from credence.model.claim import Claim, Quote, Voice
from credence.model.document import Document
from credence.model.finding import End, Finding, Proposition
from credence.model.origin import Origin, TracedClaim
from credence.model.sighting import Polarity
from credence.show.chart import Caption
from credence.show.graph import MOST, origins_graph

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption("g", "Whose words", "")
HOSTILE = "<script>alert(1)</script>\"'&]]>\x00"


def traced(doc: str, origin: Origin, edge: str, *voices: str, polarity: Polarity = "affirmed") -> TracedClaim:
    roles = (("host", "cn"), ("sender", "taliban"))
    said = tuple(map(Voice, voices))
    quote = Quote(0, 3, "abc")
    claim = Claim(doc, "0" * 64, "envoy.accept", roles, polarity, "actual", None, None, said, quote, "p")
    return TracedClaim(claim, origin, edge)


def finding(*claims: TracedClaim) -> Finding:
    about = Proposition("envoy.accept", (("host", "cn"), ("sender", "taliban")), "actual")
    end = End("unknown")
    yes = tuple({each.origin for each in claims if each.claim.polarity == "affirmed"})
    no = tuple({each.origin for each in claims if each.claim.polarity == "denied"})
    docs = len({each.claim.doc for each in claims})
    return Finding("f1", about, (), end, end, 0.9, "supported", yes, no, docs, claims, ())


def drawn(*claims: TracedClaim, href: bool = False) -> ET.Element:
    svg = origins_graph(
        finding(*claims), str, lambda _: None, CAPTION, (lambda doc: f"/document/{doc}") if href else None
    )
    return ET.fromstring(svg)  # noqa: S314 - our own output


def texts(tree: ET.Element) -> list[str]:
    return [each.text or "" for each in tree.iter(f"{SVG}text")]


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name) or 0)


def boxes(tree: ET.Element) -> dict[str, tuple[float, float, float, float]]:
    found = {}
    for group in tree.iter(f"{SVG}g"):
        if "chart-box" in (group.get("class") or ""):
            rect, title = group.find(f"{SVG}rect"), group.find(f"{SVG}title")
            assert rect is not None
            assert title is not None
            found[title.text or ""] = (
                number(rect, "x"),
                number(rect, "y"),
                number(rect, "width"),
                number(rect, "height"),
            )
    return found


SPEAKER = Origin("o1", "Ana Prado", None, "a", interested=False)
AGENCY = Origin("o2", "Harbour Wire", None, "wire", interested=False, known=False)


def test_a_speaker_stands_left_of_who_passes_on_and_of_documents() -> None:
    tree = drawn(traced("a", SPEAKER, "quotes", "Ana Prado", "Harbour Wire"))
    found = boxes(tree)
    assert found["Ana Prado"][0] < found["Harbour Wire (passes it on)"][0] < found["a"][0]
    assert [each for each in texts(tree) if each in ("tells", "quotes")] == ["tells", "quotes"]


def test_what_is_copied_stands_between() -> None:
    tree = drawn(traced("wire", AGENCY, "states"), traced("copy", AGENCY, "copy"))
    found = boxes(tree)
    assert found["Harbour Wire (may rest on another)"][0] < found["wire"][0] < found["copy"][0]
    assert sorted(each for each in texts(tree) if each in ("states", "copy")) == ["copy", "copy", "states"]


def test_an_edge_says_its_type_and_a_denial_is_told_without_colour() -> None:
    told = texts(drawn(traced("a", SPEAKER, "quotes"), traced("b", AGENCY, "states", polarity="denied")))
    assert "quotes" in told
    assert "✕ denies, states" in told


def test_who_has_a_part_in_it_is_said_to() -> None:
    interested = replace(SPEAKER, party="taliban", interested=True, against_interest=True)
    assert "Ana Prado (taliban, a party to it, against its interest)" in boxes(drawn(traced("a", interested, "quotes")))


def test_boxes_of_a_column_do_not_overlap() -> None:
    claims = [traced(f"d{n:02}", replace(SPEAKER, id=f"o{n % 5}", name=f"N{n % 5}"), "quotes") for n in range(20)]
    placed = sorted(boxes(drawn(*claims)).values())
    for (x, y, _, height), (other_x, other_y, _, _) in pairwise(placed):
        assert x != other_x or y + height < other_y


def test_more_documents_than_there_is_room_for_are_counted() -> None:
    tree = drawn(*(traced(f"d{n:03}", SPEAKER, "quotes") for n in range(MOST + 7)))
    assert len(boxes(tree)) == MOST + 1
    described = tree.find(f"{SVG}desc")
    assert described is not None
    assert f"{MOST} documents on the right. 7 documents more" in (described.text or "")


def test_it_is_told_to_those_who_do_not_see_it() -> None:
    tree = drawn(traced("a", SPEAKER, "quotes"))
    assert tree.get("role") == "img"
    assert tree.get("aria-labelledby") == "g-title g-description"
    assert drawn(traced("a", SPEAKER, "quotes"), href=True).get("role") == "group"


def test_names_are_hostile() -> None:
    svg = origins_graph(
        finding(traced(HOSTILE, replace(SPEAKER, name=HOSTILE), "quotes", HOSTILE, HOSTILE)), str,
        lambda doc: Document(doc, "", publisher=HOSTILE, published=HOSTILE), CAPTION, lambda _: "/document/x",
    )  # fmt: skip
    assert "<script" not in svg
    ET.fromstring(svg)  # noqa: S314 - our own output


def test_it_is_the_same_whatever_the_order() -> None:
    claims = [traced("a", SPEAKER, "quotes"), traced("b", AGENCY, "states"), traced("c", AGENCY, "copy")]
    assert ET.tostring(drawn(*claims)) == ET.tostring(drawn(*reversed(claims)))


def test_without_claims_there_is_nothing_to_draw() -> None:
    assert origins_graph(finding(), str, lambda _: None, CAPTION) == ""
