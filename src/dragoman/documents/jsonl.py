"""JSON lines: one object a line, one document an object."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from dragoman.documents.decode import Encoding, undecodable
from dragoman.documents.draft import finish
from dragoman.documents.fields import resolve
from dragoman.documents.lines import Line, as_lines, too_long
from dragoman.documents.options import ReadOptions
from dragoman.documents.rows import has, missing, row_draft
from dragoman.errors import InputError
from dragoman.records import Document, Problem, ProblemKind


def read_jsonl(
    stream: io.BufferedReader, *, location: str, options: ReadOptions
) -> Iterator[Document | Problem]:
    """A document or a problem for every line that is not blank, as ``location:LINE``.

    Raises ``InputError`` when the whole is binary, has no line, or (UTF-16 and its like)
    cannot be decoded any further.
    """
    lines, encoding = as_lines(
        stream, location=location, given=options.encoding, limit=options.max_bytes
    )
    is_empty = True
    for line in lines:
        if not line.data.strip():
            continue
        is_empty = False
        try:
            yield _document(line, f"{location}:{line.number}", encoding, options)
        except InputError as error:
            yield error.problem
    if is_empty:
        raise InputError(ProblemKind.EMPTY, location, "there is no line in it")


def _document(line: Line, location: str, encoding: Encoding, options: ReadOptions) -> Document:
    if line.too_long:
        raise too_long(location, what="the line", limit=options.max_bytes)
    row = _object(_decoded(line, location, encoding), location)
    names = resolve(row, given=options.columns)
    if options.date is None and not has(row, names.get("date")):
        raise missing("date", row, location=location, given=options.columns.get("date"))
    return finish(row_draft(row, names, location=location), options=options)


def _decoded(line: Line, location: str, encoding: Encoding) -> str:
    try:
        return line.data.decode(encoding.name)
    except UnicodeError as error:
        raise undecodable(
            error, location=location, encoding=encoding, offset=line.offset
        ) from error


def _object(text: str, location: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        found = f"no JSON ({error.msg} at character {error.pos})"
    except (ValueError, RecursionError):  # a number of thousands of digits, a deep nest
        found = "JSON that is too large or too deep to be read"
    else:
        if isinstance(value, dict):
            return value
        found = f"a JSON {type(value).__name__}"
    raise InputError(
        ProblemKind.MALFORMED,
        location,
        f"{found} was found; one JSON object a line was expected",
    )
