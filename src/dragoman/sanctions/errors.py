"""What can go wrong with a sanctions list as a whole."""

from __future__ import annotations

from dragoman.errors import DragomanError


class SanctionsListError(DragomanError, ValueError):
    """A list that is not taken: nothing of it is kept, and earlier versions stay as they are.

    ``source`` is where the list was read, ``reason`` what was found and what was expected.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: list refused: {reason}")
        self.source = source
        self.reason = reason
