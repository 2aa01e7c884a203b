"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.documents import ReadOptions
    from dragoman.events.coder import Coder


# What a brief shows; of less sure events of the model most are wrong in something.
BRIEF_CONFIDENCE = 0.3


class CoderName(StrEnum):
    """Which coder reads."""

    MODEL = "model"
    RULES = "rules"


class InputFormat(StrEnum):
    """How an input is laid out."""

    AUTO = "auto"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"
    CSV = "csv"


Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders or - for standard input.", metavar="PATH..."),
]
CoderOption = Annotated[
    CoderName | None,
    typer.Option("--coder", help="Which coder reads; model where its weights are installed."),
]
DateOption = Annotated[
    dt.datetime | None,
    typer.Option(
        "--date",
        formats=["%Y-%m-%d"],
        help="Date of documents that have none of their own.",
        metavar="YYYY-MM-DD",
    ),
]
FormatOption = Annotated[InputFormat, typer.Option("--format", help="How the inputs are laid out.")]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        help="Where a corpus holds text, date, title, outlet or url, as text=FIELD. Repeatable.",
        metavar="ROLE=FIELD",
    ),
]
EncodingOption = Annotated[
    str | None, typer.Option("--encoding", help="Encoding of the inputs, if not UTF-8.")
]
DayFirstOption = Annotated[
    bool | None,
    typer.Option(
        "--day-first/--month-first",
        help="Whether 03/04/2024 is 3 April or March 4; without it, such a date is a problem.",
    ),
]
LedgerOption = Annotated[
    Path,
    typer.Option(
        "--ledger", help="The ledger's file or database address.", envvar="DRAGOMAN_LEDGER"
    ),
]
ActorsOption = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        help="Your own catalogue, made by `dragoman actors import`.",
        envvar="DRAGOMAN_ACTORS",
    ),
]
ConfidenceOption = Annotated[
    float,
    typer.Option(
        "--confidence",
        help="Least confidence, 0 to 1: less sure events are left out.",
        min=0.0,
        max=1.0,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]


def read_options(
    *,
    date: dt.datetime | None,
    format: InputFormat = InputFormat.AUTO,
    columns: list[str] | None = None,
    encoding: str | None = None,
    day_first: bool | None = None,
) -> ReadOptions:
    """What the reading options say together."""
    from dragoman.documents import Format, ReadOptions

    return ReadOptions(
        date=date.date() if date else None,
        format=Format(format.value),
        columns=dict(_column(text) for text in columns or []),
        encoding=encoding,
        day_first=day_first,
    )


def _column(text: str) -> tuple[str, str]:
    role, sign, name = text.partition("=")
    if not sign or not role or not name:
        raise typer.BadParameter(f"{text!r} found; ROLE=FIELD such as text=body expected")
    return role, name


def build_coder(name: CoderName | None, actors: Path | None = None) -> Coder:
    """The coder of that name, with the user's own catalogue of actors if there is one.

    ``None`` is the model, or the rules where no weights are installed.
    """
    from dragoman.actors.own import resolver_for
    from dragoman.events.model.network import is_installed
    from dragoman.events.rules import RulesCoder

    resolver = resolver_for(actors)
    rules = RulesCoder(resolver)
    if name is CoderName.RULES or (name is None and not is_installed()):
        return rules
    from dragoman.actors.places import shipped_places
    from dragoman.events.model.coder import model_coder

    return model_coder(resolver, shipped_places(), rules)
