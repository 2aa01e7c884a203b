"""Notes on programmes that an event may touch: something to check, never a finding.

The rules stand in ``data/programmes.csv``, each with the legal act it comes from; the table
is small, written from the public record, and no substitute for reading the act.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.records import Context, Event, EventType, Mention, Mode, Status
from dragoman.sanctions.evidence import states_of
from dragoman.sanctions.match import PossibleMatch

_STATUS_WORDS = {
    Status.ASSERTED: "the text reports it as fact",
    Status.PLANNED: "the text says it is planned",
    Status.SPECULATED: "the text speculates",
    Status.ALLEGED: "the text reports it as alleged",
    Status.DENIED: "the text says it did not happen",
    Status.HYPOTHETICAL: "the text has it as a demand, condition or fear",
}


@dataclass(frozen=True, slots=True)
class Programme:
    """One rule: which acts with a party of ``state`` may touch a regime, and from when to when.

    An event fits when its type does, and its mode, a context or a word of its sentence.
    """

    id: str
    regime: str
    state: str
    types: frozenset[EventType]
    modes: frozenset[Mode]
    contexts: frozenset[Context]
    words: re.Pattern[str] | None
    note: str
    source: str
    start: dt.date
    end: dt.date | None

    def in_force(self, day: dt.date) -> bool:
        """Whether the rule held on ``day``."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class ProgrammeNote:
    """A programme that an event may touch: a note to check."""

    programme: Programme
    event: Event
    because: tuple[str, ...]  # which party made the rule fit, and by what

    @property
    def text(self) -> str:
        """The note in words, with how sure the text is of the act.

        It reads "arms … involving North Korea: UN regime 1718 may be touched (to check: …)".
        """
        status = _STATUS_WORDS[self.event.status]
        return f"{self.programme.note} (to check: {status}; {', '.join(self.because)})"


def notes_for(
    event: Event,
    *,
    day: dt.date,
    text: str = "",
    matches: Iterable[PossibleMatch] = (),
    programmes: Sequence[Programme] | None = None,
) -> list[ProgrammeNote]:
    """The programmes that ``event`` may touch, in the order of the table.

    ``day`` is the day of the report, used where the event tells no day of its own; ``text``
    the document's text, in which words such as "missile" are looked for; ``matches`` what
    ``check_actors`` gave for the actors of the document. Acts within one state give none.
    """
    when = event.when.start if event.when else day
    sentence = event.sentence_span.of(text) if text else ""
    found = list(matches)
    notes = []
    for programme in load_programmes() if programmes is None else programmes:
        if not programme.in_force(when) or not _fits(programme, event, sentence):
            continue
        because = tuple(dict.fromkeys(_parties(programme, event, found)))
        if because and not _is_domestic(event, programme.state):
            notes.append(ProgrammeNote(programme, event, because))
    return notes


def _fits(programme: Programme, event: Event, sentence: str) -> bool:
    if event.type not in programme.types:
        return False
    return (
        event.mode in programme.modes
        or not programme.contexts.isdisjoint(event.contexts)
        or bool(programme.words and programme.words.search(sentence))
    )


def _parties(programme: Programme, event: Event, matches: Sequence[PossibleMatch]) -> Iterator[str]:
    for side, mentions in (("source", event.sources), ("target", event.targets)):
        for mention in mentions:
            actor = mention.actor
            if actor is None:
                continue
            if actor.country == programme.state:
                yield f"{side} {actor.name}"
            for match in matches:
                if match.query.name not in (actor.person, actor.name):
                    continue
                if code := _programme_about(match, programme.state):
                    yield (
                        f"{side} {actor.name} is a possible match to {match.list_name} "
                        f"{match.entry.id}, programme {code}"
                    )


def _programme_about(match: PossibleMatch, state: str) -> str | None:
    return next((code for code in match.entry.programmes if state in states_of(code)), None)


def _is_domestic(event: Event, state: str) -> bool:
    """Whether every party is of ``state``; a side left open may be another state's."""
    if not event.sources or not event.targets:
        return False
    return all(_country(mention) == state for mention in (*event.sources, *event.targets))


def _country(mention: Mention) -> str | None:
    return mention.actor.country if mention.actor else None


@cache
def load_programmes() -> tuple[Programme, ...]:
    """The rules that are shipped, in the order of the table."""
    rows = csv.DictReader(_data("programmes.csv"))
    return tuple(_programme(row) for row in rows)


def _programme(row: dict[str, str]) -> Programme:
    stems = [stem for subject in row["words"].split() for stem in _stems()[subject]]
    return Programme(
        id=row["id"],
        regime=row["regime"],
        state=row["state"],
        types=frozenset(map(EventType, row["types"].split())),
        modes=frozenset(map(Mode, row["modes"].split())),
        contexts=frozenset(map(Context, row["contexts"].split())),
        words=re.compile(rf"\b(?:{'|'.join(stems)})(?:e?s)?\b", re.IGNORECASE) if stems else None,
        note=row["note"],
        source=row["source"],
        start=dt.date.fromisoformat(row["start"]),
        end=dt.date.fromisoformat(row["end"]) if row["end"] else None,
    )


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    rows = csv.DictReader(_data("programme_words.csv"))
    return {row["subject"]: tuple(map(re.escape, row["stems"].split())) for row in rows}


def _data(name: str) -> list[str]:
    path = files("dragoman.sanctions") / "data" / name
    return path.read_text("utf-8").splitlines()
