"""``dragoman demo``: the main job on the sample news that comes with Dragoman."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import BRIEF_CONFIDENCE, build_coder
from dragoman.cli.output import event_lines, tables, ticking, words

# The article whose events the demo prints and briefs: it has all of what Dragoman tells
# apart (a fact, a plan, a speculation, an allegation, a denial).
_SHOWN = "2024-03-28-naryshkin-pyongyang-talks.md"


def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder for the brief and the ledger.")] = (
        Path("out")
    ),
) -> None:
    """Read the sample news, print its events, and write a brief to look at."""
    from dragoman.briefs import build_brief, render
    from dragoman.documents import ReadOptions
    from dragoman.examples import sample_news
    from dragoman.ingest import ingest
    from dragoman.store import EventFilter, Ledger

    coder = build_coder(None)
    news = sample_news()
    with Ledger(out / "demo.ledger") as ledger:
        articles = len(list(news.glob("*.md")))
        with ticking("reading the sample news", total=articles) as tick:
            report = ingest(
                [str(news)],
                ledger=ledger,
                coder=coder,
                options=ReadOptions(),
                settings={"demo": True},
                now=lambda: dt.datetime.now(dt.UTC),
                progress=lambda _: tick(),
            )
        documents = list(ledger.documents())
        shown = next(d for d in documents if d.location.endswith(_SHOWN))
        wanted = EventFilter(document=shown.id, confidence=BRIEF_CONFIDENCE)
        events = list(ledger.events(wanted))
        counts = ledger.counts()
    console = tables()
    console.print(f"{shown.outlet}, {shown.date}: {shown.title}\n", style="bold")
    for line in event_lines((stored.event, stored.document) for stored in events):
        console.print(line)
    readings = [coder.code(document) for document in documents if document.id == shown.id]
    brief = build_brief(readings, least=BRIEF_CONFIDENCE)
    page = out / "brief.html"
    page.write_text(render(brief, "html"), encoding="utf-8")
    words().print(
        f"{counts['documents']} articles, {counts['events']} events in {out / 'demo.ledger'} "
        f"(read now: {report.documents}, known before: {report.known})"
    )
    words().print(f"the brief: {page.resolve().as_uri()}")
    words().print(
        f"next: dragoman events --ledger {out / 'demo.ledger'} --actor PRK --status alleged"
    )
