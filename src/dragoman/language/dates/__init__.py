"""Placeholder until the date finder lands in the next commit."""

from __future__ import annotations
import datetime as dt
from dataclasses import dataclass
from dragoman.records import Span, When


@dataclass(frozen=True, slots=True)
class TimeExpression:
    span: Span
    when: When | None
    future: bool


def find_dates(text: str, span: Span, dateline: dt.date) -> tuple[TimeExpression, ...]:
    return ()
