import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.period import Period, earliest, latest

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(DAYS)
def test_a_full_date_is_its_own_first_and_last_day(day):
    assert earliest(day.isoformat()) == latest(day.isoformat()) == day


@given(DAYS)
def test_a_month_and_a_year_hold_their_days(day):
    for text in (f"{day:%Y-%m}", f"{day:%Y}"):
        assert earliest(text) <= day <= latest(text)
        assert Period(text, text).covers(day)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-02-30", "2024/03/01", "March 2024"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):
        earliest(text)


def test_an_open_side_covers_everything():
    assert Period("", "").covers(dt.date(1, 1, 1))
    assert Period("2001", "").covers(dt.date(2999, 1, 1))
    assert not Period("2001", "").covers(dt.date(2000, 12, 31))


def test_an_end_before_the_start_is_refused():
    with pytest.raises(ValueError, match="end 2001-01 found before start 2002"):
        Period("2002", "2001-01")


def test_certain_days_leave_the_doubt_of_a_year_out():
    assert Period("2010", "2012").certain() == (dt.date(2010, 12, 31), dt.date(2012, 1, 1))
