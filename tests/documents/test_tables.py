"""CSV and its like."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents import ReadOptions, read
from dragoman.documents.normal import normalise
from dragoman.records import Document, ProblemKind

DAY = dt.date(2024, 3, 30)


def table(*rows: list[str], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_found_and_rows_are_numbered_as_in_a_spreadsheet(all_of, story, delimiter):
    content = table(
        ["Publication Date", "Title", "Full-Text", "Publisher"],
        ["2024-03-30", "Ministers meet", story, "Harbour Post"],
        ["31 March 2024", "", f'"Never," they said; {story}', ""],
        delimiter=delimiter,
    )
    first, second = all_of("a.csv", content)
    assert (first.title, first.outlet, first.date) == ("Ministers meet", "Harbour Post", DAY)
    assert first.date_source == "column Publication Date"
    assert first.text == f"Ministers meet\n\n{story}"
    assert first.location.endswith("a.csv:2")
    assert second.text.startswith('"Never," they said')
    assert second.location.endswith("a.csv:3")


def test_a_row_with_another_number_of_fields_is_a_problem(all_of, story):
    words = story.replace("\n", " ")
    found = all_of(
        "a.csv", f'date,text\n2024-03-30,"{words}"\n2024-03-30,"{words}",x\n\n,"{words}"\n'
    )
    assert isinstance(found[0], Document)
    assert found[1].kind is ProblemKind.MALFORMED
    assert "3 fields, the header 2" in found[1].message
    assert found[1].location.endswith(":3")
    assert found[2].kind is ProblemKind.NO_DATE
    assert found[2].location.endswith(":5")


def test_wrong_quotes_are_a_problem_and_the_next_row_is_read(all_of):
    good = "2024-03-30,The ministers of Norvenia met.\n"
    found = all_of("a.csv", f'date,text\n2024-03-30,"Talks" it said\n{good}2024-03-30,"no end\n')
    assert [getattr(item, "kind", None) for item in found] == [
        ProblemKind.MALFORMED,
        None,
        ProblemKind.MALFORMED,
    ]
    assert "double quotes" in found[0].message


def test_a_missing_text_column_is_one_problem_that_names_those_found(all_of):
    [found] = all_of("a.csv", table(["date", "words"], *[["2024-03-30", "x"]] * 5))
    assert found.kind is ProblemKind.MALFORMED
    assert "found are 'date', 'words'; name it with --column text=NAME" in found.message


def test_a_missing_date_column_is_one_problem_unless_there_is_a_date_for_all(all_of, story):
    content = table(["id", "text"], ["1", story])
    [found] = all_of("a.csv", content)
    assert found.kind is ProblemKind.NO_DATE
    assert "--date" in found.message
    assert all_of("a.csv", content, date=DAY)[0].date_source == "option"


def test_a_named_column_that_is_not_there_is_a_problem_of_the_table(all_of, story):
    content = table(["date", "text"], ["2024-03-30", story])
    [found] = all_of("a.csv", content, columns={"outlet": "paper"})
    assert "no column 'paper'" in found.message


def test_headlines_can_be_the_text(all_of):
    content = table(["date", "title"], ["2024-03-30", "Ministers of Norvenia and Ostland meet"])
    [found] = all_of("a.csv", content, columns={"text": "title"})
    assert found.text == "Ministers of Norvenia and Ostland meet"
    assert found.title == ""


def test_days_and_months_by_number_need_the_option(all_of, story):
    content = table(["date", "text"], ["03/04/2024", story])
    [found] = all_of("a.csv", content)
    assert "--day-first" in found.message
    assert all_of("a.csv", content, day_first=True)[0].date == dt.date(2024, 4, 3)
    assert all_of("a.csv", content, day_first=False)[0].date == dt.date(2024, 3, 4)


def test_a_row_in_another_encoding_is_a_problem_of_its_own(all_of, story):
    rows = [["date", "text"], *[["2024-03-30", story]] * 3]
    rows[2] = ["2024-03-30", f"Élysée\n{story}"]
    data = table(*rows).encode("latin-1")
    first, second, third = all_of("a.csv", data)
    assert first.text == third.text == story
    assert second.kind is ProblemKind.UNDECODABLE
    assert f"byte 0xC9 at byte {data.index(0xC9)} " in second.message


def test_utf_16_tables_of_spreadsheets_are_read(all_of, story):
    content = table(["date", "text"], ["2024-03-30", f"Élysée: {story}"], delimiter="\t")
    [found] = all_of("a.tsv", content.encode("utf-16"))
    assert found.text == f"Élysée: {story}"


def test_a_long_field_is_read_within_the_bound_and_a_longer_line_ends_the_table(all_of):
    long = "The ministers of Norvenia met. " * 10_000
    assert len(long) > 131_072  # the limit that the csv module has by itself
    content = table(["date", "text"], ["2024-03-30", long])
    assert all_of("a.csv", content)[0].text == long.strip()
    [found] = all_of("a.csv", content, max_bytes=200_000)
    assert found.kind is ProblemKind.TOO_LARGE


@pytest.mark.parametrize("content", ["", "\n", "date,text\n"])
def test_tables_without_rows_give_no_document(all_of, content):
    found = all_of("a.csv", content)
    assert [item.kind for item in found] == ([] if "date" in content else [ProblemKind.EMPTY])


@settings(max_examples=50)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
        max_size=5,
    )
)
def test_what_is_written_is_read_back(texts):
    texts = [f"{text} The ministers of Norvenia and Ostland met" for text in texts]
    content = table(["text", "n"], *([text, "1"] for text in texts)).encode()
    options = ReadOptions(format="csv", date=DAY, check_language=False)
    found = list(read("-", options=options, stdin=io.BytesIO(content)))
    assert [item.text for item in found] == [normalise(text) for text in texts]
