"""What a coder is: from a document to the events that its text tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

from dragoman.records import Document, EventType, Mode, Reading, Span, Status

# Documents read together, and written in one transaction: few enough that a kill loses some
# seconds of work, many enough that sentences of one length meet and the disk does not limit.
TOGETHER = 50
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Relation:
    """What one given actor does to another.

    ``chances`` weighs every reading (type, mode, status) that the coder thinks of; ``direction``
    (0 to 1) is how far the roles go this way and not the other.
    """

    chances: Mapping[tuple[EventType, Mode | None, Status], float]
    direction: float

    @property
    def best(self) -> tuple[EventType, Mode | None, Status]:
        """The likeliest reading."""
        return max(self.chances, key=lambda reading: self.chances[reading])


@dataclass(frozen=True, slots=True)
class Voiced:
    """An attribution, an event or not: who says it, by which words, and the words said."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Coder(Protocol):
    """Reads a document. What was read before changes no reading.

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

    def read_ahead(self, documents: Sequence[Document]) -> None:
        """Says what will be coded next: a coder may do work on all of it together.

        Changes no reading.
        """


class Probe(Protocol):
    """What a coder can be asked besides, so that its parts can be measured apart."""

    def relate(
        self, document: Document, source: Span | None, target: Span | None
    ) -> Relation | None:
        """What the words ``source`` do to the words ``target`` in a one-sentence document.

        A side is ``None`` where the sentence leaves it open. ``None`` when the coder finds
        nothing between them.
        """

    def factuality(self, document: Document, words: Sequence[Span]) -> Sequence[float]:
        """How far the author takes the act of each word for a fact: -3 (not) to +3 (so)."""

    def voices(self, document: Document) -> Sequence[Voiced]:
        """All attributions of the document in text order."""


def together(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """The items in order, as many at a time as are coded together.

    >>> [len(part) for part in together(range(120))]
    [50, 50, 20]
    """
    rest = iter(items)
    while part := list(islice(rest, TOGETHER)):
        yield part


def describe(coder: Coder) -> str:
    """The coder as events carry it, such as ``rules/0.1.0``."""
    return f"{coder.name}/{coder.version}"
