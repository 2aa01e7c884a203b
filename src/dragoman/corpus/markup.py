"""The corpus markup: quick to write, easy to read, compiled to gold JSON lines.

A file is a sequence of blocks, one a story line, each opened by a header. A sentence stands
on one line with its spans marked; the lines below it, up to a blank line, annotate it::

    ## story=ken-uga-01 date=2019-03-04 register=wire region=africa
    [1:Kenya's envoy] {a:met} [2:his Ugandan counterpart] on Monday, [s1:officials] [c1:said].
    1 KEN GOV; 2 UGA GOV
    a CONSULT.meet 1>2 asserted @s1/c1 when=2019-03-04

Spans: ``[1:…]`` an actor, ``{a:…}`` the trigger of an event, ``[s1:…]`` a voice that is no
actor, ``[c1:…]`` an attribution cue. Spans may nest; a literal bracket is written ``\\[``.
A second voice or cue of one number takes a letter (``[c1b:…]``).

Actors: number, country or ``-``, sector, then ``org=ID`` and ``"Person Name"`` where known,
separated by ``;``. Events: letter, ``TYPE`` or ``TYPE.mode``, sides ``1>2`` (``1,2>3``,
``>3``, ``1>``, ``>`` for both open), status, and as needed ``@HOLDER/CUE`` (an actor's
number or a voice; a chain is written outermost first, ``@s1/c1>2/c2``; ``@/c1`` is a cue
without a holder), ``when=DAY`` or ``when=DAY/DAY``, ``place=3``, ``alt=TYPE``,
``also=STATUS@HOLDER/CUE`` for a second status, and ``same=NAME``, a name shared by all tellings
of one act, across articles too. A sentence without events has ``-`` in place of the event
lines; in it, a voice and a cue of the same number belong together. Lines that start with ``//``
are comments.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Any

from dragoman.errors import DataError
from dragoman.events.ontology import valid_mode
from dragoman.records import EventType, Mode, Sector, Span, Status

REGISTERS = (
    "wire", "analysis", "statement", "headline", "broadcast", "translated", "local", "codebook"
)  # fmt: skip
REGIONS = (
    "africa", "americas", "asia", "europe", "middle-east", "oceania", "eurasia", "global"
)  # fmt: skip
_OPENING = re.compile(r"\[(\d+|[sc]\d+[a-z]?):|\{([a-z]):")
_ACTOR = re.compile(r'(\d+)\s+(\S+)\s+([A-Z]{3})(?:\s+org=(\S+))?(?:\s+"([^"]+)")?$')
_COUNTRY = re.compile(r"[A-Z]{3}|X[A-Z0-9]{2}")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file: where, and what was expected."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with its annotation as a gold object, and where it was written."""

    gold: Mapping[str, Any]
    story: str
    region: str
    file: str
    line: int


