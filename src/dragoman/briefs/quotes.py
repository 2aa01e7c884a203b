"""What a brief quotes: words of a document with their place, and what they are to an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.records import Event, Span, Status


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a document, and where they stand.

    ``document`` is the document's number in the brief, from 1; ``sentence`` is numbered as in
    all records, from 0, and ``None`` where the words stand in no sentence.
    """

    document: int
    document_id: str
    sentence: int | None
    span: Span
    words: str

    @property
    def label(self) -> str:
        """What the reader sees, such as ``1·s3``."""
        return f"{self.document}" if self.sentence is None else f"{self.document}·s{self.sentence}"

    @property
    def anchor(self) -> str:
        """The id of the place in the annexed text, such as ``d1-s3``."""
        return f"d{self.document}" + ("" if self.sentence is None else f"-s{self.sentence}")


@dataclass(frozen=True, slots=True)
class Party:
    """One actor on one side of an event, as these words of the text name it.

    ``name`` is the plain name of what ``code`` stands for; where nobody was identified it is
    the words themselves and ``code`` is ``None``.
    """

    name: str
    code: str | None
    sector: str | None
    person: str | None
    body: str | None  # the agency or organisation, where it is not what the code stands for
    words: Citation
    kind: str
    reason: str

    @property
    def is_known(self) -> bool:
        """Whether the words were resolved to an actor."""
        return self.code is not None


class MarkRole(StrEnum):
    """What marked words of a sentence are to the event."""

    SOURCE = "source"
    TRIGGER = "trigger"
    TARGET = "target"
    VOICE = "voice"  # who says so
    CUE = "cue"  # what makes somebody a voice, or what decided the status
    WHEN = "when"

    @property
    def letter(self) -> str:
        """The letter that stands behind the words, so that the mark survives black and white."""
        return {"source": "S", "trigger": "E", "target": "T", "voice": "V", "cue": "C"}.get(
            self.value, "D"
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """Words and their role in the event."""

    role: MarkRole
    words: Citation


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain of attribution; without ``words`` the voice is not named."""

    words: Citation | None
    cue: Citation | None
    code: str | None


# Who says so, the outermost first; empty for the article itself.
Chain = tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Second:
    """A second status that the same sentence gives the event, and who gives it."""

    status: Status
    chain: Chain


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: for which slot, what decided, on which words."""

    slot: str
    kind: str
    name: str
    words: Citation | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """One event record of a row: its sentence, the words marked in it, and why."""

    event: Event
    sentence: Citation
    marks: tuple[Mark, ...]
    chain: Chain
    also: tuple[Second, ...]
    why: tuple[Reason, ...]

    @property
    def trigger(self) -> Citation:
        """The event word."""
        return next(m.words for m in self.marks if m.role is MarkRole.TRIGGER)


@dataclass(frozen=True, slots=True)
class Fault:
    """A citation or a number of a brief that does not hold: what was found, what expected."""

    where: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.where}: {self.found} found, {self.expected} expected"
