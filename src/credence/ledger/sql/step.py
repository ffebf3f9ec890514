"""One transaction taken into the derived rows.

It touches the claims of the documents it read, withdrew or brought back, and those its decisions speak of. The findings
these are or were evidence of are judged anew, and so are those that they may begin or end. All other findings stay as
they are, however large the ledger.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Table, delete, select, update

from credence.ledger.deciding import in_force, withdrawn
from credence.ledger.judging import Judge, Ruled, Watcher
from credence.ledger.keys import finding_number, key_of
from credence.ledger.sql.bulk import matching, parts, write_rows
from credence.ledger.sql.copying import Copying
from credence.ledger.sql.kept import finding_row, names_of, pair_rows, proposition_row, propositions
from credence.ledger.sql.papers import numbered_papers, resting_on
from credence.ledger.sql.recalled import Recalled
from credence.ledger.sql.schema import (
    OPEN,
    claim,
    claim_party,
    document,
    evidence,
    finding,
    finding_pair,
    finding_party,
    proposition,
    reach,
    reading,
)
from credence.ledger.sql.standing import claims_as_of
from credence.ledger.sql.testimonies import Row, dating, rows_about, rows_of
from credence.model.claim import Claim
from credence.model.decision import Adjudication, Decided, Identity
from credence.model.finding import Gist, Proposition
from credence.model.testimony import Testimony


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """What was decided by a transaction.

    Attributes:
        made: Every decision, revocations and what they revoked included.
        standing: Those of them that stand.
        ruled: The judge who knows of those.
    """

    made: tuple[Decided, ...]
    standing: tuple[Decided, ...]
    ruled: Ruled


def decided_by(decided: Iterable[Decided], number: int, judge: Judge) -> DecidedBy:
    """Give what was decided by a transaction, of all that ever was."""
    made = tuple(each for each in decided if each.transaction <= number)
    standing = in_force(made)
    return DecidedBy(made, standing, judge.ruled(standing))


class Step:
    """One transaction to take in."""

    def __init__(  # noqa: PLR0913 - what a step needs, and nothing else
        self,
        connection: Connection,
        number: int,
        place: str,
        recalled: Recalled,
        judge: Judge,
        before: DecidedBy,
        now: DecidedBy,
        watcher: Watcher | None = None,
    ) -> None:
        """Take a transaction's number.

        Args:
            connection: In a transaction that nobody else can write beside.
            number: The transaction to take in.
            place: The ledger, for messages.
            recalled: What was looked up before.
            judge: Compares documents.
            before: What was decided before this transaction.
            now: What was decided by the end of it.
            watcher: Is told of what it wants of what was judged.
        """
        self._connection = connection
        self._number = number
        self._place = place
        self._recalled = recalled
        self._copying = Copying(connection, number, place, recalled, judge)
        self._before = before
        self._now = now
        self._watcher = watcher
        self._changed = _differing(before.standing, now.standing)

    def take(self) -> None:
        """Move the claims touched to their findings, and judge these anew."""
        docs = self._docs()
        led_elsewhere = self._copying.take(docs)
        before = {(row.claim, row.document): row for row in self._rows(docs, led_elsewhere)}
        claims = self._claims(docs, before)
        placed = {key: self._now.ruled.place(found) for key, found in claims.items()}
        said = self._testimonies(claims)
        after = {key: Row(each.own, *key, said[key]) for key, each in placed.items()}
        changed = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
        self._move([before[key] for key in changed if key in before], [after[key] for key in changed if key in after])
        self._reach({each.own: each.reaches for each in placed.values()})
        touched = {row.finding for key in changed for row in (before.get(key), after.get(key)) if row}
        touched |= {row.finding for key, row in after.items() if key in self._spoken_of(before)}
        touched |= {made.target for made in self._adjudications() if made.target.startswith("f")}
        self._judge(touched, {each.own: each.about for each in placed.values()})

    def _docs(self) -> set[str]:
        """The documents it read, withdrew or brought back."""
        query = select(document.c.id).join(reading).where(reading.c.recorded == self._number)
        gone = withdrawn(self._before.made).items() ^ withdrawn(self._now.made).items()
        return {*map(str, self._connection.scalars(query)), *(doc for doc, _ in gone)}

    def _rows(self, docs: Collection[str], led_elsewhere: Collection[int]) -> list[Row]:
        """The evidence that stood before: of documents it touched, and of the claims that decisions speak of."""
        named = sorted(set(map(key_of, self._renamed())))
        targets = {made.target for made in self._adjudications()}
        if named:  # a name may stand in a claim only since it was corrected
            targets |= self._corrected()
        versions = matching(self._connection, document.c.number, document.c.id, docs)
        claims = matching(self._connection, claim.c.number, claim.c.id, targets)
        claims |= matching(self._connection, claim_party.c.claim, claim_party.c.party, named)
        return rows_of(self._connection, claims, versions.union(led_elsewhere))

    def _claims(self, docs: Collection[str], before: Mapping[tuple[int, int], Row]) -> dict[tuple[int, int], Claim]:
        """The claims that stand now: those of the documents, and those elsewhere that decisions speak of."""
        found: set[tuple[int, int]] = set()
        for some in parts(sorted(docs)):
            query = claims_as_of(self._connection, self._number, self._place, some)
            rows = self._connection.execute(query.with_only_columns(claim.c.number, document.c.number.label("of")))
            found.update((row.number, row.of) for row in rows.all())
        of = self._recalled.sources(self._connection, {version for _, version in before})
        found.update(key for key in before if of[key[1]].doc not in docs)
        claims = self._recalled.claims(self._connection, {number for number, _ in found})
        return {key: claims[key[0]] for key in sorted(found)}

    def _testimonies(self, claims: Mapping[tuple[int, int], Claim]) -> dict[tuple[int, int], Testimony]:
        """What claims contribute; documents are called by the numbers of their versions."""
        papers = numbered_papers(self._connection, self._recalled, {of for _, of in claims}, self._number)
        called = {paper.doc: str(number) for number, paper in papers.items()}
        sources = {paper.doc: paper for paper in papers.values()}
        found = self._now.ruled.testimonies(list(claims.values()), sources)
        return {
            key: replace(each, doc=called[each.doc], text=called[each.text])
            for key, each in zip(claims, found, strict=True)
        }

    def _move(self, gone: Iterable[Row], come: Iterable[Row]) -> None:
        """Close and open rows of evidence."""
        for row in gone:
            at = (evidence.c.claim == row.claim) & (evidence.c.document == row.document) & (evidence.c.until == OPEN)
            self._close(evidence, at)
        write_rows(self._connection, evidence, [row.kept(self._number) for row in come])

    def _reach(self, reaches: Mapping[str, Collection[str]]) -> None:
        """Put down what findings met for the first time may begin or end."""
        known = matching(self._connection, reach.c.finding, reach.c.finding, reaches)
        new = [(target, own) for own in sorted(reaches.keys() - known) for target in reaches[own]]
        rows = [(finding_number(target), finding_number(own)) for target, own in new]
        write_rows(self._connection, reach, rows)

    def _judge(self, touched: set[str], met: Mapping[str, Proposition]) -> None:
        """Judge findings and those they reach, and put down what is not as it was.

        Args:
            touched: Their ids.
            met: What findings are about that may have been met for the first time.
        """
        ids = sorted(touched | matching(self._connection, reach.c.target, reach.c.finding, touched))
        heard = rows_about(self._connection, with_sources(self._connection, ids))
        about = {**propositions(self._connection, heard.keys() - met.keys()), **met}
        sources = dating(self._connection, self._recalled, (each for said in heard.values() for each in said))
        # What is not put down was never judged: all that is said about it was rejected.
        told = self._now.ruled.gists({about[id_]: said for id_, said in heard.items() if id_ in about}, sources)
        judged = {each.id: each for each in told}
        for part in parts(ids):
            query = select(finding.c.id, finding.c.digest).where(finding.c.id.in_(part), finding.c.until == OPEN)
            stood = {str(row.id): int(row.digest) for row in self._connection.execute(query)}
            now = {id_: judged[id_] for id_ in part if id_ in judged}
            changed = [id_ for id_ in part if stood.get(id_) != (now[id_].digest if id_ in now else None)]
            self._rename(stood.keys() & set(changed), {id_: now[id_] for id_ in changed if id_ in now})
            if ended := [id_ for id_ in changed if id_ in stood]:
                self._close(finding, finding.c.id.in_(ended) & (finding.c.until == OPEN))
            self._begin([now[id_] for id_ in changed if id_ in now])
        self._tell(ids)

    def _tell(self, ids: Iterable[str]) -> None:
        """Tell the watcher what it wants of what was judged."""
        if self._watcher is None or not (wanted := list(filter(self._watcher.wants, ids))):
            return
        whole = with_sources(self._connection, wanted)
        claims, sources = resting_on(self._connection, self._recalled, whole, self._number)
        judged = {each.id: each for each in self._now.ruled.findings(claims, sources)}
        self._watcher.tell(self._number, [judged[id_] for id_ in wanted if id_ in judged], sources)

    def _rename(self, stood: Collection[str], judged: Mapping[str, Gist]) -> None:
        """Close and open the names by which findings are looked up, where they are others than before."""
        name, open_ = finding_party.c, finding_party.c.until == OPEN
        query = select(name.party, name.paired, name.id).where(name.id.in_(sorted(stood)), open_)
        before = {(str(row.party), bool(row.paired), str(row.id)) for row in self._connection.execute(query)}
        after = {(party, paired, id_) for id_, each in judged.items() for party, paired in names_of(each).items()}
        for party, paired, id_ in sorted(before - after):
            at = (name.party == party) & (name.paired == paired) & (name.id == id_)
            self._close(finding_party, open_ & at)
        come = [(party, paired, finding_number(id_)) for party, paired, id_ in sorted(after - before)]
        write_rows(self._connection, finding_party, [(*each, self._number, OPEN) for each in come])

    def _begin(self, judged: Sequence[Gist]) -> None:
        """Open rows of findings, and put down what those met for the first time are about."""
        known = matching(self._connection, proposition.c.id, proposition.c.id, {each.id for each in judged})
        met = [each for each in judged if each.id not in known]
        write_rows(self._connection, proposition, [proposition_row(each) for each in met])
        write_rows(self._connection, finding_pair, [row for each in met for row in pair_rows(each)])
        write_rows(self._connection, finding, [finding_row(each, self._number, OPEN) for each in judged])

    def _close(self, table: Table, which: ColumnElement[bool]) -> None:
        """Let rows end here; what also began here was never known."""
        self._connection.execute(delete(table).where(which, table.c.since == self._number))
        self._connection.execute(update(table).where(which).values(until=self._number))

    def _adjudications(self) -> list[Adjudication]:
        return [each for each in self._changed if isinstance(each, Adjudication)]

    def _renamed(self) -> set[str]:
        """The names that may be written otherwise than before: those compared, and all that hang together with them."""
        names = {name for each in self._changed if isinstance(each, Identity) for name in (each.left, each.right)}
        if not names:
            return names
        made = [each.decision for each in (*self._before.standing, *self._now.standing)]
        pairs = [{each.left, each.right} for each in made if isinstance(each, Identity)]
        while more := {name for pair in pairs if pair & names for name in pair} - names:
            names |= more
        return names

    def _spoken_of(self, before: Mapping[tuple[int, int], Row]) -> set[tuple[int, int]]:
        """The evidence that decisions touched, though it may have stayed where it was."""
        return set(before) if self._changed else set()

    def _corrected(self) -> set[str]:
        made = [each.decision for each in self._now.made if isinstance(each.decision, Adjudication)]
        return {each.target for each in made if each.changes}


def with_sources(connection: Connection, ids: Collection[str]) -> set[str]:
    """Give findings with those that may begin or end them."""
    return {*ids, *matching(connection, reach.c.finding, reach.c.target, ids)}


def _differing(first: Iterable[Decided], last: Iterable[Decided]) -> list[object]:
    """Give the decisions that stand at one of two moments alone."""
    sides = [{each.number: each for each in side} for side in (first, last)]
    return [(sides[0] | sides[1])[number].decision for number in sorted(sides[0].keys() ^ sides[1].keys())]
