"""The speed bench counts per second of processor time; no test asks how fast."""

import math

import pytest

from dragoman.bench import run_bench
from dragoman.bench.speed import Cost, measure_throughput, peak_memory_mb
from dragoman.errors import DataError, SettingError
from tests.bench.stubs import StubCoder

BUILDER = """
class Coder:
    name, version = "stub", "1"
    def code(self, document):
        assert document.text
    def read_ahead(self, documents):
        assert documents
coder = Coder()
print("words of the coder's own")
"""


@pytest.fixture
def texts(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.md").write_text(
            f"---\ndate: 2024-03-30\n---\n\nThe envoys met in {name} hall. They left on Monday.\n"
        )
    return tmp_path


def test_throughput_is_per_second_of_all_documents():
    costs = [Cost(1, 3, 40, 0.5), Cost(1, 1, 20, 1.5)]
    assert measure_throughput(costs) == {
        "documents_per_cpu_second": (1.0, 2),
        "sentences_per_cpu_second": (2.0, 4),
        "words_per_cpu_second": (30.0, 60),
    }


def test_no_time_gives_no_figure():
    figures = measure_throughput([Cost(1, 3, 40, 0.0)])
    assert all(math.isnan(value) for value, _ in figures.values())


def test_a_folder_is_measured_with_fresh_processes(texts):
    report = run_bench("speed", texts, coder=StubCoder(), builder=BUILDER)
    assert report.n == 2
    assert report["sentences_per_cpu_second"].n == 5 * 4  # read five times
    assert report["words_per_cpu_second"].n == 5 * 20
    start = report["cold_start_seconds"]
    assert 0 < start.low <= start.value <= start.high
    assert report["peak_memory_mb"].value > 1


def test_without_a_builder_start_and_memory_stay_open(texts):
    report = run_bench("speed", texts, coder=StubCoder())
    assert report.as_json()["metrics"]["cold_start_seconds"]["value"] is None
    assert report.as_json()["metrics"]["peak_memory_mb"]["value"] is None


def test_memory_counts_what_this_process_held(texts):
    assert peak_memory_mb(StubCoder(), str(texts)) > 1


def test_a_builder_that_fails_says_why(texts):
    with pytest.raises(SettingError, match="no weights here"):
        run_bench("speed", texts, coder=StubCoder(), builder="raise SystemExit('no weights here')")


def test_what_is_no_document_is_passed_over_and_told(texts, caplog):
    (texts / "undated.txt").write_text("The envoys met and they left the hall again.\n")
    report = run_bench("speed", texts, coder=StubCoder())
    assert report.n == 2
    assert "undated.txt" in caplog.text


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(DataError, match="no document found"):
        run_bench("speed", tmp_path, coder=StubCoder())
