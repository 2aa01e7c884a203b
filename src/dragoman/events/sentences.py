"""The way of a document through a coder, and what all coders do alike."""

from __future__ import annotations

import logging
import re
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol

from dragoman.events.coder import describe
from dragoman.language import split_sentences
from dragoman.language.dates import TimeExpression
from dragoman.records import (
    Document,
    Event,
    Mention,
    Place,
    Problem,
    ProblemKind,
    Reading,
    Sentence,
    Span,
    Status,
    When,
)

_log = logging.getLogger(__name__)


class ActorResolver(Protocol):
    """From the words of a document to the actors that they name.

    ``version`` changes whenever the same words could be resolved otherwise.
    """

    version: str

    def resolve(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        """All mentions in text order; mentions that name several actors share a span."""


class PlaceFinder(Protocol):
    """Finds towns and regions; ``version`` changes whenever it could find others."""

    version: str

    def find(self, text: str, span: Span) -> Sequence[Place]:
        """The places named in a part of a text, in text order."""


def by_sentence(
    sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> Iterator[tuple[Sentence, list[Mention]]]:
    """Each sentence with the mentions that lie in it; ``mentions`` stand in text order."""
    starts = [m.span.start for m in mentions]
    for sentence in sentences:
        first = bisect_left(starts, sentence.span.start)
        last = bisect_left(starts, sentence.span.end)
        yield sentence, [m for m in mentions[first:last] if m.span.end <= sentence.span.end]


class SentenceCoder(ABC):
    """A coder that reads sentence by sentence, with the actors of the whole document."""

    name: str
    version: str

    def __init__(self, resolver: ActorResolver) -> None:
        self._resolver = resolver

    def code(self, document: Document) -> Reading:
        """The reading of ``document``: see :class:`dragoman.events.coder.Coder`."""
        sentences = split_sentences(document)
        events: list[Event] = []
        problems: list[Problem] = []
        mentions: tuple[Mention, ...] = ()
        try:
            mentions = self._resolver.resolve(document, sentences)
        except Exception as error:  # the events may do without
            _log.exception("the actors of %s", document.id)
            problems.append(self._problem(document, "actors", error))
        for sentence, inside in by_sentence(sentences, mentions):
            try:
                events += self.code_sentence(document, sentence, inside)
            except Exception as error:  # one sentence must not cost the document
                _log.exception("sentence %d of %s", sentence.index, document.id)
                problems.append(self._problem(document, f"sentence {sentence.index}", error))
        return Reading(
            document=document,
            sentences=sentences,
            mentions=mentions,
            events=tuple(events),
            coder=describe(self),
            problems=tuple(problems),
        )

    def read_ahead(self, documents: Sequence[Document]) -> None:  # noqa: B027
        """See :class:`dragoman.events.coder.Coder`. By default nothing is done together."""

    @abstractmethod
    def code_sentence(
        self, document: Document, sentence: Sentence, mentions: Sequence[Mention]
    ) -> list[Event]:
        """The events of one sentence in the order of their triggers."""

    def _problem(self, document: Document, part: str, error: Exception) -> Problem:
        return Problem(
            ProblemKind.CODER,
            f"{document.location or document.id}, {part}",
            f"the {self.name} coder failed here ({type(error).__name__}: {error}); "
            "the rest of the document was read",
        )


# What opens another clause between a trigger and a date, so that the date is not the trigger's.
_OTHER_CLAUSE = re.compile(
    r";|, (?:who|which|where|and)\b|\b(?:who|which|after|before|while|when|since|until|that)\b"
)


def when_of(
    text: str, trigger: Span, dates: Sequence[TimeExpression], status: Status
) -> When | None:
    """The nearest time expression in the trigger's clause.

    An act that happened takes none that lies wholly after the dateline.
    """
    future = status in {Status.PLANNED, Status.SPECULATED, Status.HYPOTHETICAL}
    fitting = []
    for date in dates:
        if date.when is None or (date.future and not future):
            continue
        first, second = sorted((trigger, date.span))
        between = text[first.end : second.start]
        if not _OTHER_CLAUSE.search(between):
            fitting.append((len(between), date.when))
    return min(fitting, key=lambda item: item[0])[1] if fitting else None
