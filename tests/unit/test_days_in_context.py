"""Which day an act gets that the sentences around it date. Documents are dated Friday, 20 September 2024."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

_STORY = "On 3 May 2019 Kenya recalled its envoy from Lima. "

# text, kind, date; of several claims of the kind the last counts
DATES = [
    # what had to wait was done then
    ("Peru waited until 2019 before it severed relations with Chad.", "ties.sever", "2019"),
    ("Peru waited until 2019 before recognising Kosovo.", "recognition.grant", "2019"),
    ("It was not until 2019 that Peru recognised Kosovo.", "recognition.grant", "2019"),
    ("It took Peru until 2019 to recognise Kosovo.", "recognition.grant", "2019"),
    ("It took Peru's government until May 2019 to reopen its embassy in Chad.", "mission.open", "2019-05"),
    ("It was 2019 before Peru recognised Kosovo.", "recognition.grant", "2019"),
    ("It will be 2026 before Peru recognises Kosovo.", "recognition.grant", None),
    ("It was bad news before Peru recognised Kosovo in 2018.", "recognition.grant", "2018"),
    # a day that stands before a name is no part of it
    ("Kenya left on 3 May 2019. On the 7th Peru closed its embassy in Chad.", "mission.close", "2019-05-07"),
    # counted back from the paper, or from what was told
    ("Peru expelled the ambassador of Chad a few hours ago.", "envoy.expel", "2024-09-20"),
    ("Kenya left the bloc in 2019. Peru severed relations with Chad the year before that.", "ties.sever", "2018"),
    ("The crisis began on 3 May. Peru severed relations with Chad on the 7th.", "ties.sever", "2024-05-07"),
    (
        "In the spring of 2017 Kenya left the bloc. In the autumn Peru severed relations with Chad.",
        "ties.sever",
        "2017-23",
    ),
    # what has been so ever since
    (
        "Kenya left the bloc in August 2016. Brazil's consulate in Lima has been closed since.",
        "mission.close",
        "2016-08/..",
    ),
    (
        "Canada expelled Iran's diplomats in September 2012; it has had no relations with Iran since.",
        "ties.sever",
        "2012-09/..",
    ),
    (f"{_STORY}Peru has since severed relations with Chad.", "ties.sever", None),
    # the year in which something else was
    ("Kenya has had no envoy there since 2019, the year Peru severed relations with Chad.", "ties.sever", "2019"),
    ("Kenya has had no envoy there since 2019, the year after Peru severed relations with Chad.", "ties.sever", "2018"),
    # the next sentence says when
    ("Peru severed relations with Chad. That was in May 2019.", "ties.sever", "2019-05"),
    ("Peru severed relations with Chad. It was in May 2019 that Kenya left the bloc.", "ties.sever", "2024-09"),
    # what goes back behind a story leaves it where it is; where it is the story, that goes on
    (
        "On 3 May 2019 Kenya left the bloc. It had joined in 1990. Peru severed relations with Chad.",
        "ties.sever",
        "2019-05",
    ),
    (
        "Kenya left the bloc on Tuesday. It had joined in 1990. Peru severed relations with Chad.",
        "ties.sever",
        "2024-09",
    ),
    (
        (
            "Kenya left the bloc on Tuesday. It had joined on 3 May 2019. This time it burned the flag. Hours later "
            "Peru severed relations with Chad."
        ),
        "ties.sever",
        "2024-09-17",
    ),
    ("Kenya had joined the bloc in May 2019. Peru severed relations with Chad.", "ties.sever", "2019-05"),
    ("Kenya had joined in May 2019. A month later Peru severed relations with Chad.", "ties.sever", "2019-06"),
    # a year that opens a sentence is that of the months in it
    (
        "In 2015 the quarrel was with Lima: it had called a king mad, and in March Peru severed relations with Chad.",
        "ties.sever",
        "2015-03",
    ),
    # what stands in brackets, or says how things are today, is no story
    (
        "In May 2019 Kenya left the bloc (it had joined in 1990). Peru severed relations with Chad.",
        "ties.sever",
        "2019-05",
    ),
    (
        "In May 2019 Kenya left the bloc. Today few remember why. Peru severed relations with Chad.",
        "ties.sever",
        "2019-05",
    ),
    # what came later came at some time
    (f"{_STORY}Peru then severed relations with Chad.", "ties.sever", "2019-05"),
    (f"{_STORY}Peru later severed relations with Chad.", "ties.sever", None),
    # "now" is of the paper, and so is what "has" been done beside its news
    ("Kenya left the bloc in May 2019. Now Peru has severed relations with Chad.", "ties.sever", "2024-09"),
    ("Kenya left the bloc in May 2019. Peru has severed relations with Chad.", "ties.sever", None),
    (
        "Kenya left the bloc on Tuesday. Mali sent aid. Chad wept. Peru has severed relations with Chad.",
        "ties.sever",
        None,
    ),
    # told again without its date, an act dates what follows
    (
        (
            "Kenya severed relations with Mali in 2016. A drought came.\n\nKenya had severed relations with Mali over "
            "a raid. Peru severed relations with Chad."
        ),
        "ties.sever",
        "2016",
    ),
    # who only says who somebody is tells no news, and who did it before did it at another time
    ("Peru is the only country to recognise Kosovo.", "recognition.grant", None),
    ("On Friday Peru became the second country after Chad to recognise Kosovo.", "recognition.grant", "2024-09-20"),
    # beside news of these days: what has been so for long is none of it
    ("Kenya left on Tuesday. Peru has closed its embassy in Chad.", "mission.close", "2024-09"),
    ("Kenya recognised Kosovo on Tuesday. Peru has recognised it, too.", "recognition.grant", "2024-09"),
    ("Chad wept. Mali left. Kenya rose. It left on Tuesday. Peru has recognised Kosovo.", "recognition.grant", None),
    # in a chronicle, too, what a relative says beside is of its own time
    ("3 March 2019. Kenya, which recognises Kosovo, leaves the bloc.", "recognition.grant", None),
    ("Peru had just severed relations with Chad when a flood came.", "ties.sever", None),
    # what somebody says had been done to him is news
    ("A minister told reporters that all relations with Chad had been severed by Peru.", "ties.sever", None),
    ("Peru's minister told reporters that relations with Chad had been severed.", "ties.sever", "2024-09"),
    ("Peru had just severed relations with Chad.", "ties.sever", "2024-09"),
    # a stance on a day of the past, and one on what a year of it is named for
    ("On 3 May 2019 Kenya closed its port. Peru condemned Kenya.", "stance.condemn", "2019-05"),
    ("Kenya had joined in 2008. Peru condemned Kenya.", "stance.condemn", None),
    # a chronicle tells of its day in the present
    ("3 March 2019. Peru still does not recognise Kosovo.", "recognition.grant", "2019-03-03"),
    # years since, for all that is joined to it
    (
        "It is seven years since a mob, enraged, burned the embassy, and Peru severed relations with Chad.",
        "ties.sever",
        "2017",
    ),
    ("On 3 May 2022, a Tuesday, Kenya left. Peru severed relations with Chad that day.", "ties.sever", "2022-05-03"),
    ("Peru's envoy left Lima on Tuesday after a meeting with Chad's president.", "meeting.hold", "2024-09"),
    ("Peru severed relations with Chad, though it has since sent an envoy, last summer.", "ties.sever", "2024-09"),
    ("By 2019 ninety states had recognised Kosovo.", "recognition.count", "2019"),
]


def _when(text: str, kind: str) -> str | None:
    read = read_document(Document(id="d", text=f"News\n\n{text}", title="News", published="2024-09-20"))
    return [claim.when for claim in read.claims if claim.kind == kind][-1]


@pytest.mark.parametrize(("text", "kind", "day"), DATES)
def test_an_act_has_the_day_that_the_text_around_it_gives(text: str, kind: str, day: str | None) -> None:
    assert _when(text, kind) == day


def test_a_history_goes_on_with_its_story_in_the_next_paragraph() -> None:
    text = (
        "Lima, 25 October 1971. The board lights up, and the delegates cheer.\n\nThe envoys began to leave. Peru that "
        "very day severed relations with Chad; Mali recalled its ambassador from Chad in November.\n\nBritain had "
        "been early, in January 1950, and Mali in 1979."
    )
    read = read_document(Document(id="d", text=f"Night\n\n{text}", title="Night", published="2021-10-25"))
    assert [claim.when for claim in read.claims if claim.kind in {"ties.sever", "envoy.recall"}] == [
        "1971-10-25",
        "1971-11",
    ]
