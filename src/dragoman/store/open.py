"""Opening a ledger: the database behind it, its settings and its schema."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from dragoman.errors import DataError

# How long a writer waits for another before it gives up, in milliseconds.
_BUSY_TIMEOUT = 30_000


def open_engine(where: str | Path, *, create: bool = True) -> Engine:
    """The database at ``where`` (a file for SQLite, or an SQLAlchemy address), schema current.

    A new file is made unless ``create`` is false. Raises ``DataError`` when the file is
    missing then, is no ledger, or was written by a newer Dragoman.
    """
    address = str(where)
    is_file = "://" not in address
    if is_file:
        path = Path(address)
        if not create and not path.exists():
            raise DataError(f"{path}: no ledger here; `dragoman ingest` makes one")
        path.parent.mkdir(parents=True, exist_ok=True)
        address = f"sqlite:///{path}"
    engine = create_engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    try:
        _migrate(engine)
    except DatabaseError as error:
        engine.dispose()
        raise DataError(
            f"{where}: not a ledger that can be opened ({error.orig}); "
            "give another file, or move this one away to start a new ledger"
        ) from error
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:
    # WAL: readers see the last commit while a writer works, and a killed process leaves
    # nothing half-written.
    connection.isolation_level = None  # transactions are begun by _begin, DDL included
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: two that first read and then write would both fail.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine) -> None:
    """Bring the schema to the newest version; quick when it is there already."""
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        # asked again under the lock: another process may have done it meanwhile
        found = _version(connection)
        if found == HEAD:
            return
        if found is None and inspect(connection).get_table_names():
            raise DataError(
                f"{engine.url.database}: a database with other tables; a ledger or a new "
                "file expected"
            )
        _upgrade(connection)


# The newest migration; a test compares it with the scripts.
HEAD = "0002"


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None


def _upgrade(connection: Connection) -> None:
    # imported here: alembic takes longer to import than an up-to-date ledger to open
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise DataError(
            f"{connection.engine.url.database}: written by a newer Dragoman ({error}); "
            "upgrade Dragoman"
        ) from error


class Opened:
    """A ledger that is open: what all of its parts share. Use it in a ``with`` statement."""

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        """Open the ledger at ``where``; raises ``DataError`` if that is none."""
        self._engine = open_engine(where, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the database connection back."""
        self._engine.dispose()

    def _write(self) -> AbstractContextManager[Connection]:
        """A transaction that writes: it takes the database's lock at once."""
        return self._engine.execution_options(writes=True).begin()
