"""What a corpus holds, and how varied it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.corpus.markup import MarkedSentence

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CorpusStats:
    """Counts and measures of variety.

    ``distinct_4grams`` is the share of four-word runs that occur once; ``type_token_ratio``
    the share of different words among all, both over the whole text. ``events_per_sentence``
    maps a number of events to how many sentences have it.
    """

    sentences: int
    events: int
    words: int
    stories: int
    types: Mapping[str, int]
    modes: Mapping[str, int]
    statuses: Mapping[str, int]
    type_statuses: Mapping[str, int]
    registers: Mapping[str, int]
    regions: Mapping[str, int]
    countries: Mapping[str, int]
    events_per_sentence: Mapping[int, int]
    attributed: int
    lengths: tuple[int, int, int]  # shortest, median, longest, in words
    distinct_4grams: float
    type_token_ratio: float

    def as_json(self) -> dict[str, Any]:
        """The same as JSON-ready data."""
        return {name: getattr(self, name) for name in self.__slots__}


def measure(sentences: Sequence[MarkedSentence]) -> CorpusStats:
    """The figures of a corpus of at least one sentence."""
    golds = [s.gold for s in sentences]
    events = [e for g in golds for e in g["events"]]
    texts = [_WORD.findall(g["text"].lower()) for g in golds]
    lengths = sorted(len(words) for words in texts)
    words = [w for t in texts for w in t]
    fours = Counter(tuple(t[i : i + 4]) for t in texts for i in range(len(t) - 3))
    return CorpusStats(
        sentences=len(golds),
        events=len(events),
        words=len(words),
        stories=len({s.story for s in sentences}),
        types=_counted(e["type"] for e in events),
        modes=_counted(f"{e['type']}.{e['mode']}" for e in events if e["mode"]),
        statuses=_counted(e["status"] for e in events),
        type_statuses=_counted(f"{e['type']} {e['status']}" for e in events),
        registers=_counted(g["register"] for g in golds),
        regions=_counted(s.region for s in sentences),
        countries=_counted(a["country"] for g in golds for a in g["actors"] if a["country"]),
        events_per_sentence=dict(sorted(Counter(len(g["events"]) for g in golds).items())),
        attributed=sum(bool(e["attribution"]) for e in events),
        lengths=(lengths[0], lengths[len(lengths) // 2], lengths[-1]),
        distinct_4grams=sum(n == 1 for n in fours.values()) / max(len(fours), 1),
        type_token_ratio=len(set(words)) / max(len(words), 1),
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(values).most_common())
