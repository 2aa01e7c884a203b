"""HTML pages."""

import datetime as dt
import socket

import pytest

from dragoman.records import ProblemKind

DAY = dt.date(2024, 3, 30)
PROSE = [
    "The foreign ministers of Norvenia and Ostland met in the harbour town on Tuesday to talk "
    "about the border, officials said, and agreed to meet again on 2025-05-04 in Sudmark.",
    "A spokesman for the ministry said that the talks had been useful, but gave no details of "
    "the sanctions that were imposed on 1 June 2017.",
    "Analysts said that the visit may lead to a new treaty between the two countries this year.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)


def page(*, head: str = "", before: str = "", body: str = BODY) -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Ministers meet</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/w'>World</a> <a href='/s'>Sport</a></nav>"
        f"<article><h1>Ministers meet over border</h1>{before}{body}</article>"
        "<footer>Copyright 2012 Harbour Post. All rights reserved.</footer></body></html>"
    )


def test_text_title_site_address_and_date(one):
    head = (
        '<link rel="canonical" href="https://post.example.org/world/ministers">'
        '<meta property="og:site_name" content="Harbour Post">'
        '<meta property="article:published_time" content="2024-03-30T22:00:00-05:00">'
        '<meta property="article:modified_time" content="2024-04-02T10:00:00Z">'
    )
    document = one("a.html", page(head=head))
    assert document.text.split("\n\n") == ["Ministers meet over border", *PROSE]
    assert document.title == "Ministers meet over border"
    assert document.headline.of(document.text) == document.title
    assert document.outlet == "Harbour Post"
    assert document.url == "https://post.example.org/world/ministers"
    assert (document.date, document.date_source) == (DAY, "html")


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ('<meta name="date" content="2024-03-30">', ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
         '"2024-03-30T08:00:00Z", "dateModified": "2024-04-01"}</script>', ""),
        ('<link rel="canonical" href="https://post.example.org/2024/03/30/talks.html">', ""),
        ("", '<time datetime="2024-03-30T08:00">Saturday</time>'),
        ("", '<span class="date">30 March 2024</span>'),
        ("", '<div class="byline">By A. Writer, March 30, 2024</div>'),
        ("", "<p>30 March 2024</p>"),
        ("", "<p>Published on: <b>March 30, 2024</b> 10:15</p>"),
        ("", "<div><span>Sat, 30 Mar 2024</span></div><div>30 March 2024</div>"),
    ],
)  # fmt: skip
def test_the_date_of_publication_is_found_where_pages_have_it(one, head, before):
    assert one("a.html", page(head=head, before=before)).date == DAY


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ("", ""),
        ("", "<p>30 March 2024</p><p>29 March 2024</p>"),
        ('<meta name="date" content="2024-03">', ""),
        ('<meta name="date" content="2024-02-31">', ""),
        ('<meta itemprop="copyrightYear" content="2024">', ""),
        ('<meta name="date" content="03/04/2024">', ""),
        ('<meta name="date" content="yesterday">', ""),
    ],
)
def test_no_date_is_made_up(problem, head, before):
    found = problem("a.html", page(head=head, before=before))
    assert found.kind is ProblemKind.NO_DATE


def test_day_and_month_by_number_are_read_with_the_option(one):
    text = page(head='<meta name="date" content="03/04/2024">')
    assert one("a.html", text, day_first=True).date == dt.date(2024, 4, 3)


def test_the_option_gives_the_date_that_a_page_lacks(one):
    document = one("a.html", page(), date=DAY)
    assert (document.date, document.date_source) == (DAY, "option")


def test_the_network_is_never_touched(one, problem, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    external = '<!DOCTYPE html SYSTEM "http://a.example/x.dtd">' + page(
        head='<base href="http://a.example/"><link rel=stylesheet href="/a.css">'
    )
    assert one("a.html", external, date=DAY).text
    assert problem("b.html", "http://a.example/news", date=DAY).kind is ProblemKind.EMPTY


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252"), ("iso-8859-2", "iso-8859-2")],
)
def test_the_declared_charset_is_used_where_the_page_is_not_utf_8(one, charset, encoding):
    text = page(head=f'<meta charset="{charset}">', body=BODY + "<p>The Élysée had no comment.</p>")
    document = one("a.html", text.encode(encoding), date=DAY)
    assert document.text.endswith("The Élysée had no comment.")


