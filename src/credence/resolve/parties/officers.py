"""Officers of those in whose name an official paper is: "Assistant Secretary Rojas", with no land's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from credence.catalog.charges import BIG, CHARGE, FAMILY, GIVEN, NO_NAME

_OWN_OFFICE = (
    r"(?:(?:Acting|Principal|Senior|Deputy|Assistant|Under|Special|Presidential|Bureau) )+"
    r"(?:Secretary|Envoy|Representative|Coordinator|Official|Advis[eo]r|Negotiator)(?! ?-?General)"
    r"|Counsell?or(?: of the Department)?"
    r"|(?:(?:Prime|Foreign|Deputy|Vice|State|Acting|Defen[cs]e|Interior) )*"
    r"(?:Minister|Vice-Minister|Undersecretary|Under-Secretary)"
    r"(?: of (?:Foreign|External) Affairs(?: and [A-Z]\w+(?: [A-Z]\w+)?)?)?"
)
_OFFICER = re.compile(
    rf"(?<![\w-])(?:U\.S\. |US )?(?:{_OWN_OFFICE})(?:"
    rf"(?:{CHARGE}| (?:on|to) (?:the )?{BIG}(?: {BIG})?) (?P<charged>{GIVEN} {FAMILY})(?= [a-z]|['’]s |,|\.?$|[;:)])"
    rf"|(?: of State)?(?: \([A-Z]+\))? (?:Ambassador )?"
    rf"(?P<named>{NO_NAME}[A-Z][\w’'-]+(?: (?:[A-Z]\. )?{NO_NAME}(?:[ae]l-)?[A-Z][\w-]+(?: [ae]l-[A-Z][\w-]+)?)?))",
    re.MULTILINE,
)
_ANOTHERS = re.compile(r"(?:\b(?:[A-Z]\.)+|[A-Z]\w*|['’]s?|\)) \Z")  # "UN Special Envoy", "Peru’s Deputy Secretary"
_LISTED = re.compile(r"(?:,|, and| and|;) \Z")
_JOINING = re.compile(r"(?:^|[.:;,\n] ?|\b)(?:And|But|The|Our|On|In|While|When|As|After|With|Then) \Z")
_UNIT = re.compile(r"\b(?:Bureau|Office|Department) (?:of|for) (?:[A-Z][\w’'-]*,? |and |the |of |for )*\Z")
_SENTENCE = re.compile(r"[a-z)]\.\s|\n|;|\b(?:met|spoke|said|will)\b")  # with another clause another list begins
_BACK = 90


def own_officers(text: str) -> Iterator[str]:
    """Give the names of officers whom a paper names without saying whose they are.

    Args:
        text: The document's text.
    """
    own: list[str] = []
    others: set[str] = set()
    theirs = -1
    for met in _OFFICER.finditer(text):
        before = text[max(0, met.start() - _BACK) : met.start()]
        name = re.sub(r"['’]s?$", "", met["charged"] or met["named"])
        listed = "Minister" in met[0] and theirs >= 0 and _LISTED.search(before) is not None
        listed = listed and not _SENTENCE.search(text, theirs, met.start())
        if not listed and (not _ANOTHERS.search(before) or _JOINING.search(before) or _UNIT.search(before)):
            own.append(name)
            continue
        others |= {*name.split()}  # of "Noh Kyu-duk", too, either may be the surname
        theirs = met.end()  # "the Peruvian Prime Minister X, Foreign Minister Y, and …"
    yield from (
        name for name in own if name.split()[-1] not in others
    )  # "UN Special Envoy on Chad X … Special Envoy X"
