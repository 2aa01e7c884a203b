"""The brief's section on sanctions lists: possible matches and notes, each with its citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.briefs.citing import cite
from dragoman.briefs.model import Article, Listing, Listings, ProgrammeLine, Row
from dragoman.briefs.quotes import Citation
from dragoman.records import Reading
from dragoman.sanctions.screening import Screening
from dragoman.sanctions.wording import describe, explain

# How many places of the text are shown for one match.
_PLACES = 4


def listings(
    read: Sequence[tuple[Article, Reading]],
    rows: Sequence[Row],
    screenings: Iterable[Screening],
) -> Listings | None:
    """What the lists say of the articles; ``None`` when no list was asked.

    The same entry asked for by the same name stands once, with the likeliest score.
    """
    by_id = {article.id: (article, reading) for article, reading in read}
    found = [s for s in screenings if s.document_id in by_id]
    if not found:
        return None
    matches: dict[tuple[str, str, str], Listing] = {}
    for screening in found:
        article, reading = by_id[screening.document_id]
        for match in screening.matches:
            line = Listing(
                asked=match.query.name,
                text=describe(match),
                score=match.score,
                reasons=tuple(explain(match)),
                citations=tuple(_places(match.query.name, article, reading)),
            )
            key = match.query.name, match.list_name, match.entry.id
            known = matches.get(key)
            if known is None or line.score > known.score:
                matches[key] = line
    return Listings(
        asked=len({query.name for s in found for query in s.asked}),
        matches=tuple(sorted(matches.values(), key=lambda m: (-m.score, m.asked, m.text))),
        notes=tuple(_notes(found, _row_numbers(rows))),
        versions=tuple(
            dict.fromkeys(
                f"{v} ({v.entries} entries; {v.licence})" for s in found for v in s.versions
            )
        ),
    )


def _places(name: str, article: Article, reading: Reading) -> Iterator[Citation]:
    """Where the article names who was asked for."""
    shown = 0
    for mention in reading.mentions:
        actor = mention.actor
        if actor is not None and name in {actor.person, actor.name} and shown < _PLACES:
            shown += 1
            yield cite(article, mention.span)


def _row_numbers(rows: Sequence[Row]) -> Mapping[str, int]:
    return {cited.event.id: row.number for row in rows for cited in row.cited}


def _notes(found: Iterable[Screening], numbers: Mapping[str, int]) -> Iterator[ProgrammeLine]:
    """Notes in the order of the rows; the same note on several rows is one line."""
    lines: dict[tuple[str, str], set[int]] = {}
    for screening in found:
        for note in screening.notes:
            number = numbers.get(note.event.id)
            if number is not None:
                lines.setdefault((note.text, note.programme.source), set()).add(number)
    for (text, source), rows in sorted(lines.items(), key=lambda line: min(line[1])):
        yield ProgrammeLine(text, source, tuple(sorted(rows)))
