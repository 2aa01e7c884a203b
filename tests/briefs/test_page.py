import base64
import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import dragoman
from dragoman.briefs import build_brief, render
from dragoman.briefs.statuses import STATUSES
from dragoman.errors import SettingError
from dragoman.records import Actor, EventType, MentionKind, Mode, Problem, ProblemKind, Status
from tests.briefs.pages import parse
from tests.briefs.readings import TEXT, Told, article, reading

HOSTILE = (
    "<script>alert(1)</script>",
    "<svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "]]><b>x</b>",
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;i&gt;&#x27;",
    "-->",
    "</title></textarea>",
)
# Elements and attributes that a page could act or reach out by.
ACTIVE = {"script", "iframe", "object", "embed", "form", "base", "link", "img", "foreignobject"}


@pytest.fixture(scope="module")
def page():
    return parse(render(build_brief([article()]), "html"))


def hostile(words):
    """A reading that holds ``words`` wherever an article could put them."""
    actors = {words: (Actor(words, country="NRV"), MentionKind.NAME)}
    told = Told(
        type=EventType.CONSULT,
        mode=Mode.VISIT,
        trigger="visited",
        sources=(words,),
        targets=("the ministry",),
        said=((words, words),),
        also=(Status.DENIED, ((words, None),)),
    )
    made = reading(
        f"So {words} visited the ministry",
        told,
        actors=actors,
        title=f"Title {words}",
        outlet=f"Outlet {words}",
        url=f"javascript:alert('{words}')",
        source=f"found {words}",
    )
    return made, Problem(ProblemKind.EMPTY, f"in {words}.txt", f"message {words}")


@pytest.fixture(scope="module")
def harmless():
    """The elements of the same page with nothing hostile in it, in order."""
    made, problem = hostile("words")
    return [node.tag for node in parse(render(build_brief([made], [problem]), "html")).all()]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_an_article_never_becomes_markup(words, harmless):
    made, problem = hostile(words)
    brief = build_brief([made], [problem])
    root = parse(render(brief, "html"))
    assert [node.tag for node in root.all()] == harmless
    assert not {n.tag for n in root.all()} & ACTIVE
    for node in root.all():
        assert not [name for name in node.attrs if name.startswith("on") or name == "style"]
        for name in ("href", "xlink:href", "src"):
            assert "alert" not in node.attrs.get(name, "")
    assert root.one("h1").text == f"Title {words}"
    assert root.one("article").all("span", class_="text")
    said = [part.text for part in root.one("article").all("span", class_="text")]
    assert said == [f"Title {words}", f"So {words} visited the ministry"]
    assert f"message {words}" in root.text


