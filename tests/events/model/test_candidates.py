"""Whoever may take a role in a sentence is one candidate, with the actor behind the words."""

import datetime as dt

import pytest

from dragoman.events.model.candidates import find_candidates
from dragoman.events.model.decode import Decoder
from dragoman.events.model.thresholds import Thresholds
from dragoman.events.model.whereabouts import Whereabouts
from dragoman.records import Document, Sector, Span
from tests.events.model.stub import StubPlaces, StubResolver, name, seen


def voices(told):
    document = Document(text=told.text, date=dt.date(2024, 3, 30))
    mentions = StubResolver({"Benin": name("BEN")}).resolve(document, ())
    where = Whereabouts(told.text, Span(0, len(told.text)), mentions, StubPlaces())
    words, scores = told.scores()
    found = find_candidates(where, words, Decoder(scores), Thresholds())
    return [(v.span.of(told.text), v.mention and v.mention.code) for v in found.voices]


@pytest.mark.parametrize(
    ("voice", "expected"),
    [
        # it runs into an actor: broken in two, and one with him
        ("the foreign", [("the foreign ministry of Benin", "BEN")]),
        # the actor himself
        ("ministry", []),
        # someone else
        ("officials", [("officials", None)]),
    ],
)
def test_a_voice_that_runs_into_an_actor_is_one_with_it(voice, expected):
    told = seen(
        "As officials of the foreign ministry of Benin said, it rains.",
        voices=(voice,),
        actors={"ministry of Benin": Sector.GOV},
    )
    assert voices(told) == expected
