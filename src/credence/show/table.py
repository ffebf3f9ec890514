"""Tables of claims, findings and missions, meant to be read at 80 columns and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from rich.box import Box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from credence.model.claim import Claim, Voice
from credence.model.document import Span
from credence.model.finding import Finding
from credence.model.found import FoundClaim, FoundDocument
from credence.model.kind import Kind
from credence.model.origin import Origin
from credence.show.sentence import claim_sentence, finding_sentence, require_kind
from credence.show.words import Label, held, many, origins, safe, spell, value, voice

WIDTH = 80
"""Columns where the output is no terminal, so that it is the same everywhere."""

_SHORT = 9  # characters of an id: enough to tell a few thousand apart, few enough to type
_NAMED = 2  # origins named in a table; the rest are counted
_NEVER_WRAPPED = (
    *("finding", "claim id", "holds", "credence", "rests on"),
    *("located", "difference", "dated", "step", "day", "origins"),
)
_BOX = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def render(table: RenderableType, *, width: int = WIDTH, colour: bool = False) -> str:
    """Turn a table into text.

    Args:
        table: The table, or anything rich can lay out.
        width: Columns to use.
        colour: Whether to add colour; only for terminals that have it.

    Returns:
        Lines without blanks at their end, each closed by a line feed.
    """
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},  # what the terminal is like is the edge's business
    )
    with console.capture() as captured:
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Shorten ids to beginnings that tell these ids apart, at least nine characters long."""
    ordered = sorted(set(ids))
    longest = max(map(len, ordered), default=_SHORT)
    for length in range(_SHORT, longest):
        if len({each[:length] for each in ordered}) == len(ordered):
            return {each: each[:length] for each in ordered}
    return {each: each for each in ordered}


def claims_table(claims: Iterable[Claim], kinds: Mapping[str, Kind], label: Label) -> Table:
    """Lay out claims with their words, in the order of documents and text.

    Raises:
        BadKnowledge: A claim's kind is not among ``kinds``.
    """
    table = new_table("document", "claim", "words")
    for claim in sorted(claims, key=lambda each: (each.doc, each.quote.start, each.quote.end, each.id)):
        place = f"{safe(claim.doc)}\n{claim.quote.start}–{claim.quote.end}"
        table.add_row(
            Text(place, overflow="fold"),
            Text(f"{claim_sentence(claim, kinds, label)}\n{claim.kind}"),
            Text(f"“{safe(claim.quote.text)}”"),
        )
    return table


def findings_table(findings: Iterable[Finding], kinds: Mapping[str, Kind], label: Label) -> Table:
    """Lay out findings by kind and sentence, with on whose word, from when to when, and how far they may be believed.

    A refuted finding is shown as its denial ("No state recognises …"), with the credence of that denial.

    Raises:
        BadKnowledge: A finding's kind is not among ``kinds``.
    """
    chosen = list(findings)
    short = short_ids(each.id for each in chosen)
    rows = [(each.proposition.kind, finding_sentence(each, kinds, label), each) for each in chosen]
    table = new_table("finding", "what stands", "holds", "credence", "rests on")
    for _, sentence, finding in sorted(rows, key=lambda row: (row[0], row[1], row[2].id)):
        table.add_row(
            short[finding.id],
            Text(f"{sentence}\n{_whose_word(finding, label)}"),
            Text(holds(finding, kinds)),
            believed(finding),
            Text(f"{origins(finding.bounds, short=True)} in\n{many(finding.documents, 'document')}"),
        )
    return table


def found_documents_table(found: Iterable[FoundDocument]) -> Table:
    """Lay out documents that were found, with the words around the first ones met."""
    table = new_table("document", "words", "met")
    for each in found:
        document = each.document
        about = (document.published, document.publisher)
        place = "\n".join([safe(document.id), *(safe(part) for part in about if part)])
        lines = [safe(document.title)] if document.title else []
        lines += [_in_its_place(document.text, each.passage)] if each.passage else []
        table.add_row(Text(place, overflow="fold"), Text("\n".join(lines)), str(each.places))
    return table


def found_claims_table(found: Iterable[FoundClaim], kinds: Mapping[str, Kind], label: Label) -> Table:
    """Lay out claims that were found, with the findings they are evidence of.

    Raises:
        BadKnowledge: A claim's kind is not among ``kinds``.
    """
    chosen = list(found)
    short = short_ids(id_ for each in chosen for id_ in (each.claim.id, each.finding))
    table = new_table("claim id", "says", "words")
    for each in chosen:
        said = f"{claim_sentence(each.claim, kinds, label)}\n{each.claim.kind}, finding {short[each.finding]}"
        quote = f"“{safe(each.claim.quote.text)}”\n{safe(each.claim.doc)}"
        table.add_row(short[each.claim.id], Text(said), Text(quote, overflow="fold"))
    return table


