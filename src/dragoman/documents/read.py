"""Reading: from paths to documents, one at a time."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.documents.decode import decode
from dragoman.documents.draft import Draft, finish
from dragoman.documents.jsonl import read_jsonl
from dragoman.documents.lines import too_long
from dragoman.documents.options import Format, ReadOptions
from dragoman.documents.pages import page_draft
from dragoman.documents.sources import STDIN, Source, find_sources, opened, sniff
from dragoman.documents.tables import read_table
from dragoman.documents.texts import markdown_draft, text_draft
from dragoman.errors import InputError
from dragoman.records import Document, Problem, ProblemKind

_StrPath = str | os.PathLike[str]
_CORPORA = {Format.JSONL: read_jsonl, Format.CSV: read_table}
_DEFAULTS = ReadOptions()


def read(
    paths: Iterable[_StrPath] | _StrPath,
    *,
    options: ReadOptions = _DEFAULTS,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Problem]:
    """Every document that ``paths`` hold, in their order, and a ``Problem`` for each that is none.

    A path is a file, a folder (walked in sorted order; hidden files and unknown suffixes are
    passed over) or ``-`` for standard input, which is ``stdin`` if given. Files are opened
    one at a time and corpora read line by line, so that no more than one document is held.
    Documents of a corpus have the ``location`` ``FILE:LINE`` or ``FILE:ROW``.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    for source in find_sources(given, format=options.format):
        if isinstance(source, Problem):
            yield source
            continue
        try:
            with opened(source, stdin=_stdin(stdin), max_bytes=options.max_bytes) as stream:
                yield from _documents(stream, source, options)
        except InputError as error:
            yield error.problem


def read_one(
    path: _StrPath, *, options: ReadOptions = _DEFAULTS, stdin: BinaryIO | None = None
) -> Document:
    """The one document in the file ``path`` (``-`` for standard input).

    Raises ``InputError`` with the message that ``read`` would give as a ``Problem``; also
    when ``path`` is a folder or a corpus, which hold many.
    """
    if os.fspath(path) != STDIN and Path(path).is_dir():
        raise _holds_many(os.fspath(path), "a folder")
    source = next(find_sources([path], format=options.format))
    if isinstance(source, Problem):
        raise InputError(source.kind, source.location, source.message)
    with opened(source, stdin=_stdin(stdin), max_bytes=options.max_bytes) as stream:
        format = _format(stream, source)
        if format in _CORPORA:
            raise _holds_many(source.location, "a corpus")
        return _single(stream, format, source.location, options)


def _documents(
    stream: io.BufferedReader, source: Source, options: ReadOptions
) -> Iterator[Document | Problem]:
    format = _format(stream, source)
    if format in _CORPORA:
        yield from _CORPORA[format](stream, location=source.location, options=options)
    else:
        yield _single(stream, format, source.location, options)


def _format(stream: io.BufferedReader, source: Source) -> Format:
    return source.format if source.format is not Format.AUTO else sniff(stream.peek(4096))


def _single(
    stream: io.BufferedReader, format: Format, location: str, options: ReadOptions
) -> Document:
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise too_long(location, what="the file", limit=options.max_bytes)
    text = decode(data, location=location, given=options.encoding, is_html=format is Format.HTML)
    return finish(_draft(text, format, location, options), options=options)


def _draft(text: str, format: Format, location: str, options: ReadOptions) -> Draft:
    if format is Format.HTML:
        return page_draft(text, location=location, day_first=options.day_first)
    if format is Format.MARKDOWN:
        return markdown_draft(text, location=location)
    return text_draft(text, location=location)


def _stdin(given: BinaryIO | None) -> BinaryIO:
    return sys.stdin.buffer if given is None else given


def _holds_many(location: str, what: str) -> InputError:
    return InputError(
        ProblemKind.UNSUPPORTED,
        location,
        f"one document was expected and {what} found, which holds many; read it with `read`",
    )
