"""The other one of two: whom a text about two parties means when it names only one of them.

"The president recalled his ambassador" says whose ambassador it is, not from where; in a text that is about Brazil and
Peru and nobody else it is from Peru. The rule is strict: two parties must be named clearly more often than any third.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from credence.model.party import Party
from credence.resolve.antecedents import Mention

_OFTEN = 3  # mentions below which a party is only passing by
_CLEARLY = 1.5  # the second must be named this many times as often as the third


def counterpart(
    party: str, mentions: Iterable[Mention], known: Callable[[str], Party | None], headline: int = 1
) -> str | None:
    """Give the other party of a text about two, or None where the text is about more, or not about this one.

    Args:
        party: The one that is named.
        mentions: All parties named in the text; those of the headline count twice.
        known: What is known of a party. A state and the authorities that claim its government count as one side; the
            side's most named member stands for it.
        headline: How many sentences at the beginning are the headline.
    """
    members: dict[str, Counter[str]] = {}
    for mention in mentions:
        about = known(mention.party)
        if about is None or about.cls not in {"state", "authority"}:
            continue
        side = about.of or about.id
        members.setdefault(side, Counter())[about.id] += 2 if mention.sentence < headline else 1
    ranked = sorted(members.items(), key=lambda item: (-item[1].total(), item[0]))
    if len(ranked) < 2 or ranked[1][1].total() < _OFTEN:
        return None
    if len(ranked) > 2 and ranked[1][1].total() < _CLEARLY * ranked[2][1].total():
        return None
    about = known(party)
    own = (about.of or about.id) if about is not None else party
    sides = [side for side, _ in ranked[:2]]
    if own not in sides:
        return None
    other = ranked[1 - sides.index(own)][1]
    return min(other, key=lambda id_: (-other[id_], id_))
