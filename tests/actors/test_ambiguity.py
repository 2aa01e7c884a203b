import pytest

from tests.actors.reading import named, only


@pytest.mark.parametrize(
    "text",
    [
        "Georgia's governor, Brian Kemp, spoke in Atlanta.",
        "A Georgian mansion in Atlanta was sold.",
        "Michael Jordan played.",
        "Jordan Henderson passed the ball.",
        "Chad Wolf resigned.",
        "Paris Hilton sang.",
        "Victoria Beckham left.",
        "Santiago Abascal spoke.",
        "Denzel Washington smiled.",
        "Fans in Washington state cheered.",
        "A fire near London, Ontario, went out.",
        "Turkey sandwiches were served.",
        "The Hague tribunal adjourned.",
        "She lives in Victoria.",
    ],
)
def test_other_bearers_of_a_states_name_are_not_the_state(text):
    assert [(w, c) for w, c in named(text) if c] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia signed a treaty with Armenia.", "GEO"),
        ("Yesterday Jordan closed its border.", "JOR"),
        ("Chad expelled the ambassador.", "TCD"),
        ("Turkey said it would wait.", "TUR"),
        ("Guinea held an election.", "GIN"),
        ("Congo closed the border.", "COD"),
        ("Congo and Brazzaville said yes.", "COD"),
        ("Polish farmers blocked a road.", "POL"),
        ("Washington imposed tariffs.", "USA"),
    ],
)
def test_the_state_is_still_the_state(text, code):
    assert named(text)[0][1] == code


def test_a_bare_korea_follows_the_korea_that_is_named():
    assert only("Korea lost. South Korea had hoped.", "Korea").code == "KOR"


def test_a_bare_korea_between_both_is_nobody():
    text = "North Korea and South Korea talked. Korea was one once."
    assert only(text, "Korea").actor is None


def test_north_and_south_are_states_only_in_a_text_on_korea():
    text = "North Korea fired. The South fired back and the North denied it."
    assert ("South", "KOR") in named(text)
    assert ("North", "PRK") in named(text)
    assert named("Snow fell in the North and in the South.") == []


def test_an_acronym_of_several_bodies_needs_its_country():
    assert named("The MSS was blamed.") == []
    assert only("China denied it. The MSS was blamed.", "MSS").code == "CHN"
    assert only("North Korea denied it. The MSS was blamed.", "MSS").code == "PRK"
