"""What commands print: data on standard output, words on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from dragoman.records import Event, Problem


class Exit(IntEnum):
    """Exit codes of all commands."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    PASSED_OVER = 3  # done, but some inputs were passed over


def version_option(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True)
    ] = False,
) -> None:
    """Read dated news about relations between states and make it checkable."""
    if version:
        from dragoman import __version__

        typer.echo(__version__)
        raise typer.Exit


def words() -> Console:
    """Where words to the user go: standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def tables() -> Console:
    """Where tables go: standard output, as wide as the terminal or 120 columns in a pipe."""
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else 120)


def print_json(value: Any) -> None:
    """One JSON object as one line of standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def tell_problems(problems: Iterable[Problem]) -> int:
    """A line for each problem on standard error; returns how many there were."""
    from rich.markup import escape

    console, count = words(), 0
    for problem in problems:
        count += 1
        console.print(
            f"[yellow]passed over[/] ({problem.kind}) "
            f"{escape(problem.location)}: {escape(problem.message)}"
        )
    return count


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """A progress display on standard error, shown only on a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = words()
    with Progress(
        TextColumn(label),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        yield progress


def event_table(rows: Iterable[tuple[Event, str]], *, title: str) -> Any:
    """A table of events, each with the text of its document."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", expand=True, show_lines=False)
    for heading, ratio in (
        ("when", 2), ("status", 2), ("source", 3), ("event", 3), ("target", 3), ("says", 3),
        ("words", 6),
    ):  # fmt: skip
        table.add_column(heading, ratio=ratio, overflow="fold")
    for event, text in rows:
        table.add_row(
            str(event.when) if event.when else "",
            Text(event.status.value, style=_STYLES[event.status.value]),
            _side(event.sources, text),
            event.type.value + (f" {event.mode.value}" if event.mode else ""),
            _side(event.targets, text),
            " › ".join(link.where.of(text) for link in event.attribution.links)
            if event.attribution
            else "",
            event.trigger.of(text),
        )
    return table


_STYLES = {
    "asserted": "bold",
    "planned": "cyan",
    "speculated": "magenta",
    "alleged": "yellow",
    "denied": "red",
    "hypothetical": "dim",
}


def _side(mentions: Iterable[Any], text: str) -> str:
    return ", ".join(
        f"{m.code or '?'} {m.actor.sector.value if m.actor else ''} ({m.span.of(text)})"
        for m in mentions
    )
