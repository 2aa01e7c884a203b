"""Figures with their n and 95 % bootstrap interval."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

# Enough that the ends of the interval move by less than the last digit shown.
_ROUNDS = 1000
_SEED = 20240330

Unit = TypeVar("Unit")


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure: its value, the ends of its 95 % interval, and what it was counted over.

    All three are NaN when there was nothing to count.
    """

    name: str
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one bench over ``n`` units by one coder."""

    bench: str
    n: int
    coder: str
    metrics: tuple[Metric, ...]

    def __getitem__(self, name: str) -> Metric:
        """The metric of that name; raises ``KeyError`` if there is none."""
        for metric in self.metrics:
            if metric.name == name:
                return metric
        raise KeyError(name)

    def as_json(self) -> dict[str, Any]:
        """The report as ``--json`` prints it; a figure with nothing to count is null."""
        return {
            "bench": self.bench,
            "n": self.n,
            "coder": self.coder,
            "metrics": {
                m.name: {
                    "value": _number(m.value),
                    "low": _number(m.low),
                    "high": _number(m.high),
                    "n": m.n,
                }
                for m in self.metrics
            },
        }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)


Measure = Callable[[Sequence[Unit]], Mapping[str, tuple[float, int]]]


def measure_with_intervals(units: Sequence[Unit], measure: Measure[Unit]) -> tuple[Metric, ...]:
    """Each figure of ``measure`` over ``units``, with a bootstrap interval over the units.

    ``measure`` gives name, value and count for any sample of units. Units (sentences,
    documents) are drawn with replacement; the ends are the 2.5 % and 97.5 % quantiles of
    the percentile bootstrap (Efron and Tibshirani 1993). The seed is fixed, so that the
    same data give the same interval.
    """
    point = measure(units)
    rng = random.Random(_SEED)
    drawn: dict[str, list[float]] = {name: [] for name in point}
    for _ in range(_ROUNDS if units else 0):
        for name, (value, _n) in measure(rng.choices(units, k=len(units))).items():
            if not math.isnan(value):
                drawn[name].append(value)
    return tuple(
        Metric(name, value, *_ends(drawn[name]), n=n) for name, (value, n) in point.items()
    )


def _ends(values: list[float]) -> tuple[float, float]:
    if not values:
        return math.nan, math.nan
    values.sort()
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)]


def percent(part: float, whole: float) -> float:
    """``part`` of ``whole`` in percent; NaN when there is no whole.

    >>> percent(1, 4)
    25.0
    """
    return 100.0 * part / whole if whole else math.nan


def f1(hits: float, predicted: float, gold: float) -> float:
    """The F1 measure in percent, of ``hits`` among ``predicted`` and ``gold``.

    >>> f1(1, 2, 2)
    50.0
    """
    return percent(2 * hits, predicted + gold)
