"""Records as JSON and back, checked on the way in.

The records are plain dataclasses; pydantic reads and writes them here, at the edge.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json, to_jsonable_python

from dragoman.records.document import Document
from dragoman.records.event import Event


@cache
def _events() -> TypeAdapter[Event]:
    return TypeAdapter(Event)


@cache
def _documents() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


def dump(record: Any) -> Any:
    """``record`` as JSON-ready dictionaries and lists (dates as ISO strings)."""
    return to_jsonable_python(record)


def dump_json(record: Any) -> str:
    """``record`` as one line of JSON."""
    return to_json(record).decode("utf-8")


def load_event(line: str | bytes) -> Event:
    """The event that ``dump_json`` wrote. Raises ``pydantic.ValidationError`` if it is none."""
    return _events().validate_json(line)


def load_document(line: str | bytes) -> Document:
    """The document that ``dump_json`` wrote. Raises ``pydantic.ValidationError`` if it is none."""
    return _documents().validate_json(line)
