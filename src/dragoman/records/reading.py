"""What a coder found in one document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.records.actor import Mention
from dragoman.records.document import Document, Sentence
from dragoman.records.event import Event
from dragoman.records.problem import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its sentences, mentions and events, all in text order.

    ``problems`` holds what the coder could not read (a sentence that failed, say); the
    rest of the reading stands all the same.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    coder: str
    problems: tuple[Problem, ...] = ()

    def surer(self, least: float) -> Reading:
        """The reading without events of less confidence than ``least``."""
        return replace(self, events=tuple(e for e in self.events if e.confidence >= least))
