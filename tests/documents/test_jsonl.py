"""JSON lines."""

import datetime as dt
import gzip
import json

import pytest

from dragoman.records import Document, ProblemKind

DAY = dt.date(2024, 3, 30)


def lines(*rows: object) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def test_usual_names_are_found_and_every_row_has_its_line(all_of, story):
    found = all_of(
        "a.jsonl",
        lines(
            {"body": story, "pub_date": "2024-03-30T01:00:00Z", "Headline": "Ministers meet",
             "source": "Harbour Post", "link": "https://post.example/1"},
            "",
            {"content": story, "published": 20240330},
        ),
    )  # fmt: skip
    first, second = found
    assert first.title == "Ministers meet"
    assert first.headline.of(first.text) == first.title
    assert (first.outlet, first.url) == ("Harbour Post", "https://post.example/1")
    assert (first.date, first.date_source) == (DAY, "column pub_date")
    assert first.location.endswith("a.jsonl:1")
    assert (second.text, second.date) == (story, DAY)
    assert second.location.endswith("a.jsonl:3")


def test_columns_can_be_named_and_reached_into(all_of, story):
    row = {"words": {"en": story}, "when": "2024-03-30", "from": {"name": "Harbour Post"}}
    [found] = all_of(
        "a.jsonl",
        lines(row),
        columns={"text": "words.en", "date": "when", "outlet": "from.name"},
    )
    assert (found.text, found.date, found.outlet) == (story, DAY, "Harbour Post")


def test_a_list_of_paragraphs_is_a_text(all_of):
    parts = ["The ministers of Norvenia met.", "They left."]
    [found] = all_of("a.jsonl", lines({"text": parts, "date": "2024-03-30"}))
    assert found.text == "\n\n".join(parts)


def test_bad_lines_are_problems_and_the_rest_is_read(all_of, story):
    good = {"text": story, "date": "2024-03-30"}
    found = all_of(
        "a.jsonl",
        lines(
            good,
            '{"text": "cut of',
            [1, 2],
            {"title": "no text", "date": "2024-03-30"},
            {"text": 7, "date": "2024-03-30"},
            {"text": None, "date": "2024-03-30"},
            {"text": story},
            {"text": story, "date": None},
            {"text": story, "date": "2024-02-30"},
            "[" * 100_000,
            '{"n": ' + "1" * 5000 + "}",
            good,
        ),
    )
    assert [isinstance(item, Document) for item in found] == [True, *[False] * 10, True]
    problems = found[1:-1]
    assert [p.location.rpartition(":")[2] for p in problems] == [str(n) for n in range(2, 12)]
    assert [p.kind for p in problems] == [
        ProblemKind.MALFORMED,
        ProblemKind.MALFORMED,
        ProblemKind.MALFORMED,
        ProblemKind.MALFORMED,
        ProblemKind.EMPTY,
        ProblemKind.NO_DATE,
        ProblemKind.NO_DATE,
        ProblemKind.MALFORMED,
        ProblemKind.MALFORMED,
        ProblemKind.MALFORMED,
    ]
    assert "'title', 'date'; name it with --column text=NAME" in problems[2].message
    assert "--column date=NAME" in problems[5].message
    assert "column date: the date '2024-02-30' is no day" in problems[7].message


def test_a_named_column_that_is_not_there_is_named(all_of, story):
    [found] = all_of("a.jsonl", lines({"text": story, "date": "2024-03-30"}), columns={"text": "x"})
    assert "no column 'x'; found are 'text', 'date'" in found.message


