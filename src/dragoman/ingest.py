"""From inputs to readings, and into the ledger: the one way that every command takes."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.documents import ReadOptions, read
from dragoman.events.coder import Coder, describe, together
from dragoman.records import Document, Problem, ProblemKind, Reading
from dragoman.store import Ledger

_log = logging.getLogger(__name__)

Progress = Callable[[Document | Problem], None]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a run did: documents read anew, passed over as read before, events, problems."""

    run: int
    documents: int
    known: int
    events: int
    problems: int


def code_all(
    paths: Iterable[str], *, coder: Coder, options: ReadOptions
) -> Iterator[Reading | Problem]:
    """The reading of every document at ``paths``, and a problem for every input that is none."""
    for batch in together(read(paths, options=options)):
        yield from _code_batch(batch, coder)


def _code_batch(batch: Sequence[Document | Problem], coder: Coder) -> Iterator[Reading | Problem]:
    documents = [item for item in batch if isinstance(item, Document)]
    try:
        coder.read_ahead(documents)
    except Exception:  # told when the document itself is read
        _log.exception("reading %d documents ahead", len(documents))
    for item in batch:
        yield item if isinstance(item, Problem) else code_one(item, coder)


def code_one(document: Document, coder: Coder) -> Reading | Problem:
    """The reading of ``document``; a coder that fails on it gives a problem instead."""
    try:
        return coder.code(document)
    except Exception as error:  # one document must not cost the batch
        _log.exception("coding %s", document.location or document.id)
        return Problem(
            ProblemKind.CODER,
            document.location or document.id,
            f"the coder failed on this document ({type(error).__name__}: {error}); "
            "the others were read",
        )


def ingest(
    paths: Sequence[str],
    *,
    ledger: Ledger,
    coder: Coder,
    options: ReadOptions,
    settings: Mapping[str, object],
    now: Callable[[], dt.datetime],
    progress: Progress | None = None,
) -> IngestReport:
    """Read ``paths`` into ``ledger``; documents that this coder has read are passed over.

    The run can be killed at any moment and started again: what was written stays, what was
    not is read then, and nothing is written twice.
    """
    run = ledger.start_run(
        coder=describe(coder), settings=settings, inputs=_fingerprint(paths), now=now()
    )
    totals = _Totals()
    tell = progress or (lambda _: None)
    for batch in together(read(paths, options=options)):
        new: list[Document | Problem] = []
        seen: set[str] = set()
        for item in batch:
            if isinstance(item, Problem):
                new.append(item)
            elif item.id in seen or ledger.has_reading(item.id, describe(coder)):
                totals.known += 1
                tell(item)
            else:
                seen.add(item.id)
                new.append(item)
        coded = []
        for item, reading in zip(new, _code_batch(new, coder), strict=True):
            coded.append(reading)
            tell(item)
        totals.add(ledger.add(run, coded))
    ledger.finish_run(run, now=now())
    return IngestReport(run, totals.documents, totals.known, totals.events, totals.problems)


@dataclass(slots=True)
class _Totals:
    documents: int = 0
    known: int = 0
    events: int = 0
    problems: int = 0

    def add(self, counts: tuple[int, int, int]) -> None:
        self.documents += counts[0]
        self.events += counts[1]
        self.problems += counts[2]


def _fingerprint(paths: Sequence[str]) -> str:
    """What was asked to be read, as a hash: the same request has the same one."""
    return hashlib.sha256("\n".join(paths).encode("utf-8", "surrogateescape")).hexdigest()[:20]
