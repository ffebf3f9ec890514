"""How far a proposition may be believed, by arithmetic that can be followed by hand.

The odds start where its kind puts them (``prior``). Each independent voice multiplies them by ``right / (1 - right)``
if it affirms, by the inverse if it denies, where ``right`` is how often the like are right. A voice that may share its
root with another counts for a part only: its factor is raised to a power below 1. The credence is the share that the
odds come to, kept within bounds. This is Bayes' rule for witnesses who are independent given what is so, and the
weighting that makes a majority vote best (S. Nitzan, J. Paroush, International Economic Review 23, 1982); raising
likelihoods of witnesses who are not independent to a power is R. F. Bordley's (Management Science 28, 1982). Every
number is in ``data/weights.toml``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from credence.catalog.weights import Weights
from credence.judge.agreement import counts, weight
from credence.judge.arithmetic import Side, lines
from credence.judge.case import Case, Said
from credence.judge.rulings import Word
from credence.judge.voices import hear
from credence.model.origin import Origin

Status = Literal["supported", "contested", "refuted", "unknown"]

_DIGITS = 4
_OPEN_MOODS = ("possible", "conditional")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The outcome of weighing a case.

    Attributes:
        credence: How far it may be believed, within the bounds of the weights, to four digits.
        status: What it comes to.
        favour: The voices that affirm it.
        against: The voices that deny it.
    """

    credence: float
    status: Status
    favour: Side
    against: Side


def origins(side: Iterable[Said]) -> tuple[Origin, ...]:
    """Give the distinct origins of some claims, sorted by id; one that is told in several ways is told by the first."""
    by_id: dict[str, Origin] = {}
    for origin in sorted({each.traced.origin for each in side if each.traced}, key=_origin_order):
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
    heard = hear(case, weights)
    shared = {circle: chance.value for circle, chance in weights.shared.items()}
    favour, against = (Side(voices, counts(voices, shared)) for voices in (heard.affirm, heard.deny))
    prior = weights.prior(case.kind.id)
    credence = believed(prior.value, weight(*favour), weight(*against), weights)
    return Weighed(credence, _status(case), favour, against)


def reckoning(case: Case, weighed: Weighed, weights: Weights) -> tuple[str, ...]:
    """Write out how a case was weighed, a step a line, fit for reading.

    Args:
        case: What was said about the proposition.
        weighed: What it came to, before what people decided.
        weights: How far each class of voice may be relied on.
    """
    favour, against = weighed.favour, weighed.against
    reasons = (
        _counted("for", case.affirmed, favour),
        _counted("against", case.denied, against),
        *lines(case.proposition, favour, against, case.turned, weighed.credence, weights),
        *(_aside_line(each) for each in case.set_aside),
        _STATUS_REASONS[weighed.status],
    )
    return tuple(reason for reason in reasons if reason)


def believed(prior: float, favour: float, against: float, weights: Weights) -> float:
    """Turn what both sides weigh into a credence, to four digits.

    Args:
        prior: How far the like is believed before anybody is weighed, between 0 and 1.
        favour: What the voices that affirm weigh, as the logarithm of odds.
        against: The same of those that deny.
        weights: For the bounds.
    """
    odds = math.fsum([math.log(prior / (1 - prior)), favour, -against])
    least, most = weights.bounds["least"].value, weights.bounds["most"].value
    return round(min(max(1 / (1 + math.exp(-odds)), least), most), _DIGITS)


def ruled(weighed: Weighed, word: Word | None, weights: Weights) -> Weighed:
    """Give the outcome after what people decided: a verdict they agree on outranks the arithmetic.

    Args:
        weighed: The outcome of the arithmetic.
        word: Their verdict on the finding; None if nobody gave one.
        weights: For the bounds.
    """
    if word in {"accept", "reject"}:
        credence = weights.bounds["most" if word == "accept" else "least"].value
        return replace(weighed, credence=credence, status="supported" if word == "accept" else "refuted")
    return replace(weighed, status="contested") if word == "disagree" else weighed


def ruling(word: Word | None, outcome: Weighed) -> tuple[str, ...]:
    """Say what people's verdict on a finding does to it; nothing where nobody gave one.

    Args:
        word: Their verdict.
        outcome: What it comes to with that.
    """
    if word in {"accept", "reject"}:
        return (f"A verdict outranks the arithmetic: credence {outcome.credence}.",)
    return ("Verdicts differ, so that the arithmetic stands.",) if word == "disagree" else ()


_STATUS_REASONS: dict[Status, str] = {
    "supported": "Supported: it is affirmed, and nothing that bears on it denies it.",
    "contested": "Contested: it is both affirmed and denied.",
    "refuted": "Refuted: it is denied, and nothing that counts affirms it; the credence is that of what is denied.",
    "unknown": "Unknown: it is only called possible or conditional; nobody says that it is so, planned or sought.",
}


def _status(case: Case) -> Status:
    """Tell what a case comes to; plans and wishes are judged as such, mere possibilities stay unknown."""
    if case.affirmed and case.denied:
        return "contested"
    if not case.affirmed:
        return "refuted"
    return "unknown" if case.proposition.mood in _OPEN_MOODS else "supported"


def _counted(name: str, said: tuple[Said, ...], side: Side) -> str:
    """Say how many documents and origins come down to how many voices; nothing for a side nobody takes."""
    if not said:
        return ""
    documents, roots = len({each.testimony.doc for each in said}), len({each.testimony.origin for each in said})
    return (
        f"{name.capitalize()}: {_many(documents, 'document')}, {_many(roots, 'origin')}, "
        f"{_many(len(side.voices), 'independent voice')}."
    )


def _aside_line(said: Said) -> str:
    """Say why a denial was not counted."""
    return f"Set aside: {said.name} denies it as of {said.speaks_of}, before the time affirmed."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
