"""Offices of people of whom only the sector is known ("a Russian officer"), and no seat.

An actor dictionary often says no more of a person than "military" or "rebel". Such a person
holds the office ``figure-mil``, ``figure-reb`` and so on: of no single seat, and ranked behind
every real office that the person holds on the same day.
"""

from __future__ import annotations

from dragoman.records import Sector

_PREFIX = "figure-"
# Behind every office that the word lists rank (they go to 15; an unlisted one counts as 50).
RANK = 90
# The agreed ends of a list of figures, as the word lists keep offices: sector and rank.
OFFICES = {f"{_PREFIX}{s.value.lower()}": (s.value, RANK) for s in Sector}


def figure_office(sector: Sector) -> str:
    """The office of a person of whom only ``sector`` is known.

    >>> figure_office(Sector.MIL)
    'figure-mil'
    """
    return f"{_PREFIX}{sector.value.lower()}"


def is_seat(office: str) -> bool:
    """Whether one person at a time holds ``office``.

    >>> is_seat("foreign-minister"), is_seat("figure-mil")
    (True, False)
    """
    return not office.startswith(_PREFIX)
