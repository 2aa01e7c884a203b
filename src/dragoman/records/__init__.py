"""The records that everything else passes around. This package imports nothing of the others."""

from dragoman.records.actor import Actor, Mention, MentionKind, Place
from dragoman.records.codes import (
    Context,
    EventType,
    Mode,
    Precision,
    QuadClass,
    Sector,
    Status,
)
from dragoman.records.document import Document, Sentence
from dragoman.records.event import (
    Attribution,
    AttributionLink,
    Event,
    Evidence,
    EvidenceKind,
    StatusReading,
    When,
)
from dragoman.records.ids import content_id
from dragoman.records.problem import Problem, ProblemKind
from dragoman.records.reading import Reading
from dragoman.records.spans import Span

__all__ = [
    "Actor",
    "Attribution",
    "AttributionLink",
    "Context",
    "Document",
    "Event",
    "EventType",
    "Evidence",
    "EvidenceKind",
    "Mention",
    "MentionKind",
    "Mode",
    "Place",
    "Precision",
    "Problem",
    "ProblemKind",
    "QuadClass",
    "Reading",
    "Sector",
    "Sentence",
    "Span",
    "Status",
    "StatusReading",
    "When",
    "content_id",
]
