"""What a report opens with that tells nothing of its story: where and when it was written, and by whom."""

from __future__ import annotations

import re

from credence.read.words.forms import MONTH

_AGENCY = r"\([\w' /.,\-]{2,40}\)"
_KNOWN = r"\((?:[A-Z]{2,8}|Reuters|Xinhua|Interfax)\)"
_TOWN = r"(?!In |On )[A-Z][\w'’.-]+(?:,? [A-Z][\w'’.-]+){0,3}"
_MONTH = rf"(?:{MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_DASH = r"(?:\.?- ?|\.? ?[–—] ?| -{1,2} |: )"
DATELINE = re.compile(  # "BRUSSELS - ", "ABU DHABI, 21 August 2024 - ", "WASHINGTON (Reuters) - ", "KABUL / DUBAI: "
    r"[A-Z][A-Z'’.\-]{2,}(?:[ /,]+[A-Z][A-Za-z'’.\-]+)*(?:,? (?:\d{1,2} )?[A-Z][a-z]+\.?(?: \d{1,2})?(?:,? \d{4})?)?"
    rf"(?: ?{_AGENCY})?(?: ?[–—] ?| -{{1,2}} |: )"
    r"|[A-Z][A-Z'’.\-]{2,} \([^()\n]{2,60}\) (?=[A-Z])"  # "ATHENS (Sputnik - 6th February) Peru"
    r"|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?,? \([^()\n]*(?:News\b|/)[^()\n]*\d{4} ?\) ?:?"  # "Lima (Wire - 1 May, 2021) "
    r"|(?:[A-Z][a-z'’.-]+ ){0,2}[A-Z][a-z'’.-]+ — (?=[A-Z])"  # "Lima — Peru"
    rf"|(?:{_TOWN}, {_DAY}(?:,? ?{_AGENCY})?|{_DAY} ?{_AGENCY}){_DASH}"  # "Lima, May 3, 2021–", "March 5 (EFE).- "
    rf"|[A-Z][a-z'’\-]+(?: [A-Z][a-z]+){{0,2}}, [A-Z]{{2,8}}{_DASH}"  # "Lima, EFE – "
    rf"|(?:{_TOWN} ?)?{_KNOWN}{_DASH}?(?=[A-Z])"  # "Lima (AP) — "
)
"""A dateline, with the dash or colon behind it; its city is nobody that acts."""
