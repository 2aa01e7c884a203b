"""Sanctions lists in the ledger: every version is kept, none is ever overwritten."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.records import Problem, ProblemKind, content_id
from dragoman.sanctions.codec import dump_json, load_entry
from dragoman.sanctions.entry import ListEntry, ListFormat, ListVersion
from dragoman.sanctions.held import HeldEntry, HeldList, version_in_force
from dragoman.sanctions.load import LoadedList
from dragoman.sanctions.rules import refuse_fall
from dragoman.store import schema
from dragoman.store.open import Opened

# Rows written at once, and ids asked for at once (SQLite's parameters have a limit).
_BATCH = 500

_VERSIONS, _RECORDS = schema.list_versions.c, schema.list_records.c
_MEMBERS, _PROBLEMS = schema.list_members.c, schema.list_problems.c

T = TypeVar("T")


class ListStore(Opened):
    """The sanctions lists of a ledger, in a file (SQLite) or a database."""

    def add(self, loaded: LoadedList) -> bool:
        """Keep a list with all its entries, in one transaction; ``False`` if it is held already.

        Raises ``SanctionsListError`` when it has far fewer entries than the version before
        it; nothing is kept of it then.
        """
        version = loaded.version
        with self._write() as connection:
            if connection.execute(select(_VERSIONS.id).where(_VERSIONS.id == version.id)).first():
                return False
            refuse_fall(version, _version_before(connection, version))
            connection.execute(schema.list_versions.insert().values(**_version_row(version)))
            for batch in _batches(loaded.entries(), _BATCH):
                _add_entries(connection, version.id, batch)
            for problems in _batches(loaded.problems, _BATCH):
                rows = [{"version_id": version.id, **_problem_row(p)} for p in problems]
                _insert_new(connection, schema.list_problems, rows)
        return True

    def versions(self, list_name: str | None = None) -> list[ListVersion]:
        """All versions held, or those of one list: by list, then date, then time of loading."""
        query = select(schema.list_versions).order_by(
            _VERSIONS.list, _VERSIONS.list_date, _VERSIONS.loaded_at
        )
        if list_name is not None:
            query = query.where(_VERSIONS.list == list_name)
        with self._engine.connect() as connection:
            return [_version(row) for row in connection.execute(query)]

    def problems(self, version: ListVersion) -> list[Problem]:
        """What was wrong with single records of a version, by where they stand."""
        query = (
            select(_PROBLEMS.kind, _PROBLEMS.location, _PROBLEMS.message)
            .where(_PROBLEMS.version_id == version.id)
            .order_by(_PROBLEMS.location, _PROBLEMS.id)
        )
        with self._engine.connect() as connection:
            return [
                Problem(ProblemKind(kind), location, message)
                for kind, location, message in connection.execute(query)
            ]

    def held(self, *, on: dt.date | None = None, list_name: str | None = None) -> list[HeldList]:
        """The lists as they are to be read for the day ``on`` (``None``: the newest versions)."""
        by_list: dict[str, list[ListVersion]] = defaultdict(list)
        for version in self.versions(list_name):
            by_list[version.list_name].append(version)
        with self._engine.connect() as connection:
            return [
                _held_list(connection, name, tuple(versions), on)
                for name, versions in by_list.items()
            ]


def _held_list(
    connection: Connection, name: str, versions: tuple[ListVersion, ...], on: dt.date | None
) -> HeldList:
    base = version_in_force(versions, on)
    present = _presence(connection, versions)
    entries = dict(_entries(connection, versions[base]))
    sources = dict.fromkeys(entries, base)
    # entries that the version in force lacks come from the nearest one before it, else after
    wanted: dict[int, list[str]] = defaultdict(list)
    for id, has in present.items():
        if not has[base]:
            earlier = max((i for i in range(base) if has[i]), default=None)
            wanted[has.index(True) if earlier is None else earlier].append(id)
    for index, ids in wanted.items():
        for chunk in _batches(ids, _BATCH):
            found = dict(_entries(connection, versions[index], chunk))
            entries |= found
            sources |= dict.fromkeys(found, index)
    listed = _listing_days(connection, versions) if len(versions) > 1 else {}
    held = (
        HeldEntry(
            entry,
            versions[sources[id]],
            present.get(id, ()),
            entry.listed_on or listed.get(id),
        )
        for id, entry in entries.items()
    )
    return HeldList(name, versions, tuple(held))


def _presence(
    connection: Connection, versions: Sequence[ListVersion]
) -> dict[str, tuple[bool, ...]]:
    """Which versions have the entry, for entries that not all of them have."""
    ids = [version.id for version in versions]
    partly = (
        select(_MEMBERS.entry_id)
        .where(_MEMBERS.version_id.in_(ids))
        .group_by(_MEMBERS.entry_id)
        .having(func.count() < len(ids))
    )
    query = select(_MEMBERS.entry_id, _MEMBERS.version_id).where(
        _MEMBERS.version_id.in_(ids), _MEMBERS.entry_id.in_(partly)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for entry, version in connection.execute(query):
        found[entry].add(version)
    return {entry: tuple(id in has for id in ids) for entry, has in found.items()}


def _entries(
    connection: Connection, version: ListVersion, ids: Sequence[str] | None = None
) -> Iterator[tuple[str, ListEntry]]:
    query = (
        select(_MEMBERS.entry_id, _MEMBERS.place, _RECORDS.record)
        .join(schema.list_records, _RECORDS.digest == _MEMBERS.digest)
        .where(_MEMBERS.version_id == version.id)
        .order_by(_MEMBERS.entry_id)
    )
    if ids is not None:
        query = query.where(_MEMBERS.entry_id.in_(ids))
    for id, place, record in connection.execute(query):
        yield id, replace(load_entry(record), place=place)


def _listing_days(connection: Connection, versions: Sequence[ListVersion]) -> dict[str, dt.date]:
    query = (
        select(_MEMBERS.entry_id, func.min(_RECORDS.listed_on))
        .join(schema.list_records, _RECORDS.digest == _MEMBERS.digest)
        .where(_MEMBERS.version_id.in_([v.id for v in versions]), _RECORDS.listed_on.is_not(None))
        .group_by(_MEMBERS.entry_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _version_before(connection: Connection, version: ListVersion) -> ListVersion | None:
    query = (
        select(schema.list_versions)
        .where(_VERSIONS.list == version.list_name, _VERSIONS.list_date <= version.list_date)
        .order_by(_VERSIONS.list_date.desc(), _VERSIONS.loaded_at.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return _version(row) if row else None


def _add_entries(connection: Connection, version: str, entries: Sequence[ListEntry]) -> None:
    records, members = [], []
    for entry in entries:
        # where it stands and how it is written does not make it another entry
        record = dump_json(replace(entry, raw="", place=""))
        digest = content_id("ent", [record])
        records.append(
            {"digest": digest, "listed_on": entry.listed_on, "record": record, "raw": entry.raw}
        )
        members.append(
            {"version_id": version, "entry_id": entry.id, "digest": digest, "place": entry.place}
        )
    _insert_new(connection, schema.list_records, records)
    connection.execute(schema.list_members.insert(), members)


def _insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows; one whose key is there already is left as it is."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def _version_row(version: ListVersion) -> dict[str, object]:
    return {
        "id": version.id,
        "list": version.list_name,
        "list_date": version.list_date,
        "date_source": version.date_source,
        "checksum": version.checksum,
        "format": version.format.value,
        "entries": version.entries,
        "malformed": version.malformed,
        "stated_count": version.stated_count,
        "source": version.source,
        "licence": version.licence,
        "loaded_at": version.loaded_at,
    }


def _version(row: Row[Any]) -> ListVersion:
    loaded_at: dt.datetime = row.loaded_at
    return ListVersion(
        list_name=row.list,
        list_date=row.list_date,
        checksum=row.checksum,
        format=ListFormat(row.format),
        entries=row.entries,
        # SQLite gives the time back without its zone
        loaded_at=loaded_at if loaded_at.tzinfo else loaded_at.replace(tzinfo=dt.UTC),
        source=row.source,
        date_source=row.date_source,
        malformed=row.malformed,
        stated_count=row.stated_count,
        licence=row.licence,
    )


def _problem_row(problem: Problem) -> dict[str, object]:
    return {
        "id": problem.id,
        "kind": problem.kind.value,
        "location": problem.location,
        "message": problem.message,
    }


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
