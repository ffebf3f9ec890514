"""What answers look like that set things beside each other: numbers and places, an article and the ledger."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from credence.serve.api.shapes import Document, End, Origin, PassedOver, Shape, Status, TracedOrigin


class Part(Shape):
    """What a part of a finding comes to."""

    id: str
    kind: str
    mood: str
    step: str | None
    begins: End
    ends: End
    credence: float
    status: Status
    origins: int
    documents: int
    claims: list[str]


class ShortPart(Part):
    """The same with its first claims alone."""

    left_out: int = Field(0, description="How many more claims it has, if any; the finding of its id has all.")


class Claimant(Shape):
    """Whoever claims a number."""

    names: list[str]
    party: str | None = Field(description="For whom they speak.")
    interested: bool = Field(description="Whether they speak of themselves.")


class Bounds(Shape):
    """Between which numbers something lies."""

    least: int | None = Field(description="Null where nothing bounds it.")
    most: int | None


class Explanation(Shape):
    """What could explain that fewer or more are located than claimed."""

    cause: str
    number: int = Field(description="How many it may account for; 0 where no number can be given.")
    about: list[str]


class Counted(Shape):
    """A number that somebody claims, beside what can be located."""

    value: str = Field(description="As claimed: `39`, `40..` (more than), `..40` (nearly).", examples=["39"])
    least: int | None
    most: int | None
    scope: str | None
    polarity: Literal["affirmed", "denied"]
    mood: str
    by: Claimant
    days: list[str]
    documents: int
    origins: int
    finding: str
    credence: float
    status: Status
    located: int
    missing: Bounds
    explanations: list[Explanation]


class Located(Shape):
    """One of what is counted, and what it rests on."""

    where: str | None
    city: str | None
    said: list[str]
    stands: str
    findings: list[Part]


class Counts(Shape):
    """Numbers claimed in one unit, and what can be located."""

    unit: str
    says: str
    can_be_located: bool
    claimed: list[Counted]
    located: list[Located]
    apart: list[Located]


class Ground(Shape):
    """A finding that a rule of the ladder speaks of."""

    rule: str
    step: str
    bearing: Literal["reached", "unsettled", "lapsed", "apart"]
    stands: str
    finding: ShortPart


class Standing(Shape):
    """How far a state goes in dealing with an authority."""

    authority: str
    state: str
    day: str
    step: str
    may_be: str | None
    left_out: dict[str, int] = Field({}, description="By what they do, how many more grounds do the same, if any.")
    grounds: list[Ground]


class Beside(Shape):
    """A finding of the ledger that bears on a claim."""

    bearing: str
    at: End | None = Field(description="When it was done, ended or began, as far as that matters.")
    finding: Part


class CheckedClaim(Shape):
    """A claim set beside what the ledger holds."""

    verdict: Literal["agrees", "new", "older", "contradicted", "count differs"]
    marks: list[str]
    claim: TracedOrigin
    origins: list[Origin]
    beside: list[Beside]
    counted: Counted | None = Field(description="The number that it claims, beside what can be located; else null.")
    numbers: list[Counted] = Field(description="Numbers of the same that the ledger holds.")


class CheckedDocument(Shape):
    """What is known of a text that was handed in."""

    id: str
    title: str | None
    published: str | None
    publisher: str | None
    version: str


class Checked(Shape):
    """A text set beside what the ledger holds for a day."""

    known: int
    document: CheckedDocument
    on: str
    own: list[str] = Field(description="Documents of the ledger that are this text, and do not count.")
    copies: list[str] = Field(description="Documents that share words with it.")
    verdicts: dict[str, int]
    claims: list[CheckedClaim]
    read: Document = Field(description="The text, and its claims as they stand in it.")
    sentences: int
    parsed: int
    passed_over: list[PassedOver]
