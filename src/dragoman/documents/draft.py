"""From what a reader found to a document that has passed every check."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.documents.dates import check_range, parse_date
from dragoman.documents.english import foreign_language
from dragoman.documents.normal import letters, normalise, one_line
from dragoman.documents.options import ReadOptions
from dragoman.errors import InputError
from dragoman.records import Document, ProblemKind, Span

MIN_LETTERS = 20
_ENGLISH = frozenset({"en", "eng", "english"})

NO_DATE = (
    "no date was found, and today's is never taken; give one as 'date: YYYY-MM-DD' in front "
    "matter (between two lines '---'), as a first line 'Date: YYYY-MM-DD', as a date column "
    "of a corpus or the publication date of a page, or with --date YYYY-MM-DD"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader found in one input, as it was written there."""

    location: str
    text: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""  # as declared for this text by somebody who should know
    date: str = ""
    date_source: str = ""


def finish(draft: Draft, *, options: ReadOptions) -> Document:
    """The document, its text in normal form, with the title as first paragraph.

    Raises ``InputError``: empty, no date, a date that is none, not English.
    """
    title = one_line(draft.title)
    body = _without_title(normalise(draft.text), title)
    _check_letters(body, draft.location)
    day, source = _dated(draft, options)
    if options.check_language:
        _check_language(body, draft)
    return Document(
        text=f"{title}\n\n{body}" if title else body,
        date=day,
        title=title,
        outlet=one_line(draft.outlet),
        url=one_line(draft.url),
        date_source=source,
        headline=Span(0, len(title)) if title else None,
        location=draft.location,
    )


def _without_title(body: str, title: str) -> str:
    """``body`` without its first line or paragraph where that says what the title says.

    Case, punctuation and the kind of quotation marks do not count.
    """
    wanted = _key(title)
    if not wanted:
        return body
    for end in ("\n", "\n\n"):
        first, _, rest = body.partition(end)
        if len(first) <= 2 * len(title) + 20 and _key(first) == wanted:
            return rest.strip()
    return body


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _check_letters(body: str, location: str) -> None:
    found = letters(body, up_to=MIN_LETTERS)
    if found < MIN_LETTERS:
        raise InputError(
            ProblemKind.EMPTY,
            location,
            f"the text has {found or 'no'} letters beside the title; "
            f"at least {MIN_LETTERS} are needed to be read as news",
        )


def _dated(draft: Draft, options: ReadOptions) -> tuple[dt.date, str]:
    """The day of the draft and where it was found: its own first, unless overridden."""
    if options.date is not None and (options.date_overrides or not draft.date.strip()):
        return options.date, "option"
    if not draft.date.strip():
        raise InputError(ProblemKind.NO_DATE, draft.location, NO_DATE)
    try:
        day = parse_date(draft.date, day_first=options.day_first)
        check_range(day, today=options.today)
    except ValueError as error:
        raise InputError(
            ProblemKind.MALFORMED, draft.location, f"{draft.date_source}: {error}"
        ) from error
    return day, draft.date_source


def _check_language(body: str, draft: Draft) -> None:
    """Take a declared language at its word; judge the text where none is declared."""
    declared = one_line(draft.language).replace("_", "-").casefold()
    if declared.partition("-")[0] in _ENGLISH:
        return
    found = f"declared as {declared[:40]!r}" if declared else foreign_language(body)
    if found is None:
        return
    likely = found if declared else f"likely {found!r}"
    raise InputError(
        ProblemKind.LANGUAGE,
        draft.location,
        f"the text is not in English ({likely}), the only language that is read; translate "
        "it, or switch the check off with --any-language if it is English",
    )
