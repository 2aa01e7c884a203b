"""HTML pages: the main text without navigation and advertisements, title, site and date.

trafilatura finds the text, the title and the site, htmldate the date. Both get a tree that
is parsed here, never a string: htmldate downloads a string that looks like an address, and
nothing here may touch the network.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.documents.dates import EARLIEST_YEAR, MONTHS, parse_date
from dragoman.documents.draft import Draft
from dragoman.errors import InputError
from dragoman.records import ProblemKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Paragraphs longer than this are prose: a date in them is one that the news speaks of.
# Bylines ("Published 30 March 2024 by our correspondent in …") are shorter.
_PROSE_CHARACTERS = 120
_BYLINE_LABEL = re.compile(r"^(?:published|posted|dated?|issued)\b(?:\s+on\b)?\s*:?\s*", re.I)
_BYLINE_CHARACTERS = 50
_BYLINE_TAGS = ("p", "div", "span", "li", "small", "em", "strong", "b", "td", "h2", "h3", "h4")
_LIST_MARK = re.compile(r"^- ")

# The first and the last day that are looked for. Both are given so that htmldate does not
# ask the clock. The extensive search is off: it takes the year of a copyright notice for
# 1 January of that year.
_DATE_CONFIG = {
    "original_date": True,
    "extensive_search": False,
    "min_date": f"{EARLIEST_YEAR}-01-01",
    "max_date": "2999-12-31",
}


def page_draft(markup: str, *, location: str, day_first: bool | None = None) -> Draft:
    """What an HTML page tells: main text in paragraphs, title, site, address and date.

    Raises ``InputError``: empty when no main text is found, malformed when the page cannot
    be taken apart.
    """
    from trafilatura import extract
    from trafilatura.metadata import extract_metadata

    tree = _tree(markup)
    if tree is None:
        raise InputError(ProblemKind.EMPTY, location, "the page is empty")
    try:
        rest = _without_prose(tree)
        text = extract(tree, output_format="txt", include_comments=False, include_tables=False)
        about = extract_metadata(rest, date_config=_DATE_CONFIG)
        date = _date(about.date or "", rest, markup=markup, day_first=day_first)
    except Exception as error:
        # The extractors are heuristics over markup that anybody may have written; whatever
        # they stumble over is a fault of this one page and must not end a batch.
        raise InputError(
            ProblemKind.MALFORMED,
            location,
            f"the page could not be taken apart ({type(error).__name__}); "
            "save its text as a .txt file with a first line 'Date: YYYY-MM-DD'",
        ) from error
    if not text:
        raise InputError(
            ProblemKind.EMPTY,
            location,
            "no main text was found in the page; if it has one, save it as a .txt file",
        )
    return Draft(
        location=location,
        text=_paragraphs(text),
        title=about.title or "",
        outlet=about.sitename or "",
        url=about.url or "",
        date=date,
        date_source="html" if date else "",
    )


def _tree(markup: str) -> HtmlElement | None:
    """The page as a tree; a bare piece of markup as the body of a page. ``None`` if empty."""
    from trafilatura import load_html

    tree = load_html(markup)
    if tree is None:
        tree = load_html(f"<html><body>{markup}</body></html>")
    if tree is not None:
        for template in tree.findall(".//template"):  # for scripts to fill, not to be seen
            template.drop_tree()
    return tree


def _paragraphs(text: str) -> str:
    """trafilatura's lines as paragraphs, without the marks of lists."""
    lines = (" ".join(_LIST_MARK.sub("", line).split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _without_prose(tree: HtmlElement) -> HtmlElement:
    """A copy of the page without its longer paragraphs."""
    rest = copy.deepcopy(tree)
    for paragraph in rest.findall(".//p"):
        if len(paragraph.text_content()) > _PROSE_CHARACTERS:
            paragraph.drop_tree()
    return rest


def _date(found: str, page: HtmlElement, *, markup: str, day_first: bool | None) -> str:
    """The day that htmldate ``found`` if the page has it in full, else that of a byline."""
    if _is_written(found, f"{markup}\n{page.text_content()}", day_first=day_first):
        return found
    return _byline_date(page, day_first=day_first)


def _is_written(date: str, page: str, *, day_first: bool | None) -> bool:
    """Whether the ISO date ``date`` stands in ``page`` in full, in whatever form.

    htmldate makes days up: 1 February 2024 from "2024-02", 1 January from a year alone.
    """
    if not date:
        return False
    year, month, day = (int(part) for part in date.split("-"))
    name = f"{MONTHS[month - 1]}[a-z]{{0,6}}"
    # Bounded repeats: the page may be made to be slow to search.
    sign, between, of = "[-/._]?", r"[-/._,\s]{0,9}", r"(?:\s{1,9}of\b)?"
    th = "(?:st|nd|rd|th)?"
    forms = [
        rf"{year}{sign}0?{month}{sign}0?{day}",
        rf"{year}{between}{name}{between}0?{day}",
        rf"0?{day}{th}{of}{between}{name}{between}{year}",
        rf"{name}{between}0?{day}{th}{between}{year}",
    ]
    if day_first is not False and (day > 12 or day_first):
        forms.append(rf"0?{day}[-/.]0?{month}[-/.]{year}")
    if not day_first and (day > 12 or day_first is False):
        forms.append(rf"0?{month}[-/.]0?{day}[-/.]{year}")
    return re.search(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)", page, re.IGNORECASE) is not None


def _byline_date(page: HtmlElement, *, day_first: bool | None) -> str:
    """The date that stands alone in an element of the page, if there is just one such date."""
    found: set[dt.date] = set()
    for text in _short_texts(page):
        try:
            found.add(parse_date(_BYLINE_LABEL.sub("", text), day_first=day_first))
        except ValueError:
            continue
    return found.pop().isoformat() if len(found) == 1 else ""


def _short_texts(page: HtmlElement) -> Iterator[str]:
    for element in page.iter(*_BYLINE_TAGS):
        text = ""
        for part in element.itertext():
            text += part
            if len(text) > _BYLINE_CHARACTERS:
                break
        else:
            yield " ".join(text.split())
