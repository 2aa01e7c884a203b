"""The events bench counts what the matching rules say, on tiny data with known answers."""

import dataclasses
import datetime as dt
import json
import math

import pytest

from dragoman.bench.events import compare, measure_events
from dragoman.bench.gold import parse_gold, read_gold
from dragoman.bench.report import measure_with_intervals
from dragoman.errors import DataError
from dragoman.records import Attribution, AttributionLink, EventType, Status
from tests.events.rules.small import code

TEXT = "Russia attacked Ukraine, Tokyo said."


def gold(*events, text=TEXT):
    spans = {"Russia": "RUS", "Ukraine": "UKR", "Tokyo": "JPN"}
    actors = [
        {"span": s, "start": text.index(s), "end": text.index(s) + len(s), "country": c}
        for s, c in spans.items()
        if s in text
    ]
    return parse_gold(
        {"id": "g1", "dateline": "2024-03-30", "text": text, "actors": actors, "events": events}
    )


def attack(**changes):
    event = {
        "trigger": "attacked",
        "start": 7,
        "end": 15,
        "type": "ASSAULT",
        "source": [0],
        "target": [1],
        "status": "asserted",
        "attribution": {"span": "Tokyo", "start": 25, "end": 30},
    }
    return {**event, **changes}


def figures(*scores):
    return {name: value for name, (value, _n) in measure_events(scores).items()}


def test_a_perfect_reading_scores_a_hundred():
    got = figures(compare(gold(attack()), code(TEXT)))
    for name in ("trigger_type_f1", "triple_f1", "status_accuracy", "attribution_f1"):
        assert got[name] == 100.0
    assert math.isnan(got["false_events_per_100"])


def test_a_swapped_pair_costs_the_triple_but_not_the_trigger():
    got = figures(compare(gold(attack(source=[1], target=[0])), code(TEXT)))
    assert (got["trigger_type_f1"], got["triple_f1"]) == (100.0, 0.0)


def test_a_wrong_type_costs_both_and_leaves_no_status_to_score():
    got = figures(compare(gold(attack(type="AID")), code(TEXT)))
    assert (got["trigger_type_f1"], got["triple_f1"]) == (0.0, 0.0)
    assert math.isnan(got["status_accuracy"])


def test_another_accepted_type_is_right():
    got = figures(compare(gold(attack(type="COERCE", alt_type="ASSAULT")), code(TEXT)))
    assert (got["trigger_type_f1"], got["triple_f1"]) == (100.0, 100.0)


def test_a_second_status_is_accepted_with_its_voice():
    also = [{"status": "asserted", "attribution": {"span": "Tokyo", "start": 25, "end": 30}}]
    got = figures(compare(gold(attack(status="alleged", attribution=None, also=also)), code(TEXT)))
    assert (got["status_accuracy"], got["attribution_accuracy"]) == (100.0, 100.0)


def test_an_accepted_second_voice_is_the_one_that_was_wanted():
    also = [{"status": "asserted", "attribution": {"span": "Tokyo", "start": 25, "end": 30}}]
    got = figures(compare(gold(attack(status="alleged", attribution=None, also=also)), code(TEXT)))
    assert got["attribution_f1"] == 100.0


def test_a_cue_alone_names_no_holder():
    (event,) = code(TEXT)
    cue = event.attribution.holder.cue
    alone = dataclasses.replace(event, attribution=Attribution((AttributionLink(None, cue, None),)))
    got = figures(compare(gold(attack(attribution=None)), [alone]))
    assert got["attribution_accuracy"] == 100.0
    assert math.isnan(got["attribution_f1"])
    got = figures(compare(gold(attack()), [alone]))
    assert (got["attribution_accuracy"], got["attribution_f1"]) == (0.0, 0.0)


def test_the_organisation_is_the_code_where_gold_has_one():
    sentence = gold(attack())
    nato = dataclasses.replace(sentence.actors[0], org="NATO")
    event = dataclasses.replace(sentence.events[0], sources=(nato,))
    scored = compare(dataclasses.replace(sentence, events=(event,)), code(TEXT))
    assert scored.triples_hit == 0


def test_compound_sides_give_all_pairs():
    text = "Russia attacked Ukraine and Tokyo."
    scored = compare(gold(attack(target=[1, 2], attribution=None), text=text), code(text))
    assert (scored.triples_gold, scored.triples_found, scored.triples_hit) == (2, 2, 2)


def test_events_of_event_free_sentences_are_counted_per_hundred():
    scores = [compare(gold(), code(TEXT)), compare(gold(), []), compare(gold(attack()), [])]
    assert figures(*scores)["false_events_per_100"] == 50.0


def test_a_trigger_matches_one_gold_event_only():
    twice = code(TEXT) * 2
    got = figures(compare(gold(attack()), twice))
    assert got["trigger_type_f1"] == pytest.approx(200 / 3)


def test_intervals_hold_the_value_and_are_the_same_each_time():
    scores = [compare(gold(attack()), code(TEXT))] * 5 + [compare(gold(attack()), [])] * 5
    first = measure_with_intervals(scores, measure_events)
    assert first == measure_with_intervals(scores, measure_events) or any(
        math.isnan(m.value) for m in first
    )
    triple = next(m for m in first if m.name == "triple_f1")
    assert triple.low < triple.value < triple.high
    assert triple.n == 10


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start": 8}, "attacked"),
        ({"type": "FIGHT"}, "FIGHT"),
        ({"status": "sure"}, "sure"),
        ({"source": [7]}, "IndexError"),
    ],
)
def test_gold_that_breaks_the_format_is_refused_with_its_line(tmp_path, change, said):
    text = "Russia attacked Ukraine, Tokyo said."
    row = {
        "id": "g1",
        "dateline": "2024-03-30",
        "text": text,
        "actors": [{"span": "Russia", "start": 0, "end": 6, "country": "RUS"}],
        "events": [attack(**{"target": [], **change})],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n")
    with pytest.raises(DataError, match=rf"line 1.*{said}"):
        read_gold(path)


def test_a_gold_document_is_dated_by_its_dateline():
    assert gold(attack()).document.date == dt.date(2024, 3, 30)


def test_macro_f1_is_over_the_statuses_of_the_gold():
    right = compare(gold(attack()), code(TEXT))
    wrong = dataclasses.replace(right, statuses=((Status.ALLEGED, Status.ASSERTED),))
    got = figures(right, wrong)
    assert got["status_accuracy"] == 50.0
    assert got["status_macro_f1"] == pytest.approx(100 * (2 / 3) / 2)
    assert EventType.ASSAULT in {e.type for e in code(TEXT)}
