"""The factuality bench: errors in points of the scale, and the correlation beside them."""

import gzip
import json
import lzma
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.bench import run_bench
from dragoman.bench.factuality import (
    FactualitySentence,
    measure_factuality,
    parse_factuality,
    read_factuality,
    score_factuality,
)
from dragoman.errors import DataError
from dragoman.records import Span
from tests.bench.stubs import StubCoder

ROW = {
    "text": "They did not leave , but may return .",
    "targets": [{"span1": [3, 4], "label": -3.0}, {"span1": [7, 8], "label": 1.0}],
}


def figures(labels, found):
    sentence = FactualitySentence("x", (Span(0, 1),) * len(labels), tuple(labels))
    score = score_factuality(sentence, StubCoder(values=found))
    return {name: value for name, (value, _n) in measure_factuality([score]).items()}


def test_words_are_counted_by_blanks():
    sentence = parse_factuality(ROW)
    assert [w.of(sentence.text) for w in sentence.words] == ["leave", "return"]
    odd = parse_factuality(
        {
            "text": "a\u00a0b  c",
            "targets": [{"span1": [0, 1], "label": 0}, {"span1": [2, 3], "label": 0}],
        }
    )
    assert [w.of(odd.text) for w in odd.words] == ["a\u00a0b", "c"]


def test_the_coder_is_asked_for_the_words_and_measured_beside_a_constant():
    coder = StubCoder(values=[-2.0, 2.0])
    got = measure_factuality([score_factuality(parse_factuality(ROW), coder)])
    assert coder.asked == [["leave", "return"]]
    assert got["mae"] == (1.0, 2)
    assert got["pearson_r"] == (pytest.approx(1.0), 2)
    assert got["constant_mae"] == (4.0, 2)


def test_a_coder_that_turns_everything_round_correlates_negatively():
    assert figures([3, 0, -3], [-3, 0, 3])["pearson_r"] == pytest.approx(-1.0)


def test_one_value_throughout_has_no_correlation():
    got = figures([3, 0, -3], [3, 3, 3])
    assert math.isnan(got["pearson_r"])
    assert got["mae"] == got["constant_mae"] == 3.0


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=1, max_size=30))
def test_the_correlation_lies_between_minus_one_and_one(pairs):
    r = figures([x for x, _ in pairs], [y for _, y in pairs])["pearson_r"]
    assert math.isnan(r) or abs(r) <= 1 + 1e-6


def test_packed_files_read_like_plain_ones(tmp_path):
    line = (json.dumps(ROW) + "\n\n").encode()
    names = {"f.jsonl": line, "f.jsonl.gz": gzip.compress(line), "f.jsonl.xz": lzma.compress(line)}
    for name, content in names.items():
        (tmp_path / name).write_bytes(content)
        report = run_bench("factuality", tmp_path / name, coder=StubCoder(values=[-3, 1]))
        assert (report.n, report["mae"].value, report["mae"].n) == (1, 0.0, 2)


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path):
    row = {"text": "They\u2028left .", "targets": [{"span1": [0, 1], "label": 3}]}
    path = tmp_path / "f.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    assert len(read_factuality(path)) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"targets": [{"span1": [8, 12], "label": 1}]}, "9 words"),
        ({"targets": [{"span1": [3, 3], "label": 1}]}, "span1"),
        ({"targets": [{"span1": [3, 4], "label": 4}]}, "-3 to"),
        ({"targets": [{"span1": [3, 4]}]}, "label"),
        ({"text": None}, "AttributeError"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path, change, said):
    path = tmp_path / "f.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + json.dumps({**ROW, **change}) + "\n")
    with pytest.raises(DataError, match=rf"line 2: .*{said}"):
        read_factuality(path)


@pytest.mark.parametrize("name", ["f.jsonl.gz", "f.jsonl.xz"])
def test_a_damaged_file_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"no such packing")
    with pytest.raises(DataError, match="packed as its suffix says"):
        read_factuality(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(DataError, match="no such file"):
        read_factuality(tmp_path / "none.jsonl")
