"""Dates, numbers, names and quoted text in plain words, safe for any terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from credence.model.claim import RoleValue, Voice
from credence.model.finding import End, Finding
from credence.model.kind import Kind

Label = Callable[[str], str]
"""Gives the short name of a party by its id, and gives back unchanged what is no id of a party."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_VAGUE = {"?": ", uncertain", "~": ", approximately", "%": ", uncertain and approximate"}
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MAY_NAME_PARTIES = ("party", "party-set", "body", "claimant", "territory", "holder", "target", "scope")
_HIDDEN = {"Cc", "Cf", "Cs"}  # controls, marks that reorder or hide text, halves of characters
_HARMLESS = "\u200c\u200d\u00ad"  # joiners that some scripts need, and the soft hyphen


def safe(text: str) -> str:
    """Make text of others fit for a terminal: on one line, and with nothing in it that steers the terminal.

    Control characters and marks that change the order of writing become "�", blanks of any kind one space.
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join("�" if unicodedata.category(char) in _HIDDEN and char not in _HARMLESS else char for char in line)


def many(count: int, noun: str) -> str:
    """Say how many: "1 origin", "3 origins"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def origins(bounds: tuple[int, int], *, short: bool = False) -> str:
    """Say how many origins there are, of which some may rest on others: "1 origin", "between 1 and 3 origins".

    Args:
        bounds: Between which numbers their number lies.
        short: Whether there is little room: "1 to 3 origins".
    """
    low, high = bounds
    if low == high:
        return many(high, "origin")
    return f"{low} to {high} origins" if short else f"between {low} and {high} origins"


def day(edtf: str) -> str:
    """Say a date without a slash: "15 August 2021", "August 2021", "2021, uncertain"; other EDTF as written."""
    bare, mark = (edtf[:-1], edtf[-1]) if edtf[-1:] in _VAGUE else (edtf, "")
    found = _ISO.fullmatch(bare)
    if not found:
        return safe(edtf)
    year, month, number = found[1], int(found[2] or 0), int(found[3] or 0)
    name = _SEASONS.get(month) or (_MONTHS[month - 1] if 0 < month <= len(_MONTHS) else "")
    return " ".join(filter(None, [str(number or ""), name, year])) + _VAGUE.get(mark, "")


def when(edtf: str) -> str:
    """Say when: "on 15 August 2021", "in 2021", "since August 2021", "until 2001", "from 1996 to 2001"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return f"{'on' if edtf.count('-') > 1 else 'in'} {day(edtf)}"
    if last == "..":
        return f"since {day(first)}"
    return f"until {day(last)}" if first == ".." else f"from {day(first)} to {day(last)}"


def spell(edtf: str) -> str:
    """Say a spell in power by its years: "1996–2001", "2017"."""
    return "–".join(dict.fromkeys(day(end).rpartition(" ")[2] for end in edtf.split("/")))


def begins(end: End) -> str:
    """Say the start of an interval in a few characters: "from 2023-12", "by 2024-09-20", "begin unknown"."""
    if end.date is None:
        return "begin unknown"
    first, slash, last = end.date.partition("/")
    if end.state == "known":
        return f"from {end.date}"
    return f"by {last}" if first == ".." else f"from within {first} to {last}" if slash else f"from within {end.date}"


def ends(end: End) -> str:
    """Say the end of an interval in a few characters; an unknown one is always called so."""
    if end.date is None:
        return "end unknown"
    first, slash, last = end.date.partition("/")
    if end.state == "known":
        return f"to {end.date}"
    return f"ended by {last}" if first == ".." else f"to within {first} to {last}" if slash else f"to within {end.date}"


def held(finding: Finding, kind: Kind) -> tuple[str, ...]:
    """Say the interval of a finding: its two ends; for what was over when done just when it was ("on 2024-09-12")."""
    if kind.over and finding.proposition.mood == "actual" and finding.begins == finding.ends:
        return (_moment(finding.begins),)
    return begins(finding.begins), ends(finding.ends)


def _moment(end: End) -> str:
    """Say when something was that began and ended in one: "in 2023-12", "by 2024-09-20", "within 2021 to 2023"."""
    if end.date is None:
        return "time unknown"
    if end.state == "known":
        return f"{'on' if end.date.count('-') > 1 else 'in'} {end.date}"
    return begins(end).removeprefix("from ")


def count(value: str) -> str:
    """Say a number as the codebook writes it: "~40" about, "40.." or more, "..40" up to; others as written."""
    low, dots, high = value.removeprefix("~").partition("..")
    numbers = " to ".join(_grouped(part) for part in (low, high) if part)
    about = "about " if value.startswith("~") else ""
    if not dots or (low and high):
        return about + numbers
    return f"{about}{numbers} or more" if low else f"{about}up to {numbers}"


def _grouped(number: str) -> str:
    """Set thousands apart, where it is a number."""
    return f"{int(number):,}" if number.isascii() and number.isdigit() else safe(number)


def value(said: RoleValue, kind_of: str, label: Label, every: str = "every state") -> str:
    """Say the value of a role.

    Args:
        said: A party id or words, or several of them.
        kind_of: The role's type, as in ``Role``.
        label: Names of parties.
        every: What stands for "*".
    """
    values = [said] if isinstance(said, str) else list(said)
    words = [_one(each, kind_of, label, every) for each in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _one(said: str, kind_of: str, label: Label, every: str) -> str:
    if said == "*":
        return every
    if kind_of in _MAY_NAME_PARTIES:
        return safe(label(said))
    if kind_of in ("post", "rank"):
        return safe(said.replace("-", " "))
    return count(said) if kind_of in ("count", "money") else safe(said)


def voice(said: Voice, label: Label) -> str:
    """Name a voice with the party it speaks for and its office, as the text writes it."""
    named, party = safe(said.name), safe(label(said.party)) if said.party else None
    about = [part for part in (party, safe(said.office) if said.office else None) if part and part != named]
    return f"{named} ({', '.join(about)})" if about else named


def voices(chain: tuple[Voice, ...], label: Label) -> str:
    """Name a chain of voices, nearest first: "Ana Prado (Brazil), as passed on by Harbour Gazette"."""
    return ", as passed on by ".join(voice(each, label) for each in chain)
