"""What the CSV and the XML of the EU's financial sanctions list (FSF) have in common."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from dragoman.sanctions.dates import interval_of, make_birth, parse_day, parse_interval
from dragoman.sanctions.entry import BirthDate, EntryKind, ListName, NameKind
from dragoman.sanctions.loaders.items import RecordError
from dragoman.sanctions.scripts import script_of

_KINDS = {
    "p": EntryKind.PERSON,
    "person": EntryKind.PERSON,
    "e": EntryKind.ENTITY,
    "enterprise": EntryKind.ENTITY,
}
_LISTED = re.compile(r"\bDate of listing:\s*(\d{1,2})\.(\d{1,2})\.(\d{4})")


def eu_kind(code: str) -> EntryKind:
    """The kind of a subject type; raises ``RecordError`` for an unknown one."""
    kind = _KINDS.get(code.strip().lower())
    if kind is None:
        raise RecordError(f"subject type {code[:40]!r} found; person or enterprise expected")
    return kind


def eu_names(aliases: Iterable[Mapping[str, str]]) -> list[ListName]:
    """The names; the first in Latin letters is the main one, as in the published list.

    Keys are ``whole``, ``first``, ``middle``, ``last``, ``language`` and ``strong``.
    """
    found: list[ListName] = []
    for alias in aliases:
        parts = (alias.get(key, "") for key in ("first", "middle", "last"))
        text = alias.get("whole", "").strip() or " ".join(p.strip() for p in parts if p.strip())
        if not text:
            continue
        if script_of(text) not in {"latin", ""}:
            kind = NameKind.ORIGINAL
        elif not any(name.kind is NameKind.PRIMARY for name in found):
            kind = NameKind.PRIMARY
        else:
            weak = alias.get("strong", "").lower() == "false"
            kind = NameKind.WEAK if weak else NameKind.STRONG
        found.append(ListName(text, kind, language=alias.get("language", "")))
    return found


def eu_birth(values: Mapping[str, str]) -> BirthDate | None:
    """A birth; keys are ``date``, ``year``, ``month``, ``day``, ``from``, ``to`` and ``circa``."""
    about = values.get("circa", "").lower() == "true"
    text = values.get("date", "") or values.get("year", "")
    exact = parse_interval(values["date"]) if values.get("date") else None
    first = exact or interval_of(values.get("year"), values.get("month"), values.get("day"))
    if first:
        return make_birth(first, approximate=about, text=text)
    start, end = interval_of(values.get("from")), interval_of(values.get("to"))
    if start and end:
        return make_birth(start, end, approximate=about, text=f"{values['from']}-{values['to']}")
    return None


def eu_listed_on(designation: str, remark: str) -> dt.date | None:
    """The day of listing: the designation date, or what the remark says."""
    if found := parse_day(designation, slashed="dmy"):
        return found
    if match := _LISTED.search(remark):
        day, month, year = match.groups()
        exact = interval_of(year, month, day)
        return exact[0] if exact else None
    return None
