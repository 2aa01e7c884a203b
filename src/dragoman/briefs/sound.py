"""What of a reading can be cited; the rest is left out and said, never shown wrongly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.briefs.citing import instances
from dragoman.briefs.quotes import Fault
from dragoman.records import Event, Mention, Reading, Sentence, Span


def citable(reading: Reading, *, id_: str) -> tuple[Reading, tuple[Fault, ...]]:
    """The part of ``reading`` whose spans hold, and a fault for everything left out.

    Left out are sentences that reach outside the text or into the one before, mentions
    outside the text, and events with a span outside the text, of another document than
    ``id_``, or whose sentence or trigger is not where they say.
    """
    length, faults = len(reading.document.text), list[Fault]()
    sentences = _sentences(reading.sentences, length, faults)
    mentions = _mentions(reading.mentions, length, faults)
    spans = {sentence.index: sentence.span for sentence in sentences}
    events = []
    for event in reading.events:
        wrong = _faults_of(event, spans, length=length, id_=id_)
        faults += wrong
        if not wrong:
            events.append(event)
    sound = replace(reading, sentences=sentences, mentions=mentions, events=tuple(events))
    return sound, tuple(faults)


def _sentences(
    sentences: Sequence[Sentence], length: int, faults: list[Fault]
) -> tuple[Sentence, ...]:
    kept: list[Sentence] = []
    for sentence in sentences:
        after = kept[-1].span.end if kept else 0
        if after <= sentence.span.start and sentence.span.end <= length:
            kept.append(sentence)
        else:
            where = f"sentence {sentence.index}"
            faults.append(Fault(where, _written(sentence.span), f"within {after}-{length}"))
    return tuple(kept)


def _mentions(mentions: Sequence[Mention], length: int, faults: list[Fault]) -> tuple[Mention, ...]:
    kept = []
    for mention in mentions:
        if mention.span.end <= length:
            kept.append(mention)
        else:
            name = mention.actor.name if mention.actor else "nobody"
            where = f"mention of {name}"
            faults.append(Fault(where, _written(mention.span), f"within 0-{length}"))
    return tuple(kept)


def _faults_of(
    event: Event, sentences: Mapping[int, Span], *, length: int, id_: str
) -> list[Fault]:
    where = f"event {event.id}"
    faults = []
    if event.document_id != id_:
        faults.append(Fault(where, f"document {event.document_id}", f"document {id_}"))
    outside = [span for span in instances(event, Span) if span.end > length]
    if outside:
        faults.append(Fault(where, _written(outside[0]), f"within 0-{length}"))
    sentence = sentences.get(event.sentence)
    if sentence is None:
        faults.append(Fault(where, f"sentence {event.sentence}", "a sentence of the reading"))
    elif sentence != event.sentence_span:
        found, expected = _written(event.sentence_span), _written(sentence)
        faults.append(Fault(f"{where}, sentence {event.sentence}", found, expected))
    if not event.trigger.length or not event.sentence_span.contains(event.trigger):
        expected = f"words within {_written(event.sentence_span)}"
        faults.append(Fault(f"{where}, trigger", _written(event.trigger), expected))
    return faults


def _written(span: Span) -> str:
    return f"characters {span.start}-{span.end}"
