"""A list that is not what it should be is refused as a whole, with the reason."""

import csv
import datetime as dt
import gzip
import tracemalloc

import pytest

from dragoman.sanctions.entry import ListFormat
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import Limits
from dragoman.sanctions.load import read_list
from tests.sanctions import samples

NOW = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
DAY = dt.date(2024, 3, 25)


@pytest.fixture
def refused(tmp_path):
    def read_text(content, name="list.xml", **options):
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        with (
            pytest.raises(SanctionsListError) as caught,
            read_list(path, now=NOW, **options) as loaded,
        ):
            list(loaded.entries())
        assert path.name in str(caught.value)
        return caught.value.reason

    return read_text


def test_a_missing_file_is_told(tmp_path):
    with (
        pytest.raises(SanctionsListError, match="no such file"),
        read_list(tmp_path / "none.xml", now=NOW),
    ):
        pass


def test_a_folder_without_a_list_is_told(tmp_path):
    with (
        pytest.raises(SanctionsListError, match=r"no sdn\.csv or cons_prim\.csv"),
        read_list(tmp_path, now=NOW),
    ):
        pass


def test_an_empty_file_is_refused(refused):
    assert "no list format" in refused("")
    assert "not well-formed" in refused("", format=ListFormat.UN_XML)


def test_a_list_without_entries_is_refused(refused):
    assert "no entry" in refused(samples.un_xml(persons=(), entities=()))


def test_a_file_cut_off_is_refused(refused):
    text = samples.un_xml()
    assert "not well-formed" in refused(text[: len(text) // 2])


def test_a_packed_file_cut_off_is_refused(refused):
    packed = gzip.compress(samples.un_xml().encode())
    assert "cannot be read" in refused(packed[:-20], "un.xml.gz", format=ListFormat.UN_XML)


def test_an_unknown_first_element_is_refused_with_those_known(refused):
    assert "<Register> found; one of sdnList" in refused("<Register><a/></Register>")


def test_single_bad_records_are_passed_over_and_counted(tmp_path):
    bad = [
        samples.sdn_row(201, "NAME", "robot"),
        samples.sdn_row("x", "NAME"),
        samples.sdn_row(101, "AGAIN"),
        [202, "SHORT"],
        samples.sdn_row(203, ""),
    ]
    folder = samples.write_quartet(tmp_path, sdn=[*samples.SDN_ROWS, *bad])
    with read_list(folder, now=NOW, date=DAY) as loaded:
        assert (loaded.version.entries, loaded.version.malformed) == (5, 5)
        reasons = " ".join(problem.message for problem in loaded.problems)
    for words in ("type 'robot'", "'x' found", "there twice", "2 columns found", "has no name"):
        assert words in reasons


def test_too_many_bad_records_mean_another_layout(tmp_path):
    bad = [samples.sdn_row(n, "NAME", "robot") for n in range(201, 207)]
    folder = samples.write_quartet(tmp_path, sdn=[*samples.SDN_ROWS, *bad])
    with (
        pytest.raises(SanctionsListError, match="6 of 11 records could not be read"),
        read_list(folder, now=NOW, date=DAY),
    ):
        pass


def test_a_missing_quotation_mark_costs_its_rows_and_is_told(tmp_path):
    folder = samples.write_quartet(tmp_path, alt=[], add=[])
    nulls = ",".join(["-0- "] * 7)
    rows = [f'{n},"NAME {n}",-0- ,"TEST",{nulls},"DOB 1960."' for n in range(1, 21)]
    rows[9] = rows[9].replace('"NAME 10"', '"NAME 10')
    (folder / "sdn.csv").write_text("\r\n".join(rows), encoding="utf-8", newline="")
    with read_list(folder, now=NOW, date=DAY) as loaded:
        ids = [entry.id for entry in loaded.entries()]
        assert 1 <= loaded.version.malformed <= 2
    assert ids[:9] == [str(n) for n in range(1, 10)]
    assert ids[-8:] == [str(n) for n in range(13, 21)]


def test_a_list_without_a_date_asks_for_one(tmp_path):
    with (
        pytest.raises(SanctionsListError, match="--date"),
        read_list(samples.write_quartet(tmp_path), now=NOW),
    ):
        pass


def test_a_date_that_is_not_the_files_own_is_refused(refused):
    assert "--date says 2020-01-01" in refused(samples.un_xml(), date=dt.date(2020, 1, 1))


def test_a_date_in_the_future_is_refused(refused):
    assert "future" in refused(samples.un_xml(date="2027-01-01T00:00:00Z"))


def test_a_date_that_is_none_is_refused(refused):
    assert "dateGenerated" in refused(samples.un_xml(date="yesterday"))


# What is dangerous in XML

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "xxxxxxxxxx">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><CONSOLIDATED_LIST dateGenerated="2024-02-27"><INDIVIDUALS><INDIVIDUAL>'
    "<FIRST_NAME>&i;</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    '<CONSOLIDATED_LIST dateGenerated="2024-02-27"><INDIVIDUALS><INDIVIDUAL>'
    "<FIRST_NAME>&f;</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"
)


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, OUTSIDE.replace("[<!E", 'SYSTEM "x.dtd" [<!E')])
@pytest.mark.parametrize("format", [None, ListFormat.UN_XML])
def test_document_type_declarations_are_refused(refused, text, format):
    assert "document type declaration" in refused(text, format=format)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_no_encoding_hides_a_document_type_declaration(refused, encoding):
    text = BOMB.replace("?>", f' encoding="{encoding}"?>', 1)
    refused(text.encode(encoding))
    refused(text.encode(encoding), format=ListFormat.UN_XML)


