"""The brief as Markdown: for notes and for whoever reads plain text."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman import __version__
from dragoman.briefs import wording
from dragoman.briefs.days import day
from dragoman.briefs.markdown_rows import escaped, note, quoted, row_lines
from dragoman.briefs.model import ActorLine, Article, Brief
from dragoman.briefs.statuses import STATUSES


def to_markdown(brief: Brief) -> str:
    """The page as Markdown with footnotes: ``[^1-s3]`` cites article 1, sentence 3."""
    parts = (
        _head(brief),
        _headline(brief),
        _timeline(brief),
        _events(brief),
        _actors(brief),
        _lists(brief),
        _open(brief),
        _missing(brief),
        _annex(brief),
        _how_to_read(brief),
        _footnotes(brief),
    )
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"


def _head(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield ""
    yield f"Dragoman brief · {wording.NOTICE}"
    yield ""
    yield f"- Dates: {wording.period(brief)}"
    yield f"- Articles: {len(brief.articles)}"
    if brief.missing.outlets:
        yield f"- Outlets: {escaped(', '.join(brief.missing.outlets))}"
    yield f"- Events: {brief.records} in {wording.counted(len(brief.rows), 'row')}"
    yield f"- Coder: {escaped(', '.join(brief.coders)) or 'none'}"


def _headline(brief: Brief) -> Iterator[str]:
    yield "## In one sentence"
    yield ""
    if not brief.headline.clauses:
        yield f"{brief.headline.opening}."
        return
    yield f"{brief.headline.opening}:"
    yield ""
    for clause in brief.headline.clauses:
        acts = [
            escaped(act.words)
            + (f" ({act.articles} articles)" if act.articles > 1 else "")
            + f" (row {', '.join(map(str, act.rows))})"
            for act in clause.acts
        ]
        more = [f"and {clause.more} more"] if clause.more else []
        end = "." if clause is brief.headline.clauses[-1] else ";"
        yield f"- **{clause.label}:** {'; '.join(acts + more)}{end}"


def _timeline(brief: Brief) -> Iterator[str]:
    if not brief.timeline:
        return
    yield "## Timeline"
    yield ""
    yield "| Day | Told or report date | Who → whom | Status | Row |"
    yield "| --- | --- | --- | --- | --- |"
    for point in brief.timeline:
        told = "told" if point.told else "report date"
        yield f"| {point.days} | {told} | {escaped(point.dyad)} | {point.status} | {point.row} |"


def _events(brief: Brief) -> Iterator[str]:
    yield "## Events"
    if not brief.rows:
        yield ""
        yield "No event was found."
    for status, words in STATUSES.items():
        rows, elsewhere = brief.of_status(status), brief.also_of_status(status)
        if not rows and not elsewhere:
            continue
        yield ""
        yield f"### {words.sign} {words.label}"
        yield ""
        yield f"`{status}` – {words.meaning}."
        if elsewhere:
            numbers = ", ".join(str(row.number) for row in elsewhere)
            yield ""
            yield f"Also {status}, beside another status: row {numbers}."
        for row in rows:
            yield ""
            yield from row_lines(row, brief.articles[row.document - 1].document.outlet)


def _actors(brief: Brief) -> Iterator[str]:
    yield "## Actors"
    yield ""
    if not brief.actors:
        yield "No actor was identified."
        return
    yield "| Actor | Code | Sector | How it is named | Source in | Target in |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for actor in brief.actors:
        office = f", {escaped(actor.office)}" if actor.office not in (None, actor.name) else ""
        yield (
            f"| {escaped(actor.name)}{office} | `{actor.code or '–'}` | `{actor.sector}` "
            f"| {_naming(actor)} | {actor.as_source or '–'} | {actor.as_target or '–'} |"
        )


def _naming(actor: ActorLine) -> str:
    return ", ".join(
        quoted(naming.words) + "".join(dict.fromkeys(map(note, naming.citations)))
        for naming in actor.named
    )


def _lists(brief: Brief) -> Iterator[str]:
    found = brief.listings
    if found is None:
        return
    yield "## Sanctions lists"
    yield ""
    yield wording.LISTS_NOTICE
    yield ""
    for line in found.matches:
        places = "".join(dict.fromkeys(map(note, line.citations)))
        yield f"- {escaped(line.asked)}{places}: {escaped(line.text)}"
        for reason in line.reasons:
            yield f"  - {escaped(reason)}"
    if not found.matches:
        yield f"- {wording.no_match(found)}"
    for programme in found.notes:
        rows = ", ".join(map(str, programme.rows))
        yield f"- To check: {escaped(programme.text)}; row {rows}. {escaped(programme.source)}"
    yield ""
    yield f"Lists read: {escaped('; '.join(found.versions))}."


def _open(brief: Brief) -> Iterator[str]:
    yield "## Open points"
    yield ""
    gaps = brief.open
    for numbers, question in ((gaps.sources, "Who did it is"), (gaps.targets, "To whom is")):
        if numbers:
            yield f"- {question} not told: row {', '.join(map(str, numbers))}"
    for one in gaps.unresolved:
        yield (
            f"- {quoted(one.words.words)}, {one.slot} of row {one.row}, is identified by "
            f"nothing{note(one.words)}"
        )
    if gaps.untimed:
        yield f"- The day of the event is not told: row {', '.join(map(str, gaps.untimed))}"
    if not (gaps.sources or gaps.targets or gaps.unresolved or gaps.untimed):
        yield f"- {wording.nothing_open(brief)}"


def _missing(brief: Brief) -> Iterator[str]:
    yield "## What was not found"
    yield ""
    for line in wording.what_was_not_found(brief.missing, articles=len(brief.articles)):
        yield f"- {escaped(line)}"
    for fault in brief.missing.faults:
        yield f"- Left out, for its words could not be cited exactly: {escaped(str(fault))}"
    for problem in brief.missing.problems:
        yield (
            f"- Passed over: {escaped(problem.location)} ({problem.kind}): "
            f"{escaped(problem.message)}"
        )
    if not brief.missing.problems:
        yield "- No document was passed over."


def _annex(brief: Brief) -> Iterator[str]:
    yield f"## Text of the {'article' if len(brief.articles) == 1 else 'articles'}"
    for article in brief.articles:
        yield ""
        yield from _article(article)


def _article(article: Article) -> Iterator[str]:
    document = article.document
    yield f"### \\[{article.number}\\] {escaped(document.outlet or wording.NO_OUTLET)}, " + day(
        document.date
    )
    yield ""
    found = escaped(document.date_source) or "not recorded"
    yield f"Date found in: {found} · document `{article.id}`"
    if document.url:
        yield ""
        yield f"Address: {escaped(document.url)}"
    for paragraph in wording.paragraphs(article):
        yield ""
        yield " ".join(
            f"**{f's{sentence.index}' if sentence else 'no sentence'}** {escaped(text)}"
            for sentence, text in paragraph
        )


def _how_to_read(brief: Brief) -> Iterator[str]:
    yield "## How to read this"
    yield ""
    for status, words in STATUSES.items():
        yield f"- {words.sign} {words.label} (`{status}`): {words.meaning}."
    for paragraph in wording.HOW_TO_READ:
        yield ""
        yield escaped(paragraph)
    yield ""
    coders = escaped(", ".join(brief.coders)) or "none"
    yield f"Coder {coders}, Dragoman {__version__}: {wording.NOTICE}."


def _footnotes(brief: Brief) -> Iterator[str]:
    """A note for every sentence that is cited, in the order of the articles."""
    cited = {c.sentence for row in brief.rows for c in row.cited}
    cited |= {c for actor in brief.actors for naming in actor.named for c in naming.citations}
    cited |= {one.words for one in brief.open.unresolved}
    cited |= {c for m in (brief.listings.matches if brief.listings else ()) for c in m.citations}
    places = {(c.document, -1 if c.sentence is None else c.sentence, note(c)) for c in cited}
    for number, sentence, mark in sorted(places):
        document = brief.articles[number - 1].document
        where = f", sentence {sentence}" if sentence >= 0 else ""
        outlet = escaped(document.outlet or wording.NO_OUTLET)
        yield f"{mark}: \\[{number}\\] {outlet}, {day(document.date)}{where}"
