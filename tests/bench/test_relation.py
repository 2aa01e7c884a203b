"""The relation bench reads marked rows and counts classes at the levels that the gold gives."""

import gzip

import pytest

from dragoman.bench import run_bench
from dragoman.bench.relation import parse_relation, read_relations
from dragoman.errors import DataError, SettingError
from dragoman.events.coder import Relation
from dragoman.records import EventType, Span, Status
from tests.bench.stubs import CodesOnly, StubCoder


def marked(text, **gold):
    return parse_relation({"marked_sentence": text, **(gold or {"gold_binary": "0"})})


def related(type_, status=Status.ASSERTED):
    return Relation({(EventType(type_), None, status): 1.0}, 1.0)


def table(path, *rows):
    header = list(rows[0])
    lines = ["\t".join(header), *("\t".join(r[h] for h in header) for r in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def values(report):
    return {m.name: m.value for m in report.metrics}


AID = {"marked_sentence": "<s>Peru</s> fed <t>Chad</t>.", "gold_root": "AID"}
HIT = {"marked_sentence": "<t>Chad</t> was hit by <s>Peru</s>.", "gold_root": "ASSAULT"}


def test_both_orders_of_the_tags_give_the_words_of_the_sides():
    first, second = marked(AID["marked_sentence"]), marked(HIT["marked_sentence"])
    assert (first.text, second.text) == ("Peru fed Chad.", "Chad was hit by Peru.")
    for row in (first, second):
        assert (row.source.of(row.text), row.target.of(row.text)) == ("Peru", "Chad")


def test_a_side_that_is_not_marked_is_open():
    assert marked("<s>Peru</s> yielded.").target is None
    assert marked("<t>Chad</t> was hit.").source is None


def test_a_marked_placeholder_is_left_out_of_the_text():
    row = marked("<s>Peru</s> yielded. <t>a recipient</t>")
    assert (row.text.strip(), row.target) == ("Peru yielded.", None)


def test_blanks_inside_the_tags_belong_to_no_side_and_the_first_of_several_counts():
    row = marked("<s>Peru </s>fed <t>Chad</t>, and <t>Chad</t> ate.")
    assert (row.source, row.target) == (Span(0, 4), Span(9, 13))
    assert row.text == "Peru fed Chad, and Chad ate."


def test_nested_tags_give_both_sides():
    row = marked("<s>The army of <t>Chad</t></s> marched.")
    assert (row.source.of(row.text), row.target.of(row.text)) == ("The army of Chad", "Chad")


def test_accuracy_and_macro_f1_at_every_level(tmp_path):
    coder = StubCoder(relations=[related("AID"), related("RETREAT")])
    report = run_bench("relation", table(tmp_path / "r.tsv", AID, HIT), coder=coder)
    got = values(report)
    assert (report.n, report.coder) == (2, "stub/1")
    assert (got["root_accuracy"], got["root_macro_f1"]) == (50.0, 50.0)
    # the assault was taken for a yielding, which is of the class of AID
    assert got["quad_accuracy"] == 50.0
    assert got["quad_macro_f1"] == pytest.approx((200 / 3 + 0) / 2)
    assert got["binary_macro_f1"] == pytest.approx((200 / 3 + 0) / 2)


def test_what_is_found_is_folded_with_its_status(tmp_path):
    threat = {**HIT, "gold_root": "THREATEN"}
    yielding = {**AID, "gold_root": "YIELD"}
    coder = StubCoder(relations=[related("ASSAULT", Status.PLANNED), related("CONCEDE")])
    report = run_bench("relation", table(tmp_path / "r.tsv", threat, yielding), coder=coder)
    assert set(values(report).values()) == {100.0}


def test_the_chances_of_readings_that_fold_to_one_type_add_up(tmp_path):
    chances = {
        (EventType.ASSAULT, None, Status.ASSERTED): 0.4,
        (EventType.CONCEDE, None, Status.ASSERTED): 0.3,
        (EventType.RETREAT, None, Status.ASSERTED): 0.3,
    }
    coder = StubCoder(relations=[Relation(chances, 1.0)])
    row = {**AID, "gold_root": "YIELD"}
    got = values(run_bench("relation", table(tmp_path / "r.tsv", row), coder=coder))
    assert set(got.values()) == {100.0}


def test_no_relation_found_is_wrong(tmp_path):
    coder = StubCoder(relations=[related("AID"), None])
    got = values(run_bench("relation", table(tmp_path / "r.tsv", AID, HIT), coder=coder))
    assert (got["root_accuracy"], got["binary_accuracy"]) == (50.0, 50.0)
    assert got["binary_macro_f1"] == 50.0


def test_a_file_with_binary_gold_only_is_measured_on_that_alone(tmp_path):
    rows = [
        {"marked_sentence": AID["marked_sentence"], "gold_binary": "0"},
        {"marked_sentence": HIT["marked_sentence"], "gold_binary": "1"},
    ]
    coder = StubCoder(relations=[related("CONSULT"), related("COERCE")])
    got = values(run_bench("relation", table(tmp_path / "r.tsv", *rows), coder=coder))
    assert got == {"binary_accuracy": 100.0, "binary_macro_f1": 100.0}


def test_a_quad_class_of_its_own_goes_before_that_of_the_root():
    assert marked(AID["marked_sentence"], gold_root="AID", gold_penta="1").gold == ("AID", 1, 0)
    assert marked(AID["marked_sentence"], gold_quad="4").gold == (None, 4, 1)
    assert marked(AID["marked_sentence"], gold_root="RETREAT").gold == ("YIELD", 2, 0)


def test_a_packed_file_reads_like_a_plain_one(tmp_path):
    plain = table(tmp_path / "r.tsv", AID, HIT)
    packed = tmp_path / "r.tsv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert read_relations(packed) == read_relations(plain)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"gold_root": "FIGHT"}, "FIGHT"),
        ({"gold_root": ""}, "no gold"),
        ({"marked_sentence": "Peru fed Chad."}, "neither"),
        ({"marked_sentence": "<s>Peru fed <t>Chad</t>."}, "closing"),
        ({"marked_sentence": "Peru</s> fed <t>Chad</t>."}, "out of order"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path, change, said):
    path = table(tmp_path / "r.tsv", AID, {**HIT, **change})
    with pytest.raises(DataError, match=rf"line 3: .*{said}"):
        read_relations(path)


@pytest.mark.parametrize(("column", "value"), [("gold_penta", "5"), ("gold_binary", "yes")])
def test_a_class_out_of_range_is_refused(column, value):
    with pytest.raises(ValueError, match=f"{column} '{value}'"):
        marked(AID["marked_sentence"], **{column: value})


def test_a_file_without_the_column_or_without_rows_is_refused(tmp_path):
    with pytest.raises(DataError, match=r"line 2: KeyError: 'marked_sentence'"):
        read_relations(table(tmp_path / "r.tsv", {"sentence": "x", "gold_root": "AID"}))
    (tmp_path / "empty.tsv").write_text("marked_sentence\tgold_root\n")
    with pytest.raises(DataError, match="no row found"):
        read_relations(tmp_path / "empty.tsv")


def test_a_coder_that_cannot_be_asked_is_refused(tmp_path):
    with pytest.raises(SettingError, match="closed/1"):
        run_bench("relation", table(tmp_path / "r.tsv", AID), coder=CodesOnly())
