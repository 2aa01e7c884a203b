"""Times in text: from "last Monday" or "late March" and a dateline to days of the calendar.

The tables of rules are in ``written`` (28 March 2024), ``months`` (in March, 2019), ``weekdays``
(yesterday, on Friday), ``relative`` (last year, three weeks ago), ``named`` (quarters, seasons,
decades), ``feasts`` and ``traps`` (what only looks like a time). ``modifiers`` reads what stands
before a time (early, since, from … to), ``tense`` whether its clause looks ahead, and ``find``
puts them together.
"""

from dragoman.language.dates.expression import TimeExpression, timex_value
from dragoman.language.dates.find import find_dates, resolve

__all__ = ["TimeExpression", "find_dates", "resolve", "timex_value"]
