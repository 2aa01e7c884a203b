"""The tables of triggers and cues, read and indexed.

A row of ``triggers.csv`` says: these words, as a verb or noun, mean this type and mode;
the source stands where ``source`` says and the target where ``target`` says. Places are

``subj``, ``obj``
    subject and direct object of a verb (exchanged in the passive, where ``by`` is added);
``poss``, ``mod``
    a possessor ("Russia's visit") or a modifier ("the Russian visit") before a noun;
``between``
    "between X and Y": the first is source, the second target;
a preposition
    the actor governed by it after the trigger.

``need`` says which sides must hold a known actor for the words to count: ``one`` of them,
the ``source``, the ``target``, or ``both``. In ``words``, ``_`` stands for up to four words
and ``~noun`` for the noun in either number.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from dragoman.errors import DataError
from dragoman.events.ontology import valid_mode
from dragoman.events.rules.inflect import Form, plural, verb_forms
from dragoman.records import Context, EventType, Mode, Status

_DATA = files("dragoman.events") / "data"
_GAP = 4  # words that "_" may stand for


class Need(StrEnum):
    """Which sides of a trigger must be known."""

    ONE = "one"
    SOURCE = "source"
    TARGET = "target"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row and one of its word patterns."""

    name: str  # the words as they stand in the table, with the type: what `why` shows
    type: EventType
    mode: Mode | None
    is_verb: bool
    words: tuple[str, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    need: Need
    contexts: tuple[Context, ...]

    @property
    def literal_words(self) -> int:
        """How many words the pattern names; the more, the more it says."""
        return sum(word != "_" for word in self.words)


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """A trigger found at tokens ``first`` to ``last`` (excluded), its head at ``head``."""

    trigger: Trigger
    first: int
    last: int
    head: int
    forms: frozenset[Form]


class CuePlace(StrEnum):
    """Where a cue stands to the words whose status it sets."""

    AUXILIARY = "auxiliary"  # in the verb group
    DETERMINER = "determiner"  # opens the noun phrase
    ADJECTIVE = "adjective"  # before the noun
    ADVERB = "adverb"  # in the clause
    NOUN = "noun"  # governs the noun phrase or clause
    VERB = "verb"  # governs the clause
    CONJUNCTION = "conjunction"  # opens the clause


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that set a status."""

    words: tuple[str, ...]
    status: Status
    place: CuePlace


class TriggerLexicon:
    """All triggers, found by the first word's form."""

    def __init__(self, triggers: Sequence[Trigger]) -> None:
        self._by_word: dict[str, list[tuple[Trigger, frozenset[Form]]]] = {}
        for trigger in triggers:
            for word, forms in _first_words(trigger):
                self._by_word.setdefault(word, []).append((trigger, forms))
        self._nouns = {w for t in triggers if not t.is_verb for w in _number(t.words[-1])}

    def is_noun(self, word: str) -> bool:
        """Whether ``word`` is the head of a noun of the table."""
        return word in self._nouns

    def matches(self, words: Sequence[str]) -> Iterator[TriggerMatch]:
        """Every pattern that fits somewhere in the lower-case ``words`` of a sentence."""
        for first, word in enumerate(words):
            for trigger, forms in self._by_word.get(word, ()):
                last = _fit(trigger, words, first)
                if last is None:
                    continue
                head = first if trigger.is_verb else last - 1
                yield TriggerMatch(trigger, first, last, head, forms)


def _first_words(trigger: Trigger) -> Iterator[tuple[str, frozenset[Form]]]:
    if trigger.is_verb:
        yield from verb_forms(trigger.words[0]).items()
    elif len(trigger.words) == 1:
        for word in _number(trigger.words[0]):
            yield word, frozenset()
    else:
        yield trigger.words[0], frozenset()


def _number(noun: str) -> tuple[str, str]:
    return noun, plural(noun)


def _fit(trigger: Trigger, words: Sequence[str], first: int) -> int | None:
    """The end of the trigger's pattern when it starts at ``first``, or ``None``."""
    at = first + 1
    last_is_head_noun = not trigger.is_verb
    gap = 0
    for position, want in enumerate(trigger.words[1:], start=2):
        if want == "_":
            gap = _GAP
            continue
        noun = want.startswith("~") or (last_is_head_noun and position == len(trigger.words))
        wanted = _number(want.removeprefix("~")) if noun else (want,)
        found = _seek(words, at, gap, wanted)
        if found is None:
            return None
        at, gap = found + 1, 0
    return at


def _seek(words: Sequence[str], at: int, gap: int, wanted: tuple[str, ...]) -> int | None:
    for index in range(at, min(at + gap + 1, len(words))):
        if words[index] in wanted:
            return index
        if words[index] in {",", ";", ":", ".", "that", "who", "which", "after", "before"}:
            return None
    return None


@cache
def tables_digest() -> str:
    """Eight digits that change with any of the tables: part of the coder's version."""
    digest = hashlib.sha256()
    for name in ("triggers.csv", "cues.csv", "off_topic.csv"):
        digest.update((_DATA / name).read_bytes())
    return digest.hexdigest()[:8]


@cache
def triggers() -> TriggerLexicon:
    """The lexicon of the table that Dragoman ships."""
    return TriggerLexicon(tuple(read_triggers((_DATA / "triggers.csv").read_text("utf-8"))))


def read_triggers(table: str) -> Iterator[Trigger]:
    """The triggers of a table in the layout of ``triggers.csv``.

    Raises ``DataError`` for a row whose codes are not in the closed lists.
    """
    for line, row in enumerate(csv.DictReader(io.StringIO(table)), start=2):
        try:
            type_ = EventType(row["type"])
            mode = Mode(row["mode"]) if row["mode"] else None
            need = Need(row["need"])
            contexts = tuple(Context(c) for c in row["contexts"].split(";") if c)
        except ValueError as error:
            raise DataError(f"triggers.csv, line {line}: {error}") from error
        if not valid_mode(type_, mode):
            raise DataError(f"triggers.csv, line {line}: {type_} takes no mode {mode!r}")
        for words in row["words"].split(";"):
            yield Trigger(
                name=f"{type_} {row['pos']} '{words}'",
                type=type_,
                mode=mode,
                is_verb=row["pos"] == "verb",
                words=tuple(words.split()),
                source=tuple(row["source"].split()),
                target=tuple(row["target"].split()),
                need=need,
                contexts=contexts,
            )


# A sentence with so many words of one such topic is about that topic and tells no event.
_OFF_TOPIC_WORDS = 2


def off_topic(words: Sequence[str]) -> bool:
    """Whether a sentence is about sport or markets, where acts of war are figures of speech.

    >>> off_topic("japan attacked early and scored the only goal".split())
    True
    """
    there = set(words)
    return any(len(there & topic) >= _OFF_TOPIC_WORDS for topic in _topics())


@cache
def _topics() -> tuple[frozenset[str], ...]:
    table = (_DATA / "off_topic.csv").read_text("utf-8")
    return tuple(frozenset(r["words"].split(";")) for r in csv.DictReader(io.StringIO(table)))


@cache
def cues() -> Mapping[CuePlace, tuple[Cue, ...]]:
    """The cues of the table that Dragoman ships, by place."""
    table = (_DATA / "cues.csv").read_text("utf-8")
    found: dict[CuePlace, list[Cue]] = {place: [] for place in CuePlace}
    for row in csv.DictReader(io.StringIO(table)):
        place, status = CuePlace(row["place"]), Status(row["status"])
        found[place] += [Cue(tuple(w.split()), status, place) for w in row["words"].split(";")]
    return {place: tuple(group) for place, group in found.items()}


@cache
def cue_verbs() -> Mapping[str, tuple[Cue, frozenset[Form]]]:
    """Every form of the verbs that govern a clause, by its (first) word."""
    found: dict[str, tuple[Cue, frozenset[Form]]] = {}
    for cue in cues()[CuePlace.VERB]:
        for word, forms in verb_forms(cue.words[0]).items():
            found.setdefault(word, (cue, forms))
    return found
