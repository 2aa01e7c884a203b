"""Running a bench by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from dragoman.bench.actors import measure_actors, score_actors
from dragoman.bench.attribution import measure_attribution, read_articles, score_article
from dragoman.bench.direction import measure_direction, score_direction
from dragoman.bench.events import measure_events, score_events
from dragoman.bench.factuality import measure_factuality, read_factuality, score_factuality
from dragoman.bench.gold import read_gold
from dragoman.bench.probing import as_probe
from dragoman.bench.relation import measure_relation, read_relations, score_relation
from dragoman.bench.report import Measure, Metric, Report, measure_with_intervals
from dragoman.bench.speed import measure_speed, read_documents
from dragoman.errors import SettingError
from dragoman.events.coder import Coder, describe

Row = TypeVar("Row")
Asked = TypeVar("Asked")
Unit = TypeVar("Unit")

# How many rows there were, and the figures.
Measured = tuple[int, tuple[Metric, ...]]


def run_bench(name: str, data: Path, *, coder: Coder, builder: str | None = None) -> Report:
    """The report of the bench ``name`` over the gold file (for speed: the texts) ``data``.

    ``builder`` holds Python statements that build the same coder as ``coder`` in a fresh
    process; only speed needs it. Raises ``SettingError`` for an unknown name or a coder that
    the bench cannot ask, and ``DataError`` for data that are not what the bench reads.
    """
    if name == "speed":
        documents = read_documents(data)
        n = len(documents)
        metrics = measure_speed(documents, data, coder=coder, builder=builder)
    elif name in _BENCHES:
        n, metrics = _BENCHES[name](data, coder)
    else:
        known = ", ".join([*_BENCHES, "speed"])
        raise SettingError(f"bench {name!r} found; one of {known} expected")
    return Report(bench=name, n=n, coder=describe(coder), metrics=metrics)


def _scored(
    data: Path,
    asked: Asked,
    read: Callable[[Path], list[Row]],
    score: Callable[[Row, Asked], Unit],
    measure: Measure[Unit],
) -> Measured:
    """Each row read, scored by itself, and all of them measured."""
    scores = [score(row, asked) for row in read(data)]
    return len(scores), measure_with_intervals(scores, measure)


def _events(data: Path, coder: Coder) -> Measured:
    return _scored(data, coder, read_gold, score_events, measure_events)


def _actors(data: Path, coder: Coder) -> Measured:
    return _scored(data, coder, read_gold, score_actors, measure_actors)


def _relation(data: Path, coder: Coder) -> Measured:
    probe = as_probe(coder)
    return _scored(data, probe, read_relations, score_relation, measure_relation)


def _direction(data: Path, coder: Coder) -> Measured:
    return _scored(data, as_probe(coder), read_gold, score_direction, measure_direction)


def _factuality(data: Path, coder: Coder) -> Measured:
    probe = as_probe(coder)
    return _scored(data, probe, read_factuality, score_factuality, measure_factuality)


def _attribution(data: Path, coder: Coder) -> Measured:
    return _scored(data, as_probe(coder), read_articles, score_article, measure_attribution)


_BENCHES: Mapping[str, Callable[[Path, Coder], Measured]] = {
    "events": _events,
    "actors": _actors,
    "relation": _relation,
    "direction": _direction,
    "factuality": _factuality,
    "attribution": _attribution,
}
