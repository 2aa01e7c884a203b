"""Types and modes of events in plain words, from ``data/phrases.csv``.

Grave words are left out on purpose: a brief says that measures were imposed on somebody,
and that a court passed a verdict, never what that makes of anybody.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.records import Context, EventType, Mode

# In the table a verb stands as "visits/visit": of one, of several.
_NUMBER = re.compile(r"([\w-]+)/([\w-]+)")

_Key = tuple[EventType, Mode | None, Context | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """An act in words: before its target, without a target, and as its target meets it."""

    to: str
    alone: str
    undergone: str


def phrase(type_: EventType, mode: Mode | None = None, contexts: Sequence[Context] = ()) -> Phrase:
    """The words for an act: by its mode, else by the first context that has words of its own.

    >>> phrase(EventType.CONSULT, Mode.VISIT).alone
    'pays/pay a visit'
    """
    table = _table()
    candidates: list[_Key] = [(type_, mode, None)] if mode else []
    candidates += [(type_, None, context) for context in contexts]
    found = next((table[key] for key in candidates if key in table), None)
    return found or table[type_, None, None]


def label(phrases: Sequence[Phrase], *, has_target: bool) -> str:
    """What stands between source and target in a table.

    >>> label([phrase(EventType.CONSULT, Mode.VISIT)], has_target=False)
    'pays a visit'
    """
    forms = (p.to if has_target else p.alone for p in phrases)
    return "; ".join(dict.fromkeys(_numbered(form, several=False) for form in forms))


def statement(phrases: Sequence[Phrase], *, sources: Sequence[str], targets: Sequence[str]) -> str:
    """Who did what to whom as a clause; a side that is open is left out.

    >>> visit = phrase(EventType.CONSULT, Mode.VISIT)
    >>> statement([visit], sources=["Russia"], targets=["China"])
    'Russia visits China'
    >>> statement([visit], sources=[], targets=["China", "Japan"])
    'China and Japan are visited'
    """
    subject = sources or targets
    forms = [_form(p, sources=sources, targets=targets) for p in phrases]
    verbs = listed(list(dict.fromkeys(_numbered(f, several=len(subject) > 1) for f in forms)))
    clause = f"{listed(subject)} {verbs}"
    return f"{clause} {listed(targets)}" if sources and targets else clause


def listed(names: Sequence[str]) -> str:
    """Names side by side.

    >>> listed(["Seoul", "Tokyo", "Washington"])
    'Seoul, Tokyo and Washington'
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _form(phrase: Phrase, *, sources: Sequence[str], targets: Sequence[str]) -> str:
    if sources and targets:
        return phrase.to
    return phrase.undergone if targets else phrase.alone


def _numbered(form: str, *, several: bool) -> str:
    return _NUMBER.sub(r"\2" if several else r"\1", form)


@cache
def _table() -> Mapping[_Key, Phrase]:
    text = (files("dragoman.briefs") / "data" / "phrases.csv").read_text(encoding="utf-8")
    return {
        (
            EventType(row["type"]),
            Mode(row["mode"]) if row["mode"] else None,
            Context(row["context"]) if row["context"] else None,
        ): Phrase(row["to"], row["alone"], row["undergone"])
        for row in csv.DictReader(io.StringIO(text))
    }
