"""Was it listed on that day? An answer with its grounds, or an honest unknown."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sanctions.asof import Listing, as_of


def day(text):
    return dt.date.fromisoformat(text)


JAN, FEB, MAR, APR = (dt.date(2024, month, 1) for month in (1, 2, 3, 4))
VERSIONS = [JAN, FEB, MAR]


def ask(on, present=(), versions=VERSIONS, **told):
    return as_of(on, versions=versions, present=present, **told)


def test_between_two_versions_that_have_it_it_was_listed():
    answer = ask(dt.date(2024, 1, 15))
    assert answer.listing is Listing.LISTED
    assert answer.text == "listed at least since 2024-01-01, the oldest version held"


def test_on_the_day_of_a_version_the_version_answers():
    assert ask(MAR).listing is Listing.LISTED
    assert ask(MAR, [True, True, False]).listing is Listing.NO_LONGER


def test_after_the_newest_version_it_was_last_known_to_be_listed():
    answer = ask(APR)
    assert answer.listing is Listing.LAST_KNOWN
    assert answer.text == "listed in all versions held, from 2024-01-01 to 2024-03-01"
    alone = ask(APR, versions=[JAN])
    assert alone.text == "listed in the version of 2024-01-01, the only one held"
    told = ask(APR, listed_on=day("2014-03-20"))
    assert (
        told.text == "listed since 2014-03-20, still so in the newest version held, of 2024-03-01"
    )


def test_before_the_oldest_version_the_entrys_own_day_answers():
    listed = day("2014-03-20")
    assert ask(day("2015-01-01"), listed_on=listed).text == "listed since 2014-03-20"
    before = ask(day("2013-01-01"), listed_on=listed)
    assert (before.listing, before.text) == (
        Listing.NOT_YET,
        "not yet listed: listed since 2014-03-20",
    )


def test_before_the_oldest_version_nothing_else_is_known():
    answer = ask(day("2023-01-01"))
    assert answer.listing is Listing.UNKNOWN
    assert answer.text == "unknown: the oldest version held is of 2024-01-01"


def test_first_seen_between_two_versions():
    present = [False, True, True]
    assert ask(dt.date(2024, 2, 15), present).text == (
        "listed since between 2024-01-01 and 2024-02-01"
    )
    between = ask(dt.date(2024, 1, 15), present)
    assert between.listing is Listing.UNKNOWN
    assert between.text == "unknown: listed at some time between 2024-01-01 and 2024-02-01"
    assert ask(JAN, present).listing is Listing.NOT_YET


def test_the_entrys_own_day_settles_what_lies_between_two_versions():
    present, listed = [False, True, True], dt.date(2024, 1, 20)
    assert ask(dt.date(2024, 1, 25), present, listed_on=listed).listing is Listing.LISTED
    assert ask(dt.date(2024, 1, 15), present, listed_on=listed).listing is Listing.NOT_YET


def test_first_seen_later_is_not_yet_listed():
    answer = ask(dt.date(2024, 1, 15), [False, False, True])
    assert answer.listing is Listing.NOT_YET
    assert answer.text == "not yet listed: listed since between 2024-02-01 and 2024-03-01"


def test_delisted_between_two_versions():
    present = [True, False, False]
    gone = ask(dt.date(2024, 2, 15), present)
    assert gone.listing is Listing.NO_LONGER
    assert gone.text == "no longer listed: listed until between 2024-01-01 and 2024-02-01"
    between = ask(dt.date(2024, 1, 15), present)
    assert between.listing is Listing.UNKNOWN
    assert "until between 2024-01-01 and 2024-02-01" in between.text
    assert ask(JAN, present).listing is Listing.LISTED


def test_listed_gone_and_listed_again():
    present = [True, False, True]
    assert ask(FEB, present).listing is Listing.NO_LONGER
    assert ask(dt.date(2024, 2, 15), present).listing is Listing.UNKNOWN
    assert ask(MAR, present).text == "listed since between 2024-02-01 and 2024-03-01"


def test_the_day_on_which_the_list_says_it_ended():
    answer = ask(APR, delisted_on=day("2020-06-30"))
    assert answer.text == "no longer listed: listed until 2020-06-30"
    assert ask(
        day("2020-06-30"), listed_on=day("2010-01-01"), delisted_on=day("2020-06-30")
    ).text == ("listed since 2010-01-01")


def test_what_a_version_shows_stands_above_what_the_entry_says():
    answer = ask(FEB, [False, False, True], listed_on=day("2014-03-20"))
    assert answer.listing is Listing.UNKNOWN
    assert "lacks it" in answer.text
    earlier = ask(JAN, [True, True, True], listed_on=day("2024-02-20"))
    assert earlier.listing is Listing.LISTED


@given(
    st.lists(
        st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)), min_size=1, max_size=6, unique=True
    ),
    st.data(),
)
def test_every_day_has_an_answer_that_the_versions_bear_out(days, data):
    versions = sorted(days)
    present = data.draw(st.lists(st.booleans(), min_size=len(days), max_size=len(days)).filter(any))
    listed = data.draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
    on = data.draw(st.dates(dt.date(1990, 1, 1), dt.date(2031, 1, 1)))
    answer = as_of(on, versions=versions, present=present, listed_on=listed)
    assert answer.day == on
    assert answer.text
    if on in versions:
        assert (answer.listing is Listing.LISTED) == present[versions.index(on)]
    if answer.listing is Listing.LAST_KNOWN:
        assert on > versions[-1]
        assert present[-1]
    if on < versions[0] and listed is None:
        assert answer.listing is Listing.UNKNOWN


@pytest.mark.parametrize("listing", list(Listing))
def test_each_answer_can_be_given(listing):
    days = (dt.date(2023, 1, 1), JAN, dt.date(2024, 1, 15), FEB, APR)
    kinds = ([True, True, True], [False, True, True], [True, False, False])
    answers = [ask(on, present) for on in days for present in kinds]
    assert listing in {answer.listing for answer in answers}
