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


def bench(
    name: Annotated[BenchName, typer.Argument(help="What is measured.")],
    data: Annotated[Path, typer.Option("--data", help="Gold data; see docs/bench.md.")],
    coder: CoderOption = CoderName.RULES,
    actors: ActorsOption = None,
    json: JsonOption = False,
) -> None:
    """Measure the coder on gold data: every figure with its n and 95 % interval."""
    from rich.table import Table

    from dragoman.bench import run_bench

    report = run_bench(name.value, data, coder=build_coder(coder, actors))
    if json:
        print_json(report.as_json())
        return
    table = Table(title=f"bench {name.value}: {report.n} sentences, coder {report.coder}")
    for heading in ("metric", "value", "95 % interval", "n"):
        table.add_column(heading, justify="left" if heading == "metric" else "right")
    for metric in report.metrics:
        table.add_row(
            metric.name,
            f"{metric.value:.1f}",
            f"{metric.low:.1f} to {metric.high:.1f}",
            str(metric.n),
        )
    tables().print(table)
