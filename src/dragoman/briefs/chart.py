"""The timeline as a picture: an Altair specification, drawn to SVG without network.

Time runs along x; the lines of y are grouped by dyad (who to whom). A mark's colour and
shape are its status; it is filled where the text tells the day of the event and hollow
where only the day of the report is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.briefs.placing import Layout, lay_out
from dragoman.briefs.statuses import STATUSES

if TYPE_CHECKING:
    from dragoman.briefs.model import Brief

# Colours of what is no status. The page's style sheet knows them too, for dark screens.
INK, FAINT, RULE, BAND = "#1d2226", "#5b656e", "#dcdfe2", "#f1efe8"

_LINE = 19  # pixels a line
_BAR = 7.5  # pixels from the middle of a line down to the bar of a span of days
_HEAD = 24  # pixels of the dates above the lines
_RIGHT = 26  # pixels for the number of a mark on the last day
_FONT = "sans-serif"

_Row = dict[str, Any]
# Vega makes a link within the page absolute; on the page it is one within the page again.
_LINK = re.compile(r'<a xlink:href="[^"#]*#(e\d+)">')
# The sign and the number of a mark both link; with the keyboard one is enough.
_LINK_OF_SIGN = re.compile(r'(<a href="#e\d+")>(?=<path)')


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn timeline, and how many rows of how many dyads it leaves out for want of room."""

    svg: str
    rows_left_out: int
    dyads_left_out: int


def timeline_picture(brief: Brief, *, width: int, gutter: int = 0) -> Picture | None:
    """The timeline of ``brief`` as an SVG element ``width`` pixels wide; none without rows.

    The dyads' labels stand in ``gutter`` pixels at the left, or above their lines if it is 0.
    Every mark links to the row ``#e1``, ``#e2``, … of the page.
    """
    if not brief.timeline:
        return None
    layout = lay_out(brief, width=width - gutter - _RIGHT, label_lines=0 if gutter else 1)
    if not layout.placed:
        return None
    return Picture(_drawn(_specification(layout, width=width, gutter=gutter)), *layout.undrawn)


def _drawn(specification: dict[str, Any]) -> str:
    import vl_convert  # 0.6 s with the first picture: only where one is drawn

    svg: str = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    linked = _LINK.sub(r'<a href="#\1">', svg)
    return _LINK_OF_SIGN.sub(r'\1 tabindex="-1" aria-hidden="true">', linked)


def _specification(layout: Layout, *, width: int, gutter: int) -> dict[str, Any]:
    import altair as alt

    inner, height = width - gutter - _RIGHT, _HEAD + layout.lines * _LINE + 6
    plot = _Plot(layout, inner=inner, height=height, gutter=gutter)
    layers = [*plot.ground(), *plot.labels(), *plot.marks()]
    chart = alt.layer(*(layer for layer in layers if layer.data.values))
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


class _Plot:
    """The layers of the chart. Both axes are drawn by hand: days above, dyads at the left."""

    def __init__(self, layout: Layout, *, inner: int, height: int, gutter: int) -> None:
        import altair as alt

        self._alt, self._layout = alt, layout
        self._inner, self._height, self._gutter = inner, height, gutter
        days = [_moment(layout, 0), _moment(layout, layout.days)]
        self._x = alt.Scale(type="utc", domain=days, nice=False)
        self._y = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
        words = STATUSES.values()
        inks = alt.Scale(domain=list(STATUSES), range=[w.ink for w in words])
        shapes = alt.Scale(domain=list(STATUSES), range=[w.shape for w in words])
        self._color = alt.Color("status:N", scale=inks, legend=None)
        self._shape = alt.Shape("status:N", scale=shapes, legend=None)

    def _layer(self, rows: list[_Row], *, x: str = "x:T") -> Any:
        alt = self._alt
        data = alt.InlineData(values=rows)
        places = {
            "x": alt.X(x, scale=self._x, axis=None),
            "y": alt.Y("y:Q", scale=self._y, axis=None),
        }
        return alt.Chart(data).encode(**places)

    def ground(self) -> Iterator[Any]:
        """The days of the articles as bands, and a line at every labelled day."""
        bands, ticks = _report_rows(self._layout, self._height), self._ticks()
        yield self._layer(bands).mark_rect(color=BAND, aria=False).encode(x2="x2:T", y2="y2:Q")
        yield self._layer(ticks).mark_rule(color=RULE, aria=False).encode(y2="y2:Q")

    def labels(self) -> Iterator[Any]:
        """The days along the head; each dyad under a line of its own."""
        alt = self._alt
        small = {"align": "left", "baseline": "top", "dx": 4, "dy": 5, "fontSize": 11}
        yield self._layer(self._ticks()).mark_text(color=FAINT, **small).encode(text="label:N")
        groups, left = self._layer(_group_rows(self._layout)), alt.value(-self._gutter)
        right = alt.value(self._inner + _RIGHT)
        yield groups.mark_rule(color=RULE, aria=False).encode(x=left, x2=right)
        limit = self._gutter - 12 if self._gutter else self._inner
        label = {"align": "left", "baseline": "middle", "dy": _LINE / 2, "fontSize": 12}
        yield groups.mark_text(color=INK, limit=limit, **label).encode(x=left, text="label:N")

    def marks(self) -> Iterator[Any]:
        """Bars of spans of days, signs, and the numbers of the rows."""
        rows = _mark_rows(self._layout)
        bars = [{**row, "y": row["y"] + _BAR} for row in rows if row["x2"]]
        bar = self._layer(bars, x="x1:T").mark_rule(strokeWidth=3, opacity=0.55, aria=False)
        yield bar.encode(x2="x2:T", color=self._color)
        sign = {"color": self._color, "shape": self._shape, "href": "href:N"}
        told = self._layer([row for row in rows if row["told"]])
        yield told.mark_point(size=85, filled=True, opacity=1).encode(**sign)
        untold = self._layer([row for row in rows if not row["told"]])
        yield untold.mark_point(size=75, filled=False, strokeWidth=1.7, opacity=1).encode(**sign)
        number = {"align": "left", "baseline": "middle", "dx": 8, "dy": 0.5, "fontSize": 11}
        text = self._layer(rows).mark_text(color=INK, **number)
        yield text.encode(text="number:N", href="href:N")

    def _ticks(self) -> list[_Row]:
        return _tick_rows(self._layout, self._height)


def _mark_rows(layout: Layout) -> list[_Row]:
    return [
        {
            "x": _moment(layout, placed.x),
            "x1": _moment(layout, (placed.point.start - layout.first).days),
            "x2": None if placed.x_end is None else _moment(layout, placed.x_end),
            "y": _middle(placed.line),
            "status": placed.point.status.value,
            "told": placed.point.told,
            "number": str(placed.point.row),
            "href": f"#e{placed.point.row}",
        }
        for placed in layout.placed
    ]


def _report_rows(layout: Layout, height: int) -> list[_Row]:
    return [
        {"x": _moment(layout, x), "x2": _moment(layout, x + 1), "y": _HEAD, "y2": height}
        for x in layout.reports
    ]


def _tick_rows(layout: Layout, height: int) -> list[_Row]:
    return [
        {"x": _moment(layout, tick.x), "y": 0, "y2": height, "label": tick.label}
        for tick in layout.ticks
    ]


def _group_rows(layout: Layout) -> list[_Row]:
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
