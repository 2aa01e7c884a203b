"""Tables with a header: CSV, and the same with semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator, Mapping

from dragoman.documents.decode import Encoding, undecodable
from dragoman.documents.draft import finish
from dragoman.documents.fields import resolve
from dragoman.documents.lines import Line, as_lines, too_long
from dragoman.documents.options import ReadOptions
from dragoman.documents.rows import missing, row_draft
from dragoman.errors import InputError
from dragoman.records import Document, Problem, ProblemKind

_DELIMITERS = ",\t;|"


def read_table(
    stream: io.BufferedReader, *, location: str, options: ReadOptions
) -> Iterator[Document | Problem]:
    """A document or a problem for every row, as ``location:ROW``; the header is row 1.

    Raises ``InputError`` when the whole cannot be read: binary, no row, a column that is
    needed or was named is not there, a line that is too long.
    """
    lines, encoding = as_lines(
        stream, location=location, given=options.encoding, limit=options.max_bytes
    )
    rows = _Rows(lines, encoding=encoding, location=location, limit=options.max_bytes)
    header = rows.header()
    names = _columns(header, location=location, options=options)
    for number, found in enumerate(rows, 2):
        if found == []:
            continue
        place = f"{location}:{number}"
        try:
            yield _document(found, header, names, location=place, options=options)
        except InputError as error:
            yield error.problem


def _columns(header: list[str], *, location: str, options: ReadOptions) -> dict[str, str]:
    for role, name in options.columns.items():
        if name not in header:
            raise missing(role, header, location=location, given=name)
    names = resolve(header, given=options.columns)
    if "text" not in names:
        raise missing("text", header, location=location)
    if "date" not in names and options.date is None:
        raise missing("date", header, location=location)
    return names


def _document(
    found: list[str] | InputError,
    header: list[str],
    names: Mapping[str, str],
    *,
    location: str,
    options: ReadOptions,
) -> Document:
    if isinstance(found, InputError):
        raise InputError(found.problem.kind, location, found.problem.message)
    if len(found) != len(header):
        raise InputError(
            ProblemKind.MALFORMED,
            location,
            f"the row has {len(found)} fields, the header {len(header)}; a field with a "
            "comma or a line break in it has to stand between double quotes",
        )
    row = dict(zip(header, found, strict=True))
    return finish(row_draft(row, names, location=location), options=options)


class _Rows:
    """The rows of a table; in the place of a row that is none, the error that says why."""

    def __init__(
        self, lines: Iterator[Line], *, encoding: Encoding, location: str, limit: int
    ) -> None:
        self._lines = lines
        self._encoding = encoding
        self._location = location
        self._limit = limit
        self._undecodable: InputError | None = None
        self._reader: Iterator[list[str]] = iter(())

    def header(self) -> list[str]:
        """The names in the first line, by which the delimiter is chosen."""
        first = next(self._texts(), "")
        if self._undecodable:
            raise self._undecodable
        if not first.strip():
            raise InputError(ProblemKind.EMPTY, self._location, "there is no header line in it")
        delimiter = max(_DELIMITERS, key=first.count)
        # The limit belongs to the csv module and not to a reader: only ever raise it.
        csv.field_size_limit(max(csv.field_size_limit(), self._limit))
        texts = itertools.chain([first], self._texts())
        self._reader = csv.reader(texts, delimiter=delimiter, strict=True)
        header = self._next()
        if isinstance(header, InputError):
            raise header
        return [name.strip() for name in header]

    def __iter__(self) -> Iterator[list[str] | InputError]:
        while True:
            try:
                yield self._next()
            except StopIteration:
                return

    def _next(self) -> list[str] | InputError:
        self._undecodable = None
        try:
            row = next(self._reader)
        except csv.Error as error:
            return self._undecodable or InputError(
                ProblemKind.MALFORMED,
                self._location,
                f"the row cannot be read ({error}); check its double quotes: a field that "
                'begins with one ends with one, and one inside is written ""',
            )
        return self._undecodable or row

    def _texts(self) -> Iterator[str]:
        """The lines as text. A bad one is noted for its row, which is then passed over."""
        for line in self._lines:
            if line.too_long:
                raise too_long(
                    f"{self._location}, line {line.number}", what="the line", limit=self._limit
                )
            try:
                yield line.data.decode(self._encoding.name)
            except UnicodeError as error:
                self._undecodable = self._undecodable or undecodable(
                    error, location=self._location, encoding=self._encoding, offset=line.offset
                )
                yield line.data.decode(self._encoding.name, "replace")
