"""The lines of a stream of bytes, one at a time and never longer than is allowed."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from dragoman.documents.decode import Encoding, check_binary, encoding_of, undecodable
from dragoman.errors import InputError
from dragoman.records import ProblemKind

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number (from 1), where it begins in the input, its bytes with the line end.

    ``too_long`` says that ``data`` is only its beginning; the rest was passed over.
    """

    number: int
    offset: int
    data: bytes
    too_long: bool = False


def raw_lines(stream: IO[bytes], *, limit: int, offset: int = 0) -> Iterator[Line]:
    """The lines of ``stream``, of which none is held beyond ``limit`` bytes."""
    number = 0
    while data := stream.readline(limit + len(b"\r\n")):
        number += 1
        too_long = len(data.rstrip(b"\r\n")) > limit
        yield Line(number, offset, data, too_long)
        offset += len(data)
        while too_long and not data.endswith(b"\n") and (data := stream.readline(_CHUNK)):
            offset += len(data)


def as_lines(
    stream: io.BufferedReader, *, location: str, given: str | None, limit: int
) -> tuple[Iterator[Line], Encoding]:
    """The lines of ``stream`` without byte-order mark, and the encoding to decode each with.

    An encoding in which bytes cannot be cut into lines (UTF-16) is turned into UTF-8 on the
    way. Raises ``InputError``: binary.
    """
    head = stream.peek(_CHUNK)
    encoding = encoding_of(head, given=given)
    check_binary(head, location=location, encoding=encoding)
    stream.read(encoding.mark)
    if encoding.keeps_ascii:
        return raw_lines(stream, limit=limit, offset=encoding.mark), encoding
    recoded = io.BufferedReader(_Utf8(stream, encoding=encoding, location=location))
    return raw_lines(recoded, limit=limit), Encoding("utf-8")


def too_long(location: str, *, what: str, limit: int) -> InputError:
    """The error for a line, field or file that is larger than allowed."""
    return InputError(
        ProblemKind.TOO_LARGE,
        location,
        f"{what} has more than {limit:,} bytes; is it one document? Split it, or allow more "
        "with --max-bytes",
    )


class _Utf8(io.RawIOBase):
    """A stream in another encoding, read as UTF-8."""

    def __init__(self, stream: IO[bytes], *, encoding: Encoding, location: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding.name)("strict")
        self._encoding = encoding
        self._location = location
        self._offset = encoding.mark
        self._pending = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._pending and not self._ended:
            data = self._stream.read(_CHUNK)
            self._ended = not data
            self._pending = self._decoded(data).encode("utf-8", "surrogatepass")
            self._offset += len(data)
        part = self._pending[: len(buffer)]
        buffer[: len(part)] = part
        self._pending = self._pending[len(part) :]
        return len(part)

    def _decoded(self, data: bytes) -> str:
        try:
            return self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            # The decoder may have kept bytes of the chunk before.
            offset = self._offset + len(data) - len(error.object)
            raise undecodable(
                error, location=self._location, encoding=self._encoding, offset=offset
            ) from error