class _Wrong(DataError):
    """A fault found while reading one sentence."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class _Header:
    story: str = ""
    date: dt.date | None = None
    register: str = ""
    region: str = ""
    count: int = field(default=0)


def parse_markup(text: str, file: str) -> Iterator[MarkedSentence | Fault]:
    """The sentences of a markup file in order, and a fault for each that cannot be read."""
    header = _Header()
    for block in _blocks(text):
        first, line = block[0]
        if line.startswith("##"):
            try:
                header = _header(line, first)
            except _Wrong as wrong:
                header = _Header()
                yield Fault(file, wrong.line, str(wrong))
            block = block[1:]
            if not block:
                continue
        try:
            yield _sentence(block, header, file)
        except _Wrong as wrong:
            yield Fault(file, wrong.line, str(wrong))


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Numbered lines between blank lines, comments left out."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("//"):
            continue
        if line.strip():
            if line.startswith("##") and block:
                yield block
                block = []
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _header(line: str, number: int) -> _Header:
    fields = dict(part.split("=", 1) for part in line[2:].split() if "=" in part)
    missing = {"story", "date", "register", "region"} - set(fields)
    if missing:
        raise _Wrong(number, f"header without {', '.join(sorted(missing))}")
    try:
        date = dt.date.fromisoformat(fields["date"])
    except ValueError as error:
        raise _Wrong(number, f"date {fields['date']!r} found; YYYY-MM-DD expected") from error
    for name, known in (("register", REGISTERS), ("region", REGIONS)):
        if fields[name] not in known:
            raise _Wrong(number, f"{name} {fields[name]!r} found; one of {', '.join(known)}")
    return _Header(fields["story"], date, fields["register"], fields["region"])


def _sentence(block: list[tuple[int, str]], header: _Header, file: str) -> MarkedSentence:
    number, marked = block[0]
    if header.date is None:
        raise _Wrong(number, "a sentence before a readable header (## story=… date=…)")
    text, spans = _spans(marked, number)
    actor_lines = [(n, line) for n, line in block[1:] if line[0].isdigit()]
    event_lines = [(n, line) for n, line in block[1:] if not line[0].isdigit()]
    numbers = sorted((k for k in spans if k.isdigit()), key=int)
    actors = _actors(actor_lines, spans, text, number)
    events = _events(event_lines, spans, text, numbers, number)
    header.count += 1
    gold: dict[str, Any] = {
        "id": f"{header.story}-{header.count:03d}",
        "dateline": header.date.isoformat(),
        "text": text,
        "register": header.register,
        "actors": [actors[key] for key in numbers],
        "events": events,
    }
    if not events and (voices := _voices(spans, text)):
        gold["voices"] = voices
    return MarkedSentence(gold, header.story, header.region, file, number)


def _spans(marked: str, number: int) -> tuple[str, dict[str, Span]]:
    """The plain text and the spans marked in it."""
    plain: list[str] = []
    length = 0
    open_spans: list[tuple[str, int, str]] = []  # key, start, closing sign
    spans: dict[str, Span] = {}
    at = 0
    while at < len(marked):
        sign = marked[at]
        opening = _OPENING.match(marked, at)
        if opening:
            key = opening.group(1) or opening.group(2)
            if key in spans or any(key == k for k, _, _ in open_spans):
                raise _Wrong(number, f"span {key!r} is marked twice")
            open_spans.append((key, length, "]" if sign == "[" else "}"))
            at = opening.end()
            continue
        if open_spans and sign == open_spans[-1][2]:
            key, start, _ = open_spans.pop()
            if start == length:
                raise _Wrong(number, f"span {key!r} is empty")
            spans[key] = Span(start, length)
            at += 1
            continue
        if sign == "\\" and at + 1 < len(marked) and marked[at + 1] in "[]{}\\":
            at += 1
            sign = marked[at]
        elif sign in "[]{}":
            raise _Wrong(number, f"{sign!r} at column {at + 1} opens or closes no span")
        plain.append(sign)
        length += 1
        at += 1
    if open_spans:
        raise _Wrong(number, f"span {open_spans[-1][0]!r} is not closed")
    text = "".join(plain)
    for key, span in spans.items():
        if span.of(text) != span.of(text).strip():
            raise _Wrong(number, f"span {key!r} has blanks at its ends")
    return text, spans


def _voices(spans: Mapping[str, Span], text: str) -> list[dict[str, Any]]:
    """Cues with the voices of the same number, in text order; the source is open without one."""
    voices = []
    for cue in sorted(key for key in spans if key[0] == "c" and len(key) > 1):
        number = cue[1:].rstrip(ascii_lowercase)
        sources = [k for k in spans if k[0] == "s" and k[1:].rstrip(ascii_lowercase) == number]
        voices += [
            {"source": _words(spans[s], text) if s else None, "cue": _words(spans[cue], text)}
            for s in sources or [""]
        ]
    return sorted(voices, key=lambda v: v["cue"]["start"])


def _words(span: Span, text: str) -> dict[str, Any]:
    return {"span": span.of(text), "start": span.start, "end": span.end}


def _actors(
    lines: list[tuple[int, str]], spans: Mapping[str, Span], text: str, number: int
) -> dict[str, dict[str, Any]]:
    actors: dict[str, dict[str, Any]] = {}
    for line_number, line in lines:
        for part in filter(None, (p.strip() for p in line.split(";"))):
            match = _ACTOR.fullmatch(part)
            if match is None:
                raise _Wrong(
                    line_number, f'actor {part!r}; N COUNTRY SECTOR org=ID "Name" expected'
                )
            key, country, sector, org, person = match.groups()
            if key not in spans:
                raise _Wrong(line_number, f"actor {key} is not marked in the sentence")
            if country != "-" and not _COUNTRY.fullmatch(country):
                raise _Wrong(line_number, f"country {country!r}; ISO alpha-3 or - expected")
            if sector not in Sector.__members__:
                raise _Wrong(line_number, f"sector {sector!r} is no PLOVER sector")
            if key in actors:
                raise _Wrong(line_number, f"actor {key} is annotated twice")
            actors[key] = {
                **_words(spans[key], text),
                "country": None if country == "-" else country,
                "org": org,
                "sector": sector,
                "person": person,
            }
    missing = [k for k in spans if k.isdigit() and k not in actors]
    if missing:
        raise _Wrong(number, f"actor(s) {', '.join(missing)} marked but not annotated")
    return actors


def _events(
    lines: list[tuple[int, str]],
    spans: Mapping[str, Span],
    text: str,
    numbers: list[str],
    number: int,
) -> list[dict[str, Any]]:
    if not lines:
        raise _Wrong(number, "no event line; write - for a sentence without events")
    events: dict[str, dict[str, Any]] = {}
    for line_number, line in lines:
        if line == "-":
            continue
        key, _, rest = line.partition(" ")
        if key not in spans or not key.isalpha():
            raise _Wrong(line_number, f"event {key!r} is not marked in the sentence")
        if key in events:
            raise _Wrong(line_number, f"event {key!r} is annotated twice")
        reader = _EventLine(line_number, spans, text, numbers)
        events[key] = {**_trigger(spans[key], text), **reader.read(rest)}
    missing = [k for k in spans if len(k) == 1 and k.isalpha() and k not in events]
    if missing:
        raise _Wrong(number, f"event(s) {', '.join(missing)} marked but not annotated")
    return sorted(events.values(), key=lambda e: (e["start"], e["end"]))


def _trigger(span: Span, text: str) -> dict[str, Any]:
    words = _words(span, text)
    return {"trigger": words["span"], "start": words["start"], "end": words["end"]}


@dataclass(frozen=True, slots=True)
class _EventLine:
    """Reads one event line after its letter."""

    number: int
    spans: Mapping[str, Span]
    text: str
    actor_keys: list[str]

    def read(self, rest: str) -> dict[str, Any]:
        """The event's part of the gold object. Raises ``_Wrong`` for what is no event line."""
        parts = rest.split()
        if len(parts) < 3 or ">" not in parts[1]:
            raise _Wrong(self.number, f"{rest!r}; TYPE.mode SOURCE>TARGET status expected")
        type_, mode = self._type(parts[0])
        source, target = parts[1].split(">", 1)
        event: dict[str, Any] = {
            "type": type_,
            "mode": mode,
            "source": self._side(source),
            "target": self._side(target),
            "status": self._status(parts[2]),
            "attribution": None,
            "when": None,
        }
        for part in parts[3:]:
            event |= self._option(part, event)
        return event

    def _option(self, part: str, event: Mapping[str, Any]) -> dict[str, Any]:
        name, sign, value = part.partition("=")
        if part.startswith("@"):
            return self._attribution(part[1:])
        if sign and name == "when":
            return {"when": self._when(value)}
        if sign and name == "place":
            return {"place": self._side(value)}
        if sign and name == "alt":
            return {"alt_type": self._type(value)[0]}
        if sign and name == "same" and value:
            return {"same": value}
        if sign and name == "also":
            status, _, holder = value.partition("@")
            second = {"status": self._status(status), "attribution": None}
            if holder:
                second |= self._attribution(holder)
            return {"also": [*event.get("also", []), second]}
        raise _Wrong(
            self.number, f"{part!r}; @HOLDER, when=, place=, alt=, also= or same= expected"
        )

    def _type(self, value: str) -> tuple[str, str | None]:
        name, _, mode = value.partition(".")
        if name not in EventType.__members__:
            raise _Wrong(self.number, f"type {name!r} is no PLOVER type")
        if not mode:
            return name, None
        if mode not in {m.value for m in Mode} or not valid_mode(EventType(name), Mode(mode)):
            raise _Wrong(self.number, f"{name} takes no mode {mode!r}")
        return name, mode

    def _status(self, value: str) -> str:
        if value not in {s.value for s in Status}:
            raise _Wrong(self.number, f"status {value!r}; one of {', '.join(Status)} expected")
        return value

    def _side(self, value: str) -> list[int]:
        keys = [key for key in value.split(",") if key]
        for key in keys:
            if key not in self.actor_keys:
                raise _Wrong(self.number, f"actor {key!r} is not marked in the sentence")
        return [self.actor_keys.index(key) for key in keys]

    def _when(self, value: str) -> str:
        days = value.split("/")
        try:
            parsed = [dt.date.fromisoformat(day) for day in days]
        except ValueError as error:
            raise _Wrong(self.number, f"when {value!r}; DAY or DAY/DAY expected") from error
        if len(parsed) > 2 or parsed != sorted(parsed):
            raise _Wrong(self.number, f"when {value!r}; a start not after its end expected")
        return value

    def _attribution(self, value: str) -> dict[str, Any]:
        links = [self._link(link) for link in value.split(">")]
        holder = links[-1]
        found: dict[str, Any] = {"attribution": holder["source"], "cue": holder["cue"]}
        if len(links) > 1:
            found["chain"] = links
        return found

    def _link(self, value: str) -> dict[str, Any]:
        source, _, cue = value.partition("/")
        for key in (source, cue):
            if key and key not in self.spans:
                raise _Wrong(self.number, f"{key!r} of the attribution is not marked")
        if not source and not cue:
            raise _Wrong(self.number, "an attribution without holder and cue")
        return {
            "source": _words(self.spans[source], self.text) if source else None,
            "cue": _words(self.spans[cue], self.text) if cue else None,
        }
