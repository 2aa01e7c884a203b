"""Actors side by side: "Ethiopian and South African troops", "South Korea, China and Japan"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.actors.phrases import Phrase
from dragoman.actors.words import Words
from dragoman.records import MentionKind, Sector

_FORCES = frozenset({Sector.MIL, Sector.COP, Sector.SPY, Sector.REB})
_STATES_AND_BODIES = frozenset("ncro")


def share_sectors(words: Words, phrases: Sequence[Phrase]) -> None:
    """ "Ethiopian, Mozambican and South African troops" are three armies."""
    for left, right in reversed(list(pairwise(phrases))):
        if left.role != "d" or left.kind is not MentionKind.DEMONYM or right.role != "d":
            continue
        between = words.lower[left.last : right.first]
        commas = words.gaps[left.last].strip() == "," and not between
        if right.sector in _FORCES and (commas or between in (["and"], ["or"])):
            left.sector = right.sector
            left.reason += ", beside other forces"


def goes_on_as_list(words: Words, following: Sequence[Phrase], end: int) -> bool:
    """Whether another country follows as in "the leaders of South Korea, China and Japan".

    ``following`` is the next unit of the sentence, if any, ``end`` the word before which the
    first country ends.
    """
    if not following:
        return False
    unit = following[0]
    between = words.lower[end : unit.first]
    if between != ["and"] and (between or words.gaps[end].strip() != ","):
        return False
    return unit.role in _STATES_AND_BODIES and words.gaps[unit.first].strip() in {"", ","}
