"""Headlines: verbs without their auxiliaries, what is to come, and all of it with capitals throughout."""

import re

import pytest

from credence.flow import read_document
from credence.model.document import Document

Claims = list[tuple[str, str, dict[str, object]]]

SMALL = {"a", "to", "in", "on", "by", "from", "with", "and", "of", "the", "over"}
HEADLINES: list[tuple[str, Claims]] = [
    ("Peru to sever ties with Chad", [("ties.sever", "planned", {"parties": ("pe", "td")})]),
    (
        "Mali to reopen embassy in Lima",
        [("mission.open", "planned", {"city": "Lima", "host": "pe", "operator": "ml", "post": "embassy"})],
    ),
    ("Peru severs ties with Chad", [("ties.sever", "actual", {"parties": ("pe", "td")})]),
    (
        "Sudan removed from U.S. terrorism list",
        [("listing.remove", "actual", {"lister": "us", "target": "sd", "list": "terrorism"})],
    ),
    (
        "Chad added to Peru's sanctions list",
        [("listing.add", "actual", {"lister": "pe", "target": "td", "list": "sanctions"})],
    ),
    (
        "Hamas designated a terrorist group by Peru",
        [("listing.add", "actual", {"lister": "pe", "target": "hamas", "list": "terrorism"})],
    ),
    (
        "Peru, the first state to recognise Kosovo",
        [("recognition.grant", "actual", {"as": "state", "recognized": "xk", "recognizer": "pe"})],
    ),
    (
        "Peru expels Chadian envoy over remarks",
        [("envoy.expel", "actual", {"host": "pe", "rank": "diplomat", "sender": "td"})],
    ),
]


def claims_in(headline: str) -> Claims:
    text = f"{headline}\n\nThe foreign ministry made it known on Monday, and the opposition was angry."
    made = read_document(Document("d", text, None, "2024-05-08")).claims
    return [(claim.kind, claim.mood, dict(claim.roles)) for claim in made if claim.quote.end <= len(headline)]


def capitalized(headline: str) -> str:
    return re.sub(r"(?<![\w'.])[a-z]\w*", lambda word: word[0] if word[0] in SMALL else word[0].capitalize(), headline)


@pytest.mark.parametrize(("headline", "claims"), HEADLINES)
def test_what_a_headline_tells(headline: str, claims: Claims) -> None:
    assert claims_in(headline) == claims


@pytest.mark.parametrize(("headline", "claims"), HEADLINES)
def test_capitals_throughout_change_nothing(headline: str, claims: Claims) -> None:
    assert capitalized(headline) != headline
    assert claims_in(capitalized(headline)) == claims
