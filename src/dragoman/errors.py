"""The errors that a user can meet, under one root.

Every message says what was found, what was expected and what to do.
"""

from __future__ import annotations

from dragoman.records.problem import Problem, ProblemKind


class DragomanError(Exception):
    """Root of all errors that Dragoman raises on purpose."""


class InputError(DragomanError, ValueError):
    """An input that cannot be read. ``problem`` is the same as a row for a batch."""

    def __init__(self, kind: ProblemKind, location: str, message: str) -> None:
        super().__init__(f"{location}: {message}" if location else message)
        self.problem = Problem(kind, location, message)


class SettingError(DragomanError, ValueError):
    """An option or setting whose value is not one of those expected."""


class DataError(DragomanError, RuntimeError):
    """A data file of the installation, or one the user gave, that is not as it should be."""
