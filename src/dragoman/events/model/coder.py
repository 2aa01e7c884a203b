"""The model coder: the network's spans and links, with actors, dates and voices around them."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.errors import DataError
from dragoman.events.coder import Relation, Voiced
from dragoman.events.model.confidence import (
    confidence,
    features_of,
    is_agreed,
    with_second_opinion,
)
from dragoman.events.model.decode import Decoder, Range, Tagged
from dragoman.events.model.network import SHIPPED, Network, load_network, read_card
from dragoman.events.model.parts import ROLES, SECTORS, STATUSES, TYPES
from dragoman.events.model.relate import relate
from dragoman.events.model.whereabouts import Home, Whereabouts, is_guess
from dragoman.events.model.words import Words
from dragoman.events.ontology import score
from dragoman.events.rules.attribution import constructions
from dragoman.events.rules.coder import RulesCoder
from dragoman.events.rules.view import SentenceView
from dragoman.events.sentences import ActorResolver, PlaceFinder, SentenceCoder, when_of
from dragoman.language import split_sentences
from dragoman.language.dates import find_dates
from dragoman.records import (
    Actor,
    Attribution,
    AttributionLink,
    Document,
    Event,
    Evidence,
    EvidenceKind,
    Mention,
    MentionKind,
    Sentence,
    Span,
)

_log = logging.getLogger(__name__)

# An act that the rules find as well needs no more of the network: on the development split 145 of
# 154 such were right in words and type.
_WITH_RULES = 0.3
# An act with both sides that the rules alone find stands where the network half sees a trigger:
# on the data for development 4 such were right, 0 wrong.
_FOR_RULES = 0.5
_TAKEN_FOR_GRANTED = 3.0  # of a word that the network does not see
_SOURCE, _TARGET, _PLACE, _HOLDER, _CUE, _HOME = range(len(ROLES))
# Raised by hand with every change of what stands here around the network.
_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a score becomes an answer; chosen on the development split (docs/coder.md)."""

    trigger_bias: float = 0.0
    event: float = 0.5  # least chance of a trigger that the rules do not find
    least: float = 0.0  # least confidence of an event that the rules do not find
    actor_bias: float = 0.0
    side: float = 0.5
    home: float = 0.5
    place: float = 0.5
    holder: float = 0.5
    cue: float = 0.5
    voice_bias: float = 0.0
    cue_bias: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may take a role, and the actor they were resolved to, if any."""

    at: Range
    span: Span
    mention: Mention | None = None
    likely: float = 1.0


class ModelProbe:
    """What the network can be asked apart from events: see :class:`dragoman.events.coder.Probe`."""

    _network: Network
    _thresholds: Thresholds
    _rules: RulesCoder | None

    def relate(
        self, document: Document, source: Span | None, target: Span | None
    ) -> Relation | None:
        """What ``source`` does to ``target``; ``None`` for a text without words.

        Where a pattern of the rules joins the two, it tells the direction: of the events for
        development with two sides in which they differ, it was right in 7 and the network in 1.
        """
        found = relate(self._network, document.text, source, target)
        goes = self._rules.goes(document, source, target) if self._rules else None
        return found if found is None or goes is None else replace(found, direction=float(goes))

    def factuality(self, document: Document, words: Sequence[Span]) -> Sequence[float]:
        """How far the author takes the act of each word for a fact, -3 to +3."""
        cut, scores = self._network.read(document.text)
        decoder = Decoder(scores)
        places = [cut.range_of(word) for word in words]
        return [decoder.factuality(at[0]) if at else _TAKEN_FOR_GRANTED for at in places]

    def voices(self, document: Document) -> Sequence[Voiced]:
        """The cues of each sentence with the voice that fits them best."""
        return [
            voiced
            for sentence in split_sentences(document)
            for voiced in self._voices(document, sentence)
        ]

    def _voices(self, document: Document, sentence: Sentence) -> Iterator[Voiced]:
        words, scores = self._network.read(sentence.span.of(document.text))
        decoder = Decoder(scores)
        cues = [t.at for t in decoder.spans("cue", bias=self._thresholds.cue_bias)]
        voices = [t.at for t in decoder.spans("voice", bias=self._thresholds.voice_bias)]
        links = decoder.links(cues, voices)
        start = sentence.span.start
        view = SentenceView(document, sentence, ())
        over = constructions(view)
        for number, cue in enumerate(cues):
            span = words.span_of(*cue).shift(start)
            best = _best(links[number, :, _HOLDER], self._thresholds.holder)
            voice = () if best is None else (words.span_of(*voices[best]).shift(start),)
            said = [c.content for c in over if view.span(c.cue_tokens).overlap(span)]
            yield Voiced(voice, (span,), tuple(view.span(c) for c in said[:1] if c[0] < c[1]))


class ModelCoder(ModelProbe, SentenceCoder):
    """Codes events with a trained network (``--coder model``)."""

    name = "model"

    def __init__(
        self,
        resolver: ActorResolver,
        places: PlaceFinder,
        network: Network,
        thresholds: Thresholds | None = None,
        calibration: Sequence[float] = (),
        rules: RulesCoder | None = None,
    ) -> None:
        super().__init__(resolver)
        self._rules = rules
        self._places = places
        self._network = network
        self._thresholds = thresholds or Thresholds()
        self._calibration = tuple(calibration)
        chosen = repr((self._thresholds, self._calibration)).encode()
        settings = hashlib.sha256(chosen).hexdigest()[:6]
        second = rules.version if rules else resolver.version
        self.version = f"{_VERSION}-{network.digest}-{settings}-{places.version}-{second}"

    def read_ahead(self, documents: Sequence[Document]) -> None:
        """See :class:`dragoman.events.coder.Coder`."""
        try:
            self._network.read_ahead(
                sentence.span.of(document.text)
                for document in documents
                for sentence in split_sentences(document)
            )
        except Exception:  # told when the sentence itself is read
            _log.exception("reading %d documents ahead", len(documents))

    def code_sentence(
        self, document: Document, sentence: Sentence, mentions: Sequence[Mention]
    ) -> list[Event]:
        """The events of one sentence in the order of their triggers."""
        start = sentence.span.start
        words, scores = self._network.read(sentence.span.of(document.text))
        words = replace(words, spans=tuple(s.shift(start) for s in words.spans))
        decoder = Decoder(scores)
        triggers = [
            t
            for t in decoder.spans("trigger", bias=self._thresholds.trigger_bias)
            if t.probability >= min(_WITH_RULES, self._thresholds.event)
        ]
        if not triggers:
            return []
        where = Whereabouts(document.text, sentence.span, mentions, self._places)
        actors, voices, cues = self._candidates(where, words, decoder)
        spans = [*actors, *voices, *cues]
        links = decoder.links([t.at for t in triggers], [c.at for c in spans])
        dates = find_dates(document.text, sentence.span, document.date)
        seconds = self._rules.code_sentence(document, sentence, mentions) if self._rules else []
        events = []
        for trigger, linked in zip(triggers, links, strict=True):
            event = self._event(document, sentence, words, decoder, trigger)
            event = self._with_links(event, linked, (actors, voices, cues))
            event = with_second_opinion(event, seconds)
            sure = _round(confidence(features_of(event), self._calibration))
            alone = trigger.probability >= self._thresholds.event and sure >= self._thresholds.least
            if alone or is_agreed(event):
                when = when_of(document.text, event.trigger, dates, event.status)
                events.append(replace(event, when=when, confidence=sure))
        inside = decoder.inside("trigger")
        for other in seconds:
            at = words.range_of(other.trigger)
            if (
                at
                and inside[at[0] : at[1]].max() >= _FOR_RULES
                and other.source_codes
                and other.target_codes
                and not any(other.trigger.overlap(e.trigger) for e in events)
            ):
                events.append(replace(other, coder=f"{self.name}/{self.version}"))
        return sorted(events, key=lambda e: e.trigger)

    def _candidates(
        self, where: Whereabouts, words: Words, decoder: Decoder
    ) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
        """Actors, other voices, and cues of a sentence.

        Actors are the network's, with the code that the resolver gives to their words, and
        after them names of the resolver's that the network did not mark.
        """
        actors = [
            Candidate(t.at, mention.span, mention, t.probability)
            for t in decoder.spans("actor", bias=self._thresholds.actor_bias)
            for mention in self._mentions(where, words, decoder, t)
        ]
        taken = [c.at for c in actors]
        for mention in where.mentions:
            at = words.range_of(mention.span)
            known = mention.actor and not is_guess(mention)
            if at and known and not any(_share(at, other) for other in taken):
                actors.append(Candidate(at, mention.span, mention))
        spoken = {c.at[0] for c in actors}
        voices, cues = (
            [Candidate(t.at, words.span_of(*t.at)) for t in decoder.spans(layer)]
            for layer in ("voice", "cue")
        )
        # an actor with what is told of him is that actor
        return actors, [v for v in voices if v.at[0] not in spoken], cues

    def _mentions(
        self, where: Whereabouts, words: Words, decoder: Decoder, tagged: Tagged
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
        told = self._home(where, words, decoder, tagged.at) or where.country_of(span, sector)
        country, sure, reason = told or (
            None,
            tagged.probability,
            "takes part in an act; nothing in the text or the catalogue tells who it is",
        )
        actor = Actor(span.of(where.text), country=country, sector=sector)
        return [Mention(span, MentionKind.DESCRIPTION, actor, _round(sure), reason)]

    def _home(
        self, where: Whereabouts, words: Words, decoder: Decoder, people: Range
    ) -> Home | None:
        """The country of the name or place whose people are most likely meant."""
        anchors = [
            (a, at) for a in where.anchors if (at := words.range_of(a.span)) not in {None, people}
        ]
        chances = decoder.links([people], [at for _, at in anchors])[0, :, _HOME]
        best = _best(chances, self._thresholds.home)
        if best is None or (country := where.only_country(anchors[best][0])) is None:
            return None
        name = anchors[best][0].span.of(where.text)
        return country, _round(chances[best]), f"of the country that {name!r} tells"

    def _event(
        self,
        document: Document,
        sentence: Sentence,
        words: Words,
        decoder: Decoder,
        trigger: Tagged,
    ) -> Event:
        """The event of a trigger without its sides."""
        types, statuses = decoder.types(trigger.at), decoder.statuses(trigger.at)
        type_, status = TYPES[int(types.argmax())], STATUSES[int(statuses.argmax())]
        mode, sure = decoder.mode(trigger.at, type_)
        span = words.span_of(*trigger.at)
        why = [
            Evidence(EvidenceKind.MODEL, "trigger", "trigger", span, _round(trigger.probability)),
            Evidence(EvidenceKind.MODEL, "type", type_.value, span, _round(types.max())),
            Evidence(EvidenceKind.MODEL, "status", status.value, None, _round(statuses.max())),
        ]
        if mode:
            why.append(Evidence(EvidenceKind.MODEL, "mode", mode.value, None, _round(sure)))
        return Event(
            document_id=document.id,
            sentence=sentence.index,
            sentence_span=sentence.span,
            type=type_,
            mode=mode,
            trigger=span,
            status=status,
            score=score(type_),
            coder=f"{self.name}/{self.version}",
            why=tuple(why),
        )

    def _with_links(
        self,
        event: Event,
        linked: npt.NDArray[np.float64],
        candidates: tuple[list[Candidate], list[Candidate], list[Candidate]],
    ) -> Event:
        """The event with its sides, its place and who says so."""
        actors, voices, cues = candidates
        most, why = len(actors), list(event.why)
        sides: dict[int, list[tuple[Mention, float]]] = {_SOURCE: [], _TARGET: []}
        for number, actor in enumerate(actors):
            chances = linked[number]
            role = _SOURCE if chances[_SOURCE] >= chances[_TARGET] else _TARGET
            if actor.mention and chances[role] >= self._thresholds.side:
                sides[role].append((actor.mention, float(chances[role])))
        for role, slot in ((_SOURCE, "source"), (_TARGET, "target")):
            why += [
                Evidence(EvidenceKind.MODEL, slot, m.reason, m.span, _round(chance))
                for m, chance in sides[role]
            ]
        place = _best(linked[:most, _PLACE], self._thresholds.place)
        attribution, evidence = self._attribution(event, linked, [*actors, *voices], cues)
        why += [evidence] if evidence else []
        return replace(
            event,
            sources=tuple(m for m, _ in sides[_SOURCE]),
            targets=tuple(m for m, _ in sides[_TARGET]),
            place=None if place is None else actors[place].mention,
            attribution=attribution,
            why=tuple(why),
        )

    def _attribution(
        self,
        event: Event,
        linked: npt.NDArray[np.float64],
        speakers: Sequence[Candidate],
        cues: Sequence[Candidate],
    ) -> tuple[Attribution | None, Evidence | None]:
        """Who says so, and why. A speech act is its speaker's own and on nobody's word."""
        holder = _best(linked[: len(speakers), _HOLDER], self._thresholds.holder)
        cue = _best(linked[len(speakers) :, _CUE], self._thresholds.cue)
        if holder is None and cue is None:
            return None, None
        if cue is not None and cues[cue].span.overlap(event.trigger):
            return None, None
        voice = None if holder is None else speakers[holder]
        link = AttributionLink(
            span=voice.span if voice else None,
            cue=None if cue is None else cues[cue].span,
            mention=voice.mention if voice else None,
        )
        row, role = (len(speakers) + (cue or 0), _CUE) if holder is None else (holder, _HOLDER)
        chance = _round(linked[row, role])
        evidence = Evidence(EvidenceKind.MODEL, "attribution", "holder", link.where, chance)
        return Attribution((link,)), evidence


@cache
def _shipped(folder: Path) -> tuple[Network, Thresholds, tuple[float, ...]]:
    card = read_card(folder)
    thresholds, calibration = Thresholds(**card["thresholds"]), tuple(card["calibration"])
    return load_network(folder), thresholds, calibration


def model_coder(
    resolver: ActorResolver,
    places: PlaceFinder,
    rules: RulesCoder | None = None,
    folder: Path = SHIPPED,
) -> ModelCoder:
    """The coder of the weights in ``folder``, by default those that Dragoman ships.

    Raises ``DataError`` when they are missing or damaged.
    """
    try:
        return ModelCoder(resolver, places, *_shipped(folder), rules)
    except (KeyError, TypeError) as error:
        raise DataError(f"{folder / 'card.json'}: not a card of this version ({error})") from error


def _best(chances: npt.NDArray[np.float64], least: float) -> int | None:
    if not len(chances) or chances.max() < least:
        return None
    return int(chances.argmax())


def _share(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _round(value: float) -> float:
    return round(float(value), 3)
