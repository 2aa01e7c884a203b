"""Places are found by the longest name; the shipped ones are of states that the catalogue knows."""

import csv
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.loader import DATA, load_catalogue
from dragoman.actors.places import Gazetteer, shipped_places
from dragoman.actors.words import Words
from dragoman.records import Span

TABLE = """\
name,country,kind,aliases
San Pedro,CIV,city,
San Pedro,PRY,region,San Pedro de Ycuamandiyú
Pedro,PRY,city,
São Pedro,BRA,city,
Mazar-e-Sharif,AFG,city,Mazar-i-Sharif;Mazar
Tripoli,LBN,city,
"""
PLACES = Gazetteer(TABLE.encode())


def found(text, start=0, end=None):
    places = PLACES.find(text, Span(start, len(text) if end is None else end))
    return [(p.span.of(text), p.countries) for p in places]


def test_places_come_in_text_order_with_their_countries():
    assert found("From Tripoli to Mazar-e-Sharif.") == [
        ("Tripoli", ("LBN",)),
        ("Mazar-e-Sharif", ("AFG",)),
    ]


def test_the_longest_name_is_found_and_what_it_holds_is_not():
    text = "Rain in San Pedro de Ycuamandiyu and in Pedro."
    assert [name for name, _ in found(text)] == ["San Pedro de Ycuamandiyu", "Pedro"]
    # what begins a longer name may end before it
    assert [name for name, _ in found("Rain in San Pedro de Macorís.")] == ["San Pedro"]


def test_a_name_of_places_in_several_countries_keeps_all_of_them():
    assert found("San Pedro slept.") == [("San Pedro", ("CIV", "PRY"))]


def test_an_alias_names_the_same_place():
    assert found("Mazar-i-Sharif") == found("Mazar-i-Sharif, Mazar")[:1]
    assert found("Mazar") == [("Mazar", ("AFG",))]


def test_a_family_name_is_no_town():
    assert found("It was told by John Pedro.") == []
    assert found("It was told in Pedro.") == [("Pedro", ("PRY",))]
    # a name of several words is told from one by itself
    assert [name for name, _ in found("It was told by Don San Pedro.")] == ["San Pedro"]


@pytest.mark.parametrize("text", ["the tripoli of old", "a pedro", "san pedro"])
def test_small_letters_are_no_name(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["TRIPOLI", "Mazar-E-Sharif", "SAN PEDRO"])
def test_headlines_in_capitals_are_read(text):
    assert [name for name, _ in found(text)] == [text]


@pytest.mark.parametrize("text", ["São Pedro", "Sao Pedro", "Sa\u0303o Pedro", "San Pédro"])
def test_accents_do_not_count(text):
    assert [name for name, _ in found(text)] == [text]


@pytest.mark.parametrize("gap", ["\n", "\n  ", "-", "\xa0"])
def test_a_name_may_go_on_after_a_line_break_or_a_hyphen(gap):
    name = f"San{gap}Pedro"
    assert found(f"Rain in {name} fell.") == [(name, ("CIV", "PRY"))]


@pytest.mark.parametrize("gap", ["\n\n", ", ", "; ", " (or) "])
def test_a_name_does_not_go_on_in_another_paragraph_or_phrase(gap):
    assert [name for name, _ in found(f"San{gap}Pedro")] == ["Pedro"]


def test_only_a_part_of_a_text_is_searched_and_offsets_are_of_the_whole():
    text = "Tripoli. In Tripoli it rained. Tripoli."
    places = PLACES.find(text, Span(9, 30))
    assert [(p.span.start, p.span.of(text)) for p in places] == [(12, "Tripoli")]


def test_a_name_inside_a_word_is_none():
    assert found("Tripolitania and Pedros") == []
    assert found("Pedro's") == [("Pedro", ("PRY",))]


@given(
    st.lists(st.sampled_from("San Pedro de Ycuamandiyu Tripoli x , - \n São".split(" "))).map(
        " ".join
    )
    | st.text(max_size=40)
)
def test_places_lie_in_the_text_in_order_and_apart(text):
    before = 0
    for place in PLACES.find(text, Span(0, len(text))):
        assert before <= place.span.start < place.span.end <= len(text)
        assert set(place.countries) <= {"CIV", "PRY", "BRA", "AFG", "LBN"}
        before = place.span.end


# what is shipped


@pytest.fixture(scope="module")
def rows():
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def states():
    return load_catalogue().states


def spelled(row):
    return [row["name"], *filter(None, row["aliases"].split(";"))]


def test_every_place_lies_in_a_state_of_the_catalogue(rows, states):
    assert {row["country"] for row in rows} - {state.id for state in states} == set()


def test_every_place_is_of_a_known_kind(rows):
    assert {row["kind"] for row in rows} == {"city", "region", "sea-or-feature"}


def test_every_place_has_a_name_with_a_letter_and_no_blanks_around(rows):
    names = [name for row in rows for name in spelled(row)]
    assert [n for n in names if n != n.strip() or not any(map(str.isalpha, n))] == []


def test_no_place_stands_twice(rows):
    doubles = Counter((row["name"], row["country"]) for row in rows)
    assert [place for place, count in doubles.items() if count > 1] == []


def test_no_place_has_the_name_of_a_state_or_capital(rows, states):
    # they stand in states.csv and are actors, not scenes
    taken = {
        tuple(Words(name).lower)
        for state in states
        for name in (state.name, state.official_name, *state.aliases, *state.capitals)
    } - {()}
    assert [n for row in rows for n in spelled(row) if tuple(Words(n).lower) in taken] == []


def test_every_shipped_name_in_capitals_is_found_where_it_stands_alone(rows):
    missed = []
    for row in rows:
        for name in filter(lambda name: name[0].isupper(), spelled(row)):
            places = shipped_places().find(name, Span(0, len(name)))
            countries = [c for p in places for c in p.countries]
            if len(places) != 1 or row["country"] not in countries:
                missed.append(name)
    # a sign that no other name has within it
    assert missed == ["Kick 'em Jenny"]


def test_the_version_is_that_of_the_data():
    assert shipped_places() is shipped_places()
    more = Gazetteer(TABLE.encode() + b"Kara,TGO,city,\n")
    assert len({shipped_places().version, PLACES.version, more.version}) == 3
    assert Gazetteer(TABLE.encode()).version == PLACES.version
