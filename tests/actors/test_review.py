"""What is wrong with files of a catalogue, the user's and the shipped ones."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.loader import DATA, load_terms
from dragoman.actors.review import gaps, review
from dragoman.actors.tables import HEADERS, HOLDERS, Located, read_table, write_table
from dragoman.errors import DataError
from dragoman.records import Problem


def header(file):
    return HEADERS[file].replace(" ", ",") + "\n"


@pytest.fixture
def holders(tmp_path):
    def write(rows, place="KEN"):
        path = tmp_path / HOLDERS / f"{place}.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(header(HOLDERS) + rows, encoding="utf-8")
        return path

    return write


def found(path):
    return [(f.kind, f.where) for f in review(path).findings]


def test_two_holders_of_one_seat_on_a_day_are_told(holders):
    path = holders(
        "police-chief,Police Chief,Ana Torvald,,,2040-01-01,2042-06-30,\n"
        "police-chief,Police Chief,Emil Kestrel,,,2042-06-01,,\n"
    )
    assert found(path) == [("overlap", "KEN.csv:3")]


def test_a_handover_on_one_day_or_in_one_month_is_no_overlap(holders):
    path = holders(
        "police-chief,Police Chief,Ana Torvald,,,2040-01-01,2042-06,\n"
        "police-chief,Police Chief,Emil Kestrel,,,2042-06-01,2043-01-01,\n"
        "police-chief,Police Chief,Ola Brandt,,,2043-01-01,,\n"
    )
    assert found(path) == []


@pytest.mark.parametrize(("start", "is_gap"), [("2042-07-30", False), ("2042-07-31", True)])
def test_a_gap_is_more_than_thirty_days(holders, start, is_gap):
    path = holders(
        "police-chief,Police Chief,Ana Torvald,,,2040-01-01,2042-06,\n"
        f"police-chief,Police Chief,Emil Kestrel,,,{start},,\n"
    )
    assert [f.where for f in gaps(load_terms(path))] == ["KEN.csv:3"] * is_gap


def test_figures_hold_no_seat_and_neither_overlap_nor_leave_gaps(holders):
    path = holders(
        "figure-mil,,Ana Torvald,,,2040,2042,\nfigure-mil,,Emil Kestrel,,,2041,2050,\n"
        "figure-mil,,Ola Brandt,,,2060,,\n"
    )
    assert found(path) == []


def test_rows_that_cannot_be_read_are_told_and_the_others_are_judged(holders):
    path = holders(
        "police-chief,Police Chief,,,,2040,,\n"
        "police-chief,Police Chief,Ana Torvald,,,2040-13,,\n"
        "police-chief,Ana\n"
        "police-chief,Police Chief,Ana Torvald,,,2040-01-01,2042-06-30,\n"
        "police-chief,Police Chief,Emil Kestrel,,,2042-06-01,,\n"
    )
    assert found(path) == [
        *(("unreadable", f"KEN.csv:{n}") for n in (2, 3, 4)),
        ("overlap", "KEN.csv:6"),
    ]


def test_ids_that_no_file_has_are_told(tmp_path, holders):
    holders("police-chief,Chief,Ana Torvald,,,2040,,\n", place="ZZZ")
    (tmp_path / "groups.csv").write_text(header("groups.csv") + "KELP,Kelp Front,,QQQ,REB,,,,,\n")
    assert sorted(found(tmp_path)) == [
        ("unknown-id", "ZZZ.csv:2"),
        ("unknown-id", "groups.csv"),
    ]


def test_a_name_of_a_shipped_actor_needs_a_note(tmp_path):
    row = "KELP,Kelp Front,Hezbollah,KEN,REB,,,,,{}\n"
    path = tmp_path / "groups.csv"
    path.write_text(header("groups.csv") + row.format(""))
    assert [kind for kind, _ in found(tmp_path)] == ["double-name"]
    path.write_text(header("groups.csv") + row.format("ambiguous: Hezbollah"))
    assert found(tmp_path) == []


def test_an_id_that_stands_twice_is_told(tmp_path):
    rows = "KELP,Kelp Front,,KEN,REB,,,,,\nKELP,Kelp League,,KEN,REB,,,,,\n"
    (tmp_path / "groups.csv").write_text(header("groups.csv") + rows)
    assert found(tmp_path) == [("repeated-id", "groups.csv:3")]


def test_a_folder_without_a_catalogue_is_an_error(tmp_path):
    with pytest.raises(DataError, match="no file of a catalogue"):
        review(tmp_path)


def test_the_shipped_catalogue_has_no_overlap_no_unknown_id_and_no_bad_row():
    kinds = {f.kind for f in review().findings}
    assert kinds <= {"gap", "double-name"}


# -- tables


@pytest.mark.parametrize("file", ["organisations.csv", "groups.csv", "agencies.csv"])
def test_a_table_that_is_written_reads_the_same(tmp_path, file):
    rows = [r.entry for r in read_table(DATA / file) if isinstance(r, Located)]
    assert len(rows) > 400
    write_table(tmp_path / file, rows)
    assert [r.entry for r in read_table(tmp_path / file)] == rows


def test_holders_that_are_written_read_the_same(tmp_path):
    path = DATA / HOLDERS / "RUS.csv"
    rows = load_terms(path)
    write_table(tmp_path / HOLDERS / "RUS.csv", rows)
    assert load_terms(tmp_path / HOLDERS / "RUS.csv") == rows
    assert tuple(r.entry for r in read_table(tmp_path / HOLDERS / "RUS.csv")) == rows


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet='KENGOV2040-,";\n\x00é', max_size=60))
def test_no_text_stops_the_reading_of_a_table(tmp_path, text):
    path = tmp_path / "groups.csv"
    path.write_text(header("groups.csv") + text, encoding="utf-8")
    assert all(isinstance(row, Located | Problem) for row in read_table(path))
