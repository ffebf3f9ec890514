"""The tables, in terms every database has.

Rows are only ever added. Numbers are given by the ledger, not by the database, so that they are the same everywhere and
those of transactions have no gaps. A claim's quote is stored with it, though the document's text holds it too: answers
then need not load whole texts.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

from credence.ledger.sql.columns import FindingId

APPLICATION = "credence"
"""Says in ``meta`` whose database this is."""

APPLICATION_ID = int.from_bytes(b"Crdn", "big")
"""The same for SQLite's ``PRAGMA application_id``, by which ``file`` and others tell kinds of databases apart."""

SCHEMA = 6
"""Version of the tables; a ledger with a higher one was written by a newer program."""

metadata = MetaData()


def _decision_columns() -> tuple[Column[Any], ...]:
    """Columns that every table of decisions has; the author is the transaction's."""
    return (
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("digest", String, nullable=False),
        Column("reason", Text, nullable=False),
        Column("recorded", ForeignKey("transaction.number"), nullable=False, index=True),
    )


meta = Table(
    "meta", metadata, Column("application", String, primary_key=True), Column("schema", Integer, nullable=False)
)

transaction = Table(
    "transaction",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("moment", String, nullable=False),
    Column("author", String, nullable=False),
    Column("tool", String, nullable=False),
    Column("before", String, nullable=False),
    Column("hash", String, nullable=False),
)

# One row a version: another text, or the same text with other particulars.
document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", String, nullable=False, unique=True),
    Column("id", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", String),
    Column("published", String),
    Column("publisher", String),
    Column("url", String),
    Column("lang", String, nullable=False),
    Column("recorded", ForeignKey("transaction.number"), nullable=False, index=True),
    Index("ix_document_id", "id", postgresql_using="hash"),  # may be longer than another kind takes
)

# ``document`` is the version in which the claim was met first; another with the same text shares the claim. The claims
# of a version are looked up by its readings. Here and in ``reading_claim`` no foreign keys are declared: to check them
# takes longer than to write the rows, and the chain of hashes shows what points nowhere.
claim = Table(
    "claim",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", String, nullable=False),
    Column("id", String, nullable=False),
    Column("document", Integer, nullable=False),
    Column("pattern", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("roles", Text, nullable=False),
    Column("polarity", String, nullable=False),
    Column("mood", String, nullable=False),
    Column("when", String),
    Column("step", String),
    Column("voices", Text, nullable=False),
    Column("quote_start", Integer, nullable=False),
    Column("quote_end", Integer, nullable=False),
    Column("quote_text", Text, nullable=False),
    Column("recorded", Integer, nullable=False),
    Index("ix_claim_id", "id", postgresql_using="hash"),  # asked for equality alone, and half as large
)

# What was made of a document when it was read: its last reading stands.
reading = Table(
    "reading",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("document.number"), nullable=False, index=True),
    Column("recorded", ForeignKey("transaction.number"), nullable=False, index=True),
)

reading_claim = Table(
    "reading_claim",
    metadata,
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("reading", Integer, primary_key=True, autoincrement=False),
    Index("ix_reading_claim_reading", "reading"),
    sqlite_with_rowid=False,
)

# What people decided; one numbering over the four tables, each decision in one of them.
identity = Table(
    "identity",
    metadata,
    *_decision_columns(),
    Column("about", String, nullable=False),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("verdict", String, nullable=False),
    Index("ix_identity_left", "left", postgresql_using="hash"),
    Index("ix_identity_right", "right", postgresql_using="hash"),
)

