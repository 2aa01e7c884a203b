"""Quality may rise but not fall: the rules coder on the gold sentences that the project ships.

The floors stand in ``floors.json``, just below what was last measured. Lowering one is a
decision of its own, with its reason in the changelog.
"""

import json
from pathlib import Path

import pytest

from dragoman.actors import default_resolver
from dragoman.bench import run_bench
from dragoman.corpus.files import compile_gold, read_split
from dragoman.events.rules import RulesCoder

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
GOLD = HERE.parent / "gold" / "first60.txt"


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    path = tmp_path_factory.mktemp("gold") / "first60.jsonl"
    lines = list(compile_gold(read_split(GOLD)))
    assert len(lines) == 60
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("bench", ["events", "actors"])
def test_no_figure_falls_below_its_floor(gold, bench):
    report = run_bench(bench, gold, coder=RulesCoder(default_resolver()))
    fallen = {
        name: (report[name].value, floor)
        for name, floor in FLOORS[bench].items()
        if report[name].value < floor
    }
    assert fallen == {}


def test_false_events_stay_below_their_ceiling(gold):
    report = run_bench("events", gold, coder=RulesCoder(default_resolver()))
    for name, ceiling in FLOORS["ceilings"].items():
        assert report[name].value <= ceiling