def missions_table(findings: Iterable[Finding], kinds: Mapping[str, Kind], label: Label) -> Table:
    """Lay out findings about missions by host: where, what, whose, who runs it, since when.

    Whose a mission is and who runs it stay apart: an embassy of Afghanistan may be run by the Taliban, by diplomats of
    the Republic, or by nobody. Anything but an actual ``mission.operate`` says which act it is, in which mood, and
    whether it is not so; what is of a spell in power that is over says which.

    Args:
        findings: Findings; those of other families than ``mission``, or without a host, are left out.
        kinds: Kinds by id.
        label: Names of parties.

    Raises:
        BadKnowledge: A finding's kind is not among ``kinds``.
    """
    rows = [(mission_words(each, kinds, label), each) for each in findings if _is_mission(each)]
    table = new_table("where", "post", "whose", "run by", "holds", "credence")
    for cells, finding in sorted(rows, key=lambda row: (row[0], row[1].id)):
        table.add_row(*map(Text, cells), Text(holds(finding, kinds)), believed(finding))
    return table


def new_table(*headings: str) -> Table:
    """Start a table in our one style: lines of ASCII under the headings, a blank line between rows."""
    table = Table(box=_BOX, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), leading=1, header_style="bold")
    for heading in headings:
        # Words wrap, while ids, dates and figures are hard to read when cut.
        table.add_column(heading, no_wrap=heading in _NEVER_WRAPPED, overflow="fold")
    return table


def _is_mission(finding: Finding) -> bool:
    return finding.proposition.kind.startswith("mission.") and "host" in dict(finding.proposition.roles)


def mission_words(finding: Finding, kinds: Mapping[str, Kind], label: Label) -> tuple[str, ...]:
    """Give where, post, whose and run by, as words; several lines where several are named or something is noted."""
    about = finding.proposition
    said: dict[str, tuple[str, ...]] = {
        **dict(finding.details),
        **{name: (given,) if isinstance(given, str) else given for name, given in about.roles},
    }
    types = {role.name: role.type for role in require_kind(about.kind, kinds).roles}

    def words(*names: str) -> str:
        """Say the first of the roles that is stated, each of its values on its own line."""
        name = next((each for each in names if each in said), "")
        return "\n".join(value(each, types.get(name, "text"), label) for each in said.get(name, ())) or "–"

    act = about.kind.removeprefix("mission.")
    mark = ["not so:"] if finding.status == "refuted" else []
    mark += [] if about.mood == "actual" else [about.mood]
    mark += [] if act == "operate" and not mark else [act]
    notes = [" ".join(mark)] if mark else []
    notes += [f"spell {spell(about.spell)}"] if about.spell else []
    post = "\n".join([words("post"), *(f"({note})" for note in notes)])
    where = "\n".join([words("host"), *([words("city")] if "city" in said else [])])
    return where, post, words("of"), words("operator", "to")


def _in_its_place(text: str, passage: Span) -> str:
    """Quote part of a text, and say with dots whether there is more before and behind."""
    before, behind = (any(map(str.isalnum, part)) for part in (text[: passage.start], text[passage.end :]))
    return f"{'… ' if before else ''}{safe(passage.of(text))}{' …' if behind else ''}"


def _whose_word(finding: Finding, label: Label) -> str:
    """Say on whose word the sentence shown stands, and who denies it, a few by name."""
    against = "per" if finding.status == "refuted" else "denied by"
    sides = (("per", finding.origins_for), (against, finding.origins_against))
    return "\n".join(f"{word} {_names(side, label)}" for word, side in sides if side)


def _names(side: Sequence[Origin], label: Label) -> str:
    """Name the first few speakers, and count the rest."""
    names = sorted({voice(Voice(each.name, each.party), label) for each in side})
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def holds(finding: Finding, kinds: Mapping[str, Kind]) -> str:
    """Say begin and end on lines short enough for a column."""
    lines = held(finding, require_kind(finding.proposition.kind, kinds))
    return "\n".join(lines).replace("within ", "within\n")


def believed(finding: Finding) -> str:
    """Give credence and status; a refuted finding is shown as its denial, so the figure is that of the denial, too."""
    if finding.status == "refuted":
        return f"{1 - finding.credence:.2f}\ndenial"
    return f"{finding.credence:.2f}\n{finding.status}"
