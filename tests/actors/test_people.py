"""Offices by date, family names, people whom the catalogue lacks."""

import datetime as dt

import pytest

from dragoman.records import MentionKind, Sector
from tests.actors.reading import SPRING, mentions, named, only


@pytest.mark.parametrize(
    ("day", "person"),
    [
        (dt.date(2005, 1, 1), "Vladimir Putin"),
        (dt.date(2010, 1, 1), "Dmitry Medvedev"),
        (dt.date(2024, 1, 1), "Vladimir Putin"),
    ],
)
def test_an_office_is_held_by_whoever_held_it_on_the_day(day, person):
    assert only("The Russian president spoke.", "Russian president", day).actor.person == person


def test_a_former_office_is_held_by_nobody():
    actor = only("A former Russian president spoke.", "former Russian president").actor
    assert (actor.country, actor.person, actor.office) == ("RUS", None, None)


def test_a_person_outside_the_term_keeps_the_country_and_loses_the_office():
    mention = only("Dmitry Medvedev wrote.", "Dmitry Medvedev", SPRING)
    assert (mention.actor.country, mention.actor.sector) == ("RUS", Sector.GOV)
    assert mention.actor.office is None
    assert mention.reason.startswith("last listed office (Prime Minister) ended 2020")


def test_the_office_of_the_day_gives_the_sector():
    before = only("Sergei Naryshkin spoke.", "Sergei Naryshkin", dt.date(2014, 1, 1)).actor
    after = only("Sergei Naryshkin spoke.", "Sergei Naryshkin", SPRING).actor
    assert (before.sector, after.sector) == (Sector.LEG, Sector.SPY)
    assert after.office == "intelligence-chief:SVR"


@pytest.mark.parametrize("words", ["Russia's top spy", "SVR director", "Russian spy chief"])
def test_other_words_for_the_same_office(words):
    assert only(f"The {words} left.", words).actor.person == "Sergei Naryshkin"


def test_the_head_of_an_organisation():
    actor = only("NATO's secretary-general spoke.", "NATO's secretary-general").actor
    assert (actor.org, actor.country, actor.person) == ("NATO", None, "Jens Stoltenberg")


def test_a_family_name_after_the_full_name():
    text = "Sergei Lavrov landed. Lavrov then left."
    mention = only(text, "Lavrov")
    assert mention.actor.person == "Sergei Lavrov"
    assert mention.reason == "family name of Sergei Lavrov, named at character 0"


def test_a_family_name_of_somebody_whom_only_the_text_knows():
    text = "Kenya's trade minister, Jane Roe, spoke. Roe then left."
    assert only(text, "Roe").actor.country == "KEN"


def test_east_asian_family_names_come_first():
    text = "Kim Jong Un met Choe Son Hui. Kim smiled at Choe."
    assert only(text, "Kim").actor.person == "Kim Jong Un"
    assert only(text, "Choe").actor.person == "Choe Son Hui"


def test_of_two_namesakes_the_nearer_is_meant_with_less_trust():
    text = "Kim Jong Un met Kim Yo Jong. Kim left."
    mention = only(text, "Kim")
    assert mention.actor.person == "Kim Yo Jong"
    assert mention.score < only("Kim Jong Un left. Kim slept.", "Kim").score


def test_leaders_are_known_by_the_family_name_alone():
    text = "Putin called Xi, Macron and Biden."
    assert [c for _, c in named(text)] == ["RUS", "CHN", "FRA", "USA"]
    assert all(m.score < 0.9 for m in mentions(text))


@pytest.mark.parametrize("name", ["Brown", "Rice", "Park", "Li", "Wang", "Bush", "May", "Johnson"])
def test_common_family_names_alone_are_nobody(name):
    assert named(f"Yesterday {name} was seen.", dt.date(2017, 1, 1)) == []


def test_a_title_makes_a_common_family_name_clear():
    mention = only("President Park spoke.", "President Park", dt.date(2014, 1, 1))
    assert mention.actor.person == "Park Geun-hye"


def test_a_country_makes_a_family_name_clear():
    assert only("Then Ukraine's Zelenskyy rose.", "Ukraine's Zelenskyy").actor.country == "UKR"


def test_a_relative_is_not_the_leader():
    mention = only("Jill Biden opened a library.", "Jill Biden")
    assert (mention.kind, mention.code) == (MentionKind.PERSON, None)


def test_a_title_without_a_country_leaves_the_country_open():
    actor = only("Foreign Minister John Doe spoke.", "Foreign Minister John Doe").actor
    assert (actor.country, actor.sector, actor.person) == (None, Sector.GOV, "John Doe")


def test_the_text_wins_over_a_namesake_of_the_catalogue():
    text = "Kenyan Foreign Minister Sergei Lavrov spoke."
    assert only(text, "Kenyan Foreign Minister Sergei Lavrov").actor.country == "KEN"


@pytest.mark.parametrize("name", ["Нарышкин", "习近平", "김정은", "Сергей Нарышкин"])
def test_names_in_their_own_script(name):
    assert only(f"({name})", name).actor.person in {"Sergei Naryshkin", "Xi Jinping", "Kim Jong Un"}
