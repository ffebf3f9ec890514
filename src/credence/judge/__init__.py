"""Judge: from claims with their origins to findings.

Takes: traced claims, the kinds, the weights, when authorities ruled, and when each document was published.
Gives: findings, each with its interval, credence, status, origins for and against, and reasons; and, from the same
    claims, what of claimed numbers can be located, and which step of the ladder is reached.
Touches: nothing.
"""

from credence.judge.check import check
from credence.judge.counts import counts
from credence.judge.differences import differences
from credence.judge.hearing import Before, Hearing, Said
from credence.judge.intervals import holds_on
from credence.judge.ladder import Dealings, dealings, standing, turns
from credence.judge.parts import Evidence
from credence.judge.placing import place
from credence.judge.rulings import NOTHING_DECIDED, Rulings, rulings
from credence.judge.settle import gists, judge
from credence.judge.telling import Dates
from credence.judge.testimony import testimonies

__all__ = [
    "NOTHING_DECIDED",
    "Before",
    "Dates",
    "Dealings",
    "Evidence",
    "Hearing",
    "Rulings",
    "Said",
    "check",
    "counts",
    "dealings",
    "differences",
    "gists",
    "holds_on",
    "judge",
    "place",
    "rulings",
    "standing",
    "testimonies",
    "turns",
]
