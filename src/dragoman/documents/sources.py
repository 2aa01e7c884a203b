"""Where documents come from: files, folders and standard input, opened one at a time."""

from __future__ import annotations

import gzip
import io
import logging
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.documents.options import Format
from dragoman.errors import InputError
from dragoman.records import Problem, ProblemKind

logger = logging.getLogger(__name__)

STDIN = "-"
STDIN_LOCATION = "standard input"

SUFFIXES: dict[str, Format] = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".tab": Format.CSV,
}
_GZIP = ".gz"

# Text packs 3 to 20 times smaller, very repetitive corpora perhaps 100 times; gzip can do
# 1,030. What goes beyond this, after the bytes allowed for one document, is a trap.
_MAX_UNPACKED_RATIO = 200

_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<?xml", b"<article")


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its path (``None`` for standard input), its format, how it is called."""

    path: Path | None
    format: Format
    location: str


def find_sources(
    paths: Iterable[str | os.PathLike[str]], *, format: Format
) -> Iterator[Source | Problem]:
    """The inputs that ``paths`` name, in their order; folders walked in sorted order.

    In folders, hidden files and those of unknown suffixes are passed over. A file that was
    named itself and whose format nothing tells is a ``Problem``, as is a folder without
    anything to read, or a path that does not exist.
    """
    for given in paths:
        name = os.fspath(given)
        if name == STDIN:
            yield Source(None, format, STDIN_LOCATION)
            continue
        path = Path(name)
        if path.is_dir():
            yield from _in_folder(path, format=format)
            continue
        known = format if format is not Format.AUTO else format_of(path)
        yield Source(path, known, name) if known else _unsupported(path)


def format_of(path: Path) -> Format | None:
    """The format that the suffix tells, with or without ``.gz`` after it.

    >>> format_of(Path("march.jsonl.gz")).value
    'jsonl'
    """
    name = path.name.casefold().removesuffix(_GZIP)
    return SUFFIXES.get(Path(name).suffix)


def sniff(head: bytes) -> Format:
    """The format of standard input by its first bytes: JSON lines, HTML, else plain text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    if start.startswith(b"{") and not start.startswith(b"{\\rtf"):
        return Format.JSONL
    return Format.HTML if start.startswith(_HTML_STARTS) else Format.TEXT


@contextmanager
def opened(
    source: Source, *, stdin: BinaryIO | None, max_bytes: int
) -> Iterator[io.BufferedReader]:
    """The bytes of ``source``, unpacked. Standard input is left open.

    Raises ``InputError``: unreadable, too large (a gzip file that unpacks beyond measure).
    """
    try:
        if source.path is None:
            assert stdin is not None
            with _kept_open(stdin) as stream:
                yield stream
            return
        with source.path.open("rb") as packed:
            if source.path.suffix.casefold() != _GZIP:
                yield packed
                return
            unpacked: io.BufferedReader = io.BufferedReader(
                _Unpacked(packed, location=source.location, slack=max_bytes)
            )
            yield unpacked
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            ProblemKind.UNREADABLE,
            source.location,
            f"the file cannot be read ({_reason(error)}); check its name, rights and wholeness",
        ) from error


def _in_folder(folder: Path, *, format: Format) -> Iterator[Source | Problem]:
    passed_over: Counter[str] = Counter()
    is_empty = True
    for path in _walk(folder):
        known = format_of(path)
        if known is None:
            passed_over[path.suffix or "no suffix"] += 1
            continue
        is_empty = False
        yield Source(path, known if format is Format.AUTO else format, str(path))
    listed = ", ".join(f"{count} {suffix}" for suffix, count in passed_over.most_common(10))
    if listed:
        logger.info("%s: files passed over, not of a format that is read: %s", folder, listed)
    if is_empty:
        held = f"holds no file that is read (but {listed})" if listed else "holds no file"
        yield Problem(
            ProblemKind.UNSUPPORTED,
            str(folder),
            f"the folder {held}; read are {_suffixes()}",
        )


def _walk(folder: Path) -> Iterator[Path]:
    """The files below ``folder``, by name; none that is hidden, none behind linked folders."""
    waiting = _visible(folder)
    while waiting:
        path = waiting.pop()
        if path.is_file():
            yield path
        elif path.is_dir() and not path.is_symlink():
            waiting.extend(_visible(path))


def _visible(folder: Path) -> list[Path]:
    """What ``folder`` holds, the last by name first."""
    try:
        paths = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        logger.warning("%s: folder passed over, it cannot be read (%s)", folder, _reason(error))
        return []
    return sorted(paths, reverse=True)


def _unsupported(path: Path) -> Problem:
    if not path.exists():
        return Problem(ProblemKind.UNREADABLE, str(path), "there is no such file or folder")
    advice = f"read are {_suffixes()}; if it is one of these, say which with --format"
    if path.suffix.casefold() == ".json":
        advice = (
            "one JSON object a line is read (.jsonl): if it is that, say --format jsonl; "
            "a list is turned into it by: jq -c '.[]'"
        )
    found = f"files with suffix {path.suffix!r} are" if path.suffix else "a file without suffix is"
    return Problem(ProblemKind.UNSUPPORTED, str(path), f"{found} not read; {advice}")


def _suffixes() -> str:
    return ", ".join(SUFFIXES) + f" (and these with {_GZIP})"


def _reason(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip()


@contextmanager
def _kept_open(stdin: BinaryIO) -> Iterator[io.BufferedReader]:
    if isinstance(stdin, io.BufferedReader):
        yield stdin
        return
    stream: io.BufferedReader = io.BufferedReader(cast(io.RawIOBase, stdin))
    try:
        yield stream
    finally:
        stream.detach()


class _Unpacked(io.RawIOBase):
    """A gzip file, read up to a bound that grows with the packed bytes read so far."""

    def __init__(self, packed: BinaryIO, *, location: str, slack: int) -> None:
        self._packed = packed
        self._unpacked = gzip.GzipFile(fileobj=packed, mode="rb")
        self._location = location
        self._slack = slack
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        read = self._unpacked.readinto(buffer)
        self._count += read
        if self._count > self._slack + _MAX_UNPACKED_RATIO * self._packed.tell():
            raise InputError(
                ProblemKind.TOO_LARGE,
                self._location,
                f"the gzip file unpacks to more than {_MAX_UNPACKED_RATIO} times its size; "
                "if it is sound, unpack it first",
            )
        return read
