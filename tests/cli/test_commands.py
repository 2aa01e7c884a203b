"""The commands as a user calls them: output, exit codes, and what they say."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

pytestmark = pytest.mark.slow


ROOT = Path(__file__).parents[2]
ARTICLE = """---
title: Minister visits Tokyo
date: 2024-05-02
outlet: Sample Wire
---

Chinese Foreign Minister Wang Yi visited Japan on Tuesday. Washington said that Russia may attack
Ukraine again. North Korea denied supplying missiles to Russia.
"""


def dragoman(*arguments, stdin="", cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "dragoman", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        cwd=cwd,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_code_writes_one_event_a_line_with_words_behind_every_span(article):
    done = dragoman("code", article)
    assert done.returncode == 0, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    visit = next(e for e in events if e["trigger"]["words"] == "visited")
    assert visit["type"] == "CONSULT"
    assert visit["sources"][0]["actor"]["country"] == "CHN"
    assert visit["targets"][0]["actor"]["country"] == "JPN"
    assert {e["status"] for e in events} >= {"asserted", "speculated", "denied"}


def test_code_reads_standard_input(article):
    done = dragoman("code", "-", "--date", "2024-05-02", stdin="Russia attacked Ukraine.")
    (event,) = map(json.loads, done.stdout.splitlines())
    assert (event["type"], event["date"]) == ("ASSAULT", "2024-05-02")


def test_code_writes_csv_and_parquet_with_the_same_rows(article, tmp_path):
    table = dragoman("code", article, "--to", "csv")
    rows = list(csv.DictReader(io.StringIO(table.stdout)))
    out = tmp_path / "events.parquet"
    assert dragoman("code", article, "--to", "parquet", "--out", out).returncode == 0
    with duckdb.connect() as connection:
        query = "SELECT event_id, status, date FROM read_parquet(?)"
        stored = connection.execute(query, [str(out)]).fetchall()
    assert [r["event_id"] for r in rows] == [s[0] for s in stored]
    assert [r["date"] for r in rows] == [str(s[2]) for s in stored]


def test_parquet_to_standard_output_is_refused_with_what_to_do(article):
    done = dragoman("code", article, "--to", "parquet")
    assert done.returncode == 1
    assert "--out" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_undated_file_fails_and_is_told(tmp_path):
    path = tmp_path / "undated.txt"
    path.write_text("Russia attacked Ukraine on Monday, officials said in Kyiv.")
    done = dragoman("code", path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "no-date" in done.stderr
    assert "--date" in done.stderr


def test_a_batch_goes_on_past_what_cannot_be_read(article, tmp_path):
    (tmp_path / "broken.txt").write_bytes(b"date 2024-01-01 \xff\xfe\xff broken")
    (tmp_path / "empty.txt").write_text("")
    done = dragoman("ingest", tmp_path, "--ledger", tmp_path / "a.ledger", "--json")
    assert done.returncode == 3
    report = json.loads(done.stdout)
    assert (report["documents"], report["problems"]) == (1, 2)
    assert done.stderr.count("passed over") == 2


@pytest.mark.parametrize(("order", "day"), [("--day-first", "03"), ("--month-first", "04")])
def test_the_order_of_day_and_month_may_be_told(order, day, tmp_path):
    path = tmp_path / "corpus.csv"
    path.write_text('date,body\n03/04/2024,"Russia attacked Ukraine. Kyiv said so."\n')
    done = dragoman("code", path, "--column", "text=body", order)
    month = {"03": "04", "04": "03"}[day]
    dates = {json.loads(line)["date"] for line in done.stdout.splitlines()}
    assert dates == {f"2024-{month}-{day}"}, done.stderr
    assert "--day-first" in dragoman("code", path, "--column", "text=body").stderr


def test_ingesting_twice_adds_nothing(article, tmp_path):
    ledger = tmp_path / "a.ledger"
    first = json.loads(dragoman("ingest", article, "--ledger", ledger, "--json").stdout)
    second = json.loads(dragoman("ingest", article, "--ledger", ledger, "--json").stdout)
    assert first["documents"] == 1
    assert first["events"] > 0
    assert (second["documents"], second["known"], second["events"]) == (0, 1, 0)


def test_a_long_run_without_a_terminal_tells_how_far_it_is(article, tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from dragoman.cli import app

    monkeypatch.setattr("dragoman.cli.output._TOLD_EVERY", 1)
    asked = ["ingest", str(article), "--ledger", str(tmp_path / "a.ledger"), "--coder", "rules"]
    assert "1 documents" in CliRunner().invoke(app, asked).stderr


def test_events_asks_the_ledger(article, tmp_path):
    ledger = tmp_path / "a.ledger"
    dragoman("ingest", article, "--ledger", ledger)
    done = dragoman("events", "--ledger", ledger, "--actor", "PRK", "--status", "denied", "--json")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [e["type"] for e in events] == ["AID"]
    table = dragoman("events", "--ledger", ledger)
    assert "CONSULT" in table.stdout
    assert "[Sample Wire, 2024-05-02]" in table.stdout
    small = dragoman("events", "--ledger", ledger, "--actor", "prk", "--json").stdout
    assert small == dragoman("events", "--ledger", ledger, "--actor", "PRK", "--json").stdout != ""
    assert (
        len(dragoman("events", "--ledger", ledger, "--limit", 1, "--json").stdout.splitlines()) == 1
    )
    assert "actors find" in dragoman("events", "--ledger", ledger, "--actor", "Korea").stderr


@pytest.mark.parametrize("command", ["code", "events"])
def test_less_sure_events_are_left_out_where_asked(command, article, tmp_path):
    asked = ["code", article]
    if command == "events":
        dragoman("ingest", article, "--ledger", tmp_path / "a.ledger")
        asked = ["events", "--json", "--ledger", tmp_path / "a.ledger"]
    everything = [json.loads(line) for line in dragoman(*asked).stdout.splitlines()]
    levels = sorted(event["confidence"] for event in everything)
    assert levels[0] < levels[-1]
    done = dragoman(*asked, "--confidence", levels[-1])
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found == [event for event in everything if event["confidence"] == levels[-1]]


def test_a_brief_tells_how_many_weak_readings_it_leaves_out(article):
    weak = {
        level: json.loads(dragoman("brief", article, "--json", "--confidence", level).stdout)
        for level in ("0", "1")
    }
    assert weak["0"]["not_found"]["weak_events"] == 0
    assert weak["1"]["not_found"]["weak_events"] > 0
    assert weak["1"]["rows"] == []


def test_events_of_a_ledger_that_is_not_there_fail(tmp_path):
    done = dragoman("events", "--ledger", tmp_path / "none.ledger")
    assert done.returncode == 1
    assert "no ledger here" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("events", "--status", "sure"),
        ("code",),
        ("code", "x", "--to", "xml"),
        ("unknown",),
        ("code", "x", "--confidence", "2"),
    ],
)
def test_a_wrong_call_ends_with_code_2(arguments):
    assert dragoman(*arguments).returncode == 2


@pytest.mark.parametrize("suffix", ["html", "md", "json"])
def test_brief_is_written_by_the_name_of_the_file(article, tmp_path, suffix):
    out = tmp_path / f"brief.{suffix}"
    done = dragoman("brief", article, "--out", out)
    assert done.returncode == 0, done.stderr
    assert "Wang Yi" in out.read_text(encoding="utf-8")


def test_demo_reads_the_sample_news(tmp_path):
    done = dragoman("demo", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "Naryshkin" in done.stdout
    assert (tmp_path / "out" / "brief.html").exists()
    again = dragoman("demo", "--out", tmp_path / "out")
    assert "read now: 0" in again.stderr


def test_every_command_and_shared_option_is_in_the_docs():
    from typer.main import get_command

    from dragoman.cli import app

    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for name in get_command(app).commands:
        assert f"`dragoman {name}" in page


def test_help_loads_none_of_the_heavy_libraries():
    code = (
        "import sys; import dragoman.cli; "
        "heavy = {'altair','duckdb','sqlalchemy','trafilatura','pydantic','vl_convert'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
