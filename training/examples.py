"""What the joint network learns from: sentences cut into words, with all that is marked."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.events.model.whereabouts import Anchor
from dragoman.events.model.words import Words, load_tokenizer, read_words
from dragoman.records import Span
from training.encoder import weights_folder

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger with its labels; ``links`` holds (role, number of the span) pairs."""

    at: Range
    type: str
    mode: str | None
    status: str
    links: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence. ``spans`` are all that a trigger may be linked to, voices and cues too."""

    words: Words
    spans: tuple[Range, ...] = ()
    sectors: tuple[str | None, ...] = ()
    actors: tuple[Range, ...] = ()
    voices: tuple[Range, ...] = ()
    cues: tuple[Range, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    says: tuple[tuple[Range, int], ...] = ()  # a cue, and the number of its voice's span
    facts: tuple[tuple[int, float], ...] = ()  # word, crowd's factuality
    # people without a name, by their span, with the names that tell a country, and whether theirs
    homes: tuple[tuple[int, tuple[tuple[int, bool], ...]], ...] = ()
    events: bool = True  # whether triggers and actors were marked
    untold: frozenset[int] = frozenset()  # words of which nobody said whether they are cues


@dataclass(slots=True)
class _Spans:
    """Collects the spans of a sentence, each once."""

    words: Words
    at: list[Range] = field(default_factory=list)
    sectors: list[str | None] = field(default_factory=list)

    def add(self, span: Span | None, sector: str | None = None) -> int | None:
        found = self.words.range_of(span) if span else None
        if found is None:
            return None
        if found in self.at:
            number = self.at.index(found)
            self.sectors[number] = self.sectors[number] or sector
            return number
        self.at.append(found)
        self.sectors.append(sector)
        return len(self.at) - 1


def tokenizer() -> Any:
    """The tokenizer of the starting encoder."""
    return load_tokenizer(weights_folder() / "tokenizer.json")


def corpus_example(
    gold: Mapping[str, Any],
    bystanders: Iterable[Span] = (),
    said: Iterable[tuple[Span | None, Span]] = (),
    telling: Container[str] = frozenset(),
    anchors: Sequence[Anchor] = (),
) -> Example:
    """The example of a gold sentence.

    ``bystanders`` are names that take no part in an event; ``said`` are voices with their cues
    whatever they say, which the gold leaves out where it is no event; a word of ``telling`` that
    is unmarked may be a cue all the same. ``anchors`` are the words that tell a country.
    """
    words = read_words(tokenizer(), gold["text"])
    spans = _Spans(words)
    actors = [spans.add(_span(actor), actor["sector"]) for actor in gold["actors"]]
    voices: list[Range] = []
    cues: list[Range] = []
    says: set[tuple[Range, int]] = set()

    def voiced(source: Span | None, cue: Span | None) -> tuple[int | None, int | None]:
        numbers = spans.add(source), spans.add(_whole_cue(words, gold["text"], cue))
        for number, into in zip(numbers, (voices, cues), strict=True):
            if number is not None and spans.at[number] not in into:
                into.append(spans.at[number])
        if numbers[0] is not None and numbers[1] is not None:
            says.add((spans.at[numbers[1]], numbers[0]))
        return numbers

    triggers = []
    for event in gold["events"]:
        at = words.range_of(Span(event["start"], event["end"]))
        if at is None:
            continue
        links = {
            (role, actor)
            for role in ("source", "target", "place")
            for actor in (actors[number] for number in event.get(role) or ())
            if actor is not None
        }
        for role, number in zip(
            ("holder", "cue"),
            voiced(_span(event["attribution"]), _span(event.get("cue"))),
            strict=True,
        ):
            if number is not None:
                links.add((role, number))
        for link in event.get("chain", ()):
            voiced(_span(link["source"]), _span(link["cue"]))
        triggers.append(
            Trigger(at, event["type"], event["mode"], event["status"], frozenset(links))
        )
    for source, cue in said:
        told = words.range_of(cue)
        if told and not _touches(told, cues):
            voiced(_same_or(words, source, spans.at), cue)
    for span in bystanders:
        named = words.range_of(span)
        if named and not _touches(named, spans.at):
            spans.add(span)
    homes = []
    for actor, number in zip(gold["actors"], actors, strict=True):
        named = any(
            a.by_name and a.span.overlap(Span(actor["start"], actor["end"])) for a in anchors
        )
        if number is None or named:
            continue
        near = {spans.add(a.span): actor["country"] in a.countries for a in anchors}
        near.pop(number, None)
        near.pop(None, None)
        if near:
            homes.append((number, tuple(near.items())))
    return Example(
        words,
        tuple(spans.at),
        tuple(spans.sectors),
        tuple(spans.at[a] for a in actors if a is not None),
        tuple(voices),
        tuple(cues),
        tuple(triggers),
        tuple(says),
        homes=tuple(homes),
        untold=frozenset(
            number
            for number, span in enumerate(words.spans)
            if span.of(gold["text"]).lower() in telling and not _touches((number, number + 1), cues)
        ),
    )


def voice_example(gold: Mapping[str, Any]) -> Example:
    """The example of a sentence of which all voices and cues are marked, and nothing else."""
    words = read_words(tokenizer(), gold["text"])
    spans = _Spans(words)
    voices: set[Range] = set()
    cues: set[Range] = set()
    says: set[tuple[Range, int]] = set()
    for voice in gold.get("voices", ()):
        cue, source = words.range_of(_span(voice["cue"])), spans.add(_span(voice["source"]))
        if cue:
            cues.add(cue)
        if source is not None:
            voices.add(spans.at[source])
        if cue and source is not None:
            says.add((cue, source))
    return Example(
        words,
        tuple(spans.at),
        tuple(spans.sectors),
        voices=tuple(sorted(voices)),
        cues=tuple(sorted(cues)),
        says=tuple(sorted(says)),
        events=False,
    )


_AUXILIARIES = frozenset(
    "also are been being did do does had has have is never not was were will would".split()
)


def _whole_cue(words: Words, text: str, cue: Span | None) -> Span | None:
    """A cue with its auxiliaries, as ``corpus/voices`` marks them (guidelines, section 16)."""
    at = words.range_of(cue) if cue else None
    if not at or cue is None or cue.of(text).endswith("ly"):
        return cue
    first = at[0]
    while first and words.spans[first - 1].of(text).lower() in _AUXILIARIES:
        first -= 1
    return words.span_of(first, at[1])


# Of the words of a cue these say nothing themselves.
_HELPERS = frozenset(
    "a an and as at be been being did do does for from had has have he her his in into is it its "
    "n't never not of off on or out over she still that the their them they to was were will with "
    "would also to's about against by , . : ; - — ' \" ’ “ ”".split()
)


def cue_words(golds: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """The words, in small letters, that are a cue or part of one anywhere."""
    cues = (voice["cue"]["span"].lower() for gold in golds for voice in gold.get("voices", ()))
    return frozenset(word for cue in cues for word in re.findall(r"\w+", cue)) - _HELPERS


def _span(marked: Mapping[str, Any] | None) -> Span | None:
    return Span(marked["start"], marked["end"]) if marked else None


def _touches(one: Range, others: Iterable[Range]) -> bool:
    return any(one[0] < b and a < one[1] for a, b in others)


def _same_or(words: Words, span: Span | None, known: Sequence[Range]) -> Span | None:
    """The known span that ``span`` mostly is, so that one voice does not get two spans."""
    found = words.range_of(span) if span else None
    if found is None:
        return None
    near = [r for r in known if _touches(found, [r])]
    return words.span_of(*max(near, key=lambda r: r[1] - r[0])) if near else span


def factuality_examples(path: Path) -> list[Example]:
    """Sentences with the factuality of event words (``text`` of blank-separated tokens)."""
    examples = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            words = read_words(tokenizer(), row["text"])
            starts = token_spans(row["text"])
            facts = []
            for target in row["targets"]:
                found = words.range_of(starts[target["span1"][0]])
                if found:
                    facts.append((found[0], float(target["label"])))
            examples.append(Example(words, facts=tuple(facts)))
    return examples


def token_spans(text: str) -> list[Span]:
    """The spans of the blank-separated tokens of a text.

    >>> token_spans("It was .")
    [Span(start=0, end=2), Span(start=3, end=6), Span(start=7, end=8)]
    """
    spans, at = [], 0
    for token in text.split(" "):
        if token:
            spans.append(Span(at, at + len(token)))
        at += len(token) + 1
    return spans


def tags(count: int, ranges: Sequence[Range]) -> list[int]:
    """BIO tags (0 outside, 1 begins, 2 inside); of overlapping ranges the longest is kept."""
    found = [0] * count
    for first, last in sorted(ranges, key=lambda r: r[0] - r[1]):
        if not any(found[first:last]):
            found[first:last] = [1] + [2] * (last - first - 1)
    return found
