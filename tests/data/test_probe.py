"""One act said in many ways differs only where it should: in polarity, mood and voice."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from credence.flow import read_document
from credence.model.claim import Claim
from credence.model.document import Document


@dataclass(frozen=True)
class Act:
    """An act as a subject, the forms of a verb, and the rest."""

    kind: str
    subject: str
    base: str
    past: str
    participle: str
    rest: str


ACTS = (
    Act("recognition.grant", "Norway", "recognise", "recognised", "recognised", "Kosovo"),
    Act("recognition.withdraw", "Malawi", "withdraw", "withdrew", "withdrawn", "its recognition of Kosovo"),
    Act("mission.open", "Norway", "open", "opened", "opened", "an embassy in Lima"),
    Act("mission.close", "Canada", "close", "closed", "closed", "its embassy in Tehran"),
    Act("envoy.appoint", "Peru", "appoint", "appointed", "appointed", "an ambassador to Kenya"),
    Act("envoy.accept", "China", "accept", "accepted", "accepted", "an ambassador from the Taliban"),
    Act("envoy.expel", "Kenya", "expel", "expelled", "expelled", "three Russian diplomats"),
    Act("envoy.recall", "Peru", "recall", "recalled", "recalled", "its ambassador to Kenya"),
    Act("ties.sever", "Bolivia", "sever", "severed", "severed", "diplomatic relations with Israel"),
    Act("ties.restore", "Egypt", "restore", "restored", "restored", "diplomatic relations with Iran"),
    Act(
        "listing.remove", "Kazakhstan", "remove", "removed", "removed", "the Taliban from its list of terrorist groups"
    ),
    Act("force.withdraw", "France", "withdraw", "withdrew", "withdrawn", "its troops from Mali"),
)

# name, sentence, polarity, mood
VERSIONS = (
    ("asserted", "{subject} {past} {rest}.", "affirmed", "actual"),
    ("asserted", "{subject} has {participle} {rest}.", "affirmed", "actual"),
    ("asserted", "{subject} became the first country that {past} {rest}.", "affirmed", "actual"),
    ("denied", "{subject} did not {base} {rest}.", "denied", "actual"),
    ("denied", "{subject} has never {participle} {rest}.", "denied", "actual"),
    ("denied", "{subject} denied that it had {participle} {rest}.", "denied", "actual"),
    ("denied", "{subject} has yet to {base} {rest}.", "denied", "actual"),
    ("possible", "{subject} may {base} {rest}.", "affirmed", "possible"),
    ("possible", "{subject} is considering whether to {base} {rest}.", "affirmed", "possible"),
    ("conditional", "{subject} will {base} {rest} if the talks in Geneva fail.", "affirmed", "conditional"),
    ("conditional", "{subject} would {base} {rest} only if the talks in Geneva failed.", "affirmed", "conditional"),
    ("planned", "{subject} will {base} {rest}.", "affirmed", "planned"),
    ("planned", "{subject} has agreed to {base} {rest}.", "affirmed", "planned"),
    ("planned", "{subject} said it would {base} {rest}.", "affirmed", "planned"),
    ("sought", "Two senators urged {subject} to {base} {rest}.", "affirmed", "sought"),
    ("sought", "Two senators called on {subject} to {base} {rest}.", "affirmed", "sought"),
    ("attributed", "{subject} {past} {rest}, two diplomats said.", "affirmed", "actual"),
    ("attributed", "Two diplomats said that {subject} had {participle} {rest}.", "affirmed", "actual"),
)
CASES = [(act, *version) for act in ACTS for version in VERSIONS]


def claims_of(act: Act, sentence: str) -> list[Claim]:
    text = sentence.format(subject=act.subject, base=act.base, past=act.past, participle=act.participle, rest=act.rest)
    document = Document(id="probe", text=text, published="2024-09-20", publisher="A paper")
    return [claim for claim in read_document(document).claims if claim.kind == act.kind]


@pytest.mark.parametrize(
    ("act", "name", "sentence", "polarity", "mood"), CASES, ids=lambda v: v.kind if isinstance(v, Act) else str(v)[:40]
)
def test_only_polarity_mood_and_voice_differ(act: Act, name: str, sentence: str, polarity: str, mood: str) -> None:
    plain = claims_of(act, VERSIONS[0][1])
    assert [(c.polarity, c.mood, c.voices) for c in plain] == [("affirmed", "actual", ())]
    found = claims_of(act, sentence)
    assert [(c.roles, c.polarity, c.mood) for c in found] == [(plain[0].roles, polarity, mood)]
    if name == "attributed":
        assert found[0].voices
