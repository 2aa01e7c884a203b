"""What a user can say about the documents to be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.documents.dates import EARLIEST_YEAR
from dragoman.documents.fields import ROLES
from dragoman.errors import SettingError

DEFAULT_MAX_BYTES = 20_000_000


class Format(StrEnum):
    """How an input is laid out."""

    AUTO = "auto"  # by the file's suffix; standard input by its first bytes
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"  # one JSON object a line
    CSV = "csv"  # with a header; comma, semicolon, tab or bar


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read documents. The defaults read dated English news in UTF-8.

    - ``date``: the day of every document that has none of its own. A document's own date
      wins, unless ``date_overrides`` is set.
    - ``day_first``: whether ``03/04/2024`` is 3 April (true) or March 4 (false). While it
      is ``None``, such a date is a problem and not a guess.
    - ``format``: one format for all inputs; folders still give only files of known suffixes.
    - ``columns``: for corpora, which column (or JSON key; ``source.name`` reaches into an
      object) holds the text, date, title, outlet, url or language. The usual names are
      found without it.
    - ``encoding``: of all inputs. Without it: byte-order mark, UTF-8, the charset that an
      HTML page declares. A byte-order mark goes before everything.
    - ``max_bytes``: of one document, and of one line or field of a corpus, unpacked.
    - ``check_language``: whether a document that is not English is a problem.
    - ``today``: if given, a date more than a year after it is a problem.

    Raises ``SettingError`` when a value is not one of those expected.
    """

    date: dt.date | None = None
    date_overrides: bool = False
    day_first: bool | None = None
    format: Format = Format.AUTO
    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES
    check_language: bool = True
    today: dt.date | None = None

    def __post_init__(self) -> None:
        # The plain string is as good as the member.
        object.__setattr__(self, "format", _format(self.format))
        _check_columns(self.columns)
        if self.encoding is not None:
            _check_encoding(self.encoding)
        if self.max_bytes < 1:
            raise SettingError(f"max_bytes is {self.max_bytes}; give a number of bytes above 0")
        if self.date is not None and self.date.year < EARLIEST_YEAR:
            raise SettingError(f"date is {self.date}; give a day from {EARLIEST_YEAR} on")
        if self.date_overrides and self.date is None:
            raise SettingError("date_overrides is set without a date; give the date too")


def _format(found: str) -> Format:
    try:
        return Format(found)
    except ValueError as error:
        known = ", ".join(Format)
        raise SettingError(f"format {found!r} is not known; give one of {known}") from error


def _check_columns(columns: Mapping[str, str]) -> None:
    for role, name in columns.items():
        if role not in ROLES:
            raise SettingError(f"no column {role!r} is read; those read are {', '.join(ROLES)}")
        if not name:
            raise SettingError(f"the column for {role} has an empty name; give {role}=NAME")


def _check_encoding(name: str) -> None:
    try:
        # Encoding looks the name up and refuses codecs that are not for text (base64, zip).
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise SettingError(
            f"encoding {name!r} is not known; give one such as utf-8, cp1252, cp1251 or utf-16"
        ) from error
