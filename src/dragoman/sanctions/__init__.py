"""Sanctions lists: read, kept in versions, and asked for names as of a day.

``read_list`` reads a list file and judges it as a whole; ``dragoman.store.lists.ListStore``
keeps versions. ``check_actors`` gives possible matches with reasons, ``notes_for`` the
programmes that an event may touch. Neither ever settles whether somebody is under sanctions.
"""

from dragoman.sanctions.asof import AsOf, Listing
from dragoman.sanctions.check import check_actors
from dragoman.sanctions.entry import EntryKind, ListEntry, ListFormat, ListVersion
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.evidence import Query
from dragoman.sanctions.held import HeldEntry, HeldList
from dragoman.sanctions.incumbents import queries_of, query_of
from dragoman.sanctions.load import LoadedList, read_list
from dragoman.sanctions.match import THRESHOLD, Matcher, PossibleMatch
from dragoman.sanctions.programmes import ProgrammeNote, notes_for
from dragoman.sanctions.wording import as_row, describe, explain

__all__ = [
    "THRESHOLD",
    "AsOf",
    "EntryKind",
    "HeldEntry",
    "HeldList",
    "ListEntry",
    "ListFormat",
    "ListVersion",
    "Listing",
    "LoadedList",
    "Matcher",
    "PossibleMatch",
    "ProgrammeNote",
    "Query",
    "SanctionsListError",
    "as_row",
    "check_actors",
    "describe",
    "explain",
    "notes_for",
    "queries_of",
    "query_of",
    "read_list",
]
