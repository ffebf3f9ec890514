"""Show: claims and findings as sentences, tables and explanations for people.

Takes: claims, findings, kinds, a label for each party, and documents by id.
Gives: strings, and tables that ``render`` turns into strings; never anything printed.
Touches: nothing.
"""

from credence.show.check import checked_text
from credence.show.counts import counts_text
from credence.show.difference import difference_lines, holds_line
from credence.show.explain import explain
from credence.show.ladder import standing_text, standings_table, turns_table
from credence.show.origins import origins_table
from credence.show.sentence import claim_sentence, finding_sentence
from credence.show.table import (
    WIDTH,
    claims_table,
    findings_table,
    found_claims_table,
    found_documents_table,
    missions_table,
    render,
    short_ids,
)

__all__ = [
    "WIDTH",
    "checked_text",
    "claim_sentence",
    "claims_table",
    "counts_text",
    "difference_lines",
    "explain",
    "finding_sentence",
    "findings_table",
    "found_claims_table",
    "found_documents_table",
    "holds_line",
    "missions_table",
    "origins_table",
    "render",
    "short_ids",
    "standing_text",
    "standings_table",
    "turns_table",
]
