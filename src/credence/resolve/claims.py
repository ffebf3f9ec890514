"""From a sighting to claims: roles filled, distributed, dated, or passed over with the reason."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from credence.model.claim import Claim, Quote, RoleValue
from credence.model.kind import Kind
from credence.model.sighting import Filler, PassedOver, Phrase, Reading, Sighting
from credence.resolve.dating import Dating
from credence.resolve.structures import Option, Structures

_STRUCTURED = {"envoy", "mission", "missions", "list", "money", "force"}
_WHERE = ("@in", "@at", "@inside", "@to", "@from")


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes claims of one document's sightings.

    Attributes:
        reading: The document as read.
        structures: Takes phrases apart.
        dating: Finds the day of a predicate.
        kinds: The codebook's kinds.
    """

    reading: Reading
    structures: Structures
    dating: Dating
    kinds: Mapping[str, Kind]

    def build(self, sighting: Sighting) -> Iterator[Claim | PassedOver]:
        """Give the claims of a sighting, or why there are none."""
        kind = self.kinds[sighting.kind]
        options = [dict(sighting.fixed)]
        for filler_group in _by_role(sighting.fillers):
            given = list(self._group(filler_group, kind, options))
            if not given and filler_group[0].role not in kind.deciding:
                continue
            options = [merged for old in options for new in given if (merged := _merge(old, new)) is not None]
        if not options:
            unfilled = next((f.role for f in sighting.fillers if not self._fills(f, kind)), "a slot")
            yield self._passed_over(sighting, f"nobody decided: {unfilled}")
        around = self._around(sighting, kind)
        for option in (whole for part in options for whole in _surrounded(part, around)):
            roles = self._complete(option, kind, sighting)
            missing = next((role for role in kind.deciding if role not in roles), None)
            if missing is not None:
                yield self._passed_over(sighting, f"nobody decided: {missing}")
            elif (same := _same(kind, roles)) is not None:
                yield self._passed_over(sighting, f"one party in two roles: {same}")
            else:
                yield self._claim(sighting, kind, roles)

    def _group(self, fillers: list[Filler], kind: Kind, so_far: list[Option]) -> Iterator[Option]:
        """Options for one slot: one for each of its fillers and each party a filler means."""
        if fillers[0].role.startswith("@"):
            yield {}
            return
        for filler in fillers:
            if filler.type in _STRUCTURED:
                yield from (_only(option, kind) for option in self.structures.options(filler))
            else:
                taken = frozenset(v for option in so_far for v in option.values())
                yield from ({filler.role: value} for value in self._values(filler, kind, taken))

    def _fills(self, filler: Filler, kind: Kind) -> bool:
        return bool(list(self._group([filler], kind, [])))

    def _values(self, filler: Filler, kind: Kind, taken: frozenset[str]) -> tuple[str, ...]:
        role = next((r for r in kind.roles if r.name == filler.role), None)
        if filler.value and filler.type != "territory":
            return (filler.value,)
        if filler.type == "territory":
            return self._territory(filler.phrase, taken)
        if filler.type in {"text", "measure"}:
            return (filler.phrase.text,)
        if filler.type == "person":
            return (filler.phrase.head_text,) if filler.phrase.form == "name" else ()
        found = self.structures.mentions.parties_of(filler.phrase, taken)
        if not found and role is not None and role.type in {"holder", "target"} and filler.phrase.form == "name":
            return (filler.phrase.head_text,)
        return found

    def _territory(self, phrase: Phrase, taken: frozenset[str]) -> tuple[str, ...]:
        """Name a territory by its state, or as a city; "the country" is the state last meant."""
        state, city = self.structures.mentions.place_of(phrase)
        if city is not None or state is not None:
            return (city or state or "",)
        if phrase.form == "name":
            return (phrase.head_text,)
        found = self.structures.place(phrase)
        if found is not None:
            return (found.get("city") or found["host"],)
        return tuple(p for p in self.structures.mentions.parties_of(phrase, taken) if p != "*")

    def _complete(self, option: Option, kind: Kind, sighting: Sighting) -> dict[str, RoleValue]:
        """Fill what the words leave open by the kind's defaults."""
        names = {role.name for role in kind.roles}
        for role, source in kind.defaults:
            if role not in option and (value := self._default(source, option, sighting)) is not None:
                option = option | {role: value}
        if "of" in option and option.get("operator") is not None and option.get("operator") == option.get("host"):
            option = option | {"operator": option["of"]}  # a host acts upon another's mission
        return {role: value for role, value in option.items() if role in names}

    def _around(self, sighting: Sighting, kind: Kind) -> list[Option]:
        """What the places beside the predicate state: its host, or the role that a kind takes from a place."""
        role = next((role for role, source in kind.defaults if source == "place"), "host")
        if role not in {each.name for each in kind.roles}:
            return []
        names = {each.name for each in kind.roles}
        for where in _WHERE:
            places = [self.structures.place(f.phrase) for f in sighting.fillers if f.role == where]
            found = [{role: place["host"], **place} for place in places if place is not None]
            if found:
                return [{k: v for k, v in place.items() if k in names} for place in found]
        return []

    def _default(self, source: str, option: Option, sighting: Sighting) -> str | None:
        function, _, argument = source.rstrip(")").rpartition("(")
        if function == "subject":
            return self.structures.mentions.subject_of(sighting.sentence, argument)
        if not function:
            return option.get(argument)
        party = self.structures.mentions.known(option.get(argument, ""))
        if party is None:
            return None
        if function == "state":
            return party.of
        return "government" if party.cls == "authority" else "state" if party.cls == "state" else None

    def _claim(self, sighting: Sighting, kind: Kind, roles: dict[str, RoleValue]) -> Claim:
        document = self.reading.document
        quote = sighting.quote
        return Claim(
            doc=document.id,
            version=document.sha256,
            kind=kind.id,
            roles=tuple(sorted(roles.items())),
            polarity=sighting.polarity,
            mood=sighting.mood,
            when=self.dating.day_of(sighting),
            step=sighting.step,
            voices=(),
            quote=Quote(quote.start, quote.end, quote.of(document.text)),
            pattern=sighting.pattern,
        )

    def _passed_over(self, sighting: Sighting, reason: str) -> PassedOver:
        return PassedOver(self.reading.document.id, "resolve", reason, sighting.quote, sighting.pattern)


