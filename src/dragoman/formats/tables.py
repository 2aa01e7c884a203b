"""Events as JSON lines, CSV and Parquet.

``full`` keeps everything: every slot with its span, its words and the evidence for it.
``flat`` is one row an event for data frames; sides with several actors are joined by ";".
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol, TextIO

from dragoman.errors import SettingError
from dragoman.events.ontology import quad_class, to_cameo
from dragoman.records import Attribution, Document, Event, Mention, Reading, Span
from dragoman.records.codec import dump

# The columns of the flat table with their types in Parquet.
COLUMNS = {
    "event_id": "VARCHAR",
    "document_id": "VARCHAR",
    "date": "DATE",
    "when_start": "DATE",
    "when_end": "DATE",
    "when_precision": "VARCHAR",
    "type": "VARCHAR",
    "mode": "VARCHAR",
    "contexts": "VARCHAR",
    "quad": "INTEGER",
    "cameo_derived": "VARCHAR",
    "score": "DOUBLE",
    "status": "VARCHAR",
    "attribution": "VARCHAR",
    "source_codes": "VARCHAR",
    "source_sectors": "VARCHAR",
    "source_words": "VARCHAR",
    "target_codes": "VARCHAR",
    "target_sectors": "VARCHAR",
    "target_words": "VARCHAR",
    "trigger_words": "VARCHAR",
    "trigger_start": "INTEGER",
    "trigger_end": "INTEGER",
    "sentence": "INTEGER",
    "sentence_words": "VARCHAR",
    "confidence": "DOUBLE",
    "coder": "VARCHAR",
    "title": "VARCHAR",
    "outlet": "VARCHAR",
    "url": "VARCHAR",
}


def flat(event: Event, document: Document) -> dict[str, Any]:
    """One row of an event of ``document``, with the columns of ``COLUMNS``."""
    text, when = document.text, event.when
    return {
        "event_id": event.id,
        "document_id": event.document_id,
        "date": document.date.isoformat(),
        "when_start": when.start.isoformat() if when else None,
        "when_end": when.end.isoformat() if when else None,
        "when_precision": when.precision.value if when else None,
        "type": event.type.value,
        "mode": event.mode.value if event.mode else None,
        "contexts": ";".join(c.value for c in event.contexts),
        "quad": int(quad_class(event.type)),
        "cameo_derived": to_cameo(event.type, event.mode),
        "score": event.score,
        "status": event.status.value,
        "attribution": chain(event.attribution, text),
        "source_codes": ";".join(event.source_codes),
        "source_sectors": _sectors(event.sources),
        "source_words": ";".join(m.span.of(text) for m in event.sources),
        "target_codes": ";".join(event.target_codes),
        "target_sectors": _sectors(event.targets),
        "target_words": ";".join(m.span.of(text) for m in event.targets),
        "trigger_words": event.trigger.of(text),
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "sentence": event.sentence,
        "sentence_words": event.sentence_span.of(text),
        "confidence": event.confidence,
        "coder": event.coder,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
    }


def full(event: Event, document: Document) -> dict[str, Any]:
    """An event of ``document`` as JSON-ready data: the record, and the words of every span."""
    record: dict[str, Any] = _with_words(dump(event), document.text)
    head = {
        "id": event.id,
        "date": document.date.isoformat(),
        "outlet": document.outlet,
        "title": document.title,
        "quad": int(quad_class(event.type)),
        "sentence_words": event.sentence_span.of(document.text),
    }
    return {**head, **record}


def chain(attribution: Attribution | None, text: str) -> str | None:
    """The voices of a chain in words, outermost first, or ``None`` for the author."""
    if attribution is None:
        return None
    return " › ".join(link.where.of(text) for link in attribution.links)


def _sectors(mentions: tuple[Mention, ...]) -> str:
    return ";".join(dict.fromkeys(m.actor.sector.value for m in mentions if m.actor))


def _with_words(value: Any, text: str) -> Any:
    """``value`` with a key ``words`` beside the offsets of every span in it."""
    if isinstance(value, list):
        return [_with_words(v, text) for v in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"start", "end"} and isinstance(value["start"], int):
        return {**value, "words": Span(value["start"], value["end"]).of(text)}
    return {key: _with_words(v, text) for key, v in value.items()}


class Writer(Protocol):
    """Takes readings one by one."""

    def write(self, reading: Reading) -> None:
        """Write the events of ``reading``."""


class _JsonLines:
    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, reading: Reading) -> None:
        for event in reading.events:
            line = json.dumps(full(event, reading.document), ensure_ascii=False)
            self._file.write(line + "\n")


class _Csv:
    def __init__(self, file: TextIO) -> None:
        self._writer = csv.DictWriter(file, list(COLUMNS), lineterminator="\n")
        self._writer.writeheader()

    def write(self, reading: Reading) -> None:
        self._writer.writerows(flat(event, reading.document) for event in reading.events)


class _FlatLines:
    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, reading: Reading) -> None:
        for event in reading.events:
            self._file.write(json.dumps(flat(event, reading.document)) + "\n")


@contextmanager
def open_writer(kind: str, out: Path | None) -> Iterator[Writer]:
    """A writer of ``kind`` (jsonl, csv, parquet) to ``out``, or to standard output.

    Raises ``SettingError`` for an unknown kind, and for Parquet to standard output.
    """
    if kind == "parquet":
        if out is None:
            raise SettingError("Parquet is binary and needs a file; give one with --out")
        with _parquet(out) as writer:
            yield writer
        return
    writers: dict[str, Callable[[TextIO], Writer]] = {"jsonl": _JsonLines, "csv": _Csv}
    if kind not in writers:
        raise SettingError(f"{kind!r} found; one of jsonl, csv, parquet expected")
    with ExitStack() as stack:
        file: TextIO = sys.stdout
        if out is not None:
            out.parent.mkdir(parents=True, exist_ok=True)
            file = stack.enter_context(out.open("w", encoding="utf-8", newline=""))
        yield writers[kind](file)


@contextmanager
def _parquet(out: Path) -> Iterator[Writer]:
    """Rows go to a file of JSON lines first, so that memory stays flat; DuckDB turns it over."""
    import duckdb

    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "rows.jsonl"
        with lines.open("w", encoding="utf-8") as file:
            yield _FlatLines(file)
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
        query = (
            f"SELECT * FROM read_json('{_quoted(lines)}', format='newline_delimited', "
            f"columns={{{columns}}}, maximum_object_size=104857600)"
        )
        with duckdb.connect() as connection:
            connection.execute(f"COPY ({query}) TO '{_quoted(out)}' (FORMAT parquet)")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
