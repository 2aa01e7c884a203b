"""Dates as they are written: what is read, what is refused and why."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.dates import check_range, parse_date

DAYS = st.dates(min_value=dt.date(1800, 1, 1), max_value=dt.date(2999, 12, 31))
FORMS = [
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y%m%d101500", "%Y%m%dT101500Z",
    "%Y-%m-%dT10:15:00.123Z", "%Y-%m-%d 10:15:00+02:00",
]  # fmt: skip
ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
).split()


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_written_year_first_is_read_back(day, form):
    written = day.strftime(form.replace("%Y", f"{day.year:04}"))
    assert parse_date(written) == day


@given(DAYS, st.booleans())
def test_a_day_written_in_words_is_read_back(day, short):
    name = ENGLISH_MONTHS[day.month - 1]
    month = name[:3] if short else name
    for written in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day:02}-{month}-{day.year}",
        f"Monday, {day.day} {month.upper()} {day.year}, 10:15",
        f"{month}. {day.day}th {day.year} at 10:15 AM",
    ):
        assert parse_date(written) == day, written


@given(DAYS)
def test_numbers_are_read_only_with_their_order(day):
    day_first, month_first = f"{day:%d/%m/}{day.year}", f"{day:%m.%d.}{day.year} 10:15"
    assert parse_date(day_first, day_first=True) == day
    assert parse_date(month_first, day_first=False) == day
    for written in (day_first, month_first):
        with pytest.raises(ValueError, match="whether day or month comes first"):
            parse_date(written)


def test_the_day_is_the_one_written_whatever_the_zone():
    assert parse_date("2024-03-30T23:30:00-11:00") == dt.date(2024, 3, 30)


def test_unix_time_is_read_in_seconds_and_milliseconds():
    assert parse_date("1711756800") == parse_date("1711756800000") == dt.date(2024, 3, 30)


@pytest.mark.parametrize("written", ["2024-02-31", "2023-02-29", "31 April 2024", "20241301"])
def test_a_day_that_does_not_exist_is_refused(written):
    with pytest.raises(ValueError, match="no day of the calendar"):
        parse_date(written)


@pytest.mark.parametrize(
    "written",
    ["2024-03", "March 2024", "2024", "yesterday", "30 Marz 2024", "2024033010", "٢٠٢٤-٠٣-٣٠"],
)
def test_a_date_that_needs_a_guess_is_refused(written):
    with pytest.raises(ValueError, match=r"not understood; write it as YYYY-MM-DD"):
        parse_date(written)


@given(st.text())
def test_any_text_is_a_date_or_a_value_error(text):
    with contextlib.suppress(ValueError):
        assert isinstance(parse_date(text, day_first=True), dt.date)


def test_messages_stay_short():
    with pytest.raises(ValueError) as raised:
        parse_date("x" * 10_000)
    assert len(str(raised.value)) < 200


def test_the_range_is_checked_against_today_only_if_today_is_given():
    check_range(dt.date(2999, 1, 1), today=None)
    today = dt.date(2024, 3, 30)
    check_range(dt.date(2025, 3, 30), today=today)
    with pytest.raises(ValueError, match="more than a year after today"):
        check_range(dt.date(2025, 4, 1), today=today)
    with pytest.raises(ValueError, match="before 1800"):
        check_range(dt.date(1799, 12, 31), today=None)
