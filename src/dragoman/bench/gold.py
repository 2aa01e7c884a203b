"""Gold sentences: the format of ``docs/bench.md``, read and checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.bench.lines import read_json_lines
from dragoman.records import Document, EventType, Mode, Span, Status
from dragoman.records.codes import Sector


@dataclass(frozen=True, slots=True)
class GoldActor:
    """An actor named in a gold sentence."""

    span: Span
    country: str | None
    org: str | None
    sector: Sector
    person: str | None

    @property
    def code(self) -> str | None:
        """The organisation where the gold has one, else the country, else none."""
        return self.org or self.country


@dataclass(frozen=True, slots=True)
class GoldStatus:
    """A status that is right for an event, with its attribution."""

    status: Status
    attribution: Span | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event of a gold sentence. ``sources`` and ``targets`` are actors of the sentence.

    ``types`` holds the type and, second, another that is accepted as right. The first of
    ``statuses`` is the status proper; others are accepted too.
    """

    trigger: Span
    types: tuple[EventType, ...]
    mode: Mode | None
    sources: tuple[GoldActor, ...]
    targets: tuple[GoldActor, ...]
    statuses: tuple[GoldStatus, ...]
    when: str | None


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One annotated sentence."""

    id: str
    dateline: dt.date
    text: str
    register: str
    actors: tuple[GoldActor, ...]
    events: tuple[GoldEvent, ...]

    @property
    def document(self) -> Document:
        """The sentence as a document of its own."""
        return Document(text=self.text, date=self.dateline, location=self.id)


def read_gold(path: Path) -> list[GoldSentence]:
    """The sentences of a gold file (JSON lines; ``.gz`` and ``.xz`` are unpacked).

    Raises ``DataError`` naming the line and the field that is not as the format says.
    """
    return read_json_lines(path, parse_gold, what="a gold sentence")


def parse_gold(row: Mapping[str, Any]) -> GoldSentence:
    """One gold object. Raises ``ValueError`` or ``KeyError`` for what the format forbids."""
    text = row["text"]
    actors = tuple(_actor(a, text) for a in row.get("actors", ()))
    return GoldSentence(
        id=str(row["id"]),
        dateline=dt.date.fromisoformat(row["dateline"]),
        text=text,
        register=row.get("register") or "",
        actors=actors,
        events=tuple(_event(e, text, actors) for e in row.get("events", ())),
    )


def _span(row: Mapping[str, Any], text: str, words: str | None) -> Span:
    span = Span(row["start"], row["end"])
    found = span.of(text)
    if words is not None and found != words:
        raise ValueError(f"{words!r} expected at {span.start}-{span.end}, {found!r} found")
    return span


def _actor(row: Mapping[str, Any], text: str) -> GoldActor:
    return GoldActor(
        span=_span(row, text, row.get("span")),
        country=row.get("country"),
        org=row.get("org"),
        sector=Sector(row.get("sector") or "UNK"),
        person=row.get("person"),
    )


def _event(row: Mapping[str, Any], text: str, actors: tuple[GoldActor, ...]) -> GoldEvent:
    types = [row["type"], *([row["alt_type"]] if row.get("alt_type") else [])]
    also = row.get("also") or []
    return GoldEvent(
        trigger=_span(row, text, row.get("trigger")),
        types=tuple(EventType(t) for t in types),
        mode=Mode(row["mode"]) if row.get("mode") else None,
        sources=tuple(actors[i] for i in row.get("source") or ()),
        targets=tuple(actors[i] for i in row.get("target") or ()),
        statuses=tuple(_status(s, text) for s in (row, *also)),
        when=row.get("when"),
    )


def _status(row: Mapping[str, Any], text: str) -> GoldStatus:
    attribution = row.get("attribution")
    span = _span(attribution, text, attribution.get("span")) if attribution else None
    return GoldStatus(Status(row["status"]), span)
