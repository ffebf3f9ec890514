"""Scoring: claims against gold annotations (codebook, section 5).

Takes: a folder of gold files, and the claims read in their texts.
Gives: what was right, wrong and missed, by kind, and how right the right ones are in mood, date, voice and detail.
Touches: the gold files, for reading only.
"""

from credence.score.gold import Gold, GoldClaim, load_gold
from credence.score.tally import Miss, Score, score_document

__all__ = ["Gold", "GoldClaim", "Miss", "Score", "load_gold", "score_document"]
