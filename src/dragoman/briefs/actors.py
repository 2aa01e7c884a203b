"""The actors of the articles: how they are named, and on which side of how many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.briefs.citing import cite
from dragoman.briefs.model import ActorLine, Article, Naming, Row
from dragoman.briefs.naming import Names, name_of
from dragoman.briefs.quotes import Citation
from dragoman.records import Actor, Mention, MentionKind, Reading, Sector

# What makes two mentions the same actor; the name does not, it may be an alias.
_Key = tuple[str | None, ...]


def actor_lines(
    readings: Iterable[tuple[Article, Reading]], rows: Sequence[Row], names: Names
) -> tuple[ActorLine, ...]:
    """Every actor that is named, the busiest first.

    Places that are no actors are left out, unless an event has them on one side.
    """
    actors: dict[_Key, Actor] = {}
    named: defaultdict[_Key, dict[tuple[str, str], list[Citation]]] = defaultdict(dict)
    for article, reading in readings:
        for mention in _all_mentions(reading):
            if mention.actor is None:
                continue
            key = _key(mention.actor)
            actors[key] = _fuller(actors.get(key), mention.actor)
            words = cite(article, mention.span)
            named[key].setdefault((words.words, mention.kind.value), []).append(words)
    sources, targets = _rows_by_actor(rows, "sources"), _rows_by_actor(rows, "targets")
    lines = [
        ActorLine(
            name=_name(actor, names),
            code=actor.code,
            country=actor.country,
            org=actor.org,
            sector=actor.sector.value,
            person=actor.person,
            office=actor.office,
            named=tuple(Naming(w, kind, tuple(c)) for (w, kind), c in named[key].items()),
            as_source=len(sources[key]),
            as_target=len(targets[key]),
        )
        for key, actor in actors.items()
    ]
    return tuple(sorted(lines, key=_busiest_first))


def _key(actor: Actor) -> _Key:
    """A person is one actor whatever office and body the words tell; else all of it counts."""
    if actor.person:
        return actor.country, actor.person
    name = None if actor.org or _is_state(actor) else actor.name
    return actor.country, actor.org, actor.sector.value, actor.office, name


def _is_state(actor: Actor) -> bool:
    """Whether the actor is a state or its government as such."""
    is_part = actor.org or actor.person or actor.office
    return actor.country is not None and not is_part and actor.sector is Sector.GOV


def _fuller(known: Actor | None, found: Actor) -> Actor:
    """Of two readings of one actor the one that tells more, the first if none does."""
    return found if known is None or _told(found) > _told(known) else known


def _told(actor: Actor) -> int:
    return bool(actor.org) + bool(actor.office) + (actor.sector is not Sector.UNK)


def _all_mentions(reading: Reading) -> list[Mention]:
    """The mentions of a reading and those that only its events hold, each once, in order."""
    in_events = [m for e in reading.events for m in (*e.sources, *e.targets)]
    actors = [m for m in reading.mentions if m.kind is not MentionKind.PLACE]
    return sorted({(m.span, m.actor): m for m in (*in_events, *actors)}.values(), key=_place)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _rows_by_actor(rows: Sequence[Row], slot: str) -> defaultdict[_Key, set[int]]:
    found: defaultdict[_Key, set[int]] = defaultdict(set)
    for row in rows:
        for cited in row.cited:
            mentions: Sequence[Mention] = getattr(cited.event, slot)
            for mention in mentions:
                if mention.actor:
                    found[_key(mention.actor)].add(row.number)
    return found


def _name(actor: Actor, names: Names) -> str:
    return name_of(actor, names) if _is_state(actor) else actor.person or actor.name


def _busiest_first(line: ActorLine) -> tuple[int, int, str, str]:
    mentions = sum(len(naming.citations) for naming in line.named)
    return -(line.as_source + line.as_target), -mentions, line.code or "~", line.name
