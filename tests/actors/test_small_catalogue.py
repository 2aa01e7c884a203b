"""The resolver over a catalogue of invented states: nothing of the installed data is needed."""

import datetime as dt

import pytest

from dragoman.actors import Resolver, read_index
from dragoman.actors.build import compile_index
from dragoman.actors.index import INDEX
from dragoman.records import MentionKind, Sector
from tests.actors.reading import named, only, write_catalogue

DAY = dt.date(2022, 6, 1)


@pytest.fixture(scope="module")
def resolver(tmp_path_factory):
    folder = write_catalogue(tmp_path_factory.mktemp("catalogue"))
    (folder / INDEX).write_bytes(compile_index(folder))
    return Resolver(read_index(folder / INDEX))


def test_reads_states_agencies_people_and_organisations(resolver):
    text = (
        "Arlandic President Emil Kestrel told Bora's Prime Minister Lena Duval in Arport that "
        "the AIS, the Free Bora Army and the League of Two Seas had met."
    )
    assert named(text, DAY, resolver=resolver) == [
        ("Arlandic President Emil Kestrel", "ARL"),
        ("Bora's Prime Minister Lena Duval", "BOR"),
        ("Arport", "ARL"),
        ("AIS", "ARL"),
        ("Free Bora Army", "FREEBOR"),
        ("League of Two Seas", "LEAGUE"),
    ]


@pytest.mark.parametrize(
    ("day", "person"), [(dt.date(2019, 1, 1), "Ana Torvald"), (DAY, "Emil Kestrel")]
)
def test_the_holder_follows_the_day(resolver, day, person):
    text = "Everybody waited for the Arlandic president."
    assert only(text, "Arlandic president", day, resolver=resolver).actor.person == person


def test_on_the_day_of_a_handover_the_newcomer_holds_the_office(resolver):
    text = "Everybody waited for the Arlandic president."
    mention = only(text, "Arlandic president", dt.date(2020, 5, 1), resolver=resolver)
    assert mention.actor.person == "Emil Kestrel"


def test_a_shared_capital_follows_the_day(resolver):
    text = "Borville said no."
    assert only(text, "Borville", dt.date(1990, 1, 1), resolver=resolver).code == "OLB"
    assert only(text, "Borville", DAY, resolver=resolver).code == "BOR"


def test_a_house_is_an_actor_and_a_capital_a_place_after_in(resolver):
    assert only("In the Grey House nobody slept.", "Grey House", DAY, resolver=resolver).kind is (
        MentionKind.METONYM
    )
    assert only("It snowed in Arport.", "Arport", DAY, resolver=resolver).kind is MentionKind.PLACE


def test_the_director_of_a_service(resolver):
    actor = only("The AIS director left.", "AIS director", DAY, resolver=resolver).actor
    assert (actor.person, actor.sector) == ("Ivo Marchetti", Sector.SPY)


def test_a_shared_acronym_needs_its_country(resolver):
    assert named("The NSB denied it.", DAY, resolver=resolver) == []
    assert ("NSB", "BOR") in named("Bora spoke. The NSB denied it.", DAY, resolver=resolver)


def test_the_head_of_an_organisation(resolver):
    actor = only("The League of Two Seas chief spoke.", "League of Two Seas chief", DAY,
                 resolver=resolver).actor  # fmt: skip
    assert (actor.org, actor.person) == ("LEAGUE", "Otto Brandmeier")


def test_an_organ_counts_as_its_organisation_only_by_its_id(resolver):
    assert only("The Seas Commission met.", "Seas Commission", DAY, resolver=resolver).code == (
        "LEAGUE"
    )


def test_unknown_states_are_nobody(resolver):
    assert named("Russia met China.", DAY, resolver=resolver) == []
