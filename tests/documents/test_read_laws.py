"""What holds for every input, however odd."""

import datetime as dt
import io
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.documents import Format, ReadOptions, read, read_one
from dragoman.documents.draft import Draft, finish
from dragoman.documents.normal import normalise, one_line
from dragoman.errors import InputError
from dragoman.records import Document, Problem, Span

DAY = dt.date(2024, 3, 30)
FORMATS = [format.value for format in Format]
PIECES = st.sampled_from(
    ["---\n", "date: 2024-03-30\n", "title: T\n", "Date: ", "2024-02-31", "<p>", "</p>", "<html>",
     "{", "}", '"text":', '"', ",", "\n", "# ", "- ", "[a](b)", "&#0;", "<!--", "\\ud800", ";",
     "text,date\n", "The ministers of Norvenia met. ", "\0", "\ufeff", "%PDF-"]
)  # fmt: skip
ODD_TEXT = st.lists(PIECES | st.text(max_size=20), max_size=20).map("".join)
ODD_BYTES = st.binary(max_size=200) | ODD_TEXT.map(lambda t: t.encode("utf-8", "surrogatepass"))


def options(format: str, **more: object) -> ReadOptions:
    return ReadOptions(format=format, date=DAY, **more)


def check(item: Document | Problem) -> None:
    assert item.location.startswith("standard input")
    if isinstance(item, Problem):
        assert item.message
        return
    assert normalise(item.text) == item.text
    assert not set(item.text) & set("\r\0")
    assert (item.headline is None) == (item.title == "")
    if item.headline is not None:
        assert item.headline.of(item.text) == item.title


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("format", FORMATS)
@given(data=ODD_BYTES)
def test_any_bytes_give_documents_and_problems_and_nothing_else(format, data):
    for item in read("-", options=options(format), stdin=io.BytesIO(data)):
        check(item)


@settings(deadline=None, max_examples=60)
@pytest.mark.parametrize("format", ["text", "markdown", "html"])
@given(data=ODD_BYTES)
def test_reading_one_raises_nothing_but_input_errors(format, data):
    try:
        check(read_one("-", options=options(format), stdin=io.BytesIO(data)))
    except InputError as error:
        check(error.problem)


@given(title=st.text(), body=st.text())
def test_the_headline_covers_the_title(title, body):
    words = f"{body}\n\nThe ministers of Norvenia and Ostland met."
    document = finish(Draft(location="a", text=words, title=title), options=options("text"))
    expected = one_line(title)
    assert document.title == expected
    assert document.headline == (Span(0, len(expected)) if expected else None)
    assert document.text.startswith(expected)
    assert document.text.endswith("The ministers of Norvenia and Ostland met.")


def test_nothing_heavy_is_imported_before_it_is_needed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "Date: 2024-03-30\nThe ministers of Norvenia said that they would meet and talk, and "
        "that the border would stay open from May."
    )
    program = (
        "import sys; from dragoman.documents import read_one; read_one(sys.argv[1]); "
        "heavy = {'trafilatura', 'htmldate', 'py3langid', 'numpy', 'lxml', 'markdown_it'}; "
        "sys.exit(f'imported: {heavy & set(sys.modules)}' if heavy & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
