"""What went wrong with one input of many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.records.ids import content_id


class ProblemKind(StrEnum):
    """Why an input, or a part of one, was not read."""

    NO_DATE = "no-date"
    UNDECODABLE = "undecodable"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    BINARY = "binary"
    LANGUAGE = "language"
    MALFORMED = "malformed"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    CODER = "coder"


@dataclass(frozen=True, slots=True)
class Problem:
    """One input that was passed over: where it is, what was found, what to do about it."""

    kind: ProblemKind
    location: str
    message: str

    @property
    def id(self) -> str:
        """``prb-…`` from kind, location and message."""
        return content_id("prb", [self.kind.value, self.location, self.message])
