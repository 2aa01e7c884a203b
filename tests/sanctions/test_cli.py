"""The commands as a user calls them: what they print, where, and their exit codes."""

import json

import pytest
from typer.testing import CliRunner

from dragoman.cli.sanctions import sanctions
from tests.sanctions import samples

ARTICLE = """---
title: Test
date: 2024-03-30
---

Russian Foreign Intelligence Service Director Sergei Naryshkin visited North Korea. Seoul alleged
that North Korea supplied missiles to Russia.
"""


@pytest.fixture
def run(tmp_path):
    def run_command(*arguments, stdin=None):
        environment = {"DRAGOMAN_LEDGER": str(tmp_path / "test.ledger"), "COLUMNS": "200"}
        return CliRunner().invoke(
            sanctions, list(map(str, arguments)), input=stdin, env=environment
        )

    return run_command


@pytest.fixture
def lists(tmp_path):
    rows = [*samples.SDN_ROWS, samples.sdn_row(
        106, "NARYSHKIN, Sergey", "individual", title="Chairman of the State Duma",
        remarks="POB Pskov, Russia.")]  # fmt: skip
    return samples.write_quartet(tmp_path / "ofac", sdn=rows)


@pytest.fixture
def loaded(run, lists):
    assert run("load", lists, "--date", "2021-07-07").exit_code == 0
    return run


def test_loading_says_what_was_loaded(run, lists):
    done = run("load", lists, "--date", "2021-07-07")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "OFAC SDN of 2021-07-07: 6 entries, loaded (US government work (OFAC))" in done.stderr


def test_loading_again_changes_nothing(loaded, lists):
    done = loaded("load", lists, "--date", "2021-07-07", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["versions"][0]["new"] is False


def test_standard_input_is_read(run):
    done = run("load", "-", "--json", stdin=samples.un_xml())
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["versions"][0]["list"] == "UN SC"


def test_a_refused_list_beside_a_good_one_ends_with_3(run, tmp_path, lists):
    bad = tmp_path / "bad.xml"
    bad.write_text("<Other/>")
    done = run("load", bad, lists, "--date", "2021-07-07", "--json")
    assert done.exit_code == 3
    assert "list refused" in done.stderr
    answer = json.loads(done.stdout)
    assert [r["file"] for r in answer["refused"]] == [str(bad)]
    assert len(answer["versions"]) == 1


def test_nothing_but_refused_lists_ends_with_1(run, lists):
    done = run("load", lists)
    assert done.exit_code == 1
    assert "give the day it was published with --date" in done.stderr


def test_records_passed_over_end_with_3(run, tmp_path):
    rows = [*samples.SDN_ROWS, samples.sdn_row(9, "NAME", "robot")]
    done = run("load", samples.write_quartet(tmp_path / "o", sdn=rows), "--date", "2021-07-07")
    assert done.exit_code == 3
    assert "sdn.csv line 6" in done.stderr


def test_a_check_prints_matches_with_reasons(loaded):
    done = loaded("check", "Sergei Naryshkin", "--country", "Russia", "--role", "SVR director",
                  "--on", "2024-03-30", "--kind", "person")  # fmt: skip
    assert done.exit_code == 0, done.stderr
    first, *reasons = done.stdout.splitlines()
    assert first.startswith("Sergei Naryshkin: possible match to OFAC SDN 106 (NARYSHKIN, Sergey)")
    assert "under an older role: 'Chairman of the State Duma' (text: 'SVR director')" in first
    assert len(reasons) == 7
    assert "OFAC SDN of 2021-07-07: 6 entries (US government work (OFAC))" in done.stderr


def test_a_check_as_json_is_one_object(loaded):
    done = loaded("check", "Granite Quay", "--json")
    answer = json.loads(done.stdout)
    assert answer["asked"] == ["Granite Quay"]
    assert answer["matches"][0]["id"] == "102"
    assert answer["versions"][0]["licence"]


def test_no_match_is_said_to_be_no_finding(loaded):
    done = loaded("check", "Wilhelmina Obermaier")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 without a possible match" in done.stderr
    assert "no finding" in done.stderr


def test_a_document_is_checked_for_everybody_it_names(loaded, tmp_path):
    article = tmp_path / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    done = loaded("check", "--document", article)
    assert done.exit_code == 0, done.stderr
    assert "Sergei Naryshkin: possible match to OFAC SDN 106" in done.stdout
    assert "held until 2016-10-05" in done.stdout
    assert "note: arms, missiles or military training involving North Korea" in done.stdout
    assert "reports it as alleged" in done.stdout


def test_the_words_never_settle_anything(loaded, tmp_path):
    article = tmp_path / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    printed = "".join(
        done.stdout + done.stderr
        for done in (
            loaded("check", "--document", article),
            loaded("check", "Nobody Atall"),
            loaded("check", "Pak Chol Su", "--threshold", "0"),
            loaded("lists"),
        )
    ).lower()
    assert "sanctioned" not in printed
    assert "clear" not in printed


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "a name or --document"),
        (["check", "X", "--document", "x.md"], "a name or --document"),
        (["check", "!!"], "a name with letters"),
        (["check", "X", "--country", "Ruritania"], "no country known"),
        (["check", "X", "--born", "someday"], "no date"),
        (["check", "X", "--threshold", "2"], "threshold"),
        (["load", "x", "--format", "pdf"], "format"),
    ],
)
def test_a_wrong_call_ends_with_2(run, arguments, words):
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_ledger_without_lists_says_so(run, tmp_path):
    from dragoman.store.lists import ListStore

    ListStore(tmp_path / "test.ledger").close()
    done = run("check", "X Y")
    assert done.exit_code == 1
    assert "no list is held here" in done.stderr


def test_lists_shows_every_version_with_its_licence(loaded, tmp_path):
    un = tmp_path / "un.xml"
    un.write_text(samples.un_xml(), encoding="utf-8")
    loaded("load", un)
    done = loaded("lists")
    assert "2 versions" in done.stdout
    assert "2021-07-07*" in done.stdout
    assert "2024-02-27" in done.stdout
    assert "given with --date" in done.stderr
    assert "UN SC: UN Security Council" in done.stderr
    rows = json.loads(loaded("lists", "--json").stdout)["versions"]
    assert [row["list"] for row in rows] == ["OFAC SDN", "UN SC"]
