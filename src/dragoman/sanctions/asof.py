"""Whether an entry was listed on a day, as far as the list and its versions tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Listing(StrEnum):
    """What can be said about an entry and a day."""

    LISTED = "listed"
    LAST_KNOWN = "last-known"  # in the newest version before that day; nothing newer is held
    NOT_YET = "not-yet"
    NO_LONGER = "no-longer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The answer for one day, and the words that give its grounds."""

    day: dt.date
    listing: Listing
    text: str


@dataclass(frozen=True, slots=True)
class _History:
    """The days of the versions held, whether each has the entry, and what the entry says."""

    dates: Sequence[dt.date]
    present: Sequence[bool]
    listed_on: dt.date | None

    def since(self, index: int, day: dt.date) -> str:
        """Since when the entry was listed that version ``index`` has."""
        if self.listed_on and self.listed_on <= day:
            return f"listed since {self.listed_on}"
        first = index
        while first and self.present[first - 1]:
            first -= 1
        if first:
            return f"listed since between {self.dates[first - 1]} and {self.dates[first]}"
        return f"listed at least since {self.dates[first]}, the oldest version held"


def as_of(
    day: dt.date,
    *,
    versions: Sequence[dt.date],
    present: Sequence[bool] = (),
    listed_on: dt.date | None = None,
    delisted_on: dt.date | None = None,
) -> AsOf:
    """Whether an entry was listed on ``day``.

    ``versions`` are the days of the versions held, the oldest first; ``present`` says which
    of them have the entry (empty: all). What the versions show stands above what the entry
    says of itself.

    >>> as_of(dt.date(2024, 3, 25), versions=[dt.date(2024, 5, 1)]).text
    'unknown: the oldest version held is of 2024-05-01'
    """
    history = _History(versions, present or [True] * len(versions), listed_on)
    if delisted_on and day > delisted_on:
        return AsOf(day, Listing.NO_LONGER, f"no longer listed: listed until {delisted_on}")
    before = max((i for i, date in enumerate(versions) if date <= day), default=None)
    if before is None:
        listing, text = _before_all(history, day)
    elif history.present[before]:
        listing, text = _in_version(history, before, day)
    else:
        listing, text = _not_in_version(history, before, day)
    return AsOf(day, listing, text)


def _before_all(history: _History, day: dt.date) -> tuple[Listing, str]:
    listed, oldest = history.listed_on, history.dates[0]
    if listed is None:
        return Listing.UNKNOWN, f"unknown: the oldest version held is of {oldest}"
    if listed > day:
        return Listing.NOT_YET, f"not yet listed: listed since {listed}"
    if not history.present[0]:
        return Listing.UNKNOWN, _contradiction(listed, oldest)
    return Listing.LISTED, f"listed since {listed}"


def _in_version(history: _History, before: int, day: dt.date) -> tuple[Listing, str]:
    since, date = history.since(before, day), history.dates[before]
    if date == day:
        return Listing.LISTED, since
    if before + 1 == len(history.dates):
        return Listing.LAST_KNOWN, _last_known(history, since, date)
    after = history.dates[before + 1]
    if history.present[before + 1]:
        return Listing.LISTED, since
    return Listing.UNKNOWN, f"unknown: {since}, until between {date} and {after}"


def _last_known(history: _History, since: str, date: dt.date) -> str:
    if since.startswith("listed at least"):
        if len(history.dates) == 1:
            return f"listed in the version of {date}, the only one held"
        return f"listed in all versions held, from {history.dates[0]} to {date}"
    return f"{since}, still so in the newest version held, of {date}"


def _not_in_version(history: _History, before: int, day: dt.date) -> tuple[Listing, str]:
    date, listed = history.dates[before], history.listed_on
    after = before + 1
    comes_next = after < len(history.dates) and history.present[after] and date < day
    if comes_next and listed and date < listed:
        if listed <= day:
            return Listing.LISTED, f"listed since {listed}"
        return Listing.NOT_YET, f"not yet listed: listed since {listed}"
    if comes_next:
        return (
            Listing.UNKNOWN,
            f"unknown: listed at some time between {date} and {history.dates[after]}",
        )
    last = max((i for i in range(before) if history.present[i]), default=None)
    if last is not None:
        gone = f"between {history.dates[last]} and {history.dates[last + 1]}"
        return Listing.NO_LONGER, f"no longer listed: listed until {gone}"
    if listed and listed <= date:
        return Listing.UNKNOWN, _contradiction(listed, date)
    if listed:
        return Listing.NOT_YET, f"not yet listed: listed since {listed}"
    first = history.present.index(True)
    return (
        Listing.NOT_YET,
        f"not yet listed: listed since between {history.dates[first - 1]} "
        f"and {history.dates[first]}",
    )


def _contradiction(listed: dt.date, version: dt.date) -> str:
    return f"unknown: the entry says listed since {listed}, the version of {version} lacks it"
