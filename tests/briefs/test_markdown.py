import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import dragoman
from dragoman.briefs import build_brief, render
from dragoman.briefs.markdown_rows import escaped
from tests.briefs.readings import TEXT, TITLE, article, reading
from tests.briefs.test_page import HOSTILE, hostile

SNAPSHOT = Path(__file__).parent / "snapshots" / "brief.md"


def test_brief_of_the_article_is_as_it_was():
    page = render(build_brief([article()]), "md").replace(dragoman.__version__, "VERSION")
    assert page == SNAPSHOT.read_text(encoding="utf-8")


def shown(markdown):
    """The text that a reader sees, and the tags that show it."""
    found, tags = [], []

    class Parser(HTMLParser):
        def handle_starttag(self, tag, attrs):
            tags.append(tag)

        def handle_data(self, data):
            found.append(data)

    parser = Parser(convert_charrefs=True)
    parser.feed(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))
    parser.close()
    return "".join(found), tags


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        "[link](javascript:alert(1))",
        "![x](http://x.org/a.png)",
        "**bold** _it_ `code` ~~no~~",
        "a | b | c",
        "[^1-s0]: note",
        "costs $5 and $6^2^",
        "\\*",
        "Foo #",
        "&amp; &copy;",
    ],
)
def test_markup_in_an_article_stays_words(text):
    words, tags = shown(f"x {escaped(text)}")
    assert words.strip() == f"x {text}"
    assert tags == ["p"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])))
def test_any_words_stay_as_they_are(text):
    words, tags = shown(f"x {escaped(text)} x")
    assert words.split() == ["x", *text.split(), "x"]
    assert tags == ["p"]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_article_adds_no_tags_to_the_brief(words):
    made, problem = hostile(words)
    plain, plain_problem = hostile("words")
    _, tags = shown(render(build_brief([made], [problem]), "md"))
    _, plain_tags = shown(render(build_brief([plain], [plain_problem]), "md"))
    assert tags == plain_tags


def test_bare_addresses_do_not_become_links():
    assert escaped("see https://x.org and www.x.org") == r"see https\://x.org and www\.x.org"


def test_every_note_that_is_cited_stands_at_the_end_and_no_other():
    page = render(build_brief([article()]), "md")
    body, _, notes = page.rpartition("\n\n")
    cited = set(re.findall(r"(?<!\\)\[\^[^\]]+\]", body))
    assert cited == set(re.findall(r"^(\[\^[^\]]+\]):", notes, flags=re.MULTILINE))


def test_the_whole_article_stands_in_the_annex():
    words, _ = shown(render(build_brief([article()]), "md"))
    annex = re.sub(r"\bs\d+ ", "", words.partition("Text of the article")[2])
    assert " ".join(TITLE.split()) in annex
    assert all(sentence in " ".join(annex.split()) for sentence in TEXT.split("\n\n"))


def test_words_that_stand_in_no_sentence_are_shown_all_the_same():
    made = reading("Norvenia slept. Ostland woke.")
    some = type(made)(made.document, made.sentences[:1], (), (), "hand/1")
    page = render(build_brief([some]), "md")
    assert "**s0** Norvenia slept." in page
    assert "**no sentence** Ostland woke." in page
