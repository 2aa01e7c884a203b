import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.briefs import build_brief, placing
from dragoman.briefs.chart import timeline_picture
from dragoman.briefs.model import Point
from dragoman.briefs.placing import far_away, lay_out
from dragoman.briefs.statuses import STATUSES
from dragoman.records import Actor, EventType, MentionKind, Precision, Status
from tests.briefs.pages import parse
from tests.briefs.readings import DAY, Told, article, reading

pytestmark = pytest.mark.slow


BRIEF = build_brief([article()])


def with_points(points):
    return replace(BRIEF, timeline=tuple(points))


def point(row, *, start=DAY, end=None, dyad="A → B", told=True, status=Status.ASSERTED):
    return Point(row, dyad, True, status, start, end or start, told, "")


def drawn(brief, width=900, gutter=200):
    return parse(timeline_picture(brief, width=width, gutter=gutter).svg)


def numbers(svg):
    """The rows whose numbers the picture shows, with where they link to."""
    return {a.text: a.attrs["href"] for a in svg.all("a") if a.text}


def test_every_row_is_drawn_with_its_number_and_a_link():
    expected = {str(row.number): f"#e{row.number}" for row in BRIEF.rows}
    assert numbers(drawn(BRIEF)) == expected
    assert numbers(drawn(BRIEF, width=350, gutter=0)) == expected


def test_picture_needs_nothing_from_outside():
    for node in drawn(BRIEF).all():
        assert node.attrs.get("href", "#").startswith("#")
        assert not node.attrs.get("xlink:href")
        assert "style" not in node.attrs


def test_told_days_are_filled_and_report_days_hollow():
    svg = drawn(with_points([point(1, told=True), point(2, told=False, status=Status.DENIED)]))
    signs = [next(a.all("path")) for a in svg.all("a") if not a.text]
    filled, hollow = signs
    assert filled.attrs["fill"] == STATUSES[Status.ASSERTED].ink
    assert "fill" not in hollow.attrs
    assert hollow.attrs["stroke"] == STATUSES[Status.DENIED].ink


def test_statuses_differ_in_shape_as_well_as_in_colour():
    points = [point(i, status=status) for i, status in enumerate(Status, start=1)]
    svg = drawn(with_points(points))
    shapes = {next(a.all("path")).attrs["d"] for a in svg.all("a") if not a.text}
    assert len(shapes) == len(Status)


def test_hostile_names_stay_words():
    name = '<script>alert("1")</script> & href="https://x.org#e1"'
    told = Told(type=EventType.CONSULT, trigger="met", sources=(name,), targets=("Ostland",))
    actors = {name: (Actor(name, country="NRV"), MentionKind.NAME)}
    brief = build_brief([reading(f"So {name} met Ostland.", told, actors=actors)])
    svg = drawn(brief, width=2000, gutter=1000)
    assert f"{name} → Ostland" in [text.text for text in svg.all("text")]
    assert not list(svg.all("script"))


def test_one_row_and_none_are_drawn_sensibly():
    svg = drawn(with_points([point(1)]))
    assert numbers(svg) == {"1": "#e1"}
    assert 40 < float(next(svg.all("svg")).attrs["height"]) < 100
    assert timeline_picture(with_points([]), width=900) is None
    assert timeline_picture(build_brief([]), width=900) is None


def test_sixty_rows_stay_within_two_screens():
    days = [DAY - dt.timedelta(days=i % 7) for i in range(60)]
    points = [point(i + 1, start=d, dyad=f"A{i % 12} → B") for i, d in enumerate(days)]
    svg = drawn(with_points(points))
    assert len(numbers(svg)) == 60
    assert float(next(svg.all("svg")).attrs["height"]) < 1500


def test_times_far_from_the_articles_are_listed_and_not_drawn():
    old = point(1, start=dt.date(1977, 11, 1), end=dt.date(1977, 11, 30))
    near = point(2, start=DAY + dt.timedelta(days=60))
    brief = with_points([old, near])
    assert far_away(brief) == (old,)
    assert numbers(drawn(brief)) == {"2": "#e2"}


def test_beyond_a_page_only_the_busiest_pairs_are_drawn():
    points = [point(i, dyad=f"A{i} → B") for i in range(1, 41)]
    points += [point(i, dyad="A40 → B") for i in range(41, 44)]
    picture = timeline_picture(with_points(points), width=900, gutter=200)
    assert (picture.rows_left_out, picture.dyads_left_out) == (10, 10)
    assert {"40", "41", "42", "43"} <= numbers(parse(picture.svg)).keys()


def test_a_span_of_days_has_a_bar_from_its_first_day_to_its_last():
    told = Told(
        type=EventType.CONSULT,
        trigger="met",
        sources=("Norvenia",),
        when=("this week", dt.date(2024, 3, 25), dt.date(2024, 3, 31), Precision.WEEK),
    )
    brief = build_brief([reading("Norvenia met this week.", told)])
    [placed] = lay_out(brief, width=900, label_lines=0).placed
    assert placed.x_end - (placed.point.start - dt.date(2024, 3, 24)).days == 7
    [bar] = [line for line in drawn(brief).all("line") if line.attrs.get("stroke-width") == "3"]
    assert float(bar.attrs["x2"]) == pytest.approx(7 / 9 * (900 - 200 - 26))


@given(
    st.lists(
        st.tuples(st.integers(-120, 120), st.integers(0, 40), st.sampled_from("ABC")),
        min_size=1,
        max_size=60,
    ),
    st.sampled_from([300, 700]),
)
def test_no_two_marks_of_a_line_touch(facts, width):
    points = [
        point(
            row,
            start=DAY + dt.timedelta(days=start),
            end=DAY + dt.timedelta(days=start + length),
            dyad=dyad,
        )
        for row, (start, length, dyad) in enumerate(facts, start=1)
    ]
    brief = with_points(points)
    layout = lay_out(brief, width=width, label_lines=1)
    assert len(layout.placed) + len(far_away(brief)) == len(points)
    scale = width / layout.days
    taken = {}
    for placed in layout.placed:
        day = (placed.point.start - layout.first).days
        assert day <= placed.x < day + 1, "a mark stands inside its day"
        taken.setdefault(placed.line, []).append(placed.x * scale)
    for places in taken.values():
        ordered = sorted(places)
        gaps = (b - a for a, b in pairwise(ordered))
        assert all(gap >= placing._SLOT - 0.01 for gap in gaps)
    labels = {group.line for group in layout.groups}
    assert not labels & set(taken), "the lines of labels are free"
    places = [tick.x * scale for tick in layout.ticks]
    assert all(b - a >= 60 for a, b in pairwise(places))


def test_ticks_name_the_year_once_and_months_when_days_are_narrow():
    short = lay_out(with_points([point(1)]), width=700, label_lines=0)
    assert [tick.label for tick in short.ticks][:2] == ["28 Mar 2024", "29 Mar"]
    years = [point(1), point(2, start=DAY - dt.timedelta(days=80))]
    long = lay_out(with_points(years), width=300, label_lines=0)
    assert all(re.fullmatch(r"[A-Z][a-z]{2} 2024", tick.label) for tick in long.ticks)
