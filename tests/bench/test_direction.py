"""The direction bench asks for each event both ways and takes neither without the other."""

import json

import pytest

from dragoman.bench import run_bench
from dragoman.bench.gold import parse_gold
from dragoman.errors import DataError, SettingError
from dragoman.events.coder import Relation
from dragoman.records import EventType, Status
from tests.bench.stubs import CodesOnly, StubCoder

AID = {(EventType.AID, None, Status.ASSERTED): 1.0}


def going(*directions):
    """A coder that gives these directions one after the other; ``None`` is no relation."""
    return StubCoder(relations=[None if d is None else Relation(AID, d) for d in directions])


def sentence(text, *events, actors=("Peru", "Chad", "Togo")):
    """A gold sentence; an event is a trigger with the numbers of its sources and targets."""

    def span(words):
        return {"start": text.index(words), "end": text.index(words) + len(words)}

    return {
        "id": text,
        "dateline": "2024-03-30",
        "text": text,
        "actors": [{**span(name), "country": "XXX"} for name in actors if name in text],
        "events": [
            {
                **span(trigger),
                "type": "AID",
                "source": source,
                "target": target,
                "status": "asserted",
                "attribution": None,
            }
            for trigger, source, target in events
        ],
    }


FED = sentence("Peru fed Chad.", ("fed", [0], [1]))
GOT = sentence("Peru got help from Chad.", ("help", [1], [0]))
BOTH = sentence("Peru fed Chad and thanked Togo.", ("fed", [0], [1]), ("thanked", [0], [2]))


def bench(tmp_path, coder, *rows):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return run_bench("direction", path, coder=coder)


def accuracy(report):
    return report["direction_accuracy"].value


def test_an_event_is_asked_for_as_the_gold_has_it_and_turned_round(tmp_path):
    coder = going(0.9, 0.1)
    bench(tmp_path, coder, GOT)
    asked = [(source.of(text), target.of(text)) for text, source, target in coder.asked]
    assert asked == [("Chad", "Peru"), ("Peru", "Chad")]


@pytest.mark.parametrize(
    ("straight", "turned", "value"),
    [
        (0.9, 0.1, 100.0),
        (0.51, 0.49, 100.0),
        # the same whatever is asked
        (0.9, 0.9, 0.0),
        (0.1, 0.1, 0.0),
        # the wrong way round
        (0.1, 0.9, 0.0),
        # neither way
        (0.5, 0.5, 0.0),
        (0.9, 0.5, 0.0),
        (0.5, 0.1, 0.0),
        # nothing found
        (None, 0.1, 0.0),
        (0.9, None, 0.0),
        (None, None, 0.0),
    ],
)
def test_an_event_is_right_when_both_answers_are(tmp_path, straight, turned, value):
    assert accuracy(bench(tmp_path, going(straight, turned), FED)) == value


def test_the_figure_counts_events_and_the_report_sentences(tmp_path):
    report = bench(tmp_path, going(0.9, 0.1, 0.9, 0.1, 0.2, 0.8), FED, BOTH)
    assert (report.bench, report.n, report.coder) == ("direction", 2, "stub/1")
    metric = report["direction_accuracy"]
    assert metric.value == pytest.approx(200 / 3)
    assert metric.n == 3
    assert metric.low <= metric.value <= metric.high


@pytest.mark.parametrize(
    ("source", "target"), [([], [1]), ([0], []), ([0, 2], [1]), ([0], [1, 2]), ([0], [0])]
)
def test_events_without_one_actor_on_each_side_are_not_asked_for(tmp_path, source, target):
    coder = going(0.9, 0.1)
    other = sentence("Peru fed Chad, not Togo.", ("fed", source, target))
    report = bench(tmp_path, coder, other, FED)
    assert (report.n, report["direction_accuracy"].n) == (2, 1)
    assert {text for text, _, _ in coder.asked} == {FED["text"]}


def test_gold_without_any_such_event_gives_a_figure_of_nothing(tmp_path):
    report = bench(tmp_path, going(), sentence("It rained in Peru."))
    assert report.as_json()["metrics"]["direction_accuracy"] == {
        "value": None, "low": None, "high": None, "n": 0,
    }  # fmt: skip


def test_the_sentences_of_these_tests_are_gold():
    assert [len(parse_gold(row).events) for row in (FED, GOT, BOTH)] == [1, 1, 2]


def test_a_coder_that_cannot_be_asked_and_a_file_without_gold_are_refused(tmp_path):
    with pytest.raises(SettingError, match="closed/1"):
        bench(tmp_path, CodesOnly(), FED)
    with pytest.raises(DataError, match="a gold sentence"):
        bench(tmp_path, going())
