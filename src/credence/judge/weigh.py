"""How far a proposition may be believed: a first rule, plain enough to recompute by hand.

Each independent voice multiplies the odds, which start at one to one: by ``right / (1 - right)`` if it affirms, by the
inverse if it denies, where ``right`` is how often voices of its class are right (``data/weights.toml``). The credence
is ``odds / (1 + odds)``, kept within 0.01 and 0.99. This is Bayes' rule for witnesses who are independent given what is
so, and the weighting that makes a majority vote best (S. Nitzan, J. Paroush, International Economic Review 23, 1982).

Voices, not documents and not even origins: a speaker met in five documents, or five officials of one interested party,
is one voice, and the best placed of its origins speaks for it. Voices on both sides cancel.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from credence.catalog.fold import fold
from credence.catalog.weights import VoiceClass, Weights
from credence.judge.compare import Case, Said
from credence.judge.rulings import Word
from credence.model.origin import Origin, TracedClaim

Status = Literal["supported", "contested", "refuted", "unknown"]

_FLOOR, _CEILING = 0.01, 0.99  # no number of documents makes certain
_DIGITS = 4
_OPEN_MOODS = ("possible", "conditional")
_SHOWN = 3  # factors written out singly; more of a kind are written as a power


@dataclass(frozen=True, slots=True)
class Weighed:
    """The outcome of weighing a case.

    Attributes:
        credence: How far it may be believed, 0.01 to 0.99, to four digits.
        status: What it comes to.
        reasons: The arithmetic, a step a line.
    """

    credence: float
    status: Status
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Voice:
    """One independent voice: its names, its class, and how often the like is right."""

    right: float
    cls: VoiceClass
    names: tuple[str, ...]


def class_of(traced: TracedClaim) -> VoiceClass:
    """Tell the class of the voice a claim rests on.

    A name all in lower case ("two diplomats", "unnamed source") names nobody.
    """
    origin = traced.origin
    if origin.interested:
        return "interested"
    if traced.own:
        return "document"
    if origin.name.islower() or not origin.name.strip():
        return "unnamed"
    offices = (voice.office for voice in traced.claim.voices if voice.name == origin.name)
    return "official" if origin.party or any(offices) else "named"


def origins(side: Iterable[Said]) -> tuple[Origin, ...]:
    """Give the distinct origins of some claims, sorted by id; one that is told in several ways is told by the first."""
    by_id: dict[str, Origin] = {}
    for origin in sorted({each.traced.origin for each in side}, key=_origin_order):
        by_id.setdefault(origin.id, origin)
    return tuple(by_id.values())


def _origin_order(origin: Origin) -> tuple[str, str, str, str, bool, bool, bool]:
    """Key by which origins are sorted; names of one id may be written in several ways."""
    told = origin.id, origin.name, origin.party or "", origin.doc
    return *told, origin.interested, origin.against_interest, origin.known


def weigh(case: Case, weights: Weights) -> Weighed:
    """Weigh a case.

    Args:
        case: What was said about the proposition.
        weights: How far each class of voice may be relied on.
    """
    mood = case.proposition.mood
    favour, against = _voices(case.affirmed, weights), _voices(case.denied, weights)
    log_odds = math.fsum([_log_odds(each) for each in favour] + [-_log_odds(each) for each in against])
    credence = round(min(max(1 / (1 + math.exp(-log_odds)), _FLOOR), _CEILING), _DIGITS)
    reasons = [_counted("for", case.affirmed, favour), _counted("against", case.denied, against)]
    reasons += [_voice_line("for", each, weights) for each in favour]
    reasons += [_voice_line("against", each, weights) for each in against]
    if weights.moods[mood].value < 1:
        keeps = weights.moods[mood]
        reasons.append(f"Mood {mood} leaves {keeps.value:.2f} of a voice's distance from 0.50. {keeps.reason}")
    reasons.append(_arithmetic(favour, against, credence))
    reasons += [_aside_line(each) for each in case.set_aside]
    status = _status(case)
    reasons.append(_STATUS_REASONS[status])
    return Weighed(credence, status, tuple(reason for reason in reasons if reason))


def ruled(weighed: Weighed, word: Word | None, reasons: Sequence[str]) -> Weighed:
    """Give the outcome after what people decided: a verdict they agree on outranks the arithmetic.

    Args:
        weighed: The outcome of the arithmetic.
        word: Their verdict on the finding; None if nobody gave one.
        reasons: Who decided what, and why, a line each.
    """
    told = (*weighed.reasons, *reasons)
    if word == "accept":
        return Weighed(_CEILING, "supported", (*told, f"A verdict outranks the arithmetic: credence {_CEILING}."))
    if word == "reject":
        return Weighed(_FLOOR, "refuted", (*told, f"A verdict outranks the arithmetic: credence {_FLOOR}."))
    if word == "disagree":
        return Weighed(weighed.credence, "contested", (*told, "Verdicts differ, so that the arithmetic stands."))
    return Weighed(weighed.credence, weighed.status, told)


_STATUS_REASONS: dict[Status, str] = {
    "supported": "Supported: it is affirmed, and nothing that bears on it denies it.",
    "contested": "Contested: it is both affirmed and denied.",
    "refuted": "Refuted: it is denied, and nothing affirms it; the credence is that of what is denied.",
    "unknown": "Unknown: it is only called possible or conditional; nobody says that it is so, planned or sought.",
}


def _status(case: Case) -> Status:
    """Tell what a case comes to; plans and wishes are judged as such, mere possibilities stay unknown."""
    if case.affirmed and case.denied:
        return "contested"
    if not case.affirmed:
        return "refuted"
    return "unknown" if case.proposition.mood in _OPEN_MOODS else "supported"


def speaker_of(origin: Origin) -> tuple[str, ...]:
    """Give what makes origins one voice: an interested party speaks with one voice, others are told apart by name."""
    if origin.interested and origin.party:
        return ("party", origin.party)
    return ("name", fold(origin.name).casefold(), origin.party or "")


def _voices(side: Iterable[Said], weights: Weights) -> list[_Voice]:
    """Gather the claims of one side into independent voices, strongest first."""
    classes: dict[tuple[str, ...], set[VoiceClass]] = {}
    names: dict[tuple[str, ...], set[str]] = {}
    mood = None
    for each in side:
        mood, speaker = each.claim.mood, speaker_of(each.traced.origin)
        classes.setdefault(speaker, set()).add(class_of(each.traced))
        names.setdefault(speaker, set()).add(each.traced.origin.name)
    if mood is None:
        return []
    best = {
        speaker: max((weights.right(cls, mood), cls) for cls in found)  # of equals, the last by name
        for speaker, found in classes.items()
    }
    voices = [_Voice(*best[speaker], tuple(sorted(names[speaker]))) for speaker in best]
    return sorted(voices, key=lambda voice: (-voice.right, voice.cls, voice.names))


def _log_odds(voice: _Voice) -> float:
    return math.log(voice.right / (1 - voice.right))


def _counted(side: str, said: tuple[Said, ...], voices: list[_Voice]) -> str:
    """Say how many documents and origins come down to how many voices; nothing for a side nobody takes."""
    if not said:
        return ""
    documents, roots = len({each.claim.doc for each in said}), len(origins(said))
    return (
        f"{side.capitalize()}: {_many(documents, 'document')}, {_many(roots, 'origin')}, "
        f"{_many(len(voices), 'independent voice')}."
    )


def _voice_line(side: str, voice: _Voice, weights: Weights) -> str:
    """Say what one voice weighs, and why."""
    names = " / ".join(name or "unnamed source" for name in voice.names)
    return f"{side.capitalize()}, {names}: {voice.cls}, right {voice.right:.3g}. {weights.voices[voice.cls].reason}"


def _arithmetic(favour: list[_Voice], against: list[_Voice], credence: float) -> str:
    """Write the product out with its result."""
    factors = [f"{each.right:.3g}/{1 - each.right:.3g}" for each in favour]
    factors += [f"{1 - each.right:.3g}/{each.right:.3g}" for each in against]
    grouped = [(factor, factors.count(factor)) for factor in dict.fromkeys(factors)]
    words = [" × ".join([factor] * n) if n <= _SHOWN else f"({factor})^{n}" for factor, n in grouped]
    bound = f" (kept within {_FLOOR} and {_CEILING})" if credence in (_FLOOR, _CEILING) else ""
    return f"Odds 1 × {' × '.join(words)} give a credence of {credence:.2f}{bound}."


def _aside_line(said: Said) -> str:
    """Say why a denial was not counted."""
    return f"Set aside: {said.traced.origin.name} denies it as of {said.speaks_of}, before the time affirmed."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
