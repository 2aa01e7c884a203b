"""The ledger: every document read, every event found, every problem met, with its run.

Nothing in it is overwritten. A document and its events are written in one transaction, so
that a killed run leaves whole documents or nothing of them, and a second run reads only
what is missing.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.records import Document, Event, Problem, ProblemKind, Reading
from dragoman.records.codec import dump_json, load_document, load_event
from dragoman.store import schema
from dragoman.store.open import Opened
from dragoman.store.rows import actor_rows, document_row, event_row


@dataclass(frozen=True, slots=True)
class Run:
    """One run over a set of inputs; ``finished`` is ``None`` while it runs or was killed."""

    id: int
    coder: str
    settings: Mapping[str, object]
    started: dt.datetime
    finished: dt.datetime | None
    documents: int
    events: int
    problems: int


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event of the ledger with the document it comes from."""

    event: Event
    document: Document


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to give. Every field that is set must fit; ``None`` asks nothing.

    ``actor`` fits a code (``RUS``, ``NATO``; small letters will do) on either side, ``source``
    and ``target`` on theirs. ``since`` and ``until`` bound the day of the event, or of the
    report where the text tells no day; both are included. ``confidence`` is the least. Of a
    document that several coders have read, the last reading counts, or that of ``coder``, or
    with ``all_readings`` each of them.
    """

    actor: str | None = None
    source: str | None = None
    target: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    confidence: float | None = None
    document: str | None = None
    coder: str | None = None
    all_readings: bool = False


class Ledger(Opened):
    """A ledger in a file (SQLite) or a database (an SQLAlchemy address)."""

    # Writing

    def start_run(
        self, *, coder: str, settings: Mapping[str, object], inputs: str, now: dt.datetime
    ) -> int:
        """The number of a new run."""
        with self._write() as connection:
            result = connection.execute(
                schema.runs.insert().values(
                    coder=coder,
                    settings=json.dumps(settings, sort_keys=True),
                    inputs=inputs,
                    started=now,
                )
            )
            key = result.inserted_primary_key
            assert key is not None, "an insert gives a key"
            return int(key[0])

    def add(self, run: int, readings: Iterable[Reading | Problem]) -> tuple[int, int, int]:
        """Write ``readings`` in one transaction; what is there already stays as it is.

        Returns how many documents, events and problems were new.
        """
        documents = events = problems = 0
        with self._write() as connection:
            for item in readings:
                if isinstance(item, Problem):
                    problems += self._add_problem(connection, run, item)
                    continue
                if self._add_reading(connection, run, item):
                    documents += 1
                    events += len(item.events)
                problems += sum(self._add_problem(connection, run, p) for p in item.problems)
            connection.execute(
                update(schema.runs)
                .where(schema.runs.c.id == run)
                .values(
                    documents=schema.runs.c.documents + documents,
                    events=schema.runs.c.events + events,
                    problems=schema.runs.c.problems + problems,
                )
            )
        return documents, events, problems

    def finish_run(self, run: int, *, now: dt.datetime) -> None:
        """Mark a run as ended."""
        with self._write() as connection:
            connection.execute(
                update(schema.runs).where(schema.runs.c.id == run).values(finished=now)
            )

    def _add_reading(self, connection: Connection, run: int, reading: Reading) -> bool:
        document = reading.document
        _insert(connection, schema.documents, document_row(document, dump_json(document)))
        marker = {
            "document_id": document.id,
            "coder": reading.coder,
            "run_id": run,
            "events": len(reading.events),
        }
        if not _insert(connection, schema.readings, marker):
            return False
        for event in reading.events:
            if _insert(connection, schema.events, event_row(event, document, dump_json(event))):
                for row in actor_rows(event, document):
                    _insert(connection, schema.event_actors, row)
        return True

    def _add_problem(self, connection: Connection, run: int, problem: Problem) -> bool:
        row = {
            "id": problem.id,
            "run_id": run,
            "kind": problem.kind.value,
            "location": problem.location,
            "message": problem.message,
        }
        return _insert(connection, schema.problems, row)

    # Reading

    def has_reading(self, document_id: str, coder: str) -> bool:
        """Whether ``coder`` has read the document to the end."""
        table = schema.readings.c
        query = select(table.run_id).where(table.document_id == document_id, table.coder == coder)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def events(self, wanted: EventFilter = EventFilter()) -> Iterator[StoredEvent]:
        """The events that fit, by day of event or report, then document and place in it."""
        table = schema.events.c
        query = (
            select(table.record, schema.documents.c.record)
            .join(schema.documents, schema.documents.c.id == table.document_id)
            .where(*_conditions(wanted))
            .order_by(_day(), table.document_id, table.sentence, table.id, table.coder)
        )
        documents: dict[str, Document] = {}
        for event_json, document_json in self._rows(query):
            event = load_event(event_json)
            document = documents.get(event.document_id)
            if document is None:
                document = documents[event.document_id] = load_document(document_json)
            yield StoredEvent(event, document)

    def documents(self) -> Iterator[Document]:
        """All documents, by date."""
        table = schema.documents.c
        for (record,) in self._rows(select(table.record).order_by(table.date, table.id)):
            yield load_document(record)

    def problems(self) -> Iterator[Problem]:
        """All problems, by where they lie."""
        table = schema.problems.c
        query = select(table.kind, table.location, table.message).order_by(table.location, table.id)
        for kind, location, message in self._rows(query):
            yield Problem(ProblemKind(kind), location, message)

    def runs(self) -> list[Run]:
        """All runs, the oldest first."""
        query = select(schema.runs).order_by(schema.runs.c.id)
        with self._engine.connect() as connection:
            return [
                Run(
                    id=row.id,
                    coder=row.coder,
                    settings=json.loads(row.settings),
                    started=row.started,
                    finished=row.finished,
                    documents=row.documents,
                    events=row.events,
                    problems=row.problems,
                )
                for row in connection.execute(query)
            ]

    def counts(self) -> dict[str, int]:
        """How many documents, events and problems the ledger holds."""
        tables = (schema.documents, schema.events, schema.problems)
        with self._engine.connect() as connection:
            return {
                t.name: connection.execute(select(func.count()).select_from(t)).scalar_one()
                for t in tables
            }

    def _rows(self, query: Select[Any]) -> Iterator[Any]:
        with self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=500).execute(query)


def _insert(connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Whether ``row`` was new; a row whose key is there already is left as it is."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(**row).on_conflict_do_nothing()
    return connection.execute(statement).rowcount > 0


def _day() -> ColumnElement[dt.date]:
    return func.coalesce(schema.events.c.when_start, schema.events.c.date)


def _conditions(wanted: EventFilter) -> list[ColumnElement[bool]]:
    table = schema.events.c
    found: list[ColumnElement[bool]] = []
    for code, side in (
        (wanted.actor, None),
        (wanted.source, "source"),
        (wanted.target, "target"),
    ):
        if code is not None:
            found.append(_has_actor(code, side))
    if wanted.types:
        found.append(table.type.in_(wanted.types))
    if wanted.statuses:
        found.append(table.status.in_(wanted.statuses))
    if wanted.since:
        found.append(func.coalesce(table.when_end, table.date) >= wanted.since)
    if wanted.until:
        found.append(_day() <= wanted.until)
    if wanted.document:
        found.append(table.document_id == wanted.document)
    if wanted.confidence is not None:
        found.append(table.confidence >= wanted.confidence)
    if wanted.coder:
        found.append(table.coder == wanted.coder)
    elif not wanted.all_readings:
        found.append(table.coder == _last_coder())
    return found


def _last_coder() -> ColumnElement[str]:
    """Who read an event's document last, by the run."""
    readings = schema.readings.c
    return (
        select(readings.coder)
        .where(readings.document_id == schema.events.c.document_id)
        .order_by(readings.run_id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _has_actor(code: str, side: str | None) -> ColumnElement[bool]:
    actors, events = schema.event_actors.c, schema.events.c
    match = and_(
        actors.event_id == events.id,
        actors.coder == events.coder,
        actors.code.in_({code, code.upper()}),
    )
    if side is not None:
        match = and_(match, actors.side == side)
    return select(actors.event_id).where(match).exists()
