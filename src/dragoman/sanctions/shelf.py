"""A place on disk for parts of records until the parts that belong to them have been read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self


class Shelf:
    """Parts by kind and key, in the order they were put; gone when closed.

    Lists are read one record at a time, but the parts of a record may stand far apart (an
    alias in a second file, a link after all parties). SQLite keeps a temporary database of
    them that moves to disk when it grows.

    >>> with Shelf() as shelf:
    ...     shelf.put("name", "7", {"text": "A"})
    ...     shelf.put("name", "7", {"text": "B"})
    ...     [part["text"] for part in shelf.get("name", "7")]
    ['A', 'B']
    """

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("CREATE TABLE parts (place INTEGER PRIMARY KEY, kind, key, part)")
        self._db.execute("CREATE INDEX by_key ON parts (kind, key)")

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
        """Drop everything."""
        self._db.close()

    def put(self, kind: str, key: str, part: Any) -> None:
        """Keep ``part``, which must be what JSON can hold."""
        self._db.execute(
            "INSERT INTO parts (kind, key, part) VALUES (?, ?, ?)", (kind, key, json.dumps(part))
        )

    def get(self, kind: str, key: str) -> list[Any]:
        """The parts of one key."""
        rows = self._db.execute(
            "SELECT part FROM parts WHERE kind = ? AND key = ? ORDER BY place", (kind, key)
        )
        return [json.loads(part) for (part,) in rows]

    def keys(self, kind: str) -> Iterator[str]:
        """The keys of one kind, each once, in the order they first came."""
        rows = self._db.execute(
            "SELECT key, MIN(place) FROM parts WHERE kind = ? GROUP BY key ORDER BY 2", (kind,)
        )
        for key, _ in rows:
            yield key
