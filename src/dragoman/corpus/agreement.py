"""How far two annotators of the same sentences agree, layer by layer."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.bench.gold import GoldActor, GoldEvent, GoldSentence, parse_gold
from dragoman.bench.pairing import overlaps_by_half, pair_by_overlap
from dragoman.bench.report import f1, percent
from dragoman.corpus.markup import MarkedSentence
from dragoman.errors import DataError
from dragoman.records import Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """One layer: how it was measured (F1 or share in percent, or kappa), and over how many."""

    layer: str
    measure: str
    value: float
    n: int


def agreement(
    first: Sequence[MarkedSentence], second: Sequence[MarkedSentence]
) -> tuple[Agreement, ...]:
    """The agreement of two annotations, paired by their texts.

    Triggers and actors are F1 by overlap; type and status are shares and Cohen's kappa on
    events whose triggers overlap; sides and attribution are shares on events of one type.
    Raises ``DataError`` when no text stands in both.
    """
    theirs = {s.gold["text"]: s.gold for s in second}
    pairs = [
        (parse_gold(s.gold), parse_gold(theirs[s.gold["text"]]))
        for s in first
        if s.gold["text"] in theirs
    ]
    if not pairs:
        raise DataError("the two annotations share no sentence; give the same texts twice")
    events = [
        pair for a, b in pairs for pair in pair_by_overlap(a.events, b.events, _trigger_overlap)
    ]
    same = [(a, b) for a, b in events if a.types[0] == b.types[0]]
    types = [(a.types[0].value, b.types[0].value) for a, b in events]
    statuses = [(a.statuses[0].status.value, b.statuses[0].status.value) for a, b in same]
    return (
        Agreement("has an event", "kappa", *_kappa([_has_event(a, b) for a, b in pairs])),
        Agreement("trigger", "F1", *_f1(pairs, len(events), "events")),
        Agreement("type", "share", *_share(types)),
        Agreement("type", "kappa", *_kappa(types)),
        Agreement("actor", "F1", *_f1(pairs, _actors_shared(pairs), "actors")),
        Agreement("source", "share", *_share([_sides(a, b, "sources") for a, b in same])),
        Agreement("target", "share", *_share([_sides(a, b, "targets") for a, b in same])),
        Agreement("status", "share", *_share(statuses)),
        Agreement("status", "kappa", *_kappa(statuses)),
        Agreement("holder", "share", *_share([_holders(a, b) for a, b in same])),
    )


def _trigger_overlap(one: GoldEvent, other: GoldEvent) -> int:
    return one.trigger.overlap(other.trigger)


def _has_event(one: GoldSentence, other: GoldSentence) -> tuple[str, str]:
    return str(bool(one.events)), str(bool(other.events))


def _actors_shared(pairs: Sequence[tuple[GoldSentence, GoldSentence]]) -> int:
    def overlap(one: GoldActor, other: GoldActor) -> int:
        return one.span.overlap(other.span) if overlaps_by_half(one.span, other.span) else 0

    return sum(len(pair_by_overlap(a.actors, b.actors, overlap)) for a, b in pairs)


def _f1(
    pairs: Sequence[tuple[GoldSentence, GoldSentence]], shared: int, field: str
) -> tuple[float, int]:
    ours = sum(len(getattr(a, field)) for a, _ in pairs)
    theirs = sum(len(getattr(b, field)) for _, b in pairs)
    return f1(shared, ours, theirs), ours


def _sides(one: GoldEvent, other: GoldEvent, field: str) -> tuple[str, str]:
    return _codes(getattr(one, field)), _codes(getattr(other, field))


def _codes(actors: Sequence[GoldActor]) -> str:
    return " ".join(sorted(actor.code or "?" for actor in actors))


def _holders(one: GoldEvent, other: GoldEvent) -> tuple[str, str]:
    a, b = one.statuses[0].attribution, other.statuses[0].attribution
    same = _same_voice(a, b)
    return "same", "same" if same else "other"


def _same_voice(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return one is other
    return overlaps_by_half(one, other)


def _share(pairs: Sequence[tuple[str, str]]) -> tuple[float, int]:
    return percent(sum(a == b for a, b in pairs), len(pairs)), len(pairs)


def _kappa(pairs: Sequence[tuple[str, str]]) -> tuple[float, int]:
    """Cohen's kappa (Cohen 1960): agreement beyond what the two frequencies give by chance."""
    total = len(pairs)
    if not total:
        return math.nan, 0
    observed = sum(a == b for a, b in pairs) / total
    counts: tuple[Mapping[str, int], Mapping[str, int]] = (
        Counter(a for a, _ in pairs),
        Counter(b for _, b in pairs),
    )
    chance = sum(counts[0][label] * counts[1].get(label, 0) for label in counts[0]) / total**2
    return (1.0 if chance == 1 else (observed - chance) / (1 - chance)), total
