"""From the words for a post to an office of a place."""

import pytest

from dragoman.actors.importers.bodies import agency_kind
from dragoman.actors.importers.posts import NoPost, Post, read_post
from dragoman.actors.loader import load_catalogue
from tests.actors.importing import known


@pytest.mark.parametrize(
    ("label", "country", "place", "office"),
    [
        ("Minister of Foreign Affairs of Japan", None, "JPN", "foreign-minister"),
        ("Minister for Foreign Affairs", "JPN", "JPN", "foreign-minister"),
        ("Japanese Defence Minister", None, "JPN", "defence-minister"),
        ("President of the French Republic", None, "FRA", "head-of-state"),
        ("Prime Minister of the United Kingdom", "GBR", "GBR", "head-of-government"),
        ("Director of the Foreign Intelligence Service", "RUS", "RUS", "intelligence-chief:SVR"),
        ("Director of the SVR", "RUS", "RUS", "intelligence-chief:SVR"),
        ("Secretary General of NATO", None, "INT", "NATO:chief"),
        ("Governor of the Bank of Japan", "JPN", "JPN", "central-bank-governor"),
        ("Minister of Kelp Farming of Kenya", None, "KEN", "kelp-farming-minister"),
        ("Vice President of Kenya", None, "KEN", "vice-president"),
    ],
)
def test_a_post_is_an_office_of_a_place(label, country, place, office):
    post = read_post(known(), label, country)
    assert isinstance(post, Post), post
    assert (post.place, post.office) == (place, office)
    assert post.titles


@pytest.mark.parametrize(
    ("label", "country", "words"),
    [
        ("Minister of Kelp Farming", None, "country is not told"),
        ("Member of the House of Kelp of Kenya", None, "many hold at a time"),
        ("Deputy Minister of Foreign Affairs of Japan", None, "many hold at a time"),
        ("ambassador of Kenya to Japan", "KEN", "many hold at a time"),
        ("Kelp Laureate", "KEN", "no known kind"),
        ("Minister of Kelp", "ZZZ", "the catalogue lacks"),
    ],
)
def test_what_is_no_office_of_one_person_is_told(label, country, words):
    post = read_post(known(), label, country)
    assert isinstance(post, NoPost)
    assert words in post.reason


def test_most_names_of_agencies_say_their_kind():
    agencies = load_catalogue().agencies
    told = [(agency_kind(agency.name), agency.kind) for agency in agencies]
    right = sum(found is not None and found.kind == kind for found, kind in told)
    assert right / len(agencies) > 0.68
