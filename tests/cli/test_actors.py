"""``dragoman actors``: output, exit codes, and what is said on standard error."""

import json
import shutil

import pytest
from typer.testing import CliRunner

from dragoman.cli.actors import actors
from dragoman.errors import DataError

pytestmark = pytest.mark.slow


TABLE = (
    "name,country,kind,office,start\n"
    "Hideo Tanigawa,Japan,,foreign-minister,2041-05-01\n"
    "Kelp Party,Kenya,party,,\n"
)


def run(*arguments, **options):
    return CliRunner().invoke(actors, [str(a) for a in arguments], **options)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The table imported from standard input, and what the command gave back."""
    folder = tmp_path_factory.mktemp("imported") / "own"
    return folder, run("import", "-", "--to", folder, "--json", input=TABLE)


@pytest.fixture
def own(imported, tmp_path):
    return shutil.copytree(imported[0], tmp_path / "own")


def test_import_reports_what_is_new_and_the_conflicts(imported, own, table):
    done = imported[1]
    assert done.exit_code == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["new"] == {"terms": 1, "groups": 1}
    assert report["conflicts"][0]["what"].startswith("JPN foreign-minister")
    again = json.loads(run("import", table, "--to", own, "--json").stdout)
    assert (again["new"], again["known"]) == ({}, {"terms": 1, "groups": 1})


def test_import_tells_bad_rows_with_their_line_and_exits_with_3(tmp_path, table):
    table.write_text(TABLE + "Xan,Atlantis,party,,\n", encoding="utf-8")
    done = run("import", table, "--to", tmp_path / "own")
    assert done.exit_code == 3
    assert "mine.csv:4: country 'Atlantis' found" in done.stderr
    assert "groups" in done.stdout


@pytest.mark.parametrize("name", ["missing.csv", "words.txt"])
def test_import_of_nothing_exits_with_1(tmp_path, name):
    (tmp_path / "words.txt").write_text("just some words\n")
    done = run("import", tmp_path / name, "--to", tmp_path / "own")
    assert done.exit_code == 1
    assert not (tmp_path / "own").exists()


def test_find_asks_the_folder_of_ones_own(own, monkeypatch):
    question = ("find", "foreign minister of Japan", "--on", "2042-01-01")
    assert "Hideo Tanigawa  JPN, GOV, foreign-minister" in run(*question, "--actors", own).stdout
    assert "Hideo Tanigawa" not in run(*question).stdout
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(own))
    (guess,) = json.loads(run(*question, "--json").stdout)["guesses"]
    assert guess["actor"]["person"] == "Hideo Tanigawa"
    assert guess["reasons"]


def test_find_says_plainly_that_nobody_is_known():
    done = run("find", "Qwop Zyxxon", "--on", "2024-03-30")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nobody called 'Qwop Zyxxon', or nearly so, is known" in done.stderr


@pytest.mark.parametrize("arguments", [("Putin", "--on", "soon"), ("..", "--on", "2024-01-01")])
def test_find_called_wrongly_exits_with_2(arguments):
    assert run("find", *arguments).exit_code == 2


def test_a_stale_folder_is_refused_until_it_is_compiled(own):
    with (own / "groups.csv").open("a", encoding="utf-8") as stream:
        stream.write("KELPL,Kelp League,,KEN,PTY,,,,,\n")
    question = ("find", "Kelp League", "--on", "2024-01-01", "--actors", own)
    refused = run(*question)
    assert isinstance(refused.exception, DataError)
    assert f"run `dragoman actors compile {own}`" in str(refused.exception)
    compiled = run("compile", own, "--json")
    assert json.loads(compiled.stdout)["rows"] == 3
    assert "Kelp League" in run(*question).stdout


def test_check_tells_findings_and_exits_with_3(own):
    assert run("check", own).exit_code == 0
    with (own / "groups.csv").open("a", encoding="utf-8") as stream:
        stream.write("KELPL,Kelp League,,QQQ,PTY,,,,,\nBAD,\n")
    done = run("check", own)
    assert done.exit_code == 3
    assert "groups.csv:4: unreadable" in done.stdout
    assert "'QQQ'" in done.stdout
    findings = json.loads(run("check", own, "--json").stdout)["findings"]
    assert {f["kind"] for f in findings} == {"unreadable", "unknown-id"}
