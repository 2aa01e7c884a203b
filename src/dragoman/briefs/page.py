"""The brief as one HTML file: no script, nothing from the network, nothing beside it."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman import __version__
from dragoman.briefs import chart, days, placing, wording
from dragoman.briefs.marking import pieces
from dragoman.briefs.model import Brief
from dragoman.briefs.statuses import STATUSES

# The chart is drawn twice, for wide pages and for telephones: scaled down, its letters would
# be too small to read. The widths are those of the page's text column and of a small screen.
_WIDE, _GUTTER, _NARROW = 920, 220, 350


def to_html(brief: Brief) -> str:
    """The page. Everything that comes from articles is escaped; only our own SVG is not."""
    style = _style()
    return (
        _environment()
        .get_template("brief.html.jinja")
        .render(
            brief=brief,
            version=__version__,
            style=Markup(style),
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii"),
            wide=chart.timeline_picture(brief, width=_WIDE, gutter=_GUTTER),
            narrow=chart.timeline_picture(brief, width=_NARROW),
            left_out=placing.far_away(brief),
            rows={row.number: row for row in brief.rows},
            backlinks=_rows_by_sentence(brief),
        )
    )


def safe_url(url: str) -> str | None:
    """``url`` if a page may link to it, which is to say if it is http or https; else ``None``.

    >>> safe_url("https://example.org/a"), safe_url("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _rows_by_sentence(brief: Brief) -> dict[tuple[int, int | None], list[int]]:
    """Which rows cite a sentence: the way back from the text."""
    found: dict[tuple[int, int | None], list[int]] = {}
    for row in brief.rows:
        for cited in row.cited:
            numbers = found.setdefault((row.document, cited.sentence.sentence), [])
            if row.number not in numbers:
                numbers.append(row.number)
    return found


@cache
def _style() -> str:
    """The style sheet, with the colours of the statuses on paper and on a dark screen."""
    return _environment().get_template("brief.css.jinja").render(chart=chart)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.briefs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        {
            "codes": wording.codes,
            "day": days.day,
            "named": wording.named,
            "paragraphs": wording.paragraphs,
            "pieces": pieces,
            "safe_url": safe_url,
            "svg": _svg,
            "times": wording.times,
        }
    )
    environment.globals.update(STATUSES=STATUSES, wording=wording)
    return environment


def _svg(picture: chart.Picture) -> Markup:
    """The drawing as it is: Vega has escaped the words in it."""
    return Markup(picture.svg)
