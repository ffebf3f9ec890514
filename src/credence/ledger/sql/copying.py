"""One transaction taken into the tables of papers: which documents go back to which, for just what it touched.

A document that comes to stand, or stands no more, touches itself, and under each of its keys, if it is among the first
there, the documents behind it: those with which it has words in common are looked at anew. So the outcome is that of
looking at all documents together (``sharing``), in whatever order they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, Table, delete, select, update

from credence.ledger.judging import Judge
from credence.ledger.sharing import MOST, compared
from credence.ledger.sql.bulk import Values, matching, parts, write_rows
from credence.ledger.sql.papers import copies_as_rows, copy_rows, paper_row
from credence.ledger.sql.recalled import Recalled
from credence.ledger.sql.schema import OPEN, copy, document, gram, paper
from credence.ledger.sql.standing import stand
from credence.model.particulars import Particulars

_AT_ONCE = 500  # documents or keys; what is known of them is held in memory meanwhile
_AHEAD = 32  # documents that are looked up together, though fewer may turn out to be needed
_LAST = (1 << 63) - 1

_First = dict[int, list[tuple[int, int]]]  # key → rank and number of the first documents under it


class Copying:
    """Takes in what came to stand, or stands no more."""

    def __init__(self, connection: Connection, number: int, place: str, recalled: Recalled, judge: Judge) -> None:
        """Take a transaction's number.

        Args:
            connection: In a transaction that nobody else can write beside.
            number: The transaction to take in.
            place: The ledger, for messages.
            recalled: What was looked up before.
            judge: Compares documents.
        """
        self._connection = connection
        self._number = number
        self._place = place
        self._recalled = recalled
        self._judge = judge

    def take(self, docs: Collection[str]) -> set[int]:
        """Take in documents by their ids; give the numbers of those whose claims may rest on another origin now."""
        touched: set[int] = set()
        for part in parts(sorted(docs), _AT_ONCE):
            touched |= self._take(part)
        return touched | self._behind(touched)

    def _take(self, docs: Sequence[str]) -> set[int]:
        """Give the documents that go back to others than before."""
        gone, come = self._turned(docs)
        read = self._recalled.fingerprinted(self._connection, gone | come, self._judge)
        keys = {number: self._judge.keys(each) for number, each in read.items()}
        touched = {key for found in keys.values() for key in found}
        before = self._first(touched)
        self._move(gone, come, read, keys)
        after = self._first(touched) if gone else _joined(before, come, read, keys, self._judge)
        again = come | self._back_to(gone | _numbers(_apart(before, after)))
        again |= self._sharing(_apart(after, before), again | gone)
        return self._compare(again - gone, after)

    def _turned(self, docs: Sequence[str]) -> tuple[set[int], set[int]]:
        """Give the versions of documents that stand no more, and those that stand now and did not before."""
        own = document.c.id.in_(docs)
        versions = matching(self._connection, document.c.number, document.c.id, docs)
        # Asked by numbers and not joined, for PostgreSQL would look through all papers.
        stood = (select(paper.c.document).where(paper.c.document.in_(some)) for some in parts(sorted(versions)))
        before = {each for query in stood for each in self._connection.scalars(query.where(paper.c.until == OPEN))}
        stands = select(document.c.number).where(own, *stand(self._connection, self._number, self._place))
        now = set(self._connection.scalars(stands))
        return before - now, now - before

    def _move(
        self,
        gone: Collection[int],
        come: Collection[int],
        read: Mapping[int, Particulars],
        keys: Mapping[int, Sequence[int]],
    ) -> None:
        """Put down what stands, and take away what does not."""
        for table in (paper, copy):
            for part in parts(sorted(gone)):
                self._close(table, table.c.document.in_(part))
        rows = {
            number: [(key, self._judge.rank(each), number) for key in keys[number]] for number, each in read.items()
        }
        for some in parts([row for number in sorted(gone) for row in rows[number]], _AT_ONCE):
            own = gram.c.document.in_({row[2] for row in some})
            self._connection.execute(delete(gram).where(gram.c.key.in_([row[0] for row in some]), own))
        opened = [paper_row(read[number], number, self._number, OPEN) for number in sorted(come)]
        write_rows(self._connection, paper, opened)
        write_rows(self._connection, gram, sorted(row for number in come for row in rows[number]))

    def _first(self, keys: Collection[int]) -> _First:
        """Give the first documents under keys."""
        found: _First = defaultdict(list)
        for part in parts(sorted(keys), _AT_ONCE):
            for key, *under in self._connection.exec_driver_sql(f"{_listed((key, 0) for key in part)} {_FIRST}"):
                found[key].append((under[0], under[1]))
        return {key: sorted(each)[:MOST] for key, each in found.items()}

    def _back_to(self, numbers: Collection[int]) -> set[int]:
        """Give the documents that go back to some others."""
        found: set[int] = set()
        for part in parts(sorted(numbers)):
            found.update(self._connection.scalars(select(copy.c.document).where(copy.c.of.in_(part), _IS_OPEN)))
        return found

    def _sharing(self, entering: _First, known: Collection[int]) -> set[int]:
        """Give the documents, but for those known, that have words in common with others that came to be first."""
        near: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
        for key, rank, number in self._after({key: min(found)[0] for key, found in entering.items()}):
            if number not in known:
                near[number] |= {each for each in entering[key] if each < (rank, number)}
        for number, at in self._one_text_with(near).items():
            near[number] = {each for each in near[number] if each < at}
        found: set[int] = set()
        for some in parts(sorted(number for number, others in near.items() if others), _AHEAD):
            wanted = {*some, *(other for number in some for _, other in near[number])}
            read = self._recalled.fingerprinted(self._connection, wanted, self._judge)
            for number in some:
                others = (read[other] for _, other in sorted(near[number]))
                if self._judge.copies_of(read[number], others):
                    found.add(number)
        return found

    def _one_text_with(self, numbers: Collection[int]) -> dict[int, tuple[int, int]]:
        """Give rank and number of what documents are one text with, of those that are: nothing behind it counts."""
        found: dict[int, int] = {}
        for part in parts(sorted(numbers)):
            query = select(copy.c.document, copy.c.of).where(copy.c.document.in_(part), copy.c.whole == 1, _IS_OPEN)
            found.update((row.document, row.of) for row in self._connection.execute(query))
        read = self._recalled.sources(self._connection, set(found.values()))
        return {number: (self._judge.rank(read[of]), of) for number, of in found.items()}

    def _after(self, least: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
        """Give key, rank and number of the documents under keys that come after a rank."""
        for part in parts(sorted(least.items()), _AT_ONCE):
            for row in self._connection.exec_driver_sql(f"{_listed(part)} {_AFTER}").all():
                yield row[0], row[1], row[2]

    def _compare(self, numbers: Collection[int], first: _First) -> set[int]:
        """Compare documents with those before them, put down what is not as it was, and give those of which it is."""
        stood: defaultdict[int, list[Values]] = defaultdict(list)
        for row in copy_rows(self._connection, numbers):
            stood[row.document].append(tuple(row[3:]))
        stands = dict(self._found(numbers, first))
        changed = {number for number, rows in stands.items() if rows != stood[number]}
        for part in parts(sorted(changed & stood.keys())):
            self._close(copy, copy.c.document.in_(part))
        rows = [(number, self._number, OPEN, *row) for number in sorted(changed) for row in stands[number]]
        write_rows(self._connection, copy, rows)
        return changed

    def _found(self, numbers: Collection[int], first: _First) -> Iterator[tuple[int, list[Values]]]:
        """Give the rows of documents' copies."""
        for part in parts(sorted(numbers), _AT_ONCE):
            read = self._recalled.fingerprinted(self._connection, part, self._judge)
            keys = {number: self._judge.keys(each) for number, each in read.items()}
            under = first | self._first({key for found in keys.values() for key in found} - first.keys())
            for number, each in read.items():
                near = compared(keys[number], self._judge.rank(each), under)
                yield number, self._copies(each, [other for other in near if other != number])

    def _copies(self, of: Particulars, near: Sequence[int]) -> list[Values]:
        """Compare a document with others, which are looked up some at a time as far as they are needed."""
        met: dict[str, int] = {}

        def earlier() -> Iterator[Particulars]:
            for some in parts(near, _AHEAD):
                read = self._recalled.fingerprinted(self._connection, some, self._judge)
                met.update((read[number].doc, number) for number in some)
                yield from (read[number] for number in some)

        return copies_as_rows((met[each.of], each) for each in self._judge.copies_of(of, earlier()))

    def _behind(self, touched: Collection[int]) -> set[int]:
        """Give the documents whose words are led on through some others: from there on, as whole texts."""
        found: set[int] = set()
        through = set(touched)
        while through:
            rows = [
                row
                for part in parts(sorted(through))
                for row in self._connection.execute(
                    select(copy.c.document, copy.c.whole).where(copy.c.of.in_(part), _IS_OPEN)
                )
            ]
            through = {row.document for row in rows if row.whole} - found
            found |= {row.document for row in rows}
        return found

    def _close(self, table: Table, which: ColumnElement[bool]) -> None:
        """Let rows end here; what also began here was never known."""
        self._connection.execute(delete(table).where(which, table.c.since == self._number))
        self._connection.execute(update(table).where(which, table.c.until == OPEN).values(until=self._number))


