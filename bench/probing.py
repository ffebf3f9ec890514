"""Probes: made from the sentences and acts in ``bench/probes``, and held against what is read of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from string import Formatter
from typing import Any

from credence.flow import ReadDocument, read_document
from credence.model.claim import Claim, members_of
from credence.model.document import Document

FOLDER = Path(__file__).resolve().parent / "probes"
DAY = "2024-09-20"
Table = Mapping[str, Any]
Words = Mapping[str, str]
Roles = Mapping[str, str | list[str]]
_DOER = "pe"
"""Who does the acts that have no subject of their own."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act to be told.

    Attributes:
        kind: Its kind.
        roles: Who fills which role.
        words: What may stand in a pattern: subject, forms of the verb, object, noun.
        own: Whether its subject is its own, and not that of the other acts.
    """

    kind: str
    roles: Roles
    words: Words
    own: bool


@dataclass(frozen=True, slots=True)
class Probe:
    """A text and the one claim that has to be read of it.

    Attributes:
        pattern: The sentence before it was filled in, by which probes are shown together.
        says: The sentence or sentences.
        headline: Whether it is the headline of a text, and no sentence of one.
        kind: Kind of the claim.
        roles: Roles that it must have; it may have others.
        polarity: Its polarity.
        moods: Moods, any of which is right.
        voice: What the name of its nearest voice must hold; "none" for the text's own words; empty if nobody asks.
        never: Whether the claim must not be read.
    """

    pattern: str
    says: str
    headline: bool
    kind: str
    roles: Roles
    polarity: str
    moods: tuple[str, ...]
    voice: str
    never: bool


def read(probe: Probe) -> ReadDocument:
    """Read a probe as if a paper had printed it."""
    title, body = (probe.says, "No more was known at first.") if probe.headline else ("News", probe.says)
    text = f"{title}\n\n{body}"
    return read_document(Document(id="probe", text=text, title=title, published=DAY, publisher="The Paper"))


def right(probe: Probe, claims: Iterable[Claim]) -> bool:
    """Tell whether the claim was read, and none of the same parties that contradicts it."""
    met = [claim for claim in claims if claim.kind == probe.kind and _fills(claim, probe.roles)]
    if probe.never:
        return not met
    return bool(met) and all(
        claim.polarity == probe.polarity and claim.mood in probe.moods and _voiced(claim, probe.voice) for claim in met
    )


def load_axes() -> dict[str, tuple[Probe, ...]]:
    """Make the probes of every axis."""
    acts, stand_ins = _acts()
    axes = {path.stem: _toml(path)["probe"] for path in sorted(FOLDER.glob("*.toml")) if path.stem != "acts"}
    return {
        name: tuple(probe for table in tables for probe in _probes(table, acts, stand_ins))
        for name, tables in axes.items()
    }


def _acts() -> tuple[list[Act], Mapping[str, Words]]:
    data = _toml(FOLDER / "acts.toml")
    return [_act(table, data["subject"]) for table in data["act"]], data["stand_in"]


def _act(table: Table, subject: Words) -> Act:
    forms = dict(zip(("base", "third", "past", "pp", "ing"), table["verb"], strict=True))
    plain = {"O": table["object"], "Os": table.get("objects", table["object"]), "rest": table.get("rest", "")}
    others = {name: table[name] for name in ("passive", "noun") if name in table}
    return Act(
        kind=table["kind"],
        roles=table["roles"],
        words={**table.get("subject", subject), **forms, **plain, **others},
        own="subject" in table,
    )


def _probes(table: Table, acts: Iterable[Act], stand_ins: Mapping[str, Words]) -> Iterator[Probe]:
    for first, says in product(table.get("first", [""]), table["says"]):
        pattern = f"{first} {says}".strip()
        if "kind" in table:
            yield _probe(table, says, pattern, table["kind"], table["roles"])
            continue
        for act in acts:
            for words in _fillings(act, pattern, table, stand_ins):
                for roles in _doing(act, table.get("others", ())):
                    yield _probe(table, says, pattern.format_map(words), act.kind, roles)


def _doing(act: Act, others: Iterable[str]) -> Iterator[Roles]:
    """Give the roles of an act with its own doer, and with each of others in his place."""
    yield act.roles
    for other in others:
        parties = act.roles.get("parties")
        if parties is not None:
            yield {**act.roles, "parties": [other, *parties[1:]]}
        else:
            yield {role: other if party == _DOER else party for role, party in act.roles.items()}


def _fillings(act: Act, pattern: str, table: Table, stand_ins: Mapping[str, Words]) -> Iterator[Words]:
    """Give the words that fill a pattern; none if the act lacks some, or is done by another than the pattern says."""
    fields = {name for _, name, _, _ in Formatter().parse(pattern) if name}
    named = any(act.kind.startswith(kind) for kind in table.get("acts", [""]))
    if not named or not fields <= act.words.keys() or (act.own and "S" not in fields and "SS" not in fields):
        return
    for stand_in in table.get("stand_ins", [""]):
        changed = _stood_in(act.words["O"], stand_ins[stand_in]) if stand_in else act.words["O"]
        if changed is not None:
            yield {**act.words, "O": changed}


def _stood_in(words: str, pairs: Words) -> str | None:
    return next((words.replace(name, other) for name, other in pairs.items() if name in words), None)


def _probe(table: Table, pattern: str, text: str, kind: str, roles: Roles) -> Probe:
    return Probe(
        pattern=pattern,
        says=re.sub(r"^\W*\w", lambda met: met[0].upper(), text),
        headline=table.get("headline", False),
        kind=kind,
        roles=roles,
        polarity=table.get("polarity", "affirmed"),
        moods=tuple(table.get("mood", ["actual"])),
        voice=table.get("voice", ""),
        never=table.get("never", False),
    )


def _fills(claim: Claim, roles: Roles) -> bool:
    stated = {role: set(members_of(claim.role(role))) for role in roles}
    return all(stated[role] >= {*([wanted] if isinstance(wanted, str) else wanted)} for role, wanted in roles.items())


def _voiced(claim: Claim, wanted: str) -> bool:
    if not wanted:
        return True
    return wanted in claim.voices[0].name if claim.voices else wanted == "none"


def _toml(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))
