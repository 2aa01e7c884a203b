"""The actors bench counts mentions, countries and the hard cases apart."""

import math

from dragoman.bench.actors import compare, measure_actors
from dragoman.bench.gold import parse_gold
from dragoman.records import Actor, Mention, MentionKind, Sector, Span

TEXT = "Moscow warned Georgia and three envoys."
GOLD = parse_gold(
    {
        "id": "g",
        "dateline": "2024-03-30",
        "text": TEXT,
        "actors": [
            {"span": "Moscow", "start": 0, "end": 6, "country": "RUS"},
            {"span": "Georgia", "start": 14, "end": 21, "country": "GEO"},
            {"span": "three envoys", "start": 26, "end": 38, "country": None},
        ],
        "events": [],
    }
)


def mention(start, end, country, kind=MentionKind.NAME):
    actor = Actor(country, country=country, sector=Sector.GOV) if country else None
    return Mention(Span(start, end), kind, actor, 1.0, "test")


def figures(*mentions):
    return {k: v for k, (v, _) in measure_actors([compare(GOLD, mentions)]).items()}


def test_all_found_and_right_scores_a_hundred():
    got = figures(
        mention(0, 6, "RUS", MentionKind.METONYM), mention(14, 21, "GEO"), mention(26, 38, None)
    )
    assert set(got.values()) == {100.0}


def test_a_wrong_country_costs_accuracy_and_not_the_mention():
    got = figures(
        mention(0, 6, "RUS", MentionKind.METONYM), mention(14, 21, "USA"), mention(26, 38, None)
    )
    assert got["mention_f1"] == 100.0
    assert got["country_accuracy"] == 50.0
    assert got["ambiguous_accuracy"] == 0.0
    assert got["metonym_accuracy"] == 100.0


def test_less_than_half_of_the_words_is_no_mention():
    got = figures(mention(26, 31, None))
    assert got["mention_f1"] == 0.0
    assert math.isnan(got["country_accuracy"])
