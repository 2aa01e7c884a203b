"""Wikidata dumps: which entities become rows, and what they say."""

import gzip
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.importers import wikidata_claims as claims
from dragoman.actors.importers.wikidata import read_wikidata
from dragoman.actors.period import Period
from dragoman.records import Sector
from tests.actors.importing import (
    day,
    dump,
    entity,
    item,
    japan,
    known,
    mono,
    sorted_items,
    statement,
    string,
)


def read(path):
    return sorted_items(read_wikidata([path], known()))


def test_a_position_held_becomes_a_term_with_its_dates_as_precise_as_they_are(tmp_path):
    entries, _, problems = read(dump(tmp_path / "d.json", japan()))
    (term,) = (e for e in entries if hasattr(e, "office"))
    assert not problems
    assert (term.place, term.office, term.person) == ("JPN", "foreign-minister", "Kenta Morisawa")
    assert term.period == Period("2033-04-01", "2035")
    assert (term.aliases, term.native) == (("K. Morisawa",), ("森沢健太",))
    assert "Foreign Minister" in term.titles


def test_a_body_is_told_by_the_class_that_its_class_is_under(tmp_path):
    entries, _, _ = read(dump(tmp_path / "d.json", japan()))
    (body,) = (e for e in entries if not hasattr(e, "office"))
    assert (body.country, body.kind, body.sector) == ("JPN", "other-ministry", Sector.GOV)
    assert body.period == Period("2031-01", "")
    assert body.native == ("潮汐省",)


def test_what_is_no_office_of_one_person_is_passed_over_with_the_reason(tmp_path):
    _, passed_over, _ = read(dump(tmp_path / "d.json", japan()))
    assert sorted(passed_over) == [
        "a position that is not in the files",
        "a post that many hold at a time, or a deputy's",
    ]


@pytest.mark.parametrize("is_packed", [False, True])
def test_the_array_form_of_a_dump_gives_the_same(tmp_path, is_packed):
    lines = dump(tmp_path / "lines.json", japan())
    text = "[\n" + ",\n".join(json.dumps(e) for e in japan()) + "\n]\n"
    array = tmp_path / "array.json.gz"
    array.write_bytes(gzip.compress(text.encode()) if is_packed else text.encode())
    assert read(array)[0] == read(lines)[0]


def test_the_order_of_the_entities_does_not_matter(tmp_path):
    there = read(dump(tmp_path / "a.json", japan()))[0]
    back = read(dump(tmp_path / "b.json", reversed(japan())))[0]
    assert there == back


def test_a_line_that_is_no_entity_is_told_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "d.json"
    good = [json.dumps(e) for e in japan()]
    path.write_text("\n".join(['{"id": 7, "x": "P39"}', good[0], '{"P39": ', *good[1:]]))
    entries, _, problems = read(path)
    assert len(entries) == 2
    assert [p.location for p in problems] == ["d.json:1", "d.json:3"]


def test_a_cut_off_gzip_is_told_and_what_came_before_is_kept(tmp_path):
    noise = [entity(f"Q{n}", f"Thing {n * 7919}") for n in range(5000, 9000)]
    text = "".join(json.dumps(e) + "\n" for e in [*japan(), *noise])
    path = tmp_path / "d.json.gz"
    packed = gzip.compress(text.encode())
    path.write_bytes(packed[: len(packed) - 200])
    entries, _, problems = read(path)
    assert len(entries) == 2
    assert "the rest was not read" in problems[0].message


def test_an_organisation_of_states_and_a_group_go_to_their_own_tables(tmp_path):
    entities = [
        japan()[0],
        entity("Q1", "Tidal Union", P31=[statement(item("Q245065"))],
               P1813=[statement(mono("TDU", "en"))]),
        entity("Q2", "Low Water Front", P31=[statement(item("Q17127659"))],
               P17=[statement(item("Q17"))]),
    ]  # fmt: skip
    union, front = read(dump(tmp_path / "d.json", entities))[0]
    assert (union.kind, union.sector, union.aliases) == ("igo", Sector.IGO, ("TDU",))
    assert (front.countries, front.sector) == (("JPN",), Sector.REB)


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [("2004-03-09", 11, "2004-03-09"), ("2004-03-00", 10, "2004-03"), ("2004-00-00", 9, "2004"),
     ("2000-00-00", 8, "")],
)  # fmt: skip
def test_a_time_is_as_precise_as_it_says(value, precision, expected):
    assert claims.time_of(day(value, precision)) == expected


def test_a_date_of_the_julian_calendar_is_not_taken():
    snak = day("1700-01-01")
    snak["datavalue"]["value"]["calendarmodel"] = "http://www.wikidata.org/entity/Q1985786"
    assert claims.time_of(snak) == ""


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "id value claims P39 P31 mainsnak datavalue labels en rank time".split()
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_JSON, max_size=4), _JSON, _JSON)
def test_no_odd_entity_stops_the_import(tmp_path, values, odd_claims, odd_labels):
    odd = {"id": "Q5555", "labels": odd_labels, "claims": {"P39": odd_claims, "P31": odd_labels}}
    person = japan()[-1] | {"id": "Q5556", "aliases": odd_labels}
    path = dump(tmp_path / "odd.json", [*values, odd, person, *japan()])
    entries, _, _ = read(path)
    assert "Kenta Morisawa" in {getattr(e, "person", "") for e in entries}


def test_a_country_code_that_the_catalogue_lacks_makes_no_row(tmp_path):
    atlantis = entity("Q17", "Atlantis", P298=[statement(string("ATL"))])
    entries, passed_over, _ = read(dump(tmp_path / "d.json", [atlantis, *japan()[1:]]))
    assert "an organ of a state whose country is not in the files" in passed_over
    # the position names Japan itself, which is enough
    assert [e.place for e in entries] == ["JPN"]