adjudication = Table(
    "adjudication",
    metadata,
    *_decision_columns(),
    Column("target", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("changes", Text, nullable=False),
    Index("ix_adjudication_target", "target", postgresql_using="hash"),
)

retraction = Table(
    "retraction",
    metadata,
    *_decision_columns(),
    Column("doc", String, nullable=False),
    Index("ix_retraction_doc", "doc", postgresql_using="hash"),
)

erasure = Table(
    "erasure",
    metadata,
    *_decision_columns(),
    Column("doc", String, nullable=False),
    Index("ix_erasure_doc", "doc", postgresql_using="hash"),
)

revocation = Table("revocation", metadata, *_decision_columns(), Column("revokes", Integer, nullable=False))

DECISIONS = (identity, adjudication, retraction, erasure, revocation)

# From here on: derived. Everything below is made of the tables above by judging, and can be made again.

OPEN = 2**31 - 1
"""Stands for "until now" in ``until``, so that what was known as of a transaction is one comparison."""

# How far the derived tables have come, by transaction and by number of claim, and on what they rest beside claims and
# decisions.
derived = Table(
    "derived",
    metadata,
    Column("basis", String, primary_key=True),
    Column("transaction", Integer, nullable=False),
    Column("claim", Integer, nullable=False),
)

# Every value of every role, for looking claims up; true of any ledger.
claim_party = Table(
    "claim_party",
    metadata,
    Column("party", String, primary_key=True),
    Column("claim", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Which claim was evidence of which finding, from which transaction until which, and what it contributed: see
# ``Testimony``. ``text`` is the number of the version that is the first of its text; nothing where it is its own. All
# about one finding stands together, for it is judged together.
evidence = Table(
    "evidence",
    metadata,
    Column("finding", FindingId, primary_key=True, autoincrement=False),
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("document", Integer, primary_key=True, autoincrement=False),
    Column("since", Integer, primary_key=True, autoincrement=False),
    Column("until", Integer, nullable=False),
    Column("text", Integer),
    Column("denied", Boolean, nullable=False),
    Column("rejected", Boolean, nullable=False),
    Column("cls", String, nullable=False),
    Column("origin", BigInteger, nullable=False),
    Column("known", Boolean, nullable=False),
    Column("party", String),
    Column("speaker", BigInteger, nullable=False),
    Column("when", String),
    Column("published", String),
    Column("details", Text, nullable=False),
    Column("digest", BigInteger, nullable=False),
    Index("ix_evidence_claim", "claim"),
    sqlite_with_rowid=False,
)

# Which findings one may begin or end; true of any ledger, for it follows from what the finding is about.
reach = Table(
    "reach",
    metadata,
    Column("target", FindingId, primary_key=True, autoincrement=False),
    Column("finding", FindingId, primary_key=True, autoincrement=False),
    Index("ix_reach_finding", "finding"),
    sqlite_with_rowid=False,
)

# What findings are about, put down when one is met for the first time, for looking them up by kind: true of any ledger,
# as ``reach`` is.
proposition = Table(
    "proposition",
    metadata,
    Column("id", FindingId, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False, index=True),
    Column("mood", String, nullable=False),
    Column("step", String),
    Column("spell", String),
    Column("roles", Text, nullable=False),
    sqlite_with_rowid=False,
)

# For looking findings up by two names that are both among those they are about, if these are few: true of any ledger,
# as ``reach`` is. The key is ``pair_number``.
finding_pair = Table(
    "finding_pair",
    metadata,
    Column("pair", BigInteger, primary_key=True, autoincrement=False),
    Column("finding", FindingId, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Findings as they stood, from which transaction until which. ``first`` and ``last`` are the days before and after
# which it certainly does not hold, the first and last of the calendar where there are none, counted as ``date`` does.
# What it is about stands here once more, so that a question about the whole world is one pass over one table.
finding = Table(
    "finding",
    metadata,
    Column("id", FindingId, primary_key=True, autoincrement=False),
    Column("since", Integer, primary_key=True, autoincrement=False),
    Column("until", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("digest", BigInteger, nullable=False),
    Column("kind", String, nullable=False),
    Column("mood", String, nullable=False),
    Column("step", String),
    Column("spell", String),
    Column("roles", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("begins_state", String, nullable=False),
    Column("begins", String),
    Column("ends_state", String, nullable=False),
    Column("ends", String),
    Column("credence", Float, nullable=False),
    Column("status", String, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Index("ix_finding_since", "since"),
    Index("ix_finding_until", "until"),
    sqlite_with_rowid=False,
)

# By which names a finding could be looked up, from which transaction until which, however often it was judged anew, and
# whether the name stands in ``finding_pair`` with every other one that does.
finding_party = Table(
    "finding_party",
    metadata,
    Column("party", String, primary_key=True),
    Column("paired", Boolean, primary_key=True, autoincrement=False),
    Column("id", FindingId, primary_key=True, autoincrement=False),
    Column("since", Integer, primary_key=True, autoincrement=False),
    Column("until", Integer, nullable=False),
    Index("ix_finding_party_id", "id"),
    sqlite_with_rowid=False,
)

# What is known of a document beside its own row, from which transaction until which it stood.
paper = Table(
    "paper",
    metadata,
    Column("document", Integer, primary_key=True, autoincrement=False),
    Column("since", Integer, primary_key=True, autoincrement=False),
    Column("until", Integer, nullable=False),
    Column("agency", String),
    Column("party", String),
    Column("credits", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Under which keys a document that stands now is found by those it shares words with, in the order of ``rank``. What is
# known of its words is made again from its text.
gram = Table(
    "gram",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# By which copies a document goes back to others, in the order in which they are to be tried, from which transaction
# until which.
copy = Table(
    "copy",
    metadata,
    Column("document", Integer, primary_key=True, autoincrement=False),
    Column("since", Integer, primary_key=True, autoincrement=False),
    Column("until", Integer, nullable=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("of", Integer, nullable=False),
    Column("edge", String, nullable=False),
    Column("share", Float, nullable=False),
    Column("whole", Integer, nullable=False),
    Column("passages", Text, nullable=False),
    Index("ix_copy_of", "of", "until"),
    sqlite_with_rowid=False,
)

DERIVED = (copy, gram, paper, finding_party, finding_pair, finding, proposition, reach, evidence, claim_party, derived)

# How far the index of words has come, and by which rules it finds words. The index itself is each database's own.
indexed = Table(
    "indexed",
    metadata,
    Column("basis", String, primary_key=True),
    Column("transaction", Integer, nullable=False),
)
