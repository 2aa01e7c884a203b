"""Checking a finished brief: every citation, and every number that points at a row."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.briefs.citing import instances, sentence_at
from dragoman.briefs.model import Article, Brief
from dragoman.briefs.quotes import Citation, Cited, Fault


def verify(brief: Brief) -> list[Fault]:
    """Every citation and number of ``brief`` that does not hold; empty when all do.

    A citation holds when its document is in the brief and the span covers exactly its words,
    in the sentence it names. Marks and evidence must point into the document of their row,
    and the headline, the timeline and the gaps only at rows that there are.
    """
    articles = {article.number: article for article in brief.articles}
    faults = [
        fault
        for citation in citations(brief)
        if (fault := _fault_of(citation, articles.get(citation.document)))
    ]
    return faults + list(_faults_of_rows(brief)) + list(_faults_of_counts(brief))


def citations(brief: Brief) -> Iterator[Citation]:
    """Every citation of ``brief``, wherever it stands."""
    return instances(brief, Citation)


def _fault_of(citation: Citation, article: Article | None) -> Fault | None:
    where = f"citation [{citation.label}]"
    if article is None or article.id != citation.document_id:
        return Fault(where, f"document {citation.document_id}", "a document of the brief")
    length = len(article.document.text)
    if citation.span.end > length:
        return Fault(where, f"a span to character {citation.span.end}", f"at most {length}")
    words = citation.span.of(article.document.text)
    if words != citation.words:
        return Fault(where, f"“{citation.words}”", f"“{words}”")
    sentence = sentence_at(article, citation.span.start)
    if sentence != citation.sentence:
        return Fault(where, f"sentence {citation.sentence}", f"sentence {sentence}")
    return None


def _faults_of_rows(brief: Brief) -> Iterator[Fault]:
    for position, row in enumerate(brief.rows, start=1):
        where = f"row {row.number}"
        if row.number != position:
            yield Fault(where, f"number {row.number}", f"number {position}")
        for cited in row.cited:
            if cited.event.type is not row.type or cited.event.status is not row.status:
                yield Fault(
                    where,
                    f"an event {cited.event.type} ({cited.event.status})",
                    f"{row.type} ({row.status})",
                )
            if any(c.document != row.document for c in instances(cited, Citation)):
                yield Fault(where, "words of another document", f"document {row.document}")
            yield from _faults_of_marks(where, cited)


def _faults_of_marks(where: str, cited: Cited) -> Iterator[Fault]:
    if cited.sentence.span != cited.event.sentence_span:
        yield Fault(where, f"the sentence “{cited.sentence.words}”", "that of the event")
    for mark in cited.marks:
        if not mark.words.span.overlap(cited.sentence.span):
            yield Fault(where, f"“{mark.words.words}”, marked", "words of the sentence")


def _faults_of_counts(brief: Brief) -> Iterator[Fault]:
    rows = {row.number: row for row in brief.rows}
    for clause in brief.headline.clauses:
        of_status = {row.number for row in brief.of_status(clause.status)}
        told = {number for act in clause.acts for number in act.rows}
        if not told <= of_status or len(told) + clause.more != len(of_status):
            yield Fault(
                f"headline, {clause.label}",
                f"rows {sorted(told)} and {clause.more} more",
                f"the {len(of_status)} rows of that status",
            )
    gaps = brief.open
    pointed = {*gaps.sources, *gaps.targets, *gaps.untimed, *(u.row for u in gaps.unresolved)}
    if brief.listings:
        pointed |= {number for note in brief.listings.notes for number in note.rows}
    for number in sorted((pointed | {p.row for p in brief.timeline}) - set(rows)):
        yield Fault("open points and timeline", f"row {number}", "a row of the brief")
