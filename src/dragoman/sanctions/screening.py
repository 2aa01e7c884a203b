"""A reading against the lists: who it names, which acts may touch a programme."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.actors import CatalogueIndex
from dragoman.records import Reading
from dragoman.sanctions.entry import ListVersion
from dragoman.sanctions.evidence import Query
from dragoman.sanctions.incumbents import queries_of
from dragoman.sanctions.match import THRESHOLD, Matcher, PossibleMatch
from dragoman.sanctions.programmes import ProgrammeNote, notes_for


@dataclass(frozen=True, slots=True)
class Screening:
    """What the lists say of one document, as of one day: possible matches and notes to check.

    ``asked`` is everybody who was asked for; ``versions`` are the lists' versions that were
    read.
    """

    document_id: str
    on: dt.date
    asked: tuple[Query, ...]
    matches: tuple[PossibleMatch, ...]
    notes: tuple[ProgrammeNote, ...]
    versions: tuple[ListVersion, ...]


def screen(
    reading: Reading,
    matcher: Matcher,
    *,
    on: dt.date | None = None,
    catalogue: CatalogueIndex | None = None,
    threshold: float = THRESHOLD,
    limit: int | None = 3,
) -> Screening:
    """Ask the lists for everybody whom ``reading`` names, ``on`` a day or its document's.

    The actor ``catalogue`` tells the roles that a person held before.
    """
    document = reading.document
    day = on or document.date
    asked = queries_of(document, reading.mentions, on=day, catalogue=catalogue)
    matches = [
        match
        for query in asked
        for match in matcher.match(query, on=day, threshold=threshold, limit=limit)
    ]
    notes = [
        note
        for event in reading.events
        for note in notes_for(event, day=day, text=document.text, matches=matches)
    ]
    return Screening(
        document_id=document.id,
        on=day,
        asked=tuple(asked),
        matches=tuple(matches),
        notes=tuple(notes),
        versions=tuple(version for held in matcher.lists for version in held.versions),
    )
