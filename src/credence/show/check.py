"""An article checked: a summary, and each claim with its words beside what the ledger holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from credence.model.check import Bearing, Beside, Checked, CheckedClaim, Mark, Verdict
from credence.model.claim import Voice
from credence.model.finding import End, Finding
from credence.model.kind import Kind
from credence.model.origin import Origin
from credence.show.counts import difference_of
from credence.show.sentence import claim_sentence, finding_sentence
from credence.show.table import WIDTH, believed, new_table, render, short_ids
from credence.show.words import Label, day, many, safe, voice, when

_COUNTED: Mapping[Verdict, str] = {
    "older": "{n} older than what is known",
    "contradicted": "{n} contradicted",
    "count differs": "{n} with another number",
    "agrees": "{n} agreeing",
    "new": "{n} new",
}
_MARKS: Mapping[Mark, str] = {  # "dated otherwise" is said with the date
    "same origin": "Same origin: nobody else says so.",
    "one origin": "One origin only.",
}
_ORDER: tuple[Verdict, ...] = tuple(_COUNTED)
_NAMED = 3  # speakers named; the rest are counted


def checked_text(checked: Checked, kinds: Mapping[str, Kind], label: Label, *, width: int = WIDTH) -> str:
    """Lay out a checked article.

    Args:
        checked: The article with its claims.
        kinds: Kinds by id.
        label: Names of parties.
        width: Columns to use.

    Raises:
        BadKnowledge: A claim's or finding's kind is not among ``kinds``.
    """
    head = "".join(f"{line}\n" for line in _summary(checked))
    if not checked.claims:
        return head
    return f"{head}\n{render(_table(checked, kinds, label), width=width)}"


def _summary(checked: Checked) -> Iterator[str]:
    """Say what was checked, for which day, and what it came to."""
    document = checked.document
    named = f"“{safe(document.title)}”" if document.title else safe(document.id)
    about = [safe(part) for part in (document.publisher, document.published) if part]
    yield f"{', '.join([named, *about])}"
    yield f"{many(len(checked.claims), 'claim')} beside what held {when(checked.day.isoformat())}"
    told = ", ".join(_COUNTED[verdict].format(n=number) for verdict, number in checked.tally() if number)
    yield from [told] if told else []
    if checked.own:
        yield f"Recorded already, and left out: {', '.join(map(safe, checked.own))}"
    if checked.copies:
        yield f"Share its text: {', '.join(map(safe, checked.copies))}"


def _table(checked: Checked, kinds: Mapping[str, Kind], label: Label) -> Table:
    table = new_table("verdict", "the article says", "the ledger holds")
    short = short_ids(beside.finding.id for each in checked.claims for beside in each.beside)
    for each in sorted(checked.claims, key=lambda each: _ORDER.index(each.verdict)):
        claim = each.traced.claim
        said = f"{claim_sentence(claim, kinds, label)}\n“{safe(claim.quote.text)}”"
        table.add_row(each.verdict, Text(said), Text("\n".join(_held(each, short, kinds, label))))
    return table


def _held(checked: CheckedClaim, short: Mapping[str, str], kinds: Mapping[str, Kind], label: Label) -> Iterator[str]:
    """Say what the ledger holds about a claim."""
    if not checked.beside and not (checked.counted and checked.counted.located):
        yield "Nothing that bears on it."
    for beside in checked.beside:
        finding = beside.finding
        yield f"{bearing(checked, beside)}:"
        yield f"{finding_sentence(finding, kinds, label)} [{short[finding.id]}, {_judged(finding)}]"
    yield from notes(checked, label)


def bearing(checked: CheckedClaim, beside: Beside) -> str:
    """Say what a finding does to a claim it is set beside: "Ended on 6 September 2024"."""
    return _BEARINGS[beside.bearing](checked, beside)


def notes(checked: CheckedClaim, label: Label) -> Iterator[str]:
    """Say what else is to be known of a verdict: a difference of numbers, whose words they are, how few."""
    if checked.counted and checked.counted.located:
        yield f"{checked.counted.located} can be located; difference: {difference_of(checked.counted)}."
    if checked.origins:
        yield f"Per {_names(checked.origins, label)}."
    yield from (_MARKS[mark] for mark in checked.marks if mark in _MARKS)


def _names(origins: Sequence[Origin], label: Label) -> str:
    """Name the first few speakers, and count the rest."""
    names = sorted({voice(Voice(each.name, each.party), label) for each in origins})
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _judged(finding: Finding) -> str:
    """Say status and credence; a refuted finding is shown as its denial, and so is the figure."""
    return " ".join(believed(finding).split()[::-1])


def _done(checked: CheckedClaim, beside: Beside) -> str:
    mood = checked.traced.claim.mood
    return f"Calls it {mood}; done{_at(beside.at)}" if mood != "actual" else f"Held to be so{_at(beside.at)}"


def _at(end: End | None) -> str:
    """Say when, with a blank before: " on 6 September 2024", " by 3 June 2024", " between …"; nothing if not known."""
    if end is None or end.date is None:
        return ""
    first, slash, last = end.date.partition("/")
    if end.state == "known" or not slash:
        return f" {when(end.date)}"
    return f" by {day(last)}" if first == ".." else f" between {day(first)} and {day(last)}"


_BEARINGS: Mapping[Bearing, Callable[[CheckedClaim, Beside], str]] = {
    "says so": lambda checked, beside: (
        f"Says so, but{_at(beside.at)}" if "dated otherwise" in checked.marks else "Says so, too"
    ),
    "done": _done,
    "ended": lambda _, beside: f"Ended{_at(beside.at)}",
    "counted": lambda _, beside: f"Another number{_at(beside.at)}",
    "denied": lambda *_: "Not so, by what is held",
    "excluded": lambda _, beside: f"Cannot stand beside{_at(beside.at)}",
    "later": lambda _, beside: f"Only later{_at(beside.at)}",
    "otherwise": lambda _, beside: f"But{_at(beside.at)}",
}
