"""Clauses come out in one form, whatever the sentence makes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from credence.catalog.cues import load_cues
from credence.read.clauses.clauses import Clause, clauses
from credence.read.matching.ellipsis import with_repeats
from credence.read.words.tree import Doc

CUES = load_cues()

# sentence, predicate, agents, patients
ARGUMENTS = [
    # passives, relatives, participles
    ("Envoys named by the rebels were accepted by Oman.", "name", "rebels", "Envoys"),
    ("Envoys named by the rebels were accepted by Oman.", "accept", "Oman", "Envoys"),
    ("The embassy, which Norway closed in 2012, is large.", "close", "Norway", "embassy"),
    ("The embassy, which Norway closed in 2012 and reopened in 2019, is large.", "reopen", "Norway", "embassy"),
    ("Oman, where the rebels opened an office, kept silent.", "open", "rebels", "office"),
    ("The embassy was closed in 2012 and reopened in 2019.", "reopen", "", "embassy"),
    ("The embassy closed rather than accept new orders.", "close", "embassy", ""),
    ("Norway ordered the embassy closed.", "close", "", "embassy"),
    ("The party was designated a terrorist group by Chile.", "designate", "Chile", "party"),
    ("The group was placed under sanctions by Chile.", "place", "Chile", "group"),
    # control and raising
    ("Norway agreed to accept an envoy.", "accept", "Norway", "envoy"),
    ("Norway is expected to open an embassy.", "open", "Norway", "embassy"),
    ("Norway is unlikely to open an embassy.", "open", "Norway", "embassy"),
    ("Norway appears to have recognised Chile.", "recognize", "Norway", "Chile"),
    ("The rebels urged Norway to recognise them.", "recognize", "Norway", "them"),
    ("The rebels called on Norway to recognise them.", "recognize", "Norway", "them"),
    ("Norway ordered ten diplomats to leave.", "order", "Norway", "diplomats"),
    ("Norway ordered ten diplomats to leave.", "leave", "diplomats", ""),
    ("Norway gave the diplomats 72 hours to leave.", "leave", "diplomats", ""),
    ("Norway wants Chile to agree to the plan.", "want", "Norway", "Chile"),
    ("The ambassador was told to leave Norway.", "leave", "ambassador", "Norway"),
    # first, only, among
    ("Norway became the first country to recognise Chile.", "recognize", "Norway", "Chile"),
    ("Norway was among the first to recognise Chile.", "recognize", "Norway", "Chile"),
    ("Peru first to recognise Chile", "recognize", "Peru", "Chile"),
    # coordination
    ("Norway severed and later restored ties with Chile.", "sever", "Norway", "ties"),
    ("Norway closed its embassy in Tehran and its consulate in Shiraz.", "close", "Norway", "embassy consulate"),
    ("Norway, along with Peru and Chile, recognised the rebels.", "recognize", "Norway Peru Chile", "rebels"),
    ("Norway, as well as Peru, recognised the rebels.", "recognize", "Norway Peru", "rebels"),
    ("Norway recognised Peru, the minister said, and opened an embassy.", "open", "Norway", "embassy"),
    # nominalisations
    ("Norway's recognition of Chile came in May.", "recognize", "Norway", "Chile"),
    ("The recognition of Chile by Norway came in May.", "recognize", "Norway", "Chile"),
    ("The rebels want recognition from Norway.", "recognize", "Norway", "rebels"),
    ("The announcement of the closing of the embassy surprised Peru.", "close", "", "embassy"),
    ("The decision by Norway to recognise Chile came in May.", "recognize", "Norway", "Chile"),
    ("The recognition by Norway of Chile drew protests.", "recognize", "Norway", "Chile"),
    ("The closure in May of the embassy surprised Peru.", "close", "", "embassy"),
    ("Peru announced the opening, later this year, of an embassy.", "open", "Peru", "embassy"),
    ("The expulsion of two envoys by Norway drew protests.", "expel", "Norway", "envoys"),
    # who does it, too
    ("Norway, like Peru, has recognised Chile.", "recognize", "Norway Peru", "Chile"),
    ("Together with Peru, Norway recognised Chile.", "recognize", "Norway Peru", "Chile"),
    ("Norway was joined by Peru in recognising Chile.", "recognize", "Norway Peru", "Chile"),
    ("It was Norway that recognised Chile.", "recognize", "Norway", "Chile"),
    ("Countries recognising Chile include Norway and Peru.", "recognize", "Norway Peru", "Chile"),
    ("Those that have recognised Chile are Norway and Peru.", "recognize", "Norway Peru", "Chile"),
    ("Norway, the first to recognise Chile, sent an envoy.", "recognize", "Norway", "Chile"),
    ("Norway is one of three states to have recognised Chile.", "recognize", "Norway", "Chile"),
    ("What Norway did was to recognise Chile.", "recognize", "Norway", "Chile"),
    # who is made, kept or blamed
    ("Norway criticised Peru for recognising Chile.", "recognize", "Peru", "Chile"),
    ("Norway kept Peru from recognising Chile.", "recognize", "Peru", "Chile"),
    ("Pressure is growing on Norway to recognise Chile.", "recognize", "Norway", "Chile"),
    ("They support Norwegian efforts to recognise Chile.", "recognize", "Norwegian", "Chile"),
    ("Norway said the step violates the law and urged Peru to leave.", "urge", "Norway", "Peru"),
    # what the parser takes for something else
    ("Nauru switched its allegiance in January.", "switch", "Nauru", "allegiance"),
    ("EU to sanction Belarus over elections", "sanction", "EU", "Belarus"),
    ("Chile, Peru to hold talks in Geneva", "hold", "Chile Peru", "talks"),
    ("Chilean ambassador ordered to leave Norway", "order", "", "ambassador"),
    ("Peru considers Hezbollah terrorists.", "consider", "Peru", "Hezbollah"),
    ("The ministry thanks the friendly nations that voiced support.", "thank", "ministry", "nations"),
    # two objects
    ("Norway handed Peru the keys of the embassy.", "hand", "Norway", "keys"),
    # reported speech
    ("Peru severed ties with Chile, which announced that it recognised Norway.", "recognize", "Chile", "Norway"),
    ("It has not, contrary to some reports, closed its embassy in Dublin.", "close", "It", "embassy"),
]

# the sentence before (or ""), the sentence, predicate, agents, patients of the clause that says it again
REPEATS = [
    ("", "Russia recognised Ossetia in 2008 and Nicaragua a week later.", "recognize", "Nicaragua", "Ossetia"),
    ("", "Peru withdrew its envoy in May and Chile in June.", "withdraw", "Chile", "envoy"),
    ("", "Norway has not recognised Chile, and neither have Peru and Oman.", "recognize", "Peru Oman", "Chile"),
    ("", "Brazil recognised Chile, but Mexico and Uruguay did not.", "recognize", "Mexico Uruguay", "Chile"),
    ("", "Kenya recognised Chile, and so did Turkey and Qatar.", "recognize", "Turkey Qatar", "Chile"),
    ("Norway severed ties with Chile in May.", "Peru followed suit.", "sever", "Peru", "ties"),
    ("Norway severed ties with Chile in May.", "Peru did the same in June.", "sever", "Peru", "ties"),
    ("", "Norway severed ties with Chile in 2007; Peru came later.", "sever", "Peru", "ties"),
    ("Norway became the first to recognise Chile.", "Peru did so in June.", "recognize", "Peru", "Chile"),
    ("", "Norway has recognised Chile; Peru has not.", "recognize", "Peru", "Chile"),
    ("", "Norway recognised Chile in 2008, followed by Peru and Oman.", "recognize", "Peru Oman", "Chile"),
    ("", "Norway recognised Chile in 2008, joined by Peru in 2009.", "recognize", "Peru", "Chile"),
    ("Norway recognised Chile in 2008.", "Peru and Oman came after it.", "recognize", "Peru Oman", "Chile"),
    ("Norway recognised Chile in 2008.", "Peru was next.", "recognize", "Peru", "Chile"),
    ("Norway recognised Chile.", "Peru does not plan to follow.", "recognize", "Peru", "Chile"),
    ("Norway recognised Chile.", "Peru and Oman would join.", "recognize", "Peru Oman", "Chile"),
    ("", "Norway withdrew its envoy, which Peru had done in 2009.", "withdraw", "Peru", "envoy"),
    ("", "Norway recognised Chile, a step Peru had taken in 2009.", "recognize", "Peru", "Chile"),
    ("Norway recognised Chile.", "Peru took the same step.", "recognize", "Peru", "Chile"),
    ("", "Norway recognised Chile in 2008, Peru in 2009 and Oman in 2011.", "recognize", "Oman", "Chile"),
    ("", "Chile was recognised by Norway in 2008, by Peru in 2009 and by Oman in 2011.", "recognize", "Oman", "Chile"),
    ("", "Norway promised to leave Chile and urged Peru to do likewise.", "leave", "Peru", "Chile"),
    ("", "Apart from Peru, no state has recognised Chile.", "recognize", "Peru", "Chile"),
    ("", "No state other than Peru has recognised Chile.", "recognize", "Peru", "Chile"),
    ("No state has recognised Chile.", "None but Peru ever has.", "recognize", "Peru", "Chile"),
]

# the sentence before (or ""), the sentence: nothing is said again
NO_REPEATS = [
    ("", "Norway recognised Chile in 2008 and Peru did its homework."),
    ("Norway recognised Chile.", "For Peru to do so would be a mistake."),
    ("Norway recognised Chile.", "Peru came after a long war."),
    ("Norway recognised Chile.", "Peru has no government to take the decision."),
    ("", "Norway recognised Chile in 2008 and Oman in 2011."),  # who recognised Oman?
]


def words(tokens: tuple[object, ...]) -> str:
    return " ".join(str(token) for token in tokens)


@pytest.mark.parametrize(("text", "predicate", "agents", "patients"), ARGUMENTS, ids=lambda v: str(v)[:50])
def test_arguments(text: str, predicate: str, agents: str, patients: str, english: Callable[[str], Doc]) -> None:
    found = [c for c in clauses(english(text), CUES) if c.predicate == predicate]
    assert (agents, patients) in [(words(c.agents), words(c.patients)) for c in found]


@pytest.mark.parametrize("said", REPEATS, ids=lambda v: v[1][:50])
def test_said_again(said: tuple[str, str, str, str, str], english: Callable[[str], Doc]) -> None:
    before, text, predicate, agents, patients = said
    earlier = clauses(english(before), CUES) if before else ()
    again = [c for c in _whole(english, text, earlier) if c.repeats is not None and c.predicate == predicate]
    assert (agents, patients) in [(words(c.agents), words(c.patients)) for c in again]


def _whole(english: Callable[[str], Doc], text: str, earlier: tuple[Clause, ...]) -> tuple[Clause, ...]:
    dates = {"May", "June", "week", "later"}
    return with_repeats(
        clauses(english(text), CUES), earlier, CUES, lambda token: token.text in dates or token.text.isdigit()
    )


@pytest.mark.parametrize(("before", "text"), NO_REPEATS, ids=lambda v: v[:50])
def test_nothing_is_said_again_without_a_sign(before: str, text: str, english: Callable[[str], Doc]) -> None:
    earlier = clauses(english(before), CUES) if before else ()
    assert not [c for c in _whole(english, text, earlier) if c.repeats is not None]


def test_another_object_after_another_date(english: Callable[[str], Doc]) -> None:
    found = _whole(english, "Norway severed ties with Chile in 2009, and with Peru in 2012.", ())
    assert [words(dict(c.obliques)["with"]) for c in found if c.repeats is not None] == ["Peru"]


def test_each_agent_has_its_own(english: Callable[[str], Doc]) -> None:
    found = _whole(english, "Neither Norway nor Peru has recalled its envoy.", ())
    assert [words(c.agents) for c in found if c.predicate == "recall"] == ["Norway", "Peru"]


def test_obliques(english: Callable[[str], Doc]) -> None:
    found = {
        c.predicate: dict(c.obliques) for c in clauses(english("Peru named Ana Rojas as its envoy to Oman."), CUES)
    }
    assert words(found["name"]["as"]) == "envoy"
    found = {c.predicate: dict(c.obliques) for c in clauses(english("Norway demanded that Serbia withdraw."), CUES)}
    assert words(found["demand"]["that"]) == "Serbia"
    found = {c.predicate: dict(c.obliques) for c in clauses(english("The rebels swept back to power in May."), CUES)}
    assert words(found["sweep"]["to"]) == "power"
