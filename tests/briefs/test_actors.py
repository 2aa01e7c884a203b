from dragoman.briefs import build_brief
from dragoman.records import Actor, EventType, MentionKind, Sector
from tests.briefs.readings import Told, article, reading


def test_actors_have_the_words_that_name_them_and_the_rows_they_stand_in():
    lines = {line.name: line for line in build_brief([article()]).actors}
    norvenia = lines["Norvenia"]
    assert (norvenia.code, norvenia.sector) == ("NRV", "GOV")
    assert [(n.words, n.kind, len(n.citations)) for n in norvenia.named] == [
        ("Norvenian", "demonym", 1),
        ("Norvenia", "name", 3),
    ]
    assert [c.label for n in norvenia.named for c in n.citations] == [
        "1·s0",
        "1·s3",
        "1·s4",
        "1·s5",
    ]
    assert (norvenia.as_source, norvenia.as_target) == (4, 1)
    assert (lines["Tove Aren"].office, lines["Tove Aren"].as_source) == ("foreign-minister", 1)


def test_a_person_is_one_actor_whatever_office_the_words_tell():
    actors = {
        "Kerr": (Actor("Jo Kerr", country="OST", person="Jo Kerr"), MentionKind.PERSON),
        "the envoy": (
            Actor("Jo Kerr", country="OST", sector=Sector.GOV, person="Jo Kerr", office="envoy"),
            MentionKind.OFFICE,
        ),
    }
    told = [
        Told(type=EventType.CONSULT, trigger="met", sources=("Kerr",), targets=("Sudmark",)),
        Told(type=EventType.ACCUSE, trigger="blamed", sources=("the envoy",), targets=("Sudmark",)),
    ]
    text = "Kerr met Sudmark. Later the envoy blamed Sudmark."
    lines = build_brief([reading(text, *told, actors=actors)]).actors
    [kerr] = [line for line in lines if line.person]
    assert (kerr.office, kerr.sector, kerr.as_source) == ("envoy", "GOV", 2)


def test_a_body_of_a_state_is_an_actor_of_its_own():
    actors = {
        "The spy service": (
            Actor("Office S", country="OST", org="OST-S", sector=Sector.SPY),
            MentionKind.NAME,
        )
    }
    told = [
        Told(
            type=EventType.CONSULT,
            trigger="met",
            sources=("The spy service",),
            targets=("Ostland",),
        )
    ]
    lines = build_brief([reading("The spy service met Ostland.", *told, actors=actors)]).actors
    assert [(line.name, line.code, line.org) for line in lines] == [
        ("Office S", "OST", "OST-S"),
        ("Ostland", "OST", None),
    ]
