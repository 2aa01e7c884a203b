"""``bench events``: events, their sides, status and attribution on gold sentences.

- A found event matches a gold event of its sentence when the types agree and the triggers
  overlap, one to one, most overlap first.
- A coded triple is (source code, type, target code); compound sides give all pairs, an open
  side gives none; the triples of a sentence are compared as a multiset.
- Status and attribution are scored on matched events. Status is right when it is the gold's
  or one of those in ``also``. Attribution F1 counts the holders that overlap a gold
  holder by half; attribution accuracy counts as right, too, what both leave without a holder.
  A cue alone ("reportedly") names no holder, in the gold as in what is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.bench.gold import GoldEvent, GoldSentence
from dragoman.bench.pairing import overlaps_by_half, pair_by_overlap
from dragoman.bench.report import f1, percent
from dragoman.events.coder import Coder
from dragoman.records import Event, Span, Status

Triple = tuple[str | None, str, str | None]


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """What one sentence adds to the figures."""

    found: int
    gold: int
    triples_found: int
    triples_gold: int
    triples_hit: int
    statuses: tuple[tuple[Status, Status], ...]  # gold, found (gold's where accepted)
    attributions: tuple[tuple[bool, bool, bool], ...]  # found, gold, right


def score_events(sentence: GoldSentence, coder: Coder) -> SentenceScore:
    """Code the sentence and compare."""
    return compare(sentence, coder.code(sentence.document).events)


def compare(sentence: GoldSentence, events: Sequence[Event]) -> SentenceScore:
    """What ``events`` score against the gold of ``sentence``."""
    pairs = pair_by_overlap(events, sentence.events, _overlap)
    return SentenceScore(
        found=len(events),
        gold=len(sentence.events),
        triples_found=sum(len(_found_triples(e)) for e in events),
        triples_gold=sum(len(_gold_triples(g)[0]) for g in sentence.events),
        triples_hit=_triple_hits(events, sentence.events),
        statuses=tuple(_status(e, g) for e, g in pairs),
        attributions=tuple(_attribution(e, g) for e, g in pairs),
    )


def measure_events(scores: Sequence[SentenceScore]) -> Mapping[str, tuple[float, int]]:
    """The figures of a sample of sentences."""
    found, gold = sum(s.found for s in scores), sum(s.gold for s in scores)
    statuses = [pair for s in scores for pair in s.statuses]
    triples_found = sum(s.triples_found for s in scores)
    triples_gold = sum(s.triples_gold for s in scores)
    hits = sum(s.triples_hit for s in scores)
    attributions = [row for s in scores for row in s.attributions]
    held = sum(right for there, wanted, right in attributions if there and wanted)
    said, wanted = sum(a[0] for a in attributions), sum(a[1] for a in attributions)
    empty = [s for s in scores if not s.gold]
    return {
        "trigger_type_f1": (f1(len(statuses), found, gold), gold),
        "triple_precision": (percent(hits, triples_found), triples_found),
        "triple_recall": (percent(hits, triples_gold), triples_gold),
        "triple_f1": (f1(hits, triples_found, triples_gold), triples_gold),
        "status_accuracy": (
            percent(sum(g == f for g, f in statuses), len(statuses)),
            len(statuses),
        ),
        "status_macro_f1": (_macro_f1(statuses), len(statuses)),
        "attribution_f1": (f1(held, said, wanted), wanted),
        "attribution_accuracy": (
            percent(sum(a[2] for a in attributions), len(attributions)),
            len(attributions),
        ),
        "false_events_per_100": (percent(sum(s.found for s in empty), len(empty)), len(empty)),
    }


def _overlap(event: Event, gold: GoldEvent) -> int:
    return event.trigger.overlap(gold.trigger) if event.type in gold.types else 0


def normal_code(code: str | None) -> str | None:
    """A code without case and punctuation, so that "Al-Qaeda" and "ALQAEDA" are one.

    >>> normal_code("Al-Qaeda")
    'ALQAEDA'
    """
    return "".join(c for c in code.upper() if c.isalnum()) if code else None


def _pairs(
    sources: Sequence[str | None], targets: Sequence[str | None]
) -> list[tuple[str | None, str | None]]:
    return [
        (normal_code(s), normal_code(t))
        for s in dict.fromkeys(sources or [None])
        for t in dict.fromkeys(targets or [None])
    ]


def _found_triples(event: Event) -> list[Triple]:
    pairs = _pairs([m.code for m in event.sources], [m.code for m in event.targets])
    return [(s, event.type.value, t) for s, t in pairs]


def _gold_triples(event: GoldEvent) -> list[list[Triple]]:
    """For each accepted type the triples that it gives."""
    pairs = _pairs([a.code for a in event.sources], [a.code for a in event.targets])
    return [[(s, type_.value, t) for s, t in pairs] for type_ in event.types]


def _triple_hits(events: Sequence[Event], gold: Sequence[GoldEvent]) -> int:
    left = Counter(t for e in events for t in _found_triples(e))
    hits = 0
    for event in gold:
        for accepted in zip(*_gold_triples(event), strict=True):
            hit = next((t for t in accepted if left[t] > 0), None)
            if hit is not None:
                left[hit] -= 1
                hits += 1
    return hits


def _status(event: Event, gold: GoldEvent) -> tuple[Status, Status]:
    proper = gold.statuses[0].status
    accepted = event.status in {s.status for s in gold.statuses}
    return proper, (proper if accepted else event.status)


def _attribution(event: Event, gold: GoldEvent) -> tuple[bool, bool, bool]:
    found = event.attribution.holder.span if event.attribution else None
    right = any(_same_voice(found, s.attribution) for s in gold.statuses)
    # an accepted second status is the gold where it is what was found
    wanted = found if right else gold.statuses[0].attribution
    return found is not None, wanted is not None, right


def _same_voice(found: Span | None, gold: Span | None) -> bool:
    if found is None or gold is None:
        return found is gold
    return overlaps_by_half(found, gold)


def _macro_f1(pairs: Sequence[tuple[Status, Status]]) -> float:
    """Over the statuses that the gold holds."""
    there = {gold for gold, _ in pairs}
    scores = []
    for status in (s for s in Status if s in there):
        hits = sum(g == f == status for g, f in pairs)
        scores.append(
            f1(hits, sum(f == status for _, f in pairs), sum(g == status for g, _ in pairs))
        )
    return sum(scores) / len(scores) if scores else float("nan")
