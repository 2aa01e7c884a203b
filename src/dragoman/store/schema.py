"""The ledger's tables. A change here needs a migration in ``migrations/versions``."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("date", Date, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("record", Text, nullable=False),  # the whole document as JSON
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("coder", String(64), nullable=False),
    Column("settings", Text, nullable=False),  # JSON
    Column("inputs", String(64), nullable=False),  # hash of what was asked to be read
    Column("started", DateTime(timezone=True), nullable=False),
    Column("finished", DateTime(timezone=True)),  # empty: running, or killed
    Column("documents", Integer, nullable=False, default=0),
    Column("events", Integer, nullable=False, default=0),
    Column("problems", Integer, nullable=False, default=0),
)

# One row for each document that a coder has read to the end, written in the same
# transaction as its events: a document without such a row is read again.
readings = Table(
    "readings",
    metadata,
    Column("document_id", String(32), ForeignKey("documents.id"), nullable=False),
    Column("coder", String(64), nullable=False),
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),
    Column("events", Integer, nullable=False),
    PrimaryKeyConstraint("document_id", "coder"),
)

events = Table(
    "events",
    metadata,
    Column("id", String(32), nullable=False),
    Column("coder", String(64), nullable=False),
    Column("document_id", String(32), ForeignKey("documents.id"), nullable=False),
    Column("date", Date, nullable=False, index=True),  # of the report
    Column("when_start", Date, index=True),  # of the event, where told
    Column("when_end", Date),
    Column("type", String(16), nullable=False, index=True),
    Column("mode", String(16)),
    Column("quad", Integer, nullable=False),
    Column("status", String(16), nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("sentence", Integer, nullable=False),
    Column("sentence_text", Text, nullable=False),
    Column("record", Text, nullable=False),  # the whole event as JSON
    PrimaryKeyConstraint("id", "coder"),
    Index(None, "document_id", "coder"),
)

event_actors = Table(
    "event_actors",
    metadata,
    Column("event_id", String(32), nullable=False),
    Column("coder", String(64), nullable=False),
    Column("side", String(6), nullable=False),  # source or target
    Column("position", Integer, nullable=False),
    Column("code", String(64), index=True),
    Column("country", String(8), index=True),
    Column("org", String(64)),
    Column("sector", String(3)),
    Column("person", Text),
    Column("words", Text, nullable=False),
    PrimaryKeyConstraint("event_id", "coder", "side", "position"),
    ForeignKeyConstraint(["event_id", "coder"], ["events.id", "events.coder"]),
)

problems = Table(
    "problems",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),
    Column("kind", String(16), nullable=False, index=True),
    Column("location", Text, nullable=False),
    Column("message", Text, nullable=False),
)

# A version of a sanctions list. Its entries are held once for all versions that have them
# word for word (list_records); list_members says which version has which.
list_versions = Table(
    "list_versions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("list", String(128), nullable=False, index=True),
    Column("list_date", Date, nullable=False),
    Column("date_source", String(8), nullable=False),
    Column("checksum", String(64), nullable=False),
    Column("format", String(16), nullable=False),
    Column("entries", Integer, nullable=False),
    Column("malformed", Integer, nullable=False),
    Column("stated_count", Integer),
    Column("source", Text, nullable=False),
    Column("licence", Text, nullable=False),
    Column("loaded_at", DateTime(timezone=True), nullable=False),
)

list_records = Table(
    "list_records",
    metadata,
    Column("digest", String(32), primary_key=True),
    Column("listed_on", Date),
    Column("record", Text, nullable=False),  # the entry as JSON
    Column("raw", Text, nullable=False),  # the record as it stands in the file
)

list_members = Table(
    "list_members",
    metadata,
    Column("version_id", String(32), ForeignKey("list_versions.id"), nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("digest", String(32), ForeignKey("list_records.digest"), nullable=False, index=True),
    Column("place", Text, nullable=False),
    PrimaryKeyConstraint("version_id", "entry_id"),
)

list_problems = Table(
    "list_problems",
    metadata,
    Column("version_id", String(32), ForeignKey("list_versions.id"), nullable=False),
    Column("id", String(32), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("location", Text, nullable=False),
    Column("message", Text, nullable=False),
    PrimaryKeyConstraint("version_id", "id"),
)
