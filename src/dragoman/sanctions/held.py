"""The lists that are held, as they are to be read for one day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.sanctions.entry import ListEntry, ListVersion


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """An entry with the version that its record was taken from.

    ``present`` says for each version of the list, in their order, whether it holds the
    entry; empty means that all of them do. ``listed_on`` is the day that the record or,
    where that is silent, another version's record of the same entry gives.
    """

    entry: ListEntry
    version: ListVersion
    present: tuple[bool, ...] = ()
    listed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class HeldList:
    """One list: all its versions, the oldest first, and every entry that any of them has.

    The record of an entry is that of the version in force on the day asked for: the newest
    one of that day or before, else the oldest one.
    """

    name: str
    versions: tuple[ListVersion, ...]
    entries: tuple[HeldEntry, ...]


def version_in_force(versions: tuple[ListVersion, ...], day: dt.date | None) -> int:
    """The place among ``versions`` (the oldest first) of the one to read for ``day``."""
    if day is None:
        return len(versions) - 1
    return max((i for i, v in enumerate(versions) if v.list_date <= day), default=0)
