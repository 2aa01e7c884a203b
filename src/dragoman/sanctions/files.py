"""List files as bounded streams: plain or gzip, never more than a list can be."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from dragoman.sanctions.errors import SanctionsListError

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a list file may be; beyond that it is refused.

    The largest list that is published, OpenSanctions' default collection, has about 3 GiB;
    OFAC's largest XML 0.2 GiB. Lists shrink by a factor of 10 to 20 when packed.
    """

    file_bytes: int = 8 << 30
    unpacked_ratio: int = 200  # beyond 16 MiB; a bomb has 1,000
    record_characters: int = 4 << 20
    record_nodes: int = 200_000
    xml_depth: int = 32


DEFAULT_LIMITS = Limits()


class _Bounded(io.RawIOBase):
    """The bytes of a stream, with an end to how many are given."""

    def __init__(self, stream: BinaryIO, raw: BinaryIO, name: str, most: int) -> None:
        self._stream, self._raw, self._name = stream, raw, name
        self._left = self._most = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        data = self._stream.read(len(view))
        self._left -= len(data)
        if self._left < 0:
            raise SanctionsListError(
                self._name, f"more than {self._most} bytes of content; no list is that large"
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        self._raw.close()  # gzip leaves the file that it reads open
        super().close()


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list file on disk."""

    path: Path
    limits: Limits = DEFAULT_LIMITS

    @property
    def name(self) -> str:
        """The file's name, as it is shown."""
        return self.path.name

    def open(self) -> BinaryIO:
        """The content, unpacked and bounded. Raises ``SanctionsListError`` if there is none."""
        try:
            packed = self.path.stat().st_size
            raw: BinaryIO = self.path.open("rb")
        except OSError as error:
            reason = f"cannot be read ({error.strerror})"
            raise SanctionsListError(str(self.path), reason) from error
        most, stream = self.limits.file_bytes, raw
        if raw.read(2) == _GZIP:
            most = min(most, max(16 << 20, packed * self.limits.unpacked_ratio))
            stream = cast(BinaryIO, gzip.GzipFile(fileobj=raw, mode="rb"))
        raw.seek(0)
        return io.BufferedReader(_Bounded(stream, raw, self.name, most), _CHUNK)

    def open_text(self, encoding: str) -> io.TextIOWrapper:
        """The content as text, line ends left as they are. A byte-order mark is passed over."""
        name = "utf-8-sig" if encoding == "utf-8" else encoding
        return io.TextIOWrapper(self.open(), encoding=name, errors="strict", newline="")


@dataclass(frozen=True, slots=True)
class Content:
    """What one pass over a file's bytes tells."""

    checksum: str  # SHA-256
    size: int
    is_utf8: bool


def inspect_file(file: ListFile) -> Content:
    """Checksum, size and encoding of the content."""
    digest, size, is_utf8 = hashlib.sha256(), 0, True
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open() as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            is_utf8 = is_utf8 and _decodes(decoder, chunk)
    return Content(digest.hexdigest(), size, is_utf8 and _decodes(decoder, b"", final=True))


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True
