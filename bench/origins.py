"""How well claims are led back to their origins, over the claims that two documents share.

    python bench/origins.py FOLDER [--read] [--held]

FOLDER holds texts with the origin each goes back to: JSON files of gold claims with a field ``origin_group``, or our
own ``groups.toml`` (tests/golden/origins). Claims are those of gold, or with ``--read``, and always for our own,
those that are read. The documents are recorded in a ledger, which is asked as ``credence origins`` asks it. Only
claims about the same thing are compared, and only things that two documents speak of; a document without a group is
one of its own. B-cubed (A. Bagga, B. Baldwin, "Entity-based cross-document coreferencing using the vector space
model", COLING-ACL 1998): for each claim, which share of those put with it belong there, and which share of those that
belong with it were put there.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credence.asking.origins import origins_of
from credence.catalog.kinds import load_kinds
from credence.flow import Judging, read_document
from credence.ledger import Recording, open_ledger
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.document import Document
from credence.model.origin import TracedClaim
from credence.model.trail import Trail
from credence.trace.copies import fingerprint
from credence.trace.utterances import thing

_PRIME = (1 << 61) - 1
_ODD = random.Random(1).sample(range(3, _PRIME, 2), 64)  # noqa: S311 - the same every time

Clusters = Mapping[str, Hashable]


@dataclass(frozen=True, slots=True)
class Told:
    """A document with its claims and the origin they go back to."""

    document: Document
    claims: tuple[Claim, ...]
    group: str


@dataclass(frozen=True, slots=True)
class Score:
    """How well a clustering agrees with gold."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give the harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def bcubed(found: Clusters, gold: Clusters) -> Score:
    """Score clusters of items by B-cubed; both map every item to its cluster."""
    members: defaultdict[tuple[str, Hashable], set[str]] = defaultdict(set)
    for item in gold:
        members["found", found[item]].add(item)
        members["gold", gold[item]].add(item)
    put = [(members["found", found[item]], members["gold", gold[item]]) for item in gold]
    right = [len(ours & theirs) for ours, theirs in put]
    precision = sum(count / len(ours) for count, (ours, _) in zip(right, put, strict=True)) / len(put)
    recall = sum(count / len(theirs) for count, (_, theirs) in zip(right, put, strict=True)) / len(put)
    return Score(precision, recall)


def gold_told(folder: Path, *, read: bool) -> Iterator[Told]:
    """Give the documents of a folder of gold claims."""
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        document = Document(row["doc"], text, row["title"], row["published"], row["publisher"])
        written = tuple(_claim(each, document) for each in row["claims"])
        claims = read_document(document).claims if read else tuple({each.id: each for each in written}.values())
        yield Told(document, claims, row.get("origin_group") or row["doc"])


def own_told(folder: Path, *, held: bool) -> Iterator[Told]:
    """Give the documents of our own groups."""
    for row in tomllib.loads((folder / "groups.toml").read_text(encoding="utf-8"))["document"]:
        if row.get("held", False) == held:
            text = (folder / f"{row['doc']}.txt").read_text(encoding="utf-8")
            document = Document(row["doc"], text, text.splitlines()[0], row["published"], row["publisher"])
            yield Told(document, read_document(document).claims, row["group"])


def _claim(row: dict[str, Any], document: Document) -> Claim:
    """Make a claim of gold; where several values are right, the first."""
    roles = {name: _role(name, value) for name, value in row["roles"].items()}
    when = row.get("when")
    voices = tuple(Voice(each["name"], each.get("party"), each.get("office")) for each in row.get("voices") or ())
    start = max(0, document.text.find(row["quote"]))
    quote = document.text[start : start + len(row["quote"])]
    return Claim(
        document.id, document.sha256, row["kind"], tuple(sorted(roles.items())), row["polarity"], row["mood"],
        when[0] if isinstance(when, list) else when, row.get("step"), voices,
        Quote(start, start + len(quote), quote), "gold",
    )  # fmt: skip


def _role(name: str, value: object) -> RoleValue:
    if name == "parties" and isinstance(value, list):
        return tuple(sorted(str(each[0] if isinstance(each, list) else each) for each in value))
    return str(value[0] if isinstance(value, list) else value)


