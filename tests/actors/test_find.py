import datetime as dt

import pytest

from dragoman.actors.find import find

DAY = dt.date(2024, 3, 30)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Naryshkin", "RUS/Sergei Naryshkin"),
        ("NARYSHKIN", "RUS/Sergei Naryshkin"),
        ("Kiev", "UKR"),
        ("Élysée", "FRA"),
        ("svr", "RUS-SVR"),
        ("Hezbollah", "HEZBOLLAH"),
        ("习近平", "CHN/Xi Jinping"),
        ("U.N.", "UN"),
    ],
)
def test_a_name_gives_its_bearer(name, first):
    assert find(name, DAY)[0].id == first


def test_a_shared_acronym_gives_all_its_bearers():
    assert {"CHN-MSS", "PRK-MSS"} <= {c.id for c in find("MSS", DAY)}


def test_who_exists_on_the_day_comes_first():
    assert [c.id for c in find("Moscow", DAY)] == ["RUS", "SUN"]
    assert [c.id for c in find("Moscow", dt.date(1980, 1, 1))] == ["SUN", "RUS"]


def test_the_explanation_lists_the_terms():
    candidate = find("Sergei Naryshkin", DAY)[0]
    assert candidate.actor.office == "intelligence-chief:SVR"
    assert "State Duma Speaker 2011-12-21 to 2016-10-05" in candidate.explanation


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Narishkin", "RUS/Sergei Naryshkin"), ("Hesbollah", "HEZBOLLAH"), ("Azerbajan", "AZE")],
)
def test_a_misspelling_finds_the_nearest_and_says_so(wrong, right):
    candidate = find(wrong, DAY)[0]
    assert candidate.id == right
    assert candidate.score < 1
    assert candidate.explanation.startswith(f"similar to '{wrong}'")


@pytest.mark.parametrize("name", ["", "  ", "qqqq zzzz", "president", "."])
def test_what_names_nobody_gives_nothing(name):
    assert find(name, DAY) == []
