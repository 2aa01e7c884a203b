"""From a brief to a page, in any of the forms that there are."""

from __future__ import annotations

from dragoman.briefs.data import to_json
from dragoman.briefs.markdown import to_markdown
from dragoman.briefs.model import Brief
from dragoman.errors import SettingError

FORMATS = ("html", "md", "json")


def render(brief: Brief, format: str) -> str:
    """``brief`` as ``html`` (one file, for readers), ``md`` (for notes) or ``json`` (data).

    The same brief gives the same text, on every machine and day. Raises ``SettingError``
    for another format.
    """
    if format == "html":
        from dragoman.briefs.page import to_html  # jinja2 only where a page is written

        return to_html(brief)
    if format == "md":
        return to_markdown(brief)
    if format == "json":
        return to_json(brief)
    raise SettingError(f"{format!r} found; one of {', '.join(FORMATS)} expected")
