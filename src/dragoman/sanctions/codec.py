"""Entries and versions as JSON and back, checked on the way in."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter

from dragoman.records.codec import dump_json
from dragoman.sanctions.entry import ListEntry

__all__ = ["dump_json", "load_entry"]


@cache
def _entries() -> TypeAdapter[ListEntry]:
    return TypeAdapter(ListEntry)


def load_entry(line: str | bytes) -> ListEntry:
    """The entry that ``dump_json`` wrote. Raises ``pydantic.ValidationError`` if it is none."""
    return _entries().validate_json(line)