def trails_of(told: Sequence[Told]) -> dict[str, Trail]:
    """Record the documents in a ledger, one a transaction, and ask it where each claim leads; by claim id."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "l.db")) as ledger:
        for each in told:
            ledger.record([Recording(each.document, each.claims)], moment="2026-01-01T00:00Z", author="b", tool="b")
        ledger.bring_up(Judging())
        return {trail.traced.claim.id: trail for trail in origins_of(ledger)}


def minhash(told: Sequence[Told]) -> dict[str, str]:
    """Cluster texts by MinHash, as is usual: of two that share half of 64 least hashes, the later joins the first.

    After A. Broder, "On the resemblance and containment of documents", 1997, on runs of five words.
    """
    first: dict[str, str] = {}
    signs: dict[str, list[int]] = {}
    for each in sorted(told, key=lambda each: (each.document.published or "~", each.document.id)):
        runs = fingerprint(each.document).runs
        sign = [min((run * odd + odd) % _PRIME for run in runs) if runs else -1 for odd in _ODD]
        near = (doc for doc, other in signs.items() if sum(map(int.__eq__, sign, other)) >= len(_ODD) / 2)
        first[each.document.id] = first.get(next(near, ""), each.document.id)
        signs[each.document.id] = sign
    return first


def shared(traced: Iterable[TracedClaim]) -> list[TracedClaim]:
    """Keep the claims about things that another document speaks of, too, and of a like figure if it is a count."""
    about: defaultdict[Hashable, list[TracedClaim]] = defaultdict(list)
    for each in traced:
        about[thing(each.claim, load_kinds())].append(each)
    return [
        each
        for claims in about.values()
        for each in claims
        if any(each.claim.doc != other.claim.doc and _alike(each.claim, other.claim) for other in claims)
    ]


def _alike(one: Claim, other: Claim) -> bool:
    figures = [str(claim.role("value") or "").strip("~.") for claim in (one, other)]
    if not all(figure.isdigit() for figure in figures):
        return figures[0] == figures[1]
    return min(map(int, figures)) >= 0.75 * max(map(int, figures))


def clusterings(told: Sequence[Told]) -> tuple[Clusters, dict[str, Clusters]]:
    """Give the clusters of gold, and by name ours and those of plainer ways to count."""
    trails, groups = trails_of(told), {each.document.id: each.group for each in told}
    items = shared(trail.traced for trail in trails.values())
    texts = minhash(told)

    def by(key: Callable[[Trail], Hashable]) -> Clusters:
        return {each.claim.id: (thing(each.claim, load_kinds()), key(trails[each.claim.id])) for each in items}

    return by(lambda trail: groups[trail.traced.claim.doc]), {
        "utterances": by(lambda trail: trail.utterance),
        "origins, whenever said": by(lambda trail: trail.traced.origin.id),
        "articles": by(lambda trail: trail.traced.claim.doc),
        "publishers": by(lambda trail: trail.publisher),
        "MinHash": by(lambda trail: texts[trail.traced.claim.doc]),
        "one origin a claim": by(lambda _: 0),
    }


def main() -> None:
    """Read, trace, compare, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--read", action="store_true", help="take the claims that are read, not those of gold")
    ask.add_argument("--held", action="store_true", help="of our own groups, those that are held back")
    ask.add_argument("--misses", action="store_true", help="list where ours and gold part")
    given = ask.parse_args()
    own = (given.folder / "groups.toml").exists()
    told = list(own_told(given.folder, held=given.held) if own else gold_told(given.folder, read=given.read))
    gold, found = clusterings(told)
    _print_scores(f"claims that two of {len(told)} documents share", gold, found)
    docs = {claim.id: claim.doc for each in told for claim in each.claims}
    joint = {item: group for item, group in gold.items() if _is_joint(item, gold, docs)}
    _print_scores("claims that two documents of one origin share", joint, found)
    if given.misses:
        _list_misses(told, gold, found["utterances"])


def _is_joint(item: str, gold: Clusters, docs: Mapping[str, str]) -> bool:
    return any(gold[item] == group and docs[item] != docs[other] for other, group in gold.items())


def _print_scores(what: str, gold: Clusters, found: Mapping[str, Clusters]) -> None:
    print(f"{len(gold)} {what}; in gold {len(set(gold.values()))} origins of them")
    print(f"{'':26}precision  recall      F1  counted")
    for name, clusters in found.items():
        score = bcubed(clusters, gold)
        count = len({clusters[item] for item in gold})
        print(f"  {name:24}{score.precision:9.3f}{score.recall:8.3f}{score.f1:8.3f}{count:9}")


def _list_misses(told: Sequence[Told], gold: Clusters, found: Clusters) -> None:
    claims = {claim.id: claim for each in told for claim in each.claims}
    rows = [(str(gold[id_]), claims[id_].doc, str(found[id_])[-18:-2], claims[id_]) for id_ in gold]
    for where, doc, put, claim in sorted(rows, key=lambda row: row[:3]):
        print(put, doc, where, [voice.name for voice in claim.voices], claim.when, claim.role("value") or "")


if __name__ == "__main__":
    main()
