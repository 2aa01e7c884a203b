"""Dates, countries, remarks and roles as the lists write them."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Precision
from dragoman.sanctions.countries import country_code, country_of_place
from dragoman.sanctions.dates import interval_of, parse_birth, parse_day, parse_interval
from dragoman.sanctions.entry import NameKind
from dragoman.sanctions.remarks import parse_remarks
from dragoman.sanctions.roles import PastRole, RoleAnswer, compare_roles

# Dates


@given(st.dates(dt.date(1000, 1, 1)))
def test_a_day_is_read_back_however_it_is_written(day):
    name = calendar.month_abbr[day.month]
    for text in (
        day.isoformat(),
        f"{day.day:02} {name} {day.year:04}",
        f"{day.isoformat()}T10:00:00Z",
    ):
        assert parse_day(text) == day
    assert parse_day(f"{day.day}/{day.month}/{day.year:04}", slashed="dmy") == day
    assert parse_day(f"{day.month}/{day.day}/{day.year:04}", slashed="mdy") == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text):
    for found in (parse_interval(text), parse_birth(text)):
        assert found is None or found


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "approximate"),
    [
        ("1963", "1963-01-01", "1963-12-31", Precision.YEAR, False),
        ("Jul 1963", "1963-07-01", "1963-07-31", Precision.MONTH, False),
        ("28 Jul 1963", "1963-07-28", "1963-07-28", Precision.DAY, False),
        ("circa 1963", "1963-01-01", "1963-12-31", Precision.YEAR, True),
        ("1960 to 1963", "1960-01-01", "1963-12-31", Precision.INTERVAL, False),
        ("circa 1979-1982", "1979-01-01", "1982-12-31", Precision.INTERVAL, True),
        ("01 Jan 1960 to 31 Mar 1961", "1960-01-01", "1961-03-31", Precision.INTERVAL, False),
    ],
)
def test_births_are_read_as_intervals(text, start, end, precision, approximate):
    birth = parse_birth(text)
    assert (birth.start.isoformat(), birth.end.isoformat()) == (start, end)
    assert (birth.precision, birth.approximate, birth.text) == (precision, approximate, text)


@pytest.mark.parametrize(
    "text", ["", "unknown", "31 Feb 1960", "1963 to 1960", "13/13/1960", "0000"]
)
def test_what_is_no_birth_is_none(text):
    assert parse_birth(text) is None


def test_a_month_or_day_that_the_calendar_lacks_is_none():
    assert interval_of("1960", "13") is None
    assert interval_of("1961", "2", "29") is None
    assert interval_of("", "", "") is None


# Countries


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Korea, North", "PRK"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Congo, Democratic Republic of the", "COD"),
        ("The Gambia", "GMB"),
        ("Bahamas, The", "BHS"),
        ("Burma", "MMR"),
        ("RU", "RUS"),
        ("ru", "RUS"),
        ("RUSSIAN FEDERATION", "RUS"),
        ("undetermined", None),
        ("Ruritania", None),
        ("", None),
    ],
)
def test_country_names_of_lists_are_known(name, code):
    assert country_code(name) == code


def test_a_place_gives_its_country():
    assert country_of_place("Pskov, Russia").code == "RUS"
    assert country_of_place("Pyongyang, Korea, North").code == "PRK"
    assert country_of_place("Nowhere at all") is None


# Remarks


def test_remarks_are_taken_apart_and_the_rest_is_kept():
    found = parse_remarks(
        "DOB 01 Jan 1960; alt. DOB 1961; POB Suva, Fiji; citizen Iran; Deputy Minister of Fish; "
        "alt. Former Chief of Staff; a.k.a. 'O'NEIL'; f.k.a. 'OLD NAME'; Passport A1 (Iran); "
        "DOB someday; Linked To: A. B. CO.; nationality Nowhere."
    )
    assert [birth.text for birth in found.births] == ["01 Jan 1960", "1961"]
    assert [country.code for country in found.countries] == ["FJI", "IRN"]
    assert found.roles == ["Deputy Minister of Fish", "Former Chief of Staff"]
    assert [(alias.text, alias.kind) for alias in found.aliases] == [
        ("O'NEIL", NameKind.WEAK),
        ("OLD NAME", NameKind.WEAK),
    ]
    assert found.linked_to == ["A. B. CO."]
    assert found.unparsed == ["Passport A1 (Iran)", "DOB someday", "nationality Nowhere"]


@given(st.text(max_size=200))
def test_nothing_of_the_remarks_is_lost(text):
    found = parse_remarks(text)
    kept = " ".join(
        [
            *found.unparsed,
            *(birth.text for birth in found.births),
            *(country.name for country in found.countries),
            *found.roles,
            *found.linked_to,
            *(alias.text for alias in found.aliases),
        ]
    )
    for word in text.removesuffix(".").split():
        if word.strip(";.").isalpha():
            assert word.strip(";.") in kept


# Roles


@pytest.mark.parametrize(
    ("role", "listed"),
    [
        ("SVR director", "Director of the Foreign Intelligence Service"),
        ("head of Russian foreign intelligence", "Director of the Foreign Intelligence Service"),
        ("Foreign Minister", "Minister of Foreign Affairs of the Russian Federation"),
        ("Defence Minister", "Minister of Defense"),
        ("President", "President of the Republic of Belarus"),
        ("IRGC commander", "Commander of the Islamic Revolutionary Guard Corps"),
    ],
)
def test_the_same_role_in_other_words_agrees(role, listed):
    assert compare_roles(role, ["Something else", listed]).answer is RoleAnswer.AGREE


@pytest.mark.parametrize(
    ("role", "listed"),
    [
        ("President", "Vice President"),
        ("Foreign Minister", "Deputy Foreign Minister"),
        ("Minister of Defence", "Minister of Industry"),
        ("director", "Director of the Foreign Intelligence Service"),
        ("SVR director", "Chairman of the State Duma"),
    ],
)
def test_other_roles_differ(role, listed):
    assert compare_roles(role, [listed]).answer is RoleAnswer.DIFFERENT
    assert compare_roles(role, [listed], record_is_older=True).answer is RoleAnswer.OLDER


def test_a_role_that_the_list_calls_former_is_an_older_one():
    answer = compare_roles("Prime Minister", ["Former Minister of Fish"])
    assert (answer.answer, answer.listed) == (RoleAnswer.OLDER, "Former Minister of Fish")
    same = compare_roles("Minister of Fish", ["Former Minister of Fish"])
    assert same.answer is RoleAnswer.OLDER


def test_a_role_held_before_is_recognised_with_its_end():
    past = [PastRole("State Duma Speaker", dt.date(2016, 10, 5))]
    answer = compare_roles("SVR director", ["Chairman of the State Duma"], past=past)
    assert (answer.answer, answer.ended) == (RoleAnswer.OLDER, dt.date(2016, 10, 5))


def test_without_a_role_there_is_no_answer():
    assert compare_roles("", ["Minister"]).answer is RoleAnswer.UNKNOWN
    assert compare_roles("Minister", []).answer is RoleAnswer.UNKNOWN
