"""When a list as a whole is not taken."""

from __future__ import annotations

import datetime as dt

from dragoman.sanctions.entry import ListVersion
from dragoman.sanctions.errors import SanctionsListError

# The largest share by which a list may shrink from one version to the next. Delistings come
# by the dozen; a fifth of a list gone at once has so far always been a broken download.
LARGEST_FALL = 0.20
# Single bad records are passed over; more than this many, and more than this share, mean
# that the layout has changed.
MOST_MALFORMED = 5
LARGEST_MALFORMED_SHARE = 0.05


def refuse_broken(version: ListVersion) -> None:
    """Raise ``SanctionsListError`` when the counts say that the file is cut off or changed."""
    records = version.entries + version.malformed
    if version.stated_count is not None and version.stated_count != records:
        raise SanctionsListError(
            version.source,
            f"the file states {version.stated_count} records, {records} were found; "
            "it is cut off or changed: download it again",
        )
    if not version.entries:
        raise SanctionsListError(
            version.source, f"no entry could be read ({version.malformed} malformed records)"
        )
    if version.malformed > max(MOST_MALFORMED, LARGEST_MALFORMED_SHARE * records):
        raise SanctionsListError(
            version.source,
            f"{version.malformed} of {records} records could not be read; the layout has changed "
            "or the file is damaged",
        )


def refuse_fall(version: ListVersion, earlier: ListVersion | None) -> None:
    """Raise ``SanctionsListError`` when ``version`` has far fewer entries than the one before."""
    if earlier is None:
        return
    if version.entries < (1 - LARGEST_FALL) * earlier.entries:
        raise SanctionsListError(
            version.source,
            f"{version.entries} entries found, {earlier} has {earlier.entries}; a fall of more "
            f"than {LARGEST_FALL:.0%} means a broken file. If it is right, load it under another "
            "list name with --list",
        )


def date_of(
    told: dt.date | None, given: dt.date | None, *, source: str, today: dt.date
) -> tuple[dt.date, str]:
    """The list's date and who says so; raises ``SanctionsListError`` if nobody or both differ."""
    if told and given and told != given:
        raise SanctionsListError(
            source, f"the file is of {told}, --date says {given}; leave it out"
        )
    date = told or given
    if date is None:
        raise SanctionsListError(
            source, "the file does not tell its date; give the day it was published with --date"
        )
    # a day of grace: the list may come from a place where it is tomorrow already
    if date > today + dt.timedelta(days=1):
        raise SanctionsListError(source, f"the list is of {date}, which lies in the future")
    return date, "file" if told else "option"
