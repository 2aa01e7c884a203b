"""What the readers of list files give, and how an entry is put together and checked."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.records import Problem, ProblemKind
from dragoman.sanctions.entry import (
    BirthDate,
    EntryKind,
    ListCountry,
    ListEntry,
    ListName,
    NameKind,
)

# Longer ones are swallowed rows or attacks: the longest name of the UN list has 170
# characters, the longest remark of OFAC's some 5,000.
_LONGEST_NAME = 1_000
_LONGEST_ID = 255
_LONGEST_REMARK = 100_000
_LONGEST_RAW = 20_000


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself; it may say it anywhere, and in parts."""

    list_date: dt.date | None = None
    stated_count: int | None = None


@dataclass(frozen=True, slots=True)
class Malformed:
    """A record that could not be read. It counts as a record of the file."""

    problem: Problem


# A bare ``Problem`` is something to tell that is no record (an alias without an entry).
Item = Header | ListEntry | Malformed | Problem


class RecordError(ValueError):
    """Why one record cannot be read; the reader makes a ``Malformed`` of it."""


def malformed(place: str, reason: object) -> Malformed:
    """The record at ``place``, passed over."""
    return Malformed(Problem(ProblemKind.MALFORMED, place, f"record passed over: {reason}"))


def clean(text: str) -> str:
    """``text`` without control characters, blank space evened out."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in text)
    return " ".join(text.split())


def make_entry(
    *,
    list_name: str,
    id: str,
    kind: EntryKind,
    names: Iterable[ListName],
    place: str,
    roles: Iterable[str] = (),
    countries: Iterable[ListCountry | None] = (),
    births: Iterable[BirthDate | None] = (),
    programmes: Iterable[str] = (),
    linked_to: Iterable[str] = (),
    listed_on: dt.date | None = None,
    updated_on: dt.date | None = None,
    delisted_on: dt.date | None = None,
    remarks: str = "",
    unparsed: Iterable[str] = (),
    raw: str = "",
) -> ListEntry:
    """The entry, its texts cleaned and each kept once. Raises ``RecordError`` if it is none."""
    if not 0 < len(clean(id)) <= _LONGEST_ID:
        raise RecordError(f"an id of {len(clean(id))} characters; 1 to {_LONGEST_ID} expected")
    kept = _names(names)
    if not kept:
        raise RecordError(f"entry {clean(id)} has no name")
    if len(remarks) > _LONGEST_REMARK:
        raise RecordError(f"remarks of {len(remarks)} characters; at most {_LONGEST_REMARK}")
    return ListEntry(
        list_name=list_name,
        id=clean(id),
        kind=kind,
        names=kept,
        roles=_texts(roles),
        countries=tuple(dict.fromkeys(c for c in countries if c)),
        births=tuple(dict.fromkeys(b for b in births if b)),
        programmes=_texts(programmes),
        linked_to=_texts(linked_to),
        listed_on=listed_on,
        updated_on=updated_on,
        delisted_on=delisted_on,
        remarks=clean(remarks),
        unparsed=_texts(unparsed),
        raw=raw[:_LONGEST_RAW].replace("\0", " "),
        place=place,
    )


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(clean, texts))))


def _names(names: Iterable[ListName]) -> tuple[ListName, ...]:
    """Names with letters or digits, each text once: the first kind given to it stays."""
    found: dict[str, ListName] = {}
    for name in names:
        text = clean(name.text)
        if len(text) > _LONGEST_NAME:
            raise RecordError(f"a name of {len(text)} characters; at most {_LONGEST_NAME}")
        if any(c.isalnum() for c in text):
            found.setdefault(text, ListName(text, name.kind, clean(name.language), name.note))
    return tuple(sorted(found.values(), key=lambda n: n.kind is not NameKind.PRIMARY))
