"""The date of what is said to have come close to, after or before something dated, where no words count between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from credence.model.sighting import Reach, Sighting
from credence.resolve.times.dated import EARLY, is_recent
from credence.resolve.times.dates import DateHit
from credence.resolve.times.nearby import begun
from credence.resolve.times.reckoning import DAY, MONTH, YEAR
from credence.resolve.times.undated import is_perfect, was_left

_SOME = re.compile(r"(?:^|\b(?:few|several|some|many|couple of|of) )(days|weeks|months)$")
_SHORT = re.compile(r"\b(?:days?|weeks?|fortnight)$")
_WHOLE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?")
_REACHES = {"days": 0, "weeks": 1, "months": 5}  # months that so many may be
_AGAIN = re.compile(r"re-?(?:open|establish|instat|sum|stor|new|start|turn|launch|appoint|activat)", re.IGNORECASE)
_GOING_ON = re.compile(r"\b(?:was|were) (?:\w+ )?$")
_FEW_DAYS, _MONTH_DAYS, _MONTHS = 6, 30, 12


def near(hit: DateHit | None) -> str | None:
    """The month of what happened within days of a date: "on 19 May, after its officials had met"."""
    if hit is None or hit.relation != "on" or hit.attributive or len(hit.edtf) < MONTH:
        return None
    early = len(hit.edtf) == DAY and int(hit.edtf[-2:]) <= EARLY
    first = begun(hit.edtf)
    return None if early or first is None else first[:MONTH]


def after(hit: DateHit | None, nature: str, year: str | None, *, soon: bool, again: bool = False) -> str | None:
    """The year of what comes after a dated event: "closed after it fell in 2021"; a state lasts since then.

    Of what comes right after it ("immediately after it fell in August 2021") it is the month.

    Args:
        hit: The date of the event.
        nature: What the kind of that which comes after is: "event", "state" or "stance".
        year: That of the document.
        soon: Whether it comes right after.
        again: Whether it undoes the event, which may be long past.
    """
    if hit is None or (again and not soon and nature == "event") or hit.relation != "on" or not hit.edtf[:4].isdigit():
        return None
    if nature == "state":
        return f"{hit.edtf.partition('/')[0]}/.."
    if soon and len(hit.edtf) >= MONTH and "/" not in hit.edtf:
        return hit.edtf[:MONTH]
    return None if hit.edtf[:4] == year else hit.edtf[:4]


def is_done_again(text: str, sighting: Sighting) -> bool:
    """Whether something is done that the event before it had ended: "reopened it after it was closed in 2011"."""
    return is_perfect(text, sighting) or _AGAIN.match(text, sighting.anchor.start) is not None


def some_way(gap: str, base: str | None, link: Literal["same", "after", "before"]) -> str | None:
    """The year, of days the month, of what lies an unsaid number of them from a date: "a few weeks after it fell".

    None where the stretch may reach into another year, or month.
    """
    if base is not None and len(base) == YEAR and _SHORT.search(gap):  # "in 2019, four days after Chad had"
        return base
    found = _SOME.search(gap)
    if found is None or base is None or not _WHOLE.fullmatch(base):
        return None
    reach = _REACHES[found[1]]
    month, later = int(base[5:7]), link == "after"
    if reach == 0 and len(base) == DAY and _FEW_DAYS < int(base[8:]) <= _MONTH_DAYS - _FEW_DAYS:
        return base[:MONTH]
    return base[:4] if 0 < month + (reach + 1 if later else -reach - 1) <= _MONTHS else None


def before(hit: DateHit | None, published: date | None, *, soon: bool) -> str | None:
    """The end of the time in which something lies that was before a dated event; shortly before it, the month."""
    if hit is None or hit.relation != "on" or published is None or "/" in hit.edtf:
        return None
    if soon and len(hit.edtf) >= MONTH:
        return hit.edtf[:MONTH]
    return None if is_recent(hit.edtf, published) else f"../{hit.edtf}"


def counting(text: str, sighting: Sighting) -> Sequence[Reach]:
    """The words that may date it; what never was shares no time but its own and that since which it is not."""
    if sighting.polarity != "denied" or was_left(text, sighting):
        going_on = _GOING_ON.search(text, sighting.quote.start, sighting.anchor.start) is not None
        ing = text[: sighting.anchor.end].endswith("ing")  # "said on Monday it was closing it after a raid in May"
        return sorted(sighting.scope, key=lambda reach: reach.link == "after") if ing and going_on else sighting.scope
    return [*sighting.scope[:1], *(reach for reach in sighting.scope[1:] if reach.link == "since")]


def latest(first: str | None, second: str | None) -> str | None:
    """The date of an act told twice: the one that is a day; of two days the later, for the act was repeated."""
    if first is None or second is None or second.startswith(first):
        return second or first
    days = [edtf for edtf in (first, second) if len(edtf) == DAY and edtf[0] != "."]
    return max(days, default=second if first.startswith("../") else first)
