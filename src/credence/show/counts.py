"""Numbers that were claimed, beside what can be located: a table of each, unit by unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from rich.table import Table
from rich.text import Text

from credence.model.claim import Voice
from credence.model.counts import Cause, Counted, Explanation, Located, Stands, UnitCounts
from credence.model.finding import Finding
from credence.model.kind import Kind
from credence.show.table import WIDTH, believed, holds, new_table, render, short_ids
from credence.show.words import Label, count, many, safe, value, voice

STANDS: Mapping[Stands, str] = {
    "certain": "stands",
    "open": "begun, end unknown",
    "unsettled": "not settled",
    "ended": "ended before",
    "later": "begun only later",
    "planned": "planned only",
    "denied": "denied or doubted",
}
"""How something stands on a day, in words."""
_CAUSES: Mapping[Cause, str] = {
    "ended": "{n} ended before the day",
    "later": "{n} began only after the day",
    "unsettled": "{n} of which it is not settled whether they stood on the day",
    "planned": "{n} planned, sought or possible, not told as done",
    "denied": "{n} denied, or not believed",
    "unnamed": "{n} in places that nobody names",
    "unsaid": "{n} of which it is not said what they are",
    "others": "{n} of its own run by others",
    "unrecorded": "{n} that nothing recorded locates",
    "more": "more can be located than are claimed",
    "day": "counted on another day ({about})",
    "scope": "counted within {about}, which the list does not tell apart",
    "units": "the same number is claimed of {about}: the unit may be mistaken",
    "derived": "may be made from {about}, claimed before, with what was begun since: then it is no count of its own",
}


def counts_text(counts: Iterable[UnitCounts], kinds: Mapping[str, Kind], label: Label, *, width: int = WIDTH) -> str:
    """Lay out numbers and lists, a unit after the other.

    Args:
        counts: What was claimed and located.
        kinds: Kinds by id.
        label: Names of parties.
        width: Columns to use.

    Raises:
        BadKnowledge: A finding's kind is not among ``kinds``.
    """
    return "\n".join("".join(_unit(each, kinds, label, width)) for each in counts)


def _unit(counts: UnitCounts, kinds: Mapping[str, Kind], label: Label, width: int) -> Iterator[str]:
    places = [finding for each in (*counts.located, *counts.apart) for finding in each.findings]
    short = short_ids(finding.id for finding in (*places, *(each.finding for each in counts.claimed)))
    yield f"CLAIMED: {counts.says}\n"
    yield render(_claimed(counts, short, label), width=width)
    yield from _explained(counts, label, width)
    if not counts.can_be_located:
        yield f"\nLOCATED: {counts.says} are not listed one by one\n"
        return
    yield f"\nLOCATED: {located_words(counts)}\n"
    if counts.located or counts.apart:
        yield render(_listed((*counts.located, *counts.apart), short, kinds, label), width=width)


def _explained(counts: UnitCounts, label: Label, width: int) -> Iterator[str]:
    """Say what could explain the differences; what several numbers share is said once."""
    shared: dict[str, list[str]] = {}
    for each in counts.claimed:
        for why in each.explanations:
            shared.setdefault(cause_words(why), []).append(f"{count(each.value)} per {voice(speaker_of(each), label)}")
    if shared:
        yield "\nWhat could explain the differences\n"
    for cause, numbers in shared.items():
        whose = "each" if len(numbers) == len(counts.claimed) > 1 else ", ".join(numbers)
        said = cause if len(counts.claimed) == 1 else f"{whose}: {cause}"
        yield "\n".join(wrap(said, width, initial_indent="  ", subsequent_indent="    ")) + "\n"


def located_words(counts: UnitCounts) -> str:
    """Say how many are located, and how far."""
    number = {stands: sum(each.stands == stands for each in counts.located) for stands in STANDS}
    begun = number["certain"] + number["open"]
    parts = [f"{number['certain']} for certain", f"{number['open']} with an end unknown"]
    parts += [f"{number['unsettled']} not settled"] if number["unsettled"] else []
    parts += [f"{len(counts.apart)} set apart"] if counts.apart else []
    return f"{begun} {counts.says} ({', '.join(parts)})"


def _claimed(counts: UnitCounts, short: Mapping[str, str], label: Label) -> Table:
    table = new_table("finding", "claimed", "by whom", "dated", "rests on", "located", "difference")
    for each in counts.claimed:
        table.add_row(
            short[each.finding.id],
            Text(number_words(each, label)),
            Text("\n".join([voice(speaker_of(each), label), *(["a party to it"] if each.interested else [])])),
            Text(_span(each.days)),
            Text(f"{many(each.origins, 'origin')} in\n{many(each.documents, 'document')}"),
            str(each.located) if counts.can_be_located else "–",
            difference_of(each),
        )
    return table


def speaker_of(number: Counted) -> Voice:
    """Name who claims it; of several names of one voice the first."""
    return Voice(number.names[0], number.party)


def _span(days: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys((days[0], days[-1]))) if days else "no date"


def number_words(number: Counted, label: Label) -> str:
    """Say the number, and how it is claimed if not as plainly so."""
    marks = ["not so"] if number.polarity == "denied" else []
    marks += [number.mood] if number.mood != "actual" else []
    lines = [count(number.value), *([f"({', '.join(marks)})"] if marks else [])]
    lines += [f"in {value(number.scope, 'scope', label)}"] if number.scope and number.scope != "world" else []
    return "\n".join(lines)


def difference_of(number: Counted) -> str:
    """Say how many more are claimed than located: "12", "13 or more", "3 fewer"."""
    least, most = number.missing
    if least is None and most is None:
        return "–"
    about = "about " if number.value.startswith("~") else ""
    if least == most:
        return f"{about}{_signed(least)}"
    if most is None:
        return f"{about}{_signed(least)} or more"
    return f"{about}up to {_signed(most)}" if least is None else f"{about}{_signed(least)} to {_signed(most)}"


def _signed(number: int | None) -> str:
    number = number or 0
    return "none" if number == 0 else str(number) if number > 0 else f"{-number} fewer"


def cause_words(why: Explanation) -> str:
    """Say what could explain a part of a difference."""
    about = [why.about[0], *why.about[-1:][: len(why.about) - 1]] if why.cause == "day" else why.about
    return _CAUSES[why.cause].format(n=why.number, about=" to ".join(about) if why.cause == "day" else _list(about))


def _list(about: Sequence[str]) -> str:
    return ", ".join(map(safe, about))


def _listed(places: Iterable[Located], short: Mapping[str, str], kinds: Mapping[str, Kind], label: Label) -> Table:
    table = new_table("finding", "where", "told as", "on the day", "holds", "credence")
    for each in places:
        best = each.findings[0]
        more = [f"and {len(each.findings) - 1} more"] if len(each.findings) > 1 else []
        where = [
            value(each.where, "party", label) if each.where else "not named",
            *([safe(each.city)] if each.city else []),
        ]
        table.add_row(
            short[best.id],
            Text("\n".join(where)),
            Text("\n".join([*(value(said, "post", label) for said in each.said), f"({_act(best)})", *more])),
            Text(STANDS[each.stands]),
            Text(holds(best, kinds)),
            Text(believed(best)),
        )
    return table


def _act(finding: Finding) -> str:
    """Say which act it is told as: "transfer", "planned open"."""
    about = finding.proposition
    act = about.kind.rpartition(".")[2]
    return act if about.mood == "actual" else f"{about.mood} {act}"
