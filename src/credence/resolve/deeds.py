"""Whose deed it is: "Russia's invasion of …", "the decision of the cabinet in Oslo", "the attack by …".

Who condemns or commends a deed condemns or commends who did it. What "of" and a place before the noun name differs:
"the decision of Oslo" is Oslo's, "the bombing of Oslo" and "the Oslo attack" are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from credence.model.claim import RoleValue
from credence.model.kind import Kind
from credence.model.sighting import Filler, Phrase
from credence.resolve.mentions import Mentions

_DEFINITE = {"the", "this", "that"}
_BARE = {"mod", "appos", "as", "on", "in"}
_NEAR = 4  # sentences


def doers(filler: Filler, mentions: Mentions, taken: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Give the parties that did a deed; empty if its phrase does not name them.

    Args:
        filler: The deed; its value is "act", or "harm" where "of" names who suffered it.
        mentions: Who is who in the document.
        taken: Parties that a pronoun cannot mean here.

    Returns:
        Party ids, those of the nearest relation that names any.
    """
    for relation in ("by", "poss", "doer", "mod", "from", *(() if filler.value == "harm" else ("of",))):
        links = [link for link in filler.phrase.linked(relation) if not _suffers(relation, link, filler, mentions)]
        found = [party for link in links for party in mentions.parties_of(link, taken) if party != "*"]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _suffers(relation: str, link: Phrase, filler: Filler, mentions: Mentions) -> bool:
    """Whether a name before the noun is where it happened, not who did it: "the Lima attack", "the Ukraine war"."""
    if relation != "mod" or filler.value != "harm" or link.form != "name":
        return False
    return any(
        (known := mentions.known(party)) is not None and known.cls == "state" for party in mentions.parties_of(link)
    )


@dataclass(slots=True)
class DeedMemory:
    """Who did what was last told: whom "the move", "this decision" in a later sentence is about.

    Attributes:
        acts: Sentence and doers of each act claimed so far, and which deeds it can be called.
    """

    acts: list[tuple[int, tuple[str, ...], str]] = field(default_factory=list)

    def learn(self, kind: Kind, roles: Mapping[str, RoleValue], sentence: int) -> None:
        """Remember who did an act; a stance is none."""
        if kind.nature == "stance" or not kind.deciding:
            return
        value = roles[kind.deciding[0]]
        parties = (value,) if isinstance(value, str) else tuple(value)
        if "*" not in parties:
            self.acts.append((sentence, parties, "meeting" if kind.id == "meeting.hold" else "move"))

    def doer(self, filler: Filler, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who did "the move" of a sentence: who did what the text told first, if nobody did more.

        Empty where nobody did anything, or nothing was told in the sentences before.
        """
        deed = filler.phrase
        bare = deed.text.lower() == deed.lemma  # "called the step historic", where the article went astray
        if not (bare or deed.determiner in _DEFINITE) or any(relation not in _BARE for relation, _ in deed.links):
            return ()
        told = [parties for number, parties, called in self.acts if called == filler.value and number <= sentence]
        one_sided = [parties[0] for parties in told if len(parties) == 1 and parties[0] not in taken]
        mutual = [left[0] for parties in told if len(left := [p for p in parties if p not in taken]) == 1]
        alone = one_sided or mutual
        if not alone or self.acts[-1][0] < sentence - _NEAR:
            return ()
        often = Counter(alone)
        return (alone[0],) if often[alone[0]] == max(often.values()) else ()
