"""Files, folders and standard input."""

import datetime as dt
import io
import json
import logging

import pytest

from dragoman.documents import ReadOptions, read, read_one
from dragoman.errors import InputError
from dragoman.records import Document, ProblemKind

DAY = dt.date(2024, 3, 30)
OPTIONS = ReadOptions(date=DAY)


def test_a_folder_is_walked_in_sorted_order(put, tmp_path, story, caplog):
    for name in ("b.txt", "a/z.md", "a/b/c.txt", "a.txt", "c/d.jsonl", "B.htm.txt"):
        put(name, json.dumps({"text": story}) if name.endswith("jsonl") else story)
    for name in (".hidden.txt", ".git/a.txt", "notes.pdf", "a/table.xlsx", "a/README"):
        put(name, "no news")
    with caplog.at_level(logging.INFO, logger="dragoman"):
        found = list(read([str(tmp_path)], options=OPTIONS))
    assert [item.location.removeprefix(f"{tmp_path}/") for item in found] == [
        "B.htm.txt",
        "a/b/c.txt",
        "a/z.md",
        "a.txt",
        "b.txt",
        "c/d.jsonl:1",
    ]
    assert all(isinstance(item, Document) for item in found)
    assert "1 .pdf" in caplog.text
    assert "1 no suffix" in caplog.text


def test_linked_folders_are_not_followed(put, tmp_path, story):
    put("a/a.txt", story)
    (tmp_path / "a" / "round").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(read(tmp_path, options=OPTIONS))) == 1


def test_a_folder_with_nothing_to_read_is_a_problem(put, tmp_path):
    put("a.pdf", "x")
    [found] = read([tmp_path])
    assert found.kind is ProblemKind.UNSUPPORTED
    assert "1 .pdf" in found.message


def test_a_named_file_of_unknown_suffix_is_a_problem_unless_its_format_is_said(problem, one, story):
    found = problem("a.docx", story, date=DAY)
    assert found.kind is ProblemKind.UNSUPPORTED
    assert "'.docx'" in found.message
    assert "--format" in found.message
    assert one("a.docx", story, date=DAY, format="text").text == story
    assert problem("README", story, date=DAY).kind is ProblemKind.UNSUPPORTED


def test_json_is_told_how_to_become_json_lines(problem):
    assert "jq -c" in problem("a.json", "[]").message


def test_paths_that_do_not_exist_or_cannot_be_read_are_problems(tmp_path, problem):
    [found] = read([str(tmp_path / "none.txt")])
    assert found.kind is ProblemKind.UNREADABLE
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    [found] = read([str(tmp_path / "loop.txt")])
    assert found.kind is ProblemKind.UNREADABLE


def test_the_batch_goes_on_after_a_problem(put, story):
    paths = [put("a.txt", "x"), "none.txt", put("b.txt", story)]
    found = list(read(paths, options=OPTIONS))
    assert [getattr(item, "kind", None) for item in found] == [
        ProblemKind.EMPTY,
        ProblemKind.UNREADABLE,
        None,
    ]


def test_nothing_is_opened_before_it_is_asked_for(put, story):
    def paths():
        yield put("a.txt", story)
        raise AssertionError("the second path was asked for")

    found = read(paths(), options=OPTIONS)
    assert next(found).text == story


def test_a_corpus_is_read_one_line_at_a_time(story):
    class Endless(io.RawIOBase):
        row = json.dumps({"text": story}).encode() + b"\n"
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            part = self.row[: len(buffer)]
            buffer[: len(part)] = part
            Endless.given += len(part)
            return len(part)

    found = read("-", options=OPTIONS, stdin=io.BufferedReader(Endless()))
    assert [next(found).location for _ in range(3)] == [
        "standard input:1",
        "standard input:2",
        "standard input:3",
    ]
    assert Endless.given < 100_000


def test_standard_input_is_sniffed(piped, story):
    page = (
        f"<!DOCTYPE html><html><body><p>{story.replace(chr(10) * 2, '</p><p>')}</p></body></html>"
    )
    for content in (story, json.dumps({"text": story}), f" \n\ufeff{story}", page):
        [found] = piped(content, date=DAY)
        assert found.text == story
        assert found.location.startswith("standard input")


def test_standard_input_of_a_said_format(piped, story):
    [found] = piped(f"text,date\n{json.dumps(story)},2024-03-30\n", format="csv")
    assert found.location == "standard input:2"
    [found] = piped(f"# Talks\n\n{story}", format="markdown", date=DAY)
    assert found.title == "Talks"


def test_standard_input_can_be_the_real_one(monkeypatch, story):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(story.encode())))
    assert read_one("-", options=OPTIONS).text == story


def test_empty_standard_input_is_a_problem(piped):
    [found] = piped(b"")
    assert found.kind is ProblemKind.EMPTY


@pytest.mark.parametrize("content", ["", "   \n", "1234567890 !?", "A few words"])
def test_text_with_hardly_a_letter_is_empty(problem, content):
    found = problem("a.txt", content, date=DAY)
    assert found.kind is ProblemKind.EMPTY


def test_a_title_alone_is_empty(problem):
    content = "---\ntitle: The ministers of Norvenia and Ostland meet\ndate: 2024-03-30\n---\n"
    assert problem("a.txt", content).kind is ProblemKind.EMPTY


def test_a_file_beyond_the_bound_is_too_large(problem, one, story):
    found = problem("a.txt", story * 100, date=DAY, max_bytes=1000)
    assert found.kind is ProblemKind.TOO_LARGE
    assert "1,000 bytes" in found.message
    assert one("a.txt", story, date=DAY, max_bytes=len(story)).text == story


def test_one_document_is_not_read_from_what_holds_many(put, tmp_path, story):
    for path in (put("a.jsonl", json.dumps({"text": story})), str(tmp_path)):
        with pytest.raises(InputError, match="holds many"):
            read_one(path, options=OPTIONS)


def test_a_date_far_from_today_is_a_problem_if_today_is_given(problem, one, story):
    text = f"Date: 2034-03-30\n{story}"
    assert one("a.txt", text).date.year == 2034
    assert "a year after today" in problem("a.txt", text, today=DAY).message
    assert "before 1800" in problem("a.txt", f"Date: 0204-03-30\n{story}").message


def test_the_place_of_a_document_does_not_enter_its_id(put, story):
    here, there = put("a.txt", story), put("b/c.txt", story)
    first, second = read([here, there], options=OPTIONS)
    assert first.location != second.location
    assert first.id == second.id
