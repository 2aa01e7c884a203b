"""Gold files: unpacked by their suffix, and JSON lines with the place of every error."""

from __future__ import annotations

import gzip
import json
import lzma
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from dragoman.errors import DataError

Row = TypeVar("Row")


def read_packed(path: Path) -> str:
    """The text of a UTF-8 file; ``.gz`` and ``.xz`` are unpacked.

    Raises ``DataError`` when there is no such file or it cannot be unpacked and decoded.
    """
    if not path.is_file():
        raise DataError(f"{path}: no such file; give a file of gold data (docs/bench.md)")
    raw = path.read_bytes()
    try:
        if path.suffix == ".gz":
            raw = gzip.decompress(raw)
        elif path.suffix == ".xz":
            raw = lzma.decompress(raw)
        return raw.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, lzma.LZMAError, UnicodeDecodeError) as error:
        raise DataError(
            f"{path}: {error}; UTF-8 text expected, packed as its suffix says (.gz, .xz) or plain"
        ) from error


def read_json_lines(
    path: Path, parse: Callable[[Mapping[str, Any]], Row], *, what: str
) -> list[Row]:
    """What ``parse`` makes of each line's object; blank lines are passed over.

    ``what`` names a row for the user ("a gold sentence"). Raises ``DataError`` with the line
    for one that is no JSON or that ``parse`` refuses, and when the file holds none.
    """
    rows = []
    # not splitlines(): JSON may hold U+2028 and other line ends unescaped
    for number, line in enumerate(read_packed(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            rows.append(parse(json.loads(line)))
        except ROW_ERRORS as error:
            raise bad_row(path, number, error, what=what) from error
    if not rows:
        raise DataError(f"{path}: {what} expected and none found; JSON lines as docs/bench.md says")
    return rows


# What reading the fields of a row can raise.
ROW_ERRORS = (KeyError, ValueError, TypeError, IndexError, AttributeError)


def bad_row(path: Path, number: int, error: Exception, *, what: str) -> DataError:
    """The error for line ``number``, which is not ``what`` was expected."""
    return DataError(
        f"{path}, line {number}: {type(error).__name__}: {error}; {what} as docs/bench.md "
        "describes it expected"
    )
