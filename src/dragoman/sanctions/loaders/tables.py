"""Rows of CSV lists with their line numbers, none of them longer than a record can be."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence

from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import ListFile

# An open quotation mark swallows the lines after it; the longest real cells have a dozen.
_ROW_LINES = 1_000


def bounded_lines(file: ListFile, encoding: str) -> Iterator[str]:
    """The lines of a text file. Raises ``SanctionsListError`` for one that does not end."""
    most = file.limits.record_characters
    with file.open_text(encoding) as stream:
        number = 0
        while line := stream.readline(most + 1):
            number += 1
            if len(line) > most:
                raise SanctionsListError(
                    file.name, f"line {number}: more than {most} characters; no list has that"
                )
            yield line


def read_rows(
    file: ListFile, *, encoding: str, delimiter: str = ","
) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its last line; empty ones, and a final 0x1A, left out."""
    ended = 0  # the last line of the row before

    def lines() -> Iterator[str]:
        for number, line in enumerate(bounded_lines(file, encoding), start=1):
            if number - ended > _ROW_LINES:
                raise SanctionsListError(
                    file.name,
                    f"line {ended + 1}: not CSV (a quoted cell goes on for more than "
                    f"{_ROW_LINES} lines); download the file again",
                )
            yield line

    reader = csv.reader(lines(), delimiter=delimiter)
    try:
        for row in reader:
            ended = reader.line_num
            if row and row != ["\x1a"]:
                yield reader.line_num, row
    except csv.Error as error:
        raise SanctionsListError(
            file.name, f"line {reader.line_num}: not CSV ({error}); download the file again"
        ) from error


def read_named_rows(
    file: ListFile, *, encoding: str, needed: Sequence[str], delimiter: str = ","
) -> Iterator[tuple[int, Mapping[str, str] | None]]:
    """Each row by the names of the header; ``None`` for one with more or fewer cells.

    Raises ``SanctionsListError`` when the header lacks a needed column.
    """
    rows = read_rows(file, encoding=encoding, delimiter=delimiter)
    _, header = next(rows, (0, []))
    missing = [name for name in needed if name not in header]
    if missing:
        raise SanctionsListError(
            file.name,
            f"the header lacks {', '.join(missing)}; the layout has changed, or this is another "
            "file",
        )
    for line, row in rows:
        yield line, dict(zip(header, row, strict=True)) if len(row) == len(header) else None
