"""``dragoman bench``: how good the coder is on gold data of the user's own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import (
    ActorsOption,
    CoderName,
    CoderOption,
    JsonOption,
    build_coder,
)
from dragoman.cli.output import print_json, tables


class BenchName(StrEnum):
    """What is measured."""

    EVENTS = "events"
    ACTORS = "actors"
    RELATION = "relation"
    DIRECTION = "direction"
    FACTUALITY = "factuality"
    ATTRIBUTION = "attribution"
    SPEED = "speed"


# What a bench's n counts.
_UNITS = {BenchName.RELATION: "rows", BenchName.ATTRIBUTION: "articles", BenchName.SPEED: "texts"}


def bench(
    name: Annotated[BenchName, typer.Argument(help="What is measured.")],
    data: Annotated[
        Path, typer.Option("--data", help="Gold data, for speed texts; see docs/bench.md.")
    ],
    coder: CoderOption = None,
    actors: ActorsOption = None,
    json: JsonOption = False,
) -> None:
    """Measure the coder on gold data: every figure with its n and 95 % interval."""
    from rich.table import Table

    from dragoman.bench import run_bench

    report = run_bench(
        name.value, data, coder=build_coder(coder, actors), builder=_builder(coder, actors)
    )
    if json:
        print_json(report.as_json())
        return
    unit = _UNITS.get(name, "sentences")
    table = Table(title=f"bench {name.value}: {report.n} {unit}, coder {report.coder}")
    for heading in ("metric", "value", "95 % interval", "n"):
        table.add_column(heading, justify="left" if heading == "metric" else "right")
    for metric in report.metrics:
        table.add_row(
            metric.name,
            _shown(metric.value),
            f"{_shown(metric.low)} to {_shown(metric.high)}",
            str(metric.n),
        )
    tables().print(table)


def _shown(value: float) -> str:
    """One decimal, but three digits of what is small (errors, correlations, seconds)."""
    return f"{value:.3g}" if abs(value) < 10 else f"{value:.1f}"


def _builder(coder: CoderName | None, actors: Path | None) -> str:
    """The statements that build the same coder in a fresh process."""
    folder = f"Path({str(actors)!r})" if actors else "None"
    name = f"CoderName({coder.value!r})" if coder else "None"
    return (
        "from pathlib import Path\n"
        "from dragoman.cli.options import CoderName, build_coder\n"
        f"coder = build_coder({name}, {folder})\n"
    )
