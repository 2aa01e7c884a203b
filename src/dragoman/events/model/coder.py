"""The model coder: the network's spans and links, with actors, dates and voices around them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from dragoman.errors import DataError
from dragoman.events.coder import Relation, Voiced
from dragoman.events.model.candidates import find_candidates
from dragoman.events.model.confidence import (
    confidence,
    features_of,
    is_agreed,
    with_second_opinion,
)
from dragoman.events.model.decode import Decoder, Tagged, rounded
from dragoman.events.model.network import SHIPPED, Network, load_network, read_card
from dragoman.events.model.parts import STATUSES, TYPES
from dragoman.events.model.relate import relate
from dragoman.events.model.sides import among_others, side_by_side, with_own_evidence, with_sides
from dragoman.events.model.thresholds import Thresholds
from dragoman.events.model.voices import voices_of, with_voice, without_own_word
from dragoman.events.model.whereabouts import Whereabouts
from dragoman.events.model.words import Words
from dragoman.events.ontology import score
from dragoman.events.rules.coder import RulesCoder
from dragoman.events.sentences import (
    ActorResolver,
    PlaceFinder,
    SentenceCoder,
    by_sentence,
    when_of,
)
from dragoman.language import split_sentences
from dragoman.language.dates import find_dates
from dragoman.records import (
    Document,
    Event,
    Evidence,
    EvidenceKind,
    Mention,
    MentionKind,
    Sentence,
    Span,
)

# An act that the rules find as well needs no more of the network: on the development split 145 of
# 154 such were right in words and type.
_WITH_RULES = 0.3
# An act with both sides that the rules alone find stands where the network half sees a trigger.
# Such are rare: two in the 1,342 sentences for development, one of them right.
_FOR_RULES = 0.5
# A mode below this is wrong more often than right: on the data for development in 24 of 41.
_LIKELY = 0.5
_TAKEN_FOR_GRANTED = 3.0  # of a word that the network does not see
# Raised by hand with every change of what stands here around the network.
_VERSION = "2"


class ModelProbe:
    """What the network can be asked apart from events: see :class:`dragoman.events.coder.Probe`."""

    _network: Network
    _resolver: ActorResolver
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
        return [
            decoder.factuality(at[0]) if at else self._factuality_beyond(document, word)
            for word, at in zip(words, places, strict=True)
        ]

    def _factuality_beyond(self, document: Document, word: Span) -> float:
        """Of a word beyond what is read at once: as its sentence alone tells it."""
        for sentence in split_sentences(document):
            if sentence.span.contains(word):
                words, decoder = read(self._network, document, sentence)
                if at := words.range_of(word):
                    return decoder.factuality(at[0])
        return _TAKEN_FOR_GRANTED

    def voices(self, document: Document) -> Sequence[Voiced]:
        """The cues of each sentence with the voice that fits them best."""
        sentences = split_sentences(document)
        mentions = self._resolver.resolve(document, sentences)
        found: list[Voiced] = []
        for sentence, inside in by_sentence(sentences, mentions):
            view = RulesCoder.view(document, sentence, inside)
            words, decoder = read(self._network, document, sentence)
            found += voices_of(view, words, decoder, self._thresholds)
        return found


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
        self._network.read_ahead(
            sentence.span.of(document.text)
            for document in documents
            for sentence in split_sentences(document)
        )

    def code_sentence(
        self, document: Document, sentence: Sentence, mentions: Sequence[Mention]
    ) -> list[Event]:
        """The events of one sentence in the order of their triggers."""
        words, decoder = read(self._network, document, sentence)
        triggers = [
            t
            for t in decoder.spans("trigger", bias=self._thresholds.trigger_bias)
            if t.probability >= min(_WITH_RULES, self._thresholds.event)
            and not _in_a_name(words.span_of(*t.at), mentions)
        ]
        if not triggers:
            return []
        where = Whereabouts(document.text, sentence.span, mentions, self._places)
        found = find_candidates(where, words, decoder, self._thresholds)
        links = decoder.links([t.at for t in triggers], [c.at for c in found.all])
        dates = find_dates(document.text, sentence.span, document.date)
        seconds = self._rules.code_sentence(document, sentence, mentions) if self._rules else []
        events = []
        for trigger, linked in zip(triggers, links, strict=True):
            event = self._event(document, sentence, words, decoder, trigger)
            event = with_sides(event, linked, found.actors, self._thresholds)
            event = with_voice(event, linked, found, document.text, decoder, self._thresholds)
            event = with_second_opinion(event, seconds)
            event = with_own_evidence(side_by_side(among_others(event), document.text))
            event = without_own_word(event)
            sure = rounded(confidence(features_of(event), self._calibration))
            alone = trigger.probability >= self._thresholds.event and sure >= self._thresholds.least
            if alone or is_agreed(event):
                when = when_of(document.text, event.trigger, dates, event.status)
                events.append(replace(event, when=when, confidence=sure))
        inside = decoder.inside("trigger")
        for other in seconds:
            at = words.range_of(other.trigger)
            # a sentence too long to be read to its end is the rules' there
            likely = float(inside[at[0] : at[1]].max()) if at else 1.0
            if (
                likely >= _FOR_RULES
                and other.source_codes
                and other.target_codes
                and not any(other.trigger.overlap(e.trigger) for e in events)
            ):
                events.append(replace(other, coder=f"{self.name}/{self.version}"))
        return sorted(events, key=lambda e: e.trigger)

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
            Evidence(EvidenceKind.MODEL, "trigger", "trigger", span, rounded(trigger.probability)),
            Evidence(EvidenceKind.MODEL, "type", type_.value, span, rounded(types.max())),
            Evidence(EvidenceKind.MODEL, "status", status.value, None, rounded(statuses.max())),
        ]
        if mode:
            told = mode.value if sure >= _LIKELY else "not told"
            why.append(Evidence(EvidenceKind.MODEL, "mode", told, None, rounded(sure)))
        return Event(
            document_id=document.id,
            sentence=sentence.index,
            sentence_span=sentence.span,
            type=type_,
            mode=mode if sure >= _LIKELY else None,
            trigger=span,
            status=status,
            score=score(type_),
            coder=f"{self.name}/{self.version}",
            why=tuple(why),
        )


def _in_a_name(span: Span, mentions: Sequence[Mention]) -> bool:
    """Whether the words are of a name that the catalogue knows: a name tells no act."""
    names = {MentionKind.NAME, MentionKind.PERSON}
    return any(m.actor and m.kind in names and m.span.contains(span) for m in mentions)


def read(network: Network, document: Document, sentence: Sentence) -> tuple[Words, Decoder]:
    """The words of a sentence, with offsets in the document, and what the network says of them."""
    words, scores = network.read(sentence.span.of(document.text))
    start = sentence.span.start
    return replace(words, spans=tuple(s.shift(start) for s in words.spans)), Decoder(scores)


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
