"""Maximal mentions and who they are."""

import datetime as dt

import pytest

from dragoman.records import MentionKind, Sector
from tests.actors.reading import mentions, named, only


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        (
            "Russian Foreign Intelligence Service Director Sergei Naryshkin's trip ended.",
            "Russian Foreign Intelligence Service Director Sergei Naryshkin",
            "RUS",
            Sector.SPY,
        ),
        (
            "Envoys met the DPRK's Minister of State Security Ri Chang Dae.",
            "DPRK's Minister of State Security Ri Chang Dae",
            "PRK",
            Sector.SPY,
        ),
        (
            "Moscow heard Russian President Vladimir Putin.",
            "Russian President Vladimir Putin",
            "RUS",
            Sector.GOV,
        ),
        (
            "Kenyan Foreign Minister John Doe flew home.",
            "Kenyan Foreign Minister John Doe",
            "KEN",
            Sector.GOV,
        ),
        (
            "South Korea's Joint Chiefs of Staff saw it.",
            "South Korea's Joint Chiefs of Staff",
            "KOR",
            Sector.MIL,
        ),
        ("At night Russian forces took off.", "Russian forces", "RUS", Sector.MIL),
        ("Then Seoul's defence ministry replied.", "Seoul's defence ministry", "KOR", Sector.GOV),
        (
            "A spokesman for the Ukrainian army denied it.",
            "spokesman for the Ukrainian army",
            "UKR",
            Sector.MIL,
        ),
        ("The government of Sudan gave in.", "government of Sudan", "SDN", Sector.GOV),
        ("Troops from Rwanda marched.", "Troops from Rwanda", "RWA", Sector.MIL),
        ("A court in Bishkek freed him.", "court in Bishkek", "KGZ", Sector.JUD),
        ("Two Kuwaiti nationals were held.", "Two Kuwaiti nationals", "KWT", Sector.CVL),
        ("A Hezbollah commander fled.", "Hezbollah commander", "LBN", Sector.REB),
        ("Iran's parliament voted.", "Iran's parliament", "IRN", Sector.LEG),
        (
            "Two senior North Korean officials left.",
            "Two senior North Korean officials",
            "PRK",
            Sector.GOV,
        ),
        (
            "Kenya's newly appointed defence minister spoke.",
            "Kenya's newly appointed defence minister",
            "KEN",
            Sector.GOV,
        ),
        (
            "Russia's UN envoy Ivan Fedorov spoke.",
            "Russia's UN envoy Ivan Fedorov",
            "RUS",
            Sector.GOV,
        ),
        (
            "President Xi Jinping of China agreed.",
            "President Xi Jinping of China",
            "CHN",
            Sector.GOV,
        ),
    ],
)
def test_title_country_and_name_are_one_mention(text, words, country, sector):
    actor = only(text, words).actor
    assert (actor.country, actor.sector) == (country, sector)


def test_the_and_the_possessive_ending_stay_outside():
    text = "The Kremlin's envoy thanked the United Nations' cook."
    assert [w for w, _ in named(text)] == ["Kremlin's envoy", "United Nations"]


def test_weapons_are_no_force_but_the_country_is_named():
    assert named("North Korean missiles fell into the sea.") == [("North Korean", "PRK")]


def test_a_verb_that_looks_like_a_title_joins_nothing():
    assert named("Israel forces Hamas to the table.")[:1] == [("Israel", "ISR")]
    assert named("Iran detained activists.")[0] == ("Iran", "IRN")


def test_leaders_of_several_states_are_left_to_the_states():
    text = "The leaders of South Korea, China and Japan met."
    assert [c for _, c in named(text)] == ["KOR", "CHN", "JPN"]


def test_a_name_before_and_behind_the_comma():
    text = "John Doe, Kenya's foreign minister, met the Ugandan defence minister, Jane Roe, today."
    people = {m.span.of(text): m.actor for m in mentions(text) if m.actor.person}
    assert people["John Doe"].country == "KEN"
    assert people["Kenya's foreign minister"].person == "John Doe"
    assert people["Jane Roe"].country == "UGA"
    assert people["Jane Roe"].sector is Sector.GOV


def test_an_apposition_of_two_known_names_is_two_mentions_of_one_person():
    text = "Kim Jong Un, the North Korean leader, spoke."
    first, second = mentions(text)
    assert first.actor.person == second.actor.person == "Kim Jong Un"
    assert (first.kind, second.kind) == (MentionKind.PERSON, MentionKind.OFFICE)


def test_forces_listed_side_by_side_are_all_forces():
    text = "Ethiopian, Mozambican and South African troops arrived."
    assert [(m.code, m.actor.sector) for m in mentions(text)] == [
        ("ETH", Sector.MIL),
        ("MOZ", Sector.MIL),
        ("ZAF", Sector.MIL),
    ]


def test_an_agency_counts_as_its_state_and_an_organisation_as_itself():
    assert only("The SVR replied.", "SVR").actor.org == "RUS-SVR"
    assert only("The SVR replied.", "SVR").code == "RUS"
    assert only("Nato replied.", "Nato").code == "NATO"
    assert only("The European Commission replied.", "European Commission").code == "EU"


def test_an_armed_group_has_its_own_code_and_its_first_country():
    actor = only("Hamas agreed.", "Hamas").actor
    assert (actor.country, actor.org, actor.sector) == ("PSE", "HAMAS", Sector.REB)


def test_western_names_no_one():
    text = "Western governments hesitated and the West waited."
    assert [m.actor for m in mentions(text)] == [None, None]


def test_a_government_is_named_by_its_head():
    mention = only("The Obama administration agreed.", "Obama administration", dt.date(2012, 3, 1))
    assert mention.code == "USA"


def test_an_airport_is_nobody():
    assert named("Rockets hit Hamid Karzai International Airport.") == []
