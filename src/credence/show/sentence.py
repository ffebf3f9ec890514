"""Claims and findings as sentences, made from the way their kind reads.

A kind's ``reads`` has roles in braces; a part in square brackets is left out where a role in it is not stated:
``{operator} runs a mission in {host}[, in {city}]``. Roles it does not name follow in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from credence.errors import BadKnowledge
from credence.model.claim import Claim, RoleValue
from credence.model.finding import Finding, Proposition
from credence.model.kind import Kind
from credence.show.words import Label, spell, value, voices, when

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_ROLE = re.compile(r"\{([a-z_-]+)\}")
_NO_STATE = "no state"


def claim_sentence(claim: Claim, kinds: Mapping[str, Kind], label: Label, publisher: str | None = None) -> str:
    """Say a claim as a sentence: voice, what is claimed, when.

    Args:
        claim: The claim.
        kinds: Kinds by id.
        label: Names of parties.
        publisher: Whose words they are where the claim has no voice; None to leave the sentence without one.

    Raises:
        BadKnowledge: The claim's kind is not among ``kinds``.
    """
    kind = require_kind(claim.kind, kinds)
    said = _marked(kind, dict(claim.roles), {}, claim.mood, label, denied=claim.polarity == "denied")
    notes = [f"step: {claim.step}"] if claim.step else []
    body = _noted(said, notes) + (f", {when(claim.when)}" if claim.when else "")
    speaker = voices(claim.voices, label) or publisher
    return f"Per {speaker}: {body}." if speaker else f"{_capital(body)}."


def finding_sentence(finding: Finding, kinds: Mapping[str, Kind], label: Label) -> str:
    """Say a finding's proposition as a sentence, with every detail claimed; a refuted one as not so.

    Raises:
        BadKnowledge: The finding's kind is not among ``kinds``.
    """
    about: Proposition = finding.proposition
    details = dict(finding.details)
    denied = finding.status == "refuted"
    said = _marked(require_kind(about.kind, kinds), dict(about.roles), details, about.mood, label, denied=denied)
    notes = [f"step: {about.step}"] if about.step else []
    notes += [f"spell: {spell(about.spell)}"] if about.spell else []
    return f"{_capital(_noted(said, notes))}."


def require_kind(name: str, kinds: Mapping[str, Kind]) -> Kind:
    """Give a kind by its id.

    Raises:
        BadKnowledge: There is none.
    """
    if name not in kinds:
        raise BadKnowledge(name, "it is not among the kinds", "add the kind to data/kinds")
    return kinds[name]


def _marked(  # noqa: PLR0913 - the parts of a sentence, none of which implies another
    kind: Kind,
    roles: Mapping[str, RoleValue],
    details: Mapping[str, tuple[str, ...]],
    mood: str,
    label: Label,
    *,
    denied: bool,
) -> str:
    """Fill in what a kind reads, and mark mood and polarity in front of it."""
    universal = denied and "*" in roles.values()  # "no state has" says it better than "not so: every state has"
    types = {role.name: role.type for role in kind.roles}
    every = _NO_STATE if universal else "every state"
    words = {name: value(said, types.get(name, "text"), label, every) for name, said in roles.items()}
    for name, claimed in details.items():
        # Details are alternatives, whether a claim gave them singly or as a set.
        words[name] = " or ".join(value(each, types.get(name, "text"), label) for each in claimed)
    marks = ["not so"] if denied and not universal else []
    marks += [mood] if mood != "actual" else []
    body = _filled(kind, words)
    return f"{', '.join(marks)}: {body}" if marks else body


def _filled(kind: Kind, words: Mapping[str, str]) -> str:
    """Fill words into what a kind reads; the rest of them follow in brackets."""

    def keep(part: re.Match[str]) -> str:
        return part[1] if all(role in words for role in _ROLE.findall(part[1])) else ""

    reads = _OPTIONAL.sub(keep, kind.reads)
    body = _ROLE.sub(lambda role: words.get(role[1], f"an unstated {role[1]}"), reads)
    rest = [name for name in words if name not in _ROLE.findall(reads)]
    return _noted(body, [f"{name}: {words[name]}" for name in sorted(rest)])


def _noted(body: str, notes: list[str]) -> str:
    return f"{body} ({'; '.join(notes)})" if notes else body


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
