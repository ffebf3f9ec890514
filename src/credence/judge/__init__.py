"""Judge: from claims with their origins to findings.

Takes: traced claims, the kinds, the weights, when authorities ruled, and when each document was published.
Gives: findings, each with its interval, credence, status, origins for and against, and reasons.
Touches: nothing.
"""

from credence.judge.differences import differences
from credence.judge.intervals import holds_on
from credence.judge.placing import place
from credence.judge.rulings import NOTHING_DECIDED, Rulings, rulings
from credence.judge.settle import judge

__all__ = ["NOTHING_DECIDED", "Rulings", "differences", "holds_on", "judge", "place", "rulings"]
