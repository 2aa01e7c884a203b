import pytest

from dragoman.records import MentionKind
from tests.actors.reading import mentions, only

ACTOR, PLACE = MentionKind.METONYM, MentionKind.PLACE


@pytest.mark.parametrize(
    ("text", "town", "kind"),
    [
        ("Moscow said no.", "Moscow", ACTOR),
        ("Talks between Moscow and Pyongyang failed.", "Moscow", ACTOR),
        ("A burgeoning partnership between Moscow and Pyongyang grew.", "Pyongyang", ACTOR),
        ("Seoul's response was cool.", "Seoul", ACTOR),
        ("It seeks closer ties with Beijing.", "Beijing", ACTOR),
        ("New sanctions on Tehran hurt.", "Tehran", ACTOR),
        ("They urged Ankara to wait.", "Ankara", ACTOR),
        ("In Moscow's view this is war.", "Moscow", ACTOR),
        ("The plan needs support from Berlin.", "Berlin", ACTOR),
        ("The embassy sent a note to Tokyo.", "Tokyo", ACTOR),
        ("Tokyo, Seoul and Washington condemned it.", "Tokyo", ACTOR),
        ("Tehran-backed fighters came.", "Tehran", ACTOR),
        ("Rain fell in Moscow.", "Moscow", PLACE),
        ("Crowds gathered near central Seoul.", "Seoul", PLACE),
        ("He flew from Beijing on Monday.", "Beijing", PLACE),
        ("He flew to Pyongyang.", "Pyongyang", PLACE),
        ("A trip to Pyongyang is planned.", "Pyongyang", PLACE),
        ("The delegation left for Moscow.", "Moscow", PLACE),
        ("Moscow weather is mild.", "Moscow", PLACE),
        ("The Moscow stock exchange fell.", "Moscow", PLACE),
        ("The Seoul metro stood still.", "Seoul", PLACE),
        ("Drones hit Kyiv.", "Kyiv", PLACE),
        ("Kyiv was shelled.", "Kyiv", PLACE),
        ("An attack on Kyiv failed.", "Kyiv", PLACE),
        ("The streets of Tehran were empty.", "Tehran", PLACE),
        ("A Seoul-based analyst agreed.", "Seoul", PLACE),
        ("Trains between Moscow and Minsk run again.", "Minsk", PLACE),
        ("Kyiv, Ukraine, was calm.", "Kyiv", PLACE),
    ],
)
def test_a_capital_is_an_actor_or_a_place(text, town, kind):
    mention = only(text, town)
    assert mention.kind is kind, mention.reason
    assert mention.code is not None


@pytest.mark.parametrize(
    "text", ["The White House agreed.", "Sources in the Kremlin agreed.", "The Pentagon agreed."]
)
def test_houses_of_government_are_always_actors(text):
    assert mentions(text)[0].kind is not PLACE


def test_a_state_is_a_place_after_in_and_an_actor_otherwise():
    assert only("Fighting in Ukraine goes on.", "Ukraine").kind is PLACE
    assert only("Weapons for Ukraine arrived.", "Ukraine").kind is MentionKind.NAME
    assert only("Aid to Ukraine arrived.", "Ukraine").kind is MentionKind.NAME


def test_a_place_in_a_list_makes_the_rest_places():
    text = "Fighting in Syria and Iraq goes on."
    assert [m.kind for m in mentions(text)] == [PLACE, PLACE]


def test_a_dateline_is_nobody():
    text = "KYIV, Ukraine (Wire) - Russia attacked Kyiv."
    found = [(m.span.of(text), m.code) for m in mentions(text)]
    assert found == [("KYIV", None), ("Ukraine", None), ("Russia", "RUS"), ("Kyiv", "UKR")]


def test_brussels_speaks_for_the_union_and_lies_in_belgium():
    assert only("Brussels imposed sanctions.", "Brussels").code == "EU"
    assert only("Talks in Brussels failed.", "Brussels").code == "BEL"


def test_a_capital_of_two_states_is_read_by_date():
    import datetime as dt

    assert only("Moscow said no.", "Moscow", dt.date(1985, 1, 1)).code == "SUN"
    assert only("Moscow said no.", "Moscow", dt.date(2015, 1, 1)).code == "RUS"
