"""Claims, documents and decisions in plain JSON form, and back: the one form that ledgers hash and files exchange."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

from credence.errors import BadInput
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.decision import Adjudication, Changes, Decision, Erasure, Identity, Retraction, Revocation
from credence.model.document import Document
from credence.model.sighting import Mood, Polarity

Plain = dict[str, object]


def document_to_plain(document: Document) -> Plain:
    """Give a document as plain JSON values, all members present, unknown ones null."""
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "published": document.published,
        "publisher": document.publisher,
        "url": document.url,
        "lang": document.lang,
    }


def claim_to_plain(claim: Claim) -> Plain:
    """Give a claim as plain JSON values, named as in the codebook (``claim/1``), and nothing lost.

    Roles are an object, sets within them lists; a voice has no empty members; ``version`` is the hash of the text.
    """
    return {
        "doc": claim.doc,
        "version": claim.version,
        "id": claim.id,
        "pattern": claim.pattern,
        "kind": claim.kind,
        "roles": {role: value if isinstance(value, str) else list(value) for role, value in claim.roles},
        "polarity": claim.polarity,
        "mood": claim.mood,
        "when": claim.when,
        "step": claim.step,
        "voices": [_voice_to_plain(voice) for voice in claim.voices],
        "quote": {"start": claim.quote.start, "end": claim.quote.end, "text": claim.quote.text},
    }


def decision_to_plain(decision: Decision) -> Plain:
    """Give a decision as plain JSON values; ``decision`` says of which sort it is."""
    match decision:
        case Identity():
            said: Plain = {"about": decision.about, "left": decision.left, "right": decision.right}
            return {"decision": "identity", **said, "verdict": decision.verdict, "reason": decision.reason}
        case Adjudication():
            changes = {name: list(value) if isinstance(value, tuple) else value for name, value in decision.changes}
            said = {"target": decision.target, "verdict": decision.verdict, "changes": changes}
            return {"decision": "adjudication", **said, "reason": decision.reason}
        case Retraction():
            return {"decision": "retraction", "doc": decision.doc, "reason": decision.reason}
        case Erasure():
            return {"decision": "erasure", "doc": decision.doc, "reason": decision.reason}
        case Revocation():
            return {"decision": "revocation", "revokes": decision.decision, "reason": decision.reason}


def changes_from_plain(plain: Mapping[str, object], place: str) -> Changes:
    """Give the changes of a correction, as ``decision_to_plain`` writes them.

    Raises:
        BadInput: If a value is neither words, nor a list of words, nor null.
    """
    return tuple(
        (name, None if value is None else _role_value(name, value, place)) for name, value in sorted(plain.items())
    )


def claim_from_plain(plain: Mapping[str, object], place: str) -> Claim:
    """Give the claim that ``plain`` describes.

    Args:
        plain: What ``claim_to_plain`` gives; ``id`` may be left out, and other members are not looked at.
        place: Where it stands, for messages: a file and line, or a ledger and row.

    Raises:
        BadInput: If a member is missing, of another type, or the id is not that of the content.
    """
    members = _Members(plain, place)
    quote = _Members(members.mapping("quote"), place)
    claim = Claim(
        doc=members.words("doc"),
        version=members.words("version"),
        kind=members.words("kind"),
        roles=_roles(members.mapping("roles"), place),
        polarity=cast("Polarity", members.choice("polarity", get_args(Polarity))),
        mood=cast("Mood", members.choice("mood", get_args(Mood))),
        when=members.words_or_none("when"),
        step=members.words_or_none("step"),
        voices=tuple(_voice(_Members(voice, place)) for voice in members.mappings("voices")),
        quote=Quote(quote.whole("start"), quote.whole("end"), quote.words("text")),
        pattern=members.words("pattern"),
    )
    if plain.get("id", claim.id) != claim.id:
        raise BadInput(place, f"the id {plain['id']} is not that of the claim's content", "leave the id out")
    return claim


@dataclass(frozen=True, slots=True)
class _Members:
    """Members of a JSON object, taken out with their types checked.

    Attributes:
        plain: The object.
        place: Where it stands, for messages.
    """

    plain: Mapping[str, object]
    place: str

    def words(self, name: str) -> str:
        value = self.plain.get(name)
        if not isinstance(value, str):
            raise self._wrong(name, "a string")
        return value

    def words_or_none(self, name: str) -> str | None:
        return None if self.plain.get(name) is None else self.words(name)

    def whole(self, name: str) -> int:
        value = self.plain.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._wrong(name, "a whole number from 0")
        return value

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        value = self.words(name)
        if value not in choices:
            raise self._wrong(name, "one of " + ", ".join(choices))
        return value

    def mapping(self, name: str) -> Mapping[str, object]:
        value = self.plain.get(name)
        if not isinstance(value, Mapping):
            raise self._wrong(name, "an object")
        return value

    def mappings(self, name: str) -> list[Mapping[str, object]]:
        value = self.plain.get(name)
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise self._wrong(name, "a list of objects")
        return value

    def _wrong(self, name: str, wanted: str) -> BadInput:
        return BadInput(self.place, f'"{name}" must be {wanted}', "write it as the codebook says (claim/1)")


def _voice_to_plain(voice: Voice) -> Plain:
    members: Plain = {"name": voice.name, "party": voice.party, "office": voice.office}
    return {name: value for name, value in members.items() if value is not None}


def _voice(members: _Members) -> Voice:
    return Voice(members.words("name"), members.words_or_none("party"), members.words_or_none("office"))


def _roles(plain: Mapping[str, object], place: str) -> tuple[tuple[str, RoleValue], ...]:
    return tuple((role, _role_value(role, value, place)) for role, value in sorted(plain.items()))


def _role_value(role: str, value: object, place: str) -> RoleValue:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise BadInput(place, f'the role "{role}" must be a string or a list of strings', "write it as the codebook says")