def test_an_entity_that_nothing_declares_is_refused(refused):
    assert "not well-formed" in refused(samples.un_xml().replace("Invented.", "&secret;"))


def test_elements_nested_without_end_are_refused(refused):
    deep = "<A>" * 100 + "</A>" * 100
    text = samples.un_xml().replace("<COMMENTS1>Invented.</COMMENTS1>", deep)
    assert "nested more than 32 deep" in refused(text)


def test_a_record_of_too_many_elements_is_refused(refused):
    text = samples.un_xml().replace("<COMMENTS1>Invented.</COMMENTS1>", "<A/>" * 300)
    limits = Limits(record_nodes=100)
    assert "more than 100 elements" in refused(text, limits=limits)


def test_a_record_that_is_too_long_is_refused(refused):
    text = samples.un_xml().replace("Invented.", "x" * 5_000)
    assert "a record of" in refused(text, limits=Limits(record_characters=4_000))


def test_text_longer_than_libxml_takes_is_refused(refused):
    assert "not well-formed" in refused(samples.un_xml().replace("Invented.", "x" * 11_000_000))


def test_much_that_belongs_to_no_record_takes_no_memory(refused):
    filler = "<OTHER><A>text</A></OTHER>" * 40_000
    text = samples.un_xml(persons=(), entities=()).replace(
        "<INDIVIDUALS>", f"<INDIVIDUALS>{filler}"
    )
    tracemalloc.start()
    refused(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


# What is dangerous in other files


def test_a_packed_bomb_is_refused_before_it_is_unpacked(refused):
    packed = gzip.compress(b"<CONSOLIDATED_LIST>" + b" " * 60_000_000)
    assert len(packed) < 100_000
    assert "more than" in refused(packed, "un.xml.gz", format=ListFormat.UN_XML)


def test_a_file_beyond_the_limit_is_refused(refused):
    assert "more than 500 bytes" in refused(samples.un_xml(), limits=Limits(file_bytes=500))


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ('{"id": "' + "x" * 5_000_000, ListFormat.FTM),
        ("fileGenerationDate;" + "x" * 5_000_000, ListFormat.EU_CSV),
        ('"id","' + "x" * 5_000_000, ListFormat.SIMPLE_CSV),
    ],
)
def test_a_line_that_does_not_end_is_refused(refused, text, format):
    assert "more than 4194304 characters" in refused(text, format=format)


def test_a_quoted_cell_that_does_not_end_is_refused(refused):
    text = samples.SIMPLE_CSV + '"p-9","Person","' + "x\n" * 100_000
    before = csv.field_size_limit(50_000_000)  # other readers of the process may raise it
    try:
        assert "not CSV" in refused(text, "targets.simple.csv")
    finally:
        csv.field_size_limit(before)


def test_json_nested_without_end_is_passed_over(tmp_path):
    path = tmp_path / "entities.ftm.json"
    deep = '{"id": "x", "schema": "Person", "properties": ' + "[" * 200_000
    path.write_text("\n".join([*samples.FTM_LINES, deep]), encoding="utf-8")
    with read_list(path, now=NOW) as loaded:
        assert loaded.version.malformed == 1


def test_names_longer_than_any_name_are_passed_over(tmp_path):
    path = tmp_path / "un.xml"
    path.write_text(samples.un_xml().replace("Uncle Sok", "x" * 2_000), encoding="utf-8")
    with read_list(path, now=NOW) as loaded:
        assert (loaded.version.entries, loaded.version.malformed) == (1, 1)
        assert "a name of 2000 characters" in loaded.problems[0].message
