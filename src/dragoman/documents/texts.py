"""Plain text and Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.documents.draft import Draft
from dragoman.documents.front import Head, split_head
from dragoman.documents.normal import normalise

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)


def text_draft(text: str, *, location: str) -> Draft:
    """What a plain text tells. Lines and paragraphs of its body stay as they are.

    Raises ``InputError`` when its front matter is malformed.
    """
    head = split_head(normalise(text), location=location)
    return _draft(head, body=head.body, location=location)


def markdown_draft(text: str, *, location: str) -> Draft:
    """What a Markdown text tells, its body as plain paragraphs.

    A first-level heading that opens the text is its title, unless front matter gives one.

    Raises ``InputError`` when its front matter is malformed.
    """
    head = split_head(normalise(text), location=location)
    title, body = plain_markdown(head.body)
    return _draft(head, body=body, title=title, location=location)


def plain_markdown(markup: str) -> tuple[str, str]:
    r"""The title (empty if there is none) and the plain text of Markdown (CommonMark).

    Every heading, paragraph and list item is a paragraph of its own. Of links the words are
    kept, of images nothing.

    >>> plain_markdown("# Talks\n\nSeoul *denied* [it](http://a.example).\n\n- One\n- Two")
    ('Talks', 'Talks\n\nSeoul denied it.\n\nOne\n\nTwo')
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(markup)
    blocks = [block.strip() for block in _blocks(tokens)]
    opens_with_title = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    title = blocks[0] if opens_with_title else ""
    return title, "\n\n".join(block for block in blocks if block)


def _draft(head: Head, *, body: str, location: str, title: str = "") -> Draft:
    fields = head.fields
    return Draft(
        location=location,
        text=body,
        title=fields.get("title") or title,
        outlet=fields.get("outlet", ""),
        url=fields.get("url", ""),
        language=fields.get("language", ""),
        date=fields.get("date", ""),
        date_source=head.date_source,
    )


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_words(token.children or ()))
        elif token.type in {"code_block", "fence"}:
            yield token.content
        elif token.type == "html_block":
            yield html.unescape(_TAG.sub(" ", token.content))


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif token.type in {"text", "code_inline"}:
            yield token.content
