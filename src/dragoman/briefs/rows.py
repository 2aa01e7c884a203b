"""From the events of one article to rows: what is told twice stands once, with both places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from dragoman.briefs.citing import cite
from dragoman.briefs.model import Article, Row
from dragoman.briefs.naming import Names, parties
from dragoman.briefs.phrases import label, phrase
from dragoman.briefs.quotes import (
    Chain,
    Cited,
    Mark,
    MarkRole,
    Party,
    Reason,
    Second,
    Voice,
)
from dragoman.records import Attribution, Event, Mention, Span, StatusReading, When

_T = TypeVar("_T")


def rows_of(events: Sequence[Event], article: Article, names: Names) -> Iterator[Row]:
    """The rows of one article in text order, numbered 0: the brief numbers them."""
    for group in merged(events, article):
        yield _row(group, article, names)


def merged(events: Sequence[Event], article: Article) -> list[list[Event]]:
    """Events of one document, those that tell the same together.

    The same are events of one type and status between the same codes, unless the text tells
    them apart: by times that exclude each other, or by other persons. Where nobody was
    identified the words count in place of the code.
    """
    groups: list[list[Event]] = []
    alike: defaultdict[object, list[list[Event]]] = defaultdict(list)
    for event in events:
        sides = _keys(event.sources, article), _keys(event.targets, article)
        candidates = alike[event.type, event.status, sides]
        # The latest first: what a text says again, it says of what it spoke of last.
        same = next((g for g in reversed(candidates) if _may_be_one(g, event)), None)
        if same is None:
            groups.append([event])
            candidates.append(groups[-1])
        else:
            same.append(event)
    return groups


def _keys(mentions: Sequence[Mention], article: Article) -> frozenset[str]:
    return frozenset(
        m.code or "words " + m.span.of(article.document.text).casefold() for m in mentions
    )


def _may_be_one(group: Sequence[Event], event: Event) -> bool:
    return not any(_are_told_apart(other, event) for other in group)


def _are_told_apart(one: Event, other: Event) -> bool:
    if one.when and other.when and not _overlap(one.when, other.when):
        return True
    return any(
        (mine := _persons(a)) and (theirs := _persons(b)) and mine.isdisjoint(theirs)
        for a, b in ((one.sources, other.sources), (one.targets, other.targets))
    )


def _overlap(one: When, other: When) -> bool:
    return one.start <= other.end and other.start <= one.end


def _persons(mentions: Sequence[Mention]) -> set[str]:
    return {m.actor.person for m in mentions if m.actor and m.actor.person}


def _row(events: Sequence[Event], article: Article, names: Names) -> Row:
    first = events[0]
    phrases = [phrase(e.type, e.mode, e.contexts) for e in events]
    times = {e.when: cite(article, e.when.span) for e in events if e.when}
    cited = tuple(_cited(event, article) for event in events)
    return Row(
        number=0,
        document=article.number,
        status=first.status,
        type=first.type,
        modes=tuple(dict.fromkeys(e.mode for e in events if e.mode)),
        contexts=tuple(dict.fromkeys(c for e in events for c in e.contexts)),
        act=label(phrases, has_target=bool(first.targets)),
        sources=_side([e.sources for e in events], article, names),
        targets=_side([e.targets for e in events], article, names),
        when=tuple(times.items()),
        reported=article.document.date,
        chains=_distinct((c.chain for c in cited), _said),
        also=_distinct((s for c in cited for s in c.also), lambda s: (s.status, _said(s.chain))),
        confidence=max(e.confidence for e in events),
        cited=cited,
    )


def _side(sides: Sequence[Sequence[Mention]], article: Article, names: Names) -> tuple[Party, ...]:
    """The parties that the events name on one side; the same words for the same one once."""
    named = (party for mentions in sides for party in parties(mentions, article, names))
    return _distinct(named, lambda p: (p.code, p.sector, p.person, p.words.words.casefold()))


def _said(chain: Chain) -> tuple[tuple[str | None, str | None], ...]:
    """A chain by its words, wherever they stand."""
    return tuple(
        (v.words.words if v.words else None, v.cue.words if v.cue else None) for v in chain
    )


def _distinct(items: Iterable[_T], key: Callable[[_T], object]) -> tuple[_T, ...]:
    """The first item of every key."""
    found: dict[object, _T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())


def _cited(event: Event, article: Article) -> Cited:
    return Cited(
        event=event,
        sentence=cite(article, event.sentence_span),
        marks=tuple(_marks(event, article)),
        chain=chain(event.attribution, article),
        also=tuple(_second(reading, article) for reading in event.also),
        why=tuple(_reasons(event, article)),
    )


def chain(attribution: Attribution | None, article: Article) -> Chain:
    """The voices of an attribution, the outermost first; none for the article itself."""
    if attribution is None:
        return ()
    return tuple(
        Voice(
            words=cite(article, link.span) if link.span else None,
            cue=cite(article, link.cue) if link.cue else None,
            code=link.mention.code if link.mention else None,
        )
        for link in attribution.links
    )


def _second(reading: StatusReading, article: Article) -> Second:
    return Second(reading.status, chain(reading.attribution, article))


def _marks(event: Event, article: Article) -> Iterator[Mark]:
    """What to mark in the event's sentence; words in another sentence are cited elsewhere."""
    for role, span in dict.fromkeys(_spans(event)):
        if span.length and event.sentence_span.contains(span):
            yield Mark(role, cite(article, span))


def _spans(event: Event) -> Iterator[tuple[MarkRole, Span]]:
    yield from ((MarkRole.SOURCE, m.span) for m in event.sources)
    yield MarkRole.TRIGGER, event.trigger
    yield from ((MarkRole.TARGET, m.span) for m in event.targets)
    attributions = [event.attribution, *(second.attribution for second in event.also)]
    for link in (link for a in attributions if a for link in a.links):
        if link.span:
            yield MarkRole.VOICE, link.span
        if link.cue:
            yield MarkRole.CUE, link.cue
    yield from ((MarkRole.CUE, e.span) for e in event.why if e.slot == "status" and e.span)
    if event.when:
        yield MarkRole.WHEN, event.when.span


def _reasons(event: Event, article: Article) -> Iterator[Reason]:
    for piece in event.why:
        words = cite(article, piece.span) if piece.span else None
        yield Reason(piece.slot, piece.kind.value, piece.name, words, piece.score)
    for slot, mentions in (("source", event.sources), ("target", event.targets)):
        for mention in mentions:
            yield Reason(
                slot,
                mention.kind.value,
                f"{mention.code or 'nobody'}: {mention.reason}",
                cite(article, mention.span),
                mention.score,
            )
