"""The arithmetic of a credence in words, so that a person can follow and redo it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from credence.catalog.weights import Shared, Weight, Weights
from credence.judge.agreement import circle_of
from credence.judge.voices import Voice
from credence.model.finding import Proposition

_SHOWN = 3  # factors written out singly; more of a kind are written as a power


class Side(NamedTuple):
    """One side of a matter.

    Attributes:
        voices: Its voices, strongest first.
        far: How far each counts, above 0 and up to 1.
    """

    voices: Sequence[Voice]
    far: Sequence[float]

    @property
    def each(self) -> Iterator[tuple[Voice, float]]:
        """Give each voice with how far it counts."""
        return zip(self.voices, self.far, strict=True)


def lines(  # noqa: PLR0913 - all that the arithmetic is made of
    about: Proposition,
    favour: Side,
    against: Side,
    turned: Iterable[tuple[str, str]],
    credence: float,
    weights: Weights,
) -> Iterator[str]:
    """Write the arithmetic out, a step a line.

    Args:
        about: What is judged.
        favour: Who affirms it.
        against: Who denies it.
        turned: Who spoke on both sides, and what counts of that.
        credence: The outcome.
        weights: What it was reckoned with.
    """
    for name, what in turned:
        yield _TURNED[what].format(name=name)
    for side, of in (("For", favour), ("Against", against)):
        for voice, far in of.each:
            yield _voice_line(side, voice, far, weights)
    yield from _kept_lines(about, favour, against, weights)
    yield from _shared_lines(favour, against, weights)
    prior = weights.prior(about.kind)
    if prior.value != 0.5:
        common = weights.how_common.get(about.kind, "neither rare nor common")
        yield f"Before anybody is weighed: {prior.value:.2f}, for {about.kind} is {common}. {prior.reason}"
    yield _product(prior.value, favour, against, credence, weights)


_TURNED = {
    "took back": "Last word: {name} affirmed it and denied it later; only the denial counts.",
    "came round": "Last word: {name} denied it and affirmed it later; only that counts.",
    "both": "No last word: {name} both affirms and denies it, and counts for neither side.",
}


def _voice_line(side: str, voice: Voice, far: float, weights: Weights) -> str:
    """Say what one voice weighs, and why."""
    own = weights.voices[voice.cls]
    here = "" if f"{voice.right:.3g}" == f"{own.value:.3g}" else f", here {voice.right:.3g}"
    part = "" if far == 1 else f"; counts for {far:.2g}"
    return f"{side}, {voice.called}: {voice.cls}, right {own.value:.3g}{here}{part}. {own.reason}"


def _kept_lines(about: Proposition, favour: Side, against: Side, weights: Weights) -> Iterator[str]:
    """Say what takes from all or some of the voices."""
    later = [voice.called for side in (favour, against) for voice in side.voices if voice.told == "later"]
    applied: list[tuple[str, Weight]] = [(f"Mood {about.mood}", weights.moods[about.mood])]
    if against.voices:
        applied.append(("Denying", weights.polarities["denied"]))
    if favour.voices:
        applied.append(("Affirming", weights.polarities["affirmed"]))
    if later:
        applied.append((f"Telling it long after ({', '.join(dict.fromkeys(later))})", weights.told["later"]))
    for what, keeps in applied:
        if keeps.value < 1:
            yield f"{what} leaves {keeps.value:.2f} of a voice's distance from 0.50. {keeps.reason}"


def _shared_lines(favour: Side, against: Side, weights: Weights) -> Iterator[str]:
    """Say why some voices count for a part only."""
    parts = [(voice, far, side) for side in (favour, against) for voice, far in side.each if far < 1]
    circles = {circle[0] for voice, _, _ in parts for circle in [circle_of(voice)] if circle}
    if any(_is_beside(side) for side in (favour, against)):
        circles.add("unknown")
    for circle in sorted(circles):
        chance = weights.shared[circle]
        yield f"Two {_CIRCLES[circle]} share a root with a chance of {chance.value:.2f}. {chance.reason}"


_CIRCLES: dict[Shared, str] = {
    "party": "voices of one party",
    "unknown": "voices that are not known to be roots, or one that is and all that are not,",
}


def _is_beside(side: Side) -> bool:
    """Tell whether a side has voices that are known to be roots, and others."""
    return len({voice.known for voice in side.voices}) > 1


def _product(prior: float, favour: Side, against: Side, credence: float, weights: Weights) -> str:
    """Write the product out with its result."""
    factors = [_power(f"{voice.right:.3g}/{1 - voice.right:.3g}", far) for voice, far in favour.each]
    factors += [_power(f"{1 - voice.right:.3g}/{voice.right:.3g}", far) for voice, far in against.each]
    grouped = Counter(factors).items()  # in the order in which they were met first
    start = "1" if prior == 0.5 else f"{prior:.3g}/{1 - prior:.3g}"
    words = [start, *(" × ".join([factor] * n) if n <= _SHOWN else f"({factor})^{n}" for factor, n in grouped)]
    least, most = weights.bounds["least"].value, weights.bounds["most"].value
    bound = f" (kept within {least} and {most})" if credence in (least, most) else ""
    return f"Odds {' × '.join(words)} give a credence of {credence:.2f}{bound}."


def _power(factor: str, far: float) -> str:
    return factor if far == 1 else f"({factor})^{far:.2g}"
