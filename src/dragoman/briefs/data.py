"""The brief as data: everything that the pages show, in one JSON object."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dragoman import __version__
from dragoman.briefs import wording
from dragoman.briefs.model import Act, ActorLine, Article, Brief, Listings, Point, Row
from dragoman.briefs.quotes import Chain, Citation, Cited, Mark, Party, Reason, Second
from dragoman.formats.tables import full
from dragoman.records.codec import dump

SCHEMA = "dragoman.brief/1"

_Data = dict[str, Any]


def to_json(brief: Brief) -> str:
    """The brief as one JSON object, indented, with a line end.

    - ``schema`` ("dragoman.brief/1"), ``dragoman`` (version), ``coders``, ``title``,
      ``notice``, ``first`` and ``last`` (ISO dates of the articles, or null)
    - ``headline``: ``sentence``, ``opening``, and ``clauses``, each with ``status``,
      ``label``, ``acts`` (``words``, ``rows``, ``articles``) and ``more`` (rows not named)
    - ``rows``: ``number``, ``document`` (number), ``status``, ``type``, ``modes``,
      ``contexts``, ``act`` (plain words), ``sources`` and ``targets`` (``name``, ``code``,
      ``sector``, ``person``, ``body``, ``kind``, ``reason``, ``words``: a citation),
      ``when`` (``start``, ``end``, ``precision``, ``words``), ``reported`` (ISO date),
      ``attribution`` (chains, each a list of ``voice`` and ``cue``, citations or null, and
      ``code``; an empty chain is the article itself), ``also`` (``status``, ``attribution``),
      ``confidence``, and ``readings``: each with the ``sentence`` (citation), ``marks``
      (``role``, ``letter``, ``words``), ``why`` (``slot``, ``kind``, ``name``, ``words``,
      ``score``) and ``event``, the full record as ``dragoman code`` writes it
    - ``timeline``: ``row``, ``dyad``, ``status``, ``start``, ``end``, ``told``, ``days``
    - ``actors``: ``name``, ``code``, ``country``, ``org``, ``sector``, ``person``,
      ``office``, ``named`` (``words``, ``kind``, ``citations``), ``as_source`` and
      ``as_target`` (numbers of rows)
    - ``lists``: null where no list was asked, else ``asked`` (number of names), ``matches``
      (``asked``, ``text``, ``score``, ``reasons``, ``citations``), ``notes`` (``text``,
      ``source``, ``rows``) and ``versions``
    - ``open``: ``sources``, ``targets``, ``untimed`` (row numbers), ``unresolved`` (``row``,
      ``slot``, ``words``)
    - ``not_found``: ``statuses``, ``sentences``, ``sentences_without_event``,
      ``documents_without_event``, ``outlets``, ``documents_without_outlet``, ``weak_events``
      (how many were left out for less than ``least_confidence``), ``problems`` (``kind``,
      ``location``, ``message``), ``faults`` (``where``, ``found``, ``expected``)
    - ``documents``: ``number``, ``id``, ``title``, ``outlet``, ``date``, ``date_source``,
      ``url``, ``coder``, ``text``, ``sentences`` (``index``, ``start``, ``end``,
      ``is_headline``)

    A citation has ``document``, ``document_id``, ``sentence`` (or null), ``start``, ``end``
    (characters of the document's text, the end excluded) and ``words``.
    """
    return json.dumps(_brief(brief), ensure_ascii=False, indent=2) + "\n"


def _brief(brief: Brief) -> _Data:
    missing, articles = brief.missing, {a.number: a for a in brief.articles}
    return {
        "schema": SCHEMA,
        "dragoman": __version__,
        "coders": list(brief.coders),
        "title": brief.title,
        "notice": wording.NOTICE,
        "first": brief.first.isoformat() if brief.first else None,
        "last": brief.last.isoformat() if brief.last else None,
        "headline": _headline(brief),
        "rows": [_row(row, articles[row.document]) for row in brief.rows],
        "timeline": [_point(point) for point in brief.timeline],
        "actors": [_actor(actor) for actor in brief.actors],
        "lists": _lists(brief.listings),
        "open": {
            "sources": list(brief.open.sources),
            "targets": list(brief.open.targets),
            "untimed": list(brief.open.untimed),
            "unresolved": [
                {"row": one.row, "slot": one.slot, "words": _citation(one.words)}
                for one in brief.open.unresolved
            ],
        },
        "not_found": {
            "statuses": [status.value for status in missing.statuses],
            "sentences": missing.sentences,
            "sentences_without_event": missing.sentences_without,
            "documents_without_event": list(missing.documents_without),
            "outlets": list(missing.outlets),
            "documents_without_outlet": list(missing.without_outlet),
            "weak_events": missing.weak.events,
            "least_confidence": missing.weak.least,
            "problems": [dump(problem) for problem in missing.problems],
            "faults": [dump(fault) for fault in missing.faults],
        },
        "documents": [_document(article) for article in brief.articles],
    }


def _lists(listings: Listings | None) -> _Data | None:
    if listings is None:
        return None
    return {
        "asked": listings.asked,
        "matches": [
            {
                "asked": match.asked,
                "text": match.text,
                "score": match.score,
                "reasons": list(match.reasons),
                "citations": [_citation(c) for c in match.citations],
            }
            for match in listings.matches
        ],
        "notes": [
            {"text": note.text, "source": note.source, "rows": list(note.rows)}
            for note in listings.notes
        ],
        "versions": list(listings.versions),
    }


def _headline(brief: Brief) -> _Data:
    return {
        "sentence": str(brief.headline),
        "opening": brief.headline.opening,
        "clauses": [
            {
                "status": clause.status.value,
                "label": clause.label,
                "acts": [_act(act) for act in clause.acts],
                "more": clause.more,
            }
            for clause in brief.headline.clauses
        ],
    }


def _act(act: Act) -> _Data:
    return {"words": act.words, "rows": list(act.rows), "articles": act.articles}


def _row(row: Row, article: Article) -> _Data:
    return {
        "number": row.number,
        "document": row.document,
        "status": row.status.value,
        "type": row.type.value,
        "modes": [mode.value for mode in row.modes],
        "contexts": [context.value for context in row.contexts],
        "act": row.act,
        "sources": [_party(party) for party in row.sources],
        "targets": [_party(party) for party in row.targets],
        "when": [
            {
                "start": when.start.isoformat(),
                "end": when.end.isoformat(),
                "precision": when.precision.value,
                "words": _citation(words),
            }
            for when, words in row.when
        ],
        "reported": row.reported.isoformat(),
        "attribution": [_chain(chain) for chain in row.chains],
        "also": [_second(second) for second in row.also],
        "confidence": row.confidence,
        "readings": [_reading(cited, article) for cited in row.cited],
    }


def _party(party: Party) -> _Data:
    return {
        "name": party.name,
        "code": party.code,
        "sector": party.sector,
        "person": party.person,
        "body": party.body,
        "kind": party.kind,
        "reason": party.reason,
        "words": _citation(party.words),
    }


def _chain(chain: Chain) -> list[_Data]:
    return [
        {"voice": _maybe(voice.words), "cue": _maybe(voice.cue), "code": voice.code}
        for voice in chain
    ]


def _second(second: Second) -> _Data:
    return {"status": second.status.value, "attribution": _chain(second.chain)}


def _reading(cited: Cited, article: Article) -> _Data:
    return {
        "sentence": _citation(cited.sentence),
        "marks": [_mark(mark) for mark in cited.marks],
        "why": [_reason(reason) for reason in cited.why],
        "event": full(cited.event, article.document),
    }


def _mark(mark: Mark) -> _Data:
    return {"role": mark.role.value, "letter": mark.role.letter, "words": _citation(mark.words)}


def _reason(reason: Reason) -> _Data:
    return {
        "slot": reason.slot,
        "kind": reason.kind,
        "name": reason.name,
        "words": _maybe(reason.words),
        "score": reason.score,
    }


def _point(point: Point) -> _Data:
    return {
        "row": point.row,
        "dyad": point.dyad,
        "status": point.status.value,
        "start": point.start.isoformat(),
        "end": point.end.isoformat(),
        "told": point.told,
        "days": point.days,
    }


def _actor(actor: ActorLine) -> _Data:
    return {
        "name": actor.name,
        "code": actor.code,
        "country": actor.country,
        "org": actor.org,
        "sector": actor.sector,
        "person": actor.person,
        "office": actor.office,
        "named": [
            {"words": n.words, "kind": n.kind, "citations": _citations(n.citations)}
            for n in actor.named
        ],
        "as_source": actor.as_source,
        "as_target": actor.as_target,
    }


def _document(article: Article) -> _Data:
    document = article.document
    return {
        "number": article.number,
        "id": article.id,
        "title": document.title,
        "outlet": document.outlet,
        "date": document.date.isoformat(),
        "date_source": document.date_source,
        "url": document.url,
        "coder": article.coder,
        "text": document.text,
        "sentences": [
            {
                "index": sentence.index,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "is_headline": sentence.is_headline,
            }
            for sentence in article.sentences
        ],
    }


def _citations(citations: Sequence[Citation]) -> list[_Data]:
    return [_citation(citation) for citation in citations]


def _citation(citation: Citation) -> _Data:
    return {
        "document": citation.document,
        "document_id": citation.document_id,
        "sentence": citation.sentence,
        "start": citation.span.start,
        "end": citation.span.end,
        "words": citation.words,
    }


def _maybe(citation: Citation | None) -> _Data | None:
    return _citation(citation) if citation else None
