"""Weights of round numbers, to reckon with by hand, whatever those of the package are."""

from __future__ import annotations

from dataclasses import replace

from credence.catalog.weights import Weight, load_weights

_RIGHT = {"named": 0.75, "unsigned": 0.8, "unnamed": 0.6, "official": 0.85, "interested": 0.6}


def _so(value: float) -> Weight:
    return Weight(value, "So.")


ROUND = replace(
    load_weights(),
    voices={cls: _so(_RIGHT.get(cls, 0.9)) for cls in load_weights().voices},
    moods={mood: _so(1.0 if mood == "actual" else 0.5) for mood in load_weights().moods},
    polarities={"affirmed": _so(1.0), "denied": _so(1.0)},
    told={"then": _so(1.0), "later": _so(0.5)},
    shared={"party": _so(0.75), "unknown": _so(0.5)},
    priors={"any": _so(0.5), "rare": _so(0.25), "common": _so(0.75)},
    bounds={"least": _so(0.01), "most": _so(0.99)},
    how_common={"ties.sever": "rare"},
)
