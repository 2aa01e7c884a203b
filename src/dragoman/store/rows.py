"""Records as rows of the ledger's tables."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.events.ontology import quad_class
from dragoman.records import Document, Event


def document_row(document: Document, record: str) -> dict[str, object]:
    """The row of a document; ``record`` is its JSON."""
    return {
        "id": document.id,
        "date": document.date,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "location": document.location,
        "record": record,
    }


def event_row(event: Event, document: Document, record: str) -> dict[str, object]:
    """The row of an event of ``document``; ``record`` is its JSON."""
    return {
        "id": event.id,
        "coder": event.coder,
        "document_id": event.document_id,
        "date": document.date,
        "when_start": event.when.start if event.when else None,
        "when_end": event.when.end if event.when else None,
        "type": event.type.value,
        "mode": event.mode.value if event.mode else None,
        "quad": int(quad_class(event.type)),
        "status": event.status.value,
        "score": event.score,
        "confidence": event.confidence,
        "sentence": event.sentence,
        "sentence_text": event.sentence_span.of(document.text),
        "record": record,
    }


def actor_rows(event: Event, document: Document) -> Iterator[dict[str, object]]:
    """A row for each source and target of an event."""
    for side, mentions in (("source", event.sources), ("target", event.targets)):
        for position, mention in enumerate(mentions):
            actor = mention.actor
            yield {
                "event_id": event.id,
                "coder": event.coder,
                "side": side,
                "position": position,
                "code": mention.code,
                "country": actor.country if actor else None,
                "org": actor.org if actor else None,
                "sector": actor.sector.value if actor else None,
                "person": actor.person if actor else None,
                "words": mention.span.of(document.text),
            }
