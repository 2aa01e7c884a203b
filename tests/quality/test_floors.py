"""Quality may rise but not fall: each coder on the gold sentences that the project ships.

The floors stand in ``floors.json``, just below what was last measured. Lowering one is a
decision of its own, with its reason in the changelog.
"""

import json
from pathlib import Path

import pytest

from dragoman.bench import run_bench
from dragoman.cli.options import CoderName, build_coder
from dragoman.corpus.files import compile_gold, read_split
from dragoman.corpus.markup import MarkedSentence
from dragoman.events.model.network import is_installed

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
CASES = [
    pytest.param(
        coder,
        data,
        bench,
        id=f"{coder} {bench} {data}",
        marks=[
            pytest.mark.slow,
            pytest.mark.skipif(
                coder == "model" and not is_installed(), reason="the weights are not installed"
            ),
        ],
    )
    for coder, sets in FLOORS.items()
    for data, benches in sets.items()
    for bench in benches
]


@pytest.mark.parametrize(("coder", "data", "bench"), CASES)
def test_no_figure_passes_its_limit(coder, data, bench, tmp_path):
    gold = tmp_path / "gold.jsonl"
    marked = [s for s in read_split(HERE.parents[1] / data) if isinstance(s, MarkedSentence)]
    gold.write_text("".join(line + "\n" for line in compile_gold(marked)), encoding="utf-8")
    limits = FLOORS[coder][data][bench]
    assert len(marked) == limits["sentences"]
    report = run_bench(bench, gold, coder=build_coder(CoderName(coder)))
    found = {metric.name: metric.value for metric in report.metrics}
    fallen = {n: (found[n], low) for n, low in limits.get("floors", {}).items() if found[n] < low}
    risen = {n: (found[n], top) for n, top in limits.get("ceilings", {}).items() if found[n] > top}
    assert (fallen, risen) == ({}, {})
