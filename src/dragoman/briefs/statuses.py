"""How a brief names and explains the statuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.records import Status


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A status for readers: its label, its sign (also in black and white), what it means.

    ``ink`` is its colour on white paper and ``light`` the one on a dark screen; both have a
    contrast of at least 4.5 to 1 against their ground (WCAG 2.2, level AA).
    """

    label: str
    sign: str
    shape: str  # the same sign as the chart library calls it
    ink: str
    light: str
    meaning: str


# In the order in which a brief shows them: from what the text vouches for to what it only
# imagines.
STATUSES: Mapping[Status, StatusWords] = MappingProxyType(
    {
        Status.ASSERTED: StatusWords(
            "Reported",
            "●",
            "circle",
            "#1f4e79",
            "#8fbce6",
            "the article presents it as having happened or going on, in its own voice or in "
            "a neutral report of a source",
        ),
        Status.PLANNED: StatusWords(
            "Planned",
            "►",
            "triangle-right",
            "#2b6a3f",
            "#86c79a",
            "its own source announces, schedules or intends it; it has not happened",
        ),
        Status.SPECULATED: StatusWords(
            "Speculated",
            "◆",
            "diamond",
            "#6b4696",
            "#c3a6e8",
            "it may happen or may have happened: expected or believed, without claim of knowledge",
        ),
        Status.ALLEGED: StatusWords(
            "Alleged",
            "▲",
            "triangle-up",
            "#9a4f0b",
            "#eeb06a",
            "somebody claims it or accuses another of it; the article does not take it over",
        ),
        Status.DENIED: StatusWords(
            "Denied",
            "✚",
            "cross",
            "#a1293f",
            "#f098a6",
            "the article says that it did not happen, or reports that somebody denies it",
        ),
        Status.HYPOTHETICAL: StatusWords(
            "Hypothetical",
            "■",
            "square",
            "#56616c",
            "#b4bec8",
            "a condition, demand, proposal or fear; nobody says that it happened",
        ),
    }
)
