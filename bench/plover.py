"""PLOVER gold standard records: how often the root is found, and what a verb of saying does to that.

    python bench/plover.py PLOVER_GSR_CAMEO.json

The records (Open Event Data Alliance, CC BY-SA 4.0) are not part of the project. Kinds are mapped to PLOVER roots; a
claim that is planned counts as AGREE, one that is sought as REQUEST, a denied one as REJECT. Figures of an older coder
on the same records, as its authors give them: root found for 46 to 58 % of records; right root for 39 to 47 % of its
two-party events; 2 to 11 points fewer with a verb of saying in the sentence.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from credence.flow import read_document
from credence.model.claim import Claim
from credence.model.document import Document

ROOTS = {
    "agreement.sign": "SUPPORT", "bounty.offer": "SANCTION", "control.take": "COERCE", "envoy.accept": "SUPPORT",
    "envoy.appoint": "SUPPORT", "envoy.expel": "SANCTION", "envoy.recall": "SANCTION", "envoy.refuse": "REJECT",
    "force.withdraw": "YIELD", "listing.add": "SANCTION", "listing.remove": "YIELD", "meeting.hold": "CONSULT",
    "mission.close": "SANCTION", "mission.lower": "SANCTION", "mission.open": "SUPPORT", "mission.raise": "SUPPORT",
    "recognition.grant": "SUPPORT", "recognition.withdraw": "SANCTION", "rights.restore": "YIELD",
    "rights.restrict": "COERCE", "seat.grant": "SUPPORT", "seat.refuse": "REJECT", "stance.condemn": "ACCUSE",
    "stance.demand": "REQUEST", "stance.praise": "SUPPORT", "ties.establish": "SUPPORT", "ties.lower": "SANCTION",
    "ties.raise": "SUPPORT", "ties.restore": "SUPPORT", "ties.sever": "SANCTION", "transfer.freeze": "SANCTION",
    "transfer.pay": "AID", "transfer.release": "YIELD",
}  # fmt: skip
DIPLOMATIC = ("AGREE", "CONSULT", "SUPPORT", "AID", "REQUEST", "ACCUSE", "REJECT", "SANCTION", "YIELD")
SAYING = ("said", "says", "announced", "told", "reported", "according to", "stated", "declared")


def roots(claim: Claim) -> set[str]:
    """Give the roots a claim may stand for."""
    root = ROOTS.get(claim.kind)
    if root is None:
        return set()
    if claim.polarity == "denied":
        return {"REJECT"}
    return {root} | {"planned": {"AGREE"}, "sought": {"REQUEST"}}.get(claim.mood, set())


def found(text: str, date: str) -> list[set[str]]:
    """Give the roots of each claim read in a sentence."""
    claims = read_document(Document("plover", text, published=date)).claims
    return [set_ for claim in claims if (set_ := roots(claim))]


def main() -> int:
    """Read every diplomatic record as it stands, and again with a clause of saying behind it."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("records", type=Path)
    records = json.loads(ask.parse_args().records.read_text(encoding="utf-8"))
    chosen = [r for r in records if r.get("text") and r["event"] in DIPLOMATIC]
    tally = Counter[str]()
    by_root: dict[str, Counter[str]] = {root: Counter() for root in DIPLOMATIC}
    for record in chosen:
        text, gold, date = record["text"].strip(), record["event"], record.get("date") or "2000-01-01"
        plain = found(text, date)
        said = found(f"{text.removesuffix('.')}, officials said on Tuesday.", date)
        hit = any(gold in claim for claim in plain)
        by_root[gold].update(records=1, found=int(hit))
        saying = any(word in text.lower() for word in SAYING)
        tally.update(records=1, found=int(hit), claims=len(plain), right=sum(gold in claim for claim in plain))
        tally.update({f"saying {saying} records": 1, f"saying {saying} found": int(hit)})
        tally.update(found_said=int(any(gold in claim for claim in said)))
    print(f"records {tally['records']}: root found {tally['found'] / tally['records']:.3f}")
    print(f"the same with “officials said” added: {tally['found_said'] / tally['records']:.3f}")
    print(f"claims {tally['claims']}: with the right root {tally['right'] / max(1, tally['claims']):.3f}")
    for saying in (True, False):
        count, hits = tally[f"saying {saying} records"], tally[f"saying {saying} found"]
        print(f"verb of saying {saying}: {count} records, root found {hits / max(1, count):.3f}")
    for root, counts in by_root.items():
        print(f"  {root:9} {counts['found']:3} of {counts['records']:3}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
