"""What may take a role in a sentence: its actors, its other voices, its cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dragoman.events.model.decode import Decoder, Range, Tagged, likeliest, rounded
from dragoman.events.model.parts import HOME, SECTORS
from dragoman.events.model.thresholds import Thresholds
from dragoman.events.model.whereabouts import Home, Whereabouts, is_guess
from dragoman.events.model.words import Words
from dragoman.records import Actor, Mention, MentionKind, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may take a role, and the actor they were resolved to, if any."""

    at: Range
    span: Span
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """All candidates of a sentence, each kind in text order."""

    actors: list[Candidate]
    voices: list[Candidate]
    cues: list[Candidate]

    @property
    def all(self) -> list[Candidate]:
        """Actors, voices, cues."""
        return [*self.actors, *self.voices, *self.cues]

    @property
    def speakers(self) -> list[Candidate]:
        """Who may hold a claim."""
        return [*self.actors, *self.voices]


def find_candidates(
    where: Whereabouts, words: Words, decoder: Decoder, thresholds: Thresholds
) -> Candidates:
    """Actors, other voices, and cues of a sentence.

    Actors are the network's, with the code that the resolver gives to their words, and names
    of the resolver's that the network did not mark.
    """
    tagged = decoder.spans("actor", bias=thresholds.actor_bias)
    actors = [
        Candidate(t.at, mention.span, mention)
        for t in _mended(tagged, where, words)
        for mention in _mentions(where, words, decoder, t, thresholds)
    ]
    taken = [c.at for c in actors]
    for mention in where.mentions:
        at = words.range_of(mention.span)
        known = mention.actor and not is_guess(mention)
        if at and known and not any(_share(at, other) for other in taken):
            actors.append(Candidate(at, mention.span, mention))
    actors.sort(key=lambda c: c.at)
    spoken = {c.at[0] for c in actors}
    voices = [
        _whole(t.at, words, actors)
        for t in decoder.spans("voice")
        if t.at[0] not in spoken  # an actor with what is told of him is that actor
    ]
    cues = [Candidate(t.at, words.span_of(*t.at)) for t in decoder.spans("cue")]
    return Candidates(actors, voices, cues)


def _mended(tagged: Sequence[Tagged], where: Whereabouts, words: Words) -> Iterator[Tagged]:
    """The spans, those that lie in one person's name made one: "President | Tayyip Erdogan"."""
    persons = [m.span for m in where.mentions if m.kind is MentionKind.PERSON]
    for name, spans in groupby(tagged, key=lambda t: _holding(words.span_of(*t.at), persons)):
        parts = list(spans)
        if name and len(parts) > 1:
            at = parts[0].at[0], parts[-1].at[1]
            yield Tagged(at, max(t.probability for t in parts))
        else:
            yield from parts


def _holding(span: Span, names: Sequence[Span]) -> Span | None:
    return next((name for name in names if name.contains(span)), None)


def _whole(voice: Range, words: Words, actors: list[Candidate]) -> Candidate:
    """A voice, with the actor into which it runs: "the | North Korean news agency"."""
    actor = next((a for a in actors if a.at[0] == voice[1]), None)
    if actor is None:
        return Candidate(voice, words.span_of(*voice))
    at = voice[0], actor.at[1]
    return Candidate(at, words.span_of(*at), actor.mention)


def _mentions(
    where: Whereabouts, words: Words, decoder: Decoder, tagged: Tagged, thresholds: Thresholds
) -> list[Mention]:
    """The resolver's reading of the words, over the span that the network marked.

    Words such as "the two countries" name several actors.
    """
    span = words.span_of(*tagged.at)
    inside = [m for m in where.mentions if m.actor and not is_guess(m) and m.span.overlap(span)]
    best = max(inside, key=lambda m: (m.span.overlap(span), -m.span.start), default=None)
    if best:
        return [replace(m, span=span) for m in inside if m.span == best.span]
    sector = SECTORS[int(decoder.sectors(tagged.at).argmax())]
    told = _home(where, words, decoder, tagged.at, thresholds) or where.country_of(span, sector)
    country, sure, reason = told or (
        None,
        tagged.probability,
        "takes part in an act; nothing in the text or the catalogue tells who it is",
    )
    actor = Actor(span.of(where.text), country=country, sector=sector)
    return [Mention(span, MentionKind.DESCRIPTION, actor, rounded(sure), reason)]


def _home(
    where: Whereabouts, words: Words, decoder: Decoder, people: Range, thresholds: Thresholds
) -> Home | None:
    """The country of the name or place whose people are most likely meant."""
    anchors = [
        (a, at) for a in where.anchors if (at := words.range_of(a.span)) not in {None, people}
    ]
    chances = decoder.links([people], [at for _, at in anchors])[0, :, HOME]
    best = likeliest(chances, thresholds.home)
    if best is None or (country := where.only_country(anchors[best][0])) is None:
        return None
    name = anchors[best][0].span.of(where.text)
    return country, rounded(chances[best]), f"of the country that {name!r} tells"


def _share(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
