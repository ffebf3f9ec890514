"""Build the example ledger, ``build/example.ledger``, from the texts of ``examples/world``: always the same bytes.

``make example`` runs it. What the texts are stands in ``manifest.toml``; what was read and decided when, in
``history.toml``. The moments are those of the story, so that "as known on" has something to tell: no clock is asked.
"""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from credence import __version__
from credence.asking.findings import ask
from credence.errors import BadInput
from credence.fetch import originals
from credence.flow import Judging, documents_of, read_document
from credence.ledger import Ledger, Recording, open_ledger
from credence.model.claim import RoleValue
from credence.model.decision import Adjudication, Decision, Identity, Retraction, Revocation
from credence.model.document import Document, Original
from credence.model.sighting import PassedOver

ROOT = Path(__file__).resolve().parent.parent
WORLD = ROOT / "examples" / "world"
LEDGER = ROOT / "build" / "example.ledger"
_TOOL = f"credence {__version__}"

Entry = dict[str, Any]
Read = TypeVar("Read", Original, Document)


def build(target: Path) -> None:
    """Write the example ledger anew.

    Args:
        target: The file; what stands there, and beside it under its name, is removed first.

    Raises:
        ValueError: If manifest or history name what is not there, or a text cannot be read.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    for old in target.parent.glob(target.name + "*"):  # the database and what stands beside it
        old.unlink()
    with open_ledger(str(target)) as ledger:
        for entry in history():
            _enact(ledger, entry)
            ledger.bring_up(Judging())
    _lay_out(target)


def _lay_out(target: Path) -> None:
    """Write the file again in an order that is always the same: that of indexes and derived rows is not."""
    with closing(sqlite3.connect(target)) as connection:
        made = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
        for name, again in connection.execute(made).fetchall():
            connection.execute(f'DROP INDEX "{name}"')
            connection.execute(again)
        connection.execute("VACUUM")


def history() -> list[Entry]:
    """Give the transactions in their order, as ``history.toml`` has them."""
    return cast("list[Entry]", _toml("history.toml")["transaction"])


@cache
def manifest() -> Mapping[str, Entry]:
    """Give what the texts are, by the name of their file."""
    return {entry["file"]: entry for entry in _toml("manifest.toml")["document"]}


def documents(file: str) -> Iterator[Document]:
    """Give the documents of a file of the manifest, with what it says of them where they do not say so themselves.

    Raises:
        ValueError: If it is not in the manifest, or cannot be read.
    """
    try:
        entry = manifest()[file]
    except KeyError:
        raise ValueError(f"{file}: it is not in the manifest") from None
    path = str(WORLD / "texts" / file)
    for fetched in originals([path], published=entry.get("published"), publisher=entry.get("publisher")):
        for document in documents_of(_read(fetched)):
            opened = _read(document)
            yield replace(opened, id=entry.get("id", opened.id), url=entry.get("url", opened.url))


def _read(what: Read | BadInput | PassedOver) -> Read:
    """Refuse what could not be read: every text of the example can."""
    if isinstance(what, BadInput | PassedOver):
        raise ValueError(str(what))  # noqa: TRY004 - the value of a file, and not of an argument
    return what


def _enact(ledger: Ledger, entry: Entry) -> None:
    """Record what one transaction read or decided."""
    moment, author = entry["moment"], entry["author"]
    if "read" in entry:
        read = [read_document(document) for file in entry["read"] for document in documents(file)]
        recordings = [Recording(done.document, done.claims) for done in read]
        ledger.record(recordings, moment=moment, author=author, tool=_TOOL)
    else:
        decisions = [_decision(ledger, each) for each in entry["decide"]]
        ledger.decide(decisions, moment=moment, author=author, tool=_TOOL)


def _decision(ledger: Ledger, entry: Entry) -> Decision:
    """Make a decision of an entry of the history."""
    reason = entry["reason"]
    if "retract" in entry:
        return Retraction(entry["retract"], reason)
    if "undo" in entry:
        return Revocation(entry["undo"], reason)
    if "names" in entry:
        left, right = entry["names"]
        return Identity(entry["about"], left, right, entry["verdict"], reason)
    changes = {**entry.get("set", {}), **dict.fromkeys(entry.get("unset", ()))}
    return Adjudication(_target(ledger, entry), entry["verdict"], reason, tuple(sorted(changes.items())))


def _target(ledger: Ledger, entry: Entry) -> str:
    """Find the one claim, or the one finding where no document is named, that an entry speaks of.

    Raises:
        ValueError: If there is none, or there are several.
    """
    roles: dict[str, RoleValue] = entry["roles"]
    if "doc" in entry:
        of_kind = ledger.claims(kind=entry["kind"], doc=entry["doc"])
        found = [claim.id for claim in of_kind if roles.items() <= dict(claim.roles).items()]
    else:
        judged = ask(ledger, kind=entry["kind"])
        found = [each.id for each in judged if roles.items() <= dict(each.proposition.roles).items()]
    if len(found) != 1:
        raise ValueError(f"{entry['kind']} {roles}: {len(found)} found, and one is meant")
    return found[0]


def _toml(name: str) -> Entry:
    return tomllib.loads((WORLD / name).read_text(encoding="utf-8"))


def main() -> None:
    """Build it where ``make example`` has it, and say what it holds."""
    build(LEDGER)
    with open_ledger(str(LEDGER), create=False) as ledger:
        count, claims = len(ledger.documents()), len(ledger.claims())
        print(
            f"{LEDGER.relative_to(ROOT)}: {len(ledger.transactions())} transactions, {count} documents, {claims} claims"
        )


if __name__ == "__main__":
    main()
