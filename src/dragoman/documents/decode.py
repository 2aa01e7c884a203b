"""From bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.records import ProblemKind

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (Word, Excel and EPUB files are such archives)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive without the suffix .gz"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ARROW1", "an Arrow file"),
)

# UTF-32 before UTF-16, whose mark is the beginning of UTF-32's.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
_CHARSET_WITHIN = 4096
_PROBE = "\n\r\t !\"',-0:;<>A[\\]{}|~"


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of an input: its name, how many bytes its mark takes, who said so."""

    name: str
    mark: int = 0
    given: bool = False

    @property
    def keeps_ascii(self) -> bool:
        """Whether ASCII bytes stand for themselves, so that bytes can be cut into lines."""
        return _PROBE.encode(self.name, "ignore") == _PROBE.encode("ascii")


def encoding_of(head: bytes, *, given: str | None) -> Encoding:
    """The encoding that the byte-order mark tells, else the one ``given``, else UTF-8."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, mark=len(mark))
    return Encoding(given, given=True) if given else Encoding("utf-8")


def check_binary(head: bytes, *, location: str, encoding: Encoding) -> None:
    """Raise ``InputError`` when the bytes are those of another kind of file than text."""
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise InputError(
                ProblemKind.BINARY,
                location,
                f"{what} was found, which is not read yet; save it as text, Markdown or HTML",
            )
    if encoding.keeps_ascii and (at := head.find(b"\0")) >= 0:
        raise InputError(
            ProblemKind.BINARY,
            location,
            f"a NUL byte was found at byte {at}, so this is not text; if it is UTF-16, "
            "say so with --encoding utf-16-le (or utf-16-be)",
        )


def decode(data: bytes, *, location: str, given: str | None = None, is_html: bool = False) -> str:
    """``data`` as text, without its byte-order mark. Nothing is replaced or left out.

    Raises ``InputError``: binary, or undecodable with the place of the first bad byte.
    """
    encoding = encoding_of(data, given=given)
    check_binary(data, location=location, encoding=encoding)
    try:
        return data[encoding.mark :].decode(encoding.name)
    except UnicodeError as error:
        declared = declared_charset(data) if is_html and encoding == Encoding("utf-8") else None
        if declared is None:
            raise undecodable(
                error, location=location, encoding=encoding, offset=encoding.mark
            ) from error
    try:
        return data.decode(declared)
    except UnicodeError as error:
        raise undecodable(error, location=location, encoding=Encoding(declared)) from error


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML page declares, if it is one that this machine knows.

    As browsers do (WHATWG Encoding Standard), Latin-1 and ASCII are read as the Windows code
    page that contains them, and a page whose declaration is ASCII is not taken for UTF-16.
    """
    match = _CHARSET.search(data[:_CHARSET_WITHIN])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return None if name.startswith(("utf-16", "utf-32")) else name


def undecodable(
    error: UnicodeError, *, location: str, encoding: Encoding, offset: int = 0
) -> InputError:
    """The error that says where in the input the first bad byte is, and what to do.

    ``offset`` is where in the input the bytes began that were being decoded.
    """
    found = "the input"
    if isinstance(error, UnicodeDecodeError):
        found = f"byte 0x{error.object[error.start]:02X} at byte {offset + error.start}"
    advice = (
        "check the encoding that was given"
        if encoding.given
        else "if it is in another encoding, say so with --encoding (often cp1252 for Western "
        "European, cp1251 for Cyrillic text)"
    )
    return InputError(
        ProblemKind.UNDECODABLE, location, f"{found} cannot be read as {encoding.name}; {advice}"
    )
