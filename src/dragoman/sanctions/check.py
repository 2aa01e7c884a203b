"""The names of a text against the lists: the one question that briefs and commands ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dragoman.records import Actor
from dragoman.sanctions.entry import EntryKind
from dragoman.sanctions.evidence import Query
from dragoman.sanctions.held import HeldList
from dragoman.sanctions.match import THRESHOLD, Matcher, PossibleMatch


def check_actors(
    actors: Iterable[Actor | Query | str],
    lists: Iterable[HeldList] | Matcher,
    on: dt.date | None,
    *,
    threshold: float = THRESHOLD,
    limit: int | None = 3,
) -> list[PossibleMatch]:
    """The possible matches of ``actors``, in their order, each one's likeliest first.

    Every match carries its list, the version read, the score with reasons, and whether the
    entry was listed ``on`` that day. States and unnamed actors are passed over; who stands
    there twice is asked for once. Give a ``Matcher`` where lists are asked more than once.
    """
    matcher = lists if isinstance(lists, Matcher) else Matcher(lists)
    queries = dict.fromkeys(q for actor in actors if (q := query_of(actor)))
    return [
        match
        for query in queries
        for match in matcher.match(query, on=on, threshold=threshold, limit=limit)
    ]


def query_of(actor: Actor | Query | str) -> Query | None:
    """What to ask for an actor; ``None`` for a state or somebody without a name."""
    if isinstance(actor, Query):
        return actor
    if isinstance(actor, str):
        return Query(actor) if actor.strip() else None
    countries = (actor.country,) if actor.country else ()
    if actor.person:
        return Query(actor.person, countries, role=actor.office or "", kind=EntryKind.PERSON)
    if actor.org and actor.name:
        return Query(actor.name, countries, kind=EntryKind.ENTITY)
    return None
