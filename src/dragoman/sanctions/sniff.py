"""Which list format a file has, told from how it begins."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from dragoman.sanctions.entry import ListFormat
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import ListFile
from dragoman.sanctions.loaders import eu_csv, eu_xml, ofac_advanced, ofac_xml, simple_csv, un_xml

_BEGINNING = 64 << 10
_XML_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_BEFORE_ROOT = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|\s+)*", re.DOTALL)
_ROOTS = {
    ofac_xml.ROOT: ListFormat.OFAC_XML,
    ofac_advanced.ROOT: ListFormat.OFAC_ADVANCED,
    un_xml.ROOT: ListFormat.UN_XML,
    eu_xml.ROOT: ListFormat.EU_XML,
}
_PARTS = {5: "alt.csv", 6: "add.csv", 2: "sdn_comments.csv"}


def sniff_format(path: Path) -> ListFormat:
    """The format of the list at ``path``; a folder holds OFAC's CSV files.

    Raises ``SanctionsListError`` for a file that is none of them.
    """
    if path.is_dir():
        return ListFormat.OFAC_CSV
    with ListFile(path).open() as stream:
        beginning = stream.read(_BEGINNING)
    text = _decode(beginning).lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return _xml(text, path)
    if text.startswith("{"):
        return _json(text, path)
    return _csv(text, path)


def _decode(beginning: bytes) -> str:
    wide = beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
    return beginning.decode("utf-16" if wide else "utf-8", errors="replace")


def _xml(text: str, path: Path) -> ListFormat:
    before = _BEFORE_ROOT.match(text)
    root = _XML_ROOT.match(text, before.end() if before else 0)
    name = root[1] if root else text[before.end() if before else 0 :][:20]
    if name.startswith("<!"):
        raise SanctionsListError(
            path.name, "a document type declaration (DTD) found; sanctions lists have none"
        )
    if name not in _ROOTS:
        raise SanctionsListError(
            path.name, f"XML that begins with <{name}> found; one of {', '.join(_ROOTS)} expected"
        )
    return _ROOTS[name]


def _json(text: str, path: Path) -> ListFormat:
    line = text.partition("\n")[0]
    if '"schema"' in line and '"properties"' in line:
        return ListFormat.FTM
    raise SanctionsListError(
        path.name, "JSON found, but no FollowTheMoney entity with schema and properties"
    )


def _csv(text: str, path: Path) -> ListFormat:
    line = text.splitlines()[0] if text else ""
    if line.startswith(f"{eu_csv.FIRST_COLUMN};"):
        return ListFormat.EU_CSV
    try:
        cells = next(csv.reader([line]), [])
    except csv.Error:
        cells = []
    if set(simple_csv.NEEDED) <= set(cells):
        return ListFormat.SIMPLE_CSV
    if cells and cells[0].isdecimal():
        if len(cells) == 12:
            return ListFormat.OFAC_CSV
        if len(cells) in _PARTS:
            raise SanctionsListError(
                path.name, f"this is {_PARTS[len(cells)]}; give sdn.csv, or the folder with both"
            )
    known = ", ".join(format.value for format in ListFormat)
    raise SanctionsListError(
        path.name, f"no list format known begins like {line[:60]!r}; --format can be {known}"
    )
