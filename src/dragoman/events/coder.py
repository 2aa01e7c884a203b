"""What a coder is: from a document to the events that its text tells."""

from __future__ import annotations

from typing import Protocol

from dragoman.records import Document, Reading


class Coder(Protocol):
    """Reads a document. A coder keeps no state between documents.

    ``name`` and ``version`` together say what made an event; ``describe`` gives
    ``name/version``, which every event carries.
    """

    @property
    def name(self) -> str:
        """ "rules" or "model"."""

    @property
    def version(self) -> str:
        """Changes whenever the same text could be read otherwise."""

    def code(self, document: Document) -> Reading:
        """The sentences, mentions and events of ``document``.

        A sentence that fails becomes a problem of the reading; the rest is read.
        """


def describe(coder: Coder) -> str:
    """The coder as events carry it, such as ``rules/0.1.0``."""
    return f"{coder.name}/{coder.version}"
