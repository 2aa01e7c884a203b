"""The PLOVER ontology: what each type means, which modes it takes, and its CAMEO codes.

The facts stand in ``data/plover.toml`` and ``data/cameo.csv`` and are checked against the
closed lists of :mod:`dragoman.records.codes` when they are first used.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import DataError
from dragoman.records import Context, EventType, Mode, QuadClass, Status

_DATA = files("dragoman.events") / "data"


@dataclass(frozen=True, slots=True)
class TypeSpec:
    """What the ontology says of one event type.

    ``score`` lies on PLOVER's conflict-cooperation scale (-10 to +10). ``cameo`` and the
    values of ``modes`` are the base codes an export writes.
    """

    type: EventType
    quad: QuadClass
    score: float
    requires_target: bool
    cameo: str
    modes: Mapping[Mode, str]


@dataclass(frozen=True, slots=True)
class PloverCode:
    """The PLOVER reading of a CAMEO code."""

    type: EventType
    mode: Mode | None
    contexts: tuple[Context, ...]


@cache
def ontology() -> Mapping[EventType, TypeSpec]:
    """Every event type with what the ontology says of it, in the order of the manual.

    Raises ``DataError`` when the data file and the closed lists disagree.
    """
    table = tomllib.loads((_DATA / "plover.toml").read_text(encoding="utf-8"))
    found, expected = set(table), {t.value for t in EventType}
    if found != expected:
        raise DataError(f"plover.toml: types {sorted(found ^ expected)} are not in both lists")
    return {type_: _spec(type_, table[type_.value]) for type_ in EventType}


def _spec(type_: EventType, row: Mapping[str, object]) -> TypeSpec:
    modes = row["modes"]
    assert isinstance(modes, dict)
    return TypeSpec(
        type=type_,
        quad=QuadClass(int(str(row["quad"]))),
        score=float(str(row["score"])),
        requires_target=row["target"] == "required",
        cameo=str(row["cameo"]),
        modes={Mode(name): str(code) for name, code in modes.items()},
    )


def quad_class(type_: EventType) -> QuadClass:
    """The quad class of an event type.

    >>> quad_class(EventType.AID).name
    'MATERIAL_COOPERATION'
    """
    return ontology()[type_].quad


def score(type_: EventType) -> float:
    """The conflict-cooperation score of an event type, -10 to +10.

    >>> score(EventType.ASSAULT)
    -9.0
    """
    return ontology()[type_].score


def valid_mode(type_: EventType, mode: Mode | None) -> bool:
    """Whether ``mode`` goes with ``type_``; no mode goes with every type.

    >>> valid_mode(EventType.CONSULT, Mode.VISIT), valid_mode(EventType.AID, Mode.VISIT)
    (True, False)
    """
    return mode is None or mode in ontology()[type_].modes


def to_cameo(type_: EventType, mode: Mode | None = None) -> str:
    """The CAMEO code that an export writes for a type and mode.

    PLOVER is coarser than CAMEO, so this is one of several codes: exports mark it as derived.

    >>> to_cameo(EventType.CONSULT, Mode.VISIT)
    '042'
    """
    spec = ontology()[type_]
    return spec.modes.get(mode, spec.cameo) if mode else spec.cameo


_TALK_AND_HELP = frozenset(
    {EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID}
)
_YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
_MATERIAL_CONFLICT = frozenset(
    {
        EventType.PROTEST,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
    }
)


def fold_2018(type_: EventType, mode: Mode | None, status: Status) -> str:
    """The type as PLOVER of 2018 and data sets made by it name it: one of fifteen, no status.

    There CONCEDE and RETREAT are one type, YIELD. An act to come is the promise or the threat
    of it (AGREE, THREATEN), an act of cooperation that is denied is a refusal (REJECT), a
    conviction is ACCUSE, and a cyber attack ASSAULT.

    >>> fold_2018(EventType.AID, None, Status.PLANNED)
    'AGREE'
    >>> fold_2018(EventType.RETREAT, Mode.WITHDRAW, Status.ASSERTED)
    'YIELD'
    """
    cooperative = type_ in _TALK_AND_HELP | _YIELDING
    if (cooperative or type_ is EventType.AGREE) and status is Status.DENIED:
        return EventType.REJECT.value
    if cooperative and status is Status.PLANNED:
        return EventType.AGREE.value
    if (type_, mode) == (EventType.SANCTION, Mode.CONVICT):
        return EventType.ACCUSE.value
    if type_ in _MATERIAL_CONFLICT and status in {Status.PLANNED, Status.HYPOTHETICAL}:
        return EventType.THREATEN.value
    if (type_, mode) == (EventType.COERCE, Mode.CYBER):
        return EventType.ASSAULT.value
    return "YIELD" if type_ in _YIELDING else type_.value


@cache
def _cameo_table() -> Mapping[str, PloverCode | None]:
    text = (_DATA / "cameo.csv").read_text(encoding="utf-8")
    table: dict[str, PloverCode | None] = {}
    for row in csv.DictReader(io.StringIO(text)):
        if not row["type"]:
            table[row["cameo"]] = None
            continue
        contexts = tuple(Context(name) for name in row["contexts"].split(";") if name)
        mode = Mode(row["mode"]) if row["mode"] else None
        table[row["cameo"]] = PloverCode(EventType(row["type"]), mode, contexts)
    return table


def from_cameo(code: str) -> PloverCode | None:
    """The PLOVER reading of a CAMEO code, by the longest prefix that the table holds.

    ``None`` for public statements (01x), which PLOVER dropped, and for the bare ``08``,
    which is CONCEDE or RETREAT and cannot be told. Appeals (02x) are read as REQUEST.
    Raises ``ValueError`` for what is no CAMEO code; leading zeros matter, so pass text.

    >>> from_cameo("0871").mode.value
    'ceasefire'
    >>> from_cameo("010") is None
    True
    """
    table = _cameo_table()
    if code.isascii() and code.isdigit():
        for end in range(len(code), 1, -1):
            if code[:end] in table:
                return table[code[:end]]
    raise ValueError(f"{code!r} found; a CAMEO code of 2 to 4 digits such as '042' expected")


def cameo_codes() -> tuple[str, ...]:
    """All CAMEO codes that the mapping table holds, in order."""
    return tuple(_cameo_table())
