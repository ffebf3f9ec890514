"""Polarity and mood: what is embedded under what, and how far a denial reaches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from credence.catalog.cues import load_cues
from credence.read.clauses.clauses import clauses
from credence.read.matching.ellipsis import with_repeats
from credence.read.moods.asserted import is_said
from credence.read.moods.mood import polarity_and_mood
from credence.read.words.tree import Doc

CUES = load_cues()

SAID = [
    # done by what else is said: means, what was waited for, how far somebody went, what takes effect with the words
    ("Norway may answer by recognising Chile.", "recognize", "affirmed possible"),
    ("Norway will respond by recognising Chile.", "recognize", "affirmed planned"),
    ("Norway did not respond by recognising Chile.", "recognize", "denied actual"),
    ("Norway rejected the move by recognising Chile.", "recognize", "affirmed actual"),
    ("Norway waited until 1975 to recognise Chile.", "recognize", "affirmed actual"),
    ("Norway has gone as far as to recognise Chile.", "recognize", "affirmed actual"),
    ("Norway did not go so far as to recognise Chile.", "recognize", "denied actual"),
    ("Norway went no further than to recognise Chile.", "recognize", "affirmed actual"),
    ("Norway decided to recognise Chile with immediate effect.", "recognize", "affirmed actual"),
    ("Norway decided to recognise Chile as of 1 May.", "recognize", "affirmed planned"),
    ("Norway is announcing the designation of the group.", "designate", "affirmed actual"),
    ("Norway looks forward to recognising Chile.", "recognize", "affirmed planned"),
    ("Norway would like Peru to recognise Chile.", "recognize", "affirmed sought"),
    ("Norway could not recognise Chile.", "recognize", "denied actual"),
    ("Chile will be recognised and embassies opened.", "open", "affirmed planned"),
    ("The closure of the embassy, announced in May, was regretted.", "close", "affirmed planned"),
    # conditions
    ("Norway hopes to recognise Chile, should Peru permit it.", "recognize", "affirmed conditional"),
    ("Should Chile hold elections, Norway stands ready to recognise it.", "recognize", "affirmed conditional"),
    ("If Chile falls, a diplomat suggested, Norway might recognise it.", "recognize", "affirmed conditional"),
    ("Norway wants Peru to shun Chile until it apologises.", "shun", "affirmed sought"),
    ("Norway wants to see progress before it recognises Chile.", "recognize", "affirmed conditional"),
    ("Norway will not talk before Peru recognises Chile.", "recognize", "affirmed conditional"),
    ("Norway needed years before it recognised Chile.", "recognize", "affirmed actual"),
    ("Norway will shun Peru until it recognises Chile.", "recognize", "affirmed conditional"),
    ("Norway will recognise Chile only when Peru leaves Chad.", "recognize", "affirmed conditional"),
    ("Norway at once recognised Chile.", "recognize", "affirmed actual"),
    ("Norway does not and will not recognise Chile.", "recognize", "denied actual"),
    # how far a denial reaches
    ("Norway decided against recognising Chile.", "recognize", "denied planned"),
    ("Norway warned Peru against recognising Chile.", "recognize", "denied sought"),
    ("It is not true that Norway recognised Chile.", "recognize", "denied actual"),
    ("It is false that Norway recognised Chile.", "recognize", "denied actual"),
    ("Norway has not ruled out recognising Chile.", "recognize", "affirmed possible"),
    ("The council is yet to be recognised by Norway.", "recognize", "denied actual"),
    ("Norway's parliament voted down a bill to recognise Chile.", "recognize", "denied actual"),
    ("Norway cannot recognise Chile.", "recognize", "denied actual"),
    ("Norway insisted that Israel withdraw its troops.", "withdraw", "affirmed sought"),
    ("Norway is reviewing the designation of the group.", "designate", "affirmed actual"),
    ("Norway wants to keep its embassy in Lima.", "keep", "affirmed actual"),
    ("US to lift sanctions on Chad, Norway says", "lift", "affirmed planned"),
    ("Norway is one of three states to have recognised Chile.", "recognize", "affirmed actual"),
    ("Norway not only recognised Chile but also opened an embassy.", "recognize", "affirmed actual"),
    ("Norway no longer recognises Chile.", "recognize", "denied actual"),
    ("Norway has not recognised Chile but opened an embassy.", "open", "affirmed actual"),
    ("Norway did not recognise or accept the council.", "accept", "denied actual"),
    ("Neither Norway nor Peru has recognised Chile.", "recognize", "denied actual"),
    ("It has not, contrary to some reports, closed its embassy.", "close", "denied actual"),
    ("Rather than recognise Chile, Norway sent a letter.", "recognize", "denied actual"),
    ("Norway sent a letter instead of recognising Chile.", "recognize", "denied actual"),
    ("Norway moved its envoy rather than close its embassy.", "close", "denied actual"),
    ("Norway moved its envoy rather than close its embassy.", "move", "affirmed actual"),
    ("Norway stopped short of recognising Chile.", "recognize", "denied actual"),
    ("Norway came close to recognising Chile.", "recognize", "denied actual"),
    ("Norway ruled out recognising Chile.", "recognize", "denied planned"),
    ("Norway denied having recognised Chile.", "recognize", "denied actual"),
    ("Norway denied that it had recognised Chile.", "recognize", "denied actual"),
    ("Norway denied reports that it had recognised Chile.", "recognize", "denied actual"),
    ("The rebels failed to win recognition.", "recognize", "denied actual"),
    ("Norway had refused to recognise Chile until May.", "recognize", "denied actual"),
    # plans, and plans denied
    ("Norway said it would open an embassy.", "open", "affirmed planned"),
    ("Norway has no plans to recognise Chile.", "recognize", "denied planned"),
    ("Norway cancelled plans to open an embassy.", "open", "denied planned"),
    ("Norway ordered the closing of the embassy.", "close", "affirmed planned"),
    ("Norway announced the closure of its embassy.", "close", "affirmed planned"),
    ("Norway announced that it had closed its embassy.", "close", "affirmed actual"),
    ("Norway ordered the closing of the embassy and the withdrawal of its envoys.", "withdraw", "affirmed planned"),
    ("The embassy will be closed and handed to Peru.", "hand", "affirmed planned"),
    ("The ambassador was told to leave.", "leave", "affirmed planned"),
    ("Norway sent a team to reopen the embassy.", "reopen", "affirmed planned"),
    ("Norway promised to reopen the embassy.", "reopen", "affirmed planned"),
    ("Peru to reopen embassy in Lima", "reopen", "affirmed planned"),
    # sought and possible
    ("Norway hoped that Peru would recognise its claim.", "recognize", "affirmed sought"),
    ("The rebels called on Norway to recognise them.", "recognize", "affirmed sought"),
    ("Norway rejected calls to recognise Chile.", "recognize", "denied sought"),
    ("Norway may open an embassy and send an envoy.", "send", "affirmed possible"),
    ("Norway is considering whether to recognise Chile.", "recognize", "affirmed possible"),
    ("Norway is not considering recognition of Chile.", "recognize", "denied possible"),
    ("Norwegian recognition of Chile is unlikely.", "recognize", "affirmed possible"),
    # conditions
    ("Norway will not recognise Chile unless it pays.", "recognize", "denied conditional"),
    ("Norway has promised to open an embassy if Peru keeps its word.", "open", "affirmed conditional"),
    ("Norway would have recognised Chile.", "recognize", "affirmed conditional"),
    ("Norway had an envoy in Lima until Peru recognised Chile.", "recognize", "affirmed actual"),
    ("Were Norway to recognise Chile, Peru would protest.", "recognize", "affirmed conditional"),
    ("Norway is in no position to recognise Chile.", "recognize", "denied actual"),
    ("Three European states to recognise Chile", "recognize", "affirmed planned"),
    ("Peru became the 98th state to recognise Chile.", "recognize", "affirmed actual"),
    # done after all
    ("Norway became the first to recognise Chile.", "recognize", "affirmed actual"),
    ("Norway was among the first to recognise Chile.", "recognize", "affirmed actual"),
    ("Norway had to close its embassy.", "close", "affirmed actual"),
    ("Norway is opening an embassy in Juba.", "open", "affirmed actual"),
    ("Norway appears to have recognised Chile.", "recognize", "affirmed actual"),
    ("Norway welcomed the deal after the closure of the embassy.", "close", "affirmed actual"),
    ("Parliament approved an agreement, signed in Lima on 4 June by Chile and Peru.", "sign", "affirmed actual"),
    ("Norway made an agreement to sign a treaty with Chile.", "sign", "affirmed planned"),
    # a reason asked for is that of what is so
    ("Why has Norway not recognised Chile?", "recognize", "denied actual"),
    ("Why did Norway close its embassy in Chile?", "close", "affirmed actual"),
]

UNSAID = [
    ("Norway did not say that it recognised Chile.", "recognize"),
    ("Has Norway recognised Chile?", "recognize"),
    ("Why should Norway recognise Chile?", "recognize"),
    ("Reporters asked whether Norway recognised Chile.", "recognize"),
    ("It is unclear whether Norway recognised Chile.", "recognize"),
    ("The minister neither confirmed nor denied that Norway had recognised Chile.", "recognize"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), SAID, ids=lambda v: str(v)[:60])
def test_polarity_and_mood(text: str, predicate: str, expected: str, english: Callable[[str], Doc]) -> None:
    found = [c for c in clauses(english(text), CUES) if c.predicate == predicate]
    assert found
    assert " ".join(polarity_and_mood(found[0], CUES)) == expected
    assert is_said(found[0], CUES)


@pytest.mark.parametrize(("text", "predicate"), UNSAID, ids=lambda v: str(v)[:60])
def test_nothing_is_said(text: str, predicate: str, english: Callable[[str], Doc]) -> None:
    found = [c for c in clauses(english(text), CUES) if c.predicate == predicate]
    assert found
    assert not is_said(found[0], CUES)


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("Norway has not recognised Chile, and neither has Peru.", "Peru", "denied actual"),
        ("Norway recognised Chile, but Peru did not.", "Peru", "denied actual"),
        ("Norway has not recognised Chile, but Peru has.", "Peru", "affirmed actual"),
        ("Norway has recognised Chile, and so has Peru.", "Peru", "affirmed actual"),
        ("Norway, but not Peru, recognised Chile.", "Peru", "denied actual"),
        ("Norway recognised Chile in 2008, Peru in 2009 and Oman in 2011.", "Peru", "affirmed actual"),
        ("Norway does not recognise Chile, nor does Peru.", "Peru", "denied actual"),
        ("Norway has still not recognised Chile, nor has Peru.", "Peru", "denied actual"),
        ("No state but Peru has recognised Chile.", "Peru", "affirmed actual"),
        ("Norway has recognised Oman, but not Peru.", "Norway", "denied actual"),
        ("Norway has not recognised Chile, but Peru did so in 2008.", "Peru", "affirmed actual"),
    ],
)
def test_said_again(text: str, subject: str, expected: str, english: Callable[[str], Doc]) -> None:
    whole = with_repeats(clauses(english(text), CUES), (), CUES, lambda token: token.text.isdigit())
    found = [c for c in whole if c.repeats is not None and subject in {t.text for t in c.agents}]
    assert [" ".join(polarity_and_mood(c, CUES)) for c in found] == [expected]
