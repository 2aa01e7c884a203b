"""What a brief holds: rows of events, actors, gaps, and the articles behind them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.briefs.quotes import Chain, Citation, Cited, Fault, Party, Second
from dragoman.records import (
    Context,
    Document,
    EventType,
    Mode,
    Problem,
    Sentence,
    Status,
    When,
)


@dataclass(frozen=True, slots=True)
class Row:
    """An event as the brief shows it: all records of one document that tell the same.

    ``when`` holds the times that the text tells, with their words; where it is empty, only
    ``reported`` (the document's date) is known. ``confidence`` is the highest of the records.
    """

    number: int
    document: int
    status: Status
    type: EventType
    modes: tuple[Mode, ...]
    contexts: tuple[Context, ...]
    act: str  # "visits", in plain words
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    when: tuple[tuple[When, Citation], ...]
    reported: dt.date
    chains: tuple[Chain, ...]
    also: tuple[Second, ...]
    confidence: float
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """One statement of the headline judgement, the rows that bear it, how many articles do."""

    words: str
    rows: tuple[int, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Clause:
    """What the headline says of one status: the main acts, and how many rows beside them."""

    status: Status
    label: str
    acts: tuple[Act, ...]
    more: int

    def __str__(self) -> str:
        acts = ", ".join(
            act.words + (f" ({act.articles} articles)" if act.articles > 1 else "")
            for act in self.acts
        )
        more = f"{self.more} more" if self.more else ""
        return f"{self.label.lower()}: " + (", and ".join(part for part in (acts, more) if part))


@dataclass(frozen=True, slots=True)
class Headline:
    """The judgement in one sentence: an opening of plain counts, and a clause a status."""

    opening: str
    clauses: tuple[Clause, ...]

    def __str__(self) -> str:
        if not self.clauses:
            return f"{self.opening}."
        told = "; ".join(str(clause) for clause in self.clauses)
        return f"{self.opening} – {told}."


@dataclass(frozen=True, slots=True)
class Point:
    """A row on the timeline; without a told time it stands on the report date."""

    row: int
    dyad: str
    is_dyad: bool  # whether both sides are told
    status: Status
    start: dt.date
    end: dt.date
    told: bool
    days: str  # in words, as exactly as told


@dataclass(frozen=True, slots=True)
class Naming:
    """Words by which an actor is named, and every place where they stand."""

    words: str
    kind: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ActorLine:
    """One actor of the articles, and how many rows have it as source or target."""

    name: str
    code: str | None
    country: str | None
    org: str | None
    sector: str
    person: str | None
    office: str | None
    named: tuple[Naming, ...]
    as_source: int
    as_target: int

    @property
    def is_in_event(self) -> bool:
        """Whether any row has the actor on one side."""
        return bool(self.as_source or self.as_target)


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that take part in an event and that nothing identifies."""

    row: int
    slot: str
    words: Citation


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """What the rows leave open, by row number."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    untimed: tuple[int, ...]
    unresolved: tuple[Unresolved, ...]


@dataclass(frozen=True, slots=True)
class Weak:
    """How many events were left out for less confidence than ``least``."""

    events: int
    least: float


@dataclass(frozen=True, slots=True)
class NotFound:
    """What the articles do not hold, or what was not read."""

    statuses: tuple[Status, ...]
    sentences: int
    sentences_without: int
    documents_without: tuple[int, ...]
    outlets: tuple[str, ...]
    without_outlet: tuple[int, ...]
    weak: Weak
    problems: tuple[Problem, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A document of the brief with its number and its sentences; the annex prints it."""

    number: int
    id: str  # the document's, worked out once
    document: Document
    sentences: tuple[Sentence, ...]
    coder: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A possible match of somebody named with an entry of a sanctions list, in words."""

    asked: str
    text: str
    score: float
    reasons: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme that the acts of some rows may touch: a note to check."""

    text: str
    source: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listings:
    """What the sanctions lists say of the articles; ``asked`` is how many names were asked."""

    asked: int
    matches: tuple[Listing, ...]
    notes: tuple[ProgrammeLine, ...]
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A cited brief: everything the pages show, and nothing that depends on clock or machine.

    ``rows`` stand in the order of their numbers: by status, then by document and sentence.
    """

    title: str
    articles: tuple[Article, ...]
    headline: Headline
    rows: tuple[Row, ...]
    timeline: tuple[Point, ...]
    actors: tuple[ActorLine, ...]
    open: OpenPoints
    missing: NotFound
    listings: Listings | None = None

    @property
    def first(self) -> dt.date | None:
        """The earliest date of a document."""
        return min((a.document.date for a in self.articles), default=None)

    @property
    def last(self) -> dt.date | None:
        """The latest date of a document."""
        return max((a.document.date for a in self.articles), default=None)

    @property
    def coders(self) -> tuple[str, ...]:
        """The coders that read, each once."""
        return tuple(dict.fromkeys(a.coder for a in self.articles))

    @property
    def records(self) -> int:
        """How many event records the rows hold."""
        return sum(len(row.cited) for row in self.rows)

    def of_status(self, status: Status) -> tuple[Row, ...]:
        """The rows of that status."""
        return tuple(row for row in self.rows if row.status is status)

    def also_of_status(self, status: Status) -> tuple[Row, ...]:
        """The rows of another status to which their sentence gives this one as well."""
        return tuple(row for row in self.rows if any(s.status is status for s in row.also))
