"""Who can stand in a role, and by which names: ``data/parties``.

Names are met as they are capitalised in the data, with a capital first letter, or all in capitals (headlines); accents,
kinds of apostrophe and spaces do not matter. "the" before a name does not matter either, unless the data write it with
a capital ("The Hague", "The Emirates"): then it must stand there. The longest name wins, so that "Papua New Guinea" is
never "Guinea"; ``names.toml`` holds longer names that are no party at all ("New Jersey"). A short name ("Sardinia")
counts only in a text that names its party in full as well ("Kingdom of Sardinia").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args

import ahocorasick

from credence.catalog.bounds import day_bounds
from credence.catalog.descriptions import Descriptions, read_descriptions
from credence.catalog.fold import fold, fold_with_places
from credence.catalog.load import load_folder
from credence.errors import BadKnowledge
from credence.model.party import NameUse, Party, PartyName

_CAPITALISED = re.compile(r"\b[A-Z][\w'-]+")
_USES: tuple[NameUse, ...] = get_args(NameUse)
_AROUND = 30  # characters before a name that are looked at
_CALLED_BY_TITLE = {"president", "prime minister", "premier", "chancellor"}
_OF_STATES = 2  # letters of a state's id
_POSSESSIVE = re.compile(r"('s|'S|(?<=[sS])')$")
_CENTRAL_BANK = re.compile(r"\b(?:Central|State|Reserve) Bank of (?:the )?$")

Candidate = tuple[str, PartyName]


@dataclass(frozen=True, slots=True)
class Leader:
    """A person who speaks for a party by office.

    Attributes:
        name: The name as it is best known in English.
        variants: Other spellings, and the bare surname where that is in use.
        party: Id of the party.
        office: "president", "prime minister", "foreign minister", "supreme leader", …; lower case.
        since: First day in office, EDTF; None if not known.
        until: Last day, EDTF; None for in office when the row was last checked.
    """

    name: str
    variants: tuple[str, ...]
    party: str
    office: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class PartyHit:
    """A name met in a text, and whom it can mean.

    Attributes:
        start: Offset of its first character in the text that was searched.
        end: Offset after its last; a possessive "'s" is not part of it.
        candidates: Party id and the name in question, sorted by id; several where a name is shared ("Kabul").
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the parties it can mean, each once, sorted."""
        return tuple(sorted({party for party, _ in self.candidates}))


class Parties:
    """All parties, and the ways from names to them. Built once, never changed."""

    def __init__(  # noqa: PLR0913 - one for each file of knowledge
        self,
        parties: Iterable[Party],
        leaders: Iterable[Leader] = (),
        not_parties: Iterable[str] = (),
        as_written: Iterable[str] = (),
        descriptions: Descriptions | None = None,
        parts: tuple[Iterable[str], Iterable[str]] = ((), ()),
    ) -> None:
        """Index the names.

        Args:
            parties: The parties, each with an id of its own.
            leaders: Persons who speak for them.
            not_parties: Longer names that hold a party's name and mean none ("New Jersey").
            as_written: Names met only with exactly these accents and capitals ("Malé", not "Male").
            descriptions: Which nouns and adjectives can stand for them.
            parts: Words before and after a party's name that make it part of another one ("Bank of", "Times").
        """
        self._descriptions = descriptions or Descriptions()
        self._led_by = _alternatives(r"\b", parts[0], r"(?:the )?\Z")
        self._followed_by = _alternatives(r"[^\S\n]", parts[1], r"\b")
        self._parties = {party.id: party for party in sorted(parties, key=lambda party: party.id)}
        self._as_written = frozenset(as_written)
        self._by_name = _index(self._parties.values())
        self._leaders = _index_leaders(leaders)
        self._surnames = frozenset(name.split()[-1] for name in self._leaders)
        self._rivals: dict[str, list[Party]] = {}
        for party in self._parties.values():
            if party.of is not None and party.cls == "authority":
                self._rivals.setdefault(party.of, []).append(party)
        self._automaton = _automaton([*self._by_name, *(_key(name) for name in not_parties)])

    def __iter__(self) -> Iterator[Party]:
        """Give the parties in the order of their ids."""
        return iter(self._parties.values())

    def __len__(self) -> int:
        """Count the parties."""
        return len(self._parties)

    def __contains__(self, id_: object) -> bool:
        """Tell whether there is a party of that id."""
        return id_ in self._parties

    def get(self, id_: str) -> Party | None:
        """Give the party of an id, or None."""
        return self._parties.get(id_)

    def authorities(self, state: str, day: str | None) -> tuple[str, ...]:
        """Give the authorities that claim to govern a state and hold power on a day, sorted; not lands of their own."""
        rivals = self._rivals.get(state, ())
        span = day_bounds(day or "..")
        return tuple(
            p.id
            for p in rivals
            if "territory" not in p.nouns and any(_meets(day_bounds(spell), span) for spell in p.spells)
        )

    def describes(self, id_: str, noun: str, before: Sequence[str] = ()) -> bool:
        """Tell whether a description ("island", "West African" "nation") can mean a party; words in lower case."""
        party = self._parties.get(id_)
        return party is not None and self._descriptions.fit(party, noun, before)

    def lookup(self, name: str) -> tuple[PartyHit, ...]:
        """Find whom a whole phrase names, apart from "the", a possessive "'s" and a final dot.

        Returns:
            One hit over the whole of ``name``, or none.
        """
        for form in _forms(fold(name).strip()):
            candidates = self._meant(form, name.strip())
            if whole := tuple(c for c in candidates if not c[1].short):
                return (PartyHit(0, len(name), whole),)
        return ()

    def find(self, text: str) -> tuple[PartyHit, ...]:
        """Find every name in a text: whole words, the longest first, none overlapping, in the order of the text."""
        folded, places = fold_with_places(text)
        hits: list[PartyHit] = []
        for start, end, spelling in _longest(self._automaton, folded):
            first, last = (places[start], places[end]) if places else (start, end)
            candidates = self._meant(spelling, text[first:last])
            if candidates and not self._is_part(text, first, last):
                hits.append(PartyHit(first, last, candidates))
        return tuple(_told_in_full(hits))

    def _is_part(self, text: str, start: int, end: int) -> bool:
        """Tell whether a name is part of another one: "the Bank of Japan", not "the Central Bank of Chad"."""
        before = text[max(0, start - _AROUND) : start]
        led = _CENTRAL_BANK.search(before) is None and self._led_by.search(before) is not None
        return bool(led or self._followed_by.match(text, end))

    def named_in(self, text: str) -> bool:
        """Tell quickly whether a text may name a party, or a person who speaks for one."""
        folded, _ = fold_with_places(text)
        if next(_longest(self._automaton, folded), None) is not None:
            return True
        return any(word in self._surnames for word in _CAPITALISED.findall(folded))

    def as_of(self, hits: Iterable[PartyHit], day: str | None) -> tuple[PartyHit, ...]:
        """Keep what names could mean to somebody writing on a day.

        A name whose time has not come is dropped. One whose time is over is kept only where nothing else is meant by
        it: a writer of today who says "the Soviet Union" means it.

        Args:
            hits: What `find` or `lookup` gave.
            day: The document's date as EDTF; None keeps everything.

        Returns:
            The hits that still have a candidate, with those candidates.

        Raises:
            BadPeriod: If ``day`` is no EDTF date or interval.
        """
        if day is None:
            return tuple(hits)
        span = day_bounds(day)
        kept = (replace(hit, candidates=_meant_on(hit.candidates, span)) for hit in hits)
        return tuple(hit for hit in kept if hit.candidates)

    def leaders(self, name: str, day: str | None = None) -> tuple[Leader, ...]:
        """Find who of that name spoke for a party, and for which.

        Args:
            name: Full name, spelling variant or bare surname; a possessive does not matter.
            day: Only who was in office then, as EDTF; None for any time.

        Returns:
            The leaders, sorted by party and first day; one person can hold several offices.

        Raises:
            BadPeriod: If ``day`` is no EDTF date or interval.
        """
        found = next((self._leaders[form] for form in _forms(fold(name).strip()) if form in self._leaders), ())
        if day is None:
            return found
        span = day_bounds(day)
        return tuple(leader for leader in found if _overlaps(leader.since, leader.until, span))

    def _meant(self, spelling: str, written: str) -> tuple[Candidate, ...]:
        """Give the candidates of a folded spelling, minus those that would need accents not written there."""
        candidates = self._by_name.get(spelling, ())
        strict, shown = self._as_written, written.casefold()
        return tuple(c for c in candidates if c[1].text not in strict or shown.startswith(c[1].text.casefold()))


@cache
def load_parties() -> Parties:
    """Load ``data/parties``, once.

    Raises:
        BadKnowledge: If a file lacks a field, holds one that is not known, or is not named by its id.
    """
    tables = load_folder("parties")
    leaders = [row for name in ("leaders", "leaders_before") for row in _read_leaders(tables.pop(name))]
    names, descriptions = tables.pop("names"), tables.pop("descriptions")
    return Parties(
        [_party(id_, table) for id_, table in tables.items()],
        leaders,
        [text for group in names["not_party"] for text in group["texts"]],
        [text for group in names["as_written"] for text in group["texts"]],
        read_descriptions(descriptions),
        (_words(names["part_of_name"], "before"), _words(names["part_of_name"], "after")),
    )


def _overlaps(since: str | None, until: str | None, span: tuple[str, str]) -> bool:
    return day_bounds(since or "..")[0] <= span[1] and span[0] <= day_bounds(until or "..")[1]


def _meets(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _meant_on(candidates: tuple[Candidate, ...], span: tuple[str, str]) -> tuple[Candidate, ...]:
    """Keep the names in use then; if there are none, those that had been in use before."""
    begun = tuple(c for c in candidates if _overlaps(c[1].since, None, span))
    return tuple(c for c in begun if _overlaps(None, c[1].until, span)) or begun


def _told_in_full(hits: Sequence[PartyHit]) -> Iterator[PartyHit]:
    """Leave out short names of parties that are nowhere named in full."""
    whole = {party for hit in hits for party, name in hit.candidates if not name.short}
    for hit in hits:
        kept = tuple(c for c in hit.candidates if not c[1].short or c[0] in whole)
        if kept:
            yield hit if len(kept) == len(hit.candidates) else replace(hit, candidates=kept)


def _key(name: str) -> str:
    """Fold a name of the data; "the" goes, "The" stays."""
    return fold(name).strip().removeprefix("the ")


def _spellings(key: str) -> set[str]:
    """Give the ways in which a name may stand in a text."""
    forms = {key, key[:1].upper() + key[1:], key.upper()}
    return forms | {"the " + form.removeprefix("The ") for form in forms if form.startswith("The ")}


def _words(groups: Iterable[Mapping[str, Any]], field: str) -> list[str]:
    return [word for group in groups for word in group[field]]


def _alternatives(front: str, words: Iterable[str], tail: str) -> re.Pattern[str]:
    """Match any of some words with what is to stand before and after them; nothing where there are none."""
    every = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"{front}(?:{every}){tail}" if every else r"(?!)")


def _forms(folded: str) -> Iterator[str]:
    """Give a phrase, then the same without what does not belong to a name."""
    bare = _POSSESSIVE.sub("", folded)
    for form in (folded, bare, bare.removesuffix("."), bare + "."):
        yield form
        if form[:4] in ("the ", "The ", "THE "):
            yield form[4:]


def _index(parties: Iterable[Party]) -> dict[str, tuple[Candidate, ...]]:
    found: dict[str, list[Candidate]] = {}
    for party in parties:
        for name in party.names:
            for spelling in _spellings(_key(name.text)):
                candidates = found.setdefault(spelling, [])
                if (party.id, name) not in candidates:
                    candidates.append((party.id, name))
    return {spelling: tuple(candidates) for spelling, candidates in found.items()}


def _index_leaders(leaders: Iterable[Leader]) -> dict[str, tuple[Leader, ...]]:
    found: dict[str, set[Leader]] = {}
    for leader in leaders:
        for name in (leader.name, *leader.variants, *_by_title(leader)):
            for spelling in _spellings(_key(name)):
                found.setdefault(spelling, set()).add(leader)
    order = {
        name: sorted(group, key=lambda one: (one.party, one.since or "", one.name)) for name, group in found.items()
    }
    return {name: tuple(group) for name, group in order.items()}


def _by_title(leader: Leader) -> Iterator[str]:
    """Give what a head of state or government is called without a first name: "President Varga"; no rival's."""
    if leader.office in _CALLED_BY_TITLE and len(leader.party) == _OF_STATES:
        yield f"{leader.office.title()} {leader.name.split()[-1]}"


