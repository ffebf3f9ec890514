"""When what a claim says happened: the date of its predicate, or that of one of several who did it, each at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping

from credence.model.claim import RoleValue
from credence.model.document import Span
from credence.model.kind import Kind
from credence.model.period import Period
from credence.model.sighting import Sighting
from credence.resolve.roles.filling import Filling
from credence.resolve.roles.options import by_role
from credence.resolve.times.dating import Dating

_HEADING = re.compile(
    r"(?:, [^\n.;]{0,120})?[,:]\s*\n"
)  # "The Security Council, / Condemning the attack": the paper is its own

_DECIDED = re.compile(  # no "may decide", "is to vote"
    r"(?<!to )\b(?:decided|voted|agreed|resolved|decides|votes|agrees|decision|votes?)"
    r"(?: (?:on|late|early|unanimously|last) ?\w*)? to [\"“'‘]?(?:\w+ly )?$"
)
_JOINED = re.compile(r"\bjoin(?:s|ed|ing)\b[^,;.]*$")
_IN = re.compile(r"\bin $")
_FOLLOWED = re.compile(r"\b(?:after|behind|besides|following|alongside) (?:the )?$")
_NEAR = 80  # characters before a name in which its joining is spoken of


def lies_ahead(sighting: Sighting, kind: Kind, when: str | None, published: str | None) -> bool:
    """Tell whether what is told in the present is still to come: "travels to Chad on 3 May", said on the first.

    Args:
        sighting: What was met.
        kind: Kind of the claim.
        when: Its date.
        published: The document's day.
    """
    if kind.nature != "event" or when is None or published is None or when.startswith(".."):
        return False
    now = sighting.tense == "present" and sighting.mood == "actual" and sighting.polarity == "affirmed"
    return now and Period.parse(published).before(Period.parse(when))


def is_ruling(sighting: Sighting, kind: Kind, text: str) -> bool:
    """Tell whether a body has done by deciding what it decided: "the Union voted to suspend Chad".

    Args:
        sighting: What was met.
        kind: Kind of the claim.
        text: The document's text.
    """
    decided = kind.id.startswith("seat.") and sighting.mood == "planned" and sighting.polarity == "affirmed"
    return decided and _DECIDED.search(text, max(0, sighting.anchor.start - _NEAR), sighting.anchor.start) is not None


def occasion(
    sighting: Sighting, kind: Kind, roles: Mapping[str, RoleValue], dating: Dating, filling: Filling
) -> str | None:
    """Give the date of a claim as EDTF; None if the text does not say.

    Args:
        sighting: What was met.
        kind: Kind of the claim.
        roles: Its roles.
        dating: Finds the day of a predicate.
        filling: Says whom the words in a slot mean.
    """
    if _was_joined(sighting, kind, roles, filling):
        return None
    twice = dating.is_dated_twice(sighting)
    when = _each_its_own(sighting, kind, roles, dating, filling) if twice else None
    if when is None:
        when = dating.day_of(sighting, kind.nature, own=_is_own(sighting, kind, roles, filling))
    if kind.nature == "event":
        dating.remember(sighting, (kind.id, *(str(roles.get(role)) for role in kind.deciding)), when)
    return when


def _each_its_own(
    sighting: Sighting, kind: Kind, roles: Mapping[str, RoleValue], dating: Dating, filling: Filling
) -> str | None:
    """The date that stands beside the one in a list that this claim is about: "Mali in 2022 and Chad in 2023"."""
    for group in by_role(sighting.fillers):
        role = group[0].role
        if len(group) == 1 or role.startswith("@"):
            continue
        value = roles.get(role)
        held = frozenset(value) if isinstance(value, tuple) else frozenset({value})
        said = [f.phrase.head for f in group if held & set(filling.values(f, kind, frozenset()))]
        found = dating.day_beside(sighting, said, [f.phrase.head for f in group])
        if found is not None:
            return found
    return None


def _was_joined(sighting: Sighting, kind: Kind, roles: Mapping[str, RoleValue], filling: Filling) -> bool:
    """Whether others joined in what it had done before, of no date: "Peru on Friday joined Chad in leaving"."""
    text = filling.structures.mentions.text
    for group in by_role(sighting.fillers):
        role = group[0].role
        held = roles.get(role)
        if len(group) == 1 or role.startswith("@") or held is None:
            continue
        said = [f.phrase for f in group if held in filling.values(f, kind, frozenset())]
        if any(_did_before(text, phrase.span, sighting.anchor.start) for phrase in said):
            return True
    return False


def _did_before(text: str, name: Span, act: int) -> bool:
    """Whether who is named had done it before: "Peru joined Chad in leaving", "the second after Chad to leave"."""
    before = max(0, name.start - _NEAR)
    if _JOINED.search(text, before, name.start):
        return _IN.search(text, name.end, act) is not None
    return _FOLLOWED.search(text, before, name.start) is not None and text[name.end : act] == " to "


def _is_own(sighting: Sighting, kind: Kind, roles: Mapping[str, RoleValue], filling: Filling) -> bool:
    """Whether the house of an official paper does it, alone or with the other sides of a joint one."""
    mentions, doer = filling.structures.mentions, kind.deciding[0]
    if kind.id.startswith("transfer."):  # "the United States has provided" sums up years
        return False
    if roles.get(doer) in mentions.signatories:
        return True
    given = [filler for filler in sighting.fillers if filler.role == doer]
    if any(_HEADING.match(mentions.text, filler.phrase.span.end) for filler in given):
        return True
    if mentions.house is None:
        return False
    if roles.get(doer) == mentions.house or any(filler.phrase.lemma == "side" for filler in given):
        return True
    return any(mentions.house in filling.values(filler, kind, frozenset()) for filler in given)
