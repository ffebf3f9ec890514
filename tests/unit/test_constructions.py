"""Constructions in which the same act is said: relative clauses at depth, clefts, absolutes, ellipses, nouns."""

from __future__ import annotations

import pytest

from in_short import in_short

_DETAILS = {"of", "as", "rank", "post", "city", "list", "level", "currency", "amount"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # relative clauses
        ("Iran, which Peru is ready to recognise, protested.", "recognition.grant ir pe planned"),
        ("Kosovo, which Peru was the first to recognise, is grateful.", "recognition.grant xk pe actual"),
        ("Iran's ambassador, whom Chad is expected to expel, left.", "envoy.expel td ir possible"),
        ("Diplomatic ties with Belgium, which Rwanda severed in March, have been restored.",
         "ties.sever be+rw actual"),
        ("Omar Varga, whom Canada put on its sanctions list in May, denied it.",
         "listing.add ca Omar Varga actual"),
        ("Rwanda, whose ambassador Belgium has expelled, protested.", "envoy.expel be rw actual"),
        ("The ambassador Chad expelled last week was Norwegian.", "envoy.expel td no actual"),
        ("The embassy Norway closed in Kabul in 2021 has been reopened.", "mission.close af no actual"),
        ("The embassy Chad plans to close in Oslo opened in 1990.", "mission.close no td planned"),
        ("The day Chad withdrew from Mali was sunny.", "force.withdraw ml td actual"),
        # what a clause is judged to be, and who of a group is named behind its list
        ("Chad received Mali's foreign minister in N'Djamena, the first such visit in years.",
         "meeting.hold visit ml+td actual"),
        ("Canada put nine officials on its sanctions list, including Omar Varga.",
         "listing.add ca Omar Varga actual"),
        ("Chad has not withdrawn any of its diplomats from Oslo.", "envoy.recall no td not actual"),
        ("Norway has closed five embassies, among them those in Chad and Mali.", "mission.close ml no actual"),
        ("Chad and Mali agreed to recognise each other and to open embassies.", "mission.open ml td planned"),
        # participles and absolutes
        ("The Kremlin said it would reopen its embassy in Tripoli, shut since 2014.", "mission.close ly ru actual"),
        ("With the Taliban driven out of Kandahar, he returned.", "control.lose taliban actual"),
        ("Norway's embassy in Kenya was closed in 2021 and its ambassador recalled.", "envoy.recall ke no actual"),
        ("Norwegian ambassador to Chad recalled", "envoy.recall td no actual"),
        # control
        ("China will, within its capacity, go on providing assistance to Kenya.", "transfer.pay ke cn planned"),
        ("The decision to expel the Rwandan ambassador was taken by Belgium.", "envoy.expel be rw planned"),
        ("The deal commits Chad to open an embassy in Oslo.", "mission.open no td planned"),
        ("Belgium responded with the expulsion of the Rwandan ambassador.", "envoy.expel be rw actual"),
        ("Belgium went ahead with the closure of its embassy in Kigali.", "mission.close rw be actual"),
        ("The United States has demanded Rwanda's withdrawal from Congo.", "stance.demand us rw actual"),
        ("Kenya has allowed diplomats appointed by the Taliban to take charge of the Afghan embassy in Nairobi.",
         "envoy.accept ke taliban actual"),
        ("Recognition of the Taliban came from Pakistan and the UAE.", "recognition.grant taliban ae actual"),
        ("Chad was called on by Japan to end its attacks.", "stance.demand to end its attacks jp td actual"),
        ("The bulk of Kenya's troops have left Haiti.", "force.withdraw ht ke actual"),
        ("Permission to open a consulate in Termez was given to the Taliban by Uzbekistan.",
         "mission.open uz taliban possible"),
        ("The EU, in a statement condemning Mali, said aid would stop.", "stance.condemn eu ml actual"),
        ("The 20 million euros promised to Niger by the EU never arrived.", "transfer.pay ne eu planned"),
        ("France agreed to Mali's demand to recall its ambassador.", "envoy.recall ml fr sought"),
        ("France closed the embassy it had opened in Bamako in 1960.", "mission.close ml fr actual"),
        ("Mali withdrew in 2019 the recognition it had granted Kosovo.", "recognition.withdraw xk ml actual"),
        ("Peru recalled on Monday its ambassador to Chad.", "envoy.recall td pe actual"),
        ("Mali has asked France to withdraw its ambassador.", "envoy.recall ml fr sought"),
        # polarity and mood
        ("All states but France have recognised Kosovo.", "recognition.grant xk fr not actual"),
        ("Plans to close the French embassy in Bamako were dropped.", "mission.close ml fr not planned"),
        ("Chile is not among the states that recognise Kosovo.", "recognition.grant xk cl not actual"),
        ("Chile is not a state that recognises Kosovo.", "recognition.grant xk cl not actual"),
        ("Chile is not the only state that recognises Kosovo.", "recognition.grant xk cl actual"),
        ("It was not Peru that recognised Kosovo.", "recognition.grant xk pe not actual"),
        ("Under the deal, Chad is to open an embassy in Oslo.", "mission.open no td planned"),
        ("What Peru will not do is recognise Kosovo.", "recognition.grant xk pe not planned"),
        ("Chile has still to recognise Kosovo.", "recognition.grant xk cl not actual"),
        ("Norway did not recognise Palestine until 2015.", "recognition.grant ps no actual"),
        ("Peru has been given until Friday to close its embassy in Kyiv.", "mission.close ua pe planned"),
        ("The deal provides for the opening of a Chadian embassy in Oslo.", "mission.open no td planned"),
    ],
)  # fmt: skip
def test_construction(text: str, claim: str) -> None:
    assert claim in in_short(text, _DETAILS)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ambassador of Rwanda was ordered by Belgium to leave within 48 hours.", "envoy.expel rw be actual"),
        ("The ambassador of Rwanda was ordered to leave Belgium.", "envoy.expel rw be actual"),
        ("All states but France have recognised Kosovo.", "recognition.grant xk fr actual"),
        ("France agreed to Mali's demand to recall its ambassador.", "envoy.recall fr ml sought"),
        ("Norway has not recognised Palestine until now.", "recognition.grant ps no actual"),
    ],
)
def test_misreading(text: str, claim: str) -> None:
    assert claim not in in_short(text, _DETAILS)
