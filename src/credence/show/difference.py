"""What became of a finding, in a few lines."""

from __future__ import annotations

from collections.abc import Mapping

from credence.model.difference import Difference
from credence.model.finding import Finding, Holds
from credence.model.kind import Kind
from credence.model.origin import bounds
from credence.show.sentence import finding_sentence
from credence.show.words import Label, begins, ends, many, origins, safe, when

_SIGNS = {"appeared": "+", "ended": "|", "changed": "~", "vanished": "-"}
_SHOWN = 9


def difference_lines(difference: Difference, kinds: Mapping[str, Kind], label: Label) -> list[str]:
    """Say what became of a finding: a sign and the sentence, what differs, and why.

    Args:
        difference: What differs.
        kinds: Kinds by id.
        label: Names of parties.

    Raises:
        BadKnowledge: The finding's kind is not among ``kinds``.
    """
    finding = difference.finding
    sentence = finding_sentence(finding, kinds, label)
    lines = [f"{_SIGNS[difference.what]} {difference.what}: {sentence}  [{finding.id[:_SHOWN]}]"]
    lines += [f"    {line}" for line in change_lines(difference)]
    return [*lines, *(f"    because: {safe(line)}" for line in difference.why)]


def changes(difference: Difference) -> list[tuple[str, str, str]]:
    """Give what differs about a finding: its name, what it was, what it is; nothing where it appeared or vanished."""
    if difference.before is None or difference.after is None:
        return []
    was, now = _told(difference.before), _told(difference.after)
    return [(name, was[name], now[name]) for name in now if was[name] != now[name]]


def change_lines(difference: Difference) -> list[str]:
    """Say what differs about a finding, a line each."""
    return [f"{name}: {was} → {now}" for name, was, now in changes(difference)]


def holds_line(asked: str, answer: Holds) -> str:
    """Say whether a finding holds on the day asked for, EDTF, as far as recorded."""
    said = {"yes": "it holds", "no": "it does not hold", "possibly": "it may hold; that is not recorded"}
    words = when(asked)
    return f"{words[:1].upper()}{words[1:]}: {said[answer]}."


def _told(finding: Finding) -> dict[str, str]:
    """Say each thing about a finding that can change, by its name."""
    return {
        "begins": begins(finding.begins),
        "ends": ends(finding.ends),
        "credence": f"{finding.credence:.2f}",
        "status": finding.status,
        "details": "; ".join(f"{name}: {', '.join(map(safe, values))}" for name, values in finding.details) or "none",
        "for": origins(bounds(finding.origins_for)),
        "against": origins(bounds(finding.origins_against)),
        "read in": many(finding.documents, "document"),
    }