def test_lines_in_another_encoding_are_problems_of_their_own(all_of, story):
    good = json.dumps({"text": story, "date": "2024-03-30"}).encode()
    bad = json.dumps({"text": f"Élysée {story}", "date": "2024-03-30"}, ensure_ascii=False)
    data = good + b"\n" + bad.encode("latin-1") + b"\n" + good
    first, second, third = all_of("a.jsonl", data)
    assert first.text == third.text == story
    assert second.kind is ProblemKind.UNDECODABLE
    assert second.location.endswith(":2")
    assert f"byte 0xC9 at byte {data.index(0xC9)} " in second.message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks_are_known_and_long_utf_16_is_read_in_pieces(all_of, story, encoding):
    rows = [{"text": f"Élysée {n}: {story}", "date": "2024-03-30"} for n in range(600)]
    data = "".join(json.dumps(row, ensure_ascii=False) + "\r\n" for row in rows).encode(encoding)
    found = all_of("a.jsonl", data)
    assert [item.text for item in found] == [row["text"] for row in rows]


def test_utf_16_that_breaks_off_ends_with_a_problem(all_of, story):
    row = json.dumps({"text": story, "date": "2024-03-30"}) + "\n"
    data = (row * 3).encode("utf-16") + b"\x00"
    assert all_of("a.jsonl", data)[-1].kind is ProblemKind.UNDECODABLE


def test_unicode_line_separators_do_not_end_a_line(all_of):
    row = {"text": "The ministers of Norvenia met.\u2028They left.", "date": "2024-03-30"}
    [found] = all_of("a.jsonl", json.dumps(row, ensure_ascii=False))
    assert found.text == "The ministers of Norvenia met.\nThey left."


def test_half_a_surrogate_pair_leaves_a_text_that_can_be_written(all_of, story):
    [found] = all_of("a.jsonl", '{"date": "2024-03-30", "text": "\\ud83d ' + story[:70] + '"}')
    assert found.text == story[:70]


def test_a_line_beyond_the_bound_is_a_problem_and_the_next_is_read(all_of, story):
    row = json.dumps({"text": story, "date": "2024-03-30"})
    long = json.dumps({"text": story * 200, "date": "2024-03-30"})
    found = all_of("a.jsonl", f"{row}\n{long}\n{row}", max_bytes=1000)
    assert [getattr(item, "kind", None) for item in found] == [None, ProblemKind.TOO_LARGE, None]
    assert [item.location.rpartition(":")[2] for item in found] == ["1", "2", "3"]


def test_a_line_of_just_the_bound_is_read_whatever_its_end(all_of, story):
    row = json.dumps({"text": story, "date": "2024-03-30"})
    for end in ("\n", "\r\n", ""):
        found = all_of("a.jsonl", f"{row}{end or chr(10)}{row}{end}", max_bytes=len(row))
        assert [item.location.rpartition(":")[2] for item in found] == ["1", "2"]
        assert [item.text for item in found] == [story, story]


def test_a_corpus_may_be_longer_than_the_bound_of_one_document(all_of, story):
    row = json.dumps({"text": story, "date": "2024-03-30"}) + "\n"
    assert len(all_of("a.jsonl", row * 50, max_bytes=1000)) == 50


def test_an_empty_corpus_is_a_problem(all_of):
    [found] = all_of("a.jsonl", "\n\n")
    assert found.kind is ProblemKind.EMPTY


def test_gzip_is_read_through(all_of, story):
    row = lines({"text": story, "date": "2024-03-30"})
    [found] = all_of("a.jsonl.gz", gzip.compress(row.encode()))
    assert found.text == story
    assert found.location.endswith("a.jsonl.gz:1")


@pytest.mark.parametrize(
    "data",
    [b"", b"no gzip at all", gzip.compress(b"{}\n" * 999)[:-12]],
    ids=["empty", "no gzip", "cut off"],  # the packed bytes hold the time of day
)
def test_damaged_gzip_ends_with_a_problem(all_of, data):
    found = all_of("a.jsonl.gz", data)
    assert found[-1].kind in {ProblemKind.UNREADABLE, ProblemKind.EMPTY}


def test_gzip_that_unpacks_beyond_measure_is_stopped(all_of):
    data = gzip.compress(b"\n" * 3_000_000, compresslevel=9)
    assert all_of("a.jsonl.gz", data, max_bytes=10_000)[-1].kind is ProblemKind.TOO_LARGE
