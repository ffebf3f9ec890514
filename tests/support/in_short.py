"""What a text says, in words short enough to stand beside it in a table."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from credence.flow import read_document
from credence.model.document import Document


def in_short(
    text: str, without: AbstractSet[str], *, published: str = "2024-09-20", whole: str | None = None
) -> dict[str, str | None]:
    """Read a text and give its claims: kind, parties in the order of their roles' names, polarity if denied, and mood.

    Args:
        text: The text.
        without: Roles that are left out.
        published: Its day.
        whole: A family of kinds of which no role is left out.

    Returns:
        The date of each claim, by the claim in words.
    """
    document = Document(id="x", text=text, published=published, publisher="Test")
    out = {}
    for claim in read_document(document).claims:
        left_out = () if whole is not None and claim.kind.startswith(whole) else without
        roles = {k: v for k, v in dict(claim.roles).items() if k not in left_out}
        parties = " ".join("+".join(v) if isinstance(v, tuple) else str(v) for _, v in sorted(roles.items()))
        denied = "not " if claim.polarity == "denied" else ""
        out[f"{claim.kind} {parties} {denied}{claim.mood}"] = claim.when
    return out
