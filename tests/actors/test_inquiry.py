"""Who words may mean on a day: scores, reasons, and nobody where nobody is known."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors.index import load_index
from dragoman.actors.inquiry import inquire

pytestmark = pytest.mark.slow


DAY = dt.date(2024, 3, 30)


def guesses(words, day=DAY, limit=10):
    return inquire(load_index(), words, day=day, limit=limit).guesses


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("foreign minister of Japan", "Yoko Kamikawa"),
        ("the president of France", "Emmanuel Macron"),
        ("SVR director", "Sergei Naryshkin"),
        ("NATO secretary general", "Jens Stoltenberg"),
    ],
)
def test_the_words_for_an_office_give_its_holder_on_the_day(words, person):
    (guess,) = guesses(words)
    assert guess.actor.person == person
    assert str(DAY) in guess.reasons[0]


def test_an_office_with_nobody_listed_gives_the_office_and_the_holders_around():
    (guess,) = guesses("foreign minister of Japan", dt.date(1960, 1, 1))
    assert (guess.actor.person, guess.actor.office) == (None, "foreign-minister")
    assert "nobody is listed as holding it on 1960-01-01" in guess.reasons
    assert any(reason.startswith("after: ") for reason in guess.reasons)


def test_a_full_name_is_surer_than_a_family_name_and_that_than_a_misspelling():
    full, family, wrong = (guesses(n)[0] for n in ("Sergei Naryshkin", "Naryshkin", "Narishkin"))
    assert {g.actor.person for g in (full, family, wrong)} == {"Sergei Naryshkin"}
    assert full.score > family.score > wrong.score > 0
    assert any("89% alike" in reason for reason in wrong.reasons)


def test_a_name_of_several_gives_them_all_and_says_so():
    found = guesses("SIS")
    assert {"GBR", "MDA", "SVK"} <= {g.actor.country for g in found}
    assert all("who bear the name on the day" in " ".join(g.reasons) for g in found)


def test_who_is_not_there_on_the_day_is_less_likely_and_the_reason_is_told():
    now, then = guesses("Soviet Union")[0], guesses("Soviet Union", dt.date(1980, 1, 1))[0]
    assert now.score < then.score
    assert any("on the day" in reason for reason in now.reasons)


def test_nobody_is_an_empty_answer():
    assert guesses("Qwop Zyxxon") == ()


def test_the_limit_holds():
    assert len(guesses("Kim", limit=2)) == 2


@settings(max_examples=25, deadline=None)
@given(
    st.text(max_size=12) | st.sampled_from(["Kim Jong", "the", "president of", "UN UN", "الرئيس"]),
    st.dates(dt.date(1946, 1, 1), dt.date(2100, 1, 1)),
)
def test_any_words_give_ranked_guesses_with_reasons(words, day):
    found = guesses(words, day)
    scores = [g.score for g in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < g.score <= 1 and g.reasons and g.actor.name for g in found)
    json.dumps([g.as_json() for g in found])
