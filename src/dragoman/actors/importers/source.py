"""Source files as streams of numbered lines: plain or gzip, no line longer than is sound."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, cast

from pydantic_core import from_json

from dragoman.records import Problem, ProblemKind

# The longest entities of Wikidata have some 5 MB.
MAX_LINE = 32 << 20
_GZIP = b"\x1f\x8b"
_SNIFFED_LINES = 200


class SourceFormat(StrEnum):
    """How a file with actors is laid out."""

    WIKIDATA = "wikidata"  # entity dump, one JSON entity a line
    FTM = "ftm"  # FollowTheMoney, one JSON entity a line
    PETRARCH = "petrarch"  # actor dictionary of PETRARCH and TABARI
    CSV = "csv"  # a table with a header


def read_lines(path: Path) -> Iterator[tuple[str, str] | Problem]:
    """Each line with its place ("dump.json:17"); a problem for one that cannot be read."""
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == _GZIP
            raw.seek(0)
            stream = cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw
            yield from _decoded(stream, path.name)
    except (OSError, EOFError, zlib.error) as error:
        yield Problem(ProblemKind.UNREADABLE, str(path), f"{error}; the rest was not read")


def _decoded(stream: BinaryIO, name: str) -> Iterator[tuple[str, str] | Problem]:
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE)
            yield Problem(ProblemKind.TOO_LARGE, where, f"more than {MAX_LINE} bytes in one line")
            continue
        try:
            yield where, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            yield Problem(ProblemKind.UNDECODABLE, where, f"{error.reason}; UTF-8 expected")


def read_objects(path: Path, *needles: str) -> Iterator[tuple[str, dict[str, Any]] | Problem]:
    """Each JSON object with its place; lines with none of ``needles`` are not even parsed.

    The array form of a dump ("[", one object and a comma a line, "]") is read as well.
    """
    for line in read_lines(path):
        if isinstance(line, Problem):
            yield line
            continue
        where, text = line
        text = text.strip().removesuffix(",")
        if text in {"", "[", "]"} or (needles and not any(n in text for n in needles)):
            continue
        try:
            value = from_json(text)
        except ValueError as error:
            yield Problem(ProblemKind.MALFORMED, where, f"{error}; one JSON object expected")
            continue
        if isinstance(value, dict):
            yield where, value
        else:
            message = f"a {type(value).__name__} found; one JSON object expected"
            yield Problem(ProblemKind.MALFORMED, where, message)


_DICTIONARY_LINE = re.compile(r"(\+?\w[\w .'&/-]*_?\s*\[[^\]]*\])|(\s*\[[\w-]{3,}[^\]]*\])|\+\w")


def sniff(path: Path) -> SourceFormat | None:
    """The format that the first lines of a file speak for; ``None`` where they tell none."""
    for count, line in enumerate(read_lines(path)):
        if count > _SNIFFED_LINES:
            break
        text = "" if isinstance(line, Problem) else line[1].strip()
        if text in {"", "["} or text.startswith(("#", ";", "<!")):
            continue
        if text.startswith("{"):
            found = _sniff_object(text.removesuffix(","))
            if found:
                return found
            continue
        columns = {c.strip().strip('"').lower() for c in text.split(",")}
        if "name" in columns and columns & {"country", "office", "sector", "kind"}:
            return SourceFormat.CSV
        if _DICTIONARY_LINE.match(text.split("#")[0].split(";")[0]):
            return SourceFormat.PETRARCH
    return None


def _sniff_object(text: str) -> SourceFormat | None:
    try:
        keys = json.loads(text).keys()
    except (ValueError, RecursionError, AttributeError):
        return None
    if "schema" in keys:
        return SourceFormat.FTM
    return SourceFormat.WIKIDATA if keys & {"claims", "labels"} else None
