"""Whose envoy somebody is in an official paper about its own state and one other, where the words leave it out.

"A history of our relations with Peru: … when Ambassador Omar Varga presented his credentials" is told of the paper's
own envoy, unless a word beside it says that it is the other's: "The Peruvian legation became an embassy when …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from credence.model.sighting import Phrase, Sighting
from credence.resolve.parties.mentions import Mention, Mentions
from credence.resolve.parties.natures import is_state
from credence.resolve.phrases.envoy_signs import FIRST, SOMEBODY

Option = dict[str, str]

_SENT = {"envoy.accept", "envoy.appoint"}
_OWNED = re.compile(
    r"(?:['’]s)? (?:first |new |next |last |former |diplomatic |permanent |resident |then )*"
    r"(?:legation|embassy|consulate|mission|envoy|minister|ambassador|charg|representative|consul|diplomat|commissioner)",
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(r"\b(?:and|where|who|which|while|but|after|before|though|although)\b|;")
_TO = re.compile(r" to (?:the )?$")
_NEAR = 8
_BOTH = 2
_SHORT = 160  # characters of a line that may be a heading


@dataclass(frozen=True, slots=True)
class Paired:
    """The two states that a paper is about.

    Attributes:
        mentions: Who is who in the document.
        pair: The states that its title names.
        home: Whose paper it is.
    """

    mentions: Mentions
    pair: frozenset[str]
    home: str | None

    def whose(self, option: Option, sighting: Sighting) -> Option:
        """Give whose envoy it is, and where, as far as the words leave it out and the paper decides it.

        Args:
            option: The roles filled so far.
            sighting: What was met.
        """
        first = [p for f in sighting.fillers if f.role == FIRST for p in self.mentions.parties_of(f.phrase)]
        if (
            first and "sender" not in option and "host" in option
        ):  # "our ambassador to Peru is also accredited to Chile"
            return {"sender": self.home} if self.home in self.pair - {first[0], option["host"]} else {}
        told = {option[role] for role in ("sender", "host") if role in option}
        if self.home not in self.pair or len(self.pair) != _BOTH or len(told) == _BOTH or not told <= self.pair:
            return {}
        persons = [f.phrase for f in sighting.fillers if f.role in {"person", "envoy"}]
        if sighting.kind not in _SENT or not persons or self._is_unclear(sighting, persons, told):
            return {}
        sender = option.get("sender") or self._but(option.get("host")) or self._named(sighting, persons) or self.home
        host = self._but(sender)
        return {"sender": sender, "host": host} if host is not None else {}

    def settled(self, option: Option, sighting: Sighting) -> Option:
        """Put right where an envoy of the paper's own state is: no third state that nobody speaks of, nor his first.

        A town may have the name of one elsewhere; "our ambassador to Peru, Ana Rojas, presented her credentials" in a
        paper about Chad was in Chad.
        """
        host, sender = option.get("host"), option.get("sender")
        if sender != self.home or host in {None, *self.pair} or len(self.pair) != _BOTH or sender not in self.pair:
            return option
        if sighting.kind not in _SENT or not is_state(str(host), self.mentions):
            return option
        named = any(m.party == host for m in self.mentions.mentions)
        told = any(f.role == "host" or f.role in {"@to", "@at", "@in"} for f in sighting.fillers)
        other = self._but(sender)
        astray = not named or (sighting.step == "credentials" and self._is_sent_to(host, sighting) and not told)
        return option | {"host": other} if astray and other is not None else option

    def _is_sent_to(self, host: str | None, sighting: Sighting) -> bool:
        """Whether a title before what is told says where somebody is sent: "our ambassador to Peru"."""
        before = (m for m in self._beside(sighting) if m.party == host and m.start < sighting.anchor.start)
        return any(_TO.search(self.mentions.text, max(0, m.start - _NEAR), m.start) for m in before)

    def partner(self, member: str, sighting: Sighting) -> tuple[str, ...]:
        """Give with whom one of the two signs, where the other's man is named without whose he is.

        Args:
            member: The one who is known to.
            sighting: What was met; nobody but the two may be named beside it.
        """
        beside = {m.party for m in self._beside(sighting) if is_state(m.party, self.mentions)}
        if self.home not in self.pair or not beside <= self.pair or sighting.kind != "agreement.sign":
            return ()
        other = self._but(member) if len(self.pair) == _BOTH else None
        return () if other is None else (other,)

    def _but(self, party: str | None) -> str | None:
        """The other one of the two."""
        return next(iter(self.pair - {party})) if party in self.pair else None

    def _is_unclear(self, sighting: Sighting, persons: list[Phrase], told: set[str]) -> bool:
        """Whether somebody is only "he" of whom nothing is known, or a third state is spoken of in the clause."""
        if not told and all(phrase.head_text.lower() in SOMEBODY for phrase in persons):
            return True
        others = (m for m in self._beside(sighting) if m.party not in self.pair and is_state(m.party, self.mentions))
        return any(self._is_in_clause(mention, sighting) for mention in others)

    def _is_in_clause(self, mention: Mention, sighting: Sighting) -> bool:
        after = sighting.anchor.end
        return mention.start < after or _OTHER_CLAUSE.search(self.mentions.text, after, mention.start) is None

    def _beside(self, sighting: Sighting) -> list[Mention]:
        return [m for m in self.mentions.mentions if m.sentence == sighting.sentence]

    def _named(self, sighting: Sighting, persons: list[Phrase]) -> str | None:
        """Whose it is by the person, or by a mission or an envoy that the sentence, or the heading above, speaks of."""
        known = {party for phrase in persons for party in self.mentions.parties_of(phrase)} & self.pair
        if len(known) == 1:
            return known.pop()
        before = [m for m in self._beside(sighting) if m.start < sighting.anchor.start]
        for row in (before, self._above(sighting)):
            owners = {m.party for m in row if m.party in self.pair and _OWNED.match(self.mentions.text, m.end)}
            if owners:
                return owners.pop() if len(owners) == 1 else None
        return None

    def _above(self, sighting: Sighting) -> list[Mention]:
        """The parties that the heading over a paragraph names."""
        text = self.mentions.text
        first = text.rfind("\n", 0, sighting.quote.start) + 1
        above = text.rfind("\n", 0, len(text[:first].rstrip())) + 1
        heading = text[above:first].strip()
        if not heading or len(heading) > _SHORT:
            return []
        return [m for m in self.mentions.mentions if above <= m.start < first]
