"""The attribution bench counts words and exact spans of each kind over whole articles."""

import json
import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.bench import run_bench
from dragoman.bench.attribution import (
    measure_attribution,
    parse_article,
    read_articles,
    score_article,
)
from dragoman.errors import DataError
from dragoman.events.coder import Voiced
from dragoman.records import Span
from tests.bench.stubs import StubCoder

TEXT = "The mayor said the bridge is safe. It will open soon, she added."


def spans(*words):
    return [[TEXT.index(w), TEXT.index(w) + len(w)] for w in words]


def voiced(source=(), cue=(), content=()):
    return Voiced(*(tuple(Span(*s) for s in spans(*kind)) for kind in (source, cue, content)))


ROW = {
    "id": "a1",
    "text": TEXT,
    "attributions": [
        {
            "source": spans("The mayor"),
            "cue": spans("said"),
            "content": spans("the bridge is safe"),
        },
        {"source": spans("she"), "cue": spans("added"), "content": spans("It will open soon")},
    ],
}
RIGHT = [
    voiced(["The mayor"], ["said"], ["the bridge is safe"]),
    voiced(["she"], ["added"], ["It will open soon"]),
]


def figures(found, row=ROW):
    score = score_article(parse_article(row), StubCoder(voiced=found))
    return {name: value for name, (value, _n) in measure_attribution([score]).items()}


def test_what_is_all_right_scores_a_hundred():
    assert set(figures(RIGHT).values()) == {100.0}


def test_nothing_found_scores_nothing():
    assert set(figures([]).values()) == {0.0}


def test_a_span_with_a_wrong_end_costs_the_span_and_one_word():
    got = figures([voiced(["mayor"], ["said"], ["the bridge is safe"]), RIGHT[1]])
    assert got["source_span_f1"] == 50.0
    assert got["source_token_f1"] == pytest.approx(100 * 2 * 2 / (2 + 3))
    assert got["cue_span_f1"] == got["content_span_f1"] == 100.0


def test_the_same_span_in_two_attributions_counts_once():
    assert figures([*RIGHT, RIGHT[0]])["source_span_f1"] == 100.0
    twice = {**ROW, "attributions": [*ROW["attributions"], ROW["attributions"][0]]}
    assert set(figures(RIGHT, twice).values()) == {100.0}


def test_white_space_at_the_ends_of_a_span_counts_for_nothing():
    start, end = spans("said")[0]
    loose = {**ROW, "attributions": [{"cue": [[start - 1, end + 1]]}]}
    assert figures([voiced(cue=["said"])], loose)["cue_span_f1"] == 100.0


def test_an_attribution_may_lack_a_kind_and_n_counts_the_gold():
    bare = {"text": TEXT, "attributions": [{"cue": spans("said"), "source": []}]}
    score = score_article(parse_article(bare), StubCoder(voiced=RIGHT))
    got = measure_attribution([score])
    assert got["cue_token_f1"] == (pytest.approx(200 / 3), 1)
    assert got["source_span_f1"] == (0.0, 0)


@given(st.lists(st.sampled_from(RIGHT), max_size=4))
def test_figures_lie_between_nothing_and_a_hundred(found):
    assert all(0 <= value <= 100 for value in figures(found).values())


def test_a_packed_file_of_articles_is_measured(tmp_path):
    path = tmp_path / "a.jsonl.xz"
    path.write_bytes(lzma.compress((json.dumps(ROW) + "\n").encode() * 3))
    report = run_bench("attribution", path, coder=StubCoder(voiced=RIGHT))
    assert (report.n, report["content_span_f1"].n) == (3, 6)
    assert report["content_span_f1"].low == report["content_span_f1"].value == 100.0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"attributions": [{"cue": [[0, 900]]}]}, "900"),
        ({"attributions": [{"cue": [[9, 3]]}]}, "span"),
        ({"attributions": [{"cue": [[1, 2, 3]]}]}, "TypeError"),
        ({"date": "spring"}, "spring"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path, change, said):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + json.dumps({**ROW, **change}) + "\n")
    with pytest.raises(DataError, match=rf"line 2: .*{said}"):
        read_articles(path)


def test_an_article_without_the_field_is_refused(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n')
    with pytest.raises(DataError, match="attributions"):
        read_articles(tmp_path / "a.jsonl")