def test_a_declared_charset_that_is_wrong_does_no_harm_to_utf_8(one):
    head = '<meta http-equiv="content-type" content="text/html; charset=iso-8859-1">'
    text = page(head=head, body=BODY + "<p>The Élysée had no comment.</p>")
    assert one("a.html", text, date=DAY).text.endswith("The Élysée had no comment.")


@pytest.mark.parametrize("charset", ["utf-16", "nonsense", "base64", "utf-8"])
def test_a_page_that_no_charset_fits_is_undecodable(problem, charset):
    text = page(head=f'<meta charset="{charset}">') + "\xc9"
    found = problem("a.html", text.encode("latin-1"), date=DAY)
    assert found.kind is ProblemKind.UNDECODABLE


def test_entities_lists_and_inline_markup_become_text(one):
    body = BODY + (
        "<p>Norvenia&nbsp;&amp; Ostland &#8212; &ldquo;friends&rdquo; &#xD800;of <b>old</b>, "
        "<a href='/x'>it said</a>.</p><ul><li>The first point of the plan.</li>"
        "<li>The second point of the plan.</li></ul>"
    )
    parts = one("a.html", page(body=body), date=DAY).text.split("\n\n")
    assert "Norvenia & Ostland — “friends” " in parts[4]
    assert parts[4].endswith("of old, it said.")
    assert parts[5:] == ["The first point of the plan.", "The second point of the plan."]


def test_scripts_styles_and_hidden_markup_are_no_text(one):
    noise = (
        "<script>document.write('<p>Ostland attacked Norvenia.</p>')</script>"
        "<style>p { content: 'Ostland attacked' }</style><!-- Ostland attacked -->"
        "<template><p>Ostland attacked.</p></template>"
    )
    assert "attacked" not in one("a.html", page(before=noise), date=DAY).text


def test_a_fragment_without_html_around_it_is_read(one):
    assert one("a.html", BODY, date=DAY).text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<",
        "<html></html>",
        "<html><body><script>var a = '<p>'",
        "<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<table><tr><td>" * 2000,
        "<div>" * 100_000,
        "<![CDATA[" + "]]>",
        "<?xml version='1.0' encoding='utf-16'?>",
        "<svg><math><p></svg>" * 500,
        "\x0c\x1b<p\x0b",
        "<frameset>" * 50,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_pages_without_text_are_empty_however_hostile(problem, markup):
    assert problem("a.html", markup, date=DAY).kind is ProblemKind.EMPTY


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + BODY,
        "<html/>\n" + BODY,
        "<p>html" + BODY,
        "<b>" * 200 + BODY,
        "<article><p>" + "<span>" * 200 + PROSE[0] + "</span>" * 200 + "</p>" + BODY,
        page(before='<meta name="date" content="' + "9" * 10_000 + '">'),
        page(before="<p>" + "2024-03-" * 5000 + "</p>"),
        page(before="<p>" + "&bogus;&#0;&#x110000;&" * 100 + "</p>"),
        page(head='<script type="application/ld+json">{"@type": [[{}]], "headline": {}}</script>'),
        page(
            head='<link rel="canonical" href="https://[bad"><meta property="og:url" content="//">'
        ),
    ],
)
def test_broken_pages_still_give_their_text(one, markup):
    text = one("a.html", markup, date=DAY).text
    assert all(paragraph in text for paragraph in PROSE)


def test_what_an_extractor_stumbles_over_is_a_problem_of_that_page(problem, monkeypatch):
    def stumble(*args, **kwargs):
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.extract", stumble)
    found = problem("a.html", page(), date=DAY)
    assert found.kind is ProblemKind.MALFORMED
    assert "RecursionError" in found.message