def test_only_addresses_of_the_web_are_linked():
    for url, linked in (
        ("https://example.org/?a=1&b='2'", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("http://[broken", False),
        ("file:///etc/hosts", False),
    ):
        root = parse(render(build_brief([reading(TEXT, url=url)]), "html"))
        outside = [a for a in root.all("a") if not a.attrs["href"].startswith("#")]
        assert [a.attrs["href"] for a in outside] == ([url] if linked else [])
        assert url in root.one("article").text


def test_page_needs_no_script_and_no_network(page):
    assert not {node.tag for node in page.all()} & ACTIVE
    for node in page.all():
        assert "src" not in node.attrs
        assert "style" not in node.attrs
        assert not [name for name in node.attrs if name.startswith("on")]
        assert node.attrs.get("href", "#").startswith(("#", "https://example.org/visit"))
    style = page.one("style").text
    assert "url(" not in style
    assert "@import" not in style


def test_policy_of_the_page_allows_its_own_style_and_nothing_else(page):
    [meta] = [m for m in page.all("meta") if m.attrs.get("http-equiv") == "Content-Security-Policy"]
    policy = meta.attrs["content"]
    digest = base64.b64encode(hashlib.sha256(page.one("style").text.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_every_link_leads_somewhere_and_every_place_has_one_name(page):
    ids = [node.attrs["id"] for node in page.all() if "id" in node.attrs]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        if link.attrs["href"].startswith("#"):
            assert link.attrs["href"][1:] in ids


def test_page_is_told_to_programs_that_read_it_aloud(page):
    assert page.one("html").attrs["lang"] == "en"
    assert len(list(page.all("h1"))) == 1
    for table in page.all("table"):
        assert table.one("caption").text
        assert list(table.all("th", scope="col"))
    for th in page.all("th"):
        assert th.attrs["scope"] in {"col", "row"}
    levels = [int(n.tag[1]) for n in page.all() if re.fullmatch(r"h[1-6]", n.tag)]
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_each_status_has_its_label_its_sign_and_its_letters(page):
    for row in build_brief([article()]).rows:
        section = page.one("section", id=row.status.value)
        words = STATUSES[row.status]
        assert f"{words.sign}{words.label}" in section.one("h3").text
        body = section.one("tbody", id=f"e{row.number}")
        letters = " ".join(m.attrs["data-letters"] for m in body.all("mark"))
        assert "S" in letters
        assert "E" in letters


def test_row_tells_who_says_so_and_when(page):
    cells = {
        (cell.attrs["data-label"]): " ".join(cell.text.split())
        for cell in page.one("tbody", id="e3").all("td")
        if "data-label" in cell.attrs
    }
    assert cells == {
        "Who": "Norvenia NRV GOV",
        "Does what": "readies or exercises troops facing MOBILIZE troops",
        "To whom": "Sudmark SDM GOV",
        "When": "12 Apr 2024 12 April",
        "Who says so": "Test Courier › the ministry (said)",
        "Confidence": "0.70",
    }


def test_day_that_is_not_told_is_marked_as_the_report_s(page):
    [when] = page.one("tbody", id="e2").all("td", **{"data-label": "When"})
    assert " ".join(when.text.split()) == "not told report of 30 Mar 2024"


def test_second_status_is_told_in_the_row_and_under_its_own_heading():
    told = Told(
        type=EventType.CONSULT,
        trigger="met",
        sources=("Norvenia",),
        also=(Status.DENIED, (("Sudmark", "denies"),)),
    )
    root = parse(
        render(build_brief([reading("Norvenia met, which Sudmark denies.", told)]), "html")
    )
    [said] = root.all("td", **{"data-label": "Who says so"})
    assert "also ✚Denied: Test Courier › Sudmark (denies)" in " ".join(said.text.split())
    denied = root.one("section", id="denied")
    assert [a.attrs["href"] for a in denied.all("a")] == ["#e1"]


def test_allegation_without_a_voice_is_not_laid_to_the_article():
    told = Told(type=EventType.CONSULT, trigger="met", sources=("Norvenia",), status=Status.ALLEGED)
    root = parse(render(build_brief([reading("Norvenia reportedly met.", told)]), "html"))
    [said] = root.all("td", **{"data-label": "Who says so"})
    assert said.text.split()[:2] == ["nobody", "named"]


@pytest.mark.parametrize("format", ["html", "md", "json"])
def test_article_without_events_and_no_article_at_all_give_a_page(format):
    dull = render(build_brief([reading("It rained all day.")]), format)
    assert "no event found" in dull
    assert "It rained all day." in dull
    assert "0 articles" in render(build_brief([]), format)


@pytest.mark.parametrize("format", ["html", "md", "json"])
def test_order_of_the_readings_and_repeated_ones_change_nothing(format):
    one = article()
    two = reading("Norvenia slept.", outlet="Another", date=one.document.date)
    there = render(build_brief([one, two]), format)
    assert render(build_brief([two, one, replace(two)]), format) == there


def test_unknown_format_is_told_with_those_that_there_are():
    with pytest.raises(SettingError, match="'pdf' found; one of html, md, json expected"):
        render(build_brief([]), "pdf")


@pytest.mark.slow
def test_page_is_the_same_in_every_time_zone_and_locale():
    code = (
        "import sys, hashlib\n"
        "from tests.briefs.readings import article\n"
        "from dragoman.briefs import build_brief, render\n"
        "page = render(build_brief([article()]), 'html')\n"
        "print(hashlib.sha256(page.encode()).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", code],
        env={"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "1"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    ).stdout
    here = hashlib.sha256(render(build_brief([article()]), "html").encode()).hexdigest()
    assert there == f"{here}\n".encode()


def test_page_names_the_version_and_the_coder(page):
    assert f"Dragoman {dragoman.__version__}" in page.one("footer").text
    assert "hand/1" in page.one("footer").text


def contrast(one, other):
    """The contrast of two colours (WCAG 2.2), 1 to 21."""

    def light(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["paper", "dark"])
def test_letters_stand_out_from_their_ground(page, scheme):
    style = page.one("style").text
    schemes = style.split("@media (prefers-color-scheme: dark)")
    block = schemes[0] if scheme == "paper" else schemes[1].partition("* {")[0]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    letters = {"ink", "faint", "link", *(status.value for status in Status)}
    assert letters | {"paper", "panel"} <= colours.keys()
    for name in letters:
        for ground in ("paper", "panel"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
