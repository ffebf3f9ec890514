"""States that change sides or their minds, where only that they did is said: "Chad went over", "changed its mind"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from credence.model.document import Span
from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.parties.mentions import Mentions
from credence.resolve.roles.focus import Dyad, Focus

_RIVAL = {"cn": "tw", "tw": "cn"}
_SIDES = frozenset({"recognizer-goes-over-alone", "recognizer-switches-alone", "recognizer-changes-sides-alone"})
_MINDS = frozenset(
    {
        "recognizer-thinks-better",
        "recognizer-takes-it-back",
        "recognizer-changes-its-mind",
        "recognizer-reverses-itself",
    }
    | {"recognizer-goes-back-on-it"}
)
_UNDONE = {
    "recognition.grant": "recognition.withdraw",
    "recognition.withdraw": "recognition.grant",
    "ties.establish": "ties.sever",
    "ties.restore": "ties.sever",
    "ties.sever": "ties.restore",
}
_NEAR = 3  # sentences after an act in which somebody may think better of it


def turned_round(sighting: Sighting, mentions: Mentions, focus: Focus) -> Sighting | None:
    """Give what was met with what the text leaves unsaid of a change of sides or of mind.

    Args:
        sighting: What was met.
        mentions: Who is who in the document.
        focus: What was told so far.

    Returns:
        The sighting; None where the text does not tell from whom somebody turned, or what he took back.
    """
    if sighting.pattern.removesuffix("-from") in _SIDES:
        return _with_side(sighting, mentions, focus.lost(sighting.sentence))
    return _undone(sighting, mentions, focus.told) if sighting.pattern in _MINDS else sighting


def _with_side(sighting: Sighting, mentions: Mentions, lost: str | None) -> Sighting | None:
    side = lost if sighting.kind == "recognition.withdraw" else _RIVAL.get(lost or "")
    named = _named(side, mentions) if lost in _RIVAL else None
    return None if named is None else replace(sighting, fillers=(*sighting.fillers, named))


def _undone(sighting: Sighting, mentions: Mentions, told: Sequence[Dyad]) -> Sighting | None:
    """The contrary of what somebody did last: "recognised it in 2008 and thought better of it in 2013"."""
    near = [d for d in reversed(told) if 0 <= sighting.sentence - d.sentence <= _NEAR and d.kind in _UNDONE]
    if near and any(f.role == "recognizer" and f.phrase.form == "pronoun" for f in sighting.fillers):
        doer = _named(near[0].first, mentions)  # "It thought better of it": who did it, and not to whom
        fillers = (replace(f, phrase=doer.phrase) if doer and f.role == "recognizer" else f for f in sighting.fillers)
        sighting = replace(sighting, fillers=tuple(fillers))
    doing = {p for f in sighting.fillers if f.role == "recognizer" for p in mentions.parties_of(f.phrase)}
    likely = sorted(near, key=lambda d: not d.kind.startswith("recognition"))
    last = next((d for d in likely if d.first in doing or d.second in doing), None)
    if last is None or len(doing) != 1 or (last.kind.startswith("recognition") and last.first not in doing):
        return None
    other = _named(last.second if last.first in doing else last.first, mentions)
    if other is None:
        return None
    kind = _UNDONE[last.kind]
    if kind.startswith("ties."):
        doers = (replace(f, role="parties") if f.role == "recognizer" else f for f in sighting.fillers)
        return replace(
            sighting, kind=kind, fillers=(*doers, replace(other, role="parties", slot=len(sighting.fillers)))
        )
    return replace(sighting, kind=kind, fillers=(*sighting.fillers, other))


def _named(party: str | None, mentions: Mentions) -> Filler | None:
    """A filler with words that name a party; None where the text has none."""
    found = next((m for m in mentions.mentions if m.party == party and not m.person), None)
    if found is None:
        return None
    return Filler("recognized", "party", Phrase.named(mentions.text, Span(found.start, found.end)))
