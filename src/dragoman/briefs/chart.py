"""The timeline as a picture: an Altair specification, drawn to SVG without network.

Time runs along x; the lines of y are grouped by dyad (who to whom). A mark's colour and
shape are its status; it is filled where the text tells the day of the event and hollow
where only the day of the report is known.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from dragoman.briefs.placing import Layout, lay_out
from dragoman.briefs.statuses import STATUSES

if TYPE_CHECKING:
    from dragoman.briefs.model import Brief

# Colours of what is no status. The page's style sheet knows them too, for dark screens.
INK, FAINT, RULE, BAND = "#1d2226", "#5b656e", "#dcdfe2", "#f1efe8"

_LINE = 19  # pixels a line
_HEAD = 24  # pixels of the dates above the lines
_RIGHT = 26  # pixels for the number of a mark on the last day
_FONT = "sans-serif"
# Vega makes a link within the page absolute; on the page it is one within the page again.
_LINK = re.compile(r'<a xlink:href="[^"#]*#(e\d+)">')
# The sign and the number of a mark both link; with the keyboard one is enough.
_LINK_OF_SIGN = re.compile(r'(<a href="#e\d+")>(?=<path)')


def timeline_svg(brief: Brief, *, width: int, gutter: int = 0) -> str:
    """The timeline of ``brief`` as an SVG element ``width`` pixels wide; empty without rows.

    The dyads' labels stand in ``gutter`` pixels at the left, or above their lines if it is 0.
    Every mark links to the row ``#e1``, ``#e2``, … of the page.
    """
    if not brief.timeline:
        return ""
    layout = lay_out(brief, width=width - gutter - _RIGHT, label_lines=0 if gutter else 1)
    if not layout.placed:
        return ""
    return _drawn(_specification(layout, width=width, gutter=gutter))


def _drawn(specification: dict[str, Any]) -> str:
    import vl_convert  # 0.6 s with the first picture: only where one is drawn

    svg: str = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    linked = _LINK.sub(r'<a href="#\1">', svg)
    return _LINK_OF_SIGN.sub(r'\1 tabindex="-1" aria-hidden="true">', linked)


def _specification(layout: Layout, *, width: int, gutter: int) -> dict[str, Any]:
    import altair as alt

    inner, height = width - gutter - _RIGHT, _HEAD + layout.lines * _LINE + 6
    x_scale = alt.Scale(
        type="utc", domain=[_moment(layout, 0), _moment(layout, layout.days)], nice=False
    )
    y_scale = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)

    def layer(rows: list[dict[str, Any]]) -> Any:
        return alt.Chart(alt.Data(values=rows)).encode(
            x=alt.X("x:T", scale=x_scale, axis=None), y=alt.Y("y:Q", scale=y_scale, axis=None)
        )

    status = alt.Color(
        "status:N",
        scale=alt.Scale(domain=list(STATUSES), range=[w.ink for w in STATUSES.values()]),
        legend=None,
    )
    shape = alt.Shape(
        "status:N",
        scale=alt.Scale(domain=list(STATUSES), range=[w.shape for w in STATUSES.values()]),
        legend=None,
    )
    marks = _mark_rows(layout, label_lines=0 if gutter else 1)
    told, untold = ([m for m in marks if m["told"] is is_told] for is_told in (True, False))
    left = alt.value(-gutter if gutter else 0)
    layers = [
        layer(_report_rows(layout, height)).mark_rect(color=BAND, aria=False).encode(x2="x2:T", y2="y2:Q"),
        layer(_tick_rows(layout, height)).mark_rule(color=RULE, aria=False).encode(y2="y2:Q"),
        layer(_tick_rows(layout, height))
        .mark_text(align="left", baseline="top", dx=4, dy=5, color=FAINT, fontSize=11)
        .encode(text="label:N"),
        layer(_group_rows(layout))
        .mark_rule(color=RULE, aria=False)
        .encode(x=left, x2=alt.value(inner + _RIGHT)),
        layer(_group_rows(layout))
        .mark_text(
            align="left", baseline="middle", dy=_LINE / 2, color=INK, fontSize=12,
            limit=gutter - 12 if gutter else inner,
        )
        .encode(x=left, text="label:N"),
        layer([m for m in marks if m["x2"]])
        .mark_rule(strokeWidth=4, opacity=0.35, aria=False)
        .encode(x2="x2:T", color=status),
        layer(told).mark_point(size=85, filled=True, opacity=1)
        .encode(color=status, shape=shape, href="href:N"),
        layer(untold).mark_point(size=75, filled=False, strokeWidth=1.7, opacity=1)
        .encode(color=status, shape=shape, href="href:N"),
        layer(marks)
        .mark_text(align="left", baseline="middle", dx=8, dy=0.5, color=INK, fontSize=11)
        .encode(text="number:N", href="href:N"),
    ]  # fmt: skip
    chart = alt.layer(*(part for part in layers if part.data.values))
    chart = chart.resolve_scale(color="shared").properties(
        width=inner,
        height=height,
        padding={"left": gutter, "right": _RIGHT, "top": 0, "bottom": 0},
        autosize=alt.AutoSizeParams(type="none"),
        background="transparent",
    )
    chart = chart.configure(font=_FONT, aria=False).configure_view(stroke=None)
    specification: dict[str, Any] = chart.to_dict()
    return specification


def _mark_rows(layout: Layout, *, label_lines: int) -> list[dict[str, Any]]:
    return [
        {
            "x": _moment(layout, placed.x),
            "x2": None if placed.x_end is None else _moment(layout, placed.x_end),
            "y": _middle(placed.line),
            "status": placed.point.status.value,
            "told": placed.point.told,
            "number": str(placed.point.row),
            "href": f"#e{placed.point.row}",
        }
        for placed in layout.placed
    ]


def _report_rows(layout: Layout, height: int) -> list[dict[str, Any]]:
    return [
        {"x": _moment(layout, x), "x2": _moment(layout, x + 1), "y": _HEAD, "y2": height}
        for x in layout.reports
    ]


def _tick_rows(layout: Layout, height: int) -> list[dict[str, Any]]:
    return [
        {"x": _moment(layout, tick.x), "y": 0, "y2": height, "label": tick.label}
        for tick in layout.ticks
    ]


def _group_rows(layout: Layout) -> list[dict[str, Any]]:
    start = _moment(layout, 0)
    return [
        {"x": start, "y": _HEAD + group.line * _LINE, "label": group.dyad}
        for group in layout.groups
    ]


def _middle(line: int) -> float:
    return _HEAD + (line + 0.5) * _LINE + 0.5


def _moment(layout: Layout, days: float) -> int:
    """Milliseconds since 1970 in UTC, as Vega counts time: no time zone enters."""
    since = (layout.first - dt.date(1970, 1, 1)).days + days
    return round(since * 86_400_000)
