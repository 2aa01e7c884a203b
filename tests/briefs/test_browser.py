"""The brief in a real browser: what stands on the page, that nothing in it runs, that it prints."""

import os
import shutil
import subprocess

import pytest

from dragoman.briefs import build_brief, render
from tests.briefs.readings import article
from tests.briefs.test_page import hostile

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("DRAGOMAN_REQUIRE_BROWSER"),
        reason="needs Chromium on the path",
    ),
]

ATTACK = (
    "</title></style><script>document.title='ran'</script>"
    "<img src=x onerror=\"document.title='ran'\">"
)


def chromium(tmp_path, *options):
    assert CHROMIUM, "DRAGOMAN_REQUIRE_BROWSER is set, and no Chromium is on the path"
    return subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={tmp_path / 'profile'}",
            *options,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    ).stdout


def title_in_browser(tmp_path, html):
    page = tmp_path / "brief.html"
    page.write_text(html, encoding="utf-8")
    dom = chromium(tmp_path, "--virtual-time-budget=2000", "--dump-dom", page.as_uri())
    return dom.partition("<title>")[2].partition("</title>")[0]


def test_an_article_cannot_run_anything(tmp_path):
    made, problem = hostile(ATTACK)
    html = render(build_brief([made], problems=[problem]), "html")
    assert title_in_browser(tmp_path, html) != "ran"


def test_the_attack_would_run_on_a_careless_page(tmp_path):
    html = f"<!doctype html><title>Brief</title><body>{ATTACK}</body>"
    assert title_in_browser(tmp_path, html) == "ran"


def test_the_page_prints(tmp_path):
    page, pdf = tmp_path / "brief.html", tmp_path / "brief.pdf"
    page.write_text(render(build_brief([article()]), "html"), "utf-8")
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())
    assert pdf.read_bytes().startswith(b"%PDF")
    assert pdf.stat().st_size > 10_000
