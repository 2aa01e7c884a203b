"""What commands print: data on standard output, words on standard error."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from itertools import count
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.records import Document, Event, Problem


_TOLD_EVERY = 1000  # documents, where no bar is shown


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
    """Where tables go: standard output; lines are never broken, a terminal wraps them."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """One JSON object as one line of standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def tell_problems(problems: Iterable[Problem]) -> int:
    """A line for each problem on standard error; returns how many there were."""
    from rich.markup import escape

    console, told = words(), 0
    for problem in problems:
        told += 1
        console.print(
            f"[yellow]passed over[/] ({problem.kind}) "
            f"{escape(problem.location)}: {escape(problem.message)}"
        )
    return told


@contextmanager
def ticking(label: str, *, total: int | None = None) -> Iterator[Callable[[], None]]:
    """What to call for every document done, so that standard error shows how far it is.

    A terminal gets a bar, anything else a line now and then.
    """
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
        task, done = progress.add_task("documents", total=total), count(1)

        def tick() -> None:
            progress.advance(task)
            number = next(done)
            if not console.is_terminal and number % _TOLD_EVERY == 0:
                console.print(f"{label}: {number} documents")

        yield tick


def event_lines(
    rows: Iterable[tuple[Event, Document]], *, with_document: bool = False
) -> Iterator[Any]:
    """Two lines for each event with its document: what was coded, and the words.

    ``with_document`` says after the words which document they are from.
    """
    from rich.text import Text

    for event, document in rows:
        text, line = document.text, Text()
        line.append(f"{event.status.value:<13}", style=_STYLES[event.status.value])
        line.append(f"{event.confidence:.2f}  ", style="dim")
        kind = event.type.value + (f" {event.mode.value}" if event.mode else "")
        line.append(f"{_side(event.sources):<9} → {_side(event.targets):<9}  {kind:<21}")
        line.append(f"{event.when or ''!s:<23}", style="dim")
        if event.attribution:
            voices = " › ".join(link.where.of(text) for link in event.attribution.links)
            line.append(f"says: {voices}", style="italic")
        yield line
        quoted = _words(event, text)
        if with_document:
            told = ", ".join(filter(None, (document.outlet, str(document.date))))
            quoted.append(f"  [{told}]", style="dim")
        yield quoted


# How much of the sentence is shown on either side of the trigger.
_CONTEXT = 58


def _words(event: Event, text: str) -> Any:
    from rich.text import Text

    start = max(event.sentence_span.start, event.trigger.start - _CONTEXT)
    end = min(event.sentence_span.end, event.trigger.end + _CONTEXT)
    cut_left, cut_right = start > event.sentence_span.start, end < event.sentence_span.end
    line = Text(" " * 13 + ("…" if cut_left else ""), style="dim")
    line.append(" ".join(text[start : event.trigger.start].split()))
    line.append(" " if text[event.trigger.start - 1 : event.trigger.start].isspace() else "")
    line.append(event.trigger.of(text), style="bold not dim")
    line.append(" " if text[event.trigger.end : event.trigger.end + 1].isspace() else "")
    line.append(" ".join(text[event.trigger.end : end].split()) + ("…" if cut_right else ""))
    return line


_STYLES = {
    "asserted": "bold",
    "planned": "cyan",
    "speculated": "magenta",
    "alleged": "yellow",
    "denied": "red",
    "hypothetical": "dim",
}


def _side(mentions: Iterable[Any]) -> str:
    """The codes of a side with their sectors; "?" for an actor that nothing identifies."""
    named = [f"{m.code or '?'} {m.actor.sector.value}" if m.actor else "?" for m in mentions]
    return ", ".join(dict.fromkeys(named)) or "-"
