"""Plain text and Markdown: where the date and the title come from, and what the text is."""

import datetime as dt

import pytest

from dragoman.documents.texts import plain_markdown
from dragoman.records import ProblemKind, Span

MARCH_30 = dt.date(2024, 3, 30)


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("date 2024-03-30 ", ""),
        (" \n date 2024-03-30 ", ""),
        ("Date: 2024-03-30\n\n", ""),
        ("DATE: 2024-03-30 — ", ""),
        ("Date: 2024-03-30T10:15:00Z\n", ""),
        ("Date: 2024-03-30 10:15\n", ""),
        ("Date: Saturday, 30 March 2024\n", ""),
        ("\ufeffdate\u00a02024-03-30. ", ""),
    ],
)
def test_a_date_on_the_first_line_is_taken_and_is_no_part_of_the_text(one, story, head, rest):
    document = one("a.txt", head + story)
    assert (document.date, document.date_source) == (MARCH_30, "first line")
    assert document.text == story


def test_front_matter_gives_every_field(one, story):
    document = one(
        "a.txt",
        "---\n# notes\ntitle: 'Border talks: a start'\ndate: 2024-03-30T08:00:00+09:00\n"
        "tags:\n  - border\noutlet: Harbour Post\nlang: en-GB\nurl: https://post.example/a\n"
        f"---\n\n{story}",
    )
    assert document.title == "Border talks: a start"
    assert (document.date, document.date_source) == (MARCH_30, "front matter")
    assert (document.outlet, document.url) == ("Harbour Post", "https://post.example/a")
    assert document.language == "en"
    assert document.text == f"Border talks: a start\n\n{story}"


def test_the_date_option_fills_in_and_the_documents_own_date_wins(one, story):
    option = dt.date(2023, 1, 1)
    without = one("a.txt", story, date=option)
    assert (without.date, without.date_source) == (option, "option")
    own = one("a.txt", f"Date: 2024-03-30\n{story}", date=option)
    assert (own.date, own.date_source) == (MARCH_30, "first line")


def test_the_date_option_overrides_when_told_to(one, story):
    option = dt.date(2023, 1, 1)
    document = one("a.txt", f"Date: 2024-03-30\n{story}", date=option, date_overrides=True)
    assert (document.date, document.date_source, document.text) == (option, "option", story)


def test_without_a_date_the_problem_names_the_four_ways_to_give_one(problem, story):
    found = problem("a.txt", story)
    assert found.kind is ProblemKind.NO_DATE
    for way in ("front matter", "first line 'Date:", "date column", "--date"):
        assert way in found.message


@pytest.mark.parametrize(
    "head", ["date 2024-02-31 ", "Date: 2024-02-31\n", "---\ndate: 2024-02-31\n---\n"]
)
def test_an_impossible_date_is_named(problem, story, head):
    found = problem("a.txt", head + story)
    assert found.kind is ProblemKind.MALFORMED
    assert "'2024-02-31' is no day of the calendar" in found.message


def test_a_word_that_begins_like_a_date_is_text(problem, one, story):
    text = f"Date palms were the gift. {story}"
    assert one("a.txt", text, date=MARCH_30).text == text
    assert one("a.txt", f"Dateline Ostland. {story}", date=MARCH_30).text.startswith("Dateline")


def test_wrapped_lines_and_paragraphs_stay_as_they_are(one):
    text = "Officials of Norvenia met\nthose of Ostland.\n\n\nThey  parted."
    assert one("a.txt", text, date=MARCH_30).text == text


def test_the_title_is_the_first_paragraph_and_the_headline_covers_it(one, story):
    document = one("a.txt", f"---\ntitle:  Ministers   meet\ndate: 2024-03-30\n---\n{story}")
    assert document.text == f"Ministers meet\n\n{story}"
    assert document.headline == Span(0, len("Ministers meet"))


@pytest.mark.parametrize(
    "first", ["Ministers meet\n", "MINISTERS MEET.\n\n", "Ministers\nmeet\n\n"]
)
def test_a_text_that_begins_with_its_title_has_it_once(one, story, first):
    document = one("a.txt", f"---\ntitle: Ministers meet\ndate: 2024-03-30\n---\n{first}{story}")
    assert document.text == f"Ministers meet\n\n{story}"


def test_a_sentence_that_begins_like_the_title_is_kept(one):
    body = "Ministers meet on Tuesday to talk about the border."
    document = one("a.txt", f"---\ntitle: Ministers meet\ndate: 2024-03-30\n---\n{body}")
    assert document.text == f"Ministers meet\n\n{body}"


def test_a_rule_across_the_page_is_no_front_matter(one, story):
    text = f"---\nWhat follows is news.\n---\n{story}"
    assert one("a.txt", text, date=MARCH_30).text == text
    assert one("a.txt", f"---\n{story}", date=MARCH_30).text == f"---\n{story}"


def test_front_matter_that_never_ends_is_malformed(problem, story):
    found = problem("a.txt", f"---\ndate: 2024-03-30\ntitle: Talks\n\n{story}")
    assert found.kind is ProblemKind.MALFORMED
    assert "never ends" in found.message


def test_front_matter_in_another_language_is_a_problem_and_english_is_believed(problem, one):
    named = "Viktor Orbán, Andrej Babiš, Robert Fico, Donald Tusk, Gitanas Nausėda, Kaja Kallas"
    found = problem("a.txt", f"---\nlanguage: hu\ndate: 2024-03-30\n---\n{named}")
    assert found.kind is ProblemKind.LANGUAGE
    assert "'hu'" in found.message
    assert one("a.txt", f"---\nlanguage: English\ndate: 2024-03-30\n---\n{named}").text == named


def test_markdown_becomes_paragraphs(one):
    document = one(
        "a.md",
        "---\ndate: 2024-03-30\noutlet: Harbour Post\n---\n"
        "# Ministers **meet** &amp; talk\n\n"
        'Officials of *Norvenia* said [the treaty](https://a.example "t") was `void`.\n'
        "Nobody answered.\n\n"
        "Reactions\n---------\n\n"
        "- Ostland protested.\n- Others:\n\n    1. Sudmark left.\n\n"
        "> No comment.\n\n![map](map.png)\n\n<!-- hidden --><div>Plain</div>\n\n***\n",
    )
    assert document.title == "Ministers meet & talk"
    assert document.text.split("\n\n") == [
        "Ministers meet & talk",
        "Officials of Norvenia said the treaty was void.\nNobody answered.",
        "Reactions",
        "Ostland protested.",
        "Others:",
        "Sudmark left.",
        "No comment.",
        "Plain",
    ]
    assert document.headline == Span(0, len(document.title))


def test_front_matter_names_the_title_before_a_markdown_heading(one, story):
    text = f"---\ndate: 2024-03-30\ntitle: Talks\n---\n# Another heading\n\n{story}"
    document = one("a.markdown", text)
    assert document.title == "Talks"
    assert document.text == f"Talks\n\nAnother heading\n\n{story}"


def test_markup_stays_in_plain_text(one):
    text = "Officials *denied* that # 1 was sent to [Ostland]."
    assert one("a.txt", text, date=MARCH_30).text == text


def test_a_later_heading_is_no_title():
    assert plain_markdown("Words first.\n\n# Then a heading") == (
        "",
        "Words first.\n\nThen a heading",
    )