def _automaton(keys: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for key in keys:
        for spelling in _spellings(key):
            automaton.add_word(spelling, spelling)
    automaton.make_automaton()
    return automaton


def _longest(automaton: ahocorasick.Automaton, text: str) -> Iterator[tuple[int, int, str]]:
    """Give start, end and spelling of whole-word matches from left to right, the longest of those that overlap."""
    matches = ((last + 1 - len(spelling), last + 1, spelling) for last, spelling in automaton.iter(text))
    done = 0
    for start, end, spelling in sorted(matches, key=lambda match: (match[0], -match[1])):
        if start >= done and _stands_alone(text, start, end):
            done = end
            yield start, end, spelling


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not (after.isalnum() and text[end - 1].isalnum())


def _party(id_: str, row: Mapping[str, Any]) -> Party:
    """Make a party of its file, which is named by its id."""
    place = f"data/parties/{id_}.toml"
    unknown = row.keys() - {"label", "class", "of", "nouns", "source", "spells", "dated", "short", *_USES}
    if unknown:
        raise BadKnowledge(place, f"unknown fields: {', '.join(sorted(unknown))}", "remove them")
    try:
        return Party(
            id=id_,
            label=row["label"],
            cls=row["class"],
            of=row.get("of"),
            names=tuple(_names(row)),
            nouns=tuple(row.get("nouns", ())),
            source=row["source"],
            spells=tuple(row.get("spells", ())),
        )
    except KeyError as error:
        raise BadKnowledge(place, f"field {error} is missing", "add it") from error


def _names(row: Mapping[str, Any]) -> Iterator[PartyName]:
    for use in _USES:
        for text in row.get(use, ()):
            yield PartyName(text, use)
    for dated in row.get("dated", ()):
        yield PartyName(dated["text"], dated["use"], dated.get("since"), dated.get("until"))
    for short in row.get("short", ()):
        yield PartyName(short["text"], short["use"], short=True)


def _read_leaders(table: Mapping[str, Any]) -> Iterator[Leader]:
    """Read ``leaders.toml``: by party, rows of name, variants, office, since, until ("" for none)."""
    for party, rows in table.items():
        for name, variants, office, since, until in rows:
            yield Leader(name, tuple(variants), party, office, since or None, until or None)
