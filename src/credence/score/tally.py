"""Counting: precision, recall and F1 over claims, and the shares of the right claims that are right in detail."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from credence.model.claim import Claim
from credence.model.kind import Kind
from credence.score.gold import Gold, GoldClaim
from credence.score.same import same_claim, same_detail, same_when, surname

DETAILS = (
    "of",
    "city",
    "post",
    "person",
    "rank",
    "as",
    "list",
    "format",
    "amount",
    "currency",
    "from",
    "level",
    "step",
)
SHARES = ("mood", "when", "voice", "detail", "quote")


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference from gold.

    Attributes:
        doc: The document.
        fault: "wrong", a claim that gold lacks, or "missed", one of gold that was not found.
        kind: Its kind.
        roles: Its roles, as JSON can hold them.
        words: Its quote.
    """

    doc: str
    fault: str
    kind: str
    roles: Mapping[str, object]
    words: str


@dataclass(slots=True)
class Score:
    """What came of some documents; scores add up.

    Attributes:
        kinds: Kind → how many claims were "right", "wrong" and "missed".
        shares: Of the right claims that gold states it for, how many are right in it, and how many there are.
        misses: Every difference, in the order of documents and gold.
    """

    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    shares: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in SHARES})
    misses: list[Miss] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another score."""
        for kind, counts in other.kinds.items():
            self.kinds[kind].update(counts)
        for name, counts in other.shares.items():
            self.shares[name].update(counts)
        self.misses.extend(other.misses)

    def total(self) -> Counter[str]:
        """Give the counts over all kinds."""
        return sum(self.kinds.values(), Counter())

    def share(self, name: str, *, ok: bool, stated: bool = True) -> None:
        """Count one right claim towards a share."""
        if stated:
            self.shares[name].update(right=int(ok), stated=1)


def precision_recall_f1(counts: Mapping[str, int]) -> tuple[float, float, float]:
    """Give precision, recall and their harmonic mean, each in [0, 1]."""
    right, wrong, missed = (counts.get(name, 0) for name in ("right", "wrong", "missed"))
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def score_document(gold: Gold, claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> Score:
    """Compare the claims of one document with its gold.

    A gold claim takes the best claim left that is the same: in mood first, then in date. A claim taken by an optional
    gold claim counts neither way; what is left over is wrong.
    """
    score, left = Score(), _unique(claims, kinds)
    for want in gold.claims:
        matches = [claim for claim in left if want.kind in kinds and same_claim(want, claim, kinds[want.kind])]
        if not matches:
            if not want.optional:
                score.kinds[want.kind]["missed"] += 1
                score.misses.append(Miss(gold.document.id, "missed", want.kind, want.roles, want.quote))
            continue
        got = min(matches, key=lambda claim: (claim.mood != want.mood, not same_when(want.when, claim.when)))
        left.remove(got)
        if not want.optional:
            score.kinds[want.kind]["right"] += 1
        _compare(score, want, got, kinds[want.kind], gold.document.text)
    for claim in left:
        score.kinds[claim.kind]["wrong"] += 1
        score.misses.append(Miss(gold.document.id, "wrong", claim.kind, dict(claim.roles), claim.quote.text))
    return score


def _unique(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> list[Claim]:
    """A claim said twice in a document counts once."""
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        deciding = tuple(claim.role(role) for role in kinds[claim.kind].deciding)
        first.setdefault((claim.kind, claim.polarity, claim.mood, deciding), claim)
    return list(first.values())


def _compare(score: Score, want: GoldClaim, got: Claim, kind: Kind, text: str) -> None:
    score.share("mood", ok=got.mood == want.mood, stated=want.mood is not None)
    score.share("when", ok=same_when(want.when, got.when), stated=want.when is not None)
    near = got.voices[0].name if got.voices else None
    heard = surname(want.voices[0]) == surname(near) if want.voices and near else not want.voices and near is None
    score.share("voice", ok=heard)
    for name in DETAILS:
        value = want.step if name == "step" else want.roles.get(name)
        if value is not None and name not in kind.deciding:
            score.share("detail", ok=same_detail(value, got.step if name == "step" else got.role(name)))
    score.share("quote", ok=bool(got.quote.text) and got.quote.text in text)
