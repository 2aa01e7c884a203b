"""``dragoman events``: ask the ledger."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import ConfidenceOption, JsonOption, LedgerOption
from dragoman.cli.output import event_lines, print_json, tables, words


def events(
    ledger: LedgerOption = Path("dragoman.ledger"),
    actor: Annotated[
        str | None, typer.Option(help="Code on either side, such as RUS or NATO.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Code of the source.")] = None,
    target: Annotated[str | None, typer.Option(help="Code of the target.")] = None,
    type: Annotated[
        list[str] | None, typer.Option("--type", help="PLOVER type. Repeatable.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="asserted, alleged, … Repeatable.")
    ] = None,
    since: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")
    ] = None,
    until: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")
    ] = None,
    confidence: ConfidenceOption = 0.0,
    limit: Annotated[int | None, typer.Option(min=1, help="Most events shown.")] = None,
    all_readings: Annotated[
        bool,
        typer.Option(
            "--all-readings",
            help="Of a document that several coders have read, every reading; else the last.",
        ),
    ] = False,
    json: JsonOption = False,
) -> None:
    """Show events of the ledger, by day. With --json, one object a line."""
    from dragoman.formats.tables import full
    from dragoman.records import EventType, Status
    from dragoman.store import EventFilter, Ledger

    wanted = EventFilter(
        actor=actor,
        source=source,
        target=target,
        types=tuple(_checked(EventType, t.upper()) for t in type or []),
        statuses=tuple(_checked(Status, s.lower()) for s in status or []),
        since=since.date() if since else None,
        until=until.date() if until else None,
        confidence=confidence,
        all_readings=all_readings,
    )
    with Ledger(ledger, create=False) as store:
        found = list(islice(store.events(wanted), limit))
    if json:
        for stored in found:
            print_json(full(stored.event, stored.document))
        return
    for line in event_lines(((s.event, s.document) for s in found), with_document=True):
        tables().print(line)
    if not found:
        hint = "no event fits; `dragoman events` without options shows all"
        if actor or source or target:
            hint += ". Actors are asked by code: `dragoman actors find NAME` tells it"
        words().print(hint)


def _checked(codes: type[StrEnum], value: str) -> str:
    try:
        return codes(value).value
    except ValueError as error:
        known = ", ".join(code.value for code in codes)
        raise typer.BadParameter(f"{value!r} found; one of {known} expected") from error