def _by_role(fillers: Iterable[Filler]) -> Iterator[list[Filler]]:
    """Group the fillers of one slot; names come before pronouns, which may then not mean what is named already."""
    groups = [list(group) for _, group in itertools.groupby(fillers, key=lambda f: (f.role, f.type))]
    yield from sorted(groups, key=lambda group: group[0].phrase.form == "pronoun")


def _surrounded(option: Option, around: list[Option]) -> list[Option]:
    """Add the places beside the predicate where the option lacks what they state."""
    lacking = [place for place in around if not set(place) & set(option)]
    return [option | place for place in lacking] or [option]


def _only(option: Option, kind: Kind) -> Option:
    names = {role.name for role in kind.roles} | {"of"}
    return {role: value for role, value in option.items() if role in names}


def _merge(old: Option, new: Option) -> Option | None:
    """Join two options; what was stated first stays."""
    return {**new, **old}


def _same(kind: Kind, roles: Mapping[str, RoleValue]) -> str | None:
    """Two deciding roles that hold the same party make no sense: somebody was taken for somebody else."""
    deciding = [role for role in kind.deciding if role in roles]
    for first, second in itertools.combinations(deciding, 2):
        if roles[first] == roles[second]:
            return f"{first} and {second}"
    return None


def unite(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> tuple[Claim, ...]:
    """Make one claim of those that are the same by the codebook: kind, deciding roles, polarity and mood.

    The first saying stays with its words; later ones add the roles, the date and the step that it lacks.
    """
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        roles = dict(claim.roles)
        key = (claim.kind, claim.polarity, claim.mood, *(roles.get(role) for role in kinds[claim.kind].deciding))
        known = first.get(key)
        first[key] = claim if known is None else _add(known, claim)
    return tuple(first.values())


def _add(known: Claim, later: Claim) -> Claim:
    roles = tuple(sorted({**dict(later.roles), **dict(known.roles)}.items()))
    return replace(known, roles=roles, when=known.when or later.when, step=known.step or later.step)
