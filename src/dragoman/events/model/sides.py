"""Who does it to whom: sides from the network's links, and two repairs of what it mixes up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from dragoman.events.model.candidates import Candidate
from dragoman.events.model.decode import likeliest, rounded
from dragoman.events.model.parts import PLACE, SOURCE, TARGET
from dragoman.events.model.thresholds import Thresholds
from dragoman.events.rules.roles import MUTUAL
from dragoman.records import Event, Evidence, EvidenceKind, Mention

_JOINED = re.compile(r"\s*(?:,|,? and|as well as)\s+(?:the\s+)?", re.IGNORECASE)
_EACH_OTHER = re.compile(r"\b(?:each other|one another|mutual(?:ly)?)\b", re.IGNORECASE)


def with_sides(
    event: Event,
    linked: npt.NDArray[np.float64],
    actors: Sequence[Candidate],
    thresholds: Thresholds,
) -> Event:
    """The event with its sides and its place.

    ``linked`` are the chances of its trigger: candidates x roles, ``actors`` first.
    """
    why = list(event.why)
    sides: dict[int, list[tuple[Mention, float]]] = {SOURCE: [], TARGET: []}
    for actor, chances in zip(actors, linked, strict=False):
        role = SOURCE if chances[SOURCE] >= chances[TARGET] else TARGET
        if actor.mention and chances[role] >= thresholds.side:
            sides[role].append((actor.mention, float(chances[role])))
    for role, slot in ((SOURCE, "source"), (TARGET, "target")):
        why += [
            Evidence(EvidenceKind.MODEL, slot, m.reason, m.span, rounded(chance))
            for m, chance in sides[role]
        ]
    place = likeliest(linked[: len(actors), PLACE], thresholds.place)
    return replace(
        event,
        sources=tuple(m for m, _ in sides[SOURCE]),
        targets=tuple(m for m, _ in sides[TARGET]),
        place=None if place is None else actors[place].mention,
        why=tuple(why),
    )


def among_others(event: Event) -> Event:
    """The event without targets of its source's own code, where it has others with a code.

    Who visits "between Moscow and Pyongyang" as a Russian visits the other one.
    """
    own = set(event.source_codes)
    others = tuple(m for m in event.targets if m.code not in own)
    return replace(event, targets=others) if any(m.code for m in others) else event


def with_own_evidence(event: Event) -> Event:
    """The event without evidence for actors who are on neither side of it any more."""
    sides = {"source": event.sources, "target": event.targets}
    why = tuple(
        e
        for e in event.why
        if e.slot not in sides or (e.span and any(m.span.overlap(e.span) for m in sides[e.slot]))
    )
    return replace(event, why=why)


def side_by_side(event: Event, text: str) -> Event:
    """The event with all of "A and B sent troops" as its source, and none of them as its target.

    The network knows "A and B met" too well. Acts that two can do to each other stay as they
    are, and so does what they say they do to each other.
    """
    if event.type in MUTUAL or not event.sources or not event.targets:
        return event
    reach = max(m.span for m in event.sources)
    for target in sorted(event.targets, key=lambda m: m.span):
        joined = reach.end <= target.span.start and _JOINED.fullmatch(
            text[reach.end : target.span.start]
        )
        if not joined or target.span.end > event.trigger.start:
            return event
        reach = target.span
    if _EACH_OTHER.search(text[event.trigger.end : event.sentence_span.end]):
        return event
    why = (
        replace(e, slot="source", name=f"{e.name}, joined to the source")
        if e.slot == "target"
        else e
        for e in event.why
    )
    return replace(event, sources=(*event.sources, *event.targets), targets=(), why=tuple(why))
