"""A time expression of a text, and its value as annotated corpora write it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Precision, Span, When


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time.

    ``when`` is ``None`` where they cannot be resolved from the dateline ("two days later", "in
    recent weeks"): nothing is guessed. ``future`` says that the time lies wholly after the
    dateline, which may be known even then ("in the coming weeks").
    """

    span: Span
    when: When | None
    future: bool


def timex_value(when: When) -> str | None:
    """The days as the value of a TimeML ``TIMEX3`` of type DATE.

    The unit that the words name decides: ``2024-03-28``, ``2024-W13`` (ISO week), ``2024-03``,
    ``2024-Q1``, ``2024``. ``None`` for a stretch of other length, which TimeML has no value for.

    >>> import datetime as dt
    >>> march = When(dt.date(2024, 3, 1), dt.date(2024, 3, 10), Precision.MONTH, Span(0, 11))
    >>> timex_value(march)
    '2024-03'
    """
    start = when.start
    match when.precision:
        case Precision.DAY:
            return start.isoformat()
        case Precision.WEEK:
            year, week, _ = start.isocalendar()
            return f"{year:04}-W{week:02}"
        case Precision.MONTH:
            return f"{start.year:04}-{start.month:02}"
        case Precision.QUARTER:
            return f"{start.year:04}-Q{(start.month + 2) // 3}"
        case Precision.YEAR:
            return f"{start.year:04}"
        case Precision.INTERVAL:
            return None
