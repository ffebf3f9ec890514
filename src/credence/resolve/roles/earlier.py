"""Who is meant though not named: whom a family's last claims were about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from credence.model.claim import RoleValue
from credence.model.kind import Kind, family_of
from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.mentions import Mentions

_NEAR = 6  # sentences
_JUST = 2
_PRONOUNS = {"it", "them", "both"}
_DEFINITE = {"the", "this", "that", "these", "both"}
TELLING = {"federal", "central", "national", "parallel", "rival", "local", "regional", "provincial"}
_THINGS = frozenset(
    {"country", "state", "republic", "nation", "entity", "territory", "government", "regime", "region", "authority"}
    | {"administration", "emirate", "two", "delegate", "delegation", "province", "enclave", "statelet"}
)


@dataclass(slots=True)
class Earlier:
    """The parties in the roles of the claims made so far.

    Attributes:
        told: For each family of kinds and role, sentence and party of each claim, in the order of the text.
    """

    told: dict[tuple[str, str], list[tuple[int, str]]] = field(default_factory=dict)

    def learn(self, kind: Kind, roles: Mapping[str, RoleValue], sentence: int) -> None:
        """Remember who stood in which role."""
        for role, value in roles.items():
            if isinstance(value, str):
                self.told.setdefault(_key(kind, role), []).append((sentence, value))

    def note(self, kind: Kind, role: str, parties: Sequence[str], sentence: int) -> None:
        """Remember parties named in a role, whether or not a claim is made."""
        self.told.setdefault(_key(kind, role), []).extend((sentence, party) for party in parties if party != "*")

    def party(self, kind: Kind, role: str, sentence: int, taken: Collection[str] = ()) -> str | None:
        """Give who stood in a role in the sentences before; None if nobody did, or more than one.

        Args:
            kind: Kind of the claim to be made.
            role: The role that its words leave open.
            sentence: Number of the sentence it stands in.
            taken: Parties in its other roles.
        """
        near = tuple(party for party in self._near(kind, role, sentence) if party not in taken)
        return near[0] if len(near) == 1 else None

    def just(self, kind: Kind, role: str, sentence: int) -> str | None:
        """Give who stood in a role in the same sentence or the one before it; None if nobody did, or more than one."""
        told = self.told.get(_key(kind, role), ())
        near = {party for number, party in told if 0 <= sentence - number <= 1}
        return near.pop() if len(near) == 1 else None

    def lister(self, target: str | None, sentence: int) -> str | None:
        """Give who alone listed somebody in the sentences just before: whoever freezes what he owns, too."""
        listed = {number for number, party in self.told.get(("listing", "target"), ()) if party == target}
        last = max((number for number in listed if 0 <= sentence - number <= _JUST), default=None)
        found = {party for number, party in self.told.get(("listing", "lister"), ()) if number == last}
        return found.pop() if len(found) == 1 else None

    def meant(self, kind: Kind, filler: Filler, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give whom "it", "them", "both" or "the new state" means, if the claims before were about no other.

        Args:
            kind: Kind of the claim to be made.
            filler: The phrase and the role it fills.
            sentence: Number of the sentence it stands in.
            taken: Parties in other roles of the claim.
        """
        phrase = filler.phrase
        if not _refers(phrase):
            return ()
        near = tuple(party for party in self._near(kind, filler.role, sentence) if party not in taken)
        number = 2 if _is_two(phrase) else 1
        if number == 1 and len(near) > 1 and phrase.lemma not in {"them", "they"}:
            near = self._last(kind, filler.role, sentence, taken)
        return near if len(near) == number or (phrase.lemma in {"them", "they"} and near) else ()

    def _last(self, kind: Kind, role: str, sentence: int, taken: Collection[str]) -> tuple[str, ...]:
        """Who stood in a role in the last sentence that has anybody in it."""
        told = [pair for pair in self.told.get(_key(kind, role), ()) if 0 <= sentence - pair[0] <= _NEAR]
        told = [(number, party) for number, party in told if party not in taken]
        latest = max((number for number, _ in told), default=0)
        return tuple(dict.fromkeys(party for number, party in told if number == latest))

    def _near(self, kind: Kind, role: str, sentence: int) -> tuple[str, ...]:
        told = self.told.get(_key(kind, role), ())
        return tuple(dict.fromkeys(party for number, party in told if 0 <= sentence - number <= _NEAR))


def _key(kind: Kind, role: str) -> tuple[str, str]:
    """What is remembered together: who is to be recognised is who is to get a seat."""
    return ("status", "claimant") if role in {"recognized", "claimant"} else (family_of(kind.id), role)


def _is_two(phrase: Phrase) -> bool:
    both = phrase.head_text.lower() == "both" or phrase.determiner == "both"
    return both or any(link.text.lower() == "two" for link in phrase.linked("num"))


def _refers(phrase: Phrase) -> bool:
    """Whether a phrase names nobody and takes up what was named before."""
    if phrase.head_text.lower() in _PRONOUNS:
        return True
    owned = any(link.text.lower() in {"its", "their"} for link in phrase.linked("poss"))
    if phrase.form == "name" or phrase.lemma not in _THINGS or not (owned or phrase.determiner in _DEFINITE):
        return False
    return all(_is_vague(relation, link) for relation, link in phrase.links)


def _is_vague(relation: str, link: Phrase) -> bool:
    """Whether what stands beside a word tells nobody apart: "the new state", but not "the federal government"."""
    return link.form != "name" and relation in {"mod", "num", "poss"} and link.lemma not in TELLING


def is_inner(mentions: Mentions, kind: Kind, roles: Mapping[str, RoleValue]) -> bool:
    """Whether two are a state and a part of it, so that there are no relations to sever and no visits abroad.

    A territory that broke away is visited all the same; a claimant to the presidency who comes home visits nobody.
    """
    ties = kind.id.startswith("ties.")
    if not ties and roles.get("format") != "visit":
        return False
    parties = tuple(roles["parties"])
    known = [party for name in parties if (party := mentions.known(name)) is not None]
    return any(party.of in parties for party in known if ties or "territory" not in party.nouns)
