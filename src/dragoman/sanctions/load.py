"""A list file read to the end, judged as a whole, and held ready to be stored."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dragoman.records import Problem
from dragoman.sanctions.codec import dump_json, load_entry
from dragoman.sanctions.entry import ListEntry, ListFormat, ListVersion
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import DEFAULT_LIMITS, Limits, ListFile, inspect_file
from dragoman.sanctions.loaders.eu_csv import read_eu_csv
from dragoman.sanctions.loaders.eu_xml import read_eu_xml
from dragoman.sanctions.loaders.ftm import read_ftm
from dragoman.sanctions.loaders.items import Header, Item, Malformed
from dragoman.sanctions.loaders.ofac_advanced import read_ofac_advanced
from dragoman.sanctions.loaders.ofac_csv import find_quartet, read_quartet
from dragoman.sanctions.loaders.ofac_xml import read_ofac_xml
from dragoman.sanctions.loaders.simple_csv import read_simple_csv
from dragoman.sanctions.loaders.un_xml import read_un_xml
from dragoman.sanctions.rules import date_of, refuse_broken
from dragoman.sanctions.sniff import sniff_format

_log = logging.getLogger(__name__)

Reader = Callable[[ListFile, str], Iterator[Item]]

_READERS: dict[ListFormat, Reader] = {
    ListFormat.OFAC_XML: read_ofac_xml,
    ListFormat.OFAC_ADVANCED: read_ofac_advanced,
    ListFormat.UN_XML: read_un_xml,
    ListFormat.EU_CSV: read_eu_csv,
    ListFormat.EU_XML: read_eu_xml,
    ListFormat.FTM: read_ftm,
    ListFormat.SIMPLE_CSV: read_simple_csv,
}
_OFAC = "US government work (OFAC)"
_UN = "UN Security Council consolidated list; terms of un.org"
_EU = (
    "European Commission, reuse under Decision 2011/833/EU; only the Official Journal is authentic"
)
_OPENSANCTIONS = "OpenSanctions, CC BY-NC 4.0: commercial use needs a licence of your own"
_ABOUT = {
    ListFormat.OFAC_CSV: ("OFAC SDN", _OFAC),
    ListFormat.OFAC_XML: ("OFAC SDN", _OFAC),
    ListFormat.OFAC_ADVANCED: ("OFAC SDN", _OFAC),
    ListFormat.UN_XML: ("UN SC", _UN),
    ListFormat.EU_CSV: ("EU FSF", _EU),
    ListFormat.EU_XML: ("EU FSF", _EU),
    ListFormat.FTM: ("OpenSanctions", _OPENSANCTIONS),
    ListFormat.SIMPLE_CSV: ("OpenSanctions", _OPENSANCTIONS),
}
# All are counted, so many are kept: a file with more is refused in all likelihood.
_MOST_PROBLEMS = 10_000
_CONSOLIDATED = "OFAC Consolidated"


@dataclass(frozen=True, slots=True)
class LoadedList:
    """A list that passed its checks; its entries wait in a temporary file."""

    version: ListVersion
    problems: tuple[Problem, ...]
    spool: IO[bytes]

    def entries(self) -> Iterator[ListEntry]:
        """The entries, in the order of the file."""
        self.spool.seek(0)
        for line in self.spool:
            yield load_entry(line)


@contextmanager
def read_list(
    path: Path,
    *,
    now: dt.datetime,
    list_name: str | None = None,
    date: dt.date | None = None,
    format: ListFormat | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[LoadedList]:
    """The list at ``path`` (a file, plain or gzip, or a folder with OFAC's CSV files).

    ``date`` is the day of a list whose file tells none. Raises ``SanctionsListError`` when
    the list is not as it should be; what is wrong with single records stands in
    ``problems``. Memory holds one record at a time.
    """
    with tempfile.TemporaryFile() as spool:
        try:
            loaded = _read(path, spool, now, list_name, date, format, limits)
        except (OSError, EOFError, UnicodeError, zlib.error) as error:
            raise SanctionsListError(path.name, f"cannot be read to the end ({error})") from error
        yield loaded


def _read(
    path: Path,
    spool: IO[bytes],
    now: dt.datetime,
    list_name: str | None,
    date: dt.date | None,
    format: ListFormat | None,
    limits: Limits,
) -> LoadedList:
    if not path.exists():
        raise SanctionsListError(str(path), "no such file or folder")
    format = format or sniff_format(path)
    name, licence = _ABOUT[format]
    if format is ListFormat.OFAC_CSV:
        quartet = find_quartet(path, limits)
        name = _CONSOLIDATED if quartet.is_consolidated else name
        contents = [inspect_file(file) for file in quartet.files]
        # OFAC has used both encodings; a file of plain ASCII is either
        encoding = "utf-8" if all(content.is_utf8 for content in contents) else "latin-1"
        checksum = _joint_checksum([content.checksum for content in contents])
        items = read_quartet(quartet, list_name or name, encoding=encoding)
        source = quartet.main.name
    else:
        file = ListFile(path, limits)
        if format is ListFormat.OFAC_XML and path.name.lower().startswith("cons"):
            name = _CONSOLIDATED
        checksum, source = inspect_file(file).checksum, file.name
        items = _READERS[format](file, list_name or name)
    header, counts, problems = _spool(items, spool)
    day, date_source = date_of(header.list_date, date, source=source, today=now.date())
    version = ListVersion(
        list_name=list_name or name,
        list_date=day,
        checksum=checksum,
        format=format,
        entries=counts[0],
        loaded_at=now,
        source=source,
        date_source=date_source,
        malformed=counts[1],
        stated_count=header.stated_count,
        licence=licence,
    )
    refuse_broken(version)
    _log.info("%s: %d entries, %d malformed", version, version.entries, version.malformed)
    return LoadedList(version, tuple(problems), spool)


def _spool(
    items: Iterator[Item], spool: IO[bytes]
) -> tuple[Header, tuple[int, int], list[Problem]]:
    date, count = None, None
    entries = malformed = 0
    problems: list[Problem] = []
    for item in items:
        if isinstance(item, ListEntry):
            entries += 1
            spool.write(dump_json(item).encode("utf-8") + b"\n")
            continue
        if isinstance(item, Header):
            date = item.list_date or date
            count = count if item.stated_count is None else item.stated_count
            continue
        malformed += isinstance(item, Malformed)
        if len(problems) < _MOST_PROBLEMS:
            problems.append(item.problem if isinstance(item, Malformed) else item)
    return Header(date, count), (entries, malformed), problems


def _joint_checksum(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else hashlib.sha256("\n".join(parts).encode()).hexdigest()
