"""Gold files: a text beside a JSON file with the claims that a careful reader makes of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credence.errors import Unreadable
from credence.model.document import Document

_REMEDY = "see the codebook, section 5: NAME.txt with the text, NAME.json with doc, title, published and claims"


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as annotated. Where a value is a list, any of its members is right.

    Attributes:
        kind: ``family.act``.
        roles: Role and value, list of values, or (for sets) list of members, each of which may be a list again.
        polarity: "affirmed" or "denied".
        mood: The mood; None if not annotated.
        when: EDTF, a list of them, or None.
        step: Step of accreditation, if any.
        voices: Names, nearest first.
        quote: The words.
        optional: Whether finding or missing it costs nothing.
    """

    kind: str
    roles: dict[str, Any]
    polarity: str
    mood: str | None
    when: str | list[str] | None
    step: str | None
    voices: tuple[str, ...]
    quote: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with its claims.

    Attributes:
        document: The text and what is known of it.
        claims: Its claims, in the order of the file.
        group: Id of the announcement that several texts tell, if the annotator gave one.
    """

    document: Document
    claims: tuple[GoldClaim, ...]
    group: str | None


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """Load every gold file of a folder, in the order of their names.

    Raises:
        Unreadable: If there is none, or one is no gold file.
    """
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not paths:
        raise Unreadable(str(folder), "holds no gold file", _REMEDY)
    return tuple(_gold(path) for path in paths)


def _gold(path: Path) -> Gold:
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        document = Document(
            id=table["doc"],
            text=text,
            title=table.get("title"),
            published=table.get("published"),
            publisher=table.get("publisher"),
        )
        return Gold(document, tuple(_claim(row) for row in table["claims"]), table.get("origin_group"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unreadable(str(path), f"is no gold file: {error}", _REMEDY) from error


def _claim(row: dict[str, Any]) -> GoldClaim:
    return GoldClaim(
        kind=row["kind"],
        roles=row["roles"],
        polarity=row.get("polarity", "affirmed"),
        mood=row.get("mood"),
        when=row.get("when"),
        step=row.get("step"),
        voices=tuple(voice["name"] for voice in row.get("voices") or ()),
        quote=row.get("quote", ""),
        optional=bool(row.get("optional")),
    )