_IS_OPEN = copy.c.until == OPEN


# Written out, for SQLAlchemy takes longer to write thousands of numbers into a question than databases to answer it.
_FIRST = f"""
    SELECT gram.key, gram.rank, gram.document FROM asked JOIN gram ON gram.key = asked.number
    WHERE gram.rank <= COALESCE((
        SELECT nth.rank FROM gram AS nth WHERE nth.key = asked.number ORDER BY nth.rank, nth.document
        LIMIT 1 OFFSET {MOST - 1}
    ), {_LAST})
"""  # noqa: S608 - numbers of ours
_AFTER = """
    SELECT gram.key, gram.rank, gram.document
    FROM asked JOIN gram ON gram.key = asked.number AND gram.rank > asked.least
"""


def _listed(rows: Iterable[tuple[int, int]]) -> str:
    """Give pairs of numbers as a table for a question."""
    return f"WITH asked (number, least) AS (VALUES {', '.join(f'({one}, {other})' for one, other in rows)})"


def _apart(one: _First, other: _First) -> _First:
    """Give what is under keys in one, and not in the other."""
    found = {key: [each for each in under if each not in other.get(key, ())] for key, under in one.items()}
    return {key: under for key, under in found.items() if under}


def _joined(
    before: _First,
    come: Collection[int],
    read: Mapping[int, Particulars],
    keys: Mapping[int, Sequence[int]],
    judge: Judge,
) -> _First:
    """Give the first documents under keys when some have come."""
    found = {key: list(under) for key, under in before.items()}
    for number in come:
        for key in keys[number]:
            found.setdefault(key, []).append((judge.rank(read[number]), number))
    return {key: sorted(under)[:MOST] for key, under in found.items()}


def _numbers(first: _First) -> set[int]:
    return {number for under in first.values() for _, number in under}
