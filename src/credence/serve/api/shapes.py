"""What answers look like, for the OpenAPI.

Answers are written by ``exchange`` and not checked against these on the way; tests hold the one to the other.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")

RoleValues = dict[str, str | list[str]]
Status = Literal["supported", "contested", "refuted", "unknown"]


class Shape(BaseModel):
    """What all shapes share: further members may be added, none is taken away within ``v1``."""

    model_config = ConfigDict(extra="allow")


class Listed(Shape, Generic[Item]):
    """All of a list that is never long."""

    known: int = Field(description="As known at that transaction.", examples=[12])
    on: str | None = Field(description="What held on that day.", examples=["2024-09-01"])
    items: list[Item]


class Page(Listed[Item], Generic[Item]):
    """A page of a list."""

    next: str | None = Field(description="What to give as `cursor` for the next page; null where this is the last.")


class Problem(Shape):
    """An error (RFC 9457)."""

    type: str = Field(examples=["urn:credence:problem:wrong-use"])
    title: str = Field(examples=["wrong use"])
    status: int = Field(examples=[400])
    detail: str
    place: str = Field(description="Where it is.", examples=["party “Atlantis”"])
    cause: str = Field(description="What is wrong.", examples=["is not known"])
    remedy: str = Field(
        description="What to do about it.", examples=["give an ISO code (cn), an id (taliban), or a name"]
    )


class End(Shape):
    """One end of an interval; an unknown end is not "ongoing"."""

    state: Literal["known", "bounded", "unknown"]
    date: str | None = Field(description="EDTF.", examples=["2024-01-30"])


class Voice(Shape):
    """Whose words they are."""

    name: str = Field(examples=["Amir Khan Muttaqi"])
    party: str | None = None
    office: str | None = None


class Quote(Shape):
    """Words, and where they stand in the stored text."""

    start: int
    end: int
    text: str = Field(examples=["China accepted a Taliban ambassador"])


class Claim(Shape):
    """A claim, by the codebook (claim/1)."""

    doc: str
    version: str = Field(description="SHA-256 of the text.")
    id: str = Field(examples=["c0123456789abcde"])
    pattern: str
    kind: str = Field(examples=["envoy.accept"])
    roles: RoleValues = Field(examples=[{"host": "cn", "sender": "taliban", "rank": "ambassador"}])
    polarity: Literal["affirmed", "denied"]
    mood: Literal["actual", "planned", "sought", "possible", "conditional"]
    when: str | None = Field(description="EDTF.", examples=["2024-01-30"])
    step: str | None
    voices: list[Voice]
    quote: Quote


class ClaimInFinding(Claim):
    """A claim, and the finding it is evidence of."""

    finding: str = Field(examples=["f0123456789abcde"])


class TracedClaim(Claim):
    """A claim, and the origin it leads back to."""

    origin: str
    edge: str = Field(examples=["quotes"])


class TracedOrigin(Claim):
    """A claim, and the origin it leads back to, whole."""

    origin: Origin
    edge: str


class FoundClaim(ClaimInFinding):
    """A claim whose words answer a search."""

    places: int


class Origin(Shape):
    """An independent root of claims."""

    id: str
    name: str | None
    party: str | None
    doc: str | None
    interested: bool = Field(description="Whether it is a party to the matter.")
    against_interest: bool = Field(description="Whether what it says harms the party it speaks for.")
    known: bool = Field(description="Whether it is known to be a root of its own.")


class Edge(Shape):
    """How a claim leads back to its origin."""

    claim: str
    doc: str
    polarity: Literal["affirmed", "denied"]
    voices: list[Voice]
    origin: str
    edge: str


class Origins(Shape):
    """On whose words a finding rests."""

    finding: str
    documents: int
    bounds: tuple[int, int] = Field(description="Between which numbers the number of independent roots lies.")
    origins_for: list[Origin]
    origins_against: list[Origin]
    edges: list[Edge]


class Finding(Shape):
    """What stands about a proposition."""

    id: str = Field(examples=["f0123456789abcde"])
    kind: str = Field(examples=["envoy.accept"])
    roles: RoleValues = Field(examples=[{"host": "cn", "sender": "taliban"}])
    mood: str
    step: str | None
    spell: str | None
    details: dict[str, list[str]]
    begins: End
    ends: End
    credence: float = Field(ge=0, le=1, examples=[0.84])
    status: Status
    origins_for: list[Origin]
    origins_against: list[Origin]
    bounds: tuple[int, int] = Field(description="Between which numbers the number of independent roots lies.")
    documents: int
    claims: list[TracedClaim]
    reasons: list[str] = Field(description="How it was judged, a step a line.")
    on: str | None = Field(None, description="The day that was asked about.")
    holds: Literal["yes", "no", "possibly"] | None = Field(None, description="Whether it holds on that day.")


class ListedFinding(Finding):
    """The same in a list: in short, where it rests on very much."""

    left_out: int = Field(0, description="How many more claims it has, if any; the finding by itself has all.")


class Difference(Shape):
    """What became of a finding."""

    id: str
    what: Literal["appeared", "ended", "changed", "vanished"]
    members: list[str]
    why: list[str]
    before: Finding | None
    after: Finding | None


class Version(Difference):
    """A version of a finding, and the transaction that made it."""

    transaction: int
    moment: str
    author: str
    on: str | None = Field(None, description="The day asked about; left out where none is.")
    holds: Literal["yes", "no", "possibly"] | None = Field(None, description="Whether the finding held on it.")


class Differences(Page[Difference]):
    """What differs between two moments of knowledge."""

    since: int = Field(description="As known at that transaction first.")


class Party(Shape):
    """Anybody who can stand in a role."""

    id: str = Field(examples=["taliban"])
    label: str = Field(examples=["the Taliban"])
    cls: Literal["state", "authority", "organisation", "group"]
    of: str | None
    names: list[str]


class Document(Shape):
    """A document's text and what is known of it, with its claims in the order of the text."""

    id: str
    text: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    lang: str
    version: str
    claims: list[ClaimInFinding]


class FoundDocument(Shape):
    """A document that answers a search."""

    id: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    version: str
    places: int
    passage: Quote | None


class Found(Shape):
    """What answers a search."""

    documents: list[FoundDocument]
    claims: list[FoundClaim]
    more: bool


class Transaction(Shape):
    """One act of recording."""

    number: int
    moment: str
    author: str
    tool: str
    before: str
    hash: str


class Decided(Shape):
    """A decision as recorded; what its sort has no use for is left out."""

    number: int
    transaction: int
    author: str
    decision: Literal["identity", "adjudication", "retraction", "erasure", "revocation"]
    reason: str
    target: str | None = Field(None, description="Of an adjudication: id of a claim or finding.")
    verdict: str | None = Field(None, description="Of an adjudication or identity.")
    changes: dict[str, str | list[str] | None] | None = Field(None, description="What a correction puts right.")
    about: str | None = Field(None, description="Of an identity: what is named.")
    left: str | None = Field(None, description="One name.")
    right: str | None = Field(None, description="The other.")
    doc: str | None = Field(None, description="Of a retraction or erasure: id of the document.")
    revokes: int | None = Field(None, description="Of a revocation: number of the decision.")


class PassedOver(Shape):
    """What was met in a text and made no claim."""

    reason: str
    start: int
    end: int


class Recorded(Shape):
    """What an act of recording came to."""

    transaction: int | None = Field(description="Null where nothing was new.")
    documents: int
    claims: int
    known_documents: int
    ids: list[str]


class Made(Shape):
    """The decision that was recorded; null where it stood already."""

    recorded: Decided | None
