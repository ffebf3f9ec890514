"""Who fills a role that the words leave open, from where a kind's file says to look for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from credence.model.kind import Kind
from credence.model.sighting import Sighting
from credence.resolve.deeds import DeedMemory
from credence.resolve.earlier import Earlier
from credence.resolve.focus import Focus
from credence.resolve.mentions import Mentions
from credence.resolve.options import untaken
from credence.resolve.structures import Option, Structures


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Finds who stands in roles that no words fill.

    Attributes:
        structures: Takes phrases apart.
        kinds: The codebook's kinds.
        focus: Whom the text is about.
        deeds: Who did what was told before.
        earlier: Who stood in which role before.
    """

    structures: Structures
    kinds: Mapping[str, Kind]
    focus: Focus
    deeds: DeedMemory
    earlier: Earlier

    @property
    def mentions(self) -> Mentions:
        """Who is who in the document."""
        return self.structures.mentions

    def value(self, source: str, option: Option, sighting: Sighting) -> str | None:
        """Give who fills a role that the words leave open; None where the text does not decide it.

        Args:
            source: Where to look, as the kind's file says it.
            option: The roles filled so far.
            sighting: What was met.
        """
        function, _, argument = source.rstrip(")").rpartition("(")
        if function == "subject":
            subject = self.mentions.subject_of(sighting.sentence, argument, sighting.anchor.start)
            return untaken(subject, option)
        if function == "earlier":
            return self.earlier.party(self.kinds[sighting.kind], argument, sighting.sentence, set(option.values()))
        if function == "other":
            return self.focus.other(option.get(argument, ""), sighting)
        if function == "last":
            return self.mentions.last_of(sighting.anchor, argument)
        if not function:
            return self._beyond(argument, option, sighting)
        party = self.mentions.known(option.get(argument, ""))
        if party is None:
            return self._home(argument, sighting) if function == "state" else None
        if function == "state":
            return party.of
        land = party.cls == "state" or "territory" in party.nouns  # Abkhazia is recognised as a state, or not at all
        return "state" if land else "government" if party.cls == "authority" else None

    def _home(self, role: str, sighting: Sighting) -> str | None:
        """The state of those in a role who are no party: "Mali's junta seized power", "President Omar Varga fell"."""
        mentions = self.mentions
        phrases = [p for f in sighting.fillers if f.role == role for p in (f.phrase, *f.phrase.linked("appos"))]
        found = {party for phrase in phrases for party in mentions.parties_of(phrase) or mentions.once_led(phrase)}
        known = mentions.known(next(iter(found))) if len(found) == 1 else None
        return known.id if known is not None and known.cls == "state" else None

    def _beyond(self, source: str, option: Option, sighting: Sighting) -> str | None:
        """Who is meant by what is no slot: whose paper it is, who asked for it, who stands in another role."""
        if source == "publisher":  # "the following persons have been added to the list"
            return self.mentions.house
        if source == "land":  # "in Peru, it has spent"
            beside = (self.structures.place(f.phrase) for f in sighting.fillers if f.role == "@in")
            return next((place["host"] for place in beside if place is not None and "city" not in place), None)
        if source == "voice":  # "None of it is recognition, the minister said"
            return untaken(self.focus.speaker(sighting.anchor.start), option)
        if source == "claimant":
            return self.focus.claimant(set(option.values()), sighting.sentence)
        if source == "speaker":
            return self.mentions.speaker_at(sighting.anchor)
        if source == "deed":  # "Norway applauded"
            held = frozenset(value for role, value in option.items() if role == "holder")
            known = all(self.mentions.known(party) is not None for party in held)  # crowds have reasons of their own
            return next(iter(self.deeds.last(sighting.sentence, held)), None) if known else None
        return self._asker(option, sighting) if source == "asker" else option.get(source)

    def _asker(self, option: Option, sighting: Sighting) -> str | None:
        """Who asked for it: "Peru told Chile to close its consulate" is said of one in Peru."""
        taken = frozenset(value for role, value in option.items() if role in {"operator", "sender", "of"})
        asking = (f.phrase for f in sighting.fillers if f.role == "@asker")
        found = [party for phrase in asking for party in self.mentions.parties_of(phrase, taken)]
        known = self.mentions.known(found[0]) if len(found) == 1 and found[0] not in taken else None
        return found[0] if known is not None and known.cls in {"state", "authority"} else None
