"""Times in text, all seen from Saturday, 30 March 2024, unless a test says otherwise."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.dates import TimeExpression, find_dates, resolve, timex_value
from dragoman.language.dates.find import RULES
from dragoman.language.dates.rule import compiled
from dragoman.records import Precision, Span

SATURDAY = dt.date(2024, 3, 30)


def find(sentence: str, day: dt.date = SATURDAY) -> tuple[TimeExpression, ...]:
    return find_dates(sentence, Span(0, len(sentence)), day)


def told(sentence: str, day: dt.date = SATURDAY) -> list[tuple[str, str]]:
    return [(e.span.of(sentence), str(e.when)) for e in find(sentence, day)]


def days(sentence: str, day: dt.date = SATURDAY) -> list[str]:
    return [when for _, when in told(sentence, day)]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("2024-03-28", "2024-03-28"),
        ("28 March 2024", "2024-03-28"),
        ("the 28th of March, 2024", "2024-03-28"),
        ("March 28, 2024", "2024-03-28"),
        ("Thursday, 28 March", "2024-03-28"),
        ("28 Mar.", "2024-03-28"),
        ("03/28/2024", "2024-03-28"),
        ("28.03.2024", "2024-03-28"),
        ("4 April last year", "2023-04-04"),
        ("the 12th of last month", "2024-02-12"),
        ("March 2024", "2024-03-01/2024-03-31"),
        ("March last year", "2023-03-01/2023-03-31"),
        ("last March", "2023-03-01/2023-03-31"),
        ("early March", "2024-03-01/2024-03-10"),
        ("the end of May 2023", "2023-05-26/2023-05-31"),
        ("mid-2023", "2023-05-01/2023-08-31"),
        ("2019", "2019-01-01/2019-12-31"),
        ("nineteen ninety-six", "1996-01-01/1996-12-31"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("the late '80s", "1986-01-01/1989-12-31"),
        ("the 19th century", "1801-01-01/1900-12-31"),
        ("the first half of 2024", "2024-01-01/2024-06-30"),
        ("the second quarter of 2023", "2023-04-01/2023-06-30"),
        ("Q1 2024", "2024-01-01/2024-03-31"),
        ("the fourth quarter", "2023-10-01/2023-12-31"),
        ("the last two months of 2023", "2023-11-01/2023-12-31"),
        ("winter 2023-24", "2023-12-01/2024-02-29"),
        ("last summer", "2023-06-01/2023-08-31"),
        ("the week of March 18", "2024-03-18/2024-03-24"),
        ("Christmas Eve", "2023-12-24"),
        ("Easter Sunday 2024", "2024-03-31"),
        ("the 9/11 attacks", "2001-09-11"),
        ("today", "2024-03-30"),
        ("the day before yesterday", "2024-03-28"),
        ("tomorrow morning", "2024-03-31"),
        ("last night", "2024-03-29"),
        ("overnight", "2024-03-29/2024-03-30"),
        ("Monday night", "2024-03-25"),
        ("last Saturday", "2024-03-23"),
        ("Monday of last week", "2024-03-18"),
        ("two weeks ago Monday", "2024-03-11"),
        ("last weekend", "2024-03-23/2024-03-24"),
        ("last week", "2024-03-18/2024-03-24"),
        ("next month", "2024-04-01/2024-04-30"),
        ("last quarter", "2023-10-01/2023-12-31"),
        ("earlier this month", "2024-03-01/2024-03-29"),
        ("later this year", "2024-03-31/2024-12-31"),
        ("three days ago", "2024-03-27"),
        ("nearly two years ago", "2022-01-01/2022-12-31"),
        ("the past three days", "2024-03-27/2024-03-30"),
        ("the last two months", "2024-01-30/2024-03-30"),
        ("the next 48 hours", "2024-03-30/2024-04-01"),
        ("since 2019", "2019-01-01/2024-03-30"),
        ("until the end of 2025", "2024-03-30/2025-12-31"),
        ("from Monday to Wednesday", "2024-03-25/2024-03-27"),
        ("between 25 and 27 March", "2024-03-25/2024-03-27"),
        ("25-27 March 2024", "2024-03-25/2024-03-27"),
        ("March 25-27", "2024-03-25/2024-03-27"),
        ("March 25 and 26", "2024-03-25/2024-03-26"),
        ("from 25 November to 2 January", "2023-11-25/2024-01-02"),
        ("from September to May 2023", "2022-09-01/2023-05-31"),
        ("2014-16", "2014-01-01/2016-12-31"),
    ],
)
def test_a_phrase_is_resolved_from_the_dateline(phrase: str, expected: str) -> None:
    assert str(resolve(phrase, SATURDAY)) == expected


@pytest.mark.parametrize(
    "phrase",
    ["two weeks earlier", "the following day", "that day", "a year earlier", "the previous Friday",
     "in recent weeks", "several years ago", "03/04/2024", "31 February", "until 2019"],
)  # fmt: skip
def test_what_the_dateline_cannot_settle_is_found_and_left_open(phrase: str) -> None:
    assert resolve(phrase, SATURDAY) is None
    assert [e.when for e in find(f"It happened {phrase}.")] == [None]


def test_coming_weeks_are_open_and_yet_ahead() -> None:
    (found,) = find("Talks will go on in the coming weeks.")
    assert found.when is None
    assert found.future


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Putin visited on Friday.", ["2024-03-29"]),
        ("Putin will visit on Friday.", ["2024-04-05"]),
        ("Putin said on Friday that he will visit on Tuesday.", ["2024-03-29", "2024-04-02"]),
        ("On Tuesday, the council is due to vote on a text tabled Thursday.",
         ["2024-04-02", "2024-03-28"]),
        ("They agreed on Tuesday to meet again in June.",
         ["2024-03-26", "2024-06-01/2024-06-30"]),
        ("On Tuesday they agreed to meet.", ["2024-03-26"]),
        ("Kim to meet Xi on Monday", ["2024-04-01"]),
        ("The talks, due to be held on Monday, were called off on Friday.",
         ["2024-04-01", "2024-03-29"]),
        ("The rebels must leave by Tuesday.", ["2024-04-02"]),
        ("By Thursday, rescuers had found 20 bodies.", ["2024-03-28"]),
        ("The minister will respond to Wednesday's ruling.", ["2024-03-27"]),
        ("The minister will attend Wednesday's summit.", ["2024-04-03"]),
        ("He was elected in November.", ["2023-11-01/2023-11-30"]),
        ("Elections are due in November.", ["2024-11-01/2024-11-30"]),
        ("The April 5 summit was announced.", ["2024-04-05"]),
        ("They will hold talks on Tuesday and Wednesday.", ["2024-04-02", "2024-04-03"]),
        ("They have been at war since November.", ["2023-11-01/2024-03-30"]),
        ("He will return in three days.", ["2024-04-02"]),
        ("It was the third attack in three days.", ["None"]),
    ],
)  # fmt: skip
def test_the_verb_of_the_clause_tells_the_direction(sentence: str, expected: list[str]) -> None:
    assert days(sentence) == expected


def test_future_is_said_of_what_lies_wholly_after_the_dateline() -> None:
    found = find("They met last week, this week and next week, in 2024 and in 2025.")
    assert [e.future for e in found] == [False, False, True, False, True]


def test_the_datelines_own_weekday_is_that_day() -> None:
    assert days("Seoul said on Saturday that it will act.") == ["2024-03-30"]
    assert days("Seoul will act on Saturday.") == ["2024-03-30"]


def test_a_pair_of_days_goes_on_after_the_first() -> None:
    wednesday = dt.date(2024, 3, 27)
    assert days("A visit on Wednesday and Thursday.", wednesday) == ["2024-03-27", "2024-03-28"]
    assert days("Raids on Wednesday and Tuesday.", wednesday) == ["2024-03-27", "2024-03-26"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army may strike, and protesters march to the square.",
        "Theresa May rejected the plan; Mrs May said so.",
        "The Women's March filled the avenue, and the March on Rome is remembered.",
        "The March 14 coalition met the Sunday Times for a second interview.",
        "Resolution 1718 binds the crew of Flight 2019.",
        "More than 2,000 troops and 2019 people were moved for $1999.",
        "The Good Friday Agreement stands; Russia Today reported it.",
        "A man in his 30s drove 1900 km through the Arab Spring.",
        "They pray every Friday and on Fridays.",
        "Three quarters of the voters fall silent in the second round.",
    ],
)
def test_what_only_looks_like_a_time_is_left_out(sentence: str) -> None:
    assert told(sentence) == []


def test_times_keep_their_words_and_the_longest_wins() -> None:
    assert [words for words, _ in told("Early on Tuesday, 26 March 2024, and late last year.")] == [
        "Early on Tuesday, 26 March 2024",
        "late last year",
    ]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Nothing here on Monday. They met on Tuesday. Nothing on Friday."
    sentence = Span(24, 44)
    assert [e.span.of(text) for e in find_dates(text, sentence, SATURDAY)] == ["Tuesday"]


def test_an_attack_that_has_a_date_for_a_name() -> None:
    later = dt.date(2025, 1, 5)
    assert days("It began with the Oct. 7 attack.", later) == ["2023-10-07"]
    assert days("It began with the Oct. 7 vote.", later) == ["2024-10-07"]


def test_the_precision_is_the_unit_that_the_words_name() -> None:
    words = "2024-03-28, last week, late March, the third quarter, in 2019 and last summer"
    found = [e.when for e in find(words)]
    assert [when.precision for when in found if when] == [
        Precision.DAY,
        Precision.WEEK,
        Precision.MONTH,
        Precision.QUARTER,
        Precision.YEAR,
        Precision.INTERVAL,
    ]
    assert [timex_value(when) for when in found if when] == [
        "2024-03-28", "2024-W12", "2024-03", "2023-Q3", "2019", None,
    ]  # fmt: skip


def test_every_pattern_is_sound_and_named_once() -> None:
    assert all(compiled(rule.pattern) for rule in RULES)
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_long_runs_of_words_of_time_stay_cheap() -> None:
    start = time.process_time()
    for words in ("in the last ", "March 1 ", "two days later ", " ", "agreed to ", "2024-"):
        find("March " + words * 400)
    assert time.process_time() - start < 5


_WORDS = st.sampled_from(
    "the of in last this next March May 31 29 February 2024 1990s Monday week months year quarter "
    "half first since until from to and between - , . ago later early end two past day tomorrow Q1 "
    "Christmas 9/11 99/99/9999 0000-00-00 9999 winter 2023-24 century twenty ninety every will had "
    "agreed 's ’s".split()
)  # fmt: skip
_DATELINES = st.dates() | st.sampled_from([dt.date.min, dt.date.max])


@given(st.text() | st.lists(_WORDS).map(" ".join), st.text(), _DATELINES)
def test_no_text_raises_and_times_lie_in_order_inside_the_sentence(
    sentence: str, before: str, day: dt.date
) -> None:
    text = before + sentence + " on Monday"
    span = Span(len(before), len(before) + len(sentence))
    reached = span.start
    for found in find_dates(text, span, day):
        assert reached <= found.span.start < found.span.end <= span.end
        reached = found.span.end
        if found.when is not None:
            assert found.when.start <= found.when.end
            assert found.when.span == found.span
            assert found.future == (found.when.start > day)
    resolve(sentence, day)
    resolve(sentence, day, past=False)


@given(st.dates(min_value=dt.date(1800, 1, 1), max_value=dt.date(2099, 12, 31)), _DATELINES)
def test_a_full_date_is_itself_from_any_dateline(day: dt.date, dateline: dt.date) -> None:
    for written in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%B} {day.day}, {day.year}"):
        when = resolve(written, dateline)
        assert when is not None
        assert (when.start, when.end, when.precision) == (day, day, Precision.DAY)
        assert when.span == Span(0, len(written))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 1, 1)), st.integers(0, 6), st.booleans())
def test_a_weekday_is_within_a_week_in_the_direction_asked(
    dateline: dt.date, back: int, past: bool
) -> None:
    meant = dateline + dt.timedelta(days=-back if past else back)
    when = resolve(f"{meant:%A}", dateline, past=past)
    assert when is not None
    assert when.start == when.end == meant
