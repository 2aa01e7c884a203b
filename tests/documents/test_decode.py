"""Encodings, and files that are no text."""

import codecs
import datetime as dt

import pytest

from dragoman.documents import ReadOptions
from dragoman.errors import SettingError
from dragoman.records import ProblemKind

DAY = dt.date(2024, 3, 30)
TEXT = "The Élysée said the minister would fly to Chișinău on Monday."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_utf8_and_every_byte_order_mark_are_known(one, data):
    assert one("a.txt", data, date=DAY).text == TEXT


def test_a_byte_order_mark_goes_before_the_option(one):
    assert one("a.txt", TEXT.encode("utf-16"), date=DAY, encoding="cp1252").text == TEXT


def test_latin_1_is_undecodable_without_the_option_that_the_problem_names(problem, one):
    data = "Macron quitta l'Élysée; the minister of Norvenia stayed.".encode("latin-1")
    found = problem("a.txt", data, date=DAY)
    assert found.kind is ProblemKind.UNDECODABLE
    assert "byte 0xC9 at byte 16 cannot be read as utf-8" in found.message
    assert "--encoding" in found.message
    assert "l'Élysée;" in one("a.txt", data, date=DAY, encoding="latin-1").text


def test_the_place_of_a_bad_byte_counts_the_mark(problem):
    found = problem("a.txt", codecs.BOM_UTF8 + b"abc\xff", date=DAY)
    assert "byte 0xFF at byte 6 " in found.message


def test_a_given_encoding_that_does_not_fit_is_a_problem(problem):
    found = problem("a.txt", b"Words \x81 and more words", date=DAY, encoding="cp1252")
    assert found.kind is ProblemKind.UNDECODABLE
    assert "check the encoding that was given" in found.message


def test_cut_utf_16_is_undecodable(problem):
    found = problem("a.txt", TEXT.encode("utf-16") + b"a", date=DAY)
    assert found.kind is ProblemKind.UNDECODABLE


def test_utf_16_without_a_mark_needs_the_option(problem, one):
    data = TEXT.encode("utf-16-le")
    found = problem("a.txt", data, date=DAY)
    assert found.kind is ProblemKind.BINARY
    assert "--encoding utf-16-le" in found.message
    assert one("a.txt", data, date=DAY, encoding="utf-16-le").text == TEXT


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word"),
        (b"{\\rtf1 ", "an RTF file"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"words\0", "a NUL byte was found at byte 5"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_other_kinds_of_files_are_named(problem, name, head, what):
    found = problem(name, head + TEXT.encode(), date=DAY)
    assert found.kind is ProblemKind.BINARY
    assert what in found.message


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_other_kinds_of_files_are_named_in_corpora_once(all_of, name):
    [found] = all_of(name, b"PAR1\n\n\n\n")
    assert found.kind is ProblemKind.BINARY
    assert "a Parquet file" in found.message


@pytest.mark.parametrize(
    "options",
    [
        {"encoding": "utf-99"},
        {"encoding": "base64"},
        {"encoding": ""},
        {"format": "pdf"},
        {"columns": {"author": "by"}},
        {"columns": {"text": ""}},
        {"max_bytes": 0},
        {"date": dt.date(1492, 1, 1)},
        {"date_overrides": True},
    ],
)
def test_settings_that_cannot_be_are_refused(options):
    with pytest.raises(SettingError):
        ReadOptions(**options)
