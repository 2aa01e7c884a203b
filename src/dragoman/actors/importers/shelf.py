"""Parts of entries kept on disk until the parts that belong to them have been read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any


class Shelf(AbstractContextManager["Shelf"]):
    """Values by kind and key, in the order they were put; gone when closed.

    A dump names persons, positions and countries far apart. SQLite keeps a temporary database of
    what is needed of them that moves to disk when it grows.

    >>> with Shelf() as shelf:
    ...     shelf.put("person", "Q1", {"name": "A"})
    ...     shelf.get("person", "Q1")
    [{'name': 'A'}]
    """

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("CREATE TABLE parts (place INTEGER PRIMARY KEY, kind, key, value)")
        self._db.execute("CREATE INDEX by_key ON parts (kind, key)")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.close()

    def put(self, kind: str, key: str, value: Any) -> None:
        """Keep ``value``, which must be what JSON can hold."""
        # Plain ASCII: a lone half of a surrogate pair is no text for SQLite.
        self._db.execute(
            "INSERT INTO parts (kind, key, value) VALUES (?, ?, ?)",
            (kind, _ascii(key), json.dumps(value)),
        )

    def get(self, kind: str, key: str) -> list[Any]:
        """The values of one key; none where nothing was put."""
        rows = self._db.execute(
            "SELECT value FROM parts WHERE kind = ? AND key = ? ORDER BY place",
            (kind, _ascii(key)),
        )
        return [json.loads(value) for (value,) in rows]

    def all(self, kind: str) -> Iterator[Any]:
        """The values of one kind, in the order they were put."""
        rows = self._db.execute("SELECT value FROM parts WHERE kind = ? ORDER BY place", (kind,))
        for (value,) in rows:
            yield json.loads(value)


def _ascii(key: str) -> str:
    return json.dumps(key)
