"""What the rules can be asked besides events: relations, factuality and voices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.events.coder import Relation, Voiced
from dragoman.events.rules.attribution import Construction, constructions, governed_status
from dragoman.events.rules.lexicon import Need, Trigger, TriggerMatch
from dragoman.events.rules.status import find_status
from dragoman.events.rules.view import DETERMINERS, PREPOSITIONS, SentenceView
from dragoman.events.sentences import SentenceCoder, by_sentence
from dragoman.language import split_sentences
from dragoman.records import (
    Actor,
    Document,
    Event,
    EventType,
    Mention,
    MentionKind,
    Sentence,
    Span,
    Status,
)

# How far each status takes an act for a fact, -3 (not) to +3 (so). Set by hand.
FACTUALITY = {
    Status.ASSERTED: 3.0,
    Status.PLANNED: 1.5,
    Status.ALLEGED: 1.0,
    Status.SPECULATED: 0.75,
    Status.HYPOTHETICAL: 0.0,
    Status.DENIED: -3.0,
}
# Signs that end a clause or sentence and belong to nobody's words.
_EDGES = frozenset({",", ".", ";", ":", "-", "—", "–"})
_BOTH = 2  # sides of an event


class RulesProbe(SentenceCoder):
    """The methods of :class:`dragoman.events.coder.Probe` over the rules' patterns."""

    def relate(
        self, document: Document, source: Span | None, target: Span | None
    ) -> Relation | None:
        """The event between the two spans, or else the one that comes nearest to it.

        Nearest is an event with both sides, then with one, then the first of all. The spans
        are taken for two actors, whether the catalogue knows them or not.
        """
        events = self._between(document, source, target)
        if not events:
            return None
        best = max(events, key=lambda e: _fit(e, source, target))
        straight, turned = _fits(best, source, target)
        direction = 0.5 if straight == turned else float(straight > turned)
        return Relation({(best.type, best.mode, best.status): 1.0}, direction)

    def goes(self, document: Document, source: Span | None, target: Span | None) -> bool | None:
        """Whether it goes from ``source`` to ``target`` (True) or the other way (False).

        ``None`` where no pattern finds an event between the two, or some find each way.
        """
        fits = [_fits(e, source, target) for e in self._between(document, source, target)]
        ways = {
            straight > turned
            for straight, turned in fits
            if max(straight, turned) == _BOTH and straight != turned
        }
        return ways.pop() if len(ways) == 1 else None

    def _between(self, document: Document, *given: Span | None) -> list[Event]:
        """The events of the document if the given spans are actors, each a different one."""
        sentences = split_sentences(document)
        sides = [
            Mention(span, MentionKind.NAME, Actor(name, org=name), 1.0, "given")
            for span, name in zip(given, ("source", "target"), strict=True)
            if span
        ]
        others = self._resolver.resolve(document, sentences)
        kept = [m for m in others if not any(m.span.overlap(side.span) for side in sides)]
        mentions = sorted([*kept, *sides], key=lambda m: m.span)
        return [
            event
            for sentence, inside in by_sentence(sentences, mentions)
            for event in self.code_sentence(document, sentence, inside)
        ]

    def factuality(self, document: Document, words: Sequence[Span]) -> Sequence[float]:
        """By the status of the event that a word triggers, else by the cues around the word."""
        triggered = [(e.trigger, e.status) for e in self.code(document).events]
        views = list(self._views(document))
        values = []
        for word in words:
            status = next((s for trigger, s in triggered if trigger.overlap(word)), None)
            values.append(FACTUALITY[status or _status_at(views, word)])
        return values

    def voices(self, document: Document) -> Sequence[Voiced]:
        """All constructions with a voice or a cue of its own, in the order of their cues."""
        found = []
        for view in self._views(document):
            voiced = (_voiced(view, construction) for construction in constructions(view))
            found += sorted(voiced, key=lambda v: v.cue)
        return found

    @staticmethod
    def view(document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> SentenceView:
        """The sentence as the rules see it: a bare place is no actor in it."""
        actors = [m for m in mentions if m.kind is not MentionKind.PLACE or m.actor]
        return SentenceView(document, sentence, actors)

    def _views(self, document: Document) -> Iterator[SentenceView]:
        sentences = split_sentences(document)
        mentions = self._resolver.resolve(document, sentences)
        for sentence, inside in by_sentence(sentences, mentions):
            yield self.view(document, sentence, inside)


def _fit(event: Event, source: Span | None, target: Span | None) -> tuple[int, int]:
    """How many of the spans are sides of the event, and how many of them the asked side."""
    straight, turned = _fits(event, source, target)
    return max(straight, turned), straight


def _fits(event: Event, source: Span | None, target: Span | None) -> tuple[int, int]:
    """How many of the spans are the sides asked for, and how many the opposite ones."""
    straight = _names(event.sources, source) + _names(event.targets, target)
    turned = _names(event.sources, target) + _names(event.targets, source)
    return straight, turned


def _names(side: Sequence[Mention], span: Span | None) -> bool:
    return span is not None and any(m.span.overlap(span) for m in side)


def _status_at(views: Sequence[SentenceView], word: Span) -> Status:
    """The status that the cues around ``word`` give it, as they would a trigger."""
    for view in views:
        at = [i for i, token in enumerate(view.tokens) if token.span.overlap(word)]
        if at:
            match = _as_trigger(view, at[0], at[-1] + 1)
            over = tuple(c for c in constructions(view) if c.covers(at[0]))
            return find_status(view, match, governed=governed_status(over), reported=None).status
    return Status.ASSERTED


def _as_trigger(view: SentenceView, first: int, last: int) -> TriggerMatch:
    """The tokens as a trigger: a noun after an article, preposition or owner, else a verb."""
    before = view.word(first - 1)
    noun = before in DETERMINERS or before in PREPOSITIONS - {"to"}
    trigger = Trigger(
        name="",
        type=EventType.CONSULT,  # the status does not ask for the type
        mode=None,
        is_verb=not noun and view.possessor_before(first) is None,
        words=view.words[first:last],
        source=(),
        target=(),
        need=Need.ONE,
        contexts=(),
    )
    return TriggerMatch(trigger, first, last, first, frozenset())


def _voiced(view: SentenceView, construction: Construction) -> Voiced:
    first, last = construction.content
    while first < last and view.words[first] in _EDGES:
        first += 1
    while first < last and view.words[last - 1] in _EDGES:
        last -= 1
    return Voiced(
        source=(construction.voice,) if construction.voice else (),
        cue=(view.span(construction.cue_tokens),),
        content=(view.span((first, last)),) if first < last else (),
    )
