"""Acts told of one party and carried over to others: who came before or after, theirs, that of another, all four."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

# the text; the kind; what is said of others besides the first, each as its deciding roles, "-" where it is denied
CARRIED = [
    ("Ghana dropped its recognition of Kosovo. Togo and Palau had preceded it.", "recognition.withdraw", "tg pw"),
    ("Chad shut its embassy in Lima on Monday. It was followed by Mali and Niger.", "mission.close", "ml ne"),
    ("Peru cut ties with Taiwan in March. Nicaragua had got there first, in 2021.", "ties.sever", "ni"),
    ("Vanuatu recognised Abkhazia. Tuvalu joined the list four months later.", "recognition.grant", "tv"),
    ("Russia recognised Abkhazia. Nauru was the fourth to do so, in 2009.", "recognition.grant", "nr"),
    ("Russia recognised Abkhazia. Chile becomes the second state to do so.", "recognition.grant", "cl"),
    ("Mexico expelled Chad's envoy on Monday. Peru followed; Italy came last.", "envoy.expel", "pe it"),
    ("Egypt cut ties with Qatar on Monday. Mauritania matched the move.", "ties.sever", "mr"),
    ("France recognised Palestine. Britain followed with recognition in July.", "recognition.grant", "gb"),
    ("Norway has not recognised Abkhazia, nor has any other country done so.", "recognition.grant", "-*"),
    ("Nobody recognises Abkhazia, and none does so today except Chad.", "recognition.grant", "-* td"),
    ("Neither Peru nor any state except Cuba has recognised Abkhazia.", "recognition.grant", "-pe -* cu"),
    ("Abkhazia broke away without any state having recognised it.", "recognition.grant", "-*"),
    ("No European country recognises Abkhazia.", "recognition.grant", "-*"),
    ("Canada shut Iran's embassy in 2012. Norway did it to Syria's in 2015.", "mission.close", "sy"),
    ("Closing an embassy is rare. Norway did it to Syria's in 2015.", "mission.close", "sy"),
    ("Kenya closed its consulate in Basra and Iraq did the same with its own in Mombasa.", "mission.close", "iq"),
    ("Ten states have opened consulates in Lima, Chad and Mali among the first.", "mission.open", "td ml"),
    ("Ten states have opened consulates in Lima, the latest being Chad.", "mission.open", "td"),
    ("Ten governments, including those of Chad and Mali, have expelled Russian envoys.", "envoy.expel", "td ml"),
    ("Oslo expelled two staff of the Russian embassy, Moscow two of the Norwegian one.", "envoy.expel", "ru"),
    ("Spain expelled the ambassador of Chad and Chad that of Spain.", "envoy.expel", "td"),
    ("Forty states have expelled Russian diplomats. Italy and Chad accounted for 30 and 7.", "envoy.expel", "it td"),
    (
        "Pyongyang raged. One capital after another threw its envoy out. Peru began; Chile followed.",
        "envoy.expel",
        "cl",
    ),
    ("Peru cut ties with Israel. Chile and Mali recalled their ambassadors.", "envoy.recall", "cl>il ml>il"),
    ("Peru cut ties with Israel. Chile and Mali recalled theirs that day.", "envoy.recall", "cl>il ml>il"),
    ("Peru cuts ties with Israel, Chile and Mali bring ambassadors home", "envoy.recall", "cl>il ml>il"),
    ("Chad, Mali and Niger jeered. Togo recalled its envoys in all three.", "envoy.recall", "tg>td tg>ml tg>ne"),
    ("Chad and Mali quarrelled. Neither side withdrew its envoy.", "envoy.recall", "-td>ml -ml>td"),
    ("Peru and Chad cut ties in 2006. The two had restored them in 2003.", "ties.restore", "pe+td"),
]

NOT_CARRIED = [
    ("Chad shut its embassy in Lima. The talks were preceded by a dinner that Mali gave.", "mission.close", ""),
    ("Chad shut its embassy in Lima. Mali followed with interest.", "mission.close", ""),
    ("Chad shut its embassy in Lima. Mali did it to win votes.", "mission.close", ""),
    ("Chad recognised Kosovo. Mali joined the list of states that trade with Peru.", "recognition.grant", ""),
    ("Chad recognised Kosovo. Mali accounted for 30 percent of its trade.", "recognition.grant", ""),
    ("Chad recognised Kosovo. Mali came last in the cup.", "recognition.grant", ""),
    ("Ten states trade with Kosovo, Peru and Chad among the first.", "recognition.grant", ""),
    ("Portugal cut its ties with Chad in July; Jordan would do so in May.", "ties.sever", "jo"),
]

_WHO = {"mission.close": "operator", "mission.open": "operator", "envoy.expel": "host", "envoy.recall": "sender"}
_FIRST = {"gh", "td", "pe", "vu", "ru", "mx", "eg", "fr", "no", "ir", "ke", "es", "pt"}


def _told(text: str, kind: str, expected: str) -> list[str]:
    document = Document("a", text, None, "2025-06-15", None)
    made = [c for c in read_document(document).claims if c.kind == kind]
    found = []
    for claim in made:
        roles = dict(claim.roles)
        who = roles.get(_WHO.get(kind, "recognizer"), "")
        if kind.startswith("ties."):
            who = "+".join(roles["parties"]) if "+" in expected else "".join(set(roles["parties"]) - _PARTNERS)
        if kind == "envoy.recall":
            who = f"{who}>{roles['host']}"
        found.append(("-" if claim.polarity == "denied" else "") + str(who))
    wanted = expected.split()
    return [one for one in found if one in wanted or one.lstrip("-").partition(">")[0] not in _FIRST]


_PARTNERS = {"tw", "qa", "td", "il", "kp"}


@pytest.mark.parametrize(("text", "kind", "expected"), CARRIED, ids=lambda v: v[-40:])
def test_an_act_is_carried_over(text: str, kind: str, expected: str) -> None:
    assert sorted(_told(text, kind, expected)) == sorted(expected.split())


@pytest.mark.parametrize(("text", "kind", "expected"), NOT_CARRIED, ids=lambda v: v[-40:])
def test_nothing_is_carried_over(text: str, kind: str, expected: str) -> None:
    assert sorted(_told(text, kind, expected)) == sorted(expected.split())


def test_those_named_of_many_keep_their_place_in_the_tree() -> None:
    text = "Fifteen states have recalled their ambassadors to Israel, Chile and Colombia the first of them."
    claims = read_document(Document("a", text, None, "2025-06-15", None)).claims
    assert {(dict(c.roles)["sender"], dict(c.roles)["host"]) for c in claims} == {("cl", "il"), ("co", "il")}
