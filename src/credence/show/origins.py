"""A table of claims by what they lead back to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from rich.table import Table
from rich.text import Text

from credence.model.claim import Voice
from credence.model.kind import Kind
from credence.model.trail import Trail
from credence.show.sentence import claim_sentence
from credence.show.table import new_table, short_ids
from credence.show.words import Label, origins, safe, voice


def origins_table(trails: Iterable[Trail], kinds: Mapping[str, Kind], label: Label) -> Table:
    """Lay out claims by utterance: whose words they are, in which documents they stand, and how they came there.

    Raises:
        BadKnowledge: A claim's kind is not among ``kinds``.
    """
    chosen = list(trails)
    short = short_ids(each.utterance for each in chosen)
    table = new_table("utterance", "who says so", "document", "how", "what is said")
    for utterance, group in groupby(chosen, key=lambda each: each.utterance):
        for at, each in enumerate(group):
            told = f"{short[utterance]}\n{origins(each.bounds, short=True)}" if at == 0 else ""
            about = (each.traced.claim.doc, each.publisher, each.published)
            table.add_row(
                Text(told),
                Text(_who(each, label)),
                Text("\n".join(safe(part) for part in about if part), overflow="fold"),
                each.traced.edge,
                Text(claim_sentence(each.traced.claim, kinds, label)),
            )
    return table


def _who(trail: Trail, label: Label) -> str:
    """Name the origin, and say whether it has a part in the matter."""
    origin = trail.traced.origin
    marks = ["interested"] * origin.interested + ["against its interest"] * origin.against_interest
    return "\n".join([voice(Voice(origin.name, origin.party), label), *marks])
