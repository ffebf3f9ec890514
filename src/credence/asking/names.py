"""Names that people give: of parties and of kinds, and what parties are called for them."""

from __future__ import annotations

from credence.catalog.kinds import load_kinds
from credence.catalog.parties import load_parties
from credence.errors import NotThere, WrongUse
from credence.model.kind import family_of, is_of
from credence.model.party import Party


def label(party: str) -> str:
    """Name a party for people."""
    known = load_parties().get(party)
    return known.label if known is not None else "every state" if party == "*" else party


def party_id(name: str) -> str:
    """Find the party that somebody means: by its id, or a name of it.

    Raises:
        WrongUse: If nobody, or more than one party, is called so.
    """
    parties = load_parties()
    if name in parties or name == "*":
        return name
    if name.lower() in parties:
        return name.lower()
    found = sorted({each for hit in parties.lookup(name) for each in hit.ids})
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUse(f"party “{name}”", f"may mean {', '.join(found)}", "give the id of the one you mean")
    raise WrongUse(f"party “{name}”", "is not known", "give an ISO code (cn), an id (taliban), or an English name")


def party_at(name: str) -> str:
    """Find the party that an address names.

    Raises:
        NotThere: If nobody, or more than one party, is called so, or everybody is.
    """
    try:
        found = party_id(name)
    except WrongUse as error:
        raise NotThere(error.place, error.cause, error.remedy) from error
    if found == "*":
        raise NotThere(f"party “{name}”", "it stands for every state", "name one")
    return found


def party_of(id_: str) -> Party:
    """Give the party of an id.

    Raises:
        NotThere: If there is none.
    """
    found = load_parties().get(id_)
    if found is None:
        raise NotThere(f"party “{id_}”", "there is none of this id", "see /api/v1/parties")
    return found


def party_or_name(name: str) -> str:
    """Find the party that somebody means, or give the name as it is: claims hold names of others, too."""
    try:
        return party_id(name)
    except WrongUse:
        return name


def kinds_and_families() -> tuple[str, ...]:
    """Give all kinds and their families, sorted."""
    kinds = load_kinds()
    return tuple(sorted({*kinds, *map(family_of, kinds)}))


def require_kind(kind: str) -> None:
    """Refuse what is neither a kind nor a family of kinds.

    Raises:
        WrongUse: If it is not.
    """
    if not any(is_of(known, kind) for known in load_kinds()):
        raise WrongUse(f"kind “{kind}”", "is not known", f"one of: {', '.join(sorted(load_kinds()))}")
