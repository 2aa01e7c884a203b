"""From the words of a document to the actors that they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from dragoman.actors.compose import Composer
from dragoman.actors.discourse import Discourse
from dragoman.actors.identify import identify, organisation_code
from dragoman.actors.index import CatalogueIndex, load_index
from dragoman.actors.matcher import Found, FoundRun, Matcher
from dragoman.actors.metonyms import Placer
from dragoman.actors.offices import Offices
from dragoman.actors.people import People
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import Actor, Document, Mention, MentionKind, Sector, Sentence, Span

# "SEOUL, March 28 -", "MOSCOW (Reuters) —": where the report was written.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ /-]{2,40}(?:,[^\n–—-]{0,40})?\s*(?:\([^)\n]{2,40}\)\s*)?(?:--?|–|—)\s"
)
_NATIVE = 0.9


class Resolver:
    """Finds who is named in a document, as of the document's day. It keeps no state."""

    def __init__(self, index: CatalogueIndex) -> None:
        self._index = index
        self._matcher = Matcher(index)
        self.version = index.fingerprint

    def resolve(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        """All mentions in ``sentences``, in text order.

        A mention is as long as its words name one actor ("Russian President Vladimir Putin");
        "the" before it and "'s" behind it are outside. Words that name two actors ("the two
        countries") give two mentions with one span. ``actor`` is ``None``, or has no country,
        where the text does not tell; ``reason`` says why a reading was chosen.
        """
        scene = Scene(self._index, document.text, document.date)
        bounds = _word_bounds(scene, sentences)
        found = [self._matcher.find(scene.words, first, last) for first, last in bounds]
        scene.survey(found)
        people = People(scene, Offices(self._index, document.date))
        discourse = Discourse(scene, people)
        mentions: list[Mention] = []
        for sentence, names, bound in zip(sentences, found, bounds, strict=True):
            phrases = self._phrases(scene, people, names, bound) if names else []
            _mark_dateline(scene, phrases, sentence)
            for phrase in discourse.read(phrases, bound):
                mentions.append(phrase.mention(scene.words))
                mentions += [twin.mention(scene.words) for twin in phrase.also]
            for run in self._runs(scene, people, sentence):
                if not any(run.span.overlap(m.span) for m in mentions):
                    mentions.append(run)
        mentions.sort(key=lambda m: m.span)
        return tuple(mentions)

    def _phrases(
        self, scene: Scene, people: People, names: Sequence[Found], bound: tuple[int, int]
    ) -> list[Phrase]:
        units = []
        for index, name in enumerate(names):
            following = index + 1 < len(names) and _follows(names[index + 1], name)
            unit = identify(scene, name, bound, followed_by_name=following)
            if unit is not None:
                units.append(unit)
        phrases = Composer(scene, people, units, bound).compose()
        Placer(scene, bound).place(phrases)
        return [p for p in phrases if not (p.role == "a" and p.is_open)]

    def _runs(self, scene: Scene, people: People, sentence: Sentence) -> list[Mention]:
        """Names in scripts without spaces between words."""
        text, span = scene.words.text, sentence.span
        return [
            self._run(scene, people, run)
            for run in self._matcher.find_runs(text, span.start, span.end)
        ]

    def _run(self, scene: Scene, people: People, run: FoundRun) -> Mention:
        role, first_id = run.refs[0][0], run.refs[0][2:]
        span = Span(run.start, run.end)
        if role == "p":
            candidates = [scene.index.person(r[2:]) for r in run.refs if r[0] == "p"]
            known = people.by_full_name(candidates)
            actor = Actor(
                known.name, known.country, known.org, known.sector, known.person, known.office
            )
            return Mention(span, MentionKind.PERSON, actor, known.score, known.reason)
        if role == "n":
            state = scene.state(tuple(r[2:] for r in run.refs if r[0] == "n"), "")
            assert state is not None
            actor = Actor(state.name, state.id, None, Sector.GOV)
        elif role == "g":
            agency = scene.index.agency(first_id)
            actor = Actor(agency.name, agency.country, agency.id, agency.sector)
        elif role == "o":
            entry = scene.index.organisation(first_id)
            actor = Actor(entry.name, None, organisation_code(entry), entry.sector)
        else:
            group = scene.index.group(first_id)
            country = group.countries[0] if group.countries else None
            actor = Actor(group.name, country, group.id, group.sector)
        return Mention(span, MentionKind.NAME, actor, _NATIVE, f"native name of {actor.name}")


def _follows(name: Found, before: Found) -> bool:
    """Whether ``name``, no mere family name, starts right behind ``before``."""
    return name.first == before.last and any(ref[0] != "f" for ref in name.refs)


def _word_bounds(scene: Scene, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """For each sentence its first word and the first word after it."""
    starts, ends = scene.words.starts, scene.words.ends
    bounds = []
    for sentence in sentences:
        first = bisect_left(starts, sentence.span.start)
        last = bisect_left(starts, sentence.span.end, first)
        if last > first and ends[last - 1] > sentence.span.end:
            last -= 1  # a sentence that ends inside a word
        bounds.append((first, last))
    return bounds


def _mark_dateline(scene: Scene, phrases: Sequence[Phrase], sentence: Sentence) -> None:
    """Makes the names of a dateline places that are nobody's actors."""
    text, start = scene.words.text, sentence.span.start
    if not phrases or not text[start : start + 2].isupper():
        return
    match = _DATELINE.match(text, start, min(sentence.span.end, start + 120))
    if match is None:
        return
    for phrase in phrases:
        if scene.words.ends[phrase.last - 1] <= match.end():
            phrase.kind, phrase.is_plain_place = MentionKind.PLACE, True
            phrase.score, phrase.reason, phrase.is_open = 0.9, "dateline", False


@cache
def default_resolver() -> Resolver:
    """The resolver over the catalogue that is installed with Dragoman; made once."""
    return Resolver(load_index())
