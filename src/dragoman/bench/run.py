"""Running a bench by name."""

from __future__ import annotations

from pathlib import Path

from dragoman.bench.actors import measure_actors, score_actors
from dragoman.bench.events import measure_events, score_events
from dragoman.bench.gold import read_gold
from dragoman.bench.report import Report, measure_with_intervals
from dragoman.errors import SettingError
from dragoman.events.coder import Coder, describe


def run_bench(name: str, data: Path, *, coder: Coder) -> Report:
    """The report of the bench ``name`` (``events``, ``actors``) over the gold file ``data``.

    Raises ``SettingError`` for an unknown name and ``DataError`` for data that are not gold.
    """
    gold = read_gold(data) if name in {"events", "actors"} else []
    if name == "events":
        metrics = measure_with_intervals([score_events(s, coder) for s in gold], measure_events)
    elif name == "actors":
        metrics = measure_with_intervals([score_actors(s, coder) for s in gold], measure_actors)
    else:
        raise SettingError(f"bench {name!r} found; one of events, actors expected")
    return Report(bench=name, n=len(gold), coder=describe(coder), metrics=metrics)
