"""The names of a text against the lists: the one question that briefs and commands ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dragoman.actors import CatalogueIndex
from dragoman.records import Actor
from dragoman.sanctions.evidence import Query
from dragoman.sanctions.held import HeldList
from dragoman.sanctions.incumbents import query_of
from dragoman.sanctions.match import THRESHOLD, Matcher, PossibleMatch


def check_actors(
    actors: Iterable[Actor | Query | str],
    lists: Iterable[HeldList] | Matcher,
    on: dt.date | None,
    *,
    threshold: float = THRESHOLD,
    limit: int | None = 3,
    catalogue: CatalogueIndex | None = None,
) -> list[PossibleMatch]:
    """The possible matches of ``actors``, in their order, each one's likeliest first.

    Every match carries its list, the version read, the score with reasons, and whether the
    entry was listed ``on`` that day. States and unnamed actors are passed over; who stands
    there twice is asked for once. Give a ``Matcher`` where lists are asked more than once,
    and the actor ``catalogue`` for roles that the actors held before.
    """
    matcher = lists if isinstance(lists, Matcher) else Matcher(lists)
    queries = dict.fromkeys(
        query for actor in actors if (query := query_of(actor, on=on, catalogue=catalogue))
    )
    return [
        match
        for query in queries
        for match in matcher.match(query, on=on, threshold=threshold, limit=limit)
    ]
