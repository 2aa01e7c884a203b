"""Who did what to whom, how sure the text is, and who says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dragoman.records.actor import Mention
from dragoman.records.codes import Context, EventType, Mode, Precision, Status
from dragoman.records.ids import content_id
from dragoman.records.spans import Span


@dataclass(frozen=True, slots=True)
class When:
    """The days an event fell on, as the text tells: ``start`` and ``end`` both included."""

    start: dt.date
    end: dt.date
    precision: Precision
    span: Span

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"when ends {self.end} before it starts {self.start}")

    def __str__(self) -> str:
        if self.start == self.end:
            return self.start.isoformat()
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


@dataclass(frozen=True, slots=True)
class AttributionLink:
    """One voice of a chain: the words that name it, and the words that make it a voice.

    ``span`` is ``None`` where a cue stands without a named voice ("allegations of",
    "reportedly").
    """

    span: Span | None
    cue: Span | None
    mention: Mention | None = None

    def __post_init__(self) -> None:
        if self.span is None and self.cue is None:
            raise ValueError("an attribution link needs a source span or a cue span")

    @property
    def where(self) -> Span:
        """The words to show for this link: the voice, or else its cue."""
        where = self.span or self.cue
        assert where is not None
        return where


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: a chain of voices, the outermost first, the holder of the claim last."""

    links: tuple[AttributionLink, ...]

    def __post_init__(self) -> None:
        if not self.links:
            raise ValueError("an attribution needs at least one link; use None for the author")

    @property
    def holder(self) -> AttributionLink:
        """The innermost voice, who holds the claim."""
        return self.links[-1]


class EvidenceKind(StrEnum):
    """What made a coder decide."""

    RULE = "rule"
    LEXICON = "lexicon"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a slot of an event: ``what`` was decided, by which named piece."""

    kind: EvidenceKind
    slot: str  # type, source, target, status, attribution, when, place
    name: str  # the rule, the lexicon entry, or the model's head
    span: Span | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A second status that the same sentence gives the same event ("…, which Seoul denies")."""

    status: Status
    attribution: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event of one document.

    ``sources`` did it to ``targets``; either may be empty when the text leaves it open.
    ``score`` is PLOVER's conflict-cooperation value (-10 to +10) of the type. ``confidence``
    (0 to 1) is the coder's, apart from ``status``, which is the text's.
    """

    document_id: str
    sentence: int
    sentence_span: Span
    type: EventType
    trigger: Span
    status: Status
    sources: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    mode: Mode | None = None
    contexts: tuple[Context, ...] = ()
    place: Mention | None = None
    when: When | None = None
    attribution: Attribution | None = None
    also: tuple[StatusReading, ...] = ()
    score: float = 0.0
    confidence: float = 0.0
    coder: str = ""
    why: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        """``evt-…`` from the document, the type and the words of trigger, sources and targets.

        Status, time, coder and confidence do not enter: another coder that reads the same
        words the same way gives the same id, and the two readings can be compared.
        """
        sides = [
            ",".join(f"{m.span.start}-{m.span.end}" for m in sorted(side, key=lambda m: m.span))
            for side in (self.sources, self.targets)
        ]
        trigger = f"{self.trigger.start}-{self.trigger.end}"
        return content_id("evt", [self.document_id, self.type.value, trigger, *sides])

    @property
    def source_codes(self) -> tuple[str, ...]:
        """The codes of the sources that are known, each once, in text order."""
        return _codes(self.sources)

    @property
    def target_codes(self) -> tuple[str, ...]:
        """The codes of the targets that are known, each once, in text order."""
        return _codes(self.targets)


def _codes(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.code for m in mentions if m.code))
