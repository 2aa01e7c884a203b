"""FollowTheMoney entities: persons and posts joined wherever they stand."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.catalogue import Agency, Group, Organisation, Term
from dragoman.actors.importers.ftm import read_ftm
from dragoman.actors.period import Period
from dragoman.records import Sector
from tests.actors.importing import dump, ftm, known, sorted_items


def entities():
    return [
        ftm("o1", "Occupancy", holder="p1", post="f1", startDate="2030-02-03", endDate="2031"),
        ftm("p1", "Person", name="Adaeze Falkner", alias=["A. Falkner"], country="ke"),
        ftm("f1", "Position", name="Minister of Defence of Kenya", country="ke"),
        ftm("b1", "PublicBody", name="National Tide Intelligence Service", country="ke"),
        ftm("g1", "Organization", name="Harbour Unity", country="ke", topics="pol.party"),
        ftm("i1", "Organization", name="Estuary Pact", topics=["gov.igo"]),
        ftm("c1", "Organization", name="Falkner Bakeries", country="ke"),
        ftm("m1", "Membership", member="p2", organization="b1", role="Director"),
        ftm("p2", "Person", name="Tobias Wren", country="ke"),
        ftm("p3", "Person", name="Nora Unheld"),
    ]


def read(path):
    return sorted_items(read_ftm([path], known()))


def test_an_occupancy_joins_a_person_and_a_post_wherever_they_stand(tmp_path):
    for order in (entities(), list(reversed(entities()))):
        found, _, problems = read(dump(tmp_path / "e.json", order))
        (term,) = (e for e in found if isinstance(e, Term) and e.office == "defence-minister")
        assert not problems
        assert (term.place, term.person, term.aliases) == ("KEN", "Adaeze Falkner", ("A. Falkner",))
        assert term.period == Period("2030-02-03", "2031")


def test_bodies_go_by_topic_and_name(tmp_path):
    found, passed_over, _ = read(dump(tmp_path / "e.json", entities()))
    service, party, pact = (e for e in found if not isinstance(e, Term))
    assert isinstance(service, Agency)
    assert (service.country, service.kind, service.sector) == ("KEN", "intelligence", Sector.SPY)
    assert isinstance(party, Group)
    assert party.sector is Sector.PTY
    assert isinstance(pact, Organisation)
    assert "an organisation that neither its topics nor its name make an actor" in passed_over


def test_a_plain_member_of_a_body_is_a_figure_of_its_sector(tmp_path):
    member = ftm("m1", "Membership", member="p2", organization="b1", role="clerk")
    rows = [e if e["id"] != "m1" else member for e in entities()]
    found, _, _ = read(dump(tmp_path / "e.json", rows))
    (term,) = (e for e in found if isinstance(e, Term) and e.person == "Tobias Wren")
    assert (term.place, term.office) == ("KEN", "figure-spy")


def test_the_head_of_an_organisation_of_the_catalogue_gets_its_seat(tmp_path):
    rows = [
        ftm("n", "Organization", name="NATO", topics="gov.igo"),
        ftm("p", "Person", name="Ilse Vandermark"),
        ftm("m", "Membership", member="p", organization="n", role="Secretary General"),
    ]
    found, _, _ = read(dump(tmp_path / "e.json", rows))
    (term,) = (e for e in found if isinstance(e, Term))
    assert (term.place, term.office) == ("INT", "NATO:chief")


def test_a_person_without_a_post_is_passed_over(tmp_path):
    _, passed_over, _ = read(dump(tmp_path / "e.json", entities()))
    assert "a person without a post or membership" in passed_over


def test_entities_that_are_none_are_told_by_line(tmp_path):
    path = tmp_path / "e.json"
    lines = ['{"id": "x"}', "[1]", '{"id":"y","schema":"Person","properties":{"name":"Z"}}']
    path.write_text("\n".join([*lines, *map(json.dumps, entities())]))
    found, _, problems = read(path)
    assert [p.location for p in problems] == ["e.json:1", "e.json:2", "e.json:3"]
    assert len(found) >= 4


def test_dates_that_are_none_count_as_not_told(tmp_path):
    held = ftm("o1", "Occupancy", holder="p1", post="f1", startDate="soon", endDate="2031-02-30")
    rows = [held, *entities()[1:]]
    found, _, _ = read(dump(tmp_path / "e.json", rows))
    (term,) = (e for e in found if isinstance(e, Term) and e.office == "defence-minister")
    assert term.period == Period()


_SCHEMAS = st.sampled_from("Person Position Occupancy Membership PublicBody Organization X".split())
_PROPERTIES = st.dictionaries(
    st.sampled_from("name holder post member organization country startDate role topics".split()),
    st.lists(st.text(max_size=6) | st.sampled_from(["p1", "f1", "ke", "NATO"]), max_size=2),
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(["p1", "f1", "b1"]), _SCHEMAS, _PROPERTIES), max_size=6))
def test_no_entity_stops_the_import(tmp_path, rows):
    made = [{"id": i, "schema": s, "properties": p} for i, s, p in rows]
    read(dump(tmp_path / "odd.json", made))
    found, _, _ = read(dump(tmp_path / "odd.json", [*made, ftm("n", "Organization", name="Xyz Pact",
                                                               topics="gov.igo")]))  # fmt: skip
    assert "Xyz Pact" in {getattr(e, "name", "") for e in found}
